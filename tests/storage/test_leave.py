"""Leave on both databases: decided once, an absence while it is granted, accounts without double rows (L01, 5.5)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

from bot.rules import leave as rules
from bot.rules.leave import Leave, Status
from bot.rules.leave_types import Kind, Unit
from bot.rules.ledger import Entry, Row
from storage import leave as store, outings
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
