"""The morning of a large bank: `python -m benchmarks.briefing [--rms 100 1000 10000] [--on sqlite postgres]`.

10,000 managers with 200 clients each (2 million clients, 300,000 credit items) are briefed by the program itself: its
job, its transactions, its words in the outbox; only Telegram is left out. Each size runs in a process of its own, so
that its memory is its own. Goals: all composed in 60 s on two cores, 300 MB, /today in 50 ms (p99), and the cost of
a person the same (within a fifth) from 100 to 10,000.

The bank is made by the database itself, set by set: a tenth of the clients corporate (weekly calls, visits every two
weeks), the others retail; the days since the last contact are spread so that some 40 lines are due for each manager.
"""

import argparse
import asyncio
import json
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, text

from bot.clock import StillClock
from storage.engine import Database
from storage.migrate import upgrade
from storage.tables import jobs, outbox

BOT = 4200
TOKEN = f"{BOT}:a-token-for-measuring"
PORTFOLIO, TEAM, ITEMS = 200, 10, 30  # clients of a manager, managers of a team, credit items of a manager
EIGHT = datetime(2026, 8, 4, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)  # a Tuesday
ASKED = 300  # managers who ask for /today


# ---------------------------------------------------------------- the bank


def statements(rms: int, *, sqlite: bool) -> list[str]:
    """The bank, each table in one statement."""

    def numbers(last: int) -> str:
        if sqlite:
            return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last}) "
        return f"WITH n(i) AS (SELECT generate_series(1, {last})) "

    def ago(days: str) -> str:
        return f"date('2026-08-04', (0 - ({days})) || ' days')" if sqlite else f"date '2026-08-04' - ({days})"

    accepted = "'2026-06-01 00:00:00.000000'" if sqlite else "timestamptz '2026-06-01'"
    true = "1" if sqlite else "true"
    teams, clients = -(-rms // TEAM), rms * PORTFOLIO
    unit, units = f"2 + (i - 1) / {TEAM}", "units (id, code, name, parent_id, kind, zone)"
    person = "people (id, code, name, unit_id, telegram_id, bot, language, suspended, notice_accepted_at)"
    item = "agenda (id, person_id, unit_id, sort, status, day, client_id, made_by, made_at, moved)"
    false = "0" if sqlite else "false"
    return [
        f"INSERT INTO {units} VALUES (1, 'HQ', 'HQ', NULL, 'head_office', 'Asia/Shanghai')",
        f"{numbers(teams)}INSERT INTO {units} SELECT 1 + i, 'T' || i, 'T' || i, 1, 'team', 'Asia/Shanghai' FROM n",
        f"{numbers(rms)}INSERT INTO {person} SELECT i, 'S' || i, '经理' || i, {unit}, 1000000 + i, {BOT}, 'zh-Hans', "
        f"{false}, {accepted} FROM n",
        f"{numbers(rms)}INSERT INTO grants (person_id, role, unit_id) SELECT i, 'rm', {unit} FROM n",
        f"{numbers(clients)}INSERT INTO clients (id, code, alias, segment, tier, keeper_id, unit_id, active) "
        "SELECT i, 'C' || i, '客户' || i, CASE WHEN i % 10 = 0 THEN 'corporate' ELSE 'retail' END, "
        "CASE i % 20 WHEN 0 THEN 'diamond' WHEN 1 THEN 'platinum' ELSE 'gold' END, "
        f"1 + (i - 1) / {PORTFOLIO}, 2 + (i - 1) / {PORTFOLIO * TEAM}, {true} FROM n",
        f"{numbers(clients)}INSERT INTO touches (client_id, since, analysed, phone, on_site) SELECT i, {ago('400')}, "
        f"{ago('i * 3 % 80')}, "
        f"CASE WHEN i % 10 = 0 THEN {ago('i * 7 % 12')} ELSE {ago('i * 7 % 71')} END, "
        f"CASE WHEN i % 10 = 0 THEN {ago('i * 11 % 20')} ELSE {ago('i * 11 % 190')} END FROM n",
        f"{numbers(rms * ITEMS)}INSERT INTO credit (id, client_id, sort, reference, level, due, done, made_at) "
        f"SELECT i, 1 + i * 13 % {clients}, CASE i % 3 WHEN 0 THEN 'rating' WHEN 1 THEN 'line' ELSE 'loan' END, "
        f"'R' || i, CASE WHEN i % 3 = 2 THEN NULL ELSE 'tier2' END, {ago('0 - (i * 17 % 400)')}, '[]', {accepted} "
        "FROM n",
        f"{numbers(rms * 3)}INSERT INTO {item} SELECT i, 1 + (i - 1) / 3, 2 + (i - 1) / {3 * TEAM}, "
        "CASE i % 3 WHEN 0 THEN 'planned_visit' WHEN 1 THEN 'promise' ELSE 'next_step' END, 'open', "
        f"{ago('i % 3')}, 1 + ((i - 1) / 3) * {PORTFOLIO} + i % {PORTFOLIO}, 1 + (i - 1) / 3, {accepted}, 0 FROM n",
    ]


async def fill(url: str, rms: int) -> None:
    """Make the tables and let the database put the bank into them."""
    database = Database(url)
    await upgrade(database)
    async with database.writing() as db:
        for statement in statements(rms, sqlite=database.is_sqlite):
            await db.execute(text(statement))
        job = {
            "name": "briefing.morning",
            "action": "briefing.morning",
            "args": {},
            "due": EIGHT - timedelta(minutes=1),
        }
        await db.execute(jobs.insert(), job)
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("ANALYZE"))
    await database.close()


