"""What /me counts: a person's visits, outings and duty days since a day."""

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.outings import Outing
from bot.rules.visits import Visit
from storage.field import duties, outings, visits

VISITS = select(visits).where(visits.c.person_id == bindparam("person_id"), visits.c.day >= bindparam("since"))
OUTINGS = select(outings).where(outings.c.person_id == bindparam("person_id"), outings.c.day >= bindparam("since"))
DUTIES = select(duties.c.day).where(duties.c.person_id == bindparam("person_id"), duties.c.day >= bindparam("since"))


async def visits_since(db: AsyncConnection, person_id: int, since: date) -> list[Visit]:
    found = await db.execute(VISITS, {"person_id": person_id, "since": since})
    return [Visit(**row._mapping) for row in found]


async def outings_since(db: AsyncConnection, person_id: int, since: date) -> list[Outing]:
    found = await db.execute(OUTINGS, {"person_id": person_id, "since": since})
    return [Outing(**row._mapping) for row in found]


async def duty_days_since(db: AsyncConnection, person_id: int, since: date) -> frozenset[date]:
    return frozenset((await db.execute(DUTIES, {"person_id": person_id, "since": since})).scalars())
