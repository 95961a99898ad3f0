"""The boards: one's own day (/today), and where everybody of a team is (/team). Each is one message that is edited.

Counts first, then who needs attention, then everybody else (A05, L06). Whoever leads several units sees them unit by
unit and can tap down to a unit, a person, a visit, a record. Auditors look too; each look of theirs is logged.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from aiogram.types import CallbackQuery, Message

from bot.actions import FIELD
from bot.buttons import Button, Choice
from bot.rules.board import Row, Whereabouts, team as team_of
from bot.rules.days import day_of, moment
from bot.rules.people import SUPERVISING, Person, Role, has_access, reaches
from bot.rules.records import Record, RecordStatus
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import departures
from handlers.day_lines import PersonsDay, day_for, days_of, lines_of, presence, whom
from handlers.record_card import write_rows
from handlers.reviews import Read
from handlers.visit_card import Show as ShowVisit, put
from handlers.workdays import calendar_of
from storage import boards as store, clients as client_store, people as people_store
from storage.boards import Told
from storage.clients import Client

area = Area("boards")

TODAY, TEAM = "today", "team"  # slots
LOOKING = SUPERVISING | {Role.AUDITOR}
ALWAYS = frozenset({Role.RM, Role.CLERK})  # those who go out (A04, A11); others only stand here when they are out
PAGE = 12  # people on one page
UNITS_PAGE = 16
FIRST_EXCEPTIONS = 8  # named on the first page of several units
EXCEPTIONS = (Whereabouts.OVERDUE, Whereabouts.UNEXPLAINED)
FAR = frozenset({Whereabouts.OVERDUE, Whereabouts.AT_CLIENT, Whereabouts.OUT})


class RefreshToday(Button, prefix="boards.refresh_today"):
    pass


class Board(Button, prefix="boards.show"):
    """The board of those who belong to a unit itself (0: everybody one may see), at a page from 0."""

    unit_id: int = 0
    page: int = 0


class Someone(Button, prefix="boards.person"):
    person_id: int
    unit_id: int = 0
    page: int = 0


# ---------------------------------------------------------------- one's own day


@area.command("today")
@area.caption("menu-today")
async def today(message: Message, turn: Turn) -> None:
    """The person's own day on one message."""
    await say_today(turn, edit=False)


@area.taps(RefreshToday)
async def refresh_today(query: CallbackQuery, turn: Turn) -> None:
    await say_today(turn, edit=True)


async def say_today(turn: Turn, *, edit: bool) -> None:
    found = await day_for(turn, turn.me)
    sent_back = {each.id: is_sent_back(found.records.get(each.id)) for each, _ in found.day.to_write}
    owed = [(each, sent_back[each.id]) for each, _ in found.day.to_write]
    rows = [
        [
            Choice(
                "boards-when-left",
                departures.OtherTime(visit_id=each.id),
                client=whom(turn, found.clients, each),
                at=each.arrived_at,
            )
        ]
        for each in found.day.to_answer
    ]
    rows += write_rows(turn, owed, found.clients)
    rows.append([Choice("boards-refresh", RefreshToday())])
    put(
        turn,
        TODAY,
        "boards-today",
        edit=edit,
        buttons=rows,
        day=found.day.day,
        at=turn.now,
        lines=lines_of(turn, found),
        owed=Line("boards-owed", count=len(owed)) if owed else "",
    )


# ---------------------------------------------------------------- the team


@dataclass(frozen=True)
class Scene:
    """Everybody that a person may look at, or those of one unit among them, with where they are."""

    people: Mapping[int, Person]
    rows: Sequence[Row]  # in the order of what wants attention
    told: Told
    unit_ids: Sequence[int]  # units with people, in the order of the tree

    def of(self, unit_id: int) -> list[Row]:
        return [row for row in self.rows if self.people[row.person_id].unit_id == unit_id]


