"""Telling before leaving, changing and calling off, consent (A04, A13, A22, A23, D17, 5.3)."""

from datetime import date, time
from pathlib import Path

from bot.rules.outings import OutingStatus, StopState
from storage import field as f, tables as t
from tests.stage import MONDAY, Actor, Stage, local

SENTENCE = "去鼎盛纺织看厂房，四点半回"


async def over(actor: Actor) -> None:
    """The conversation is over: a word that nobody understands is not taken for an answer."""
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def goes_out(actor: Actor, sentence: str = SENTENCE) -> None:
    await actor.says(sentence)
    await actor.taps("outings.confirm")
    actor.skip()


async def test_one_sentence_and_one_tap_declare_an_outing(stage: Stage) -> None:
    """A04, A13: two touches; the register is written, the supervisor told, the RM is out."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says(SENTENCE)
    card = li.heard("outings-card")
    assert "鼎盛纺织 C001" in card
    assert "看厂房" in card
    assert "16:30" in card
    assert await stage.rows(f.outings) == []  # nothing is half-saved
    await li.taps("outings.confirm")
    assert "已告知陈主任" in li.heard("outings-card-out")
    told = chen.heard("outings-told")
    assert "李伟" in told
    assert "鼎盛纺织 C001" in told
    [outing] = await stage.rows(f.outings)
    assert outing.status is OutingStatus.OUT
    assert outing.declared_at == outing.departed_at == stage.clock.now()
    assert not outing.declared_late
    [stop] = await stage.rows(f.stops)
    assert (stop.client_id, stop.matter, stop.state) == (1, "看厂房", StopState.PLANNED)
    await over(li)


async def test_english_and_a_departure_that_is_still_to_come(stage: Stage) -> None:
    """A04: declared before leaving; at the planned time the register counts the RM as gone."""
    wu, zhao = stage.actor("wu"), stage.actor("zhao")
    await wu.says("leaving at 10:00 to visit 蓝海科技 re plant, back 16:30")
    card = wu.heard("outings-card")
    assert "10:00" in card
    await wu.taps("outings.confirm")
    wu.heard("outings-card-declared")
    assert "10:00" in zhao.heard("outings-told")
    assert (await stage.rows(f.outings))[0].status is OutingStatus.DECLARED
    await stage.at("10:01")
    wu.heard("returns-left-as-planned")
    [outing] = await stage.rows(f.outings)
    assert outing.status is OutingStatus.OUT
    assert outing.departed_at == outing.depart_at
    await over(wu)


async def test_the_bot_asks_only_for_what_is_missing(stage: Stage) -> None:
    """/out by taps: client, matter, return, confirm; each question once, wrong answers get a sentence."""
    li = stage.actor("li")
    await li.presses("menu-out")
    li.heard("outings-ask-client")
    await li.taps("outings.pick", "鼎盛纺织")
    assert "鼎盛纺织" in li.heard("outings-ask-matter")
    await li.taps("outings.purpose", "贷后检查")
    li.heard("outings-ask-return")
    await li.says("不知道")
    li.heard("outings-not-understood-return")
    await li.taps("outings.until", "11:00")
    card = li.heard("outings-card")
    assert "贷后检查" in card
    assert "11:00" in card
    await li.taps("outings.confirm")
    li.heard("outings-card-out")
    assert (await stage.rows(f.stops))[0].matter == "贷后检查"
    await over(li)


async def test_a_sentence_with_half_of_it_is_asked_for_the_other_half(stage: Stage) -> None:
    """A13: the matter in own words, then the time in words; confirmed by a word."""
    li = stage.actor("li")
    await li.says("去鼎盛纺织")
    li.heard("outings-ask-matter")
    await li.says("谈续贷")
    li.heard("outings-ask-return")
    await li.says("两小时后")
    assert "11:00" in li.heard("outings-card")
    await li.says("好的")
    li.heard("outings-card-out")
    assert (await stage.rows(f.stops))[0].matter == "谈续贷"
    await over(li)


async def test_a_name_that_fits_two_clients_is_never_chosen(stage: Stage) -> None:
    """C02: candidates are buttons; another RM's client is not among them and is not known."""
    li = stage.actor("li")
    await li.says("去华丰谈续贷，四点回")
    li.heard("outings-which-client")
    await li.taps("outings.pick", "华丰食品")
    assert "华丰食品" in li.heard("outings-card")
    await li.says("算了")
    li.heard("outings-dropped")
    assert await stage.rows(f.outings) == []
    await li.says("/out")
    li.heard("outings-ask-client")
    await li.says("宏远物流")  # Zhang's client
    assert "宏远物流 C004" not in li.heard(li.last.key)
    await li.says("/help")
    li.skip()


