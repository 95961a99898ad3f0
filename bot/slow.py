"""Slow work, between transactions: read and close; wait for the world; open and apply.

A slow job is taken (and the taking committed), its work runs with no transaction open, and what it came to
is applied in a turn of its own, which looks again because the world moved on. One job of a lane at a time: what is
slow is one recogniser, or one maker of pictures, on one machine.
"""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot import clock as clocks
from bot.batch import Turns, after_failure, place_of
from bot.exports import Exports
from bot.outbox import first
from bot.pictures import Pictures
from bot.policy import Policies
from bot.rules.listening import Limits
from bot.rules.refusal import Refusal
from bot.talk import DELAYED, LANES, SLOW
from bot.telegram import Telegram, Trouble, Unreachable
from storage import jobs as store
from storage.engine import Database, is_away

log = structlog.get_logger("slow")

FIRST_WAIT, LONGEST_WAIT, PATIENCE = timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=12)  # of an outage
LONGEST = timedelta(minutes=30)  # a taken job that nobody finished may be taken again
IDLE_SECONDS = 1.0


@dataclass
class Tools:
    """What slow work may use: the line to Telegram for files, the recogniser where there is one, the makers of
    pictures and workbooks, and the database to read what they show (never to write)."""

    telegram: Telegram
    speech: Any = None
    limits: Limits = field(default_factory=Limits)
    pictures: Pictures = field(default_factory=Pictures)
    exports: Exports = field(default_factory=Exports)
    database: Database | None = None
    policies: Policies | None = None


@dataclass
class Slow:
    turns: Turns
    tools: Tools
    holder: str = field(default_factory=clocks.name)

    async def run(self, stopping: asyncio.Event, bell: asyncio.Event) -> None:
        """Work until told to stop. Work in hand is dropped then, and done again at the next start."""
        async with asyncio.TaskGroup() as lanes:
            for lane in sorted(set(LANES.values())):
                lanes.create_task(self.work(lane, stopping, bell))

    async def work(self, lane: str, stopping: asyncio.Event, bell: asyncio.Event) -> None:
        """Do the jobs of a lane, one after the other."""
        while not stopping.is_set():
            bell.clear()
            working = asyncio.ensure_future(self.one(lane))
            stop = asyncio.ensure_future(stopping.wait())
            try:
                await asyncio.wait((working, stop), return_when=asyncio.FIRST_COMPLETED)
                did = working.done() and working.result()
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("database away", error=type(error).__name__)
                did = False
            finally:
                for each in (working, stop):
                    each.cancel()
                await asyncio.gather(working, stop, return_exceptions=True)
            if not did and not stopping.is_set():
                await first(IDLE_SECONDS, bell, stopping)

    async def one(self, lane: str | None = None) -> bool:
        """Do the oldest slow job that is due, of this lane or of any; false when there is none."""
        actions = [action for action in SLOW if lane is None or LANES[action] == lane]
        now = self.turns.clock.now()
        async with self.turns.database.writing() as db:
            job = await store.take_slow(db, actions, now, now + LONGEST, self.holder)
        if job is None:
            return False
        try:
            result = await SLOW[job.action](self.tools, **job.args)
        except Refusal as no:
            result = no
        except Unreachable as away:
            await self.again(job, type(away).__name__, away=True)
            return True
        except Trouble as trouble:
            await self.again(job, type(trouble).__name__)
            return True
        except Exception as bug:
            log.error("slow work failed", action=job.action, job=job.id, error=type(bug).__name__, where=place_of(bug))
            await self.again(job, type(bug).__name__)
            return True
        await self.turns.apply(job, result)
        return True

    async def again(self, job: Any, error: str, *, away: bool = False) -> None:
        """Another try after a while; after the last one the turn is told that there is nothing."""
        now = self.turns.clock.now()
        outcome = after_outage(job, now, error) if away else after_failure(job.attempts, now, error)
        if outcome.get("done", True) is not None:
            await self.turns.apply(job, Refusal("turn-sorry"))
            return
        if job.attempts == 0 and job.action in DELAYED:
            await self.turns.tell(job, DELAYED[job.action])
        async with self.turns.database.writing() as db:
            await store.settle(db, job.id, **outcome)


def after_outage(job: Any, now: datetime, error: str) -> dict[str, Any]:
    """What becomes of work whose other side is away: it is tried for half a day, every ten minutes at most."""
    if now - job.due >= PATIENCE:
        return {"failed": error}
    return {"done": None, "retry_at": now + min(FIRST_WAIT * 2 ** min(job.attempts, 9), LONGEST_WAIT), "failed": error}
