"""What columns are called: every field has several names, in Chinese and in English, and each finds its field."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.imports.report import Problem, Refused, Report
from bot.imports.sensitive import SAMPLE, held_by, named
from bot.imports.table import Row, Table, letter
from bot.language.script import fold

HEADERS_WITHIN = 20  # a title and notes may stand above the headers


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a file: its name, what it goes by (the first is shown), and whether it must be there."""

    name: str
    spellings: tuple[str, ...]
    needed: bool = False

    @property
    def shown(self) -> str:
        return f"{self.spellings[0]} / {self.name.rstrip('_')}"


def fields(**spellings: str) -> tuple[Field, ...]:
    """Fields by name; an exclamation mark in front of the spellings says that the column must be there."""
    return tuple(
        Field(name, tuple(words.lstrip("! ").split()), needed=words.startswith("!"))
        for name, words in spellings.items()
    )


POINT = {
    "latitude": "纬度 Lat Y",
    "longitude": "经度 Lon Lng Long X",
    "coordinates": "坐标 座标 经纬度 LngLat LatLng LonLat",
}
DATUM = "坐标系 座标系 坐标类型 坐标来源 地图 地图来源 基准 CRS Map CoordinateSystem"

UNITS = fields(
    code="! 机构号 机构编号 机构代码 机构码 编号 代码 UnitCode BranchCode Number",
    name="! 机构名称 名称 机构全称 部门名称 UnitName BranchName Title",
    parent="! 上级机构 上级机构号 上级机构编号 上级 上级编号 上级代码 所属机构 ParentCode ParentUnit",
    kind="! 类型 机构类型 类别 机构级别 层级 Type UnitType Level",
    zone="时区 TimeZone TZ",
    head="负责人 负责人工号 负责人编号 机构负责人 主管 主管工号 HeadCode Manager ManagerCode",
    deputy="副职 副职工号 副经理 副经理工号 副主管 代理人 代理人工号 DeputyCode",
)

STAFF = fields(
    code="! 工号 员工号 员工编号 员工代码 人员编号 编号 柜员号 StaffCode StaffID EmployeeID EmployeeNumber",
    name="! 姓名 名字 员工姓名 称呼 显示名 DisplayName FullName StaffName",
    unit="! 机构号 机构 机构编号 所属机构 所在机构 部门 所属部门 团队 UnitCode Team Department",
    roles="! 角色 岗位 权限 职责 Role",
    level="级别 等级 职级 客户经理级别 客户经理等级 Grade",
    segment="条线 业务条线 客群 SegmentProfile Profile",
    language="语言 界面语言 Lang",
    active_from="生效日期 生效日 启用日期 起始日期 开始日期 From ValidFrom StartDate",
    worked_since="参加工作日期 参加工作时间 工作日期 工龄起算日 WorkedSince ServiceFrom",
    active_to="失效日期 失效日 截止日期 终止日期 到期日 结束日期 To ValidTo EndDate",
)

CLIENTS = fields(
    code="! 客户号 客户编号 客户代码 客户码 编号 代码 ClientCode ClientID CustomerCode CustomerID",
    alias="! 别名 简称 客户简称 客户别名 称呼 ShortName ClientAlias Nickname",
    segment="! 条线 客群 业务条线 客户类型 类型 Type ClientType",
    tier="客户等级 客户级别 客户层级 等级 级别 层级 ClientTier Grade",
    class_="分类 客户分类 类别 客户类别 Class Category",
    keeper="管户人 管户客户经理 管户经理 管户工号 客户经理 客户经理工号 维护人 RM RMCode AccountManager"
    " RelationshipManager Owner",
    unit="机构号 机构 机构编号 管户机构 所属机构 UnitCode Branch",
    birthday="生日 出生月日 出生日期 BirthDate",
    anniversary="周年 周年日 纪念日 成立日 成立日期 司庆 Founded FoundingDate",
    told_visit="上次走访 上次走访日 上次走访日期 最近走访 最近走访日期 LastVisit LastVisited",
    told_call="上次电话 上次电话日期 上次联系 上次联系日期 最近联系 最近联系日期 LastCall LastContact LastCalled",
    active="在管 是否在管 有效 是否有效 InCare",
    **POINT,
    datum=DATUM,
)

