"""Speak once: the one card, what follows from it in the agenda, and corrections in words (A10, V27, S-06, H07, C12)."""

from datetime import date, timedelta

from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.listening import EngineAway, Unclear
from storage import field as f
from storage.agenda_tables import agenda
from storage.dictation_tables import findings, said
from tests.stage import Actor, Stage
from tests.stories.test_dictation import at_the_client, consented
from tests.stories.test_records import DINGSHENG, HUAFENG, at, is_over, visited

NOTE = "见了财务部吴敏经理，谈续贷五百万的事，希望本月报材料，对方同意周五前给报表，下周三下午三点再去拿"
FULL = "见了王厂长（生产部），谈续贷500万，对方同意续贷，下周三下午三点送资料"
WEDNESDAY = date(2026, 8, 12)


async def items(stage: Stage) -> list[Item]:
    return [Item(**row._mapping) for row in await stage.rows(agenda)]


async def versions(stage: Stage) -> list[f.Record]:
    return [f.Record(**row._mapping) for row in await stage.rows(f.records)]


async def written(stage: Stage, text: str = FULL) -> Actor:
    """li has handed in the record of a visit to 鼎盛纺织."""
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says(f"/record {text}")
    await li.taps("records.save")
    li.skip()
    return li


# ---------------------------------------------------------------- the agenda follows the record


async def test_one_voice_note_becomes_a_card_an_appointment_and_a_reminder_in_two_touches(stage: Stage) -> None:
    await consented(stage, 1)
    await at_the_client(stage)
    li = stage.actor("li")
    await li.speaks(NOTE)  # one
    card = li.heard("dictation-listening", "dictation-heard", "records-card")
    assert "CNY 5,000,000" in card
    assert "8月12日(周三) 15:00" in card
    await li.taps("records.save")  # two
    assert "8月12日(周三) 15:00，到时提醒您" in li.news[-2].text
    (item,) = await items(stage)
    assert (item.sort, item.day, item.at, item.client_id) == (
        Sort.NEXT_STEP,
        WEDNESDAY,
        at("15:00", WEDNESDAY),
        DINGSHENG,
    )
    assert item.visit_id is not None
    li.skip()
    await li.says("我回来了")
    await stage.at("13:59", days=9)
    li.skip()
    await stage.at("14:01")
    assert "鼎盛纺织" in li.heard("appointments-reminder")
    await li.taps("appointments.done")
    li.heard("appointments-is-done")
    assert (await items(stage))[0].status is ItemStatus.DONE
    await li.taps_data(f"appointments.drop:{item.id}")
    li.heard("agenda-already-closed")
    await is_over(li)


async def test_what_is_done_moved_or_dropped_is_not_reminded_of(stage: Stage) -> None:
    li = await written(stage)
    (item,) = await items(stage)
    await stage.at("14:01", days=9)
    li.skip()
    await li.taps("appointments.put_off")
    assert "8月13日" in li.heard("appointments-is-put-off")
    (item,) = await items(stage)
    assert (item.day, item.at, item.moved) == (date(2026, 8, 13), at("15:00", date(2026, 8, 13)), 1)
    await li.taps_data(f"appointments.drop:{item.id}")
    li.heard("appointments-is-dropped")
    await stage.at("20:30", days=1)
    assert "appointments-reminder" not in [each.key for each in li.news]
    await stage.actor("zhang").taps_data(f"appointments.done:{item.id}")
    stage.actor("zhang").heard("turn-button-over")


async def test_a_promise_becomes_an_item_and_a_hasty_one_a_hint(stage: Stage) -> None:
    """H07."""
    li = await written(
        stage, "见了王厂长，谈续贷，对方同意，我答应周五前给他们报价，我保证贷款一定能批下来，下周三送资料"
    )
    card = next(each.text for each in li.all_heard if each.key == "records-card")
    assert "我方承诺：我答应周五前给他们报价" in card
    assert "审批会决定前" in card
    assert [(each.sort, each.day) for each in await items(stage)] == [
        (Sort.NEXT_STEP, WEDNESDAY),
        (Sort.PROMISE, date(2026, 8, 7)),
    ]


