"""Dates, times and lengths in what people write: one small grammar for Chinese (both scripts, Cantonese) and English.

`read` finds the expressions of a text and says what local time each means, counted from `now`. The next occurrence
is meant where a year, month or date is left unsaid; weeks begin on Monday; 下班前, 节后第一天, 两个工作日内 and half days go
by the calendar handed in. What cannot exist (2月30日, 下周八, 14PM) yields nothing: it is refused, never shifted.

How: dates_lexer finds wordings (dates_chinese, dates_english, dates_numeric), dates_joins joins them by a cascade of
rules, dates_when settles what was left unsaid.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from bot.language.dates_calendar import Calendar, OfficeHours

__all__ = ["Calendar", "OfficeHours", "Span", "described", "read"]

OFFICE_HOURS = OfficeHours()
LONGEST = 2000  # characters looked at: a note, not a book


@dataclass(frozen=True, slots=True)
class Span:
    """One expression: `text[begin:finish]` and what it means.

    `start` and `end` are local like `now` (aware if it is, naive if not). A point in time has no `end`; a stretch
    (a day, a half day, a range) ends with the last minute or moment included; a deadline (周五前, by 5 pm) has no
    `start`; an open end (三点以后) has no `end` and `grain` "since". A bare length (两个小时) has `duration` alone; a
    recurrence (每周三) has none of them. `grain`: year, quarter, month, week, day, half (forenoon, afternoon), part
    (another part of the day or a part of a period), hour, minute, range, deadline, since, length, recurring.
    """

    text: str
    begin: int
    finish: int
    start: datetime | None = None
    end: datetime | None = None
    grain: str = "day"
    duration: timedelta | None = None
    recurring: bool = False


def read(text: str, now: datetime, lang: str | None = None, *, calendar: Calendar | None = None) -> list[Span]:
    """The dates, times and lengths of time in `text`, in its order.

    `now` is local, naive or aware; the spans' times are of the same sort. `lang` (zh-Hans, zh-Hant, en) is a hint
    only: the script of the text decides. `calendar` is the unit's (default: Monday–Friday, 09:00–17:00).
    """
    from bot.language.dates_joins import joined
    from bot.language.dates_lexer import fold, lexicon
    from bot.language.dates_when import Scene

    folded = fold(text[:LONGEST])
    language = spoken(folded)
    local = now.replace(tzinfo=None)
    scene = Scene(local, calendar or OFFICE_HOURS, language != "en")
    tokens = joined(lexicon(language).scan(folded, scene), scene)
    spans: list[Span] = []
    talked: datetime | None = None
    for token in tokens:
        span, talked = settled(token, scene, talked)
        if span:
            begin, finish = token.begin, token.finish
            aware = {k: v.replace(tzinfo=now.tzinfo) for k in ("start", "end") if (v := getattr(span, k)) is not None}
            spans.append(replace(span, text=text[begin:finish].strip(), begin=begin, finish=finish, **aware))
    return spans


def described(spans: list[Span]) -> list[dict[str, Any]]:
    """The spans as the dictionaries of `waiqin understand dates`: times as ISO minutes, lengths in seconds."""
    return [
        {
            "text": span.text,
            "start": span.start.isoformat(timespec="minutes") if span.start else None,
            "end": span.end.isoformat(timespec="minutes") if span.end else None,
            "grain": span.grain,
            "duration": span.duration.total_seconds() if span.duration is not None else None,
            "recurring": span.recurring,
        }
        for span in spans
    ]


def answered(question: Mapping[str, Any]) -> dict[str, Any]:
    """One line of `waiqin understand dates`: {"id", "text", "lang", "now"} → {"id", "spans"}."""
    now = datetime.fromisoformat(question["now"])
    return {"id": question.get("id"), "spans": described(read(question["text"], now, question.get("lang")))}


HAN = re.compile("[\u3400-\u9fff]")
LATIN = re.compile(r"[a-z]{3}")


def spoken(folded: str) -> str:
    """Which wordings a text needs: en, zh, or both for Chinese with English words in it."""
    if not HAN.search(folded):
        return "en"
    return "both" if LATIN.search(folded) else "zh"


def settled(token: Any, scene: Any, talked: datetime | None) -> tuple[Span | None, datetime | None]:
    """What a token means, and the moment that a later time of day in the same text may belong to."""
    from bot.language.dates_joins import Lasting, Range
    from bot.language.dates_when import When, settle

    kind, value = token.kind, token.value
    blank = Span("", 0, 0)
    if kind == "r":
        return replace(blank, grain="recurring", recurring=True), talked
    if kind == "L":
        return replace(blank, grain="length", duration=value.span), talked
    if kind in "ICP" and value is not None:
        return counted(kind, value, scene), talked
    if isinstance(value, Range):
        found = between(value, scene, talked)
        return found, (found.end if found else talked)
    if isinstance(value, Lasting):
        begin = settle(value.when, scene, talked)
        if begin is None:
            return None, talked
        finish = value.length.on(begin.start, scene.calendar)
        return (replace(blank, start=begin.start, end=finish, grain="range"), finish) if finish else (None, talked)
    if not isinstance(value, When) or kind not in "WEA":
        return None, talked
    span = settle(value, scene, talked)
    if span is None:
        return None, talked
    if kind == "E":
        due = span.end or span.start
        if value.part and value.hour is None:
            due = span.start if value.part == "noon" else due
        return replace(blank, end=due, grain="deadline"), talked
    if kind == "A":
        start = span.start
        return replace(blank, start=start, grain="since"), talked
    here = span.start if (span.end is None or span.end.date() == span.start.date()) else talked
    if value.hour is None and not value.part and here is not None and here is span.start:
        here = datetime.combine(span.start.date(), time(0))
    return replace(blank, start=span.start, end=span.end, grain=span.grain), here


def counted(kind: str, length: Any, scene: Any) -> Span | None:
    """Within a length from now, the coming or the past one: by whole days when it counts days."""
    blank, now = Span("", 0, 0), scene.now.replace(second=0, microsecond=0)
    sign = -1 if kind == "P" else 1
    moved = length.times(sign).on(now, scene.calendar)
    if moved is None:
        return None
    if length.by_the_day:
        if length.workdays and not length.days and not length.months:
            moved = datetime.combine(moved.date(), scene.calendar.hours[1])
        else:
            moved = datetime.combine(moved.date(), time(23, 59) if sign > 0 else time())
    if kind == "I":
        return replace(blank, start=now, end=moved, grain="deadline")
    if kind == "C":
        start = datetime.combine(now.date() + timedelta(days=1), time()) if length.by_the_day else now
        return replace(blank, start=start, end=moved, grain="range")
    return replace(blank, start=moved, end=now, grain="range")


def between(value: Any, scene: Any, talked: datetime | None) -> Span | None:
    """A range: its second end is the first one past its beginning; one that runs backwards is none."""
    from bot.language.dates_when import settle

    first, last = value.first, value.last
    begin = settle(first, scene, talked)
    if begin is None:
        return None
    undated = first.hour is not None and not first.dated
    if last.hour is not None and last.at is None:
        if same_day(first, last):
            last = replace(strip(last), first=begin.start.date(), last=begin.start.date(), grain="day")
            if last.part is None and first.part and not last.sure and last.hour >= (first.hour or 0):
                last = replace(last, part=first.part)
            elif not first.sure and not first.part and first.hour is not None and (last.sure or last.part):
                begin = nearest(first, last, begin, scene)
        finish = settle(last, scene, begin.start)
        if finish and finish.start <= begin.start and same_day(first, value.last):
            finish = replace(
                finish,
                start=finish.start
                + timedelta(hours=12 if not last.sure and not last.part and finish.start.hour < 12 else 24),
            )
            if finish.start <= begin.start:
                finish = replace(finish, start=finish.start + timedelta(hours=12))
    else:
        finish = settle(last, scene, begin.start)
    if finish is None:
        return None
    end = finish.end or finish.start
    if end < begin.start:
        finish = rolled(first, last, begin, scene)
        if finish is None:
            return None
        end = finish.end or finish.start
    return Span("", 0, 0, start=begin.start, end=end, grain="range")


def same_day(first: Any, last: Any) -> bool:
    """Whether both ends name the same days (one inherited them from the other)."""
    names = ("year", "month", "day", "weekday", "first", "last", "holiday", "edge", "nth")
    return all(getattr(first, n) == getattr(last, n) for n in names)


def strip(when: Any) -> Any:
    """Only the time of it."""
    return replace(when, year=None, month=None, day=None, weekday=None, holiday=None, edge=None, nth=None)


def nearest(first: Any, last: Any, begin: Any, scene: Any) -> Any:
    """8–11 pm: the half of the first hour that brings it closest before the second."""
    from bot.language.dates_when import settle

    finish = settle(last, scene)
    if finish is None or not 1 <= first.hour <= 11:
        return begin
    day = datetime.combine(begin.start.date(), time())
    options = [day + timedelta(hours=h, minutes=first.minute or 0) for h in (first.hour, first.hour + 12)]
    fitting = [option for option in options if option < finish.start]
    return replace(begin, start=fitting[-1]) if fitting else begin


def rolled(first: Any, last: Any, begin: Any, scene: Any) -> Any:
    """The end of a range moved on past its beginning, where the words leave its year or week open."""
    from bot.language.dates_when import Scene, settle

    if last.first is not None or last.year is not None:
        return None
    if last.dated:
        later = Scene(begin.start, scene.calendar, scene.chinese)
        found = settle(last, later, None)
        return found if found and (found.end or found.start) >= begin.start else None
    return None
