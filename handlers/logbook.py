"""The log of a day (工作日志): assembled from what was done, completed and sent by the person.

Visits, contacts, ticks and the morning's points are there already, in the sections of the person's profile (A07, A14,
A16); what only the person knows is one line per section. Who leads them has one list of what came in, and reads with
a tap. Summaries of weeks are handed in the same way (A15).
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language.intents import is_no
from bot.rules.agenda import ItemStatus, Sort
from bot.rules.days import day_of, moment
from bot.rules.people import SUPERVISING, Person, Role, has_access, reaches
from bot.rules.refusal import Refusal
from bot.rules.reminding import Reminder, Volume
from bot.talk import Area, Step
from bot.text import Line, render
from bot.turn import Turn
from handlers import reminding
from handlers.answers import Answer, kept
from handlers.reminding import Saying
from handlers.visit_card import name_of
from handlers.workdays import calendar_of
from storage import (
    agenda as agenda_store,
    clients as client_store,
    contacts as contact_store,
    credit as credit_store,
    hearers,
    logbook as store,
    people as people_store,
    records as record_store,
    visits as visit_store,
)

area = Area("logbook")

SLOT = "log"
OWN = ("morning_notes", "sales", "main_business", "suggestions", "memos", "work_plan")  # that a person writes into
LONGEST_TEXT = 3_400  # of a stored log: it is read back in one message
BATCH = 50


class Adding(Step, kind="logbook.adding"):
    """A line for one section of today's log."""

    section: str


class Show(Button, prefix="logbook.refresh"):
    pass


class Add(Button, prefix="logbook.add"):
    section: str


class Send(Button, prefix="logbook.send"):
    """Send the log of a day, by its ordinal: a tap after midnight still sends the day that is shown."""

    day: int


class Read(Button, prefix="logbook.read"):
    person_id: int
    day: int
    week: bool = False


# ---------------------------------------------------------------- one's own log


@area.command("log")
async def show(message: Message, turn: Turn) -> None:
    """Today's log as it stands."""
    turn.go(None)
    await say(turn, edit=False)


@area.taps(Show)
async def refresh(query: CallbackQuery, turn: Turn) -> None:
    await say(turn, edit=True)


async def say(turn: Turn, *, edit: bool) -> None:
    sections = sections_of(turn, turn.me)
    lines = await lines_of(turn, turn.me, turn.today)
    known = await store.sent(turn.db, [turn.me.id], turn.today, turn.today, store.DAY)
    adds = [Choice(f"logbook-add-{each.replace('_', '-')}", Add(section=each)) for each in sections if each in OWN]
    rows = [adds[start : start + 2] for start in range(0, len(adds), 2)]
    send = Choice("logbook-send-again" if known else "logbook-send", Send(day=turn.today.toordinal()))
    rows.append([send, Choice("logbook-refresh", Show())])
    state = Line("logbook-sent-at", at=known[0].sent_at) if known else ""
    if edit:
        turn.edit(SLOT, "logbook-sheet", buttons=rows, day=turn.today, state=state, lines=lines)
    else:
        turn.say("logbook-sheet", buttons=rows, slot=SLOT, day=turn.today, state=state, lines=lines)


def sections_of(turn: Turn, person: Person) -> tuple[str, ...]:
    """The sections of the person's profile (A07, A14, A16)."""
    figures = turn.policy_of(person.unit_id).daylog
    if person.segment in ("corporate", "rural"):
        return figures.corporate_sections
    return figures.wealth_sections if person.segment == "lobby_wealth" else figures.personal_sections


async def lines_of(turn: Turn, person: Person, day: date) -> list[Line]:
    """The day in the sections of the profile; an empty section says so, for it is the person's to fill."""
    entries = (await store.entries(turn.db, person.id, day, day)).get(day, [])
    done = await happened(turn, person, day)
    lines = []
    for section in sections_of(turn, person):
        own = [Line("logbook-own", words=each.text) for each in entries if each.section == section]
        inside = [*done.get(section, []), *own]
        lines.append(Line(f"logbook-section-{section.replace('_', '-')}"))
        lines += inside or [Line("logbook-empty")]
    return lines


