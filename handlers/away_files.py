"""Who is away as a picture, as a workbook for HR and as a calendar file: made off the event loop (FM29).

The workbook holds requests and accounts of a year, the calendar file no more than names and days, never why somebody is
away. Whoever asks must still look after these people when the file is sent.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery

from bot.exports.book import Book, Column, Kind, Sheet
from bot.exports.feed import feed
from bot.rules.days import day_of
from bot.rules.intervals import Hours, Interval, part_of_day, whole_days
from bot.rules.leave import Leave, Status
from bot.rules.people import Person, Units, has_access, reaches
from bot.rules.refusal import Refusal
from bot.rules.workdays import Why
from bot.slow import Tools
from bot.talk import Area
from bot.text import render
from bot.turn import Turn
from handlers import away
from handlers.away import File, Picture
from handlers.workdays import calendar_of
from storage import leave as store, people as people_store

area = Area("away_files")

MOST_STRIPS = 40


# ---------------------------------------------------------------- the picture


@area.taps(Picture)
async def picture(query: CallbackQuery, callback_data: Picture, turn: Turn) -> None:
    """Ask for the strips of this week or month."""
    first, last = away.days_of(turn.today, month=callback_data.month)
    team = [each for each in await people_store.in_units(turn.db, away.led(turn)) if has_access(each, turn.today)]
    found = await store.binding(turn.db, [each.id for each in team], first, last)
    turn.later(
        "away_files.drawn",
        name=f"away-picture:{turn.me.id}",
        due=turn.now,
        facts=facts_of(turn, team, found, first, last, month=callback_data.month),
        person_id=turn.me.id,
        month=callback_data.month,
    )
    turn.toast("away-picture-coming")


def facts_of(
    turn: Turn, team: Sequence[Person], found: Sequence[Leave], first: date, last: date, *, month: bool
) -> dict[str, Any]:
    """The facts of the drawing (bot/pictures/leave_calendar.py), every text in the person's language."""
    calendar = calendar_of(turn, turn.me.unit_id)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    told = [
        {
            "number": str(day.day),
            "name": words(turn, f"away-weekday-{day.isoweekday()}"),
            "rest": not calendar.is_working(day),
            "mark": words(turn, f"away-mark-{calendar.why(day).replace('_', '-')}")
            if calendar.why(day) in (Why.HOLIDAY, Why.MAKE_UP)
            else "",
            "today": day == turn.today,
            "week": day == first or day.weekday() == 0,
        }
        for day in days
    ]
    by_person: dict[int, list[Leave]] = {}
    for each in found:
        by_person.setdefault(each.person_id, []).append(each)
    strips = [
        {
            "name": each.name,
            "note": turn.units.by_id[each.unit_id].name if len(away.led(turn)) > 1 else "",
            "bars": [bar(turn, leave, first, last, month=month) for leave in by_person[each.id]],
        }
        for each in team
        if each.id in by_person
    ]
    gone = {each.person_id for each in found if each.status is Status.APPROVED and each.starts <= turn.now < each.ends}
    return {
        "language": turn.language,
        "title": words(turn, "away-picture-month" if month else "away-picture-week", first=first, last=last),
        "at": words(turn, "away-picture-at", at=turn.now),
        "days": told,
        "people": strips[:MOST_STRIPS],
        "legend": [[kind, words(turn, f"away-legend-{kind}")] for kind in ("approved", "asking")],
        "empty": words(turn, "away-nobody"),
        "rest": words(turn, "away-picture-rest", there=len(team) - len(gone), team=len(team)),
    }


def bar(turn: Turn, leave: Leave, first: date, last: date, *, month: bool) -> dict[str, Any]:
    """A leave as a stretch of days from the first of the picture, parts of days in proportion."""
    zone = turn.zone_of(leave.unit_id)
    hours = turn.policy_of(leave.unit_id).rules.leave.hours
    begins = 0.0 if leave.first < first else (leave.first - first).days + passed(leave.starts, hours, zone)
    ends = float((last - first).days + 1)
    if leave.last <= last:
        ends = (leave.last - first).days + (passed(leave.ends, hours, zone, of=leave.last) or 1.0)
    approved = leave.status is Status.APPROVED
    return {
        "from": begins,
        "to": ends,
        "kind": "approved" if approved else "asking",
        "words": "" if month else words(turn, f"leave-kind-{leave.kind}"),
    }


