"""Reminders of one's own: "三点提醒我给王总打电话", "remind me at 3 to call Wang" (V20, V27).

A reminder is an item of the agenda; `handlers.appointments` asks about it again when it is due, with done, later and
drop below it. Here it is told: in one sentence, or with a button for the time where none was said.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import reminding
from bot.language.intents import Intent, aside, is_no
from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.days import moment
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import appointments
from handlers.answers import Answer, kept
from handlers.draft import clients_of
from handlers.reminder_buttons import Later, When
from storage import agenda as store, clients as client_store

area = Area("reminders")

CARD = "reminder-card"
LONGEST = 300
SHOWN = 12
FAR = timedelta(days=366)
SOON = (timedelta(minutes=30), timedelta(hours=1), timedelta(hours=2))
LATER = timedelta(minutes=30)
MORNING = time(9)


class Reminding(Step, kind="reminders.reminding"):
    """A reminder being told; `asking` is "what" or "when"."""

    number: int
    asking: str = "what"
    what: str = ""
    day: date | None = None
    at: datetime | None = None  # UTC


@area.command("remind")
async def remind(message: Message, turn: Turn) -> None:
    """Be reminded of something; without words, what one will be reminded of."""
    text = (message.text or "").partition(" ")[2].strip() if (message.text or "").startswith("/") else ""
    if text:
        await by_words(turn, text)
    else:
        await listed(turn)


async def listed(turn: Turn) -> None:
    """What one will be reminded of, each with a way out, and the question what else."""
    waiting = await store.between(turn.db, [turn.me.id], turn.today, turn.today + FAR)
    coming = [each for each in waiting if each.status is ItemStatus.OPEN and each.sort is Sort.REMINDER][:SHOWN]
    turn.go(Reminding(number=turn.stamp))
    if not coming:
        turn.say("reminders-ask")
        return
    lines = [await appointments.line_of(turn, each) for each in coming]
    rows = [[Choice("reminders-drop", appointments.Drop(item_id=each.id), text=each.text or "")] for each in coming]
    turn.say("reminders-list", buttons=rows, lines=lines)


async def by_words(turn: Turn, text: str) -> None:
    """A sentence that asks to be reminded; or one that asks of what one will be."""
    if aside(text) is Intent.REMIND:
        await listed(turn)
        return
    await proceed(turn, await read(turn, Reminding(number=turn.stamp), text), anew=True)


@area.hears(Answer(Reminding))
async def fill(message: Message, turn: Turn, step: Reminding) -> None:
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        turn.say("reminders-nothing")
        return
    told = await read(turn, step, text)
    if step.asking == "when" and told.day is None:
        turn.say("reminders-when-unclear")
        return
    await proceed(turn, told, anew=True)


async def read(turn: Turn, step: Reminding, text: str) -> Reminding:
    codes = [client.code for client in await clients_of(turn)]
    text = kept(turn, text, LONGEST, codes)
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    said = reminding.read(text, local, turn.language)
    if said.recurring:
        raise Refusal("reminders-only-once")
    at = said.at.replace(tzinfo=turn.zone).astimezone(UTC) if said.at else None
    what = step.what or said.what
    return step.model_copy(update={"what": what, "day": said.day or step.day, "at": at or step.at})


async def proceed(turn: Turn, step: Reminding, *, anew: bool = False) -> None:
    """Ask of what or when, if that is missing; else keep it."""
    if not step.what:
        turn.go(step.model_copy(update={"asking": "what"}))
        turn.say("reminders-ask-what")
    elif step.day is None:
        turn.go(step.model_copy(update={"asking": "when"}))
        minutes = [int(each.total_seconds() // 60) for each in SOON]
        row = [Choice("reminders-in", When(number=step.number, minutes=each), minutes=each) for each in minutes]
        rows = [row, [Choice("reminders-tomorrow", When(number=step.number, minutes=0))]]
        turn.say("reminders-ask-when", slot=CARD, buttons=rows, what=step.what)
    else:
        await keep(turn, step, anew=anew)


@area.taps(When)
async def when(query: CallbackQuery, callback_data: When, turn: Turn) -> None:
    step = turn.step
    known = (0, *(int(each.total_seconds() // 60) for each in SOON))
    if not isinstance(step, Reminding) or step.number != callback_data.number or callback_data.minutes not in known:
        raise Refusal("turn-button-over")
    if callback_data.minutes:
        at = (turn.now + timedelta(minutes=callback_data.minutes)).replace(second=0, microsecond=0)
    else:
        at = moment(turn.today + timedelta(days=1), MORNING, turn.zone)
    day = at.astimezone(turn.zone).date()
    await keep(turn, step.model_copy(update={"at": at, "day": day}), anew=False)


async def keep(turn: Turn, step: Reminding, *, anew: bool) -> None:
    """Store the reminder and say when it will come, with a way back."""
    day = step.day or turn.today
    if (step.at is not None and step.at <= turn.now) or day < turn.today:
        raise Refusal("reminders-past", at=step.at or day)
    if day > turn.today + FAR:
        raise Refusal("reminders-too-far")
    mine = await clients_of(turn)
    ids = {client.code: client.id for client in mine}
    said = [each for each in client_store.names(mine).mentions(step.what) if each.firm and each.one]
    client_id = ids[said[0].one.code] if len(said) == 1 and said[0].one else None
    item = Item(
        id=0,
        person_id=turn.me.id,
        unit_id=turn.me.unit_id,
        sort=Sort.REMINDER,
        day=day,
        at=step.at,
        client_id=client_id,
        text=step.what,
        made_by=turn.me.id,
        made_at=turn.now,
    )
    item = replace(item, id=await store.add(turn.db, item))
    appointments.plan(turn, item)
    turn.go(None)
    turn.note(f"agenda:{item.id}", reminder=day.isoformat())
    rows = [[Choice("reminders-off", appointments.Drop(item_id=item.id))]]
    if anew:
        slot = appointments.slot_of(item.id)
        turn.say("reminders-kept", slot=slot, buttons=rows, what=step.what, when=when_line(turn, item))
    else:
        turn.edit(CARD, "reminders-kept", buttons=rows, what=step.what, when=when_line(turn, item))


def when_line(turn: Turn, item: Item) -> Line:
    """When a reminder comes: today's hour, or its day."""
    if item.at is None:
        return Line("reminders-on-day", on=item.day)
    return Line("reminders-today-at" if item.day == turn.today else "reminders-on-day-at", at=item.at)


@area.taps(Later)
async def later(query: CallbackQuery, callback_data: Later, turn: Turn) -> None:
    """The same half an hour from now."""
    item = await appointments.mine(turn, callback_data.item_id)
    if item.status is not ItemStatus.OPEN:
        raise Refusal("agenda-already-closed", at=item.closed_at)
    at = (turn.now + LATER).replace(second=0, microsecond=0)
    moved = replace(item, at=at, day=at.astimezone(turn.zone).date(), moved=item.moved + 1)
    await store.save(turn.db, moved)
    appointments.plan(turn, moved)
    turn.note(f"agenda:{item.id}", moved=moved.moved)
    turn.edit(appointments.slot_of(item.id), "reminders-later-said", what=item.text or "", when=when_line(turn, moved))