@area.command("team")
@area.caption("menu-team")
async def team(message: Message, turn: Turn) -> None:
    """Where everybody is."""
    await say_board(turn, Board(), edit=False)


@area.taps(Board)
async def show(query: CallbackQuery, callback_data: Board, turn: Turn) -> None:
    """The same board, as it is now; or another page or unit of it."""
    await say_board(turn, callback_data, edit=True)


async def say_board(turn: Turn, board: Board, *, edit: bool) -> None:
    scene = await look(turn, board.unit_id)
    watched(turn, board.unit_id)
    several = len(scene.unit_ids) > 1 and len(scene.people) > PAGE
    rows, lines = overview(turn, scene, board) if several else await unit_rows(turn, scene, board)
    put(
        turn,
        TEAM,
        "boards-team",
        edit=edit,
        buttons=rows,
        scope=scope_name(turn, board.unit_id),
        at=turn.now,
        counts=counts_line(scene.rows),
        lines=lines,
    )


async def look(turn: Turn, unit_id: int) -> Scene:
    """Ask where those of a unit are, or everybody in scope but oneself; ten statements, however many they are."""
    allowed = scope_of(turn)
    if unit_id and unit_id not in allowed:
        raise Refusal("boards-not-yours")
    wanted = {unit_id} if unit_id else allowed
    everybody = [
        each
        for each in await people_store.in_units(turn.db, wanted)
        if each.id != turn.me.id
        and each.roles & FIELD
        and has_access(each, day_of(turn.now, turn.zone_of(each.unit_id)))
    ]
    since = start_of_today(turn, everybody)
    told = await store.told_of_team(turn.db, [each.id for each in everybody], days_of(turn, everybody), since, turn.now)
    everybody = [each for each in everybody if each.roles & ALWAYS or each.id in told.outings]
    by_unit: dict[int, list[Person]] = {}
    for each in everybody:
        by_unit.setdefault(each.unit_id, []).append(each)
    rows: list[Row] = []
    for unit, members in by_unit.items():
        zone, policy = turn.zone_of(unit), turn.policy_of(unit).rules
        here = [presence(turn, each, told, day_of(turn.now, zone)) for each in members]
        rows += team_of(here, policy.outings, policy.board, calendar_of(turn, unit), zone, turn.now).rows
    order = {where: position for position, where in enumerate(Whereabouts)}
    rows.sort(key=lambda row: (order[row.where], -row.overdue_minutes))
    unit_ids = sorted(by_unit, key=lambda each: [unit.code for unit in turn.units.path(each)][::-1])
    return Scene({each.id: each for each in everybody}, rows, told, unit_ids)


