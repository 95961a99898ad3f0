"""What is measured, each as a table: throughput, latency, memory, start, language."""

import asyncio
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import func, select

from benchmarks import field
from benchmarks.databases import Databases
from benchmarks.field import Field, own_cpu
from benchmarks.leave import deciding
from benchmarks.programs import COMMITTING, ECHO, OURS, ROOT, Program, Variant, environ, running
from benchmarks.table import Spread, Table, ratio
from benchmarks.understanding import scored
from storage import tables as t
from storage.engine import Database

WARM = 100  # turns before a measurement, so that what is built at first use is built
SETTLE_SECONDS = 0.5  # until what follows an answer is written down too
REST_SECONDS = 3.0
LATENCY_PER_SECOND = 50.0


@dataclass(frozen=True, slots=True)
class Measuring:
    """What every measurement needs: the bank, a folder for compiled files, how many rounds, how many turns in each."""

    databases: Databases
    bytecode: Path
    rounds: int
    turns: int

    @asynccontextmanager
    async def started(self, variant: Variant, rms: int) -> AsyncIterator[tuple[Program, Field]]:
        """A program that has begun to listen, on a fresh copy of the bank."""
        url = await self.fresh(variant)
        try:
            async with (
                field.opened(rms) as people,
                running(variant, people.sandbox.url, url, self.bytecode) as program,
            ):
                await people.listening()
                yield program, people
            if variant.waiqin:
                await prove(url or "", len(people.sent))
        finally:
            if url is not None:
                await self.databases.drop(url)

    async def fresh(self, variant: Variant) -> str | None:
        if variant.waiqin:
            return await self.databases.copy(variant.database or "")
        return f"sqlite:///{self.databases.folder}/echo.db" if variant.database else None


async def prove(url: str, check_ins: int) -> None:
    """Look into the database: every check-in was answered by its card, and that is written down."""
    database = Database(url)
    shown = select(func.count()).where(t.outbox.c.key == "visits-card", t.outbox.c.state == "sent")
    try:
        async with database.reading() as db:
            cards = await db.scalar(shown)
    finally:
        await database.close()
    if cards != check_ins:
        raise RuntimeError(f"not what was to be measured: {cards} cards for {check_ins} check-ins")


# ---------------------------------------------------------------- throughput


class Run(NamedTuple):
    per_second: float
    cpu_ms: float  # of the bot, per update
    load_cpu_ms: float  # of this process, per update
    idle: float  # share of the time in which the load generator had nothing to do


async def throughput(of: Measuring) -> Table:
    """A backlog of check-ins, answered as fast as it goes."""
    variants = (ECHO, COMMITTING, *OURS)
    runs: dict[Variant, list[Run]] = defaultdict(list)
    for _ in range(of.rounds):
        for variant in variants:
            runs[variant].append(await saturated(of, variant))
    table = Table(
        "throughput: check-ins per second, saturated",
        ("", "turns/s", "x echo", "CPU ms/turn", "x echo's CPU", "load CPU ms", "load idle"),
        f"{of.turns} check-ins a round, {of.rounds} rounds in turn; min/median/max; ratios round by round. "
        "Goal: >= 0.35 x echo.\nCPU is the bot's process alone (PostgreSQL's server comes on top); it is the steadier "
        "figure. Where the load\ngenerator is hardly idle, turns/s of that row is a lower bound.",
    )
    rates = {variant: Spread(tuple(run.per_second for run in runs[variant])) for variant in variants}
    costs = {variant: Spread(tuple(run.cpu_ms for run in runs[variant]), 2) for variant in variants}
    for variant in variants:
        load = Spread(tuple(run.load_cpu_ms for run in runs[variant]), 2)
        idle = Spread(tuple(run.idle for run in runs[variant]), 2)
        against = (ratio(rates[variant], rates[ECHO]), ratio(costs[variant], costs[ECHO]))
        table.rows.append([variant.name, rates[variant], against[0], costs[variant], against[1], load, idle])
    return table


