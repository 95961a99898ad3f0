"""Coming in, language, own data (SY36, S-01, S-03)."""

from datetime import timedelta

from sqlalchemy import select

from bot.rules.invitations import fingerprint
from storage import people as store, tables as t
from tests.stage import Actor, Stage


async def invited(stage: Stage, person_id: int, token: str = "T" * 32, hours: int = 48) -> str:
    now = stage.clock.now()
    async with stage.app.database.writing() as db:
        await store.invite(db, person_id, fingerprint(token), None, now, now + timedelta(hours=hours))
    return token


async def test_a_new_colleague_comes_in_by_invitation_only(stage: Stage) -> None:
    await stage.change(t.people, t.people.c.id == 1, telegram_id=None, notice_accepted_at=None)
    li = stage.actor("li")
    await li.says("/help")
    li.heard("turn-stranger")
    token = await invited(stage, 1)
    await li.says(f"/start {token}")
    li.heard("people-hello", "people-choose-language")
    await li.says("/help")
    li.heard("turn-notice-first")
    await li.taps("people.choose", "English")
    assert "Confidentiality notice" in li.heard("people-language-set", "people-notice")
    await li.taps("people.accept")
    li.heard("people-welcome")
    await li.says("/help")
    assert "/me" in li.heard("people-help")
    row = (await stage.rows(t.people, t.people.c.id == 1))[0]
    assert (row.telegram_id, row.language) == (li.telegram_id, "en")
    assert row.notice_accepted_at == stage.clock.now()


async def test_a_link_works_once_for_one_person_for_a_while(stage: Stage) -> None:
    stranger = stage.stranger()
    await stranger.says("/start nonsense")
    stranger.heard("people-link-unknown")
    await stage.change(t.people, t.people.c.id == 1, telegram_id=None)
    token = await invited(stage, 1)
    await stage.actor("zhang").says(f"/start {token}")
    stage.actor("zhang").heard("people-link-of-another")
    li = stage.actor("li")
    await li.says(f"/start {token}")
    li.heard("people-hello", "people-choose-language")
    await stranger.says(f"/start {token}")
    stranger.heard("people-link-used")
    old = await invited(stage, 2, "U" * 32)
    await invited(stage, 2, "V" * 32)
    await stranger.says(f"/start {old}")
    stranger.heard("people-link-replaced")
    late = await invited(stage, 2, "W" * 32, hours=1)
    await stage.at("10:00")
    await stranger.says(f"/start {late}")
    stranger.heard("people-link-expired")
    await stranger.says("你们的客户都有谁？")
    stranger.heard("turn-stranger")


async def test_access_that_ended_is_ended_at_once_also_for_buttons(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("/language")
    li.heard("people-choose-language")
    await stage.change(t.people, t.people.c.id == 1, suspended=True)
    await li.says("/me")
    li.heard("turn-no-access")
    await li.says("/start")
    li.heard("turn-no-access")
    await li.taps("people.choose", "English")
    await li.says("/language")
    li.heard("turn-no-access", "turn-no-access")
    assert (await stage.rows(t.people, t.people.c.id == 1))[0].language == "zh-Hans"


async def test_a_person_sees_what_is_kept_about_them(stage: Stage) -> None:
    sun = stage.actor("sun")
    await sun.says("/me")
    text = sun.heard("people-me")
    assert "孙副主任" in text
    assert "S005" in text
    assert "客户经理（公司一部）" in text
    assert "部经理（公司一部）" in text
    assert "本月" in text


async def test_a_person_sees_what_the_register_shows_of_them(stage: Stage) -> None:
    """A04, A05, A07: facts of this month for the RM's own eyes; who never goes out has none."""
    li = stage.actor("li")
    await li.presses("menu-in")
    await li.presses("visits-no-place")  # nothing was declared: told late, and only words speak for it
    await li.says("鼎盛纺织")
    await li.taps("visits.matter", "例行走访")
    await stage.at("08:40", days=1)
    li.skip()
    await li.says("/me")
    text = li.heard("people-me")
    assert "走访 1 次：依据可信 0，一般 0，较弱 1" in text
    assert "过时未交 1" in text
    assert "外出 1 次：先离开后登记 1，返回晚于规定 1" in text
    feng = stage.actor("feng")
    await feng.says("/me")
    assert "本月" not in feng.heard("people-me")
    await feng.says("/help")
    assert "四点半回" not in feng.heard("people-help")


async def test_blocking_the_bot_is_noticed_and_forgiven(stage: Stage) -> None:
    li: Actor = stage.actor("li")
    await li.blocks()
    assert (await stage.rows(t.people, t.people.c.id == 1))[0].unreachable_since == stage.clock.now()
    await li.blocks(False)
    assert (await stage.rows(t.people, t.people.c.id == 1))[0].unreachable_since is None


async def test_a_word_nobody_understands_and_a_button_of_last_year_get_an_answer(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("qwertyuiop")
    li.heard("fallback-words")
    await li.taps_data("gone.away:1")
    li.heard("turn-button-over")
    await li.taps_data("people.choose")
    li.heard("turn-button-over")
    message = await li.sends(text="hello")
    li.skip()
    await li.edits(message, "hallo")
    li.heard("fallback-edited")


async def test_a_picture_and_a_contact_card_get_an_answer_and_are_not_kept(stage: Stage) -> None:
    """C01-C03: nothing but words and places is taken; the reason is said."""
    li = stage.actor("li")
    picture = {"file_id": "a", "file_unique_id": "b", "width": 9, "height": 9}
    await li.sends(photo=[picture], caption="客户名片")
    li.heard("fallback-media")
    await li.sends(contact={"phone_number": "13800000000", "first_name": "周"})
    li.heard("fallback-media")


async def test_the_audit_has_a_line_for_each_change_and_none_for_reading(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("/me")
    await li.says("/language")
    await li.taps("people.choose", "English")
    async with stage.app.database.reading() as db:
        lines = (await db.execute(select(t.audit.c.action, t.audit.c.about))).all()
    assert [tuple(line) for line in lines] == [("people.choose", "person:1")]
