"""Plans by day, week and month: one sentence adds, one tap makes the outing, a reason drops (A13, V20)."""

from datetime import date

from bot.rules.agenda import ItemStatus, Sort
from storage import cadence, field as f, tables as t
from storage.agenda_tables import agenda
from tests.stage import Actor, Stage


async def plans(stage: Stage) -> list[tuple[Sort, ItemStatus, date, int | None]]:
    rows = await stage.rows(agenda, agenda.c.sort == Sort.PLANNED_VISIT)
    return [(row.sort, row.status, row.day, row.client_id) for row in rows]


async def is_over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def test_one_sentence_plans_a_visit_of_a_later_day(stage: Stage) -> None:
    """Monday 3 August: next Tuesday is the 11th. One touch, and nothing is declared yet."""
    li = stage.actor("li")
    await stage.at("10:00")
    await li.says("下周二去鼎盛纺织看厂房")
    said = li.heard("planning-stored")
    assert "8月11日(周二)" in said
    assert "鼎盛纺织 C001" in said
    assert "看厂房" in said
    assert await plans(stage) == [(Sort.PLANNED_VISIT, ItemStatus.OPEN, date(2026, 8, 11), 1)]
    assert await stage.rows(f.outings) == []
    await li.says("/plan 下周二去鼎盛纺织看厂房")
    li.heard("planning-there-already")
    await is_over(li)


async def test_the_plan_is_seen_by_week_day_and_month(stage: Stage) -> None:
    li, zhang = stage.actor("li"), stage.actor("zhang")
    async with stage.app.database.writing() as db:
        await cadence.begin(db, [1, 2, 3], date(2026, 7, 1))
    await li.says("/plan 周三下午三点去华丰机械谈续贷")
    li.heard("planning-stored")
    await zhang.says("/plan 周三去宏远物流看仓库")
    zhang.heard("planning-stored")
    await li.says("/plan")
    week = li.heard("planning-week")
    assert "8月5日(周三)" in week
    assert "15:00 华丰机械 C002" in week
    assert "宏远" not in week
    assert "计划 1，完成 0" in week
    await li.taps_data(f"planning.view:month:{date(2026, 8, 3).toordinal()}", list(stage.screen(1001))[-1])
    month = li.heard("planning-month")
    assert "计划 1" in month
    assert "白金及以上上门走访 0/1，还差 1 户" in month  # V13: of the half-year
    await li.taps_data(f"planning.view:day:{date(2026, 8, 3).toordinal()}", list(stage.screen(1001))[-1])
    assert "8月3日" in li.heard("planning-day")
    await li.says("下周计划")
    assert "8月10日" in li.heard("planning-week")
    await is_over(li)


async def test_on_its_day_one_tap_makes_it_the_outing(stage: Stage) -> None:
    """The plan's client and matter are on the card already; only the return is asked."""
    li = stage.actor("li")
    await li.says("/plan 明天去鼎盛纺织看厂房")
    li.heard("planning-stored")
    await li.taps("planning.look")
    li.heard("planning-card-open")
    assert not any(each.startswith("planning.go") for each in li.buttons())
    (row,) = await stage.rows(agenda)
    await li.taps_data(f"planning.go:{row.id}")
    li.heard("planning-not-its-day")
    await stage.at("09:30", days=1)
    li.skip()
    await li.says("/plan")
    li.skip()
    await li.taps("planning.look")
    li.heard("planning-card-open")
    await li.taps("planning.go")
    li.heard("outings-ask-return")
    await li.says("四点半")
    assert "看厂房" in li.heard("outings-card")
    await li.taps("outings.confirm")
    li.skip()
    (outing,) = await stage.rows(f.outings)
    (stop,) = await stage.rows(f.stops)
    assert (outing.day, stop.client_id, stop.matter) == (date(2026, 8, 4), 1, "看厂房")


async def test_moved_and_dropped_with_a_reason(stage: Stage) -> None:
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await li.says("/plan 明天去鼎盛纺织看厂房")
    li.skip()
    (row,) = await stage.rows(agenda)
    await zhang.taps_data(f"plan_changes.move:{row.id}")
    zhang.heard("turn-button-over")  # somebody else's
    await li.taps("planning.look")
    await li.taps("plan_changes.move")
    li.skip()
    await li.says("昨天")
    li.heard("agenda-day-is-past")
    await li.says("周五")
    assert "8月7日" in li.heard("planning-moved")
    await li.taps("plan_changes.drop")
    li.heard("planning-ask-why")
    await li.taps("plan_changes.because", "客户没空")
    assert "客户没空" in li.heard("planning-card-dropped")
    await li.taps_data(f"plan_changes.drop:{row.id}")
    li.heard("agenda-already-closed")
    assert await plans(stage) == [(Sort.PLANNED_VISIT, ItemStatus.DROPPED, date(2026, 8, 7), 1)]
    lines = [line.facts for line in await stage.rows(t.audit) if line.about == f"agenda:{row.id}"]
    assert [each.get("moved") or each.get("status") for each in lines][-2:] == [1, "dropped"]
    await is_over(li)


async def test_whom_and_when_are_asked_for_with_buttons(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("/plan 去华丰谈续贷")
    li.heard("planning-which")
    await li.taps("planning.pick", "华丰食品")
    li.heard("planning-ask-day")
    await li.taps("planning.on_day", "8月5日")
    assert "华丰食品" in li.heard("planning-stored")
    await li.taps_data("planning.pick:0:2")
    li.heard("turn-button-over")
    await li.says("/plan")
    li.skip()
    await li.taps("planning.add")
    li.heard("planning-ask")
    await li.says("算了")
    li.heard("planning-nothing")
    await is_over(li)


async def test_a_client_is_planned_with_two_taps(stage: Stage) -> None:
    """From a line of the briefing: the client is known, the day is a button."""
    li, wu = stage.actor("li"), stage.actor("wu")
    await li.taps_data("planning.client:1")
    li.heard("planning-ask-day")
    await li.taps("planning.client_on", "8月4日")
    li.heard("planning-stored")
    assert await plans(stage) == [(Sort.PLANNED_VISIT, ItemStatus.OPEN, date(2026, 8, 4), 1)]
    await wu.taps_data("planning.client:1")  # another team's client
    wu.heard("turn-button-over")
    await li.taps_data("planning.client_on:1:1")
    li.heard("turn-button-over")


async def test_the_plan_is_done_when_the_record_is_handed_in(stage: Stage) -> None:
    """A visit counts once its record is complete; one planned for a later day stays (D42)."""
    from tests.stories.test_cadence import visit

    li = stage.actor("li")
    await li.says("/plan 今天去鼎盛纺织看厂房")
    await li.says("/plan 下周二去鼎盛纺织收报表")
    li.skip()
    await stage.at("10:00")
    await visit(stage, li)
    assert [each[1] for each in await plans(stage)] == [ItemStatus.DONE, ItemStatus.OPEN]
    li.skip()
    await li.says("/plan")
    week = li.heard("planning-week")
    assert "计划 1，完成 1" in week
    await li.says("下周计划")
    week = li.heard("planning-week")
    assert "收报表" in week
    assert "下一步：鼎盛纺织 C001" in week  # of the record: beside the plan, and not counted as it
    assert "计划 1，完成 0" in week
