"""Sentences that ask to be reminded, and sentences that tell of a credit item."""

from datetime import date, datetime

import pytest

from bot.language import credit_words, reminding
from bot.language.intents import Intent, intent
from bot.rules.credit import Level, Sort

NOW = datetime(2026, 8, 3, 9, 0)


@pytest.mark.parametrize(
    ("said", "what", "at"),
    [
        ("三点提醒我给王总打电话", "给王总打电话", datetime(2026, 8, 3, 15)),
        ("提醒我三点给王总打电话", "给王总打电话", datetime(2026, 8, 3, 15)),
        ("半小时后提醒我回电", "回电", datetime(2026, 8, 3, 9, 30)),
        ("下午三点半提醒一下我准备明天的材料", "准备明天的材料", datetime(2026, 8, 3, 15, 30)),
        ("remind me at 3 to call Wang", "call Wang", datetime(2026, 8, 3, 15)),
        ("remind me to call Wang at 3pm", "call Wang", datetime(2026, 8, 3, 15)),
        ("in 20 minutes remind me to leave", "leave", datetime(2026, 8, 3, 9, 20)),
        ("提醒我周五下班前交报告", "交报告", datetime(2026, 8, 7, 17)),
    ],
)
def test_what_and_when(said: str, what: str, at: datetime) -> None:
    wanted = reminding.read(said, NOW, "zh-Hans")
    assert (wanted.what, wanted.at, wanted.day) == (what, at, at.date())


def test_a_day_without_an_hour_no_time_and_every_week() -> None:
    assert reminding.read("明天提醒我带合同", NOW, "zh-Hans") == reminding.Wanted("带合同", date(2026, 8, 4))
    assert reminding.read("提醒我给鼎盛打电话", NOW, "zh-Hans") == reminding.Wanted("给鼎盛打电话")
    assert reminding.read("每周三提醒我交周报", NOW, "zh-Hans").recurring


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("三点提醒我给王总打电话", Intent.REMIND),
        ("remind me at 3 to call Wang", Intent.REMIND),
        ("我的提醒", Intent.REMIND),
        ("给华丰机械打了电话，提醒下周到期还款", Intent.CONTACT),  # what was done is no reminder
        ("发短信提醒华丰还款", Intent.CONTACT),
        ("本周计划", Intent.PLAN),
        ("下周计划", Intent.PLAN),
        ("安排下周二去鼎盛看厂房", Intent.PLAN),
        ("plan a visit to Dingsheng on Tuesday", Intent.PLAN),
        ("今日计划", Intent.TODAY),
        ("信贷日历", Intent.CREDIT),
        ("去鼎盛看厂房，四点半回", Intent.OUTING),
    ],
)
def test_whose_room_it_is(said: str, wanted: Intent) -> None:
    assert intent(said) is wanted


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("授信 2027-03-31 到期，一级分行审批，编号 SX-2026-018", (Sort.LINE, Level.TIER1, "SX-2026-018", None)),
        ("贷款明年3月31日到期", (Sort.LOAN, None, None, None)),
        ("贷款结息日每月21日", (Sort.INTEREST, None, None, 21)),
        ("rating ends 2027-03-31, head office", (Sort.RATING, Level.HEAD_OFFICE, None, None)),
        ("银企对账", (Sort.RECONCILIATION, None, None, None)),
        ("今天天气不错", (None, None, None, None)),
    ],
)
def test_what_a_sentence_says_of_an_item(
    said: str, told: tuple[Sort | None, Level | None, str | None, int | None]
) -> None:
    found = credit_words.read(said)
    assert (found.sort, found.level, found.reference, found.day_of_month) == told
