"""Checking in and out at clients: touches counted, whom it is about, what was forgotten (A04, A10, A13, 5.3)."""

from datetime import date, datetime, time, timedelta

from bot.rules.evidence import Grade, Reason
from bot.rules.outings import Mode, Outing, OutingStatus, Stop, StopState
from bot.rules.visits import LeftHow
from storage import field as f, outings as outings_store, tables as t
from tests.stage import MONDAY, Actor, Stage, local

DINGSHENG, HUAFENG, FOOD, HONGYUAN, BLUE, PLACELESS = 1, 2, 3, 4, 5, 6
AT = {
    DINGSHENG: (30.5001, 114.3001),
    HUAFENG: (30.5201, 114.3301),
    FOOD: (30.4801, 114.2801),
    HONGYUAN: (30.5401, 114.3501),
    BLUE: (30.5601, 114.3701),
}


async def goes_out(
    stage: Stage, who: str, *clients: int, day: date = MONDAY, status: OutingStatus = OutingStatus.OUT
) -> Outing:
    """Somebody has declared an outing to these clients."""
    person = stage.actor(who)
    now = stage.clock.now()
    outing = Outing(
        id=0,
        person_id=person.person_id,
        unit_id=(await stage.rows(t.people, t.people.c.id == person.person_id))[0].unit_id,
        day=day,
        status=status,
        mode=Mode.DECLARE,
        return_by=local(day, time(17)),
        declared_at=now,
        departed_at=now if status is OutingStatus.OUT else None,
    )
    stops = [Stop(id=0, outing_id=0, position=n, client_id=each, matter="走访") for n, each in enumerate(clients, 1)]
    async with stage.app.database.writing() as db:
        kept, _ = await outings_store.add(db, outing, stops)
    return kept


async def visits(stage: Stage, who: str = "li") -> list[f.Visit]:
    rows = await stage.rows(f.visits, f.visits.c.person_id == stage.actor(who).person_id)
    return [f.Visit(**row._mapping) for row in rows]


async def stops(stage: Stage) -> list[StopState]:
    return [row.state for row in await stage.rows(f.stops)]


async def is_over(actor: Actor) -> None:
    """The conversation is over: a word nobody understands is no answer to anything."""
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def test_a_planned_check_in_takes_two_touches(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.presses("menu-in")  # one
    assert "鼎盛纺织" in li.heard("visits-where")
    await li.locates(30.5003, 114.3002)  # two
    card = li.heard("visits-card")
    assert "鼎盛纺织" in card
    assert "10:00" in card
    assert "一般" in card
    assert "一次性位置" in card
    assert "24 米" in card
    visit = (await visits(stage))[0]
    assert visit.arrived_at == stage.clock.now()
    assert (visit.client_id, visit.planned, visit.grade, visit.late_minutes) == (DINGSHENG, True, Grade.FAIR, 0)
    assert Reason.ASKED in visit.reasons
    assert await stops(stage) == [StopState.VISITED, StopState.PLANNED]
    assert stage.actor("chen").news == []  # planned, at a known place: the board shows it
    await is_over(li)


async def test_a_location_nobody_asked_for_is_a_check_in_too(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG, status=OutingStatus.DECLARED)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[HUAFENG], reply=False)  # the second of the plan: distance decides
    assert "华丰机械" in li.heard("visits-card")
    outing = (await stage.rows(f.outings))[0]
    assert (outing.status, outing.departed_at) == (OutingStatus.OUT, stage.clock.now())  # whoever arrived has left
    assert await stops(stage) == [StopState.PLANNED, StopState.VISITED]


