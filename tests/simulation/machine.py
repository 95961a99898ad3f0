"""A machine that can die: a loop whose time only jumps, SQLite on that loop, and a switch that ends the program.

Nothing here waits and nothing runs beside the loop, so that a seed plays the same way each time. A crash is a
`Crash` raised where the program touches the world (a statement, a commit, a call); from then on every touch
raises it, and what was not committed is gone.
"""

import asyncio
import selectors
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any
from unittest.mock import patch

import aiosqlite.core


class Crash(BaseException):
    """The machine stopped here."""


class Stuck(RuntimeError):
    """Nothing will ever happen again: everybody waits for nobody."""


class Loop(asyncio.SelectorEventLoop):
    """A loop whose clock jumps to the next timer as soon as there is nothing else to do."""

    def __init__(self) -> None:
        self.moment = 0.0
        super().__init__(Jumping(self))

    def time(self) -> float:
        return self.moment


class Jumping(selectors.DefaultSelector):  # type: ignore[misc,valid-type]
    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self.loop = loop

    def select(self, timeout: float | None = None) -> Any:
        events = super().select(0)
        if events:
            return events
        if timeout is None:
            raise Stuck("\n".join(str(each.get_stack()[-1:]) for each in asyncio.all_tasks(self.loop)))
        self.loop.moment += max(timeout, 1e-6)  # less would be lost in rounding, and the same moment come for ever
        return []


@dataclass
class Machine:
    """What the program touches, and when it breaks."""

    chance: Random
    faults: float = 1.0  # 0: nothing breaks
    dead: bool = False
    crashes_left: int = 0
    crashed_at: Counter[str] = field(default_factory=Counter)
    troubles: Counter[str] = field(default_factory=Counter)
    open: set[Any] = field(default_factory=set)
    writers: set[int] = field(default_factory=set)
    pending: list[Any] = field(default_factory=list)  # what the open transaction did
    history: list[Any] = field(default_factory=list)  # what was committed, in its order

    def point(self, name: str, likely: float = 0.004) -> None:
        """A place where the machine may stop."""
        if self.dead:
            raise Crash(name)
        if self.faults and self.crashes_left and self.chance.random() < likely * self.faults:
            self.crashes_left -= 1
            self.crashed_at[name] += 1
            self.die()
            raise Crash(name)

    def trouble(self, name: str, likely: float) -> bool:
        """Whether this goes wrong now."""
        if self.faults and self.chance.random() < likely * self.faults:
            self.troubles[name] += 1
            return True
        return False

    def die(self) -> None:
        """Everything stops; what was not committed is undone, as the journal would."""
        self.dead = True
        for connection in list(self.open):
            connection.close()
        self.open.clear()
        self.writers.clear()
        self.pending.clear()

    def revive(self) -> None:
        self.dead = False

    # ------------------------------------------------------------ SQLite on the loop

    def visit(self, connection: Any, visit: Callable[..., Any], *args: Any, **more: Any) -> Any:
        """What aiosqlite would do in its thread."""
        if self.dead:
            raise Crash("a dead machine's statement")
        plain: sqlite3.Connection = connection._connection
        name = getattr(visit, "__name__", "")
        if "BEGIN IMMEDIATE" in args:
            if self.trouble("database busy", 0.003):
                raise sqlite3.OperationalError("database is locked")
            if self.trouble("database away", 0.001):
                raise sqlite3.OperationalError("unable to open database file")
            self.writers.add(id(plain))
            self.pending.clear()
        if name == "commit" and id(plain) in self.writers:
            self.point("before the commit")
            if self.trouble("disk full", 0.002):
                plain.rollback()
                self.writers.discard(id(plain))
                self.pending.clear()
                raise sqlite3.OperationalError("database or disk is full")
            plain.commit()
            self.writers.discard(id(plain))
            self.history += self.pending
            self.pending.clear()
            self.point("after the commit")
            if self.trouble("a commit's answer is lost", 0.001):
                raise sqlite3.OperationalError("connection was closed in the middle of operation")
            return None
        if name == "rollback" and id(plain) in self.writers:
            self.writers.discard(id(plain))
            self.pending.clear()
        return visit(*args, **more)

    @contextmanager
    def running(self, loop: Loop) -> Iterator[None]:
        """SQLite, the stop-watch and the idle waits are the machine's while this lasts."""
        machine = self
        core = aiosqlite.core.Connection

        def connect(connection: Any) -> Any:
            async def opened() -> Any:
                if machine.dead:
                    raise Crash("a dead machine's connection")
                connection._connection = connection._connector()
                machine.open.add(connection._connection)
                return connection

            return opened().__await__()

        async def execute(connection: Any, visit: Any, *args: Any, **more: Any) -> Any:
            return machine.visit(connection, visit, *args, **more)

        async def close(connection: Any) -> None:
            if connection._connection is not None:
                machine.open.discard(connection._connection)
                connection._connection.close()
                connection._connection = None

        def ticks() -> float:  # a batch may take longer than its time
            return loop.moment + (0.03 if machine.faults and machine.chance.random() < 0.2 else 0.0)

        async def inline(work: Callable[..., Any], *args: Any, **more: Any) -> Any:
            return work(*args, **more)

        idle = machine.chance.choice((20.0, 60.0, 120.0))
        changes: list[tuple[Any, str, Any]] = [
            (core, "__await__", connect),
            (core, "_execute", execute),
            (core, "close", close),
            (core, "__del__", lambda _connection: None),
            (core, "stop", lambda _connection: None),
        ]
        changes += [(f"bot.{name}", attribute, idle) for name, attribute in IDLE]
        patches = [
            patch(f"{where}.{name}", value) if isinstance(where, str) else patch.object(where, name, value, create=True)
            for where, name, value in changes
        ]
        patches += [
            patch("asyncio.to_thread", inline),
            patch("bot.clock.ticks", ticks),
            patch("bot.batch.ticks", ticks),
        ]
        try:
            for each in patches:
                each.start()
            yield
        finally:
            for each in patches:
                each.stop()


# How long the loops sleep when nothing calls them; a second would be a hundred thousand looks a day.
IDLE = (("outbox", "IDLE_SECONDS"), ("slow", "IDLE_SECONDS"), ("app", "LONGEST_SLEEP"))
