"""Holidays by name and year: fixed days, n-th weekdays, Easter, the lunar calendar (2000–2049), Qingming.

These are the days that people name. Which days are off is the unit's calendar's business; where it is silent,
`break_of` gives the customary length of the long holidays.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

DAY = timedelta(days=1)

# key → rule. "5-1": 1 May; "L8-15": lunar; "N11-4-3": fourth Thursday of November; "E+1": days from Easter;
# "C5-24-0": the Monday on or before 24 May; "-1" as a lunar day is the last day of the lunar year.
RULES = {
    "new year": "1-1",
    "laba": "L12-8",
    "valentine": "2-14",
    "women": "3-8",
    "arbor": "3-12",
    "consumer": "3-15",
    "st patrick": "3-17",
    "april fool": "4-1",
    "earth": "4-22",
    "labour": "5-1",
    "youth": "5-4",
    "nurses": "5-12",
    "children": "6-1",
    "party": "7-1",
    "independence": "7-4",
    "bastille": "7-14",
    "army": "8-1",
    "teachers": "9-10",
    "national": "10-1",
    "halloween": "10-31",
    "all saints": "11-1",
    "guy fawkes": "11-5",
    "veterans": "11-11",
    "singles": "11-11",
    "double twelve": "12-12",
    "christmas eve": "12-24",
    "christmas": "12-25",
    "boxing": "12-26",
    "new year eve": "12-31",
    "groundhog": "2-2",
    "epiphany": "1-6",
    "inauguration": "1-20",
    "australia": "1-26",
    "white": "3-14",
    "anzac": "4-25",
    "cinco": "5-5",
    "victoria": "C5-24-0",
    "juneteenth": "6-19",
    "canada": "7-1",
    "all souls": "11-2",
    "kwanzaa": "12-26",
    "martin luther king": "N1-3-0",
    "presidents": "N2-3-0",
    "mothers": "N5-2-6",
    "memorial": "N5--1-0",
    "fathers": "N6-3-6",
    "us labour": "N9-1-0",
    "columbus": "N10-2-0",
    "thanksgiving": "N11-4-3",
    "black friday": "N11-4-3+1",
    "cyber monday": "N11-4-3+4",
    "mardi gras": "E-47",
    "ash wednesday": "E-46",
    "palm sunday": "E-7",
    "maundy thursday": "E-3",
    "good friday": "E-2",
    "holy saturday": "E-1",
    "easter": "E+0",
    "easter monday": "E+1",
    "ascension": "E+39",
    "pentecost": "E+49",
    "spring festival": "L1-1",
    "lunar new year eve": "L12--1",
    "lantern": "L1-15",
    "dragon head": "L2-2",
    "buddha": "L4-8",
    "dragon boat": "L5-5",
    "qixi": "L7-7",
    "ghost": "L7-15",
    "mid-autumn": "L8-15",
    "double ninth": "L9-9",
    "kitchen god": "L12-23",
    "qingming": "S4.81-4-2",
    "winter solstice": "S21.94-12-2",
    "summer solstice": "S21.37-6-2",
}

# Long holidays: days before the named day, days in all (as of 2025).
BREAKS = {"spring festival": (1, 8), "national": (0, 7), "labour": (0, 5)}
OFF = ("new year", "spring festival", "qingming", "labour", "dragon boat", "mid-autumn", "national")

# One number per lunar year from 2000: twelve bits of long (30) or short (29) months from the highest, the leap month
# in the lowest four bits, its length in the bit above the twelve.
FIRST_YEAR, FIRST_DAY = 2000, date(2000, 2, 5)
LUNAR = (
    0x0C960, 0x0D954, 0x0D4A0, 0x0DA50, 0x07552, 0x056A0, 0x0ABB7, 0x025D0, 0x092D0, 0x0CAB5,
    0x0A950, 0x0B4A0, 0x0BAA4, 0x0AD50, 0x055D9, 0x04BA0, 0x0A5B0, 0x15176, 0x052B0, 0x0A930,
    0x07954, 0x06AA0, 0x0AD50, 0x05B52, 0x04B60, 0x0A6E6, 0x0A4E0, 0x0D260, 0x0EA65, 0x0D530,
    0x05AA0, 0x076A3, 0x096D0, 0x04AFB, 0x04AD0, 0x0A4D0, 0x1D0B6, 0x0D250, 0x0D520, 0x0DD45,
    0x0B5A0, 0x056D0, 0x055B2, 0x049B0, 0x0A577, 0x0A4B0, 0x0AA50, 0x1B255, 0x06D20, 0x0ADA0,
)  # fmt: skip


@cache
def days_of(name: str, year: int) -> tuple[date, date] | None:
    """The first and last day that the name means in that year; None if unknown.

    A lunar date is "lunar 8-15"; a name with " break" means the days off around it.
    """
    if name == "national" or name.endswith(" break"):
        return break_of(name.removesuffix(" break"), year)
    rule = "L" + name[6:] if name.startswith("lunar ") and name[6:7].isdigit() else RULES.get(name, "")
    day = _day(rule, year) if rule else None
    return (day, day) if day else None


def break_of(name: str, year: int) -> tuple[date, date] | None:
    """The days customarily off around the holiday, by the lengths of recent years."""
    name = name.removesuffix(" break")
    before, length = BREAKS.get(name, (0, 1))
    day = _day(RULES[name], year) if name in RULES else None
    return (day - DAY * before, day + DAY * (length - before - 1)) if day else days_of(name, year)


def coming_break(today: date, known: Mapping[date, str]) -> tuple[date, date] | None:
    """The next (or present) run of named days off: by the unit's table where it has one ahead, else by custom."""
    ahead = sorted(day for day in known if day >= today)
    if ahead:
        last = ahead[0]
        while last + DAY in known:
            last += DAY
        return ahead[0], last
    breaks = (break_of(name, year) for year in (today.year, today.year + 1) for name in OFF)
    return min((found for found in breaks if found and found[1] >= today), default=None)


