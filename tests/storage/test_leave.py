"""Leave on both databases: decided once, an absence while it is granted, accounts without double rows (L01, 5.5)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from bot.rules import leave as rules
from bot.rules.leave import Leave, Status
from bot.rules.leave_types import Kind, Unit
from bot.rules.ledger import Entry, Row
from bot.rules.retention import Kind as Gone
from storage import leave as store, leave_year, outings, people, retention, tables
from storage.trust_tables import holds
from tests.stage import Stage

NINE = datetime(2026, 8, 3, 1, tzinfo=UTC)
DAY = date(2026, 8, 4)


def asked() -> Leave:
    return Leave(
        id=0, person_id=1, unit_id=3, kind=Kind.PERSONAL, unit=Unit.DAY, status=Status.SUBMITTED,
        starts=datetime(2026, 8, 3, 16, tzinfo=UTC), ends=datetime(2026, 8, 4, 16, tzinfo=UTC),
        first=DAY, last=DAY, days=Fraction(1, 3), asked_at=NINE,
    )  # fmt: skip


async def test_two_who_decide_at_once_get_one_outcome(calm_stage: Stage) -> None:
    """The second write finds the request moved on and changes nothing; fractions come back as they went."""
    async with calm_stage.app.database.writing() as db:
        kept = await store.add(db, asked())
        yes = rules.decide(kept, 3, True, NINE, last_word=True)
        no = rules.decide(kept, 5, False, NINE, reason="no", last_word=True)
        gone = rules.withdraw(kept, 1, NINE)
        assert await store.save(db, yes, kept)
        assert not await store.save(db, no, kept)
        assert not await store.save(db, gone, kept)
        assert await store.by_id(db, kept.id) == yes
        assert yes.days == Fraction(1, 3)


async def test_a_granted_leave_is_an_absence_until_it_is_taken_back(calm_stage: Stage) -> None:
    async with calm_stage.app.database.writing() as db:
        kept = await store.add(db, replace(asked(), status=Status.APPROVED))
        await store.keep_away(db, kept)
        assert await outings.absent(db, [1], kept.starts, kept.starts) == {1: kept.ends}
        await store.let_back(db, kept)
        assert await outings.absent(db, [1], kept.starts, kept.starts) == {}


async def test_what_binds_and_what_waits(calm_stage: Stage) -> None:
    async with calm_stage.app.database.writing() as db:
        for status in (Status.SUBMITTED, Status.APPROVED, Status.DECLINED, Status.WITHDRAWN, Status.CANCELLED):
            await store.add(db, replace(asked(), status=status))
        found = await store.binding(db, [1], DAY, DAY)
        assert [each.status for each in found] == [Status.SUBMITTED, Status.APPROVED]
        assert await store.binding(db, [1, 2], date(2026, 8, 5), date(2026, 8, 9)) == []
        assert [each.status for each in await store.waiting_of(db, 1)] == [Status.SUBMITTED]
        assert [each.id for each in await store.latest(db, 1, 2)] == [5, 4]
        assert len(await store.of_year(db, [1], 2026)) == 5
        assert await store.of_year(db, [1], 2025) == []


async def test_a_row_of_an_account_is_written_once(calm_stage: Stage) -> None:
    row = Row(person_id=1, account=Kind.ANNUAL, entry=Entry.ALLOCATION, days=Fraction(7, 2), on=DAY, reference="a:2026")
    async with calm_stage.app.database.writing() as db:
        assert await store.write(db, row)
        assert not await store.write(db, replace(row, days=Fraction(9)))
        assert await store.write(db, replace(row, account=Kind.COMPENSATORY))
        [kept] = await store.rows_of(db, 1, Kind.ANNUAL)
        assert kept.days == Fraction(7, 2)


async def test_a_certificate_goes_after_its_days_and_that_there_was_one_stays(calm_stage: Stage) -> None:
    """Telegram's number of it is forgotten; who never sent one has none afterwards either; a hold keeps it."""
    async with calm_stage.app.database.writing() as db:
        proven = await store.add(db, asked())
        bare = await store.add(db, replace(asked(), person_id=2))
        held = await store.add(db, replace(asked(), person_id=4))
        for each in (proven, held):
            await store.prove(db, each.id, "AgAC")
        hold = {"person_id": 4, "client_id": None, "reason": "x", "set_by": 3, "set_at": NINE}
        await db.execute(holds.insert(), [{name: value for name, value in hold.items() if name in holds.c}])
        for gone in (1, 0):  # run again it finds nothing
            [done] = await retention.purge(db, {Gone.PROOF: NINE + timedelta(days=2)}, NINE + timedelta(days=190))
            assert (done.gone, done.held) == (gone, 1)
        kept = {each.id: each.proof for each in await store.of_year(db, [1, 2, 4], 2026)}
        assert kept == {proven.id: "", bare.id: None, held.id: "AgAC"}


async def test_who_stands_in_and_for_whom(calm_stage: Stage) -> None:
    """L02: only while the leave runs, only where it was granted."""
    noon = datetime(2026, 8, 4, 4, tzinfo=UTC)
    async with calm_stage.app.database.writing() as db:
        await store.add(db, replace(asked(), status=Status.APPROVED, standin_id=2))
        await store.add(db, replace(asked(), person_id=5, status=Status.HANDOVER_READY, standin_id=2))
        assert await store.standing_in(db, [1, 2, 5], noon) == {1: 2}
        assert await store.stood_in_for(db, 2, noon) == [1]
        assert await store.standin_names(db, [1], noon) == {1: "张敏"}
        assert await store.standing_in(db, [1], NINE) == {}


async def test_a_year_turns_once_for_everybody(calm_stage: Stage) -> None:
    """By years of service; who has no account and no first day is left alone."""
    async with calm_stage.app.database.writing() as db:
        await db.execute(tables.people.update().where(tables.people.c.id == 1).values(worked_since=date(2020, 7, 1)))
        await db.execute(tables.people.update().where(tables.people.c.id == 2).values(worked_since=date(2001, 7, 1)))
        units = await people.all_units(db)
        for fresh in (2, 0):
            assert await leave_year.turn_over(db, units, calm_stage.app.turns.policies, 2026) == fresh
        found = await store.accounts_of(db, range(1, 11), Kind.ANNUAL)
        assert {person: [row.days for row in rows] for person, rows in found.items()} == {1: [5], 2: [15]}
