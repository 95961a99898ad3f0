"""The record of a visit: touches counted, versions, late marks, numbers hidden, review (A07, A09, A10, C12, V21)."""

from datetime import date, datetime, time, timedelta

from bot.rules.evidence import Grade
from bot.rules.outings import Mode, Outing, OutingStatus
from bot.rules.records import RecordStatus
from bot.rules.visits import LeftHow, Visit
from storage import field as f, outings as outing_store, tables as t, visits as visit_store
from tests.stage import MONDAY, Actor, Stage, local

DINGSHENG, HUAFENG, FOOD, HONGYUAN, BLUE = 1, 2, 3, 4, 5
FULL = "见了王厂长（生产部），谈续贷500万，对方同意续贷，下周三下午三点送资料"


async def visited(
    stage: Stage,
    who: str,
    client: int,
    start: str,
    end: str | None,
    *,
    day: date = MONDAY,
    status: OutingStatus = OutingStatus.OUT,
) -> Visit:
    """Somebody was at a client's; the register knows, without anything having been said."""
    person = stage.actor(who)
    unit_id = (await stage.rows(t.people, t.people.c.id == person.person_id))[0].unit_id
    arrived = local(day, time.fromisoformat(start))
    outing = Outing(
        id=0,
        person_id=person.person_id,
        unit_id=unit_id,
        day=day,
        status=status,
        mode=Mode.DECLARE,
        return_by=local(day, time(17)),
        declared_at=arrived - timedelta(minutes=30),
        departed_at=arrived - timedelta(minutes=20),
    )
    async with stage.app.database.writing() as db:
        outing, _ = await outing_store.add(db, outing, [])
        return await visit_store.add(
            db,
            Visit(
                id=0,
                person_id=person.person_id,
                unit_id=unit_id,
                day=day,
                arrived_at=arrived,
                outing_id=outing.id,
                client_id=client,
                planned=True,
                grade=Grade.FAIR,
                left_at=local(day, time.fromisoformat(end)) if end else None,
                left_how=LeftHow.SAID if end else None,
            ),
        )


async def records(stage: Stage) -> list[f.Record]:
    return [f.Record(**row._mapping) for row in await stage.rows(f.records)]


async def is_over(actor: Actor) -> None:
    """The conversation is over: a word nobody understands is no answer to anything."""
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


def at(hour: str, day: date = MONDAY) -> datetime:
    return local(day, time.fromisoformat(hour))


# ---------------------------------------------------------------- writing


async def test_check_out_and_a_typed_record_are_three_touches(stage: Stage) -> None:
    """Economy of touch: check-out, one message, save."""
    await visited(stage, "li", DINGSHENG, "09:00", None)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.presses("menu-leave")  # one
    assert "记录" in li.heard("departures-left")
    await li.says(FULL)  # two
    card = li.heard("records-card")
    for words in ("鼎盛纺织", "王厂长（生产部）", "续贷500万", "对方同意续贷", "送资料", "8月12日(周三) 15:00"):
        assert words in card
    await li.taps("records.save")  # three
    li.heard("records-saved", "records-handed-in")
    (record,) = await records(stage)
    assert (record.status, record.version, record.late) == (RecordStatus.SUBMITTED, 1, False)
    assert (record.who, record.result) == ("王厂长（生产部）", "对方同意续贷")
    assert record.submitted_at == stage.clock.now()
    assert stage.actor("chen").news == []  # the supervisor's board shows it
    await is_over(li)


async def test_the_bot_asks_only_for_what_is_missing_one_thing_at_a_time(stage: Stage) -> None:
    """A10: four blocks, asked back one by one."""
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.presses("menu-record")
    assert "鼎盛纺织" in li.heard("records-ask-all")
    await li.says("见了王厂长，对方同意续贷")
    known = li.heard("records-ask-purpose")
    assert "<b>对象</b>　王厂长" in known
    assert "对方同意续贷" in known
    await li.says("续贷500万")
    li.heard("records-ask-next-step")
    await li.says("下周三送资料")
    card = li.heard("records-card")
    assert "<b>目的</b>　续贷500万" in card
    await li.says("好")  # a yes in words saves too
    li.heard("records-saved", "records-handed-in")
    assert len(await records(stage)) == 1
    await is_over(li)


