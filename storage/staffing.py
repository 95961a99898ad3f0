"""Changes of the name list: roles, units, heads and deputies, and what a leaver hands over."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.agenda import ItemStatus
from bot.rules.people import Grant, Person, Units
from storage.agenda_tables import agenda
from storage.cadence import begin
from storage.people import person_from, roles_of
from storage.tables import clients, grants, people, units


async def find(db: AsyncConnection, unit_ids: Iterable[int], words: str, most: int) -> list[Person]:
    """People of these units by staff code, or by a part of their name."""
    asked = (
        select(people)
        .where(
            people.c.unit_id.in_(sorted(unit_ids)),
            or_(people.c.code == words, people.c.name.contains(words, autoescape=True)),
        )
        .order_by(people.c.code)
        .limit(most)
    )
    rows = (await db.execute(asked)).all()
    held = await roles_of(db, [row.id for row in rows])
    return [person_from(row, held) for row in rows]


async def set_grants(db: AsyncConnection, person_id: int, wanted: Iterable[Grant]) -> None:
    """Give a person exactly these roles."""
    await db.execute(delete(grants).where(grants.c.person_id == person_id))
    rows = [{"person_id": person_id, "role": each.role.value, "unit_id": each.unit_id} for each in wanted]
    if rows:
        await db.execute(grants.insert(), rows)


async def set_place(db: AsyncConnection, unit_id: int, place: str, person_id: int | None) -> None:
    """Make a person head or deputy of a unit; nobody is both."""
    other = "deputy_id" if place == "head" else "head_id"
    await db.execute(update(units).where(units.c.id == unit_id).values({f"{place}_id": person_id}))
    if person_id is not None:
        await db.execute(update(units).where(units.c.id == unit_id, units.c[other] == person_id).values({other: None}))


async def leave_places(db: AsyncConnection, person_id: int, tree: Units) -> list[int]:
    """Take a person from every unit that they head or stand in for; the ids of those units."""
    left = [each.id for each in tree.by_id.values() if person_id in (each.head_id, each.deputy_id)]
    await db.execute(update(units).where(units.c.head_id == person_id).values(head_id=None))
    await db.execute(update(units).where(units.c.deputy_id == person_id).values(deputy_id=None))
    return left


async def portfolio_size(db: AsyncConnection, person_id: int) -> tuple[int, int]:
    """How many active clients somebody keeps, and how many matters of theirs are open."""
    kept = await db.scalar(
        select(func.count()).select_from(clients).where(clients.c.keeper_id == person_id, clients.c.active)
    )
    waiting = await db.scalar(
        select(func.count())
        .select_from(agenda)
        .where(agenda.c.person_id == person_id, agenda.c.status == ItemStatus.OPEN)
    )
    return int(kept or 0), int(waiting or 0)


async def hand_over(db: AsyncConnection, from_id: int, to: Person, today: date) -> tuple[int, int]:
    """Give all clients and open matters of one person to another; how many of each (L02)."""
    ids = list((await db.execute(select(clients.c.id).where(clients.c.keeper_id == from_id))).scalars())
    await db.execute(update(clients).where(clients.c.keeper_id == from_id).values(keeper_id=to.id, unit_id=to.unit_id))
    if ids:
        await begin(db, ids, today)
    matters = await db.execute(
        update(agenda)
        .where(agenda.c.person_id == from_id, agenda.c.status == ItemStatus.OPEN)
        .values(person_id=to.id, handed_from=func.coalesce(agenda.c.handed_from, from_id))
    )
    return len(ids), int(matters.rowcount)
