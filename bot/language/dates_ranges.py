"""Expressions of two ends: ranges, lists, a moment and its length, a wording and its correction."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.language.dates_counted import counted_on
from bot.language.dates_lexer import Token, moments, over
from bot.language.dates_when import (
    DAY_FIELDS,
    Lasting,
    Range,
    Scene,
    When,
    join,
    settle_days,
    strip,
    without_time,
)

SCORES = re.compile(
    r"\b(?:cut|reduced?|rose|raised?|went|increased?|dropp?e?d?|fell|lower(?:ed)?|rat(?:e|ing|ed)|score[sd]?|grew)\b"
)


DATES = (*(name for name in DAY_FIELDS if name != "morrow"), "last", "grain")


def ranging(tokens: list[Token], scene: Scene) -> Token | None:
    ends = moments(tokens)
    if len(ends) != 2 or all(token.kind == "n" for token in ends):
        return None
    one, two = ends
    first = one.when if one.kind == "W" else as_end(one, two.when)
    last = two.when if two.kind == "W" else as_end(two, first) if first else None
    if first is None or last is None:
        return None
    late = first if scene.chinese and first.hour is not None and not first.dated else inherited(first, last, ahead=True)
    return over(tokens, "S", Range(late, inherited(last, first)))


def bare_hours(tokens: list[Token], scene: Scene) -> Token | None:
    """From 2 to 4, tomorrow 2-4: bare numbers that can only be hours."""
    first, last = (token.number for token in tokens if token.kind == "n")
    four = [token.finish - token.begin == 4 for token in tokens if token.kind == "n"]
    if all(four) and last > 12 and max(first, last) <= 2400 and first % 100 < 60 and last % 100 < 60:
        ends = [When(hour=number // 100, minute=number % 100, sure=True) for number in (first, last)]
        return over(tokens, "S", Range(*ends))
    if scene.chinese or not (1 <= first <= 12 and 1 <= last <= 12) or SCORES.search(scene.text):
        return None
    return over(tokens, "S", Range(When(hour=first, sure=False), When(hour=last, sure=False)))


def month_days(tokens: list[Token], scene: Scene) -> Token | None:
    """Between 4 and 22 this month."""
    when, (first, last) = tokens[-1].when, (token.number for token in tokens if token.kind == "n")
    if when.grain != "month" or when.timed or when.day or when.edge or not 1 <= first < last <= 31:
        return None
    return over(tokens, "S", Range(replace(when, day=first), replace(when, day=last)))


def as_end(token: Token, other: When) -> When | None:
    """A bare number as the same sort of thing as the other end of its range."""
    number, size = token.number, token.finish - token.begin
    if other.hour is not None:
        if size == 4 and number > 12 and number % 100 < 60 and number <= 2400:  # 1430; "five" has four letters too
            return When(hour=number // 100, minute=number % 100, sure=other.sure)
        return When(hour=number, sure=number > 12) if number <= 24 else None
    if other.day is not None:
        return When(day=number) if 1 <= number <= 31 else None
    if other.month is not None:
        return When(month=number) if 1 <= number <= 12 else None
    if other.weekday is not None:
        return When(weekday=number - 1) if 1 <= number <= 7 and size < 2 else None
    return When(year=number) if other.year is not None and 1950 <= number < 2100 else None


def inherited(one: When, other: When, ahead: bool = False) -> When:
    """One end of a range with what it leaves to the other: its date, month, year or week."""
    names: Sequence[str] = ()
    if not one.dated:
        names = DATES if one.hour is not None or one.part or one.bound else ()
    elif one.first is not None or one.holiday:
        return one
    elif one.day is not None and one.month is None and one.weekday is None:
        if other.grain in ("day", "week") and other.first is not None:
            return replace(one, year=other.first.year, month=other.first.month)
        names = ("year", "month", "first", "last", "grain")
    elif one.month is not None and one.year is None:
        names = ("year", "first", "last", "grain") if other.grain == "year" else ("year",)
    elif one.year is not None and one.month is None:
        names = ("month", "day")
    elif one.weekday is not None and one.day is None and other.grain == "week" and not ahead:
        names = ("first", "last", "grain")
    elif ahead and one.edge and "-" in one.edge:  # 月底到下月初
        return one
    elif one.edge is not None or one.nth is not None:
        names = ("year", "month", "first", "last", "grain")
    return replace(one, **{name: getattr(other, name) for name in names if getattr(one, name) is None})


def until_now(tokens: list[Token], scene: Scene) -> Token | None:
    """昨晚至今."""
    return over(tokens, "S", Range(tokens[-2].when, When(at=scene.now)))


def dated_range(tokens: list[Token], scene: Scene) -> Token | None:
    """A range of times with a date beside it: Tuesday from 2 to 3, 3–4 pm on 8 May, 上午九到十点."""
    moment, stretch = (tokens[0], tokens[-1]) if tokens[0].kind == "W" else (tokens[-1], tokens[0])
    if not isinstance(stretch.value, Range) or moment.when.timed:
        return None
    first = join(moment.when, stretch.value.first)
    last = join(moment.when, stretch.value.last) or (stretch.value.last if stretch.value.last.part else None)
    return over(tokens, "S", Range(first, last)) if first and last else None


def listed(tokens: list[Token], scene: Scene) -> list[Token] | None:
    """8号、9号; the first Monday of September or December: either takes over what it leaves to the other."""
    one, two = moments(tokens)
    if two.kind == "n":  # May 8 and 9
        named = one.when.day is not None and one.when.month is not None and not scene.chinese
        said = as_end(two, one.when) if named else None
        return [one, over([two], "W", inherited(said, one.when))] if said else None
    last = two.when
    if one.kind == "n":
        said = as_end(one, last) if last.day is not None or last.month is not None else None
        return [over([one], "W", inherited(said, last)), two] if said else None
    first = one.when
    if last.month is not None and last.day is None and first.nth and not last.nth:
        last = replace(last, nth=first.nth)
    elif last.day is not None and last.month is None and (first.month is not None or first.grain == "month"):
        last = inherited(last, first)
    elif last.weekday is not None and last.first is None and last.day is None:
        last = inherited(last, first) if first.grain == "week" else _later_weekday(first, last, scene)
    if first.dated and last.dated and not first.timed and not first.part:  # the 8th or the 9th at 3
        first = join(first, strip(last)) or first
    unchanged = first == one.when and last == two.when
    return None if unchanged else [over([one], "W", first), over([two], "W", last)]


def _later_weekday(first: When, last: When, scene: Scene) -> When:
    """周一、周三: the Wednesday after that Monday."""
    fits = first.weekday is not None and (first.first is None or first.grain == "day")
    days = settle_days(without_time(first), scene) if fits else None
    if days is None or (last.weekday or 0) <= (first.weekday or 0):
        return last
    day = days[0] + timedelta(days=(last.weekday or 0) - (first.weekday or 0))
    return replace(last, first=day, last=day, grain="day")


# ── lasting, recurring, corrected ────────────────────────────────────────────────────────────────────


def lasting(tokens: list[Token], scene: Scene) -> Token | None:
    moment = next(token for token in tokens if token.kind == "W").when
    length = next(token for token in tokens if token.kind == "L").length
    if moment.hour is None and moment.at is None and (moment.part or not moment.dated or not length.by_the_day):
        return None
    return over(tokens, "T", Lasting(moment, length))


def since(tokens: list[Token], scene: Scene) -> Token | None:
    """Since Monday: the past one."""
    when = tokens[-1].when
    if when.weekday is not None and when.first is None and when.day is None:
        day = counted_on(scene.today, (-1, str(when.weekday)), scene)
        when = replace(when, weekday=None, first=day, last=day, grain="day")
    elif when.month is not None and when.year is None and when.first is None:
        when = replace(when, year=scene.today.year - (when.month > scene.today.month))
    return over(tokens, "A", when)


def longer(tokens: list[Token], scene: Scene) -> Token | None:
    """3–5天: the longer is taken."""
    return over(tokens, "L", tokens[-1].length)


def corrected(tokens: list[Token], scene: Scene) -> Token | None:
    """Only the corrected wording counts; it keeps the day and part of the day that it does not mention."""
    old, new = tokens[0].value, tokens[-1].value
    if isinstance(old, When) and isinstance(new, When) and not new.dated and (new.timed or new.part):
        if old.dated:
            new = join(without_time(old), new) or new
        if new.hour is not None and not new.part and old.part and not new.sure:
            new = replace(new, part=old.part)
    return over(tokens, tokens[-1].kind, new)


def corrected_number(tokens: list[Token], scene: Scene) -> Token | None:
    """Tomorrow at 3, make it 4."""
    new = as_end(tokens[-1], tokens[0].when)
    if new is None or tokens[0].when.hour is None:
        return None
    return corrected([tokens[0], over(tokens[-1:], "W", new)], scene)