async def test_two_clients_in_one_outing(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("10:40")
    li.skip()
    await li.presses("menu-leave")
    said = li.heard("departures-left")
    assert "停留 40 分钟" in said
    assert "华丰机械" in said  # the next of the same outing
    assert "走访记录" in said
    assert "keyboard" in li.last.payload["reply_markup"]
    await stage.at("11:10")
    await li.locates(*AT[HUAFENG])
    li.heard("visits-card")
    await stage.at("12:00")
    await li.says("/left")
    assert "返回" in li.heard("departures-left")
    first, second = await visits(stage)
    assert first.time_on_site == timedelta(minutes=40)
    assert second.time_on_site == timedelta(minutes=50)
    assert first.left_how is LeftHow.SAID
    await li.presses("menu-leave")
    li.heard("departures-not-at-client")
    await is_over(li)


async def test_whoever_goes_on_without_checking_out_is_asked_at_once(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("11:30")
    li.skip()
    await li.locates(*AT[HUAFENG])
    asked = li.heard("visits-card", "visits-when-left")
    assert "鼎盛纺织" in asked
    assert (await visits(stage))[0].left_at is None  # never guessed in silence
    await li.taps("departures.answer", "11:10")  # twenty minutes before the next arrival
    assert "事后补记" in li.heard("departures-corrected")
    first = (await visits(stage))[0]
    assert first.left_at == local(MONDAY, time(11, 10))
    assert first.left_how is LeftHow.ASKED
    assert first.corrected_at == stage.clock.now()


async def test_a_forgotten_check_out_is_asked_about_next_morning_and_swallows_nothing(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("15:00")
    await li.locates(*AT[DINGSHENG])
    li.skip()
    await stage.at("08:00", days=1)
    li.heard_nothing()  # quiet hours, and before work
    await stage.at("08:30")
    said = li.heard("visits-when-left")
    assert "鼎盛纺织" in said
    assert "8月3日" in said
    # The next day's first tap is today's.
    await goes_out(stage, "li", HUAFENG, day=MONDAY + timedelta(days=1))
    await stage.at("09:00")
    await li.presses("menu-in")
    assert "华丰机械" in li.heard("visits-where")
    await li.locates(*AT[HUAFENG])
    assert "华丰机械" in li.heard("visits-card")
    await stage.at("09:30")
    await li.presses("menu-leave")
    assert "华丰机械" in li.heard("departures-left")
    assert (await visits(stage))[0].left_at is None
    # Then the answer, in words.
    await li.taps("departures.other_time")
    li.heard("departures-ask-time")
    await li.says("天晓得")
    li.heard("departures-time-unclear")
    await li.says("14:00")
    assert "15:00" in li.heard("visits-left-before-arriving")
    await li.says("下午四点二十")
    li.heard("departures-corrected")
    first = (await visits(stage))[0]
    assert first.left_at == local(MONDAY, time(16, 20))
    assert first.corrected
    await is_over(li)


async def test_leaving_in_the_morning_with_only_yesterday_open_says_so_and_asks(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("15:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("08:10", days=1)
    li.skip()
    await li.presses("menu-leave")
    li.heard("departures-not-at-client", "visits-when-left")
    await li.taps("departures.answer", "15:45")  # the usual stay
    li.heard("departures-corrected")
    await stage.at("09:00")
    li.heard_nothing()  # answered already: the morning's question is not asked
    await is_over(li)


async def test_no_morning_question_on_a_free_day(calm_stage: Stage) -> None:
    stage = calm_stage
    friday = MONDAY + timedelta(days=4)
    li = stage.actor("li")
    await stage.at("14:00", days=4)
    await goes_out(stage, "li", DINGSHENG, day=friday)
    await li.locates(*AT[DINGSHENG])
    li.skip()
    await stage.at("20:00", days=2)
    li.heard_nothing()
    await stage.at("08:30", days=1)
    li.heard("visits-when-left")


async def test_without_a_location_words_do_and_are_weak(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.presses("menu-in")
    li.skip()
    await li.presses("visits-no-place")
    said = li.heard("visits-card")
    assert "较弱" in said
    assert "只有文字" in said
    assert (await visits(stage))[0].grade is Grade.WEAK
    # A location later makes it better, without a second visit.
    await stage.at("10:10")
    await li.locates(*AT[DINGSHENG])
    assert "一般" in li.heard("visits-card")
    assert [each.grade for each in await visits(stage)] == [Grade.FAIR]
    assert (await visits(stage))[0].arrived_at == local(MONDAY, time(10))
    await is_over(li)


async def test_a_desktop_sends_only_the_caption_and_is_helped(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await li.presses("menu-in")
    li.skip()
    await li.presses("visits-send-place")
    assert "手机" in li.heard("visits-phone-needed")
    assert await visits(stage) == []
    await li.says("到鼎盛纺织")  # still in the question: words are enough
    li.heard("visits-card")
    await is_over(li)


async def test_several_planned_close_to_nothing_are_asked(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await li.locates(30.9, 114.9, reply=False)  # far from both
    li.heard("visits-whom")
    await li.taps("visits.choose", "华丰机械")
    said = li.heard("visits-card")
    assert "存疑" in said
    assert "公里" in said
    visit = (await visits(stage))[0]
    assert (visit.client_id, visit.grade, visit.planned) == (HUAFENG, Grade.CONTRADICTED, True)
    assert Reason.FAR in visit.reasons
    await is_over(li)


async def test_the_only_stop_far_away_is_asked_unless_the_button_was_pressed(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await li.locates(30.9, 114.9, reply=False)
    li.heard("visits-whom")
    assert await visits(stage) == []
    await li.presses("menu-in")
    li.skip()
    await li.locates(30.9, 114.9)
    assert "存疑" in li.heard("visits-card")  # never refused
    await is_over(li)


async def test_arriving_while_consent_is_awaited_is_written_down_as_it_is(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, status=OutingStatus.WAITING)
    await stage.change(f.outings, f.outings.c.id == 1, mode=Mode.APPROVE)
    li = stage.actor("li")
    await li.locates(*AT[DINGSHENG])
    li.heard("visits-card")
    outing = Outing(**(await stage.rows(f.outings))[0]._mapping)
    assert outing.status is OutingStatus.OUT
    assert outing.left_without_consent


async def test_an_unplanned_visit_is_allowed_marked_and_told(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:00")
    await li.locates(*AT[HUAFENG])
    li.heard("visits-whom")  # another client of hers is closer than the plan: not assumed
    await li.taps("visits.choose", "计划外")
    assert "计划外" in li.heard("visits-card", "corrections-ask-why")
    assert "计划外" in chen.heard("places-visit")
    await li.taps("corrections.because", "临时约见")
    li.heard("corrections-why-kept")
    assert "客户临时约见" in chen.heard("places-visit")
    visit = (await visits(stage))[0]
    assert (visit.planned, visit.stop_id, visit.client_id) == (False, None, HUAFENG)
    change = (await stage.rows(f.changes))[0]
    assert (change.after, change.reason, change.by) == (str(HUAFENG), "客户临时约见", 1)
    assert await stops(stage) == [StopState.PLANNED]
    await is_over(li)


async def test_another_client_than_was_thought(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    li.skip()
    await li.taps("corrections.elsewhere")
    li.heard("corrections-whom")
    await li.taps("corrections.rather", "华丰机械")
    said = li.heard("corrections-done", "visits-card")
    assert "存疑" in said  # the point lies at the other client's
    assert await stops(stage) == [StopState.PLANNED, StopState.VISITED]
    chen.heard_nothing()  # both were planned: nothing to tell
    # A client that was not planned: reason in words, told.
    await li.taps("corrections.elsewhere")
    li.heard("corrections-whom")
    await li.says("华丰食品")
    li.heard("visits-card", "corrections-ask-why")
    await li.says("食品厂老板约见，电话13912345678")
    assert "13912345678" not in li.heard("words-masked", "corrections-why-kept")
    assert "老板约见" in chen.heard("places-visit", "places-visit")
    assert await stops(stage) == [StopState.PLANNED, StopState.PLANNED]
    visit = (await visits(stage))[0]
    assert (visit.client_id, visit.planned) == (FOOD, False)
    # And back to the plan.
    await li.taps("corrections.elsewhere")
    li.heard("corrections-whom")
    await li.taps("corrections.rather", "鼎盛纺织")
    assert "一般" in li.heard("corrections-done", "visits-card")
    assert await stops(stage) == [StopState.VISITED, StopState.PLANNED]
    await is_over(li)


async def test_a_new_lead_may_be_where_somebody_arrived(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[HUAFENG])
    li.skip()
    await li.says("长河造船")
    li.heard("visits-new-lead")
    await li.taps("visits.choose", "长河造船")
    assert "长河造船" in li.heard("visits-card", "corrections-ask-why")
    visit = (await visits(stage))[0]
    assert (visit.lead, visit.client_id, visit.planned) == ("长河造船", None, False)
    await li.taps("corrections.because")
    await is_over(li)


async def test_arriving_without_an_outing_is_declared_with_one_tap(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG], reply=False)
    assert "鼎盛纺织" in li.heard("visits-declare-now")
    await stage.at("10:04")
    await li.taps("visits.matter", "例行走访")
    assert "10:00 签到" in li.heard("visits-card")  # nothing of the location is lost
    outing = (await stage.rows(f.outings))[0]
    assert outing.declared_late
    assert outing.status is OutingStatus.OUT
    visit = (await visits(stage))[0]
    assert (visit.arrived_at, visit.grade, visit.planned) == (local(MONDAY, time(10)), Grade.FAIR, True)
    assert len(chen.news) == 1  # the supervisor is told of the outing
    await is_over(li)


async def test_arriving_without_an_outing_the_matter_may_be_typed(stage: Stage) -> None:
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(30.9, 114.9, reply=False)  # near nobody
    li.heard("visits-whom-undeclared-type")
    await li.says("无址商行")
    li.heard("visits-declare-now")
    await li.says("看看新铺面")
    said = li.heard("visits-card")
    assert "无址商行" in said
    assert (await stage.rows(f.stops))[0].matter == "看看新铺面"
    await is_over(li)


async def test_a_declaration_is_no_answer_to_yesterdays_question(stage: Stage) -> None:
    """A04: the question at which client left lying; the next morning's sentence tells of going out."""
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG], reply=False)
    li.heard("visits-declare-now")
    await stage.at("09:00", days=1)
    li.skip()
    await li.says("去鼎盛纺织看厂房，四点半回")
    li.heard("outings-card")
    assert await visits(stage) == []


async def test_leaving_before_saying_where_keeps_the_arrival(stage: Stage) -> None:
    """A10: the location that was sent is not lost because somebody says that they leave."""
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(30.9, 114.9, reply=False)
    li.heard("visits-whom")
    await stage.at("10:05")
    await li.says("谈完了")
    li.heard("visits-whom-first")
    await li.says("鼎盛纺织")
    assert "10:00 签到" in li.heard("visits-card")
    await li.says("谈完了")
    li.heard("departures-left")


async def test_giving_up_the_question_where_is_no_client_of_that_name(stage: Stage) -> None:
    li = stage.actor("li")
    await li.locates(30.9, 114.9, reply=False)
    li.heard("visits-whom-undeclared-type")
    await li.says("算了")
    li.heard("visits-given-up")
    assert await visits(stage) == []
    await is_over(li)
    await goes_out(stage, "li", DINGSHENG)
    await li.locates(*AT[DINGSHENG])
    await li.taps("corrections.elsewhere")
    li.skip()
    await li.says("算了")
    assert "鼎盛纺织" in li.heard("corrections-given-up")
    await is_over(li)


async def test_told_at_the_clients_after_the_hour_says_so_in_the_register(stage: Stage) -> None:
    """A05: the return lies after the hour, so the register holds a reason; no dash stands for what is not known."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("17:30")
    await li.locates(*AT[DINGSHENG], reply=False)
    await li.taps("visits.matter", "例行走访")
    outing = (await stage.rows(f.outings))[0]
    assert outing.extension_reason == "到客户处才登记，已过规定时间：例行走访"
    assert (await stage.rows(f.stops))[0].place == "客户处"
    assert "—" not in chen.last.text


async def test_a_message_that_was_long_on_its_way_counts_by_its_own_time(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:42")
    await li.locates(*AT[DINGSHENG], sent_at=local(MONDAY, time(10, 30)))
    said = li.heard("visits-card")
    assert "10:30 签到" in said
    assert "受理延迟 12 分钟" in said
    visit = (await visits(stage))[0]
    assert (visit.arrived_at, visit.late_minutes) == (local(MONDAY, time(10, 30)), 12)


async def test_checking_in_twice_is_once(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("10:05")
    await li.presses("menu-in")
    assert "10:00" in li.heard("visits-card", "visits-where")
    await li.locates(30.5002, 114.3001)
    li.heard("evidence-same")
    assert len(await visits(stage)) == 1
    await is_over(li)


async def test_buttons_of_others_and_of_yesterday_do_nothing(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await li.locates(30.9, 114.9)
    li.skip()
    mine = li.buttons()
    for data in [*mine, "visits.choose:0:1:0", "visits.matter:0:0", "visits.stay:0:1"]:
        await zhang.taps_data(data)
        zhang.heard("turn-button-over")
    await li.locates(*AT[DINGSHENG])
    li.skip()
    await li.taps_data(mine[0])  # that question is over
    li.heard("turn-button-over")
    assert len(await visits(stage)) == 1
    visit = (await visits(stage))[0]
    for data in (
        f"corrections.elsewhere:{visit.id}",
        f"corrections.why:{visit.id}",
        f"corrections.rather:{visit.id}:client:2",
        f"corrections.because:{visit.id}:0",
        f"evidence.remark:{visit.id}",
        f"departures.gone:{visit.id}:0",
        f"departures.answer:{visit.id}:29000000",
        f"departures.other_time:{visit.id}",
        "departures.answer:999999:29000000",
    ):
        await zhang.taps_data(data)
        zhang.heard("turn-button-over")
    for data in (
        f"departures.answer:{visit.id}:99999999999999",
        f"corrections.rather:{visit.id}:client:{BLUE}",  # another RM's client
        f"corrections.rather:{visit.id}:stop:99",
        f"corrections.because:{visit.id}:0",  # it was planned
    ):
        await li.taps_data(data)
        li.heard("turn-button-over")
    await zhang.taps_data(f"places.accept:{visit.id}")
    zhang.heard("turn-not-allowed")
    assert (await visits(stage))[0] == visit


async def test_an_answer_too_late_or_too_early_is_refused_with_what_would_work(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    visit = (await visits(stage))[0]
    li.skip()
    early = int(datetime.timestamp(visit.arrived_at)) // 60 - 60
    await li.taps_data(f"departures.answer:{visit.id}:{early}")
    assert "10:00" in li.heard("visits-left-before-arriving")
    await li.taps_data(f"departures.answer:{visit.id}:{early + 600}")
    assert "10:00" in li.heard("visits-left-too-late")
    await li.presses("menu-leave")
    li.heard("departures-left")
    await li.taps_data(f"departures.answer:{visit.id}:{early + 60}")
    li.heard("visits-already-left")


async def test_everything_is_said_in_the_listeners_language(stage: Stage) -> None:
    await goes_out(stage, "wu", BLUE)
    wu = stage.actor("wu")
    await wu.presses("menu-in")
    assert "Next stop" in wu.heard("visits-where")
    await wu.locates(*AT[BLUE])
    said = wu.heard("visits-card")
    assert "Evidence" in said
    await stage.at("09:20")
    await wu.presses("menu-leave")
    assert "20 min on site" in wu.heard("departures-left")


async def test_arriving_and_leaving_can_be_said(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.says("到华丰机械了")
    assert "较弱" in li.heard("visits-card")
    await stage.at("10:30")
    await li.says("谈完了")
    li.heard("departures-left")
    await li.says("到了")  # the only one left of the plan
    assert "鼎盛纺织" in li.heard("visits-card")
    assert [each.client_id for each in await visits(stage)] == [HUAFENG, DINGSHENG]
    await is_over(li)


async def test_a_name_that_fits_two_is_asked(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await li.says("到华丰了")
    li.heard("visits-whom")
    assert len(li.buttons()) == 2
    await li.taps("visits.choose", "华丰机械")
    li.heard("visits-card")


async def test_words_do_not_lose_the_location_sent_before(stage: Stage) -> None:
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(30.9, 114.9, reply=False)
    li.heard("visits-whom-undeclared-type")
    await stage.at("10:02")
    await li.says("到了")
    li.heard("visits-whom-undeclared-type")
    await li.says("到鼎盛纺织了")
    li.heard("visits-declare-now")
    await li.taps("visits.matter", "办理业务")
    assert "10:00 签到" in li.heard("visits-card")
    assert (await visits(stage))[0].grade is Grade.CONTRADICTED  # the location said another place
    await is_over(li)


async def test_nonsense_instead_of_a_location_is_no_check_in(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await li.presses("menu-in")
    li.skip()
    await li.says("今天下大雨")
    li.heard("visits-where-again")
    assert await visits(stage) == []
    await li.says("到了")
    li.heard("visits-card")
    await is_over(li)


async def test_an_outing_told_while_a_location_is_awaited_is_no_arrival(stage: Stage) -> None:
    """A04: the check-in button pressed by mistake, then the sentence before leaving: nobody is anywhere yet."""
    li = stage.actor("li")
    await li.presses("menu-in")
    li.skip()
    await li.says("去鼎盛纺织看厂房，四点半回")
    assert "16:30" in li.heard("outings-card")
    await li.taps("outings.confirm")
    li.heard("outings-card-out")
    assert await visits(stage) == []
    await is_over(li)


async def test_who_leads_a_team_keeps_its_button_beside_the_location(calm_stage: Stage) -> None:
    for name, keeps in (("sun", True), ("li", False)):
        actor = calm_stage.actor(name)
        await actor.presses("menu-in")
        rows = actor.last.payload["reply_markup"]["keyboard"]
        assert any("团队" in str(button) for row in rows for button in row) is keeps, name


async def test_a_bare_time_answers_the_one_forgotten_check_out(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("15:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("08:40", days=1)
    li.skip()
    await li.says("明天三点开部门会")  # a time in a sentence about something else
    li.skip()
    assert (await visits(stage))[0].left_at is None
    await li.says("大概四点半左右")
    li.heard("departures-corrected")
    assert (await visits(stage))[0].left_at == local(MONDAY, time(16, 30))
    await is_over(li)


async def test_coming_back_with_a_visit_still_open_asks_when_it_ended(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("12:00")
    li.skip()
    await li.presses("menu-back")
    assert "visits-when-left" in [each.key for each in li.news]
    await li.taps("departures.answer", "11:40")  # before the return
    assert (await visits(stage))[0].left_at == local(MONDAY, time(11, 40))


async def test_check_out_and_record_take_three_touches(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("10:40")
    li.skip()
    await li.presses("menu-leave")  # one
    li.heard("departures-left")
    await li.says(  # two
        "对象：鼎盛纺织财务部王经理；目的：了解扩产的资金需求，希望推荐流动资金贷款；结果：对方有意向，需三百万；下一步：周五前报方案"
    )
    li.skip()
    await li.taps("records.save")  # three
    record = (await stage.rows(f.records))[-1]
    assert record.submitted_at == stage.clock.now()
    assert record.visit_id == (await visits(stage))[0].id
    await is_over(li)


async def test_going_back_to_a_client_of_the_plan_is_a_second_planned_visit(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await li.presses("menu-leave")
    li.skip()
    await li.locates(30.5003, 114.3002)  # in the same second: it is another visit all the same
    li.heard("visits-whom")
    await li.taps("visits.choose")
    assert "计划外" not in li.heard("visits-card")
    await stage.at("10:20")
    await li.presses("menu-leave")
    assert "停留 20 分钟" in li.heard("departures-left")
    assert [each.planned for each in await visits(stage)] == [True, True]


async def test_pressing_check_in_while_still_there_can_be_taken_back(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("10:30")
    li.skip()
    await li.presses("menu-in")
    said = li.heard("visits-where")
    assert "鼎盛纺织" in said
    assert "华丰机械" in said
    await li.locates(30.5081, 114.3101)  # a kilometre away, and nowhere near the next
    li.heard("visits-whom")
    await li.taps("visits.stay")
    li.heard("evidence-same")
    assert len(await visits(stage)) == 1
    await is_over(li)


async def test_a_question_left_lying_does_not_date_the_arrival_back(stage: Stage) -> None:
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await stage.at("10:30")
    li.skip()
    await li.taps("visits.matter", "例行走访")
    said = li.heard("visits-card")
    assert "10:30 签到" in said
    assert "早了较久" in said
    visit = (await visits(stage))[0]
    assert visit.grade is Grade.WEAK
    assert Reason.STALE in visit.reasons


async def test_a_forwarded_location_does_not_choose_the_client(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    origin = {"type": "hidden_user", "sender_user_name": "王芳", "date": stage.unix()}
    await li.locates(*AT[HUAFENG], forward_origin=origin)
    li.heard("visits-whom")
    assert "米" not in str(stage.screen(li.telegram_id))
    await li.taps("visits.choose", "鼎盛纺织")
    assert "转发来的位置" in li.heard("visits-card")
    assert (await visits(stage))[0].grade is Grade.CONTRADICTED


async def test_a_live_location_sent_before_the_outing_was_told_is_followed(stage: Stage) -> None:
    li = stage.actor("li")
    await stage.at("10:00")
    message = await li.locates(*AT[DINGSHENG], live=3600)
    li.skip()
    await li.taps("visits.matter", "例行走访")
    li.heard("visits-card")
    for minute in (4, 8, 12):
        await stage.at(f"10:{minute:02}")
        await li.moves(message, 30.5001 + minute / 1e6, 114.3001, live=3600)
    assert (await visits(stage))[0].grade is Grade.STRONG


async def test_whoever_does_not_go_out_does_not_check_in(stage: Stage) -> None:
    admin = stage.actor("admin")
    await admin.says("/in")
    admin.heard("turn-not-allowed")
    await admin.locates(*AT[DINGSHENG])
    admin.heard("turn-not-allowed")
    stranger = stage.stranger()
    await stranger.locates(*AT[DINGSHENG])
    stranger.heard("turn-stranger")
    assert await visits(stage, "admin") == []


async def test_another_rms_client_is_never_offered_nor_found(stage: Stage) -> None:
    """C02, S-02: standing in front of somebody else's client says nothing about it."""
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await li.locates(*AT[HONGYUAN], reply=False)
    li.skip()
    await li.says("宏远物流")
    assert "宏远物流" in li.heard("visits-new-lead")  # their own word, not our knowledge
    assert "C004" not in str(stage.screen(li.telegram_id))