async def test_a_new_lead_needs_a_place_that_one_tap_gives(stage: Stage) -> None:
    """A04: somebody in no portfolio yet."""
    li = stage.actor("li")
    await li.says("/out")
    li.heard("outings-ask-client")
    await li.says("zzz-unknown")
    assert "zzz-unknown" in li.heard("outings-unknown-client")
    await li.taps("outings.unknown", "zzz-unknown")
    li.heard("outings-ask-matter")
    await li.says("聊聊开户")
    li.heard("outings-ask-place")
    await li.taps("outings.at_theirs")
    li.heard("outings-ask-return")
    await li.taps("outings.until", "17:00")
    li.heard("outings-card")
    await li.taps("outings.confirm")
    li.heard("outings-card-out")
    [stop] = await stage.rows(f.stops)
    assert (stop.client_id, stop.lead, stop.place) == (None, "zzz-unknown", "客户处")
    await over(li)


async def test_the_card_is_corrected_in_words(stage: Stage) -> None:
    """Any field, before confirming; several clients in one outing."""
    li = stage.actor("li")
    await li.says(SENTENCE)
    li.heard("outings-card")
    await li.says("改成五点回")
    assert "17:00" in li.heard("outings-card")
    await li.says("不对，是华丰机械")
    card = li.heard("outings-card")
    assert "华丰机械" in card
    assert "鼎盛" not in card
    assert "看厂房" in card
    await li.says("加上鼎盛纺织")
    card = li.heard("outings-card")
    assert "华丰机械" in card
    assert "鼎盛纺织" in card
    await li.taps("outings.redo", "改事由")
    li.heard("outings-ask-matter")
    await li.says("送对账单")
    assert "送对账单" in li.heard("outings-card")
    await li.taps("outings.confirm")
    li.heard("outings-card-out")
    assert len(await stage.rows(f.stops)) == 2
    await over(li)


async def test_a_return_after_the_hour_needs_a_reason(stage: Stage) -> None:
    """A05: 17:00 binds; later is told with a reason, which stands as the first extension."""
    li = stage.actor("li")
    await li.says("去鼎盛纺织看厂房，六点半回")
    assert "17:00" in li.heard("outings-ask-reason")
    await li.taps("outings.why", "路程较远")
    assert "路程较远" in li.heard("outings-card")
    await li.taps("outings.confirm")
    li.heard("outings-card-out")
    [outing] = await stage.rows(f.outings)
    assert outing.extensions == 1
    assert outing.extension_reason == "路程较远"
    await over(li)


async def test_stale_taps_get_the_truth(stage: Stage) -> None:
    """A card confirmed twice, a card of yesterday, another RM's button."""
    li = stage.actor("li")
    await li.says(SENTENCE)
    data = next(each for each in li.buttons() if each.startswith("outings.confirm"))
    await li.taps_data(data)
    li.skip()
    await li.taps_data(data)
    li.heard("outings-card-over")
    assert len(await stage.rows(f.outings)) == 1
    change = next(each for each in li.buttons() if each.startswith("changes.cancel"))
    zhang = stage.actor("zhang")
    await zhang.taps_data(change)
    zhang.heard("turn-button-over")
    await over(li)


