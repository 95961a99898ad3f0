"""Speak once: a voice note goes where typed words would (A10, V30, T19, T20, C01-C03)."""

from datetime import timedelta

from bot.rules.dictations import DictationStatus
from bot.rules.listening import EngineAway, Silent
from storage import tables as t
from storage.field import consents, dictations, outings, records, visits
from tests.stage import Stage

NOTE = "见了财务部吴敏经理，谈续贷的事，希望本月报材料，对方同意周五前给报表，下周三下午再去拿"


async def consented(stage: Stage, *people: int) -> None:
    async with stage.app.database.writing() as db:
        for person_id in people:
            await db.execute(consents.insert(), {"person_id": person_id, "kind": "voice", "at": stage.clock.now()})


async def at_the_client(stage: Stage) -> None:
    """li is at 鼎盛纺织."""
    li = stage.actor("li")
    await li.says("去鼎盛纺织看厂房，四点半回")
    await li.taps("outings.confirm")
    await stage.at("09:40")
    await li.presses("menu-in")
    await li.locates(30.5001, 114.3001, accuracy=20)
    await stage.at("10:20")
    li.skip()


async def test_one_voice_note_after_a_visit_closes_the_visit_in_two_touches(stage: Stage) -> None:
    """Speak and save: the check-out, the record and its four blocks (A10)."""
    await consented(stage, 1)
    await at_the_client(stage)
    li = stage.actor("li")
    await li.speaks(NOTE)
    said = li.heard("dictation-listening", "dictation-heard", "records-card")
    assert "吴敏" in said
    await li.taps("records.save")
    assert "records-saved" in [each.key for each in li.news]
    li.skip()
    visit = (await stage.rows(visits))[0]
    assert visit.left_at is not None
    record = (await stage.rows(records))[0]
    assert (record.status, "续贷" in record.purpose, "下周三" in record.next_step) == ("submitted", True, True)
    await li.says("qwxyz")
    li.heard("fallback-words")


async def test_a_declaration_can_be_spoken_and_is_confirmed_by_a_tap(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks("我现在去鼎盛纺织看厂房四点半回来")
    li.heard("dictation-listening", "dictation-heard", li.last.key)
    await li.taps("outings.confirm")
    assert (await stage.rows(outings))[0].status == "out"


async def test_before_the_first_recording_it_is_said_what_is_done_with_it(stage: Stage) -> None:
    li = stage.actor("li")
    await li.speaks("我回来了")
    assert "36" in li.heard("dictation-consent")
    assert stage.ears.heard == []
    assert await stage.rows(dictations) == []
    await li.taps("dictation.agree")
    assert li.news[0].key == "dictation-listening"
    li.skip()
    await li.speaks("我回来了")
    assert li.news[0].key == "dictation-listening"
    assert len(await stage.rows(consents)) == 1


async def test_the_same_recording_twice_is_heard_once(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks("今天")
    name = stage.ears.heard[0]
    li.skip()
    await li.speaks(None, again=name)
    li.heard("dictation-again")
    assert stage.ears.heard == [name]


async def test_nothing_is_invented_where_nobody_speaks(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks(Silent())
    li.heard("dictation-listening", "speech-silent")
    assert (await stage.rows(dictations))[0].status is DictationStatus.UNHEARD
    await li.says("qwxyz")
    li.heard("fallback-words")


async def test_while_the_recogniser_is_down_the_note_is_kept_and_heard_when_it_is_back(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks([EngineAway("crashed"), EngineAway("crashed"), "今天"])
    li.heard("dictation-listening", "dictation-delayed")
    stage.clock.shift(timedelta(minutes=2))
    await stage.listen()
    li.heard_nothing()
    stage.clock.shift(timedelta(minutes=10))
    await stage.listen()
    li.heard("dictation-heard", li.last.key)


async def test_a_bank_without_a_recogniser_says_so_at_once(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks(EngineAway("off", lasting=True))
    li.heard("dictation-listening", "speech-engine-away")


async def test_too_long_too_large_and_no_voice_at_all_each_get_their_sentence(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks("x", duration=4000)
    assert "4,000" in li.heard("speech-too-long") or "4000" in li.last.text
    await li.speaks("x", file_size=50_000_000)
    li.heard("speech-too-large")
    await li.sends(document={"file_id": "d", "file_unique_id": "d", "mime_type": "application/pdf", "file_size": 9})
    li.heard("dictation-file")


async def test_a_few_may_wait_and_more_are_asked_to_wait(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    for _ in range(3):
        await li.speaks([EngineAway("crashed"), EngineAway("crashed")])
    li.skip()
    await li.speaks("今天")
    li.heard("speech-yours-wait")


async def test_numbers_that_name_people_are_hidden_in_what_was_heard(stage: Stage) -> None:
    """C01-C03: also before anything is stored."""
    await consented(stage, 1)
    await at_the_client(stage)
    li = stage.actor("li")
    await li.speaks(f"{NOTE}，他的手机是13812345678")
    said = "".join(each.text for each in li.news)
    assert "13812345678" not in said
    assert "13812345678" not in str(await stage.rows(records))


async def test_a_refusal_of_what_was_spoken_is_said_and_the_words_are_shown(stage: Stage) -> None:
    await consented(stage, 9)
    feng = stage.actor("feng")  # an auditor does not go out
    await feng.speaks("去鼎盛纺织看厂房，四点半回")
    feng.heard("dictation-listening", "dictation-heard", "turn-not-allowed")


async def test_the_recording_leaves_the_chat_well_inside_48_hours(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    message = await li.speaks("今天")
    await stage.at("23:00", days=1)
    erased = [payload for method, payload in stage.paper.calls if method == "deleteMessage"]
    assert [payload["message_id"] for payload in erased] == [message]
    assert (await stage.rows(dictations))[0].erased_at is not None


async def test_somebody_suspended_meanwhile_gets_nothing(stage: Stage) -> None:
    await consented(stage, 1)
    li = stage.actor("li")
    await li.speaks([EngineAway("crashed"), "今天"])
    li.skip()
    await stage.change(t.people, t.people.c.id == 1, suspended=True)
    stage.clock.shift(timedelta(minutes=3))
    await stage.listen()
    li.heard_nothing()
