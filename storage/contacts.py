"""Questions about contacts: clients reached by phone, SMS or online (V30)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.agenda import Sort
from bot.rules.contacts import Contact
from storage import agenda, cadence
from storage.base import columns
from storage.field import contacts

c = contacts.c

ON_DAY = (
    select(contacts)
    .where(c.person_id.in_(bindparam("person_ids", expanding=True)), c.day == bindparam("day"))
    .order_by(c.at, c.id)
)


async def of_people_on(db: AsyncConnection, person_ids: Iterable[int], day: date) -> list[Contact]:
    """The contacts of these people on a day, in order."""
    found = await db.execute(ON_DAY, {"person_ids": sorted(set(person_ids)), "day": day})
    return [Contact(**row._mapping) for row in found]


async def by_id(db: AsyncConnection, contact_id: int) -> Contact | None:
    row = (await db.execute(select(contacts).where(c.id == contact_id))).first()
    return Contact(**row._mapping) if row else None


async def add(db: AsyncConnection, contact: Contact) -> Contact:
    made = await db.execute(contacts.insert().values(**columns(contact)).returning(c.id))
    stored = replace(contact, id=made.scalar_one())
    await cadence.refresh(db, [contact.client_id])
    if contact.client_id is not None:
        await agenda.fulfil(db, Sort.CALL, contact.person_id, contact.client_id, contact.day, contact.at)
    return stored


async def drop(db: AsyncConnection, contact_id: int) -> bool:
    """Take a contact back that was noted by mistake; false when it is gone already."""
    gone = (await db.execute(delete(contacts).where(c.id == contact_id).returning(c.client_id))).first()
    if gone is not None:
        await cadence.refresh(db, [gone.client_id])
    return gone is not None
