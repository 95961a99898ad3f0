"""Slow work runs with no transaction open, survives a restart, and is applied once."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from bot import talk
from bot.rules.refusal import Refusal
from bot.slow import Slow, Tools
from bot.talk import Area
from bot.telegram import Unreachable
from bot.turn import Turn
from storage import jobs as jobs_store, people as people_store, tables as t
from tests.kernel.test_turns import schedule
from tests.stage import Stage

area = Area("slowly")
WORKED: list[Any] = []
TROUBLE: list[Exception] = []


async def work(tools: Tools, person_id: int) -> str:
    WORKED.append(person_id)
    async with asyncio.timeout(5), tools.speech.app.database.writing():
        pass  # would wait for ever if a transaction of ours were open
    if TROUBLE:
        raise TROUBLE.pop(0)
    return "words"


@area.slow(work)
async def listen(turn: Turn, person_id: int, result: Any) -> None:
    person = await people_store.by_id(turn.db, person_id)
    if isinstance(result, Refusal):
        turn.say(result.key, to=person)
    else:
        turn.say("people-language-set", to=person)


@pytest.fixture
async def slow(calm_stage: Stage) -> AsyncIterator[tuple[Stage, Slow]]:
    talk.SLOW["slowly.listen"], talk.LANES["slowly.listen"] = work, "voice"
    talk.JOBS["slowly.listen"] = listen
    WORKED.clear()
    TROUBLE.clear()
    yield calm_stage, Slow(calm_stage.app.turns, Tools(calm_stage.app.telegram, calm_stage))
    talk.SLOW.pop("slowly.listen"), talk.LANES.pop("slowly.listen")
    talk.JOBS.pop("slowly.listen")


async def test_work_is_done_outside_and_applied_in_a_turn(slow: tuple[Stage, Slow]) -> None:
    stage, worker = slow
    await schedule(stage, "slowly.listen", "listen:1", minutes=0, person_id=1)
    assert await stage.app.turns.run_due() == 0  # not the reminders' business
    assert await worker.one()
    assert not await worker.one()
    await stage.drain()
    stage.actor("li").heard("people-language-set")
    assert WORKED == [1]


async def test_work_that_was_cut_off_is_done_again(slow: tuple[Stage, Slow]) -> None:
    stage, worker = slow
    await schedule(stage, "slowly.listen", "listen:1", minutes=0, person_id=1)
    TROUBLE.append(asyncio.CancelledError())  # type: ignore[arg-type]
    with pytest.raises(asyncio.CancelledError):
        await worker.one()
    assert not await worker.one()  # taken, as far as anybody knows
    async with stage.app.database.writing() as db:
        assert await jobs_store.free(db, talk.SLOW) == 1  # as the next start does
    stopping, bell = asyncio.Event(), asyncio.Event()
    async with asyncio.TaskGroup() as group:
        group.create_task(worker.run(stopping, bell))
        while len(WORKED) < 2:  # noqa: ASYNC110 - what is waited for is the worker
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        stopping.set()
    await stage.drain()
    stage.actor("li").heard("people-language-set")


async def test_while_the_world_is_away_it_is_tried_again_later(slow: tuple[Stage, Slow]) -> None:
    stage, worker = slow
    await schedule(stage, "slowly.listen", "listen:1", minutes=0, person_id=1)
    TROUBLE.append(Unreachable("away"))
    assert await worker.one()
    assert not await worker.one()
    stage.clock.shift(timedelta(minutes=2))
    assert await worker.one()
    await stage.drain()
    stage.actor("li").heard("people-language-set")


async def test_after_the_last_try_the_person_is_told(slow: tuple[Stage, Slow]) -> None:
    stage, worker = slow
    await schedule(stage, "slowly.listen", "listen:1", minutes=0, person_id=1)
    TROUBLE.extend(Unreachable("away") for _ in range(9))
    for _ in range(6):
        await worker.one()
        stage.clock.shift(timedelta(hours=3))
    await stage.drain()
    stage.actor("li").heard("turn-sorry")
    assert (await stage.rows(t.jobs))[0].done is not None


async def test_a_refusal_of_the_work_is_for_the_turn_to_say(slow: tuple[Stage, Slow]) -> None:
    stage, worker = slow
    await schedule(stage, "slowly.listen", "listen:1", minutes=0, person_id=1)
    TROUBLE.append(Refusal("turn-button-over"))
    assert await worker.one()
    await stage.drain()
    stage.actor("li").heard("turn-button-over")