async def test_who_may_not_go_out_hears_why_at_once(stage: Stage) -> None:
    """5.3: on another outing, on leave, on duty; and what would work."""
    li = stage.actor("li")
    await goes_out(li)
    await li.says("去华丰机械谈续贷，四点回")
    assert "09:00" in li.heard("outings-already-out")
    assert any(each.startswith("changes.change") for each in li.buttons())
    zhang, sun = stage.actor("zhang"), stage.actor("sun")
    now = stage.clock.now()
    async with stage.app.database.writing() as db:
        await db.execute(f.absences.insert().values(person_id=2, starts=now, ends=now.replace(hour=9), kind="personal"))
        await db.execute(f.duties.insert().values(unit_id=3, day=now.date(), person_id=5))
    await zhang.says("/out")
    zhang.heard("outings-on-leave")
    await sun.says("/out")
    sun.heard("outings-on-duty")
    await over(zhang)


async def test_a_change_has_a_reason_and_the_supervisor_hears_it(stage: Stage) -> None:
    """A13: by the button and by words; the register keeps before, after and why."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await goes_out(li)
    chen.skip()
    await li.taps("changes.change")
    li.heard("changes-what")
    await li.taps("changes.what", "换客户")
    li.heard("changes-into-client")
    await li.taps("changes.into", "华丰机械")
    li.heard("changes-ask-why")
    await li.taps("changes.because", "客户临时有事")
    assert "华丰机械" in li.heard("changes-done")
    told = chen.heard("changes-told")
    assert "客户临时有事" in told
    assert "华丰机械" in told
    [change] = await stage.rows(f.changes)
    assert (change.before, change.after, change.reason, change.by) == ("1", "2", "客户临时有事", 1)
    await li.says("改去鼎盛纺织")
    li.heard("changes-ask-why")
    await li.says("又约上了")
    li.heard("changes-done")
    assert (await stage.rows(f.stops))[0].client_id == 1
    await li.says("顺路再去华丰食品收资料")
    li.heard("changes-ask-why")
    await li.says("顺路")
    assert "华丰食品 C003</b>：收资料" in li.heard("changes-done")  # its own matter, not the first client's
    assert (await stage.rows(f.stops))[0].matter != "收资料"
    assert [each.client_id for each in await stage.rows(f.stops)] == [1, 3]
    await li.says("改去无址商行，客户要求")  # two stops: which of them?
    li.heard("changes-what")
    await li.taps("changes.what", "鼎盛纺织 C001：不去了")
    li.heard("changes-ask-why")
    await li.says("算了")
    li.heard("changes-dropped")
    await li.taps("changes.what", "华丰食品 C003：不去了")
    await li.taps("changes.because", "客户临时有事")
    li.heard("changes-ask-why", "changes-done")
    await li.says("改去华丰机械，鼎盛没人")  # one touch: the reason is in the sentence
    assert "华丰机械" in li.heard("changes-done")
    assert (await stage.rows(f.changes))[-1].reason == "鼎盛没人"
    await li.says("事由改成谈续贷，客户要求")
    assert "谈续贷" in li.heard("changes-done")
    await over(li)


async def test_calling_off_needs_a_reason(stage: Stage) -> None:
    """5.3: cancelled with a reason; nothing is asked about it afterwards."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await goes_out(li)
    chen.skip()
    await li.says("取消外出")
    li.heard("changes-ask-cancel-why")
    await li.says("a")
    li.heard("outings-cancel-needs-reason")
    await li.says("客户出差了")
    li.heard("changes-cancelled")
    assert "客户出差了" in chen.heard("changes-cancelled-told")
    [outing] = await stage.rows(f.outings)
    assert outing.status is OutingStatus.CANCELLED
    await stage.at("17:05")
    li.heard_nothing()
    chen.heard_nothing()
    await over(li)


