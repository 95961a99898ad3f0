"""The audit as a chain of hashes: who changes, takes out or puts in a line breaks it where they did (C06, C14).

Each line's hash covers the hash before it, per unit and day; a day that is over is sealed with the number of its
lines and its last hash, and the seals are one chain for the whole bank. So the hash of the newest seal, told to an
auditor, vouches for everything before it: whoever rewrites the past would have to rewrite the auditor's phone.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

START = "0" * 64
CODE_LENGTH = 16  # hexadecimal signs of a seal that are told to people: 64 bits


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the audit, as it stands."""

    id: int
    at: datetime  # aware UTC
    person_id: int | None
    action: str
    about: str | None
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """The place of a line in the chain of its unit and day, counted from 1."""

    audit_id: int
    position: int
    hash: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A unit's day that is over."""

    id: int
    unit_id: int
    day: date
    lines: int
    head: str
    hash: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where: "changed", "missing", "inserted", "seal", "code" or "cut"."""

    what: str
    unit_id: int | None = None
    day: date | None = None
    position: int | None = None
    audit_id: int | None = None


def link_hash(previous: str, line: Line) -> str:
    """The hash of a line after the one before it; the same on every database."""
    at = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    parts = [previous, line.id, at, line.person_id, line.action, line.about, line.facts]
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def seal_hash(previous: str, unit_id: int, day: date, lines: int, head: str) -> str:
    """The hash of a seal after the seal before it."""
    return sha256(json.dumps([previous, unit_id, day.isoformat(), lines, head]).encode()).hexdigest()


def code(seal: str) -> str:
    """What is told to people of a seal's hash."""
    return seal[:CODE_LENGTH]


def examine_day(
    unit_id: int, day: date, links: Sequence[Link], lines: Mapping[int, Line], seal: Seal | None
) -> list[Finding]:
    """What is wrong with one unit's day; `links` in order of position, `lines` by id.

    A line is compared with the hash that was written for it and with the one before it as written, so that one
    changed line is one finding, and not also everything after it.
    """
    found: list[Finding] = []
    previous, expected = START, 1
    for link in links:
        for gap in range(expected, link.position):
            found.append(Finding("missing", unit_id, day, gap))
        whole = link.position == expected
        line = lines.get(link.audit_id)
        if line is None:
            found.append(Finding("missing", unit_id, day, link.position, link.audit_id))
        elif whole and link_hash(previous, line) != link.hash:
            found.append(Finding("changed", unit_id, day, link.position, link.audit_id))
        previous, expected = link.hash, link.position + 1
    if seal is not None:
        for gap in range(expected, seal.lines + 1):
            found.append(Finding("missing", unit_id, day, gap))
        for link in links:
            if link.position > seal.lines:
                found.append(Finding("inserted", unit_id, day, link.position, link.audit_id))
        if expected == seal.lines + 1 and previous != seal.head:
            found.append(Finding("seal", unit_id, day))
    return found


def examine_seals(seals: Iterable[Seal], codes: Iterable[str] = ()) -> list[Finding]:
    """Whether the seals are one unbroken chain, in the order of their ids, and hold every code told to people."""
    found: list[Finding] = []
    previous = START
    hashes: list[str] = []
    for seal in seals:
        if seal_hash(previous, seal.unit_id, seal.day, seal.lines, seal.head) != seal.hash:
            found.append(Finding("seal", seal.unit_id, seal.day))
        previous = seal.hash
        hashes.append(seal.hash)
    for each in codes:
        if len(each) < CODE_LENGTH or not any(known.startswith(each.lower()) for known in hashes):
            found.append(Finding("code"))
    return found
