"""Checking a file of clients: as little as the bot needs, and no number that names anybody (section 6.2)."""

from typing import Any

from bot.imports.cells import Cells, Progress, by_names, each_row, without_repeats
from bot.imports.columns import plain, sheet_of
from bot.imports.places import need_a_point, place_of
from bot.imports.report import Known, Report
from bot.imports.staff import SEGMENTS, named_as
from bot.imports.table import Table

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


def check_clients(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a file of clients beside the units and staff there are.

    Values of a ready row: code, alias, segment, and where the file has the column: tier, class_, keeper (staff
    code), unit (code; else the keeper's), active, birthday and anniversary ((month, day); years are not kept),
    told_visit and told_call (when the client was last seen and called before the bot knew; dates).
    A file may also say where a client is: then latitude, longitude and datum as `check_places` gives them.
    """
    sheet = sheet_of("clients", table)
    report = sheet.report
    placed = bool({"latitude", "longitude", "coordinates"} & set(sheet.columns))
    if report.usable and placed:
        need_a_point(sheet)
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
        for told in ("told_visit", "told_call"):
            if cells.has(told):
                values[told] = cells.day(told)
        if placed and any(map(cells.raw, ("latitude", "longitude", "coordinates"))):
            values |= place_of(cells)
        return values

    ready = each_row(sheet, known.digits_from, check, progress)
    report.ready = without_repeats(sheet, ready, "code", lambda row: row.values["code"])
    report.problems.sort(key=lambda problem: problem.line)
    return report
