"""Dates and times in digits, alike in every language: 2026-05-08, 8/5/2026, 16:30, 4:30 pm; and digits that are none.

Of two numbers that may both be months the first is taken as the month, as in Chinese and ISO, unless a weekday
beside them says otherwise. What cannot be (2027-02-30, 25:30, 15PM) blocks; amounts, rates and codes do too.
"""

import re
from datetime import date

from bot.language.dates_lexer import BLOCKED, IMPOSSIBLE, Made, Wording, when
from bot.language.dates_numbers import FIGURES, full_year
from bot.language.dates_when import Scene, When

Match = re.Match[str]


def a_date(year: int, month: int, day: int, **more: object) -> Made:
    """A full date, or a refusal."""
    try:
        date(year, month, day)
    except ValueError:
        return IMPOSSIBLE
    return when(year=year, month=month, day=day, **more)


def month_day(month: int, day: int, **more: object) -> Made:
    """A month and day without a year, or a refusal."""
    try:
        date(2000, month, day)
    except ValueError:
        return IMPOSSIBLE
    return when(month=month, day=day, **more)


def clock(hour: int, minute: int | None, half: str | None, sure: bool, literal: bool | None = None) -> Made:
    """A clock time, `half` "a" or "p" or unsaid, or a refusal. `sure`: of 24 hours; `literal`: written as 3:45."""
    if half and 1 <= hour <= 12:
        return when(hour=hour % 12 + (12 if half == "p" else 0), minute=minute, sure=True)
    if hour > 24 or (minute or 0) > 59 or (hour == 24 and minute) or (half and (half == "a") == (hour > 12)):
        return IMPOSSIBLE
    if half and minute is None:  # 15PM
        return IMPOSSIBLE
    return when(hour=hour, minute=minute, sure=sure or hour == 0 or hour > 12, literal=literal)


def _year_first(match: Match, scene: Scene) -> Made | None:
    return a_date(int(match[1]), int(match[2]), int(match[3]))


def _year_last(match: Match, scene: Scene) -> Made | None:
    one, two, year = int(match[1]), int(match[3]), match[4]
    if len(year) == 2 and (match[2] == "." or (match[2] == "-" and len(match[1] + match[3]) < 3)):
        return BLOCKED  # a version, a code
    if one > 12:
        one, two = two, one
    return a_date(full_year(year), one, two, either=two <= 12 or None)


def _two_numbers(match: Match, scene: Scene) -> Made | None:
    one, two = int(match[1]), int(match[2])
    if match[0] == "24/7":
        return BLOCKED
    if one > 12 >= two:
        one, two = two, one
    made = month_day(one, two, either=(two <= 12) or None)
    return None if made is IMPOSSIBLE else made


def _padded(match: Match, scene: Scene) -> Made | None:
    alone = match[0] == match.string.strip()
    return _two_numbers(match, scene) if match[1][0] == "0" or alone else None


def _maybe(match: Match, scene: Scene) -> Made | None:
    """8.5 is a date only beside its weekday or behind "on", and a time only behind a day."""
    made = _two_numbers(match, scene)
    return Made("d", made.value if made else When())


def _year_month(match: Match, scene: Scene) -> Made | None:
    month = int(match[2])
    return when(year=int(match[1]), month=month) if 1 <= month <= 12 else BLOCKED


def _run_together(match: Match, scene: Scene) -> Made | None:
    made = a_date(int(match[1]), int(match[2]), int(match[3]))
    return None if made is IMPOSSIBLE else made


def _clock(match: Match, scene: Scene) -> Made | None:
    half, padded = match["half"], match["h"][0] == "0" and len(match["h"]) == 2
    return clock(int(match["h"]), int(match["m"]), half[0] if half else None, padded, literal=True)


def _hour(match: Match, scene: Scene) -> Made | None:
    return clock(int(match["h"]), None, match["half"][0], True)


def _hour_h(match: Match, scene: Scene) -> Made | None:
    if not match[2] and int(match[1]) < 7:  # 2h is a length
        return None
    return clock(int(match[1]), int(match[2]) if match[2] else None, None, False)


def _stamp(match: Match, scene: Scene) -> Made | None:
    hour, minute = int(match[4]), int(match[5])
    if hour > 23 or minute > 59:
        return IMPOSSIBLE
    return a_date(int(match[1]), int(match[2]), int(match[3]), hour=hour, minute=minute, sure=True)