async def test_a_next_step_without_a_date_says_so_and_one_that_is_over_is_no_appointment(stage: Stage) -> None:
    li = await written(stage, "见了王厂长，谈续贷，对方同意，下一步：2月30日送资料")
    assert "没有这一天" in next(each.text for each in li.all_heard if each.key == "records-card")
    assert await items(stage) == []
    await li.says("下次改成周四下午")
    li.heard("records-card")
    await li.taps("records.save")
    assert [each.day for each in await items(stage)] == [date(2026, 8, 6)]


async def test_a_week_later_another_block_is_changed_and_the_appointment_stays(stage: Stage) -> None:
    li = await written(stage)
    await stage.at("11:00", days=3)
    await li.taps("records.fix", "结果") if "records.fix" in " ".join(li.buttons()) else await li.taps_data(
        "records.fix:1:result"
    )
    await li.says("对方要再考虑")
    await li.taps("records.save")
    (item,) = await items(stage)
    assert (item.day, item.at, item.moved) == (WEDNESDAY, at("15:00", WEDNESDAY), 0)
    assert len(await versions(stage)) == 2


async def test_a_day_off_and_an_hour_that_is_taken_are_said(stage: Stage) -> None:
    li = await written(stage)
    await visited(stage, "li", HUAFENG, "10:30", "11:00")
    await stage.at("11:10")
    await li.says("/record 见了赵总，谈结算，对方再考虑，下周三下午三点再去")
    assert "日程里已有别的安排" in li.heard("records-card")
    await li.says("下次改成这周六上午十点")
    assert "休息日" in li.heard("records-card")


async def test_a_promise_alone_is_one_item_and_follows_the_client_that_it_really_was(stage: Stage) -> None:
    li = await written(stage, "见了王厂长，谈续贷，对方同意，下一步：我答应周五前给他们报价")
    (item,) = await items(stage)
    assert (item.sort, item.day, item.client_id) == (Sort.PROMISE, date(2026, 8, 7), DINGSHENG)
    await li.taps_data("corrections.elsewhere:1")
    await li.says("华丰机械")
    (item,) = await items(stage)
    assert item.client_id == HUAFENG


# ---------------------------------------------------------------- corrections in words


async def test_any_field_is_corrected_in_words_before_saving(stage: Stage) -> None:
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    li.skip()
    await li.says("下次改成周四下午")
    assert "8月6日(周四)" in li.heard("records-card")
    await li.says("不是王厂长是李总")
    assert "李总（生产部）" in li.heard("records-card")
    await li.says("金额改成三百万")
    assert "CNY 3,000,000" in li.heard("records-card")
    await li.says("结果改成对方先要两百万")
    li.heard("records-card")
    await li.says("金额改成一百万")
    assert "三百万、两百万" in li.heard("records-which-sum")
    await li.taps("records.save")
    (record,) = await versions(stage)
    assert (record.who, record.purpose, record.result) == ("李总（生产部）", "谈续贷三百万", "对方先要两百万")
    assert record.next_step == "周四下午送资料"
    assert [(each.day, each.at) for each in await items(stage)] == [(date(2026, 8, 6), None)]
    li.skip()
    await is_over(li)


async def test_a_spoken_correction_after_saving_is_a_new_version_and_moves_the_appointment(stage: Stage) -> None:
    """C12: typed or spoken; the old version stays."""
    await consented(stage, 1)
    li = await written(stage)
    await li.speaks("下次改成周四下午")
    assert "第 2 版" in li.heard("dictation-listening", "dictation-heard", "records-card")
    await li.taps("records.save")
    assert "在日程里改到：8月6日(周四)" in li.news[-2].text
    (item,) = await items(stage)
    assert (item.day, item.at, item.moved) == (date(2026, 8, 6), None, 1)
    one, two = await versions(stage)
    assert ("下周三" in one.next_step, two.next_step) == (True, "周四下午送资料")
    await stage.at("09:00", days=3)
    li.skip()
    await stage.at("20:00")
    assert "appointments-reminder" not in [each.key for each in li.news]  # it was said at half past eight
    assert "appointments-reminder" in [each.key for each in li.all_heard]


