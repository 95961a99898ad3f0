"""Stretches of the calendar: a week, a month, a quarter, the end of a year, the third Friday, the first half.

A stretch is its first day, its last day and what it makes up ("day", "week", "month", "quarter", "year", "part").
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import TypeVar

from bot.language.dates_calendar import Calendar, working_day

Moment = TypeVar("Moment", date, datetime)
DAY = timedelta(days=1)


def month_of(day: date) -> tuple[date, date, str]:
    """The month that `day` lies in."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]), "month"


def stretch(today: date, unit: str, count: int) -> tuple[date, date, str]:
    """The day, week, weekend, month, quarter or year `count` away from the one that `today` lies in."""
    if unit == "day":
        return today + DAY * count, today + DAY * count, "day"
    if unit in ("week", "weekend"):
        monday = today - DAY * today.weekday() + DAY * 7 * count
        return (monday, monday + DAY * 6, "week") if unit == "week" else (monday + DAY * 5, monday + DAY * 6, "day")
    if unit == "year":
        return date(today.year + count, 1, 1), date(today.year + count, 12, 31), "year"
    if unit == "quarter":
        start = shift_months(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3 * count)
        return start, shift_months(start, 3) - DAY, "quarter"
    return month_of(shift_months(today.replace(day=1), count))


SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14)}


def edge_of(found: tuple[date, date, str], edge: str) -> tuple[date, date, str] | None:
    """The beginning, middle or end of a stretch: the first or last day, the middle third, a half."""
    first, last, grain = found
    unit, _, named = edge.rpartition("-")
    if unit and unit != grain:  # "month-end" of a year
        return None
    edge = named
    if edge == "start":
        return first, first, "day"
    if edge == "end":
        return last, last, "day"
    if edge in ("half1", "half2"):
        if grain == "year":
            middle = date(first.year, 7, 1)
        else:
            middle = first + (last - first + DAY) // 2 if grain != "month" else first.replace(day=16)
        return (first, middle - DAY, "part") if edge == "half1" else (middle, last, "part")
    if grain == "year":
        bounds = {"early": (1, 4), "middle": (5, 8), "mid": (5, 8), "late": (9, 12), **SEASONS}[edge]
        if edge == "winter":
            return date(first.year, 12, 1), date(first.year + 1, 3, 1) - DAY, "part"
        return date(first.year, bounds[0], 1), month_of(date(first.year, bounds[1], 1))[1], "part"
    if grain == "month":
        low, high = {"early": (1, 10), "middle": (11, 20), "mid": (11, 20), "late": (21, last.day)}[edge]
        return first.replace(day=low), first.replace(day=high), "part"
    third = (last - first + DAY) / 3
    if edge == "early":
        return first, first + third - DAY, "part"
    if edge == "late":
        return last - third + DAY, last, "part"
    return first + third, last - third, "part"


def nth_of(found: tuple[date, date, str], nth: tuple[int, str], calendar: Calendar) -> tuple[date, date, str] | None:
    """The n-th (or n-th last) weekday, day, working day, week or quarter of a stretch."""
    (first, last, _), (count, unit) = found, nth
    if unit == "week":
        monday = first - DAY * first.weekday()
        if count > 0:  # the first week is the one with most of its days inside, as in ISO 8601
            monday += DAY * 7 * (count - 1 + (first.weekday() > 3))
        else:
            final = last - DAY * last.weekday()
            monday = final + DAY * 7 * (count + 1 - (last.weekday() < 3))
        return (monday, monday + DAY * 6, "week") if monday + DAY * 6 >= first and monday <= last else None
    if unit == "month":
        start = shift_months(first, count - 1) if count > 0 else shift_months(last.replace(day=1), count + 1)
        return month_of(start) if first <= start <= last else None
    if unit == "quarter":
        start = shift_months(first, 3 * (count - 1)) if count > 0 else shift_months(last.replace(day=1), 3 * count + 1)
        return stretch(start, "quarter", 0) if first <= start <= last else None
    if unit == "workday":
        day = working_day(calendar, first - DAY if count > 0 else last + DAY, count)
    elif unit == "day":
        day = first + DAY * (count - 1) if count > 0 else last + DAY * (count + 1)
    elif count > 0:
        day = first + DAY * ((int(unit) - first.weekday()) % 7 + 7 * (count - 1))
    else:
        day = last - DAY * ((last.weekday() - int(unit)) % 7 + 7 * (-count - 1))
    return (day, day, "day") if day and first <= day <= last else None


def shift_months(day: Moment, count: int) -> Moment:
    """`day` moved by whole months, held back at the end of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))