PLACES = fields(
    client="! 客户号 客户编号 客户代码 编号 代码 ClientCode ClientID CustomerCode Code",
    label="地点 地点名称 名称 位置 位置名称 场所 Place PlaceName Name",
    **POINT,
    datum=f"! {DATUM}",
)

HOLIDAYS = fields(
    day="! 日期 日子 放假日期 Date",
    worked="! 安排 是否上班 上班 类型 放假上班 状态 Work Kind Status",
    name="名称 节日 节假日 说明 备注 Holiday Title",
    unit="机构号 机构 机构编号 适用机构 UnitCode Branch",
)

CREDIT = fields(
    client="! 客户号 客户编号 客户代码 客户码 ClientCode ClientID CustomerCode CustomerID",
    sort="! 类型 业务类型 事项 种类 类别 Type Kind Item",
    due="! 到期日 到期日期 到期 截止日 下次日期 结息日 对账日 DueDate Expiry ExpiryDate Maturity MaturityDate",
    reference="编号 业务编号 事项编号 序号 Number No Ref",
    level="审批层级 审批级别 审批行 有权审批行 ApprovalLevel Approver",
    cycle="周期 结息周期 对账周期 频率 Every Frequency",
    closed_on="结清日期 结清日 已结清 关闭日期 Closed ClosedOn",
)

FILES: Mapping[str, tuple[Field, ...]] = {
    "units": UNITS,
    "staff": STAFF,
    "clients": CLIENTS,
    "places": PLACES,
    "holidays": HOLIDAYS,
    "credit": CREDIT,
}


@dataclass(slots=True)
class Sheet:
    """The rows of a table under its headers, and a report that is being written."""

    report: Report
    rows: Sequence[Row]
    columns: Mapping[str, int]  # field -> index of its column
    headers: Sequence[str]
    header_line: int = 1

    def column(self, index: int) -> str:
        header = self.headers[index] if index < len(self.headers) else ""
        return f"{letter(index)} ({header})" if header else letter(index)


def sheet_of(kind: str, table: Table) -> Sheet:
    """Find the headers of a file and which field each column is; whatever stops the whole file goes into the report."""
    wanted = FILES[kind]
    report = Report(kind, table.file, sheet=table.sheet, other_sheets=table.other_sheets)
    names = {plain(spelling): each.name for each in wanted for spelling in (each.name, *each.spellings)}
    at = header_at(table, names)
    if at is None:
        shown = ", ".join(each.shown for each in wanted if each.needed)
        line = table.rows[0].line if table.rows else None
        report.stops.append(
            Problem(line or 1, None, "imports-no-header" if table.rows else "imports-empty", {"wanted": shown})
        )
        return Sheet(report, (), {}, ())
    headers, rows = table.rows[at].cells, table.rows[at + 1 :]
    report.rows = len(rows)
    sheet = Sheet(report, rows, {}, headers, table.rows[at].line)
    columns: dict[str, int] = {}
    sample = rows[:: len(rows) // SAMPLE + 1]
    for index, header in enumerate(headers):
        name = names.get(plain(header))
        holds = held_by(row.cells[index] for row in sample if index < len(row.cells)) or (
            None if name else named(header)
        )
        if holds:
            report.refused.append(Refused(sheet.column(index), holds))
        elif name is None:
            if header:
                report.ignored.append(sheet.column(index))
        elif name in columns:
            facts = {"other": sheet.column(columns[name])}
            report.stops.append(Problem(sheet.header_line, sheet.column(index), "imports-column-twice", facts))
        else:
            columns[name] = index
    sheet.columns = columns
    for each in wanted:
        if each.needed and each.name not in columns:
            facts = {"wanted": each.shown}
            report.stops.append(Problem(sheet.header_line, None, "imports-missing-column", facts))
    return sheet


def header_at(table: Table, names: Mapping[str, str]) -> int | None:
    """The row among the first that names most fields; it must name two."""
    found = [
        len({names[plain(cell)] for cell in row.cells if plain(cell) in names}) for row in table.rows[:HEADERS_WITHIN]
    ]
    best = max(found, default=0)
    return found.index(best) if best >= 2 else None


@lru_cache(maxsize=10_000)
def plain(header: str) -> str:
    """A name without what people put around it: blanks, case, script, (remarks), stars, signs."""
    return re.sub(r"[\W_]", "", re.sub(r"\(.*?\)|\[.*?\]|【.*?】", "", fold(header)))
