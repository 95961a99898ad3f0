"""Leave: asked in a sentence, handed over, decided with one tap, changed with consent (L01-L04, S-11, 5.5)."""

from datetime import date
from fractions import Fraction
from pathlib import Path

from bot.rules.leave import Status
from bot.rules.leave_types import Kind
from bot.rules.ledger import Entry
from storage import field as f, jobs as jobs_store, tables as t
from tests.stage import Actor, Stage

HALF = "明天下午请半天事假，家里有事"


async def over(actor: Actor) -> None:
    """The conversation is over: a word that nobody understands is not taken for an answer."""
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def asks(actor: Actor, sentence: str = HALF) -> None:
    await actor.says(sentence)
    await actor.taps("leave.confirm")
    actor.skip()


async def test_one_sentence_one_tap_and_one_tap_to_decide(stage: Stage) -> None:
    """L01: two touches to ask, one to decide; the absence is there, and outings respect it."""
    li, chen, sun = stage.actor("li"), stage.actor("chen"), stage.actor("sun")
    await li.says(HALF)
    card = li.heard("leave-card")
    assert "事假" in card
    assert "8月4日(周二)下午" in card
    assert "0.5 个工作日" in card
    assert "家里有事" in card
    assert "陈主任" in card
    assert await stage.rows(f.leaves) == []  # nothing is half-saved
    await li.taps("leave.confirm")
    assert "已送 陈主任、孙副主任 审批" in li.heard("leave-sent")
    asked = chen.heard("leave-asks")
    assert "李伟" in asked
    assert "同期没有其他人请假" in asked
    sun.heard("leave-asks")
    await chen.taps("deciding.approve")
    assert "陈主任" in li.heard("leave-your-outcome")
    chen.heard("leave-decided")
    sun.heard("leave-decided")
    [leave] = await stage.rows(f.leaves)
    assert (leave.status, leave.days, leave.decided_by) == (Status.APPROVED, Fraction(1, 2), 3)
    assert len(await stage.rows(f.absences)) == 1
    await stage.at("14:00", days=1)
    li.skip()
    await li.says("去鼎盛纺织看厂房，四点半回")
    li.heard("outings-on-leave")
    await over(li)


async def test_the_second_tap_and_the_second_approver_hear_the_truth(stage: Stage) -> None:
    """L01: one outcome; whoever comes later hears who decided when."""
    li, chen, sun = stage.actor("li"), stage.actor("chen"), stage.actor("sun")
    await asks(li)
    await chen.taps("deciding.approve")
    chen.skip()
    sun.skip()
    for late in (sun, chen):
        await late.taps_data("deciding.decline:1")
        assert "陈主任 已在" in late.heard("leave-approved-already")
    await chen.taps_data("deciding.approve:1")
    chen.heard("leave-approved-already")
    assert len(await stage.rows(f.absences)) == 1
    await over(chen)


