"""Leave asked for in a sentence, in three languages: `waiqin understand leave`."""

import io
import json
from datetime import datetime

import pytest

from bot.cli.understand import run
from bot.language.leave import Heard, described, read
from tests.language.leave_cases import CASES

NOW = datetime(2026, 8, 3, 10)


def when(heard: Heard) -> str:
    """The short writing of the cases."""
    told = described(heard)
    if told["problem"]:
        return str(told["problem"])
    if told["start"] is None:
        return str(told["unit"] or "")
    start, end = (str(told[name]).removeprefix("2026-") for name in ("start", "end"))
    if told["unit"] == "hour":
        return f"{start}..{end}"
    if told["unit"] == "half" and start == end:
        return f"{start} {told['half'] or 'half'}"
    edges = [f"{day} {half}" if half else day for day, half in ((start, told["start_half"]), (end, told["end_half"]))]
    return start if start == end else "..".join(edges)


@pytest.mark.parametrize(("text", "expected", "kind", "standin", "reason"), CASES, ids=[case[0] for case in CASES])
def test_a_sentence_that_asks_for_leave(
    text: str, expected: str, kind: str | None, standin: str | None, reason: str | None
) -> None:
    heard = read(text, NOW)
    assert (when(heard), heard.kind, heard.standin, heard.reason) == (expected, kind, standin, reason)


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 100
    assert len({case[0] for case in CASES}) == len(CASES)


def test_the_script_answers_line_by_line() -> None:
    out = io.StringIO()
    lines = [
        {"id": 1, "text": "明天下午请半天事假，工作交给张敏", "lang": "zh-Hans", "now": "2026-08-03T10:00"},
        {"id": 2, "text": "请两小时假，三点去医院", "now": "2026-08-03T10:00"},
        {"id": 3, "text": "周三8月6号请假", "now": "2026-08-03T10:00"},
        {"id": 4, "now": "2026-08-03T10:00"},
    ]
    code = run("leave", io.StringIO("\n".join(json.dumps(line) for line in lines)), out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert code == 2
    assert answers[0] == {
        "id": 1, "start": "2026-08-04", "end": "2026-08-04", "unit": "half", "half": "pm", "start_half": None,
        "end_half": None, "type": "personal", "standin": "张敏", "reason": None, "problem": None,
    }  # fmt: skip
    assert (answers[1]["start"], answers[1]["end"]) == ("2026-08-03T15:00", "2026-08-03T17:00")
    assert answers[2]["problem"] == "weekday_mismatch"
    assert answers[3]["error"]