async def test_a_change_of_the_trip_is_no_correction_of_the_record(stage: Stage) -> None:
    li = await written(stage)
    await li.says("改成四点半回")
    assert "records-card" not in [each.key for each in li.news]
    assert len(await versions(stage)) == 1


async def test_a_block_is_said_anew_by_voice(stage: Stage) -> None:
    await consented(stage, 1)
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    await li.taps("records.fix", "结果")
    li.skip()
    await li.speaks("对方要再考虑")
    assert "<b>结果</b>　对方要再考虑" in li.heard("dictation-listening", "dictation-heard", "records-card")
    await li.taps("records.save")
    assert (await versions(stage))[0].result == "对方要再考虑"


async def test_what_is_missing_is_asked_one_by_one_and_answered_by_voice(stage: Stage) -> None:
    await consented(stage, 1)
    await at_the_client(stage)
    li = stage.actor("li")
    await li.speaks("见了财务部吴敏经理，对方同意续贷")
    asked = li.heard("dictation-listening", "dictation-heard", "records-ask-purpose")
    assert "吴敏" in asked
    assert "对方同意续贷" in asked
    await li.speaks("谈续贷五百万")
    li.heard("dictation-listening", "dictation-heard", "records-ask-next-step")
    await li.speaks("下周三下午三点送资料")
    li.heard("dictation-listening", "dictation-heard", "records-card")
    await li.taps("records.save")
    assert [each.at for each in await items(stage)] == [at("15:00", WEDNESDAY)]


# ---------------------------------------------------------------- products, doubts, other clients


async def test_products_ask_for_the_risks_unless_they_were_spoken_of(stage: Stage) -> None:
    """S-06: asked on the card and after saving, until somebody answers; saving needs no answer."""
    li = await written(stage, "见了王厂长，介绍了理财产品，对方感兴趣，下周三再去")
    saved = stage.screen(li.telegram_id)
    assert any("向客户揭示风险了吗" in payload["text"] for payload in saved.values())
    await li.taps("records.risk", "已揭示")
    assert "已揭示风险" in li.heard("records-saved")
    assert "records.risk" not in " ".join(li.buttons())
    (row,) = await stage.rows(findings)
    assert (row.products, row.risk, row.risk_at) == ("理财产品", "disclosed", stage.clock.now())
    chen = stage.actor("chen")
    await chen.taps_data("reviews.read:1")
    assert "已揭示风险" in chen.heard("reviews-record")


async def test_who_says_that_the_risks_were_disclosed_is_not_asked(stage: Stage) -> None:
    await written(stage, "见了王厂长，介绍了理财产品，也揭示了风险，对方感兴趣，下周三再去")
    (row,) = await stage.rows(findings)
    assert row.risk == "disclosed"
    li = stage.actor("li")
    await li.taps_data("records.risk:1:sideways")
    li.heard("turn-button-over")


async def test_the_words_speak_of_another_client_and_of_another_tier(stage: Stage) -> None:
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says("/record 见了华丰机械的赵总，谈续贷，对方同意，他们是钻石客户，下周三再去")
    card = li.heard("records-card")
    assert "话里说的是 华丰机械 C002，这次走访登记的是 鼎盛纺织 C001" in card
    assert "名册上是白金客户" in card
    await li.taps("said.elsewhere")
    li.heard("records-which-other")
    await li.taps("corrections.elsewhere")
    li.heard("corrections-whom")
    await li.says("华丰机械")
    assert "corrections-ask-why" in [each.key for each in li.news]
    row = (await stage.rows(f.visits))[0]
    assert row.client_id == HUAFENG


