"""The agenda follows the record: its next step and its promise become items with a reminder (A10, A16, V27, C12)."""

from dataclasses import replace
from datetime import date, datetime

from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.appointments import Wanted, follow as followed
from bot.rules.findings import Findings
from bot.rules.records import Record
from bot.rules.visits import Visit
from bot.text import Line
from bot.turn import Turn
from handlers import appointments
from handlers.workdays import calendar_of
from storage import agenda as store, findings as findings_store

EDGES = " ,，。;；、\n"  # what is left around words that were taken out
LONGEST = 500  # characters of an item: the record holds the whole


async def follow(turn: Turn, visit: Visit, record: Record, earlier: Record | None) -> list[Line]:
    """Bring the agenda in step with a record that was handed in; a line for each thing that changed in it.

    `earlier` is the version that was in force until now.
    """
    found = await findings_store.of_record(turn.db, record.id)
    before = wanted_of(turn, earlier, await findings_store.of_record(turn.db, earlier.id)) if earlier else []
    items = await store.of_visit(turn.db, visit.id)
    made = followed(before, wanted_of(turn, record, found), items, turn.me.id, turn.now)
    lines = []
    for want in made.new:
        item = new_item(visit, want, turn)
        item = replace(item, id=await store.add(turn.db, item))
        appointments.plan(turn, item)
        lines.append(line("new", item))
    for item in made.changed:
        await store.save(turn.db, item)
        appointments.plan(turn, item)
        lines.append(line("moved", item))
    for item in made.dropped:
        await store.save(turn.db, item)
        turn.forget(appointments.job_of(item.id))
        lines.append(line("off", item))
    turn.note(f"visit:{visit.id}", agenda=[len(made.new), len(made.changed), len(made.dropped)])
    return lines


def wanted_of(turn: Turn, record: Record, found: Findings) -> list[Wanted]:
    """What a record wants done. A promise without a time is for the day of the next step, else the next working day."""
    wanted = []
    step = (record.next_step or "").replace(found.promise or "", "", 1).strip(EDGES)
    if found.next_day is not None and step:
        wanted.append(Wanted(Sort.NEXT_STEP, found.next_day, found.next_at, step[:LONGEST]))
    if found.promise:
        day = found.promise_day or found.next_day or calendar_of(turn, record.unit_id).after(record.day)
        wanted.append(Wanted(Sort.PROMISE, day, found.promise_at, found.promise[:LONGEST]))
    return wanted


async def of_client(turn: Turn, visit: Visit) -> None:
    """The visit was at another client than was thought: what is to be done is about that one."""
    for item in await store.of_visit(turn.db, visit.id):
        if item.status is ItemStatus.OPEN and item.client_id != visit.client_id:
            await store.save(turn.db, replace(item, client_id=visit.client_id))


def new_item(visit: Visit, want: Wanted, turn: Turn) -> Item:
    return Item(
        id=0,
        person_id=visit.person_id,
        unit_id=visit.unit_id,
        sort=want.sort,
        day=want.day,
        at=want.at,
        client_id=visit.client_id,
        text=want.text,
        visit_id=visit.id,
        made_by=turn.me.id,
        made_at=turn.now,
    )


def line(what: str, item: Item) -> Line:
    """What was done in the agenda, in words."""
    thing = Line("findings-promised" if item.sort is Sort.PROMISE else "findings-next")
    return Line(f"findings-agenda-{what}", thing=thing, at=at_line(item.day, item.at))


def at_line(day: date, at: datetime | None) -> Line:
    """A day, or an hour of it."""
    return Line("findings-at-hour", at=at) if at else Line("findings-at-day", at=day)
