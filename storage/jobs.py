"""Questions to be asked later."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import upsert
from storage.tables import jobs, leases

DUE = (
    select(jobs)
    .where(
        jobs.c.done.is_(None),
        jobs.c.due <= bindparam("now"),
        jobs.c.action.not_in(bindparam("slow", expanding=True)),
        or_(jobs.c.retry_at.is_(None), jobs.c.retry_at <= bindparam("now")),
    )
    .order_by(jobs.c.due, jobs.c.id)
    .limit(bindparam("most"))
)


SLOW = (
    select(jobs)
    .where(
        jobs.c.done.is_(None),
        jobs.c.due <= bindparam("now"),
        jobs.c.action.in_(bindparam("slow", expanding=True)),
        or_(jobs.c.retry_at.is_(None), jobs.c.retry_at <= bindparam("now")),
    )
    .order_by(jobs.c.due, jobs.c.id)
    .limit(1)
)


async def due(db: AsyncConnection, now: datetime, most: int, slow: Collection[str] = ()) -> Sequence[Row[Any]]:
    """The oldest due jobs that are not slow, held by this transaction; another process takes others."""
    statement = DUE if db.dialect.name == "sqlite" else DUE.with_for_update(skip_locked=True)
    return (await db.execute(statement, {"now": now, "most": most, "slow": list(slow)})).all()


async def take_slow(
    db: AsyncConnection, slow: Collection[str], now: datetime, until: datetime, holder: str
) -> Row[Any] | None:
    """The oldest due slow job, taken: nobody else takes it before `until`, or while its holder lives."""
    statement = SLOW if db.dialect.name == "sqlite" else SLOW.with_for_update(skip_locked=True)
    row = (await db.execute(statement, {"now": now, "slow": list(slow)})).first()
    if row is not None:
        await settle(db, row.id, retry_at=until, attempts=row.attempts + 1, taken_by=holder)
    return row


async def ask_now(db: AsyncConnection, actions: Iterable[str], now: datetime) -> None:
    """Have these jobs without arguments run at once, also where they have been run before."""
    rows: list[dict[str, Any]] = [
        {"name": action, "action": action, "args": {}, "due": now, "done": None, "failed": None, "attempts": 0,
         "retry_at": None}
        for action in actions
    ]  # fmt: skip
    await upsert(db, jobs, rows, ("name",))


async def heard_until(db: AsyncConnection, bot: int, at: datetime) -> None:
    """Remember that we stopped listening at this moment."""
    await upsert(db, leases, [{"name": f"ears:{bot}", "holder": "-", "until": at, "fence": 0}], ("name",))


async def last_heard(db: AsyncConnection, bot: int) -> datetime | None:
    """When the bot last listened, or (after a crash) last spoke; none before its first run."""
    names = (f"ears:{bot}", f"mouth:{bot}")
    found: datetime | None = await db.scalar(select(func.max(leases.c.until)).where(leases.c.name.in_(names)))
    return found


def process(holder: str) -> str:
    """The name of the lease that says that a process lives."""
    return f"process:{holder}"


async def free(db: AsyncConnection, slow: Collection[str]) -> int:
    """Whatever was taken may be taken again; how many."""
    freed = await db.execute(
        update(jobs)
        .where(jobs.c.done.is_(None), jobs.c.action.in_(list(slow)), jobs.c.taken_by.is_not(None))
        .values(retry_at=None, taken_by=None)
    )
    return freed.rowcount


async def free_of_the_gone(db: AsyncConnection, slow: Collection[str], now: datetime) -> int:
    """What processes had taken that live no more may be taken again; how many."""
    alive = exists().where(leases.c.name == process("") + jobs.c.taken_by, leases.c.until >= now)
    freed = await db.execute(
        update(jobs)
        .where(jobs.c.done.is_(None), jobs.c.action.in_(list(slow)), jobs.c.taken_by.is_not(None), ~alive)
        .values(retry_at=None, taken_by=None)
    )
    return freed.rowcount


async def settle(db: AsyncConnection, job_id: int, **columns: Any) -> None:
    await db.execute(update(jobs).where(jobs.c.id == job_id).values(**columns))


async def next_due(db: AsyncConnection) -> datetime | None:
    """When the next job wants to be looked at; none when there is none."""
    waiting = select(func.min(func.coalesce(jobs.c.retry_at, jobs.c.due))).where(jobs.c.done.is_(None))
    moment: datetime | None = await db.scalar(waiting)
    return moment
