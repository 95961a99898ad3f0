"""/incident: something grave at a client's reaches head or deputy of every unit above at once (H14, H15, T01).

One sentence, typed or spoken, and one tap. The reporter's message shows who has read it; who has not is told once more
after the minutes of the policy. A loan turned bad is told to the colleagues of the unit too.
"""

from dataclasses import replace
from datetime import datetime

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language.incidents import sort_in
from bot.language.intents import is_no
from bot.rules import incidents as rules
from bot.rules.days import day_of
from bot.rules.incidents import Incident, Sort
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer, kept
from handlers.draft import clients_of
from handlers.incident_buttons import Begin, Drop, Read, Tell, TurnTo
from handlers.visit_card import name_of, put
from storage import (
    clients as client_store,
    incidents as store,
    outings as outing_store,
    people as people_store,
    records as record_store,
    visits as visit_store,
)

area = Area("incidents")

CARD = "incident-card"


class Reporting(Step, kind="incidents.reporting"):
    """An incident being told; without text it is asked for."""

    number: int
    text: str = ""
    sort: Sort = Sort.OTHER
    client_id: int | None = None
    told_at: datetime | None = None


@area.command("incident")
async def start(message: Message, turn: Turn) -> None:
    """Report one; words behind the command are the report."""
    text = (message.text or "").partition(" ")[2].strip()
    if text:
        await read_words(turn, Reporting(number=0), text)
        return
    turn.go(Reporting(number=turn.stamp + 1))
    turn.say("incidents-ask")


@area.taps(Begin)
async def begin(query: CallbackQuery, callback_data: Begin, turn: Turn) -> None:
    """Report what one's own visit brought up: its client, and what the record says came of it."""
    visit = await visit_store.by_id(turn.db, callback_data.visit_id) if callback_data.visit_id else None
    if visit is not None and visit.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    step = Reporting(number=turn.stamp + 1, client_id=visit.client_id if visit else None)
    record = (await record_store.of_visit(turn.db, visit.id))[0] if visit else None
    if record is not None and record.result:
        await read_words(turn, step, record.result)
        return
    turn.go(step)
    turn.say("incidents-ask")


@area.hears(Answer(Reporting))
async def fill(message: Message, turn: Turn, step: Reporting) -> None:
    """The report, or another one in its place."""
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        turn.say("incidents-dropped")
        return
    await read_words(turn, step, text)


async def read_words(turn: Turn, step: Reporting, text: str) -> None:
    """What the words say: what kind of incident, and at which of the person's own clients."""
    mine = await clients_of(turn)
    names = client_store.names(mine)
    text = kept(turn, text, turn.policy.rules.incidents.longest, [each.code for each in mine])
    ids = {each.code: each.id for each in mine}
    firm = [ids[each.one.code] for each in names.mentions(text) if each.firm and each.one is not None]
    told = {"text": text, "sort": sort_in(text), "told_at": turn.sent_at, "client_id": next(iter(firm), step.client_id)}
    await show(turn, step.model_copy(update=told), edit=False)


async def show(turn: Turn, step: Reporting, *, edit: bool) -> None:
    """What will be told, of which kind, and to how many."""
    number = turn.stamp + 1
    turn.go(step.model_copy(update={"number": number}))
    listeners = await who_hear(turn, step.sort)
    others = [each for each in Sort if each is not step.sort]
    sorts = [Choice(f"incidents-sort-{each.value.replace('_', '-')}", TurnTo(number=number, sort=each))
             for each in others]  # fmt: skip
    client = (await client_store.clients_by_id(turn.db, [step.client_id])).get(step.client_id or 0)
    put(
        turn,
        CARD,
        "incidents-card",
        edit=edit,
        buttons=[
            [
                Choice("incidents-tell", Tell(number=number), count=len(listeners)),
                Choice("incidents-drop", Drop(number=number)),
            ],
            *(sorts[start : start + 3] for start in range(0, len(sorts), 3)),
        ],
        sort=sort_line(step.sort),
        client=Line("incidents-client", client=name_of(turn, client, None)) if client else "",
        text=step.text,
        names=[Line("incidents-name", name=each.name) for each in listeners] or [Line("incidents-nobody")],
    )


@area.taps(TurnTo)
async def turn_to(query: CallbackQuery, callback_data: TurnTo, turn: Turn) -> None:
    """Another kind."""
    step = current(turn, callback_data.number)
    await show(turn, step.model_copy(update={"sort": Sort(callback_data.sort)}), edit=True)


@area.taps(Drop)
async def drop(query: CallbackQuery, callback_data: Drop, turn: Turn) -> None:
    current(turn, callback_data.number)
    turn.go(None)
    turn.edit(CARD, "incidents-dropped")


@area.taps(Tell)
async def tell(query: CallbackQuery, callback_data: Tell, turn: Turn) -> None:
    """Store it and tell everybody, with this very turn."""
    step = current(turn, callback_data.number)
    incident = rules.report(
        Incident(
            id=0,
            person_id=turn.me.id,
            unit_id=turn.me.unit_id,
            sort=step.sort,
            client_id=step.client_id,
            text=step.text,
            told_at=step.told_at or turn.now,
        )
    )
    listeners = await who_hear(turn, step.sort)
    if not listeners:
        raise Refusal("incidents-nobody-hears")
    incident = await store.add(turn.db, incident, [each.id for each in listeners], turn.now)
    turn.note(f"incident:{incident.id}", sort=incident.sort.value, told=[each.id for each in listeners])
    turn.go(None)
    for each in listeners:
        await say_to(turn, incident, turn.me, each, "incidents-told")
    turn.edit(CARD, "incidents-sent")
    wait = turn.policy.rules.incidents.remind_after
    turn.later("incidents.nag", name=f"incident:{incident.id}", due=turn.now + wait, incident_id=incident.id)
    await show_receipts(turn, incident, turn.me, edit=False)


