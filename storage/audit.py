"""Linking, sealing and reading the audit.

Lines are linked by a job, minutes after they were written, and not by the turn that wrote them: the head of a chain
would be one row that every turn of a unit waits for, on PostgreSQL across processes. In between a line is guarded by
the triggers of storage/trust_tables.py. The order of the chain is that of linking, so that a transaction which
commits late under a low number finds its place.
"""

from collections.abc import AsyncIterator, Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules import chain
from bot.rules.chain import Finding, Line, Link, Seal
from bot.rules.people import Units
from storage.tables import audit, grants, people
from storage.trust_tables import audit_cuts, audit_links, audit_seals

PROGRAM = 0  # the unit of lines that no person wrote
LOOK_BACK = 10_000  # numbers below the highest linked one that may still turn up unlinked
YOUNGEST_CUT = timedelta(days=365)  # no policy may purge younger lines
SETTLED = timedelta(hours=1)  # a transaction that wrote a line is over by then
a, k, s = audit.c, audit_links.c, audit_seals.c
LINE = (a.id, a.at, a.person_id, a.action, a.about, a.facts)


async def link(db: AsyncConnection, units: Units, now: datetime, most: int = 1_000) -> int:
    """Give lines that have no place in a chain yet their place; how many. Lines of sealed days get none."""
    highest = int(await db.scalar(select(func.max(k.audit_id))) or 0)
    rows = (
        await db.execute(
            select(*LINE, people.c.unit_id)
            .select_from(audit.outerjoin(audit_links, k.audit_id == a.id).outerjoin(people, people.c.id == a.person_id))
            .where(k.audit_id.is_(None), a.id > highest - LOOK_BACK)
            .order_by(a.id)
            .limit(most)
        )
    ).all()
    heads: dict[tuple[int, date], tuple[int, str] | None] = {}
    made: list[dict[str, Any]] = []
    for row in rows:
        unit_id = row.unit_id or PROGRAM
        day = row.at.astimezone(zone_of(units, unit_id)).date()
        if (unit_id, day) not in heads:
            heads[unit_id, day] = await head(db, unit_id, day)
        here = heads[unit_id, day]
        if here is None:
            continue  # sealed: verifying will say that this line came afterwards
        fingerprint = chain.link_hash(here[1], line_of(row))
        heads[unit_id, day] = (here[0] + 1, fingerprint)
        made.append(
            {
                "audit_id": row.id,
                "unit_id": unit_id,
                "day": day,
                "position": here[0] + 1,
                "hash": fingerprint,
                "linked_at": now,
            }
        )
    if made:
        counted = db.info.get("writes", 0)
        await db.execute(audit_links.insert(), made)
        db.info["writes"] = counted  # linking lines leaves no line of its own: that would never come to rest
    return len(made)


async def head(db: AsyncConnection, unit_id: int, day: date) -> tuple[int, str] | None:
    """The last position and hash of a unit's day; none when the day is sealed."""
    if await db.scalar(select(s.id).where(s.unit_id == unit_id, s.day == day)) is not None:
        return None
    last = (
        await db.execute(
            select(k.position, k.hash).where(k.unit_id == unit_id, k.day == day).order_by(k.position.desc()).limit(1)
        )
    ).first()
    return (last.position, last.hash) if last else (0, chain.START)


async def seal(db: AsyncConnection, units: Units, now: datetime) -> list[Seal]:
    """Seal every unit's days that were over an hour ago; the new seals, oldest first."""
    open_days = (
        await db.execute(
            select(k.unit_id, k.day, func.max(k.position).label("lines"))
            .select_from(
                audit_links.outerjoin(audit_seals, and_(s.unit_id == k.unit_id, s.day == k.day)),
            )
            .where(s.id.is_(None))
            .group_by(k.unit_id, k.day)
            .order_by(k.day, k.unit_id)
        )
    ).all()
    previous = await db.scalar(select(s.hash).order_by(s.id.desc()).limit(1)) or chain.START
    made: list[Seal] = []
    for row in open_days:
        if row.day >= (now - SETTLED).astimezone(zone_of(units, row.unit_id)).date():
            continue
        there = await head(db, row.unit_id, row.day)
        if there is None:
            continue
        previous = chain.seal_hash(previous, row.unit_id, row.day, there[0], there[1])
        values = {"unit_id": row.unit_id, "day": row.day, "lines": there[0], "head": there[1], "hash": previous}
        number = (await db.execute(audit_seals.insert().values(**values, sealed_at=now).returning(s.id))).scalar_one()
        made.append(Seal(id=number, **values))
    return made


# ---------------------------------------------------------------- verifying


