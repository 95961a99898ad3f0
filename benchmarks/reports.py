"""Reports of a large branch: `python -m benchmarks.reports [--people 2000] [--visits 1000000] [--on sqlite postgres]`.

A branch of 2,000 people with a million visits in a year: the month's figures as text (goal 300 ms), its picture
(1.5 s), and the outing register of so many days as hold 100,000 rows (15 s, 300 MB), by the program's own slow work.
Beside each stands how long a turn could have waited meanwhile: the longest that the event loop was held.
"""

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from benchmarks.briefing import new_database, quiet
from storage.engine import Database
from storage.migrate import upgrade

TEAM = 10
LAST = date(2026, 8, 3)
CLIENTS = 50  # of each person
ROWS = 100_000
ROUNDS = 5


def statements(people: int, visits: int, *, sqlite: bool) -> list[str]:
    """The branch, each table in one statement: visits spread evenly over people and the days of a year."""

    def numbers(last: int) -> str:
        if sqlite:
            return f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last}) "
        return f"WITH n(i) AS (SELECT generate_series(1, {last})) "

    days = f"(i / {people}) * 364 / ({visits} / {people} + 1)"
    day = f"date('{LAST}', '-' || ({days}) || ' days')" if sqlite else f"date '{LAST}' - ({days})::int"
    at = "'2026-06-01 06:00:00.000000'" if sqlite else "timestamptz '2026-06-01 06:00:00+00'"
    true, false = ("1", "0") if sqlite else ("true", "false")
    who, unit = f"1 + i % {people}", f"2 + (i % {people}) / {TEAM}"
    client = f"1 + (i % {people}) * {CLIENTS} + i / {people} % {CLIENTS}"
    grade = "CASE i % 10 WHEN 0 THEN 'weak' WHEN 1 THEN 'contradicted' WHEN 2 THEN 'fair' ELSE 'strong' END"
    return [
        "INSERT INTO units (id, code, name, parent_id, kind, zone) "
        "VALUES (1, 'BR', '分行', NULL, 'branch', 'Asia/Shanghai')",
        f"{numbers(-(-people // TEAM))}INSERT INTO units (id, code, name, parent_id, kind, zone) "
        "SELECT 1 + i, 'T' || i, '团队' || i, 1, 'team', 'Asia/Shanghai' FROM n",
        f"{numbers(people)}INSERT INTO people (id, code, name, unit_id, language, suspended) "
        f"SELECT i, 'S' || i, '经理' || i, 2 + (i - 1) / {TEAM}, 'zh-Hans', {false} FROM n",
        "INSERT INTO grants (person_id, role, unit_id) VALUES (1, 'leader', 1)",
        f"{numbers(people * CLIENTS)}INSERT INTO clients (id, code, alias, segment, tier, keeper_id, unit_id, active) "
        "SELECT i, 'C' || i, '客户' || i, 'retail', CASE i % 10 WHEN 0 THEN 'platinum' ELSE 'gold' END, "
        f"1 + (i - 1) / {CLIENTS}, 2 + (i - 1) / {CLIENTS * TEAM}, {true} FROM n",
        f"{numbers(visits)}INSERT INTO outings (id, person_id, unit_id, day, status, mode, declared_at, departed_at, "
        f"return_by, returned_at, declared_late, extensions) SELECT i, {who}, {unit}, {day}, 'returned', 'declare', "
        f"{at}, {at}, {at}, {at}, CASE WHEN i % 20 = 0 THEN {true} ELSE {false} END, 0 FROM n",
        f"{numbers(visits)}INSERT INTO stops (id, outing_id, position, client_id, matter, place, state) "
        f"SELECT i, i, 1, {client}, '看厂房，谈授信', '工业园', 'visited' FROM n",
        f"{numbers(visits)}INSERT INTO visits (id, person_id, unit_id, day, arrived_at, outing_id, client_id, planned, "
        "kind, channel, left_at, late_minutes, grade, reasons, static) "
        f"SELECT i, {who}, {unit}, {day}, {at}, i, {client}, {true}, 'routine', 'on_site', {at}, 0, {grade}, '[]', "
        f"{true} FROM n",
        f"{numbers(visits)}INSERT INTO records (id, visit_id, version, person_id, unit_id, day, status, who, purpose, "
        "result, next_step, written_at, written_by, submitted_at, first_submitted_at, late) "
        f"SELECT i, i, 1, {who}, {unit}, {day}, 'submitted', '王总', '例行', '一切正常', '下月再访', {at}, {who}, "
        f"{at}, {at}, CASE WHEN i % 12 = 0 THEN {true} ELSE {false} END FROM n WHERE i % 15 <> 0",
    ]


async def fill(url: str, people: int, visits: int) -> None:
    """Make the tables and let the database put the branch into them."""
    database = Database(url)
    await upgrade(database)
    async with database.writing() as db:
        for statement in statements(people, visits, sqlite=database.is_sqlite):
            await db.execute(text(statement))
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("ANALYZE"))
    await database.close()


