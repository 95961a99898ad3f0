"""What a week has held for a person, counted (A15, V20)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.records import RecordStatus
from storage.field import contacts, records, visits

FIRST: BindParameter[date] = bindparam("first")
LAST: BindParameter[date] = bindparam("last")
WHO: BindParameter[int] = bindparam("person_id")

VISITED = (
    select(visits.c.client_id)
    .where(visits.c.person_id == WHO, visits.c.day.between(FIRST, LAST))
    .order_by(visits.c.arrived_at)
)
CONTACTS = select(func.count()).where(contacts.c.person_id == WHO, contacts.c.day.between(FIRST, LAST))
RECORDS = select(func.count(records.c.visit_id.distinct())).where(
    records.c.person_id == WHO,
    records.c.day.between(FIRST, LAST),
    records.c.status.in_((RecordStatus.SUBMITTED, RecordStatus.REVIEWED)),
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there was: the clients visited (None for a lead), contacts, records handed in."""

    visited: list[int | None]
    contacts: int
    records: int


async def counts(db: AsyncConnection, person_id: int, first: date, last: date) -> Counts:
    """A person's visits, contacts and records on these days."""
    given = {"person_id": person_id, "first": first, "last": last}
    visited = list((await db.execute(VISITED, given)).scalars())
    return Counts(visited, int(await db.scalar(CONTACTS, given) or 0), int(await db.scalar(RECORDS, given) or 0))
