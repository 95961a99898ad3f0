"""What questions in plain words ask of the database; every answer is within the units that are handed in (S-02)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.agenda import Item, Sort
from bot.rules.contacts import Channel, Contact
from bot.rules.leave import Leave
from bot.rules.outings import Outing, Stop, StopState
from bot.rules.records import Record
from bot.rules.rollcall import Mark
from bot.rules.visits import Visit
from storage.agenda_tables import agenda
from storage.briefing_tables import roll_call_answers, roll_calls
from storage.calendar_tables import touches
from storage.clients import Client, client_from
from storage.dictation_tables import findings
from storage.field import contacts, leaves, outings, records, stops, visits
from storage.records import BEING_WRITTEN, DONE
from storage.review_queue import NEWEST
from storage.supervision_tables import questions
from storage.tables import client_dates, clients

MOST = 1000  # rows that one answer looks at
KEPT = timedelta(days=7)

v, r, c = visits.c, records.c, clients.c


@dataclass(frozen=True, slots=True)
class Where:
    """Within which units, days (both included) and people an answer is looked for."""

    units: Collection[int]
    first: date
    last: date
    person_id: int | None = None
    client_id: int | None = None
    tiers: Collection[str] = ()


# ---------------------------------------------------------------- the questions themselves


async def keep(db: AsyncConnection, person_id: int, at: datetime, understood: dict[str, Any]) -> int:
    """Keep a question as it was understood; this person's old ones go."""
    await db.execute(delete(questions).where(questions.c.person_id == person_id, questions.c.at < at - KEPT))
    made = await db.execute(
        questions.insert().values(person_id=person_id, at=at, understood=understood).returning(questions.c.id)
    )
    return int(made.scalar_one())


async def kept(db: AsyncConnection, question_id: int, person_id: int) -> dict[str, Any] | None:
    """One's own question; nobody else's."""
    mine = (questions.c.id == question_id, questions.c.person_id == person_id)
    row = (await db.execute(select(questions.c.understood).where(*mine))).first()
    return dict(row.understood) if row else None


async def correct(db: AsyncConnection, question_id: int, person_id: int, understood: dict[str, Any]) -> None:
    mine = (questions.c.id == question_id, questions.c.person_id == person_id)
    await db.execute(update(questions).where(*mine).values(understood=understood))


# ---------------------------------------------------------------- whom a question may name


async def client_names(db: AsyncConnection, units: Iterable[int], text: str, few: int) -> list[tuple[str, str]]:
    """Codes and aliases of these units' clients: all where they are few, else those that begin as the words do."""
    within = (c.unit_id.in_(sorted(set(units))), c.active)
    asked = select(c.code, c.alias).where(*within).order_by(c.code)
    total = int(await db.scalar(select(func.count()).select_from(clients).where(*within)) or 0)
    if total > few:
        starts = sorted({text[n : n + 2] for n in range(len(text) - 1)})
        asked = asked.where(func.substr(c.alias, 1, 2).in_(starts) | c.code.in_(sorted(set(text.split()))))
    return [(row.code, row.alias) for row in await db.execute(asked.limit(few))]


async def client_named(db: AsyncConnection, units: Iterable[int], alias: str) -> int | None:
    asked = select(c.id).where(c.unit_id.in_(sorted(set(units))), c.alias == alias, c.active)
    found: int | None = await db.scalar(asked.order_by(c.id).limit(1))
    return found


# ---------------------------------------------------------------- visits, records, leave


async def visits_in(db: AsyncConnection, where: Where, channels: Collection[Channel] = ()) -> list[Visit]:
    asked = select(visits).where(v.unit_id.in_(sorted(where.units)), v.day.between(where.first, where.last))
    if channels:
        asked = asked.where(v.channel.in_(sorted(channels)))
    found = await db.execute(narrowed(asked, v, where).order_by(v.arrived_at.desc(), v.id.desc()).limit(MOST))
    return [Visit(**row._mapping) for row in found]


async def contacts_in(db: AsyncConnection, where: Where, channels: Collection[Channel]) -> list[Contact]:
    k = contacts.c
    asked = select(contacts).where(
        k.unit_id.in_(sorted(where.units)),
        k.day.between(where.first, where.last),
        k.channel.in_(sorted(channels)),
    )
    found = await db.execute(narrowed(asked, k, where).order_by(k.at.desc(), k.id.desc()).limit(MOST))
    return [Contact(**row._mapping) for row in found]