async def test_step_by_step_and_a_block_said_anew(stage: Stage) -> None:
    await visited(stage, "zhang", HONGYUAN, "09:00", "10:00")
    zhang = stage.actor("zhang")  # traditional script
    await stage.at("10:10")
    await zhang.says("/record")
    assert "職務" in zhang.heard("records-ask-all")
    await zhang.taps("records.one_by_one")
    zhang.heard("records-ask-who")
    await zhang.says("林經理，財務部")
    zhang.heard("records-ask-purpose")
    await zhang.says("談存款")
    zhang.heard("records-ask-result")
    await zhang.says("對方再考慮")
    zhang.heard("records-ask-next-step")
    await zhang.says("下週三再去")
    assert "林經理" in zhang.heard("records-card")
    await zhang.taps("records.fix", "結果")
    assert "對方再考慮" in zhang.heard("records-ask-anew")
    await zhang.says("對方答應存三百萬")
    assert "對方答應存三百萬" in zhang.heard("records-card")
    await zhang.says("嗯哼呵呵嘿")  # no block and no yes
    zhang.heard("records-not-understood")
    await zhang.taps("records.save")
    zhang.heard("records-saved", "records-handed-in")
    (record,) = await records(stage)
    assert (record.version, record.result) == (1, "對方答應存三百萬")
    await is_over(zhang)


async def test_words_that_fit_no_block_join_the_result(stage: Stage) -> None:
    """A10: the result holds other information gathered too; nothing is dropped."""
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says("/record 见了王厂长，谈续贷，路上挺远的")
    li.heard("records-ask-result")
    await li.says("对方同意续贷")
    li.heard("records-ask-next-step")
    await li.says("下周三送资料")
    card = li.heard("records-card")
    assert "对方同意续贷" in card
    assert "路上挺远的" in card


async def test_what_was_seen_there_is_the_result(stage: Stage) -> None:
    """A10: 实际结果及其他信息; nobody has to say "result"."""
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says("/record 见了王厂长，谈续贷，厂区门口排了很多车")
    assert "<b>结果</b>　厂区门口排了很多车" in li.heard("records-ask-next-step")


async def test_the_client_alone_is_not_whom_somebody_met(stage: Stage) -> None:
    """A10: the person, the department or the position is asked for; nobody met is an answer."""
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says("/record 去了鼎盛纺织，谈续贷，对方同意，下周三送资料")
    li.heard("records-ask-who")
    await li.says("没见到人，门卫收的资料")
    assert "<b>对象</b>　没见到人，门卫收的资料" in li.heard("records-card")
    await li.taps("records.save")
    li.heard("records-saved", "records-handed-in")
    await is_over(li)


async def test_what_is_written_survives_turning_to_something_else(stage: Stage) -> None:
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says("/record 见了王厂长，谈续贷")
    li.heard("records-ask-result")
    await li.presses("menu-out")  # something else altogether
    li.skip()
    await li.says("/record")
    assert "<b>目的</b>　谈续贷" in li.heard("records-ask-result")
    await li.says("算了")
    li.heard("records-put-aside")
    await is_over(li)
    await li.presses("menu-record")
    li.heard("records-ask-result")
    await li.says("对方同意续贷，下周三送资料")
    assert "王厂长" in li.heard("records-card")
    await li.taps("records.discard")
    li.heard("records-discarded")
    assert await records(stage) == []
    await li.taps_data("records.save:1")
    li.heard("records-dropped-already")
    await is_over(li)


async def test_numbers_are_hidden_before_anything_is_stored(stage: Stage) -> None:
    """C01-C03, C19: and the RM is told."""
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says("/record 见了王厂长，手机13812345678，谈续贷，对方同意，下周三送资料")
    said = li.heard("words-masked", "records-card")
    assert "13812345678" not in said
    (record,) = await records(stage)
    assert "13812345678" not in str(record)
    lines = await stage.rows(t.audit)
    assert "王厂长" not in str([tuple(line) for line in lines])  # the log holds no words of people


