"""The lines and small rows of the team's board."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.buttons import Choice
from bot.rules.board import Row, Whereabouts
from bot.rules.people import Person
from bot.rules.records import Record, RecordStatus
from bot.text import Line
from bot.turn import Turn
from handlers.day_lines import whom
from handlers.team_buttons import Board
from handlers.visit_card import name_of
from storage.boards import Told
from storage.clients import Client

# What each count counts; "late" is asked of the outings.
GROUPS: dict[str, frozenset[Whereabouts]] = {
    "far": frozenset({Whereabouts.OVERDUE, Whereabouts.AT_CLIENT, Whereabouts.OUT}),
    "off": frozenset({Whereabouts.OFF, Whereabouts.NOT_ENROLLED}),
    **{each.value: frozenset({each}) for each in Whereabouts if each is not Whereabouts.OFF},
}


def counts_line(rows: Sequence[Row]) -> Line:
    count = Counter(row.where for row in rows)
    return Line(
        "team-counts",
        people=len(rows),
        far=sum(count[each] for each in GROUPS["far"]),
        client=count[Whereabouts.AT_CLIENT],
        overdue=count[Whereabouts.OVERDUE],
        waiting=count[Whereabouts.WAITING],
        inside=count[Whereabouts.IN],
        duty=count[Whereabouts.ON_DUTY],
        leave=count[Whereabouts.ON_LEAVE],
        unexplained=count[Whereabouts.UNEXPLAINED],
        off=sum(count[each] for each in GROUPS["off"]),
    )


def row_line(
    turn: Turn, people: Mapping[int, Person], told: Told, clients: Mapping[int, Client], row: Row, *, unit: bool
) -> Line:
    """One person: where, since when, back by when, and what is missing."""
    person = people[row.person_id]
    visits = [each for each in told.visits.get(person.id, ()) if each.left_at is not None]
    owed = sum(not is_done(told.records.get(each.id)) for each in visits)
    unread = told.unread.get(person.id, 0)
    known = row.lead is not None or row.client_id in clients
    facts: dict[str, object] = {
        "name": person.name,
        "unit": Line("team-of-unit", name=turn.units.by_id[person.unit_id].name) if unit else "",
        "whom": Line("team-whom", client=whom(turn, clients, row)) if known else "",
        "since": Line("team-since", at=row.since) if row.since else "",
        "heard": Line("team-heard", at=row.since) if row.since else "",
        "back": Line("boards-back-by", at=row.back_by) if row.back_by else "",
        "grade": Line("team-grade", grade=Line(f"evidence-grade-{row.grade.value}")) if row.grade else "",
        "late": Line("team-mark-late") if row.declared_late else "",
        "owed": Line("team-mark-records", count=owed) if owed else "",
        "unread": Line("team-mark-unread", count=unread) if unread else "",
        "standin": Line("team-standin", name=told.standins[person.id]) if person.id in told.standins else "",
        "minutes": timedelta(minutes=row.overdue_minutes),
    }
    return Line(f"team-row-{row.where.value.replace('_', '-')}", **facts)


def pager(board: Board, page: int, pages: int) -> list[list[Choice]]:
    """Buttons to the page before and after, where there are any."""
    row = []
    if page > 0:
        before = board.model_copy(update={"page": page - 1})
        row.append(Choice("team-page-before", before, page=page, pages=pages))
    if page < pages - 1:
        after = board.model_copy(update={"page": page + 1})
        row.append(Choice("team-page-after", after, page=page + 2, pages=pages))
    return [row] if row else []


def grid(choices: Sequence[Choice], wide: int) -> list[list[Choice]]:
    return [list(choices[start : start + wide]) for start in range(0, len(choices), wide)]


def client_name(turn: Turn, client: Client) -> str | Line:
    return name_of(turn, client, None)


def is_done(record: Record | None) -> bool:
    return record is not None and record.status in (RecordStatus.SUBMITTED, RecordStatus.REVIEWED)
