"""The mouth: words leave here, after the transaction that decided them.

One sender per bot, held by a lease. Each round settles what has come back, claims the heads of
lanes, commits both at once, and only then calls Telegram. Interactive words go before reminders,
reminders before bulk; unasked words are paced; a flood wait is obeyed to the second.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol

import structlog

from bot import clock as clocks
from bot.clock import Clock
from bot.telegram import Attachment, Flood, Gone, Rejected, Trouble
from storage import files as files_store, outbox as store, people as people_store
from storage.engine import Database, is_away

log = structlog.get_logger("outbox")

BACKOFF = (1, 2, 5, 15, 30, 60, 120, 300)  # seconds; the last one again and again
LEASE = timedelta(seconds=8)
IDLE_SECONDS = 1.0
MOST_CHATS = 10_000
NEVER = float("-inf")
LAST_TRIES = 10  # half a second each: what is not settled at a stop would be said twice
LINGER_SECONDS = 0.02  # what comes back from Telegram within this is written down together
UNADDRESSED = ("answerCallbackQuery", "setMyCommands")  # they name whom they are for in other ways
NOT_MODIFIED = "message is not modified"
NO_MESSAGE = ("message to edit not found", "message can't be edited", "message_id_invalid")


class Speaker(Protocol):
    async def call(self, method: str, payload: dict[str, Any]) -> Any: ...


@dataclass
class Bucket:
    """So many at once, so many a second after that. May go into debt: what is urgent is sent and charged."""

    size: float
    rate: float
    level: float
    at: float

    def refill(self, now: float) -> None:
        self.level = min(self.size, self.level + max(0.0, now - self.at) * self.rate)
        self.at = now

    def wait(self) -> float:
        """Seconds until there is room for one."""
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate


@dataclass
class Limits:
    """Telegram's limits, from the settings."""

    per_second: float = 27.0
    chat_per_second: float = 1.0
    chat_burst: float = 10.0
    group_per_minute: float = 20.0
    at_once: int = 32


@dataclass
class Pace:
    """When a word may go: one budget for the bot, one for each chat (below zero: a group)."""

    limits: Limits
    whole: Bucket = field(init=False)
    chats: dict[int, Bucket] = field(default_factory=dict)
    full: int = field(init=False, default=0)  # how many chats are known before the quiet ones are forgotten
    slowed: float = 1.0  # lowered by a flood wait, raised slowly by quiet

    def __post_init__(self) -> None:
        self.whole = Bucket(1.0, self.limits.per_second, 1.0, clocks.ticks())
        self.full = MOST_CHATS

    def wait(self, chat_id: int, rank: int) -> float:
        """Seconds to wait before this word; what answers a person waits for its chat only."""
        now = clocks.ticks()
        self.whole.rate = self.limits.per_second * self.slowed
        self.whole.refill(now)
        chat = self.chat(chat_id)
        chat.refill(now)
        return chat.wait() if rank == 0 else max(chat.wait(), self.whole.wait())

    def spend(self, chat_id: int) -> None:
        self.whole.level = max(self.whole.level - 1, -self.limits.per_second)
        self.chat(chat_id).level -= 1

    def chat(self, chat_id: int) -> Bucket:
        if len(self.chats) >= self.full:
            self.forget_quiet()
        if chat_id not in self.chats:
            group = chat_id < 0
            size = self.limits.group_per_minute if group else self.limits.chat_burst
            rate = self.limits.group_per_minute / 60 if group else self.limits.chat_per_second
            self.chats[chat_id] = Bucket(size, rate, size, clocks.ticks())
        return self.chats[chat_id]

    def forget_quiet(self) -> None:
        """Forget the chats that have been quiet long enough; asked again only when twice as many are known."""
        now = clocks.ticks()
        for each in self.chats.values():
            each.refill(now)
        self.chats = {key: each for key, each in self.chats.items() if each.level < each.size}
        self.full = max(MOST_CHATS, 2 * len(self.chats))

    def strained(self, chat_id: int) -> bool:
        """Whether this chat alone explains a flood wait: we have just said a lot in it."""
        chat = self.chat(chat_id)
        return chat_id < 0 or chat.level < 1

    def flooded(self) -> None:
        self.slowed = max(0.2, self.slowed * 0.9)

    def quiet(self) -> None:
        self.slowed = min(1.0, self.slowed + 0.0005)


