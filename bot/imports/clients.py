"""Checking files of clients and of their places: as little as the bot needs, and no number that names anybody."""

import re
from typing import Any

from bot.imports.cells import Cells, Progress, by_names, each_row, without_repeats
from bot.imports.columns import plain, sheet_of
from bot.imports.report import Known, Problem, Report
from bot.imports.staff import SEGMENTS, named_as
from bot.imports.table import Table
from bot.rules.datum import Datum, Point, to_wgs84

TIERS = by_names(
    {
        "diamond": "钻石 钻石卡 钻石客户",
        "platinum": "白金 白金卡 铂金 白金客户",
        "gold": "金卡 黄金 黄金卡 金卡客户",
        "ordinary": "普通 大众 普卡 一般",
        "high": "高 高价值",
        "normal": "一般户",
        "borrower": "贷款户 借款户 贷户",
        "premium_core": "核心 核心客户 核心优质",
        "premium_ordinary": "优质 优质客户 普通优质",
        "potential": "潜力 潜力客户",
        "to_be_won": "待拓展 目标客户 待拓展客户",
    }
)
DATUMS = by_names(
    {
        Datum.WGS84: "GPS 原始 手机定位 国际 谷歌地球 天地图 CGCS2000 EPSG4326",
        Datum.GCJ02: "高德 高德地图 腾讯 腾讯地图 火星 火星坐标 国测局 微信 Amap Gaode Tencent Mars",
        Datum.BD09: "百度 百度地图 百度坐标 Baidu BD09LL",
    }
)
DATUMS_SHOWN = "WGS-84 (GPS), GCJ-02 (高德 / 腾讯), BD-09 (百度)"
CHINA_LATITUDES, CHINA_LONGITUDES = (3.0, 54.0), (73.0, 136.0)


def check_clients(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a file of clients beside the units and staff there are.

    Values of a ready row: code, alias, segment, and where the file has the column: tier, class_, keeper (staff
    code), unit (code; else the keeper's), active, birthday and anniversary ((month, day); years are not kept).
    """
    sheet = sheet_of("clients", table)
    report = sheet.report
    if not report.usable:
        return report
    segments = named_as(known.segments, SEGMENTS)
    shown = ", ".join(known.segments)

    def check(cells: Cells) -> dict[str, Any]:
        values: dict[str, Any] = {
            "code": cells.code("code", needed=True),
            "alias": cells.text("alias", 80, needed=True),
            "segment": cells.choice("segment", segments, shown, needed=True),
        }
        for label in ("tier", "class_"):
            if cells.has(label):
                said = cells.text(label, 40)
                values[label] = TIERS.get(plain(said), said) if said else None
        keeper, unit = cells.code("keeper"), cells.code("unit")
        if keeper and keeper not in known.staff:
            cells.problem("keeper", "imports-staff-unknown", code=cells.quoted(keeper))
        if unit and unit not in known.units:
            cells.problem("unit", "imports-unit-unknown", unit=cells.quoted(unit))
        if not keeper and not unit and not cells.bad:
            cells.problem("keeper", "imports-keeper-or-unit")
        if cells.has("keeper"):
            values["keeper"] = keeper
        if unit or keeper:
            values["unit"] = unit or known.staff.get(keeper or "")
        if cells.has("active"):
            active = cells.flag("active")
            values["active"] = True if active is None else active
        for day in ("birthday", "anniversary"):
            if cells.has(day):
                values[day] = cells.month_and_day(day)
        return values

    ready = each_row(sheet, known.digits_from, check, progress)
    report.ready = without_repeats(sheet, ready, "code", lambda row: row.values["code"])
    report.problems.sort(key=lambda problem: problem.line)
    return report


def check_places(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a file of places beside the clients there are.

    Values of a ready row: client (code), label, latitude and longitude in WGS-84 (converted here, once, and
    rounded to a tenth of a metre), and the datum they were given in (T39).
    """
    sheet = sheet_of("places", table)
    report = sheet.report
    together = "coordinates" in sheet.columns
    if report.usable and not together:
        for missing in [name for name in ("latitude", "longitude") if name not in sheet.columns]:
            wanted = {"latitude": "纬度 / latitude", "longitude": "经度 / longitude"}[missing]
            report.stops.append(Problem(1, None, "imports-missing-column", {"wanted": wanted}))
    if not report.usable:
        return report

    def check(cells: Cells) -> dict[str, Any] | None:
        client = cells.code("client", needed=True)
        if client and client not in known.clients:
            cells.problem("client", "imports-client-unknown", code=cells.quoted(client))
        label = cells.text("label", 120) or ""
        datum = cells.choice("datum", DATUMS, DATUMS_SHOWN, needed=True)
        point = point_together(cells) if together else point_apart(cells)
        if point is None or datum is None or cells.bad:
            return None
        exact = to_wgs84(point, Datum(datum))
        return {
            "client": client,
            "label": label,
            "latitude": round(exact.latitude, 6),
            "longitude": round(exact.longitude, 6),
            "datum": str(datum),
        }

    ready = each_row(sheet, known.digits_from, check, progress)
    report.ready = without_repeats(sheet, ready, "client", lambda row: (row.values["client"], row.values["label"]))
    report.problems.sort(key=lambda problem: problem.line)
    return report


def point_apart(cells: Cells) -> Point | None:
    """Latitude and longitude from their columns."""
    cells.needed("latitude"), cells.needed("longitude")
    if cells.bad:
        return None
    latitude, longitude = cells.number("latitude"), cells.number("longitude")
    if latitude is None or longitude is None:
        return None
    if abs(latitude) > 90 and abs(longitude) <= 90:
        cells.problem("latitude", "imports-swapped")
        return None
    if abs(latitude) > 90:
        cells.problem("latitude", "imports-latitude")
        return None
    if abs(longitude) > 180:
        cells.problem("longitude", "imports-longitude")
        return None
    return precise(cells, "latitude", Point(latitude, longitude), cells.raw("latitude"), cells.raw("longitude"))


def point_together(cells: Cells) -> Point | None:
    """Both from one cell, as map sites give them. Chinese ones write the longitude first; within China the figures
    themselves tell which is which."""
    said = re.split(r"[,，;；\s]+", cells.needed("coordinates").strip("()（）[] "))
    if cells.bad:
        return None
    if len(said) != 2 or not all(re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{1,17})?", each) for each in said):
        cells.problem("coordinates", "imports-coordinates")
        return None
    for north, east in ((said[1], said[0]), (said[0], said[1])):
        latitude, longitude = float(north), float(east)
        if within(latitude, CHINA_LATITUDES) and within(longitude, CHINA_LONGITUDES):
            return precise(cells, "coordinates", Point(latitude, longitude), north, east)
    cells.problem("coordinates", "imports-coordinates")
    return None


def precise(cells: Cells, field: str, point: Point, *said: str) -> Point | None:
    """The point, if it says where a door is and not where a district is."""
    if point == (0.0, 0.0) or max(len(each.partition(".")[2]) for each in said) < 4:
        cells.problem(field, "imports-coarse")
        return None
    return point


def within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] < value < bounds[1]