async def happened(turn: Turn, person: Person, day: date) -> dict[str, list[Line]]:
    """What the bot knows of the day: visits, contacts, ticks of the credit calendar, the agenda."""
    zone = turn.zone_of(person.unit_id)
    begins, ends = moment(day, time(0), zone), moment(day + timedelta(days=1), time(0), zone)
    visits = await visit_store.of_people_on(turn.db, [person.id], day)
    contacts = await contact_store.of_people_on(turn.db, [person.id], day)
    ticks = await credit_store.ticks_by(turn.db, [person.id], begins, ends)
    items = await agenda_store.between(turn.db, [person.id], day, day)
    records = await record_store.in_force(turn.db, [each.id for each in visits])
    ids = [each.client_id for some in (visits, contacts, items) for each in some]
    clients = await client_store.clients_by_id(turn.db, ids)

    def whom(about: Any) -> str | Line:
        return name_of(turn, clients.get(about.client_id or 0), getattr(about, "lead", None))

    met = []
    for visit in visits:
        record = records.get(visit.id)
        told = record.result if record is not None and record.submitted_at is not None else None
        words: str | Line = told or Line("logbook-no-record")
        met.append(Line("logbook-visit", at=visit.arrived_at, client=whom(visit), words=words))
    met += [Line("logbook-contact", at=each.at, client=whom(each), words=each.line) for each in contacts]
    planned = []
    for item in items:
        done, words = item.status is ItemStatus.DONE, item.text or ""
        if item.status is not ItemStatus.DROPPED and item.client_id:
            line = "logbook-item-done" if done else "logbook-item"
            planned.append(Line(line, client=whom(item), words=words))
        elif item.status is not ItemStatus.DROPPED:
            planned.append(Line("logbook-task-done" if done else "logbook-task", words=words))
    meetings = [
        Line("logbook-item", client=whom(each), words=each.text or "")
        for each in items
        if each.at is not None and each.sort is Sort.PLANNED_VISIT and each.client_id
    ]
    business = [Line("logbook-ticks", count=len(ticks))] if ticks else []
    return {"visits": met, "work_plan": planned, "appointments": meetings, "main_business": business}


# ---------------------------------------------------------------- adding and sending


@area.taps(Add)
async def add(query: CallbackQuery, callback_data: Add, turn: Turn) -> None:
    if callback_data.section not in OWN or callback_data.section not in sections_of(turn, turn.me):
        raise Refusal("turn-button-over")
    turn.go(Adding(section=callback_data.section))
    turn.say("logbook-add-what", section=Line(f"logbook-section-{callback_data.section.replace('_', '-')}"))


@area.hears(Answer(Adding))
async def adding(message: Message, turn: Turn, step: Adding) -> None:
    """One line more, masked."""
    text = message.text or ""
    turn.go(None)
    if not is_no(text):
        words = kept(turn, text, turn.policy.daylog.longest_entry)
        await store.add(turn.db, turn.me.id, turn.today, step.section, words, turn.now)
        turn.note(f"person:{turn.me.id}", section=step.section)
    await say(turn, edit=False)


@area.taps(Send)
async def send(query: CallbackQuery, callback_data: Send, turn: Turn) -> None:
    """As it stands now, to who leads the person."""
    if not 0 <= turn.today.toordinal() - callback_data.day <= 7:
        raise Refusal("logbook-too-old")
    day = date.fromordinal(callback_data.day)
    lines = await lines_of(turn, turn.me, day)
    facts = {"day": day, "state": "", "lines": lines}
    text = render(turn.language, "logbook-sheet", facts, zone=turn.zone, html=False)[:LONGEST_TEXT]
    await hand_in(turn, day, store.DAY, text)
    turn.toast("logbook-sent")
    await say(turn, edit=True)


async def hand_in(turn: Turn, day: date, kind: str, text: str) -> None:
    """Keep it as sent, and put it on the list of who leads the person."""
    boss = await hearers.who_hears(turn.db, turn.me, turn.units, turn.policy, turn.now)
    at = turn.now
    await store.send(turn.db, turn.me.id, turn.me.unit_id, day, kind, text, at, boss.id if boss else None)
    turn.note(f"person:{turn.me.id}", kind=kind, day=day.isoformat(), to=boss.id if boss else None)
    if boss is not None:
        await show_received(turn, boss, turn.me.unit_id, day, kind)


# ---------------------------------------------------------------- who leads reads


