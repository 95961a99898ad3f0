"""Every button, with other people's ids, from everybody who has no business with it: nothing of theirs changes."""

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.actions import ACTIONS
from bot.buttons import Button
from bot.cli.permissions import page
from storage import field as f, tables as t
from tests.house.test_house import buttons
from tests.stage import PEOPLE, Actor, Stage, people_the_bank
from tests.stories.test_visits import AT, DINGSHENG, goes_out

DOCS = Path(__file__).parent.parent.parent / "docs" / "permissions.md"
ALIAS = "蜂鸟试制厂"  # a name that no example in our texts has
OWNER = 1  # li, whose matters they all are
OUTSIDERS = ("wu", "zhao", "feng", "admin", "suspended", "removed", "stranger")
# What belongs to a person, and by which column.
OWNED = (f.outings, f.visits, f.records, f.contacts, f.leaves, f.ledger, f.absences, f.dictations)


def test_the_page_says_what_the_code_does() -> None:
    assert DOCS.read_text("utf-8") == page(), "print it anew: waiqin permissions > docs/permissions.md"


@pytest.fixture
async def bank(empty_sqlite: Path, tmp_path: Path) -> AsyncIterator[Stage]:
    """The small bank; li has been out, at a client, and has asked for leave. Two colleagues have no access."""
    shutil.copy(empty_sqlite, tmp_path / "bank.db")
    stage = Stage(f"sqlite:///{tmp_path}/bank.db")
    stage.build()
    await people_the_bank(stage)
    li = stage.actor("li")
    await stage.change(t.clients, t.clients.c.id == DINGSHENG, alias=ALIAS)
    await goes_out(stage, "li", DINGSHENG)
    await li.presses("menu-in")
    await li.locates(*AT[DINGSHENG])
    await li.says("明天请年假")
    for name, values in (
        ("suspended", {"suspended": True}),
        ("removed", {"active_to": stage.clock.now().date() - timedelta(days=1)}),
    ):
        number = 100 + len(stage.actors)
        row = {"id": number, "code": name, "name": name, "unit_id": 3, "telegram_id": 1000 + number, "bot": 4200}
        async with stage.app.database.writing() as db:
            await db.execute(t.people.insert(), row | {"notice_accepted_at": stage.clock.now()})
            await db.execute(update(t.people).where(t.people.c.id == number).values(**values))
            grants = [{"person_id": number, "role": role, "unit_id": 1} for role in ("rm", "supervisor", "leader")]
            await db.execute(t.grants.insert(), grants)
        stage.actors[name] = Actor(stage, name, number, 1000 + number)
    stage.stranger()
    yield stage
    await stage.app.close()


def forged(button: type[Button]) -> str:
    """Callback data as somebody might make it up: the first of everything."""
    values: dict[str, Any] = {}
    for name, field in button.model_fields.items():
        kind = str(field.annotation)
        values[name] = 1 if "int" in kind else True if "bool" in kind else "1"
    return button.model_construct(**values).pack()


async def owned(stage: Stage) -> dict[str, list[Any]]:
    async with stage.app.database.reading() as db:
        return {
            table.name: [tuple(row) for row in await db.execute(select(table).where(table.c.person_id == OWNER))]
            for table in OWNED
        }


@pytest.mark.parametrize("who", OUTSIDERS)
async def test_nobody_changes_what_is_anothers_with_a_forged_button(bank: Stage, who: str) -> None:
    before = await owned(bank)
    assert before["visits"]
    assert before["outings"]
    actor = bank.actors[who]
    no_way_in = who in ("suspended", "removed", "stranger")
    for button in buttons():
        action = button.__prefix__
        seen = len(actor.all_heard)
        for data in (forged(button), f"{action}:x:y"):
            await actor.taps_data(data)
        if no_way_in and not ACTIONS[action].unknown_may:
            keys = {each.key for each in actor.all_heard[seen:]}
            assert keys <= {"turn-no-access", "turn-stranger", "turn-button-over"}, (action, keys)
    assert await owned(bank) == before, f"{who} changed something of li's: see the audit"
    assert not [row for row in await bank.rows(t.updates) if row.failed], "a forged button broke a turn"
    if who != "feng":  # an auditor of the whole bank may read
        assert ALIAS not in "".join(each.text for each in actor.all_heard), f"{who} was told of li's client"


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_in_groups_and_channels_the_bot_is_silent(bank: Stage, kind: str) -> None:
    before = len(await bank.rows(t.outbox))
    chat = {"id": -100, "type": kind, "title": "x"}
    li = bank.actor("li")
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    for sender in (li.user, anonymous):
        message = li.message(text="/today") | {"chat": chat, "from": sender}
        await bank.feed({"message": message})
    query = {"id": "1", "from": li.user, "chat_instance": "1", "data": "boards.refresh_today"}
    await bank.feed({"callback_query": query | {"message": li.message(text="?") | {"chat": chat}}})
    fresh = (await bank.rows(t.outbox))[before:]
    assert [(row.method, row.key) for row in fresh] == [("answerCallbackQuery", "-")], "the button stops turning"


async def test_a_bot_that_talks_to_the_bot_is_a_stranger(bank: Stage) -> None:
    robot = bank.stranger("robot", 777_000_777)
    await bank.feed({"message": robot.message(text="/today") | {"from": robot.user | {"is_bot": True}}})
    assert {each.key for each in robot.news} <= {"turn-stranger"}


async def test_invitations_are_not_guessed(bank: Stage) -> None:
    """192 bits, kept as a hash only; whoever tries is a stranger each time."""
    robot = bank.stranger("guesser", 777_000_778)
    for token in ("A" * 32, "admin", "1", "-" * 64, "x" * 5):
        await robot.says(f"/start {token}")
    assert len(robot.news) == 5
    assert not [row for row in await bank.rows(t.people) if row.telegram_id == 777_000_778]


async def test_a_tap_replayed_for_another_person_answers_only_the_one_who_tapped(bank: Stage) -> None:
    li, wu = bank.actor("li"), bank.actor("wu")
    await li.says("/language")
    li.skip()
    await wu.taps_data("people.choose:en")
    li.heard_nothing()
    assert (await bank.rows(t.people, t.people.c.id == 1))[0].language == "zh-Hans"


def test_everybody_on_the_stage_is_in_the_bank() -> None:
    assert {"wu", "zhao", "feng", "admin"} <= {key for _, key, *_ in PEOPLE}
