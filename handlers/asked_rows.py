"""Questions about people, visits, records, leave and roll call, out of the register, within scope (SY12, S-02).

One function for each subject. Where nothing of the kind is kept the answer says so instead of counting to nought.
"""

from collections.abc import Callable, Mapping, Sequence

from bot.buttons import Choice
from bot.language.question import Question
from bot.rules.board import Row as Present, Whereabouts
from bot.rules.contacts import Contact
from bot.rules.days import day_of
from bot.rules.evidence import Grade
from bot.rules.leave import WAITING, Leave, Status
from bot.rules.outings import CLOSED, Outing, StopState
from bot.rules.records import Record, RecordStatus, is_late
from bot.rules.rollcall import Mark
from bot.rules.visits import Visit
from bot.text import Line
from bot.turn import Turn
from handlers import leave_facts, team, team_lines
from handlers.asked import CHANNELS, Found, Row, to_person
from handlers.review_buttons import Read
from handlers.review_facts import is_dated
from handlers.visit_card import Show as ShowVisit, name_of
from storage import (
    clients as client_store,
    findings as finding_store,
    people as people_store,
    questions as store,
)
from storage.questions import Where

# ---------------------------------------------------------------- people

PLACES: Mapping[str, frozenset[Whereabouts]] = {
    "out": team_lines.GROUPS["far"],
    "not_returned": team_lines.GROUPS["far"],
    "overdue_return": frozenset({Whereabouts.OVERDUE}),
    "in_office": frozenset({Whereabouts.IN, Whereabouts.ON_DUTY}),
    "on_duty": frozenset({Whereabouts.ON_DUTY}),
    "unexplained": frozenset({Whereabouts.UNEXPLAINED}),
}


async def of_people(turn: Turn, question: Question, where: Where) -> Found:
    """Where people are now; of another day, who was out."""
    if not where.first <= turn.today <= where.last:
        return await of_outings(turn, question, where)
    scene = await team.look(turn)
    wanted = frozenset().union(*(PLACES.get(each, frozenset()) for each in question.status))

    def fits(row: Present) -> bool:
        person = scene.people[row.person_id]
        if person.unit_id not in where.units or (where.person_id is not None and person.id != where.person_id):
            return False
        if where.client_id is not None and row.client_id != where.client_id:
            return False
        at_client = "at_client" in question.status and row.visit_id is not None
        return not question.status or at_client or row.where in wanted

    rows = [row for row in scene.rows if fits(row)]
    clients = await client_store.clients_by_id(turn.db, [row.client_id for row in rows])
    everybody = [row for row in scene.rows if scene.people[row.person_id].unit_id in where.units]
    return Found(
        [
            Row(
                team_lines.row_line(turn, scene.people, scene.told, clients, row, unit=len(where.units) > 1),
                to_person(row.person_id, scene.people[row.person_id].name),
            )
            for row in rows
        ],
        of=len(everybody),
    )


async def of_outings(turn: Turn, question: Question, where: Where) -> Found:
    found = await store.outings_in(turn.db, where)
    gone = [each for each in found if each.departed_at is not None and each.person_id != turn.me.id]
    people = await people_store.by_ids(turn.db, [each.person_id for each in gone])
    return Found(
        [
            Row(
                Line(
                    "asking-row-outing",
                    name=people[each.person_id].name,
                    day=each.day,
                    left=each.departed_at or each.declared_at,
                    back=Line("asking-back", at=each.returned_at) if each.returned_at else Line("asking-not-back"),
                ),
                to_person(each.person_id, people[each.person_id].name),
            )
            for each in gone
        ],
        note=Line("asking-note-outings") if question.status not in ((), ("out",), ("not_returned",)) else None,
    )


# ---------------------------------------------------------------- visits


async def of_visits(turn: Turn, question: Question, where: Where) -> Found:
    """Stays at clients, calls where a channel is named, and what was planned and not done."""
    if "planned" in question.status or "not_done" in question.status:
        return await of_plans(turn, question, where)
    channels = CHANNELS.get(question.channel or "", frozenset())
    visits = await store.visits_in(turn.db, where, channels) if not channels or channels & FACE else []
    called = await store.contacts_in(turn.db, where, channels) if channels - FACE else []
    chosen = [each for each in visits if each.person_id != turn.me.id or where.person_id == turn.me.id]
    chosen = [each for each in chosen if not question.status or any(IS[s](each) for s in question.status)]
    planned = len(await store.stops_in(turn.db, where)) if question.aggregate == "rate" else None
    rows = [*await visit_rows(turn, chosen), *await contact_rows(turn, called)]
    return Found(rows, of=planned if "done" in question.status or not question.status else len(visits))


