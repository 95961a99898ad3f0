"""Checking the name list: staff with their unit and their set of roles (1.3, D32, SY36)."""

import re
from collections.abc import Iterator
from typing import Any

from bot.imports.cells import Cells, Progress, by_names, each_row, without_repeats
from bot.imports.columns import plain, sheet_of
from bot.imports.report import Known, Report
from bot.imports.table import Table
from bot.rules.people import Role

ROLES = by_names(
    {
        Role.RM: "客户经理 公司客户经理 个人客户经理 理财经理 营销经理 RelationshipManager",
        Role.TEAM_LEADER: "团队长 团队负责人 组长",
        Role.SUPERVISOR: "主管 部经理 部门经理 部主任 客户经理主管 网点负责人 DepartmentManager",
        Role.LEADER: "主管行领导 分管领导 分管行长 行长 副行长 LeaderInCharge President",
        Role.CLERK: "综合信息员 综合信息人员 信息员 综合员 InformationClerk",
        Role.AUDITOR: "稽核 稽核员 审计 审计员 内审 Audit",
        Role.ADMINISTRATOR: "管理员 系统管理员 Admin",
    }
)
ROLES_SHOWN = (
    "客户经理 rm, 团队长 team_leader, 主管 supervisor, 主管行领导 leader, 综合信息员 clerk, 稽核 auditor,"
    " 管理员 administrator"
)
SEGMENTS = {
    "corporate": "对公 公司 公司业务 公司条线",
    "retail": "零售 个人 个人业务 零售条线",
    "lobby_wealth": "大堂 理财 大堂理财 财富 Wealth Lobby",
    "rural": "农村 三农 涉农 小微",
}
LEVELS = {
    "trainee": "见习 见习客户经理",
    "junior": "初级 初级客户经理",
    "intermediate": "中级 中级客户经理",
    "senior": "高级 高级客户经理",
    "supervisor": "主管 主管级",
}
LANGUAGES = by_names(
    {
        "zh-Hans": "简体 简体中文 中文 简中 zh zh-CN Chinese",
        "zh-Hant": "繁体 繁体中文 zh-TW zh-HK",
        "en": "英文 英语 English",
    }
)


def check_staff(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a name list beside the units there are.

    Values of a ready row: code, name, unit (code), roles (a frozenset of (role, unit code)), and where the file
    has the column: level, segment, language, active_from, active_to, worked_since.
    """
    sheet = sheet_of("staff", table)
    report = sheet.report
    if not report.usable:
        return report
    segments = named_as(known.segments, SEGMENTS)
    levels = named_as(known.levels, LEVELS)

    def check(cells: Cells) -> dict[str, Any]:
        unit = cells.code("unit", needed=True)
        if unit and unit not in known.units:
            cells.problem("unit", "imports-unit-unknown", unit=cells.quoted(unit))
        values: dict[str, Any] = {
            "code": cells.code("code", needed=True),
            "name": cells.text("name", 120, needed=True),
            "unit": unit,
            "roles": roles_of(cells, unit, known),
        }
        if cells.has("level"):
            values["level"] = cells.choice("level", levels, ", ".join(known.levels))
        if cells.has("segment"):
            values["segment"] = cells.choice("segment", segments, ", ".join(known.segments))
        if cells.has("language"):
            values["language"] = cells.choice("language", LANGUAGES, "zh-Hans 简体, zh-Hant 繁體, en English")
        for end in ("active_from", "active_to", "worked_since"):
            if cells.has(end):
                values[end] = cells.day(end)
        first, last = values.get("active_from"), values.get("active_to")
        if first and last and first > last:
            cells.problem("active_to", "imports-date-order")
        return values

    ready = each_row(sheet, known.digits_from, check, progress)
    report.ready = without_repeats(sheet, ready, "code", lambda row: row.values["code"])
    report.problems.sort(key=lambda problem: problem.line)
    return report


def roles_of(cells: Cells, unit: str | None, known: Known) -> frozenset[tuple[str, str]]:
    """The roles of a cell such as `客户经理; supervisor@U01`; a role without a unit is held over one's own."""
    held: set[tuple[str, str]] = set()
    for said in each_role(cells.needed("roles")):
        name, _, scope = said.partition("@")
        role = ROLES.get(plain(name))
        if role is None:
            cells.problem("roles", "imports-role", said=cells.quoted(said), choices=ROLES_SHOWN)
        elif scope and scope not in known.units:
            cells.problem("roles", "imports-unit-unknown", unit=cells.quoted(scope))
        elif scope or unit:
            held.add((role, scope or unit or ""))
    return frozenset(held)


def each_role(cell: str) -> Iterator[str]:
    """The roles of a cell; blanks separate them too, unless they stand inside a name."""
    for part in re.split(r"[;；,，、|/+\n]+", re.sub(r"\s*[@＠]\s*", "@", cell)):
        whole = part.strip()
        if plain(whole.partition("@")[0]) in ROLES:
            yield whole
        else:
            yield from whole.split()


def named_as(allowed: tuple[str, ...], names: dict[str, str]) -> dict[str, str]:
    """The values that the policy allows, by every name they go by."""
    return by_names({value: names.get(value, "") for value in allowed})
