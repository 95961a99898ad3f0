"""Every row that is wrong is told by its line and column, with what would be right."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.imports import Known, check_clients, check_holidays, check_places, check_staff, check_units
from bot.imports.reading import csv_rows
from bot.imports.table import Table
from bot.rules.datum import Datum, Point, distance_m, from_wgs84
from bot.text import LANGUAGES, render

KNOWN = Known(
    units={"HQ": None, "B1": "HQ", "T1": "B1"},
    zones={"HQ": "Asia/Shanghai", "B1": "Asia/Urumqi", "T1": "Asia/Urumqi"},
    staff={"1001": "T1", "1002": "B1"},
    clients=frozenset({"K1", "K2"}),
    segments=("corporate", "retail", "rural"),
    levels=("trainee", "junior", "senior"),
)
CHECKS = {
    "units": check_units,
    "staff": check_staff,
    "clients": check_clients,
    "places": check_places,
    "holidays": check_holidays,
}
HEADS = {
    "units": "机构号,机构名称,上级机构,类型,时区,负责人,副职",
    "staff": "工号,姓名,机构号,角色,级别,条线,语言,生效日期,失效日期",
    "clients": "客户号,别名,条线,等级,分类,管户人,机构号,生日,成立日,在管",
    "places": "客户号,地点,纬度,经度,坐标系",
    "holidays": "日期,安排,名称,机构号",
}


def check(kind, text, known=KNOWN):
    return CHECKS[kind](Table("x.csv", list(csv_rows(text))), known)


def rows(kind, *lines, known=KNOWN):
    return check(kind, "\n".join([HEADS[kind], *lines]), known)


def said(problem, language="en"):
    return render(language, problem.key, problem.facts, zone=ZoneInfo("UTC"), html=False)


BAD = [
    ("units", "U1,,HQ,支行", "B (机构名称)", "imports-needed", "fill it in"),
    ("units", "U 1,x,HQ,支行", "A (机构号)", "imports-code-form", "no blanks"),
    ("units", f"{'U' * 41},x,HQ,支行", "A (机构号)", "imports-code-form", "40 at most"),
    ("units", "U1,x,HQ,小店", "D (类型)", "imports-choice", "支行 sub_branch"),
    ("units", "U1,x,HQ,支行,北京", "E (时区)", "imports-zone", "Asia/Shanghai"),
    ("units", "U1,x,U1,支行", "C (上级机构)", "imports-ring", "leads back"),
    ("units", "U1,x,,支行", "C (上级机构)", "imports-root-twice", "HQ"),
    ("units", "U1,x,U9,支行", "C (上级机构)", "imports-parent-unknown", "U9"),
    ("units", "U1,x,HQ,支行,,1001,1001", "G (副职)", "imports-head-is-deputy", "another deputy"),
    ("units", "U1,=A1,HQ,支行", "B (机构名称)", "imports-formula", "paste the value"),
    ("units", f"U1,{'行' * 121},HQ,支行", "B (机构名称)", "imports-longer-than", "120"),
    ("units", "U1,x,HQ,支行,,,,,y", None, "imports-more-cells", "double quotes"),
    ("staff", "2001,李,U9,rm", "C (机构号)", "imports-unit-unknown", "U9"),
    ("staff", "2001,李,T1,", "D (角色)", "imports-needed", "fill it in"),
    ("staff", "2001,李,T1,客户经理;老板", "D (角色)", "imports-role", "老板"),
    ("staff", "2001,李,T1,supervisor@U9", "D (角色)", "imports-unit-unknown", "U9"),
    ("staff", "2001,李,T1,rm,大师", "E (级别)", "imports-choice", "trainee, junior, senior"),
    ("staff", "2001,李,T1,rm,,大堂", "F (条线)", "imports-choice", "corporate, retail, rural"),
    ("staff", "2001,李,T1,rm,,,法语", "G (语言)", "imports-choice", "zh-Hant"),
    ("staff", "2001,李,T1,rm,,,,去年", "H (生效日期)", "imports-date", "2026-01-31"),
    ("staff", "2001,李,T1,rm,,,,2026-02-30", "H (生效日期)", "imports-date", "2026-01-31"),
    ("staff", "2001,李,T1,rm,,,,2026-02-01,2026-01-01", "I (失效日期)", "imports-date-order", "before the first"),
    ("clients", "K9,,对公,,,1001", "B (别名)", "imports-needed", "fill it in"),
    ("clients", "K9,x,私人银行,,,1001", "C (条线)", "imports-choice", "corporate"),
    ("clients", "K9,x,对公,,,9999", "F (管户人)", "imports-staff-unknown", "9999"),
    ("clients", "K9,x,对公,,,,U9", "G (机构号)", "imports-unit-unknown", "U9"),
    ("clients", "K9,x,对公,,,,", "F (管户人)", "imports-keeper-or-unit", "both"),
    ("clients", "K9,x,对公,,,1001,,13-40", "H (生日)", "imports-month-day", "03-15"),
    ("clients", "K9,x,对公,,,1001,,,,也许", "J (在管)", "imports-yes-no", "yes or no"),
    ("clients", "K9,张先生13912345678,对公,,,1001", "B (别名)", "imports-digits", "11 or more digits"),
    ("clients", "K9,张先生139 1234 5678,对公,,,1001", "B (别名)", "imports-digits", "take it out"),
    ("clients", "110101199003074477,x,对公,,,1001", "A (客户号)", "imports-digits", "identity"),
    ("clients", "6.22202E+18,x,对公,,,1001", "A (客户号)", "imports-rounded", "make the column text"),
    ("places", "K9,厂区,30.09161,120.50431,高德", "A (客户号)", "imports-client-unknown", "K9"),
    ("places", "K1,厂区,120.50431,30.09161,高德", "C (纬度)", "imports-swapped", "swap them"),
    ("places", "K1,厂区,99.09161,190.50431,高德", "C (纬度)", "imports-latitude", "-90 and 90"),
    ("places", "K1,厂区,30.09161,190.50431,高德", "D (经度)", "imports-longitude", "-180 and 180"),
    ("places", "K1,厂区,30°5',120.5,高德", "C (纬度)", "imports-degrees", "31.29864"),
    ("places", "K1,厂区,30.09,120.504,高德", "C (纬度)", "imports-coarse", "four decimals"),
    ("places", "K1,厂区,0.0000,0.0000,GPS", "C (纬度)", "imports-coarse", "four decimals"),
    ("places", "K1,厂区,,120.50431,高德", "C (纬度)", "imports-needed", "fill it in"),
    ("places", "K1,厂区,30.09161,120.50431,", "E (坐标系)", "imports-needed", "fill it in"),
    ("places", "K1,厂区,30.09161,120.50431,北京54", "E (坐标系)", "imports-choice", "BD-09 (百度)"),
    ("holidays", "2026-02-30,放假,春节,", "A (日期)", "imports-date", "2026-01-31"),
    ("holidays", ",放假,春节,", "A (日期)", "imports-needed", "fill it in"),
    ("holidays", "1026-02-20,放假,春节,", "A (日期)", "imports-date", "2026-01-31"),
    ("holidays", "2026-02-20,也许,春节,", "B (安排)", "imports-choice", "放假 free"),
    ("holidays", "2026-02-20,放假,春节,U9", "D (机构号)", "imports-unit-unknown", "U9"),
    ("holidays", "2026/10/1,上班,国庆,HQ", "A (日期)", "imports-twice", "line 2"),
]


@pytest.mark.parametrize(("kind", "line", "column", "key", "says"), BAD)
def test_a_bad_row_is_told_by_line_and_column(kind, line, column, key, says):
    good = {
        "units": ("G1,好,HQ,支行", "G2,好,HQ,支行"),
        "staff": ("3001,好,T1,rm", "3002,好,T1,rm"),
        "clients": ("K8,好,对公,,,1001", "K7,好,对公,,,1001"),
        "places": ("K2,好,30.09161,120.50431,高德", "K2,乙,30.09161,120.50431,高德"),
        "holidays": ("2026-10-01,放假,国庆,", "2026年10月10日,调休上班,,T1"),
    }
    report = rows(kind, *good[kind], line)
    (problem,) = report.problems
    assert (problem.line, problem.column, problem.key) == (4, column, key)
    assert says in said(problem)
    assert (len(report.ready), report.bad, report.usable, report.fine) == (2, 1, True, False)
    for language in LANGUAGES:
        assert said(problem, language)


def test_no_sentence_repeats_a_long_number():
    number = "110101199003074477"
    good = [f"G{each},好,对公,,,1001,T1" for each in range(9)]
    bad = [f"K9,x,{number},,,{number},T1", f"K10,{number},对公,,,1001,T1", f"K11,x,对公,,,1001,{number}"]
    report = rows("clients", *good, *bad)
    assert len(report.problems) == 4
    for problem in report.problems:
        for language in LANGUAGES:
            assert number[:8] not in said(problem, language)
            assert number[6:14] not in said(problem, language)


def test_several_mistakes_of_one_row_are_told_at_once():
    report = rows("clients", "K 9,,私人银行,,,9999,,99-99")
    assert [problem.column[0] for problem in report.problems] == ["A", "B", "C", "F", "H"]
    assert report.bad == 1


def test_a_repeated_code_is_told_with_the_first_line():
    report = rows("clients", "K9,x,对公,,,1001", "K8,y,对公,,,1001", "K9,z,对公,,,1001")
    (problem,) = report.problems
    assert (problem.line, problem.key) == (4, "imports-twice")
    assert "line 2" in said(problem)
    assert [row.line for row in report.ready] == [2, 3]


def test_two_places_of_a_client_differ_by_label():
    report = rows(
        "places", "K1,厂区,30.09161,120.50431,高德", "K1,展厅,30.09161,120.50432,高德", "K1,厂区,30.1001,120.1,GPS"
    )
    assert [problem.line for problem in report.problems] == [4]


# ---------------------------------------------------------------- what becomes of good rows


def test_units_take_the_zone_of_the_unit_above():
    report = rows("units", "T9,九组,N1,组", "N1,新支行,B1,网点", "N2,另一支行,HQ,分行,Asia/Hong_Kong,5001,")
    assert report.fine
    assert [row.values["zone"] for row in report.ready] == ["Asia/Urumqi", "Asia/Urumqi", "Asia/Hong_Kong"]
    assert report.ready[0].values == {
        "code": "T9",
        "name": "九组",
        "parent": "N1",
        "kind": "team",
        "zone": "Asia/Urumqi",
        "head": None,
        "deputy": None,
    }
    assert report.ready[2].values["head"] == "5001"


def test_rows_below_a_bad_row_are_bad_too():
    report = rows("units", "A,一,HQ,支行", "B,二,C,组", "C,三,D,组", "D,四,NO,组", "E,五,F,组", "F,六,E,组")
    assert [row.values["code"] for row in report.ready] == ["A"]
    assert [problem.line for problem in report.problems] == [3, 4, 5, 6, 7]


def test_a_new_bank_has_one_root():
    report = rows("units", "Z,总行,,总行", "Y,支行,Z,支行", "X,另一个总行,,总行", known=Known())
    assert [problem.line for problem in report.problems] == [4]
    assert report.ready[0].values["zone"] == "Asia/Shanghai"


def test_a_move_of_a_known_unit_can_make_a_ring():
    report = rows("units", "B1,支行,T1,支行")
    assert [problem.key for problem in report.problems] == ["imports-ring"]


@given(st.dictionaries(st.sampled_from("ABCDEFG"), st.sampled_from("ABCDEFGX"), min_size=1))
def test_what_is_ready_is_always_a_tree(parents):
    report = rows(
        "units", *[f"{code},x,{parent if parent != 'X' else ''},组" for code, parent in parents.items()], known=Known()
    )
    kept = {row.values["code"]: row.values["parent"] for row in report.ready}
    assert sum(parent is None for parent in kept.values()) <= 1
    for code in kept:
        steps = 0
        while kept[code] is not None:
            code, steps = kept[code], steps + 1
            assert code in kept
            assert steps <= len(kept)


def test_roles_are_a_set_each_with_a_unit():
    report = rows("staff", "2001,李,T1,客户经理；主管@B1、Administrator@HQ", '2002,王,B1,"rm, rm,稽核"')
    first, second = (row.values["roles"] for row in report.ready)
    assert first == {("rm", "T1"), ("supervisor", "B1"), ("administrator", "HQ")}
    assert second == {("rm", "B1"), ("auditor", "B1")}


@pytest.mark.parametrize(
    "cell",
    ["rm supervisor@B1", "RM/supervisor @ B1", "Relationship Manager + department manager@B1", "客户经理 部经理＠B1"],
)
def test_roles_in_many_ways(cell):
    (row,) = rows("staff", f"2001,李,T1,{cell}").ready
    assert row.values["roles"] == {("rm", "T1"), ("supervisor", "B1")}


def test_a_client_may_come_with_its_place():
    text = "客户号,别名,条线,管户人,纬度,经度,坐标系\nK9,x,对公,1001,30.09161,120.50431,GPS\nK8,y,对公,1001,,,\n"
    report = check("clients", text)
    assert report.fine
    first, second = (row.values for row in report.ready)
    assert (first["latitude"], first["longitude"], first["datum"]) == (30.09161, 120.50431, "WGS-84")
    assert "latitude" not in second
    report = check("clients", text.replace("GPS", ""))
    assert [(each.line, each.column, each.key) for each in report.problems] == [(2, "G (坐标系)", "imports-needed")]
    report = check("clients", "客户号,别名,条线,管户人,纬度,经度\nK9,x,对公,1001,30.09161,120.50431\n")
    assert [each.facts["wanted"] for each in report.stops] == ["坐标系 / datum"]


def test_a_cell_is_told_once():
    text = "客户号,别名,条线,管户人,纬度,经度,坐标系\nK9,x,对公,1001,=A1,120.50431,GPS\n"
    assert [each.key for each in check("clients", text).problems] == ["imports-formula"]


def test_a_name_list_row():
    report = rows("staff", "２００１,李敏,T1,rm,中级见习,对公,繁體,2026年1月5日,20261231".replace("中级见习", "见习"))
    assert report.fine
    values = report.ready[0].values
    assert (values["code"], values["level"], values["segment"], values["language"]) == (
        "2001",
        "trainee",
        "corporate",
        "zh-Hant",
    )
    assert (values["active_from"], values["active_to"]) == (date(2026, 1, 5), date(2026, 12, 31))


def test_a_client_row():
    report = rows("clients", "K9,王女士(白金),零售,鉑金,自定,1001,,1990年3月15日,0229,否")
    assert report.fine
    assert report.ready[0].values == {
        "code": "K9",
        "alias": "王女士(白金)",
        "segment": "retail",
        "tier": "platinum",
        "class_": "自定",
        "keeper": "1001",
        "unit": "T1",  # the keeper's
        "active": False,
        "birthday": (3, 15),  # the year is not kept
        "anniversary": (2, 29),
    }


def test_columns_that_are_not_there_are_not_touched():
    report = check("clients", "客户号,别名,条线,管户人\nK9,x,对公,1001\n")
    assert set(report.ready[0].values) == {"code", "alias", "segment", "keeper", "unit"}


@pytest.mark.parametrize(
    ("words", "datum"),
    [
        ("高德", Datum.GCJ02),
        ("腾讯地图", Datum.GCJ02),
        ("gcj02", Datum.GCJ02),
        ("GCJ-02", Datum.GCJ02),
        ("百度", Datum.BD09),
        ("bd09ll", Datum.BD09),
        ("GPS", Datum.WGS84),
        ("wgs 84", Datum.WGS84),
        ("騰訊", Datum.GCJ02),
    ],
)
def test_places_are_turned_into_what_a_phone_measures(words, datum):
    true = Point(30.0916, 120.5043)
    drawn = from_wgs84(true, datum)
    report = rows("places", f"K1,厂区,{drawn.latitude:.8f},{drawn.longitude:.8f},{words}")
    values = report.ready[0].values
    assert values["datum"] == datum
    assert distance_m(Point(values["latitude"], values["longitude"]), true) < 0.3


@pytest.mark.parametrize("together", ["120.50431,30.09161", "30.09161，120.50431", "(120.50431 30.09161)"])
def test_both_figures_in_one_cell(together):
    report = check("places", f'客户号;地点;坐标;坐标系\nK1;厂区;"{together}";GPS\n')
    values = report.ready[0].values
    assert (values["latitude"], values["longitude"]) == (30.09161, 120.50431)


@pytest.mark.parametrize("together", ["120.50431", "a,b", "10.50431,200.09161", "1,2,3"])
def test_one_cell_that_is_no_point(together):
    report = check("places", f'客户号;地点;坐标;坐标系\nK1;厂区;"{together}";GPS\n')
    assert [problem.key for problem in report.problems] == ["imports-coordinates"]


# ---------------------------------------------------------------- headers


def test_a_title_above_the_headers_and_remarks_in_them():
    text = "客户导入模板,,,\n填写说明：红色必填,,,\n*客户号(必填),别名（简称）, 条线 ,管户人【工号】\nK9,x,对公,1001\n"
    report = check("clients", text)
    assert report.fine
    assert report.ready[0].line == 4


@pytest.mark.parametrize(
    "header",
    [
        "code,alias,segment,keeper",
        "Client Code,Alias,SEGMENT,RM",
        "client_id,short-name,segment,account manager",
        "客戶編號,簡稱,業務條線,管戶客戶經理",
        "客户编号,客户简称,客群,客户经理工号",
    ],
)
def test_many_spellings(header):
    assert check("clients", f"{header}\nK9,x,对公,1001\n").fine


def test_a_missing_column_is_named_as_it_may_be_written():
    report = check("clients", "客户号,别名,管户人\nK9,x,1001\n")
    (problem,) = report.stops
    assert (problem.line, problem.key) == (1, "imports-missing-column")
    assert "条线 / segment" in said(problem)
    assert not report.usable


def test_places_need_a_point():
    report = check("places", "客户号,地点,纬度,坐标系\nK1,x,30.1111,GPS\n")
    assert [problem.facts["wanted"] for problem in report.stops] == ["经度 / longitude"]


def test_one_thing_in_two_columns():
    report = check("clients", "客户号,客户编号,别名,条线\nK9,K9,x,对公\n")
    (problem,) = report.stops
    assert (problem.column, problem.key) == ("B (客户编号)", "imports-column-twice")


@pytest.mark.parametrize(("text", "key"), [("", "imports-empty"), ("a,b\n1,2\n", "imports-no-header")])
def test_no_headers(text, key):
    report = check("clients", text)
    assert [problem.key for problem in report.stops] == [key]
    assert "客户号 / code" in said(report.stops[0])


def test_columns_that_nobody_asked_for_are_named():
    report = check("clients", "客户号,别名,条线,管户人,备注,法人\nK9,x,对公,1001,好,张\n")
    assert report.fine
    assert report.ignored == ["E (备注)", "F (法人)"]
