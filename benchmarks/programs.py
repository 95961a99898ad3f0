"""The programs that are measured, each in a process of its own: Waiqin as an operator starts it, and bare bots."""

import asyncio
import os
import sys
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from benchmarks.bank import TOKEN
from benchmarks.databases import POSTGRES, SQLITE

ROOT = Path(__file__).parents[1]
STOP_SECONDS = 20.0
FREE = {  # Telegram's limits are not what we measure
    "WAIQIN_SENDS_PER_SECOND": "1000000",
    "WAIQIN_CHAT_PER_SECOND": "1000000",
    "WAIQIN_CHAT_BURST": "1000000",
}


@dataclass(frozen=True, slots=True)
class Variant:
    """A program to measure; `database` is the kind it keeps things in."""

    name: str
    database: str | None = None
    waiqin: bool = False

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "bot", "run"] if self.waiqin else [sys.executable, "-m", "benchmarks.echo"]


ECHO = Variant("aiogram echo")
COMMITTING = Variant("aiogram echo, SQLite commit each", SQLITE)
OURS = (Variant("Waiqin, SQLite", SQLITE, waiqin=True), Variant("Waiqin, PostgreSQL", POSTGRES, waiqin=True))


class Program:
    """A running program, and what it has cost so far."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.seen = psutil.Process(process.pid)

    @property
    def cpu(self) -> float:
        """CPU seconds, of all its threads."""
        spent = self.seen.cpu_times()
        return float(spent.user + spent.system)

    @property
    def memory(self) -> float:
        """Resident MiB."""
        return float(self.seen.memory_info().rss) / 2**20


@asynccontextmanager
async def running(variant: Variant, base: str, url: str | None, bytecode: Path) -> AsyncIterator[Program]:
    """Start a program against a Bot API server; it is stopped as an operator would, and must end well."""
    command, more = variant.command, {}
    if variant.waiqin:
        more = FREE | {"WAIQIN_TOKEN": TOKEN, "WAIQIN_API_BASE": base, "WAIQIN_DATABASE_URL": url or ""}
    else:
        command += [base, TOKEN]
        if url is not None:
            command.append(url.removeprefix("sqlite:///"))
    with tempfile.TemporaryFile() as log:  # written as it would be, and shown if something goes wrong
        process = await asyncio.create_subprocess_exec(*command, env=environ(bytecode, more), cwd=ROOT, stderr=log)
        try:
            yield Program(process)
        except BaseException:
            log.seek(0)
            print(*log.read().decode().splitlines()[-20:], sep="\n", file=sys.stderr)
            raise
        finally:
            await end(process)
    if process.returncode != 0:
        raise RuntimeError(f"{variant.name} ended with {process.returncode}")


async def end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            process.kill()
            await process.wait()


def environ(bytecode: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a program: nothing of an operator's settings, and compiled files kept in one folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("WAIQIN_", "PYTHONDONTWRITE"))}
    return kept | {"PYTHONPYCACHEPREFIX": str(bytecode)} | dict(more or {})
