"""A quarter of a branch, played day by day: what the database and the rules say is what a brute-force model says.

30 staff, 2,000 clients, some 900 credit items, holidays, contacts, visits with and without a record,
contacts taken back, ticks and unticks. Every day both sides list who has what due; they must agree to the line.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.policy import Policies
from bot.rules import credit as rules
from bot.rules.cadence import Line, Measure, Post
from bot.rules.contacts import Channel, Contact, Kind
from bot.rules.credit import CreditItem, Level, Sort
from bot.rules.days import moment
from bot.rules.evidence import Grade
from bot.rules.outings import Mode, OutingStatus
from bot.rules.people import Grant, Person, Role, Unit, Units
from bot.rules.records import Record, RecordStatus
from storage import calendar_tables as c, contacts, credit as credit_store, field as f, matters, records, tables as t
from storage.engine import Database
from storage.holidays import china

FIRST, LAST = date(2026, 10, 1), date(2026, 12, 31)  # with the national holiday in it
STAFF, CLIENTS = 30, 2_000
POLICY = Policies.load().of()
CALENDAR = china(frozenset(range(5)))
ZONE = ZoneInfo("Asia/Shanghai")
SEGMENTS = ("corporate", "retail", "rural", "lobby_wealth")
TIERS = {
    "corporate": (None,),
    "retail": ("gold", "platinum", "diamond", None),
    "rural": ("high", "normal", "borrower"),
    "lobby_wealth": ("gold", "premium_core", None),
}


@dataclass
class Model:
    """The same branch as plain lists, judged the slow way: every event is looked at every day."""

    clients: dict[int, tuple[int, str, str | None, date]] = field(default_factory=dict)
    events: dict[int, list[tuple[Channel, date]]] = field(default_factory=dict)
    items: dict[int, CreditItem] = field(default_factory=dict)

    def due(self, day: date) -> set[tuple[int, str, int, date]]:
        """(keeper, rule, client or item, by when) of everything that is due or overdue."""
        found = set()
        for client_id, (keeper, segment, tier, since) in self.clients.items():
            for line in lines_for(segment, tier):
                last = max((d for way, d in self.events.get(client_id, ()) if counts(line, tier, way)), default=None)
                by = plus(last or since, line)
                if (by - day).days <= round(len_of(line)) * 10 // 100:
                    found.add((keeper, line.rule, client_id, by))
        for item_id, item in self.items.items():
            if item.closed_on is None:
                now = rules.occurrence(item, day, POLICY.rules.credit, CALENDAR)
                says = rules.verdict(now, day, POLICY.rules.credit, CALENDAR)
                if says.step is not None:
                    found.add((self.clients[item.client_id][0], says.rule, item_id, says.by))
        return found


def lines_for(segment: str, tier: str | None) -> list[Line]:
    own = [each for each in POLICY.cadence.lines if each.segment == segment and each.post is Post.RM]
    return [each for each in own if each.tier in (None, tier)]


def counts(line: Line, tier: str | None, way: Channel) -> bool:
    if line.measure is Measure.VISIT and tier in ("platinum", "diamond"):
        return way is Channel.ON_SITE
    return (
        way
        in {
            Measure.ON_SITE: {Channel.ON_SITE},
            Measure.VISIT: {Channel.ON_SITE, Channel.RECEPTION, Channel.EVENT},
            Measure.PHONE: {Channel.PHONE, Channel.ON_SITE},
            Measure.CONTACT: set(Channel),
            Measure.ANALYSIS: set(),
        }[line.measure]
    )


def plus(day: date, line: Line) -> date:
    """A period later, counted by hand."""
    count, length = line.every.count, line.every.length.value
    if length in ("day", "week"):
        return day + timedelta(days=count * (7 if length == "week" else 1))
    month = day.month - 1 + count * {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[length]
    year, month = day.year + month // 12, month % 12 + 1
    for there in range(day.day, 0, -1):
        try:
            return date(year, month, there)
        except ValueError:
            continue
    raise AssertionError


def len_of(line: Line) -> float:
    days = {"day": 1, "week": 7, "month": 30.4375, "quarter": 91.3125, "half_year": 182.625, "year": 365.25}
    return line.every.count * days[line.every.length.value]


async def test_a_quarter_of_a_branch(database: Database) -> None:
    began = time.process_time()
    dice = random.Random(2026)
    model = Model()
    people, units = await furnish(database, model, dice)
    noted: list[tuple[int, Contact]] = []
    compared = totals = 0
    day = FIRST
    while day <= LAST:
        if CALENDAR.is_working(day):
            async with database.writing() as db:
                said = await matters.matters_of(db, people, POLICY, day, CALENDAR, units)
                mine = {
                    (person_id, each.rule, each.source_id, each.due)
                    for person_id, some in said.items()
                    for each in some
                    if each.rule != "V17"
                }
                wanted = model.due(day)
                assert mine == wanted, (day, sorted(mine ^ wanted)[:5])
                assert all(each.must for some in said.values() for each in some if each.rule.startswith("K"))
                compared, totals = compared + 1, totals + len(wanted)
                await work(db, model, dice, day, sorted(wanted), noted)
        day += timedelta(days=1)
    assert compared == 62 or compared > 55
    assert totals > 20_000
    assert time.process_time() - began < 60  # seconds of ours: other tests may share the machine


async def work(
    db: Any, model: Model, dice: random.Random, day: date, due: list[tuple[int, str, int, date]], noted: list[Any]
) -> None:
    """A day's work: some of what is due is done, some other things happen, some are taken back."""
    rhythm = [each for each in due if each[1].startswith("V")]
    for keeper, rule, client_id, _ in dice.sample(rhythm, min(len(rhythm), 10)):
        if rule in ("V01", "V12") or dice.random() < 0.2:
            in_time = dice.random() < 0.8
            await visited(db, keeper, client_id, day, handed_in=in_time)
            if in_time:
                model.events.setdefault(client_id, []).append((Channel.ON_SITE, day))
        else:
            way = dice.choice((Channel.PHONE, Channel.PHONE, Channel.SMS, Channel.ONLINE))
            note = Contact(
                id=0, person_id=keeper, unit_id=2, day=day, client_id=client_id, lead=None, channel=way,
                at=moment(day, datetime.min.time().replace(hour=10), ZONE), line="x",
            )  # fmt: skip
            stored = await contacts.add(db, note)
            model.events.setdefault(client_id, []).append((way, day))
            noted.append((client_id, stored))
    if noted and dice.random() < 0.3:  # taken back on its day
        client_id, note = noted.pop()
        if note.day == day:
            assert await contacts.drop(db, note.id)
            model.events[client_id].remove((note.channel, day))
    owed = [each for each in due if each[1].startswith("K")]
    for _, _, item_id, _ in dice.sample(owed, min(len(owed), 6)):
        item = rules.occurrence(model.items[item_id], day, POLICY.rules.credit, CALENDAR)
        says = rules.verdict(item, day, POLICY.rules.credit, CALENDAR)
        if says.step is None:
            continue
        new = day + timedelta(days=365) if says.step in rules.NEEDS_DAY else None
        after, line = rules.tick(item, says.step, 1, moment(day, datetime.min.time(), ZONE), day, new_due=new)
        assert await credit_store.save(db, model.items[item_id], after)
        line = await credit_store.add_tick(db, line)
        if dice.random() < 0.1:
            back, undone = rules.untick(after, line, 1, line.at)
            assert await credit_store.undo(db, undone)
            assert await credit_store.save(db, after, back)
            after = back
        model.items[item_id] = after


