"""Delivering updates to the bot's webhook: one at a time per chat or per tapping person, again until it answers 2xx.

A failure is repeated at once, then after 2, 4 ... 60 seconds, or exactly as its Retry-After says (at most an hour);
other chats go on meanwhile. Real seconds, because that is what the bot at the other end lives in.
"""

import asyncio
from collections import deque
from datetime import datetime

import aiohttp

from bot.sandbox.telegram import World
from bot.sandbox.updates import Pending

LONGEST_WAIT = 60.0
LONGEST_RETRY_AFTER = 3600.0
ANSWER_WITHIN = 60.0


class Webhooks:
    """`pace` shortens every wait (0.01 = a hundred times faster) so that tests needn't sleep."""

    def __init__(self, world: World, pace: float = 1.0) -> None:
        self.world = world
        self.pace = pace
        self.last_error: str | None = None
        self.last_error_at: datetime | None = None
        self.oddities: list[str] = []
        self._lanes: dict[str, deque[Pending]] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._session: aiohttp.ClientSession | None = None
        self._slots = asyncio.Semaphore(40)

    async def start(self) -> None:
        """Begin delivering to the webhook that is set, starting with what is pending."""
        await self.stop()
        webhook = self.world.bot.webhook
        if webhook is None:
            return
        self._slots = asyncio.Semaphore(webhook["max_connections"])
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=ANSWER_WITHIN))
        updates = self.world.updates
        updates.on_add = self._push
        for item in list(updates.pending.values()):
            self._push(item)

    async def stop(self) -> None:
        self.world.updates.on_add = None
        workers, self._workers, self._lanes = self._workers, set(), {}
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        if self._session is not None:
            await self._session.close()
            self._session = None

    def _push(self, item: Pending) -> None:
        lane = self._lanes.get(item.lane)
        if lane is not None:
            lane.append(item)
            return
        lane = self._lanes[item.lane] = deque([item])
        # Each lane's worker ends with its lane; stop() cancels and awaits those that are left.
        worker = asyncio.get_running_loop().create_task(self._work_off(item.lane, lane))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def _work_off(self, name: str, lane: deque[Pending]) -> None:
        failures = 0
        while lane:
            item = lane[0]
            if item.update_id in self.world.updates.pending and item.expires > self.world.updates.now():
                async with self._slots:
                    wait = await self._deliver(item, failures)
                if wait is not None:
                    failures += 1
                    await asyncio.sleep(wait * self.pace)
                    continue
            self.world.updates.forget([item.update_id])
            failures = 0
            lane.popleft()
        self._lanes.pop(name, None)

    async def _deliver(self, item: Pending, failures: int) -> float | None:
        """Post it once. None when it was accepted, else the seconds to wait before the next attempt."""
        webhook = self.world.bot.webhook
        if webhook is None or self._session is None:
            return LONGEST_WAIT
        headers = {"Content-Type": "application/json"}
        if webhook["secret_token"]:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook["secret_token"]
        retry_after = None
        try:
            async with self._session.post(webhook["url"], data=item.body, headers=headers) as response:
                body = await response.read()
                if 200 <= response.status < 300:
                    if body.strip() not in (b"", b"ok", b"OK"):
                        self._notice_method(body)
                    return None
                self.last_error = f"Wrong response from the webhook: {response.status} {response.reason}"
                retry_after = response.headers.get("Retry-After")
        except TimeoutError:
            self.last_error = "Read timeout expired"
        except aiohttp.ClientConnectorError:
            self.last_error = "Connection refused"
        except aiohttp.ClientError:
            self.last_error = "Connection closed"
        self.last_error_at = self.world.clock.now()
        if retry_after is not None and retry_after.isdigit():
            return min(float(retry_after), LONGEST_RETRY_AFTER)
        return 0.0 if failures == 0 else min(2.0**failures, LONGEST_WAIT)

    def _notice_method(self, body: bytes) -> None:
        """A method call in a webhook's answer has no visible result; the sandbox doesn't do it, and says so."""
        if b'"method"' in body:
            self.oddities.append("a method call came as the webhook's answer")
