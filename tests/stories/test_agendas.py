"""Agendas with figures, and the quarter's sample of minutes (M01, M03, M06)."""

from datetime import date, timedelta
from io import BytesIO

from hypothesis import given, strategies as st
from python_calamine import CalamineWorkbook

from bot.rules.rollcall import Gathering, Mark
from bot.rules.samples import drawn
from storage.briefing_tables import roll_call_answers, roll_calls
from tests.stage import Stage
from tests.stories.test_reports import a_month


async def meetings(stage: Stage) -> None:
    now = stage.clock.now()
    async with stage.app.database.writing() as db:
        for number in range(1, 5):
            starts = now - timedelta(days=7 * number - 2)
            await db.execute(
                roll_calls.insert().values(
                    id=number, unit_id=3, day=starts.date(), gathering=Gathering.WEEKLY, starts=starts,
                    ends=starts + timedelta(minutes=30), closed_at=starts, minutes=f"=第{number}次例会",
                    minutes_at=starts, recorder_id=2,
                )
            )  # fmt: skip
            for person, mark in ((1, Mark.PRESENT), (2, Mark.UNEXPLAINED)):
                await db.execute(roll_call_answers.insert().values(roll_call_id=number, person_id=person, mark=mark))


async def test_the_agenda_brings_last_weeks_figures(stage: Stage) -> None:
    await a_month(stage)
    await meetings(stage)
    await stage.at("08:00", days=7)
    chen, li = stage.actor("chen"), stage.actor("li")
    async with stage.app.database.writing() as db:
        now = stage.clock.now()
        await db.execute(
            roll_calls.insert().values(
                id=9, unit_id=3, day=now.date(), gathering=Gathering.WEEKLY, starts=now, ends=now + timedelta(hours=1)
            )
        )
    chen.skip()
    await chen.taps_data("agendas.show:9")
    said = chen.heard("agendas-filling", "agendas-agenda")
    assert "走访 <b>3</b> 次" in said
    assert "李伟：缺记录 1，迟交 1" in said
    assert "传达管理例会决定" in said
    await li.taps_data("agendas.show:9")
    assert li.last.key == "turn-not-allowed"
    await stage.actor("zhao").taps_data("agendas.show:9")
    assert stage.actor("zhao").last.key == "reports-not-yours"


async def test_the_quarters_sample_is_a_workbook_with_room_for_scores(stage: Stage) -> None:
    await meetings(stage)
    qian = stage.actor("qian")
    await qian.says("/report")
    await qian.taps("reports.show", "Quarter")
    await qian.taps("registers.choose")
    qian.skip()
    await qian.taps("agendas.sample")
    qian.heard("agendas-drawing", "agendas-sample-file")
    rows = CalamineWorkbook.from_filelike(BytesIO(qian.file().data)).get_sheet_by_index(0).to_python()[4:]
    assert 1 <= len(rows) <= 2
    assert rows[0][5:7] == [2, 1]
    assert rows[0][8].startswith("=第")


@given(st.dictionaries(st.integers(1, 5), st.lists(st.integers(1, 500), max_size=9), max_size=4), st.integers(0, 3))
def test_the_draw_is_the_same_for_everybody_and_takes_no_more_than_it_may(
    there: dict[int, list[int]], most: int
) -> None:
    there = {unit: [unit * 1000 + each for each in numbers] for unit, numbers in there.items()}
    once = drawn(there, date(2026, 7, 1), most)
    assert once == drawn(dict(reversed(there.items())), date(2026, 7, 1), most)
    for unit, numbers in there.items():
        assert len([each for each in once if each // 1000 == unit]) == min(most, len(set(numbers)))
