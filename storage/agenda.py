"""The agenda: what people have to do at a time."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.agenda import Item, ItemStatus, Sort
from storage.agenda_tables import agenda
from storage.base import columns


async def add(db: AsyncConnection, item: Item) -> int:
    """Write a new item down; returns its number."""
    made = await db.execute(agenda.insert().values(columns(item)).returning(agenda.c.id))
    return int(made.scalar_one())


async def by_id(db: AsyncConnection, item_id: int) -> Item | None:
    row = (await db.execute(select(agenda).where(agenda.c.id == item_id))).first()
    return Item(**row._mapping) if row else None


async def save(db: AsyncConnection, item: Item) -> None:
    """Write a changed item back."""
    await db.execute(update(agenda).where(agenda.c.id == item.id).values(columns(item)))


async def open_of(db: AsyncConnection, people: Sequence[int], until: date) -> list[Item]:
    """The open items of these people up to a day, overdue ones included, earliest first."""
    rows = await db.execute(
        select(agenda)
        .where(agenda.c.person_id.in_(people), agenda.c.status == ItemStatus.OPEN, agenda.c.day <= until)
        .order_by(agenda.c.day, agenda.c.id)
    )
    return [Item(**row._mapping) for row in rows]


async def between(db: AsyncConnection, people: Sequence[int], first: date, last: date) -> list[Item]:
    """The items of these people on the days from the first to the last, whatever became of them."""
    rows = await db.execute(
        select(agenda)
        .where(agenda.c.person_id.in_(people), agenda.c.day >= first, agenda.c.day <= last)
        .order_by(agenda.c.day, agenda.c.id)
    )
    return [Item(**row._mapping) for row in rows]


async def fulfil(db: AsyncConnection, sort: Sort, person_id: int, client_id: int, day: date, at: datetime) -> None:
    """Close what was planned with a client until a day, now that it has been done; what is planned for later stays."""
    await db.execute(
        update(agenda)
        .where(
            agenda.c.person_id == person_id,
            agenda.c.status == ItemStatus.OPEN,
            agenda.c.day <= day,
            agenda.c.client_id == client_id,
            agenda.c.sort == sort,
        )
        .values(status=ItemStatus.DONE, closed_at=at, closed_by=person_id)
    )


async def of_visit(db: AsyncConnection, visit_id: int, sort: Sort | None = None) -> list[Item]:
    """What came of a visit's record; a record that is changed changes its items with it."""
    asked = select(agenda).where(agenda.c.visit_id == visit_id)
    if sort is not None:
        asked = asked.where(agenda.c.sort == sort)
    return [Item(**row._mapping) for row in await db.execute(asked.order_by(agenda.c.id))]
