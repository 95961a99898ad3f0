"""The other processes of the same bot: being known to be alive, and waking each other.

Several processes may hear one bot's webhook over one PostgreSQL database. One of them speaks (the lease of the
mouth); the others wake it when they have written words down. A process that is gone is missed within `LIFE`, and
what it had in hand returns. SQLite has one process: what was in hand returns at its next start (`bot.app.prepare`).
"""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog

from bot import clock as clocks
from bot.clock import Clock
from bot.outbox import first
from bot.talk import SLOW
from storage import jobs as jobs_store, outbox as leases_store
from storage.engine import Database, is_away

log = structlog.get_logger("neighbours")

CHANNEL = "waiqin"
LIFE = timedelta(seconds=15)  # without a sign of life a process counts as gone
SIGN_SECONDS = 4.0


@dataclass
class Neighbours:
    """Says that this process lives, and passes on that there is something to say."""

    database: Database
    clock: Clock
    bot: int
    holder: str = field(default_factory=clocks.name)
    calling: asyncio.Event = field(default_factory=asyncio.Event)
    hears: bool = False

    def call(self) -> None:
        """Wake the process that speaks; without a line to it, it looks every second anyway."""
        if self.hears:
            self.calling.set()

    async def live(self, stopping: asyncio.Event) -> None:
        """Give signs of life, and free what those who gave none had taken."""
        while not self.database.is_sqlite and not stopping.is_set():
            try:
                await self.sign()
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("database away", error=type(error).__name__)
            await first(SIGN_SECONDS, stopping)
        if not self.database.is_sqlite:
            async with self.database.writing() as db:
                await leases_store.release(db, jobs_store.process(self.holder), self.holder)

    async def sign(self) -> None:
        """One sign of life, and a look at who has stopped giving theirs."""
        now = self.clock.now()
        async with self.database.writing() as db:
            await leases_store.lease(db, jobs_store.process(self.holder), self.holder, now, LIFE)
            freed = await jobs_store.free_of_the_gone(db, SLOW, now)
        if freed:
            log.warning("work of a process that is gone", jobs=freed)

    async def listen(self, stopping: asyncio.Event, wake: asyncio.Event) -> None:
        """Hear the others' calls, and pass on our own; `wake` is set when words may wait."""
        while not self.database.is_sqlite and not stopping.is_set():
            try:
                await self.on_the_line(stopping, wake)
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("no line to the other processes", error=type(error).__name__)
            self.hears = False
            await first(1.0, stopping)

    async def on_the_line(self, stopping: asyncio.Event, wake: asyncio.Event) -> None:
        async with self.database.engine.connect() as connection:
            line = (await connection.get_raw_connection()).driver_connection
            if line is None:
                return

            def called(_line: Any, _process: int, _channel: str, bot: str) -> None:
                if bot == str(self.bot):
                    wake.set()

            await line.add_listener(CHANNEL, called)
            self.hears = True
            try:
                while not stopping.is_set() and not line.is_closed():
                    await first(SIGN_SECONDS, self.calling, stopping)
                    if self.calling.is_set():
                        self.calling.clear()
                        await line.execute("SELECT pg_notify($1, $2)", CHANNEL, str(self.bot))
            finally:
                if not line.is_closed():
                    await line.remove_listener(CHANNEL, called)
