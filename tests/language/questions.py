"""How well questions are read: `python -m tests.language.questions` prints the share of right filters per language.

With `--misses` every wrong one is shown. The questions stand in questions*.txt.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path

from bot.language.question import Asked, Period, Question, read

HERE = Path(__file__).parent
NOW = datetime(2026, 8, 5, 10)
CORPORA = ("questions", "questions2", "questions3", "questions4", "questions5")

SIMPLIFIED = Asked(
    "王芳",
    "公司业务部",
    ("公司业务部", "公司业务一部", "公司业务二部", "城东支行", "开发区支行", "零售部"),
    (
        ("王芳", "公司业务部"), ("张敏", "公司业务一部"), ("李建国", "公司业务一部"), ("赵雪", "公司业务二部"),
        ("陈志强", "城东支行"), ("张伟", "零售部"), ("欧阳静", "城东支行"),
    ),
    (("C001", "鼎盛纺织"), ("C002", "宏图玻璃"), ("C003", "永泰物流"), ("C004", "新华印刷"), ("C005", "华泽布业")),
)  # fmt: skip
TRADITIONAL = Asked(
    "王芳",
    "企業一組",
    ("企業一組", "企業二組", "中環分行", "觀塘分行"),
    (
        ("王芳", "企業一組"),
        ("張敏", "企業一組"),
        ("李建國", "企業二組"),
        ("陳志強", "中環分行"),
        ("何嘉欣", "觀塘分行"),
    ),
    (("C001", "鼎盛紡織"), ("C002", "宏圖玻璃"), ("C003", "永泰物流")),
)
ENGLISH = Asked(
    "Helen Carter",
    "Corporate Team 1",
    ("Corporate Team 1", "Corporate Team 2", "Harbour Branch", "Riverside Branch"),
    (
        ("Helen Carter", "Corporate Team 1"), ("Grace Lee", "Corporate Team 1"), ("Daniel Wong", "Corporate Team 2"),
        ("Priya Nair", "Harbour Branch"), ("Tom Becker", "Riverside Branch"),
    ),
    (("D01", "Dragon Textiles"), ("D02", "Evergreen Logistics"), ("D03", "Sunrise Foods")),
)  # fmt: skip
SCENES = {"zh-Hans": SIMPLIFIED, "zh-Hant": TRADITIONAL, "en": ENGLISH}
SHORT = {
    "p": "person", "u": "unit", "c": "client", "k": "kind", "t": "tier", "ch": "channel", "d": "period",
    "a": "aggregate",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A question of the table and the filter that it asks for."""

    text: str
    language: str
    expected: Question


def table(*names: str) -> Iterator[Case]:
    """Every question of the named files, of all files if none is named."""
    for name in names or CORPORA:
        language = ""
        for line in (HERE / f"{name}.txt").read_text("utf-8").splitlines():
            if head := re.fullmatch(r"\[(.+)\]", line):
                language = head[1]
            elif line and not line.startswith("#"):
                yield Case(line.split(" | ")[0], language, _expected(line))


def wrong(case: Case, now: datetime = NOW) -> dict[str, tuple[object, object]]:
    """The fields that were read wrongly: name → (expected, read)."""
    got = read(case.text, now, SCENES[case.language], case.language)
    pairs = {each.name: (getattr(case.expected, each.name), getattr(got, each.name)) for each in fields(Question)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def main(argv: list[str]) -> int:
    """Print the score, by language and field."""
    misses = [(case, wrong(case)) for case in table(*[word for word in argv if not word.startswith("-")])]
    names = [each.name for each in fields(Question)]
    print(f"{'':10}{'n':>5}" + "".join(f"{name:>11}" for name in (*names, "all")))
    for language in (*SCENES, "all"):
        mine = [miss for case, miss in misses if language in (case.language, "all")]
        rights = [sum(name not in miss for miss in mine) for name in names] + [sum(not miss for miss in mine)]
        print(
            f"{language:10}{len(mine):>5}" + "".join(f"{100 * right / max(len(mine), 1):>10.1f}%" for right in rights)
        )
    if "--misses" in argv:
        for case, miss in misses:
            for name, (expected, got) in miss.items():
                print(f"{case.text}\n    {name}: expected {expected}, read {got}")
    return 0


def _expected(line: str) -> Question:
    _, what, *rest = line.split(" | ")
    subject, _, status = what.partition(" ")
    if subject == "unknown":
        return Question()
    values = dict(cell.split("=") for cell in (rest[0].split(", ") if rest else ()))
    named: dict[str, object] = {SHORT[key]: value for key, value in values.items() if key != "d"}
    days = _days(values["d"]) if "d" in values else None
    filled = {"aggregate": "list", "period": days, **named}
    return Question(subject=subject, status=tuple(status.split(",")) if status else (), **filled)  # type: ignore[arg-type]


def _days(cell: str) -> Period:
    first, _, last = cell.partition("..")
    return Period(_day(first), None if last == "*" else _day(last or first))


def _day(cell: str) -> date:
    return date.fromisoformat(cell if len(cell) == 10 else f"{NOW.year}-{cell}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