async def visited(db: Any, person_id: int, client_id: int, day: date, *, handed_in: bool) -> None:
    """A visit, with its record handed in or only begun."""
    at = moment(day, datetime.min.time().replace(hour=9), ZONE)
    outing = (
        await db.execute(
            f.outings.insert()
            .values(person_id=person_id, unit_id=2, day=day, status=OutingStatus.RETURNED, mode=Mode.DECLARE)
            .returning(f.outings.c.id)
        )
    ).scalar_one()
    visit = (
        await db.execute(
            f.visits.insert()
            .values(
                person_id=person_id, unit_id=2, day=day, arrived_at=at, outing_id=outing, client_id=client_id,
                planned=True, kind=Kind.ROUTINE, channel=Channel.ON_SITE, grade=Grade.FAIR, reasons=(), static=False,
            )
            .returning(f.visits.c.id)
        )
    ).scalar_one()  # fmt: skip
    draft = Record(
        id=0, visit_id=visit, version=1, person_id=person_id, unit_id=2, day=day, status=RecordStatus.COMPLETE,
        who="x", written_at=at, written_by=person_id,
    )  # fmt: skip
    stored = await records.put(db, draft, None)
    if handed_in:
        done = replace(stored, status=RecordStatus.SUBMITTED, submitted_at=at, first_submitted_at=at)
        assert await records.move_on(db, stored, done)


