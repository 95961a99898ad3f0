"""Questions about records: what is being written, what counts, and what is still owed (A07, A10, C12).

A record being written is one row with the next version number, written over until it is handed in; from then on
a version stays as it is, but for the supervisor's verdict and the PCRM tick.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import bindparam, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.agenda import Sort
from bot.rules.records import Record, RecordStatus
from bot.rules.visits import Visit
from storage import agenda, cadence
from storage.base import columns
from storage.field import records, visits
from storage.handed_in import DONE as DONE
from storage.tables import audit

r, v = records.c, visits.c

BEING_WRITTEN = (RecordStatus.DRAFT, RecordStatus.COMPLETE)
EDITABLE_FOR = timedelta(hours=49)  # Telegram lets people edit a message for two days

later = records.alias("later")
VERSIONS = select(records).where(r.visit_id.in_(bindparam("visit_ids", expanding=True))).order_by(r.visit_id, r.version)
# Handed in and not looked at, unless a newer version was handed in.
UNREAD = select(r.person_id, r.visit_id).where(
    r.person_id.in_(bindparam("person_ids", expanding=True)),
    r.day >= bindparam("since"),
    r.status == RecordStatus.SUBMITTED,
    ~exists().where(later.c.visit_id == r.visit_id, later.c.version > r.version, later.c.status.not_in(BEING_WRITTEN)),
)
UNWRITTEN = select(visits).where(v.person_id == bindparam("person_id"), ~DONE).order_by(v.arrived_at, v.id)


async def unwritten(db: AsyncConnection, person_id: int) -> list[Visit]:
    """A person's visits whose record is still to be handed in, of any day, oldest first."""
    return [Visit(**row._mapping) for row in await db.execute(UNWRITTEN, {"person_id": person_id})]


async def unread(db: AsyncConnection, person_ids: Iterable[int], since: date) -> dict[int, list[int]]:
    """The visits, from a day on, whose record waits for the supervisor's eye, by person."""
    found: dict[int, list[int]] = {}
    for row in await db.execute(UNREAD, {"person_ids": sorted(set(person_ids)), "since": since}):
        found.setdefault(row.person_id, []).append(row.visit_id)
    return found


async def unread_counts(db: AsyncConnection, person_ids: Iterable[int], since: date) -> dict[int, int]:
    """How many records of each person, from a day on, wait for the supervisor's eye."""
    asked = UNREAD.with_only_columns(r.person_id, func.count()).group_by(r.person_id)
    found = await db.execute(asked, {"person_ids": sorted(set(person_ids)), "since": since})
    return {row[0]: row[1] for row in found}


async def unread_visits(db: AsyncConnection, person_id: int, since: date) -> list[Visit]:
    """One person's visits whose record waits for the supervisor's eye, oldest first."""
    waiting = UNREAD.with_only_columns(r.visit_id)
    asked = select(visits).where(v.id.in_(waiting)).order_by(v.arrived_at, v.id)
    rows = await db.execute(asked, {"person_ids": [person_id], "since": since})
    return [Visit(**row._mapping) for row in rows]


async def in_force(db: AsyncConnection, visit_ids: Iterable[int]) -> dict[int, Record]:
    """The record that counts, by visit: the newest that was handed in, be it reviewed or sent back; else a draft."""
    wanted = sorted(set(visit_ids))
    found: dict[int, Record] = {}
    for row in await db.execute(VERSIONS, {"visit_ids": wanted}) if wanted else ():
        if row.visit_id not in found or row.status not in BEING_WRITTEN:
            found[row.visit_id] = Record(**row._mapping)
    return found


async def met_at(db: AsyncConnection, person_id: int, since: date) -> dict[int, list[str]]:
    """Whom a person wrote to have met, by client, from a day on, the latest first: the words of their records."""
    asked = (
        select(v.client_id, r.who)
        .join(visits, v.id == r.visit_id)
        .where(r.person_id == person_id, r.day >= since, r.who.is_not(None), v.client_id.is_not(None))
        .order_by(r.day.desc(), r.id.desc())
    )
    found: dict[int, list[str]] = {}
    for client_id, who in await db.execute(asked):
        found.setdefault(client_id, []).append(who)
    return found


async def by_id(db: AsyncConnection, record_id: int) -> Record | None:
    row = (await db.execute(select(records).where(r.id == record_id))).first()
    return Record(**row._mapping) if row else None


async def of_visit(db: AsyncConnection, visit_id: int) -> tuple[Record | None, Record | None]:
    """The record of a visit that counts, and the one being written; a first draft is only the latter."""
    counts: Record | None = None
    draft: Record | None = None
    for row in await db.execute(VERSIONS, {"visit_ids": [visit_id]}):
        record = Record(**row._mapping)
        if record.status in BEING_WRITTEN:
            draft = record
        else:
            counts, draft = record, None
    return counts, draft


async def put(db: AsyncConnection, record: Record, draft: Record | None) -> Record:
    """Write a record being written, over the draft that it continues if there is one; returns it with its number."""
    if draft is None:
        made = await db.execute(records.insert().values(**columns(record)).returning(r.id))
        return replace(record, id=made.scalar_one())
    kept = replace(record, id=draft.id, version=draft.version)
    await db.execute(update(records).where(r.id == draft.id, r.status.in_(BEING_WRITTEN)).values(**columns(kept)))
    return kept


async def drop(db: AsyncConnection, draft: Record) -> bool:
    """Throw a draft away; false when it has been handed in meanwhile."""
    gone = await db.execute(delete(records).where(r.id == draft.id, r.status.in_(BEING_WRITTEN)))
    return bool(gone.rowcount)


async def move_on(db: AsyncConnection, before: Record, after: Record) -> bool:
    """Write what has become of a record; false when somebody else was quicker."""
    old, new = columns(before), columns(after)
    changed = {name: value for name, value in new.items() if old[name] != value}
    same = r.entered_elsewhere_at.is_not_distinct_from(before.entered_elsewhere_at)
    done = await db.execute(update(records).where(r.id == before.id, r.status == before.status, same).values(**changed))
    if done.rowcount and after.status is not before.status:
        client_id = await db.scalar(select(v.client_id).where(v.id == before.visit_id))
        await cadence.refresh(db, [client_id])
        if after.status is RecordStatus.SUBMITTED and client_id is not None and after.submitted_at is not None:
            await agenda.fulfil(db, Sort.PLANNED_VISIT, after.person_id, client_id, after.day, after.submitted_at)
    return bool(done.rowcount)


async def visit_of_message(
    db: AsyncConnection, person_id: int, message_id: int, since: datetime
) -> tuple[int, str] | None:
    """The visit whose record a message of this person was part of, and what it answered; none where it was not.

    The log knows: each line of writing keeps the number of its message. Lines before `since` (UTC) are not read.
    """
    lines = await db.execute(
        select(audit.c.facts).where(audit.c.person_id == person_id, audit.c.at >= since).order_by(audit.c.id.desc())
    )
    for (facts,) in lines:
        if facts.get("message") == message_id and "visit" in facts:
            return facts["visit"], facts["asked"]
    return None