# ---------------------------------------------------------------- one morning


async def morning(url: str) -> dict[str, Any]:
    """Brief everybody, and let some ask for /today; seconds, milliseconds and MB of this process."""
    from bot import app as apps
    from bot.ears import hear
    from bot.settings import Secret, Settings
    from bot.text import bundles
    from handlers import AREAS

    clock = StillClock(EIGHT)
    app = apps.build(Settings(token=Secret(TOKEN), database_url=Secret(url)), clock, AREAS)
    bundles()
    begun, cpu = time.perf_counter(), time.process_time()
    longest = 0.0
    while True:
        started = time.perf_counter()
        if not await app.turns.run_due():
            break
        longest = max(longest, time.perf_counter() - started)
    seconds, busy = time.perf_counter() - begun, time.process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    async with app.database.reading() as db:
        said = int(await db.scalar(select(func.count()).select_from(outbox)) or 0)
        sizes = func.length(func.cast(outbox.c.payload, text_type()))
        longest_text = await db.scalar(select(func.max(sizes)))
    took = []
    for number in range(1, min(ASKED, said) + 1):
        update = today_update(number, said)
        started = time.perf_counter()
        await hear(app.turns, [update])
        took.append((time.perf_counter() - started) * 1000)
    took.sort()
    await app.close()
    return {
        "briefings": said,
        "seconds": round(seconds, 1),
        "cpu_seconds": round(busy, 1),
        "ms_per_person": round(seconds / max(said, 1) * 1000, 2),
        "longest_turn_ms": round(longest * 1000),
        "peak_mb": round(peak),
        "today_p50_ms": round(took[len(took) // 2], 1),
        "today_p99_ms": round(took[int(len(took) * 0.99)], 1),
        "longest_payload": longest_text,
    }


def text_type() -> Any:
    from sqlalchemy import Text

    return Text()


def today_update(number: int, people: int) -> dict[str, Any]:
    """Somebody of the bank, spread over it, sends /today."""
    person = 1 + number * 37 % people
    user = {"id": 1_000_000 + person, "is_bot": False, "first_name": "-", "language_code": "zh-hans"}
    return {
        "update_id": 10_000 + number,
        "message": {
            "message_id": number,
            "date": int(EIGHT.timestamp()),
            "chat": {"id": user["id"], "type": "private"},
            "from": user,
            "text": "/today",
            "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
        },
    }


# ---------------------------------------------------------------- the program


async def measure(sizes: Sequence[int], kinds: Sequence[str]) -> list[dict[str, Any]]:
    """Each size on each database, in a process of its own."""
    from benchmarks.databases import start_postgres

    found = []
    folder = Path(tempfile.mkdtemp(prefix="waiqin-bench-"))
    folder.chmod(0o777)
    server = start_postgres(folder / "postgres") if "postgres" in kinds else None
    try:
        for kind in kinds:
            for rms in sizes:
                if kind == "sqlite":
                    url = f"sqlite:///{folder}/bank{rms}.db"
                else:
                    url = await new_database(server, f"bank{rms}")
                begun = time.perf_counter()
                await fill(url, rms)
                filled = time.perf_counter() - begun
                child = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "benchmarks.briefing", "--morning", url, stdout=asyncio.subprocess.PIPE
                )
                out, _ = await child.communicate()
                told = json.loads(out.splitlines()[-1])
                found.append({"on": kind, "rms": rms, "filled_in": round(filled, 1), **told})
                print(json.dumps(found[-1]), flush=True)
                for each in folder.glob(f"bank{rms}.db*"):
                    each.unlink()
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
    return found


async def new_database(server: Any, name: str) -> str:
    outer = Database(server.get_uri())
    async with outer.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text(f"CREATE DATABASE {name}"))
    await outer.close()
    return str(server.get_uri()).replace("/postgres?", f"/{name}?")


def quiet() -> None:
    """What the program logs meanwhile is no figure."""
    import logging

    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.briefing", description="What a morning costs.")
    parser.add_argument("--rms", type=int, nargs="+", default=[100, 1_000, 10_000])
    parser.add_argument("--on", nargs="+", default=["sqlite", "postgres"], choices=["sqlite", "postgres"])
    parser.add_argument("--morning", help=argparse.SUPPRESS)
    given = parser.parse_args()
    quiet()
    if given.morning:
        print(json.dumps(asyncio.run(morning(given.morning))))
    else:
        asyncio.run(measure(given.rms, given.on))
    return 0


if __name__ == "__main__":
    sys.exit(main())
