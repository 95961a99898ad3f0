"""Questions about the duty roster and about who asked whom to take a day over (A06)."""

from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.duty import Duty, Swap
from storage.base import columns
from storage.engine import upsert
from storage.field import duties, swaps
from storage.prepared import Prepared

OF_PERSON = Prepared(
    select(duties.c.id).where(duties.c.person_id == bindparam("person_id"), duties.c.day == bindparam("day"))
)
OF_UNIT = (
    select(duties)
    .where(duties.c.unit_id == bindparam("unit_id"), duties.c.day.between(bindparam("first"), bindparam("last")))
    .order_by(duties.c.day)
)
ON_DAY = select(duties.c.person_id).where(duties.c.day == bindparam("day"))


async def on_duty(db: AsyncConnection, person_id: int, day: date) -> bool:
    """Whether a person is the duty RM of a day."""
    return await OF_PERSON.value(db, person_id=person_id, day=day) is not None


async def everybody_on(db: AsyncConnection, day: date) -> frozenset[int]:
    """The ids of all duty RMs of a day, in any unit."""
    return frozenset((await db.execute(ON_DAY, {"day": day})).scalars())


async def of_unit(db: AsyncConnection, unit_id: int, first: date, last: date) -> list[Duty]:
    """A unit's roster from one day to another, both included."""
    found = await db.execute(OF_UNIT, {"unit_id": unit_id, "first": first, "last": last})
    return [Duty(**row._mapping) for row in found]


async def by_id(db: AsyncConnection, duty_id: int) -> Duty | None:
    row = (await db.execute(select(duties).where(duties.c.id == duty_id))).first()
    return Duty(**row._mapping) if row else None


async def put(db: AsyncConnection, duty: Duty) -> None:
    """Write who has the duty of a unit's day, in place of whoever had it."""
    row = {"unit_id": duty.unit_id, "day": duty.day, "person_id": duty.person_id}
    await upsert(db, duties, [row], ("unit_id", "day"))


async def swaps_of(db: AsyncConnection, duty_id: int) -> list[Swap]:
    """Every request to take a duty over, the oldest first."""
    found = await db.execute(select(swaps).where(swaps.c.duty_id == duty_id).order_by(swaps.c.id))
    return [Swap(**row._mapping) for row in found]


async def swap_by_id(db: AsyncConnection, swap_id: int) -> Swap | None:
    row = (await db.execute(select(swaps).where(swaps.c.id == swap_id))).first()
    return Swap(**row._mapping) if row else None


async def ask(db: AsyncConnection, swap: Swap) -> Swap:
    """Write down that a colleague was asked; returns the request with its number."""
    made = await db.execute(swaps.insert().values(**columns(swap)).returning(swaps.c.id))
    return replace(swap, id=made.scalar_one())


async def answered(db: AsyncConnection, swap: Swap) -> bool:
    """Write a colleague's answer; false when the request was answered already."""
    done = await db.execute(
        update(swaps)
        .where(swaps.c.id == swap.id, swaps.c.accepted.is_(None))
        .values(accepted=swap.accepted, answered_at=swap.answered_at)
    )
    return bool(done.rowcount)
