"""Birthdays and important days (V17): leap days, free days, the turn of the year."""

from datetime import date

import pytest

from bot.rules import occasions
from bot.rules.workdays import WorkCalendar

WEEK = WorkCalendar()


@pytest.mark.parametrize(
    ("month", "day", "today", "on"),
    [
        (8, 3, date(2026, 8, 3), date(2026, 8, 3)),
        (8, 2, date(2026, 8, 3), date(2027, 8, 2)),
        (1, 1, date(2026, 12, 31), date(2027, 1, 1)),
        (2, 29, date(2027, 2, 1), date(2027, 2, 28)),  # a common year
        (2, 29, date(2028, 2, 1), date(2028, 2, 29)),
        (2, 29, date(2027, 3, 1), date(2028, 2, 29)),
    ],
)
def test_the_next_time(month: int, day: int, today: date, on: date) -> None:
    assert occasions.next_on(month, day, today) == on


@pytest.mark.parametrize(
    ("today", "lead", "last"),
    [
        (date(2026, 8, 3), 1, date(2026, 8, 4)),  # Monday
        (date(2026, 8, 7), 1, date(2026, 8, 9)),  # Friday: what falls on the weekend is said now
        (date(2026, 8, 7), 3, date(2026, 8, 10)),
        (date(2026, 8, 5), 0, date(2026, 8, 5)),
    ],
)
def test_how_far_a_morning_looks(today: date, lead: int, last: date) -> None:
    days = occasions.days_ahead(today, lead, WEEK)
    assert (days[0], days[-1]) == (today, last)


def test_the_day_that_a_common_year_lacks() -> None:
    assert (2, 29) in occasions.months_and_days([date(2027, 2, 28)])
    assert (2, 29) not in occasions.months_and_days([date(2028, 2, 28)])
    assert (2, 29) in occasions.months_and_days([date(2028, 2, 29)])
