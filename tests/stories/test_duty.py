"""The duty roster: set by the supervisor, swapped between colleagues with a yes (A06)."""

from storage import field as f
from tests.stage import Actor, Stage


async def over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def put(stage: Stage, name: str, label: str = "8月3日") -> None:
    chen = stage.actor("chen")
    await chen.says("/duty")
    await chen.taps("duty.day", label)
    await chen.taps("duty.put", name)
    chen.skip()


async def test_the_supervisor_sets_who_has_duty(stage: Stage) -> None:
    """A06: everybody of the unit sees the roster, only its supervisor sets it; whoever is concerned hears it."""
    li, chen, zhang = stage.actor("li"), stage.actor("chen"), stage.actor("zhang")
    await li.says("/duty")
    roster = li.heard("duty-roster")
    assert "8月7日(周五)　未排" in roster
    assert "8月8日" not in roster
    assert not any(each.startswith("duty.day") for each in li.buttons())
    await put(stage, "李伟")
    assert "坐班" in li.heard("duty-you-have")
    assert chen.sees("8月3日(周一)　李伟")
    await li.says("去鼎盛纺织看厂房，四点半回")
    li.heard("outings-on-duty")
    await put(stage, "张敏")
    zhang.heard("duty-you-have")
    li.heard("duty-you-are-relieved")
    await li.says("去鼎盛纺织看厂房，四点半回")
    li.heard("outings-card")
    assert len(await stage.rows(f.duties)) == 1
    await chen.says("/duty")
    await chen.taps("duty.day", "8月3日")
    await chen.taps("duty.put", "张敏")
    chen.skip()
    assert chen.last.key == "duty-already-theirs"
    await over(chen)


async def test_others_may_not_set_it(stage: Stage) -> None:
    """A button in the wrong hands does nothing; a day that is over stays."""
    li, zhao, qian = stage.actor("li"), stage.actor("zhao"), stage.actor("qian")
    await li.taps_data("duty.put:3:2026-08-04:1")
    li.heard("turn-not-allowed")
    await zhao.taps_data("duty.put:3:2026-08-04:1")
    zhao.heard("turn-not-allowed")
    await zhao.taps_data("duty.week:3:2026-08-03")
    zhao.heard("turn-not-allowed")
    await qian.says("谁坐班")
    qian.heard("duty-roster")
    await qian.taps("duty.week", "公司一部")
    qian.heard("duty-roster")
    await qian.taps_data("duty.put:3:2026-08-02:1")
    qian.heard("duty-day-past")
    await qian.taps_data("duty.put:3:nonsense:1")
    qian.heard("turn-button-over")
    await qian.taps_data("duty.put:3:2026-08-04:7")  # a manager of another unit
    qian.heard("turn-button-over")
    assert await stage.rows(f.duties) == []


async def test_a_swap_counts_with_the_colleagues_yes(stage: Stage) -> None:
    """A06: asked, refused; asked again, accepted; then the asker may go out, and the supervisor knows."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await put(stage, "李伟")
    li.skip()
    await li.says("坐班表")
    await li.taps("duty.swap")
    li.heard("duty-roster", "duty-ask-whom")
    await li.taps("duty.ask", "张敏")
    li.heard("duty-asked")
    assert "李伟" in zhang.heard("duty-asks-you")
    await li.taps_data("duty.ask:1:5")
    li.heard("duty-swap-already-asked")
    sun = stage.actor("sun")
    accept = next(each for each in zhang.buttons() if each.endswith(":1"))
    await sun.taps_data(accept)
    sun.heard("duty-not-asked")
    await zhang.taps("duty.answer", "不方便")
    zhang.heard("duty-you-refused")
    li.heard("duty-was-refused")
    assert (await stage.rows(f.duties))[0].person_id == 1
    await li.says("/duty")
    await li.taps("duty.swap")
    await li.taps("duty.ask", "张敏")
    li.skip()
    zhang.skip()
    await zhang.taps("duty.answer", "可以")
    zhang.heard("duty-you-accepted")
    li.heard("duty-was-accepted")
    chen.heard("duty-swapped-told")
    assert (await stage.rows(f.duties))[0].person_id == 2
    await zhang.taps_data(accept)
    zhang.heard("duty-swap-already-answered")
    await li.says("去鼎盛纺织看厂房，四点半回")
    li.heard("outings-card")
    await zhang.says("/out")
    zhang.heard("outings-on-duty")
    await over(zhang)


async def test_a_colleague_who_is_away_is_not_asked(stage: Stage) -> None:
    """Out or on leave that day: another one, please."""
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await zhang.says("去宏远物流看仓库，四点半回")
    await zhang.taps("outings.confirm")
    await put(stage, "李伟")
    li.skip()
    await li.says("/duty")
    await li.taps("duty.swap")
    await li.taps("duty.ask", "张敏")
    li.heard("duty-roster", "duty-ask-whom", "duty-colleague-away")
    await li.taps("duty.ask", "孙副主任")
    li.heard("duty-asked")
    await over(li)
