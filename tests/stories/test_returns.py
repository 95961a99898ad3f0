"""Coming back: the reminder, the extension, the list at the hour, a forgotten return (A05, A06, A11)."""

from bot.rules.outings import OutingStatus
from bot.text import render
from storage import field as f, tables as t
from tests.stage import ZONE, Actor, Stage

SENTENCE = "去鼎盛纺织看厂房，四点半回"


async def over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def goes_out(actor: Actor, sentence: str = SENTENCE) -> None:
    await actor.says(sentence)
    await actor.taps("outings.confirm")
    actor.skip()


async def test_back_in_time_is_one_touch_and_nobody_is_reminded(stage: Stage) -> None:
    """A05: /back, the key or a word; what is owed is said."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await goes_out(li)
    chen.skip()
    await stage.at("16:10")
    await li.says("我回来了")
    text = li.heard("returns-back")
    assert "7 小时 10 分钟" in text
    assert "没有欠交" in text
    [outing] = await stage.rows(f.outings)
    assert (outing.status, outing.returned_at) == (OutingStatus.RETURNED, stage.clock.now())
    await stage.at("18:00")
    li.heard_nothing()
    chen.heard_nothing()
    await li.presses("menu-back")
    li.heard("outings-not-out")
    await over(li)


async def test_a_reminder_an_extension_in_one_tap_and_the_list(stage: Stage) -> None:
    """A05: 16:30 and 17:00; one list for the supervisor, edited from then on; extensions are bounded."""
    li, zhang, sun, chen = (stage.actor(name) for name in ("li", "zhang", "sun", "chen"))
    await goes_out(li)
    await goes_out(zhang, "去宏远物流看仓库，四点半回")
    for actor in (li, zhang, chen):
        actor.skip()
    await stage.at("16:30")
    assert "17:00" in li.heard("outings-return-soon")
    zhang.heard("outings-return-soon")
    await li.taps("extensions.take", "路上堵车")
    assert "17:30" in li.heard("returns-extended")
    await stage.at("17:00")
    zhang.heard("outings-return-due")
    said = chen.heard("returns-not-back")
    assert said.index("张敏") < said.index("李伟")  # overdue first, then who has extended
    assert "已延到 17:30：路上堵车" in said
    li.heard("outings-return-soon")
    await stage.at("17:20")
    chen.heard_nothing()
    await zhang.taps("returns.tap_back")
    zhang.heard("returns-back")
    assert "张敏" not in chen.heard("returns-not-back")
    assert chen.last.method == "editMessageText"  # the one list changes; nobody is pinged twice
    await stage.at("17:30")
    li.heard("outings-return-due")
    assert "应 17:30 回" in chen.heard("returns-not-back")
    assert chen.last.method == "editMessageText"
    await li.presses("menu-back")
    li.heard("returns-back")
    chen.heard("returns-all-back")
    sun.heard_nothing()
    assert len(stage.screen(chen.telegram_id)) == 3  # two outings, one list
    await over(li)


async def test_an_extension_in_words(stage: Stage) -> None:
    """A05: time and reason in one sentence, one after the other, wrong answers, and the last hour."""
    li = stage.actor("li")
    await goes_out(li)
    await stage.at("16:40")
    li.skip()
    await li.says("延到17:45，客户还在盖章")
    assert "17:45：客户还在盖章" in li.heard("returns-extended")
    await li.says("晚点回")
    li.heard("returns-extension-unclear")
    await li.says("18:30")
    li.heard("returns-ask-why")
    await li.taps("extensions.why", "客户还没谈完")
    assert "18:30" in li.heard("returns-extended")
    await li.says("延到21:00，堵车")
    assert "20:00" in li.heard("outings-return-too-late")
    [outing] = await stage.rows(f.outings)
    assert outing.extensions == 2
    assert outing.extension_reason == render("zh-Hans", "returns-why-talking", {}, zone=ZONE)
    await li.says("算了")
    await over(li)


async def test_a_later_return_is_a_change_too(stage: Stage) -> None:
    """A05: "改成五点半" and the button under "what is to be changed"; what adds nothing is said before asking why."""
    li = stage.actor("li")
    await goes_out(li)
    li.skip()
    await li.says("改成五点半")
    li.heard("returns-ask-why")
    await li.says("路上堵车")
    assert "17:30：路上堵车" in li.heard("returns-extended")
    await li.taps("changes.change")
    await li.taps("extensions.other")
    li.heard("changes-what", "returns-ask-until")
    await li.says("时间改成18:00，客户在开会")
    assert "18:00：客户在开会" in li.heard("returns-extended")
    await li.says("改成三点")
    li.heard("outings-extension-adds-nothing")
    await over(li)


async def test_stale_extension_buttons(stage: Stage) -> None:
    """A tap on yesterday's reminder, on somebody else's, and after the return."""
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await goes_out(li)
    await stage.at("16:30")
    data = next(each for each in li.buttons() if each.startswith("extensions.take:"))
    await zhang.taps_data(data)
    zhang.heard("turn-button-over")
    await li.says("back")
    li.skip()
    await li.taps_data(data)
    li.heard("outings-not-out")
    back = next(each for each in li.buttons() if each.startswith("returns.tap_back"))
    await li.taps_data(back)
    assert "16:30" in li.heard("outings-already-back")
    await over(li)


async def test_a_forgotten_return_is_asked_about_next_morning(stage: Stage) -> None:
    """C12: with likely times as buttons; stored as corrected; in nobody's way meanwhile."""
    li = stage.actor("li")
    await goes_out(li)
    await stage.at("08:00", days=1)
    li.skip()
    await goes_out(li, "去华丰机械谈续贷，四点回")  # yesterday's open outing does not stand in the way
    assert len(await stage.rows(f.outings)) == 2
    await stage.at("08:31")
    assert "8月3日" in li.heard("outings-when-back")
    await li.taps("returns.came_back", "17:00")
    assert "补记" in li.heard("returns-corrected", "returns-noted")
    first, second = await stage.rows(f.outings)
    assert first.status is OutingStatus.RETURNED
    assert first.return_corrected_at == stage.clock.now()
    assert second.status is OutingStatus.OUT
    await over(li)


