"""The composition root: what the program is made of, and how it starts and stops."""

import asyncio
import gc
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import structlog
from aiogram import Bot, Dispatcher
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod

from bot.batch import Allowed, Turns
from bot.clock import Clock
from bot.ears import OUTAGE, Ears
from bot.exports import Exports
from bot.language import warm_up
from bot.metrics import Metrics
from bot.neighbours import Neighbours
from bot.outbox import Limits, Mouth, first
from bot.pictures import Pictures
from bot.policy import Policies
from bot.settings import Settings
from bot.slow import Slow, Tools
from bot.speech.port import limits as listening_limits, recogniser
from bot.talk import AFTER_OUTAGE, SLOW, STANDING, Area
from bot.telegram import Telegram, Trouble
from bot.webhook import Webhook, announce
from storage import jobs as jobs_store, tables
from storage.engine import Database, insert_new, is_away, schema_revision
from storage.tables import REVISION

log = structlog.get_logger("app")

LONGEST_SLEEP = 1.0  # seconds until the jobs loop looks at the clock again: it may have been moved
STOP_SECONDS = 10.0


class Mute(BaseSession):
    """The session of a bot that may not speak: words leave through the outbox."""

    async def make_request(self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None) -> Any:
        raise RuntimeError(f"{type(method).__name__} inside a turn; use turn.say()")

    async def stream_content(self, *args: object, **kwargs: object) -> object:  # type: ignore[override]
        raise RuntimeError("a turn does not fetch files")

    async def close(self) -> None:
        return


def dispatcher(areas: Iterable[Area]) -> Dispatcher:
    """Routes updates to handlers; keeps no state of its own."""
    made = Dispatcher(disable_fsm=True)
    for observer in (made.message, made.edited_message, made.callback_query, made.my_chat_member):
        observer.middleware(Allowed())
    for area in areas:
        made.include_router(area.fresh().router)
    return made


@dataclass
class App:
    """A bot, ready to run: made once, by `build`."""

    settings: Settings
    clock: Clock
    database: Database
    telegram: Telegram
    turns: Turns
    mouth: Mouth
    bell: asyncio.Event
    slow: Slow
    slow_bell: asyncio.Event
    neighbours: Neighbours

    async def run(self, stopping: asyncio.Event) -> None:
        """Hear, speak and remind until told to stop; then finish what is in hand."""
        ears_done = asyncio.Event()
        async with asyncio.TaskGroup() as loops:
            hearing = loops.create_task(self.hear(stopping))
            hearing.add_done_callback(lambda _: ears_done.set())
            loops.create_task(self.remind(ears_done))
            loops.create_task(self.mouth.run(ears_done))
            loops.create_task(self.slow.run(ears_done, self.slow_bell))
            loops.create_task(self.neighbours.live(ears_done))
            loops.create_task(self.neighbours.listen(ears_done, self.mouth.bell))
            loops.create_task(self.warm())
            if self.settings.metrics_port:
                metrics = Metrics(self.database, self.clock, self.settings.bot_id)
                self.turns.take = metrics.timed(self.turns.take)  # type: ignore[method-assign]
                loops.create_task(metrics.run(self.settings.metrics_host, self.settings.metrics_port, ears_done))
        await self.remember_stop()

    async def remember_stop(self) -> None:
        """So that the next start knows how long nobody listened."""
        try:
            async with self.database.writing() as db:
                await jobs_store.heard_until(db, self.settings.bot_id, self.clock.now())
        except Exception as error:
            if not is_away(error):
                raise

    async def hear(self, stopping: asyncio.Event) -> None:
        settings = self.settings
        if settings.webhook_url:
            secret = settings.webhook_secret.reveal()
            await announce(self.telegram, settings.webhook_url, secret)
            webhook = Webhook(self.turns, secret)
            await webhook.run(
                settings.webhook_host, settings.webhook_port, stopping, shared=not self.database.is_sqlite
            )
        else:
            await Ears(self.telegram, self.turns).run(stopping)

    async def remind(self, stopping: asyncio.Event) -> None:
        """Ask due questions; sleep until the next one, a nudge, or a moved clock."""
        while not stopping.is_set():
            self.bell.clear()
            try:
                while not stopping.is_set() and await self.turns.run_due():
                    pass
                async with self.database.reading() as db:
                    next_due = await jobs_store.next_due(db)
            except Exception as error:
                if not is_away(error):
                    raise
                log.warning("database away", error=type(error).__name__)
                next_due = None
            wait = LONGEST_SLEEP
            if next_due is not None:
                wait = min(wait, max(0.01, (next_due - self.clock.now()).total_seconds()))
            await first(wait, self.bell, stopping)

    async def warm(self) -> None:
        """Have the language's tables read before the first person speaks; the bot works without it."""
        try:
            await asyncio.to_thread(warm_up)
        except Exception as error:
            log.warning("not warmed up", error=type(error).__name__)

    def nudge(self, jobs: bool) -> None:
        """There are words to deliver; `jobs`: and questions or slow work that are due at once."""
        self.mouth.nudge()
        if not self.mouth.held:
            self.neighbours.call()
        if jobs:
            self.bell.set()
            self.slow_bell.set()

    async def close(self) -> None:
        for each in (self.slow.tools.speech, self.slow.tools.pictures, self.slow.tools.exports):
            await each.close()
        await self.telegram.close()
        await self.database.close()


