"""A plan of visits by month, week and day, and what was done of it (V20, D42).

Whether a plan is kept is one measure, the rhythm of contact another: here only the plan counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.months import Length, Period

PLANNED = frozenset({Sort.PLANNED_VISIT, Sort.CALL})
SHOWN = PLANNED | {Sort.NEXT_STEP, Sort.PROMISE, Sort.TASK}  # beside the plan, and not counted as it
SPANS = {"day": Period(1, Length.DAY), "week": Period(1, Length.WEEK), "month": Period(1, Length.MONTH)}


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of a plan. What is still open is neither done nor dropped."""

    planned: int
    done: int
    dropped: int


def around(span: str, day: date) -> tuple[date, date]:
    """The first and last day of the day, week or month that a day lies in; weeks begin on Monday."""
    return SPANS[span].around(day)


def weeks(first: date, last: date) -> list[date]:
    """The Mondays of the weeks that touch these days."""
    monday = first - timedelta(days=first.weekday())
    return [monday + timedelta(days=n) for n in range(0, (last - monday).days + 1, 7)]


def tally(items: Iterable[Item]) -> Tally:
    """How many were planned, and how many of them were done and dropped."""
    counted = [each.status for each in items if each.sort in PLANNED]
    return Tally(len(counted), counted.count(ItemStatus.DONE), counted.count(ItemStatus.DROPPED))


def visited(items: Iterable[Item], client_id: int, day: date) -> list[Item]:
    """The planned visits that a visit to this client on this day fulfils: those of that day or overdue by then.

    One planned for a later day stays: done early is not what was planned (D42).
    """
    return [
        each
        for each in items
        if each.status is ItemStatus.OPEN
        and each.sort is Sort.PLANNED_VISIT
        and each.client_id == client_id
        and each.day <= day
    ]