async def test_a_forgotten_return_is_answered_in_words(stage: Stage) -> None:
    """C12: /back on the next day asks; nonsense and a time to come get a sentence."""
    li = stage.actor("li")
    await goes_out(li)
    await stage.at("07:50", days=1)
    li.skip()
    await li.presses("menu-back")
    li.heard("outings-when-back")
    await li.says("不记得了")
    li.heard("returns-time-unclear")
    await li.says("四点四十")
    assert "16:40" in li.heard("returns-corrected")
    await stage.at("09:00")
    li.heard_nothing()
    await over(li)


async def test_the_morning_question_is_answered_by_a_bare_time(stage: Stage) -> None:
    """C12: asked at 08:30, answered by typing the time: no button has to be found first."""
    li = stage.actor("li")
    await goes_out(li)
    await stage.at("08:31", days=1)
    li.skip()
    await li.says("四点四十")
    assert "16:40" in li.heard("returns-corrected")
    await li.says("四点四十")
    li.heard("fallback-words")  # nothing waits for a time any more
    await over(li)


async def test_after_downtime_there_is_no_flood(stage: Stage) -> None:
    """A restart after the hour asks the rules once, as things are then."""
    li, zhang, chen = stage.actor("li"), stage.actor("zhang"), stage.actor("chen")
    await goes_out(li)
    await zhang.says("去宏远物流看仓库，六点回")
    await zhang.says("客户约得晚")
    await zhang.taps("outings.confirm")
    for actor in (li, zhang, chen):
        actor.skip()
    stage.clock.move_to(stage.clock.now().replace(hour=10, minute=30))  # 18:30: nothing was asked since the morning
    await stage.restart()
    await stage.at("18:31")
    li.heard("outings-return-due")
    zhang.heard("outings-return-due")
    said = chen.heard("returns-not-back")
    assert "李伟" in said
    assert "张敏" in said
    await over(li)


