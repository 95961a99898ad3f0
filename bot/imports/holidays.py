"""Checking a file of days: which are worked and which are free, for the whole bank or one unit and those below it."""

from typing import Any

from bot.imports.cells import Cells, Progress, by_names, each_row, without_repeats
from bot.imports.columns import sheet_of
from bot.imports.report import Known, Report
from bot.imports.table import Table

WORKED = by_names(
    {
        "worked": "上班 调休上班 补班 工作日 班 Work Workday Working MakeUp 是",
        "free": "放假 休 休息 假 节假日 假日 公休 Off Holiday Rest DayOff 否",
    }
)
SHOWN = "上班 worked, 放假 free"
YEARS = range(2000, 2100)


def check_holidays(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a file of days beside the units there are.

    Values of a ready row: unit (code; the bank's topmost where the file names none), day (date), worked (bool) and
    name (or None) where the file has that column.
    """
    sheet = sheet_of("holidays", table)
    report = sheet.report
    if not report.usable:
        return report
    top = next((code for code, parent in known.units.items() if parent is None), None)

    def check(cells: Cells) -> dict[str, Any]:
        unit = cells.code("unit") or top
        if unit is None or unit not in known.units:
            cells.problem("unit", "imports-unit-unknown", unit=cells.quoted(unit or "—"))
        cells.needed("day")
        day = cells.day("day")
        if day is not None and day.year not in YEARS:
            cells.problem("day", "imports-date")
        worked = cells.choice("worked", WORKED, SHOWN, needed=True)
        values: dict[str, Any] = {"unit": unit, "day": day, "worked": worked == "worked"}
        if cells.has("name"):
            values["name"] = cells.text("name", 60)
        return values

    ready = each_row(sheet, known.digits_from, check, progress)
    report.ready = without_repeats(sheet, ready, "day", lambda row: (row.values["unit"], row.values["day"]))
    report.problems.sort(key=lambda problem: problem.line)
    return report