async def test_numbers_that_name_people_are_hidden_before_anything_is_kept(stage: Stage) -> None:
    """C01-C03: and the RM is told."""
    li = stage.actor("li")
    await li.says("去鼎盛纺织找王总13800138000看厂房，四点半回")
    assert "138001380" not in li.heard("words-masked", "outings-card")
    await li.taps("outings.confirm")
    li.skip()
    assert "138001380" not in ((await stage.rows(f.stops))[0].matter or "")
    await over(li)


async def test_where_nobody_can_be_told_the_rm_is_told_so(stage: Stage) -> None:
    """D40: head and deputy away: the next up hears; nobody: the RM is asked to say it in person."""
    li, sun, qian = stage.actor("li"), stage.actor("sun"), stage.actor("qian")
    await stage.change(t.people, t.people.c.id == 3, unreachable_since=stage.clock.now())
    await goes_out(li)
    sun.heard("outings-told")
    await li.says("取消外出")
    await stage.change(t.people, t.people.c.id == 5, suspended=True)
    await li.says("客户出差了")
    li.skip()
    qian.heard("changes-cancelled-told")
    await stage.change(t.people, t.people.c.id == 6, telegram_id=None)
    await li.says(SENTENCE)
    await li.taps("outings.confirm")
    li.heard("outings-card", "outings-card-out")
    assert "当面或电话" in li.last.text
    await over(li)


# ---------------------------------------------------------------- consent


async def approving(stage: Stage, tmp_path: Path) -> None:
    """The bank wants consent before leaving (A23, D17)."""
    file = tmp_path / "policy.toml"
    file.write_text('schema_version = 1\n[outing]\nmode = "approve"\n', "utf-8")
    stage.policy = str(file)
    await stage.restart()


async def test_consent_is_asked_for_and_given(stage: Stage, tmp_path: Path) -> None:
    """A23: both who may decide are asked; the second gets the truth; the RM leaves with the consent."""
    await approving(stage, tmp_path)
    li, chen, sun = stage.actor("li"), stage.actor("chen"), stage.actor("sun")
    await li.says(SENTENCE)
    await li.taps("outings.confirm")
    li.heard("outings-card", "outings-card-waiting")
    chen.heard("outings-asks")
    sun.heard("outings-asks")
    late = next(each for each in sun.buttons() if each.startswith("consent.decline"))
    await stage.at("09:05")
    await chen.taps("consent.agree")
    assert "陈主任" in li.heard("consent-agreed-left")
    chen.heard("consent-decided")
    assert "陈主任 09:05 同意" in sun.heard("consent-decided")
    await sun.taps_data(late)
    assert "陈主任" in sun.heard("consent-agreed-already")
    [outing] = await stage.rows(f.outings)
    assert (outing.status, outing.consent, outing.decided_by) == (OutingStatus.OUT, True, 3)
    assert outing.departed_at == stage.clock.now()
    assert not any(each.startswith("consent.") for each in [*chen.buttons(), *sun.buttons()])
    await over(li)


async def test_consent_is_refused_with_a_reason(stage: Stage, tmp_path: Path) -> None:
    """A23: in a word or a tap; the RM hears why and may ask again."""
    await approving(stage, tmp_path)
    li, chen, wu = stage.actor("li"), stage.actor("chen"), stage.actor("wu")
    await li.says(SENTENCE)
    await li.taps("outings.confirm")
    li.skip()
    agree = next(each for each in chen.buttons() if each.startswith("consent.agree"))
    await wu.taps_data(agree)  # an RM of another department
    wu.heard("turn-not-allowed")
    await stage.actor("zhao").taps_data(agree)  # a supervisor of another department
    stage.actor("zhao").heard("turn-not-allowed")
    await li.taps_data(agree)
    li.heard("turn-not-allowed")
    chen.skip()
    await chen.taps("consent.decline")
    chen.heard("consent-ask-why")
    await chen.says("a")
    chen.heard("outings-decline-needs-reason")
    await chen.says("下午三点有会")
    chen.heard("consent-decided")
    assert "下午三点有会" in li.heard("consent-declined")
    [outing] = await stage.rows(f.outings)
    assert outing.status is OutingStatus.DECLINED
    await over(chen)
    await li.says(SENTENCE)
    await li.taps("outings.confirm")
    li.heard("outings-card", "outings-card-waiting")
    await over(li)
    assert await stage.rows(f.changes) == []


