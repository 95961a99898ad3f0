"""The rows of the paper's registers, day by day, so that a long one never stands in memory.

Every query gives plain values in the order of the form's columns; moments are aware UTC. A unit's register holds what
was done while people belonged to it.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.leave import Status
from bot.rules.outings import OutingStatus
from bot.rules.rollcall import Gathering
from storage.briefing_tables import day_logs, roll_call_answers, roll_calls
from storage.engine import BESIDE
from storage.field import leaves, outings, records, stops, visits
from storage.tables import clients, people

PART = 250


class Form(StrEnum):
    """The registers, by their number in the bank's forms."""

    OUTINGS = "FM01"  # 客户经理外出登记簿
    RECORDS = "FM02"  # 客户走访记录
    LOGS = "FM05"  # 工作日志
    ROLL_CALLS = "FM28"  # 点名考勤
    LEAVE = "FM29"  # 请假
    MEETINGS = "FM27"  # 会议签到


def of_outings(units: Sequence[int], day: date, client: Any) -> Select[Any]:
    """One row for each stop: day, who, client, lead, matter, place, to leave, left, back by, back, late, how it is."""
    o, s = outings.c, stops.c
    return (
        select(
            o.day, people.c.name, people.c.code, client, s.lead, s.matter, s.place, o.declared_at,
            o.departed_at, o.return_by, o.returned_at, o.declared_late, o.status,
        )
        .select_from(outings)
        .join(people, people.c.id == o.person_id)
        .outerjoin(stops, s.outing_id == o.id)
        .outerjoin(clients, clients.c.id == s.client_id)
        .where(o.unit_id.in_(units), o.day == day, o.status != OutingStatus.PLANNED)
        .order_by(o.declared_at, o.id, s.position)
    )  # fmt: skip


def of_records(units: Sequence[int], day: date, client: Any) -> Select[Any]:
    """One row for each visit, with the newest version of its record: the four blocks, times, evidence, the opinion."""
    v, r = visits.c, records.c
    other = records.alias("other")
    versions = select(func.max(other.c.version)).where(other.c.visit_id == v.id, other.c.submitted_at.is_not(None))
    newest = versions.correlate(visits).scalar_subquery()
    reader = people.alias("reader")
    return (
        select(
            v.day, people.c.name, people.c.code, client, v.lead, v.arrived_at, v.left_at, r.who, r.purpose,
            r.result, r.next_step, v.grade, r.submitted_at, r.late, reader.c.name.label("reader"), r.reviewed_at,
            r.opinion,
        )
        .select_from(visits)
        .join(people, people.c.id == v.person_id)
        .outerjoin(clients, clients.c.id == v.client_id)
        .outerjoin(records, (r.visit_id == v.id) & (r.version == newest))
        .outerjoin(reader, reader.c.id == r.reviewed_by)
        .where(v.unit_id.in_(units), v.day == day)
        .order_by(v.arrived_at, v.id)
    )  # fmt: skip


def of_logs(units: Sequence[int], day: date, _client: Any) -> Select[Any]:
    """One row for each day log: day, who, the text, sent, read by whom and when."""
    x = day_logs.c
    reader = people.alias("reader")
    return (
        select(x.day, people.c.name, people.c.code, x.text, x.sent_at, reader.c.name.label("reader"), x.read_at)
        .select_from(day_logs)
        .join(people, people.c.id == x.person_id)
        .outerjoin(reader, reader.c.id == x.read_by)
        .where(x.unit_id.in_(units), x.day == day)
        .order_by(x.sent_at, people.c.code)
    )


def of_roll_calls(units: Sequence[int], day: date, _client: Any) -> Select[Any]:
    """One row for each person of a roll call: day, hour, who, how they stood, when they said so."""
    return called(units, day).where(roll_calls.c.gathering == Gathering.TRAINING)


def of_meetings(units: Sequence[int], day: date, _client: Any) -> Select[Any]:
    """One row for each person of a meeting: the sign-in sheet (M02)."""
    return called(units, day).where(roll_calls.c.gathering != Gathering.TRAINING)


def called(units: Sequence[int], day: date) -> Select[Any]:
    c, a = roll_calls.c, roll_call_answers.c
    return (
        select(c.day, c.gathering, c.starts, people.c.name, people.c.code, a.mark, a.said_at)
        .select_from(roll_calls)
        .join(roll_call_answers, a.roll_call_id == c.id)
        .join(people, people.c.id == a.person_id)
        .where(c.unit_id.in_(units), c.day == day, c.closed_at.is_not(None), c.cancelled_at.is_(None))
        .order_by(c.starts, c.id, people.c.code)
    )


def of_leave(units: Sequence[int], day: date, _client: Any) -> Select[Any]:
    """One row for each leave that begins on the day: who, sort, from, to, days, stand-in, decided by whom and when."""
    x = leaves.c
    standin, head = people.alias("standin"), people.alias("head")
    return (
        select(
            x.first, people.c.name, people.c.code, x.kind, x.starts, x.ends, x.days, x.reason,
            standin.c.name.label("standin"), x.status, x.retroactive, head.c.name.label("head"), x.decided_at,
        )
        .select_from(leaves)
        .join(people, people.c.id == x.person_id)
        .outerjoin(standin, standin.c.id == x.standin_id)
        .outerjoin(head, head.c.id == x.decided_by)
        .where(x.unit_id.in_(units), x.first == day, x.status != Status.DRAFT)
        .order_by(x.starts, x.id)
    )  # fmt: skip


OF: dict[Form, Callable[[Sequence[int], date, Any], Select[Any]]] = {
    Form.OUTINGS: of_outings,
    Form.RECORDS: of_records,
    Form.LOGS: of_logs,
    Form.ROLL_CALLS: of_roll_calls,
    Form.LEAVE: of_leave,
    Form.MEETINGS: of_meetings,
}


async def rows(
    db: AsyncConnection, form: Form, units: Sequence[int], first: date, last: date, *, code_only: bool = False
) -> AsyncIterator[Sequence[Any]]:
    """The rows of a register, some of a day at a time; `code_only`: clients by their code alone (S-02)."""
    wanted = sorted(units)
    client = clients.c.code if code_only else clients.c.alias + " " + clients.c.code
    for number in range((last - first).days + 1):
        asked = OF[form](wanted, first + timedelta(days=number), client)
        found = await db.execute(asked.suffix_with(BESIDE))
        for part in found.partitions(PART):  # rows become values part by part: the loop is never held for long
            yield part