@dataclass
class Mouth:
    """Delivers what is due. `run` is the loop of a program; `deliver_due` one round, for tests."""

    database: Database
    speaker: Speaker
    bot: int
    clock: Clock
    limits: Limits = field(default_factory=Limits)
    holder: str = field(default_factory=clocks.name)
    pace: Pace = field(init=False)
    outcomes: list[dict[str, Any]] = field(default_factory=list)
    unreachable: list[int] = field(default_factory=list)
    uploaded: dict[str, str] = field(default_factory=dict)  # digest: Telegram's name for it
    flying: set[int] = field(default_factory=set)
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    landed: asyncio.Event = field(default_factory=asyncio.Event)
    choosing: asyncio.Lock = field(default_factory=asyncio.Lock)  # from choosing rows until that is committed
    calls: asyncio.TaskGroup | None = None  # while the loop runs
    held: bool = False
    pause_until: datetime | None = None
    new_pause: datetime | None = None
    renewed: float = 0.0
    unsure: bool = False  # whether what is `sending` in the table is really on its way

    def __post_init__(self) -> None:
        self.pace = Pace(self.limits)

    def nudge(self) -> None:
        """There may be something to say."""
        self.bell.set()

    async def run(self, stopping: asyncio.Event) -> None:
        """Deliver until told to stop; then finish the calls in hand and mark them."""
        async with asyncio.TaskGroup() as calls:
            self.calls = calls
            while not stopping.is_set():
                self.bell.clear()
                try:
                    wait = await self.round(calls)
                except Exception as error:
                    if not is_away(error):
                        raise
                    log.warning("database away", error=type(error).__name__)
                    wait = IDLE_SECONDS
                if wait > 0 and not self.outcomes:
                    self.landed.clear()
                    await first(wait, self.bell, self.landed, stopping)
                if self.outcomes and not self.bell.is_set():  # new words don't wait for this
                    await first(LINGER_SECONDS, self.bell, stopping)
            self.calls = None
        await self.settle_last()

    async def round(self, calls: asyncio.TaskGroup) -> float:
        """Settle, claim, commit, send. Returns the seconds until there may be more to do."""
        now = self.clock.now()
        async with AsyncExitStack() as after, self.settling() as db:
            if not await self.keep_lease(db, now):
                return IDLE_SECONDS
            if self.pause_until and self.pause_until > now:
                return min(IDLE_SECONDS, (self.pause_until - now).total_seconds())
            room = self.limits.at_once - len(self.flying)
            if room <= 0:
                return IDLE_SECONDS
            await after.enter_async_context(self.choosing)
            after.push(self.doubt)
            if self.unsure:
                on_the_way = self.flying | {each["its_id"] for each in self.outcomes}
                await store.unclaim(db, self.bot, on_the_way)
                self.unsure = False
            ready, wait = await self.choose(db, now, room)
            await store.claim(db, [row.id for row, _ in ready])
        self.start(ready, calls)
        return wait

    async def claim_within(self, db: Any, after: AsyncExitStack) -> list[tuple[Any, dict[str, Any]]]:
        """Claim, in the transaction that decides them, the words that may go at once; they leave when it is committed.

        It saves a transaction for each answer. Nothing is claimed by who does not surely hold the lease. `after`
        ends when the transaction has.
        """
        now = self.clock.now()
        room = self.limits.at_once - len(self.flying)
        sure = self.held and clocks.ticks() - self.renewed < LEASE.total_seconds() / 2
        if self.calls is None or not sure or room <= 0 or (self.pause_until and self.pause_until > now):
            return []
        await after.enter_async_context(self.choosing)
        after.push(self.doubt)
        ready, _ = await self.choose(db, now, room)
        await store.claim(db, [row.id for row, _ in ready])
        return ready

    def doubt(self, error: type[BaseException] | None, *_rest: object) -> None:
        """A transaction that claimed rows has ended; where it failed, its commit may have been made all the same."""
        self.unsure = self.unsure or error is not None

    def start(self, ready: list[tuple[Any, dict[str, Any]]], calls: asyncio.TaskGroup | None = None) -> None:
        """Make the calls of rows that are claimed and committed."""
        group = calls or self.calls
        if group is not None:
            for row, payload in ready:
                self.flying.add(row.id)
                group.create_task(self.send(row, payload))

    async def choose(self, db: Any, now: datetime, room: int) -> tuple[list[tuple[Any, dict[str, Any]]], float]:
        """The rows to send now, with what to send; and the seconds until others may go."""
        rows = await store.heads(db, self.bot, now, max(room * 2, 50))
        ready: list[tuple[Any, dict[str, Any]]] = []
        shortest = IDLE_SECONDS
        edits = [row.id for row in rows if row.method == "editMessageText"]
        pointless = await store.superseded(db, edits, now) if edits else set()
        for row in rows:
            if row.id in pointless or (row.expires and row.expires < now):
                why = "superseded" if row.id in pointless else "expired"
                await store.settle(db, [outcome(row.id, "dropped", now, why=why)])
                shortest = 0.0
                continue
            if row.method != "answerCallbackQuery":
                wait = self.pace.wait(row.chat_id, row.rank)
                if wait > 0:
                    shortest = min(shortest, wait)
                    continue
                self.pace.spend(row.chat_id)
            ready.append((row, await self.payload(db, row)))
            if len(ready) == room:
                break
        return ready, shortest

    async def payload(self, db: Any, row: Any) -> dict[str, Any]:
        """What to send: the row's payload with its address, and for an edit the message it changes."""
        payload = dict(row.payload or {})
        if row.method in UNADDRESSED:
            return payload
        payload["chat_id"] = row.chat_id
        if row.file is not None:
            kept = await files_store.by_digest(db, self.bot, row.file)
            if kept is not None:
                payload[kind_of(row.method)] = kept.file_id or Attachment(kept.name, kept.data)
        if row.method == "editMessageText" and row.slot:
            message_id = await store.message_in_slot(db, self.bot, row.chat_id, row.slot)
            if message_id is not None:
                payload["message_id"] = message_id
        return payload

    async def send(self, row: Any, payload: dict[str, Any]) -> None:
        """Make the call, and remember what became of it."""
        done = await self.call(row, payload)
        self.outcomes.append(done)  # not in one line: the list is exchanged while the call is under way
        self.flying.discard(row.id)
        self.landed.set()

    async def call(self, row: Any, payload: dict[str, Any]) -> dict[str, Any]:
        try:
            result = await self.speaker.call(*as_call(row.method, payload))
        except Rejected as no:
            now = self.clock.now()
            if NOT_MODIFIED in no.words:
                return outcome(row.id, "sent", now, message=payload.get("message_id"))
            if row.method == "editMessageText" and any(words in no.words.lower() for words in NO_MESSAGE):
                anew = {name: value for name, value in payload.items() if name != "message_id"}
                return await self.call(row, anew)
            log.error(
                "telegram rejects a call", method=row.method, key=row.key, code=no.code, words=no.words, row=row.id
            )
            return outcome(row.id, "failed", now, why=str(no))
        except Gone:
            self.unreachable.append(row.chat_id)
            log.warning("person unreachable", row=row.id)
            return outcome(row.id, "failed", self.clock.now(), why="unreachable")
        except Flood as flood:
            return self.flooded(row, flood)
        except Trouble as error:
            wait = BACKOFF[min(row.attempts, len(BACKOFF) - 1)]
            log.warning("telegram away", method=row.method, error=str(error), again_in=wait, row=row.id)
            now = self.clock.now()
            return outcome(row.id, "pending", None, again=now + timedelta(seconds=wait))
        self.pace.quiet()
        message = result.get("message_id") if isinstance(result, dict) else None
        uploaded = row.file is not None and isinstance(payload.get(kind_of(row.method)), Attachment)
        if uploaded and (name := file_id_of(result, kind_of(row.method))):
            self.uploaded[row.file] = name
        return outcome(row.id, "sent", self.clock.now(), message=message)

    def flooded(self, row: Any, flood: Flood) -> dict[str, Any]:
        """Wait as long as Telegram says: this chat alone if it explains the answer, else everybody."""
        until = self.clock.now() + timedelta(seconds=flood.seconds)
        alone = self.pace.strained(row.chat_id)
        if not alone:
            self.pace.flooded()
            self.pause_until = max(until, self.pause_until or until)
            self.new_pause = self.pause_until
        log.warning("flood wait", seconds=flood.seconds, everybody=not alone, row=row.id)
        return outcome(row.id, "pending", None, again=until)

    @asynccontextmanager
    async def settling(self) -> AsyncIterator[Any]:
        """A transaction that begins with what became of calls; none of it is forgotten before the commit."""
        done, self.outcomes = self.outcomes, []
        gone, self.unreachable = self.unreachable, []
        uploaded, self.uploaded = self.uploaded, {}
        pause, self.new_pause = self.new_pause, None
        held = self.held
        try:
            async with self.database.writing() as db:
                await store.settle(db, done)
                for chat_id in gone:
                    await people_store.reachable(db, self.bot, chat_id, self.clock.now())
                for digest, file_id in uploaded.items():
                    await files_store.known_as(db, self.bot, digest, file_id)
                if pause:
                    await store.pause(db, self.bot, pause)
                yield db
        except BaseException:
            self.outcomes, self.unreachable = done + self.outcomes, gone + self.unreachable
            self.uploaded = uploaded | self.uploaded
            self.new_pause = self.new_pause or pause
            self.held, self.renewed = held, NEVER  # whether a lease was taken is not certain either
            raise

    async def keep_lease(self, db: Any, now: datetime) -> bool:
        """Hold the right to speak for this bot. Who takes it over decides about what is in doubt."""
        if self.held and clocks.ticks() - self.renewed < LEASE.total_seconds() / 4:
            return True
        got = await store.lease(db, f"mouth:{self.bot}", self.holder, now, LEASE)
        if got and not self.held:
            again, dropped = await store.in_doubt(db, self.bot, now)
            self.pause_until = await store.paused_until(db, self.bot)
            if again or dropped:
                log.warning("in doubt after a stop", sent_again=again, dropped=dropped)
        self.held, self.renewed = got, clocks.ticks()
        return got

    async def settle_last(self) -> None:
        for attempt in range(LAST_TRIES):
            try:
                async with self.settling() as db:
                    await store.release(db, f"mouth:{self.bot}", self.holder)
                self.held = False
                return
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("database away", error=type(error).__name__, last=attempt == LAST_TRIES - 1)
                await asyncio.sleep(0.5)

    async def deliver_due(self) -> int:
        """Send everything that may go now, lane by lane, and return how many rows were settled."""
        settled = 0
        while True:
            async with asyncio.TaskGroup() as calls:
                wait = await self.round(calls)
                started = len(self.flying)
            settled += len([each for each in self.outcomes if each["new_state"] != "pending"])
            async with self.settling():
                pass
            if not started and wait > 0:
                return settled


