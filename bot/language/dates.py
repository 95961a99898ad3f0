"""Dates, times and lengths in what people write: one small grammar for Chinese (both scripts, Cantonese) and English.

`read` finds the expressions of a text and says what local time each means, counted from `now`. The next occurrence
is meant where a year, month or date is left unsaid; weeks begin on Monday; 下班前, 节后第一天, 两个工作日内 and half
days go by the calendar handed in. What cannot exist (2月30日, 下周八, 15PM) is refused: there is no span, and never a
shifted one.

How: dates_lexer finds wordings (dates_chinese*, dates_english*, dates_numeric), dates_joins joins them by a cascade of
rules, dates_when and dates_spans settle what was left unsaid. All of it is imported with the first reading.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.language.dates_calendar import Calendar, OfficeHours

if TYPE_CHECKING:
    from bot.language.dates_lexer import Token
    from bot.language.dates_spans import Meaning

__all__ = ["Calendar", "OfficeHours", "Refused", "Span", "answered", "described", "prepare", "read", "refused"]

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


@dataclass(frozen=True, slots=True)
class Refused:
    """A wording of a date that cannot be; `problem`: impossible_date, weekday_mismatch, end_before_start."""

    text: str
    begin: int
    finish: int
    problem: str


def read(text: str, now: datetime, lang: str | None = None, *, calendar: Calendar | None = None) -> list[Span]:
    """The dates, times and lengths of time in `text`, in its order.

    `now` is local, naive or aware; the spans' times are of the same sort. `lang` (zh-Hans, zh-Hant, en) is a hint
    only: the script of the text decides. `calendar` is the unit's (default: Monday–Friday, 09:00–17:00).
    """

    def local(moment: datetime | None) -> datetime | None:
        return moment.replace(tzinfo=now.tzinfo) if moment else None

    return [
        Span(
            text=text[token.begin : token.finish],
            begin=token.begin,
            finish=token.finish,
            start=local(meaning.start),
            end=local(meaning.end),
            grain=meaning.grain,
            duration=meaning.duration,
            recurring=meaning.recurring,
        )
        for token, meaning in understood(text, now, calendar)
        if not isinstance(meaning, str)
    ]


def refused(text: str, now: datetime, *, calendar: Calendar | None = None) -> list[Refused]:
    """The wordings in `text` that `read` leaves out because they cannot be: 2月30日, 周三5月9号 on a Saturday."""
    return [
        Refused(text[token.begin : token.finish], token.begin, token.finish, problem)
        for token, problem in understood(text, now, calendar)
        if isinstance(problem, str)
    ]


def understood(text: str, now: datetime, calendar: Calendar | None) -> "list[tuple[Token, Meaning | str]]":
    """The expressions of `text`, each with its meaning in naive local time or with the problem that it has."""
    from bot.language.dates_joins import joined
    from bot.language.dates_lexer import fold, lexicon
    from bot.language.dates_spans import meanings
    from bot.language.dates_when import Scene

    folded = fold(text[:LONGEST])
    language = spoken(folded)
    scene = Scene(now.replace(tzinfo=None), calendar or OFFICE_HOURS, folded, text, language != "en")
    return meanings(joined(lexicon(language).scan(folded, scene), scene), scene)


def prepare() -> None:
    """Compile the wordings now; otherwise the first reading does it and takes some tenths of a second."""
    from bot.language.dates_lexer import lexicon

    for language in ("zh", "en", "both"):
        lexicon(language)


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
