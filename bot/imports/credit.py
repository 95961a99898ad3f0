"""Checking a file of the credit calendar: ratings, lines, loans, interest days and reconciliations (K01–K15).

Days and approval levels only: amounts, balances, accounts and contract numbers are refused like everywhere (C19).
"""

from typing import Any

from bot.imports.cells import Cells, Progress, by_names, each_row, without_repeats
from bot.imports.columns import sheet_of
from bot.imports.report import Known, Report
from bot.imports.table import Table
from bot.rules.credit import REPEATS, Level, Sort

SORTS = by_names(
    {
        Sort.RATING: "评级 信用评级 信用等级 客户评级",
        Sort.LINE: "授信 额度 授信额度 CreditLine Limit",
        Sort.LOAN: "贷款 流贷 借款 流动资金贷款",
        Sort.INTEREST: "结息 扣息 付息 利息 结息日 扣息日",
        Sort.RECONCILIATION: "对账 对帐 银企对账 Statement",
    }
)
SORTS_SHOWN = "评级 rating, 授信 line, 贷款 loan, 结息 interest, 对账 reconciliation"
LEVELS = by_names(
    {
        Level.HEAD_OFFICE: "总行 HQ HeadOffice",
        Level.TIER1: "一级分行 一级行 区分行 省分行 Tier1",
        Level.TIER2: "二级分行 二级行 市分行 支行 Tier2",
    }
)
LEVELS_SHOWN = "总行 head_office, 一级分行 tier1, 二级分行 tier2"
CYCLES = by_names({"1": "月 每月 按月 月度 month monthly", "3": "季 季度 每季 按季 quarter quarterly",
                   "6": "半年 每半年 half_year", "12": "年 每年 按年 year yearly"})  # fmt: skip
CYCLES_SHOWN = "月 month, 季 quarter, 半年 half_year, 年 year"
USUAL = {Sort.INTEREST: 1, Sort.RECONCILIATION: 3}
YEARS = range(2000, 2100)


def check_credit(table: Table, known: Known, progress: Progress | None = None) -> Report:
    """Check a file of credit items beside the clients there are.

    Values of a ready row: client (code), sort, reference ("" where the file names none), level (of ratings and lines),
    due (date), day_of_month and every_months (of what repeats), and closed_on where the file has the column.
    """
    sheet = sheet_of("credit", table)
    report = sheet.report
    if not report.usable:
        return report

    def check(cells: Cells) -> dict[str, Any]:
        client = cells.code("client", needed=True)
        if client and client not in known.clients:
            cells.problem("client", "imports-client-unknown", code=cells.quoted(client))
        said = cells.choice("sort", SORTS, SORTS_SHOWN, needed=True)
        sort = Sort(said) if said else None
        level = cells.choice("level", LEVELS, LEVELS_SHOWN)
        if sort in (Sort.RATING, Sort.LINE) and level is None and not cells.bad:
            cells.problem("level", "imports-level-needed", choices=LEVELS_SHOWN)
        cells.needed("due")
        due = cells.day("due")
        if due is not None and due.year not in YEARS:
            cells.problem("due", "imports-date")
        every = cells.choice("cycle", CYCLES, CYCLES_SHOWN)
        repeats = sort in REPEATS
        values: dict[str, Any] = {
            "client": client,
            "sort": sort,
            "reference": cells.code("reference") or "",
            "level": Level(level) if level and sort in (Sort.RATING, Sort.LINE) else None,
            "due": due,
            "day_of_month": due.day if repeats and due else None,
            "every_months": int(every or USUAL[sort]) if repeats and sort else None,
        }
        if cells.has("closed_on"):
            values["closed_on"] = cells.day("closed_on")
        return values

    ready = each_row(sheet, known.digits_from, check, progress)
    report.ready = without_repeats(
        sheet, ready, "client", lambda row: (row.values["client"], row.values["sort"], row.values["reference"])
    )
    report.problems.sort(key=lambda problem: problem.line)
    return report
