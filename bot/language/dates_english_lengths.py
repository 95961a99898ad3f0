"""English lengths of time: two hours, an hour and a half, half a day, one hour thirty – over folded text."""

import re

from bot.language.dates_english import NUMBER, TEENS, TENS, either
from bot.language.dates_numbers import WORDS, english
from bot.language.dates_when import Length

UNITS = {
    **dict.fromkeys(("second", "seconds", "sec", "secs"), Length(seconds=1)),
    **dict.fromkeys(("minute", "minutes", "min", "mins", "m"), Length(seconds=60)),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), Length(seconds=3600)),
    **dict.fromkeys(("day", "days", "d", "night", "nights"), Length(days=1)),
    **{
        f"{kind_} day{s}": Length(workdays=1)
        for kind_ in ("business", "working", "work", "trading", "banking")
        for s in ("", "s")
    },
    **dict.fromkeys(("workday", "workdays", "weekday", "weekdays"), Length(workdays=1)),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "w"), Length(days=7)),
    **dict.fromkeys(("fortnight", "fortnights"), Length(days=14)),
    **dict.fromkeys(("month", "months", "mo", "mos"), Length(months=1)),
    **dict.fromkeys(("quarter", "quarters"), Length(months=3)),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y"), Length(months=12)),
    **dict.fromkeys(("decade", "decades"), Length(months=120)),
}
HALF_HOUR, QUARTER, DAY = Length(seconds=1800), Length(seconds=900), Length(days=1)
WHOLES = {
    f"{article}{name}": length
    for article in ("", "a ", "an ", "the ")
    for name, length in (
        *(
            ("half hour", HALF_HOUR),
            ("half-hour", HALF_HOUR),
            ("quarter hour", QUARTER),
            ("quarter of an hour", QUARTER),
        ),
        *(
            ("half day", DAY.times(0.5)),
            ("half-day", DAY.times(0.5)),
            ("fortnight", DAY.times(14)),
            ("entire day", DAY),
        ),
        *((f"{all_} {unit}", UNITS[unit]) for all_ in ("full", "whole") for unit in ("day", "week", "month", "year")),
    )
} | {
    **{"half an hour": HALF_HOUR, "half a minute": Length(seconds=30), "half a day": DAY.times(0.5)},
    **{"half a month": DAY.times(15), "half a year": Length(months=6), "all week": DAY.times(7)},
    **{f"{three} quarters of an hour": QUARTER.times(3) for three in ("3", "three")},
    "three-quarters of an hour": QUARTER.times(3),
}
UNIT = rf"(?:{either(UNITS)})(?![a-z])"
COUNT = (
    rf"(?:(?:\d+|{NUMBER})\s*(?:-|to|or)\s*(?:\d+\b|{NUMBER})"  # two or three
    r"|\d+/\d+|\d+(?:\.\d+)?|(?:(?:an?|the)\s+)?couple(?:\s+of)?\b|an?\b(?!\s+(?:second|m|y|w|d|h|mo)\b)"
    rf"|half(?:\s+an?)?\b|{NUMBER})"
)
AND_HALF = r"\s+and\s+(?:an?\s+)?(?:half|quarter)\b(?!\s+(?:past|to|an?\b))"
SINGLE = (
    rf"(?:{COUNT}(?:{AND_HALF})?(?:\s*-\s*|\s*)(?:(?:more|additional|full|whole|long)\s+)?{UNIT}\.?(?:{AND_HALF})?)"
)
TAIL = rf"(?:\s+(?:{TENS}|{TEENS}|ten|forty[- ]five|[1-5][05])(?![\w:]|\.\d|\s*(?:{either(UNITS)}|am|pm)\b))"
LENGTH = rf"(?:(?:{either(WHOLES)})(?![a-z])|{SINGLE}(?:(?:\s*,)?(?:\s+and)?\s*(?!an?\b){SINGLE})*{TAIL}?)"
PIECE = re.compile(
    rf"(?P<n>{COUNT})(?P<h1>{AND_HALF})?(?:\s*-\s*|\s*)(?:(?:more|additional|full|whole"
    rf"|long)\s+)?(?P<u>{UNIT})\.?(?P<h2>{AND_HALF})?"
)


def larger(text: str) -> float | None:
    """The number, or the larger one of "2-3", "two or three"."""
    one, _, two = re.sub(r"\s*(?:-|\bto\b|\bor\b)\s*", "~", text).partition("~")
    whole = english(text) if two and one in WORDS and WORDS[one] >= 20 else None  # twenty-three
    first, last = english(one), english(two) if two else None
    return whole or (first if not two else last if first is not None and last is not None and first < last else None)


def length_of(text: str) -> Length | None:
    """The length said in English, all parts added up; None for odd ones."""
    if re.search(r"(?<![\d.])0\d|\d\s*-\s*[a-z]\b", text):  # 004-D is a code
        return None
    if text in WHOLES:
        return WHOLES[text]
    total, end, unit = Length(), 0, Length()
    for piece in PIECE.finditer(text):
        said = piece["n"]
        number = 0.5 if said.startswith("half") else 2 if "couple" in said else larger(said)
        if number is None or number > 10000:
            return None
        number += sum(0.25 if "quarter" in part else 0.5 for part in (piece["h1"], piece["h2"]) if part)
        unit, end = UNITS[piece["u"]], piece.end()
        total += unit.times(number)
    rest = text[end:].strip()
    if rest:  # one hour thirty
        minutes = english(rest)
        if unit.seconds != 3600 or minutes is None:
            return None
        total += Length(seconds=60 * minutes)
    return total if end else None
