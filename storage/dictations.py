"""Questions about recordings."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.dictations import Dictation, DictationStatus
from bot.rules.listening import Waiting
from storage.base import columns
from storage.engine import insert_new
from storage.field import consents, dictations

d = dictations.c
REMEMBERED = timedelta(days=7)  # how long a repeated recording is known


async def keep(db: AsyncConnection, dictation: Dictation) -> int:
    """Store a new recording; its number."""
    made: int = (await db.execute(dictations.insert().values(columns(dictation)).returning(d.id))).scalar_one()
    return made


async def by_id(db: AsyncConnection, dictation_id: int) -> Dictation | None:
    row = (await db.execute(select(dictations).where(d.id == dictation_id))).first()
    return Dictation(**row._mapping) if row else None


async def of_messages(db: AsyncConnection, person_id: int, message_ids: Collection[int]) -> list[Dictation]:
    """A person's recordings that came as these messages and are still in the chat."""
    asked = select(dictations).where(
        d.person_id == person_id, d.message_id.in_(list(message_ids)), d.erased_at.is_(None)
    )
    return [Dictation(**row._mapping) for row in await db.execute(asked)] if message_ids else []


async def recent(db: AsyncConnection, person_id: int, now: datetime) -> list[Dictation]:
    """A person's recordings of the last days, oldest first."""
    asked = select(dictations).where(d.person_id == person_id, d.sent_at > now - REMEMBERED).order_by(d.id)
    return [Dictation(**row._mapping) for row in await db.execute(asked)]


async def waiting(db: AsyncConnection) -> list[Waiting]:
    """All recordings not yet heard, oldest first."""
    asked = select(d.person_id, d.id).where(d.status == DictationStatus.LISTENING).order_by(d.id)
    return [Waiting(row.person_id, str(row.id)) for row in await db.execute(asked)]


async def change(db: AsyncConnection, dictation_id: int, **values: Any) -> None:
    await db.execute(update(dictations).where(d.id == dictation_id).values(**values))


async def settle(db: AsyncConnection, dictation_id: int, status: DictationStatus, at: datetime) -> bool:
    """What became of a recording; false where somebody else has said so already."""
    done = await db.execute(
        update(dictations)
        .where(d.id == dictation_id, d.status == DictationStatus.LISTENING)
        .values(status=status, heard_at=at)
    )
    return done.rowcount == 1


async def has_consented(db: AsyncConnection, person_id: int, kind: str) -> bool:
    asked = select(consents.c.at).where(consents.c.person_id == person_id, consents.c.kind == kind)
    return await db.scalar(asked) is not None


async def consent(db: AsyncConnection, person_id: int, kind: str, at: datetime) -> None:
    await db.execute(insert_new(db, consents), {"person_id": person_id, "kind": kind, "at": at})
