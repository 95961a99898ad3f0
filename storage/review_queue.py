"""What the queue of records asks: a handful of statements, however many people stand behind it (A09, A17, C25)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sqlalchemy import and_, exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.agenda import Sort
from bot.rules.records import Record, RecordStatus
from bot.rules.review_readings import Reading, Sample, Seen
from bot.rules.visits import Visit
from storage.agenda_tables import agenda
from storage.base import columns
from storage.dictation_tables import findings
from storage.engine import upsert
from storage.field import records, visits
from storage.records import BEING_WRITTEN, DONE, later
from storage.supervision_tables import readings, samples, seen

r, v = records.c, visits.c
NEWEST = ~exists().where(
    and_(later.c.visit_id == r.visit_id, later.c.version > r.version, later.c.status.not_in(BEING_WRITTEN))
)


async def unread(
    db: AsyncConnection, unit_ids: Iterable[int], since: date, without: int, most: int
) -> list[tuple[Record, Visit]]:
    """Records of these units that nobody has decided on, the newest days first, with their visits; never one's own."""
    asked = (
        select(records)
        .where(
            r.unit_id.in_(sorted(set(unit_ids))),
            r.day >= since,
            r.status == RecordStatus.SUBMITTED,
            r.person_id != without,
            NEWEST,
        )
        .order_by(r.day.desc(), r.id.desc())
        .limit(most)
    )
    found = [Record(**row._mapping) for row in await db.execute(asked)]
    by_id = await visits_of(db, [each.visit_id for each in found])
    return [(each, by_id[each.visit_id]) for each in found]


async def missing(
    db: AsyncConnection, unit_ids: Iterable[int], since: date, until: date, without: int, most: int
) -> list[Visit]:
    """Visits of these days, both included, whose record was not handed in, the oldest first."""
    asked = (
        select(visits)
        .where(v.unit_id.in_(sorted(set(unit_ids))), v.day >= since, v.day <= until, v.person_id != without, ~DONE)
        .order_by(v.day, v.id)
        .limit(most)
    )
    return [Visit(**row._mapping) for row in await db.execute(asked)]


async def visits_of(db: AsyncConnection, ids: Iterable[int]) -> dict[int, Visit]:
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    return {row.id: Visit(**row._mapping) for row in await db.execute(select(visits).where(v.id.in_(wanted)))}


async def earlier_texts(
    db: AsyncConnection, person_ids: Iterable[int], since: date, most: int
) -> dict[int, list[tuple[int, int, str]]]:
    """What these people wrote since a day, newest first: (record, visit, purpose and result), by person."""
    asked = (
        select(r.id, r.visit_id, r.person_id, r.purpose, r.result)
        .where(
            r.person_id.in_(sorted(set(person_ids))),
            r.day >= since,
            r.status.not_in(BEING_WRITTEN),
        )
        .order_by(r.id.desc())
        .limit(most)
    )
    found: dict[int, list[tuple[int, int, str]]] = {}
    for row in await db.execute(asked):
        found.setdefault(row.person_id, []).append((row.id, row.visit_id, f"{row.purpose or ''} {row.result or ''}"))
    return found


async def complaints(db: AsyncConnection, unit_ids: Iterable[int], since: date) -> dict[int, list[date]]:
    """On which days clients complained, as far as records say so, by client."""
    asked = (
        select(v.client_id, r.day)
        .select_from(records.join(findings, findings.c.record_id == r.id).join(visits, v.id == r.visit_id))
        .where(
            r.unit_id.in_(sorted(set(unit_ids))),
            r.day >= since,
            findings.c.complaint.is_not(None),
            v.client_id.is_not(None),
        )
    )
    found: dict[int, list[date]] = {}
    for row in await db.execute(asked):
        found.setdefault(row.client_id, []).append(row.day)
    return found


# ---------------------------------------------------------------- the sample, and what was read


async def sampled(db: AsyncConnection, record_ids: Iterable[int]) -> frozenset[int]:
    """Which of these records were drawn by chance."""
    asked = select(samples.c.record_id).where(samples.c.record_id.in_(sorted(set(record_ids))))
    return frozenset((await db.execute(asked)).scalars())


async def drawn_in(db: AsyncConnection, person_ids: Iterable[int], month: date) -> dict[int, int]:
    """How many records of each person were drawn in a month."""
    asked = (
        select(samples.c.person_id, func.count())
        .where(samples.c.person_id.in_(sorted(set(person_ids))), samples.c.month == month)
        .group_by(samples.c.person_id)
    )
    return {row[0]: row[1] for row in await db.execute(asked)}


async def draw(db: AsyncConnection, chosen: Iterable[Sample]) -> None:
    """Write the sample down; a record that was drawn already stays as it is."""
    await upsert(db, samples, [columns(each) for each in chosen], ("record_id",))


async def opened(db: AsyncConnection, reading: Reading) -> Reading:
    """Remember the first time that somebody opened a record; returns what is remembered."""
    mine = (readings.c.record_id == reading.record_id, readings.c.reader_id == reading.reader_id)
    row = (await db.execute(select(readings).where(*mine))).first()
    if row is not None:
        return Reading(**row._mapping)
    await db.execute(readings.insert().values(columns(reading)))
    return reading


async def readings_of(db: AsyncConnection, record_ids: Iterable[int]) -> dict[int, list[Reading]]:
    """Who opened these records when, oldest first, by record."""
    found: dict[int, list[Reading]] = {}
    asked = select(readings).where(readings.c.record_id.in_(sorted(set(record_ids)))).order_by(readings.c.opened_at)
    for row in await db.execute(asked):
        found.setdefault(row.record_id, []).append(Reading(**row._mapping))
    return found


async def opened_since(db: AsyncConnection, reader_id: int, since: datetime) -> frozenset[int]:
    """The records that somebody has opened since a moment (UTC)."""
    asked = select(readings.c.record_id).where(readings.c.reader_id == reader_id, readings.c.opened_at >= since)
    return frozenset((await db.execute(asked)).scalars())


async def task_given(db: AsyncConnection, visit_id: int, by: int) -> bool:
    """Whether this supervisor has set a task from this visit's record."""
    asked = select(agenda.c.id).where(agenda.c.visit_id == visit_id, agenda.c.sort == Sort.TASK, agenda.c.made_by == by)
    return (await db.execute(asked.limit(1))).first() is not None


# ---------------------------------------------------------------- a word on what the register shows


async def seen_among(db: AsyncConnection, abouts: Sequence[str]) -> frozenset[str]:
    """Which of these things a supervisor has said a word on."""
    return frozenset((await db.execute(select(seen.c.about).where(seen.c.about.in_(abouts)))).scalars())


async def seen_by(db: AsyncConnection, about: str) -> Seen | None:
    row = (await db.execute(select(seen).where(seen.c.about == about))).first()
    return Seen(**row._mapping) if row else None


async def see(db: AsyncConnection, word: Seen) -> None:
    await db.execute(seen.insert().values(columns(word)))
