"""The engines on this machine: a worker process is started with the first recording and let go when idle.

A recogniser is native code fed with files of strangers. In a process of its own a crash or an endless loop costs one
recording, its memory goes back to the machine, and the event loop never waits for it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from pathlib import Path
from typing import Any

import bot
from bot.clock import ticks
from bot.rules import listening
from bot.rules.listening import Corrupt, EngineAway, Unheard, take
from bot.settings import Settings
from bot.speech import model, worker
from bot.speech.port import Heard, limits

PATIENCE = 30.0  # seconds for a recording beyond its own length; loading a model has as long
START_PATIENCE = 60.0  # the model may have to be put together and checked on a cold disk
MEMORY = 3000  # megabytes of addresses, of which a model of this size fills a fifth
ATTEMPTS = 2

# What the worker says when there are no words, as what we raise.
REASONS: dict[str, type[Unheard]] = {
    each.reason: each
    for each in vars(listening).values()
    if isinstance(each, type) and issubclass(each, Unheard) and each not in (Unheard, EngineAway)
}


class Broken(Exception):
    """The worker died or took too long: with this recording, or whatever else."""


class Worker:
    """The process, from the outside. One caller at a time."""

    def __init__(self, told: dict[str, Any], idle_seconds: float, module: str = "bot.speech.worker") -> None:
        self.told = told
        self.module = module
        self.idle_seconds = idle_seconds
        self.process: Process | None = None
        self.turn = asyncio.Lock()
        self.idle: asyncio.TimerHandle | None = None
        self.closed = False
        self.dying: list[Process] = []

    async def ask(self, recording: bytes, language: str, *, hear: bool = True) -> tuple[float, dict[str, Any], bytes]:
        """Seconds of the recording, the worker's answer, and sound if it gives any.

        Raises what the answer says, or EngineAway after a second failure.
        """
        async with self.turn:
            if self.idle:
                self.idle.cancel()
            try:
                for _ in range(ATTEMPTS):
                    try:
                        return await self._once(recording, language, hear)
                    except Broken:
                        self.kill()
                raise EngineAway("the recogniser broke down over this recording twice")
            except asyncio.CancelledError:
                self.kill()  # it would answer a question that nobody asks any more
                raise
            finally:
                if self.process:
                    self.idle = asyncio.get_running_loop().call_later(self.idle_seconds, self.kill)

    async def _once(self, recording: bytes, language: str, hear: bool) -> tuple[float, dict[str, Any], bytes]:
        process = await self._started()
        try:
            async with asyncio.timeout(PATIENCE):
                job = {"hear": hear, "language": language, "bytes": len(recording)}
                await self._send(process, worker.packed(job) + recording)
                first = await self._receive(process)
            raise_if_no(first, None)
            seconds = float(first["seconds"])
            async with asyncio.timeout(PATIENCE + seconds):
                answer = await self._receive(process)
                raise_if_no(answer, seconds)
                sound = await stdout(process).readexactly(int(answer.get("bytes", 0)))
            return seconds, answer, sound
        except (TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            raise Broken from error

    async def _started(self) -> Process:
        if self.process and self.process.returncode is None:
            return self.process
        if self.closed:
            raise EngineAway("the bot is stopping")
        await self._buried()
        # Nothing of ours is handed on: not the token, not the database's password.
        root = Path(bot.__file__).parents[1]
        environment = {
            "PYTHONPATH": os.pathsep.join([str(root), *filter(None, sys.path)]),
            "HF_HUB_OFFLINE": "1",
            "OMP_NUM_THREADS": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", self.module, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=environment, cwd=root
        )
        self.process = process
        try:
            async with asyncio.timeout(START_PATIENCE):
                await self._send(process, worker.packed(self.told))
                greeting = await self._receive(process)
        except (TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            raise Broken from error
        if "away" in greeting:
            self.kill()
            raise_if_no(greeting, None)
        return process

    async def _send(self, process: Process, data: bytes) -> None:
        if process.stdin is None:
            raise Broken
        process.stdin.write(data)
        await process.stdin.drain()

    async def _receive(self, process: Process) -> dict[str, Any]:
        (size,) = worker.LENGTH.unpack(await stdout(process).readexactly(worker.LENGTH.size))
        if size > worker.LONGEST_MESSAGE:
            raise Broken
        answer: dict[str, Any] = json.loads(await stdout(process).readexactly(size))
        return answer

    def kill(self) -> None:
        """End the process now; the next recording starts another."""
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
        """See the ended processes gone, with their pipes."""
        while self.dying:
            process = self.dying.pop()
            await process.communicate()


class Local:
    """faster-whisper or sherpa-onnx in a worker of our own."""

    def __init__(self, settings: Settings) -> None:
        self.engine = settings.speech_engine
        self.limits = limits(settings)
        folder = model.folder(settings.data_dir, settings.speech_model)
        self.model = folder.name
        told = instructions(settings, self.engine, str(folder.absolute()))
        self.worker = Worker(told, settings.speech_idle_minutes * 60)

    async def hear(self, recording: bytes | Path, language: str) -> Heard:
        started = ticks()
        sound = await fetched(recording, self.limits)
        seconds, answer, _ = await self.worker.ask(sound, language)
        return Heard(
            answer["text"], round(seconds, 2), self.engine, self.model, round(ticks() - started, 3), answer["gaps"]
        )

    async def close(self) -> None:
        await self.worker.close()


def instructions(settings: Settings, engine: str, folder: str = "") -> dict[str, Any]:
    """What a worker is told at its start."""
    return {
        "engine": engine,
        "model": folder,
        "seconds": settings.speech_seconds_longest,
        "megabytes": settings.speech_megabytes_longest,
        "memory": MEMORY,
    }


async def fetched(recording: bytes | Path, limits: listening.Limits) -> bytes:
    """The bytes of a recording whose size is allowed. Raises Empty, TooLarge or Corrupt (no such file)."""
    if isinstance(recording, bytes):
        take(None, len(recording), limits)
        return recording
    try:
        take(None, recording.stat().st_size, limits)
        return await asyncio.to_thread(recording.read_bytes)
    except OSError as error:
        raise Corrupt from error


def raise_if_no(answer: dict[str, Any], seconds: float | None) -> None:
    """Raise what the worker says instead of words; `seconds` of the recording as far as they are known."""
    if "away" in answer:
        raise EngineAway(str(answer["away"]), lasting=bool(answer["lasting"]))
    if "no" in answer:
        facts = {"seconds": seconds} | answer["facts"] if seconds else answer["facts"]
        raise REASONS.get(answer["no"], Unheard)(**facts)


def stdout(process: Process) -> asyncio.StreamReader:
    if process.stdout is None:
        raise Broken
    return process.stdout
