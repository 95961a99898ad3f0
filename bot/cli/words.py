"""What commands say to those who run the bot: the same texts as everywhere, in the terminal's language."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from bot.text import LANGUAGES, language_of, render


@dataclass(frozen=True, slots=True)
class Words:
    """Says sentences in one language, as plain text."""

    language: str

    def __call__(self, key: str, **facts: object) -> str:
        return render(self.language, key, facts, zone=ZoneInfo("UTC"), html=False)


def words(asked: str | None, environ: Mapping[str, str] = os.environ) -> Words:
    """The words of the language asked for, or else of the terminal: Chinese where it is Chinese, else English."""
    if asked:
        return Words(asked)
    said = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or "en"
    return Words(language_of(said) if said.lower().startswith("zh") else "en")


def add_language(parser: ArgumentParser) -> None:
    parser.add_argument("--language", choices=LANGUAGES, help="the language of the report; else that of the terminal")


def table(rows: Sequence[Sequence[str]]) -> str:
    """Rows as columns of even width; a Chinese character takes the room of two letters."""
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [cell + " " * (widths[column] - width(cell)) for column, cell in enumerate(row)]
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def complain(text: str) -> None:
    """Say what went wrong where mistakes are said."""
    print(text, file=sys.stderr)
