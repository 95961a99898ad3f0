"""Questions of reports: the counts of a period by unit or person, and the rows behind a count.

Counting reads much, so it is done beside the event loop and in a transaction of its own that only reads: nobody waits
for a report. What belongs to a unit is what was done while the person belonged to it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import Select, and_, case, distinct, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.policy import Policy
from bot.rules.cadence import Post, State, standing
from bot.rules.evidence import Grade
from bot.rules.leave import Status
from bot.rules.outings import OutingStatus
from bot.rules.records import RecordStatus
from bot.rules.reports import Figures, total
from bot.rules.rollcall import Mark as Answered
from storage import cadence
from storage.briefing_tables import roll_call_answers, roll_calls
from storage.calendar_tables import touches
from storage.engine import BESIDE
from storage.field import contacts, leaves, outings, records, stops, visits
from storage.matters import days_of
from storage.tables import clients, people

HANDED_IN = (RecordStatus.SUBMITTED, RecordStatus.RETURNED, RecordStatus.REVIEWED)
EXCUSED = (Answered.OUT, Answered.ON_DUTY, Answered.ON_LEAVE)


class Scope:
    """Whose figures: those of units, or of one person; counted unit by unit or person by person."""

    def __init__(self, units: Collection[int] = (), person: int | None = None, *, by_person: bool = False) -> None:
        self.units, self.person, self.by_person = sorted(units), person, by_person or person is not None

    def of(self, table: Any) -> Any:
        """The condition on a table with columns `unit_id` and `person_id`."""
        c = table.c
        return c.person_id == self.person if self.person is not None else c.unit_id.in_(self.units)

    def by(self, table: Any) -> Any:
        """The column that counts are kept apart by."""
        return table.c.person_id if self.by_person else table.c.unit_id


async def figures(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[int, Figures]:
    """The counts of the days from the first to the last, by unit or person."""
    found: dict[int, list[Figures]] = {}
    for read in (of_visits, of_plans, of_records, of_contacts, of_roll_calls, of_leave):
        for owner, counts in (await read(db, scope, first, last)).items():
            found.setdefault(owner, []).append(counts)
    return {owner: total(parts) for owner, parts in found.items()}


async def of_visits(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[int, Figures]:
    v = visits.c
    grades = [count_if(v.grade == each) for each in (Grade.STRONG, Grade.FAIR, Grade.WEAK, Grade.CONTRADICTED)]
    asked = (
        select(scope.by(visits), func.count(), count_if(v.planned), count_if(v.left_at.is_not(None)), *grades)
        .where(scope.of(visits), v.day.between(first, last))
        .group_by(scope.by(visits))
    )
    names = ("visits", "kept", "owed", "strong", "fair", "weak", "contradicted")
    return await counted(db, asked, names)


async def of_plans(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[int, Figures]:
    o = outings.c
    mine = (scope.of(outings), o.day.between(first, last), o.status != OutingStatus.CANCELLED)
    went = select(scope.by(outings), func.count(), count_if(o.declared_late)).where(*mine).group_by(scope.by(outings))
    legs = (
        select(scope.by(outings), func.count())
        .join(stops, stops.c.outing_id == o.id)
        .where(*mine)
        .group_by(scope.by(outings))
    )
    found = await counted(db, went, ("outings", "told_late"))
    return merged(found, await counted(db, legs, ("planned",)))


async def of_records(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[int, Figures]:
    """A record has versions; it counts once, by when it was first handed in (C12)."""
    r = records.c
    asked = (
        select(
            scope.by(records),
            func.count(distinct(case((and_(r.status.in_(HANDED_IN), ~r.late), r.visit_id)))),
            func.count(distinct(case((and_(r.status.in_(HANDED_IN), r.late), r.visit_id)))),
            func.count(distinct(case((r.reviewed_at.is_not(None), r.visit_id)))),
        )
        .where(scope.of(records), r.day.between(first, last))
        .group_by(scope.by(records))
    )
    return await counted(db, asked, ("on_time", "late", "reviewed"))


async def of_contacts(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[int, Figures]:
    asked = (
        select(scope.by(contacts), func.count())
        .where(scope.of(contacts), contacts.c.day.between(first, last))
        .group_by(scope.by(contacts))
    )
    return await counted(db, asked, ("contacts",))


async def of_roll_calls(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[int, Figures]:
    """How people stood in the roll calls that were closed; before the close nobody is late or missing."""
    a, c = roll_call_answers.c, roll_calls.c
    mine = a.person_id == scope.person if scope.person is not None else c.unit_id.in_(scope.units)
    by = a.person_id if scope.by_person else c.unit_id
    asked = (
        select(
            by,
            count_if(a.mark == Answered.PRESENT),
            count_if(a.mark == Answered.LATE),
            count_if(a.mark == Answered.UNEXPLAINED),
            count_if(a.mark.in_(EXCUSED)),
        )
        .join(roll_calls, c.id == a.roll_call_id)
        .where(mine, c.day.between(first, last), c.closed_at.is_not(None), c.cancelled_at.is_(None))
        .group_by(by)
    )
    return await counted(db, asked, ("present", "tardy", "absent", "excused"))


async def of_leave(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[int, Figures]:
    """Leave that was granted and begins in the period, with all of its days."""
    x = leaves.c
    asked = select(scope.by(leaves), x.days).where(
        scope.of(leaves), x.first.between(first, last), x.status == Status.APPROVED
    )
    found: dict[int, Figures] = {}
    for owner, days in await db.execute(beside(asked)):
        found[owner] = found.get(owner, Figures()) + Figures(leaves=1, leave_days=Fraction(days))
    return found


# ---------------------------------------------------------------- clients


Mark = tuple[str, Collection[str], Collection[str]]  # a rule, its tiers, and the channels that count for it


async def reached(
    db: AsyncConnection, scope: Scope, marks: Sequence[Mark], first: date, last: date, *, running: bool
) -> tuple[dict[str, tuple[int, int]], int]:
    """For each rule how many clients were met as it wants from the first day to the last, of how many; and how many
    clients there are in all (V13, V14).

    While the half-year is `running`, the last days of each client tell (`touches`, one row a client) how it stands now,
    as in the calendar; of one that is over the visits are asked, those with a record that was handed in.
    """
    c = clients.c
    mine = c.keeper_id == scope.person if scope.person is not None else c.unit_id.in_(scope.units)
    met = [
        and_(c.tier.in_(sorted(tiers)), touched(channels, first) if running else seen(channels, first, last))
        for _, tiers, channels in marks
    ]
    of_tier = [c.tier.in_(sorted(tiers)) for _, tiers, _ in marks]
    asked = (
        select(func.count(), *(count_if(each) for each in met), *(count_if(each) for each in of_tier))
        .select_from(clients.outerjoin(touches, touches.c.client_id == c.id))
        .where(mine, c.active)
    )
    there, *counts = (await db.execute(beside(asked))).one()
    found = {
        rule: (int(counts[index] or 0), int(counts[index + len(marks)] or 0)) for index, (rule, *_) in enumerate(marks)
    }
    return found, int(there)


def touched(channels: Collection[str], first: date) -> Any:
    """Whether a client was met in one of these ways since a day."""
    return or_(*(touches.c[each] >= first for each in sorted(channels)))


def seen(channels: Collection[str], first: date, last: date) -> Any:
    """The same between two days: by the visits whose record was handed in."""
    v, r = visits.c, records.c
    handed_in = select(r.id).where(r.visit_id == v.id, r.status.in_(HANDED_IN)).exists()
    asked = select(v.id).where(
        v.client_id == clients.c.id, v.day.between(first, last), v.channel.in_(sorted(channels)), handed_in
    )
    return asked.exists()


async def covered(db: AsyncConnection, scope: Scope, first: date, last: date) -> int:
    """How many clients were met in any way of a visit in the period."""
    asked = select(func.count(distinct(visits.c.client_id))).where(
        scope.of(visits), visits.c.day.between(first, last), visits.c.client_id.is_not(None)
    )
    return int(await db.scalar(beside(asked)) or 0)


async def names(db: AsyncConnection, scope: Scope) -> dict[int, str]:
    """Who belongs to the units, by number."""
    asked = select(people.c.id, people.c.name).where(people.c.unit_id.in_(scope.units)).order_by(people.c.code)
    return {row.id: row.name for row in await db.execute(beside(asked))}


async def overdue(db: AsyncConnection, scope: Scope, policy: Policy, today: date) -> int:
    """How many clients are overdue today by some line of their rhythm (V01-V12)."""
    plan = policy.rules.cadence
    if scope.person is not None:
        kept = await cadence.behind(db, [scope.person], plan, Post.RM, today)
    else:
        kept = await cadence.behind_in(db, scope.units, plan, Post.RM, today)
    return sum(
        any(
            standing(line, days_of(client, line, policy), client.since, today, plan).state is State.OVERDUE
            for line in plan.lines_of(client.segment, client.tier, Post.RM)
        )
        for client in kept
    )


# ---------------------------------------------------------------- the rows behind a count


async def visit_rows(
    db: AsyncConnection, scope: Scope, first: date, last: date, kind: str, offset: int, most: int
) -> tuple[int, Sequence[Any]]:
    """The visits behind a count, newest first: day, person, client or lead, grade; and how many there are in all."""
    v = visits.c
    where = (scope.of(visits), v.day.between(first, last), BEHIND[kind]())
    there = await db.scalar(beside(select(func.count()).select_from(visits).where(*where)))
    asked = (
        select(v.id, v.day, people.c.name, clients.c.alias, clients.c.code, v.lead, v.grade)
        .join(people, people.c.id == v.person_id)
        .outerjoin(clients, clients.c.id == v.client_id)
        .where(*where)
        .order_by(v.day.desc(), v.id.desc())
        .offset(offset)
        .limit(most)
    )
    return int(there or 0), (await db.execute(beside(asked))).all()


def without_record() -> Any:
    v, r = visits.c, records.c
    handed_in = select(r.id).where(r.visit_id == v.id, r.status.in_(HANDED_IN)).exists()
    return and_(v.left_at.is_not(None), ~handed_in)


def with_late_record() -> Any:
    v, r = visits.c, records.c
    return select(r.id).where(r.visit_id == v.id, r.status.in_(HANDED_IN), r.late).exists()


def unread_record() -> Any:
    v, r = visits.c, records.c
    handed_in = select(r.id).where(r.visit_id == v.id, r.status.in_(HANDED_IN)).exists()
    read = select(r.id).where(r.visit_id == v.id, r.reviewed_at.is_not(None)).exists()
    return and_(handed_in, ~read)


BEHIND: Mapping[str, Callable[[], Any]] = {
    "all": lambda: visits.c.id.is_not(None),
    "unplanned": lambda: ~visits.c.planned,
    "doubtful": lambda: or_(visits.c.grade == Grade.WEAK, visits.c.grade == Grade.CONTRADICTED),
    "missing": without_record,
    "late": with_late_record,
    "unread": unread_record,
}


async def trend(db: AsyncConnection, scope: Scope, first: date, last: date) -> dict[date, tuple[int, int]]:
    """Visits and planned visits of each day, for the picture."""
    v = visits.c
    asked = (
        select(v.day, func.count(), count_if(v.planned))
        .where(scope.of(visits), v.day.between(first, last))
        .group_by(v.day)
        .order_by(v.day)
    )
    return {day: (int(all_), int(planned or 0)) for day, all_, planned in await db.execute(beside(asked))}


# ---------------------------------------------------------------- small things


def beside(statement: Any) -> Any:
    """The statement, to be run where nobody waits for it."""
    return statement.suffix_with(BESIDE)


def count_if(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


async def counted(db: AsyncConnection, asked: Select[Any], names: Sequence[str]) -> dict[int, Figures]:
    found: dict[int, Figures] = {}
    for owner, *values in await db.execute(beside(asked)):
        counts: dict[str, Any] = {name: int(value or 0) for name, value in zip(names, values, strict=True)}
        found[owner] = Figures(**counts)
    return found


def merged(one: dict[int, Figures], other: dict[int, Figures]) -> dict[int, Figures]:
    return {owner: one.get(owner, Figures()) + other.get(owner, Figures()) for owner in one.keys() | other.keys()}
