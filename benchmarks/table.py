"""Tables of what was measured, for people and for scripts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Spread:
    """Several measurements of one thing: least, middle, most."""

    values: tuple[float, ...]
    digits: int = 0

    @property
    def middle(self) -> float:
        return median(self.values)

    def __str__(self) -> str:
        shown = (min(self.values), self.middle, max(self.values)) if len(self.values) > 1 else self.values
        return "/".join(f"{each:,.{self.digits}f}" for each in shown)

    @property
    def plain(self) -> dict[str, float]:
        return {"min": min(self.values), "median": self.middle, "max": max(self.values)}


@dataclass(slots=True)
class Table:
    """Rows of cells under a title; `about` says how it was measured and how to read it."""

    title: str
    columns: Sequence[str]
    about: str
    rows: list[list[Any]] = field(default_factory=list)

    def __str__(self) -> str:
        cells = [list(self.columns), *([str(each) for each in row] for row in self.rows)]
        widths = [max(len(row[n]) for row in cells) for n in range(len(self.columns))]
        lines = [
            "  ".join(
                cell.ljust(width) if n == 0 else cell.rjust(width)
                for n, (cell, width) in enumerate(zip(row, widths, strict=True))
            ).rstrip()
            for row in cells
        ]
        rule = "  ".join("-" * width for width in widths)
        return "\n".join([f"## {self.title}", self.about, "", lines[0], rule, *lines[1:], ""])

    @property
    def plain(self) -> list[dict[str, Any]]:
        """The rows as JSON takes them."""
        return [
            {
                name: each.plain if isinstance(each, Spread) else each
                for name, each in zip(self.columns, row, strict=True)
            }
            for row in self.rows
        ]


def ratio(of: Spread, to: Spread) -> Spread:
    """Round by round against the baseline of the same round."""
    return Spread(tuple(one / other for one, other in zip(of.values, to.values, strict=True)), 2)
