"""Questions about contact: when clients were last seen and called, and about whom there is something to say (V01–V16).

`touches` holds one row per client, so that a morning reads as many rows as there are clients however long the history
is. It is derived: `refresh` reads what was stored and writes the row again, after every contact and record.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    Select,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.cadence import CadencePolicy, Gate, Measure, Post, Rate, gates
from bot.rules.contacts import Channel
from bot.rules.leave import Status as LeaveStatus
from bot.rules.people import SUPERVISING
from storage.calendar_tables import touches
from storage.engine import upsert
from storage.field import contacts, leaves, visits
from storage.handed_in import DONE
from storage.tables import clients, grants

t, c, v = touches.c, contacts.c, visits.c
CHANNELS = tuple(Channel)


class Kept(NamedTuple):
    """A client as the rhythm sees them: whose they are, and the last day of each channel in the order of `Channel`."""

    client_id: int
    keeper_id: int | None
    unit_id: int | None
    segment: str
    tier: str | None
    since: date
    analysed: date | None
    last: tuple[date | None, ...]

    def days(self, channels: Iterable[Channel]) -> list[date]:
        """The last days on which one of these channels was used; one day of each."""
        return [day for each in channels if (day := self.last[ORDER[each]]) is not None]

    def by_channel(self) -> dict[Channel, date]:
        return {each: day for each, day in zip(CHANNELS, self.last, strict=True) if day is not None}


ORDER: Mapping[Channel, int] = {each: number for number, each in enumerate(CHANNELS)}
COLUMNS = (
    clients.c.id,
    clients.c.keeper_id,
    clients.c.unit_id,
    clients.c.segment,
    clients.c.tier,
    t.since,
    t.analysed,
    *(t[each.value] for each in CHANNELS),
)
KEPT = (
    select(*COLUMNS)
    .select_from(clients.join(touches, t.client_id == clients.c.id))
    .where(clients.c.active)
    .order_by(clients.c.keeper_id, clients.c.id)
)
THESE: BindParameter[Any] = bindparam("these", expanding=True)
OF_KEEPERS = KEPT.where(clients.c.keeper_id.in_(THESE))
OF_UNITS = KEPT.where(clients.c.unit_id.in_(THESE))
OF_CLIENTS = KEPT.where(clients.c.id.in_(THESE))


# ---------------------------------------------------------------- who is to be seen


async def behind(
    db: AsyncConnection, keepers: Iterable[int], policy: CadencePolicy, post: Post, today: date
) -> list[Kept]:
    """The active clients of these keepers about whom a line of this post has something to say today: one statement.

    A little more than is due may come; `bot.rules.cadence.standing` decides.
    """
    return await _narrowed(db, OF_KEEPERS, keepers, policy, post, today)


async def behind_in(
    db: AsyncConnection, units: Iterable[int], policy: CadencePolicy, post: Post, today: date
) -> list[Kept]:
    """The same for all clients of some units, whoever keeps them."""
    return await _narrowed(db, OF_UNITS, units, policy, post, today)


async def kept_by(db: AsyncConnection, keepers: Iterable[int]) -> list[Kept]:
    """All active clients of these keepers: for rates and coverage."""
    return await _read(db, OF_KEEPERS, keepers)


async def kept_in(db: AsyncConnection, units: Iterable[int], segments: Iterable[str] = ()) -> list[Kept]:
    """All active clients of some units; of some segments only, where any are named."""
    wanted = sorted(set(segments))
    return await _read(db, OF_UNITS.where(clients.c.segment.in_(wanted)) if wanted else OF_UNITS, units)


async def of_clients(db: AsyncConnection, ids: Iterable[int]) -> dict[int, Kept]:
    """These clients, by id."""
    return {each.client_id: each for each in await _read(db, OF_CLIENTS, ids)}


async def _read(db: AsyncConnection, asked: Select[Any], these: Iterable[int]) -> list[Kept]:
    rows = await db.execute(asked, {"these": sorted(set(these))})
    return [Kept._make((*row[:7], tuple(row[7:]))) for row in rows]


async def _narrowed(
    db: AsyncConnection, asked: Select[Any], these: Iterable[int], policy: CadencePolicy, post: Post, today: date
) -> list[Kept]:
    asked_through = gates(policy, post, today)
    return await _read(db, through(asked, asked_through), these) if asked_through else []


@lru_cache(maxsize=100)  # a statement a day for each policy: building one takes longer than asking it
def through(asked: Select[Any], these: tuple[Gate, ...]) -> Select[Any]:
    return asked.where(or_(*map(passes, these)))


def passes(gate: Gate) -> ColumnElement[bool]:
    """A gate as the database asks it: nothing that counts after the cutoff, nor did the counting begin after it."""
    line = gate.line
    used = (
        [t.analysed]
        if line.measure is Measure.ANALYSIS
        else [t[each.value] for each in CHANNELS if each in gate.channels]
    )
    late = and_(*(or_(each.is_(None), each <= gate.cutoff) for each in used))
    begun = or_(t.since <= gate.cutoff, *(each.is_not(None) for each in used))
    where = [clients.c.segment == line.segment, late, begun]
    if gate.tier is not None:
        where.append(clients.c.tier == gate.tier)
    if gate.tiers_but:
        where.append(or_(clients.c.tier.is_(None), clients.c.tier.not_in(sorted(gate.tiers_but))))
    return and_(*where)


async def marks(db: AsyncConnection, keepers: Iterable[int], policy: CadencePolicy, today: date) -> dict[int, Rate]:
    """How many of each keeper's gold clients have been met face to face in this half-year (V14, D41): one statement."""
    first, _ = policy.rate_period.around(today)
    ways = policy.counts_for[Measure.VISIT]
    met = case((or_(*(t[each.value] >= first for each in CHANNELS if each in ways)), 1), else_=0)
    asked = (
        select(clients.c.keeper_id, func.sum(met), func.count())
        .select_from(clients.join(touches, t.client_id == clients.c.id))
        .where(clients.c.active, clients.c.tier.in_(sorted(policy.face_tiers)), clients.c.keeper_id.in_(THESE))
        .group_by(clients.c.keeper_id)
    )
    rows = await db.execute(asked, {"these": sorted(set(keepers))})
    return {keeper: Rate("V14", int(reached), int(many), policy.face_rate) for keeper, reached, many in rows}


