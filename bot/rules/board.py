"""The board: where everybody of a team is at a moment (A05, L06), and what a day has held for one person.

Counts first, then rows. "Unexplained" is said of nobody before work starts, and of nobody the bot knows to be
in, out, on leave or on duty.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.days import day_of, moment
from bot.rules.evidence import Grade
from bot.rules.outings import Outing, OutingPolicy, OutingStatus, Stop, StopState
from bot.rules.records import Block, Record, RecordPolicy, owed
from bot.rules.returns import expected_back, overdue
from bot.rules.visits import Visit, forgotten, open_now
from bot.rules.workdays import WorkCalendar


class Whereabouts(StrEnum):
    """Where a person is, as far as the bot has been told. The order is the order on the board."""

    OVERDUE = "overdue"  # out, and the hour of return has passed
    UNEXPLAINED = "unexplained"
    AT_CLIENT = "at_client"
    OUT = "out"
    WAITING = "waiting"  # wants to go out, consent not given yet
    ON_DUTY = "on_duty"
    IN = "in"
    ON_LEAVE = "on_leave"
    NOT_ENROLLED = "not_enrolled"  # on the name list, and never came in
    OFF = "off"  # not yet, or no longer, working hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person on the board."""

    person_id: int
    where: Whereabouts
    since: datetime | None = None
    back_by: datetime | None = None
    outing_id: int | None = None
    visit_id: int | None = None
    client_id: int | None = None  # where they are, or are going
    lead: str | None = None
    grade: Grade | None = None
    overdue_minutes: int = 0
    declared_late: bool = False


@dataclass(frozen=True, slots=True)
class Presence:
    """What the bot has been told about one person on a day."""

    person_id: int
    outings: tuple[Outing, ...] = ()  # of the day
    stops: tuple[Stop, ...] = ()  # of those outings
    visits: tuple[Visit, ...] = ()  # of the day
    on_duty: bool = False
    leave_until: datetime | None = None  # on leave at the moment, until then
    bound: bool = True  # see `returns.bound_to_hour`
    enrolled: bool = True
    seen_at: datetime | None = None  # when they last let the bot hear of them that day (roll call, a word, a tap)


@dataclass(frozen=True, slots=True)
class BoardPolicy:
    """The bank's figures about the board. Times are local to the unit."""

    work_start: time = time(8, 30)  # L05
    day_end: time = time(20)


@dataclass(frozen=True, slots=True)
class Board:
    """Counts first, then rows in the order of what wants attention."""

    at: datetime
    counts: Mapping[Whereabouts, int]
    rows: tuple[Row, ...]


def team(
    people: Iterable[Presence],
    outing_policy: OutingPolicy,
    policy: BoardPolicy,
    calendar: WorkCalendar,
    zone: ZoneInfo,
    now: datetime,
) -> Board:
    """Where everybody of a team is (A05, L06). `people` in the order they are to be named within a group."""
    rows = [whereabouts(each, outing_policy, policy, calendar, zone, now) for each in people]
    order = {where: position for position, where in enumerate(Whereabouts)}
    rows.sort(key=lambda row: (order[row.where], -row.overdue_minutes))
    return Board(now, Counter(row.where for row in rows), tuple(rows))


def whereabouts(
    person: Presence,
    outing_policy: OutingPolicy,
    policy: BoardPolicy,
    calendar: WorkCalendar,
    zone: ZoneInfo,
    now: datetime,
) -> Row:
    """Where one person is, as far as told. Leave explains everything but being out; silence in working hours nothing.

    A person is in when they came back or let the bot hear of them that day, and taken to be out once their
    planned departure has come. Before work starts, after the day's end and on free days nobody is unexplained.
    """
    today = day_of(now, zone)
    out = next((each for each in person.outings if each.day == today and _away(each, now)), None)
    if out is not None:
        return _out(person, out, outing_policy, zone, now)
    if person.leave_until is not None:
        return Row(person_id=person.person_id, where=Whereabouts.ON_LEAVE, back_by=person.leave_until)
    waiting = next((each for each in person.outings if each.status is OutingStatus.WAITING), None)
    if waiting is not None:
        row = _heading(person, waiting, Row(person_id=person.person_id, where=Whereabouts.WAITING))
        return replace(row, since=waiting.declared_at, back_by=waiting.return_by)
    if person.on_duty:
        return Row(person_id=person.person_id, where=Whereabouts.ON_DUTY)
    back = max((each.returned_at for each in person.outings if each.returned_at is not None), default=None)
    told = (each.declared_at for each in person.outings if each.declared_at and day_of(each.declared_at, zone) == today)
    since = back or person.seen_at or min(told, default=None)
    if since is not None:
        return Row(person_id=person.person_id, where=Whereabouts.IN, since=since)
    if not person.enrolled:
        return Row(person_id=person.person_id, where=Whereabouts.NOT_ENROLLED)
    working = calendar.is_working(today)
    hours = moment(today, policy.work_start, zone) <= now < moment(today, policy.day_end, zone)
    return Row(person_id=person.person_id, where=Whereabouts.UNEXPLAINED if working and hours else Whereabouts.OFF)


