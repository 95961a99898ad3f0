"""What came of checking a file: rows that are ready, and every problem with its line and column."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Known:
    """What the bank has already, and the figures that checking asks for."""

    units: Mapping[str, str | None] = field(default_factory=dict)  # unit code -> its parent's code
    zones: Mapping[str, str] = field(default_factory=dict)  # unit code -> its time zone
    staff: Mapping[str, str] = field(default_factory=dict)  # staff code -> unit code
    clients: frozenset[str] = frozenset()
    zone: str = "Asia/Shanghai"  # for a root unit that names none
    segments: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    digits_from: int = 11  # runs of so many digits are kept out (C01-C03)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one row: the locale key of a sentence that says what would be right, and its facts."""

    line: int
    column: str | None  # "C (手机号)"; none where the whole row is meant
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A column that must not be in the file (C19, section 6.2): what it holds is not for the bot."""

    column: str
    holds: str  # identity | account | phone | balance


@dataclass(frozen=True, slots=True)
class Ready:
    """A row that may be written: its line, and values by field. Fields without a column in the file are missing."""

    line: int
    values: Mapping[str, Any]


@dataclass(slots=True)
class Report:
    """The result of a check; `storage.imports` adds what writing came to."""

    kind: str  # units | staff | clients | places | holidays | credit
    file: str
    rows: int = 0
    ready: Sequence[Ready] = ()
    problems: list[Problem] = field(default_factory=list)
    stops: list[Problem] = field(default_factory=list)  # what is wrong with the file as a whole
    refused: list[Refused] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)  # columns that nobody asked for
    sheet: str | None = None
    other_sheets: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    written: bool = False

    @property
    def bad(self) -> int:
        """How many rows have a problem."""
        return len({problem.line for problem in self.problems})

    @property
    def usable(self) -> bool:
        """Whether the rows that are ready may be written at all."""
        return not self.stops and not self.refused

    @property
    def fine(self) -> bool:
        """Whether nothing is wrong."""
        return self.usable and not self.problems
