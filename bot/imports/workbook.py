"""Reading an XLSX file without trusting it: sizes are looked at before anything is unpacked.

A workbook is a zip of XML files, and both can be bombs: little files that unpack to gigabytes, entities that
grow, a single cell in row 1,048,576. Formulas are not read: whoever sends the file should see the values.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from bot.imports.table import (
    BROKEN,
    FORMULA,
    LONGEST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    ROUNDED,
    TOO_LONG,
    Row,
    Table,
    Unreadable,
)

MOST_UNPACKED = 512 * 1024 * 1024
MOST_PARTS = 2_000
MOST_RATIO = 200  # honest sheets pack 5 to 30 times
PROLOGUE = 65_536
EXACT = 10**15  # spreadsheets keep fifteen digits of a number


def read_workbook(name: str, raw: bytes) -> Table:
    """The first visible sheet of a workbook; raises Unreadable with a reason."""
    look_inside(raw)
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and validations, which do not concern us
            book = load_workbook(io.BytesIO(raw), read_only=True, keep_links=False)
            try:
                sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
                sheet = sheets[0]
                sheet.reset_dimensions()
                rows = list(sheet_rows(sheet.iter_rows(max_col=MOST_COLUMNS, max_row=MOST_ROWS)))
            finally:
                book.close()
    except Unreadable:
        raise
    except Exception:  # openpyxl raises whatever a damaged file makes it stumble over
        raise Unreadable("imports-broken-workbook") from None
    return Table(name, rows, sheet=sheet.title, other_sheets=len(book.worksheets) - 1)


def look_inside(raw: bytes) -> None:
    """Refuse a workbook that would unpack to something unreasonable."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as box:
            parts = box.infolist()
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * len(raw) + 1_000_000:
                raise Unreadable("imports-workbook-bomb")
            if any(part.flag_bits & 1 for part in parts):
                raise Unreadable("imports-locked-workbook")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with box.open(part) as open_part:
                        check_prologue(open_part.read(PROLOGUE))
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError):
        raise Unreadable("imports-broken-workbook") from None


def check_prologue(start: bytes) -> None:
    """An XML part begins with its root and declares nothing that could grow."""
    root = re.search(rb"<[A-Za-z]", start)
    if start and (root is None or b"<!DOCTYPE" in start[: root.start()] or b"\x00" in start[:200]):
        raise Unreadable("imports-workbook-bomb")


def sheet_rows(rows: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    for line, cells in enumerate(rows, start=1):
        texts = [cell_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield Row(line, tuple(texts))


def cell_text(cell: Any) -> str:
    """A cell as text: whole numbers without a point, dates as 2026-01-31."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        return FORMULA
    if cell.data_type == "e":
        return BROKEN
    if isinstance(value, str):
        return value.strip().strip("\u3000") if len(value) <= LONGEST_CELL else TOO_LONG
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        if abs(value) >= EXACT:
            return ROUNDED
        return str(int(value)) if value == int(value) else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)
