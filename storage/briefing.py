"""Questions about the morning: who is still to be briefed, what was named before, what was put off, what is owed.

Each is one statement for any number of people: a briefing's cost lies in its lines, not in its readers.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import BindParameter, and_, bindparam, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.datum import Point, to_wgs84
from bot.rules.leave import Status
from bot.rules.ranking import Matter, Reason
from storage.briefing_tables import briefings, notices, put_offs
from storage.clients import place_from
from storage.engine import insert_new, upsert
from storage.field import leaves, visits
from storage.handed_in import DONE
from storage.tables import clients, people, places

b, n, p, v = briefings.c, notices.c, put_offs.c, visits.c

REMEMBERED = timedelta(days=10)  # what was named longer ago is new again
OWED_FOR = timedelta(days=31)
IDS: BindParameter[int] = bindparam("person_ids", expanding=True)

WAITING = (
    select(people.c.id)
    .where(
        people.c.unit_id.in_(bindparam("unit_ids", expanding=True)),
        people.c.telegram_id.is_not(None),
        ~exists().where(b.person_id == people.c.id, b.day == bindparam("day")),
    )
    .order_by(people.c.unit_id, people.c.id)
    .limit(bindparam("most"))
)
KNOWN = (
    select(b.person_id, b.refs)
    .where(b.person_id.in_(IDS), b.day < bindparam("day"), b.day >= bindparam("since"))
    .order_by(b.day)
)
PUT_OFF = select(p.person_id, p.ref).where(p.person_id.in_(IDS), or_(p.until.is_(None), p.until > bindparam("now")))
OWED = select(v.person_id, v.id, v.day, v.client_id, v.lead).where(
    v.person_id.in_(IDS), v.day >= bindparam("since"), v.left_at.is_not(None), ~DONE
)
STOOD_IN = select(leaves.c.person_id, leaves.c.standin_id).where(
    leaves.c.standin_id.in_(IDS),
    leaves.c.status == Status.APPROVED,
    leaves.c.starts <= bindparam("now"),
    leaves.c.ends > bindparam("now"),
)
TIERS = select(clients.c.id, clients.c.tier).where(
    clients.c.keeper_id.in_(IDS), clients.c.tier.in_(bindparam("tiers", expanding=True))
)
NOTICES = (
    select(notices)
    .where(n.unit_id.in_(bindparam("unit_ids", expanding=True)), n.day == bindparam("day"), n.dropped_at.is_(None))
    .order_by(n.id)
)
PLACES = select(places).where(places.c.client_id.in_(bindparam("client_ids", expanding=True))).order_by(places.c.id)


@dataclass(frozen=True, slots=True)
class Notice:
    """What the chair of a unit wants said in a morning."""

    id: int
    unit_id: int
    day: date
    text: str
    made_by: int


# ---------------------------------------------------------------- who, and what was said before


async def waiting(db: AsyncConnection, unit_ids: Iterable[int], day: date, most: int) -> list[int]:
    """People of these units who have no briefing of the day yet, unit by unit."""
    found = await db.execute(WAITING, {"unit_ids": sorted(set(unit_ids)), "day": day, "most": most})
    return list(found.scalars())


async def keep(db: AsyncConnection, day: date, made: datetime, late: bool, marks: Mapping[int, Sequence[int]]) -> None:
    """Remember that these people had their briefing of the day, and the marks of the matters it named."""
    rows = [
        {"person_id": each, "day": day, "made": made, "late": late, "refs": list(some)} for each, some in marks.items()
    ]
    if rows:
        await db.execute(insert_new(db, briefings), rows)


async def forget(db: AsyncConnection, before: date) -> None:
    """What was named so long ago is of no use any more."""
    await db.execute(delete(briefings).where(b.day < before))


async def of_person(db: AsyncConnection, person_id: int, day: date) -> datetime | None:
    """When a person had the briefing of a day."""
    made: datetime | None = await db.scalar(select(b.made).where(b.person_id == person_id, b.day == day))
    return made


async def known(db: AsyncConnection, person_ids: Sequence[int], day: date) -> dict[int, frozenset[int]]:
    """The marks of the matters of each person's last briefing before a day; who had none lately is missing."""
    rows = await db.execute(KNOWN, {"person_ids": list(person_ids), "day": day, "since": day - REMEMBERED})
    return {row.person_id: frozenset(row.refs) for row in rows}


# ---------------------------------------------------------------- put off