async def test_an_unplanned_visit_and_a_major_event_are_hinted_at(stage: Stage) -> None:
    """H14."""
    visit = await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    await stage.change(f.visits, f.visits.c.id == visit.id, planned=False)
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says("/record 见了王厂长，谈续贷，听说厂里停产了，对方嫌手续太慢，下周三再去")
    card = li.heard("records-card")
    assert "不在今天的计划里" in card
    assert "重大变化：听说厂里停产了" in card
    assert "客户不满" in card
    await li.taps("records.save")
    li.skip()
    await li.taps("incidents.begin")  # the report begins with this visit
    assert li.news[-1].key.startswith("incidents-")


# ---------------------------------------------------------------- words that find no place


async def test_words_that_fit_no_block_are_shown_kept_and_offered_a_place(stage: Stage) -> None:
    await visited(stage, "li", DINGSHENG, "09:00", "10:00")
    li = stage.actor("li")
    await stage.at("10:10")
    await li.says(f"/record {FULL}")
    li.skip()
    await li.says("门口那棵树真大")
    assert "门口那棵树真大" in li.heard("records-not-understood")
    await li.taps("said.add", "结果")
    assert "对方同意续贷\n门口那棵树真大" in li.heard("records-card")
    await li.taps("records.save")
    li.skip()
    await li.taps("said.show")
    assert "门口那棵树真大" in li.heard("said-words")
    assert [each.text for each in await stage.rows(said)] == [FULL, "门口那棵树真大"]
    await stage.actor("zhang").taps_data("said.show:1")
    stage.actor("zhang").heard("turn-button-over")


