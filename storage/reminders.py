"""Questions about reminders: one row for one person, kind, matter and moment, whatever happens meanwhile."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.reminding import Reminder, State, Volume
from storage.base import columns
from storage.briefing_tables import reminders, volumes
from storage.engine import insert_new, upsert

r = reminders.c

WAITING = (
    select(reminders)
    .where(r.person_id == bindparam("person_id"), r.state == State.WAITING, r.due <= bindparam("now"))
    .order_by(r.moment, r.id)
)
NEXT = select(func.min(r.due)).where(r.person_id == bindparam("person_id"), r.state == State.WAITING)
TOGETHER = select(reminders).where(r.together == bindparam("together")).order_by(r.moment, r.id)
ESCALATED = (
    select(reminders)
    .where(
        r.person_id.in_(bindparam("person_ids", expanding=True)),
        r.state == State.SAID,
        r.escalated_at >= bindparam("since"),
    )
    .order_by(r.escalated_at, r.id)
)


async def add(db: AsyncConnection, reminder: Reminder) -> bool:
    """Write it down; False where this person has it for this moment already."""
    made = await db.execute(insert_new(db, reminders).returning(r.id), columns(reminder))
    return made.first() is not None


async def by_id(db: AsyncConnection, reminder_id: int) -> Reminder | None:
    row = (await db.execute(select(reminders).where(r.id == reminder_id))).first()
    return Reminder(**row._mapping) if row else None


async def waiting(db: AsyncConnection, person_id: int, now: datetime) -> list[Reminder]:
    """A person's reminders whose time has come, in the order of their moments."""
    rows = await db.execute(WAITING, {"person_id": person_id, "now": now})
    return [Reminder(**row._mapping) for row in rows]


async def next_due(db: AsyncConnection, person_id: int) -> datetime | None:
    """When the next waiting reminder of a person is to be asked."""
    due: datetime | None = await db.scalar(NEXT, {"person_id": person_id})
    return due


async def said_together(db: AsyncConnection, first_id: int) -> list[Reminder]:
    """The reminders that were said in one message, by the first of them."""
    return [Reminder(**row._mapping) for row in await db.execute(TOGETHER, {"together": first_id})]


async def told(db: AsyncConnection, kind: str, about: Iterable[str]) -> set[tuple[int, str]]:
    """Who has a reminder of a kind about one of these things, whatever became of it."""
    rows = await db.execute(select(r.person_id, r.about).where(r.kind == kind, r.about.in_(sorted(set(about)))))
    return {(row.person_id, row.about) for row in rows}


async def escalated(db: AsyncConnection, person_ids: Iterable[int], since: datetime) -> list[Reminder]:
    """What the supervisor was told of since a moment, about these people."""
    rows = await db.execute(ESCALATED, {"person_ids": sorted(set(person_ids)), "since": since})
    return [Reminder(**row._mapping) for row in rows]


async def save(db: AsyncConnection, reminder: Reminder) -> None:
    """Write a reminder back as it has become."""
    await db.execute(update(reminders).where(r.id == reminder.id).values(columns(reminder)))


async def volume_of(db: AsyncConnection, person_id: int) -> Volume:
    """How much a person wants to hear; everything where they said nothing."""
    wish = await db.scalar(select(volumes.c.volume).where(volumes.c.person_id == person_id))
    return Volume(wish) if wish else Volume.ALL


async def wish(db: AsyncConnection, person_id: int, volume: Volume) -> None:
    await upsert(db, volumes, [{"person_id": person_id, "volume": volume}], ("person_id",))


def said(reminder: Reminder, together: int) -> Reminder:
    """The reminder as part of the message that begins with another."""
    return replace(reminder, together=together)