@dataclass(frozen=True, slots=True)
class Day:
    """What a day has held for one person: the facts of /today."""

    day: date
    outing: Outing | None  # the one under way or told; else the last of the day
    ahead: tuple[Stop, ...]  # stops still to come
    at_client: Visit | None
    visits: tuple[Visit, ...]  # of the day, in order
    to_answer: tuple[Visit, ...]  # forgotten check-outs, of any day
    to_write: tuple[tuple[Visit, tuple[Block, ...]], ...]  # records owed, with the blocks missing
    back_by: datetime | None
    overdue: timedelta | None
    on_duty: bool


def day_of_person(
    person: Presence,
    open_visits: Sequence[Visit],
    unwritten: Iterable[Visit],
    records: Mapping[int, Record],
    outing_policy: OutingPolicy,
    record_policy: RecordPolicy,
    zone: ZoneInfo,
    now: datetime,
) -> Day:
    """The facts of /today. `open_visits` are the person's visits without an end, `unwritten` those whose record
    may be owed, of any day; `records` the record in force by visit id."""
    today = day_of(now, zone)
    told = sorted(person.outings, key=lambda each: (each.is_open, each.declared_at or now))
    outing = next((each for each in reversed(told) if each.status is not OutingStatus.PLANNED), None)
    visits = tuple(sorted((each for each in person.visits if each.day == today), key=lambda each: each.arrived_at))
    is_open = outing is not None and outing.is_open
    ahead = [
        each for each in person.stops if outing and each.outing_id == outing.id and each.state is StopState.PLANNED
    ]
    everything = {each.id: each for each in (*open_visits, *visits)}
    return Day(
        day=today,
        outing=outing,
        ahead=tuple(sorted(ahead, key=lambda each: each.position)) if is_open else (),
        at_client=open_now(visits, today) if is_open else None,
        visits=visits,
        to_answer=forgotten(tuple(everything.values()), today, returned=not is_open),
        to_write=owed(unwritten, records, record_policy),
        back_by=expected_back(outing, outing_policy, zone, person.bound) if outing and is_open else None,
        overdue=overdue(outing, outing_policy, zone, now, person.bound) if outing else None,
        on_duty=person.on_duty,
    )


def _away(outing: Outing, now: datetime) -> bool:
    leaving = outing.status is OutingStatus.DECLARED and outing.depart_at is not None and outing.depart_at <= now
    return outing.status is OutingStatus.OUT or leaving


def _out(person: Presence, outing: Outing, policy: OutingPolicy, zone: ZoneInfo, now: datetime) -> Row:
    late = overdue(outing, policy, zone, now, person.bound)
    row = Row(
        person_id=person.person_id,
        where=Whereabouts.OUT,
        since=outing.departed_at or outing.depart_at,
        back_by=expected_back(outing, policy, zone, person.bound),
        outing_id=outing.id,
        declared_late=outing.declared_late,
    )
    visit = open_now((each for each in person.visits if each.outing_id == outing.id), outing.day)
    if visit is None:
        row = _heading(person, outing, row)
    else:
        row = replace(
            row,
            where=Whereabouts.AT_CLIENT,
            since=visit.arrived_at,
            visit_id=visit.id,
            client_id=visit.client_id,
            lead=visit.lead,
            grade=visit.grade,
        )
    if late is None:
        return row
    return replace(row, where=Whereabouts.OVERDUE, overdue_minutes=int(late / timedelta(minutes=1)))


def _heading(person: Presence, outing: Outing, row: Row) -> Row:
    """Where an outing leads next: the first stop still to come."""
    ahead = (each for each in person.stops if each.outing_id == outing.id and each.state is StopState.PLANNED)
    stop = min(ahead, key=lambda each: each.position, default=None)
    return replace(
        row, outing_id=outing.id, client_id=stop.client_id if stop else None, lead=stop.lead if stop else None
    )
