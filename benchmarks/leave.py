"""What one decision about leave costs in a small and in a large bank (issue 4: less than twice).

The whole turn is measured: the tap, the chain of those who decide, balance and hand-over, the words to everybody, the
commit. Only the answers are kept from going out.
"""

from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import count
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

from sqlalchemy import insert

from benchmarks.table import Spread, Table
from bot import app as apps
from bot.clock import Clock
from bot.ears import hear
from bot.rules.leave import Leave, Status
from bot.rules.leave_types import Kind, Unit
from bot.rules.ledger import Entry
from bot.settings import Secret, Settings
from handlers import AREAS
from storage import field as f, leave as store, tables as t
from storage.engine import Database
from storage.tables import metadata

TOKEN = "4200:BENCH-token_of_no_bot"
BOT = 4200
TEAM = 10  # people of a unit, with a head and a deputy
WAITING = 40  # requests to decide, after as many to warm up


class Bank(NamedTuple):
    staff: int
    past: int  # requests of earlier years


SMALL, LARGE = Bank(50, 500), Bank(5_000, 50_000)


async def deciding(folder: Path, rounds: int) -> Table:
    """Decisions in both banks, in turns."""
    costs: dict[Bank, list[float]] = {SMALL: [], LARGE: []}
    for bank in (SMALL, LARGE):
        await fill(f"sqlite:///{folder}/leave{bank.staff}.db", bank, rounds)
    for round_ in range(rounds):
        for bank, found in costs.items():
            found.append(await decided(f"sqlite:///{folder}/leave{bank.staff}.db", bank, round_))
    table = Table(
        "leave: one decision, milliseconds of CPU",
        ("", "past requests", "ms a decision", "x small"),
        f"{WAITING} taps a round on SQLite after as many to warm up, {rounds} rounds in turn; min/median/max. "
        "Goal: < 2 x small.",
    )
    small = Spread(tuple(costs[SMALL]), 2)
    for bank, found in costs.items():
        spread = Spread(tuple(found), 2)
        table.rows.append([f"{bank.staff:,} staff", f"{bank.past:,}", spread, f"{spread.middle / small.middle:.2f}"])
    return table


async def decided(url: str, bank: Bank, round_: int) -> float:
    """Milliseconds of CPU of one tap, over the requests of a round."""
    made = apps.build(Settings(token=Secret(TOKEN), database_url=Secret(url)), Clock(), AREAS)
    ids = count(1 + round_ * 10_000)
    async with made.database.reading() as db:
        found = [each for each in await store.waiting(db, Clock().now())][: 2 * WAITING]
    started = 0.0
    for number, leave in enumerate(found):
        if number == WAITING:
            started = process_time()
        await hear(made.turns, [tap(next(ids), head_of(leave.unit_id), f"deciding.approve:{leave.id}")])
    spent = process_time() - started
    async with made.database.reading() as db:
        left = await store.waiting(db, Clock().now())
    await made.close()
    if {each.id for each in left} & {each.id for each in found}:
        raise RuntimeError("not what was to be measured: requests were left undecided")
    return 1000 * spent / WAITING


def tap(update_id: int, person_id: int, data: str) -> dict[str, Any]:
    user = {"id": 100_000 + person_id, "is_bot": False, "first_name": "-"}
    asked = {"message_id": 1, "date": 0, "chat": {"id": user["id"], "type": "private"}, "text": "?"}
    query = {"id": str(update_id), "from": user, "chat_instance": "1", "data": data, "message": asked}
    return {"update_id": update_id, "callback_query": query}


def head_of(unit_id: int) -> int:
    """The first of a unit's people leads it; unit 1 has nobody."""
    return (unit_id - 2) * TEAM + 1


async def fill(url: str, bank: Bank, rounds: int) -> None:
    """A bank of departments under one head office, everybody with an account and a past."""
    now = Clock().now()
    units = range(2, 2 + bank.staff // TEAM)
    database = Database(url)
    async with database.writing() as db:
        await db.run_sync(metadata.create_all)
        top = {"id": 1, "code": "HQ", "name": "HQ", "kind": "head_office", "zone": "Asia/Shanghai", "parent_id": None}
        below = [
            {**top, "id": each, "code": f"D{each}", "name": f"D{each}", "kind": "department", "parent_id": 1}
            for each in units
        ]
        await db.execute(insert(t.units), [top, *below])
        people: list[dict[str, Any]] = [
            {
                "id": number, "code": f"S{number:05}", "name": f"同事{number}", "unit_id": 2 + (number - 1) // TEAM,
                "telegram_id": 100_000 + number, "bot": BOT, "language": "zh-Hans", "notice_accepted_at": now,
            }
            for number in range(1, bank.staff + 1)
        ]  # fmt: skip
        await db.execute(insert(t.people), people)
        grants = [
            {"person_id": each["id"], "role": "supervisor" if each["id"] % TEAM == 1 else "rm",
             "unit_id": each["unit_id"]}
            for each in people
        ]  # fmt: skip
        await db.execute(insert(t.grants), grants)
        for each in units:
            posts = {"head_id": head_of(each), "deputy_id": head_of(each) + 1}
            await db.execute(t.units.update().where(t.units.c.id == each).values(**posts))
        await db.execute(insert(f.leaves), [past(people[n % bank.staff], n, now) for n in range(bank.past)])
        rms = [each for each in people if each["id"] % TEAM > 2]
        wanted = 2 * WAITING * rounds
        waiting = [request(rms[n % len(rms)], n // len(rms), now) for n in range(wanted)]
        await db.execute(insert(f.leaves), waiting)
        accounts = [
            {"person_id": each["id"], "account": Kind.ANNUAL, "entry": Entry.ALLOCATION, "days": Fraction(30),
             "on": date(now.year, 1, 1), "reference": f"allocation:{now.year}", "expires": None, "reason": "",
             "by": None}
            for each in people
        ]  # fmt: skip
        await db.execute(insert(f.ledger), accounts)
    await database.close()


def past(person: dict[str, Any], number: int, now: datetime) -> dict[str, Any]:
    return row(person, now - timedelta(days=40 + 7 * (number // 97 % 150)), now - timedelta(days=60), Status.APPROVED)


def request(person: dict[str, Any], turn: int, now: datetime) -> dict[str, Any]:
    """A request on a day of its own."""
    return row(person, now + timedelta(days=3 + turn), now, Status.SUBMITTED)


def row(person: dict[str, Any], day: datetime, asked: datetime, status: Status) -> dict[str, Any]:
    made = Leave(
        id=0, person_id=person["id"], unit_id=person["unit_id"], kind=Kind.ANNUAL, unit=Unit.DAY, status=status,
        starts=day, ends=day + timedelta(days=1), first=day.date(), last=day.date(), days=Fraction(1),
        asked_at=asked,
    )  # fmt: skip
    return {name: getattr(made, name) for name in made.__slots__ if name != "id"}
