"""Questions about leave: who asked for what, who takes work over, what accounts hold, and who is away (L01-L04)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.duty import Duty
from bot.rules.handing_over import Handed, Plan
from bot.rules.intervals import MINUTE, Interval
from bot.rules.leave import BINDING, WAITING, HandOver, Leave, Status
from bot.rules.leave_types import Kind
from bot.rules.ledger import Row
from bot.rules.outings import OPEN
from storage.base import columns
from storage.engine import upsert
from storage.field import absences, duties, handovers, leaves, ledger, outings, visits
from storage.leave_tables import handed
from storage.tables import clients, people

MOST_ASKED = 5_000  # people or rows of one statement

of = leaves.c
BY_ID = select(leaves).where(of.id == bindparam("leave_id")).with_for_update()
LATEST = (
    select(leaves)
    .where(of.person_id == bindparam("person_id"))
    .order_by(of.first.desc(), of.id.desc())
    .limit(bindparam("most"))
)
BINDING_OF = (
    select(leaves)
    .where(
        of.person_id.in_(bindparam("person_ids", expanding=True)),
        of.last >= bindparam("first"),
        of.first <= bindparam("last"),
        of.status.in_(sorted(BINDING)),
    )
    .order_by(of.first, of.id)
)
WAITING_OF = (
    select(leaves).where(of.person_id == bindparam("person_id"), of.status.in_(sorted(WAITING))).order_by(of.id)
)
RUNNING = (
    select(of.person_id, of.standin_id)
    .where(
        of.status == Status.APPROVED,
        of.standin_id.is_not(None),
        of.starts <= bindparam("at"),
        of.ends > bindparam("at"),
    )
    .order_by(of.id)
)
STANDING_IN = RUNNING.where(of.person_id.in_(bindparam("person_ids", expanding=True)))
STOOD_IN_FOR = RUNNING.where(of.standin_id == bindparam("standin_id"))
PIECES = select(handed).where(handed.c.leave_id == bindparam("leave_id")).order_by(handed.c.day, handed.c.id)


async def by_id(db: AsyncConnection, leave_id: int) -> Leave | None:
    """A request; its row is locked, so that two who answer or decide at once do so one after the other."""
    row = (await db.execute(BY_ID, {"leave_id": leave_id})).first()
    return Leave(**row._mapping) if row else None


async def latest(db: AsyncConnection, person_id: int, most: int) -> list[Leave]:
    """A person's requests, the latest first."""
    return [Leave(**row._mapping) for row in await db.execute(LATEST, {"person_id": person_id, "most": most})]


async def waiting_of(db: AsyncConnection, person_id: int) -> list[Leave]:
    """A person's requests that nobody has decided yet."""
    return [Leave(**row._mapping) for row in await db.execute(WAITING_OF, {"person_id": person_id})]


async def waiting(db: AsyncConnection, now: datetime) -> list[Leave]:
    """Every request that nobody has decided and that is not over, oldest first."""
    found = await db.execute(select(leaves).where(of.status.in_(sorted(WAITING)), of.ends > now).order_by(of.id))
    return [Leave(**row._mapping) for row in found]


async def binding(db: AsyncConnection, person_ids: Iterable[int], first: date, last: date) -> list[Leave]:
    """What these people asked for or were granted on these days, both included."""
    asked = {"person_ids": sorted(set(person_ids)), "first": first, "last": last}
    return [Leave(**row._mapping) for row in await db.execute(BINDING_OF, asked)]


async def add(db: AsyncConnection, leave: Leave) -> Leave:
    made = await db.execute(leaves.insert().values(**columns(leave)).returning(of.id))
    return replace(leave, id=made.scalar_one())


async def save(db: AsyncConnection, leave: Leave, before: Leave) -> bool:
    """Write what has become of a request; false when somebody else has moved it on since it was read."""
    names = ("status", "standin_id", "seconded_by", "change_to", "question", "answer", "closed_at")
    was = [getattr(of, name).is_not_distinct_from(getattr(before, name)) for name in names]
    done = await db.execute(update(leaves).where(of.id == leave.id, *was).values(**columns(leave)))
    return bool(done.rowcount)


# ---------------------------------------------------------------- being away


async def keep_away(db: AsyncConnection, leave: Leave) -> None:
    """An approved leave is an absence from now on: boards, outings and duty respect it."""
    row = {"person_id": leave.person_id, "starts": leave.starts, "ends": leave.ends, "kind": "leave"}
    await db.execute(absences.insert(), [row])


