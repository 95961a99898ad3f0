"""The name list in an administrator's hand: suspending, moving, roles, deputies, leaving (SY36, S-01, S-11, D32).

Nobody changes their own rights. A move and a leaving have a day; until then nothing changes. Whoever leaves hands every
client to a colleague who goes on, or to nobody, said aloud.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.rules.people import Grant, Person, Role, Units, has_access, reaches
from bot.rules.refusal import Refusal

ADMINISTRATING = frozenset({Role.ADMINISTRATOR})
FURTHEST = timedelta(days=92)


class Place(StrEnum):
    """What somebody may be to a unit."""

    HEAD = "head"
    DEPUTY = "deputy"


@dataclass(frozen=True, slots=True)
class Move:
    """A person's new unit from a day on; their roles over the old unit become roles over the new one."""

    unit_id: int
    grants: frozenset[Grant]


def administer(by: Person, person: Person | None, units: Units) -> Person:
    """The person, if they are the administrator's to change: in their units, and not themselves (S-11)."""
    if person is None or not reaches(by, person.unit_id, units, ADMINISTRATING):
        raise Refusal("staffing-not-yours")
    if person.id == by.id:
        raise Refusal("staffing-not-oneself")
    return person


def move(by: Person, person: Person, unit_id: int, units: Units) -> Move:
    """The move to another unit of the administrator's."""
    if unit_id not in units.by_id or not reaches(by, unit_id, units, ADMINISTRATING):
        raise Refusal("staffing-not-yours")
    if unit_id == person.unit_id:
        raise Refusal("staffing-there-already", unit=units.by_id[unit_id].name)
    moved = frozenset(
        replace(grant, unit_id=unit_id) if grant.unit_id == person.unit_id else grant for grant in person.grants
    )
    return Move(unit_id, moved)


def on_day(day: date, today: date) -> date:
    """A day from which something may change: not over, and not so far that nobody remembers."""
    if day < today:
        raise Refusal("staffing-day-over", day=day)
    if day - today > FURTHEST:
        raise Refusal("staffing-too-far", days=FURTHEST.days)
    return day


def toggled(by: Person, person: Person, role: Role, units: Units) -> frozenset[Grant]:
    """The person's roles with this one, over their own unit, given or taken away; one is always left (D32)."""
    grant = Grant(role, person.unit_id)
    if grant in person.grants:
        left = person.grants - {grant}
        if not left:
            raise Refusal("staffing-last-role")
        return left
    if role is Role.ADMINISTRATOR and not reaches(by, person.unit_id, units, ADMINISTRATING):
        raise Refusal("staffing-not-yours")
    return person.grants | {grant}


def heir(person: Person, other: Person | None, units: Units, by: Person, today: date) -> Person:
    """A colleague who takes a portfolio over: a relationship manager who goes on, in the administrator's units."""
    if other is None or other.id == person.id or not reaches(by, other.unit_id, units, ADMINISTRATING):
        raise Refusal("staffing-not-yours")
    if Role.RM not in other.roles or not has_access(other, today):
        raise Refusal("staffing-no-heir", heir=other.name)
    return other
