"""A map of a team on a plain ground: people and clients as points, with names, without any map service (S-02, C21).

Facts: `title`, `at`, `language`, `empty` (said where there is nothing), `people` and `clients`, each a list of
{"x", "y", "name", "kind", "note"} with x and y from 0 to 1 (y downwards), `legend` (a list of [kind, words]),
`scale` ({"width": part of the width, "label": words}) or none.
"""

from typing import Any

from bot.pictures.canvas import WIDTH, Canvas, Ink

SIDE = 20.0
TOP, FIELD, FOOT = 58.0, 400.0, 62.0
INKS = {"at_client": Ink.GOOD, "out": Ink.BLUE, "overdue": Ink.BAD, "client": Ink.GREY}
Box = tuple[float, float, float, float]


def draw(facts: dict[str, Any]) -> bytes:
    """The picture as PNG: people over clients, labels where there is room."""
    sheet = Canvas(WIDTH, TOP + FIELD + FOOT, facts.get("language", "zh-Hans"))
    sheet.text((SIDE, 22), facts["title"], size=17, bold=True, most=WIDTH - 110)
    sheet.text((WIDTH - SIDE, 22), facts["at"], size=13, ink=Ink.SOFT, anchor="rm")
    sheet.box((SIDE / 2, TOP - 14, WIDTH - SIDE / 2, TOP + FIELD), Ink.CARD, 10)
    points = [*facts.get("clients", ()), *facts.get("people", ())]
    if not points:
        sheet.text((WIDTH / 2, TOP + FIELD / 2), facts["empty"], size=15, ink=Ink.SOFT, anchor="mm", most=WIDTH - 60)
    taken = [_around(_place(each), 6) for each in points]
    for each in facts.get("clients", ()):
        sheet.dot(_place(each), 4, Ink.GREY)
    for each in facts.get("people", ()):
        sheet.dot(_place(each), 7, INKS.get(each["kind"], Ink.BLUE), Ink.CARD)
    for each in facts.get("people", ()):
        _label(sheet, each, taken, size=14, bold=True, ink=Ink.TEXT)
    for each in facts.get("clients", ()):
        _label(sheet, each, taken, size=11, bold=False, ink=Ink.SOFT)
    _foot(sheet, facts)
    return sheet.png()


def _place(point: dict[str, Any]) -> tuple[float, float]:
    return SIDE + 14 + point["x"] * (WIDTH - 2 * SIDE - 28), TOP + 8 + point["y"] * (FIELD - 40)


def _label(sheet: Canvas, point: dict[str, Any], taken: list[Box], *, size: float, bold: bool, ink: Ink) -> None:
    """The name (and a note under it) on the side where nothing is yet; a line leads to it where it had to move away."""
    x, y = _place(point)
    note = point.get("note") or ""
    wide = min(max(sheet.width_of(point["name"], size, bold), sheet.width_of(note, size - 3)), 150)
    high = size + 4 + (size if note else 0)
    box = next(
        (each for each in _spots(x, y, wide, high) if _inside(each) and not any(_meet(each, other) for other in taken)),
        None,
    )
    if box is None:
        return  # crowded: the list under the picture names everybody
    taken.append(box)
    if abs((box[1] + box[3]) / 2 - y) > 20:
        sheet.line([(x, y), (min(max(x, box[0]), box[2]), (box[1] + box[3]) / 2)], Ink.FAINT)
    sheet.text((box[0], box[1] + size / 2 + 2), point["name"], size=size, bold=bold, ink=ink, most=wide + 2)
    if note:
        sheet.text((box[0], box[1] + size * 1.5 + 3), note, size=size - 3, ink=Ink.SOFT, most=wide + 2)


def _spots(x: float, y: float, wide: float, high: float) -> list[Box]:
    """Right, left, above, below, and farther up and down."""
    spots = []
    for away in (0.0, 24.0, -24.0, 48.0, -48.0, 72.0, -72.0):
        middle = y + away
        spots.append((x + 11, middle - high / 2, x + 11 + wide, middle + high / 2))
        spots.append((x - 11 - wide, middle - high / 2, x - 11, middle + high / 2))
        spots.append((x - wide / 2, middle - high - 9, x + wide / 2, middle - 9))
        spots.append((x - wide / 2, middle + 9, x + wide / 2, middle + high + 9))
    return spots


def _inside(box: Box) -> bool:
    return box[0] >= SIDE - 4 and box[2] <= WIDTH - SIDE + 4 and box[1] >= TOP - 10 and box[3] <= TOP + FIELD - 18


def _around(at: tuple[float, float], by: float) -> Box:
    return at[0] - by, at[1] - by, at[0] + by, at[1] + by


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _foot(sheet: Canvas, facts: dict[str, Any]) -> None:
    """What the colours mean, and how long a kilometre is."""
    x, y = SIDE, TOP + FIELD + 22
    for kind, words in facts.get("legend", ()):
        sheet.dot((x + 5, y), 5 if kind != "client" else 4, INKS.get(kind, Ink.BLUE))
        sheet.text((x + 15, y), words, size=12, ink=Ink.SOFT)
        x += 27 + sheet.width_of(words, 12)
    if scale := facts.get("scale"):
        long = scale["width"] * (WIDTH - 2 * SIDE - 28)
        right = WIDTH - SIDE
        sheet.line([(right - long, y + 24), (right, y + 24)], Ink.TEXT, 2)
        sheet.text((right - long - 8, y + 24), scale["label"], size=12, ink=Ink.SOFT, anchor="rm")