async def stops_in(db: AsyncConnection, where: Where) -> list[tuple[Outing, Stop]]:
    """What was planned as a stop of an outing on these days; dropped ones are not."""
    o, t = outings.c, stops.c
    asked = (
        select(stops, o.id.label("its_outing"))
        .join(outings, o.id == t.outing_id)
        .where(
            o.unit_id.in_(sorted(where.units)),
            o.day.between(where.first, where.last),
            t.state != StopState.DROPPED,
            o.status != "declined",
            o.status != "cancelled",
        )
    )
    if where.person_id is not None:
        asked = asked.where(o.person_id == where.person_id)
    asked = of_client(asked, t.client_id, where).order_by(o.day, o.id, t.position).limit(MOST)
    rows = [Stop(**{k: x for k, x in row._mapping.items() if k != "its_outing"}) for row in await db.execute(asked)]
    ids = sorted({each.outing_id for each in rows})
    found = await db.execute(select(outings).where(o.id.in_(ids)))
    trips = {row.id: Outing(**row._mapping) for row in found}
    return [(trips[each.outing_id], each) for each in rows]


async def planned_in(db: AsyncConnection, where: Where) -> list[Item]:
    """Visits that stand in agendas on these days."""
    a = agenda.c
    asked = select(agenda).where(
        a.unit_id.in_(sorted(where.units)), a.day.between(where.first, where.last), a.sort == Sort.PLANNED_VISIT
    )
    found = await db.execute(narrowed(asked, a, where).order_by(a.day, a.id).limit(MOST))
    return [Item(**row._mapping) for row in found]


async def outings_in(db: AsyncConnection, where: Where) -> list[Outing]:
    o = outings.c
    asked = select(outings).where(o.unit_id.in_(sorted(where.units)), o.day.between(where.first, where.last))
    if where.person_id is not None:
        asked = asked.where(o.person_id == where.person_id)
    return [Outing(**row._mapping) for row in await db.execute(asked.order_by(o.day, o.id).limit(MOST))]


async def records_in(db: AsyncConnection, where: Where) -> list[tuple[Record, Visit]]:
    """The newest version of each record that was handed in, of these days, with its visit."""
    asked = select(records).where(
        r.unit_id.in_(sorted(where.units)),
        r.day.between(where.first, where.last),
        r.status.not_in(BEING_WRITTEN),
        NEWEST,
    )
    if where.person_id is not None:
        asked = asked.where(r.person_id == where.person_id)
    found = [Record(**row._mapping) for row in await db.execute(asked.order_by(r.day.desc(), r.id.desc()).limit(MOST))]
    trips = await visits_by_id(db, [each.visit_id for each in found], where)
    return [(each, trips[each.visit_id]) for each in found if each.visit_id in trips]


async def unwritten_in(db: AsyncConnection, where: Where) -> list[Visit]:
    """Visits of these days whose record was not handed in."""
    asked = select(visits).where(v.unit_id.in_(sorted(where.units)), v.day.between(where.first, where.last), ~DONE)
    found = await db.execute(narrowed(asked, v, where).order_by(v.day, v.id).limit(MOST))
    return [Visit(**row._mapping) for row in found]


async def visits_by_id(db: AsyncConnection, ids: Sequence[int], where: Where) -> dict[int, Visit]:
    asked = of_client(select(visits).where(v.id.in_(sorted(set(ids)))), v.client_id, where)
    return {row.id: Visit(**row._mapping) for row in await db.execute(asked)}


async def leave_in(db: AsyncConnection, where: Where) -> list[Leave]:
    """Requests that touch these days, whatever became of them."""
    of = leaves.c
    asked = select(leaves).where(of.unit_id.in_(sorted(where.units)), of.last >= where.first, of.first <= where.last)
    if where.person_id is not None:
        asked = asked.where(of.person_id == where.person_id)
    return [Leave(**row._mapping) for row in await db.execute(asked.order_by(of.first, of.id).limit(MOST))]


# ---------------------------------------------------------------- clients


async def clients_in(
    db: AsyncConnection, where: Where, *, met: bool | None = None, channels: Collection[Channel] = ()
) -> tuple[list[Client], int]:
    """Active clients; with `met` those who were (not) met on these days. The first ones, and how many there are."""
    kept = [c.unit_id.in_(sorted(where.units)), c.active]
    if where.person_id is not None:
        kept.append(c.keeper_id == where.person_id)
    if where.client_id is not None:
        kept.append(c.id == where.client_id)
    if where.tiers:
        kept.append(c.tier.in_(sorted(where.tiers)))
    if met is not None:
        k = contacts.c
        seen = exists().where(v.client_id == c.id, v.day.between(where.first, where.last))
        if channels:
            seen = seen.where(v.channel.in_(sorted(channels)))
        called = exists().where(k.client_id == c.id, k.day.between(where.first, where.last))
        called = called.where(k.channel.in_(sorted(channels)))
        either = or_(seen, called) if channels else seen
        kept.append(either if met else ~either)
    total = int(await db.scalar(select(func.count()).select_from(clients).where(*kept)) or 0)
    found = await db.execute(select(clients).where(*kept).order_by(c.code).limit(MOST))
    return [client_from(row) for row in found], total


