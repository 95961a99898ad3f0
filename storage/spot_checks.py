"""Questions about spot checks: who was asked, what they answered, and what the rounds came to (L06-L08)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.spot_checks import Asked, Check, Result
from storage.base import columns
from storage.supervision_tables import checked, spot_checks

c, a = spot_checks.c, checked.c


async def add(db: AsyncConnection, check: Check, asked: Iterable[Asked]) -> Check:
    made = await db.execute(spot_checks.insert().values(columns(check)).returning(c.id))
    kept = replace(check, id=made.scalar_one())
    await db.execute(checked.insert(), [columns(replace(each, check_id=kept.id)) for each in asked])
    return kept


async def by_id(db: AsyncConnection, check_id: int) -> Check | None:
    row = (await db.execute(select(spot_checks).where(c.id == check_id))).first()
    return Check(**row._mapping) if row else None


async def asked_in(db: AsyncConnection, check_id: int) -> list[Asked]:
    """Everybody in a check, in the order in which they were asked."""
    rows = await db.execute(select(checked).where(a.check_id == check_id).order_by(a.id))
    return [Asked(**row._mapping) for row in rows]


async def one_of(db: AsyncConnection, check_id: int, person_id: int) -> Asked | None:
    row = (await db.execute(select(checked).where(a.check_id == check_id, a.person_id == person_id))).first()
    return Asked(**row._mapping) if row else None


async def move_on(db: AsyncConnection, before: Asked, after: Asked) -> bool:
    """Write what has become of one person's part; false when something else was quicker."""
    same = (a.id == before.id, a.result == before.result, a.judged_at.is_not_distinct_from(before.judged_at))
    return bool((await db.execute(update(checked).where(*same).values(columns(after)))).rowcount)


async def close(db: AsyncConnection, check_id: int, at: datetime) -> bool:
    """Mark a check as over; false where it was already."""
    done = await db.execute(update(spot_checks).where(c.id == check_id, c.closed_at.is_(None)).values(closed_at=at))
    return bool(done.rowcount)


async def results_since(db: AsyncConnection, unit_ids: Iterable[int], since: datetime) -> dict[Result, int]:
    """What checks of people of these units came to since a moment (UTC), by result."""
    asked = (
        select(a.result, func.count())
        .join(spot_checks, c.id == a.check_id)
        .where(a.unit_id.in_(sorted(set(unit_ids))), c.made_at >= since)
        .group_by(a.result)
    )
    return {row[0]: row[1] for row in await db.execute(asked)}


async def of_person(db: AsyncConnection, person_id: int, since: datetime) -> Sequence[Asked]:
    """A person's own part in checks since a moment (UTC): they may see what was noted of them."""
    asked = (
        select(checked)
        .join(spot_checks, c.id == a.check_id)
        .where(a.person_id == person_id, c.made_at >= since)
        .order_by(a.id.desc())
    )
    return [Asked(**row._mapping) for row in await db.execute(asked)]
