"""One person's day in lines, for themselves and for who leads them: out and back, clients, records, contacts, duty."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.rules.board import Day, Presence, Row, day_of_person
from bot.rules.contacts import Contact
from bot.rules.days import day_of
from bot.rules.outings import Outing, OutingStatus, Stop
from bot.rules.people import Person
from bot.rules.records import Record, RecordStatus
from bot.rules.returns import bound_to_hour
from bot.rules.visits import Visit
from bot.text import Line
from bot.turn import Turn
from handlers.visit_card import name_of
from storage import (
    boards as store,
    clients as client_store,
    contacts as contact_store,
    outings as outing_store,
    records as record_store,
    visits as visit_store,
)
from storage.boards import Told
from storage.clients import Client


@dataclass(frozen=True)
class PersonsDay:
    """Somebody's day, with what is needed to put it into words."""

    day: Day
    records: Mapping[int, Record]
    contacts: Sequence[Contact]
    clients: Mapping[int, Client]
    leave_until: datetime | None
    not_back: Sequence[Outing] = ()  # of earlier days, whose return nobody has told
    unread: Sequence[Visit] = ()  # of earlier days, where the record waits for the supervisor's eye


async def day_for(turn: Turn, person: Person, *, unread: bool = False) -> PersonsDay:
    """Ask what a day has held for somebody; `unread` also asks for records of earlier days not looked at yet."""
    zone, policy = turn.zone_of(person.unit_id), turn.policy_of(person.unit_id).rules
    today = day_of(turn.now, zone)
    unwritten = await record_store.unwritten(turn.db, person.id)
    endless = await visit_store.open_of(turn.db, person.id)
    also = [each.id for each in unwritten]
    told = await store.told(turn.db, [person.id], [today], turn.now, also)
    contacts = await contact_store.of_people_on(turn.db, [person.id], today)
    day = day_of_person(
        presence(turn, person, told, today),
        endless,
        [each for each in unwritten if each.left_at is not None or each.day < today],
        told.records,
        policy.outings,
        policy.records,
        zone,
        turn.now,
    )
    waiting = await record_store.unread_visits(turn.db, person.id, today - store.UNREAD_FOR) if unread else []
    older = [each for each in waiting if each.day < today]
    visits = [*older, *day.visits, *day.to_answer, *(each for each, _ in day.to_write)]
    ids = [each.client_id for named in (day.ahead, visits, contacts) for each in named]
    clients = await client_store.clients_by_id(turn.db, ids)
    open_ = await outing_store.open_of(turn.db, person.id)
    not_back = [each for each in open_ if each.status is OutingStatus.OUT and each.day < today]
    return PersonsDay(day, told.records, contacts, clients, told.leave_until.get(person.id), not_back, older)


def presence(turn: Turn, person: Person, told: Told, today: date) -> Presence:
    """What the bot has been told about somebody on their today."""
    on_duty = (person.id, today) in told.duties
    outings = tuple(each for each in told.outings.get(person.id, ()) if each.day == today)
    return Presence(
        person_id=person.id,
        outings=outings,
        stops=tuple(stop for each in outings for stop in told.stops.get(each.id, ())),
        visits=tuple(each for each in told.visits.get(person.id, ()) if each.day == today),
        on_duty=on_duty,
        leave_until=told.leave_until.get(person.id),
        bound=bound_to_hour(person.roles, on_duty, turn.policy_of(person.unit_id).rules.outings),
        enrolled=person.telegram_id is not None,
        seen_at=told.seen_at.get(person.id),
    )


# ---------------------------------------------------------------- in words