def build(settings: Settings, clock: Clock, areas: Iterable[Area], policies: Policies | None = None) -> App:
    """Put the program together; nothing is opened or asked yet."""
    token = settings.token.reveal()
    database = Database(settings.database_url.reveal())
    telegram = Telegram(token, settings.api_base)
    limits = Limits(
        per_second=settings.sends_per_second,
        chat_per_second=settings.chat_per_second,
        chat_burst=settings.chat_burst,
        group_per_minute=settings.group_per_minute,
        at_once=settings.sends_at_once,
    )
    mouth = Mouth(database, telegram, settings.bot_id, clock, limits)
    loaded = policies or Policies.load(settings.policy)
    turns = Turns(database, dispatcher(areas), Bot(token, session=Mute()), clock, loaded)
    speech = recogniser(settings)
    made = Pictures(settings.font), Exports(settings.font)
    slow = Slow(turns, Tools(telegram, speech, listening_limits(settings), *made, database, loaded))
    neighbours = Neighbours(database, clock, settings.bot_id, slow.holder)
    app = App(settings, clock, database, telegram, turns, mouth, asyncio.Event(), slow, asyncio.Event(), neighbours)
    turns.nudge, turns.listening, turns.mouth = app.nudge, slow.tools.limits, mouth
    return app


async def prepare(app: App) -> None:
    """Bring an empty database to this version's tables; an older one is the operator's decision."""
    async with app.database.reading() as db:
        at = await schema_revision(db)
    if at is None:
        from storage.migrate import upgrade  # seconds of import, for a moment of use

        await upgrade(app.database)
    elif at != REVISION:
        raise RuntimeError("the database is of another version: stop all bots, run `waiqin migrate`, start again")
    try:
        app.turns.bot_name = (await app.telegram.call("getMe", {}, seconds=5)).get("username")
    except Trouble as trouble:  # links to the bot must wait; everything else need not
        log.warning("telegram away", error=str(trouble))
    now = app.clock.now()
    async with app.database.writing() as db:
        rows = [{"name": "house:keep", "action": "house.keep", "args": {}, "due": now}]
        rows += [{"name": action, "action": action, "args": {}, "due": now} for action in STANDING]
        await db.execute(insert_new(db, tables.jobs), rows)
        heard = await jobs_store.last_heard(db, app.settings.bot_id)
        if heard is not None and now - heard > OUTAGE:
            await jobs_store.ask_now(db, AFTER_OUTAGE, now)
        if app.database.is_sqlite:  # one process only: what was taken is nobody's now
            await jobs_store.free(db, SLOW)


async def serve(app: App) -> None:
    """Run until SIGTERM or Ctrl-C; what can't be finished in ten seconds is left for the next start."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stopping.set)
    # What is alive now lives for ever; without it each full collection would stop the world.
    gc.collect()
    gc.freeze()
    running = asyncio.ensure_future(app.run(stopping))
    stopped = asyncio.ensure_future(stopping.wait())
    try:
        await asyncio.wait((running, stopped), return_when=asyncio.FIRST_COMPLETED)
        done, _ = await asyncio.wait((running,), timeout=STOP_SECONDS)
        if not done:
            log.warning("stopped with work in hand; the next start goes on with it")
            running.cancel()
        await asyncio.gather(running, return_exceptions=not done)
    finally:
        stopped.cancel()
        await app.close()
