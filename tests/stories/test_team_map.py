"""The team on a picture: who is drawn, with which words; where nothing is known it is said (C21, S-02)."""

from io import BytesIO
from typing import Any

from PIL import Image

from bot.pictures.canvas import written
from bot.pictures.team_map import draw
from bot.rules.evidence import Grade
from storage import tables as t
from tests.stage import Stage
from tests.stories.test_boards import DINGSHENG, HUAFENG, is_over, out, visiting

NO_PLACE = 6


class Easel:
    """Pictures drawn at once, in this process; what was drawn is kept."""

    def __init__(self) -> None:
        self.facts: list[dict[str, Any]] = []
        self.words: list[list[str]] = []

    async def draw(self, kind: str, facts: dict[str, Any]) -> bytes:
        assert kind == "team_map"
        png, words = written(lambda: draw(facts))
        self.facts.append(facts)
        self.words.append(words)
        return png

    async def close(self) -> None:
        return


async def test_the_map_shows_who_is_out_and_no_coordinates(calm_stage: Stage) -> None:
    """One at a client, one on the way, one bound for a place that nobody knows; drawn by the slow lane."""
    stage, chen, easel = calm_stage, calm_stage.actor("chen"), Easel()
    stage.app.slow.tools.pictures = easel
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "09:30", grade=Grade.STRONG)
    await out(stage, "zhang", HUAFENG)
    await out(stage, "zheng", NO_PLACE)
    await stage.at("10:00")
    await chen.says("/team")
    await chen.taps("team_map.draw")
    assert "图上 2 人" in next(each.text for each in chen.all_heard if each.key == "team-map-caption")
    assert "另有 1 人没有位置" in chen.last.text
    (words,) = easel.words
    assert {"公司一部", "李伟", "张敏", "鼎盛纺织 C001", "华丰机械 C002", "客户处", "路上", "超时", "客户"} <= set(
        words
    )
    assert "郑信息" not in words
    (facts,) = easel.facts
    points = [*facts["people"], *facts["clients"]]
    assert all(0 <= each["x"] <= 1 and 0 <= each["y"] <= 1 for each in points)
    jobs = await stage.rows(t.jobs, t.jobs.c.action == "team_map.drawn")
    assert "30.5" not in str(jobs)  # C21: where people are stays in its own tables
    await is_over(chen)


def test_nobody_out_is_said_on_the_picture() -> None:
    facts = {"title": "公司一部", "at": "10:00", "language": "zh-Hans", "empty": "现在没有人在外", "legend": []}
    png, words = written(lambda: draw(facts))
    assert "现在没有人在外" in words
    assert Image.open(BytesIO(png)).width == 390 * 3


def test_a_crowd_is_drawn_and_no_label_stands_on_another() -> None:
    """Thirty people on one spot: as many names as there is room for; the list under the picture has all."""
    people = [{"x": 0.5, "y": 0.5, "name": f"经理{n}", "kind": "out", "note": ""} for n in range(30)]
    facts = {"title": "分行", "at": "10:00", "language": "zh-Hans", "empty": "", "people": people, "legend": []}
    _, words = written(lambda: draw(facts))
    shown = [each for each in words if each.startswith("经理")]
    assert 4 <= len(shown) == len(set(shown)) <= 30
