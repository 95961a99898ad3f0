"""`waiqin understand`: JSON lines in, JSON lines out."""

from __future__ import annotations

import io
import json
import subprocess
import sys

from bot.cli.understand import run

QUESTION = {
    "id": "a1",
    "text": "去永泰纺织看厂房，四点半回",
    "lang": "zh-Hans",
    "now": "2026-08-03T10:00",
    "portfolio": [{"code": "C1", "alias": "永泰纺织"}],
}


def ask(kind: str, *lines: str) -> tuple[int, list[dict[str, object]]]:
    out = io.StringIO()
    code = run(kind, io.StringIO("\n".join(lines)), out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_an_outing_is_understood() -> None:
    code, answers = ask("outing", json.dumps(QUESTION))
    assert code == 0
    assert answers == [
        {
            "id": "a1",
            "clients": ["永泰纺织"],
            "candidates": [],
            "new_leads": [],
            "matter": "看厂房",
            "place": None,
            "depart_at": None,
            "return_at": "2026-08-03T16:30",
        }
    ]


def test_dates_are_understood() -> None:
    code, answers = ask(
        "dates", json.dumps({"id": 7, "text": "明天下午三点", "lang": "zh-Hans", "now": "2026-08-03T10:00"})
    )
    assert code == 0
    spans = answers[0]["spans"]
    assert isinstance(spans, list)
    assert [span["start"] for span in spans] == ["2026-08-04T15:00"]


def test_a_bad_line_spoils_only_itself() -> None:
    code, answers = ask(
        "outing",
        "not json",
        json.dumps({"id": 2, "text": "去永泰"}),
        json.dumps({"id": 3, "text": 5, "now": "2026-08-03T10:00"}),
        json.dumps({"id": 4, "text": "去永泰", "now": "yesterday"}),
        json.dumps([1]),
        json.dumps({"id": 5, "text": "去永泰", "now": "2026-08-03T10:00", "portfolio": [{"alias": "永泰"}]}),
        "",
        json.dumps(QUESTION),
    )
    assert code == 2
    assert [answer["id"] for answer in answers] == [None, 2, 3, 4, None, 5, "a1"]
    assert ["error" in answer for answer in answers] == [True] * 6 + [False]


def test_an_unknown_kind_is_said() -> None:
    code, answers = ask("weather", json.dumps(QUESTION))
    assert code == 2
    assert "outing" in str(answers[0]["error"])


def test_a_zone_and_a_missing_language_do_no_harm() -> None:
    question = {key: value for key, value in QUESTION.items() if key != "lang"} | {"now": "2026-08-03T10:00+08:00"}
    code, answers = ask("outing", json.dumps(question))
    assert (code, answers[0]["return_at"]) == (0, "2026-08-03T16:30")


def test_understanding_loads_neither_the_bot_nor_the_database() -> None:
    program = (
        "import io, json, sys\n"
        "from bot.cli.understand import run\n"
        f"run('outing', io.StringIO({json.dumps(json.dumps(QUESTION))}), io.StringIO())\n"
        "print([name for name in ('aiogram', 'sqlalchemy', 'dateparser', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
