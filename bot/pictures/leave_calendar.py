"""Who is away: a strip for each person over a week or a month, days of rest in the ground (L01).

Facts: `language`, `title`, `at`, `days` (a list of {"number", "name", "rest", "mark", "today", "week"}: `mark` is a
word for a day that is worked or free against its weekday, `week` says that a week begins), `people` (a list of
{"name", "note", "bars"}, each bar {"from", "to", "kind", "words"} in days from the first, halves as .5), `legend` (a
list of [kind, words]), `empty` (said where nobody is away) and `rest` (how many are there, in words).
"""

from typing import Any

from bot.pictures.canvas import WIDTH, Canvas, Ink

SIDE, NAMES = 12.0, 74.0
HEAD, WEEK_ROW, MONTH_ROW, FOOT = 88.0, 46.0, 32.0, 58.0
MOST_PEOPLE = 40
BARS = {"approved": (Ink.BLUE, None, Ink.CARD), "asking": (Ink.PALE_BLUE, Ink.BLUE, Ink.TEXT)}


def draw(facts: dict[str, Any]) -> bytes:
    """The picture as PNG; as many rows as people, each as high as a thumb needs in a week and as a line in a month."""
    people = facts["people"][:MOST_PEOPLE]
    days = facts["days"]
    month = len(days) > 7
    row = MONTH_ROW if month else WEEK_ROW
    body = max(len(people), 2) * row
    sheet = Canvas(WIDTH, HEAD + body + FOOT, facts.get("language", "zh-Hans"))
    wide = (WIDTH - NAMES - 2 * SIDE) / len(days)
    sheet.text((SIDE, 20), facts["title"], size=17, bold=True, most=WIDTH - 130)
    sheet.text((WIDTH - SIDE, 20), facts["at"], size=12, ink=Ink.SOFT, anchor="rm")
    sheet.box((SIDE / 2, 38, WIDTH - SIDE / 2, HEAD + body + 6), Ink.CARD, 10)
    for place, day in enumerate(days):
        _day(sheet, day, SIDE + NAMES + place * wide, wide, HEAD + body, month=month)
    for place, person in enumerate(people):
        _person(sheet, person, HEAD + place * row, row, wide)
    if not people:
        sheet.text((WIDTH / 2, HEAD + body / 2), facts["empty"], size=15, ink=Ink.SOFT, anchor="mm", most=WIDTH - 60)
    _foot(sheet, facts, HEAD + body)
    return sheet.png()


def _day(sheet: Canvas, day: dict[str, Any], x: float, wide: float, bottom: float, *, month: bool) -> None:
    """A column: grey where nobody works, framed where it is today; a word where the weekday deceives."""
    middle = x + wide / 2
    if day["rest"]:
        sheet.box((x, HEAD - 4, x + wide, bottom), Ink.FAINT, 0)
    if day["today"]:
        sheet.box((x, 42, x + wide, 62), Ink.BLUE, 5)
    ink = Ink.CARD if day["today"] else Ink.SOFT if day["rest"] else Ink.TEXT
    if not month or day["today"] or day["week"]:  # in a month there is room for one number a week
        size = 14 if not month else 9 if day["today"] else 11
        sheet.text((middle, 52), day["number"], size=size, bold=day["today"], ink=ink, anchor="mm")
    if not month:
        sheet.text((middle, 68), day["name"], size=11, ink=Ink.SOFT, anchor="mm")
    if day["mark"]:
        sheet.text((middle, 79 if not month else 70), day["mark"], size=9 if not month else 8.5, bold=True,
                   ink=Ink.GOOD if day["rest"] else Ink.WARN, anchor="mm")  # fmt: skip


def _person(sheet: Canvas, person: dict[str, Any], top: float, row: float, wide: float) -> None:
    """A name, and what of the days it is away."""
    middle = top + row / 2
    sheet.line([(SIDE, top), (WIDTH - SIDE, top)], Ink.FAINT)
    note = person.get("note") or ""
    sheet.text((SIDE, middle - (7 if note else 0)), person["name"], size=14, bold=True, most=NAMES - 6)
    if note:
        sheet.text((SIDE, middle + 9), note, size=10, ink=Ink.SOFT, most=NAMES - 6)
    for bar in person["bars"]:
        fill, outline, ink = BARS.get(bar["kind"], BARS["approved"])
        left, right = SIDE + NAMES + bar["from"] * wide, SIDE + NAMES + bar["to"] * wide
        right = max(right, left + 3)
        sheet.box((left + 0.5, top + row * 0.2, right - 0.5, top + row * 0.8), fill, 4, outline)
        if bar.get("words") and sheet.width_of(bar["words"], 11) <= right - left - 4:
            sheet.text(((left + right) / 2, middle), bar["words"], size=11, ink=ink, anchor="mm")


def _foot(sheet: Canvas, facts: dict[str, Any], top: float) -> None:
    """What the colours mean, and how many are there."""
    x = SIDE
    for kind, words in facts["legend"]:
        fill, outline, _ = BARS.get(kind, BARS["approved"])
        sheet.box((x, top + 18, x + 18, top + 30), fill, 3, outline)
        sheet.text((x + 24, top + 24), words, size=12, ink=Ink.SOFT)
        x += 40 + sheet.width_of(words, 12)
    sheet.text((SIDE, top + 44), facts["rest"], size=12, ink=Ink.SOFT, most=WIDTH - 2 * SIDE)
