"""The worker process: one for many jobs, a crash costs one job, nothing waits for ever."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.pictures.process import Failed, Maker


@pytest.fixture
async def maker() -> AsyncIterator[Maker]:
    made = Maker("tests.pictures.stubborn", {"memory": 800}, seconds=15)
    yield made
    await made.close()


async def test_one_process_serves_many_jobs_and_is_let_go_when_idle(maker: Maker) -> None:
    assert maker.process is None, "nothing runs before the first job"
    first, second = await asyncio.gather(maker.make({}), maker.make({}))
    assert first == second
    maker.idle_seconds = 0.01
    await maker.make({})
    await asyncio.sleep(0.1)
    assert maker.process is None


async def test_a_crash_is_tried_once_more_and_costs_no_other_job(maker: Maker, tmp_path: Path) -> None:
    before = await maker.make({})
    after = await maker.make({"die_once": str(tmp_path / "died")})
    assert after != before, "another process"
    with pytest.raises(Failed):
        await maker.make({"die": True})
    assert (await maker.make({})).isdigit()


async def test_an_endless_job_ends(maker: Maker) -> None:
    await maker.make({})
    maker.seconds = 0.5
    with pytest.raises(Failed):
        await maker.make({"sleep": True})
    maker.seconds = 15
    assert await maker.make({})


async def test_too_much_memory_and_bugs_are_failures_without_words(maker: Maker) -> None:
    with pytest.raises(Failed) as raised:
        await maker.make({"fail": True})
    assert "client" not in str(raised.value)
    with pytest.raises(Failed):
        await maker.make({"memory": True})
    assert await maker.make({})


async def test_what_is_too_much_for_one_message_comes_in_chunks(maker: Maker) -> None:
    async def chunks() -> AsyncIterator[Any]:
        for _ in range(50):
            yield list(range(1000))

    assert await maker.make({"chunks": True}, chunks) == b"50000"


async def test_a_caller_who_goes_away_leaves_no_answer_behind(maker: Maker) -> None:
    await maker.make({})
    waiting = asyncio.ensure_future(maker.make({"sleep": True}))
    await asyncio.sleep(0.1)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert (await maker.make({})).isdigit()


async def test_nothing_is_started_any_more_once_it_is_closed(maker: Maker) -> None:
    await maker.close()
    with pytest.raises(Failed):
        await maker.make({})
