"""Everything that waits for a supervisor in one message: acting for the absent, one outcome (SY18, S-11, D40)."""

from datetime import time, timedelta

from sqlalchemy import insert

from bot.rules.leave import Status
from bot.rules.outings import Mode, OutingStatus
from storage import field as f, supervision_tables as s
from tests.stage import MONDAY, Actor, Stage, local
from tests.stories.test_boards import DINGSHENG, HONGYUAN, is_over, out, visiting


async def asks_leave(actor: Actor, sentence: str = "明天下午请半天事假，家里有事") -> None:
    await actor.says(sentence)
    await actor.taps("leave.confirm")
    actor.skip()


async def waits_for_consent(stage: Stage, who: str, client: int) -> None:
    outing = await out(stage, who, client, status=OutingStatus.WAITING, depart_at=local(MONDAY, time(15)))
    await stage.change(f.outings, f.outings.c.id == outing.id, mode=Mode.APPROVE)


async def test_leave_outing_and_longer_stay_in_one_message(stage: Stage) -> None:
    """The oldest deadline first; each is decided in the list's own message."""
    chen, li, zhang, zheng = (stage.actor(name) for name in ("chen", "li", "zhang", "zheng"))
    await asks_leave(li)
    await waits_for_consent(stage, "zhang", HONGYUAN)
    await out(
        stage,
        "zheng",
        DINGSHENG,
        extensions=1,
        extended_to=local(MONDAY, time(18)),
        extension_reason="客户还没签完",
    )
    await stage.at("10:00")
    chen.skip()
    await chen.presses("menu-approve")
    lines = chen.heard("approvals-list").splitlines()
    assert "3 件" in lines[0]
    assert ["张敏 外出" in lines[1], "李伟 请假" in lines[2], "郑信息 延时" in lines[3]] == [True, True, True]
    await chen.taps("approvals.open", "1")
    assert "宏远物流" in chen.heard("approvals-card")
    await chen.taps("approvals.yes")
    assert "2 件" in next(each.text for each in reversed(chen.all_heard) if each.key == "approvals-list")
    assert "consent-agreed" in [each.key for each in zhang.all_heard]
    await chen.taps("approvals.open", "1")
    assert "事假" in chen.last.text
    await chen.taps("approvals.yes")
    assert [each.status for each in await stage.rows(f.leaves)] == [Status.APPROVED]
    assert "leave-your-outcome" in [each.key for each in li.all_heard]
    await chen.taps("approvals.open", "1")
    assert "客户还没签完" in chen.last.text
    await chen.taps("approvals.no")
    zheng.skip()
    await chen.says("请先打电话说一声")
    assert "请先打电话说一声" in zheng.heard("approvals-doubted")
    assert "没有等您处理的事" in next(each.text for each in reversed(chen.all_heard) if each.key == "approvals-list")
    assert [(each.accepted, each.reason) for each in await stage.rows(s.seen)] == [(False, "请先打电话说一声")]
    await is_over(chen)


async def test_the_slower_of_two_hears_the_truth(stage: Stage) -> None:
    chen, sun, li, zhao = (stage.actor(name) for name in ("chen", "sun", "li", "zhao"))
    await asks_leave(li)
    await out(
        stage,
        "zhang",
        HONGYUAN,
        extensions=1,
        extended_to=local(MONDAY, time(18)),
        extension_reason="堵车",
    )
    for boss in (chen, sun):
        await boss.says("/approve")
    await chen.taps("approvals.open", "1")
    await chen.taps("approvals.yes")
    sun.skip()
    await sun.taps_data("approvals.yes:leave:1")
    assert "陈主任" in sun.heard("leave-approved-already")
    await chen.taps("approvals.open", "1")
    await chen.taps("approvals.yes")
    await sun.taps_data("approvals.yes:stay:1")
    assert "陈主任" in sun.heard("approvals-said-already")
    await zhao.taps_data("approvals.yes:stay:1")  # another unit
    await zhao.taps_data("approvals.open:flag:1")
    await zhao.taps_data("approvals.open:nonsense:1")
    zhao.heard("turn-button-over", "turn-button-over", "turn-button-over")
    await zhao.taps_data("approvals.open:leave:1")
    zhao.heard("turn-not-allowed")
    await zhao.says("/approve")
    assert "0 件" in zhao.heard("approvals-list")
    await li.says("/approve")
    assert li.last.key == "turn-not-allowed"
    assert len(await stage.rows(s.seen)) == 1


async def test_acting_for_an_absent_head_is_said(stage: Stage) -> None:
    """D40: the deputy sees 代 while the head is on leave; never their own."""
    sun, li = stage.actor("sun"), stage.actor("li")
    async with stage.app.database.writing() as db:
        await db.execute(
            insert(f.absences).values(
                person_id=3, starts=local(MONDAY, time(0)), ends=local(MONDAY, time(23)), kind="leave"
            )
        )
    await asks_leave(li)
    await asks_leave(sun, "后天下午请半天事假，家里有事")
    await sun.says("/approve")
    said = sun.last.text
    assert "1 件" in said
    assert "李伟" in said
    assert "（代 陈主任）" in said
    await sun.taps("approvals.open", "1")
    assert "代 陈主任" in sun.last.text


async def test_corrected_times_want_a_word(stage: Stage) -> None:
    """A check-out and a return that were said afterwards stand on the list until somebody accepts them."""
    chen = stage.actor("chen")
    outing = await out(
        stage,
        "li",
        DINGSHENG,
        status=OutingStatus.RETURNED,
        returned_at=local(MONDAY, time(16)),
        return_corrected_at=local(MONDAY, time(18)),
    )
    visit = await visiting(stage, outing, DINGSHENG, "10:00", "10:40")
    await stage.change(f.visits, f.visits.c.id == visit.id, left_how="asked", corrected_at=local(MONDAY, time(18)))
    await stage.at("09:00", days=1)
    await chen.says("/approve")
    said = chen.last.text
    assert "补报返回时间" in said
    assert "补报离开时间" in said
    for _ in range(2):
        await chen.taps("approvals.open", "1")
        await chen.taps("approvals.yes")
    words = sorted(each.about for each in await stage.rows(s.seen))
    assert words == [f"outing:{outing.id}:return", f"visit:{visit.id}:left"]
    await stage.at("09:00", days=2)
    assert stage.clock.now() > local(MONDAY + timedelta(days=2), time(0))
    await chen.says("/approve")
    assert "没有等您处理的事" in chen.last.text
