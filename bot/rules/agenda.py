"""What a person has to do at a time: planned visits, next steps, promises, tasks and reminders of their own (A13–A16).

One kind of row for all of them, so that the briefing, a hand-over and the day's list ask one question.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.rules.refusal import Refusal


class Sort(StrEnum):
    """Where an item comes from, and so what it weighs."""

    PLANNED_VISIT = "planned_visit"  # the person means to go there (A13)
    NEXT_STEP = "next_step"  # of a record, with its date (A10)
    PROMISE = "promise"  # something promised to a client (H07)
    CALL = "call"  # a client to be reached without going there
    TASK = "task"  # given by the chair or a supervisor (A09, A14)
    REMINDER = "reminder"  # the person's own


class ItemStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


OPEN_STATES = frozenset({ItemStatus.OPEN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Something to be done on a day; `at` where it has an hour."""

    id: int  # 0 until stored
    person_id: int  # whose it is now; a hand-over changes it
    unit_id: int
    sort: Sort
    status: ItemStatus = ItemStatus.OPEN
    day: date  # in the unit's zone
    at: datetime | None = None  # UTC
    client_id: int | None = None
    text: str | None = None  # masked words of a person
    visit_id: int | None = None  # whose record it comes from
    made_by: int
    made_at: datetime
    handed_from: int | None = None  # the person who handed it over (L02)
    moved: int = 0  # how often it was put off
    closed_at: datetime | None = None
    closed_by: int | None = None
    outcome: str | None = None  # masked words: why it was dropped, what came of it


def close(item: Item, status: ItemStatus, by: int, at: datetime, outcome: str | None = None) -> Item:
    """The item, done or dropped; only whose it is closes it, and only once."""
    if item.person_id != by:
        raise Refusal("agenda-not-yours")
    if item.status is not ItemStatus.OPEN:
        raise Refusal("agenda-already-closed", at=item.closed_at)
    return replace(item, status=status, closed_at=at, closed_by=by, outcome=outcome)


def move(item: Item, day: date, at: datetime | None, today: date) -> Item:
    """The item on another day; never into the past."""
    if item.status is not ItemStatus.OPEN:
        raise Refusal("agenda-already-closed", at=item.closed_at)
    if day < today:
        raise Refusal("agenda-day-is-past", day=day)
    return replace(item, day=day, at=at, moved=item.moved + 1)


def hand_over(item: Item, to: int) -> Item:
    """The item as another's; where it first came from stays known (L02)."""
    return replace(item, person_id=to, handed_from=item.handed_from or item.person_id)


def due(items: Iterable[Item], day: date) -> list[Item]:
    """The open items of a day and those overdue, earliest first."""
    waiting = [each for each in items if each.status is ItemStatus.OPEN and each.day <= day]
    return sorted(waiting, key=lambda each: (each.day, each.at is None, each.at or each.made_at, each.id))
