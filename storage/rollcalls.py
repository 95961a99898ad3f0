"""Questions about roll calls and meetings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.rollcall import Answer, Gathering, Mark, RollCall
from storage.base import columns
from storage.briefing_tables import roll_call_answers as answers, roll_calls as calls
from storage.engine import insert_new, upsert

c, a = calls.c, answers.c

OF_UNITS = (
    select(calls)
    .where(
        c.unit_id.in_(bindparam("unit_ids", expanding=True)),
        c.day.between(bindparam("first"), bindparam("last")),
        c.cancelled_at.is_(None),
    )
    .order_by(c.starts, c.id)
)
ANSWERS = select(answers).where(a.roll_call_id.in_(bindparam("ids", expanding=True)))


async def add(db: AsyncConnection, call: RollCall) -> RollCall:
    """Write a gathering down, or return the one that the unit has already on that day; a cancelled one stays so."""
    made = await db.execute(insert_new(db, calls).returning(c.id), columns(call))
    found = made.scalar()
    if found is not None:
        return replace(call, id=int(found))
    known = await db.execute(
        select(calls).where(c.unit_id == call.unit_id, c.day == call.day, c.gathering == call.gathering)
    )
    return RollCall(**known.one()._mapping)


async def by_id(db: AsyncConnection, call_id: int) -> RollCall | None:
    row = (await db.execute(select(calls).where(c.id == call_id))).first()
    return RollCall(**row._mapping) if row else None


async def of_day(db: AsyncConnection, unit_id: int, day: date, gathering: Gathering) -> RollCall | None:
    """A unit's gathering of a kind on a day."""
    row = (await db.execute(select(calls).where(c.unit_id == unit_id, c.day == day, c.gathering == gathering))).first()
    return RollCall(**row._mapping) if row else None


async def add_all(db: AsyncConnection, made: Sequence[RollCall]) -> None:
    """Write gatherings down that come by themselves; those that are known stay as they are."""
    if made:
        await db.execute(insert_new(db, calls), [columns(each) for each in made])


async def of_units(db: AsyncConnection, unit_ids: Iterable[int], first: date, last: date) -> list[RollCall]:
    """The gatherings of these units between two days, both included, earliest first; cancelled ones are left out."""
    rows = await db.execute(OF_UNITS, {"unit_ids": sorted(set(unit_ids)), "first": first, "last": last})
    return [RollCall(**row._mapping) for row in rows]


async def save(db: AsyncConnection, call: RollCall) -> None:
    await db.execute(update(calls).where(c.id == call.id).values(columns(call)))


async def open_call(db: AsyncConnection, call: RollCall, at: datetime) -> bool:
    """Mark people as asked; False where they have been already."""
    done = await db.execute(
        update(calls).where(c.id == call.id, c.opened_at.is_(None), c.cancelled_at.is_(None)).values(opened_at=at)
    )
    return bool(done.rowcount)


async def close_call(db: AsyncConnection, call: RollCall, at: datetime, *, interrupted: bool = False) -> bool:
    """Close it; False where somebody was quicker."""
    closed = update(calls).where(c.id == call.id, c.closed_at.is_(None))
    done = await db.execute(closed.values(closed_at=at, interrupted=interrupted))
    return bool(done.rowcount)


async def answers_of(db: AsyncConnection, call_ids: Iterable[int]) -> dict[int, dict[int, Answer]]:
    """What people said to these roll calls, by call and person."""
    wanted = sorted(set(call_ids))
    found: dict[int, dict[int, Answer]] = {each: {} for each in wanted}
    for row in await db.execute(ANSWERS, {"ids": wanted}) if wanted else ():
        found[row.roll_call_id][row.person_id] = Answer(**row._mapping)
    return found


async def say(db: AsyncConnection, answer: Answer) -> bool:
    """Keep an answer; False where there is one already."""
    made = await db.execute(insert_new(db, answers).returning(a.person_id), columns(answer))
    return made.first() is not None


async def correct(db: AsyncConnection, answer: Answer) -> None:
    """Put the snapshot right for one person."""
    await upsert(db, answers, [columns(answer)], ("roll_call_id", "person_id"))


async def snapshot(db: AsyncConnection, call: RollCall, marks: Mapping[int, Mark], told: Mapping[int, Answer]) -> None:
    """Keep how everybody stood at the close."""
    rows = [
        columns(
            replace(
                told.get(each) or Answer(roll_call_id=call.id, person_id=each, said_at=None, received_at=None),
                mark=mark,
            )
        )
        for each, mark in marks.items()
    ]
    if rows:
        await upsert(db, answers, rows, ("roll_call_id", "person_id"))


async def late_today(db: AsyncConnection, person_ids: Iterable[int], day: date) -> set[int]:
    """Who of these people was late to a gathering of the day, by its snapshot."""
    rows = await db.execute(
        select(a.person_id)
        .join(calls, c.id == a.roll_call_id)
        .where(a.person_id.in_(sorted(set(person_ids))), c.day == day, a.mark == Mark.LATE)
    )
    return set(rows.scalars())
