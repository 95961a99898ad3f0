"""Which days are worked and how long: what "下班前", "两个工作日内" and half days go by.

A unit brings its own `Calendar`; `OfficeHours` (Monday to Friday, 09:00–17:00) stands in until it does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Protocol

MORE_THAN_ANY_HOLIDAY = 60  # days without a single working day: no calendar says that


class Calendar(Protocol):
    """A unit's working days and hours, in its local time."""

    def is_working(self, day: date) -> bool:
        """Whether `day` is worked, make-up working days included."""

    @property
    def hours(self) -> tuple[time, time]:
        """When a working day opens and closes."""

    @property
    def holidays(self) -> Mapping[date, str]:
        """Days off that the unit's table knows by name ("国庆节"); may be empty."""


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """Monday to Friday, 09:00–17:00, with no holidays unless some are named."""

    hours: tuple[time, time] = (time(9), time(17))
    holidays: Mapping[date, str] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        """Monday to Friday, save for the named days off."""
        return day.weekday() < 5 and day not in self.holidays


def working_day(calendar: Calendar, day: date, count: int) -> date | None:
    """The `count`-th working day after `day` (before it when negative); None if the calendar has none."""
    step, left, idle = timedelta(1 if count > 0 else -1), abs(count), 0
    while left:
        day += step
        if calendar.is_working(day):
            left, idle = left - 1, 0
        elif (idle := idle + 1) > MORE_THAN_ANY_HOLIDAY:
            return None
    return day
