"""What was agreed is reminded of in time: next steps and promises of records, and whatever else has a time (A16, V27).

Whoever adds or moves an item of the agenda calls `plan`. The reminder is a question asked again when it is due, so what
was done, moved or dropped meanwhile is passed over in silence.
"""

from datetime import date, datetime

from aiogram.types import CallbackQuery

from bot.buttons import Button, Choice
from bot.rules import agenda as rules, appointments as reminding
from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.days import day_of
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.rules.reminding import Reminder, Volume
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import reminding as engine
from handlers.draft import name_of
from handlers.reminder_buttons import Later
from handlers.reminding import Saying
from handlers.standing_in import listener
from handlers.workdays import calendar_of
from storage import agenda as store, briefing as briefing_store, people as people_store
from storage.clients import clients_by_id

area = Area("appointments")


class Done(Button, prefix="appointments.done"):
    item_id: int


class PutOff(Button, prefix="appointments.put_off"):
    """To the next working day."""

    item_id: int


class Drop(Button, prefix="appointments.drop"):
    item_id: int


def plan(turn: Turn, item: Item) -> None:
    """Have an item reminded of when its time comes near, in place of any earlier reminder of it."""
    zone = turn.zone_of(item.unit_id)
    due = reminding.remind_at(item, turn.policy_of(item.unit_id).rules.reminders, zone, turn.now)
    if due is None:
        turn.forget(job_of(item.id))
        return
    turn.later(
        "appointments.remind",
        name=job_of(item.id),
        due=due,
        item_id=item.id,
        day=item.day.isoformat(),
        hour=item.at.isoformat() if item.at else None,
    )


@area.job
async def remind(turn: Turn, item_id: int, day: str, hour: str | None) -> None:
    """Remind whose it is, or who stands in for them (L02), unless the item has been settled or moved."""
    item = await store.by_id(turn.db, item_id)
    at = datetime.fromisoformat(hour) if hour else None
    if item is None or not reminding.still_due(item, date.fromisoformat(day), at):
        return
    person = await people_store.by_id(turn.db, item.person_id)
    if person is None:
        return
    hears = await listener(turn, person)
    if hears is None or not has_access(hears, day_of(turn.now, turn.zone_of(hears.unit_id))):
        return
    turn.note(f"agenda:{item.id}", reminded=True)
    await engine.expect(turn, hears, "appointment", f"item:{item.id}", turn.sent_at)


@engine.kind("appointment", Volume.IMPORTANT)
async def ask(turn: Turn, person: Person, reminder: Reminder) -> Saying | None:
    """The item, if it is still to be done on this day; what has no hour was in the morning's briefing already."""
    item = await store.by_id(turn.db, int(reminder.about.partition(":")[2]))
    if item is None or item.status is not ItemStatus.OPEN:
        return None
    zone = turn.zone_of(item.unit_id)
    if item.day > day_of(reminder.moment, zone) or (item.at is not None and item.at < reminder.moment):
        return None  # moved meanwhile, and reminded of anew
    if item.at is None and await briefing_store.of_person(turn.db, person.id, item.day) is not None:
        return None
    own = [
        [Choice("appointments-done", Done(item_id=item.id)), Choice("appointments-put-off", PutOff(item_id=item.id))],
        [Choice("appointments-drop", Drop(item_id=item.id))],
    ]
    if item.sort is Sort.REMINDER and item.at is not None:
        own[1].insert(0, Choice("reminders-later", Later(item_id=item.id)))
    line = await line_of(turn, item)
    return Saying("appointments-reminder", {"line": line}, own if person.id == item.person_id else [], slot_of(item.id))


async def line_of(turn: Turn, item: Item) -> Line:
    """An item in one line: when, whom, what."""
    client = (await clients_by_id(turn.db, [item.client_id])).get(item.client_id or 0)
    whom = name_of(client, turn.policy_of(item.unit_id)) if client else ""
    key = f"appointments-{item.sort.value.replace('_', '-')}" + ("-hour" if item.at else "-day")
    return Line(key, at=item.at or item.day, client=whom, text=item.text or "")


# ---------------------------------------------------------------- what becomes of it


@area.taps(Done)
async def done(query: CallbackQuery, callback_data: Done, turn: Turn) -> None:
    await close(turn, callback_data.item_id, ItemStatus.DONE, "appointments-is-done")


@area.taps(Drop)
async def drop(query: CallbackQuery, callback_data: Drop, turn: Turn) -> None:
    await close(turn, callback_data.item_id, ItemStatus.DROPPED, "appointments-is-dropped")


async def close(turn: Turn, item_id: int, status: ItemStatus, key: str) -> None:
    item = await mine(turn, item_id)
    closed = rules.close(item, status, turn.me.id, turn.now)
    await store.save(turn.db, closed)
    turn.forget(job_of(item.id))
    turn.note(f"agenda:{item.id}", status=closed.status)
    turn.edit(slot_of(item.id), key, line=await line_of(turn, closed))


@area.taps(PutOff)
async def put_off(query: CallbackQuery, callback_data: PutOff, turn: Turn) -> None:
    """The same on the next working day, at the same hour if it has one."""
    item = await mine(turn, callback_data.item_id)
    zone = turn.zone_of(item.unit_id)
    today = day_of(turn.now, zone)
    to = calendar_of(turn, item.unit_id).after(today)
    moved = reminding.put_off(item, to, zone, today)
    await store.save(turn.db, moved)
    plan(turn, moved)
    turn.note(f"agenda:{item.id}", moved=moved.moved)
    turn.edit(slot_of(item.id), "appointments-is-put-off", line=await line_of(turn, moved))


async def mine(turn: Turn, item_id: int) -> Item:
    """The person's own item; somebody else's number in a button gets no more than any other wrong button."""
    item = await store.by_id(turn.db, item_id)
    if item is None or item.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return item


def job_of(item_id: int) -> str:
    return f"agenda:{item_id}"


def slot_of(item_id: int) -> str:
    return f"agenda:{item_id}"
