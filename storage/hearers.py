"""Who hears about a person: the nearest head or deputy up the tree who can be told now (D40, S-11)."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.policy import Policy
from bot.rules.people import Person, Units, has_access, supervisors_of
from storage import people as store
from storage.outings import absent


async def who_hears(db: AsyncConnection, person: Person, units: Units, policy: Policy, now: datetime) -> Person | None:
    """The one who hears about this person; None where nobody can be told."""
    heads, deputies = (await all_who_hear(db, [person], units, policy, now))[person.id]
    return next(iter([*heads, *deputies]), None)


async def who_decide(db: AsyncConnection, person: Person, units: Units, policy: Policy, now: datetime) -> list[Person]:
    """Those who are asked for consent: everybody of the nearest unit who can be told, so that nobody waits for one."""
    heads, deputies = (await all_who_hear(db, [person], units, policy, now))[person.id]
    return [*heads, *deputies]


async def all_who_hear(
    db: AsyncConnection, persons: Iterable[Person], units: Units, policy: Policy, now: datetime
) -> dict[int, tuple[list[Person], list[Person]]]:
    """For each person, those of the nearest unit with anybody who can be told: first who hears, then who stands in.

    Left out are those on leave, without access, not enrolled, or who have blocked the bot. Where the policy says
    "next_up", deputies do not stand in.
    """
    everybody = list(persons)
    chains = {each.id: list(chain(each, units, policy)) for each in everybody}
    known = await store.by_ids(db, [one for steps in chains.values() for step in steps for one in step])
    away = await absent(db, known, now, now)

    def reachable(one: Person | None) -> bool:
        if one is None or one.telegram_id is None or one.unreachable_since is not None or one.id in away:
            return False
        unit = units.by_id.get(one.unit_id)
        return has_access(one, now.astimezone(ZoneInfo(unit.zone) if unit else now.tzinfo).date())

    found: dict[int, tuple[list[Person], list[Person]]] = {}
    for each in everybody:
        there = ([known[one] for one in step if reachable(known.get(one))] for step in chains[each.id])
        nearest = next((step for step in there if step), [])
        found[each.id] = (nearest[:1], nearest[1:])
    return found


def chain(person: Person, units: Units, policy: Policy) -> Iterable[list[int]]:
    """The ids of head and deputy, unit by unit upwards, without the person themselves (S-11)."""
    candidates = frozenset(supervisors_of(person, units))
    for unit in units.path(person.unit_id):
        deputy = unit.deputy_id if policy.roles.approver_absent == "deputy" else None
        step = [one for one in (unit.head_id, deputy) if one in candidates]
        if step:
            yield [one for one in step if one is not None]
