"""Incidents (重大事项): what reaches the whole chain at once, and who has read it (H14, H15, T01).

A relationship manager reports in a sentence; head or deputy of every unit above hears of it at the same moment. A loan
that turned bad today is told to the colleagues of the unit as well.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.people import Person, Role, Units, has_access
from bot.rules.refusal import Refusal

SHORTEST = 4  # characters that can be a report


class Sort(StrEnum):
    """What has happened at a client's. The order is the order of the buttons."""

    DECISION = "decision"  # a major decision: merger, investment, sale
    REPRESENTATIVE = "representative"  # another legal representative
    ACCIDENT = "accident"
    DISASTER = "disaster"
    BAD_LOAN = "bad_loan"  # T01
    LEGAL = "legal"  # sued, frozen, investigated
    STANDSTILL = "standstill"  # stopped working, wages or interest unpaid
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One report. Moments are aware UTC."""

    id: int  # 0 until stored
    person_id: int
    unit_id: int
    sort: Sort
    client_id: int | None = None
    text: str  # masked words
    told_at: datetime  # when the phone sent it
    closed_at: datetime | None = None  # when everybody had read it


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """One who was told."""

    incident_id: int
    person_id: int
    told_at: datetime
    read_at: datetime | None = None
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class IncidentPolicy:
    """The bank's figures about incidents."""

    longest: int = 1_000  # characters
    remind_after: timedelta = timedelta(minutes=15)


def report(incident: Incident) -> Incident:
    """A report that says something."""
    if len(incident.text.strip()) < SHORTEST:
        raise Refusal("incidents-too-short")
    return incident


def listeners(
    person: Person, units: Units, known: Mapping[int, Person], away: Iterable[int], today: date
) -> list[Person]:
    """Head of every unit above, nearest first; the deputy too where the head is away. Never the person (S-11)."""
    absent = frozenset(away)
    heard: dict[int, Person] = {}
    for unit in units.path(person.unit_id):
        for candidate in (unit.head_id, unit.deputy_id):
            one = known.get(candidate) if candidate is not None else None
            if one is None or one.id == person.id or one.telegram_id is None or not has_access(one, today):
                continue
            heard.setdefault(one.id, one)
            if one.id not in absent and one.unreachable_since is None:
                break  # somebody of this unit is there
    return list(heard.values())


def colleagues(people: Iterable[Person], person: Person, sort: Sort, today: date) -> list[Person]:
    """The relationship managers of the unit, who are told of a loan that turned bad (T01)."""
    if sort is not Sort.BAD_LOAN:
        return []
    return [
        each
        for each in people
        if each.id != person.id and Role.RM in each.roles and each.telegram_id and has_access(each, today)
    ]


def read(hearing: Hearing | None, now: datetime) -> Hearing:
    """The acknowledgement of somebody who was told; only once."""
    if hearing is None:
        raise Refusal("turn-button-over")
    if hearing.read_at is not None:
        raise Refusal("incidents-already-read", at=hearing.read_at)
    return replace(hearing, read_at=now)
