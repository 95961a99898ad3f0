"""The credit calendar in chat: seen, ticked, taken back, entered; and never another team's (K01–K15, 5.9, C02)."""

from datetime import date

from bot.rules.credit import CreditItem, Level, Sort, Step
from storage import credit as store, tables as t
from storage.calendar_tables import credit, ticks
from tests.stage import Actor, Stage

TODAY = date(2026, 8, 3)


async def entered(stage: Stage, sort: Sort, due: date, client: int = 1, level: Level | None = None) -> int:
    repeats = {Sort.INTEREST: 1, Sort.RECONCILIATION: 3}.get(sort)
    item = CreditItem(
        id=0, client_id=client, sort=sort, reference="A-1", level=level, due=due, made_at=stage.clock.now(),
        day_of_month=due.day if repeats else None, every_months=repeats,
    )  # fmt: skip
    async with stage.app.database.writing() as db:
        return (await store.add(db, item)).id


async def items(stage: Stage) -> list[CreditItem]:
    return [CreditItem(**row._mapping) for row in await stage.rows(credit)]


async def is_over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def test_what_is_to_be_done_stands_first_and_only_ones_own(stage: Stage) -> None:
    li, chen, wu = stage.actor("li"), stage.actor("chen"), stage.actor("wu")
    await entered(stage, Sort.LOAN, date(2026, 8, 20))
    await entered(stage, Sort.LINE, date(2026, 10, 30), 2, Level.TIER2)
    await li.says("/credit")
    said = li.heard("credit-list")
    assert "1 件要办，共 2 件" in said
    assert said.index("鼎盛纺织") < said.index("华丰机械")
    assert "还有 17 天到期" in said
    assert "K13" in said or "K14" in said
    await chen.says("信贷日历")
    chen.heard("credit-list")  # who leads sees the team's
    await wu.says("/credit")
    wu.heard("credit-none")
    await wu.taps_data("credit.look:1")
    wu.heard("turn-button-over")
    await wu.taps_data("credit.tick:1:notify")
    wu.heard("turn-button-over")
    await is_over(li)


