"""Questions about visits: who is where, since when, and what their phones showed of it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.datum import Point
from bot.rules.evidence import Seen
from bot.rules.outings import Field
from bot.rules.places import Origin, Place, Sighting
from bot.rules.visits import Visit
from storage import cadence
from storage.base import columns
from storage.engine import upsert
from storage.field import changes, points, visits
from storage.prepared import Prepared, adding
from storage.tables import places
from storage.trust_tables import holds

v = visits.c

ADD = Prepared(adding(visits))
SAVE = update(visits).where(v.id == bindparam("its_id"))
ADD_POINT = Prepared(adding(points))
ALL = select(visits).order_by(v.arrived_at, v.id)
BY_ID = select(visits).where(v.id == bindparam("id"))
AROUND = Prepared(
    ALL.where(v.person_id == bindparam("person_id"), or_(v.day == bindparam("day"), v.left_at.is_(None))), Visit
)
OPEN = ALL.where(v.person_id == bindparam("person_id"), v.left_at.is_(None))
FOLLOWED = select(visits).where(
    v.person_id == bindparam("person_id"), v.live_message_id == bindparam("message_id"), v.left_at.is_(None)
)
TRACK = select(points).where(points.c.visit_id == bindparam("visit_id")).order_by(points.c.at, points.c.id)
LAST_SEEN = Prepared(
    select(points)
    .where(points.c.person_id == bindparam("person_id"), points.c.at <= bindparam("until"))
    .order_by(points.c.at.desc(), points.c.id.desc())
    .limit(1)
)
SAME_POINT = Prepared(
    select(
        exists().where(
            v.person_id == bindparam("person_id"),
            v.static,
            v.latitude == bindparam("latitude"),
            v.longitude == bindparam("longitude"),
            v.id != bindparam("but"),
        )
    )
)


# ---------------------------------------------------------------- visits


async def add(db: AsyncConnection, visit: Visit) -> Visit:
    """Store a new visit; returns it with its number."""
    return replace(visit, id=int(await ADD.value(db, **columns(visit)) or 0))


async def save(db: AsyncConnection, before: Visit, after: Visit) -> None:
    """Write what a rule changed and nothing else: the supervisor may be writing to the same row."""
    old, new = columns(before), columns(after)
    changed = {name: value for name, value in new.items() if old[name] != value}
    if changed:
        await db.execute(SAVE, {**changed, "its_id": before.id})
    if "client_id" in changed or "channel" in changed:
        await cadence.refresh(db, [before.client_id, after.client_id])


async def by_id(db: AsyncConnection, visit_id: int) -> Visit | None:
    if not 0 < visit_id < 2**63:  # a button may carry any figure
        return None
    row = (await db.execute(BY_ID, {"id": visit_id})).first()
    return Visit(**row._mapping) if row else None


async def around(db: AsyncConnection, person_id: int, day: date) -> list[Visit]:
    """The person's visits of a day, and those of any day that have no end, in order."""
    return await AROUND.all(db, person_id=person_id, day=day)


async def open_of(db: AsyncConnection, person_id: int) -> list[Visit]:
    """The person's visits without an end, of any day, oldest first."""
    return [Visit(**row._mapping) for row in await db.execute(OPEN, {"person_id": person_id})]


async def of_people_on(db: AsyncConnection, person_ids: Iterable[int], day: date) -> list[Visit]:
    """The visits of these people on a day, in order: for boards."""
    wanted = sorted(set(person_ids))
    if not wanted:
        return []
    return [Visit(**row._mapping) for row in await db.execute(ALL.where(v.person_id.in_(wanted), v.day == day))]


async def latest_ended(db: AsyncConnection, person_id: int, most: int = 20) -> list[Visit]:
    """The person's latest visits that have an end: what their usual stay is taken from."""
    ended = select(visits).where(v.person_id == person_id, v.left_at.is_not(None)).order_by(v.day.desc(), v.id.desc())
    return [Visit(**row._mapping) for row in await db.execute(ended.limit(most))]


async def accept(db: AsyncConnection, visit: Visit) -> bool:
    """Store a supervisor's acceptance; false when somebody else was quicker."""
    done = await db.execute(
        update(visits)
        .where(v.id == visit.id, v.accepted_at.is_(None))
        .values(accepted_by=visit.accepted_by, accepted_at=visit.accepted_at)
    )
    return done.rowcount == 1


