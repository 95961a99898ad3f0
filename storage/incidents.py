"""Questions about incidents: what was told, to whom, and who has read it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.incidents import Hearing, Incident
from storage.base import columns
from storage.report_tables import hearings, incidents


async def add(db: AsyncConnection, incident: Incident, listeners: Iterable[int], now: datetime) -> Incident:
    """Store a report with those who are told; returns it with its number."""
    made = await db.execute(incidents.insert().values(columns(incident)).returning(incidents.c.id))
    kept = replace(incident, id=int(made.scalar_one()))
    rows = [{"incident_id": kept.id, "person_id": each, "told_at": now} for each in listeners]
    if rows:
        await db.execute(hearings.insert(), rows)
    return kept


async def by_id(db: AsyncConnection, incident_id: int) -> Incident | None:
    row = (await db.execute(select(incidents).where(incidents.c.id == incident_id))).first()
    return Incident(**row._mapping) if row else None


async def hearings_of(db: AsyncConnection, incident_id: int) -> list[Hearing]:
    """Everybody who was told."""
    h = hearings.c
    asked = select(hearings).where(h.incident_id == incident_id).order_by(h.person_id)
    return [Hearing(**row._mapping) for row in await db.execute(asked)]


async def read(db: AsyncConnection, hearing: Hearing) -> bool:
    """Keep an acknowledgement; false when it was there already."""
    h = hearings.c
    done = await db.execute(
        update(hearings)
        .where(h.incident_id == hearing.incident_id, h.person_id == hearing.person_id, h.read_at.is_(None))
        .values(read_at=hearing.read_at)
    )
    return done.rowcount == 1


async def reminded(db: AsyncConnection, incident_id: int, person_ids: Iterable[int], now: datetime) -> None:
    h = hearings.c
    await db.execute(
        update(hearings)
        .where(h.incident_id == incident_id, h.person_id.in_(sorted(person_ids)))
        .values(reminded_at=now)
    )


async def close(db: AsyncConnection, incident_id: int, now: datetime) -> None:
    """Everybody has read it."""
    await db.execute(update(incidents).where(incidents.c.id == incident_id).values(closed_at=now))