async def verify(db: AsyncConnection, codes: Iterable[str] = ()) -> tuple[int, list[Finding]]:
    """Look at every line; how many there are, and what is wrong. `codes` are seals that people were told."""
    seals = {(each.unit_id, each.day): each async for each in all_seals(db)}
    found = chain.examine_seals(sorted(seals.values(), key=lambda each: each.id), codes)
    cuts = (await db.execute(select(audit_cuts).order_by(audit_cuts.c.day))).all()
    found += [Finding("cut", day=each.day) for each in cuts if each.day > (each.at - YOUNGEST_CUT).date()]
    cut: date | None = cuts[-1].day if cuts else None
    days = {(row.unit_id, row.day) for row in await db.execute(select(k.unit_id, k.day).distinct())}
    days |= set(seals)
    count = 0
    for unit_id, day in sorted(days, key=lambda each: (each[1], each[0])):
        if cut and day < cut:
            continue
        links, lines = await one_day(db, unit_id, day)
        count += len(lines)
        found += chain.examine_day(unit_id, day, links, lines, seals.get((unit_id, day)))
    return count, found + await inserted(db)


async def inserted(db: AsyncConnection) -> list[Finding]:
    """Lines that stand outside the chain though linking has long gone past them."""
    latest = (await db.execute(select(func.max(k.linked_at).label("at"), func.max(k.audit_id).label("id")))).one()
    if latest.at is None:
        return []
    rows = await db.execute(
        select(a.id)
        .select_from(audit.outerjoin(audit_links, k.audit_id == a.id))
        .where(k.audit_id.is_(None), or_(a.at < latest.at - SETTLED, a.id <= latest.id - LOOK_BACK))
        .order_by(a.id)
    )
    return [Finding("inserted", audit_id=row.id) for row in rows]


async def one_day(db: AsyncConnection, unit_id: int, day: date) -> tuple[list[Link], dict[int, Line]]:
    """A unit's day: its links in order, and its lines by id."""
    rows = (
        await db.execute(
            select(k.audit_id, k.position, k.hash, *LINE)
            .select_from(audit_links.outerjoin(audit, a.id == k.audit_id))
            .where(k.unit_id == unit_id, k.day == day)
            .order_by(k.position)
        )
    ).all()
    links = [Link(row.audit_id, row.position, row.hash) for row in rows]
    return links, {row.id: line_of(row) for row in rows if row.id is not None}


async def all_seals(db: AsyncConnection) -> AsyncIterator[Seal]:
    for row in await db.execute(select(audit_seals).order_by(s.id)):
        yield Seal(row.id, row.unit_id, row.day, row.lines, row.head, row.hash)


async def days_between(
    db: AsyncConnection, first: date, last: date, units: Sequence[int] | None
) -> list[tuple[int, date]]:
    """The unit's days of a period that have lines, oldest first; of these units, or of all."""
    wanted = select(k.unit_id, k.day).where(k.day.between(first, last)).distinct()
    if units is not None:
        wanted = wanted.where(k.unit_id.in_(units))
    return [(row.unit_id, row.day) for row in await db.execute(wanted.order_by(k.day, k.unit_id))]


# ---------------------------------------------------------------- purging


async def cut(db: AsyncConnection, before: date, now: datetime) -> int:
    """Purge the lines of sealed days before a day; how many went. Their seals stay, and the cut is a row."""
    unsealed = await db.scalar(
        select(func.min(k.day))
        .select_from(audit_links.outerjoin(audit_seals, and_(s.unit_id == k.unit_id, s.day == k.day)))
        .where(s.id.is_(None))
    )
    before = min(before, unsealed) if unsealed else before
    old = select(k.audit_id).where(k.day < before)
    count = int(await db.scalar(select(func.count()).select_from(old.subquery())) or 0)
    if count == 0:
        return 0
    await db.execute(audit_cuts.insert().values(day=before, lines=count, at=now))
    await db.execute(delete(audit).where(a.id.in_(old)))
    await db.execute(delete(audit_links).where(k.day < before))
    return count


# ---------------------------------------------------------------- small things


def line_of(row: Any) -> Line:
    return Line(row.id, row.at, row.person_id, row.action, row.about, row.facts)


def zone_of(units: Units, unit_id: int) -> ZoneInfo:
    """The zone whose days a chain has; the program's is that of the tree's root."""
    unit = units.by_id.get(unit_id) or next((each for each in units.by_id.values() if each.parent_id is None), None)
    return ZoneInfo(unit.zone if unit else "Asia/Shanghai")


async def holders(db: AsyncConnection, role: str) -> list[int]:
    """The ids of those who hold a role, wherever."""
    asked = select(grants.c.person_id).where(grants.c.role == role).distinct().order_by(grants.c.person_id)
    return list((await db.execute(asked)).scalars())