async def test_who_left_before_telling_is_written_down_as_late(stage: Stage, tmp_path: Path) -> None:
    """A04: the register shows whether the telling came before the leaving; the supervisor sees it too."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says("08:30出发，去鼎盛纺织看厂房，四点半回")
    assert "出发：08:30" in li.heard("outings-card")
    await li.taps("outings.confirm")
    assert "先离开、后登记" in li.heard("outings-card-out")
    assert "先离开、后登记" in chen.heard("outings-told")
    [outing] = await stage.rows(f.outings)
    assert outing.declared_late
    assert outing.departed_at < outing.declared_at
    await approving(stage, tmp_path)
    zhang = stage.actor("zhang")
    await zhang.says("left at 8:30 already, visit 宏远物流 re warehouse, back 16:30")
    await zhang.taps("outings.confirm")
    assert zhang.last.key == "outings-card-out"
    chen.heard("outings-asks")  # out already: the opinion is still asked for
    await chen.taps("consent.decline")
    await chen.taps("consent.decline_why", "部门有会")
    assert "您已經外出" in zhang.last.text
    assert zhang.last.key == "consent-declined-out"
    assert [each.status for each in await stage.rows(f.outings)] == [OutingStatus.OUT, OutingStatus.OUT]
    await over(li)


async def test_tomorrows_trip_told_by_its_return_begins_tomorrow(stage: Stage) -> None:
    """A04: "now" would be wrong on the card; said while nothing else is open, it is registered for its own day."""
    li = stage.actor("li")
    await li.says("明天上午去鼎盛纺织看厂房，十一点回")
    card = li.heard("outings-card")
    assert "8月4日" in card
    assert "09:00" in card
    await li.taps("outings.confirm")
    li.heard("outings-card-declared")
    assert (await stage.rows(f.outings))[0].day == stage.clock.now().date().replace(day=4)


async def test_tomorrow_is_told_today(stage: Stage) -> None:
    """A04: before departure, also a day before; leave and duty are asked for that day, and it can be called off."""
    li, zhang = stage.actor("li"), stage.actor("zhang")
    tomorrow = stage.clock.now().date().replace(day=4)
    async with stage.app.database.writing() as db:
        await db.execute(f.duties.insert().values(unit_id=3, day=tomorrow, person_id=2))
    await li.says("明天上午九点去鼎盛纺织看厂房，五点回")
    assert "8月4日" in li.heard("outings-card")
    await li.taps("outings.confirm")
    li.heard("outings-card-declared")
    await li.says("去华丰机械谈续贷，三点回")
    li.heard("outings-card")
    await li.says("算了")
    li.heard("outings-dropped")
    await zhang.says("明天上午九点去宏远物流看仓库，五点回")
    zhang.heard("outings-on-duty")
    await stage.at("17:00")
    li.heard_nothing()
    await li.says("取消外出")
    li.heard("changes-ask-cancel-why")
    await li.taps("changes.because", "改天再去")
    li.heard("changes-cancelled")
    await stage.at("09:30", days=1)
    li.heard_nothing()
    await over(li)


async def test_a_request_of_yesterday_is_over(stage: Stage, tmp_path: Path) -> None:
    """A23: nobody consents to a day that has passed, and it is in nobody's way."""
    await approving(stage, tmp_path)
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says(SENTENCE)
    await li.taps("outings.confirm")
    await li.says("我回来了")
    assert li.last.key == "outings-waiting"
    chen.skip()
    await stage.at("09:00", days=1)
    await chen.taps("consent.agree")
    chen.heard("outings-over")
    li.skip()
    await li.says(SENTENCE)
    await li.taps("outings.confirm")
    li.heard("outings-card", "outings-card-waiting")
    await over(chen)


