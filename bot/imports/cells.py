"""Reading the cells of one row: each either becomes a value, or a problem with its column and what would be right."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from bot.imports.columns import Sheet, plain
from bot.imports.report import Problem, Ready
from bot.imports.sensitive import looks_like
from bot.imports.table import BROKEN, FORMULA, ROUNDED, TOO_LONG, Row
from bot.language.mask import mask

Progress = Callable[[int, int], None]

CODE = re.compile(r"\w[\w./-]{0,39}")
MANY_DIGITS = re.compile(r"[\d〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖幺]")
NOT_TEXT = {
    FORMULA: "imports-formula",
    BROKEN: "imports-broken-cell",
    ROUNDED: "imports-rounded",
    TOO_LONG: "imports-too-long",
}
YES = frozenset({"是", "yes", "y", "true", "1", "在管", "有效", "正常"})
NO = frozenset({"否", "no", "n", "false", "0", "不在管", "无效", "停用", "已销户", "销户", "無效"})


class Cells:
    """The cells of one row, asked by field. Problems go to the report; a row without any is ready."""

    __slots__ = ("_at", "bad", "digits_from", "row", "sheet")

    def __init__(self, sheet: Sheet, row: Row, digits_from: int) -> None:
        self.sheet = sheet
        self.row = row
        self.digits_from = digits_from
        self._at = sheet.columns
        self.bad = False
        if len(row.cells) > len(sheet.headers) and any(row.cells[len(sheet.headers) :]):
            self.problem(None, "imports-more-cells")

    def has(self, field: str) -> bool:
        """Whether the file has a column for this field. Without one, what is known stays as it is."""
        return field in self._at

    def problem(self, field: str | None, key: str, **facts: object) -> None:
        column = self.sheet.column(self._at[field]) if field is not None and field in self._at else None
        found = Problem(self.row.line, column, key, facts)
        if not self.bad or found not in self.sheet.report.problems[-20:]:  # a cell may be asked for twice
            self.sheet.report.problems.append(found)
        self.bad = True

    def raw(self, field: str) -> str:
        """The cell as it stands; empty where there is no column, or no text in it (then the problem is noted)."""
        at = self._at.get(field)
        if at is None or at >= len(self.row.cells):
            return ""
        said = self.row.cells[at]
        if said.startswith("\x00"):
            self.problem(field, NOT_TEXT[said])
            return ""
        return said

    def needed(self, field: str) -> str:
        """The cell of a field that may not be empty."""
        said = self.raw(field)
        at = self._at.get(field)
        if not said and (at is None or at >= len(self.row.cells) or not self.row.cells[at]):
            self.problem(field, "imports-needed")
        return said

    def code(self, field: str, *, needed: bool = False) -> str | None:
        """A code of the bank's: letters, digits and - _ . / , at most 40."""
        said = unicodedata.normalize("NFKC", self.needed(field) if needed else self.raw(field))
        if said and not CODE.fullmatch(said):
            self.problem(field, "imports-code-form")
            return None
        if len(said) >= 15 and looks_like(said) == "identity":
            self.problem(field, "imports-digits", digits=str(self.digits_from))
            return None
        return said or None

    def text(self, field: str, longest: int, *, needed: bool = False) -> str | None:
        """A few words without long numbers in them (C01-C03)."""
        said = self.needed(field) if needed else self.raw(field)
        if len(said) > longest:
            self.problem(field, "imports-longer-than", longest=str(longest))
            return None
        if len(said) >= self.digits_from and self.hides_number(said):
            self.problem(field, "imports-digits", digits=str(self.digits_from))
            return None
        if any(unicodedata.category(sign) == "Cc" for sign in said):
            said = " ".join("".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in said).split())
        return said or None

    def hides_number(self, said: str) -> bool:
        folded = unicodedata.normalize("NFKC", said)
        return len(MANY_DIGITS.findall(folded)) >= self.digits_from and bool(mask(said, self.digits_from).found)

    def choice(self, field: str, names: Mapping[str, str], shown: str, *, needed: bool = False) -> str | None:
        """One of a few values, by any of its names (as `plain` folds them)."""
        said = self.needed(field) if needed else self.raw(field)
        if not said:
            return None
        found = names.get(plain(said))
        if found is None:
            self.problem(field, "imports-choice", said=self.quoted(said), choices=shown)
        return found

    def flag(self, field: str) -> bool | None:
        said = plain(self.raw(field))
        if not said or said in YES or said in NO:
            return said in YES if said else None
        self.problem(field, "imports-yes-no")
        return None

    def day(self, field: str) -> date | None:
        """A date: 2026-01-31, 2026/1/31, 20260131 or 2026年1月31日."""
        said = self.raw(field)
        if not said:
            return None
        found = re.fullmatch(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+[\d:.]+)?", said)
        found = found or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", said)
        try:
            if found:
                return date(*map(int, found.groups()))
        except ValueError:
            pass
        self.problem(field, "imports-date")
        return None

    def month_and_day(self, field: str) -> tuple[int, int] | None:
        """A day of every year: 03-15, 3月15日, or a whole date, whose year is not kept."""
        said = self.raw(field)
        if not said:
            return None
        found = re.fullmatch(r"(?:\d{4}\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+[\d:.]+)?", said)
        found = found or re.fullmatch(r"(?:\d{4})?(\d{2})(\d{2})", said)
        if found:
            month, day = int(found[1]), int(found[2])
            try:
                date(2024, month, day)
            except ValueError:
                found = None
        if not found:
            self.problem(field, "imports-month-day")
            return None
        return month, day

    def number(self, field: str) -> float | None:
        """A decimal number of degrees."""
        said = unicodedata.normalize("NFKC", self.raw(field)).rstrip("°")
        if not said:
            return None
        if not re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{1,17})?", said):
            self.problem(field, "imports-degrees")
            return None
        return float(said)

    def quoted(self, said: str) -> str:
        """What was said, fit to be repeated: short, and without numbers that could name somebody."""
        return mask(re.sub(r"\d{6,}", lambda run: "*" * len(run[0]), said[:40])).text


def each_row(
    sheet: Sheet, digits_from: int, check: Callable[[Cells], dict[str, Any] | None], progress: Progress | None
) -> list[Ready]:
    """Check every row; those without a problem are ready."""
    ready: list[Ready] = []
    total = len(sheet.rows)
    for number, row in enumerate(sheet.rows):
        if progress and number % 1_000 == 0:
            progress(number, total)
        cells = Cells(sheet, row, digits_from)
        values = check(cells)
        if values is not None and not cells.bad:
            ready.append(Ready(row.line, values))
    if progress:
        progress(total, total)
    return ready


def without_repeats(sheet: Sheet, ready: Iterable[Ready], field: str, key: Callable[[Ready], Any]) -> list[Ready]:
    """The rows whose key stands in the file for the first time; later ones are problems."""
    first: dict[Any, int] = {}
    kept: list[Ready] = []
    for row in ready:
        line = first.setdefault(key(row), row.line)
        if line == row.line:
            kept.append(row)
        else:
            facts = {"first": str(line)}
            column = sheet.column(sheet.columns[field])
            sheet.report.problems.append(Problem(row.line, column, "imports-twice", facts))
    return kept


def by_names(names: Mapping[str, str]) -> dict[str, str]:
    """Values by every name they go by: `{"branch": "分行 支行"}` becomes a table for `Cells.choice`."""
    return {plain(name): value for value, words in names.items() for name in (value, *words.split())}
