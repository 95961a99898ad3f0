"""Spot checks and what follows: asked, answered, timed out, flagged, contested, decided (L06-L08, C18, S-11, C21)."""

from datetime import time, timedelta

from sqlalchemy import insert

from bot.rules.penalties import ProposalStatus, Rule
from bot.rules.spot_checks import Result
from storage import field as f, supervision_tables as s, tables as t
from tests.stage import MONDAY, Actor, Stage, local
from tests.stories.test_boards import DINGSHENG, is_over, out, visiting


async def choose(boss: Actor, *names: str) -> None:
    await boss.says("/check")
    await boss.taps("checks.choose")
    for name in names:
        await boss.taps("checks.toggle", name)
    await boss.taps("checks.send")


async def results(stage: Stage) -> dict[int, Result]:
    return {row.person_id: row.result for row in await stage.rows(s.checked)}


async def test_four_people_four_results_in_one_message(stage: Stage) -> None:
    """L06: present by a tap, out with a place at the client, on leave undisturbed, silence noted when time is over."""
    chen, li, zhang, zheng, sun = (stage.actor(name) for name in ("chen", "li", "zhang", "zheng", "sun"))
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "10:00")
    async with stage.app.database.writing() as db:
        await db.execute(
            insert(f.absences).values(
                person_id=8, starts=local(MONDAY, time(0)), ends=local(MONDAY, time(18)), kind="leave"
            )
        )
    await stage.at("10:30")
    await choose(chen, "李伟", "张敏", "郑信息", "孙副主任")
    said = chen.heard("checks-menu", "checks-choosing", *["checks-choosing"] * 4, "checks-sent", "checks-round")
    assert "10:40 截止" in said
    assert "请假 1" in said.splitlines()[-5]
    zheng.heard_nothing()  # on leave: not disturbed
    zhang.heard("checks-asks-you")
    await zhang.taps("checks.answered")
    assert "在崗" in zhang.heard("checks-thanks")
    li.heard("checks-asks-you")
    await li.taps("checks.place")
    li.heard("checks-ask-place")
    await li.locates(30.5002, 114.3002)
    assert "登记外出" in li.heard("checks-thanks", "checks-thanks-place")
    row = next(each for each in await stage.rows(s.checked) if each.person_id == 1)
    assert row.distance_m < 50
    assert {"latitude", "longitude"}.isdisjoint(row._mapping)  # C21: only the distance
    sun.skip()
    await stage.at("10:40")
    said = chen.heard("checks-round", "checks-round", "checks-round", "checks-closed")
    assert "在岗 1　登记外出 1　请假 1　地点不符 0　未应答 1" in said
    assert await results(stage) == {
        1: Result.OUT, 2: Result.PRESENT, 8: Result.ON_LEAVE, 5: Result.NO_ANSWER,
    }  # fmt: skip
    flags = await stage.rows(s.proposals)
    assert [(each.person_id, each.rule, each.amount) for each in flags] == [(5, Rule.POST, 200)]
    assert "不会自动扣款" in sun.heard("proposals-yours")
    await is_over(li)


async def test_far_from_every_client_is_a_wrong_place_and_the_second_time_standby(stage: Stage) -> None:
    """L07 first, L08 second; a tally of rules shows them."""
    chen, li = stage.actor("chen"), stage.actor("li")
    await out(stage, "li", DINGSHENG)
    await stage.at("10:30")
    for _ in range(2):
        await choose(chen, "李伟")
        await li.taps("checks.place")
        await li.locates(30.60, 114.50)
        await stage.at("11:00" if stage.clock.now() < local(MONDAY, time(11)) else "11:30")
    flags = await stage.rows(s.proposals)
    assert [(each.rule, each.measure, each.amount) for each in flags] == [
        (Rule.OUTING, "fine", 100),
        (Rule.OUTING_AGAIN, "standby", None),
    ]
    await chen.says("/check")
    chen.skip()
    await chen.taps("checks.rates")
    said = chen.heard("checks-rates-shown")
    assert "地点不符 2" in said
    assert "L07" in said
    assert "L08" in said
    assert "还没有认定过的" in said


async def test_the_flagged_person_contests_and_two_supervisors_get_one_outcome(stage: Stage) -> None:
    """C18: the person is heard, one decision counts, the other hears the truth; rates of false alarms follow."""
    chen, zheng, qian = stage.actor("chen"), stage.actor("zheng"), stage.actor("qian")
    await stage.at("10:00")
    await choose(chen, "郑信息")
    await stage.at("10:15")
    zheng.heard("checks-asks-you", "proposals-yours")
    await zheng.taps("proposals.contest")
    zheng.heard("proposals-ask-contest")
    await zheng.says("在金库陪同检查，手机锁在柜里")
    zheng.heard("proposals-yours", "proposals-contest-kept")
    await zheng.taps_data("proposals.contest:1")  # an old button
    zheng.heard("proposals-contested-already")
    assert "金库" in next(each.text for each in chen.all_heard if each.key == "proposals-contested")
    (flag,) = await stage.rows(s.proposals)
    chen.skip()
    await chen.taps("proposals.withdraw")
    assert "撤销" in chen.heard("proposals-theirs")
    assert "撤销" in zheng.heard("proposals-outcome")
    await qian.taps_data(f"proposals.uphold:{flag.id}")
    qian.heard("proposals-is-withdrawn")
    assert [each.status for each in await stage.rows(s.proposals)] == [ProposalStatus.WITHDRAWN]
    await chen.says("/check")
    await chen.taps("checks.rates")
    chen.skip()
    assert any("误报率 100%" in each.text for each in chen.all_heard if each.key == "checks-rates-shown")
    await zheng.says("/me")
    assert "L06" in zheng.heard("people-me")  # what is held of them they see
    await is_over(zheng)