async def let_back(db: AsyncConnection, leave: Leave) -> None:
    """The leave is no absence any more."""
    await db.execute(
        delete(absences).where(
            absences.c.person_id == leave.person_id, absences.c.starts == leave.starts, absences.c.ends == leave.ends
        )
    )


async def standing_in(db: AsyncConnection, person_ids: Iterable[int], at: datetime) -> dict[int, int]:
    """Who stands in (L02) for those of these people who are on approved leave at a moment; others are missing."""
    found = await db.execute(STANDING_IN, {"person_ids": sorted(set(person_ids)), "at": at})
    return {row.person_id: row.standin_id for row in found}


async def standin_names(db: AsyncConnection, person_ids: Iterable[int], at: datetime) -> dict[int, str]:
    """The names of those who stand in for these people at a moment."""
    instead = await standing_in(db, person_ids, at)
    if not instead:
        return {}
    found = await db.execute(select(people.c.id, people.c.name).where(people.c.id.in_(sorted(set(instead.values())))))
    names = {row.id: row.name for row in found}
    return {person_id: names[standin] for person_id, standin in instead.items() if standin in names}


async def stood_in_for(db: AsyncConnection, standin_id: int, at: datetime) -> list[int]:
    """For whom a person stands in at a moment."""
    return [row.person_id for row in await db.execute(STOOD_IN_FOR, {"standin_id": standin_id, "at": at})]


# ---------------------------------------------------------------- work that falls into it


async def worked(db: AsyncConnection, person_id: int, within: Interval) -> list[Interval]:
    """The visits that were recorded in a stretch of time."""
    rows = await db.execute(
        select(visits.c.arrived_at, visits.c.left_at).where(
            visits.c.person_id == person_id,
            visits.c.arrived_at < within.end,
            func.coalesce(visits.c.left_at, visits.c.arrived_at) >= within.start,
        )
    )
    return [Interval(row.arrived_at, max(row.left_at or row.arrived_at, row.arrived_at) + MINUTE) for row in rows]


async def open_outings(db: AsyncConnection, person_ids: Iterable[int], first: date, last: date) -> Sequence[Any]:
    """The outings planned on these days: id, person, day, and the hours as far as they are told."""
    o = outings.c
    found = await db.execute(
        select(o.id, o.person_id, o.day, o.depart_at, o.declared_at, o.return_by)
        .where(
            outings.c.person_id.in_(sorted(set(person_ids))),
            outings.c.day.between(first, last),
            outings.c.status.in_(sorted(OPEN)),
        )
        .order_by(outings.c.day, outings.c.id)
    )
    return found.all()


async def duties_of(db: AsyncConnection, person_id: int, first: date, last: date) -> list[Duty]:
    """The desk duty that a person has on these days (A06)."""
    found = await db.execute(
        select(duties).where(duties.c.person_id == person_id, duties.c.day.between(first, last)).order_by(duties.c.day)
    )
    return [Duty(**row._mapping) for row in found]


async def seen_meanwhile(db: AsyncConnection, person_id: int, within: Interval) -> Sequence[Any]:
    """Visits that others paid to this person's clients in a stretch of time: client_id, arrived_at, by."""
    found = await db.execute(
        select(visits.c.client_id, visits.c.arrived_at, people.c.name.label("by"))
        .join(clients, clients.c.id == visits.c.client_id)
        .join(people, people.c.id == visits.c.person_id)
        .where(
            clients.c.keeper_id == person_id,
            visits.c.person_id != person_id,
            visits.c.arrived_at >= within.start,
            visits.c.arrived_at < within.end,
        )
        .order_by(visits.c.arrived_at, visits.c.id)
    )
    return found.all()


# ---------------------------------------------------------------- handing over


async def put_pieces(db: AsyncConnection, pieces: Sequence[Handed]) -> None:
    """Write what falls into a leave; what is there already is changed."""
    rows = [columns(each) for each in pieces]
    for row in rows:
        row.pop("id", None)
    await upsert(db, handed, rows, ("leave_id", "piece", "ref"))


async def pieces_of(db: AsyncConnection, leave_id: int) -> list[Handed]:
    """What fell into a leave, by day."""
    found = await db.execute(PIECES, {"leave_id": leave_id})
    return [Handed(**row._mapping) for row in found]


