"""A bank at eleven in the morning, made for measuring: every RM has an open outing and stands at a client's door.

The mix, repeated every thirty RMs:

* 20 clients each; teams of ten RMs with a head, who hears of what a head should;
* an outing of three stops, of which none, one or two were visited this morning and left again, a third each: for
  those who have visited none, arriving also means having left the office;
* of ten, eight send one location, one shares a live one, and one arrives at a client whose place nobody knows yet,
  of which the head of the team is told.

So ten check-ins are answered by eleven messages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.evidence import Grade, Reason
from bot.rules.outings import Mode, Outing, OutingStatus, Stop, StopState
from bot.rules.visits import LeftHow, Visit
from storage import tables as t
from storage.base import columns
from storage.engine import Database
from storage.field import outings, points, stops, visits
from storage.migrate import upgrade

BOT = 4200
TOKEN = f"{BOT}:a-token-for-measuring"
PORTFOLIO = 20
TEAM = 10
STOPS = 3
LANGUAGES = ("zh-Hans",) * 7 + ("zh-Hant", "en", "zh-Hans")
ROWS = 5_000  # rows per statement


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where an RM stands, and how their phone shows it."""

    latitude: float
    longitude: float
    live: bool
    told: bool  # whether the head of the team hears of it


def chat_of(rm: int) -> int:
    """The Telegram id of an RM; they are numbered from 1."""
    return 1_000_000 + rm


def head_chat_of(rm: int) -> int:
    return 9_000_000 + team_of(rm)


def arrival_of(rm: int) -> Arrival:
    """Twenty metres from the door of the client who comes next."""
    latitude, longitude = door(rm, ahead_of(rm))
    return Arrival(latitude + 0.0002, longitude, live=rm % 10 == 1, told=is_told(rm))


async def fill(database: Database, rms: int, now: datetime) -> None:
    """Make the tables and put the bank into them."""
    await upgrade(database)
    zone = where_it_is_eleven(now)
    async with database.writing() as db:
        for table, rows in everything(rms, now, zone):
            for first in range(0, len(rows), ROWS):
                await db.execute(table.insert(), rows[first : first + ROWS])
        heads = {team: rms + team for team in {team_of(rm) for rm in range(1, rms + 1)}}
        for team, head in heads.items():
            await db.execute(update(t.units).where(t.units.c.id == 1 + team).values(head_id=head))
        if not database.is_sqlite:
            await count_on(db)


async def count_on(db: AsyncConnection) -> None:
    """Let PostgreSQL number new rows after ours, which brought their numbers along."""
    for table in (t.units, t.people, t.clients, outings, stops, visits):
        sequence = f"pg_get_serial_sequence('{table.name}', 'id')"
        await db.execute(text(f"SELECT setval({sequence}, (SELECT max(id) FROM {table.name}))"))


