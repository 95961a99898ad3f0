"""`kill -9` while a recording is being heard: it is kept, heard again after the restart, and answered once (C12)."""

import asyncio
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from bot.rules.dictations import DictationStatus
from bot.sandbox import server
from storage.field import consents, dictations
from tests.crash.test_kill import bank as bank, done, program, upgrade_marked
from tests.stage import Stage

pytest.importorskip("soundfile", reason="the extra `speech` is not installed")

CLIP = Path(__file__).parents[1] / "speech" / "clips" / "dev_zh3.ogg"


@dataclass
class Ear:
    """A bank's own recogniser: the first recording keeps it busy until it is let go."""

    url: str = ""
    asked: int = 0
    busy: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)

    async def transcribe(self, request: web.Request) -> web.Response:
        await request.read()
        self.asked += 1
        self.busy.set()
        await self.let_go.wait()
        return web.json_response({"text": "今天"})


@pytest.fixture
async def ear() -> AsyncIterator[Ear]:
    made = Ear()
    app = web.Application(client_max_size=20_000_000)
    app.router.add_post("/v1/audio/transcriptions", made.transcribe)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield made
    made.let_go.set()
    await runner.cleanup()


async def test_killed_while_listening_the_note_is_heard_after_the_restart(
    bank: tuple[Stage, server.Sandbox], ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage, sandbox = bank
    monkeypatch.setenv("WAIQIN_SPEECH_ENGINE", "server")
    monkeypatch.setenv("WAIQIN_SPEECH_URL", ear.url)
    await upgrade_marked(stage)
    async with stage.app.database.writing() as db:
        await db.execute(consents.insert(), {"person_id": 1, "kind": "voice", "at": stage.clock.now()})
    running = await program(stage, sandbox)
    li = sandbox.phone("li")
    li.send_media("voice", CLIP.read_bytes(), duration=5, mime_type="audio/ogg", file_name="note.ogg")
    async with asyncio.timeout(60):
        await ear.busy.wait()
    running.kill()
    await running.wait()
    (row,) = await stage.rows(dictations)
    assert row.status is DictationStatus.LISTENING
    ear.let_go.set()
    running = await program(stage, sandbox)
    await heard_all(stage)
    await done(stage, 1)
    running.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running.wait(), 20) == 0
    assert ear.asked == 2
    said = [entry.params.get("text", "") for entry in sandbox.calls("sendMessage") if entry.status == 200]
    heard = [entry.params.get("text", "") for entry in sandbox.calls("editMessageText") if entry.status == 200]
    assert sum("听到：今天" in text for text in heard) == 1
    assert sum("📋" in text for text in said) == 1  # what was said was done, once


async def heard_all(stage: Stage, seconds: float = 90) -> None:
    """Wait until no recording waits any more."""
    async with asyncio.timeout(seconds):
        while True:
            if all(row.status is DictationStatus.HEARD for row in await stage.rows(dictations)):
                return
            await asyncio.sleep(0.2)
