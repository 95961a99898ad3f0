"""A record corrected in words: the right block changes, and a sentence about something else changes none (A10)."""

from datetime import datetime

import pytest

from bot.language import correcting

NOW = datetime(2026, 8, 3, 10, 20)
BLOCKS = {
    "who": "财务部王总",
    "purpose": "谈续贷500万",
    "result": "对方同意续贷",
    "next_step": "下周三下午三点送资料",
}


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ("下次改成周四下午", {"next_step": "周四下午送资料"}),
        ("不对，下次改成周四下午吧", {"next_step": "周四下午送资料"}),
        ("下一步改到周四", {"next_step": "周四送资料"}),
        ("时间改到下周五上午十点", {"next_step": "下周五上午十点送资料"}),
        ("下一步改成周五前报价", {"next_step": "周五前报价"}),
        ("改成周四", {"next_step": "周四送资料"}),
        ("Next visit should be Thursday afternoon", {"next_step": "Thursday afternoon送资料"}),
        ("不是王总是李总", {"who": "财务部李总"}),
        ("不是王总，是李总", {"who": "财务部李总"}),
        ("是李总，不是王总", {"who": "财务部李总"}),
        ("不是汪总是李总", {"who": "财务部李总"}),  # as a recogniser may write it
        ("职务改成副总", {"who": "财务部王副总"}),
        ("部门改成采购部", {"who": "采购部王总"}),
        ("金额改成三百万", {"purpose": "谈续贷三百万"}),
        ("金額改成三百萬", {"purpose": "谈续贷三百萬"}),
        ("把五百万改成三百万", {"purpose": "谈续贷三百万"}),
        ("应该是三百万", {"purpose": "谈续贷三百万"}),
        ("结果改成对方再考虑", {"result": "对方再考虑"}),
    ],
)
def test_a_field_is_corrected_in_words(said: str, changes: dict[str, str]) -> None:
    found = correcting.read(said, BLOCKS, NOW)
    assert found is not None
    assert dict(found.blocks) == changes


@pytest.mark.parametrize(
    "said",
    ["改去华丰，鼎盛没人", "改成四点半回", "今天去鼎盛看厂房", "利率改成4.1%", "不是鼎盛是华丰", "对方同意", "好"],
)
def test_a_sentence_about_something_else_corrects_nothing(said: str) -> None:
    assert correcting.read(said, BLOCKS, NOW) is None


def test_the_time_of_a_promise_is_not_that_of_the_next_step() -> None:
    step = {**BLOCKS, "next_step": "我答应周五前把方案给他，下周三下午三点再去"}
    found = correcting.read("下次改成周四下午两点", step, NOW)
    assert found is not None
    assert found.blocks["next_step"] == "我答应周五前把方案给他，周四下午两点再去"


def test_a_field_whose_name_stands_in_the_record_is_meant_as_a_field() -> None:
    held = {**BLOCKS, "result": "利率按4.1%，金额再谈"}
    for said, result in (
        ("利率改成三点八五", "利率按百分之三点八五，金额再谈"),
        ("利率改成3.9", "利率按百分之3.9，金额再谈"),
    ):
        found = correcting.read(said, held, NOW)
        assert found is not None
        assert dict(found.blocks) == {"result": result}


def test_where_two_sums_stand_it_is_asked_which() -> None:
    found = correcting.read("金额改成三百万", {**BLOCKS, "result": "先放200万"}, NOW)
    assert found is not None
    assert (dict(found.blocks), found.choices) == ({}, ("500万", "200万"))
    found = correcting.read("把两百万改成三百万", {**BLOCKS, "result": "先放200万"}, NOW)
    assert found is not None
    assert dict(found.blocks) == {"result": "先放三百万"}


def test_long_dictation_is_no_correction() -> None:
    assert not correcting.looks("见了王总，" * 40)
    assert not correcting.looks("今天去鼎盛看厂房，四点半回")
    assert correcting.looks("下次改成周四下午")