async def test_which_visit_and_it_was_another_one(stage: Stage) -> None:
    first = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    second = await visited(stage, "li", HUAFENG, "10:30", "11:00")
    li = stage.actor("li")
    await stage.at("11:10")
    await li.presses("menu-record")
    assert "2" in li.heard("records-which")
    await li.says("见了鼎盛纺织的王厂长，谈续贷，对方同意续贷，下周三送资料")  # names the client: no need to choose
    assert "鼎盛纺织" in li.heard("records-card")
    await li.taps("said.elsewhere")
    li.heard("records-which-other")
    await li.taps("said.move", "华丰机械")
    assert "华丰机械" in li.heard("records-moved", "records-card")
    await li.taps("records.save")
    li.heard("records-saved", "records-handed-in")
    (record,) = await records(stage)
    assert record.visit_id == second.id
    await li.taps_data(f"said.move:{second.id}:{first.id}")
    li.heard("records-dropped-already")
    await is_over(li)


async def test_the_visit_that_lasts_is_meant_only_where_there_is_no_other(stage: Stage) -> None:
    first = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    lasts = await visited(stage, "li", HUAFENG, "10:30", None)
    li = stage.actor("li")
    await stage.at("10:40")
    await li.says("/record")
    assert "鼎盛纺织" in li.heard("records-ask-all")
    await li.says(FULL)
    await li.taps("records.save")
    await li.says("/record 见了华丰机械的赵总，谈结算，对方再考虑，周五再来")
    await li.taps("records.save")
    assert [each.visit_id for each in await records(stage)] == [first.id, lasts.id]


async def test_who_has_left_the_bank_hears_nothing_any_more(stage: Stage) -> None:
    """S-01."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    await visited(stage, "li", HUAFENG, "10:30", "11:00")
    li.skip()
    await stage.change(t.people, t.people.c.id == 1, suspended=True)
    await chen.taps_data(f"reviews.read:{visit.id}")
    await chen.taps("reviews.sign")
    await stage.at("20:30")
    li.heard_nothing()


async def test_another_persons_visit_is_nobodys_button(stage: Stage) -> None:
    theirs = await visited(stage, "zhang", HONGYUAN, "09:00", "10:00")
    await stage.actor("zhang").says("/record 见了林经理，谈存款，对方同意，下周三再去")
    li = stage.actor("li")
    for button in ("write", "one_by_one", "save", "tick", "discard", "elsewhere", "change"):
        await li.taps_data(f"records.{button}:{theirs.id}")
        li.heard("turn-button-over")
    await li.taps_data(f"records.fix:{theirs.id}:who")
    li.heard("turn-button-over")
    await li.taps_data(f"said.move:{theirs.id}:{theirs.id}")
    li.heard("turn-button-over")
    assert len(await records(stage)) == 1
    await li.says("/record")
    li.heard("records-no-visit")


# ---------------------------------------------------------------- late, versions, edits


async def test_a_late_record_is_marked_late_and_that_is_said(stage: Stage) -> None:
    """A07, C12: asked before the day's end, at it, and until it is written; nothing is back-dated."""
    visit = await visited(stage, "li", DINGSHENG, "15:00", None)
    li = stage.actor("li")
    await stage.at("16:00")
    await li.presses("menu-leave")
    li.skip()
    await stage.at("18:59")
    li.heard_nothing()
    await stage.at("19:01")
    assert "鼎盛纺织" in li.heard("records-owed-soon")
    await stage.at("20:01")
    assert "迟交" in li.heard("records-missing")
    await stage.at("20:30")
    await li.taps("records.write")
    li.heard("records-ask-all")
    await li.says(FULL)
    assert "迟交" in li.heard("records-card")
    await li.taps("records.save")
    assert "迟交" in li.heard("records-saved", "records-handed-in-late")
    (record,) = await records(stage)
    assert (record.late, record.first_submitted_at, record.day) == (True, stage.clock.now(), visit.day)
    await stage.at("20:01", days=1)
    li.heard_nothing()  # asked by rule: nothing is owed any more


