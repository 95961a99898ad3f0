"""Checking a file of units: codes, kinds, zones, and that they make a tree with one root."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.imports.cells import Cells, Progress, by_names, each_row, without_repeats
from bot.imports.columns import Sheet, sheet_of
from bot.imports.report import Known, Problem, Ready, Report
from bot.imports.table import Table
from bot.policy_keys import is_zone

KINDS = by_names(
    {
        "head_office": "总行 总部 联社 HQ HeadQuarters",
        "branch": "分行 一级分行 二级分行 区分行 市分行 管辖支行",
        "sub_branch": "支行 网点 营业部 分理处 Outlet",
        "department": "部门 部 中心 Dept Centre Center",
        "team": "团队 组 小组 Group",
    }
)
SHOWN = "总行 head_office, 分行 branch, 支行 sub_branch, 部门 department, 团队 team"


def check_units(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a file of units beside the units there are.

    Values of a ready row: code, name, parent (code or None), kind, zone, and head and deputy (staff codes or
    None) where the file has those columns. A head may be a code that is not known yet: staff come later.
    """
    sheet = sheet_of("units", table)
    report = sheet.report
    if not report.usable:
        return report
    ready = each_row(sheet, known.digits_from, check_unit, progress)
    ready = without_repeats(sheet, ready, "code", lambda row: row.values["code"])
    ready = in_one_tree(sheet, ready, known)
    report.ready = with_zones(ready, known)
    report.problems.sort(key=lambda problem: problem.line)
    return report


def check_unit(cells: Cells) -> dict[str, Any]:
    values: dict[str, Any] = {
        "code": cells.code("code", needed=True),
        "name": cells.text("name", 120, needed=True),
        "parent": cells.code("parent"),
        "kind": cells.choice("kind", KINDS, SHOWN, needed=True),
        "zone": cells.raw("zone") or None,
    }
    if values["zone"] and not is_zone(values["zone"]):
        cells.problem("zone", "imports-zone")
    if values["parent"] and values["parent"] == values["code"]:
        cells.problem("parent", "imports-ring")
    for post in ("head", "deputy"):
        if cells.has(post):
            values[post] = cells.code(post)
    if values.get("head") and values.get("head") == values.get("deputy"):
        cells.problem("deputy", "imports-head-is-deputy")
    return values


def in_one_tree(sheet: Sheet, ready: list[Ready], known: Known) -> list[Ready]:
    """The rows whose way up ends at the one root; the others are problems.

    A row below a bad row is bad itself, so the check is repeated until nothing changes.
    """
    problems, column = sheet.report.problems, sheet.column(sheet.columns["parent"])
    moved = {row.values["code"] for row in ready}
    roots = [code for code, parent in known.units.items() if parent is None and code not in moved]
    for row in [row for row in ready if row.values["parent"] is None]:
        if roots:
            problems.append(Problem(row.line, column, "imports-root-twice", {"root": roots[0]}))
            ready = [each for each in ready if each is not row]
        else:
            roots.append(row.values["code"])
    while True:
        parents = {**known.units, **{row.values["code"]: row.values["parent"] for row in ready}}
        kept = []
        for row in ready:
            key = wrong_way_up(row.values["code"], parents)
            if key is None:
                kept.append(row)
            else:
                problems.append(Problem(row.line, column, key, {"parent": row.values["parent"]}))
        if len(kept) == len(ready):
            return kept
        ready = kept


def wrong_way_up(code: str, parents: Mapping[str, str | None]) -> str | None:
    """Why the way up from a unit doesn't end at the root, as the key of a sentence; None if it does."""
    seen = {code}
    here = parents[code]
    while here is not None:
        if here not in parents:
            return "imports-parent-unknown"
        if here in seen:
            return "imports-ring"
        seen.add(here)
        here = parents[here]
    return None


def with_zones(ready: list[Ready], known: Known) -> list[Ready]:
    """A unit that names no zone lives in its parent's."""
    said = {row.values["code"]: row.values for row in ready}

    def zone(code: str | None) -> str:
        if code is None:
            return known.zone
        if code not in said:
            return known.zones.get(code, known.zone)
        return said[code]["zone"] or zone(said[code]["parent"])

    return [replace(row, values={**row.values, "zone": zone(row.values["code"])}) for row in ready]