def where_it_is_eleven(now: datetime) -> str:
    """A zone where it is eleven now, so that no reminder falls due while we measure, whatever the hour here."""
    ahead = (11 - now.astimezone(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}"


# ---------------------------------------------------------------- who stands where


def team_of(rm: int) -> int:
    return 1 + (rm - 1) // TEAM


def is_told(rm: int) -> bool:
    return rm % 10 == 0


def visited(rm: int) -> int:
    """How many stops of the outing lie behind; whoever stands where nobody knows the place has nothing else ahead."""
    return STOPS - 1 if is_told(rm) else rm // 10 % STOPS


def ahead_of(rm: int) -> int:
    """Which of the RM's clients, from 0, comes next."""
    return visited(rm)


def client_of(rm: int, which: int) -> int:
    return (rm - 1) * PORTFOLIO + which + 1


def door(rm: int, which: int) -> tuple[float, float]:
    """Clients stand two kilometres apart, each RM's in a quarter of their own."""
    return 30.0 + 0.02 * (which % 5) + 0.0001 * (rm % 97), 112.0 + 0.02 * (which // 5) + 0.0005 * (rm % 1009)


# ---------------------------------------------------------------- rows


def everything(rms: int, now: datetime, zone: str) -> Iterator[tuple[Any, list[dict[str, Any]]]]:
    everybody = range(1, rms + 1)
    teams = range(1, team_of(rms) + 1)
    day = now.astimezone(ZoneInfo(zone)).date()
    branch = {"id": 1, "code": "BR", "name": "分行", "parent_id": None, "kind": "branch", "zone": zone}
    team = [
        {"id": 1 + n, "code": f"T{n}", "name": f"公司{n}部", "parent_id": 1, "kind": "department", "zone": zone}
        for n in teams
    ]
    yield t.units, [branch, *team]
    yield (
        t.people,
        [person(rm, f"R{rm}", chat_of(rm), 1 + team_of(rm), LANGUAGES[rm % 10], now) for rm in everybody]
        + [person(rms + n, f"H{n}", head_chat_of(n * TEAM), 1 + n, "zh-Hans", now) for n in teams],
    )
    yield (
        t.grants,
        [{"person_id": rm, "role": "rm", "unit_id": 1 + team_of(rm)} for rm in everybody]
        + [{"person_id": rms + n, "role": "supervisor", "unit_id": 1 + n} for n in teams],
    )
    yield t.clients, [client(rm, which) for rm in everybody for which in range(PORTFOLIO)]
    known = [(rm, which) for rm in everybody for which in range(PORTFOLIO) if not (is_told(rm) and which == STOPS - 1)]
    yield t.places, [place(rm, which) for rm, which in known]
    yield outings, [columns(outing(rm, day, now)) for rm in everybody]
    yield stops, [columns(stop(rm, which)) for rm in everybody for which in range(STOPS)]
    behind = [(rm, which) for rm in everybody for which in range(visited(rm))]
    yield visits, [columns(visit(n, rm, which, day, now)) for n, (rm, which) in enumerate(behind, 1)]
    yield points, [point(n, rm, which, now) for n, (rm, which) in enumerate(behind, 1)]


def person(number: int, code: str, chat: int, unit: int, language: str, now: datetime) -> dict[str, Any]:
    return {
        "id": number,
        "code": code,
        "name": f"王{code}",
        "unit_id": unit,
        "telegram_id": chat,
        "bot": BOT,
        "language": language,
        "notice_accepted_at": now - timedelta(days=30),
    }


def client(rm: int, which: int) -> dict[str, Any]:
    number = client_of(rm, which)
    return {
        "id": number,
        "code": f"C{number:06}",
        "alias": f"{'鼎宏远华蓝'[which % 5]}{'盛丰海达'[which // 5]}机械{rm}",
        "segment": "corporate",
        "tier": "gold" if which % 3 else "platinum",
        "keeper_id": rm,
        "unit_id": 1 + team_of(rm),
    }


def place(rm: int, which: int) -> dict[str, Any]:
    latitude, longitude = door(rm, which)
    of = client_of(rm, which)
    return {"client_id": of, "latitude": latitude, "longitude": longitude, "datum": "WGS-84", "origin": "imported"}


def outing(rm: int, day: date, now: datetime) -> Outing:
    out = visited(rm) > 0
    return Outing(
        id=rm,
        person_id=rm,
        unit_id=1 + team_of(rm),
        day=day,
        status=OutingStatus.OUT if out else OutingStatus.DECLARED,
        mode=Mode.DECLARE,
        return_by=now + timedelta(hours=5),
        declared_at=now - timedelta(hours=3),
        departed_at=now - timedelta(hours=2, minutes=30) if out else None,
    )


def stop(rm: int, which: int) -> Stop:
    return Stop(
        id=(rm - 1) * STOPS + which + 1,
        outing_id=rm,
        position=which + 1,
        client_id=client_of(rm, which),
        matter="看厂房",
        place="城东",
        state=StopState.VISITED if which < visited(rm) else StopState.PLANNED,
    )


def arrived(which: int, now: datetime) -> datetime:
    return now - timedelta(hours=2) + timedelta(hours=which)


def visit(number: int, rm: int, which: int, day: date, now: datetime) -> Visit:
    latitude, longitude = door(rm, which)
    return Visit(
        id=number,
        person_id=rm,
        unit_id=1 + team_of(rm),
        day=day,
        arrived_at=arrived(which, now),
        outing_id=rm,
        stop_id=(rm - 1) * STOPS + which + 1,
        client_id=client_of(rm, which),
        left_at=arrived(which, now) + timedelta(minutes=40),
        left_how=LeftHow.SAID,
        grade=Grade.FAIR,
        reasons=(Reason.STATIC, Reason.NEAR),
        distance_m=20,
        latitude=latitude,
        longitude=longitude,
        accuracy_m=12.0,
    )


def point(number: int, rm: int, which: int, now: datetime) -> dict[str, Any]:
    latitude, longitude = door(rm, which)
    at = arrived(which, now)
    return {
        "person_id": rm,
        "visit_id": number,
        "at": at,
        "latitude": latitude,
        "longitude": longitude,
        "accuracy_m": 12.0,
    }
