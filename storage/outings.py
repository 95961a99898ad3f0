"""Questions about the outing register: who is out, with which stops, and what was changed (A04, A05, A13)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.outings import OPEN, Change, Outing, OutingStatus, Stop
from storage.base import columns
from storage.field import absences, changes, outings, stops, visits
from storage.prepared import Prepared, among

ADD = outings.insert().returning(outings.c.id)
SAVE = update(outings).where(
    outings.c.id == bindparam("its_id"),
    outings.c.status.is_not_distinct_from(bindparam("its_status")),
    outings.c.consent.is_not_distinct_from(bindparam("its_consent")),
)
ADD_STOP = stops.insert().returning(stops.c.id)
SAVE_STOP = Prepared(
    update(stops)
    .where(stops.c.id == bindparam("its_id"))
    .values({each.name: bindparam(each.name, type_=each.type) for each in stops.c if each.name != "id"})
)
OUTING = select(outings)
OPEN_OF = Prepared(
    OUTING.where(
        outings.c.person_id == bindparam("person_id"), or_(*(outings.c.status == each for each in sorted(OPEN)))
    ).order_by(outings.c.day.desc(), outings.c.id.desc()),
    Outing,
)
BY_ID = OUTING.where(outings.c.id == bindparam("outing_id"))
OUT_SINCE = OUTING.where(outings.c.status == OutingStatus.OUT, outings.c.day >= bindparam("first")).order_by(
    outings.c.id
)
ON_DAY = OUTING.where(
    outings.c.person_id.in_(bindparam("person_ids", expanding=True)), outings.c.day == bindparam("day")
).order_by(outings.c.id)
STOPS = Prepared(
    select(stops).where(among(stops.c.outing_id, "outing_ids")).order_by(stops.c.outing_id, stops.c.position), Stop
)
RECENT = (
    select(stops.c.client_id, func.max(stops.c.id).label("latest"))
    .join(outings, outings.c.id == stops.c.outing_id)
    .where(outings.c.person_id == bindparam("person_id"), stops.c.client_id.is_not(None))
    .group_by(stops.c.client_id)
    .order_by(func.max(stops.c.id).desc())
    .limit(bindparam("most"))
)
LAST_SEEN = select(func.max(visits.c.arrived_at), func.max(visits.c.left_at)).where(
    visits.c.outing_id == bindparam("outing_id")
)
AWAY = (
    select(absences.c.person_id, func.max(absences.c.ends).label("ends"))
    .where(
        absences.c.person_id.in_(bindparam("person_ids", expanding=True)),
        absences.c.starts <= bindparam("last"),
        absences.c.ends > bindparam("first"),
    )
    .group_by(absences.c.person_id)
)


async def open_of(db: AsyncConnection, person_id: int) -> list[Outing]:
    """The outings that still bind a person (waiting, declared, out), of any day, the latest first."""
    return await OPEN_OF.all(db, person_id=person_id)


async def by_id(db: AsyncConnection, outing_id: int) -> Outing | None:
    row = (await db.execute(BY_ID, {"outing_id": outing_id})).first()
    return Outing(**row._mapping) if row else None


async def out_since(db: AsyncConnection, first: date) -> list[Outing]:
    """Everybody's outings of this day or later that have not come back; days are those of their units."""
    return [Outing(**row._mapping) for row in await db.execute(OUT_SINCE, {"first": first})]


async def of_people_on(db: AsyncConnection, person_ids: Iterable[int], day: date) -> list[Outing]:
    """All outings of these people on a day, in whatever state."""
    found = await db.execute(ON_DAY, {"person_ids": sorted(set(person_ids)), "day": day})
    return [Outing(**row._mapping) for row in found]


async def stops_of(db: AsyncConnection, outing_ids: Iterable[int]) -> dict[int, list[Stop]]:
    """The stops of these outings, by outing, in the order of going; dropped ones too."""
    found: dict[int, list[Stop]] = {}
    wanted = sorted(set(outing_ids))
    for stop in await STOPS.all(db, outing_ids=wanted) if wanted else ():
        found.setdefault(stop.outing_id, []).append(stop)
    return found


async def recent_clients(db: AsyncConnection, person_id: int, most: int) -> list[int]:
    """The ids of the clients that a person went to last, the latest first."""
    return [row.client_id for row in await db.execute(RECENT, {"person_id": person_id, "most": most})]


async def last_seen(db: AsyncConnection, outing_id: int) -> datetime | None:
    """When the RM was last known to be at a client on this outing; none where they have arrived nowhere."""
    row = (await db.execute(LAST_SEEN, {"outing_id": outing_id})).one()
    return max((each for each in row if each is not None), default=None)


async def absent(
    db: AsyncConnection, person_ids: Iterable[int], first: datetime, last: datetime
) -> dict[int, datetime]:
    """Who of these people is on approved leave at any moment between the two, and until when."""
    found = await db.execute(AWAY, {"person_ids": sorted(set(person_ids)), "first": first, "last": last})
    return {row.person_id: row.ends for row in found}


async def add(db: AsyncConnection, outing: Outing, legs: Sequence[Stop]) -> tuple[Outing, list[Stop]]:
    """Write a new outing with its stops into the register; return both with their numbers."""
    made = await db.execute(ADD, columns(outing))
    kept = replace(outing, id=made.scalar_one())
    return kept, [await add_stop(db, replace(leg, outing_id=kept.id)) for leg in legs]


async def add_stop(db: AsyncConnection, stop: Stop) -> Stop:
    made = await db.execute(ADD_STOP, columns(stop))
    return replace(stop, id=made.scalar_one())


async def save(db: AsyncConnection, outing: Outing, before: Outing) -> bool:
    """Write what has become of an outing; false when somebody else has moved it on since it was read."""
    was = {"its_id": outing.id, "its_status": before.status, "its_consent": before.consent}
    done = await db.execute(SAVE, {**changed(outing, before), **was})
    return bool(done.rowcount)


async def save_stop(db: AsyncConnection, stop: Stop) -> None:
    values = columns(stop)
    await SAVE_STOP.run(db, its_id=values.pop("id"), **values)


async def add_changes(db: AsyncConnection, made: Iterable[Change]) -> None:
    """Keep amendments beside the outing for ever (A13)."""
    rows = [columns(each) for each in made]
    if rows:
        await db.execute(changes.insert(), rows)


def changed(outing: Outing, before: Outing) -> dict[str, Any]:
    now, then = columns(outing), columns(before)
    return {name: value for name, value in now.items() if value != then[name]} or {"status": outing.status}
