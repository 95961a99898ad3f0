"""A real process, a real database, fifty phones, and `kill -9` at any moment.

    table = await storm(Stage(url), kills=20)
    assert table.wrong == []

Every phone taps a language, one tap after the other, and knows what it tapped. Afterwards each tap must have had its
effect once and in its order, and each answer must have been said: twice only where a kill came between a call and its
mark, on average not more often than 1.5 × the rate of calls × their round trip for each kill.
"""

import asyncio
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError

from bot import clock as clocks
from bot.sandbox import server
from bot.sandbox.telegram import Person
from storage import tables as t
from storage.engine import is_away
from tests.crash.test_kill import TOKEN, upgrade_marked
from tests.stage import BOT, Stage, people_the_bank

PHONES = 50
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
TAPS_A_SECOND = 40.0
SLOW_CALL = 0.05  # seconds that each call takes on its way, so that kills find some under way
Disturb = Callable[[Stage], Awaitable[None]]


@dataclass
class Table:
    """What a storm came to."""

    database: str
    kills: int = 0
    stops: int = 0  # by SIGTERM
    disturbed: int = 0  # connections cut, the server restarted
    taps: int = 0
    seconds: float = 0.0
    lost: int = 0
    doubled: int = 0
    misordered: int = 0
    unsaid: int = 0
    said_again: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def allowed(self) -> float:
        """Words that may be said again, for each kill: those on their way when it came."""
        rate = self.taps / max(self.seconds, 1e-9)
        return 1.5 * max(rate, TAPS_A_SECOND) * (SLOW_CALL + 0.25)  # marked at the latest a quarter of a second later

    def rows(self) -> list[tuple[str, str]]:
        return [
            ("database", self.database),
            ("kill -9", str(self.kills)),
            ("SIGTERM", str(self.stops)),
            ("connections cut, server restarted", str(self.disturbed)),
            ("updates", f"{self.taps} in {self.seconds:.0f} s"),
            ("updates lost", str(self.lost)),
            ("effects doubled", str(self.doubled)),
            ("effects out of order", str(self.misordered)),
            ("words not said", str(self.unsaid)),
            ("words said again", f"{self.said_again}, {self.said_again / max(self.kills, 1):.2f} a kill"),
            ("allowed a kill", f"{self.allowed:.2f}"),
        ]


async def storm(url: str, kills: int, stops: int = 0, seed: int = 1, disturb: Disturb | None = None) -> Table:
    """Play it; the database has the tables and nothing in them."""
    chance = Random(seed)
    stage = Stage(url)
    stage.clock = clocks.Clock()  # type: ignore[assignment]
    ids = [2000 + n for n in range(PHONES)]
    people = [Person(each, f"p{each}", f"P{each}", "zh-hans", started=True) for each in ids]
    sandbox = await server.start(clock=stage.clock, bot_token=TOKEN, people=people)
    stage.build()
    table = Table("SQLite" if url.startswith("sqlite") else "PostgreSQL")
    try:
        await people_the_bank(stage)
        await enrol(stage, ids)
        await upgrade_marked(stage)
        await play(stage, sandbox, table, ids, chance, kills, stops, disturb)
    finally:
        await stage.app.close()
        await sandbox.close()
    return table


async def play(
    stage: Stage,
    sandbox: server.Sandbox,
    table: Table,
    ids: list[int],
    chance: Random,
    kills: int,
    stops: int,
    disturb: Disturb | None,
) -> None:
    running = await program(stage, sandbox)
    phones = {each: sandbox.phone(each) for each in ids}
    for phone in phones.values():
        phone.say("/language")
    await taken(stage, PHONES, quiet=True)
    screens = {each: phone.messages[-1]["message_id"] for each, phone in phones.items()}
    sandbox.faults.add("slow", "sendMessage", times=10**9, seconds=SLOW_CALL)
    tapped: dict[int, list[str]] = defaultdict(list)
    over = asyncio.Event()

    async def tapping() -> None:
        while not over.is_set():
            who = chance.choice(ids)
            which = chance.randrange(3)
            phones[who].tap(message_id=screens[who], row=which, column=0)
            tapped[who].append(LANGUAGES[which])
            await asyncio.sleep(chance.expovariate(TAPS_A_SECOND))

    began = time.monotonic()
    tapper = asyncio.ensure_future(tapping())
    ends = ["kill"] * kills + ["stop"] * stops
    chance.shuffle(ends)
    for end in ends:
        before = await seen(stage)
        await taken(stage, before + 5)  # it works again
        await asyncio.sleep(chance.uniform(0.0, 1.5))
        if disturb is not None and chance.random() < 0.5:
            await disturb(stage)
            table.disturbed += 1
            await asyncio.sleep(chance.uniform(0.0, 1.0))
        if end == "kill":
            running.kill()
            table.kills += 1
        else:
            running.send_signal(signal.SIGTERM)
            table.stops += 1
        await asyncio.wait_for(running.wait(), 20)
        running = await program(stage, sandbox)
    over.set()
    await tapper
    table.taps = sum(len(each) for each in tapped.values())
    try:
        await taken(stage, PHONES + table.taps, 1200, quiet=True)  # what waited while it was down
    except TimeoutError:
        table.wrong.append("it never came to rest")
    table.seconds = time.monotonic() - began
    running.send_signal(signal.SIGTERM)
    await asyncio.wait_for(running.wait(), 20)
    await look(stage, sandbox, table, tapped)