async def test_a_change_after_saving_is_a_new_version_and_the_old_one_stays(stage: Stage) -> None:
    """C12."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    li.skip()
    await li.taps_data(f"records.save:{visit.id}")
    li.heard("records-already-submitted")
    await li.taps("records.change")
    li.heard("records-change-which")
    await li.taps("records.fix", "结果")
    li.heard("records-ask-anew")
    await li.says("对方同意续贷")  # what it said before
    li.heard("records-nothing-changed")
    await li.says("对方同意续贷，利率再谈")
    assert "第 2 版" in li.heard("records-card")
    await li.taps("records.save")
    li.heard("records-saved", "records-handed-in")
    one, two = await records(stage)
    assert (one.version, one.result) == (1, "对方同意续贷")
    assert (two.version, two.result, two.late) == (2, "对方同意续贷，利率再谈", False)
    await is_over(li)


async def test_an_edited_message_is_offered_as_the_next_version(stage: Stage) -> None:
    """T38: before saving it corrects the card, after saving it makes a version."""
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.presses("menu-record")
    message = await li.sends(text=FULL)
    li.heard("records-ask-all", "records-card")
    await stage.at("10:12")
    await li.edits(message, FULL.replace("500万", "800万"))
    assert "续贷800万" in li.heard("records-card")
    assert li.last.method == "editMessageText"
    await li.taps("records.save")
    li.heard("records-saved", "records-handed-in")
    await stage.at("10:20")
    await li.edits(message, FULL.replace("500万", "900万"))
    assert "第 2 版" in li.heard("records-card")
    await li.taps("records.save")
    li.heard("records-saved", "records-handed-in")
    assert [(each.version, each.purpose) for each in await records(stage)] == [(1, "谈续贷800万"), (2, "谈续贷900万")]
    other = await li.sends(text="qwertyuiop")
    li.heard("fallback-words")
    await li.edits(other, "qwerty")
    li.heard("fallback-edited")


async def test_a_sentence_about_something_else_is_no_record(stage: Stage) -> None:
    await visited(stage, "li", DINGSHENG, "09:00", None)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.presses("menu-leave")
    li.heard("departures-left")
    await li.says("我回来了")
    assert "returns-back" in [each.key for each in li.news]
    li.skip()
    await li.says("今天")
    li.heard("boards-today")
    await li.says(FULL)  # outside any question: the words themselves say that it is a record
    li.heard("records-card")
    assert (await records(stage))[0].status is RecordStatus.COMPLETE


async def test_entered_in_pcrm(stage: Stage) -> None:
    """V21: ticked once, by the writer."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await li.taps_data(f"records.tick:{visit.id}")
    li.heard("records-not-submitted")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    li.skip()
    await li.taps("records.tick")
    assert "PCRM" in li.heard("records-saved", "records-ticked")
    assert "records.tick" not in " ".join(li.buttons())
    await li.taps_data(f"records.tick:{visit.id}")
    li.heard("records-already-ticked")
    assert (await records(stage))[0].entered_elsewhere_at == stage.clock.now()


