"""Work that falls into a leave: found, decided piece by piece, accepted, done by others, brought back (L02, 5.5)."""

from datetime import date, timedelta

from bot.rules.agenda import Item, ItemStatus, Sort, close
from bot.rules.leave import Status
from bot.rules.outings import OutingStatus
from bot.talk import AFTER_OUTAGE
from storage import agenda as agenda_store, field as f, jobs as jobs_store
from storage.agenda_tables import agenda
from storage.leave_tables import handed, own_days
from tests.stage import Stage

TUESDAY, WEDNESDAY = date(2026, 8, 4), date(2026, 8, 5)


async def promise(stage: Stage, day: date = WEDNESDAY, client_id: int = 1, **facts: object) -> int:
    """李伟 has promised something to a client."""
    item = Item(
        id=0, person_id=1, unit_id=3, sort=Sort.PROMISE, day=day, client_id=client_id, text="送授信材料", made_by=1,
        made_at=stage.clock.now(),
    )  # fmt: skip
    async with stage.app.database.writing() as db:
        return await agenda_store.add(db, item)


async def test_what_was_promised_goes_to_the_standin_and_comes_back(stage: Stage) -> None:
    """The approver sees whom it concerns; the stand-in has the work while the leave runs, then it comes home."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    kept, second = await promise(stage), await promise(stage, client_id=2)
    await li.says("8月5号请一天年假，工作交给张敏")
    card = li.heard("leave-card")
    assert "8月5日(周三) 承诺：鼎盛纺织 C001 送授信材料 → 张敏" in card
    await li.taps("leave.confirm")
    assert "送授信材料" in zhang.heard("leave-handover-asks")
    assert (await stage.rows(f.leaves))[0].status is Status.HANDOVER_NEEDED
    assert (await stage.rows(agenda))[0].person_id == 1  # nothing moves before it is granted
    await zhang.taps("handover.accept")
    asked = chen.heard("leave-asks")
    assert "影响客户 2 户：鼎盛纺织 C001（有承诺）、华丰机械 C002（有承诺）" in asked
    await chen.taps("deciding.approve")
    assert [(row.person_id, row.handed_from) for row in await stage.rows(agenda)] == [(2, 1), (2, 1)]
    zhang.skip()
    await stage.at("08:35", days=2)
    assert "送授信材料" in zhang.heard("leave-begins")
    async with stage.app.database.writing() as db:
        item = await agenda_store.by_id(db, kept)
        assert item is not None
        await agenda_store.save(db, close(item, ItemStatus.DONE, 2, stage.clock.now()))
    li.skip()
    await stage.at("08:40", days=1)
    pack = li.heard("leave-back")
    assert "张敏 已办" in pack
    chen.skip()
    await li.taps("own_leave.report")
    li.heard("leave-closed")
    assert "李伟 已回岗销假" in chen.heard("leave-reported-back")
    await li.taps_data("own_leave.report:1")
    li.heard("leave-is-closed")
    assert "接下来几天要办" in pack
    rows = {row.id: row for row in await stage.rows(agenda)}
    assert (rows[second].person_id, rows[second].handed_from) == (1, None)
    assert rows[kept].person_id == 2


async def test_piece_by_piece_to_two_colleagues_who_both_say_yes(stage: Stage) -> None:
    """One piece to another colleague, one postponed, one closed: it is ready when everybody has said yes."""
    li, zhang, sun, chen = (stage.actor(each) for each in ("li", "zhang", "sun", "chen"))
    ids = [await promise(stage, client_id=each) for each in (1, 2, 3)]
    await li.says("8月5号请一天事假，工作交给张敏")
    li.skip()
    await li.taps("leave_pieces.look")
    assert "送授信材料" in li.heard("leave-pieces")
    await li.taps("leave_pieces.take", "第 1 项")
    await li.taps("leave_pieces.decide", "孙副主任")
    await li.taps("leave_pieces.take", "第 2 项")
    await li.taps("leave_pieces.decide", "休后再办")
    await li.taps("leave_pieces.take", "第 3 项")
    await li.taps("leave_pieces.decide", "不办了")
    assert "→ 休后再办" in li.last.text
    await li.taps("leave_pieces.done")
    li.skip()
    await li.taps("leave.confirm")
    assert "先等 张敏、孙副主任 同意交接" in li.heard("leave-sent")
    await zhang.taps("handover.accept")
    chen.heard_nothing()
    assert (await stage.rows(f.leaves))[0].status is Status.HANDOVER_NEEDED
    assert "先等 孙副主任" in li.heard("leave-standin-said-yes")
    assert "送授信材料" in sun.heard("leave-handover-asks")
    await sun.taps("handover.accept")
    assert (await stage.rows(f.leaves))[0].status is Status.HANDOVER_READY
    await chen.taps("deciding.approve")
    rows = {row.id: row for row in await stage.rows(agenda)}
    assert rows[ids[0]].person_id == 5
    assert (rows[ids[1]].person_id, rows[ids[1]].day) == (1, WEDNESDAY + timedelta(days=1))
    assert rows[ids[2]].status is ItemStatus.DROPPED


async def test_what_one_colleague_refuses_goes_to_another(stage: Stage) -> None:
    li, zhang, sun = stage.actor("li"), stage.actor("zhang"), stage.actor("sun")
    await promise(stage)
    await li.says("8月5号请一天事假，工作交给张敏")
    await li.taps("leave.confirm")
    await zhang.taps("handover.refuse")
    await zhang.says("那天要去分行")
    li.skip()
    await li.taps("handover.another", "孙副主任")
    assert "送授信材料" in sun.heard("leave-handover-asks")
    assert [row.to_id for row in await stage.rows(handed)] == [5]
    await zhang.taps_data("handover.accept:1")
    assert zhang.last.key == "leave-not-asked"
    await sun.taps("handover.accept")
    assert (await stage.rows(f.leaves))[0].status is Status.HANDOVER_READY


async def test_a_planned_outing_becomes_the_colleagues_plan(stage: Stage) -> None:
    """The trip is called off when the leave is granted; whom it was for is the colleague's planned visit."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await li.says("明天下午两点去鼎盛纺织看厂房，四点半回")
    await li.taps("outings.confirm")
    chen.skip()
    await li.says("明天下午请半天事假，工作交给张敏")
    await li.taps("leave.confirm")
    await zhang.taps("handover.accept")
    assert "鼎盛纺织 C001（有安排）" in chen.heard("leave-asks")
    await chen.taps("deciding.approve")
    assert (await stage.rows(f.outings))[0].status is OutingStatus.CANCELLED
    [item] = await stage.rows(agenda)
    assert (item.person_id, item.sort, item.client_id, item.day) == (2, Sort.PLANNED_VISIT, 1, TUESDAY)
    await li.says("/leave")
    await li.taps("own_leave.withdraw")
    assert (await stage.rows(agenda))[0].person_id == 1


