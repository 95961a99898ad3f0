"""Pictures and files of our own: kept with the words, sent once as bytes and then by Telegram's name for them."""

import struct
import zlib
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot import app as apps, talk
from bot.outbox import Limits
from bot.sandbox import server
from bot.sandbox.telegram import Person
from bot.settings import Secret, Settings
from bot.talk import Area
from bot.turn import Turn
from handlers import AREAS
from storage import files as files_store, people as people_store, tables as t
from tests.kernel.test_turns import schedule
from tests.stage import PEOPLE, Stage, people_the_bank

area = Area("postman")


def png() -> bytes:
    """One white pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\x00\xff")) + chunk(b"IEND", b"")


@area.job
async def bring(turn: Turn, people: list[int], words: str = "x") -> None:
    for person in (await people_store.by_ids(turn.db, people)).values():
        turn.send_photo("turn-sorry", data=png(), to=person)
        turn.send_document("turn-sorry", data=words.encode(), name="register.csv", to=person)


@pytest.fixture
def postman() -> Any:
    talk.JOBS["postman.bring"] = bring
    yield
    talk.JOBS.pop("postman.bring")


async def test_a_file_for_two_is_kept_once_and_sent_by_name_the_second_time(postman: None, calm_stage: Stage) -> None:
    stage = calm_stage
    await schedule(stage, "postman.bring", "bring", minutes=0, people=[1])
    await stage.app.turns.run_due()
    await stage.drain()
    li, wu = stage.actor("li"), stage.actor("wu")
    li.heard("turn-sorry", "turn-sorry")
    assert (li.file().name, li.file().data) == ("register.csv", b"x")
    await schedule(stage, "postman.bring", "bring again", minutes=0, people=[7])
    await stage.app.turns.run_due()
    await stage.drain()
    wu.heard("turn-sorry", "turn-sorry")
    assert [payload["document"] for method, payload in stage.paper.calls if method == "sendDocument"][1:] == [
        next(name for name, file in stage.paper.files.items() if file.name == "register.csv")
    ]
    assert wu.file().data == b"x"
    assert len(await stage.rows(t.files)) == 2


async def test_files_are_forgotten_after_a_while_but_not_before_they_went(postman: None, calm_stage: Stage) -> None:
    stage = calm_stage
    await schedule(stage, "postman.bring", "bring", minutes=0, people=[1])
    await stage.app.turns.run_due()
    later = stage.clock.now() + timedelta(days=30)
    async with stage.app.database.writing() as db:
        assert await files_store.forget(db, later) == 0
    await stage.drain()
    async with stage.app.database.writing() as db:
        assert await files_store.forget(db, stage.clock.now()) == 0
        assert await files_store.forget(db, later) == 2


async def test_a_file_needs_bytes_or_a_name(calm_stage: Stage) -> None:
    stage = calm_stage
    async with stage.app.database.writing() as db:
        turn = Turn(
            db, 4200, stage.clock.now(), await people_store.all_units(db), stage.app.turns.policies, chat_id=1001
        )
        turn.send_photo("turn-sorry")
        assert turn.words == []
        turn.send_photo("turn-sorry", file_id="known")
        assert turn.words[0]["payload"]["photo"] == "known"
        assert turn.files == {}


@pytest.fixture
async def wire(database_url: str) -> AsyncIterator[tuple[Stage, server.Sandbox]]:
    stage = Stage(database_url)
    people = [Person(1000 + i, key, name, language.lower(), started=True) for i, key, name, _, _, language in PEOPLE]
    sandbox = await server.start(clock=stage.clock, bot_token="4200:TEST-token", people=people, retry_pace=0.01)
    settings = Settings(token=Secret("4200:TEST-token"), database_url=Secret(database_url), api_base=sandbox.url)
    stage.app = apps.build(settings, stage.clock, AREAS)
    stage.app.mouth.limits = Limits(1e6, 1e6, 1e6, 1e6, 32)
    stage.app.mouth.__post_init__()
    await people_the_bank(stage)
    yield stage, sandbox
    await stage.app.close()
    await sandbox.close()


async def test_over_the_wire_a_file_arrives_as_it_was_made(postman: None, wire: tuple[Stage, server.Sandbox]) -> None:
    stage, sandbox = wire
    await schedule(stage, "postman.bring", "bring", minutes=0, people=[1], words="a,b\n1,2\n")
    await stage.app.turns.run_due()
    await stage.app.mouth.deliver_due()
    assert sandbox.drift == []
    assert [row.state for row in await stage.rows(t.outbox)] == ["sent", "sent"]
    kept = {row.name: row for row in await stage.rows(t.files)}
    assert kept["register.csv"].file_id
    arrived = await stage.app.telegram.file(kept["register.csv"].file_id, 1_000)
    assert arrived == b"a,b\n1,2\n"
    await schedule(stage, "postman.bring", "bring again", minutes=0, people=[7], words="a,b\n1,2\n")
    await stage.app.turns.run_due()
    await stage.app.mouth.deliver_due()
    assert {row.state for row in await stage.rows(t.outbox)} == {"sent"}


async def test_whoever_asks_each_is_spoken_to_by_their_own_bot(postman: None, calm_stage: Stage) -> None:
    """Several bots over one database: a job falls due in the process of one of them."""
    stage = calm_stage
    await stage.change(t.people, t.people.c.id == 7, bot=4300)
    await schedule(stage, "postman.bring", "bring", minutes=0, people=[1, 7])
    await stage.app.turns.run_due()
    assert {(row.chat_id, row.bot) for row in await stage.rows(t.outbox)} == {(1001, 4200), (1007, 4300)}
    assert {row.bot for row in await stage.rows(t.files)} == {4200, 4300}
    await stage.drain()
    assert {row.state for row in await stage.rows(t.outbox, t.outbox.c.bot == 4300)} == {"pending"}