async def birthdays_in(db: AsyncConnection, where: Where) -> list[tuple[Client, int, int]]:
    """Clients with a birthday on one of these days, with month and day."""
    d = client_dates.c
    days = {(where.first + timedelta(days=n)) for n in range(min((where.last - where.first).days + 1, 366))}
    asked = (
        select(clients, d.month.label("its_month"), d.day.label("its_day"))
        .join(client_dates, d.client_id == c.id)
        .where(c.unit_id.in_(sorted(where.units)), c.active, d.kind == "birthday")
        .where(d.month.in_(sorted({each.month for each in days})))
    )
    if where.person_id is not None:
        asked = asked.where(c.keeper_id == where.person_id)
    if where.tiers:
        asked = asked.where(c.tier.in_(sorted(where.tiers)))
    wanted = {(each.month, each.day) for each in days}
    found = []
    for row in await db.execute(asked.order_by(d.month, d.day, c.code)):
        if (row.its_month, row.its_day) in wanted:
            plain = {k: x for k, x in row._mapping.items() if k not in ("its_month", "its_day")}
            found.append((Client(**plain), row.its_month, row.its_day))
    return found


async def new_in(db: AsyncConnection, where: Where) -> list[Client]:
    """Clients for whom counting began on one of these days: new to the bank, or to this system."""
    asked = (
        select(clients)
        .join(touches, touches.c.client_id == c.id)
        .where(c.unit_id.in_(sorted(where.units)), c.active, touches.c.since.between(where.first, where.last))
    )
    if where.person_id is not None:
        asked = asked.where(c.keeper_id == where.person_id)
    if where.tiers:
        asked = asked.where(c.tier.in_(sorted(where.tiers)))
    return [client_from(row) for row in await db.execute(asked.order_by(c.code).limit(MOST))]


# ---------------------------------------------------------------- roll call, and what records mention


async def marks_in(db: AsyncConnection, where: Where) -> list[tuple[int, date, Mark]]:
    """How people stood at the gatherings of these days: person, day, mark."""
    a, g = roll_call_answers.c, roll_calls.c
    asked = (
        select(a.person_id, g.day, a.mark)
        .join(roll_calls, g.id == a.roll_call_id)
        .where(g.unit_id.in_(sorted(where.units)), g.day.between(where.first, where.last), a.mark.is_not(None))
    )
    if where.person_id is not None:
        asked = asked.where(a.person_id == where.person_id)
    return [(row[0], row[1], row[2]) for row in await db.execute(asked.order_by(g.day.desc(), a.person_id).limit(MOST))]


async def mentioned_in(db: AsyncConnection, where: Where, what: str) -> list[tuple[Visit, str]]:
    """Visits in whose record a complaint or an opportunity is mentioned, with the words."""
    words = findings.c[what]
    asked = (
        select(visits, words.label("its_words"))
        .select_from(visits.join(records, r.visit_id == v.id).join(findings, findings.c.record_id == r.id))
        .where(
            v.unit_id.in_(sorted(where.units)),
            v.day.between(where.first, where.last),
            r.status.not_in(BEING_WRITTEN),
            NEWEST,
            words.is_not(None),
        )
    )
    found = []
    for row in await db.execute(narrowed(asked, v, where).order_by(v.day.desc(), v.id.desc()).limit(MOST)):
        plain = {k: x for k, x in row._mapping.items() if k != "its_words"}
        found.append((Visit(**plain), row.its_words))
    return found


# ---------------------------------------------------------------- narrowing


def narrowed(asked: Select[Any], table: Any, where: Where) -> Select[Any]:
    if where.person_id is not None:
        asked = asked.where(table.person_id == where.person_id)
    return of_client(asked, table.client_id, where)


def of_client(asked: Select[Any], column: Any, where: Where) -> Select[Any]:
    if where.client_id is not None:
        asked = asked.where(column == where.client_id)
    if where.tiers:
        wanted = select(c.id).where(and_(c.tier.in_(sorted(where.tiers)), c.unit_id.in_(sorted(where.units))))
        asked = asked.where(column.in_(wanted))
    return asked
