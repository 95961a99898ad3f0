"""What a record touches beside its blocks: said, denied, or not spoken of (S-06, H07, H14)."""

from datetime import datetime

import pytest

from bot.language import matters

NOW = datetime(2026, 8, 3, 10, 20)


@pytest.mark.parametrize(
    ("text", "field", "found"),
    [
        ("介绍了理财产品，对方感兴趣", "products", ("理财产品",)),
        ("推荐了我们的科创快贷", "products", ("科创快贷",)),
        ("talked about insurance and fx forwards", "products", ("insurance", "fx forwards")),
        ("谈续贷500万", "products", ()),
        ("没有谈理财", "products", ()),
        ("我答应周五前给他们报价", "promise", "我答应周五前给他们报价"),
        ("We promised to send the quote by Friday", "promise", "We promised to send the quote by Friday"),
        ("对方答应周五前给报表", "promise", None),
        ("我没有承诺时间", "promise", None),
        ("我保证这笔贷款一定能批下来", "verdict", "我保证这笔贷款一定能批下来"),
        ("我保证这笔贷款一定能批下来", "promise", None),
        ("没有承诺能批", "verdict", None),
        ("不能保证一定批", "verdict", None),
        ("听说厂里停产了", "event", "听说厂里停产了"),
        ("公司换了法人", "event", "公司换了法人"),
        ("没有诉讼", "event", None),
        ("他们是钻石客户", "tier", "diamond"),
        ("想升钻石客户", "tier", None),
    ],
)
def test_what_is_said_is_found_and_what_is_denied_is_not(text: str, field: str, found: object) -> None:
    assert getattr(matters.read(text), field) == found


@pytest.mark.parametrize(
    ("words", "at", "hour"),
    [
        ("下周三下午三点送资料", "2026-08-12 15:00", True),
        ("周四下午再去", "2026-08-06 12:00", False),
        ("周五前给报价", "2026-08-07 23:59", False),
        ("三点到四点见面", "2026-08-03 15:00", True),
        ("国庆后第一天去", "2026-10-08 00:00", False),
        ("设备十月到位；下周三前收齐财报再报支行", "2026-08-12 23:59", False),
        ("下周再去", "2026-08-10 00:00", False),
    ],
)
def test_when_the_next_step_is_due(words: str, at: str, hour: bool) -> None:
    found = matters.when(words, NOW)
    assert found is not None
    assert (f"{found.at:%Y-%m-%d %H:%M}", found.hour) == (at, hour)


@pytest.mark.parametrize("words", ["尽快", "每周三跟进", "昨天送了"])
def test_no_time_to_come_is_none(words: str) -> None:
    assert matters.when(words, NOW) is None


def test_a_date_that_is_over_or_does_not_exist_is_named() -> None:
    assert matters.past("昨天送", NOW) == "昨天"
    assert matters.past("2月30日送", NOW) == "2月30日"
    assert matters.past("下周三送", NOW) is None
