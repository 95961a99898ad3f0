"""Puts the sandbox together: one world, the Bot API, the phones, on one port of this machine.

sandbox = await start(clock=clock, bot_token="1:test", people=[Person(101, "lin", "林晓")])
... a bot with the API base `sandbox.url` ...
await sandbox.close()
"""

import asyncio
from collections.abc import Iterable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.sandbox.api import LARGEST_REQUEST, Api, Entry
from bot.sandbox.faults import Faults
from bot.sandbox.floods import Policy
from bot.sandbox.phone import Phone
from bot.sandbox.phones import Phones
from bot.sandbox.script import Place, Play, Step
from bot.sandbox.shelf import Shelf
from bot.sandbox.telegram import Clock, Person, World
from bot.sandbox.webhooks import Webhooks

PRETEND = "1:sandbox"  # opens nothing but the sandbox itself


class Sandbox:
    """A running sandbox. `world`, `api`, `phones` and `play` may be used directly by tests in the same loop."""

    def __init__(
        self, world: World, api: Api, phones: Phones, shelf: Shelf | None, runner: web.AppRunner, url: str
    ) -> None:
        self.world = world
        self.api = api
        self.phones = phones
        self.url = url
        self._shelf = shelf
        self._runner = runner

    def phone(self, who: int | str) -> Phone:
        """Somebody's phone, by id or key."""
        return Phone(self.world, who)

    @property
    def ledger(self) -> Sequence[Entry]:
        return self.api.ledger

    def calls(self, method: str | None = None, **params: Any) -> list[Entry]:
        """Calls of a method (any if None) whose parameters have these values, oldest first."""
        return [
            entry
            for entry in self.api.ledger
            if (method is None or entry.method.lower() == method.lower())
            and all(str(entry.params.get(name)) == str(value) for name, value in params.items())
        ]

    async def confirmed(self, timeout: float = 10.0) -> None:
        """Wait until the bot has confirmed every update. TimeoutError after `timeout` real seconds."""
        async with asyncio.timeout(timeout):
            while self.world.updates.pending:  # noqa: ASYNC110  (tests wait rarely; the hot path shouldn't ring for them)
                await asyncio.sleep(0.01)

    @property
    def drift(self) -> list[str]:
        """Everything the bot sent that Telegram's documentation or PTB's types don't know."""
        return self.api.drift + self.api.webhooks.oddities

    @property
    def faults(self) -> Faults:
        return self.api.faults

    def limit(self, policy: Policy) -> None:
        """Switch the flood policy (`floods.Free()` by default)."""
        self.api.policy = policy

    async def close(self) -> None:
        """Stop serving; the world is saved if it has a place to be."""
        await self.phones.close()
        await self.api.webhooks.stop()
        await self._runner.cleanup()
        if self._shelf is not None:
            self._shelf.save(self.world)
            self._shelf.close()


async def start(
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    clock: Clock,
    bot_token: str = PRETEND,
    data_dir: Path | None = None,
    people: Iterable[Person] = (),
    places: Iterable[Place] = (),
    script: Sequence[Step] = (),
    zone: str = "Asia/Shanghai",
    bot_name: str = "外勤",
    bot_username: str = "waiqin_bot",
    memory: int | None = None,
    retry_pace: float = 1.0,
) -> Sandbox:
    """Start serving; port 0 takes a free one. `data_dir` keeps the world in `sandbox.sqlite`, None keeps it in memory.

    `memory` limits the messages kept per chat (for load); `retry_pace` shortens the webhook's waits. A clock that can
    `shift` is moved ahead as far as the phones had moved it before the restart.
    """
    shelf = Shelf(data_dir / "sandbox.sqlite") if data_dir is not None else None
    world = World(clock, bot_token, name=bot_name, username=bot_username, remembers=shelf is not None, memory=memory)
    if shelf is not None and shelf.load(world):
        _catch_up(world)
    for person in people:
        world.add_person(person)
    world.touch("world", 0)
    webhooks = Webhooks(world, retry_pace)
    save = (lambda: shelf.save(world)) if shelf is not None else None
    api = Api(world, webhooks, save)
    play = Play(world, script)
    phones = Phones(world, list(places), play, zone, save, host)
    app = web.Application(client_max_size=LARGEST_REQUEST)
    app.add_routes([*api.routes(), *phones.routes()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0, handler_cancellation=True)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    bound = runner.addresses[0]
    await webhooks.start()
    if save is not None:
        save()
    return Sandbox(world, api, phones, shelf, runner, f"http://{bound[0]}:{bound[1]}")


def _catch_up(world: World) -> None:
    shift = getattr(world.clock, "shift", None)
    if shift is not None and world.ahead > timedelta(0):
        shift(world.ahead)
