"""`kill -9` in the middle of the work: every update takes effect exactly once (T19, T25, T36)."""

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select

from bot import clock as clocks
from bot.sandbox import server
from bot.sandbox.telegram import Person
from storage import tables as t
from storage.migrate import upgrade
from tests.stage import PEOPLE, Stage, people_the_bank

TOKEN = "4200:TEST-token"
UPDATES = 200


@pytest.fixture
async def bank(database_url: str) -> AsyncIterator[tuple[Stage, server.Sandbox]]:
    stage = Stage(database_url)
    stage.clock = clocks.Clock()  # type: ignore[assignment]
    people = [Person(1000 + i, key, name, "zh-hans", started=True) for i, key, name, *_ in PEOPLE]
    sandbox = await server.start(clock=stage.clock, bot_token=TOKEN, people=people)
    stage.build()
    await people_the_bank(stage)
    yield stage, sandbox
    await stage.app.close()
    await sandbox.close()


async def program(stage: Stage, sandbox: server.Sandbox) -> asyncio.subprocess.Process:
    """`waiqin run` as an operator would start it."""
    environ = os.environ | {
        "WAIQIN_TOKEN": TOKEN,
        "WAIQIN_API_BASE": sandbox.url,
        "WAIQIN_DATABASE_URL": stage.url,
        "WAIQIN_LOG_LEVEL": "warning",
        "WAIQIN_SENDS_PER_SECOND": "100000",
        "WAIQIN_CHAT_PER_SECOND": "100000",
        "WAIQIN_CHAT_BURST": "100000",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environ, stderr=asyncio.subprocess.DEVNULL
    )


async def done(stage: Stage, count: int, seconds: float = 60) -> None:
    async with asyncio.timeout(seconds):
        while True:
            async with stage.app.database.reading() as db:
                seen = await db.scalar(select(func.count()).select_from(t.updates))
                waiting = await db.scalar(
                    select(func.count()).select_from(t.outbox).where(t.outbox.c.state.in_(("pending", "sending")))
                )
            if seen >= count and not waiting:
                return
            await asyncio.sleep(0.1)


async def test_killed_in_the_middle_of_200_updates_each_takes_effect_exactly_once(
    bank: tuple[Stage, server.Sandbox],
) -> None:
    stage, sandbox = bank
    await upgrade_marked(stage)
    chance = random.Random(7)
    running = await program(stage, sandbox)
    phones = [sandbox.phone(key) for _, key, *_ in PEOPLE]
    for phone in phones:
        phone.say("/language")
    await done(stage, len(phones))
    screens = [phone.messages[-1]["message_id"] for phone in phones]
    taps: Counter[int] = Counter()
    kills = 0
    for n in range(UPDATES):
        which = n % len(phones)
        phones[which].tap(message_id=screens[which], row=n % 3, column=0)
        taps[1000 + PEOPLE[which][0]] += 1
        if n in (60, 130):  # in the middle of the work, not of the start
            await taken(stage, len(phones) + n - chance.randint(20, 55))
            running.kill()
            await running.wait()
            kills += 1
            running = await program(stage, sandbox)
    await done(stage, len(phones) + UPDATES)
    running.send_signal(signal.SIGTERM)
    assert await asyncio.wait_for(running.wait(), 15) == 0
    async with stage.app.database.reading() as db:
        lines = await db.execute(
            select(t.audit.c.person_id, func.count())
            .where(t.audit.c.action == "people.choose")
            .group_by(t.audit.c.person_id)
        )
        effects = {1000 + person_id: count for person_id, count in lines}
        lost = await db.scalar(select(func.count()).select_from(t.outbox).where(t.outbox.c.state == "pending"))
    assert kills == 2
    assert effects == dict(taps), "an update was lost, or took effect twice"
    assert lost == 0
    said = Counter(entry.params["chat_id"] for entry in sandbox.calls("sendMessage") if entry.status == 200)
    welcomes = {chat: count - 1 for chat, count in said.items()}
    for chat, count in taps.items():
        assert welcomes[chat] >= count, "a word was lost"
    doubled = sum(welcomes[chat] - count for chat, count in taps.items())
    assert doubled <= 2 * 32, "more was said twice than can have been in flight"
    # A tap that waited for a restart can't be answered any more; everything else was as Telegram wants it.
    assert [each for each in sandbox.drift if not each.startswith("answerCallbackQuery")] == []


async def test_sigterm_loses_and_doubles_nothing(bank: tuple[Stage, server.Sandbox]) -> None:
    stage, sandbox = bank
    await upgrade_marked(stage)
    running = await program(stage, sandbox)
    phones = [sandbox.phone(key) for _, key, *_ in PEOPLE]
    for n in range(60):
        phones[n % len(phones)].say("/me")
        if n == 30:
            await taken(stage, 3)
            running.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(running.wait(), 15) == 0
            running = await program(stage, sandbox)
    await done(stage, 60)
    running.send_signal(signal.SIGTERM)
    await running.wait()
    assert len([entry for entry in sandbox.calls("sendMessage") if entry.status == 200]) == 60


async def taken(stage: Stage, count: int, seconds: float = 60) -> None:
    """Wait until so many updates are committed."""
    async with asyncio.timeout(seconds):
        while True:
            async with stage.app.database.reading() as db:
                if await db.scalar(select(func.count()).select_from(t.updates)) >= count:
                    return
            await asyncio.sleep(0.005)


async def upgrade_marked(stage: Stage) -> None:
    """The stage's tables were made at once; tell the migrations that they are there."""
    from alembic import command

    from storage.migrate import config

    async with stage.app.database.writing() as db:
        await db.run_sync(lambda connection: command.stamp(config(connection), "head"))
    assert (await upgrade(stage.app.database))[0] is not None
