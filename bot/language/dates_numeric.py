"""Dates and times in digits, alike in every language: 2026-05-08, 8/5/2026, 16:30, 4:30 pm; and digits that are none.

Two numbers of 12 or less may stand in either order; month first is taken, as in Chinese and ISO, unless the
weekday beside them says otherwise. What cannot be a date (2014-02-30, 25:12) blocks.
"""

import re
from datetime import date, timedelta

from bot.language.dates_lexer import BLOCKED, Made, Wording
from bot.language.dates_when import Scene, When

IMPOSSIBLE = Made("X")
FIGURES = "0123456789"


def a_date(year: int, month: int, day: int) -> Made:
    """A full date, or a refusal."""
    try:
        date(year, month, day)
    except ValueError:
        return IMPOSSIBLE
    return Made("W", When(year=year, month=month, day=day))


def month_day(month: int, day: int) -> Made:
    """A month and day without a year, or a refusal."""
    try:
        date(2000, month, day)
    except ValueError:
        return IMPOSSIBLE
    return Made("W", When(month=month, day=day))


def full_year(text: str) -> int:
    """Two digits mean the century that lies nearer: 1970–2069."""
    year = int(text)
    return year if len(text) > 2 else year + (1900 if year >= 70 else 2000)


def _year_first(match: re.Match[str], scene: Scene) -> Made | None:
    return a_date(int(match[1]), int(match[3]), int(match[4]))


def _year_last(match: re.Match[str], scene: Scene) -> Made | None:
    one, two, year = int(match[1]), int(match[3]), match[4]
    if len(year) == 2 and match[2] == ".":
        return BLOCKED  # a version, not a date
    if one > 12 or (match[2] == "." and two <= 12 and len(match[1]) == 2 and one > 12):
        one, two = two, one
    made = a_date(full_year(year), one, two)
    return made


def _slashed(match: re.Match[str], scene: Scene) -> Made | None:
    one, two = int(match[1]), int(match[2])
    if one > 12 >= two:
        one, two = two, one
    made = month_day(one, two)
    return None if made is IMPOSSIBLE else made


def _padded(match: re.Match[str], scene: Scene) -> Made | None:
    if match[1][0] != "0" and not match[0] == match.string.strip():
        return None
    made = month_day(int(match[1]), int(match[2]))
    return None if made is IMPOSSIBLE else made


def _year_month(match: re.Match[str], scene: Scene) -> Made | None:
    month = int(match[2])
    return Made("W", When(year=int(match[1]), month=month)) if 1 <= month <= 12 else BLOCKED


def _run_together(match: re.Match[str], scene: Scene) -> Made | None:
    made = a_date(int(match[1]), int(match[2]), int(match[3]))
    return None if made is IMPOSSIBLE else made


def clock(hour: int, minute: int | None, half: str | None, sure: bool) -> Made:
    """A clock time by 12 or 24 hours, or a refusal."""
    if half:
        if not 1 <= hour <= 12 and not (hour == 0 and half == "a"):
            return (
                IMPOSSIBLE
                if hour > 12 and half == "a" or hour > 23 or minute is None
                else Made("W", When(hour=hour, minute=minute, sure=True))
            )
        hour = hour % 12 + (12 if half == "p" else 0)
        return Made("W", When(hour=hour, minute=minute, sure=True))
    if hour > 24 or (minute or 0) > 59 or (hour == 24 and minute):
        return IMPOSSIBLE
    return Made("W", When(hour=hour, minute=minute, sure=sure or hour == 0 or hour > 12))


def _clock(match: re.Match[str], scene: Scene) -> Made | None:
    half = match["half"]
    padded = match["h"][0] == "0" and len(match["h"]) == 2
    return clock(int(match["h"]), int(match["m"]), half[0] if half else None, padded)


def _hour(match: re.Match[str], scene: Scene) -> Made | None:
    return clock(int(match["h"]), None, match["half"][0], True)


def _hour_h(match: re.Match[str], scene: Scene) -> Made | None:
    return clock(int(match[1]), int(match[2]) if match[2] else None, None, False)


def _stamp(match: re.Match[str], scene: Scene) -> Made | None:
    made = a_date(int(match[1]), int(match[2]), int(match[3]))
    if made is IMPOSSIBLE or int(match[4]) > 23 or int(match[5]) > 59:
        return IMPOSSIBLE
    return Made(
        "W", When(int(match[1]), int(match[2]), int(match[3]), hour=int(match[4]), minute=int(match[5]), sure=True)
    )


def _number(match: re.Match[str], scene: Scene) -> Made | None:
    return Made("n", int(match[0])) if len(match[0]) <= 4 else BLOCKED


def _block(match: re.Match[str], scene: Scene) -> Made | None:
    return BLOCKED


SECONDS = r"(?::[0-5]\d(?:\.\d+)?)?"
HALF = r"(?P<half>am|pm|a\.\s?m\.?|p\.\s?m\.?|[ap](?![a-z'])\.?)(?![a-z])"

WORDINGS = (
    Wording(FIGURES, r"(\d{4})-(\d\d)-(\d\d)[t ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:z|(?=$|[^\d:+-])|[+-]\d\d:?\d\d)", _stamp),
    Wording(FIGURES, r"(\d{4})([-/.]|\s-)(\d{1,2})[-/.](\d{1,2})(?:日|号)?", _year_first),
    Wording(FIGURES, r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?![:/-]\d)", _year_last),
    Wording(FIGURES, r"(\d{1,2})/(\d{1,2})(?:日|号)?(?!\s*(?:of|hour|day|week|month|year|的|以上|以下))", _slashed),
    Wording(FIGURES, r"(\d{1,2})·(\d{1,2})(?:日|号)?", _slashed),
    Wording(FIGURES, r"(\d{1,2})\.(\d{1,2})(?:日|号)", _slashed),
    Wording(FIGURES, r"(\d\d)-(\d\d)(?![-\d万个人元块%家年天])", _padded),
    Wording(FIGURES, r"((?:19|20)\d\d)\s?[-/]\s?(\d{1,2})(?![\d-])", _year_month),
    Wording(FIGURES, r"(20[0-4]\d)([01]\d)([0-3]\d)(?!\d)", _run_together),
    Wording(FIGURES, rf"(?P<h>\d{{1,2}})\s?:\s?(?P<m>\d\d){SECONDS}(?:\s*{HALF})?", _clock),
    Wording(FIGURES, rf"(?P<h>\d{{1,2}})\s*{HALF}", _hour),
    Wording(FIGURES, r"(\d{1,2})h(\d\d)?(?:rs?)?(?!\w)", _hour_h),
    Wording(FIGURES, r"\d{1,4}", _number),
    # what only looks like one
    Wording(FIGURES, r"\d+(?:[.,]\d+)*\s*(?:%|‰|％|元|块|万|亿|百万|千万|bp|bps|k\b|m\b|%)", _block),
    Wording(FIGURES, r"\d{5,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+(?:\.\d+)*", _block),
    Wording(FIGURES, r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8}|\d{3,4}[ -]\d{3,4}[ -](?:\d{2}-)?\d{4}", _block),
    Wording(FIGURES, r"\d{1,2}-\d{1,2}-\d(?!\d)|\d+:\d(?!\d)(?=\D|$)", _block),
    Wording("(", r"\(\d{3}\) ?\d{3}-\d{4}", _block),
    Wording("$¥€£￥", r"[$¥€£￥]\s*\d[\d,.]*\s*(?:万|亿|k|m)?", _block),
)  # fmt: skip

DAY = timedelta(days=1)
