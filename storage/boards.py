"""What a board asks: a handful of statements, however many people stand on it (A05, L06)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.outings import Outing, Stop
from bot.rules.records import Record
from bot.rules.visits import Visit
from storage import outings as outing_store, records as record_store
from storage.field import duties, outings, visits
from storage.tables import audit

UNREAD_FOR = timedelta(days=31)  # older records are for the archive, not for a board

IDS: BindParameter[int] = bindparam("person_ids", expanding=True)
DAYS: BindParameter[date] = bindparam("days", expanding=True)

OUTINGS = select(outings).where(outings.c.person_id.in_(IDS), outings.c.day.in_(DAYS)).order_by(outings.c.id)
VISITS = select(visits).where(visits.c.person_id.in_(IDS), visits.c.day.in_(DAYS)).order_by(visits.c.arrived_at)
DUTIES = select(duties.c.person_id, duties.c.day).where(duties.c.person_id.in_(IDS), duties.c.day.in_(DAYS))
SEEN = (
    select(audit.c.person_id, func.max(audit.c.at).label("at"))
    .where(audit.c.person_id.in_(IDS), audit.c.at.between(bindparam("since"), bindparam("until")))
    .group_by(audit.c.person_id)
)


@dataclass(frozen=True, slots=True)
class Told:
    """What the bot has been told about some people on some days, by person."""

    outings: dict[int, list[Outing]]
    stops: dict[int, list[Stop]]  # by outing
    visits: dict[int, list[Visit]]
    records: dict[int, Record]  # in force, by visit
    duties: frozenset[tuple[int, date]]
    leave_until: dict[int, datetime]
    standins: dict[int, str] = field(default_factory=dict)  # names, of those on leave now
    seen_at: dict[int, datetime] = field(default_factory=dict)
    unread: dict[int, int] = field(default_factory=dict)  # how many records nobody has looked at


async def told(
    db: AsyncConnection,
    person_ids: Iterable[int],
    days: Collection[date],
    now: datetime,
    also: Iterable[int] = (),
) -> Told:
    """What a day is drawn from: six statements, however many people they are.

    `days` is today, in all zones that matter; `also` are visits of other days whose records are wanted too.
    """
    ids = sorted(set(person_ids))
    people = {"person_ids": ids, "days": sorted(days)}
    gone: dict[int, list[Outing]] = {}
    for row in await db.execute(OUTINGS, people):
        gone.setdefault(row.person_id, []).append(Outing(**row._mapping))
    been: dict[int, list[Visit]] = {}
    for row in await db.execute(VISITS, people):
        been.setdefault(row.person_id, []).append(Visit(**row._mapping))
    stops = await outing_store.stops_of(db, [each.id for some in gone.values() for each in some])
    on_duty = await db.execute(DUTIES, people)
    return Told(
        gone,
        stops,
        been,
        await record_store.in_force(db, [*also, *(each.id for some in been.values() for each in some)]),
        frozenset((row.person_id, row.day) for row in on_duty),
        await outing_store.absent(db, ids, now, now),
    )


async def told_of_team(
    db: AsyncConnection, person_ids: Iterable[int], days: Collection[date], since: datetime, now: datetime
) -> Told:
    """The same with when each was last heard of since a moment (UTC), and whose records wait to be read: eight."""
    ids = sorted(set(person_ids))
    heard = await db.execute(SEEN, {"person_ids": ids, "since": since, "until": now})
    unread = await record_store.unread_counts(db, ids, min(days) - UNREAD_FOR) if days else {}
    seen_at = {row.person_id: row.at for row in heard}
    return replace(await told(db, ids, days, now), seen_at=seen_at, unread=unread)
