"""Which days are worked, and why: weekends, public holidays, and the make-up days worked for them (5.5, L01).

A table of days is data: it comes from the country's table and may be overridden by the bank's own. A year that no
table covers yet is counted by the week alone, and the count says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum


class Why(StrEnum):
    """Why a day is worked or free."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKE_UP = "make_up"  # 调休上班: a weekend day that is worked


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """A week and a table of what differs from it."""

    weekdays: frozenset[int] = frozenset(range(5))  # Monday is 0
    holidays: frozenset[date] = frozenset()
    make_ups: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()  # those that the table covers

    def why(self, day: date) -> Why:
        """What kind of day it is. A holiday on a weekend is a weekend: it takes nothing away."""
        if day in self.make_ups:
            return Why.MAKE_UP
        if day.weekday() not in self.weekdays:
            return Why.WEEKEND
        return Why.HOLIDAY if day in self.holidays else Why.WORKDAY

    def is_working(self, day: date) -> bool:
        return self.why(day) in (Why.WORKDAY, Why.MAKE_UP)

    def overridden(self, by: Mapping[date, bool]) -> "WorkCalendar":
        """The same with the bank's own word on some days: True for worked, False for free.

        Whoever says what 1 January is speaks for that year: it counts as covered.
        """
        free = {day for day, worked in by.items() if not worked}
        worked = set(by) - free
        return WorkCalendar(
            self.weekdays,
            (self.holidays | free) - worked,
            (self.make_ups - free) | {day for day in worked if day.weekday() not in self.weekdays},
            self.years | {day.year for day in by if (day.month, day.day) == (1, 1)},
        )

    def after(self, day: date) -> date:
        """The first working day after a day; the day itself plus one where a month holds none."""
        following = (day + timedelta(days=ahead) for ahead in range(1, 32))
        return next((each for each in following if self.is_working(each)), day + timedelta(days=1))

    def before(self, day: date) -> date:
        """The last working day before a day; the day itself minus one where a month holds none."""
        earlier = (day - timedelta(days=back) for back in range(1, 32))
        return next((each for each in earlier if self.is_working(each)), day - timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Count:
    """How many days, and why not more or fewer."""

    working: tuple[date, ...] = ()
    weekend: tuple[date, ...] = ()
    holidays: tuple[date, ...] = ()
    make_ups: tuple[date, ...] = ()  # they are among the working days too
    unknown_years: tuple[int, ...] = field(default=())

    @property
    def calendar_days(self) -> int:
        return len(self.working) + len(self.weekend) + len(self.holidays)


def count(first: date, last: date, calendar: WorkCalendar) -> Count:
    """The days from the first to the last, both included, by what they are."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    sorts: dict[Why, list[date]] = {why: [] for why in Why}
    for day in days:
        sorts[calendar.why(day)].append(day)
    years = sorted({day.year for day in days} - calendar.years)
    return Count(
        working=tuple(sorted(sorts[Why.WORKDAY] + sorts[Why.MAKE_UP])),
        weekend=tuple(sorts[Why.WEEKEND]),
        holidays=tuple(sorts[Why.HOLIDAY]),
        make_ups=tuple(sorts[Why.MAKE_UP]),
        unknown_years=tuple(years),
    )
