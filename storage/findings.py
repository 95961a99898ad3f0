"""Questions about what else records say, and about their words as they were said."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.findings import Findings
from bot.rules.said import Said
from storage.base import columns
from storage.dictation_tables import findings, said

s = said.c


async def of_record(db: AsyncConnection, record_id: int) -> Findings:
    """What else this version of a record says; nothing found where nothing was kept."""
    row = (await db.execute(select(findings).where(findings.c.record_id == record_id))).first()
    return Findings(**row._mapping) if row else Findings(record_id=record_id)


async def of_records(db: AsyncConnection, record_ids: Iterable[int]) -> dict[int, Findings]:
    """The same for several, by the number of the version."""
    wanted = sorted(set(record_ids))
    if not wanted:
        return {}
    rows = await db.execute(select(findings).where(findings.c.record_id.in_(wanted)))
    return {row.record_id: Findings(**row._mapping) for row in rows}


async def keep(db: AsyncConnection, found: Findings) -> None:
    """Write down what this version says, in place of what was known of it."""
    await db.execute(delete(findings).where(findings.c.record_id == found.record_id))
    await db.execute(findings.insert().values(columns(found)))


async def keep_said(db: AsyncConnection, words: Said) -> Said:
    """Keep words as they were said."""
    made = await db.execute(said.insert().values(columns(words)).returning(s.id))
    return replace(words, id=made.scalar_one())


async def said_by_id(db: AsyncConnection, said_id: int) -> Said | None:
    row = (await db.execute(select(said).where(s.id == said_id))).first()
    return Said(**row._mapping) if row else None


async def said_of(db: AsyncConnection, visit_id: int) -> list[Said]:
    """All that was said for the record of a visit, in order."""
    rows = await db.execute(select(said).where(s.visit_id == visit_id, s.dropped_at.is_(None)).order_by(s.at, s.id))
    return [Said(**row._mapping) for row in rows]


async def waiting(db: AsyncConnection, person_id: int, since: datetime) -> list[Said]:
    """Words of this person that have found no visit yet, from a moment (UTC) on, oldest first."""
    rows = await db.execute(
        select(said)
        .where(s.person_id == person_id, s.at >= since, s.visit_id.is_(None), s.dropped_at.is_(None))
        .order_by(s.at, s.id)
    )
    return [Said(**row._mapping) for row in rows]


async def place(db: AsyncConnection, words: Said, visit_id: int) -> bool:
    """Put waiting words beside a visit; false when they have found their place, or were dropped, meanwhile."""
    done = await db.execute(
        update(said).where(s.id == words.id, s.visit_id.is_(None), s.dropped_at.is_(None)).values(visit_id=visit_id)
    )
    return bool(done.rowcount)


async def drop(db: AsyncConnection, words: Said, at: datetime) -> bool:
    """The person does not want these waiting words; false when that is settled already."""
    done = await db.execute(
        update(said).where(s.id == words.id, s.visit_id.is_(None), s.dropped_at.is_(None)).values(dropped_at=at)
    )
    return bool(done.rowcount)


async def move(db: AsyncConnection, visit_id: int, to_id: int) -> None:
    """The words of one visit's record were about another visit."""
    await db.execute(update(said).where(s.visit_id == visit_id).values(visit_id=to_id))