async def given_to(db: AsyncConnection, person_ids: Iterable[int], at: datetime) -> dict[tuple[str, int], int]:
    """What is with a colleague while its owner's leave runs: (piece, ref) with whom."""
    found = await db.execute(
        select(handed.c.piece, handed.c.ref, handed.c.to_id)
        .join(leaves, of.id == handed.c.leave_id)
        .where(
            of.person_id.in_(sorted(set(person_ids))),
            of.status == Status.APPROVED,
            of.starts <= at,
            of.ends > at,
            handed.c.plan == Plan.GIVE,
        )
    )
    return {(row.piece, row.ref): row.to_id for row in found}


async def asked_over(db: AsyncConnection, leave_id: int) -> list[HandOver]:
    """The colleagues who were asked, with their answers, in the order of asking."""
    found = await db.execute(select(handovers).where(handovers.c.leave_id == leave_id).order_by(handovers.c.id))
    return [HandOver(**row._mapping) for row in found]


async def ask_over(db: AsyncConnection, asked: HandOver) -> None:
    await db.execute(handovers.insert().values(**columns(asked)))


async def answered_over(
    db: AsyncConnection, leave_id: int, to_id: int, accepted: bool, why: str | None, at: datetime
) -> None:
    """Write down what the colleague said."""
    await db.execute(
        update(handovers)
        .where(handovers.c.leave_id == leave_id, handovers.c.to_id == to_id, handovers.c.accepted.is_(None))
        .values(accepted=accepted, answer=why, answered_at=at)
    )


# ---------------------------------------------------------------- accounts


async def rows_of(db: AsyncConnection, person_id: int, account: Kind) -> list[Row]:
    """All rows of an account, oldest first; none where nobody keeps one."""
    found = await db.execute(
        select(ledger).where(ledger.c.person_id == person_id, ledger.c.account == account).order_by(ledger.c.id)
    )
    return [Row(**row._mapping) for row in found]


async def write(db: AsyncConnection, row: Row) -> bool:
    """Write a row; false where its reference is in the account already, so that nothing counts twice."""
    there = await db.execute(
        select(ledger.c.id).where(
            ledger.c.person_id == row.person_id, ledger.c.account == row.account, ledger.c.reference == row.reference
        )
    )
    if there.first() is not None:
        return False
    await db.execute(ledger.insert().values(**columns(row)))
    return True


async def accounts_of(db: AsyncConnection, person_ids: Iterable[int], account: Kind) -> dict[int, list[Row]]:
    """One account of many people, oldest row first; who has none is missing."""
    found: dict[int, list[Row]] = {}
    wanted = sorted(set(person_ids))
    for start in range(0, len(wanted), MOST_ASKED):
        some = wanted[start : start + MOST_ASKED]
        statement = select(ledger).where(ledger.c.account == account, ledger.c.person_id.in_(some))
        for row in await db.execute(statement.order_by(ledger.c.id)):
            found.setdefault(row.person_id, []).append(Row(**row._mapping))
    return found


async def write_all(db: AsyncConnection, rows: Sequence[Row]) -> None:
    """Write rows that are known to be new."""
    for start in range(0, len(rows), MOST_ASKED):
        await db.execute(ledger.insert(), [columns(row) for row in rows[start : start + MOST_ASKED]])


async def prove(db: AsyncConnection, leave_id: int, file_id: str) -> None:
    """Keep Telegram's number of the proof."""
    await db.execute(update(leaves).where(of.id == leave_id).values(proof=file_id[:200]))


async def worked_since(db: AsyncConnection, person_ids: Iterable[int]) -> dict[int, date]:
    """Since when these people have worked, where the name list says so."""
    found = await db.execute(
        select(people.c.id, people.c.worked_since).where(
            people.c.id.in_(sorted(set(person_ids))), people.c.worked_since.is_not(None)
        )
    )
    return {row.id: row.worked_since for row in found}


# ---------------------------------------------------------------- for HR


async def of_year(db: AsyncConnection, person_ids: Iterable[int], year: int) -> list[Leave]:
    """All requests of these people that touch a year, by first day."""
    found = await db.execute(
        select(leaves)
        .where(of.person_id.in_(sorted(set(person_ids))), of.last >= date(year, 1, 1), of.first <= date(year, 12, 31))
        .order_by(of.first, of.id)
    )
    return [Leave(**row._mapping) for row in found]


async def rows_of_year(db: AsyncConnection, person_ids: Iterable[int], year: int) -> list[Row]:
    """The rows of these people's accounts of a year, by day."""
    found = await db.execute(
        select(ledger)
        .where(
            ledger.c.person_id.in_(sorted(set(person_ids))),
            ledger.c.on.between(date(year, 1, 1), date(year, 12, 31)),
        )
        .order_by(ledger.c.on, ledger.c.id)
    )
    return [Row(**row._mapping) for row in found]
