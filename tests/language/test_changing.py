"""A change in one sentence: what it becomes, and why (A13)."""

from datetime import datetime

import pytest
from hypothesis import given, strategies as st

from bot.language.changing import Change, matter_left, read
from bot.language.outing import read as read_outing
from tests.language.score import book


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("改去华丰机械，鼎盛没人", Change(None, "改去华丰机械", "鼎盛没人")),
        ("改去华丰机械", Change(None, "改去华丰机械", None)),
        ("改去华丰机械因为鼎盛没人", Change(None, "改去华丰机械", "鼎盛没人")),
        ("事由改成谈续贷，客户要求", Change("matter", "谈续贷", "客户要求")),
        ("改事由：送对账单", Change("matter", "送对账单", None)),
        ("地点改到工业园二号楼，厂里停电", Change("place", "工业园二号楼", "厂里停电")),
        ("换个地方", Change("place", "", None)),
        ("change the matter to renewal, client asked", Change("matter", "renewal", "client asked")),
        ("Huafeng instead, nobody in at Dingsheng", Change(None, "Huafeng instead", "nobody in at Dingsheng")),
    ],
)
def test_what_and_why(text: str, change: Change) -> None:
    assert read(text) == change


@given(st.text(max_size=300))
def test_any_text_is_taken_apart(text: str) -> None:
    change = read(text)
    assert change.why is None or change.why.strip()


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("收资料", "收资料"),
        ("加一家", None),
        ("加一家，收资料", "收资料"),
        ("换成谈续贷", "谈续贷"),
        ("add collect papers", "collect papers"),
        ("", None),
        (None, None),
    ],
)
def test_words_of_changing_are_no_matter(said: str | None, left: str | None) -> None:
    assert matter_left(said) == left


@pytest.mark.parametrize(
    ("said", "clients", "matter", "back"),
    [
        ("再加一家宏图机械，收资料", ["宏图机械"], "收资料", None),
        ("换成永泰谈续贷", ["永泰纺织"], "谈续贷", None),
        ("add Yongtai to collect papers", ["永泰纺织"], "collect papers", None),
        ("改成五点半", [], None, "17:30"),
        ("推迟到六点", [], None, "18:00"),
        ("change to 5:30pm", [], None, "17:30"),
        ("make it 5:30", [], None, "17:30"),
    ],
)
def test_the_words_of_changing_are_no_matter_and_their_time_is_the_returns(
    said: str, clients: list[str], matter: str | None, back: str | None
) -> None:
    outing = read_outing(said, datetime(2026, 8, 3, 10), book(), "zh-Hans")
    assert [client.alias for client in outing.clients] == clients
    assert (outing.matter, outing.depart_at) == (matter, None)
    assert (outing.return_at and f"{outing.return_at:%H:%M}") == back
