"""Who is away: as text, as a picture, as a workbook for HR and as a calendar file (L01, FM29)."""

from datetime import date
from fractions import Fraction
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.pictures.leave_calendar import draw
from bot.rules.leave_types import Kind
from bot.rules.ledger import Entry
from storage import field as f
from tests.stage import Stage

ASKED: list[tuple[str, dict[str, Any]]] = []


class Painter:
    """Draws in this process, and remembers what was asked."""

    def __init__(self, font: str | None = None) -> None:
        self.font = font

    async def draw(self, kind: str, facts: dict[str, Any]) -> bytes:
        ASKED.append((kind, facts))
        return draw(facts)

    async def close(self) -> None:
        return


@pytest.fixture(autouse=True)
def painter(monkeypatch: pytest.MonkeyPatch, stage: Stage) -> None:
    ASKED.clear()
    monkeypatch.setattr("bot.app.Pictures", Painter)
    stage.app.slow.tools.pictures = Painter()


async def granted(stage: Stage, sentence: str = "明天下午请半天事假，家里有事") -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says(sentence)
    await li.taps("leave.confirm")
    await chen.taps("deciding.approve")
    chen.skip()


async def test_the_calendar_picture_shows_a_strip_for_each_person(stage: Stage) -> None:
    """A half day is half a strip; whoever only asked is told apart; the picture is there after one tap."""
    chen, wu = stage.actor("chen"), stage.actor("wu")
    await granted(stage)
    await stage.actor("sun").says("8月6号下午请半天事假")
    await stage.actor("sun").taps("leave.confirm")
    chen.skip()
    await chen.says("/away")
    assert "李伟" in chen.heard("away-week")
    await chen.taps("away_files.picture")
    assert chen.last.key == "away-picture-caption"
    assert chen.last.method == "sendPhoto"
    [(kind, facts)] = ASKED
    assert kind == "leave_calendar"
    strips = {each["name"]: each["bars"] for each in facts["people"]}
    assert [(bar["from"], bar["to"], bar["kind"]) for bar in strips["李伟"]] == [(1.5, 2.0, "approved")]
    assert [(bar["from"], bar["to"], bar["kind"]) for bar in strips["孙副主任"]] == [(3.5, 4.0, "asking")]
    assert [day["rest"] for day in facts["days"]] == [False] * 5 + [True] * 2
    await wu.taps_data("away_files.picture:0")
    wu.heard("turn-not-allowed")


async def test_a_month_with_a_holiday_and_a_make_up_day(stage: Stage) -> None:
    chen = stage.actor("chen")
    await stage.at("09:00", days=60)  # 2 October
    await chen.says("/away")
    await chen.taps("away.show")
    await chen.taps("away_files.picture")
    facts = ASKED[-1][1]
    assert len(facts["days"]) == 31
    assert [day["number"] for day in facts["days"] if day["mark"] == "班"] == ["10"]
    assert facts["days"][0]["rest"]
    assert facts["people"] == []


async def test_hr_gets_a_workbook_with_typed_columns_and_calendars_a_feed(stage: Stage) -> None:
    """FM29: dates are dates, days numbers, nothing is a formula; the feed says nothing but who and when."""
    chen = stage.actor("chen")
    async with stage.app.database.writing() as db:
        row = {
            "person_id": 1, "account": Kind.ANNUAL, "entry": Entry.ALLOCATION, "days": Fraction(5),
            "on": date(2026, 1, 1), "reference": "=allocation", "expires": date(2026, 12, 31),
        }  # fmt: skip
        await db.execute(f.ledger.insert(), [row])
    await granted(stage, "明天下午请半天事假，=1+1")
    await chen.says("/away")
    for sort in ("xlsx", "ics"):
        chen.skip()
        await chen.taps(f"away_files.file:{sort}")
        assert chen.last.key == f"away-file-{sort}"
        assert chen.last.method == "sendDocument"
        data = chen.file().data
        if sort == "ics":
            text = data.decode()
            assert "DTSTART:20260804T050000Z" in text
            assert "SUMMARY:李伟" in text
            assert "事假" not in text
        else:
            book = load_workbook(BytesIO(data))
            requests = [row for row in book.worksheets[0].values if row[0] == "S001"]
            assert [requests[0][place] for place in (1, 3, 6, 9)] == ["李伟", "事假", 0.5, "已批准"]
            assert requests[0][4].date() == date(2026, 8, 4)
            account = next(row for row in book.worksheets[1].values if row[0] == "S001")
            assert account[4] == 5
            assert not any(cell.data_type == "f" for sheet in book for rows in sheet for cell in rows)