async def test_a_planned_departure_waits_for_its_consent(stage: Stage, tmp_path: Path) -> None:
    """A23: agreed before the planned time: the RM leaves then, or earlier with a tap."""
    await approving(stage, tmp_path)
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says("下午两点出发去鼎盛纺织看厂房，五点回")
    await li.taps("outings.confirm")
    li.skip()
    await chen.taps("consent.agree")
    li.heard("consent-agreed")
    assert (await stage.rows(f.outings))[0].status is OutingStatus.DECLARED
    await stage.at("13:30")
    await li.taps("outings.depart")
    li.heard("outings-card-out")
    [outing] = await stage.rows(f.outings)
    assert (outing.status, outing.departed_at) == (OutingStatus.OUT, stage.clock.now())
    await stage.at("14:05")
    li.heard_nothing()
    await li.taps_data(f"outings.depart:{outing.id}")
    li.heard("outings-already-out")
    await over(li)


# ---------------------------------------------------------------- clerks, other days, another departure


async def test_a_clerk_needs_no_client(stage: Stage) -> None:
    """A11: what for and until when is all that is asked."""
    zheng = stage.actor("zheng")
    await zheng.says("/out")
    zheng.heard("outings-ask-matter")
    await zheng.says("去人民银行对账")
    zheng.heard("outings-ask-return")
    await zheng.says("四点半")
    assert "对账" in zheng.heard("outings-card")
    await zheng.taps("outings.confirm")
    assert "外出办事" in zheng.last.text
    (stop,) = await stage.rows(f.stops)
    assert (stop.client_id, stop.lead) == (None, None)
    assert "郑信息" in stage.actor("chen").heard("outings-told")


async def test_tomorrow_forenoon_is_told_for_tomorrow_also_while_out(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("去鼎盛纺织看厂房，四点半回")
    await li.taps("outings.confirm")
    li.skip()
    await li.says("/out 明天上午去华丰机械谈续贷")
    li.heard("outings-ask-return")
    await li.says("十一点半")
    card = li.heard("outings-card")
    assert "8月4日" in card
    await li.taps("outings.confirm")
    one, two = await stage.rows(f.outings)
    assert (one.status, two.status, two.day) == ("out", "declared", date(2026, 8, 4))
    assert two.depart_at == local(date(2026, 8, 4), time(9))


async def test_the_departure_is_changed_in_words_or_by_button(stage: Stage) -> None:
    """A04: no reason is asked, and the supervisor hears it."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says("下午两点去鼎盛纺织看厂房，四点半回")
    await li.taps("outings.confirm")
    li.skip()
    chen.skip()
    await li.says("改成两点半出发")
    assert "14:30" in li.heard("changes-departure-done")
    assert "14:30" in chen.heard("changes-departure-told")
    await li.says("晚半小时出发")
    assert "15:00" in li.heard("changes-departure-done")
    await li.taps("changes.change")
    await li.taps("changes.what", "出发时间")
    li.heard("changes-what", "changes-into-departure")
    await li.says("随便")
    li.heard("changes-departure-unclear")
    await li.says("五点")
    li.heard("outings-return-before-departure")
    await li.says("14:15")
    li.heard("changes-departure-done")
    (outing,) = await stage.rows(f.outings)
    assert outing.depart_at == local(MONDAY, time(14, 15))
    assert [each.field for each in await stage.rows(f.changes)] == ["departure"] * 3
    await stage.at("14:16")
    assert (await stage.rows(f.outings))[0].status == "out"
    li.skip()
    await li.says("qwertyuiop")
    li.heard("fallback-words")
