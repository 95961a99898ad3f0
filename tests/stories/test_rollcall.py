"""Roll call and meetings: one tap, one board, what is explained, late by the sending, proposals (A01–A03, L05, M01)."""

from datetime import date, time, timedelta

from bot.rules.rollcall import Gathering, Mark
from storage import briefing_tables as b, field as f, tables as t
from tests.stage import MONDAY, ZONE, Stage, local

TUESDAY = MONDAY + timedelta(days=1)


async def begin(stage: Stage) -> None:
    """As at the first start of the program: the days are planned."""
    async with stage.app.database.writing() as db:
        job = {"name": "meetings.plan", "action": "meetings.plan", "args": {}, "due": stage.clock.now()}
        await db.execute(t.jobs.insert(), job)
    await stage.at(stage.clock.now().astimezone(ZONE).strftime("%H:%M"))


async def marks(stage: Stage) -> dict[int, str]:
    return {row.person_id: row.mark for row in await stage.rows(b.roll_call_answers) if row.person_id != 7}


async def test_one_tap_is_the_whole_roll_call_and_only_the_unexplained_remain(stage: Stage) -> None:
    li, zhang, sun, chen = (stage.actor(name) for name in ("li", "zhang", "sun", "chen"))
    await begin(stage)
    async with stage.app.database.writing() as db:
        leave = {"person_id": 2, "starts": local(TUESDAY, time(0)), "ends": local(TUESDAY, time(18)), "kind": "annual"}
        await db.execute(f.absences.insert().values(**leave))
    await stage.at("07:59", days=1)
    li.heard_nothing()
    await stage.at("08:00")
    assert "晨训" in li.heard("rollcall-ask")
    zhang.heard_nothing()  # on leave
    board = chen.heard("rollcall-board")
    assert "没有消息 3：李伟、孙副主任、郑信息" in board
    assert "请假 1：张敏" in board
    await stage.at("08:10")
    (button,) = [each for each in li.buttons() if each.startswith("rollcall.here")]
    await li.taps_data(button)
    assert "08:10 已到" in li.heard("rollcall-noted")
    assert "已到 1：李伟" in chen.heard("rollcall-board")
    await li.taps_data(button)
    assert "08:10" in li.heard("rollcall-already-here")
    await stage.at("08:20")
    await sun.taps("rollcall.here")
    assert "晚了 5 分钟" in sun.news[-1].text
    sun.skip()
    assert "孙副主任（晚 5 分钟）" in chen.heard("rollcall-board")
    await stage.at("09:00")
    closed = next(each.text for each in chen.news if each.key == "rollcall-board-closed")
    assert "没有消息 1：郑信息" in closed
    assert await marks(stage) == {1: Mark.PRESENT, 2: Mark.ON_LEAVE, 5: Mark.LATE, 8: Mark.UNEXPLAINED}
    proposed = [(row.person_id, row.rule) for row in await stage.rows(t.metadata.tables["proposals"])]
    assert sorted(each for each in proposed if each[0] != 7) == [(5, "L05"), (8, "L03")]
    li.skip()
    await stage.at("12:00")
    li.heard_nothing()


async def test_a_word_counts_by_when_it_was_sent_and_a_roll_call_asked_late_is_fair(stage: Stage) -> None:
    li, sun = stage.actor("li"), stage.actor("sun")
    await begin(stage)
    stage.clock.move_to(local(TUESDAY, time(8, 30)))  # the bot was down at eight
    while await stage.app.turns.run_due():
        pass
    await stage.drain()
    li.heard("rollcall-ask")
    sun.skip()
    await li.taps("rollcall.here")
    li.heard("rollcall-noted")
    await stage.at("08:50")
    await sun.sends(text="到", sent_at=local(TUESDAY, time(8, 44)))
    assert "08:44 已到" in sun.heard("rollcall-noted")


async def test_an_interrupted_roll_call_concludes_nothing_from_silence(stage: Stage) -> None:
    li, sun, chen = stage.actor("li"), stage.actor("sun"), stage.actor("chen")
    await begin(stage)
    await stage.at("08:16", days=1)
    await sun.taps("rollcall.here")
    stage.clock.move_to(local(TUESDAY, time(11)))  # and then nothing came through any more
    await stage.at("11:01")
    assert "系统中断，不作记录" in chen.news[-1].text
    assert await stage.rows(t.metadata.tables["proposals"]) == []
    assert 1 not in await marks(stage)
    li.skip()
    await stage.at("12:00")
    li.heard_nothing()


async def test_on_wednesday_the_meeting_replaces_the_training_and_is_told_the_evening_before(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    await begin(stage)
    await stage.at("07:00", days=1)
    await stage.at("17:29")
    li.skip()
    await stage.at("17:30")
    assert "客户经理例会" in li.heard("meetings-announced")
    await li.taps("reminding.why")
    assert "M01" in li.heard("reminding-why")
    chen.skip()
    await stage.at("07:15", days=1)
    assert "07:30–08:00" in li.heard("rollcall-ask")
    await stage.at("08:40")
    kinds = {(row.day, row.gathering) for row in await stage.rows(b.roll_calls, b.roll_calls.c.unit_id == 3)}
    wednesday = date(2026, 8, 5)
    assert (wednesday, Gathering.WEEKLY) in kinds
    assert (wednesday, Gathering.TRAINING) not in kinds


async def test_a_monthly_meeting_is_called_in_a_sentence_and_has_minutes(stage: Stage) -> None:
    chen, li = stage.actor("chen"), stage.actor("li")
    await chen.says("/meeting")
    chen.heard("meetings-list")
    await chen.taps("meetings.call", "沟通会")
    chen.heard("meetings-when")
    await chen.says("明天下午三点到四点")
    assert "15:00–16:00" in chen.heard("meetings-called")
    await stage.at("14:45", days=1)
    li.heard("meetings-announced", "rollcall-ask")
    await li.taps("rollcall.here")
    li.heard("rollcall-noted")
    await stage.at("16:10")
    chen.skip()
    await chen.says("/meeting")
    chen.heard("meetings-list")
    await chen.taps("meetings.card")
    assert "李伟" in chen.heard("meetings-card")
    await chen.taps("meetings.write")
    chen.heard("meetings-write-now")
    await chen.says("传达季度贷款政策，讨论三户续贷")
    chen.heard("meetings-minutes-kept")
    (call,) = await stage.rows(b.roll_calls, b.roll_calls.c.gathering == Gathering.COMMUNICATION)
    assert call.minutes == "传达季度贷款政策，讨论三户续贷"
    assert all(row.step is None for row in await stage.rows(t.conversations))