FACE = CHANNELS["face_to_face"]
IS: Mapping[str, Callable[[Visit], bool]] = {
    "done": lambda visit: True,
    "unplanned": lambda visit: not visit.planned,
    "weak_evidence": lambda visit: visit.grade is Grade.WEAK,
    "contradicted": lambda visit: visit.grade is Grade.CONTRADICTED,
}


async def of_plans(turn: Turn, question: Question, where: Where) -> Found:
    """What was planned: stops of outings and visits in agendas; `not_done` leaves what still may come."""
    stops = await store.stops_in(turn.db, where)
    items = await store.planned_in(turn.db, where)
    every = len(stops) + len(items)
    if "not_done" in question.status:
        stops = [(trip, stop) for trip, stop in stops if stop.state is StopState.PLANNED and over(turn, trip)]
        items = [each for each in items if each.closed_at is None and each.day < turn.today]
    people = await people_store.by_ids(turn.db, [*(t.person_id for t, _ in stops), *(i.person_id for i in items)])
    clients = await client_store.clients_by_id(
        turn.db, [*(each.client_id for _, each in stops), *(each.client_id for each in items)]
    )
    rows = [
        Row(
            Line(
                "asking-row-plan",
                name=people[trip.person_id].name,
                day=trip.day,
                client=name_of(turn, clients.get(stop.client_id or 0), stop.lead),
                text=stop.matter or "",
            ),
            to_person(trip.person_id, people[trip.person_id].name),
        )
        for trip, stop in stops
    ]
    rows += [
        Row(
            Line(
                "asking-row-plan",
                name=people[each.person_id].name,
                day=each.day,
                client=name_of(turn, clients.get(each.client_id or 0), None) if each.client_id else "",
                text=each.text or "",
            ),
            to_person(each.person_id, people[each.person_id].name),
        )
        for each in items
    ]
    return Found(rows, of=every)


def over(turn: Turn, trip: Outing) -> bool:
    """Whether an outing can bring no more visits."""
    return trip.status in CLOSED or trip.day < day_of(turn.now, turn.zone_of(trip.unit_id))


async def visit_rows(turn: Turn, visits: Sequence[Visit]) -> list[Row]:
    people = await people_store.by_ids(turn.db, [each.person_id for each in visits])
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in visits])
    rows = []
    for each in visits:
        client = name_of(turn, clients.get(each.client_id or 0), each.lead)
        line = Line(
            "asking-row-visit",
            name=people[each.person_id].name,
            at=each.arrived_at,
            client=client,
            grade=Line(f"evidence-grade-{each.grade.value}"),
            plan="" if each.planned else Line("boards-unplanned"),
        )
        rows.append(Row(line, Choice("team-see-visit", ShowVisit(visit_id=each.id), client=client, at=each.arrived_at)))
    return rows


async def contact_rows(turn: Turn, contacts: Sequence[Contact]) -> list[Row]:
    people = await people_store.by_ids(turn.db, [each.person_id for each in contacts])
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in contacts])
    return [
        Row(
            Line(
                "asking-row-contact",
                name=people[each.person_id].name,
                at=each.at,
                client=name_of(turn, clients.get(each.client_id or 0), each.lead),
                channel=Line(f"contacts-by-{each.channel.value.replace('_', '-')}"),
                text=each.line,
            ),
            to_person(each.person_id, people[each.person_id].name),
        )
        for each in contacts
    ]


# ---------------------------------------------------------------- records


async def of_records(turn: Turn, question: Question, where: Where) -> Found:
    """Records handed in, late, unread, sent back, without a dated next step; and those missing."""
    if "missing" in question.status:
        visits = await store.unwritten_in(turn.db, where)
        visits = [each for each in visits if each.person_id != turn.me.id or where.person_id == turn.me.id]
        return Found(await missing_rows(turn, visits), of=len(await store.visits_in(turn.db, where)))
    pairs = await store.records_in(turn.db, where)
    dated = await finding_store.of_records(turn.db, [record.id for record, _ in pairs])

    def fits(record: Record) -> bool:
        tests = {
            "late": record.late,
            "unreviewed": record.status is RecordStatus.SUBMITTED,
            "returned": record.status is RecordStatus.RETURNED,
            "no_next_step": not record.next_step or not is_dated(turn, record, dated.get(record.id)),
        }
        return not question.status or any(tests.get(each, False) for each in question.status)

    chosen = [(record, visit) for record, visit in pairs if fits(record)]
    people = await people_store.by_ids(turn.db, [record.person_id for record, _ in chosen])
    clients = await client_store.clients_by_id(turn.db, [visit.client_id for _, visit in chosen])
    rows = []
    for record, visit in chosen:
        client = name_of(turn, clients.get(visit.client_id or 0), visit.lead)
        line = Line(
            "asking-row-record",
            name=people[record.person_id].name,
            day=record.day,
            client=client,
            late=Line("asking-late") if record.late else "",
        )
        rows.append(Row(line, Choice("team-read-record", Read(visit_id=visit.id), client=client)))
    return Found(rows, of=len(pairs))