class Done(NamedTuple):
    """One contact or recorded visit of somebody's own."""

    person_id: int
    client_id: int
    channel: Channel
    day: date


async def done_by(db: AsyncConnection, people: Iterable[int], since: date) -> list[Done]:
    """What these people did with clients themselves from a day on: for the rhythm of those who lead (V03–V06)."""
    wanted = sorted(set(people))
    called = select(c.person_id, c.client_id, c.channel, c.day).where(
        c.person_id.in_(wanted), c.day >= since, c.client_id.is_not(None)
    )
    met = select(v.person_id, v.client_id, v.channel, v.day).where(
        v.person_id.in_(wanted), v.day >= since, v.client_id.is_not(None), DONE
    )
    return [Done(row[0], row[1], Channel(row[2]), row[3]) for row in await db.execute(called.union_all(met))]


async def done_with(db: AsyncConnection, ids: Iterable[int], since: date) -> list[Done]:
    """What was done with these clients from a day on and counts for their keepers: where a line wants several times."""
    wanted = sorted(set(ids))
    called = counting_contacts(wanted).add_columns(c.person_id).where(c.day >= since)
    met = counting_visits(wanted).add_columns(v.person_id).where(v.day >= since)
    return [Done(row[3], row[0], Channel(row[1]), row[2]) for row in await db.execute(called.union_all(met))]


# ---------------------------------------------------------------- keeping the row


