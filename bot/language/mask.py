"""Digit runs that could name a person or an account never reach the database (C01-C03).

Identity-card, bank-card, account and telephone numbers are runs of eleven or more digits, however they are grouped
and in whatever digits they are written, spoken ones included. Such a run becomes as many asterisks, keeping its last
two characters, so that a reader sees that a number stood there and which of two it was, and no more. Amounts, dates,
times and rates stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

HAN_DIGITS = {character: index % 10 for index, character in enumerate("〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖")}
HAN_DIGITS |= {"幺": 1, "两": 2, "兩": 2, "貳": 2, "參": 3, "叄": 3, "陸": 6}
SPOKEN_DIGITS = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "zero")
SPOKEN = {word: n % 10 for n, word in enumerate(SPOKEN_DIGITS)}

AMOUNT = r"(?<![\d,.，])\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?(?![\d,，])"
DECIMAL = r"(?<![\d.])\d{1,10}\.\d{1,2}(?![\d.])"
DATE = r"(?<!\d)(?:19|20)\d\d(?P<dash>[-/.])(?:1[0-2]|0?[1-9])(?P=dash)(?:3[01]|[12]\d|0?[1-9])(?!\d)"
STAYS = re.compile(f"{AMOUNT}|{DECIMAL}|{DATE}")
WRITTEN = re.compile(rf"(?P<spoken>\b(?:{'|'.join(SPOKEN)})\b)|(?P<other>.)", re.IGNORECASE | re.DOTALL)
YEAR_OR_DAY = re.compile(r"(?:19|20)\d\d(?:(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))?")
LOOSE = frozenset("-_~()（）·•‐‑‒–—―−－＿～ー")  # between any two groups of a number
TIGHT = frozenset(".,/，．。、／")  # only between groups of three and more: elsewhere they list or date
WIDEST_GAP = 3


@dataclass(frozen=True)
class Masked:
    """The text that may be stored, and what was hidden in it: "mobile", "identity", "card" or "number", in order."""

    text: str
    found: tuple[str, ...]


def mask(text: str, run_from: int = 11, keep: Collection[str] = ()) -> Masked:
    """Hide every run of at least `run_from` digits (policy `confidentiality.mask_digit_runs_from`).

    `keep` are codes of clients that may stand in the text although they are long numbers. Masking twice changes
    nothing more. ValueError for `run_from` below five: the two digits kept could be a run again.
    """
    if run_from < 5:
        raise ValueError("a run to mask has at least five digits")
    parts, found, done = [], [], 0
    for run in _runs(text, run_from):
        start, end = run[0].start, run[-1].end
        digits = "".join(atom.digit for atom in run)
        if len(digits) == 17 and re.match(r"[xX](?![a-zA-Z])", unicodedata.normalize("NFKC", text[end : end + 2])):
            digits, end = digits + "X", end + 1
        if text[start:end] not in keep:
            parts += [text[done:start], "*" * (len(digits) - 2), digits[-2:]]
            found.append(_kind(digits))
            done = end
    return Masked("".join([*parts, text[done:]]), tuple(found))


@dataclass(frozen=True)
class _Atom:
    """One digit where it stands: as a figure, or as a word ("八", "eight")."""

    start: int
    end: int
    digit: str
    word: bool


def _runs(text: str, run_from: int) -> Iterator[list[_Atom]]:
    for run in _chains(text):
        written = [list(same) for _, same in groupby(run, key=lambda atom: atom.word)]
        alone = [part for part in written if len(part) >= run_from]
        beside = len(run) - sum(len(part) - 2 for part in alone)
        # "周三 138..." is a day and a number: words and figures make one number only where none is one alone.
        for group in alone if alone and beside < run_from else [run]:
            if len(group) >= run_from and not _only_dates(text, group):
                yield group


def _chains(text: str) -> Iterator[list[_Atom]]:
    """Digits that stand together, perhaps grouped; an amount, a decimal or a date ends a chain and is in none."""
    chain: list[_Atom] = []
    for atom in _atoms(text):
        if chain and (atom is None or not _joined(text, chain[-1], atom)):
            yield chain
            chain = []
        if atom is not None:
            chain.append(atom)
    if chain:
        yield chain


def _atoms(text: str) -> Iterator[_Atom | None]:
    """Every digit in order; None where something stands that stays."""
    plain = "".join(str(unicodedata.digit(character, character)) for character in text)  # one character for each
    done = 0
    for stays in [*STAYS.finditer(plain), None]:
        for piece in WRITTEN.finditer(plain, done, stays.start() if stays else len(plain)):
            start, end, character = piece.start(), piece.end(), piece.group()
            if piece["spoken"]:
                yield _Atom(start, end, str(SPOKEN[character.lower()]), word=True)
            elif character in HAN_DIGITS:
                yield _Atom(start, end, str(HAN_DIGITS[character]), word=True)
            elif character.isascii() and character.isdigit():
                yield _Atom(start, end, character, word=False)
        if stays:
            yield None
            done = stays.end()


def _joined(text: str, one: _Atom, other: _Atom) -> bool:
    gap = [character for character in text[one.end : other.start] if unicodedata.category(character)[0] not in "MC"]
    if "\n" in text[one.end : other.start] or len(gap) > WIDEST_GAP:
        return False
    if len(gap) == 1 and gap[0] in TIGHT:
        return _group(text, one.end - 1, -1) >= 3 and _group(text, other.start, 1) >= 3
    return all(character.isspace() or character in LOOSE for character in gap)


def _group(text: str, index: int, step: int) -> int:
    size = 0
    while 0 <= index < len(text) and unicodedata.digit(text[index], None) is not None:
        index, size = index + step, size + 1
    return size


def _only_dates(text: str, run: list[_Atom]) -> bool:
    groups = re.findall(r"\d+", "".join(c if c.isdigit() else " " for c in text[run[0].start : run[-1].end]))
    return len(groups) > 1 and all(YEAR_OR_DAY.fullmatch(group) for group in groups)


def _kind(digits: str) -> str:
    if re.fullmatch(r"(?:(?:00)?86|0)?1[3-9]\d{9}", digits):
        return "mobile"
    if re.fullmatch(r"\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]", digits):
        return "identity"
    if re.fullmatch(r"[1-9]\d{5}\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}", digits):
        return "identity"
    return "card" if 14 <= len(digits) <= 19 and _luhn(digits) else "number"


def _luhn(digits: str) -> bool:
    if not digits.isdigit():
        return False
    doubled = [int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
