"""An administrator lets colleagues in from the chat (SY36, S-01)."""

import re

from storage import tables as t
from tests.stage import Stage


async def test_an_administrator_invites_and_the_colleague_comes_in(stage: Stage) -> None:
    await stage.change(t.people, t.people.c.id == 1, telegram_id=None, notice_accepted_at=None)
    admin, li = stage.actor("admin"), stage.actor("li")
    await admin.says("/invite")
    admin.heard("staff-whom")
    await admin.taps("staff.link", "李伟")
    said = admin.heard("staff-no-link")
    token = re.search(r"/start (\S+)</code>", said)
    assert token is not None
    await li.says(f"/start {token.group(1)}")
    li.heard("people-hello", "people-choose-language")
    await admin.says("qwxyz")
    admin.heard("fallback-words")
    await admin.says("/invite")
    admin.heard("staff-nobody-waits")
    hashes = [row.token_hash for row in await stage.rows(t.invitations)]
    assert token.group(1) not in str(hashes)


async def test_a_code_may_be_said_with_the_command_or_when_asked(stage: Stage) -> None:
    await stage.change(t.people, t.people.c.id == 7, telegram_id=None)
    admin = stage.actor("admin")
    await admin.says("/invite S007")
    admin.heard("staff-no-link")
    await admin.says("/invite")
    await admin.says("S999")
    admin.heard("staff-whom", "staff-unknown")
    await admin.says("S007")
    admin.heard("staff-no-link")
    assert len([row for row in await stage.rows(t.invitations) if row.revoked_at is None]) == 1


async def test_nobody_else_invites_and_an_administrator_only_in_their_units(stage: Stage) -> None:
    for name in ("li", "chen", "qian", "feng"):
        await stage.actor(name).says("/invite S001")
        stage.actor(name).heard("turn-not-allowed")
    await stage.change(t.grants, t.grants.c.person_id == 10, unit_id=4)
    admin = stage.actor("admin")
    await admin.says("/invite S001")
    admin.heard("staff-unknown")
    await admin.taps_data("staff.link:1")
    admin.heard("turn-not-allowed")


async def test_somebody_suspended_is_not_invited(stage: Stage) -> None:
    await stage.change(t.people, t.people.c.id == 1, suspended=True)
    await stage.actor("admin").says("/invite S001")
    stage.actor("admin").heard("staff-no-access-now")
