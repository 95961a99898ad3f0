"""The team's board (/team): where everybody is, on one message that is edited (A05, L06, S-02).

Counts first, then who needs attention, then everybody else. Every count is a button that shows its people; whoever
leads several units sees them unit by unit and can tap down to a unit, a person, a visit, a record. Auditors look too;
each look of theirs is logged. What a supervisor sees of a person here the person sees in their own day.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from aiogram.types import CallbackQuery, Message

from bot.actions import FIELD
from bot.buttons import Choice
from bot.rules.board import Row, Whereabouts, team as team_of
from bot.rules.days import day_of, moment
from bot.rules.people import SUPERVISING, Person, Role, has_access, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import team_lines as lines_in
from handlers.day_lines import PersonsDay, day_for, days_of, lines_of, presence, whom
from handlers.reviews import Read
from handlers.team_buttons import COUNTS, SHOWN, Board, Map, Someone, board_of, someone as way_to
from handlers.visit_card import Show as ShowVisit, put
from handlers.workdays import calendar_of
from storage import (
    agenda as agenda_store,
    boards as store,
    clients as client_store,
    leave as leave_store,
    people as people_store,
    rollcalls,
)
from storage.boards import Told

area = Area("team")

SLOT = "team"
LOOKING = SUPERVISING | {Role.AUDITOR}
ALWAYS = frozenset({Role.RM, Role.CLERK})  # those who go out (A04, A11); others only stand here when they are out
PAGE = 12  # people on one page
UNITS_PAGE = 16
FIRST_EXCEPTIONS = 8  # named on the first page of several units
EXCEPTIONS = (Whereabouts.OVERDUE, Whereabouts.UNEXPLAINED)
FAR = frozenset({Whereabouts.OVERDUE, Whereabouts.AT_CLIENT, Whereabouts.OUT})


@dataclass(frozen=True)
class Scene:
    """Everybody that a person may look at, or those of one unit among them, with where they are."""

    people: Mapping[int, Person]
    rows: Sequence[Row]  # in the order of what wants attention
    told: Told
    unit_ids: Sequence[int]  # units with people, in the order of the tree
    late: frozenset[int] = frozenset()  # to the morning's roll call

    def by_unit(self) -> dict[int, list[Row]]:
        found: dict[int, list[Row]] = {each: [] for each in self.unit_ids}
        for row in self.rows:
            found[self.people[row.person_id].unit_id].append(row)
        return found

    def at(self, where: str) -> list[Row]:
        """The people behind one of the counts; all of them for no count."""
        groups = lines_in.GROUPS.get(where)
        if where == "late":
            return [row for row in self.rows if is_late(self, row)]
        return [row for row in self.rows if groups is None or row.where in groups]


@area.command("team")
@area.caption("menu-team")
async def board(message: Message, turn: Turn) -> None:
    """Where everybody is."""
    await say_board(turn, Board(), edit=False)


@area.taps(Board)
async def show(query: CallbackQuery, callback_data: Board, turn: Turn) -> None:
    """The same board, as it is now; or another page, unit or count of it."""
    await say_board(turn, callback_data, edit=True)


async def say_board(turn: Turn, board: Board, *, edit: bool) -> None:
    if board.where not in COUNTS:
        raise Refusal("turn-button-over")
    scene = await look(turn, board.unit_id)
    watched(turn, board.unit_id)
    several = len(scene.unit_ids) > 1 and len(scene.people) > PAGE and not board.where
    rows, lines = overview(turn, scene, board) if several else await unit_rows(turn, scene, board)
    put(
        turn,
        SLOT,
        "team-board",
        edit=edit,
        buttons=[*count_rows(scene, board), *rows],
        scope=scope_name(turn, board.unit_id),
        at=turn.now,
        counts=lines_in.counts_line(scene.rows),
        lines=lines,
    )


async def look(turn: Turn, unit_id: int = 0) -> Scene:
    """Ask where those of a unit are, or everybody in scope but oneself; eleven statements, however many they are."""
    allowed = scope_of(turn)
    if unit_id and unit_id not in allowed:
        raise Refusal("team-not-yours")
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
    if told.leave_until:
        told.standins.update(await leave_store.standin_names(turn.db, told.leave_until, turn.now))
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
    late: set[int] = set()
    for day in days_of(turn, everybody):
        late |= await rollcalls.late_today(turn.db, [each.id for each in everybody], day)
    return Scene({each.id: each for each in everybody}, rows, told, unit_ids, frozenset(late))


def is_late(scene: Scene, row: Row) -> bool:
    """Whether somebody was late to the roll call (L05), or left before they told (A04)."""
    return row.person_id in scene.late or any(each.declared_late for each in scene.told.outings.get(row.person_id, ()))


def count_rows(scene: Scene, board: Board) -> list[list[Choice]]:
    """A button for every count that is not nought: the way down to its rows."""
    counts = [(where, len(scene.at(where))) for where in SHOWN]
    return lines_in.grid(
        [
            Choice(f"team-count-{where.replace('_', '-')}", Board(unit_id=board.unit_id, where=where), count=count)
            for where, count in counts
            if count
        ],
        3,
    )


def overview(turn: Turn, scene: Scene, board: Board) -> tuple[list[list[Choice]], list[Line]]:
    """Several units: who needs attention, then a line and a button for each unit."""
    pages = max(1, -(-len(scene.unit_ids) // UNITS_PAGE))
    page = min(max(board.page, 0), pages - 1)
    units = scene.unit_ids[page * UNITS_PAGE : (page + 1) * UNITS_PAGE]
    odd = [row for row in scene.rows if row.where in EXCEPTIONS] if page == 0 else []
    lines = [lines_in.row_line(turn, scene.people, scene.told, {}, row, unit=True) for row in odd[:FIRST_EXCEPTIONS]]
    if len(odd) > FIRST_EXCEPTIONS:
        lines.append(Line("team-more", count=len(odd) - FIRST_EXCEPTIONS))
    by_unit = scene.by_unit()
    for unit_id in units:
        count = Counter(row.where for row in by_unit[unit_id])
        lines.append(
            Line(
                "team-unit-line",
                name=turn.units.by_id[unit_id].name,
                people=count.total(),
                out=sum(count[each] for each in FAR),
                overdue=count[Whereabouts.OVERDUE],
                unexplained=count[Whereabouts.UNEXPLAINED],
            )
        )
    names = [Choice("team-name", Board(unit_id=each), name=turn.units.by_id[each].name) for each in units]
    rows = lines_in.grid(names, 2)
    rows += lines_in.pager(board, page, pages)
    rows.append([Choice("team-map", Map(unit_id=board.unit_id)), refresh(board, page)])
    return rows, lines


async def unit_rows(turn: Turn, scene: Scene, board: Board) -> tuple[list[list[Choice]], list[Line]]:
    """One unit, one count, or few people: a line and a button for each person."""
    found = scene.at(board.where)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(board.page, 0), pages - 1)
    shown = found[page * PAGE : (page + 1) * PAGE]
    clients = await client_store.clients_by_id(turn.db, [row.client_id for row in shown])
    several = len(scene.unit_ids) > 1
    lines = [lines_in.row_line(turn, scene.people, scene.told, clients, row, unit=several) for row in shown]
    names = [
        Choice(
            "team-name",
            way_to(row.person_id, board.model_copy(update={"page": page})),
            name=scene.people[row.person_id].name,
        )
        for row in shown
    ]
    rows = lines_in.grid(names, 3)
    rows += lines_in.pager(board, page, pages)
    rows.append([Choice("team-map", Map(unit_id=board.unit_id)), refresh(board, page)])
    if board.where:
        rows.append([Choice("team-everybody", Board(unit_id=board.unit_id))])
    elif board.unit_id:
        rows.append([Choice("team-all", Board())])
    return rows, lines or [Line("team-nobody")]


def refresh(board: Board, page: int) -> Choice:
    return Choice("boards-refresh", Board(unit_id=board.unit_id, page=page, where=board.where))


# ---------------------------------------------------------------- one person


@area.taps(Someone)
async def person(query: CallbackQuery, callback_data: Someone, turn: Turn) -> None:
    """A person's day, evidence and plan, with the visits and records that may be opened."""
    someone = await people_store.by_id(turn.db, callback_data.person_id)
    if someone is None or not reaches(turn.me, someone.unit_id, turn.units, LOOKING):
        raise Refusal("team-not-yours")
    watched(turn, someone.unit_id, someone)
    found = await day_for(turn, someone, unread=True)
    back = board_of(callback_data)
    turn.edit(
        SLOT,
        "team-person",
        buttons=[
            *visit_rows(turn, found),
            *unread_rows(turn, found),
            [Choice("boards-refresh", callback_data), Choice("team-back", back)],
        ],
        name=someone.name,
        unit=turn.units.by_id[someone.unit_id].name,
        at=turn.now,
        lines=[*lines_of(turn, found), *await plan_lines(turn, someone)],
    )


