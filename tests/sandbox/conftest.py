"""A running sandbox with two people, spoken to by aiogram's Bot and by plain HTTP."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

from bot import lean
from bot.clock import StillClock
from bot.sandbox.server import Sandbox, start
from bot.sandbox.telegram import Person

lean.build_all()  # another test may have begun lightly

TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
Raw = Callable[..., Awaitable[tuple[int, dict[str, Any]]]]


async def settle(done: Callable[[], bool] | Callable[[], Awaitable[bool]], seconds: float = 3.0) -> None:
    """Look again and again until it is so; a failed test when it never is."""
    for _ in range(int(seconds / 0.01)):
        found = done()
        if found if isinstance(found, bool) else await found:
            return
        await asyncio.sleep(0.01)
    raise AssertionError("it never came about")


def people() -> list[Person]:
    return [Person(101, "lin", "林晓", started=True), Person(102, "chen", "陈刚", language="en", started=True)]


@pytest.fixture
def clock() -> StillClock:
    return StillClock(datetime(2026, 8, 3, 1, 0, tzinfo=UTC))


@pytest.fixture
async def sandbox(clock: StillClock) -> AsyncIterator[Sandbox]:
    running = await start(clock=clock, bot_token=TOKEN, people=people(), retry_pace=0.01)
    yield running
    await running.close()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    made = Bot(TOKEN, session=session)
    yield made
    await session.close()


@pytest.fixture
async def raw(sandbox: Sandbox) -> AsyncIterator[Raw]:
    """Calls a method with JSON parameters and answers the status and the body."""
    async with aiohttp.ClientSession() as session:

        async def call(method: str, **params: Any) -> tuple[int, dict[str, Any]]:
            async with session.post(f"{sandbox.url}/bot{TOKEN}/{method}", json=params) as response:
                return response.status, await response.json()

        yield call