def passed(at: datetime, hours: Hours, zone: ZoneInfo, of: date | None = None) -> float:
    """How much of a working day is over at a moment: 0 at its beginning, 0.5 at noon, 1 when it is done."""
    day = of or day_of(at, zone)
    start = whole_days(day, day, zone).start
    return float(part_of_day(Interval(start, at), day, hours, zone)) if at > start + timedelta(minutes=1) else 0.0


async def draw(tools: Tools, facts: dict[str, Any], **_: Any) -> bytes:
    return await tools.pictures.draw("leave_calendar", facts)


@area.slow(draw, lane="paper")
async def drawn(turn: Turn, result: bytes | Refusal, person_id: int, month: bool, **_: Any) -> None:
    """Send it to whoever asked, if they may still look."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None or not away.LOOKING & person.roles:
        return
    if isinstance(result, Refusal):
        turn.say(result.key, to=person)
        return
    turn.note(f"person:{person.id}", picture="leave_calendar", month=month)
    turn.send_photo("away-picture-caption", data=result, name="leave.png", to=person, at=turn.now)


# ---------------------------------------------------------------- files


@dataclass(frozen=True)
class Made:
    """A file and how many rows or events it holds."""

    data: bytes
    rows: int


@area.taps(File)
async def file(query: CallbackQuery, callback_data: File, turn: Turn) -> None:
    """Have a file of this year written."""
    if callback_data.sort not in ("xlsx", "ics"):
        raise Refusal("turn-button-over")
    turn.note(f"unit:{turn.me.unit_id}", export=callback_data.sort, year=turn.today.year)
    turn.later(
        "away_files.written",
        name=f"away-file:{turn.me.id}:{callback_data.sort}",
        due=turn.now,
        person_id=turn.me.id,
        sort=callback_data.sort,
        year=turn.today.year,
        at=turn.now.isoformat(),
    )
    turn.toast("away-file-coming")


async def write(tools: Tools, person_id: int, sort: str, year: int, at: str, **_: Any) -> Made:
    """Read and write, with no transaction of ours open but one that only reads."""
    if tools.database is None:
        raise Refusal("exports-away")
    async with tools.database.reading() as db:
        person = await people_store.by_id(db, person_id)
        units = await people_store.all_units(db)
        if person is None or not away.LOOKING & person.roles:
            raise Refusal("turn-not-allowed")
        team = {each.id: each for each in await people_store.in_units(db, scope_of(person, units))}
        leaves = await store.of_year(db, team, year)
        if sort == "ics":
            granted = [each for each in leaves if each.status is Status.APPROVED]
            return Made(feed(granted, {each.id: each.name for each in team.values()}).encode(), len(granted))
        rows = await store.rows_of_year(db, team, year)
        named = {each.decided_by for each in leaves} | {each.standin_id for each in leaves}
        others = await people_store.by_ids(db, {one for one in named if one} - set(team))
    zone = ZoneInfo(units.by_id[person.unit_id].zone)
    known = {each.id: each.name for each in [*team.values(), *others.values()]}
    book = described(person, zone, year, datetime.fromisoformat(at))

    async def chunks() -> AsyncIterator[tuple[int, list[list[Any]]]]:
        yield 0, [request_row(person, zone, each, team, units, known) for each in leaves]
        yield 1, [account_row(person, zone, each, team) for each in rows]

    return Made(await tools.exports.write(book, chunks), len(leaves) + len(rows))


def scope_of(person: Person, units: Units) -> list[int]:
    """The units whose people somebody may look at."""
    return [each for each in units.by_id if reaches(person, each, units, away.LOOKING)]


T, N, D, M = Kind.TEXT, Kind.NUMBER, Kind.DATE, Kind.MOMENT
REQUESTS = (
    ("code", T, 10), ("name", T, 10), ("unit", T, 14), ("kind", T, 10), ("from", M, 16), ("until", M, 16),
    ("days", N, 8), ("reason", T, 24), ("standin", T, 10), ("state", T, 10), ("retroactive", T, 8), ("asked", M, 16),
    ("decided-by", T, 10), ("decided", M, 16), ("proof", T, 8), ("protected", D, 12),
)  # fmt: skip
ACCOUNTS = (
    ("code", T, 10), ("name", T, 10), ("kind", T, 10), ("entry", T, 10), ("days", N, 8), ("on", D, 12),
    ("expires", D, 12), ("reference", T, 22), ("reason", T, 24),
)  # fmt: skip


def described(person: Person, zone: ZoneInfo, year: int, at: datetime) -> Book:
    """Two sheets, every one with who took it out and when."""

    def said(key: str, **facts: Any) -> str:
        return render(person.language, key, facts, zone=zone, html=False)

    sheets = tuple(
        Sheet(
            said(f"away-sheet-{name}"),
            said(f"away-sheet-{name}"),
            said("away-sheet-year", year=str(year)),
            tuple(
                Column(said(f"away-column-{each}"), kind, wide, wrap=each == "reason") for each, kind, wide in columns
            ),
        )
        for name, columns in (("requests", REQUESTS), ("accounts", ACCOUNTS))
    )
    return Book(sheets, said("away-sheet-stamp", who=person.name, code=person.code, at=at), person.language)


def request_row(
    reader: Person, zone: ZoneInfo, leave: Leave, team: Mapping[int, Person], units: Units, names: Mapping[int, str]
) -> list[Any]:
    """A request as a row: dates are dates, days numbers, words in the reader's language."""
    person = team[leave.person_id]
    yes = render(reader.language, "away-yes", {}, zone=zone, html=False)

    def local(moment: datetime | None) -> str | None:
        return moment.astimezone(zone).replace(tzinfo=None, microsecond=0).isoformat() if moment else None

    return [
        person.code,
        person.name,
        units.by_id[leave.unit_id].name,
        render(reader.language, f"leave-kind-{leave.kind}", {}, zone=zone, html=False),
        local(leave.starts),
        local(leave.ends),
        float(leave.days),
        leave.reason,
        names.get(leave.standin_id or 0),
        render(reader.language, f"leave-status-{leave.status}", {}, zone=zone, html=False),
        yes if leave.retroactive else "",
        local(leave.asked_at),
        names.get(leave.decided_by or 0),
        local(leave.decided_at),
        yes if leave.proof else "",
        leave.protected_until.isoformat() if leave.protected_until else None,
    ]


