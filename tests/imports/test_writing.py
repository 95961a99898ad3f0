"""What is imported is written once, changed where it differs, and otherwise left as it was; on both databases."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot import imports
from bot.imports.reading import csv_rows
from bot.imports.table import Table
from bot.policy import Policies
from bot.rules.people import Grant, Role, supervisors_of
from bot.sandbox import branch
from storage import people as people_store, tables as t
from storage.holidays import calendar_of
from storage.imports import compare, known, write
from storage.leave_tables import own_days

NATIONAL, MAKE_UP, LOCAL = date(2026, 10, 1), date(2026, 10, 10), date(2026, 4, 20)
NOW = datetime(2026, 8, 3, 1, tzinfo=UTC)
CHECKS = {
    "units": imports.check_units,
    "staff": imports.check_staff,
    "clients": imports.check_clients,
    "places": imports.check_places,
}
KINDS = tuple(CHECKS)
CHECKS["holidays"] = imports.check_holidays
POLICY = Policies.load().of()

UNITS = "机构号,机构名称,上级机构,类型,负责人,副职\nHQ,总行,,总行,,\nB1,支行,HQ,支行,1001,\nT1,一组,B1,组,1002,1003\n"
STAFF = "工号,姓名,机构号,角色,级别,语言\n1001,赵,B1,主管,高级,\n1002,钱,T1,主管;rm,,\n1003,孙,T1,rm,初级,en\n"
CLIENTS = "客户号,别名,条线,等级,管户人,生日\nK1,鼎盛,对公,白金,1003,\nK2,王女士,零售,,1003,03-15\n"
PLACES = "客户号,地点,纬度,经度,坐标系\nK1,厂区,30.09161,120.50431,高德\n"


async def load(database, kind, text):
    """Check and write a file, as the command does; returns its report."""
    rows = text if isinstance(text, Table) else Table("x.csv", list(csv_rows(text)))
    async with database.reading() as db:
        there = await known(db, POLICY, kind)
    report = CHECKS[kind](rows, there)
    assert report.fine, report.problems
    async with database.writing() as db:
        await write(db, report, NOW)
    return report


async def load_all(database):
    for kind, text in zip(KINDS, (UNITS, STAFF, CLIENTS, PLACES), strict=True):
        await load(database, kind, text)


async def rows_of(database, table):
    async with database.reading() as db:
        order = [table.c.code] if "code" in table.c else list(table.primary_key)
        return [dict(row._mapping) for row in await db.execute(select(table).order_by(*order))]


def sums(report):
    return report.new, report.changed, report.same


async def test_importing_twice_changes_nothing(database):
    files = dict(zip(KINDS, (UNITS, STAFF, CLIENTS, PLACES), strict=True))
    first = {kind: sums(await load(database, kind, text)) for kind, text in files.items()}
    assert first == {"units": (3, 0, 0), "staff": (3, 0, 0), "clients": (2, 0, 0), "places": (1, 0, 0)}
    everything = [t.units, t.people, t.grants, t.clients, t.client_dates, t.places]
    before = [await rows_of(database, table) for table in everything]
    again = {kind: sums(await load(database, kind, text)) for kind, text in files.items()}
    assert again == {"units": (0, 0, 3), "staff": (0, 0, 3), "clients": (0, 0, 2), "places": (0, 0, 1)}
    assert [await rows_of(database, table) for table in everything] == before


DAYS = "日期,安排,名称,机构号\n2026-10-01,放假,国庆,\n2026-10-10,上班,,\n2026-04-20,放假,三月三,B1\n"


async def test_the_banks_own_days_hold_for_their_unit_and_those_below(database):
    """5.5: the bank's own file goes before the country's table, a unit's own word before the bank's."""
    await load(database, "units", UNITS)
    assert sums(await load(database, "holidays", DAYS)) == (3, 0, 0)
    assert sums(await load(database, "holidays", DAYS)) == (0, 0, 3)
    own = "日期,安排,机构号\n2026-10-10,休,T1\n2026-10-01,上班,HQ\n"
    assert sums(await load(database, "holidays", own)) == (1, 1, 0)
    async with database.reading() as db:
        units = await people_store.all_units(db)
    at = {unit.code: unit.id for unit in units.by_id.values()}
    of = {code: calendar_of(POLICY, units, at[code]) for code in at}
    works = {code: [of[code].is_working(day) for day in (NATIONAL, MAKE_UP, LOCAL)] for code in at}
    assert works == {"HQ": [True, True, True], "B1": [True, True, False], "T1": [True, False, False]}
    assert (await rows_of(database, own_days))[0]["name"] == "国庆"


async def test_heads_may_come_after_their_units(database):
    await load(database, "units", UNITS)
    (branch_row, _, team) = await rows_of(database, t.units)
    assert (branch_row["head_id"], branch_row["head_code"]) == (None, "1001")
    assert (team["head_code"], team["deputy_code"]) == ("1002", "1003")
    await load(database, "staff", STAFF.replace("1003,孙,T1,rm,初级,en\n", ""))
    (branch_row, _, team) = await rows_of(database, t.units)
    assert (branch_row["head_code"], team["head_code"], team["deputy_code"]) == (None, None, "1003")
    await load(database, "staff", STAFF)
    async with database.reading() as db:
        units = await people_store.all_units(db)
        third = await people_store.by_code(db, "1003")
        bosses = await people_store.by_ids(db, supervisors_of(third, units))
    assert {each.code for each in bosses.values()} == {"1001", "1002"}


async def test_a_head_is_taken_away_by_an_empty_cell_and_kept_without_a_column(database):
    await load_all(database)
    await load(database, "units", "机构号,机构名称,上级机构,类型\nT1,新一组,B1,组\n")
    assert (await rows_of(database, t.units))[2]["head_id"] is not None
    report = await load(database, "units", "机构号,机构名称,上级机构,类型,负责人\nT1,新一组,B1,组,\n")
    team = (await rows_of(database, t.units))[2]
    assert sums(report) == (0, 1, 0)
    assert (team["name"], team["head_id"], team["head_code"]) == ("新一组", None, None)
    assert team["deputy_id"] is not None


async def test_units_may_stand_in_any_order_and_move(database):
    text = "机构号,机构名称,上级机构,类型\nT1,一组,B1,组\nB1,支行,HQ,支行\nB2,支行,HQ,支行\nHQ,总行,,总行\n"
    await load(database, "units", text)
    report = await load(database, "units", text.replace("T1,一组,B1", "T1,一组,B2"))
    assert sums(report) == (0, 1, 3)
    async with database.reading() as db:
        units = await people_store.all_units(db)
    team = next(unit for unit in units.by_id.values() if unit.code == "T1")
    assert [unit.code for unit in units.path(team.id)] == ["T1", "B2", "HQ"]


async def test_staff_keep_what_the_file_does_not_say(database):
    await load_all(database)
    async with database.writing() as db:
        person = await people_store.by_code(db, "1003")
        await people_store.change(db, person.id, telegram_id=77, bot=1, language="zh-Hant", notice_accepted_at=NOW)
        await people_store.change(db, (await people_store.by_code(db, "1001")).id, suspended=True)
    report = await load(database, "staff", STAFF.replace("1003,孙,T1,rm,初级", "1003,孙,B1,rm;稽核@HQ,"))
    assert sums(report) == (0, 1, 2)
    async with database.reading() as db:
        units = {unit.code: unit.id for unit in (await people_store.all_units(db)).by_id.values()}
        person = await people_store.by_code(db, "1003")
        first = await people_store.by_code(db, "1001")
    assert (person.telegram_id, person.language, person.notice_accepted_at) == (77, "zh-Hant", NOW)
    assert (person.unit_id, person.level) == (units["B1"], None)
    assert person.grants == {Grant(Role.RM, units["B1"]), Grant(Role.AUDITOR, units["HQ"])}
    assert (first.suspended, first.level) == (True, "senior")


async def test_a_newcomer_starts_with_the_language_of_the_file(database):
    await load_all(database)
    assert [row["language"] for row in await rows_of(database, t.people)] == ["zh-Hans", "zh-Hans", "en"]


async def test_dates_of_access(database):
    await load(database, "units", UNITS)
    await load(database, "staff", "工号,姓名,机构号,角色,失效日期\n1001,赵,B1,rm,2026/8/31\n")
    assert (await rows_of(database, t.people))[0]["active_to"] == date(2026, 8, 31)
    await load(database, "staff", "工号,姓名,机构号,角色\n1001,赵,B1,rm\n")
    assert (await rows_of(database, t.people))[0]["active_to"] == date(2026, 8, 31)


async def test_clients_change_only_in_the_columns_of_the_file(database):
    await load_all(database)
    text = "客户号,别名,条线,管户人,在管\nK1,鼎盛纺织,对公,1002,是\nK2,王女士,零售,1003,否\nK3,新,零售,1003,\n"
    report = await load(database, "clients", text)
    assert sums(report) == (1, 2, 0)
    first, second, third = await rows_of(database, t.clients)
    assert (first["alias"], first["tier"], first["active"]) == ("鼎盛纺织", "platinum", True)
    assert second["active"] is False
    assert third["active"] is True
    assert [(row["month"], row["day"]) for row in await rows_of(database, t.client_dates)] == [(3, 15)]


async def test_a_birthday_alone_is_a_change(database):
    await load_all(database)
    report = await load(database, "clients", CLIENTS.replace("03-15", "03-16"))
    assert sums(report) == (0, 1, 1)
    assert [row["day"] for row in await rows_of(database, t.client_dates)] == [16]
    report = await load(database, "clients", CLIENTS.replace("03-15", ""))
    assert sums(report) == (0, 1, 1)
    assert await rows_of(database, t.client_dates) == []


async def test_learned_places_stay_beside_imported_ones(database):
    await load_all(database)
    async with database.writing() as db:
        client = (await db.execute(select(t.clients.c.id).where(t.clients.c.code == "K1"))).scalar_one()
        learned = {"client_id": client, "label": "厂区", "latitude": 30.0, "longitude": 120.0}
        await db.execute(t.places.insert(), {**learned, "datum": "WGS-84", "origin": "learned", "spread_m": 20.0})
    report = await load(database, "places", PLACES.replace("30.09161", "30.09261"))
    assert sums(report) == (0, 1, 0)
    assert sorted(row["origin"] for row in await rows_of(database, t.places)) == ["imported", "learned"]


async def test_a_client_may_come_with_its_place(database):
    await load(database, "units", UNITS)
    await load(database, "staff", STAFF)
    text = "客户号,别名,条线,管户人,纬度,经度,坐标系\nK1,鼎盛,对公,1003,30.09161,120.50431,GPS\nK2,王,零售,1003,,,\n"
    assert sums(await load(database, "clients", text)) == (2, 0, 0)
    assert sums(await load(database, "clients", text)) == (0, 0, 2)
    assert sums(await load(database, "clients", text.replace("30.09161", "30.09171"))) == (0, 1, 1)
    (place,) = await rows_of(database, t.places)
    assert (place["latitude"], place["label"], place["origin"]) == (30.09171, "", "imported")
    assert sums(await load(database, "clients", CLIENTS)) == (0, 2, 0)  # without the columns the place stays
    assert len(await rows_of(database, t.places)) == 1


async def test_every_import_leaves_one_line_without_names(database):
    await load_all(database)
    lines = await rows_of(database, t.audit)
    assert [line["action"] for line in lines] == ["import.units", "import.staff", "import.clients", "import.places"]
    assert lines[2]["facts"] == {"rows": 2, "new": 2, "changed": 0, "same": 0, "bad": 0}


async def test_comparing_writes_nothing(database):
    await load_all(database)
    async with database.reading() as db:
        there = await known(db, POLICY, "clients")
        report = imports.check_clients(Table("x.csv", list(csv_rows(CLIENTS.replace("K2", "K9")))), there)
        await compare(db, report)
    assert sums(report) == (1, 0, 1)
    assert len(await rows_of(database, t.clients)) == 2
    assert not report.written


async def test_a_refused_file_is_never_written(database):
    report = imports.check_clients(Table("x.csv", list(csv_rows(CLIENTS + "手机,,,,,\n"))), imports.Known())
    report.stops.append(imports.Problem(1, None, "imports-empty"))
    async with database.writing() as db:
        with pytest.raises(ValueError, match="must not"):
            await write(db, report, NOW)


async def test_two_thousand_clients(database):
    """The shape of a long file: several chunks, twice, with a hundredth of the rows changed."""
    await load(database, "units", UNITS)
    await load(database, "staff", STAFF)
    head = "客户号,别名,条线,等级,管户人,生日\n"
    text = head + "".join(
        f"K{n:05d},客户{n},对公,白金,100{n % 3 + 1},{n % 12 + 1:02d}-{n % 28 + 1:02d}\n" for n in range(2_000)
    )
    assert sums(await load(database, "clients", text)) == (2_000, 0, 0)
    assert sums(await load(database, "clients", text)) == (0, 0, 2_000)
    changed = "\n".join(row.replace("白金", "金卡") if row[1:6].endswith("00") else row for row in text.splitlines())
    assert sums(await load(database, "clients", changed)) == (0, 20, 1_980)
    places = "客户号,地点,纬度,经度,坐标系\n" + "".join(
        f"K{n:05d},厂区,30.{n:05d},120.5001,高德\n" for n in range(2_000)
    )
    assert sums(await load(database, "places", places)) == (2_000, 0, 0)
    assert sums(await load(database, "places", places)) == (0, 0, 2_000)


async def test_the_demo_branch(database):
    found = {}
    for turn in range(2):
        for kind in KINDS:
            report = await load(database, kind, imports.read(Path(branch.FOLDER) / f"{kind}.csv"))
            found[turn, kind] = sums(report)
    assert found[0, "staff"] == (12, 0, 0)
    assert found[0, "clients"] == (63, 0, 0)
    assert all(new == changed == 0 for (turn, _), (new, changed, _) in found.items() if turn)
    async with database.reading() as db:
        units = await people_store.all_units(db)
        zhang = await people_store.by_code(db, "1004")
        boss = await people_store.by_id(db, next(supervisors_of(zhang, units)))
        placed = await db.scalar(select(func.count(t.places.c.client_id.distinct())))
        teams = await db.scalar(select(func.count()).select_from(t.units).where(t.units.c.kind == "team"))
    assert (zhang.name, boss.name, teams) == ("张敏", "王芳", 3)
    assert Role.SUPERVISOR in boss.roles
    assert placed == 54
    policies = Policies.load(branch.POLICY)
    parents = {unit.code: units.by_id[unit.parent_id].code if unit.parent_id else None for unit in units.by_id.values()}
    assert policies.against(parents) == []
    assert policies.of(("YZ", "YZ01", "YZ0103", "YZ010302")).outing.mode == "approve"
