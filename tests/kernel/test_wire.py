"""The whole program over HTTP, against the sandbox: polling, webhook, stops, faults."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import Any

import aiohttp
import pytest

from bot import app as apps
from bot.ears import ALLOWED_UPDATES, Ears
from bot.outbox import Limits
from bot.sandbox import server
from bot.sandbox.telegram import Person
from bot.settings import Secret, Settings
from bot.telegram import Conflict, Gone, Rejected, Telegram, Unauthorized, Unreachable
from bot.webhook import SECRET_HEADER, Webhook, announce
from handlers import AREAS
from storage import tables as t
from tests.stage import PEOPLE, Stage, people_the_bank

SECRET = "a-secret-of-enough-letters"


@pytest.fixture
async def wire(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Stage, server.Sandbox]]:
    """The small bank behind a sandbox, with the real mouth."""
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


async def until(true: Callable[[], Any], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - what is waited for is another program's state
            await asyncio.sleep(0.01)


async def test_polling_answers_acknowledges_and_stops_cleanly(wire: tuple[Stage, server.Sandbox]) -> None:
    stage, sandbox = wire
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(stage.app.run(stopping))
        for n in range(5):
            sandbox.phone("li").say(f"word {n}")
            sandbox.phone("wu").say("/me")
        await until(lambda: len(sandbox.calls("sendMessage")) == 10)
        stopping.set()
    assert sandbox.drift == []
    assert len(await stage.rows(t.updates)) == 10
    fresh = Telegram("4200:TEST-token", sandbox.url)
    assert await fresh.call("getUpdates", {"timeout": 0, "allowed_updates": ALLOWED_UPDATES}) == []
    await fresh.close()


async def test_an_update_that_makes_no_sense_does_not_block_its_neighbours(
    wire: tuple[Stage, server.Sandbox],
) -> None:
    stage, sandbox = wire
    sandbox.phone("li").say("before")
    sandbox.world.updates.slip_in(b'{"update_id": %d, "message": {"message_id": "no number"}}')
    sandbox.phone("li").say("after")
    stopping = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(stage.app.run(stopping))
        await until(lambda: len(sandbox.calls("sendMessage")) == 2)
        stopping.set()
    assert len(await stage.rows(t.dead_letters)) == 1


async def test_a_webhook_answers_only_after_the_commit_and_wants_the_secret(
    wire: tuple[Stage, server.Sandbox], unused_tcp_port: int
) -> None:
    stage, sandbox = wire
    app = stage.app
    hook = Webhook(app.turns, SECRET)
    stopping = asyncio.Event()
    url = f"http://127.0.0.1:{unused_tcp_port}/telegram"
    async with asyncio.TaskGroup() as group, aiohttp.ClientSession() as http:
        group.create_task(hook.run("127.0.0.1", unused_tcp_port, stopping))
        group.create_task(app.mouth.run(stopping))
        await asyncio.sleep(0.1)
        async with http.post(url, json={"update_id": 1}) as response:
            assert response.status == 401
        async with http.post(url, data=b"{", headers={SECRET_HEADER: SECRET}) as response:
            assert response.status == 400
        async with http.get(f"http://127.0.0.1:{unused_tcp_port}/healthz") as response:
            assert response.status == 200
        await announce(app.telegram, url, SECRET)
        for n in range(5):
            sandbox.phone("li").say(f"word {n}")
            sandbox.phone("wu").say("/me")
        await until(lambda: len(sandbox.calls("sendMessage")) == 10)
        assert len(await stage.rows(t.updates)) == 10
        stopping.set()
    assert sandbox.drift == []


async def test_while_the_database_is_away_the_webhook_says_503_and_nothing_is_lost(
    wire: tuple[Stage, server.Sandbox], unused_tcp_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy.exc import OperationalError

    stage, sandbox = wire
    app = stage.app
    take = app.turns.take
    away = True

    async def sometimes(batch: Any) -> None:
        if away:
            raise OperationalError("select", {}, Exception("disk is full"))
        await take(batch)

    monkeypatch.setattr(app.turns, "take", sometimes)
    hook = Webhook(app.turns, SECRET)
    stopping = asyncio.Event()
    url = f"http://127.0.0.1:{unused_tcp_port}/telegram"
    async with asyncio.TaskGroup() as group, aiohttp.ClientSession() as http:
        group.create_task(hook.run("127.0.0.1", unused_tcp_port, stopping))
        group.create_task(app.mouth.run(stopping))
        await asyncio.sleep(0.1)
        message = stage.actor("li").message(text="hello?")
        async with http.post(
            url, json={"update_id": 1, "message": message}, headers={SECRET_HEADER: SECRET}
        ) as response:
            assert response.status == 503
            assert response.headers["Retry-After"]
        assert await stage.rows(t.updates) == []
        away = False
        async with http.post(
            url, json={"update_id": 1, "message": message}, headers={SECRET_HEADER: SECRET}
        ) as response:
            assert response.status == 200
        await until(lambda: len(sandbox.calls("sendMessage")) == 1)
        stopping.set()


def test_a_webhook_without_a_secret_is_not_opened() -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook(None, "short")  # type: ignore[arg-type]


async def test_troubles_of_the_wire_are_told_apart(wire: tuple[Stage, server.Sandbox]) -> None:
    stage, sandbox = wire
    line: Telegram = stage.app.telegram
    with pytest.raises(Rejected, match="message text is empty"):
        await line.call("sendMessage", {"chat_id": 1001, "text": " "})
    with pytest.raises(Rejected, match="chat not found"):
        await line.call("sendMessage", {"chat_id": 77, "text": "x"})
    sandbox.phone("li").block()
    with pytest.raises(Gone):
        await line.call("sendMessage", {"chat_id": 1001, "text": "x"})
    other = Telegram("4200:WRONG-token", sandbox.url)
    with pytest.raises(Unauthorized) as told:
        await other.call("getMe", {})
    assert "WRONG" not in repr(told.value)
    await other.close()
    nowhere = Telegram("4200:TEST-token", "http://127.0.0.1:9")
    with pytest.raises(Unreachable) as gone:
        await nowhere.call("getMe", {})
    assert "TEST" not in str(gone.value) + repr(nowhere)
    await nowhere.close()


async def test_two_programs_on_one_token_are_told_and_neither_stops(wire: tuple[Stage, server.Sandbox]) -> None:
    stage, sandbox = wire
    ears = Ears(stage.app.telegram, stage.app.turns, poll_seconds=2)
    stopping = asyncio.Event()
    second = Telegram("4200:TEST-token", sandbox.url)
    async with asyncio.TaskGroup() as group:
        group.create_task(ears.run(stopping))
        await asyncio.sleep(0.2)
        with contextlib.suppress(Conflict):
            await second.call("getUpdates", {"timeout": 0}, seconds=5)
        await until(lambda: [entry for entry in sandbox.calls("getUpdates") if entry.status == 409])
        stopping.set()
    await second.close()