async def test_a_refusal_has_a_reason(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    await asks(li)
    chen.skip()
    await chen.taps("deciding.decline")
    chen.heard("leave-ask-why-no")
    await chen.says("季末，请换一天")
    chen.heard("leave-decided")
    assert "季末，请换一天" in li.heard("leave-your-outcome")
    assert (await stage.rows(f.leaves))[0].status is Status.DECLINED
    assert await stage.rows(f.absences) == []
    await over(chen)
    await asks(li, "明天上午请半天事假")
    chen.skip()
    await chen.taps("deciding.decline")
    await chen.taps("deciding.decline_why", "人手")
    assert "当天人手不够" in li.heard("leave-your-outcome")


async def test_nobody_decides_on_their_own_and_strangers_do_not_decide(stage: Stage) -> None:
    """S-11: a head's leave goes to the next unit up, not to their deputy."""
    li, chen, sun, qian, zhao, zhang = (stage.actor(each) for each in ("li", "chen", "sun", "qian", "zhao", "zhang"))
    await asks(chen, "明天下午请半天事假")
    sun.heard_nothing()
    assert "陈主任" in qian.heard("leave-asks")
    await chen.taps_data("deciding.approve:1")
    chen.heard("leave-not-oneself")
    for other in (zhao, zhang, li, sun):
        await other.taps_data("deciding.approve:1")
        other.heard("turn-not-allowed")
    await qian.taps("deciding.approve")
    assert "钱行长" in chen.heard("leave-your-outcome")
    await asks(stage.actor("feng"), "明天下午请半天事假")  # head office: nobody is above
    assert (await stage.rows(f.leaves))[1].status is Status.SUBMITTED
    assert stage.actor("feng").sees("现在没有人可以审批")


async def test_the_head_is_away_and_the_deputy_decides_for_them(stage: Stage) -> None:
    """D40: found at the moment of deciding, and said on the card."""
    li, chen, sun = stage.actor("li"), stage.actor("chen"), stage.actor("sun")
    async with stage.app.database.writing() as db:
        now = stage.clock.now()
        await db.execute(
            f.absences.insert(), [{"person_id": 3, "starts": now, "ends": now.replace(day=9), "kind": "leave"}]
        )
    await asks(li)
    chen.heard_nothing()
    sun.heard("leave-asks")
    await sun.taps("deciding.approve")
    assert "孙副主任（代 陈主任 审批）" in li.heard("leave-your-outcome")
    assert (await stage.rows(f.leaves))[0].acting_for == 3


async def test_work_is_handed_over_before_it_is_decided(stage: Stage) -> None:
    """L02: waits as handover_needed; the colleague accepts with one tap; only then it is decided."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await li.says("明天下午请半天事假，工作交给张敏")
    assert "张敏（待对方同意）" in li.heard("leave-card")
    await li.taps("leave.confirm")
    li.heard("leave-sent")
    chen.heard_nothing()
    assert (await stage.rows(f.leaves))[0].status is Status.HANDOVER_NEEDED
    await chen.taps_data("deciding.approve:1")
    chen.heard("leave-handover-open")
    await li.taps_data("handover.accept:1")
    li.heard("leave-not-asked")
    zhang.heard("leave-handover-asks")
    await zhang.taps("handover.accept")
    zhang.heard("leave-handover-yours")
    assert "张敏 已同意交接" in li.heard("leave-standin-said-yes")
    assert "张敏 已接" in chen.heard("leave-asks")
    await zhang.taps_data("handover.accept:1")
    zhang.heard("leave-handover-done")
    await chen.taps("deciding.approve")
    li.heard("leave-your-outcome")
    zhang.heard("leave-decided")
    assert (await stage.rows(f.handovers))[0].accepted is True


async def test_a_colleague_may_refuse_and_another_is_asked(stage: Stage) -> None:
    """L02."""
    li, zhang, sun = stage.actor("li"), stage.actor("zhang"), stage.actor("sun")
    await asks(li, "明天请一天事假，工作交给张敏")
    zhang.skip()
    await zhang.taps("handover.refuse")
    zhang.heard("leave-handover-why")
    await zhang.says("我也要出差")
    zhang.heard("leave-handover-not-yours")
    assert "我也要出差" in li.heard("leave-standin-said-no")
    await over(zhang)
    sun.skip()
    await li.taps("handover.another", "孙副主任")
    li.heard("leave-sent")
    sun.heard("leave-handover-asks")
    await sun.taps("handover.accept")
    assert (await stage.rows(f.leaves))[0].status is Status.HANDOVER_READY


async def test_only_what_is_missing_is_asked(stage: Stage) -> None:
    """Kind, day, half, stand-in: each by a tap or in words."""
    li = stage.actor("li")
    await li.says("我要请假")
    li.heard("leave-ask-sort")
    await li.taps("leave.pick_sort", "事假")
    li.heard("leave-ask-when")
    await li.says("嗯嗯嗯")
    li.heard("leave-not-understood-when")
    await li.taps("leave.pick_when", "8月4日")
    li.heard("leave-ask-standin")
    await li.says("张敏")
    li.heard("leave-card")
    await li.says("改成明天上午")
    assert "上午" in li.heard("leave-card")
    await li.says("算了")
    li.heard("leave-dropped")
    await over(li)
    await li.says("请半天假")
    await li.taps("leave.pick_sort", "事假")
    await li.taps("leave.pick_when", "8月5日")
    li.skip()
    await li.taps("leave.pick_half", "下午")
    assert "8月5日(周三)下午" in li.heard("leave-card")
    await li.taps("leave.redo", "换假别")
    li.heard("leave-ask-sort")
    await li.says("取消")
    li.heard("leave-dropped")
    await li.taps_data("leave.confirm:1")
    li.heard("leave-card-over")
    assert await stage.rows(f.leaves) == []
    await over(li)


async def test_every_mistake_has_its_own_sentence_and_a_way_on(stage: Stage) -> None:
    """What cannot be is said, nothing is half-saved, and the next words may repair it."""
    li = stage.actor("li")
    for sentence, key in (
        ("6月31日请事假", "leave-problem-impossible_date"),
        ("下周八请事假", "leave-problem-impossible_date"),
        ("周三8月6号请事假", "leave-problem-weekday_mismatch"),
        ("8月10号到8号请事假", "leave-problem-end_before_start"),
        ("2024年5月8号请事假", "leave-past-year"),
        ("2026年8月10号到2027年9月20号请产假", "leave-much-too-long"),
        ("8月10号到9月20号请事假", "leave-longer-than-type"),
        ("8月8号请事假", "leave-nothing-worked"),
        ("明天下午请半天婚假", "leave-unit-too-small"),
        ("明天请婚假", "leave-too-soon"),
        ("明天请事假，工作交给李伟", "leave-standin-self"),
        ("明天9点到9点请事假", "leave-problem-end_before_start"),
        ("明天请事假，工作交给王二麻", "leave-standin-unknown"),
    ):
        await li.says(sentence)
        li.heard(key)
        await li.says("取消")
        li.skip()
    await li.says("6月31日请事假")
    li.skip()
    await li.says("明天下午")
    assert "8月4日(周二)下午" in li.heard("leave-card")
    assert await stage.rows(f.leaves) == []


async def test_a_standin_who_is_away_and_leave_that_is_there_already(stage: Stage) -> None:
    """Full and half, half and half: found to the minute."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await asks(zhang, "明天下午请半天事假")
    await chen.taps("deciding.approve")
    await li.says("明天请一天事假，工作交给张敏")
    li.heard("leave-standin-away")
    await li.taps("leave.pick_standin", "孙副主任")
    li.heard("leave-card")
    await li.taps("leave.discard")
    await asks(li)
    chen.skip()
    await li.says("明天请病假")
    assert "8月4日" in li.heard("leave-overlaps")
    await li.says("明天上午请半天病假")
    li.heard("leave-card")
    await li.taps("leave.confirm")
    assert "同期休假：张敏" not in chen.heard("leave-asks")
    assert len(await stage.rows(f.leaves)) == 3


async def test_leave_on_a_day_that_was_worked_is_refused(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("去鼎盛纺织看厂房，四点半回")
    await li.taps("outings.confirm")
    await li.presses("menu-in")
    await li.locates(30.5001, 114.3001)
    li.skip()
    await stage.at("15:00")
    await li.says("今天请病假")
    assert "09:00" in li.heard("leave-worked-then")


async def test_what_is_asked_afterwards_is_marked_and_needs_two(stage: Stage) -> None:
    """L03: never approved by itself; the second yes comes from the next level up."""
    li, chen, sun, qian = (stage.actor(each) for each in ("li", "chen", "sun", "qian"))
    await stage.at("15:00")
    await li.says("今天上午请半天病假，发烧")
    card = li.heard("leave-card")
    assert "事后补请" in card
    assert "须上一级同意" in card
    await li.taps("leave.confirm")
    assert "事后补请" in chen.heard("leave-asks")
    await chen.taps("deciding.approve")
    assert "等上一级" in li.heard("leave-sent", "leave-your-outcome")
    assert (await stage.rows(f.leaves))[0].status is Status.SUBMITTED
    await chen.taps_data("deciding.approve:1")
    chen.skip()
    assert chen.last.key == "leave-second-must-differ"
    await sun.taps_data("deciding.approve:1")
    assert sun.last.key == "leave-next-level"
    qian.heard("leave-asks")
    await qian.taps("deciding.approve")
    [leave] = await stage.rows(f.leaves)
    assert (leave.status, leave.seconded_by, leave.decided_by, leave.retroactive) == (Status.APPROVED, 3, 6, True)


async def test_withdrawn_before_it_begins(stage: Stage) -> None:
    """5.5: the absence goes, and the cards say so."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await asks(li)
    await chen.taps("deciding.approve")
    await li.says("/leave")
    assert "已批准" in li.last.text
    li.skip()
    await li.taps("own_leave.withdraw")
    li.heard("leave-withdrawn")
    assert "撤回" in chen.last.text
    assert await stage.rows(f.absences) == []
    chen.skip()
    await chen.taps_data("deciding.approve:1")
    chen.heard("leave-is-withdrawn")
    await li.taps_data("own_leave.withdraw:1")
    li.heard("leave-is-withdrawn")
    await chen.taps_data("own_leave.withdraw:1")
    chen.heard("turn-button-over")


async def test_come_back_earlier_with_consent(stage: Stage) -> None:
    """5.5: shortened while it runs; what was not used goes back to the account."""
    li, chen = stage.actor("li"), stage.actor("chen")
    async with stage.app.database.writing() as db:
        await db.execute(
            f.ledger.insert(),
            [
                {
                    "person_id": 1, "account": Kind.ANNUAL, "entry": Entry.ALLOCATION, "days": Fraction(5),
                    "on": date(2026, 1, 1), "reference": "allocation:2026", "expires": date(2026, 12, 31),
                }
            ],
        )  # fmt: skip
    await li.says("8月5号到7号请年假，工作交给张敏")
    assert "余额：5 天，休后剩 2 天" in li.heard("leave-card")
    await li.taps("leave.confirm")
    await stage.actor("zhang").taps("handover.accept")
    await chen.taps("deciding.approve")
    await li.says("8月10号到14号请年假，工作交给张敏")
    assert "还剩 2 天" in li.last.text
    await li.says("取消")
    await stage.at("12:30", days=3)
    await li.says("/leave")
    li.skip()
    await li.taps("own_leave.come_back", "提前")
    li.heard("leave-change-asked")
    chen.skip()
    await li.taps_data("deciding.change:1:1")
    li.heard("turn-not-allowed")
    await chen.taps("deciding.change", "同意")
    chen.heard("leave-decided")
    li.heard("leave-your-outcome")
    [leave] = await stage.rows(f.leaves)
    assert leave.days == Fraction(3, 2)
    rows = await stage.rows(f.ledger)
    assert sum((row.days for row in rows), Fraction(0)) == Fraction(7, 2)
    [absence] = await stage.rows(f.absences)
    assert absence.ends == leave.ends == stage.clock.now()
    await chen.taps_data("deciding.change:1:1")
    assert chen.last.key == "leave-change-over"


async def test_it_waits_and_those_who_decide_hear_again(stage: Stage) -> None:
    """L01: a reminder, then the next unit up; the old buttons still tell the truth."""
    li, chen, qian = stage.actor("li"), stage.actor("chen"), stage.actor("qian")
    await asks(li, "8月7号下午请半天事假")
    chen.skip()
    await stage.at("13:05")
    chen.heard("leave-asks-again")
    qian.heard_nothing()
    await stage.at("14:00", days=1)
    assert chen.last.key == "leave-asks-again"
    qian.heard("leave-asks-again")
    await qian.taps("deciding.approve")
    assert "钱行长" in li.last.text
    assert (await stage.rows(t.jobs, t.jobs.c.name == "leave:1:decide", t.jobs.c.done.is_(None))) == []


async def test_sick_in_the_morning_and_the_proof_later(stage: Stage) -> None:
    """Asked before work began; only Telegram's number of the picture is kept; it is asked for until it comes."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("07:30", days=1)
    await li.says("发烧了，今天请病假一天")
    assert "事后补请" not in li.heard("leave-card")
    await li.taps("leave.confirm")
    li.skip()
    await chen.taps("deciding.approve")
    await stage.at("09:01", days=1)
    assert li.last.key == "leave-proof-missing"
    await li.taps("own_leave.prove")
    await li.says("稍等")
    assert li.last.key == "leave-ask-proof"
    await li.sends(photo=[{"file_id": "AgAC", "file_unique_id": "u", "width": 1, "height": 1}])
    assert li.last.key == "leave-proof-kept"
    assert chen.last.key == "leave-proof-came"
    assert chen.file() == "AgAC"
    assert (await stage.rows(f.leaves))[0].proof == "AgAC"
    await over(li)


async def test_make_up_days_count_and_an_unpublished_year_is_said(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("10月9号到11号请事假，工作交给张敏")
    card = li.heard("leave-card")
    assert "2 个工作日" in card
    assert "10月10日(周六)调休上班" in card
    await li.says("取消")
    li.skip()
    await li.says("2027年2月1号请事假，工作交给张敏")
    assert "2027年放假安排还没公布" in li.heard("leave-card")


async def test_english_and_an_open_outing_on_the_card(stage: Stage) -> None:
    """What is left open is in view: the planned outing with its client."""
    wu, zhao = stage.actor("wu"), stage.actor("zhao")
    await wu.says("tomorrow at 14:00 visit 蓝海科技 re plant, back 16:30")
    await wu.taps("outings.confirm")
    wu.skip()
    zhao.skip()
    await wu.says("personal leave tomorrow afternoon")
    wu.heard("leave-ask-standin")
    await wu.taps("leave.pick_standin")
    assert "蓝海科技" in wu.heard("leave-card")
    await wu.taps("leave.confirm")
    assert "蓝海科技" in zhao.heard("leave-handover-asks")


async def test_the_standin_hears_when_it_begins_and_a_return_pack_waits(stage: Stage) -> None:
    """5.5: at the start the stand-in hears it; on the first working morning afterwards one hears what happened."""
    li, zhang, chen, sun = (stage.actor(each) for each in ("li", "zhang", "chen", "sun"))
    await asks(li, "8月5号到7号请事假，工作交给张敏")
    await zhang.taps("handover.accept")
    await chen.taps("deciding.approve")
    await stage.at("08:35", days=2)
    zhang.skip()
    assert zhang.last.key == "leave-begins"
    await stage.change(t.clients, t.clients.c.id == 4, keeper_id=1)
    await sun.says("去宏远物流看仓库，四点半回")
    await sun.taps("outings.confirm")
    await sun.presses("menu-in")
    await sun.locates(30.5401, 114.3501)
    await stage.at("08:00", days=5)
    assert li.last.key != "leave-back"
    await stage.at("08:40")
    assert li.last.key == "leave-back"
    assert "孙副主任 走访 宏远物流 C004" in li.last.text
    assert "张敏" in li.last.text


async def test_whoever_takes_it_back_gets_no_pack(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    await asks(li, "8月5号到7号请病假")
    await chen.taps("deciding.approve")
    await li.says("/leave")
    await li.taps("own_leave.withdraw")
    li.skip()
    await stage.at("12:00", days=8)
    assert "leave-back" not in {each.key for each in li.news}


async def test_the_last_days_of_a_quarter_are_said_and_need_the_next_level(stage: Stage) -> None:
    li, chen, qian = stage.actor("li"), stage.actor("chen"), stage.actor("qian")
    await li.says("9月30号下午请半天事假")
    assert "须上一级同意" in li.heard("leave-card")
    await li.taps("leave.confirm")
    assert "季末最后 3 天" in chen.heard("leave-asks")
    await chen.taps("deciding.approve")
    await qian.taps("deciding.approve")
    assert (await stage.rows(f.leaves))[0].status is Status.APPROVED


async def test_desk_duty_that_falls_in_must_be_handed_over(stage: Stage) -> None:
    """A06, L02: even for half a day."""
    li, zhang = stage.actor("li"), stage.actor("zhang")
    async with stage.app.database.writing() as db:
        await db.execute(f.duties.insert(), [{"unit_id": 3, "day": date(2026, 8, 4), "person_id": 1}])
    await li.says(HALF)
    li.heard("leave-ask-standin")
    await li.taps("leave.pick_standin", "张敏")
    assert "8月4日(周二) 坐班 → 张敏" in li.heard("leave-card")
    await li.taps("leave.confirm")
    assert "坐班 → 张敏" in zhang.heard("leave-handover-asks")
    li.skip()
    await li.says("今天请年假")
    li.heard("leave-too-soon")


async def test_a_kind_that_one_may_not_take_is_not_offered_and_is_refused(stage: Stage, tmp_path: Path) -> None:
    """The bank grants it to some roles only; the sentence says so and asks for another kind."""
    policy = tmp_path / "bank.toml"
    policy.write_text('[leave_types]\nonly_for = { personal = ["leader"] }\n', "utf-8")
    stage.policy = str(policy)
    await stage.restart()
    li = stage.actor("li")
    await li.says(HALF)
    li.heard("leave-not-for-you")
    await li.taps("leave.pick_sort", "病假")
    assert "病假" in li.heard("leave-card")
    await li.says("/leave")
    assert not any("personal" in each for each in li.buttons()[-20:] if each.startswith("leave.pick_sort"))


async def test_protection_is_kept_for_a_quarter_and_shown(stage: Stage) -> None:
    """L18: stored with the request; seen by the person and by whoever decides."""
    li, zhang, chen, qian = (stage.actor(each) for each in ("li", "zhang", "chen", "qian"))
    await li.says("8月10号到11月15号请产假，工作交给张敏")
    await li.taps("leave.confirm")
    await zhang.taps("handover.accept")
    await chen.taps("deciding.approve")
    await qian.taps("deciding.approve")
    [leave] = await stage.rows(f.leaves)
    assert leave.protected_until == date(2027, 3, 31)
    li.skip()
    await li.says("/leave")
    assert "保护期至 3月31日" in li.last.text


async def test_the_board_names_whoever_stands_in(stage: Stage) -> None:
    """L02: whoever looks for somebody on leave sees who has the work."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await asks(li, "8月4号请事假，工作交给张敏")
    await zhang.taps("handover.accept")
    await chen.taps("deciding.approve")
    await stage.at("10:00", days=1)
    await chen.says("/team")
    assert "张敏 代" in chen.last.text


async def test_a_new_year_opens_its_accounts_once(stage: Stage) -> None:
    """Allocation and carry-over are a job of the bot's; run twice it does nothing more."""
    await stage.change(t.people, t.people.c.id == 1, worked_since=date(2015, 3, 1))
    row = {
        "person_id": 1, "account": Kind.ANNUAL, "entry": Entry.ALLOCATION, "days": Fraction(7, 2),
        "on": date(2025, 1, 1), "reference": "allocation:2025", "expires": date(2025, 12, 31),
    }  # fmt: skip
    async with stage.app.database.writing() as db:
        await db.execute(f.ledger.insert(), [row])
        await jobs_store.ask_now(db, ["leave_year.open"], stage.clock.now())
    await stage.at("09:01")
    rows = {row.reference: row.days for row in await stage.rows(f.ledger, f.ledger.c.person_id == 1)}
    assert rows == {
        "allocation:2025": Fraction(7, 2), "expiry:allocation:2025": -Fraction(7, 2), "carry:2026": Fraction(7, 2),
        "allocation:2026": 10,
    }  # fmt: skip
    await stage.at("02:00", days=29)  # the first night of September
    assert len(await stage.rows(f.ledger)) == 4
