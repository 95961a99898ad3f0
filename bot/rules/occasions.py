"""Birthdays and important days of clients: who is to be greeted, and when to think of it (V17).

Only month and day are kept. Somebody born on 29 February is greeted on the 28th where the year has no 29th. What falls
on days that nobody works is said on the working day before, so that no greeting is thought of too late.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bot.rules.months import next_working_day, on_day
from bot.rules.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class CarePolicy:
    """The bank's figures about greetings."""

    birthday_days_before: int = 1  # V17
    anniversary_days_before: int = 3


class Occasion(NamedTuple):
    """A client's day this year."""

    client_id: int
    kind: str  # birthday | anniversary
    on: date


def next_on(month: int, day: int, today: date) -> date:
    """The next time that a day of the year comes, today included."""
    this_year = on_day(today.year, month, day)
    return this_year if this_year >= today else on_day(today.year + 1, month, day)


def days_ahead(today: date, lead: int, calendar: WorkCalendar) -> list[date]:
    """The days whose occasions are spoken of today: today and the lead, and the free days before the next morning."""
    last = max(today + timedelta(days=lead), next_working_day(today, calendar) - timedelta(days=1))
    return [today + timedelta(days=n) for n in range((last - today).days + 1)]


def months_and_days(days: list[date]) -> list[tuple[int, int]]:
    """The same as they stand in a calendar without years; 29 February goes with the 28th of a common year."""
    found = [(day.month, day.day) for day in days]
    if any((day.month, day.day) == (2, 28) and on_day(day.year, 2, 29).day == 28 for day in days):
        found.append((2, 29))
    return found
