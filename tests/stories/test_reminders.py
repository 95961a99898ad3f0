"""Reminders of one's own: one sentence, asked again when due, silent when done, moved on or handed over (V20, L02)."""

from datetime import date, datetime, timedelta

import pytest

from bot.rules.agenda import ItemStatus, Sort
from storage import field as f
from storage.agenda_tables import agenda
from tests.stage import Actor, Stage


async def kept(stage: Stage) -> list[tuple[date, str | None, ItemStatus]]:
    return [(row.day, row.text, row.status) for row in await stage.rows(agenda) if row.sort is Sort.REMINDER]


async def is_over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


@pytest.mark.parametrize("said", ["三点提醒我给王总打电话", "/remind 三点给王总打电话"])
async def test_at_three_i_am_reminded(stage: Stage, said: str) -> None:
    """One touch to set; at its minute, once; done with one tap."""
    li = stage.actor("li")
    await stage.at("10:00")
    await li.says(said)
    told = li.heard("reminders-kept")
    assert "今天 15:00" in told
    assert "给王总打电话" in told
    await stage.at("14:59")
    li.heard_nothing()
    await stage.at("15:00")
    assert "给王总打电话" in li.heard("appointments-reminder")
    await stage.at("16:00")
    li.heard_nothing()  # never twice
    await li.taps("appointments.done")
    li.heard("appointments-is-done")
    assert await kept(stage) == [(date(2026, 8, 3), "给王总打电话", ItemStatus.DONE)]
    await stage.at("15:00", days=1)
    li.heard_nothing()
    await is_over(li)


async def test_in_english_and_later(stage: Stage) -> None:
    wu = stage.actor("wu")
    await stage.at("10:00")
    await wu.says("remind me at 3 to call Wang")
    assert "Today at 15:00" in wu.heard("reminders-kept")
    await stage.at("15:00")
    assert "call Wang" in wu.heard("appointments-reminder")
    await wu.taps("reminders.later")
    assert "15:30" in wu.heard("reminders-later-said")
    await stage.at("15:29")
    wu.heard_nothing()
    await stage.at("15:30")
    wu.heard("appointments-reminder")
    await wu.taps("appointments.drop")
    wu.heard("appointments-is-dropped")
    await is_over(wu)


async def test_what_is_off_is_never_said(stage: Stage) -> None:
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await stage.at("10:00")
    await li.says("半小时后提醒我给鼎盛纺织打电话")
    li.heard("reminders-kept")
    (row,) = await stage.rows(agenda)
    assert (row.client_id, row.at) == (1, stage.clock.now() + timedelta(minutes=30))
    await zhang.taps_data(f"appointments.drop:{row.id}")
    zhang.heard("turn-button-over")
    await li.taps("appointments.drop")
    li.heard("appointments-is-dropped")
    await stage.at("11:00")
    li.heard_nothing()


async def test_the_time_is_asked_for_with_buttons(stage: Stage) -> None:
    li = stage.actor("li")
    await stage.at("10:00")
    await li.says("提醒我给华丰机械送合同")
    li.heard("reminders-ask-when")
    await li.says("嗯哼")
    li.heard("reminders-when-unclear")
    await li.taps("reminders.when", "60")
    assert "11:00" in li.heard("reminders-kept")
    await li.taps_data("reminders.when:0:60")
    li.heard("turn-button-over")
    await li.says("/remind")
    assert "华丰机械" in li.heard("reminders-list")
    await li.says("算了")
    li.heard("reminders-nothing")
    await is_over(li)


async def test_what_can_not_be(stage: Stage) -> None:
    li = stage.actor("li")
    await stage.at("10:00")
    await li.says("每周三提醒我交周报")
    li.heard("reminders-only-once")
    await li.says("/remind 昨天三点给王总打电话")
    li.heard("reminders-past")
    await li.says("/remind")
    li.heard("reminders-ask")
    assert await kept(stage) == []
    await li.says("明天上午提醒我带合同")
    assert "8月4日" in li.heard("reminders-kept")
    await is_over(li)


async def test_on_leave_the_stand_in_hears_it(stage: Stage) -> None:
    """Asked again when due: whoever is away is not disturbed."""
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await stage.at("10:00")
    await li.says("三点提醒我给王总打电话")
    li.heard("reminders-kept")
    starts, ends = stage.clock.now() + timedelta(hours=1), stage.clock.now() + timedelta(days=2)
    await away(stage, starts, ends)
    await stage.at("15:00")
    li.heard_nothing()
    assert "给王总打电话" in zhang.heard("appointments-reminder")


async def away(stage: Stage, starts: datetime, ends: datetime) -> None:
    """Li is on leave, Zhang has taken the work over."""
    async with stage.app.database.writing() as db:
        made = await db.execute(
            f.leaves.insert()
            .values(
                person_id=1, unit_id=3, kind="annual", unit="day", status="approved", starts=starts, ends=ends,
                first=starts.date(), last=ends.date(), days=2, retroactive=False, standin_id=2, asked_at=starts,
            )
            .returning(f.leaves.c.id)
        )  # fmt: skip
        leave_id = made.scalar_one()
        await db.execute(f.absences.insert().values(person_id=1, starts=starts, ends=ends, kind="annual"))
        await db.execute(f.handovers.insert().values(leave_id=leave_id, to_id=2, asked_at=starts, accepted=True))