async def furnish(database: Database, model: Model, dice: random.Random) -> tuple[list[Person], Units]:
    """The branch on the first day: everybody was seen at some time of the half-year before."""
    units = Units(
        [Unit(1, "HQ", "总行", None, "head_office", "Asia/Shanghai"), Unit(2, "T", "组", 1, "team", "Asia/Shanghai")]
    )
    people = [
        Person(id=n, code=f"S{n}", name=f"N{n}", unit_id=2, telegram_id=None, language="zh-Hans",
               grants=frozenset({Grant(Role.RM, 2)}))
        for n in range(1, STAFF + 1)
    ]  # fmt: skip
    async with database.writing() as db:
        await db.execute(
            t.units.insert(),
            [
                {"id": each.id, "code": each.code, "name": each.name, "parent_id": each.parent_id, "kind": each.kind,
                 "zone": each.zone}
                for each in units.by_id.values()
            ],
        )  # fmt: skip
        await db.execute(
            t.people.insert(), [{"id": each.id, "code": each.code, "name": each.name, "unit_id": 2} for each in people]
        )
        await db.execute(t.grants.insert(), [{"person_id": each.id, "role": "rm", "unit_id": 2} for each in people])
        rows, touched, items = [], [], []
        for client_id in range(1, CLIENTS + 1):
            segment = SEGMENTS[client_id % 4]
            tier, keeper = dice.choice(TIERS[segment]), dice.randint(1, STAFF)
            since = FIRST - timedelta(days=dice.randint(0, 200))
            rows.append(
                {"id": client_id, "code": f"C{client_id}", "alias": f"客户{client_id}", "segment": segment,
                 "tier": tier, "keeper_id": keeper, "unit_id": 2}
            )  # fmt: skip
            seen = FIRST - timedelta(days=dice.randint(1, 90)) if dice.random() < 0.7 else None
            called = FIRST - timedelta(days=dice.randint(1, 40)) if dice.random() < 0.8 else None
            touched.append(
                {"client_id": client_id, "since": since, "on_site": seen, "told_visit": seen, "phone": called,
                 "told_call": called}
            )  # fmt: skip
            model.clients[client_id] = (keeper, segment, tier, since)
            told = [(Channel.ON_SITE, seen), (Channel.PHONE, called)]
            model.events[client_id] = [(way, at) for way, at in told if at is not None]
            if dice.random() < 0.45:
                items.append(credit_of(dice, client_id))
        await db.execute(t.clients.insert(), rows)
        await db.execute(c.touches.insert(), touched)
        for item in items:
            stored = await credit_store.add(db, item)
            model.items[stored.id] = stored
    return people, units


def credit_of(dice: random.Random, client_id: int) -> CreditItem:
    sort = dice.choice(list(Sort))
    due = FIRST + timedelta(days=dice.randint(1, 250))
    repeats = {Sort.INTEREST: 1, Sort.RECONCILIATION: 3}.get(sort)
    return CreditItem(
        id=0, client_id=client_id, sort=sort, reference="", due=due,
        level=dice.choice(list(Level)) if sort in (Sort.RATING, Sort.LINE) else None,
        day_of_month=due.day if repeats else None, every_months=repeats, made_at=datetime(2026, 10, 1, tzinfo=UTC),
    )  # fmt: skip
