"""Months, quarters and years counted by the calendar, not by thirty days (D27, K03–K13, V03–V16).

A day that the target month does not have becomes its last day: 31 May less three months is 28 February, and 29 in a
leap year. So a lead of months is never longer or shorter than people count it on the wall.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from bot.rules.workdays import WorkCalendar

MONDAY = date(2001, 1, 1)  # weeks are counted from a Monday that began a year
MONTHS_OF = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


class Length(StrEnum):
    """What a period is counted in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """So many days, weeks, months, quarters, half-years or years."""

    count: int
    length: Length

    def __str__(self) -> str:
        """As a policy file has it: "2 weeks", "1 month"."""
        return f"{self.count} {self.length}{'s' if self.count > 1 else ''}"

    @property
    def months(self) -> int:
        """Its months; 0 where it is counted in days."""
        return self.count * MONTHS_OF.get(self.length, 0)

    @property
    def days(self) -> int:
        """About how many days it has: to compare periods, never to count dates."""
        return round(self.months * 30.4375) or self.count * (7 if self.length is Length.WEEK else 1)

    def after(self, day: date) -> date:
        """The day a period later."""
        return add_months(day, self.months) if self.months else day + timedelta(days=self.days)

    def before(self, day: date) -> date:
        """The day a period earlier."""
        return add_months(day, -self.months) if self.months else day - timedelta(days=self.days)

    def around(self, day: date) -> tuple[date, date]:
        """The first and the last day of the period of the calendar that a day lies in: its week, its quarter.

        Several weeks are counted from a fixed Monday, several months from January.
        """
        if self.months:
            year, month = divmod((day.year * 12 + day.month - 1) // self.months * self.months, 12)
            first = date(year, month + 1, 1)
            return first, add_months(first, self.months) - timedelta(days=1)
        first = MONDAY + timedelta(days=(day - MONDAY).days // self.days * self.days)
        return first, first + timedelta(days=self.days - 1)


@lru_cache(maxsize=8_192)  # a bank asks for the same few hundred days in millions of clients
def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def on_day(year: int, month: int, day: int) -> date:
    """A day of every month, in one month: the 31st is the 30th in June."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def working_days_before(day: date, count: int, calendar: WorkCalendar) -> date:
    """The working day so many working days before a day; with 0 the day itself, or the last working day before it."""
    here = day
    while not calendar.is_working(here):
        here -= timedelta(days=1)
        if count > 0 and calendar.is_working(here):
            count -= 1
    while count > 0:
        here -= timedelta(days=1)
        count -= calendar.is_working(here)
    return here


def next_working_day(day: date, calendar: WorkCalendar) -> date:
    """The first working day after a day."""
    here = day + timedelta(days=1)
    for _ in range(60):  # no holiday is longer
        if calendar.is_working(here):
            break
        here += timedelta(days=1)
    return here