def as_call(method: str, payload: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The call as Telegram wants it; an edit whose message is not there (any more) is said anew."""
    if method == "editMessageText" and "message_id" not in payload:
        markup = payload.get("reply_markup")
        if markup == {"inline_keyboard": []}:
            payload = {name: value for name, value in payload.items() if name != "reply_markup"}
        return "sendMessage", payload
    if method == "editMessageText":  # a message is protected when it is sent, and stays so
        payload = {name: value for name, value in payload.items() if name != "protect_content"}
    return method, payload


def kind_of(method: str) -> str:
    """What a call sends: "photo" of sendPhoto."""
    return method.removeprefix("send").lower()


def file_id_of(result: Any, kind: str) -> str | None:
    """Telegram's name for the file of a message that was sent, if it tells; of a picture, its largest size."""
    sent = (result.get(kind) if isinstance(result, dict) else None) or {}
    name = (sent[-1] if isinstance(sent, list) else sent).get("file_id")
    return str(name) if name else None


def outcome(
    row_id: int,
    state: str,
    at: datetime | None,
    *,
    why: str | None = None,
    message: int | None = None,
    again: datetime | None = None,
) -> dict[str, Any]:
    return {
        "its_id": row_id,
        "new_state": state,
        "at": at,
        "why": why[:200] if why else None,
        "its_message": message,
        "again": again,
    }


async def first(seconds: float, *events: asyncio.Event) -> None:
    """Wait for one of the events, or for the time to pass."""
    waits = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waits:
            each.cancel()
        await asyncio.gather(*waits, return_exceptions=True)
