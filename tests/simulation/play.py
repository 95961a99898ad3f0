"""One seed: a few hours of a bank whose machine, network, database and clock break; then everything is looked at.

report = play(17)
assert report.wrong == []
"""

import asyncio
import logging
import shutil
import tempfile
import traceback
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import structlog
from sqlalchemy import text, update

from bot import app as apps
from bot.clock import Clock
from bot.outbox import Limits, Mouth
from bot.settings import Secret, Settings
from bot.speech.port import EngineAway, Heard, Silent
from bot.telegram import Unreachable
from handlers import AREAS
from storage import tables as t
from storage.engine import Database, is_away
from tests.simulation import invariants
from tests.simulation.machine import Crash, Loop, Machine
from tests.simulation.people import IDS, LEAVES, OUTINGS, RECORDS, Crowd
from tests.simulation.telegram import ROW, Telegram
from tests.stage import TOKEN, Stage, people_the_bank

HOURS = 9.0
# Where and when: ordinary weeks, a make-up week, and the nights and days on which clocks change.
PLACES = (
    ("Asia/Shanghai", datetime(2026, 8, 3, 0, 30, tzinfo=UTC)),
    ("Asia/Shanghai", datetime(2026, 9, 30, 0, 30, tzinfo=UTC)),
    ("Asia/Shanghai", datetime(2026, 12, 31, 9, 0, tzinfo=UTC)),
    ("Europe/Berlin", datetime(2026, 3, 28, 22, 0, tzinfo=UTC)),
    ("America/New_York", datetime(2026, 11, 1, 2, 0, tzinfo=UTC)),
)


class World(Clock):
    """The machine's clock: the loop's time, and wrong by as much as it was moved."""

    def __init__(self, loop: Loop, begins: datetime) -> None:
        super().__init__()
        self.loop, self.begins = loop, begins

    def now(self) -> datetime:
        return self.true() + self.shift_by

    def true(self) -> datetime:
        return self.begins + timedelta(seconds=self.loop.moment)


@dataclass
class Report:
    """What one seed came to."""

    seed: int
    hours: float = 0.0
    updates: int = 0
    crashes: Counter[str] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    said: int = 0
    repeated: int = 0  # calls that took effect more than once, each of them in doubt
    restarts: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass
class Turned:
    """One committed turn: what it was, and what the clock said."""

    what: str  # "update", "job", "told"
    which: Any
    now: datetime
    more: dict[str, Any] = field(default_factory=dict)