def account_row(reader: Person, zone: ZoneInfo, row: Any, team: Mapping[int, Person]) -> list[Any]:
    return [
        team[row.person_id].code,
        team[row.person_id].name,
        render(reader.language, f"leave-kind-{row.account}", {}, zone=zone, html=False),
        render(reader.language, f"away-entry-{row.entry}", {}, zone=zone, html=False),
        float(row.days),
        row.on.isoformat(),
        row.expires.isoformat() if row.expires else None,
        row.reference,
        row.reason,
    ]


@area.slow(write, lane="paper")
async def written(turn: Turn, result: Any, person_id: int, sort: str, year: int, **_: Any) -> None:
    """Send the file, if the person may still look."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if not away.LOOKING & person.roles:
        return
    if isinstance(result, Refusal):
        turn.say(result.key, to=person)
        return
    turn.note(f"unit:{person.unit_id}", exported=sort, rows=result.rows, to=person.id)
    turn.send_document(
        f"away-file-{sort}", data=result.data, name=f"leave-{year}.{sort}", to=person, year=str(year), rows=result.rows
    )


def words(turn: Turn, key: str, **facts: Any) -> str:
    """A text of a picture in the person's language, without the markup of a message."""
    return render(turn.language, key, facts, zone=turn.zone, html=False)
