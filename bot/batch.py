"""Updates become turns: one transaction for a batch, one savepoint per update, one commit.

Whoever brings updates (polling, webhook, a test) acknowledges them only after `take` has
returned. An update that was seen before changes nothing; a handler that breaks is undone,
recorded and apologised for, and its neighbours do not notice.
"""

from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot, Dispatcher
from aiogram.dispatcher.flags import get_flag
from aiogram.types import TelegramObject, Update
from sqlalchemy import bindparam, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.actions import ACTIONS
from bot.clock import Clock, ticks
from bot.outbox import Mouth
from bot.policy import Policies
from bot.rules.listening import Limits
from bot.rules.people import Person, Units, has_access
from bot.rules.refusal import Refusal
from bot.talk import JOBS, SLOW, Step
from bot.turn import INTERACTIVE, REMINDER, Turn, Written, private_chat, sent_at, write
from storage import jobs as jobs_store, people as people_store, tables
from storage.engine import Database, insert, is_away, undoable

log = structlog.get_logger("turn")

BATCH_SECONDS = 0.05  # then commit and go on: nobody waits longer for a neighbour's turn
FEWEST, MOST = 8, 100  # updates of one transaction
UNITS_SECONDS = 5.0  # how long the tree of units may be remembered while another process changes it
SOON = timedelta(seconds=1)
JOB_BACKOFF = (60, 300, 1800, 7200)  # seconds

FAIL = (
    update(tables.updates)
    .where(tables.updates.c.bot == bindparam("its_bot"), tables.updates.c.update_id == bindparam("its_id"))
    .values(failed=bindparam("why"))
)


