"""Questions to be asked later."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import jobs

DUE = (
    select(jobs)
    .where(
        jobs.c.done.is_(None),
        jobs.c.due <= bindparam("now"),
        or_(jobs.c.retry_at.is_(None), jobs.c.retry_at <= bindparam("now")),
    )
    .order_by(jobs.c.due, jobs.c.id)
    .limit(bindparam("most"))
)


async def due(db: AsyncConnection, now: datetime, most: int) -> Sequence[Row[Any]]:
    """The oldest due jobs, held by this transaction; another process takes others."""
    statement = DUE if db.dialect.name == "sqlite" else DUE.with_for_update(skip_locked=True)
    return (await db.execute(statement, {"now": now, "most": most})).all()


async def settle(db: AsyncConnection, job_id: int, **columns: Any) -> None:
    await db.execute(update(jobs).where(jobs.c.id == job_id).values(**columns))


async def next_due(db: AsyncConnection) -> datetime | None:
    """When the next job wants to be looked at; none when there is none."""
    waiting = select(func.min(func.coalesce(jobs.c.retry_at, jobs.c.due))).where(jobs.c.done.is_(None))
    moment: datetime | None = await db.scalar(waiting)
    return moment