async def show_received(turn: Turn, boss: Person, unit_id: int, day: date, kind: str) -> None:
    """One list for each unit and day, edited with every log that comes in."""
    people = {each.id: each for each in await people_store.in_units(turn.db, [unit_id]) if each.id != boss.id}
    writing = {number: each for number, each in people.items() if Role.RM in each.roles or Role.CLERK in each.roles}
    came = await store.sent(turn.db, people, day, day, kind)
    rows = [
        [
            Choice(
                "logbook-read" if each.read_at else "logbook-unread",
                Read(person_id=each.person_id, day=day.toordinal(), week=kind == store.WEEK),
                name=people[each.person_id].name,
            )
        ]
        for each in came
    ]
    missing = [each.name for number, each in writing.items() if number not in {one.person_id for one in came}]
    turn.edit(
        f"logs:{unit_id}:{kind}:{day.isoformat()}",
        "logbook-received-week" if kind == store.WEEK else "logbook-received",
        to=boss,
        buttons=rows,
        unit=turn.units.by_id[unit_id].name,
        day=day,
        count=len(came),
        missing=Line("logbook-missing", names=", ".join(missing)) if missing else Line("logbook-complete"),
    )


@area.taps(Read)
async def read(query: CallbackQuery, callback_data: Read, turn: Turn) -> None:
    """What somebody sent; reading it is written down (A09)."""
    someone = await people_store.by_id(turn.db, callback_data.person_id)
    if someone is None or not reaches(turn.me, someone.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-button-over")
    kind = store.WEEK if callback_data.week else store.DAY
    day = date.fromordinal(callback_data.day)
    found = await store.sent(turn.db, [someone.id], day, day, kind)
    if not found:
        raise Refusal("turn-button-over")
    first = await store.read(turn.db, someone.id, day, kind, turn.me.id, turn.now)
    turn.note(f"person:{someone.id}", read=kind, day=day.isoformat())
    turn.say("logbook-text", name=someone.name, words=found[0].text)
    if first:
        await show_received(turn, turn.me, someone.unit_id, day, kind)


# ---------------------------------------------------------------- missing


@area.standing
async def missing(turn: Turn) -> None:
    """Before the day's end: whoever has sent no log is asked, and on the week's day for the summary (A07, A14, A15)."""
    soonest: list[datetime] = []
    for unit_id in await people_store.units_with_people(turn.db):
        if unit_id not in turn.units.by_id:
            continue
        for kind, at, day in moments_of(turn, unit_id):
            if at > turn.now:
                soonest.append(at)
            elif turn.now - at < timedelta(hours=1):
                await ask_unit(turn, unit_id, kind, at, day)
    again = min(soonest, default=turn.now + timedelta(hours=6))
    turn.later("logbook.missing", name="logbook.missing", due=min(again, turn.now + timedelta(hours=6)))


def moments_of(turn: Turn, unit_id: int) -> list[tuple[str, datetime, date]]:
    """When a unit's people are asked today: for the log, and on one day for the week."""
    zone, policy = turn.zone_of(unit_id), turn.policy_of(unit_id)
    today = day_of(turn.now, zone)
    if not calendar_of(turn, unit_id).is_working(today):
        return []
    ahead = timedelta(minutes=policy.daylog.missing_minutes_before_end)
    found = [("log", moment(today, policy.calendar.day_end, zone) - ahead, today)]
    if today.strftime("%a").lower() == policy.daylog.weekly_summary_day:
        monday = today - timedelta(days=today.weekday())
        found.append(("week", moment(today, policy.daylog.weekly_summary_at, zone), monday))
    return found


async def ask_unit(turn: Turn, unit_id: int, kind: str, at: datetime, day: date) -> None:
    people = [
        each
        for each in await people_store.in_units(turn.db, [unit_id])
        if each.telegram_id is not None and Role.RM in each.roles and has_access(each, day)
    ]
    what = store.WEEK if kind == "week" else store.DAY
    sent = {each.person_id for each in await store.sent(turn.db, [each.id for each in people], day, day, what)}
    for each in people:
        if each.id not in sent:
            await reminding.expect(turn, each, kind, f"{kind}:{day.isoformat()}", at)


@reminding.kind("log", Volume.IMPORTANT, escalates=True)
async def ask(turn: Turn, person: Person, reminder: Reminder) -> Saying | None:
    """The log of the day, if it has not been sent."""
    day = date.fromisoformat(reminder.about.partition(":")[2])
    if await store.sent(turn.db, [person.id], day, day, store.DAY):
        return None
    rows: Sequence[Sequence[Choice]] = [
        [Choice("logbook-send", Send(day=day.toordinal())), Choice("logbook-look", Show())]
    ]
    return Saying("logbook-ask", {"day": day}, rows, SLOT)