async def put_off(db: AsyncConnection, person_ids: Sequence[int], now: datetime) -> dict[int, set[str]]:
    """The matters that each person has put off beyond now, or said are not needed."""
    found: dict[int, set[str]] = {}
    for row in await db.execute(PUT_OFF, {"person_ids": list(person_ids), "now": now}):
        found.setdefault(row.person_id, set()).add(row.ref)
    return found


async def set_aside(
    db: AsyncConnection,
    person_id: int,
    refs: Iterable[str],
    until: datetime | None,
    why: str,
    now: datetime,
    reason: str | None = None,
) -> None:
    """Put matters off until a moment, or for good. `why`: phone, later, not_needed."""
    rows = [
        {"person_id": person_id, "ref": each, "until": until, "why": why, "reason": reason, "at": now} for each in refs
    ]
    await upsert(db, put_offs, rows, ("person_id", "ref"))


async def take_back(db: AsyncConnection, person_id: int, at: datetime, why: str) -> int:
    """Undo what was put off at a moment; returns how many matters come back."""
    done = await db.execute(delete(put_offs).where(p.person_id == person_id, p.at == at, p.why == why))
    return int(done.rowcount)


async def counted(db: AsyncConnection, person_id: int, since: datetime) -> dict[str, int]:
    """How many matters a person has dealt with since a moment, by how."""
    rows = await db.execute(select(p.why, func.count()).where(p.person_id == person_id, p.at >= since).group_by(p.why))
    return {row[0]: row[1] for row in rows}


# ---------------------------------------------------------------- what is owed, and to whom it passes


async def records_owed(db: AsyncConnection, person_ids: Sequence[int], today: date) -> dict[int, list[Matter]]:
    """Visits of the last weeks whose record is still to be handed in, as matters (A07)."""
    found: dict[int, list[Matter]] = {}
    rows = await db.execute(OWED, {"person_ids": list(person_ids), "since": today - OWED_FOR})
    for person_id, visit_id, day, client_id, lead in rows:
        matter = Matter(Reason.RECORD_OWED, "A07", day, client_id, visit_id, (today - day).days, True, lead)
        found.setdefault(person_id, []).append(matter)
    return found


async def stood_in(db: AsyncConnection, person_ids: Sequence[int], now: datetime) -> dict[int, int]:
    """Who is away now and has one of these people as their stand-in: the absent, each with who stands in (L02)."""
    rows = await db.execute(STOOD_IN, {"person_ids": list(person_ids), "now": now})
    return {row.person_id: row.standin_id for row in rows}


async def tiers(db: AsyncConnection, person_ids: Sequence[int], wanted: Iterable[str]) -> dict[int, str | None]:
    """Those clients of these people that have one of the tiers that weigh more."""
    named = sorted(wanted)
    if not named:
        return {}
    rows = await db.execute(TIERS, {"person_ids": list(person_ids), "tiers": named})
    return {row[0]: row[1] for row in rows}


async def points(db: AsyncConnection, client_ids: Iterable[int]) -> dict[int, Point]:
    """Where these clients are, WGS-84; those without a known place are missing."""
    wanted = sorted(set(client_ids))
    found: dict[int, Point] = {}
    for row in await db.execute(PLACES, {"client_ids": wanted}) if wanted else ():
        place = place_from(row)
        found.setdefault(place.client_id, to_wgs84(place.point, place.datum))
    return found


# ---------------------------------------------------------------- the chair's notices


async def notices_of(db: AsyncConnection, unit_ids: Iterable[int], day: date) -> dict[int, list[Notice]]:
    """What is to be said in these units on a day, by unit, in the order it was written."""
    found: dict[int, list[Notice]] = {}
    for row in await db.execute(NOTICES, {"unit_ids": sorted(set(unit_ids)), "day": day}):
        found.setdefault(row.unit_id, []).append(Notice(row.id, row.unit_id, row.day, row.text, row.made_by))
    return found


async def add_notice(db: AsyncConnection, unit_id: int, day: date, text: str, by: int, now: datetime) -> int:
    made = await db.execute(
        notices.insert().values(unit_id=unit_id, day=day, text=text, made_by=by, made_at=now).returning(n.id)
    )
    return int(made.scalar_one())


async def notice(db: AsyncConnection, notice_id: int) -> Notice | None:
    """A notice that was not taken back."""
    row = (await db.execute(select(notices).where(n.id == notice_id, n.dropped_at.is_(None)))).first()
    return Notice(row.id, row.unit_id, row.day, row.text, row.made_by) if row else None


async def drop_notice(db: AsyncConnection, notice_id: int, now: datetime) -> bool:
    done = await db.execute(
        update(notices).where(and_(n.id == notice_id, n.dropped_at.is_(None))).values(dropped_at=now)
    )
    return bool(done.rowcount)