@dataclass
class Turns:
    """Takes updates and due jobs, and runs each as a turn."""

    database: Database
    dispatcher: Dispatcher
    bot: Bot
    clock: Clock
    policies: Policies
    nudge: Callable[[bool], None] = lambda jobs: None  # there are words to deliver, and perhaps jobs to look at
    mouth: Mouth | None = None  # that of this process, which may claim at once what a batch decides
    bot_name: str | None = None
    listening: Limits = field(default_factory=Limits)
    _units: Units | None = None
    _units_read: float = field(default=0.0)
    _stride: int = FEWEST  # how many updates the next transaction is likely to come to

    @property
    def bot_id(self) -> int:
        return self.bot.id

    async def take(self, batch: Sequence[Update]) -> None:
        """Run the updates in their order; return when all that they decided is committed.

        Raises what the database raises when it is away: nothing was taken then, and the same
        batch may be brought again.
        """
        rest = list(batch)
        while rest:
            taken, soon, left = await self._transaction(rest[: self._stride])
            rest = rest[taken:]
            if soon or left:
                self.nudge(soon)

    async def _transaction(self, batch: Sequence[Update]) -> tuple[int, bool, bool]:
        """How many of the updates were come to; whether a job is due at once; whether words were not claimed yet."""
        started = ticks()
        async with AsyncExitStack() as after:
            taken, soon, words, ready = await self._decided(batch, started, after)
            if self.mouth is not None:
                self.mouth.start(ready)
        return taken, soon, len(ready) < words

    async def _decided(
        self, batch: Sequence[Update], started: float, after: AsyncExitStack
    ) -> tuple[int, bool, int, list[Any]]:
        """The transaction; committed when this returns. The last two: how many words, and those claimed already."""
        async with self.database.writing() as db:
            units = await self.units(db)
            faces: dict[int, tuple[Person, dict[str, Any] | None, int]] | None = None
            written = Written()
            soon = False
            now = self.clock.now()
            fresh = await remember(db, self.bot_id, [each.update_id for each in batch], now)
            taken = 0
            for each in batch:
                taken += 1
                if each.update_id not in fresh:
                    continue  # Telegram said it twice
                fresh.discard(each.update_id)
                if faces is None:
                    faces = await people_store.with_steps(db, self.bot_id, speakers(batch))
                turn = self.turn_of(db, each, units, faces)
                if turn.chat_id is None:
                    leave_group(turn, each)
                    turn.save(written, changed=False)
                    continue
                await self._run(db, turn, each)
                turn.save(written, changed=writes_of(db) > 0)
                if turn.people_changed:
                    faces, self._units = None, None
                    units = await self.units(db)
                    # What was decided about steps so far is not in the table yet.
                    await write(db, written)
                    soon = soon or due_soon(written, now)
                    written = Written()
                elif turn.person and turn.person.telegram_id is not None and (moved := turn.conversation()):
                    faces[turn.person.telegram_id] = (turn.person, *moved)
                if ticks() - started > BATCH_SECONDS and taken < len(batch):
                    await forget(
                        db, self.bot_id, [other.update_id for other in batch[taken:] if other.update_id in fresh]
                    )
                    break
            await write(db, written)
            words = len(written.words)
            ready = await self.mouth.claim_within(db, after) if self.mouth is not None and words else []
            # What is looked up for a batch is looked up for nothing if the batch is not come to.
            self._stride = min(MOST, max(FEWEST, int(taken * BATCH_SECONDS / max(ticks() - started, 1e-6))))
        return taken, soon or due_soon(written, now), words, ready

    async def _run(self, db: AsyncConnection, turn: Turn, event: Update) -> None:
        writes_of(db)
        try:
            async with undoable(db):
                await self.route(event, turn)
        except Refusal as no:
            undone(db, turn)
            turn.refuse(no)
            log.info("refused", action=turn.action, reason=no.key, person=turn.person and turn.person.id)
        except Exception as bug:
            if is_away(bug):
                raise
            undone(db, turn)
            turn.alert("turn-sorry")
            log.error(
                "turn failed", action=turn.action, update=event.update_id, error=type(bug).__name__, where=place_of(bug)
            )
            await db.execute(FAIL, {"its_bot": self.bot_id, "its_id": event.update_id, "why": type(bug).__name__[:200]})
            writes_of(db)
        else:
            log.info("turn", action=turn.action, person=turn.person and turn.person.id, about=turn.about)

    async def run_due(self, limit: int = 50) -> int:
        """Ask the questions whose time has come; return how many were asked."""
        async with self.database.writing() as db:
            due = await jobs_store.due(db, self.clock.now(), limit, SLOW)
            if not due:
                return 0
            units = await self.units(db)
            written = Written()
            for job in due:
                outcome = await self._ask(db, units, written, job, rank=REMINDER)
                await jobs_store.settle(db, job.id, **outcome)
            await write(db, written)
        self.nudge(True)
        return len(due)

    async def tell(self, job: Any, say: Callable[..., Any]) -> None:
        """Run a turn about a job that is not done yet: to say that it takes longer."""
        async with self.database.writing() as db:
            written = Written()
            units = await self.units(db)
            turn = Turn(db, self.bot_id, self.clock.now(), units, self.policies, sent_at=job.due, action=job.action)
            await say(turn, **job.args)
            turn.save(written, changed=writes_of(db) > 0)
            await write(db, written)
        self.nudge(True)

    async def apply(self, job: Any, result: Any) -> None:
        """Run what a slow job's work came to as a turn; the world may have moved on meanwhile."""
        async with self.database.writing() as db:
            written = Written()
            units = await self.units(db)
            outcome = await self._ask(db, units, written, job, rank=INTERACTIVE, result=result)
            await jobs_store.settle(db, job.id, **outcome)
            await write(db, written)
        self.nudge(True)

    async def _ask(
        self, db: AsyncConnection, units: Units, written: Written, job: Any, *, rank: int, **more: Any
    ) -> dict[str, Any]:
        """Run one due job as a turn; returns the columns that say what became of it."""
        now = self.clock.now()
        turn = Turn(db, self.bot_id, now, units, self.policies, sent_at=job.due, action=job.action, rank=rank)
        turn.bot_name = self.bot_name
        turn.route = self.route
        writes_of(db)
        outcome: dict[str, Any] = {"done": now, "retry_at": None, "failed": None, "attempts": job.attempts + 1}
        try:
            ask = JOBS[job.action]
            async with undoable(db):
                await ask(turn, **job.args, **more)
        except Refusal as no:
            undone(db, turn)
            outcome["failed"] = no.key
        except Exception as bug:
            if is_away(bug):
                raise
            undone(db, turn)
            log.error("job failed", action=job.action, job=job.id, error=type(bug).__name__, where=place_of(bug))
            outcome |= after_failure(job.attempts, now, type(bug).__name__)
        turn.save(written, changed=writes_of(db) > 0)
        if turn.people_changed:
            self._units = None
        return outcome

    def turn_of(
        self,
        db: AsyncConnection,
        event: Update,
        units: Units,
        faces: dict[int, tuple[Person, dict[str, Any] | None, int]],
    ) -> Turn:
        now = self.clock.now()
        turn = Turn(db, self.bot_id, now, units, self.policies, update=event, chat_id=private_chat(event))
        turn.bot_name, turn.listening = self.bot_name, self.listening
        turn.sent_at = sent_at(event, now)
        speaker = speaker_of(event)
        if speaker is not None:
            turn.spoken = speaker[1]
            if known := faces.get(speaker[0]):
                turn.person, step, turn.stamp = known
                turn.step = Step.load(step)
                turn.aside = bool(step and step.get("aside"))
        return turn

    async def route(self, event: Update, turn: Turn) -> Any:
        """Hand an update to the handler whose it is."""
        return await self.dispatcher.feed_update(self.bot, event, turn=turn)

    async def units(self, db: AsyncConnection) -> Units:
        """The tree of units, read anew when it may have changed."""
        if self._units is None or ticks() - self._units_read > UNITS_SECONDS:
            self._units, self._units_read = await people_store.all_units(db), ticks()
            self.policies.refresh()
        return self._units


