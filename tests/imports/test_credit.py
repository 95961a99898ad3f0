"""Credit items and the time before the bot: as strict as every file, and never against what has happened since."""

from datetime import UTC, date, datetime

import pytest

from bot import imports
from bot.imports.reading import csv_rows
from bot.imports.report import Known
from bot.imports.table import Table
from bot.rules.contacts import Channel
from bot.rules.credit import CreditItem, Level, Sort, Step, tick
from storage import cadence, calendar_tables as c, credit as store
from tests.imports.test_writing import CHECKS, load, load_all, rows_of

CHECKS["credit"] = imports.check_credit
NOW = datetime(2026, 8, 3, 1, tzinfo=UTC)
ITEMS = (
    "客户号,类型,编号,审批层级,到期日,周期\n"
    "K1,评级,PJ-1,一级分行,2026-12-31,\n"
    "K1,授信,SX-1,总行,2027-01-31,\n"
    "K1,贷款,,,2026-11-30,\n"
    "K1,结息,,,2026-08-20,\n"
    "K2,对账,,,2026-09-30,季\n"
)


async def test_items_are_written_once_and_changed_where_they_differ(database):
    await load_all(database)
    assert (await load(database, "credit", ITEMS)).new == 5
    assert (await load(database, "credit", ITEMS)).same == 5
    rows = {(row["sort"], row["reference"]): row for row in await rows_of(database, c.credit)}
    assert rows[Sort.RATING, "PJ-1"]["level"] is Level.TIER1
    assert (rows[Sort.INTEREST, ""]["day_of_month"], rows[Sort.INTEREST, ""]["every_months"]) == (20, 1)
    assert rows[Sort.RECONCILIATION, ""]["every_months"] == 3
    assert rows[Sort.LOAN, ""]["level"] is None
    again = await load(database, "credit", ITEMS.replace("2026-11-30", "2027-05-31"))
    assert (again.new, again.changed, again.same) == (0, 1, 4)


async def test_a_file_older_than_a_tick_changes_nothing(database):
    """The rating was renewed in chat; the file still has the old day."""
    await load_all(database)
    await load(database, "credit", ITEMS)
    async with database.writing() as db:
        (row,) = [row for row in await db.execute(c.credit.select().where(c.credit.c.sort == Sort.RATING))]
        before = CreditItem(**row._mapping)
        after, _ = tick(before, Step.RENEW, 3, NOW, date(2026, 12, 1), new_due=date(2027, 12, 31))
        assert await store.save(db, before, after)
    assert (await load(database, "credit", ITEMS)).same == 5
    changed = await load(database, "credit", ITEMS.replace("一级分行", "二级分行"))
    assert changed.changed == 1
    (row,) = [row for row in await rows_of(database, c.credit) if row["sort"] is Sort.RATING]
    assert (row["due"], row["level"]) == (date(2027, 12, 31), Level.TIER2)


def check(text: str):
    known = Known(clients=frozenset({"K1", "K2"}))
    return imports.check_credit(Table("x.csv", list(csv_rows(text))), known)


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        ("K9,贷款,,,2026-11-30,", "A (客户号)", "imports-client-unknown"),
        ("K1,存款,,,2026-11-30,", "B (类型)", "imports-choice"),
        ("K1,评级,,,2026-11-30,", "D (审批层级)", "imports-level-needed"),
        ("K1,授信,,县支行以下,2026-11-30,", "D (审批层级)", "imports-choice"),
        ("K1,贷款,,,2026-02-30,", "E (到期日)", "imports-date"),
        ("K1,贷款,,,,", "E (到期日)", "imports-needed"),
        ("K1,贷款,,,1926-11-30,", "E (到期日)", "imports-date"),
        ("K1,结息,,,2026-08-20,每周", "F (周期)", "imports-choice"),
        ("K1,贷款,合同 2026,,2026-11-30,", "C (编号)", "imports-code-form"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_column(row: str, column: str, key: str):
    report = check("客户号,类型,编号,审批层级,到期日,周期\nK1,贷款,A-1,,2026-11-30,\n" + row + "\n")
    problem, *_ = report.problems
    assert (problem.line, problem.column, problem.key) == (3, column, key)
    assert [each.line for each in report.ready] == [2]


def test_the_same_item_twice_and_amounts_are_refused():
    report = check("客户号,类型,编号,到期日\nK1,贷款,A-1,2026-11-30\nK1,贷款,A-1,2026-12-30\n")
    assert [(each.line, each.key) for each in report.problems] == [(3, "imports-twice")]
    report = check("客户号,类型,到期日,贷款余额,合同号\nK1,贷款,2026-11-30,5000000,HT-1\n")
    assert [each.holds for each in report.refused] == ["balance", "account"]
    assert not report.usable


async def test_when_clients_were_seen_before_the_bot_knew(database):
    """A bank that begins today does not owe every client a visit today."""
    await load_all(database)
    rows = await rows_of(database, c.touches)
    assert [(row["since"], row["on_site"]) for row in rows] == [(date(2026, 8, 3), None)] * 2
    told = "客户号,别名,条线,管户人,上次走访,上次电话\nK1,鼎盛,对公,1003,2026-07-20,2026-07-30\nK2,王女士,零售,1003,,\n"
    assert (await load(database, "clients", told)).changed == 1
    assert (await load(database, "clients", told)).same == 2
    async with database.reading() as db:
        known = await cadence.of_clients(db, [1, 2])
    assert known[1].by_channel() == {Channel.ON_SITE: date(2026, 7, 20), Channel.PHONE: date(2026, 7, 30)}
    assert known[2].by_channel() == {}
