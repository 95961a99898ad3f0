"""What there is to do this morning: a constant number of statements, every line of the papers, and the marks (D41)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import event

from bot.policy import Policies
from bot.rules.cadence import Line, Measure, Post
from bot.rules.contacts import Channel, Contact
from bot.rules.months import Length, Period
from bot.rules.people import Grant, Person, Role, Unit, Units
from bot.rules.ranking import Reason
from storage import calendar_tables as c, contacts, matters, tables as t
from storage.engine import Database
from storage.holidays import china

TODAY = date(2026, 11, 24)
POLICY = Policies.load().of()
CALENDAR = china(frozenset(range(5)))
UNITS = Units([Unit(1, "U", "支行", None, "branch", "Asia/Shanghai"), Unit(2, "T", "组", 1, "team", "Asia/Shanghai")])


def person(number: int, role: Role, unit: int = 2) -> Person:
    grants = frozenset({Grant(role, unit)})
    return Person(number, f"S{number}", f"N{number}", unit, None, "zh-Hans", grants)


async def furnish(database: Database, clients: list[dict[str, object]], many: int = 12) -> None:
    async with database.writing() as db:
        await db.execute(
            t.units.insert(),
            [{"id": n, "code": f"U{n}", "name": "x", "kind": "team", "zone": "Asia/Shanghai"} for n in (1, 2)],
        )
        await db.execute(
            t.people.insert(), [{"id": n, "code": f"S{n}", "name": "x", "unit_id": 2} for n in range(1, many + 1)]
        )
        for number, own in enumerate(clients, 1):
            client = {"id": number, "code": f"C{number}", "alias": f"A{number}", "unit_id": 2, "keeper_id": 1}
            known = {name: value for name, value in own.items() if name in c.touches.c}
            await db.execute(
                t.clients.insert().values(**client | {n: v for n, v in own.items() if n not in c.touches.c})
            )
            since = {"since": TODAY - timedelta(days=400)}
            await db.execute(c.touches.insert().values(**since | known, client_id=number))


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


async def test_the_number_of_statements_does_not_grow_with_the_people(database: Database) -> None:
    await furnish(database, [{"segment": "corporate", "keeper_id": n, "on_site": ago(30)} for n in range(1, 13)])
    counted: list[str] = []
    for many in (1, 12):
        seen: list[str] = []
        async with database.reading() as db:
            asked = lambda conn, cursor, statement, *_: seen.append(statement)  # noqa: E731, B023
            event.listen(db.sync_connection, "before_cursor_execute", asked)
            people = [person(n, Role.RM) for n in range(1, many + 1)]
            found = await matters.matters_of(db, people, POLICY, TODAY, CALENDAR, UNITS)
            event.remove(db.sync_connection, "before_cursor_execute", asked)
        assert len(found) == many
        counted.append(str(len(seen)))
    assert counted == ["4", "4"]


async def test_gold_beyond_the_mark_is_wished_for(database: Database) -> None:
    """V14, D41: four of ten met, and the other six are "should"; with three they are "must"."""
    gold = {"segment": "retail", "tier": "gold", "phone": ago(1), "analysed": ago(1)}
    met = [{**gold, "group_event": ago(10)}] * 4
    await furnish(database, [*met, *[gold] * 6])
    async with database.writing() as db:
        found = await matters.matters_of(db, [person(1, Role.RM)], POLICY, TODAY, CALENDAR)
        assert [(each.rule, each.must) for each in found[1]] == [("V12", False)] * 6
        await db.execute(c.touches.update().where(c.touches.c.client_id == 1).values(group_event=None))
        found = await matters.matters_of(db, [person(1, Role.RM)], POLICY, TODAY, CALENDAR)
        assert [(each.rule, each.must) for each in found[1]] == [("V12", True)] * 7


async def test_who_leads_has_a_rhythm_of_their_own(database: Database) -> None:
    """V03–V06: what the RM did does not count for the leader; two visits a quarter are two."""
    seen = {"on_site": ago(1), "told_visit": ago(1), "phone": ago(5), "told_call": ago(5)}
    await furnish(database, [{"segment": "corporate", "keeper_id": 1, **seen}])
    leading = [person(2, Role.TEAM_LEADER), person(3, Role.LEADER, 1)]
    async with database.writing() as db:
        found = await matters.matters_of(db, leading, POLICY, TODAY, CALENDAR, UNITS)
        assert {key: {each.rule for each in some} for key, some in found.items()} == {
            2: {"V03", "V04"},
            3: {"V05", "V06"},
        }
        await db.execute(t.grants.insert().values(person_id=3, role="leader", unit_id=1))
        at = datetime(2026, 11, 23, 2, tzinfo=UTC)
        call = Contact(
            id=0, person_id=3, unit_id=1, day=ago(1), client_id=1, lead=None, channel=Channel.PHONE, at=at, line="x"
        )
        await contacts.add(db, call)
        found = await matters.matters_of(db, leading, POLICY, TODAY, CALENDAR, UNITS)
        assert {each.rule for each in found[3]} == {"V05"}
        (row,) = await db.execute(c.touches.select())
        assert (row.on_site, row.phone) == (ago(1), ago(5))  # the keeper still owes their own call


async def test_what_a_bank_wants_several_times_is_counted_one_by_one(database: Database) -> None:
    """A policy with three calls a month: the last day alone would not tell."""
    thrice = Line("corporate", Post.RM, None, Measure.PHONE, Period(1, Length.MONTH), 3, "D01")
    wanted = replace(POLICY, cadence=replace(POLICY.cadence, lines=(thrice,)))
    await furnish(database, [{"segment": "corporate"}])
    async with database.writing() as db:
        for day in (20, 10, 2):
            found = await matters.matters_of(db, [person(1, Role.RM)], wanted, TODAY, CALENDAR)
            assert [each.reason for each in found[1]] == [Reason.PHONE]
            at = datetime(2026, 11, 1, 2, tzinfo=UTC)
            call = Contact(
                id=0, person_id=1, unit_id=2, day=ago(day), client_id=1, lead=None, channel=Channel.PHONE, at=at,
                line="x",
            )  # fmt: skip
            await contacts.add(db, call)
        assert 1 not in await matters.matters_of(db, [person(1, Role.RM)], wanted, TODAY, CALENDAR)


async def test_a_stand_in_counts_for_the_keeper_and_the_zone_does_not_move_days(database: Database) -> None:
    """L02: whoever stands in does the keeper's duty; a contact has the day of the unit's own zone."""
    from storage import cadence, field as f

    await furnish(database, [{"segment": "corporate"}])
    async with database.writing() as db:
        await db.execute(t.grants.insert().values(person_id=2, role="supervisor", unit_id=2))
        night = datetime(2026, 11, 22, 17, tzinfo=UTC)  # 01:00 of the 23rd in Shanghai
        call = Contact(
            id=0, person_id=2, unit_id=2, day=ago(1), client_id=1, lead=None, channel=Channel.PHONE, at=night, line="x"
        )
        await contacts.add(db, call)
        assert (await cadence.of_clients(db, [1]))[1].by_channel() == {}
        await db.execute(
            f.leaves.insert().values(
                person_id=1, unit_id=2, kind="annual", unit="day", status="approved", starts=night, ends=night,
                first=ago(2), last=ago(0), days=3, retroactive=False, standin_id=2, asked_at=night,
            )
        )  # fmt: skip
        await cadence.refresh(db, [1])
        assert (await cadence.of_clients(db, [1]))[1].by_channel() == {Channel.PHONE: date(2026, 11, 23)}
