"""A sentence out of which one thing after another is taken, until only the speaker's own words are left.

`plain` is the folded text; `marked` is the same with a mark in place of every character that has been read. Both have
the text's length, so an index means the same place in all three.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.language.clients import Client
from bot.language.script import fold, is_han

CLIENT, TIME, LEAD, PLACE, CUT = "\ue000\ue001\ue002\ue003\ue004"
MARKS = "\ue000-\ue004"
HAN = r"\u3400-\u9fff"
STOPS = r"，。；、！？,;!?…\n：（）()【】\"“”~～|"


@dataclass
class Found:
    """Something read: text[start:end] names clients (of which one is meant), a new client, a place or a time."""

    kind: str
    start: int
    end: int
    clients: tuple[Client, ...] = ()
    doubtful: bool = False


@dataclass
class Sentence:
    """The text, and what has been found in it so far."""

    text: str
    plain: str = ""
    marked: str = ""
    found: list[Found] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.plain = self.marked = fold(self.text)

    def take(self, found: Found) -> None:
        """Note what was found and mark its place."""
        self.found = sorted([*self.found, found], key=lambda one: one.start)
        self.mark(found.kind, found.start, found.end)

    def drop(self, found: Found) -> None:
        """Forget something found: it was corrected. Its words are no matter either."""
        self.found = [one for one in self.found if one is not found]
        self.mark(CUT, found.start, found.end)

    def mark(self, kind: str, start: int, end: int) -> None:
        """Put a mark over text[start:end]."""
        self.marked = self.marked[:start] + kind * (end - start) + self.marked[end:]

    def said(self, found: Found) -> str:
        """The speaker's words for it."""
        return self.text[found.start : found.end].strip()

    def of(self, kind: str) -> list[Found]:
        """What was found of one kind, in order."""
        return [found for found in self.found if found.kind == kind]

    def chunks(self) -> Iterator[tuple[int, int]]:
        """Start and end of every stretch of words between stops and marks."""
        for piece in re.finditer(rf"(?:[^{STOPS}{MARKS}.:]|[.:](?=\d)|(?<=\d)[.](?!\s|$)|\.(?=\w))+", self.marked):
            if piece.group().strip():
                yield piece.start(), piece.end()

    def chinese(self) -> bool:
        """Whether the sentence is written in Chinese."""
        return any(map(is_han, self.text))
