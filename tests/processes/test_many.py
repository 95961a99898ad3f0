"""One, two and four processes of one bot over one PostgreSQL; one of them is killed in the middle (T19, T25, T36)."""

import asyncio
import os
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select

from bot import clock as clocks
from bot.sandbox import server
from bot.sandbox.telegram import Person
from storage import tables as t
from storage.engine import Database
from tests.crash.test_kill import upgrade_marked
from tests.stage import PEOPLE, Stage, people_the_bank

TOKEN = "4200:TEST-token"
SECRET = "a-secret-of-enough-letters"
UPDATES = 160
FREE = "100000"


@pytest.fixture
async def bank(database_url: str) -> AsyncIterator[tuple[Stage, server.Sandbox]]:
    stage = Stage(database_url)
    stage.clock = clocks.Clock()  # type: ignore[assignment]
    people = [Person(1000 + i, key, name, "zh-hans", started=True) for i, key, name, *_ in PEOPLE]
    sandbox = await server.start(clock=stage.clock, bot_token=TOKEN, people=people, retry_pace=0.1)
    stage.build()
    await upgrade_marked(stage)
    await people_the_bank(stage)
    yield stage, sandbox
    await stage.app.close()
    await sandbox.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def process(stage: Stage, sandbox: server.Sandbox, port: int) -> asyncio.subprocess.Process:
    """`waiqin run` by webhook, as an operator would start it; all listen at the same address."""
    environ = os.environ | {
        "WAIQIN_TOKEN": TOKEN,
        "WAIQIN_API_BASE": sandbox.url,
        "WAIQIN_DATABASE_URL": stage.url,
        "WAIQIN_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WAIQIN_WEBHOOK_SECRET": SECRET,
        "WAIQIN_WEBHOOK_PORT": str(port),
        "WAIQIN_LOG_LEVEL": "warning",
        "WAIQIN_SENDS_PER_SECOND": FREE,
        "WAIQIN_CHAT_PER_SECOND": FREE,
        "WAIQIN_CHAT_BURST": FREE,
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environ, stderr=asyncio.subprocess.DEVNULL
    )


async def counted(database: Database, table: object, *where: object) -> int:
    async with database.reading() as db:
        return int(await db.scalar(select(func.count()).select_from(table).where(*where)) or 0)  # type: ignore[arg-type]


async def until(stage: Stage, updates: int, seconds: float = 60) -> None:
    """So many updates are taken, and nothing waits to be said."""
    waiting = t.outbox.c.state.in_(("pending", "sending"))
    async with asyncio.timeout(seconds):
        while await counted(stage.app.database, t.updates) < updates or await counted(  # noqa: ASYNC110
            stage.app.database, t.outbox, waiting
        ):
            await asyncio.sleep(0.1)


@pytest.mark.parametrize("database_url", ["postgres"], indirect=True)
@pytest.mark.parametrize("many", [1, 2, 4])
async def test_each_update_takes_effect_once_and_in_order(
    bank: tuple[Stage, server.Sandbox], many: int, database_url: str
) -> None:
    stage, sandbox = bank
    port = free_port()
    running = [await process(stage, sandbox, port) for _ in range(many)]
    try:
        await listening(port, running)
        phones = [sandbox.phone(key) for _, key, *_ in PEOPLE]
        for phone in phones:
            phone.say("/language")
        await until(stage, len(phones))
        screens = [phone.messages[-1]["message_id"] for phone in phones]
        taps: Counter[int] = Counter()
        wanted: dict[int, list[str]] = {}
        for n in range(UPDATES):
            which = n % len(phones)
            phones[which].tap(message_id=screens[which], row=n % 3, column=0)
            taps[PEOPLE[which][0]] += 1
            wanted.setdefault(PEOPLE[which][0], []).append(("zh-Hans", "zh-Hant", "en")[n % 3])
            if n == UPDATES // 2:
                await at_least(stage, len(phones) + n // 2)
                running[0].kill()  # whoever speaks, or not: the others go on
                await running[0].wait()
                if many == 1:
                    running.append(await process(stage, sandbox, port))
        await until(stage, len(phones) + UPDATES)
    finally:
        for each in running:
            if each.returncode is None:
                each.terminate()
        ends = [await asyncio.wait_for(each.wait(), 20) for each in running]
    assert ends[1:] == [0] * (len(ends) - 1)
    async with stage.app.database.reading() as db:
        lines = (
            await db.execute(
                select(t.audit.c.person_id, t.audit.c.facts)
                .where(t.audit.c.action == "people.choose")
                .order_by(t.audit.c.id)
            )
        ).all()
        languages = {row.id: row.language for row in await db.execute(select(t.people.c.id, t.people.c.language))}
    assert Counter(row.person_id for row in lines) == taps, "an update was lost, or took effect twice"
    assert languages == {person: said[-1] for person, said in wanted.items()}, "taps of one person changed places"
    # An answer to a tap perishes within seconds; every message is delivered.
    lost = t.outbox.c.state == "failed", t.outbox.c.method != "answerCallbackQuery"
    assert await counted(stage.app.database, t.outbox, *lost) == 0


async def listening(port: int, running: list[asyncio.subprocess.Process]) -> None:
    """Until all of them have begun to serve: a call reaches somebody, and nobody has ended."""
    async with asyncio.timeout(60):
        while True:
            assert all(each.returncode is None for each in running), "a process ended"
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.close()
                return
            except OSError:
                await asyncio.sleep(0.1)


async def at_least(stage: Stage, updates: int) -> None:
    async with asyncio.timeout(60):
        while await counted(stage.app.database, t.updates) < updates:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