async def test_the_duty_rm_and_the_clerk_are_not_bound(stage: Stage) -> None:
    """A06, A11: no reminder and no place on the list for whom the hour does not bind."""
    zheng, sun, chen = stage.actor("zheng"), stage.actor("sun"), stage.actor("chen")
    await zheng.says("/out")
    await zheng.says("对账")  # a clerk needs no client (A11)
    await zheng.says("四点半")
    await zheng.taps("outings.confirm")
    assert zheng.last.key == "outings-card-out"
    await goes_out(sun, "去鼎盛纺织看厂房，四点半回")
    async with stage.app.database.writing() as db:
        await db.execute(f.duties.insert().values(unit_id=3, day=stage.clock.now().date(), person_id=5))
    for actor in (zheng, sun, chen):
        actor.skip()
    await stage.at("18:00")
    zheng.heard_nothing()
    sun.heard_nothing()
    chen.heard_nothing()


async def test_a_visit_that_is_still_open_is_asked_about_on_return(stage: Stage) -> None:
    """5.3: the return counts at once; the check-out is asked, not invented."""
    li = stage.actor("li")
    await goes_out(li)
    await stage.at("10:00")
    await li.says("到鼎盛纺织了")
    assert (await stage.rows(f.visits))[0].client_id == 1
    await stage.at("15:00")
    li.skip()
    await li.says("我回来了")
    keys = [each.key for each in li.news]
    assert keys[0] == "returns-back"
    assert "走访记录：鼎盛纺织" in li.news[0].text
    assert len(keys) == 2
    assert (await stage.rows(f.outings))[0].status is OutingStatus.RETURNED
    assert (await stage.rows(f.visits))[0].left_at is None


async def test_the_list_reaches_the_next_one_up(stage: Stage) -> None:
    """D40: with head and deputy gone, the leader in charge hears the list."""
    li, qian = stage.actor("li"), stage.actor("qian")
    await stage.change(t.people, t.people.c.id.in_([3, 5]), suspended=True)
    await goes_out(li)
    qian.skip()
    await stage.at("17:00")
    assert "鼎盛纺织" in qian.heard("returns-not-back")
    await stage.at("17:10")
    await qian.taps("returns.look")
    assert "10 min over" in qian.heard("returns-not-back")


async def test_the_supervisor_sees_who_stays_longer(stage: Stage) -> None:
    """A05: an extension is on the one list at the hour; what was told before leaving needs no list."""
    li, chen, wu, zhao = (stage.actor(name) for name in ("li", "chen", "wu", "zhao"))
    await goes_out(li)
    await wu.says("visit 蓝海科技 re plant, back 18:30")
    await wu.taps("outings.why", "long way")
    await wu.taps("outings.confirm")
    await stage.at("16:35")
    await li.taps("extensions.other")
    assert li.last.key == "returns-ask-until"
    await li.says("半小时后吧")
    assert li.last.key in ("returns-ask-why", "outings-extension-adds-nothing", "returns-extended")
    await li.says("17:30")
    await li.taps("extensions.why", "客户还没谈完")
    assert li.last.key == "returns-extended"
    chen.skip()
    zhao.skip()
    await stage.at("17:00")
    assert "已延到 17:30：客户还没谈完" in chen.heard("returns-not-back")
    zhao.heard_nothing()
    await li.says("back")
    chen.heard("returns-all-back")
    assert chen.last.method == "editMessageText"
    await stage.at("18:31")
    assert "18:30" in zhao.heard("returns-not-back")
    await over(li)