async def refresh(db: AsyncConnection, ids: Iterable[int | None]) -> None:
    """Write the rows of these clients again from what is stored: after a contact, a record, or a change of either.

    What an import told of the time before stays. Whoever leads is not the client's keeper: their visit is their own
    (V03), unless they keep the client or stand in for who does (L02).
    """
    wanted = sorted({each for each in ids if each is not None})
    if not wanted:
        return
    days: dict[int, dict[str, date]] = {each: {} for each in wanted}
    for rows in (counting_contacts(wanted), counting_visits(wanted)):
        counted = rows.subquery()
        way = counted.c.client_id, counted.c.channel
        for client_id, channel, day in await db.execute(select(*way, func.max(counted.c.day)).group_by(*way)):
            days[client_id][str(channel)] = day
    begun: dict[int, date] = {}
    for row in await db.execute(select(t.client_id, t.since, t.told_visit, t.told_call).where(t.client_id.in_(wanted))):
        begun[row.client_id] = row.since
        for channel, told in ((Channel.ON_SITE, row.told_visit), (Channel.PHONE, row.told_call)):
            if told is not None:
                days[row.client_id][channel] = max(told, days[row.client_id].get(channel, told))
    rows_now = [
        {"client_id": each, "since": begun.get(each) or min(found.values())}
        | {way.value: found.get(way) for way in CHANNELS}
        for each, found in days.items()
        if each in begun or found
    ]
    await upsert(db, touches, rows_now, ("client_id",))


async def begin(db: AsyncConnection, ids: Iterable[int], day: date) -> None:
    """Start counting for clients who are new to the bank or the bot; those counted already go on."""
    known = select(t.client_id)
    new = select(clients.c.id, literal(day, Date)).where(clients.c.id.in_(sorted(set(ids))), clients.c.id.not_in(known))
    await db.execute(touches.insert().from_select(["client_id", "since"], new))


async def tell(db: AsyncConnection, told: Sequence[Mapping[str, Any]]) -> None:
    """What an import knows of the time before the bot: rows of client_id, told_visit and told_call (days or none)."""
    change = update(touches).where(t.client_id == bindparam("its_id"))
    change = change.values(told_visit=bindparam("visit"), told_call=bindparam("call"))
    if told:
        rows = [{"its_id": each["client_id"], "visit": each["told_visit"], "call": each["told_call"]} for each in told]
        await db.execute(change, rows)
        await refresh(db, [each["client_id"] for each in told])


async def analysed(db: AsyncConnection, client_id: int, day: date | None) -> None:
    """The client's contribution was last looked at on this day (V16)."""
    await db.execute(update(touches).where(t.client_id == client_id).values(analysed=day))


def counting_contacts(ids: Sequence[int]) -> Select[Any]:
    """Contacts with these clients that count for their keepers."""
    rows = select(c.client_id, c.channel, c.day).join(clients, clients.c.id == c.client_id)
    return rows.where(c.client_id.in_(ids), for_keeper(c.person_id, c.day))


def counting_visits(ids: Sequence[int]) -> Select[Any]:
    """Visits to these clients that count for their keepers: those whose record has been handed in."""
    rows = select(v.client_id, v.channel, v.day).join(clients, clients.c.id == v.client_id)
    return rows.where(v.client_id.in_(ids), DONE, for_keeper(v.person_id, v.day))


def for_keeper(person_id: ColumnElement[int], day: ColumnElement[date]) -> ColumnElement[bool]:
    """Whether what somebody did counts for the keeper: their own, any manager's, and the stand-in's of the day."""
    leading = select(grants.c.person_id).where(grants.c.role.in_([str(each) for each in SUPERVISING]))
    stood_in = exists().where(
        leaves.c.person_id == clients.c.keeper_id,
        leaves.c.standin_id == person_id,
        leaves.c.first <= day,
        leaves.c.last >= day,
        leaves.c.status.in_([LeaveStatus.APPROVED, LeaveStatus.ACTIVE, LeaveStatus.ENDED]),
    )
    return or_(person_id == clients.c.keeper_id, person_id.not_in(leading), stood_in)