async def test_what_comes_up_later_goes_to_the_standin_when_it_begins(stage: Stage) -> None:
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await li.says("8月5号请一天事假，工作交给张敏")
    await li.taps("leave.confirm")
    await zhang.taps("handover.accept")
    await chen.taps("deciding.approve")
    await promise(stage)
    zhang.skip()
    await stage.at("08:35", days=2)
    assert "送授信材料" in zhang.heard("leave-begins")
    assert (await stage.rows(agenda))[0].person_id == 2


async def test_whoever_decides_asks_back_and_the_card_returns(stage: Stage) -> None:
    """Question, answer, and the card comes again with both; one who is slow is reminded."""
    li, chen, sun = stage.actor("li"), stage.actor("chen"), stage.actor("sun")
    await li.says("明天下午请半天事假")
    await li.taps("leave.confirm")
    chen.skip()
    li.skip()
    await chen.taps("deciding.ask_back")
    chen.heard("leave-ask-question")
    await chen.says("能改到周五吗")
    chen.heard("leave-question-sent", "leave-asks")
    assert "能改到周五吗" in li.heard("leave-questioned")
    assert "待回答" in sun.last.text
    await stage.at("13:05")
    assert li.last.key == "leave-answer-missing"
    await li.taps("own_leave.answer")
    chen.skip()
    await li.says("周五孩子开学，改不了")
    assert li.last.key == "leave-answer-sent"
    assert "周五孩子开学" in chen.heard("leave-asks")
    await li.taps_data("own_leave.answer:1")
    assert li.last.key == "leave-answered"
    await chen.taps("deciding.approve")
    assert (await stage.rows(f.leaves))[0].status is Status.APPROVED
    li.skip()
    await li.says("qwertyuiop")
    li.heard("fallback-words")


