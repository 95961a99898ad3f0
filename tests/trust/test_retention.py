"""What is over goes, what is held stays, who left keeps nothing (C06, C14, C21, S-01, S-03)."""

from datetime import timedelta

from sqlalchemy import update

from bot.telegram import Rejected
from storage import audit as audit_store, field as f, retention as store, tables as t
from storage.dictation_tables import findings, said
from storage.trust_tables import purges
from tests.stage import Stage
from tests.stories.test_visits import AT, DINGSHENG, goes_out
from tests.trust.test_audit import ask


async def a_visit(stage: Stage) -> None:
    li = stage.actor("li")
    await goes_out(stage, "li", DINGSHENG)
    await li.presses("menu-in")
    await li.locates(*AT[DINGSHENG])
    assert len(await stage.rows(f.visits)) == 1
    async with stage.app.database.writing() as db:
        visit = (await stage.rows(f.visits))[0]
        await db.execute(update(f.visits).values(remark="they build a hall"))
        await db.execute(
            f.records.insert(),
            {
                "visit_id": visit.id,
                "version": 1,
                "person_id": 1,
                "unit_id": 3,
                "day": visit.day,
                "status": "submitted",
                "who": "Mr Wu",
                "purpose": "loan",
                "result": "agreed",
                "next_step": "papers",
                "written_at": stage.clock.now(),
                "written_by": 1,
            },
        )


async def test_places_go_after_a_month_and_words_after_years_and_rows_stay(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_visit(stage)
    stage.clock.shift(timedelta(days=29))
    await ask(stage, "trust.purge")
    assert (await stage.rows(f.visits))[0].latitude is not None
    stage.clock.shift(timedelta(days=3))
    await ask(stage, "trust.purge")
    visit = (await stage.rows(f.visits))[0]
    assert (visit.latitude, visit.longitude, visit.remark) == (None, None, "they build a hall")
    stage.clock.shift(timedelta(days=1830))
    await ask(stage, "trust.purge")
    visit, record = (await stage.rows(f.visits))[0], (await stage.rows(f.records))[0]
    assert visit.remark is None
    assert (record.who, record.next_step, record.status) == (None, None, "submitted")
    assert visit.grade is not None, "the verdict stays"
    assert {each.what: each.gone for each in await stage.rows(purges)}["visit_note"] == 2
    lines = [each for each in await stage.rows(t.audit) if each.action == "trust.purge"]
    assert lines[-1].facts["purged"]["visit_note"] == 2


async def test_a_hold_keeps_everything_about_its_person_until_it_is_lifted(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_visit(stage)
    async with stage.app.database.writing() as db:
        number = await store.hold(db, person_id=1, client_id=None, reason="case 7", now=stage.clock.now())
    stage.clock.shift(timedelta(days=4000))
    await ask(stage, "trust.purge")
    assert (await stage.rows(f.visits))[0].latitude is not None
    assert (await stage.rows(f.records))[0].who == "Mr Wu"
    assert {each.what: each.held for each in await stage.rows(purges)}["visit_note"] == 2
    async with stage.app.database.writing() as db:
        assert await store.lift(db, number, stage.clock.now())
        assert not await store.lift(db, number, stage.clock.now())
    await ask(stage, "trust.purge")
    assert (await stage.rows(f.records))[0].who is None


async def test_words_as_they_were_said_go_with_the_record_that_was_made_of_them(calm_stage: Stage) -> None:
    """What was found in them goes too; a hold keeps both."""
    stage = calm_stage
    await a_visit(stage)
    async with stage.app.database.writing() as db:
        told = {"person_id": 1, "visit_id": 1, "at": stage.clock.now(), "spoken": True, "text": "we promised a quote"}
        await db.execute(said.insert(), told)
        await db.execute(findings.insert(), {"record_id": 1, "risk": "unsaid", "promise": "a quote"})
        number = await store.hold(db, person_id=1, client_id=None, reason="case 9", now=stage.clock.now())
    stage.clock.shift(timedelta(days=1830))
    await ask(stage, "trust.purge")
    assert ((await stage.rows(said))[0].text, (await stage.rows(findings))[0].promise) == (
        "we promised a quote",
        "a quote",
    )
    async with stage.app.database.writing() as db:
        await store.lift(db, number, stage.clock.now())
    await ask(stage, "trust.purge")
    assert ((await stage.rows(said))[0].text, (await stage.rows(findings))[0].promise) == ("", None)


async def test_a_hold_on_a_client_keeps_the_audit_whole(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_visit(stage)
    await ask(stage, "trust.link")
    await stage.at("09:00", days=1)
    before = len(await stage.rows(t.audit))
    async with stage.app.database.writing() as db:
        await store.hold(db, person_id=None, client_id=1, reason="case 8", now=stage.clock.now())
    stage.clock.shift(timedelta(days=4000))
    await ask(stage, "trust.purge")
    assert len(await stage.rows(t.audit)) >= before
    assert (await stage.rows(f.visits))[0].latitude is not None


async def test_the_audit_goes_by_days_after_ten_years_and_verifies(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_visit(stage)
    await ask(stage, "trust.link")
    await stage.at("09:00", days=1)
    stage.clock.shift(timedelta(days=3660))
    await ask(stage, "trust.link")
    await ask(stage, "trust.purge")
    assert not [each for each in await stage.rows(t.audit) if each.action == "visits.stay"]
    async with stage.app.database.reading() as db:
        assert (await audit_store.verify(db))[1] == []


async def test_who_left_has_no_way_in_and_no_extras_and_the_records_stay(calm_stage: Stage) -> None:
    stage = calm_stage
    await a_visit(stage)
    li = stage.actor("li")
    await li.says("/record")
    await stage.change(t.people, t.people.c.id == 1, active_to=stage.clock.now().date())
    await ask(stage, "trust.purge")
    assert (await stage.rows(t.people, t.people.c.id == 1))[0].telegram_id == 1001, "today is a day of access"
    await stage.at("10:00", days=1)
    await ask(stage, "trust.purge")
    person = (await stage.rows(t.people, t.people.c.id == 1))[0]
    assert (person.telegram_id, person.bot, person.name) == (None, None, "李伟")
    assert not await stage.rows(t.grants, t.grants.c.person_id == 1)
    assert not await stage.rows(t.conversations, t.conversations.c.person_id == 1)
    assert len(await stage.rows(f.records)) == 1
    li.skip()
    await li.says("/me")
    li.heard("turn-stranger")


async def test_a_recording_that_telegram_would_not_delete_is_an_alarm_once_a_day(calm_stage: Stage) -> None:
    stage = calm_stage
    li, admin = stage.actor("li"), stage.actor("admin")
    await li.speaks("今天下午三点到鼎盛纺织看厂房")
    await li.taps("dictation.agree")
    stage.paper.trouble = lambda method, _payload: (
        Rejected(400, "message can't be deleted") if method == "deleteMessage" else None
    )
    await stage.at("21:30", days=1)
    await stage.drain()
    admin.skip()
    await ask(stage, "trust.watch")
    assert "1 " in admin.heard("trust-recordings-left")
    await stage.at("22:40")
    admin.heard_nothing()


async def test_a_recording_deleted_in_time_is_no_alarm(calm_stage: Stage) -> None:
    stage = calm_stage
    li, admin = stage.actor("li"), stage.actor("admin")
    await li.speaks("今天下午三点到鼎盛纺织看厂房")
    await li.taps("dictation.agree")
    await stage.at("21:30", days=1)
    await ask(stage, "trust.watch")
    admin.heard_nothing()
