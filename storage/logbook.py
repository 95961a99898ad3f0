"""Questions about the log of a day (工作日志) and the summary of a week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.briefing_tables import day_logs, log_entries
from storage.engine import insert_new, upsert

e, d = log_entries.c, day_logs.c

DAY, WEEK = "day", "week"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a person put into the log of a day."""

    section: str
    text: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Sent:
    """A log or a summary as it was sent."""

    person_id: int
    day: date
    kind: str
    text: str
    sent_at: datetime
    read_by: int | None
    read_at: datetime | None


async def add(
    db: AsyncConnection,
    person_id: int,
    day: date,
    section: str,
    text: str,
    at: datetime,
    source: str | None = None,
) -> bool:
    """Put words into the log of a day; False where this source is in it already."""
    row = {"person_id": person_id, "day": day, "section": section, "text": text, "source": source, "at": at}
    made = await db.execute(insert_new(db, log_entries).returning(e.id), row)
    return made.first() is not None


async def entries(db: AsyncConnection, person_id: int, first: date, last: date) -> dict[date, list[Entry]]:
    """What a person put in on these days, in the order of putting."""
    rows = await db.execute(
        select(log_entries).where(e.person_id == person_id, e.day.between(first, last)).order_by(e.day, e.id)
    )
    found: dict[date, list[Entry]] = {}
    for row in rows:
        found.setdefault(row.day, []).append(Entry(row.section, row.text, row.source))
    return found


async def send(
    db: AsyncConnection,
    person_id: int,
    unit_id: int,
    day: date,
    kind: str,
    text: str,
    at: datetime,
    to: int | None,
) -> None:
    """Keep what was sent; sent again it replaces the earlier, unread."""
    row = {
        "person_id": person_id,
        "day": day,
        "kind": kind,
        "unit_id": unit_id,
        "text": text,
        "sent_at": at,
        "sent_to": to,
        "read_by": None,
        "read_at": None,
    }
    await upsert(db, day_logs, [row], ("person_id", "day", "kind"))


async def sent(db: AsyncConnection, person_ids: Iterable[int], first: date, last: date, kind: str) -> list[Sent]:
    """What these people have sent for these days."""
    rows = await db.execute(
        select(day_logs)
        .where(
            d.person_id.in_(bindparam("ids", expanding=True)), d.day.between(first, last), d.kind == bindparam("kind")
        )
        .order_by(d.day, d.person_id),
        {"ids": sorted(set(person_ids)), "kind": kind},
    )
    return [Sent(row.person_id, row.day, row.kind, row.text, row.sent_at, row.read_by, row.read_at) for row in rows]


async def read(db: AsyncConnection, person_id: int, day: date, kind: str, by: int, at: datetime) -> bool:
    """A supervisor has read it; False where somebody has already."""
    done = await db.execute(
        update(day_logs)
        .where(d.person_id == person_id, d.day == day, d.kind == kind, d.read_at.is_(None))
        .values(read_by=by, read_at=at)
    )
    return bool(done.rowcount)
