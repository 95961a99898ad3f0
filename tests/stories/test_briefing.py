"""The morning: ranked and capped, silent on leave, dealt with by one tap, late after an outage (A16, 3.W, C07, L02)."""

from datetime import date, time, timedelta
from typing import Any

import pytest

from bot.rules.agenda import Item, Sort
from bot.rules.credit import Sort as CreditSort
from handlers import briefing_list
from storage import (
    agenda as agenda_store,
    briefing as briefing_store,
    briefing_tables as b,
    cadence as cadence_store,
    field as f,
    matters,
    tables as t,
)
from storage.calendar_tables import credit, touches
from tests.stage import MONDAY, ZONE, Stage, local

TUESDAY = MONDAY + timedelta(days=1)


async def begin(stage: Stage) -> None:
    """As at the first start of the program."""
    async with stage.app.database.writing() as db:
        job = {"name": "briefing.morning", "action": "briefing.morning", "args": {}, "due": stage.clock.now()}
        await db.execute(t.jobs.insert(), job)
    stage.clock.move_to(local(MONDAY, time(18)))
    await stage.at("18:00")
    for actor in stage.actors.values():
        actor.skip()


async def keep(stage: Stage, client_id: int, *, phone: date, on_site: date) -> None:
    """When a client was last reached."""
    async with stage.app.database.writing() as db:
        row = {"client_id": client_id, "since": date(2026, 1, 5), "told_call": phone, "told_visit": on_site}
        await db.execute(touches.insert().values(**row))
        await cadence_store.refresh(db, [client_id])


async def line_expires(stage: Stage, client_id: int, due: date) -> None:
    async with stage.app.database.writing() as db:
        await db.execute(
            credit.insert().values(
                client_id=client_id,
                sort=CreditSort.LINE,
                reference=f"SX{client_id}",
                due=due,
                done=(),
                made_at=stage.clock.now(),
            )
        )


async def item(stage: Stage, person_id: int, sort: Sort, day: date, text: str | None = None, **more: object) -> int:
    async with stage.app.database.writing() as db:
        made = Item(
            id=0,
            person_id=person_id,
            unit_id=3,
            sort=sort,
            day=day,
            text=text,
            made_by=person_id,
            made_at=stage.clock.now(),
            **more,  # type: ignore[arg-type]
        )
        return await agenda_store.add(db, made)


async def portfolio(stage: Stage) -> None:
    """Li's clients: one whose line expires, long not seen, with a promise; one whose week is over; one in order."""
    await keep(stage, 1, phone=MONDAY, on_site=TUESDAY - timedelta(days=74))
    await keep(stage, 2, phone=TUESDAY - timedelta(days=10), on_site=TUESDAY - timedelta(days=10))
    await keep(stage, 3, phone=MONDAY, on_site=MONDAY)
    await line_expires(stage, 1, TUESDAY + timedelta(days=21))
    await item(stage, 1, Sort.PROMISE, TUESDAY, "报价", client_id=1)


async def test_the_reason_stands_in_the_line_and_done_by_phone_takes_it_away(stage: Stage) -> None:
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await portfolio(stage)
    await begin(stage)
    await stage.at("07:59", days=1)
    li.heard_nothing()
    await stage.at("08:00")
    said = li.heard("briefing-morning")
    assert said.splitlines()[0] == "☀️ <b>李伟，早上好</b>　8月4日(周二)"  # C07: no client in a preview
    assert "1. 鼎盛纺织 C001：授信还有21天到期，该报新授信，答应过：报价，上次有效拜访74天前" in said
    assert "2. 华丰机械 C002：上次联系10天前" in said
    assert "C003" not in said
    zhang.heard("briefing-morning")
    # Why? The rule, and what would satisfy it.
    await li.taps("briefing.detail", "1 🔎")
    why = li.heard("briefing-detail")
    assert "K11" in why
    assert "V01" in why
    assert "电话不算" in why
    await li.taps("briefing.page")
    li.heard("briefing-list")
    # One touch: the contact is written, the line is gone, and stays gone.
    await li.taps("briefing_taps.phone", "2 ☎️")
    heard = li.heard("briefing-phoned", "briefing-list")
    assert "C002" not in heard
    (contact,) = await stage.rows(f.contacts)
    assert (contact.client_id, contact.person_id, contact.channel) == (2, 1, "phone")
    await stage.restart()
    await li.taps("briefing.page", "刷新")
    assert "C002" not in li.heard("briefing-list")
    await li.says("qwertyuiop")
    li.heard("fallback-words")


async def test_a_call_does_not_replace_a_visit_and_a_slip_is_taken_back(stage: Stage) -> None:
    li = stage.actor("li")
    await portfolio(stage)
    await begin(stage)
    await stage.at("08:30", days=1)
    li.heard("briefing-morning")
    await li.taps("briefing_taps.phone", "1 ☎️")
    assert "C001" not in li.heard("briefing-phoned-left", "briefing-list")
    await li.taps("briefing_taps.undo")
    assert "1. 鼎盛纺织 C001" in li.heard("briefing-undone", "briefing-list")
    assert await stage.rows(f.contacts) == []
    await li.taps("briefing_taps.phone", "1 ☎️")
    li.skip()
    # Tomorrow what the call could not do is back (V07), and it is not new.
    await stage.at("08:00", days=1)
    said = li.heard("briefing-morning")
    assert "1. 鼎盛纺织 C001：答应过（8月4日(周二)）：报价，授信还有20天到期" in said
    assert "🆕" not in said


