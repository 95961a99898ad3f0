"""What a supervisor's morning asks: the same few questions, however many units they lead (A09, 5.2)."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.agenda import ItemStatus, Sort
from bot.rules.leave import WAITING
from bot.rules.outings import OutingStatus
from bot.rules.people import SUPERVISING
from bot.rules.rollcall import Mark
from storage.agenda_tables import agenda
from storage.briefing_tables import roll_call_answers as answers, roll_calls as calls
from storage.field import absences, duties, leaves, outings
from storage.tables import grants, people

UNITS: BindParameter[int] = bindparam("unit_ids", expanding=True)

LEADING = (
    select(grants.c.person_id).where(grants.c.role.in_(sorted(SUPERVISING))).distinct().order_by(grants.c.person_id)
)
ON_LEAVE = (
    select(people.c.name, func.max(absences.c.ends))
    .join(absences, absences.c.person_id == people.c.id)
    .where(people.c.unit_id.in_(UNITS), absences.c.starts <= bindparam("until"), absences.c.ends > bindparam("now"))
    .group_by(people.c.id, people.c.name)
    .order_by(people.c.id)
)
DUTY = (
    select(people.c.name)
    .join(duties, duties.c.person_id == people.c.id)
    .where(duties.c.unit_id.in_(UNITS), duties.c.day == bindparam("day"))
    .order_by(people.c.id)
)
PLANNED = (
    select(people.c.name, func.count())
    .join(agenda, agenda.c.person_id == people.c.id)
    .where(
        people.c.unit_id.in_(UNITS),
        agenda.c.sort == Sort.PLANNED_VISIT,
        agenda.c.status == ItemStatus.OPEN,
        agenda.c.day == bindparam("day"),
    )
    .group_by(people.c.id, people.c.name)
    .order_by(people.c.id)
)
ASKING = (
    select(people.c.name)
    .join(leaves, leaves.c.person_id == people.c.id)
    .where(people.c.unit_id.in_(UNITS), leaves.c.status.in_(sorted(WAITING)))
    .order_by(leaves.c.id)
)
WANTING_OUT = (
    select(people.c.name)
    .join(outings, outings.c.person_id == people.c.id)
    .where(people.c.unit_id.in_(UNITS), outings.c.status == OutingStatus.WAITING, outings.c.day >= bindparam("day"))
    .order_by(outings.c.id)
)
NOT_THERE = (
    select(people.c.name, answers.c.mark)
    .join(answers, answers.c.person_id == people.c.id)
    .join(calls, calls.c.id == answers.c.roll_call_id)
    .where(
        people.c.unit_id.in_(UNITS),
        calls.c.day == bindparam("day"),
        answers.c.mark.in_([Mark.LATE, Mark.UNEXPLAINED]),
    )
    .order_by(answers.c.mark.desc(), people.c.id)
)


async def leading(db: AsyncConnection) -> list[int]:
    """Everybody who leads somebody."""
    return list((await db.execute(LEADING)).scalars())


async def on_leave(
    db: AsyncConnection, unit_ids: Iterable[int], now: datetime, until: datetime
) -> list[tuple[str, datetime]]:
    """Who is away at some time between the two moments, and until when."""
    rows = await db.execute(ON_LEAVE, {"unit_ids": sorted(unit_ids), "now": now, "until": until})
    return [(row[0], row[1]) for row in rows]


async def on_duty(db: AsyncConnection, unit_ids: Iterable[int], day: date) -> list[str]:
    return list((await db.execute(DUTY, {"unit_ids": sorted(unit_ids), "day": day})).scalars())


async def planned(db: AsyncConnection, unit_ids: Iterable[int], day: date) -> list[tuple[str, int]]:
    """Who means to visit somebody on a day, and how many."""
    return [(row[0], row[1]) for row in await db.execute(PLANNED, {"unit_ids": sorted(unit_ids), "day": day})]


async def waiting(db: AsyncConnection, unit_ids: Iterable[int], day: date) -> tuple[list[str], list[str]]:
    """Whose leave, and whose outing, waits for a word."""
    units = sorted(unit_ids)
    asked = list((await db.execute(ASKING, {"unit_ids": units})).scalars())
    return asked, list((await db.execute(WANTING_OUT, {"unit_ids": units, "day": day})).scalars())


async def not_there(db: AsyncConnection, unit_ids: Iterable[int], day: date) -> dict[Mark, list[str]]:
    """Who was late or missing without a word this morning, by the snapshots."""
    found: dict[Mark, list[str]] = {}
    for row in await db.execute(NOT_THERE, {"unit_ids": sorted(unit_ids), "day": day}):
        found.setdefault(Mark(row.mark), []).append(row.name)
    return found