async def test_the_days_are_counted_again_when_the_year_is_published(stage: Stage) -> None:
    """The card said that next year's table was missing; the bank's own file brings it, and everybody hears the days."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await li.says("2027年1月1号到5号请事假，工作交给张敏")
    assert "3 个工作日" in li.heard("leave-card")
    await li.taps("leave.confirm")
    await zhang.taps("handover.accept")
    await chen.taps("deciding.approve")
    li.skip()
    await stage.at("09:05", days=1)
    li.heard_nothing()
    async with stage.app.database.writing() as db:
        days = [(1, False), (2, True), (3, True)]
        await db.execute(
            own_days.insert(),
            [{"unit_id": 1, "day": date(2027, 1, day), "worked": worked, "name": None} for day, worked in days],
        )
    stage.app.turns._units = None
    chen.skip()
    await stage.at("09:05", days=1)
    assert "1月2日(周六)调休上班" in li.heard("leave-recounted")
    assert "原来 3 天" in chen.heard("leave-recounted")
    assert (await stage.rows(f.leaves))[0].days == 4


async def test_after_an_outage_whoever_must_answer_sees_it_again(stage: Stage) -> None:
    """T25: Telegram keeps a tap for 150 s only; what was tapped into the silence is shown anew, once."""
    li, wu, zhang, chen = (stage.actor(each) for each in ("li", "wu", "zhang", "chen"))
    await li.says("明天下午请半天事假")
    await li.taps("leave.confirm")
    await stage.actor("sun").says("8月6号请一天事假，工作交给张敏")
    await stage.actor("sun").taps("leave.confirm")
    for each in (li, zhang, chen):
        each.skip()
    async with stage.app.database.writing() as db:
        await jobs_store.ask_now(db, AFTER_OUTAGE, stage.clock.now())
    await stage.at("09:01")
    chen.heard("leave-asks-again")
    zhang.heard("leave-handover-asks")
    li.heard_nothing()
    wu.heard_nothing()
    await zhang.taps("handover.accept")
    await chen.taps("deciding.approve")
    assert [row.status for row in await stage.rows(f.leaves)].count(Status.APPROVED) == 1


async def test_seen_as_done(stage: Stage) -> None:
    """The sentence of the issue, from the card to the lists that respect it: two touches to ask, one to accept, one to
    decide."""
    li, zhang, chen, sun = (stage.actor(each) for each in ("li", "zhang", "chen", "sun"))
    await promise(stage, day=TUESDAY)
    await li.says("明天下午请半天事假，工作交给张敏")
    assert "送授信材料 → 张敏" in li.heard("leave-card")
    await li.taps("leave.confirm")
    li.heard("leave-sent")
    zhang.heard("leave-handover-asks")
    await zhang.taps("handover.accept")
    assert "影响客户 1 户：鼎盛纺织 C001（有承诺）" in chen.heard("leave-asks")
    await chen.taps("deciding.approve")
    li.heard("leave-standin-said-yes", "leave-your-outcome")
    zhang.heard("leave-handover-yours", "leave-decided")
    chen.heard("leave-decided")
    sun.heard("leave-asks", "leave-decided")
    await stage.at("13:30", days=1)
    zhang.skip()
    chen.skip()
    await chen.says("/team")
    assert "李伟" in chen.last.text
    assert "张敏 代" in chen.last.text
    await zhang.says("/today")
    assert (await stage.rows(agenda))[0].person_id == 2
    li.skip()
    await stage.at("18:00")
    assert not [each.key for each in li.news if each.key.startswith(("appointments", "records"))]


async def test_what_is_agreed_for_the_other_half_of_the_day_stays(stage: Stage) -> None:
    """An hour in the forenoon is no part of an afternoon's leave."""
    li = stage.actor("li")
    number = await promise(stage, day=TUESDAY)
    at = stage.clock.now() + timedelta(days=1, hours=1)  # 10:00
    await stage.change(agenda, agenda.c.id == number, at=at)
    await li.says("明天下午请半天事假")
    assert "承诺" not in li.heard("leave-card")
    await li.says("改成明天上午，工作交给张敏")
    assert "承诺" in li.heard("leave-card")


async def test_a_silent_colleague_is_asked_again_and_the_person_hears_it(stage: Stage) -> None:
    """Not ready waits, and says so; withdrawn before anybody decided, those who decide never heard of it."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await li.says("8月6号请一天事假，工作交给张敏")
    await li.taps("leave.confirm")
    for each in (li, zhang):
        each.skip()
    await stage.at("13:05")
    zhang.heard("leave-handover-asks")
    assert "张敏 还没有答复交接" in li.heard("leave-standin-silent")
    await li.says("/leave")
    await li.taps("own_leave.withdraw")
    zhang.heard("leave-decided")
    chen.heard_nothing()
    await zhang.taps_data("handover.accept:1")
    zhang.heard("leave-is-withdrawn")
    await stage.at("18:00")
    zhang.heard_nothing()


async def test_a_running_leave_is_cancelled_with_consent_and_the_work_comes_back(stage: Stage) -> None:
    """5.5: cancelled during; what the stand-in had is the person's again at once."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await promise(stage)
    await li.says("8月5号到6号请事假，工作交给张敏")
    await li.taps("leave.confirm")
    await zhang.taps("handover.accept")
    await chen.taps("deciding.approve")
    await stage.at("08:40", days=2)
    assert (await stage.rows(agenda))[0].person_id == 2
    await li.says("/leave")
    await li.taps("own_leave.come_back", "全部取消")
    await chen.taps("deciding.change", "不同意")
    assert (await stage.rows(f.leaves))[0].status is Status.APPROVED
    await li.says("/leave")
    await li.taps("own_leave.come_back", "全部取消")
    await chen.taps("deciding.change", "同意")
    assert (await stage.rows(f.leaves))[0].status is Status.CANCELLED
    assert await stage.rows(f.absences) == []
    assert (await stage.rows(agenda))[0].person_id == 1