class Allowed(BaseMiddleware):
    """Deny by default: without a row, a role, access and an accepted notice nothing is done, and the reason is said."""

    async def __call__(self, handler: Any, event: TelegramObject, data: dict[str, Any]) -> Any:
        turn: Turn = data["turn"]
        turn.action = get_flag(data, "action") or "fallback.unnamed"
        row = ACTIONS.get(turn.action)
        if row is None:
            raise Refusal("turn-not-allowed")
        if row.unknown_may:
            return await handler(event, data)
        if turn.person is None:
            raise Refusal("turn-stranger")
        if not has_access(turn.person, turn.today):
            raise Refusal("turn-no-access")
        if turn.policy.confidentiality.first_start_notice and turn.person.notice_accepted_at is None:
            raise Refusal("turn-notice-first")
        if not turn.person.roles & row.who:
            raise Refusal("turn-not-allowed")
        return await handler(event, data)


async def remember(db: AsyncConnection, bot: int, ids: Sequence[int], now: datetime) -> set[int]:
    """Write these update ids down; the answer holds those that were not known yet."""
    statement = insert(db, tables.updates).on_conflict_do_nothing().returning(tables.updates.c.update_id)
    rows = await db.execute(statement, [{"bot": bot, "update_id": each, "at": now} for each in dict.fromkeys(ids)])
    return set(rows.scalars())


def due_soon(written: Written, now: datetime) -> bool:
    """Whether somebody must look at the jobs at once: the loops look every second by themselves."""
    return any(job is not None and job["due"] <= now + SOON for job in written.jobs.values())


async def forget(db: AsyncConnection, bot: int, ids: Sequence[int]) -> None:
    """Take ids back that this transaction will not come to; the next one remembers them."""
    if ids:
        u = tables.updates.c
        await db.execute(tables.updates.delete().where(u.bot == bot, u.update_id.in_(ids)))


def speaker_of(event: Update) -> tuple[int, str | None] | None:
    """The Telegram id of the person behind an update, and the language of their client."""
    part = event.message or event.edited_message or event.callback_query or event.my_chat_member
    user = part.from_user if part else None
    return (user.id, user.language_code) if user else None


def speakers(batch: Sequence[Update]) -> list[int]:
    return [found[0] for each in batch if (found := speaker_of(each))]


def leave_group(turn: Turn, event: Update) -> None:
    """Client data never goes to a group (S-03): where we are added to one, we leave it without a word."""
    member = event.my_chat_member
    turn.action = "fallback.group"
    if member is not None and member.new_chat_member.status in ("member", "administrator"):
        turn.call("leaveChat", member.chat.id, "-")
        log.warning("left a group", chat_type=member.chat.type)


def writes_of(db: AsyncConnection) -> int:
    """How many statements have changed something since this was last asked."""
    return int(db.sync_connection.info.pop("writes", 0)) if db.sync_connection else 0


def undone(db: AsyncConnection, turn: Turn) -> None:
    """The savepoint took the handler's writes back; its words and steps go with them."""
    turn.undo()
    writes_of(db)


def after_failure(attempts: int, now: datetime, error: str) -> dict[str, Any]:
    """What becomes of a job that broke: another try after a while, and in the end a row that says so."""
    if attempts < len(JOB_BACKOFF):
        return {"done": None, "retry_at": now + timedelta(seconds=JOB_BACKOFF[attempts]), "failed": error}
    return {"failed": error}


def place_of(bug: BaseException) -> str:
    """Where it broke, without the words of the error: those may hold what people wrote."""
    trace, where = bug.__traceback__, "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        if "/handlers/" in code.co_filename or "/bot/" in code.co_filename or "/storage/" in code.co_filename:
            where = f"{code.co_filename.rsplit('/', 2)[-1]}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return where
