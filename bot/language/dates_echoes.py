"""Days and hours that echo the present: 明天这个时候, 上周的今天, 去年今天, 三周前的周二, this time tomorrow."""

from __future__ import annotations

from datetime import date, timedelta
from re import Match

from bot.language.dates_lexer import Made, Wording, named, when
from bot.language.dates_numbers import CHINESE, FIGURES, whole
from bot.language.dates_stretches import shift_months, stretch
from bot.language.dates_when import Range, Scene, When

WEEKDAYS = {character: index for index, character in enumerate("一二三四五六日")} | {"天": 6}
NUMERALS = FIGURES + CHINESE
LONGEST_YEARS = 60
YEARS = r"(?<![\d.,/-])(?P<a>(?:19|20)\d\d)年?\s*(?:-|–|~|到|至|to|through|until)\s*(?P<b>(?:19|20)\d\d)"
WEEK = r"(?:周|星期|礼拜)"
DAYS_AWAY = {
    "today": 0, "tomorrow": 1, "yesterday": -1, "next week": 7, "last week": -7, "the day after tomorrow": 2,
    "the day before yesterday": -2,
}  # fmt: skip


def _this_hour(match: Match[str], scene: Scene) -> Made | None:
    """这个时候 behind a day: the clock time it is now."""
    return when(hour=scene.now.hour, minute=scene.now.minute, sure=True)


def _this_hour_on(match: Match[str], scene: Scene) -> Made | None:
    day = scene.today + timedelta(days=DAYS_AWAY[" ".join(match["d"].split())])
    return when(first=day, last=day, grain="day", hour=scene.now.hour, minute=scene.now.minute, sure=True)


def _today_in(match: Match[str], scene: Scene) -> Made | None:
    """上周的今天, 去年今天, 下个月今天."""
    away = 1 if match["w"] in ("下", "明", "下个", "来") else -1
    unit = match["u"]
    day = (
        scene.today + timedelta(days=7 * away)
        if unit in ("周", "星期", "礼拜")
        else _shifted(scene.today, away * (12 if unit == "年" else 1))
    )
    return named((day, day, "day")) if day else None


def _shifted(day: date, months: int) -> date | None:
    try:
        return shift_months(day, months)
    except ValueError:
        return None


def _weekday_weeks_away(match: Match[str], scene: Scene) -> Made | None:
    """三周前的周二: that weekday of the week so many weeks away."""
    weeks = whole(match["n"])
    if not weeks or weeks > 500:
        return None
    first, _, _ = stretch(scene.today, "week", weeks if match["w"] == "后" else -weeks)
    day = first + timedelta(days=WEEKDAYS[match["d"]])
    return named((day, day, "day"))


def _weekdays(match: Match[str], scene: Scene) -> Made | None:
    """星期六至日, 周一到五: the second weekday without its word."""
    first, last = WEEKDAYS[match["a"]], WEEKDAYS[match["b"]]
    if last <= first:
        return None
    away = match["p"] or ""
    if not away:
        return Made("S", Range(When(weekday=first), When(weekday=last)))
    monday, _, _ = stretch(scene.today, "week", away.count("下") - away.count("上"))
    return Made("S", Range(*(_day(monday + timedelta(days=each)) for each in (first, last))))


def _day(day: date) -> When:
    return When(first=day, last=day, grain="day")


def _years(match: Match[str], scene: Scene) -> Made | None:
    """2024-2026年, from 2024 to 2026."""
    first, last = int(match["a"]), int(match["b"])
    if not 0 < last - first <= LONGEST_YEARS:
        return None
    return Made("S", Range(When(year=first), When(year=last)))


def _no_date(match: Match[str], scene: Scene) -> Made | None:
    return Made("x")


CHINESE_ECHOES: tuple[Wording, ...] = (
    Wording("这同呢那的", r"(?<=[天日号周])的?(?:这个|同一个?|呢个)(?:时候|时间|时刻|钟点)(?!表|段|管)", _this_hour),
    Wording(
        "上下去明来",
        r"(?P<w>上个?|下个?|去|明|来)(?P<u>周|星期|礼拜|月|年)的?(?:今[天日]|同一[天日])(?!的)",
        _today_in,
    ),
    Wording(
        NUMERALS,
        rf"(?P<n>\d{{1,2}}|[{CHINESE}]{{1,2}})个?{WEEK}(?:以|之)?(?P<w>前|后)的?{WEEK}(?P<d>[一二三四五六日天])",
        _weekday_weeks_away,
    ),
    Wording(
        "上下这本今呢周星礼",
        rf"(?P<p>(?:上+|下+)个?|这个?|本|今个?|呢个)?{WEEK}(?P<a>[一二三四五六])(?:至|到|-|~|——)(?P<b>[二三四五六日天])(?![点时个月号周])",
        _weekdays,
    ),
    Wording("12", YEARS + r"\s*年(?!级|代)", _years),
    Wording(NUMERALS, rf"(?:\d{{1,2}}|[{CHINESE}]{{1,3}})世纪", _no_date),
    Wording("半", r"半夜三更", _no_date),
    Wording("早", r"早晨(?=[呀啊吖])", _no_date),
    Wording("一", r"一时(?:半(?:会儿?|刻)|之间|兴起|糊涂|冲动|疏忽|大意|难以|间)", _no_date),
)
ENGLISH_ECHOES: tuple[Wording, ...] = (
    Wording("12", YEARS + r"(?![\d.,:/-])", _years),
    Wording(
        "ts",
        r"(?:at\s+)?(?:this|the\s+same|same)\s+time\s+(?P<d>today|tomorrow|yesterday|next\s+week|last\s+week"
        r"|the\s+day\s+after\s+tomorrow|the\s+day\s+before\s+yesterday)(?![a-z])",
        _this_hour_on,
    ),
)