def overview(turn: Turn, scene: Scene, board: Board) -> tuple[list[list[Choice]], list[Line]]:
    """Several units: who needs attention, then a line and a button for each unit."""
    pages = max(1, -(-len(scene.unit_ids) // UNITS_PAGE))
    page = min(max(board.page, 0), pages - 1)
    units = scene.unit_ids[page * UNITS_PAGE : (page + 1) * UNITS_PAGE]
    odd = [row for row in scene.rows if row.where in EXCEPTIONS] if page == 0 else []
    lines = [row_line(turn, scene, {}, row, unit=True) for row in odd[:FIRST_EXCEPTIONS]]
    if len(odd) > FIRST_EXCEPTIONS:
        lines.append(Line("boards-more", count=len(odd) - FIRST_EXCEPTIONS))
    for unit_id in units:
        count = Counter(row.where for row in scene.of(unit_id))
        lines.append(
            Line(
                "boards-unit-line",
                name=turn.units.by_id[unit_id].name,
                people=count.total(),
                out=sum(count[each] for each in FAR),
                overdue=count[Whereabouts.OVERDUE],
                unexplained=count[Whereabouts.UNEXPLAINED],
            )
        )
    names = [Choice("boards-name", Board(unit_id=each), name=turn.units.by_id[each].name) for each in units]
    rows = grid(names, 2)
    rows += pager(board.unit_id, page, pages)
    rows.append([Choice("boards-refresh", Board(unit_id=board.unit_id, page=page))])
    return rows, lines


async def unit_rows(turn: Turn, scene: Scene, board: Board) -> tuple[list[list[Choice]], list[Line]]:
    """One unit, or few people: a line and a button for each person."""
    pages = max(1, -(-len(scene.rows) // PAGE))
    page = min(max(board.page, 0), pages - 1)
    shown = scene.rows[page * PAGE : (page + 1) * PAGE]
    clients = await client_store.clients_by_id(turn.db, [row.client_id for row in shown])
    lines = [row_line(turn, scene, clients, row, unit=len(scene.unit_ids) > 1) for row in shown]
    names = [
        Choice(
            "boards-name",
            Someone(person_id=row.person_id, unit_id=board.unit_id, page=page),
            name=scene.people[row.person_id].name,
        )
        for row in shown
    ]
    rows = grid(names, 3)
    rows += pager(board.unit_id, page, pages)
    last = [Choice("boards-refresh", Board(unit_id=board.unit_id, page=page))]
    if board.unit_id:
        last.append(Choice("boards-all", Board()))
    rows.append(last)
    return rows, lines or [Line("boards-nobody")]


def row_line(turn: Turn, scene: Scene, clients: Mapping[int, Client], row: Row, *, unit: bool) -> Line:
    """One person: where, since when, back by when, and what is missing."""
    person = scene.people[row.person_id]
    visits = [each for each in scene.told.visits.get(person.id, ()) if each.left_at is not None]
    owed = sum(not is_done(scene.told.records.get(each.id)) for each in visits)
    unread = scene.told.unread.get(person.id, ())
    known = row.lead is not None or row.client_id in clients
    facts: dict[str, object] = {
        "name": person.name,
        "unit": Line("boards-of-unit", name=turn.units.by_id[person.unit_id].name) if unit else "",
        "whom": Line("boards-whom", client=whom(turn, clients, row)) if known else "",
        "since": Line("boards-since", at=row.since) if row.since else "",
        "heard": Line("boards-heard", at=row.since) if row.since else "",
        "back": Line("boards-back-by", at=row.back_by) if row.back_by else "",
        "grade": Line("boards-grade", grade=Line(f"evidence-grade-{row.grade.value}")) if row.grade else "",
        "late": Line("boards-mark-late") if row.declared_late else "",
        "owed": Line("boards-mark-records", count=owed) if owed else "",
        "unread": Line("boards-mark-unread", count=len(unread)) if unread else "",
        "minutes": timedelta(minutes=row.overdue_minutes),
    }
    return Line(f"boards-row-{row.where.value.replace('_', '-')}", **facts)


# ---------------------------------------------------------------- one person


@area.taps(Someone)
async def person(query: CallbackQuery, callback_data: Someone, turn: Turn) -> None:
    """A person's day, with the visits and records that may be opened."""
    someone = await people_store.by_id(turn.db, callback_data.person_id)
    if someone is None or not reaches(turn.me, someone.unit_id, turn.units, LOOKING):
        raise Refusal("boards-not-yours")
    watched(turn, someone.unit_id, someone)
    found = await day_for(turn, someone, unread=True)
    back = Board(unit_id=callback_data.unit_id, page=callback_data.page)
    turn.edit(
        TEAM,
        "boards-person",
        buttons=[
            *visit_rows(turn, found),
            *unread_rows(turn, found),
            [Choice("boards-refresh", callback_data), Choice("boards-back", back)],
        ],
        name=someone.name,
        unit=turn.units.by_id[someone.unit_id].name,
        at=turn.now,
        lines=lines_of(turn, found),
    )


def visit_rows(turn: Turn, found: PersonsDay) -> list[list[Choice]]:
    """For each visit a button to see what speaks for it, and one to read its record once it was handed in."""
    rows = []
    for visit in found.day.visits[-6:]:
        name = whom(turn, found.clients, visit)
        row = [Choice("boards-see-visit", ShowVisit(visit_id=visit.id), client=name, at=visit.arrived_at)]
        record = found.records.get(visit.id)
        if record is not None and record.submitted_at is not None:
            row.append(Choice("boards-read-record", Read(visit_id=visit.id), client=name))
        rows.append(row)
    return rows


def unread_rows(turn: Turn, found: PersonsDay) -> list[list[Choice]]:
    """Records of earlier days that still wait to be read, the oldest first."""
    return [
        [
            Choice(
                "boards-read-older",
                Read(visit_id=visit.id),
                client=whom(turn, found.clients, visit),
                day=visit.day,
            )
        ]
        for visit in found.unread[:6]
    ]


# ---------------------------------------------------------------- small things


def scope_of(turn: Turn) -> frozenset[int]:
    """The units that this person may look at."""
    held = [turn.units.below(grant.unit_id) for grant in turn.me.grants if grant.role in LOOKING]
    return frozenset().union(*held)


def scope_name(turn: Turn, unit_id: int) -> str | Line:
    """What the board is called: the unit, or the units over which the person holds a role."""
    if unit_id:
        return turn.units.by_id[unit_id].name
    tops = sorted({grant.unit_id for grant in turn.me.grants if grant.role in LOOKING})
    return turn.units.by_id[tops[0]].name if len(tops) == 1 else Line("boards-all-units")


def watched(turn: Turn, unit_id: int, someone: Person | None = None) -> None:
    """An auditor's look leaves a line in the log; who leads people looks at them every day."""
    top = someone.unit_id if someone else unit_id
    if top and reaches(turn.me, top, turn.units, SUPERVISING):
        return
    if turn.me.roles & SUPERVISING and not top:
        return
    turn.note(f"person:{someone.id}" if someone else f"unit:{unit_id}", looked=True)


def counts_line(rows: Sequence[Row]) -> Line:
    count = Counter(row.where for row in rows)
    return Line(
        "boards-counts",
        people=len(rows),
        far=sum(count[each] for each in FAR),
        client=count[Whereabouts.AT_CLIENT],
        overdue=count[Whereabouts.OVERDUE],
        waiting=count[Whereabouts.WAITING],
        inside=count[Whereabouts.IN],
        duty=count[Whereabouts.ON_DUTY],
        leave=count[Whereabouts.ON_LEAVE],
        unexplained=count[Whereabouts.UNEXPLAINED],
        off=count[Whereabouts.OFF],
    )


def pager(unit_id: int, page: int, pages: int) -> list[list[Choice]]:
    """Buttons to the page before and after, where there are any."""
    row = []
    if page > 0:
        row.append(Choice("boards-page-before", Board(unit_id=unit_id, page=page - 1), page=page, pages=pages))
    if page < pages - 1:
        row.append(Choice("boards-page-after", Board(unit_id=unit_id, page=page + 1), page=page + 2, pages=pages))
    return [row] if row else []


def grid(choices: Sequence[Choice], wide: int) -> list[list[Choice]]:
    return [list(choices[start : start + wide]) for start in range(0, len(choices), wide)]


def is_done(record: Record | None) -> bool:
    return record is not None and record.status in (RecordStatus.SUBMITTED, RecordStatus.REVIEWED)


def is_sent_back(record: Record | None) -> bool:
    return record is not None and record.status is RecordStatus.RETURNED


def start_of_today(turn: Turn, people: Sequence[Person]) -> datetime:
    """When today began, where it began first among these people (UTC)."""
    zones = {turn.zone_of(each) for each in {person.unit_id for person in people}}
    return min((moment(day_of(turn.now, zone), time(0), zone) for zone in zones), default=turn.now)