async def test_a_business_visit_is_held_on_site(stage: Stage) -> None:
    """V07, V15, 5.3."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await li.taps_data(f"records.sort:{visit.id}:business:on_site")
    li.heard("records-dropped-already")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    li.skip()
    await li.taps("records.sort", "类别")
    assert "业务访问 · 上门" in li.heard("records-card")
    assert li.last.method == "editMessageText"
    await li.taps("records.sort", "方式")
    li.heard("visits-business-on-site")
    await li.taps("records.sort", "类别")
    await li.taps("records.sort", "方式")
    assert "常规访问 · 网点接待" in li.heard("records-card", "records-card")
    await li.taps_data(f"records.sort:{visit.id}:business:phone")
    li.heard("turn-button-over")
    await li.taps("records.save")
    row = (await stage.rows(f.visits))[0]
    assert (row.kind, row.channel) == ("routine", "outlet_reception")


async def test_a_saturday_and_what_was_owed_before(stage: Stage) -> None:
    """A07: asked on the day of the visit, then on working days; not while on leave."""
    saturday = date(2026, 8, 8)
    await stage.at("14:00", days=5)
    await visited(stage, "li", DINGSHENG, "13:00", None, day=saturday)
    li = stage.actor("li")
    await li.presses("menu-leave")
    li.skip()
    await stage.at("20:01")
    li.heard("records-owed-soon", "records-missing")
    await stage.at("23:00", days=1)  # Sunday
    li.heard_nothing()
    await stage.at("20:01", days=1)
    assert "8月8日" in li.heard("records-missing", "records-missing")
    async with stage.app.database.writing() as db:
        away = {"starts": at("00:00", date(2026, 8, 11)), "ends": at("23:59", date(2026, 8, 11)), "kind": "annual"}
        await db.execute(f.absences.insert().values(person_id=1, **away))
    await stage.at("20:01", days=1)
    li.heard_nothing()
    await stage.at("20:01", days=1)
    li.heard("records-missing", "records-missing")


# ---------------------------------------------------------------- review


async def test_the_supervisor_signs_and_the_writer_hears_of_it(stage: Stage) -> None:
    """A09, 5.3: submitted, reviewed; a later change is a new version and the reviewed one stays."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li, chen, sun = stage.actor("li"), stage.actor("chen"), stage.actor("sun")
    await stage.at("10:10")
    await chen.taps_data(f"reviews.read:{visit.id}")
    chen.heard("turn-button-over")  # a draft, or nothing, is nobody's to read
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    li.skip()
    await chen.presses("menu-team")
    await chen.taps("team.person", "李伟")
    await chen.taps("reviews.read")
    assert "对方同意续贷" in chen.heard("team-board", "team-person", "reviews-record")
    await sun.taps_data(f"reviews.read:{visit.id}")
    sun.skip()
    await chen.taps("reviews.opine")
    chen.heard("reviews-ask-opinion")
    await chen.says("利率要守住")
    chen.heard("reviews-record", "reviews-signed")
    assert "利率要守住" in li.heard("reviews-signed-for-you")
    await sun.taps("reviews.sign")  # second of two supervisors: the truth
    sun.heard("records-already-reviewed")
    li.heard_nothing()
    await is_over(chen)
    await li.says("/record")
    li.heard("records-none-owed")
    await li.taps_data(f"records.fix:{visit.id}:result")
    li.heard("records-ask-anew")
    await li.says("对方要再考虑")
    assert "第 2 版" in li.heard("records-card")
    await li.taps("records.save")
    one, two = await records(stage)
    assert (one.status, one.opinion, one.reviewed_by) == (RecordStatus.REVIEWED, "利率要守住", chen.person_id)
    assert (two.status, two.reviewed_by) == (RecordStatus.SUBMITTED, None)
    await chen.taps_data(f"reviews.sign:{one.id}:0")
    chen.heard("reviews-newer-version")


async def test_sent_back_with_a_reason_and_mended(stage: Stage) -> None:
    """5.3: returned for more, then owed again until it is mended."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    li.skip()
    await chen.taps_data(f"reviews.read:{visit.id}")
    await chen.taps("reviews.send_back")
    chen.heard("reviews-record", "reviews-ask-wanted")
    await chen.says("写清楚抵押物")
    chen.heard("reviews-record", "reviews-sent-back")
    assert "写清楚抵押物" in li.heard("reviews-returned-to-you")
    await li.says("/today")
    assert "待补充" in li.heard("boards-today")
    await li.taps("records.write")
    assert "写清楚抵押物" in li.heard("records-mend-which")
    await li.taps("records.fix", "结果")
    await li.says("对方同意续贷，厂房抵押")
    li.heard("records-ask-anew", "records-card")
    await li.taps("records.save")
    li.heard("records-saved", "records-handed-in")
    one, two = await records(stage)
    assert (one.status, two.status, two.version) == (RecordStatus.RETURNED, RecordStatus.SUBMITTED, 2)
    await stage.at("21:00")
    li.heard_nothing()
    await is_over(chen)


async def test_a_better_version_of_a_reviewed_record_may_be_sent_back_too(stage: Stage) -> None:
    """C12, 5.3: what was reviewed stays reviewed, and the newer version is owed again."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    await chen.taps_data(f"reviews.read:{visit.id}")
    await chen.taps("reviews.sign")
    await li.taps("records.change")
    await li.taps("records.fix", "下一步")
    await li.says("下周四再谈")
    await li.taps("records.save")
    li.skip()
    await li.says("/record")
    li.heard("records-none-owed")
    await chen.taps_data(f"reviews.read:{visit.id}")
    await chen.taps("reviews.send_back")
    await chen.says("写清楚和谁谈")
    li.skip()
    await li.says("/record")
    assert "写清楚和谁谈" in li.heard("records-mend-which")
    await li.taps("records.fix", "下一步")
    await li.says("下周四和财务部李经理谈")
    await stage.at("20:30")  # what came in time once is not late for being mended
    li.skip()
    await li.taps("records.save")
    li.heard("records-saved", "records-handed-in")
    assert [(each.version, each.status, each.late) for each in await records(stage)] == [
        (1, RecordStatus.REVIEWED, False),
        (2, RecordStatus.RETURNED, False),
        (3, RecordStatus.SUBMITTED, False),
    ]


