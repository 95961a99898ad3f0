"""The strips of who is away: what is written on them, and that every size is drawn."""

from typing import Any

import pytest

from bot.pictures.canvas import written
from bot.pictures.leave_calendar import MOST_PEOPLE, draw


def facts(days: int, people: int) -> dict[str, Any]:
    return {
        "language": "zh-Hans",
        "title": "本周休假",
        "at": "8月3日",
        "days": [
            {
                "number": str(n),
                "name": "一",
                "rest": n > 5,
                "mark": "班" if n == 6 else "",
                "today": n == 3,
                "week": n == 1,
            }
            for n in range(1, days + 1)
        ],
        "people": [
            {"name": f"同事{n}", "note": "", "bars": [{"from": 0.5, "to": 1.0, "kind": "approved", "words": ""}]}
            for n in range(people)
        ],
        "legend": [["approved", "已批准"], ["asking", "待审批"]],
        "empty": "没有人休假",
        "rest": "在岗 3 人",
    }


@pytest.mark.parametrize("days", [7, 31])
@pytest.mark.parametrize("people", [0, 1, MOST_PEOPLE + 20])
def test_it_is_drawn_and_names_whoever_is_away(days: int, people: int) -> None:
    png, words = written(lambda: draw(facts(days, people)))
    assert png.startswith(b"\x89PNG")
    assert ("没有人休假" in words) is (people == 0)
    assert sum(each.startswith("同事") for each in words) == min(people, MOST_PEOPLE)
    assert {"本周休假", "已批准", "待审批", "班", "在岗 3 人"} <= set(words)
