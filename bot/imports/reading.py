"""Reading a file: CSV in the encodings and with the separators that Chinese offices use, or XLSX."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from bot.imports.table import (
    FORMULA,
    LONGEST_CELL,
    MOST_BYTES,
    MOST_COLUMNS,
    MOST_ROWS,
    ROUNDED,
    TOO_LONG,
    Row,
    Table,
    Unreadable,
)


def read(path: Path | str) -> Table:
    """The rows of a CSV or XLSX file; raises Unreadable with a reason.

    CSV may be UTF-8, UTF-16 or GB18030, with or without a byte order mark, separated by comma, semicolon or
    tab. The content decides what kind of file it is, not its name.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise Unreadable("imports-file-too-large", megabytes=str(MOST_BYTES // 1024**2))
        raw = path.read_bytes()
    except OSError:
        raise Unreadable("imports-no-file", name=path.name) from None
    if raw.startswith(b"PK\x03\x04"):
        from bot.imports.workbook import read_workbook

        return read_workbook(path.name, raw)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("imports-old-workbook")
    return Table(path.name, list(csv_rows(decoded(raw))))


def decoded(raw: bytes) -> str:
    """The text of a file in whichever of the known encodings it is."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\x00" in raw[:4000]:
        little = raw[1:4000:2].count(b"\x00") >= raw[0:4000:2].count(b"\x00")
        encodings = ["utf-16-le" if little else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and (encoding == "utf-8-sig" or any(sign in text for sign in f"{SEPARATORS}\n")):
            return text
    raise Unreadable("imports-not-text")


def csv_rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(MOST_BYTES)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    start = 1
    try:
        for cells in lines:
            if any(cell.strip() for cell in cells):
                if len(cells) > MOST_COLUMNS:
                    raise Unreadable("imports-too-many-columns", start, columns=str(MOST_COLUMNS))
                yield Row(start, tuple(cell_text(cell) for cell in cells))
            start = lines.line_num + 1
            if start > MOST_ROWS:
                raise Unreadable("imports-too-many-rows", rows=f"{MOST_ROWS:,}")
    except csv.Error:
        raise Unreadable("imports-quotes", start) from None


SEPARATORS = "\t;,；，|"


def separator(text: str) -> str:
    """The sign that separates the cells: the most frequent one of the first line that has any, outside quotes."""
    for line in text.splitlines()[:20]:
        bare = re.sub(r'"[^"]*"', "", line)
        if any(sign in bare for sign in SEPARATORS):
            return max(SEPARATORS, key=bare.count)
    return ","


AS_TEXT = re.compile(r'="([^"]*)"')
SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d{2}")


def cell_text(cell: str) -> str:
    """A cell of a CSV file as the office program meant it."""
    cell = cell.strip().strip("\ufeff\u3000")
    if len(cell) > LONGEST_CELL:
        return TOO_LONG
    if cell.startswith("="):
        said = AS_TEXT.fullmatch(cell)  # ="0012" is how a spreadsheet is made to keep the zeros
        return said[1].strip() if said else FORMULA
    if "E" in cell and SCIENTIFIC.fullmatch(cell):
        return ROUNDED
    return cell
