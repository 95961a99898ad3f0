"""Checking a file of places: where clients are, in WGS-84 whatever map the figures were read from (T39)."""

import re
from typing import Any

from bot.imports.cells import Cells, Progress, by_names, each_row, without_repeats
from bot.imports.columns import Sheet, sheet_of
from bot.imports.report import Known, Problem, Report
from bot.imports.table import Table
from bot.rules.datum import Datum, Point, to_wgs84

DATUMS = by_names(
    {
        Datum.WGS84: "GPS 原始 手机定位 国际 谷歌地球 天地图 CGCS2000 EPSG4326",
        Datum.GCJ02: "高德 高德地图 腾讯 腾讯地图 火星 火星坐标 国测局 微信 Amap Gaode Tencent Mars",
        Datum.BD09: "百度 百度地图 百度坐标 Baidu BD09LL",
    }
)
DATUMS_SHOWN = "WGS-84 (GPS), GCJ-02 (高德 / 腾讯), BD-09 (百度)"
CHINA_LATITUDES, CHINA_LONGITUDES = (3.0, 54.0), (73.0, 136.0)


def check_places(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a file of places beside the clients there are.

    Values of a ready row: client (code), label, latitude and longitude in WGS-84 (converted here, once, and
    rounded to a tenth of a metre), and the datum they were given in.
    """
    sheet = sheet_of("places", table)
    report = sheet.report
    if report.usable:
        need_a_point(sheet)
    if not report.usable:
        return report

    def check(cells: Cells) -> dict[str, Any]:
        client = cells.code("client", needed=True)
        if client and client not in known.clients:
            cells.problem("client", "imports-client-unknown", code=cells.quoted(client))
        return {"client": client, "label": cells.text("label", 120) or "", **place_of(cells)}

    ready = each_row(sheet, known.digits_from, check, progress)
    report.ready = without_repeats(sheet, ready, "client", lambda row: (row.values["client"], row.values["label"]))
    report.problems.sort(key=lambda problem: problem.line)
    return report


def need_a_point(sheet: Sheet) -> None:
    """Note as stops the columns that are missing from a file that says where something is."""
    wanted = {"datum": "坐标系 / datum"}
    if "coordinates" not in sheet.columns:
        wanted |= {"latitude": "纬度 / latitude", "longitude": "经度 / longitude"}
    for name, shown in wanted.items():
        if name not in sheet.columns:
            sheet.report.stops.append(Problem(sheet.header_line, None, "imports-missing-column", {"wanted": shown}))


def place_of(cells: Cells) -> dict[str, Any]:
    """Latitude and longitude in WGS-84 and the datum they were given in; nothing where one of them is wrong."""
    datum = cells.choice("datum", DATUMS, DATUMS_SHOWN, needed=True)
    point = point_together(cells) if cells.has("coordinates") else point_apart(cells)
    if point is None or datum is None:
        return {}
    exact = to_wgs84(point, Datum(datum))
    return {"latitude": round(exact.latitude, 6), "longitude": round(exact.longitude, 6), "datum": str(datum)}


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
