"""Questions about meetings for the agenda and the quarter's samples (M01–M06)."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.rollcall import Gathering, Mark
from storage.briefing_tables import roll_call_answers, roll_calls
from storage.tables import people

c, a = roll_calls.c, roll_call_answers.c
CAME = (Mark.PRESENT, Mark.LATE)


async def held(db: AsyncConnection, units: Collection[int], first: date, last: date) -> dict[int, list[int]]:
    """The meetings that were held, by unit: their numbers."""
    asked = select(c.unit_id, c.id).where(
        c.unit_id.in_(sorted(units)),
        c.day.between(first, last),
        c.gathering != Gathering.TRAINING,
        c.closed_at.is_not(None),
        c.cancelled_at.is_(None),
    )
    found: dict[int, list[int]] = {}
    for unit, number in await db.execute(asked):
        found.setdefault(unit, []).append(number)
    return found


async def rows(db: AsyncConnection, ids: Iterable[int]) -> Sequence[Any]:
    """Each meeting: unit, day, what, who wrote, how many came of how many, the minutes and when they were written."""
    wanted = sorted(ids)
    came = func.sum(case((a.mark.in_(CAME), 1), else_=0))
    asked = (
        select(
            c.id,
            c.unit_id,
            c.day,
            c.gathering,
            people.c.name.label("recorder"),
            func.count(a.person_id).label("called"),
            came.label("came"),
            c.minutes_at,
            c.minutes,
        )
        .select_from(roll_calls)
        .outerjoin(people, people.c.id == c.recorder_id)
        .outerjoin(roll_call_answers, a.roll_call_id == c.id)
        .where(c.id.in_(wanted))
        .group_by(c.id, c.unit_id, c.day, c.gathering, people.c.name, c.minutes_at, c.minutes)
    )
    found: Sequence[Any] = (await db.execute(asked)).all()
    return found
