"""Hearing by polling: batches are read raw, each update is parsed alone, and acknowledged after the commit.

One update that can't be parsed becomes a dead letter with an alarm; its ninety-nine neighbours are
answered at once. The offset moves on only when everything before it is committed.
"""

import asyncio
from datetime import timedelta
from typing import Any

import orjson
import structlog
from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError

from bot.batch import Turns
from bot.clock import ticks
from bot.outbox import first
from bot.talk import AFTER_OUTAGE
from bot.telegram import POLL_SECONDS, Conflict, Flood, Telegram, Trouble, Unauthorized
from storage import jobs as jobs_store, tables
from storage.engine import insert_new, is_away

log = structlog.get_logger("ears")

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
BATCH = 100
OUTAGE = timedelta(seconds=150)  # Telegram keeps a tap no longer (T25)


class Ears:
    """Fetches updates for as long as the program runs."""

    def __init__(self, telegram: Telegram, turns: Turns, poll_seconds: int = POLL_SECONDS) -> None:
        self.telegram = telegram
        self.turns = turns
        self.poll_seconds = poll_seconds
        self.offset: int | None = None
        self.last_heard: float | None = None  # seconds of a clock that nobody sets

    async def run(self, stopping: asyncio.Event) -> None:
        """Listen until told to stop. The batch in hand is finished and acknowledged."""
        pause = 1.0
        while not stopping.is_set():
            try:
                batch = await self.fetch(stopping)
                await self.notice_outage()
                if batch:
                    await hear(self.turns, batch)
                    self.offset = max(int(each["update_id"]) for each in batch if "update_id" in each) + 1
                pause = 1.0
            except Unauthorized:
                log.error("the token is not valid")
                raise
            except Flood as flood:
                log.warning("polling must wait", seconds=flood.seconds)
                await first(flood.seconds, stopping)
            except Conflict as conflict:
                log.error("somebody else listens for this bot", error=str(conflict))
                await first(5, stopping)
            except Trouble as trouble:
                log.warning("telegram away", error=str(trouble))
                await first(pause, stopping)
                pause = min(30.0, pause * 2)
            except Exception as error:
                if not is_away(error):
                    raise
                # Not acknowledged: the same batch comes again when the database is back.
                log.warning("database away", error=type(error).__name__)
                await first(pause, stopping)
                pause = min(30.0, pause * 2)
        await self.acknowledge()

    async def fetch(self, stopping: asyncio.Event) -> list[dict[str, Any]]:
        """The next raw updates; empty when none came, or when we are to stop."""
        payload: dict[str, Any] = {
            "timeout": self.poll_seconds,
            "limit": BATCH,
            "allowed_updates": ALLOWED_UPDATES,
        }
        if self.offset is not None:
            payload["offset"] = self.offset
        asking = asyncio.ensure_future(self.telegram.call("getUpdates", payload, seconds=self.poll_seconds + 15))
        stop = asyncio.ensure_future(stopping.wait())
        try:
            await asyncio.wait((asking, stop), return_when=asyncio.FIRST_COMPLETED)
            if not asking.done():
                return []
            return list(asking.result() or [])
        finally:
            for each in (asking, stop):
                each.cancel()
            await asyncio.gather(asking, stop, return_exceptions=True)

    async def notice_outage(self) -> None:
        """Telegram answers: where it could not for longer than it keeps taps, ask again what waits for one (T25)."""
        now = ticks()
        if self.last_heard is not None and now - self.last_heard > OUTAGE.total_seconds() + self.poll_seconds:
            log.warning("taps may have been lost", seconds=round(now - self.last_heard))
            async with self.turns.database.writing() as db:
                await jobs_store.ask_now(db, AFTER_OUTAGE, self.turns.clock.now())
            self.turns.nudge(True)
        self.last_heard = now

    async def acknowledge(self) -> None:
        """Tell Telegram how far we came, so that a successor is not sent everything again."""
        if self.offset is None:
            return
        try:
            await self.telegram.call(
                "getUpdates",
                {"offset": self.offset, "timeout": 0, "limit": 1, "allowed_updates": ALLOWED_UPDATES},
                seconds=3,
            )
        except Trouble as trouble:
            log.info("not acknowledged, will be repeated and known", error=str(trouble))


async def hear(turns: Turns, batch: list[dict[str, Any]]) -> None:
    """Take raw updates; those that can't be parsed are kept as dead letters."""
    parsed: list[Update] = []
    for raw in batch:
        update = parse(raw, turns.bot)
        if update is None:
            await bury(turns, raw)
        else:
            parsed.append(update)
    await turns.take(parsed)


def parse(raw: dict[str, Any], bot: Bot) -> Update | None:
    try:
        return Update.model_validate(raw, context={"bot": bot})
    except (ValidationError, TypeError, ValueError):
        return None


async def bury(turns: Turns, raw: dict[str, Any]) -> None:
    """Keep an update that makes no sense to us, once."""
    update_id = raw.get("update_id")
    now = turns.clock.now()
    async with turns.database.writing() as db:
        if isinstance(update_id, int):
            row = {"bot": turns.bot_id, "update_id": update_id, "at": now, "failed": "unparsable"}
            done = await db.execute(insert_new(db, tables.updates), row)
            if done.rowcount == 0:
                return
        await db.execute(
            tables.dead_letters.insert(),
            {
                "bot": turns.bot_id,
                "update_id": update_id if isinstance(update_id, int) else None,
                "at": now,
                "why": "unparsable",
                "body": orjson.dumps(raw).decode(),
            },
        )
    log.error("dead letter", update=update_id)
