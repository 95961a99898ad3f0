"""Hearing by webhook: 200 only after the commit, 503 while the database is away.

The secret is mandatory: without it anybody who finds the address could speak as Telegram (T29).
Updates that arrive together are taken together, so that a burst shares its commits.
"""

import asyncio
import hmac
from typing import Any

import orjson
import structlog
from aiohttp import web

from bot.batch import Turns
from bot.ears import ALLOWED_UPDATES, bury, parse
from bot.telegram import Telegram
from storage.engine import is_away

log = structlog.get_logger("webhook")

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
RETRY_AFTER = "5"  # seconds; Telegram obeys it


class Webhook:
    """An address for Telegram to call, and a health page for those who run the bot."""

    def __init__(self, turns: Turns, secret: str, path: str = "/telegram") -> None:
        if len(secret) < 16:
            raise ValueError("a webhook without a secret of at least 16 characters is open to everybody")
        self.turns = turns
        self.secret = secret
        self.waiting: list[tuple[Any, asyncio.Future[None]]] = []
        self.working = False
        self.stopping = False
        self.application = web.Application(client_max_size=1024 * 1024)
        self.application.router.add_post(path, self.receive)
        self.application.router.add_get("/healthz", healthy)

    async def receive(self, request: web.Request) -> web.Response:
        """One update from Telegram."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self.secret.encode()):
            return web.Response(status=401)
        if self.stopping:
            return web.Response(status=503, headers={"Retry-After": "1"})
        try:
            raw = orjson.loads(await request.read())
        except orjson.JSONDecodeError:
            return web.Response(status=400)
        if not isinstance(raw, dict):
            return web.Response(status=400)
        try:
            update = parse(raw, self.turns.bot)
            if update is None:
                await bury(self.turns, raw)
            else:
                await self.take(update)
        except Exception as error:
            if not is_away(error):
                raise
            log.warning("database away", error=type(error).__name__)
            return web.Response(status=503, headers={"Retry-After": RETRY_AFTER})
        return web.Response()

    async def take(self, update: Any) -> None:
        """Wait until this update is committed; what arrives meanwhile makes the next batch."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.waiting.append((update, done))
        if not self.working:
            self.working = True
            try:
                while self.waiting:
                    batch, self.waiting = self.waiting[:100], self.waiting[100:]
                    await self.take_together(batch)
            finally:
                self.working = False
        await done

    async def take_together(self, batch: list[tuple[Any, asyncio.Future[None]]]) -> None:
        try:
            await self.turns.take([update for update, _ in batch])
        except Exception as error:
            for _, done in batch:
                if not done.done():
                    done.set_exception(error)
        else:
            for _, done in batch:
                if not done.done():
                    done.set_result(None)

    async def run(self, host: str, port: int, stopping: asyncio.Event, *, shared: bool = False) -> None:
        """Serve until told to stop; the updates in hand are finished, new ones are told to come again.

        `shared`: other processes of this machine may listen at the same address, and calls are spread over them.
        """
        runner = web.AppRunner(self.application, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, host, port, reuse_port=shared or None).start()
        log.info("listening", host=host, port=port)
        await stopping.wait()
        self.stopping = True
        await runner.cleanup()


async def healthy(_request: web.Request) -> web.Response:
    return web.json_response({"ok": True})


async def announce(telegram: Telegram, url: str, secret: str) -> None:
    """Tell Telegram where to call, and with what to prove itself."""
    await telegram.call(
        "setWebhook",
        {"url": url, "secret_token": secret, "allowed_updates": ALLOWED_UPDATES, "max_connections": 40},
    )
