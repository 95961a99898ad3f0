"""What a day held, for a rule that is tried out on paper: only the columns that a figure looks at."""

from collections.abc import Collection, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.outings import OutingPolicy, OutingStatus
from bot.rules.people import Person
from bot.rules.rehearsal import DayHeld
from bot.rules.returns import bound_to_hour
from storage.briefing_tables import roll_call_answers, roll_calls
from storage.engine import BESIDE
from storage.field import duties, outings, records, visits


async def held(
    db: AsyncConnection,
    key: str,
    units: Collection[int],
    people: Mapping[int, Person],
    policy: OutingPolicy,
    day: date,
    zone: ZoneInfo,
) -> DayHeld:
    """What this day held in these units, as far as the figure of `key` looks at it."""
    wanted = sorted(units)
    if key == "outing.return_time":
        o = outings.c
        there = select(duties.c.person_id).where(duties.c.unit_id.in_(wanted), duties.c.day == day)
        on_duty = set((await db.execute(there)).scalars())
        asked = select(o.person_id, o.returned_at, o.extended_to).where(
            o.unit_id.in_(wanted), o.day == day, o.status == OutingStatus.RETURNED, o.returned_at.is_not(None)
        )
        returns = tuple(
            (person, back, put_off)
            for person, back, put_off in await db.execute(asked.suffix_with(BESIDE))
            if person in people and bound_to_hour(people[person].roles, person in on_duty, policy)
        )
        return DayHeld(day=day, zone=zone, returns=returns)
    if key == "calendar.day_end":
        r = records.c
        asked = (
            select(r.person_id, func.min(r.first_submitted_at).label("first"))
            .where(r.unit_id.in_(wanted), r.day == day, r.first_submitted_at.is_not(None))
            .group_by(r.visit_id, r.person_id)
        )
        rows = (await db.execute(asked.suffix_with(BESIDE))).all()
        return DayHeld(day=day, zone=zone, records=tuple((row.person_id, row.first) for row in rows))
    if key == "evidence.radius_m":
        v = visits.c
        asked = select(v.person_id, v.distance_m).where(v.unit_id.in_(wanted), v.day == day, v.distance_m.is_not(None))
        rows = (await db.execute(asked.suffix_with(BESIDE))).all()
        return DayHeld(day=day, zone=zone, arrivals=tuple((row.person_id, row.distance_m) for row in rows))
    c, a = roll_calls.c, roll_call_answers.c
    asked = (
        select(a.person_id, c.starts, a.said_at)
        .select_from(roll_calls)
        .join(roll_call_answers, a.roll_call_id == c.id)
        .where(c.unit_id.in_(wanted), c.day == day, c.cancelled_at.is_(None), a.said_at.is_not(None))
    )
    rows = (await db.execute(asked.suffix_with(BESIDE))).all()
    return DayHeld(day=day, zone=zone, answers=tuple((row.person_id, row.starts, row.said_at) for row in rows))
