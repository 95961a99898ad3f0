"""The chart of a report: visits day by day, rates against their marks, evidence, and who did how much.

    facts = {"language", "title", "under",
             "days": {"title", "legend": [planned, unplanned], "bars": [[label, planned, unplanned], ...]},
             "rates": {"title", "bars": [[label, per cent or null, mark or null, note], ...]},
             "parts": {"title", "of": [[label, count, ink], ...]},
             "groups": {"title", "bars": [[label, count], ...]},
             "stamp"}

A part without rows is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.pictures.canvas import WIDTH, Canvas, Ink

EDGE = 16
INNER = WIDTH - 2 * EDGE
HEADING = 34
DAYS_HEIGHT = 150
RATE_HEIGHT = 40
PARTS_HEIGHT = 62
GROUP_HEIGHT = 28
MOST_GROUPS = 12
MOST_LABELS = 11
GAP = 14


def draw(facts: dict[str, Any]) -> bytes:
    """The picture as a PNG."""
    parts = [(name, facts[name]) for name in ("days", "rates", "parts", "groups") if rows_of(facts.get(name))]
    height = 74 + sum(height_of(name, part) + GAP for name, part in parts) + 22
    sheet = Canvas(WIDTH, height, facts["language"])
    sheet.text((EDGE, 26), facts["title"], size=20, bold=True, most=INNER)
    sheet.text((EDGE, 50), facts["under"], size=13, ink=Ink.SOFT, most=INNER)
    top: float = 74
    for name, part in parts:
        tall = height_of(name, part)
        sheet.box((EDGE - 6, top, WIDTH - EDGE + 6, top + tall), Ink.CARD, radius=10)
        sheet.text((EDGE + 4, top + 18), part["title"], size=14, bold=True, most=INNER - 8)
        DRAWN[name](sheet, part, top + HEADING)
        top += tall + GAP
    sheet.text((WIDTH / 2, height - 14), facts["stamp"], size=10, ink=Ink.SOFT, anchor="mm", most=INNER)
    return sheet.png()


def rows_of(part: dict[str, Any] | None) -> Sequence[Any]:
    found: Sequence[Any] = (part or {}).get("bars") or (part or {}).get("of") or ()
    return found


def height_of(name: str, part: dict[str, Any]) -> float:
    count = min(len(rows_of(part)), MOST_GROUPS)
    return HEADING + {"days": DAYS_HEIGHT, "parts": PARTS_HEIGHT}.get(
        name, count * (RATE_HEIGHT if name == "rates" else GROUP_HEIGHT) + 8
    )


def days(sheet: Canvas, part: dict[str, Any], top: float) -> None:
    """A column for each day: planned visits below, unplanned ones on them."""
    bars = part["bars"]
    highest = max(1, *(planned + unplanned for _, planned, unplanned in bars))
    floor, room = top + DAYS_HEIGHT - 42, DAYS_HEIGHT - 62
    step = (INNER - 16) / len(bars)
    wide = min(26.0, step * 0.7)
    every = -(-len(bars) // MOST_LABELS)
    sheet.line([(EDGE + 4, floor), (WIDTH - EDGE - 4, floor)])
    for index, (label, planned, unplanned) in enumerate(bars):
        middle = EDGE + 8 + step * (index + 0.5)
        low = floor - room * planned / highest
        high = low - room * unplanned / highest
        sheet.box((middle - wide / 2, low, middle + wide / 2, floor), Ink.BLUE, radius=2)
        sheet.box((middle - wide / 2, high, middle + wide / 2, low), Ink.WARN, radius=2)
        if planned + unplanned == highest or len(bars) <= 7:
            sheet.text((middle, high - 9), str(planned + unplanned), size=11, anchor="mm")
        if index % every == 0:
            sheet.text((middle, floor + 12), label, size=11, ink=Ink.SOFT, anchor="mm")
    legend(sheet, [(words, ink) for words, ink in zip(part["legend"], (Ink.BLUE, Ink.WARN), strict=True)], floor + 31)


def rates(sheet: Canvas, part: dict[str, Any], top: float) -> None:
    """A bar of a hundred for each rate, with a stroke where the bank's mark is."""
    for index, (label, per_cent, mark, note) in enumerate(part["bars"][:MOST_GROUPS]):
        y = top + index * RATE_HEIGHT
        sheet.text((EDGE + 4, y + 8), label, size=13, most=INNER - 130)
        shown = "–" if per_cent is None else f"{per_cent}%"
        sheet.text((WIDTH - EDGE - 4, y + 8), shown, size=14, bold=True, anchor="rm")
        sheet.text((WIDTH - EDGE - 52, y + 8), note, size=11, ink=Ink.SOFT, anchor="rm", most=80)
        left, right = EDGE + 4.0, WIDTH - EDGE - 4.0
        sheet.box((left, y + 20, right, y + 30), Ink.FAINT, radius=5)
        if per_cent is not None:
            enough = mark is None or per_cent >= mark
            ink = Ink.BLUE if mark is None else Ink.GOOD if enough else Ink.BAD
            sheet.box((left, y + 20, left + (right - left) * min(per_cent, 100) / 100, y + 30), ink, radius=5)
        if mark is not None:
            at = left + (right - left) * mark / 100
            sheet.line([(at, y + 17), (at, y + 33)], Ink.TEXT, width=1.5)


def parts(sheet: Canvas, part: dict[str, Any], top: float) -> None:
    """One bar that is shared out."""
    whole = sum(count for _, count, _ in part["of"])
    at = EDGE + 4.0
    for _, count, ink in part["of"]:
        wide = (INNER - 8) * count / whole if whole else 0
        sheet.box((at, top + 4, at + wide, top + 22), Ink[ink], radius=3)
        at += wide
    legend(sheet, [(f"{label} {count}", Ink[ink]) for label, count, ink in part["of"]], top + 42)


def groups(sheet: Canvas, part: dict[str, Any], top: float) -> None:
    """A bar for each unit or person, the longest first."""
    bars = part["bars"][:MOST_GROUPS]
    highest = max(1, *(count for _, count in bars))
    for index, (label, count) in enumerate(bars):
        y = top + index * GROUP_HEIGHT + 12
        sheet.text((EDGE + 4, y), label, size=13, most=112)
        left, right = EDGE + 124.0, WIDTH - EDGE - 44.0
        sheet.box((left, y - 7, right, y + 7), Ink.FAINT, radius=4)
        sheet.box((left, y - 7, left + (right - left) * count / highest, y + 7), Ink.BLUE, radius=4)
        sheet.text((WIDTH - EDGE - 4, y), str(count), size=13, bold=True, anchor="rm")


def legend(sheet: Canvas, words: Sequence[tuple[str, Ink]], y: float) -> None:
    """What the colours mean."""
    at = EDGE + 8.0
    for label, ink in words:
        sheet.dot((at, y), 4, ink)
        sheet.text((at + 9, y), label, size=12)
        at += 22 + sheet.width_of(label, 12)


DRAWN = {"days": days, "rates": rates, "parts": parts, "groups": groups}
