"""Reminders through one engine: together, later, why, quiet hours, how much one hears, escalated once (S-03, A09)."""

from datetime import time

from bot.rules.reminding import State
from storage import briefing_tables as b, field as f, tables as t
from tests.stage import MONDAY, Stage, local
from tests.stories.test_boards import DINGSHENG, HUAFENG, out, visiting


async def owing(stage: Stage, who: str = "li") -> None:
    """Somebody is still out, with a visit whose record is not written."""
    outing = await out(stage, who, DINGSHENG, HUAFENG)
    await visiting(stage, outing, DINGSHENG, "09:10", "09:50")
    async with stage.app.database.writing() as db:
        for kind, args in (("returns.remind", {"outing_id": outing.id}), ("missing_records.remind", {"person_id": 1})):
            due = local(MONDAY, time(17))
            await db.execute(t.jobs.insert(), {"name": kind, "action": kind, "args": args, "due": due})


async def test_what_falls_together_is_one_message_with_one_why(stage: Stage) -> None:
    li = stage.actor("li")
    await owing(stage)
    await stage.at("16:59")
    li.skip()
    await stage.at("17:00")
    said = li.heard("reminding-bundle")
    assert "2 件事" in said
    assert "鼎盛纺织" in said
    await li.taps("reminding.why")
    why = li.heard("reminding-why")
    assert "A05" in why
    assert "A07" in why
    await li.taps("reminding.later")
    li.heard("reminding-later")
    await li.says("/back")
    li.skip()
    await stage.at("17:30")  # back by then: only the record is left to be asked for
    assert "鼎盛纺织" in li.heard("records-owed-soon")


async def test_nothing_is_said_twice_for_a_moment_whatever_the_clock_does(stage: Stage) -> None:
    li = stage.actor("li")
    await owing(stage)
    await stage.at("17:01")
    li.skip()
    async with stage.app.database.writing() as db:  # as after a restored backup: the question is there again
        due = local(MONDAY, time(17))
        await db.execute(
            t.jobs.insert(), {"name": "again", "action": "missing_records.remind", "args": {"person_id": 1}, "due": due}
        )
    await stage.at("17:10")
    li.heard_nothing()


async def test_quiet_hours_hold_back_and_what_is_stale_by_then_is_not_said(stage: Stage) -> None:
    li = stage.actor("li")
    await owing(stage)
    stage.clock.move_to(local(MONDAY, time(21, 30)))  # the bot was down from before five
    await stage.at("21:31")
    li.heard_nothing()
    await stage.at("07:30", days=1)
    assert all(each.key != "records-missing" for each in li.news)
    states = {
        row.kind: row.state for row in await stage.rows(b.reminders, b.reminders.c.moment == local(MONDAY, time(17)))
    }
    assert states["records"] == State.STALE


async def test_how_much_one_hears_is_a_choice_within_the_bank_s_least(stage: Stage) -> None:
    zhang = stage.actor("zhang")
    await zhang.says("/reminders")
    zhang.heard("reminding-volume")
    await zhang.taps("reminding.choose:must")
    assert "只提醒必須辦的" in zhang.heard("reminding-volume")
    async with stage.app.database.writing() as db:
        due = local(MONDAY, time(19))
        await db.execute(t.jobs.insert(), {"name": "l", "action": "logbook.missing", "args": {}, "due": due})
    await stage.at("20:00")
    zhang.heard_nothing()  # the log is important, and not a must
    muted = await stage.rows(b.reminders, b.reminders.c.person_id == 2, b.reminders.c.kind == "log")
    assert [row.state for row in muted] == [State.MUTED]
    await zhang.taps_data("reminding.choose:nothing")
    zhang.heard("reminding-not-so-quiet")


async def test_what_stays_open_goes_to_one_list_of_the_supervisor_once(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    await owing(stage)
    await stage.change(f.outings, f.outings.c.person_id == 1, status="returned", returned_at=local(MONDAY, time(16)))
    await stage.at("17:01")
    li.skip()
    chen.skip()
    await stage.at("06:59", days=1)
    assert not [each for each in chen.news if each.key == "reminding-escalated"]
    await stage.at("09:30")
    told = [each for each in chen.news if each.key == "reminding-escalated"]
    assert told
    assert "李伟：走访记录未写" in told[-1].text
    marked = await stage.rows(b.reminders, b.reminders.c.escalated_at.is_not(None))
    assert {row.kind for row in marked} == {"records"}
    times = {row.id: row.escalated_at for row in marked}
    await stage.at("08:00", days=1)
    again = await stage.rows(b.reminders, b.reminders.c.escalated_at.is_not(None))
    assert {row.id: row.escalated_at for row in again if row.id in times} == times
