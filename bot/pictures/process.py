"""A worker process that makes files, from the outside: started with the first job, let go when idle.

What draws or writes a workbook is kept off the event loop and in a process of its own: a crash or an endless drawing
costs one job, and its memory goes back to the machine. Messages are four bytes of length and a JSON object; behind a
message with `bytes` follow that many bytes.
"""

from __future__ import annotations

import asyncio
import os
import struct
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import IO, Any

import orjson

import bot

LENGTH = struct.Struct("!I")
LONGEST_MESSAGE = 16_000_000
LONGEST_FILE = 50_000_000  # what a bot may send
NICE = 5
ATTEMPTS = 2
START_SECONDS = 30.0

Chunks = AsyncIterator[Any]


class Failed(Exception):
    """The worker died or took too long twice, or says that it can't."""


class Maker:
    """One worker of a module that serves `serve(told)`. One job at a time; a second caller waits."""

    def __init__(self, module: str, told: dict[str, Any], *, seconds: float, idle_seconds: float = 120.0) -> None:
        self.module, self.told, self.seconds, self.idle_seconds = module, told, seconds, idle_seconds
        self.process: Process | None = None
        self.turn = asyncio.Lock()
        self.idle: asyncio.TimerHandle | None = None
        self.closed = False
        self.dying: list[Process] = []

    async def make(self, job: dict[str, Any], chunks: Callable[[], Chunks] | None = None) -> bytes:
        """The file that comes of a job. `chunks` gives what is too much for one message, anew for each attempt."""
        async with self.turn:
            if self.idle:
                self.idle.cancel()
            try:
                for _ in range(ATTEMPTS):
                    try:
                        async with asyncio.timeout(self.seconds):
                            return await self._once(job, chunks)
                    except (TimeoutError, asyncio.IncompleteReadError, OSError):
                        self.kill()
                raise Failed("the worker broke down over this job twice")
            except asyncio.CancelledError:
                self.kill()  # it would answer a question that nobody asks any more
                raise
            except Exception:
                self.kill()  # half of a job may still be in the pipe
                raise
            finally:
                if self.process:
                    self.idle = asyncio.get_running_loop().call_later(self.idle_seconds, self.kill)

    async def _once(self, job: dict[str, Any], chunks: Callable[[], Chunks] | None) -> bytes:
        process = await self._started()
        if process.stdin is None or process.stdout is None:
            raise OSError
        process.stdin.write(packed(job))
        if chunks is not None:
            async for chunk in chunks():
                process.stdin.write(packed({"more": chunk}))
                await process.stdin.drain()
                await asyncio.sleep(0)  # a pipe that takes everything would let nobody else in
            process.stdin.write(packed({}))
        await process.stdin.drain()
        answer = await received(process.stdout)
        if "no" in answer:
            raise Failed(str(answer["no"]))
        return await process.stdout.readexactly(int(answer["bytes"]))

    async def _started(self) -> Process:
        if self.process and self.process.returncode is None:
            return self.process
        if self.closed:
            raise Failed("the bot is stopping")
        await self._buried()
        # Nothing of ours is handed on: not the token, not the database's password.
        root = Path(bot.__file__).parents[1]
        environment = {
            "PYTHONPATH": os.pathsep.join([str(root), *filter(None, sys.path)]),
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        self.process = process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self.module, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, cwd=root
        )
        if process.stdin is None or process.stdout is None:
            raise OSError
        async with asyncio.timeout(START_SECONDS):
            process.stdin.write(packed(self.told))
            await process.stdin.drain()
            await received(process.stdout)
        return process

    def kill(self) -> None:
        """End the process now; the next job starts another."""
        if self.idle:
            self.idle.cancel()
            self.idle = None
        if self.process:
            if self.process.returncode is None:
                self.process.kill()
            self.dying.append(self.process)
        self.process = None

    async def close(self) -> None:
        """End the process and see it gone."""
        self.closed = True
        self.kill()
        await self._buried()

    async def _buried(self) -> None:
        while self.dying:
            await self.dying.pop().communicate()


async def received(source: asyncio.StreamReader) -> dict[str, Any]:
    """The next message of the worker."""
    (size,) = LENGTH.unpack(await source.readexactly(LENGTH.size))
    if size > LONGEST_FILE:
        raise OSError
    message: dict[str, Any] = orjson.loads(await source.readexactly(size))
    return message


def packed(message: dict[str, Any]) -> bytes:
    """A message as it goes over a pipe."""
    body = orjson.dumps(message)
    return LENGTH.pack(len(body)) + body


# ---------------------------------------------------------------- inside the worker


def serve(start: Callable[[dict[str, Any]], None], make: Callable[[dict[str, Any], IO[bytes]], bytes]) -> int:
    """The worker's loop: `start` with what it is told, then `make` for each job. Ends with its input; exit code 0."""
    jobs = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    # Libraries print what they like; it must not come between the answers.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    told = next_message(jobs)
    if told is None:
        return 0
    modest(int(told["memory"]))
    start(told)
    answers.write(packed({"ready": True}))
    answers.flush()
    while (job := next_message(jobs)) is not None:
        try:
            made = make(job, jobs)
            answers.write(packed({"bytes": len(made)}) + made)
        except MemoryError:
            return 1
        except Exception as error:
            answers.write(packed({"no": type(error).__name__}))  # never its words: they may be a client's
        answers.flush()
    return 0


def modest(memory: int) -> None:
    """Take a low place: low priority, `memory` megabytes of addresses, no core files, files for nobody else."""
    import resource

    os.umask(0o077)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))


def next_message(source: IO[bytes]) -> dict[str, Any] | None:
    """The next message, none at the end of the input."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    if size > LONGEST_MESSAGE:
        return None
    message: dict[str, Any] = orjson.loads(source.read(size))
    return message
