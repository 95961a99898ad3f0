"""The queue of updates: handed out again and again until an offset confirms them, forgotten when they expire.

Telegram keeps a message's update 24 hours and a button tap 150 seconds. Update ids are sequential. At most one
poller waits at a time; a newer one ends the older with 409.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import NamedTuple

import orjson

from bot.sandbox.rejected import Json, Rejected, conflict

DAY = 86_400.0
TAP_LIFE = 150.0  # seconds a callback query waits for the bot
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
REPEAT_GUARD = 0.5  # seconds within which the same offset again gets one update only


class Pending(NamedTuple):
    """An update nobody has confirmed yet; `lane` is what webhook deliveries are ordered by."""

    update_id: int
    kind: str
    lane: str
    expires: float  # Unix seconds of the world's clock
    body: bytes


class Updates:
    """`now` gives Unix seconds of the world's clock; waiting itself is in the loop's real seconds."""

    def __init__(self, now: Callable[[], float], first_id: int = 700_000_001) -> None:
        self.now = now
        self.next_id = first_id
        self.pending: dict[int, Pending] = {}
        self.allowed: frozenset[str] | None = None
        self.on_add: Callable[[Pending], None] | None = None  # a webhook listens here
        self.on_change: Callable[[int], None] | None = None  # what keeps the world on disk listens here
        self._waiting: asyncio.Future[None] | None = None
        self._last_offset: int | None = None
        self._last_answer = float("-inf")

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind of update (`allowed_updates`; empty = all but the shy ones)."""
        return kind in self.allowed if self.allowed else kind not in ONLY_WHEN_ASKED

    def take_id(self) -> int:
        taken = self.next_id
        self.next_id += 1
        return taken

    def add(self, kind: str, lane: str, at: float, update: Json) -> None:
        """Queue an update that was built with an id from `take_id`; `at` = Unix seconds it counts from."""
        life = TAP_LIFE if kind == "callback_query" else DAY
        self.put(Pending(update["update_id"], kind, lane, at + life, orjson.dumps(update)))

    def slip_in(self, body: bytes, lane: str = "broken") -> int:
        """Queue raw bytes, for tests of malformed updates; a `%d` in them becomes the id. Returns the id."""
        update_id = self.take_id()
        self.put(Pending(update_id, "message", lane, self.now() + DAY, body.replace(b"%d", str(update_id).encode())))
        return update_id

    def put(self, item: Pending) -> None:
        self.pending[item.update_id] = item
        self._changed(item.update_id)
        if self.on_add is not None:
            self.on_add(item)
        elif self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)

    def confirm(self, offset: int) -> None:
        """Forget everything below `offset`."""
        self.forget([update_id for update_id in self.pending if update_id < offset])

    def forget(self, update_ids: Iterable[int]) -> None:
        for update_id in update_ids:
            if self.pending.pop(update_id, None) is not None:
                self._changed(update_id)

    def clear(self) -> None:
        self.forget(list(self.pending))

    def alive(self, limit: int) -> list[Pending]:
        """The oldest unconfirmed updates, without those that have expired."""
        now = self.now()
        taken: list[Pending] = []
        expired: list[int] = []
        for item in self.pending.values():
            if item.expires <= now:
                expired.append(item.update_id)
            else:
                taken.append(item)
                if len(taken) == limit:
                    break
        self.forget(expired)
        return taken

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Pending]:
        """`getUpdates`: confirm below `offset`, then answer what is there or wait up to `timeout` real seconds.

        Raises `Rejected` 409 in the older of two pollers.
        """
        loop = asyncio.get_running_loop()
        self.interrupt(
            conflict("terminated by other getUpdates request; make sure that only one bot instance is running")
        )
        if offset < 0:
            self.forget(list(self.pending)[: max(len(self.pending) + offset, 0)])
        elif offset > 0:
            self.confirm(offset)
        if offset == self._last_offset and loop.time() < self._last_answer + REPEAT_GUARD:
            limit = 1
        found = self.alive(limit)
        deadline = loop.time() + timeout
        while not found and (left := deadline - loop.time()) > 0:
            waiting = self._waiting = loop.create_future()
            timer = loop.call_later(left, _ring, waiting)
            try:
                await waiting
            finally:
                timer.cancel()
                if self._waiting is waiting:
                    self._waiting = None
            found = self.alive(limit)
        self._last_offset = offset
        self._last_answer = loop.time()
        return found

    def interrupt(self, reason: Rejected) -> None:
        """End a waiting poll with an error; nothing happens when nobody waits."""
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(reason)

    def _changed(self, update_id: int) -> None:
        if self.on_change is not None:
            self.on_change(update_id)


def _ring(waiting: "asyncio.Future[None]") -> None:
    if not waiting.done():
        waiting.set_result(None)