async def reason_of(db: AsyncConnection, visit: Visit) -> str | None:
    """Why the RM went where the plan did not say (A13); none where nobody has said so yet."""
    whom = str(visit.client_id) if visit.client_id is not None else visit.lead
    c = changes.c
    said = (
        select(c.reason)
        .where(c.outing_id == visit.outing_id, c.stop_id.is_(None), c.field == Field.STOP, c.after == whom)
        .order_by(c.id.desc())
        .limit(1)
    )
    reason: str | None = await db.scalar(said)
    return reason


# ---------------------------------------------------------------- points


async def followed(db: AsyncConnection, person_id: int, message_id: int) -> Visit | None:
    """The visit that lasts and whose live location this message is."""
    row = (await db.execute(FOLLOWED, {"person_id": person_id, "message_id": message_id})).first()
    return Visit(**row._mapping) if row else None


async def track(db: AsyncConnection, visit_id: int) -> list[Seen]:
    """The points kept of a visit, in order of time."""
    return [seen_from(row) for row in await db.execute(TRACK, {"visit_id": visit_id})]


async def add_point(db: AsyncConnection, person_id: int, visit_id: int, seen: Seen) -> None:
    await ADD_POINT.run(
        db,
        person_id=person_id,
        visit_id=visit_id,
        at=seen.at,
        latitude=seen.latitude,
        longitude=seen.longitude,
        accuracy_m=seen.accuracy_m,
    )


async def last_seen(db: AsyncConnection, person_id: int, until: datetime) -> Seen | None:
    """The person's last own point not later than a moment (UTC)."""
    row = await LAST_SEEN.first(db, person_id=person_id, until=until)
    return seen_from(row) if row else None


async def sent_before(db: AsyncConnection, person_id: int, point: Point, but: int = 0) -> bool:
    """Whether another visit of the person came with a one-shot location of exactly these figures."""
    known = await SAME_POINT.value(db, person_id=person_id, latitude=point.latitude, longitude=point.longitude, but=but)
    return bool(known)


async def blank(db: AsyncConnection, unit_id: int, before: date) -> None:
    """Forget where people of a unit were on the days before this one (C21); that they were there stays.

    What a legal hold names keeps its places, too (C14).
    """
    named = or_(holds.c.person_id == v.person_id, holds.c.client_id == v.client_id)
    held = exists().where(holds.c.lifted_at.is_(None), named)
    old = select(v.id).where(v.unit_id == unit_id, v.day < before, v.latitude.is_not(None), ~held)
    await db.execute(delete(points).where(points.c.visit_id.in_(old)))
    await db.execute(update(visits).where(v.id.in_(old)).values(latitude=None, longitude=None, accuracy_m=None))


async def oldest_point(db: AsyncConnection, unit_id: int) -> date | None:
    """The day of a unit's earliest visit that still shows where it was."""
    kept = select(v.day).where(v.unit_id == unit_id, v.latitude.is_not(None)).order_by(v.day).limit(1)
    day: date | None = await db.scalar(kept)
    return day


# ---------------------------------------------------------------- places learned


async def sightings(db: AsyncConnection, client_id: int) -> list[Sighting]:
    """The points of a client's visits whose place a supervisor accepted."""
    rows = await db.execute(
        ALL.where(v.client_id == client_id, v.accepted_at.is_not(None), v.latitude.is_not(None)).order_by(None)
    )
    return [Sighting(row.id, Point(row.latitude, row.longitude), row.arrived_at, row.accuracy_m) for row in rows]


async def accepted_of_unit(db: AsyncConnection, unit_id: int) -> dict[int, list[Point]]:
    """Where the accepted visits of a unit's people were, by client."""
    kept = v.accepted_at.is_not(None) & v.latitude.is_not(None) & v.client_id.is_not(None)
    found: dict[int, list[Point]] = {}
    for row in await db.execute(select(v.client_id, v.latitude, v.longitude).where(v.unit_id == unit_id, kept)):
        found.setdefault(row.client_id, []).append(Point(row.latitude, row.longitude))
    return found


async def learn(db: AsyncConnection, place: Place) -> None:
    """Store a client's learned place, or move it to where the latest visits show it."""
    row: dict[str, Any] = {
        "client_id": place.client_id,
        "label": place.label,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "datum": place.datum.value,
        "origin": Origin.LEARNED.value,
        "spread_m": place.spread_m,
    }
    await upsert(db, places, [row], ("client_id", "label", "origin"))


def seen_from(row: Any) -> Seen:
    return Seen(row.latitude, row.longitude, row.at, row.accuracy_m)