async def test_a_voice_note_while_on_no_visit_is_kept_and_used_at_the_next_one(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks(NOTE)
    li.heard("dictation-listening", "dictation-heard", "said-kept-no-visit")
    assert await versions(stage) == []
    await visited(stage, "li", DINGSHENG, "09:10", None)
    await stage.at("10:00")
    await li.presses("menu-leave")
    li.heard("departures-left", "said-waits")
    await li.taps("said.use")
    assert "吴敏" in li.heard("records-card")
    await li.taps("records.save")
    li.skip()
    await li.taps_data("said.use:1:1")
    li.heard("said-placed-already")
    assert len(await items(stage)) == 1


async def test_a_voice_note_on_no_visit_may_be_a_call_or_nothing(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks("见了鼎盛纺织的王厂长，谈续贷，对方同意")
    li.heard("dictation-listening", "dictation-heard", "said-kept-no-visit")
    await li.taps("said.as_contact")
    assert li.news[0].key == "said-goes-to-contact"
    assert li.news[-1].key.startswith("contacts-")
    await li.says("算了")
    await li.speaks("见了鼎盛纺织的王厂长，谈续贷，对方同意")
    await li.taps("said.forget")
    assert li.last.key == "said-dropped"
    assert [each.dropped_at is not None for each in await stage.rows(said)] == [True, True]
    await is_over(li)


async def test_a_voice_note_of_a_visit_without_a_check_in_adds_the_visit_with_one_tap(stage: Stage) -> None:
    """A04: told late and marked so, as weak as words are; speak, tap, save."""
    await consented(stage, 1)
    li = stage.actor("li")
    await stage.at("14:00")
    await li.speaks("今天下午去了鼎盛纺织，见到财务经理沈国栋，谈三百万的贷款续一年，对方同意，下周四发材料清单")
    li.heard("dictation-listening", "dictation-heard", "said-kept-no-visit")
    await li.taps("said.belated", "鼎盛纺织")
    assert li.news[-1].key == "records-card"
    await li.taps("records.save")
    (outing,), (visit,) = await stage.rows(f.outings), await stage.rows(f.visits)
    assert (outing.declared_late, visit.client_id, visit.grade, visit.left_at is not None) == (
        True,
        DINGSHENG,
        "weak",
        True,
    )
    assert [each.day for each in await items(stage)] == [date(2026, 8, 13)]
    li.skip()
    await li.taps_data(f"said.belated:1:{HUAFENG}")
    li.heard("said-placed-already")
    await li.taps_data("said.belated:1:4")  # nobody of theirs
    li.heard("turn-button-over")


async def test_words_after_the_record_was_written_can_be_added_to_it(stage: Stage) -> None:
    li = await written(stage)
    await li.says("见了王厂长他还说厂房要抵押")
    li.heard("said-kept")
    await li.taps("said.use", "鼎盛纺织")
    assert "第 2 版" in li.heard("records-card")


# ---------------------------------------------------------------- who was meant


async def test_a_name_that_was_not_heard_for_sure_becomes_three_buttons_at_most(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks("现在去华风积蓄看厂房，四点半回")
    li.heard("dictation-listening", "dictation-heard", "dictation-which-client")
    assert await stage.rows(f.outings) == []
    await li.taps("dictation.meant", "华丰机械")
    li.heard("dictation-client-is")
    await stage.at("09:01")
    assert "华丰机械" in li.heard("outings-card")
    await li.taps("outings.confirm")
    (stop,) = await stage.rows(f.stops)
    assert stop.client_id == HUAFENG
    await li.taps_data("dictation.meant:1:2")
    assert li.last.key == "said-placed-already"


# ---------------------------------------------------------------- the machinery


async def test_the_recording_leaves_the_chat_once_its_record_is_saved(stage: Stage) -> None:
    """C03: sound is not kept beside what it said."""
    await consented(stage, 1)
    await at_the_client(stage)
    li = stage.actor("li")
    message = await li.speaks(NOTE)
    await stage.at("10:30")
    assert "deleteMessage" not in [method for method, _ in stage.paper.calls]
    await li.taps("records.save")
    await stage.at("10:31")
    erased = [payload["message_id"] for method, payload in stage.paper.calls if method == "deleteMessage"]
    assert erased == [message]
    await stage.at("23:00", days=1)
    assert len([method for method, _ in stage.paper.calls if method == "deleteMessage"]) == 1


async def test_a_note_in_another_language_than_the_persons_is_understood_as_it_was_said(stage: Stage) -> None:
    """An English phone, a Mandarin note: the recogniser writes what it hears, and the rooms read it."""
    await consented(stage, 7)
    visit = await visited(stage, "wu", 5, "09:00", "10:00")
    wu = stage.actor("wu")
    await stage.at("10:10")
    await wu.speaks(NOTE)
    card = wu.heard("dictation-listening", "dictation-heard", "records-card")
    assert "Wed 12 Aug" in card
    assert "吴敏" in card
    await wu.taps("records.save")
    assert (await versions(stage))[0].visit_id == visit.id
    await wu.speaks(Unclear())  # what is not to be trusted is not shown
    assert wu.last.key == "speech-unclear"
    assert wu.last.method == "editMessageText"


async def test_two_voice_notes_at_once_become_one_card(stage: Stage) -> None:
    await consented(stage, 1)
    await at_the_client(stage)
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await consented(stage, 2)
    await li.speaks("见了财务部吴敏经理，谈续贷的事，对方同意周五前给报表")
    await zhang.speaks("今天")
    await li.speaks("下周三下午三点再去拿")
    assert [each.key for each in li.news if each.key.startswith("records")] == ["records-ask-next-step", "records-card"]
    assert zhang.last.key == "boards-today"
    assert [each.spoken for each in await stage.rows(said)] == [True, True]


async def test_a_recogniser_that_is_away_for_an_hour_loses_nothing_and_apologises_once(stage: Stage) -> None:

    await consented(stage, 1)
    await at_the_client(stage)
    li = stage.actor("li")
    await li.speaks([EngineAway("crashed")] * 12 + [NOTE])
    li.heard("dictation-listening", "dictation-delayed")
    for _ in range(6):
        stage.clock.shift(timedelta(minutes=10))
        await stage.listen()
    li.heard_nothing()
    stage.ears.sounds[stage.ears.heard[0]] = NOTE
    for _ in range(8):
        stage.clock.shift(timedelta(minutes=10))
        await stage.listen()
    li.heard("dictation-heard", "records-card")