async def reported(url: str, people: int, visits: int) -> dict[str, Any]:
    """The month as text, as a picture, and as a register; milliseconds, MB, and how long the loop was held."""
    import psutil

    from bot import app as apps
    from bot.clock import Clock
    from bot.policy import Policies
    from bot.rules.cadence import Measure
    from bot.settings import Secret, Settings
    from handlers import AREAS, registers, reports

    app = apps.build(Settings(token=Secret("4200:measuring"), database_url=Secret(url)), Clock(), AREAS)
    tools, cadence = app.slow.tools, Policies.load(None).of(()).rules.cadence
    marks = [
        ["V13", sorted(cadence.on_site_tiers), sorted(cadence.counts_for[Measure.ON_SITE]), cadence.on_site_rate],
        ["V14", sorted(cadence.face_tiers), sorted(cadence.counts_for[Measure.VISIT]), cadence.face_rate],
    ]
    july = {
        "span": "m",
        "first": "2026-07-01",
        "today": LAST.isoformat(),
        "marks": marks,
        "half": "2026-07-01",
        "running": True,
    }
    about = {"person_id": 1, "of": "u1", **july}
    await reports.count(tools, **about)  # what is read once is read
    found: dict[str, Any] = {}
    found["text_ms"], found["text_held_ms"] = await measured(lambda: reports.count(tools, **about), ROUNDS)
    await reports.draw(tools, **about)
    found["picture_ms"], found["picture_held_ms"] = await measured(lambda: reports.draw(tools, **about), ROUNDS)
    span = max(1, min(300, ROWS * 365 // visits))
    first = LAST - timedelta(days=span)
    rows = 0
    worker = [0.0, 0.0]

    async def register() -> None:
        nonlocal rows
        book = registers.described(
            registers.Words("zh-Hans", registers.ZoneInfo("Asia/Shanghai")), person, "分行",
            reports.period_line(reports.rules.period(reports.Span.QUARTER, first)), [registers.Form.OUTINGS],
            app.turns.clock.now(),
        )  # fmt: skip
        words = registers.Words("zh-Hans", registers.ZoneInfo("Asia/Shanghai"))

        async def chunks() -> Any:
            nonlocal rows
            rows = 0
            async with app.database.reading() as db:
                units = range(1, people // TEAM + 2)
                async for part in registers.store.rows(db, registers.Form.OUTINGS, units, first, LAST):
                    yield (
                        0,
                        [
                            [rows + place, *words.row(registers.Form.OUTINGS, row)]
                            for place, row in enumerate(part, start=1)
                        ],
                    )
                    rows += len(part)
                process = tools.exports.maker.process
                if process is not None:
                    seen = psutil.Process(process.pid)
                    worker[:] = [seen.memory_info().rss / 1e6, sum(seen.cpu_times()[:2])]

        found["register_bytes"] = len(await tools.exports.write(book, chunks))

    async with app.database.reading() as db:
        person = await reports.people_store.by_id(db, 1)
    assert person is not None
    before = time.process_time()
    found["register_ms"], found["register_held_ms"] = await measured(register, 1)
    found["register_own_cpu_s"] = round(time.process_time() - before, 1)
    found |= {"register_rows": rows, "worker_mb": round(worker[0]), "worker_cpu_s": round(worker[1], 1)}
    await app.close()
    return found


async def measured(work: Callable[[], Awaitable[Any]], rounds: int) -> tuple[int, int]:
    """The median of the rounds, and the longest that anybody else would have waited, both in milliseconds."""
    held = [0.0]

    async def watch() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.001)
            held[0] = max(held[0], time.perf_counter() - before - 0.001)

    watching = asyncio.ensure_future(watch())
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        await work()
        taken.append(time.perf_counter() - begun)
    watching.cancel()
    return round(sorted(taken)[len(taken) // 2] * 1000), round(held[0] * 1000)


async def measure(people: int, visits: int, kinds: Sequence[str]) -> None:
    """Each database in a process of its own."""
    from benchmarks.databases import start_postgres

    folder = Path(tempfile.mkdtemp(prefix="waiqin-bench-"))
    folder.chmod(0o777)
    server = start_postgres(folder / "postgres") if "postgres" in kinds else None
    try:
        for kind in kinds:
            url = f"sqlite:///{folder}/branch.db" if kind == "sqlite" else await new_database(server, "branch")
            await fill(url, people, visits)
            child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "benchmarks.reports", "--reported", url,
                "--people", str(people), "--visits", str(visits), stdout=asyncio.subprocess.PIPE,
            )  # fmt: skip
            out, _ = await child.communicate()
            print(json.dumps({"on": kind, "visits": visits, **json.loads(out.splitlines()[-1])}), flush=True)
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reports", description="What reports cost.")
    parser.add_argument("--people", type=int, default=2_000)
    parser.add_argument("--visits", type=int, default=1_000_000)
    parser.add_argument("--on", nargs="+", default=["sqlite", "postgres"], choices=["sqlite", "postgres"])
    parser.add_argument("--reported", help=argparse.SUPPRESS)
    given = parser.parse_args()
    quiet()
    if given.reported:
        print(json.dumps(asyncio.run(reported(given.reported, given.people, given.visits))))
    else:
        asyncio.run(measure(given.people, given.visits, given.on))
    return 0


if __name__ == "__main__":
    sys.exit(main())