async def test_a_contested_flag_stands_only_with_a_reason(stage: Stage) -> None:
    chen, zheng = stage.actor("chen"), stage.actor("zheng")
    await choose(chen, "郑信息")
    await stage.at("09:30")
    await zheng.taps("proposals.contest")
    await zheng.says("没听见")
    chen.skip()
    zheng.skip()
    await chen.taps("proposals.uphold")
    chen.heard("proposals-ask-why")
    await chen.taps("proposals.uphold_why", "当面核实")
    chen.heard("proposals-theirs")
    assert "当面核实" in zheng.heard("proposals-outcome")
    assert [each.status for each in await stage.rows(s.proposals)] == [ProposalStatus.UPHELD]
    await is_over(chen)


async def test_a_late_answer_a_second_answer_and_the_supervisors_own_eyes(stage: Stage) -> None:
    chen, zhang, zheng = stage.actor("chen"), stage.actor("zhang"), stage.actor("zheng")
    await choose(chen, "张敏", "郑信息")
    await stage.at("09:30")
    zhang.skip()
    await zhang.taps("checks.speak")
    zhang.heard("checks-ask-words")
    await zhang.says("剛剛在開會")
    zhang.heard("checks-thanks", "checks-thanks-words")
    row = next(each for each in await stage.rows(s.checked) if each.person_id == 2)
    assert (row.result, row.late) == (Result.PRESENT, True)
    await zhang.taps_data(f"checks.answered:{row.check_id}")
    zhang.heard("checks-answered")
    chen.skip()
    await chen.taps("checks.seen", "郑信息")
    chen.heard("checks-one")
    await chen.taps("checks.judge", "✅")
    assert "主管实地核实" in chen.heard("checks-round")
    await chen.taps_data(f"checks.judge:{row.check_id}:8:0")
    chen.heard("checks-judged")
    zheng.skip()
    await zheng.taps_data(f"checks.answered:{row.check_id}")
    zheng.heard("checks-judged")


async def test_a_check_that_the_bot_slept_through_flags_nobody(stage: Stage) -> None:
    """Silence says nothing where nobody could have been heard."""
    chen, zheng = stage.actor("chen"), stage.actor("zheng")
    await choose(chen, "郑信息")
    chen.skip()
    zheng.skip()
    stage.clock.move_to(stage.clock.now() + timedelta(hours=1))  # nothing ran meanwhile
    while await stage.app.turns.run_due():
        pass
    await stage.drain()
    assert "系统中断" in chen.heard("checks-round", "checks-interrupted")
    zheng.heard_nothing()
    assert await stage.rows(s.proposals) == []


async def test_by_chance_and_never_oneself(stage: Stage) -> None:
    """A17, S-11: drawn among those at work in scope; nobody is in their own draw."""
    sun, chen = stage.actor("sun"), stage.actor("chen")
    await stage.at("09:05")
    await sun.says("/check")
    await sun.taps("checks.draw")
    asked = {row.person_id for row in await stage.rows(s.checked)}
    assert len(asked) == 3
    assert 5 not in asked
    assert asked <= {1, 2, 8}
    chen.skip()
    await chen.taps_data("checks.look:1")  # another's round
    chen.heard("turn-button-over")
    await chen.taps_data("checks.send")  # nothing chosen
    chen.heard("turn-button-over")


async def test_checks_stay_within_scope(stage: Stage) -> None:
    """S-02: another unit's people are neither offered, nor asked by a forged button, nor counted."""
    zhao, wu, li = stage.actor("zhao"), stage.actor("wu"), stage.actor("li")
    await zhao.says("/check")
    await zhao.taps("checks.choose")
    assert "李伟" not in str(zhao.last.payload)
    await zhao.taps_data("checks.toggle:1")
    await zhao.taps("checks.send")
    assert zhao.last.key == "checks-nobody"
    li.heard_nothing()
    await choose(stage.actor("chen"), "李伟")
    await stage.at("09:30")
    zhao.skip()
    await zhao.taps_data("proposals.look:1")
    await zhao.taps_data("proposals.withdraw:1")
    zhao.heard("turn-button-over", "turn-button-over")
    await zhao.says("/check")
    await zhao.taps("checks.rates")
    assert "未应答 0" in zhao.heard("checks-menu", "checks-rates-shown")
    await wu.says("/check")
    wu.heard("turn-not-allowed")
    assert await stage.rows(t.audit, t.audit.c.person_id == 4, t.audit.c.about.like("check:%")) == []


async def test_conduct_climbs_the_ladder_with_a_day_to_put_things_right(stage: Stage) -> None:
    """L09: caution, then a warning with a deadline that is looked at again; once a day, and the person hears each."""
    chen, zhang, zhao = stage.actor("chen"), stage.actor("zhang"), stage.actor("zhao")

    async def noted() -> None:
        await chen.says("/check")
        await chen.taps("noting.whom")
        await chen.taps("noting.what", "张敏")
        await chen.taps("noting.made", "L09")

    await noted()
    assert "談話告誡" in next(each.text for each in zhang.all_heard if each.key == "proposals-yours")
    await noted()
    assert chen.last.key == "noting-already"
    await stage.at("10:00", days=1)
    await noted()
    flags = await stage.rows(s.proposals)
    assert [(each.measure, each.step) for each in flags] == [("caution", 1), ("warning", 2)]
    await chen.taps_data(f"proposals.uphold:{flags[1].id}")
    chen.skip()
    await stage.at("10:00", days=32)
    assert "proposals-deadline-over" in [each.key for each in chen.news]
    zhao.skip()
    await zhao.taps_data("noting.made:2:1")
    await zhao.taps_data("noting.what:4")
    zhao.heard("turn-button-over", "turn-button-over")
    await is_over(chen)
