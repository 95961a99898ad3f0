"""How well declarations are read: `python -m tests.language.score` prints the share of right answers per field.

With `--misses` every wrong field is shown. The sentences stand in outings*.txt.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from functools import cache
from pathlib import Path

from bot.language.clients import Portfolio, portfolio
from bot.language.outing import Outing, read

HERE = Path(__file__).parent
FIELDS = ("clients", "candidates", "new_leads", "matter", "place", "depart_at", "return_at")


@dataclass(frozen=True)
class Declaration:
    """A sentence of the corpus and what it declares."""

    text: str
    language: str
    now: datetime
    clients: frozenset[str]
    candidates: frozenset[frozenset[str]]
    new_leads: frozenset[str]
    matter: str | None
    place: str | None
    depart_at: datetime | None
    return_at: datetime | None
    book: str = "book"


@cache
def book(name: str = "book") -> Portfolio:
    """A portfolio that the corpus speaks of."""
    lines = (HERE / f"{name}.txt").read_text("utf-8").splitlines()
    return portfolio(tuple((code, alias) for code, _, alias in (line.partition(" ") for line in lines)))


def corpus(*names: str) -> Iterator[Declaration]:
    """Every sentence of the named files; a sentence may run over several lines."""
    language, now, text, clients_of = "", datetime.min, "", "book"
    for line in [line for name in names or ("outings", "outings2", "outings3") for line in _lines(name)]:
        if line.startswith("#") or not line:
            continue
        if head := re.fullmatch(r"\[(\S+) (\S+?)(?: (\S+))?\]", line):
            language, now, clients_of = head[1], datetime.fromisoformat(head[2]), head[3] or "book"
        elif " | " not in line:
            text += line + "\n"
        else:
            said, *cells = (text + line).split(" | ")
            text = ""
            clients, candidates, leads, matter, place, depart, back = (
                None if cell.strip() == "-" else cell.strip() for cell in cells
            )
            yield Declaration(
                said,
                language,
                now,
                frozenset(clients.split("、") if clients else ()),
                frozenset(frozenset(options.split("/")) for options in (candidates.split("、") if candidates else ())),
                frozenset(leads.split("、") if leads else ()),
                matter,
                place,
                _moment(depart, now),
                _moment(back, now),
                clients_of,
            )


def answered(outing: Outing) -> dict[str, object]:
    """An outing in the shape of the corpus."""
    return {
        "clients": frozenset(client.alias for client in outing.clients),
        "candidates": frozenset(frozenset(client.alias for client in options) for options in outing.candidates),
        "new_leads": frozenset(outing.new_leads),
        "matter": outing.matter,
        "place": outing.place,
        "depart_at": outing.depart_at,
        "return_at": outing.return_at,
    }


def wrong(said: Declaration) -> dict[str, tuple[object, object]]:
    """The fields that were read wrongly: name → (expected, read)."""
    got = answered(read(said.text, said.now, book(said.book), said.language))
    expected = {field.name: getattr(said, field.name) for field in fields(said) if field.name in got}
    return {name: (expected[name], got[name]) for name in FIELDS if not _same(expected[name], got[name])}


def main(argv: list[str]) -> int:
    """Print the score, by language and field."""
    misses = {said: wrong(said) for said in corpus(*[word for word in argv if not word.startswith("-")])}
    print(f"{'':10}{'n':>5}" + "".join(f"{name:>12}" for name in (*FIELDS, "all")))
    for language in ("zh-Hans", "zh-Hant", "en", "all"):
        mine = [miss for said, miss in misses.items() if language in (said.language, "all")]
        rights = [sum(name not in miss for miss in mine) for name in FIELDS] + [sum(not miss for miss in mine)]
        print(f"{language:10}{len(mine):>5}" + "".join(f"{100 * right / len(mine):>11.1f}%" for right in rights))
    if "--misses" in argv:
        for said, miss in misses.items():
            for name, (expected, got) in miss.items():
                print(f"{said.text!r}\n    {name}: expected {_shown(expected)}, read {_shown(got)}")
    return 0


def _lines(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text("utf-8").splitlines()


def _same(expected: object, got: object) -> bool:
    if isinstance(expected, str) and isinstance(got, str):
        return re.sub(r"[\s，,、。.]", "", expected).casefold() == re.sub(r"[\s，,、。.]", "", got).casefold()
    return expected == got


def _moment(cell: str | None, now: datetime) -> datetime | None:
    if cell is None:
        return None
    day, _, hour = cell.rpartition("日")
    clock = datetime.strptime(hour, "%H:%M").time()
    return datetime.combine(now.date().replace(day=int(day)) if day else now.date(), clock)


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(map(_shown, value))) + "}"
    return value.strftime("%d %H:%M") if isinstance(value, datetime) else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