def _bare(match: Match, scene: Scene) -> Made | None:
    """A year where it is all that was said, else a number that something beside it may take up."""
    if match[0] == match.string.strip() and re.fullmatch(r"(?:19|20)\d\d", match[0]):
        return when(year=int(match[0]))
    return Made("n", int(match[0]))


def _block(match: Match, scene: Scene) -> Made | None:
    return BLOCKED


SECONDS = r"(?::[0-5]\d(?:\.\d+)?(?:\s*(?:gmt|utc)?[+-]\d\d:?\d\d|\s*(?:gmt|utc|z)\b)?)?"
HALF = r"(?P<half>am|pm|a\.\s?m\.?|p\.\s?m\.?|[ap](?![a-z'])\.?)(?![a-z])"
NOT_A_SHARE = r"(?!\s*(?:of|hour|day|week|month|year|的|以上|以下|[个位家份万%]))"

WORDINGS: tuple[Wording, ...] = (
    Wording(FIGURES, rf"(\d{{4}})-(\d\d)-(\d\d)t(\d\d):(\d\d){SECONDS}(?:z|[+-]\d\d:?\d\d)?", _stamp),
    Wording(FIGURES, rf"(\d{{4}})-(\d\d)-(\d\d) ?(\d\d):(\d\d){SECONDS}", _stamp),
    Wording(FIGURES, r"(\d{4})(?:[-/.]|\s-)(\d{1,2})[-/.](\d{1,2})(?:日|号)?", _year_first),
    Wording(FIGURES, r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?![:/]\d)", _year_last),
    Wording(FIGURES, rf"(\d{{1,2}})/(\d{{1,2}})(?:日|号)?{NOT_A_SHARE}", _two_numbers),
    Wording(FIGURES, r"(\d{1,2})·(\d{1,2})(?:日|号)?", _two_numbers),
    Wording(FIGURES, r"(\d{1,2})\.(\d{1,2})(?:日|号)", _two_numbers),
    Wording(FIGURES, r"(\d{1,2})\.(\d{1,2})", _maybe),
    Wording(FIGURES, r"(\d\d)-(\d\d)(?![-\d万个人元块%家年天笔户])", _padded),
    Wording(FIGURES, r"((?:19|20)\d\d)\s?[-/]\s?(\d{1,2})(?![\d-])", _year_month),
    Wording(FIGURES, r"((?:19[5-9]|20[0-4])\d)\.(0?[1-9]|1[0-2])(?![\d.%])", _year_month),
    Wording(FIGURES, r"(20[0-4]\d)([01]\d)([0-3]\d)(?!\d)", _run_together),
    Wording(FIGURES, rf"(?P<h>\d{{1,2}})\s?:\s?(?P<m>\d\d){SECONDS}(?:\s*{HALF})?", _clock),
    Wording(FIGURES, rf"(?P<h>\d{{1,2}})\.(?P<m>[0-5]\d)\s*{HALF}", _clock),
    Wording(FIGURES, rf"(?P<h>\d{{1,2}})\s*{HALF}", _hour),
    Wording(FIGURES, r"([01]?\d|2[0-4])h([0-5]\d)?(?!\w)", _hour_h),
    # what only looks like one: amounts and rates, long numbers, telephone numbers, scores
    Wording(FIGURES, r"\d+(?:[.,]\d+)*\s*(?:%|‰|元|块|万|亿|百万|千万|bps?\b|k\b|m\b)", _block),
    Wording(FIGURES, r"\d{5,}|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{3,}|\d{3,}\.\d+|\d+\.\d+(?:\.\d+)+", _block),
    Wording(FIGURES, r"1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}-\d{7,8}|\d{3,4}[ -]\d{3,4}[ -](?:\d{2}-)?\d{4}", _block),
    Wording(FIGURES, r"7[*x×]24", _block),
    Wording(FIGURES, r"\d{1,2}-\d{1,2}-\d(?!\d)|\d+:\d(?!\d)(?=\D|$)", _block),
    Wording("(", r"\(\d{3}\) ?\d{3}-\d{4}", _block),
    Wording("$¥€£￥", r"[$¥€£￥]\s*\d[\d,.]*\s*(?:万|亿|k|m)?", _block),
)
BARE: tuple[Wording, ...] = (
    Wording(FIGURES, r"\d{1,4}", _bare),
)  # asked last: anything else of the same length goes first