async def say_to(turn: Turn, incident: Incident, reporter: Person, listener: Person, key: str) -> None:
    client = (await client_store.clients_by_id(turn.db, [incident.client_id])).get(incident.client_id or 0)
    turn.say(
        key,
        to=listener,
        buttons=[[Choice("incidents-read", Read(incident_id=incident.id))]],
        slot=f"incident:{incident.id}",
        sort=sort_line(incident.sort),
        client=Line("incidents-client", client=name_of(turn, client, None)) if client else "",
        text=incident.text,
        reporter=reporter.name,
        unit=turn.units.by_id[incident.unit_id].name,
        at=incident.told_at,
    )


# ---------------------------------------------------------------- reading


@area.taps(Read)
async def read(query: CallbackQuery, callback_data: Read, turn: Turn) -> None:
    """Acknowledge; the reporter sees it at once."""
    incident = await store.by_id(turn.db, callback_data.incident_id)
    told = await store.hearings_of(turn.db, callback_data.incident_id)
    hearing = rules.read(next((each for each in told if each.person_id == turn.me.id), None), turn.now)
    reporter = await people_store.by_id(turn.db, incident.person_id) if incident else None
    if incident is None or reporter is None or not await store.read(turn.db, hearing):
        raise Refusal("turn-button-over")
    turn.note(f"incident:{incident.id}", read=True)
    turn.toast("incidents-thanks")
    turn.edit(
        f"incident:{incident.id}",
        "incidents-told-read",
        sort=sort_line(incident.sort),
        text=incident.text,
        reporter=reporter.name,
        unit=turn.units.by_id[incident.unit_id].name,
        at=incident.told_at,
        read=turn.now,
    )
    if all(each.read_at is not None for each in told if each.person_id != turn.me.id):
        incident = replace(incident, closed_at=turn.now)
        await store.close(turn.db, incident.id, turn.now)
        turn.forget(f"incident:{incident.id}")
    await show_receipts(turn, incident, reporter, edit=True)


async def show_receipts(turn: Turn, incident: Incident, reporter: Person, *, edit: bool) -> None:
    """Who has read it, on the reporter's message."""
    told = await store.hearings_of(turn.db, incident.id)
    people = await people_store.by_ids(turn.db, [each.person_id for each in told])
    lines = [
        Line("incidents-receipt-read", name=people[each.person_id].name, at=each.read_at)
        if each.read_at
        else Line("incidents-receipt-unread", name=people[each.person_id].name)
        for each in told
        if each.person_id in people
    ]
    put(
        turn,
        f"incident-receipts:{incident.id}",
        "incidents-receipts",
        edit=edit,
        to=reporter,
        buttons=(),
        sort=sort_line(incident.sort),
        read=sum(each.read_at is not None for each in told),
        count=len(told),
        lines=lines,
    )


@area.job
async def nag(turn: Turn, incident_id: int) -> None:
    """Tell those once more who have not read it."""
    incident = await store.by_id(turn.db, incident_id)
    reporter = await people_store.by_id(turn.db, incident.person_id) if incident else None
    if incident is None or reporter is None or incident.closed_at is not None:
        return
    told = await store.hearings_of(turn.db, incident_id)
    missing = [each.person_id for each in told if each.read_at is None and each.reminded_at is None]
    for each in (await people_store.by_ids(turn.db, missing)).values():
        await say_to(turn, incident, reporter, each, "incidents-told-again")
    await store.reminded(turn.db, incident_id, missing, turn.now)
    turn.note(f"incident:{incident_id}", reminded=missing)


# ---------------------------------------------------------------- small things


async def who_hear(turn: Turn, sort: Sort) -> list[Person]:
    """Everybody who is told, the nearest first."""
    chain = [one for unit in turn.units.path(turn.me.unit_id) for one in (unit.head_id, unit.deputy_id) if one]
    known = await people_store.by_ids(turn.db, chain)
    away = await outing_store.absent(turn.db, known, turn.now, turn.now)
    today = day_of(turn.now, turn.zone)
    heard = rules.listeners(turn.me, turn.units, known, away, today)
    unit = await people_store.in_units(turn.db, [turn.me.unit_id]) if sort is Sort.BAD_LOAN else []
    there = {each.id for each in heard}
    return heard + [each for each in rules.colleagues(unit, turn.me, sort, today) if each.id not in there]


def current(turn: Turn, number: int) -> Reporting:
    """The report under way, if the button belongs to it as it is now."""
    if not isinstance(turn.step, Reporting) or turn.step.number != number or not turn.step.text:
        raise Refusal("turn-button-over")
    return turn.step


def sort_line(sort: Sort) -> Line:
    return Line(f"incidents-sort-{sort.value.replace('_', '-')}")
