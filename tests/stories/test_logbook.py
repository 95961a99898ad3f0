"""The chair's words of the evening, what concerns one, the day's log and the week's summary (A03, A14, A15)."""

from datetime import time, timedelta

from storage import briefing_tables as b, tables as t
from storage.agenda_tables import agenda
from tests.stage import MONDAY, Stage, local
from tests.stories.test_boards import DINGSHENG, out, visiting

TUESDAY = MONDAY + timedelta(days=1)


async def start(stage: Stage, *names: str) -> None:
    async with stage.app.database.writing() as db:
        for name in names:
            await db.execute(
                t.jobs.insert(),
                {"name": name, "action": name, "args": {}, "due": stage.clock.now() + timedelta(hours=9)},
            )


async def test_the_evening_before_becomes_the_morning_and_one_tap_puts_it_into_the_log(stage: Stage) -> None:
    chen, li, zhang = stage.actor("chen"), stage.actor("li"), stage.actor("zhang")
    await start(stage, "briefing.morning")
    await stage.at("18:30")
    for actor in (chen, li, zhang):
        actor.skip()
    await chen.says("/brief 周五前报送季度检查材料，电话13812345678")
    said = chen.heard("words-masked", "brief-sheet")
    assert "8月4日" in said
    assert "138" not in said
    await chen.taps("brief.task")
    chen.heard("brief-who")
    await chen.taps("brief.task", "李伟")
    chen.heard("brief-task-what")
    await chen.says("把鼎盛的财报收齐")
    assert "李伟：把鼎盛的财报收齐" in chen.heard("brief-sheet")
    await stage.at("08:00", days=1)
    said = li.heard("briefing-morning")
    assert "📣 周五前报送季度检查材料" in said
    assert "交办：把鼎盛的财报收齐" in said
    assert "交辦" not in zhang.heard("briefing-morning")
    await li.taps("briefing_taps.concerns")
    li.heard("briefing-concerns-noted")
    await li.taps("briefing_taps.concerns")
    li.heard("briefing-concerns-already")
    await li.taps("briefing_taps.done")
    li.heard("briefing-done-noted", "briefing-list")
    (task,) = await stage.rows(agenda)
    assert task.status == "done"
    await li.says("/log")
    log = li.heard("logbook-sheet")
    assert log.index("晨会要点") < log.index("季度检查材料") < log.index("走访与联系")
    assert all(row.step is None for row in await stage.rows(t.conversations))


async def test_the_log_is_there_already_and_one_tap_sends_it(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "09:10", "09:50")
    await stage.at("18:00")
    li.skip()
    await li.says("/log")
    assert "鼎盛纺织 C001：走访记录未写" in li.heard("logbook-sheet")
    await li.taps("logbook.add", "建议")
    li.heard("logbook-add-what")
    await li.says("建议增加供应链产品")
    assert "▫️ 建议增加供应链产品" in li.heard("logbook-sheet")
    chen.skip()
    await li.taps("logbook.send")
    li.heard("logbook-sent", "logbook-sheet")
    received = chen.heard("logbook-received")
    assert "收到 1 份" in received
    assert "还差：张敏, 孙副主任, 郑信息" in received
    await chen.taps("logbook.read", "李伟")
    chen.heard("logbook-text", "logbook-received")
    (kept,) = await stage.rows(b.day_logs)
    assert kept.read_by == 3
    assert "供应链" in kept.text


async def test_a_log_that_is_missing_is_asked_for_once_and_a_sent_one_is_not(stage: Stage) -> None:
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await start(stage, "logbook.missing")
    await stage.at("18:30")
    await li.says("/log")
    await li.taps("logbook.send")
    li.skip()
    zhang.skip()
    await stage.at("18:59")
    zhang.heard_nothing()
    await stage.at("20:30")
    zhang.heard("logbook-ask")
    li.heard_nothing()
    await zhang.taps("reminding.later")
    zhang.heard("reminding-later")
    await zhang.taps("logbook.send")
    zhang.skip()
    await stage.at("23:00")
    zhang.heard_nothing()


async def test_the_week_is_drafted_on_friday_and_sent_with_one_tap(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "09:10", "09:50")
    await start(stage, "logbook.missing")
    stage.clock.move_to(local(MONDAY + timedelta(days=4), time(15, 50)))
    await stage.at("15:59")
    li.skip()
    chen.skip()
    await stage.at("16:00")
    assert "走访 1 次（1 户）" in li.heard("week-ask")
    await li.taps("week.send")
    li.heard("week-sent", "week-sheet")
    assert "收到 1 份" in chen.heard("logbook-received-week")
    await li.says("/week")
    assert "已发" in li.heard("week-sheet")
