"""Who decides, found at the moment of deciding: head, then deputy, then the next unit up (D40, S-11).

Never the person themselves; the absent are skipped; a ring in the tree ends the search; where nobody is left the
answer is an honest "nobody".
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from bot.rules.people import Person, Units


@dataclass(frozen=True, slots=True)
class Approver:
    """Who decides, at which unit, and for whom they act (代) when the one whose turn it was is away."""

    person_id: int
    unit_id: int
    acting_for: int | None = None


def approver(
    person: Person,
    units: Units,
    present: Callable[[int], bool],
    *,
    deputies: bool = True,
    without: Collection[int] = (),
    above: int | None = None,
) -> Approver | None:
    """Who decides about this person now; None where nobody can.

    `without` are those who have decided already; `above` is the unit whose decision is not enough, so that the next
    level is asked. `deputies` is false where the policy lets only heads decide ("next_up").
    """
    missed: int | None = None
    for candidate, unit_id in candidates(person, units, deputies=deputies, above=above):
        if candidate in without:
            continue
        if present(candidate):
            return Approver(candidate, unit_id, missed)
        missed = candidate if missed is None else missed
    return None


def candidates(
    person: Person, units: Units, *, deputies: bool = True, above: int | None = None
) -> Iterator[tuple[int, int]]:
    """Everybody who could decide, nearest first, each once, with their unit. Never the person themselves."""
    seen = {person.id}
    passed = above is None
    for unit in units.path(person.unit_id):
        if passed:
            # A deputy stands in for the head, and so does not decide about the head.
            deputy = unit.deputy_id if deputies and unit.head_id != person.id else None
            for one in (unit.head_id, deputy):
                if one is not None and one not in seen:
                    seen.add(one)
                    yield one, unit.id
        passed = passed or unit.id == above
