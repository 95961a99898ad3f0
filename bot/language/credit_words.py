"""What a sentence says of a credit item: what kind, which bank approves, its number, its day of the month (K01–K15).

"鼎盛纺织授信 2027-03-31 到期，一级分行审批，编号 SX-2026-018". Clients and dates are read by their own grammars.
"""

import re
from dataclasses import dataclass

from bot.language.script import fold
from bot.rules.credit import Level, Sort

# In the order of asking: a loan's interest day is no loan, and a rating's line is a rating.
SORTS: tuple[tuple[Sort, re.Pattern[str]], ...] = (
    (Sort.RECONCILIATION, re.compile(r"对账|对帐|reconcil")),
    (Sort.INTEREST, re.compile(r"结息|扣息|付息|利息|\binterest\b")),
    (Sort.RATING, re.compile(r"评级|信用等级|\brating\b")),
    (Sort.LINE, re.compile(r"授信|额度|\b(?:credit )?line\b|\blimit\b")),
    (Sort.LOAN, re.compile(r"贷款|借款|流贷|\bloan\b")),
)
LEVELS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (Level.HEAD_OFFICE, re.compile(r"总行|\bhead ?office\b|\bhq\b")),
    (Level.TIER1, re.compile(r"一级(?:分行|行)?|区分行|省分行|\btier ?1\b|\bregion")),
    (Level.TIER2, re.compile(r"二级(?:分行|行)?|市分行|本?支行|\btier ?2\b")),
)
NUMBER = re.compile(r"(?:编号|单号|业务号|\bno\.?|\bnumber)\s*(?:为|是|[:：])?\s*([a-z0-9][\w./-]{0,39})")
BARE_NUMBER = re.compile(r"\b([a-z]{1,6}-?\d[\w./-]{1,30})\b")
EVERY_MONTH = re.compile(
    r"每月\s*(\d{1,2})\s*[日号]?|\bevery month on(?: the)? (\d{1,2})|\bmonthly on(?: the)? (\d{1,2})"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What was recognised; None where nothing was said."""

    sort: Sort | None = None
    level: Level | None = None
    reference: str | None = None
    day_of_month: int | None = None


def read(text: str) -> Said:
    """What a sentence says of an item, whatever the order of its words."""
    said = fold(text)
    number = NUMBER.search(said) or BARE_NUMBER.search(said)
    monthly = EVERY_MONTH.search(said)
    day = int(next(each for each in monthly.groups() if each)) if monthly else None
    return Said(
        sort=next((sort for sort, rule in SORTS if rule.search(said)), None),
        level=next((level for level, rule in LEVELS if rule.search(said)), None),
        reference=number[1].upper() if number else None,
        day_of_month=day if day and 1 <= day <= 31 else None,
    )