class Ears:
    """A recogniser that hears what people might say, and sometimes hangs or is away."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine

    async def hear(self, _recording: bytes, _language: str) -> Heard:
        self.machine.point("while hearing")
        if self.machine.trouble("the recogniser hangs", 0.1):
            await asyncio.sleep(900)
        if self.machine.trouble("the recogniser is away", 0.1):
            raise EngineAway("away")
        if self.machine.trouble("nothing is heard", 0.1):
            raise Silent()
        await asyncio.sleep(2)
        return Heard(self.machine.chance.choice(OUTINGS + RECORDS + LEAVES), 4.0, "sim", "sim", 2.0)

    async def close(self) -> None:
        return


class Studio:
    """Pictures and workbooks without a process of their own."""

    PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 64

    async def draw(self, _kind: str, _facts: dict[str, Any]) -> bytes:
        return self.PNG

    async def write(self, _book: Any, rows: Any) -> bytes:
        async for _ in rows:
            pass
        return b"PK" + b"0" * 64

    async def close(self) -> None:
        return


class NamedMouth(Mouth):
    """A mouth that lets the world know which row it is saying."""

    async def call(self, row: Any, payload: dict[str, Any]) -> dict[str, Any]:
        ROW.set(row.id)
        return await super().call(row, payload)


def play(seed: int, hours: float = HOURS) -> Report:
    """Play a seed and look at everything afterwards."""
    structlog.configure(processors=[silent])
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)  # a dead machine's connections can't be reset
    loop = Loop()
    with tempfile.TemporaryDirectory(prefix="waiqin-sim-", dir=fast_disk()) as folder:
        game = Game(seed, loop, Path(folder), hours)
        with game.machine.running(loop):
            asyncio.set_event_loop(loop)
            try:
                loop.run_until_complete(game.run())
            finally:
                asyncio.set_event_loop(None)
                loop.close()
    return game.report


def silent(_logger: Any, _method: str, event: dict[str, Any]) -> Any:
    """Nothing is printed; what a handler broke with is kept for the report."""
    if event["event"] in ("turn failed", "job failed", "slow work failed", "telegram rejects a call"):
        what, why = event.get("action") or event.get("key"), event.get("error") or event.get("words")
        BROKEN.append(f"{event['event']}: {what} {why} {event.get('where', '')}")
    raise structlog.DropEvent


BROKEN: list[str] = []


def fast_disk() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


@cache
def bank(zone: str) -> bytes:
    """The small bank as a database file, its units in this zone."""

    async def make(path: Path) -> None:
        stage = Stage(f"sqlite:///{path}")
        stage.build()
        async with stage.app.database.writing() as db:
            await db.run_sync(t.metadata.create_all)
            await db.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
            await db.execute(text(f"INSERT INTO alembic_version VALUES ('{t.REVISION}')"))
        await people_the_bank(stage)
        async with stage.app.database.writing() as db:
            await db.execute(update(t.units).values(zone=zone))
        await stage.app.close()

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bank.db"
        asyncio.run(make(path))
        return path.read_bytes()


class Game:
    def __init__(self, seed: int, loop: Loop, folder: Path, hours: float) -> None:
        self.chance = Random(seed)
        self.report = Report(seed, hours)
        self.loop, self.hours = loop, hours
        self.machine = Machine(Random(seed + 1), crashes_left=self.chance.randrange(7))
        self.telegram = Telegram(self.machine)
        self.zone, begins = self.chance.choice(PLACES)
        self.clock = World(loop, begins)
        self.file = folder / "bank.db"
        self.file.write_bytes(bank(self.zone))
        shutil.copy(self.file, folder / "replay.db")
        self.replay = folder / "replay.db"
        self.people = Crowd(self.telegram, Random(seed + 2), lambda: int(self.clock.true().timestamp()))
        self.starting = False
        BROKEN.clear()

    async def run(self) -> None:
        """The day, then quiet, then the look."""
        crowd = [asyncio.ensure_future(self.people.live(each, self.chance.uniform(200, 1500))) for each in IDS]
        ends = self.loop.moment + self.hours * 3600
        while self.loop.moment < ends:
            await self.one_life(ends)
        for each in crowd:
            each.cancel()
        self.machine.faults = 0.0
        quiet = self.loop.moment + 1200
        await self.one_life(quiet)
        report = self.report
        report.updates, report.crashes, report.troubles = (
            len(self.telegram.updates),
            self.machine.crashed_at,
            self.machine.troubles,
        )
        report.said = len(self.telegram.said)
        report.wrong += [*dict.fromkeys(BROKEN), *await invariants.look(self)]

    async def one_life(self, ends: float) -> None:
        """One start of the program: until the end, a crash, or somebody stops it."""
        self.machine.revive()
        app = self.build()
        stopping = asyncio.Event()
        running = asyncio.ensure_future(self.life(app, stopping))
        wait = ends - self.loop.moment
        polite = bool(self.machine.faults) and self.chance.random() < 0.4
        if polite:
            wait = min(wait, self.chance.uniform(60, 7200))
        jumps = asyncio.ensure_future(self.clock_jumps())
        await asyncio.wait((running,), timeout=wait)
        jumps.cancel()
        if not running.done():
            stopping.set()
            await asyncio.wait((running,), timeout=60)
        if not running.done():
            self.machine.die()
            running.cancel()
        try:
            await running
        except (Crash, asyncio.CancelledError):
            pass
        except BaseException as error:  # whatever it is: a supervisor starts the program again
            _, rest = (
                error.split((Crash, asyncio.CancelledError)) if isinstance(error, BaseExceptionGroup) else (0, error)
            )
            if rest is not None and not (self.starting and is_away(rest)):
                self.report.wrong.append(f"the program ended by itself: {last_line(rest)}")
        self.report.restarts += 1
        if self.machine.dead:
            self.telegram.doubts.update(self.in_doubt())
        else:
            with suppress(Crash):
                await app.close()
            self.machine.die()
        await asyncio.sleep(self.chance.choice((1.0, 20.0, 300.0)))

    async def life(self, app: Any, stopping: asyncio.Event) -> None:
        self.starting = True
        await apps.prepare(app)
        self.starting = False
        await app.run(stopping)

    async def clock_jumps(self) -> None:
        """Somebody sets the machine's clock, forwards and backwards."""
        while True:
            await asyncio.sleep(self.chance.uniform(1800, 20_000))
            if self.machine.faults:
                self.machine.troubles["the clock jumps"] += 1
                self.clock.shift(timedelta(seconds=self.chance.choice((-120, -30, 45, 300, 3600))))

    def in_doubt(self) -> list[int]:
        """The rows that were being said when the machine stopped: they may be said again."""
        import sqlite3
        from contextlib import closing

        with closing(sqlite3.connect(self.file)) as plain:
            return [row[0] for row in plain.execute("SELECT id FROM outbox WHERE state = 'sending'")]

    def build(self) -> Any:
        """The program, with the world's hands in the places of Telegram, the recogniser and the pictures."""
        app = bare(f"sqlite:///{self.file}", self.clock)
        limits = Limits(1e6, 1e6, 1e6, 1e6, self.chance.choice((1, 4, 32)))
        app.mouth = NamedMouth(app.database, self.telegram, app.mouth.bot, self.clock, limits)
        app.telegram = self.telegram  # type: ignore[assignment]
        app.slow.tools.telegram = self.telegram  # type: ignore[assignment]
        app.slow.tools.speech = Ears(self.machine)
        app.slow.tools.pictures = app.slow.tools.exports = Studio()  # type: ignore[assignment]
        self.remember(app.turns)
        return app

    def remember(self, turns: Any) -> None:
        """Write down what each transaction did; it counts once it is committed."""
        run, ask, tell = turns._run, turns._ask, turns.tell

        async def running(db: Any, turn: Any, event: Any) -> None:
            self.machine.pending.append(Turned("update", event.update_id, turn.now))
            self.machine.point("in a turn", 0.001)
            await run(db, turn, event)

        async def asking(db: Any, units: Any, written: Any, job: Any, **more: Any) -> Any:
            self.machine.pending.append(Turned("job", job, self.clock.now(), more))
            return await ask(db, units, written, job, **more)

        async def telling(job: Any, say: Any) -> None:
            await tell(job, say)
            self.machine.history.append(Turned("told", job, self.clock.now()))

        turns._run, turns._ask, turns.tell = running, asking, telling


def last_line(error: BaseException) -> str:
    """The innermost error of a group, and where it was raised in our own rooms."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    frames = [each for each in traceback.extract_tb(error.__traceback__) if "site-packages" not in each.filename]
    ours = [each for each in frames if any(room in each.filename for room in ("/bot/", "/handlers/"))]
    place = " < ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in reversed(ours[-4:]))
    return f"{type(error).__name__}: {str(error)[:120]} at {place}"


def bare(url: str, clock: Clock) -> Any:
    """The program as `waiqin run` builds it."""
    app = apps.build(Settings(token=Secret(TOKEN), database_url=Secret(url)), clock, AREAS)

    async def warm() -> None:  # needs a thread, and the words are warm after the first seed
        return

    app.warm = warm  # type: ignore[method-assign]
    return app


__all__ = ["Database", "Game", "Report", "Turned", "Unreachable", "play"]
