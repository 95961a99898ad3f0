"""What those who run the bot look at: figures that are there, true, and without a word of anybody."""

import asyncio
from datetime import timedelta

import aiohttp
import pytest

from bot.metrics import Metrics
from storage import tables as t
from tests.crash.test_kill import upgrade_marked
from tests.stage import BOT, TOKEN, Stage


def figures(text: str) -> dict[str, float]:
    lines = [line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


async def test_the_three_pages_answer_and_hold_no_words(calm_stage: Stage, unused_port: int) -> None:
    stage = calm_stage
    await upgrade_marked(stage)
    metrics = Metrics(stage.app.database, stage.clock, BOT)
    stage.app.turns.take = metrics.timed(stage.app.turns.take)
    await stage.actor("li").says("去鼎盛纺织看厂房，四点半回")
    stage.clock.shift(timedelta(seconds=1))
    async with stage.app.database.writing() as db:
        row = {
            "bot": BOT,
            "lane": "chat:1",
            "rank": 1,
            "chat_id": 1,
            "method": "sendMessage",
            "payload": {},
            "key": "k",
        }
        await db.execute(
            t.outbox.insert(),
            row | {"key": "k", "made": stage.clock.now(), "due": stage.clock.now() - timedelta(seconds=90)},
        )
    stopping = asyncio.Event()
    serving = asyncio.ensure_future(metrics.run("127.0.0.1", unused_port, stopping))
    await asyncio.sleep(0.2)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{unused_port}") as session:
        assert (await session.get("/healthz")).status == 200
        assert (await session.get("/readyz")).status == 200
        text = await (await session.get("/metrics")).text()
        found = figures(text)
        assert found["waiqin_turn_seconds_count"] == 1
        assert found['waiqin_outbox_waiting{rank="reminder"}'] == 1
        assert found['waiqin_outbox_oldest_seconds{rank="reminder"}'] == 90
        assert found["waiqin_audit_unlinked"] >= 0
        for secret in ("鼎盛", TOKEN, "李伟"):
            assert secret not in text
        await stage.app.database.close()
        metrics.database = type(stage.app.database)("sqlite:////nowhere/at/all.db")
        assert (await session.get("/readyz")).status == 503
        assert (await session.get("/healthz")).status == 200
        assert (await session.get("/metrics")).status == 200
    stopping.set()
    await serving


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def test_a_port_that_is_taken_does_not_stop_the_bot(calm_stage: Stage, unused_port: int) -> None:
    first, second = (Metrics(calm_stage.app.database, calm_stage.clock, BOT) for _ in range(2))
    stopping = asyncio.Event()
    serving = asyncio.ensure_future(first.run("127.0.0.1", unused_port, stopping))
    await asyncio.sleep(0.1)
    await second.run("127.0.0.1", unused_port, stopping)
    stopping.set()
    await serving