async def plan_lines(turn: Turn, someone: Person) -> list[Line]:
    """What the person still has to do today, overdue things included."""
    today = day_of(turn.now, turn.zone_of(someone.unit_id))
    items = (await agenda_store.open_of(turn.db, [someone.id], today))[:8]
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in items])
    lines = []
    for each in items:
        client = clients.get(each.client_id or 0)
        name = Line("team-plan-client", client=lines_in.client_name(turn, client)) if client else ""
        when = Line("team-plan-hour", at=each.at) if each.at else Line("team-plan-day", day=each.day)
        sort = Line(f"team-plan-{each.sort.replace('_', '-')}")
        lines.append(Line("team-plan-line", when=when, sort=sort, client=name, text=each.text or ""))
    return [Line("team-plan"), *lines] if lines else []


def visit_rows(turn: Turn, found: PersonsDay) -> list[list[Choice]]:
    """For each visit a button to see what speaks for it, and one to read its record once it was handed in."""
    rows = []
    for visit in found.day.visits[-6:]:
        name = whom(turn, found.clients, visit)
        row = [Choice("team-see-visit", ShowVisit(visit_id=visit.id), client=name, at=visit.arrived_at)]
        record = found.records.get(visit.id)
        if record is not None and record.submitted_at is not None:
            row.append(Choice("team-read-record", Read(visit_id=visit.id), client=name))
        rows.append(row)
    return rows


