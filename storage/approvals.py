"""What waits for a supervisor: leave, changes of leave, outings in approve mode, longer stays and corrected times."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.leave import WAITING, Leave, Status
from bot.rules.outings import Outing, OutingStatus
from bot.rules.visits import LeftHow, Visit
from storage.field import leaves, outings, visits

MOST = 100


async def leave_waiting(db: AsyncConnection, unit_ids: Iterable[int]) -> list[Leave]:
    """Requests of these units that nobody has decided, the earliest start first; those to be changed too."""
    of = leaves.c
    asked = (
        select(leaves)
        .where(
            of.unit_id.in_(sorted(set(unit_ids))),
            of.status.in_(sorted(WAITING)) | ((of.status == Status.APPROVED) & of.change_to.is_not(None)),
        )
        .order_by(of.starts, of.id)
        .limit(MOST)
    )
    return [Leave(**row._mapping) for row in await db.execute(asked)]


async def outings_waiting(db: AsyncConnection, unit_ids: Iterable[int], since: date) -> list[Outing]:
    """Outings from a day on that wait for consent."""
    of = outings.c
    asked = (
        select(outings)
        .where(of.unit_id.in_(sorted(set(unit_ids))), of.day >= since, of.status == OutingStatus.WAITING)
        .order_by(of.day, of.id)
        .limit(MOST)
    )
    return [Outing(**row._mapping) for row in await db.execute(asked)]


async def outings_changed(db: AsyncConnection, unit_ids: Iterable[int], since: date) -> list[Outing]:
    """Outings from a day on that were extended, or whose return was said afterwards."""
    of = outings.c
    asked = (
        select(outings)
        .where(
            of.unit_id.in_(sorted(set(unit_ids))),
            of.day >= since,
            (of.extensions > 0) | of.return_corrected_at.is_not(None),
        )
        .order_by(of.day, of.id)
        .limit(MOST)
    )
    return [Outing(**row._mapping) for row in await db.execute(asked)]


async def visits_corrected(db: AsyncConnection, unit_ids: Iterable[int], since: date) -> list[Visit]:
    """Visits from a day on whose end was said afterwards."""
    of = visits.c
    asked = (
        select(visits)
        .where(of.unit_id.in_(sorted(set(unit_ids))), of.day >= since, of.left_how == LeftHow.ASKED)
        .order_by(of.day, of.id)
        .limit(MOST)
    )
    return [Visit(**row._mapping) for row in await db.execute(asked)]
