"""What a workbook is made of: sheets with typed columns. Values travel as JSON: times as ISO texts without a zone.

The times of a register are those of the unit's clock, as on paper; whoever fills the rows has put them there.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How a column is kept and shown."""

    TEXT = "text"
    NUMBER = "number"
    RATE = "rate"  # 0.9 is shown as 90 %
    DATE = "date"
    TIME = "time"  # a moment of which the hour is shown
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, how it is kept, its width in letters, and whether long words are wrapped."""

    label: str
    kind: Kind = Kind.TEXT
    width: float = 12
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One register."""

    name: str  # at most 31 letters, as workbooks have it
    title: str
    under: str  # unit and period, under the title
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook; `stamp` says on every sheet and page who took it out and when."""

    sheets: tuple[Sheet, ...]
    stamp: str
    language: str = "zh-Hans"

    def told(self) -> dict[str, Any]:
        """The description as JSON."""
        return asdict(self)
