"""Moments counted from a named one: 国庆后第二天, 春节前三天, two weeks after yesterday, the day before Christmas."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.language.dates_calendar import working_day
from bot.language.dates_holidays import break_of
from bot.language.dates_lexer import Join, Token, over
from bot.language.dates_stretches import stretch
from bot.language.dates_when import Range, Scene, When, settle, settle_days, without_time


def fixed(when: When, scene: Scene, last: bool = False) -> When | None:
    """The moment settled: its minute if it has a time, else its first (or last) day; a holiday's break counts as it."""
    if when.timed:
        found = settle(when, scene)
        return When(at=found.start, grain="minute") if found else None
    days = settle_days(without_time(when), scene)
    if days is None:
        return None
    day = days[1] if last else days[0]
    if when.holiday and (off := break_of(when.holiday, days[0].year)):
        day = off[1] if last else off[0]
    return When(first=day, last=day, grain="day", part=when.part)


def moved_by(sign: int, base: int, length: int) -> Join:
    """国庆后三天, 春节前三天, two weeks after yesterday, the day before Christmas."""

    def build(tokens: list[Token], scene: Scene) -> Token | None:
        span, start = tokens[length].length.times(sign), fixed(tokens[base].when, scene, last=sign > 0)
        if start is None:
            return None
        if start.at is not None:
            at = span.on(start.at, scene.calendar)
            return over(tokens, "W", When(at=at, grain="minute")) if at else None
        if start.first is None or not span.by_the_day:
            return None
        at = span.on(datetime.combine(start.first, time()), scene.calendar)
        return over(tokens, "W", replace(start, first=at.date(), last=at.date())) if at else None

    return build


def first_of(tokens: list[Token], scene: Scene) -> Token | None:
    """今年前三个月 is the beginning of a period, 国庆前三天 a day ahead of one."""
    when = next(token for token in tokens if token.kind == "W").when
    length = next(token for token in tokens if token.kind == "h").length
    days = settle_days(when, scene)
    if days is None or when.timed:
        return None
    if days[2] not in ("year", "quarter", "month", "week"):
        return moved_by(-1, 0, -1)(tokens, scene) if tokens[0].kind == "W" else None  # type: ignore[return-value]
    forward = length.span > timedelta()
    begin = days[0] if forward else days[1] + timedelta(days=1)
    end = length.on(datetime.combine(begin, time()), scene.calendar)
    first, last = (begin, end and end.date()) if forward else (end and end.date(), begin)
    if first is None or last is None or first < days[0] or last > days[1] + timedelta(days=1):
        return None
    return over(tokens, "S", Range(day_of(first), day_of(last - timedelta(days=1))))


def day_of(day: date) -> When:
    """That day."""
    return When(first=day, last=day, grain="day")


def nth_from(sign: int, base: int, nth: int) -> Join:
    """国庆后第二天, 春节前最后一个工作日, the third Tuesday after Christmas."""

    def build(tokens: list[Token], scene: Scene) -> Token | None:
        said, start = tokens[nth].when.nth, fixed(without_time(tokens[base].when), scene, last=sign > 0)
        if said is None or start is None or start.first is None or said[0] * sign < 1:
            return None
        if said[1] == "week" and sign > 0:  # 春节后第一周
            first, last, grain = stretch(start.first + timedelta(days=1), "week", said[0] - 1)
            return over(tokens, "W", When(first=first, last=last, grain=grain))
        day = counted_on(start.first, said, scene)
        return over(tokens, "W", day_of(day)) if day else None

    return build


def counted_on(day: date, nth: tuple[int, str], scene: Scene) -> date | None:
    """The n-th (n-th last before, when negative) day, working day or weekday past `day`."""
    count, unit = nth
    if unit == "workday":
        return working_day(scene.calendar, day, count)
    if unit == "day":
        return day + timedelta(days=count)
    if not unit.isdigit():
        return None
    if count > 0:
        return day + timedelta(days=(int(unit) - day.weekday() - 1) % 7 + 1 + 7 * (count - 1))
    return day - timedelta(days=(day.weekday() - int(unit) - 1) % 7 + 1 + 7 * (-count - 1))


def unanchored(tokens: list[Token], scene: Scene) -> Token | None:
    """会后一小时: counted from something that is no date."""
    return over(tokens, "x", None)