def lines_of(turn: Turn, found: PersonsDay) -> list[Line]:
    """The day, a line for each thing, with a heading over each kind that there is."""
    day = found.day
    lines = []
    if found.leave_until is not None:
        lines.append(Line("boards-on-leave", until=found.leave_until))
    if day.on_duty:
        lines.append(Line("boards-on-duty"))
    lines += [Line("boards-not-back", at=each.departed_at or each.declared_at) for each in found.not_back]
    lines += outing_lines(turn, found, day.outing)
    lines += [visit_line(turn, found, each) for each in day.visits]
    lines += [
        Line("boards-forgotten", client=whom(turn, found.clients, each), at=each.arrived_at) for each in day.to_answer
    ]
    lines += [
        Line(
            "boards-contact",
            at=each.at,
            channel=Line(f"contacts-by-{each.channel.value.replace('_', '-')}"),
            client=whom(turn, found.clients, each),
            line=each.line,
        )
        for each in found.contacts
    ]
    older = [each for each, _ in day.to_write if each.day != day.day]
    lines += [Line(owed_key(found, each), client=whom(turn, found.clients, each), at=each.arrived_at) for each in older]
    return lines or [Line("boards-nothing-yet")]


def owed_key(found: PersonsDay, visit: Visit) -> str:
    """What to say of a record of an earlier day that is owed: never written, or sent back."""
    record = found.records.get(visit.id)
    returned = record is not None and record.status is RecordStatus.RETURNED
    return "boards-sent-back-before" if returned else "boards-owed-before"


def outing_lines(turn: Turn, found: PersonsDay, outing: Outing | None) -> list[Line]:
    if outing is None:
        return []
    day = found.day
    back = Line("boards-back-by", at=day.back_by) if day.back_by else ""
    match outing.status:
        case OutingStatus.WAITING:
            lines = [Line("boards-outing-waiting", back=back)]
        case OutingStatus.DECLARED:
            lines = [Line("boards-outing-declared", at=outing.depart_at or outing.declared_at, back=back)]
        case OutingStatus.OUT:
            lines = [Line("boards-outing-out", at=outing.departed_at or outing.declared_at, back=back)]
            if day.overdue is not None:
                lines.append(Line("boards-outing-overdue", minutes=day.overdue))
        case OutingStatus.RETURNED:
            lines = [Line("boards-outing-returned", at=outing.returned_at)]
        case OutingStatus.DECLINED:
            lines = [Line("boards-outing-declined")]
        case _:
            lines = [Line("boards-outing-cancelled")]
    if outing.declared_late:
        lines.append(Line("boards-outing-late"))
    return lines + [Line("boards-stop", client=whom(turn, found.clients, each)) for each in day.ahead]


def visit_line(turn: Turn, found: PersonsDay, visit: Visit) -> Line:
    """A visit with its grade and the state of its record."""
    return Line(
        "boards-visit-ended" if visit.left_at else "boards-visit-lasts",
        client=whom(turn, found.clients, visit),
        arrived=visit.arrived_at,
        grade=Line(f"evidence-grade-{visit.grade.value}"),
        plan="" if visit.planned else Line("boards-unplanned"),
        record=Line(record_key(found.records.get(visit.id))),
        **({"left": visit.left_at} if visit.left_at else {}),
    )


def record_key(record: Record | None) -> str:
    """What to say of the record of a visit."""
    if record is None:
        return "boards-record-none"
    if record.status is RecordStatus.SUBMITTED:
        return "boards-record-late" if record.late else "boards-record-submitted"
    if record.status is RecordStatus.REVIEWED:
        return "boards-record-reviewed"
    return "boards-record-returned" if record.status is RecordStatus.RETURNED else "boards-record-draft"


def whom(turn: Turn, clients: Mapping[int, Client], about: Visit | Contact | Stop | Row) -> str | Line:
    """Whom a visit, a contact, a stop or a row of the board is about."""
    return name_of(turn, clients.get(about.client_id or 0), about.lead)


def days_of(turn: Turn, people: Iterable[Person]) -> Collection[date]:
    """Which days it is now, where these people are."""
    zones = {turn.zone_of(each) for each in {person.unit_id for person in people}}
    return {day_of(turn.now, zone) for zone in zones}