async def look(stage: Stage, sandbox: server.Sandbox, table: Table, tapped: dict[int, list[str]]) -> None:
    """Compare what was tapped with what was kept, and with what was said."""
    effects: dict[int, list[str]] = defaultdict(list)
    for line in await stage.rows(t.audit, t.audit.c.action == "people.choose"):
        effects[line.person_id + 1000].append(line.facts["language"])
    said: dict[int, int] = defaultdict(int)
    for entry in sandbox.calls("sendMessage"):
        if entry.status == 200:
            said[int(entry.params["chat_id"])] += 1
    for who, wanted in tapped.items():
        had = effects[who]
        table.lost += max(0, len(wanted) - len(had))
        table.doubled += max(0, len(had) - len(wanted))
        table.misordered += sum(one != other for one, other in zip(wanted, had, strict=False))
        table.unsaid += max(0, len(wanted) + 1 - said[who])
        table.said_again += max(0, said[who] - len(wanted) - 1)
    failed = await stage.rows(t.outbox, t.outbox.c.state.in_(("pending", "sending")))
    table.wrong += [f"word {row.id} is still {row.state}, {row.attempts} attempts" for row in failed[:5]]
    for name in ("lost", "doubled", "misordered", "unsaid"):
        if getattr(table, name):
            table.wrong.append(f"{name}: {getattr(table, name)}")
    if table.said_again > table.allowed * max(table.kills, 1):
        table.wrong.append(f"said again: {table.said_again}")


# ---------------------------------------------------------------- the bank, the program


async def enrol(stage: Stage, ids: list[int]) -> None:
    async with stage.app.database.writing() as db:
        rows: list[dict[str, Any]] = [
            {
                "id": each - 1000,
                "code": f"P{each}",
                "name": f"P{each}",
                "unit_id": 3,
                "telegram_id": each,
                "bot": BOT,
                "language": "zh-Hans",
                "notice_accepted_at": stage.clock.now(),
            }
            for each in ids
        ]
        await db.execute(t.people.insert(), rows)
        await db.execute(t.grants.insert(), [{"person_id": each - 1000, "role": "rm", "unit_id": 3} for each in ids])


async def program(stage: Stage, sandbox: server.Sandbox) -> asyncio.subprocess.Process:
    """`waiqin run`, unhindered by the pace of a real Telegram."""
    environ = os.environ | {
        "WAIQIN_TOKEN": TOKEN,
        "WAIQIN_API_BASE": sandbox.url,
        "WAIQIN_DATABASE_URL": stage.url,
        "WAIQIN_LOG_LEVEL": "error",
        "WAIQIN_SENDS_PER_SECOND": "100000",
        "WAIQIN_CHAT_PER_SECOND": "100000",
        "WAIQIN_CHAT_BURST": "100000",
    }
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env=environ, stderr=asyncio.subprocess.DEVNULL
    )


async def seen(stage: Stage) -> int:
    """How many updates are committed; waits while the database is away."""
    while True:
        try:
            async with stage.app.database.reading() as db:
                return int(await db.scalar(select(func.count()).select_from(t.updates)) or 0)
        except Exception as error:
            if not is_away(error):
                raise
            await asyncio.sleep(0.1)


async def taken(stage: Stage, count: int, seconds: float = 120, *, quiet: bool = False) -> None:
    """Wait until so many updates are committed; `quiet`: and every word is said."""
    waiting = select(func.count()).select_from(t.outbox).where(t.outbox.c.state.in_(("pending", "sending")))
    async with asyncio.timeout(seconds):
        while True:
            try:
                async with stage.app.database.reading() as db:
                    left = await db.scalar(waiting) if quiet else 0
                if await seen(stage) >= count and not left:
                    return
            except Exception as error:
                if not is_away(error):
                    raise
            await asyncio.sleep(0.1)


async def cut_connections(stage: Stage) -> None:
    """Somebody ends every connection to the database but ours."""
    with suppress(DBAPIError):  # ours may have been cut before
        async with stage.app.database.reading() as db:
            await db.execute(CUT)


CUT = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE pid <> pg_backend_pid() AND datname = current_database()"
)
