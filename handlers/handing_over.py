"""What falls into a leave, in words and in deed: found, shown, handed on when it is granted, and brought back (L02)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from bot.rules import agenda, handing_over as rules
from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.days import day_of
from bot.rules.handing_over import Handed, Open, Piece, Plan
from bot.rules.intervals import Interval
from bot.rules.leave import Leave
from bot.rules.outings import OutingStatus
from bot.rules.people import Person
from bot.text import Line
from bot.turn import Turn
from handlers.draft import name_of, whom_line
from handlers.workdays import calendar_of
from storage import (
    agenda as agenda_store,
    clients as client_store,
    credit as credit_store,
    duty as duty_store,
    leave as store,
    outings as outing_store,
    people,
    records as record_store,
)

MOST_SHOWN = 8
MOST_NAMED = 5
PROMISED = frozenset({Sort.PROMISE, Sort.NEXT_STEP})


# ---------------------------------------------------------------- what there is


async def found(
    turn: Turn, person_id: int, first: date, last: date, *, within: Interval | None = None, overdue: bool = False
) -> list[Open]:
    """What of a person's work falls between two days, by day; with `overdue` also what was due before.

    What has its hour falls in only where that lies `within` the minutes of the leave; what has none, on all its days.
    """
    rows: list[Open] = []
    outings = [
        row
        for row in await store.open_outings(turn.db, [person_id], first, last)
        if touches(within, row.depart_at or row.declared_at, row.return_by)
    ]
    stops = await outing_store.stops_of(turn.db, [row.id for row in outings]) if outings else {}
    for row in outings:
        known = [stop.client_id for stop in stops.get(row.id, []) if stop.client_id is not None]
        rows.append(Open(piece=Piece.OUTING, ref=row.id, day=row.day, client_id=known[0] if known else None))
    for item in await agenda_store.open_of(turn.db, [person_id], last):
        if (overdue or item.day >= first) and (item.day < first or touches(within, item.at, None)):
            rows.append(
                Open(piece=Piece.AGENDA, ref=item.id, day=item.day, client_id=item.client_id, what=item.sort.value)
            )
    for duty in await store.duties_of(turn.db, person_id, first, last):
        rows.append(Open(piece=Piece.DUTY, ref=duty.id, day=duty.day))
    for owed in await credit_store.owed(turn.db, [person_id], last):
        if first <= owed.due <= last:
            rows.append(
                Open(piece=Piece.CREDIT, ref=owed.id, day=owed.due, client_id=owed.client_id, what=owed.sort.value)
            )
    for visit in await record_store.unwritten(turn.db, person_id):
        rows.append(Open(piece=Piece.RECORD, ref=visit.id, day=visit.day, client_id=visit.client_id))
    return sorted(rows, key=lambda each: (each.day, each.piece, each.ref))


def touches(within: Interval | None, begins: datetime | None, ends: datetime | None) -> bool:
    """Whether something lies in the minutes of a leave, as far as its hours are known."""
    if within is None or begins is None:
        return True
    return begins < within.end and (ends or begins) >= within.start


async def lines(turn: Turn, pieces: Sequence[Handed], *, only_for: int | None = None) -> list[Line]:
    """A line for each piece with what becomes of it; `only_for` shows what one colleague is given."""
    if only_for is not None:
        pieces = [each for each in pieces if each.plan is Plan.GIVE and each.to_id == only_for]
    shown = pieces[:MOST_SHOWN]
    names = await people.by_ids(turn.db, [each.to_id for each in shown if each.to_id is not None])
    told = [await line(turn, each, names) for each in shown]
    if len(pieces) > len(shown):
        told.append(Line("leave-more-pieces", count=len(pieces) - len(shown)))
    return told or [Line("leave-nothing-open")]


async def line(turn: Turn, piece: Handed, names: dict[int, Person]) -> Line:
    """One piece: its day, what it is, about whom, and what becomes of it."""
    clients = await client_store.clients_by_id(turn.db, [piece.client_id] if piece.client_id else [])
    whom: str | Line = name_of(clients[piece.client_id], turn.policy) if piece.client_id in clients else ""
    text = ""
    if piece.piece is Piece.OUTING:
        stops = (await outing_store.stops_of(turn.db, [piece.ref])).get(piece.ref, [])
        known = await client_store.clients_by_id(turn.db, [each.client_id for each in stops])
        whom = joined([whom_line(each, known, turn.policy) for each in stops])
    elif piece.piece is Piece.AGENDA:
        item = await agenda_store.by_id(turn.db, piece.ref)
        text = f" {item.text[:40]}" if item and item.text else ""
    what = f"-{piece.what.replace('_', '-')}" if piece.what else ""
    return Line(
        f"leave-piece-{piece.piece}{what}",
        day=piece.day,
        whom=whom,
        text=text,
        plan=plan_line(piece, names),
    )


def plan_line(piece: Handed, names: dict[int, Person]) -> Line:
    to = names.get(piece.to_id or 0)
    if piece.plan is Plan.GIVE and to is not None:
        return Line("leave-plan-give", name=to.name)
    return Line(f"leave-plan-{piece.plan if piece.plan is not Plan.GIVE else Plan.OPEN}")


def joined(names: Sequence[str | Line]) -> str | Line:
    """Several names as one."""
    made: str | Line = ""
    for each in names:
        made = Line("leave-whom-and", one=made, other=each) if made else each
    return made


async def affected(turn: Turn, pieces: Iterable[Handed]) -> str | Line:
    """The clients who notice: those promised something, those with a deadline, those expecting a visit."""
    why: dict[int, str] = {}
    for each in pieces:
        if each.client_id is None or each.piece is Piece.RECORD:
            continue
        reason = "expiring" if each.piece is Piece.CREDIT else "promised" if each.what in PROMISED else "due"
        if why.get(each.client_id) != "promised":
            why[each.client_id] = reason
    if not why:
        return ""
    clients = await client_store.clients_by_id(turn.db, list(why))
    named = [
        Line(f"leave-affected-{reason}", whom=name_of(clients[client_id], turn.policy))
        for client_id, reason in list(why.items())[:MOST_NAMED]
        if client_id in clients
    ]
    return Line("leave-affected", count=len(why), names=joined(named))


# ---------------------------------------------------------------- when it is granted


async def carry_out(turn: Turn, leave: Leave) -> None:
    """Do with each piece what was planned: from now on it is the colleague's, on a later day, or closed."""
    back = calendar_of(turn, leave.unit_id).after(leave.last)
    for piece in await store.pieces_of(turn.db, leave.id):
        if piece.piece is Piece.OUTING:
            await carry_outing(turn, leave, piece, back)
        elif piece.piece is Piece.AGENDA:
            await carry_item(turn, leave, piece, back)
        elif piece.piece is Piece.DUTY and piece.plan is Plan.GIVE and piece.to_id is not None:
            duty = await duty_store.by_id(turn.db, piece.ref)
            if duty is not None and duty.person_id == leave.person_id:
                await duty_store.put(turn.db, replace(duty, person_id=piece.to_id))