async def saturated(of: Measuring, variant: Variant) -> Run:
    async with of.started(variant, WARM + of.turns) as (program, people):
        await warmed(people, variant)
        before, load_before = program.cpu, own_cpu()
        seconds = await people.saturate(range(WARM + 1, WARM + of.turns + 1), told=variant.waiqin)
        load = own_cpu() - load_before
        await asyncio.sleep(SETTLE_SECONDS)
        spent = program.cpu - before
        return Run(of.turns / seconds, 1000 * spent / of.turns, 1000 * load / of.turns, max(0.0, 1 - load / seconds))


async def warmed(people: Field, variant: Variant) -> None:
    await people.saturate(range(1, WARM + 1), told=variant.waiqin)
    await asyncio.sleep(SETTLE_SECONDS)


# ---------------------------------------------------------------- latency


async def latency(of: Measuring) -> Table:
    """How long a check-in waits for its answer at an everyday rate."""
    variants = (ECHO, *OURS)
    middle: dict[Variant, list[float]] = defaultdict(list)
    worst: dict[Variant, list[float]] = defaultdict(list)
    costs: dict[Variant, list[float]] = defaultdict(list)
    turns = min(of.turns, int(LATENCY_PER_SECOND * 8))
    for _ in range(max(2, of.rounds - 1)):
        for variant in variants:
            async with of.started(variant, WARM + turns) as (program, people):
                await warmed(people, variant)
                before = program.cpu
                waits = await people.trickle(range(WARM + 1, WARM + turns + 1), LATENCY_PER_SECOND, told=variant.waiqin)
                costs[variant].append(1000 * (program.cpu - before) / turns)
            waits.sort()
            middle[variant].append(1000 * waits[len(waits) // 2])
            worst[variant].append(1000 * waits[int(len(waits) * 0.99)])
    table = Table(
        f"latency: from update made to answer received, {LATENCY_PER_SECOND:.0f} updates/s, open loop",
        ("", "p50 ms", "x echo", "p99 ms", "x echo", "CPU ms/turn"),
        f"{turns} check-ins a round at random moments (Poisson); min/median/max. Goal: p99 <= 1 x echo. On a busy "
        "machine\np99 is mostly other people's work: look at the least.",
    )
    for variant in variants:
        p50, p99 = (Spread(tuple(each[variant]), 1) for each in (middle, worst))
        echo = [Spread(tuple(each[ECHO]), 1) for each in (middle, worst)]
        cost = Spread(tuple(costs[variant]), 2)
        table.rows.append([variant.name, p50, ratio(p50, echo[0]), p99, ratio(p99, echo[1]), cost])
    return table


# ---------------------------------------------------------------- memory


async def memory(of: Measuring) -> Table:
    """What stays in memory, before and after a morning's work."""
    variants = (ECHO, *OURS)
    turns = of.databases.rms
    table = Table(
        "memory: resident MiB",
        ("", "started", "x echo", f"after {turns} turns", "x echo", "CPU ms/s at rest"),
        "Goal: <= 0.8 x the echo bot, which imports aiogram as everybody does. At rest is after the work, with nothing "
        "to do.",
    )
    measured: dict[Variant, tuple[Spread, Spread]] = {}
    resting: dict[Variant, Spread] = {}
    for variant in variants:
        async with of.started(variant, turns) as (program, people):
            await asyncio.sleep(SETTLE_SECONDS)
            fresh = program.memory
            await people.saturate(range(1, turns + 1), told=variant.waiqin)
            await asyncio.sleep(SETTLE_SECONDS)
            measured[variant] = Spread((fresh,)), Spread((program.memory,))
            before = program.cpu
            await asyncio.sleep(REST_SECONDS)
            resting[variant] = Spread((1000 * (program.cpu - before) / REST_SECONDS,))
    for variant in variants:
        fresh_, later = measured[variant]
        ratios = [ratio(one, other) for one, other in zip(measured[variant], measured[ECHO], strict=True)]
        table.rows.append([variant.name, fresh_, ratios[0], later, ratios[1], resting[variant]])
    return table


# ---------------------------------------------------------------- start


async def start(of: Measuring) -> Table:
    """CPU seconds until the bot listens, and until `waiqin --help` has been said."""
    spent: dict[str, list[float]] = defaultdict(list)
    for _ in range(of.rounds):
        for variant in (ECHO, *OURS):
            async with of.started(variant, 1) as (program, _):
                spent[variant.name].append(program.cpu)
        spent["import aiogram"].append(await asyncio.to_thread(cpu_of, of, "-c", "import aiogram"))
        spent["waiqin --help"].append(await asyncio.to_thread(cpu_of, of, "-m", "bot", "--help"))
    there = "yes" if imports(of, "aiogram", "-m", "bot", "--help") else "no"
    table = Table(
        "start: CPU seconds from process start to the first getUpdates, or to the end",
        ("", "CPU s", "x echo", "x import aiogram"),
        "Compiled files are there already, and the tables too. Goal: <= 0.5 x echo; --help without aiogram "
        f"(imported: {there}).",
    )
    all_spent = {name: Spread(tuple(values), 2) for name, values in spent.items()}
    for name, each in all_spent.items():
        against = (ratio(each, all_spent[ECHO.name]), ratio(each, all_spent["import aiogram"]))
        table.rows.append([name, each, *against])
    return table


def cpu_of(of: Measuring, *arguments: str) -> float:
    """CPU seconds of a Python command from its start to its end."""
    child = subprocess.Popen(
        [sys.executable, *arguments], env=environ(of.bytecode), cwd=ROOT, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)} ended with {child.returncode}")
    return usage.ru_utime + usage.ru_stime


def imports(of: Measuring, package: str, *arguments: str) -> bool:
    """Whether a Python command imports a package."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments],
        env=environ(of.bytecode),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    names = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    return package in names


async def compile_once(of: Measuring) -> None:
    """Let every program compile what it imports before anything is measured."""
    for variant in (ECHO, COMMITTING, *OURS):
        async with of.started(variant, 1) as (_, people):
            await people.saturate([1], told=variant.waiqin)


# ---------------------------------------------------------------- language


async def language(of: Measuring) -> Table:
    """How many fields of declared outings are read rightly, by the language tests' own score."""
    return await scored("language", of.bytecode)


async def records(of: Measuring) -> Table:
    """How many fields of dictated records are read rightly."""
    return await scored("records", of.bytecode)


async def questions(of: Measuring) -> Table:
    """How many fields of supervisors' questions are read rightly."""
    return await scored("questions", of.bytecode)


async def leave(of: Measuring) -> Table:
    """One decision about leave, in a small bank and in a large one."""
    return await deciding(of.databases.folder, of.rounds)


async def speech(of: Measuring) -> Table:
    """What the recogniser makes of the clips of tests/speech, and what it costs; nothing where it is not installed."""
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "tests.speech.score"],
        env=environ(of.bytecode, {"WAIQIN_DATA_DIR": str(of.bytecode.parent)}),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stdout.splitlines() if line.strip()]
    if done.returncode or not lines:
        return Table("speech", ("",), "The extra `speech` is not installed, or its model is missing.")
    head, *rows = [line.split() for line in lines if not line.startswith("#")]
    table = Table(
        "speech: characters wrong before and after names are linked, and what it costs",
        head,
        f"Synthetic Mandarin notes, the default engine, {lines[-1].lstrip('# ')}.",
    )
    table.rows += rows
    return table


MEASURES: dict[str, Callable[[Measuring], Awaitable[Table]]] = {
    "start": start,
    "memory": memory,
    "throughput": throughput,
    "latency": latency,
    "language": language,
    "records": records,
    "questions": questions,
    "leave": leave,
    "speech": speech,
}