async def test_later_comes_back_at_its_hour_and_not_needed_wants_a_reason(stage: Stage) -> None:
    li = stage.actor("li")
    await portfolio(stage)
    await begin(stage)
    await stage.at("09:00", days=1)
    li.skip()
    await li.taps("briefing_taps.later", "2 ⏰")
    li.heard("briefing-later-when")
    await li.taps("briefing_taps.until", "14:00")
    assert "C002" not in li.heard("briefing-put-off", "briefing-list")
    await stage.at("13:59")
    li.heard_nothing()
    await stage.at("14:00")
    assert "华丰机械 C002" in li.heard("briefing-again")
    await li.taps("briefing_taps.phone")
    li.skip()
    await li.says("/today")
    li.heard("boards-today")
    await li.taps("briefing.detail", "1 🔎")
    li.skip()
    await li.taps("briefing_taps.not_needed")
    li.heard("briefing-why-not")
    await li.says("客户自己在总行办了，13812345678")
    li.heard("words-masked", "briefing-dropped", "briefing-list")
    kept = await stage.rows(b.put_offs, b.put_offs.c.why == "not_needed")
    assert kept
    assert all("138" not in row.reason for row in kept)
    await stage.at("08:00", days=1)
    assert "C001" not in li.heard("briefing-morning")


async def test_on_leave_nothing_is_said_and_the_stand_in_has_the_lines(stage: Stage) -> None:
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await portfolio(stage)
    begins, ends = local(TUESDAY, time(0)), local(TUESDAY, time(18))
    async with stage.app.database.writing() as db:
        await db.execute(f.absences.insert().values(person_id=1, starts=begins, ends=ends, kind="annual"))
        await db.execute(
            f.leaves.insert().values(
                person_id=1,
                unit_id=3,
                kind="annual",
                unit="day",
                status="approved",
                starts=begins,
                ends=ends,
                first=TUESDAY,
                last=TUESDAY,
                days=1,
                retroactive=False,
                standin_id=2,
                asked_at=stage.clock.now(),
            )
        )
    await begin(stage)
    await stage.at("08:05", days=1)
    li.heard_nothing()
    assert "（代李偉）" in zhang.heard("briefing-morning").replace("李伟", "李偉")


async def test_after_an_outage_it_says_late_once_and_in_the_afternoon_nothing(stage: Stage) -> None:
    li = stage.actor("li")
    await portfolio(stage)
    await begin(stage)
    stage.clock.move_to(local(TUESDAY, time(9, 40)))
    await stage.at("09:41")
    li.heard("briefing-late")
    await stage.at("11:00")
    li.heard_nothing()
    stage.clock.move_to(local(TUESDAY + timedelta(days=1), time(14)))
    await stage.at("14:01")
    li.heard_nothing()
    async with stage.app.database.reading() as db:
        assert await briefing_store.of_person(db, 1, TUESDAY) is not None
        assert await briefing_store.of_person(db, 1, TUESDAY + timedelta(days=1)) is None


async def test_one_person_s_bad_row_loses_one_person_s_lines(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await portfolio(stage)
    whole = matters.matters_of

    async def breaks(db: Any, people: Any, *rest: Any) -> Any:
        if any(each.id == 2 for each in people):
            raise ValueError("a row that cannot be")
        return await whole(db, people, *rest)

    monkeypatch.setattr(briefing_list, "matters_of", breaks)
    await begin(stage)
    await stage.at("08:05", days=1)
    assert "授信还有21天到期" in li.heard("briefing-morning")
    zhang.heard("briefing-broken")
    chen.heard_nothing()  # leads, and has nothing of their own to do
    await stage.at("09:00")
    zhang.heard_nothing()


async def test_nobody_is_briefed_on_a_holiday(stage: Stage) -> None:
    li = stage.actor("li")
    await portfolio(stage)
    await begin(stage)
    saturday = MONDAY + timedelta(days=5)
    while stage.clock.now().astimezone(ZONE).date() < saturday:
        await stage.at("12:00", days=1)
    li.skip()
    await stage.at("20:00")
    li.heard_nothing()


async def test_the_supervisor_has_exceptions_first_and_once(stage: Stage) -> None:
    chen = stage.actor("chen")
    await line_expires(stage, 1, TUESDAY + timedelta(days=21))
    await item(stage, 1, Sort.PLANNED_VISIT, TUESDAY, client_id=2)
    async with stage.app.database.writing() as db:
        leave = {"person_id": 2, "starts": local(TUESDAY, time(0)), "ends": local(TUESDAY, time(18)), "kind": "annual"}
        await db.execute(f.absences.insert().values(**leave))
        await db.execute(f.duties.insert().values(unit_id=3, day=TUESDAY, person_id=5))
        job = {"name": "digest.morning", "action": "digest.morning", "args": {}, "due": stage.clock.now()}
        await db.execute(t.jobs.insert(), job)
    stage.clock.move_to(local(MONDAY, time(20)))
    await stage.at("08:29", days=1)
    chen.skip()
    await stage.at("08:30")
    said = chen.heard("digest-morning")
    assert "30 天内到期 1 笔" in said
    assert "鼎盛纺织 C001 授信" in said
    assert "请假 1：张敏" in said
    assert "坐班：孙副主任" in said
    assert "计划拜访 1 户：李伟" in said
    await chen.taps("digest.show")
    chen.heard("digest-again")
    await stage.at("12:00")
    chen.heard_nothing()
