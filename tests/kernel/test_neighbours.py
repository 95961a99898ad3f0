"""Processes of one bot: what a dead one had in hand returns, and words wake the one that speaks."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot import talk
from bot.neighbours import LIFE, Neighbours
from storage import jobs as jobs_store, tables as t
from tests.kernel.test_turns import schedule
from tests.stage import BOT, Stage


@pytest.fixture
def slowly() -> Any:
    talk.SLOW["slowly.nothing"] = talk.JOBS["slowly.nothing"] = None  # type: ignore[assignment]
    yield
    talk.SLOW.pop("slowly.nothing"), talk.JOBS.pop("slowly.nothing")


async def test_what_a_dead_process_had_in_hand_returns_and_a_living_one_keeps_it(
    slowly: None, calm_stage: Stage
) -> None:
    stage = calm_stage
    now = stage.clock.now()
    await schedule(stage, "slowly.nothing", "one", minutes=0)
    await schedule(stage, "slowly.nothing", "two", minutes=0)
    living, dead = (Neighbours(stage.app.database, stage.clock, BOT, holder=each) for each in ("living", "dead"))
    await living.sign()
    await dead.sign()
    async with stage.app.database.writing() as db:
        for each in ("living", "dead"):
            taken = await jobs_store.take_slow(db, ["slowly.nothing"], now, now + timedelta(hours=1), each)
            assert taken is not None
    stage.clock.shift(LIFE / 2)
    await living.sign()
    assert [row.taken_by for row in await stage.rows(t.jobs, t.jobs.c.action == "slowly.nothing")] == ["living", "dead"]
    stage.clock.shift(LIFE / 2 + timedelta(seconds=1))
    await living.sign()
    kept, freed = await stage.rows(t.jobs, t.jobs.c.action == "slowly.nothing")
    assert (kept.taken_by, freed.taken_by, freed.retry_at) == ("living", None, None)


async def test_words_wake_the_process_that_speaks(calm_stage: Stage) -> None:
    database = calm_stage.app.database
    if database.is_sqlite:
        return  # one process only
    one, other, foreign = (Neighbours(database, calm_stage.clock, bot) for bot in (BOT, BOT, BOT + 1))
    stopping, woken, not_woken = asyncio.Event(), asyncio.Event(), asyncio.Event()
    async with asyncio.TaskGroup() as lines:
        for each, wake in ((one, woken), (other, asyncio.Event()), (foreign, not_woken)):
            lines.create_task(each.listen(stopping, wake))
        async with asyncio.timeout(10):
            while not (one.hears and other.hears and foreign.hears):  # noqa: ASYNC110 - another task's state
                await asyncio.sleep(0.01)
            other.call()
            await woken.wait()
        assert not not_woken.is_set()
        stopping.set()


async def test_a_line_that_breaks_is_taken_up_again(calm_stage: Stage) -> None:
    database = calm_stage.app.database
    if database.is_sqlite:
        return
    from storage.prepared import direct

    one = Neighbours(database, calm_stage.clock, BOT)
    stopping, woken = asyncio.Event(), asyncio.Event()
    async with asyncio.TaskGroup() as lines:
        lines.create_task(one.listen(stopping, woken))
        async with asyncio.timeout(20):
            while not one.hears:  # noqa: ASYNC110 - another task's state
                await asyncio.sleep(0.01)
            async with database.writing() as db:
                await direct(
                    db,
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE pid <> pg_backend_pid() AND query LIKE 'LISTEN%'",
                )
            await asyncio.sleep(0.1)
            one.call()
            while not woken.is_set():
                one.call()
                await asyncio.sleep(0.2)
        stopping.set()