def unread_rows(turn: Turn, found: PersonsDay) -> list[list[Choice]]:
    """Records of earlier days that still wait to be read, the oldest first."""
    return [
        [
            Choice(
                "team-read-older",
                Read(visit_id=visit.id),
                client=whom(turn, found.clients, visit),
                day=visit.day,
            )
        ]
        for visit in found.unread[:6]
    ]


# ---------------------------------------------------------------- whose


def scope_of(turn: Turn) -> frozenset[int]:
    """The units that this person may look at."""
    held = [turn.units.below(grant.unit_id) for grant in turn.me.grants if grant.role in LOOKING]
    return frozenset().union(*held)


def led(turn: Turn) -> frozenset[int]:
    """The units that this person leads, and may decide about."""
    held = [turn.units.below(grant.unit_id) for grant in turn.me.grants if grant.role in SUPERVISING]
    return frozenset().union(*held)


def scope_name(turn: Turn, unit_id: int) -> str | Line:
    """What the board is called: the unit, or the units over which the person holds a role."""
    if unit_id:
        return turn.units.by_id[unit_id].name
    tops = sorted({grant.unit_id for grant in turn.me.grants if grant.role in LOOKING})
    return turn.units.by_id[tops[0]].name if len(tops) == 1 else Line("team-all-units")


def watched(turn: Turn, unit_id: int, someone: Person | None = None) -> None:
    """An auditor's look leaves a line in the log; who leads people looks at them every day."""
    top = someone.unit_id if someone else unit_id
    if top and reaches(turn.me, top, turn.units, SUPERVISING):
        return
    if turn.me.roles & SUPERVISING and not top:
        return
    turn.note(f"person:{someone.id}" if someone else f"unit:{unit_id}", looked=True)


def start_of_today(turn: Turn, people: Sequence[Person]) -> datetime:
    """When today began, where it began first among these people (UTC)."""
    zones = {turn.zone_of(each) for each in {person.unit_id for person in people}}
    return min((moment(day_of(turn.now, zone), time(0), zone) for zone in zones), default=turn.now)