async def carry_item(turn: Turn, leave: Leave, piece: Handed, back: date) -> None:
    item = await agenda_store.by_id(turn.db, piece.ref)
    if item is None or item.status is not ItemStatus.OPEN or item.person_id != leave.person_id:
        return
    if piece.plan is Plan.GIVE and piece.to_id is not None:
        await agenda_store.save(turn.db, agenda.hand_over(item, piece.to_id))
    elif piece.plan is Plan.POSTPONE and back > item.day:
        today = day_of(turn.now, turn.zone_of(leave.unit_id))
        await agenda_store.save(turn.db, agenda.move(item, back, None, min(today, back)))
    elif piece.plan is Plan.CLOSE:
        await agenda_store.save(turn.db, agenda.close(item, ItemStatus.DROPPED, item.person_id, turn.now))


async def carry_outing(turn: Turn, leave: Leave, piece: Handed, back: date) -> None:
    """The outing is called off; what it was for becomes the colleague's plan, or one's own on a later day."""
    outing = await outing_store.by_id(turn.db, piece.ref)
    if outing is None or outing.status not in (OutingStatus.WAITING, OutingStatus.DECLARED, OutingStatus.PLANNED):
        return
    off = replace(outing, status=OutingStatus.CANCELLED, cancelled_at=turn.now, cancel_reason=f"leave:{leave.id}")
    if not await outing_store.save(turn.db, off, outing):
        return
    for question in ("leave", "return", "forgotten"):
        turn.forget(f"outing:{outing.id}:{question}")
    if piece.plan not in (Plan.GIVE, Plan.POSTPONE):
        return
    given = piece.plan is Plan.GIVE and piece.to_id is not None
    for stop in (await outing_store.stops_of(turn.db, [outing.id])).get(outing.id, []):
        item = Item(
            id=0,
            person_id=piece.to_id if given and piece.to_id is not None else leave.person_id,
            unit_id=leave.unit_id,
            sort=Sort.PLANNED_VISIT,
            day=outing.day if given else back,
            client_id=stop.client_id,
            text=stop.matter,
            made_by=leave.person_id,
            made_at=turn.now,
            handed_from=leave.person_id if given else None,
        )
        number = await agenda_store.add(turn.db, item)
        if given:
            new = replace(piece, id=0, piece=Piece.AGENDA, ref=number, what=Sort.PLANNED_VISIT.value)
            await store.put_pieces(turn.db, [replace(new, client_id=stop.client_id)])