async def missing_rows(turn: Turn, visits: Sequence[Visit]) -> list[Row]:
    people = await people_store.by_ids(turn.db, [each.person_id for each in visits])
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in visits])
    rows = []
    for each in visits:
        policy, zone = turn.policy_of(each.unit_id).rules.records, turn.zone_of(each.unit_id)
        late = Line("asking-past-day") if is_late(each.day, policy, zone, turn.now) else ""
        client = name_of(turn, clients.get(each.client_id or 0), each.lead)
        name = people[each.person_id].name
        rows.append(
            Row(
                Line("asking-row-missing", name=name, day=each.day, client=client, late=late),
                to_person(each.person_id, name),
            )
        )
    return rows


# ---------------------------------------------------------------- leave


async def of_leave(turn: Turn, question: Question, where: Where) -> Found:
    found = await store.leave_in(turn.db, where)

    def fits(leave: Leave) -> bool:
        tests = {
            "active": leave.status is Status.APPROVED,
            "approved": leave.status is Status.APPROVED,
            "pending": leave.status in WAITING,
            "retroactive": leave.retroactive,
        }
        shown = leave.status is Status.APPROVED or leave.status in WAITING
        return any(tests[each] for each in question.status) if question.status else shown

    chosen = [each for each in found if fits(each)]
    people = await people_store.by_ids(turn.db, [each.person_id for each in chosen])
    return Found(
        [
            Row(
                Line(
                    "asking-row-leave",
                    name=people[each.person_id].name,
                    kind=Line(f"leave-kind-{each.kind}"),
                    span=leave_facts.span_line(turn, each),
                    state="" if each.status is Status.APPROVED else Line("asking-waits"),
                ),
                to_person(each.person_id, people[each.person_id].name),
            )
            for each in chosen
        ],
        of=len(found),
    )


# ---------------------------------------------------------------- roll call, opportunities, complaints

MARKS: Mapping[str, frozenset[Mark]] = {
    "present": frozenset({Mark.PRESENT, Mark.OUT, Mark.ON_DUTY}),
    "late": frozenset({Mark.LATE}),
    "absent": frozenset({Mark.UNEXPLAINED}),
}


async def of_rollcall(turn: Turn, question: Question, where: Where) -> Found:
    marks = await store.marks_in(turn.db, where)
    wanted = frozenset().union(*(MARKS[each] for each in question.status))
    chosen = [each for each in marks if not wanted or each[2] in wanted]
    people = await people_store.by_ids(turn.db, [person_id for person_id, _, _ in chosen])
    rows = [
        Row(
            Line("asking-row-rollcall", name=people[who].name, day=day, mark=mark_line(mark)),
            to_person(who, people[who].name),
        )
        for who, day, mark in chosen
    ]
    return Found(rows, of=len(marks), note=None if marks else Line("asking-note-rollcall"))


def mark_line(mark: Mark) -> Line:
    return Line(f"asking-mark-{mark.replace('_', '-')}")


async def of_mentions(turn: Turn, question: Question, where: Where) -> Found:
    """Opportunities and complaints are known only as far as records mention them; what became of them is not kept."""
    what = "opportunity" if question.subject == "opportunities" else "complaint"
    found = await store.mentioned_in(turn.db, where, what)
    people = await people_store.by_ids(turn.db, [visit.person_id for visit, _ in found])
    clients = await client_store.clients_by_id(turn.db, [visit.client_id for visit, _ in found])
    rows = []
    for visit, words in found:
        client = name_of(turn, clients.get(visit.client_id or 0), visit.lead)
        line = Line("asking-row-mention", name=people[visit.person_id].name, day=visit.day, client=client, text=words)
        rows.append(Row(line, Choice("team-read-record", Read(visit_id=visit.id), client=client)))
    stateless = question.status and question.status != ("new",)
    return Found(rows, note=Line("asking-note-mentions" if not stateless else "asking-note-no-state"))