def _day(rule: str, year: int) -> date | None:
    kind = rule[0]
    if kind == "L":
        month, _, day = rule[1:].partition("-")
        return lunar(year, int(month), int(day))
    if kind == "E":
        return easter(year) + DAY * int(rule[1:])
    if kind == "N":
        head, _, later = rule[1:].partition("+")
        month, _, rest = head.partition("-")
        count, weekday = rest.rsplit("-", 1)
        return _nth_weekday(year, int(month), int(count), int(weekday)) + DAY * int(later or 0)
    if kind == "C":
        limit = date(year, *(int(number) for number in rule[1:].split("-")[:2]))
        return limit - DAY * ((limit.weekday() - int(rule[-1])) % 7)
    if kind == "S":  # a solar term by its mean day in this century
        base, month, _ = rule[1:].split("-")
        return date(year, int(month), int((year % 100) * 0.2422 + float(base)) - year % 100 // 4)
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def _nth_weekday(year: int, month: int, count: int, weekday: int) -> date:
    if count > 0:
        first = date(year, month, 1)
        return first + DAY * ((weekday - first.weekday()) % 7 + 7 * (count - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - DAY
    return last - DAY * ((last.weekday() - weekday) % 7 + 7 * (-count - 1))


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    ell = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ell) // 451
    month, day = divmod(h + ell - 7 * m + 114, 31)
    return date(year, month, day + 1)


def lunar(year: int, month: int, day: int) -> date | None:
    """A lunar date of the lunar year that begins in `year`; day -1 is the year's last (month ignored).

    Twelfth-month feasts are asked for by the year they are felt to end: those of the lunar year before.
    """
    if month == 12:
        year -= 1
    if not FIRST_YEAR <= year < FIRST_YEAR + len(LUNAR):
        return None
    start = FIRST_DAY + DAY * sum(_year_length(y) for y in range(FIRST_YEAR, year))
    if day == -1:
        return start + DAY * (_year_length(year) - 1)
    code = LUNAR[year - FIRST_YEAR]
    lengths = [29 + bool(code & (0x10000 >> n)) for n in range(1, 13)]
    leap = code & 0xF
    days = sum(lengths[: month - 1]) + (_leap_length(code) if 0 < leap < month else 0) + day - 1
    return start + DAY * days if 1 <= day <= lengths[month - 1] else None


def _year_length(year: int) -> int:
    code = LUNAR[year - FIRST_YEAR]
    return sum(29 + bool(code & (0x10000 >> n)) for n in range(1, 13)) + _leap_length(code)


def _leap_length(code: int) -> int:
    return (30 if code & 0x10000 else 29) if code & 0xF else 0
