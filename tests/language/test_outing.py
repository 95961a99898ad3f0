"""One sentence declares an outing, in three languages, in any order, with slips of the tongue."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.language.outing import Outing, read
from tests.language.score import FIELDS, book, corpus, wrong

NOW = datetime(2026, 8, 3, 10, 0)
SURE = {"clients": 0.99, "candidates": 0.99, "new_leads": 0.98, "depart_at": 0.97, "return_at": 0.97}
WORDS = {"matter": 0.95, "place": 0.97}


def test_the_corpus_is_read_right() -> None:
    everything = list(corpus())
    assert len(everything) >= 200
    misses = [wrong(said) for said in everything]
    rate = {name: sum(name not in miss for miss in misses) / len(misses) for name in FIELDS}
    assert {name: share for name, share in rate.items() if share < (SURE | WORDS)[name]} == {}


def test_no_client_is_ever_invented() -> None:
    for said in corpus():
        outing = read(said.text, said.now, book(said.book), said.language)
        aliases = {client.alias for client in outing.clients}
        assert aliases <= said.clients, said.text


@pytest.mark.parametrize("text", ["", "   ", "，。", "嗯", "hello", "好的", "12345", "🙂", "\n"])
def test_nothing_said_is_nothing_declared(text: str) -> None:
    assert read(text, NOW, book()) == Outing()


def test_a_time_is_read_by_the_hour_of_speaking() -> None:
    for hour, expected in ((8, 9), (10, 21)):
        outing = read("去永泰，9点回", datetime(2026, 8, 3, hour), book())
        assert outing.return_at == datetime(2026, 8, 3, expected)


def test_the_return_follows_the_departure() -> None:
    outing = read("十一点去永泰看厂房，两点回", NOW, book())
    assert (outing.depart_at, outing.return_at) == (datetime(2026, 8, 3, 11), datetime(2026, 8, 3, 14))


@given(st.text(max_size=120))
@settings(max_examples=150)
def test_any_text_can_be_read(text: str) -> None:
    outing = read(text, NOW, book())
    assert outing.matter is None or outing.matter.strip()


CHINESE = {
    "clients": ["永泰纺织", "宏图机械", "瑞康医药", "华信电子", "东海水产", "天工钢构", "博文教育"],
    "matters": [
        "谈续贷",
        "看设备",
        "收报表",
        "做贷后检查",
        "签借款合同",
        "核对抵押物",
        "介绍代发工资",
        "了解出口订单",
        "送对账单",
    ],
    "places": ["高新区", "经开区", "城南工业园", "滨江路", "会展中心"],
    "frames": [
        "去{client}{matter}，{back}回",
        "我{leave}去{client}{matter}，{back}前回来",
        "{leave}出发，去{client}，{matter}，预计{back}返回",
        "去{place}的{client}{matter}，{back}回行",
        "{back}回，去{client}{matter}",
        "外出：{client}；事由：{matter}；地点：{place}；返回：{back}",
        "嗯，我去一下{client}，{matter}，大概{back}回来",
        "拜访{client}，地点在{place}，{matter}，{leave}走，{back}回",
        "{client}，{matter}，{back}回",
        "要到{client}那边{matter}，{leave}出发，最迟{back}回单位",
        "先去{client}{matter}，{back}之前赶回来",
    ],
}
ENGLISH = {
    "clients": ["Yongtai", "Hongtu Machinery", "Ruikang", "Huaxin Electronics", "Donghai", "Silverlake Foods"],
    "matters": ["renewal talks", "plant tour", "post-loan check", "contract signing", "stock count", "trade finance"],
    "places": ["high-tech zone", "industrial park", "harbour district"],
    "frames": [
        "visit {client} re {matter}, back {back}",
        "off to {client} for {matter}, back by {back}",
        "leaving at {leave} to see {client} about {matter}, back at {back}",
        "heading to {client} in the {place} for a {matter}, return {back}",
        "Client: {client}; purpose: {matter}; place: {place}; back: {back}",
        "I'm going to {client} for {matter} and should be back around {back}",
        "{client}, {matter}, back {back}",
    ],
}
ALIASES = dict(
    zip(
        ENGLISH["clients"],
        ["永泰纺织", "宏图机械", "瑞康医药", "华信电子", "东海水产", "Silverlake Foods"],
        strict=True,
    )
)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_what_is_put_into_a_sentence_comes_out_of_it(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(["zh-Hans", "zh-Hant", "en"]))
    words = ENGLISH if language == "en" else CHINESE
    frame = data.draw(st.sampled_from(words["frames"]))
    client, matter = data.draw(st.sampled_from(words["clients"])), data.draw(st.sampled_from(words["matters"]))
    place = data.draw(st.sampled_from(words["places"]))
    leave = NOW + timedelta(minutes=15 * data.draw(st.integers(1, 12)))
    back = leave + timedelta(minutes=15 * data.draw(st.integers(2, 16)))
    written = {"client": client, "matter": matter, "place": place, "leave": _clock(leave), "back": _clock(back)}
    text = frame.format(**written)
    if language == "zh-Hant":
        from bot.language.script import in_script

        text, matter, place = (in_script(words, "zh-Hant") for words in (text, matter, place))
    outing = read(text, NOW, book(), language)
    assert [client.alias for client in outing.clients] == [ALIASES.get(client, client)]
    assert (outing.matter, outing.new_leads, outing.candidates) == (matter, (), ())
    assert outing.place == (place if "{place}" in frame else None)
    assert outing.depart_at == (leave if "{leave}" in frame else None)
    assert outing.return_at == back


def _clock(moment: datetime) -> str:
    return moment.strftime("%H:%M")