async def test_a_tick_closes_its_step_and_is_taken_back_within_the_hour(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    number = await entered(stage, Sort.LOAN, date(2026, 8, 20))
    await li.says("/credit")
    await li.taps("credit.look")
    li.skip()
    await li.taps("credit.tick", "已通知客户")
    li.heard("credit-ticked", "credit-card")
    assert (await items(stage))[0].done == (Step.NOTIFY,)
    await li.taps_data(f"credit.tick:{number}:notify")
    li.heard("credit-already-ticked")
    await chen.taps_data(f"credit.untick:{number}:1")
    chen.heard("credit-not-your-tick")
    await li.taps("credit.untick")
    li.heard("credit-unticked", "credit-card")
    assert (await items(stage))[0].done == ()
    await li.taps_data(f"credit.untick:{number}:1")
    li.heard("credit-nothing-to-undo")
    await li.taps("credit.tick", "已通知客户")
    li.skip()
    await stage.at("10:30")
    await li.taps_data(f"credit.untick:{number}:2")
    li.heard("credit-undo-too-late")
    facts = [line.facts for line in await stage.rows(t.audit) if line.about == f"credit:{number}"]
    assert [each.get("step") or each.get("unticked") for each in facts] == ["notify", "notify", "notify"]
    await is_over(li)


async def test_filed_with_its_number_and_renewed_with_its_day(stage: Stage) -> None:
    """K11: the number of CLPM is kept; the new line's end re-arms every step."""
    li = stage.actor("li")
    number = await entered(stage, Sort.LINE, date(2026, 9, 10), 1, Level.TIER1)
    await li.taps_data(f"credit.look:{number}")
    assert "一级分行审批" in li.heard("credit-card")
    await li.taps("credit.tick", "已报 CLPM")
    li.heard("credit-ask-file")
    await li.says("编号 CLPM-2026-0818")
    assert "✅ 报送审批行" in li.heard("credit-card")
    (line,) = await stage.rows(ticks)
    assert (line.step, line.reference) == (Step.FILE, "CLPM-2026-0818")
    await li.taps("credit.tick", "新的已生效")
    li.heard("credit-ask-renew")
    await li.says("还没有")
    li.heard("credit-day-unclear")
    await li.says("2026-09-01")
    li.heard("credit-day-not-later")
    await li.says("2027-09-10")
    assert "403 天到期" in li.heard("credit-card")
    (item,) = await items(stage)
    assert (item.due, item.done) == (date(2027, 9, 10), ())
    await li.taps("credit.untick")
    li.skip()
    (item,) = await items(stage)
    assert (item.due, item.done) == (date(2026, 9, 10), (Step.FILE,))
    await is_over(li)


async def test_interest_not_taken_in_full_is_told_and_comes_again(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    number = await entered(stage, Sort.INTEREST, TODAY)
    await li.taps_data(f"credit.look:{number}")
    li.skip()
    await li.taps("credit.tick", "扣息不足")
    li.heard("credit-ticked", "credit-card")
    assert "鼎盛纺织" in chen.heard("credit-short-told")
    (item,) = await items(stage)
    assert (item.due, item.done) == (date(2026, 9, 3), ())
    await li.taps_data(f"credit.tick:{number}:taken")
    li.heard("credit-not-yet")


async def test_the_information_clerk_enters_an_item_in_one_sentence(stage: Stage) -> None:
    """Two touches; the clerk may name any client of the unit, an RM only their own."""
    zheng, wu = stage.actor("zheng"), stage.actor("wu")
    await zheng.says("/credit 鼎盛纺织授信 2027-03-31 到期，一级分行审批，编号 SX-2026-018")
    card = zheng.heard("credit-entry-card")
    assert "SX-2026-018" in card
    assert "一级分行审批" in card
    await zheng.taps("credit_entry.confirm")
    zheng.heard("credit-entry-stored", "credit-card")
    (item,) = await items(stage)
    assert (item.sort, item.level, item.due) == (Sort.LINE, Level.TIER1, date(2027, 3, 31))
    assert (item.client_id, item.made_by) == (1, 8)
    await zheng.says("/credit 鼎盛纺织授信 2027-03-31 到期，一级分行，编号 SX-2026-018")
    zheng.skip()
    await zheng.taps("credit_entry.confirm")
    zheng.heard("credit-entry-there")
    await wu.says("/credit 鼎盛纺织 loan ends 2027-03-31")
    assert "C001" not in wu.heard("credit-entry-ask-client")


async def test_what_was_left_out_is_asked_for(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("/credit 华丰到期")
    li.heard("credit-entry-which")
    await li.taps("credit_entry.pick", "华丰机械")
    li.heard("credit-entry-ask-sort")
    await li.taps("credit_entry.sort", "评级")
    li.heard("credit-entry-ask-level")
    await li.taps("credit_entry.level", "总行")
    li.heard("credit-entry-ask-day")
    await li.says("2026年12月31日")
    li.heard("credit-entry-card")
    await li.says("好的")
    li.heard("credit-card")
    (item,) = await items(stage)
    assert (item.client_id, item.sort, item.level, item.due) == (2, Sort.RATING, Level.HEAD_OFFICE, date(2026, 12, 31))
    await li.taps_data("credit_entry.confirm:0")
    li.heard("turn-button-over")
    await li.says("/credit 鼎盛纺织 结息 每月21日")
    assert "8月21日" in li.heard("credit-entry-card")
    await li.taps("credit_entry.discard")
    li.heard("credit-entry-dropped")
    await is_over(li)


async def test_the_due_table_is_for_those_who_lead_and_the_clerk(stage: Stage) -> None:
    """T02, K20: what ends within a month, with whose it is; what has ended stands out; nobody else's unit."""
    li, chen, zhao = stage.actor("li"), stage.actor("chen"), stage.actor("zhao")
    await entered(stage, Sort.LOAN, date(2026, 8, 20))
    await entered(stage, Sort.LINE, date(2026, 8, 1), 4, Level.TIER2)
    await entered(stage, Sort.LOAN, date(2026, 9, 4), 2)  # beyond the month
    await entered(stage, Sort.INTEREST, date(2026, 8, 5), 2)  # comes again: it does not end
    await chen.says("/credit")
    chen.skip()
    await chen.taps("credit_table.ending")
    table = chen.heard("credit-table-due")
    assert "2 笔" in table
    assert table.index("已过期") < table.index("8月20日")
    assert "李伟" in table
    assert "张敏" in table
    await zhao.taps_data("credit_table.ending:3")
    zhao.heard("turn-button-over")
    await li.says("/credit")
    assert not any(each.startswith("credit_table") for each in li.buttons())


async def test_a_loan_unpaid_is_told_the_next_morning_and_once(stage: Stage) -> None:
    """T01: to whose client it is and to who leads; not when it was repaid, and not what was old before the bot came."""
    li, chen, zhang = stage.actor("li"), stage.actor("chen"), stage.actor("zhang")
    await entered(stage, Sort.LOAN, date(2026, 8, 1))
    await entered(stage, Sort.LOAN, TODAY, 2)
    repaid = await entered(stage, Sort.LOAN, TODAY, 3)
    async with stage.app.database.writing() as db:
        job = {"name": "credit_table.lapsed", "action": "credit_table.lapsed", "args": {}, "due": stage.clock.now()}
        await db.execute(t.jobs.insert().values(**job))
    await stage.at("10:00")
    chen.heard_nothing()
    await li.taps_data(f"credit.tick:{repaid}:repay")
    li.skip()
    await stage.at("09:00", days=1)
    for actor in (li, chen):
        said = actor.heard("credit-table-lapsed")
        assert "华丰机械" in said
        assert "鼎盛" not in said
        assert "华丰食品" not in said
    zhang.heard_nothing()
    await stage.at("10:00", days=1)
    li.heard_nothing()
    chen.heard_nothing()