async def test_who_may_read_and_who_may_sign(stage: Stage) -> None:
    """S-11, S-02: not one's own, not another unit's; an auditor reads, and the log says so."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    own = await visited(stage, "sun", DINGSHENG, "09:00", "10:00")
    await stage.at("10:10")
    li, sun, zhao, feng = (stage.actor(name) for name in ("li", "sun", "zhao", "feng"))
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    await sun.says(f"/record {FULL}")
    await sun.taps("records.save")
    sun.skip()
    theirs, his = await records(stage)
    await zhao.taps_data(f"reviews.read:{visit.id}")
    await zhao.taps_data(f"reviews.sign:{theirs.id}:0")
    zhao.heard("turn-button-over", "turn-button-over")
    await stage.actor("zhang").taps_data(f"reviews.read:{visit.id}")
    stage.actor("zhang").heard("turn-not-allowed")
    await sun.taps_data(f"reviews.sign:{his.id}:0")
    await sun.taps_data(f"reviews.send_back:{his.id}:0")
    sun.heard("records-own-review", "records-own-review")
    await feng.taps_data(f"reviews.read:{visit.id}")
    assert "对方同意续贷" in feng.heard("reviews-record")
    assert not [each for each in feng.buttons() if each.startswith("reviews.")]
    await feng.taps_data(f"reviews.sign:{theirs.id}:0")
    feng.heard("turn-not-allowed")
    looks = await stage.rows(t.audit, t.audit.c.person_id == feng.person_id)
    assert [(line.action, line.about) for line in looks] == [("reviews.read", f"visit:{visit.id}")]
    assert own.id != visit.id
    assert {each.status for each in await records(stage)} == {RecordStatus.SUBMITTED}


async def test_words_of_today_are_not_filed_under_an_earlier_day_unasked(stage: Stage) -> None:
    yesterday = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    await stage.at("10:00", days=1)
    li = stage.actor("li")
    li.skip()
    await li.says("见了王厂长，谈续贷，对方同意续贷，下周三送资料")
    assert "8月3日" in str(li.last.payload)
    li.heard("said-which")
    assert await records(stage) == []
    await li.taps("said.use", "鼎盛纺织")
    assert "8月3日" in li.heard("records-card")
    await li.taps("records.save")
    assert (await records(stage))[0].visit_id == yesterday.id


async def test_a_record_sent_back_is_called_so_on_later_days_and_on_return(stage: Stage) -> None:
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    await li.taps("records.save")
    await chen.taps_data(f"reviews.read:{visit.id}")
    await chen.taps("reviews.send_back")
    await chen.says("写清楚抵押物")
    await li.says("我回来了")
    assert "记录被退回" in li.last.text
    await stage.at("09:00", days=1)
    await li.says("/today")
    assert "记录被退回" in li.last.text


async def test_a_return_that_nobody_told_stands_on_the_day_list(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("去鼎盛纺织看厂房，四点半回")
    await li.taps("outings.confirm")
    await stage.at("23:00")
    await li.says("/today")
    assert "6 小时" in li.last.text  # overdue in hours and minutes
    await stage.at("08:00", days=1)
    await li.says("/today")
    assert "没有返回时间" in li.last.text
