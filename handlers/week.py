"""The week (/week): what was planned, what was done of it, and its summary drafted for one-tap sending (A15, V20)."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language.intents import is_no
from bot.rules.agenda import ItemStatus, Sort
from bot.rules.days import day_of
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.rules.reminding import Reminder, Volume
from bot.talk import Area, Step
from bot.text import Line, render
from bot.turn import Turn
from handlers import reminding
from handlers.answers import Answer, kept
from handlers.logbook import LONGEST_TEXT, hand_in
from handlers.reminding import Saying
from handlers.visit_card import name_of
from storage import (
    agenda as agenda_store,
    clients as client_store,
    logbook as store,
    weeks as week_store,
)

area = Area("week")

SLOT = "week"
MOST_LINES = 12


class Remark(Step, kind="week.remark"):
    """A sentence of the person's own for the summary of a week."""

    monday: date


class Show(Button, prefix="week.look"):
    monday: int


class Send(Button, prefix="week.send"):
    monday: int


class Write(Button, prefix="week.write"):
    monday: int


@dataclass(frozen=True)
class Week:
    """What a week has held for somebody."""

    monday: date
    planned: int
    made: int
    visits: int
    clients: int
    contacts: int
    records: int
    logs: int
    lines: list[Line]  # what is planned and open, and the remarks


@area.command("week")
async def show(message: Message, turn: Turn) -> None:
    """This week."""
    turn.go(None)
    await say(turn, monday_of(turn.today), edit=False)


@area.taps(Show)
async def look(query: CallbackQuery, callback_data: Show, turn: Turn) -> None:
    await say(turn, monday(turn, callback_data.monday), edit=True)


async def say(turn: Turn, first: date, *, edit: bool) -> None:
    week = await week_of(turn, turn.me, first)
    known = await store.sent(turn.db, [turn.me.id], first, first, store.WEEK)
    at = first.toordinal()
    rows = [
        [
            Choice("week-send-again" if known else "week-send", Send(monday=at)),
            Choice("week-write", Write(monday=at)),
        ],
        [Choice("week-before", Show(monday=at - 7)), Choice("week-refresh", Show(monday=at))],
    ]
    if first < monday_of(turn.today):
        rows[-1].append(Choice("week-after", Show(monday=at + 7)))
    state = Line("logbook-sent-at", at=known[0].sent_at) if known else ""
    facts = facts_of(week)
    if edit:
        turn.edit(SLOT, "week-sheet", buttons=rows, state=state, **facts)
    else:
        turn.say("week-sheet", buttons=rows, slot=SLOT, state=state, **facts)


def facts_of(week: Week) -> dict[str, Any]:
    return {
        "first": week.monday,
        "last": week.monday + timedelta(days=6),
        "planned": week.planned,
        "made": week.made,
        "visits": week.visits,
        "clients": week.clients,
        "contacts": week.contacts,
        "records": week.records,
        "logs": week.logs,
        "lines": week.lines or [Line("week-nothing-open")],
    }


async def week_of(turn: Turn, person: Person, first: date) -> Week:
    """Counted from what is stored; a handful of statements."""
    last = first + timedelta(days=6)
    items = await agenda_store.between(turn.db, [person.id], first, last)
    counts = await week_store.counts(turn.db, person.id, first, last)
    entries = await store.entries(turn.db, person.id, first, last)
    logs = await store.sent(turn.db, [person.id], first, last, store.DAY)
    plans = [each for each in items if each.sort is Sort.PLANNED_VISIT and each.status is not ItemStatus.DROPPED]
    visited = Counter(counts.visited)
    made = sum(each.status is ItemStatus.DONE or visited[each.client_id] > 0 for each in plans)
    waiting = [
        each
        for each in items
        if each.status is ItemStatus.OPEN and not (each.sort is Sort.PLANNED_VISIT and visited[each.client_id])
    ]
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in waiting])
    lines: list[Line] = []
    for each in waiting[:MOST_LINES]:
        whom = name_of(turn, clients.get(each.client_id or 0), None) if each.client_id else Line("week-own")
        sort = Line(f"week-sort-{each.sort.value.replace('_', '-')}")
        lines.append(Line("week-open", day=each.day, sort=sort, client=whom, words=each.text or ""))
    remarks = [each for some in entries.values() for each in some if each.section == store.WEEK]
    lines += [Line("week-remark", words=each.text) for each in remarks]
    return Week(
        first,
        len(plans),
        made,
        len(counts.visited),
        len({each for each in counts.visited if each}),
        counts.contacts,
        counts.records,
        len(logs),
        lines,
    )


# ---------------------------------------------------------------- the summary


@area.taps(Send)
async def send(query: CallbackQuery, callback_data: Send, turn: Turn) -> None:
    """One tap: the draft goes to who leads the person (A15)."""
    first = monday(turn, callback_data.monday)
    week = await week_of(turn, turn.me, first)
    text = render(turn.language, "week-sheet", {**facts_of(week), "state": ""}, zone=turn.zone, html=False)
    await hand_in(turn, first, store.WEEK, text[:LONGEST_TEXT])
    turn.toast("week-sent")
    await say(turn, first, edit=True)


@area.taps(Write)
async def write(query: CallbackQuery, callback_data: Write, turn: Turn) -> None:
    turn.go(Remark(monday=monday(turn, callback_data.monday)))
    turn.say("week-write-what")


@area.hears(Answer(Remark))
async def remark(message: Message, turn: Turn, step: Remark) -> None:
    """What the figures do not say."""
    text = message.text or ""
    turn.go(None)
    if not is_no(text):
        words = kept(turn, text, turn.policy.daylog.longest_entry)
        await store.add(turn.db, turn.me.id, step.monday, store.WEEK, words, turn.now)
        turn.note(f"person:{turn.me.id}", section=store.WEEK)
    await say(turn, step.monday, edit=False)


@reminding.kind("week", Volume.IMPORTANT, escalates=True)
async def ask(turn: Turn, person: Person, reminder: Reminder) -> Saying | None:
    """The summary of the week, if it has not been sent: the draft itself, with the button below."""
    first = date.fromisoformat(reminder.about.partition(":")[2])
    if await store.sent(turn.db, [person.id], first, first, store.WEEK):
        return None
    week = await week_of(turn, person, first)
    at = first.toordinal()
    rows = [[Choice("week-send", Send(monday=at)), Choice("week-write", Write(monday=at))]]
    return Saying("week-ask", facts_of(week), rows, SLOT)


# ---------------------------------------------------------------- small things


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def monday(turn: Turn, ordinal: int) -> date:
    """The Monday that a button names: of this week, or of one of the last."""
    first = date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
    this = monday_of(day_of(turn.now, turn.zone))
    if first.weekday() or not timedelta(0) <= this - first <= timedelta(weeks=26):
        raise Refusal("week-not-there")
    return first
