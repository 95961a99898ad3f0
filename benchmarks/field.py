"""The load: Telegram as the sandbox plays it, with every RM of the bank on the phone, in this process."""

import asyncio
import gc
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import psutil  # type: ignore[import-untyped]

from benchmarks.bank import TOKEN, arrival_of, chat_of, head_chat_of, team_of
from bot.clock import Clock
from bot.sandbox import server
from bot.sandbox.telegram import Person, Room

LIVE_SECONDS = 3600
PATIENCE = 180.0  # seconds until we believe that an answer won't come


class Field:
    """Everybody's phone. Moments are seconds of the loop's clock."""

    def __init__(self, sandbox: server.Sandbox) -> None:
        self.sandbox = sandbox
        self.sent: dict[int, float] = {}  # by RM: when the update was made
        self.answered: dict[int, float] = {}  # by chat: when the first answer was received
        self.heard = 0  # messages of the bot
        self.last = 0.0  # when it said the latest
        self.bell = asyncio.Event()
        sandbox.world.watchers.append(self.watch)

    def watch(self, event: str, room: Room | None, facts: dict[str, Any]) -> None:
        if event == "message" and room is not None and facts["message"]["from"]["is_bot"]:
            self.last = asyncio.get_running_loop().time()
            self.answered.setdefault(room.id, self.last)
            self.heard += 1
            self.bell.set()

    def arrive(self, rm: int) -> None:
        """An RM sends where they are."""
        arrival, phone = arrival_of(rm), self.sandbox.phone(chat_of(rm))
        self.sent[rm] = asyncio.get_running_loop().time()
        if arrival.live:
            phone.share_live(arrival.latitude, arrival.longitude, LIVE_SECONDS, 12.0)
        else:
            phone.send_location(arrival.latitude, arrival.longitude, 12.0)

    async def listening(self) -> None:
        """Wait until the bot asks for updates for the first time."""
        async with asyncio.timeout(PATIENCE):
            while not self.sandbox.calls("getUpdates"):  # noqa: ASYNC110 - another program's state
                await asyncio.sleep(0.005)

    async def all_answered(self, rms: Sequence[int], *, told: bool) -> None:
        """Wait until each of these has an answer, and where heads are told, those too."""
        wanted = sum(1 + (told and arrival_of(rm).told) for rm in self.sent)
        async with asyncio.timeout(PATIENCE):
            while self.heard < wanted:
                self.bell.clear()
                await self.bell.wait()
        missing = [rm for rm in rms if chat_of(rm) not in self.answered]
        if missing or self.heard > wanted or self.sandbox.drift:
            raise RuntimeError(f"not what was to be measured: {len(missing)} unanswered, {self.sandbox.drift[:3]}")

    async def saturate(self, rms: Sequence[int], *, told: bool) -> float:
        """All at once; the seconds until the last answer."""
        for rm in rms:
            self.arrive(rm)
        started = asyncio.get_running_loop().time()
        await self.all_answered(rms, told=told)
        return self.last - started

    async def trickle(self, rms: Sequence[int], per_second: float, *, told: bool) -> list[float]:
        """At a mean rate, in disorder as people are and not waiting for answers; how long each waited, in seconds."""
        chance, loop = random.Random(2026), asyncio.get_running_loop()
        due = loop.time()
        for rm in rms:
            due += chance.expovariate(per_second)
            await asyncio.sleep(max(0.0, due - loop.time()))
            self.arrive(rm)
        await self.all_answered(rms, told=told)
        return [self.answered[chat_of(rm)] - self.sent[rm] for rm in rms]


@asynccontextmanager
async def opened(rms: int) -> AsyncIterator[Field]:
    """A sandbox with the RMs from 1 to `rms` and their heads."""
    people = [Person(chat_of(rm), f"r{rm}", f"王R{rm}", started=True) for rm in range(1, rms + 1)]
    heads = {head_chat_of(rm): team_of(rm) for rm in range(1, rms + 1)}
    people += [Person(chat, f"h{team}", f"王H{team}", started=True) for chat, team in heads.items()]
    sandbox = await server.start(clock=Clock(), bot_token=TOKEN, people=people)
    field = Field(sandbox)
    gc.collect()
    gc.disable()  # the load generator's pauses are none of the bot's
    try:
        yield field
    finally:
        gc.enable()
        await sandbox.close()


def own_cpu() -> float:
    """CPU seconds of this process: what the load itself has cost."""
    spent = psutil.Process().cpu_times()
    return float(spent.user + spent.system)
