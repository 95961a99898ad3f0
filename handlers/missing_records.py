"""Records not written yet: one line to the RM shortly before the day's end, at it, and until done (A07, 5.3)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.policy import Policy
from bot.rules import records as rules
from bot.rules.days import day_of, moment
from bot.rules.people import Person, has_access
from bot.rules.records import Record
from bot.rules.reminding import Reminder, Volume
from bot.rules.visits import Visit
from bot.rules.workdays import WorkCalendar
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import reminding
from handlers.record_card import write_rows
from handlers.reminding import Saying
from handlers.visit_card import name_of
from handlers.workdays import calendar_of
from storage import clients as client_store, people as people_store, records as store

area = Area("missing_records")

AHEAD = timedelta(hours=1)  # before the day's end: there is time to write, and nobody is late yet
SLOT = "owed"


def expect(turn: Turn, visit: Visit) -> None:
    """From a check-in or check-out on: have it asked whether the day's records are written."""
    ask_again(turn, visit.person_id, visit.unit_id)


def ask_again(turn: Turn, person_id: int, unit_id: int) -> None:
    due = next_moment(turn.now, turn.policy_of(unit_id), calendar_of(turn, unit_id), turn.zone_of(unit_id))
    turn.later("missing_records.remind", name=f"records:{person_id}", due=due, person_id=person_id)


@area.job
async def remind(turn: Turn, person_id: int) -> None:
    """Ask whether records are still owed, and ask again until nothing is."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    if not has_access(person, day_of(turn.now, turn.zone_of(person.unit_id))):
        return
    if not await store.unwritten(turn.db, person_id):
        return
    ask_again(turn, person_id, person.unit_id)
    await reminding.expect(turn, person, "records", f"person:{person_id}", turn.sent_at)


@reminding.kind("records", Volume.MUST, escalates=True)
async def ask(turn: Turn, person: Person, reminder: Reminder) -> Saying | None:
    """What is owed now, a line for each visit; nothing where nothing is."""
    visits = await store.unwritten(turn.db, person.id)
    records = await store.in_force(turn.db, [each.id for each in visits])
    today = day_of(turn.now, turn.zone_of(person.unit_id))
    owed = [each for each in visits if each.day < today or rules.ask_record(each, records.get(each.id))]
    return await saying(turn, person, owed, records) if owed else None


async def saying(turn: Turn, person: Person, owed: list[Visit], records: dict[int, Record]) -> Saying:
    """Name what is owed; as late, unless some of it can still be in time."""
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in owed])
    keys = {each.id: rules.ask_record(each, records.get(each.id)) or "records-owed" for each in owed}
    marked = [(each, keys[each.id] == "records-returned") for each in owed]
    lines = [
        Line(keys[each.id], client=name_of(turn, clients.get(each.client_id or 0), each.lead), at=each.arrived_at)
        for each in owed
    ]
    zone, policy = turn.zone_of(person.unit_id), turn.policy_of(person.unit_id)
    until = moment(day_of(turn.now, zone), policy.calendar.day_end, zone)
    over = turn.now >= until or all(each.day < day_of(turn.now, zone) for each in owed)
    key = "records-missing" if over else "records-owed-soon"
    facts = {"count": len(owed), "lines": lines, "until": until}
    return Saying(key, facts, write_rows(turn, marked, clients), SLOT)


def next_moment(now: datetime, policy: Policy, calendar: WorkCalendar, zone: ZoneInfo) -> datetime:
    """The next time to ask (UTC): an hour before the day's end and at it, today or else on a working day."""
    day = today = day_of(now, zone)
    while True:
        end = moment(day, policy.calendar.day_end, zone)
        for at in (end - AHEAD, end):
            if at > now and (day == today or calendar.is_working(day)):
                return at
        day += timedelta(days=1)