async def take_in(turn: Turn, leave: Leave) -> list[Handed]:
    """When it begins: what has come up since it was asked for goes to the stand-in as well, before whole days also what
    is overdue. Returns all pieces."""
    known = await store.pieces_of(turn.db, leave.id)
    there = {each.key for each in known}
    overdue = leave.days >= 1 and leave.standin_id is not None
    falls_in = await found(turn, leave.person_id, leave.first, leave.last, within=leave.interval, overdue=overdue)
    new = [each for each in falls_in if each.key not in there]
    if new:
        made = [replace(each, leave_id=leave.id) for each in rules.planned(new, leave.standin_id, {})]
        await store.put_pieces(turn.db, made)
        await carry_out(turn, leave)
        known = await store.pieces_of(turn.db, leave.id)
    return known


# ---------------------------------------------------------------- when it is over


async def bring_back(turn: Turn, leave: Leave) -> tuple[list[Line], list[Line]]:
    """Give back what colleagues still have; returns what they did, and what is open again."""
    done: list[Line] = []
    still: list[Line] = []
    today = day_of(turn.now, turn.zone_of(leave.unit_id))
    pieces = [each for each in await store.pieces_of(turn.db, leave.id) if each.plan is Plan.GIVE]
    names = await people.by_ids(turn.db, [each.to_id for each in pieces if each.to_id is not None])
    for piece in pieces:
        who = names.get(piece.to_id or 0)
        if piece.piece is Piece.AGENDA:
            item = await agenda_store.by_id(turn.db, piece.ref)
            if item is None or item.handed_from != leave.person_id:
                continue
            if item.status is ItemStatus.OPEN:
                await agenda_store.save(turn.db, replace(item, person_id=leave.person_id, handed_from=None))
                still.append(await line(turn, piece, {}))
            else:
                key = "leave-back-done" if item.status is ItemStatus.DONE else "leave-back-dropped"
                told = await line(turn, piece, {})
                done.append(Line(key, what=told, by=who.name if who else "—", outcome=item.outcome or ""))
        elif piece.piece is Piece.DUTY and piece.day > today:
            duty = await duty_store.by_id(turn.db, piece.ref)
            if duty is not None and duty.person_id == piece.to_id:
                await duty_store.put(turn.db, replace(duty, person_id=leave.person_id))
    return done, still


async def due_next(turn: Turn, person: Person, until: date) -> list[Line]:
    """What is due in the first days back."""
    rows: Any = await found(turn, person.id, day_of(turn.now, turn.zone_of(person.unit_id)), until, overdue=True)
    pieces = [replace(each, plan=Plan.OPEN) for each in rules.planned(rows, None, {}) if each.piece is not Piece.RECORD]
    return [await line(turn, each, {}) for each in pieces[:MOST_SHOWN]]
