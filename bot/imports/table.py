"""A file as rows of text, whatever it was before: nothing is judged here but the limits."""

from collections.abc import Sequence
from dataclasses import dataclass

MOST_BYTES = 64 * 1024 * 1024
MOST_ROWS = 1_000_000
MOST_COLUMNS = 100
LONGEST_CELL = 2_000  # characters

# Cells that hold no text. They are told by identity of content: no spreadsheet can hold these signs.
FORMULA = "\x00formula"
BROKEN = "\x00broken"  # #N/A, #REF! and their kind
ROUNDED = "\x00rounded"  # a long number that the spreadsheet has already rounded
TOO_LONG = "\x00long"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in the file (from 1) and its cells, without blanks around them."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """All rows of a file that hold anything, headers included."""

    file: str
    rows: Sequence[Row]
    sheet: str | None = None  # of a workbook
    other_sheets: int = 0  # how many more a workbook has; they are not read


class Unreadable(Exception):
    """The file as a whole can't be read: the locale key of the reason, its facts, and the line if there is one."""

    def __init__(self, key: str, line: int | None = None, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.line = line
        self.facts = facts


def letter(column: int) -> str:
    """The name of a column (from 0) as spreadsheets write it: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
