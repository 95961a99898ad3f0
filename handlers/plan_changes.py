"""A planned visit is moved to another day, or dropped with a reason (A13, V20)."""

from datetime import datetime
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language.intents import is_no
from bot.rules import agenda as rules
from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.days import moment
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import render
from bot.turn import Turn
from handlers import appointments, planning
from handlers.answers import Answer, kept
from handlers.plan_telling import day_of, what_of, when_of
from handlers.planning_buttons import Because, Drop, Go, Move, Put
from storage import agenda as store
from storage.clients import clients_by_id

area = Area("plan_changes")

REASONS = ("planning-why-client", "planning-why-urgent", "planning-why-done", "planning-why-needless")
LONGEST_REASON = 200


class Moving(Step, kind="plan_changes.moving"):
    item_id: int


class Dropping(Step, kind="plan_changes.dropping"):
    item_id: int


async def card(turn: Turn, item: Item, *, key: str | None = None, anew: bool = True) -> None:
    """One item, and what can be done about it."""
    facts: dict[str, Any] = {
        "what": what_of(turn, item, await clients_by_id(turn.db, [item.client_id])),
        "when": when_of(item),
        "moved": item.moved,
        "outcome": item.outcome or "",
    }
    rows: list[list[Choice]] = []
    if item.status is ItemStatus.OPEN:
        if item.sort is Sort.PLANNED_VISIT and item.day <= turn.today:
            rows.append([Choice("planning-go", Go(item_id=item.id))])
        elif item.sort is not Sort.PLANNED_VISIT:
            rows.append([Choice("appointments-done", appointments.Done(item_id=item.id))])
        rows.append([Choice("planning-move", Move(item_id=item.id)), Choice("planning-drop", Drop(item_id=item.id))])
    said = key or f"planning-card-{item.status}"
    if anew:
        turn.say(said, slot=appointments.slot_of(item.id), buttons=rows, **facts)
    else:
        turn.edit(appointments.slot_of(item.id), said, buttons=rows, **facts)


# ---------------------------------------------------------------- another day


@area.taps(Move)
async def move(query: CallbackQuery, callback_data: Move, turn: Turn) -> None:
    """To which day? A button, or a word."""
    item = await still_open(turn, callback_data.item_id)
    days = [each for each in planning.coming(turn) if each != item.day]
    rows = [[Choice("planning-day-button", Put(item_id=item.id, day=each.toordinal()), on=each)] for each in days]
    turn.go(Moving(item_id=item.id))
    turn.edit(appointments.slot_of(item.id), "planning-ask-move", buttons=rows, on=item.day)


@area.taps(Put)
async def put(query: CallbackQuery, callback_data: Put, turn: Turn) -> None:
    item = await still_open(turn, callback_data.item_id)
    await moved(turn, item, {"day": planning.day_from(callback_data.day)}, anew=False)


@area.hears(Answer(Moving))
async def said_day(message: Message, turn: Turn, step: Moving) -> None:
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        turn.say("planning-nothing")
        return
    told = day_of(turn, text, turn.sent_at.astimezone(turn.zone).replace(tzinfo=None))
    if not told:
        turn.say("planning-day-unclear")
        return
    await moved(turn, await still_open(turn, step.item_id), told, anew=True)


async def moved(turn: Turn, item: Item, told: dict[str, Any], *, anew: bool) -> None:
    """The item on its new day; it keeps its hour unless another was said."""
    at: datetime | None = told.get("at")
    if at is None and item.at is not None:
        at = moment(told["day"], item.at.astimezone(turn.zone).time(), turn.zone)
    after = rules.move(item, told["day"], at, turn.today)
    await store.save(turn.db, after)
    appointments.plan(turn, after)
    turn.go(None)
    turn.note(f"agenda:{item.id}", moved=after.moved, was=item.day.isoformat(), now=after.day.isoformat())
    await card(turn, after, key="planning-moved", anew=anew)


# ---------------------------------------------------------------- off


@area.taps(Drop)
async def drop(query: CallbackQuery, callback_data: Drop, turn: Turn) -> None:
    """Why? A button, or a word."""
    item = await still_open(turn, callback_data.item_id)
    rows = [[Choice(key, Because(item_id=item.id, reason=number))] for number, key in enumerate(REASONS)]
    turn.go(Dropping(item_id=item.id))
    turn.edit(appointments.slot_of(item.id), "planning-ask-why", buttons=rows)


@area.taps(Because)
async def because(query: CallbackQuery, callback_data: Because, turn: Turn) -> None:
    item = await still_open(turn, callback_data.item_id)
    if not 0 <= callback_data.reason < len(REASONS):
        raise Refusal("turn-button-over")
    reason = render(turn.language, REASONS[callback_data.reason], {}, zone=turn.zone, html=False)
    await dropped(turn, item, reason, anew=False)


@area.hears(Answer(Dropping))
async def said_why(message: Message, turn: Turn, step: Dropping) -> None:
    reason = kept(turn, message.text or "", LONGEST_REASON)
    await dropped(turn, await still_open(turn, step.item_id), reason, anew=True)


async def dropped(turn: Turn, item: Item, reason: str, *, anew: bool) -> None:
    after = rules.close(item, ItemStatus.DROPPED, turn.me.id, turn.now, reason)
    await store.save(turn.db, after)
    turn.forget(appointments.job_of(item.id))
    turn.go(None)
    turn.note(f"agenda:{item.id}", status=after.status)
    await card(turn, after, anew=anew)


async def still_open(turn: Turn, item_id: int) -> Item:
    item = await planning.mine(turn, item_id)
    if item.status is not ItemStatus.OPEN:
        raise Refusal("agenda-already-closed", at=item.closed_at)
    return item
