"""How well dictated records are read: `python -m tests.language.records` prints the share of right answers per field.

A block is right when it holds the words that matter and no word that was not said; `missing` and `invented` look at
the whole record. With `--misses` every wrong field is shown. The records stand in records*.txt, their clients in
records_book.txt.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from bot.language.clients import Portfolio, portfolio
from bot.language.notes import Note, read
from bot.language.script import fold

HERE = Path(__file__).parent
NOW = datetime(2026, 8, 5, 16, 30)
CORPORA = ("records", "records2", "records3", "records4", "records5")
BLOCKS = {"purpose": "purpose", "hoped": "hoped_result", "result": "result", "next": "next_step"}
WHO = {"p": "person", "d": "department", "o": "position"}
FIELDS = ("client", "person", "department", "position", "next_at", *BLOCKS, "missing", "invented")
COLUMN = {"zh-Hans": 1, "zh-Hant": 2, "en": 3}


@dataclass(frozen=True)
class Dictated:
    """A record of the corpus: what was said, and the cells that it must come to."""

    text: str
    language: str
    cells: dict[str, str]


@cache
def book(language: str) -> tuple[Portfolio, dict[str, list[str]]]:
    """The clients that the records speak of, in one language, and the persons known at each."""
    rows = [line.split("|") for line in (HERE / "records_book.txt").read_text("utf-8").splitlines() if line[:1] != "#"]
    cells = [[cell.strip() for cell in row] for row in rows]
    pairs = tuple((row[0], row[COLUMN[language]]) for row in cells)
    return portfolio(pairs), {row[0]: row[4].split() for row in cells} if language != "en" else {}


def corpus(*names: str) -> Iterator[Dictated]:
    """Every record of the named files, of all files if none is named."""
    for name in names or CORPORA:
        language = ""
        for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines():
            if head := re.fullmatch(r"\[(.+)\]", line):
                language = head[1]
            elif line and not line.startswith("#"):
                text, *cells = line.split(" | ")
                yield Dictated(text, language, dict(cell.split("=", 1) for cell in cells))


def understood(said: Dictated) -> Note:
    """The record as it is read."""
    clients, persons = book(said.language)
    return read(said.text, NOW, clients, persons, said.language)


def wrong(said: Dictated) -> dict[str, tuple[object, object]]:
    """The fields that were read wrongly: name → (expected, read)."""
    note, cells = understood(said), said.cells
    misses: dict[str, tuple[object, object]] = {}
    client = note.client.alias if note.client else None
    if client != cells.get("c"):
        misses["client"] = (cells.get("c"), client)
    for key, name in WHO.items():
        got, expected = getattr(note, name), cells.get(key)
        if not _named(got, expected, name):
            misses[name] = (expected, got)
    at = note.next_at.isoformat(timespec="minutes") if note.next_at else None
    due = cells.get("at")
    if (at is None) != (due is None) or (
        at and due and not at.startswith(due if due[:2] == "20" else f"{NOW.year}-{due}")
    ):
        misses["next_at"] = (due, at)
    for key, name in BLOCKS.items():
        got, expected = getattr(note, name), cells.get(key)
        if expected and expected not in (got or ""):
            misses[key] = (expected, got)
    lacking = {"whom"} if not {"p", "d", "o"} & set(cells) else set()
    lacking |= {name for key, name in (("purpose",) * 2, ("result",) * 2, ("next", "next_step")) if key not in cells}
    if set(note.missing) != lacking:
        misses["missing"] = (sorted(lacking), sorted(note.missing))
    invented = [name for name in (*BLOCKS.values(), *WHO.values()) if not _said(getattr(note, name), said)]
    if invented:
        misses["invented"] = ((), tuple(invented))
    return misses


def main(argv: list[str]) -> int:
    """Print the score, by language and field."""
    misses = [(said, wrong(said)) for said in corpus(*[word for word in argv if not word.startswith("-")])]
    print(f"{'':8}{'n':>5}" + "".join(f"{name:>11}" for name in FIELDS))
    for language in (*COLUMN, "all"):
        mine = [(said, miss) for said, miss in misses if language in (said.language, "all")]
        shares = []
        for name in FIELDS:
            asked = [miss for said, miss in mine if name not in BLOCKS or name in said.cells]
            shares.append(f"{100 * sum(name not in miss for miss in asked) / len(asked):.1f}%" if asked else "-")
        print(f"{language:8}{len(mine):>5}" + "".join(f"{share:>11}" for share in shares))
    if "--misses" in argv:
        for said, miss in misses:
            if miss:
                print(said.text)
            for name, (expected, got) in miss.items():
                print(f"    {name}: expected {expected}, read {got}")
    return 0


def _named(got: str | None, expected: str | None, name: str) -> bool:
    """Whether somebody is named as expected; what a title adds to a person's name (周敏经理) does no harm."""
    if got is None or expected is None:
        return got == expected or (name != "person" and expected is None)
    return fold(expected) in fold(got) or (name != "person" and fold(got) in fold(expected))


def _said(words: str | None, said: Dictated) -> bool:
    """Whether the words were said: all their pieces stand in the text, or a person's in the book."""
    _, persons = book(said.language)
    known = {person for each in persons.values() for person in each}
    pieces = re.split(r"[，,。;；\s]+", fold(words or ""))
    return words in known or all(piece in fold(said.text) for piece in pieces if piece)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
