"""Questions about notices: who is to hear one, who has, who has read it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.broadcasts import Broadcast, Progress, Receipt
from bot.rules.people import Role
from storage.base import columns
from storage.engine import upsert
from storage.report_tables import audiences, broadcasts, receipts
from storage.tables import outbox, people

NOTICE = "broadcasts-notice"  # the key of the words that carry a notice


def slot(broadcast_id: int) -> str:
    """Where a listener's copy stands."""
    return f"broadcast:{broadcast_id}"


async def add(db: AsyncConnection, broadcast: Broadcast, listeners: Iterable[int]) -> Broadcast:
    """Store a notice with its listeners; returns it with its number."""
    made = await db.execute(broadcasts.insert().values(columns(broadcast)).returning(broadcasts.c.id))
    kept = replace(broadcast, id=int(made.scalar_one()))
    await db.execute(receipts.insert(), [{"broadcast_id": kept.id, "person_id": each} for each in listeners])
    return kept


async def by_id(db: AsyncConnection, broadcast_id: int) -> Broadcast | None:
    row = (await db.execute(select(broadcasts).where(broadcasts.c.id == broadcast_id))).first()
    return Broadcast(**row._mapping) if row else None


async def save(db: AsyncConnection, before: Broadcast, after: Broadcast) -> bool:
    """Write what changed of a notice's course; false when somebody was quicker."""
    b = broadcasts.c
    done = await db.execute(
        update(broadcasts)
        .where(
            b.id == before.id,
            b.cancelled_at.is_(None) if before.cancelled_at is None else b.cancelled_at.is_not(None),
            b.reminded_at.is_(None) if before.reminded_at is None else b.reminded_at.is_not(None),
        )
        .values(cancelled_at=after.cancelled_at, reminded_at=after.reminded_at, finished_at=after.finished_at)
    )
    return done.rowcount == 1


async def latest(db: AsyncConnection, person_id: int, most: int) -> list[Broadcast]:
    """The newest notices of a person."""
    asked = select(broadcasts).where(broadcasts.c.made_by == person_id).order_by(broadcasts.c.id.desc()).limit(most)
    return [Broadcast(**row._mapping) for row in await db.execute(asked)]


# ---------------------------------------------------------------- listeners


async def unsaid(db: AsyncConnection, broadcast_id: int, most: int) -> list[int]:
    """Listeners to whom nothing has been handed over yet."""
    r = receipts.c
    asked = (
        select(r.person_id).where(r.broadcast_id == broadcast_id, r.said_at.is_(None)).order_by(r.person_id).limit(most)
    )
    return list((await db.execute(asked)).scalars())


async def said(db: AsyncConnection, broadcast_id: int, person_ids: Sequence[int], now: datetime) -> None:
    r = receipts.c
    await db.execute(
        update(receipts).where(r.broadcast_id == broadcast_id, r.person_id.in_(person_ids)).values(said_at=now)
    )


async def read(db: AsyncConnection, broadcast_id: int, person_id: int, now: datetime) -> bool:
    """Acknowledge; false for one who was no listener, or has acknowledged before."""
    r = receipts.c
    done = await db.execute(
        update(receipts)
        .where(r.broadcast_id == broadcast_id, r.person_id == person_id, r.read_at.is_(None), r.said_at.is_not(None))
        .values(read_at=now)
    )
    return done.rowcount == 1


async def receipt(db: AsyncConnection, broadcast_id: int, person_id: int) -> Receipt | None:
    r = receipts.c
    row = (await db.execute(select(receipts).where(r.broadcast_id == broadcast_id, r.person_id == person_id))).first()
    return Receipt(**row._mapping) if row else None


async def unread(db: AsyncConnection, broadcast_id: int) -> list[int]:
    """Those to whom it was handed over and who did not acknowledge."""
    r = receipts.c
    asked = select(r.person_id).where(r.broadcast_id == broadcast_id, r.said_at.is_not(None), r.read_at.is_(None))
    return list((await db.execute(asked.order_by(r.person_id))).scalars())


async def reminded(db: AsyncConnection, broadcast_id: int, person_ids: Sequence[int], now: datetime) -> None:
    r = receipts.c
    await db.execute(
        update(receipts).where(r.broadcast_id == broadcast_id, r.person_id.in_(person_ids)).values(reminded_at=now)
    )


async def progress(db: AsyncConnection, broadcast_id: int) -> Progress:
    """How far a notice is: by what Telegram took, and by who acknowledged."""
    r, p, o = receipts.c, people.c, outbox.c
    copy = select(o.id).where(o.chat_id == p.telegram_id, o.slot == slot(broadcast_id), o.key == NOTICE)
    delivered = copy.where(o.state == "sent").exists() | r.read_at.is_not(None)
    failed = copy.where(o.state == "failed").exists()
    gone = and_(~delivered, p.telegram_id.is_(None) | p.unreachable_since.is_not(None) | failed)
    asked = (
        select(func.count(), count_if(delivered), count_if(r.read_at.is_not(None)), count_if(gone))
        .select_from(receipts)
        .join(people, p.id == r.person_id)
        .where(r.broadcast_id == broadcast_id)
    )
    everybody, there, acknowledged, away = (await db.execute(asked)).one()
    return Progress(int(everybody), int(there or 0), int(acknowledged or 0), int(away or 0))


async def stop(db: AsyncConnection, broadcast_id: int) -> int:
    """Take back what waits to be sent; what is on its way arrives. Returns how many people will not hear it."""
    r = receipts.c
    chats = (
        select(people.c.telegram_id)
        .join(receipts, r.person_id == people.c.id)
        .where(r.broadcast_id == broadcast_id, people.c.telegram_id.is_not(None))
    )
    dropped = await db.execute(
        update(outbox)
        .where(
            outbox.c.chat_id.in_(chats),
            outbox.c.slot == slot(broadcast_id),
            outbox.c.key == NOTICE,
            outbox.c.state == "pending",
        )
        .values(state="dropped")
    )
    left = await db.scalar(
        select(func.count()).select_from(receipts).where(r.broadcast_id == broadcast_id, r.said_at.is_(None))
    )
    return int(dropped.rowcount) + int(left or 0)


def count_if(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


# ---------------------------------------------------------------- saved audiences


async def keep_audience(db: AsyncConnection, person_id: int, name: str, unit_id: int, role: Role | None) -> None:
    """Remember people under a name; the same name again means the new ones."""
    row = {"person_id": person_id, "name": name, "unit_id": unit_id, "role": role}
    await upsert(db, audiences, [row], ("person_id", "name"))


async def audiences_of(db: AsyncConnection, person_id: int) -> list[tuple[int, str, int, Role | None]]:
    """Number, name, unit and role of a person's saved audiences."""
    a = audiences.c
    asked = select(a.id, a.name, a.unit_id, a.role).where(a.person_id == person_id).order_by(a.id.desc())
    return [(row.id, row.name, row.unit_id, row.role) for row in await db.execute(asked)]
