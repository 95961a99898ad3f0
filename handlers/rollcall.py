"""Roll call (晨训点名): one tap says "here", one board per team edits itself, at the close a snapshot stands (A01–A03).

Leave, outings and desk duty explain an absence; lateness counts by when a word was sent (L05). What stays unexplained
becomes a proposal for a manager, never a fine (C18). Meetings are signed in to in the same way (M02).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from aiogram.types import CallbackQuery, Message

from bot.actions import FIELD
from bot.buttons import Button, Choice
from bot.rules import meetings as gatherings, reminding as quiet, rollcall as rules
from bot.rules.days import day_of
from bot.rules.outings import OutingStatus
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.rules.rollcall import Answer, Gathering, Known, Mark, RollCall
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers.proposals import propose
from handlers.workdays import calendar_of
from storage import duty as duty_store, outings as outing_store, people as people_store, rollcalls as store

area = Area("rollcall")


class Here(Button, prefix="rollcall.here"):
    call_id: int


class Look(Button, prefix="rollcall.look"):
    call_id: int


# ---------------------------------------------------------------- asking


@area.job
async def ask(turn: Turn, unit_id: int, day: str, gathering: str) -> None:
    """At its time: ask everybody of the unit who is not on leave, and put the board before the chair. Only once."""
    call = await store.of_day(turn.db, unit_id, date.fromisoformat(day), Gathering(gathering))
    zone, policy = turn.zone_of(unit_id), turn.policy_of(unit_id)
    if call is None or call.cancelled_at is not None:
        return
    if call.convened_by is None and not calendar_of(turn, unit_id).is_working(call.day):
        return  # the day became a free one meanwhile
    if turn.now >= gatherings.closes_at(call, policy.rules.meetings):
        return  # too late to be of any use
    bypass = call.gathering is not Gathering.TRAINING and policy.meeting.bypass_quiet_hours
    if not bypass and quiet.is_quiet(turn.now, policy.rules.reminding.quiet, zone):
        due = quiet.quiet_until(turn.now, policy.rules.reminding.quiet, zone)
        turn.later("rollcall.ask", name=name_of(call, "open"), due=due, unit_id=unit_id, day=day, gathering=gathering)
        return
    if not await store.open_call(turn.db, call, turn.now):
        return
    call = replace(call, opened_at=turn.now)
    if rules.was_interrupted(turn.sent_at, turn.now):  # asked late: as long to answer as in time
        due = max(gatherings.closes_at(call, policy.rules.meetings), turn.now + policy.rules.roll_call.closes_after)
        turn.later(
            "rollcall.close", name=name_of(call, "close"), due=due, unit_id=unit_id, day=day, gathering=gathering
        )
    people = await members(turn, call)
    known = await known_of(turn, call, people)
    for each in people:
        if each.id not in known.on_leave | known.out | known.not_enrolled:
            here = [[Choice("rollcall-here", Here(call_id=call.id))]]
            what, slot = Line(what_key(call)), f"call:{call.id}"
            turn.say("rollcall-ask", to=each, slot=slot, buttons=here, what=what, start=call.starts, end=call.ends)
    turn.note(f"rollcall:{call.id}", asked=len(people), explained=len(known.on_leave) + len(known.out))
    await show_board(turn, call)


def what_key(call: RollCall) -> str:
    return f"rollcall-of-{call.gathering.value.replace('_', '-')}"


def name_of(call: RollCall, notice: str) -> str:
    """The name of a gathering's job: the same again replaces it."""
    return f"gather:{call.unit_id}:{call.day.isoformat()}:{call.gathering.value}:{notice}"


# ---------------------------------------------------------------- answering


@area.taps(Here)
async def here(query: CallbackQuery, callback_data: Here, turn: Turn) -> None:
    """ "到": one tap."""
    call = await store.by_id(turn.db, callback_data.call_id)
    if call is None or call.unit_id != turn.me.unit_id:
        raise Refusal("turn-button-over")
    await answer(turn, call)


@area.caption("rollcall-said-here")
async def said(message: Message, turn: Turn) -> None:
    """The same in a word, which counts by when it was sent (L05)."""
    today = await store.of_units(turn.db, [turn.me.unit_id], turn.today, turn.today)
    asked = [each for each in today if each.opened_at is not None and each.closed_at is None]
    answers = await store.answers_of(turn.db, [each.id for each in asked])
    call = next((each for each in asked if turn.me.id not in answers[each.id]), next(iter(asked), None))
    if call is None:
        last = [each for each in today if each.closed_at is not None and turn.sent_at < each.closed_at]
        if not last:
            raise Refusal("rollcall-none")
        call = last[-1]
    await answer(turn, call)


async def answer(turn: Turn, call: RollCall) -> None:
    policy = turn.policy.rules.roll_call
    before = (await store.answers_of(turn.db, [call.id]))[call.id]
    told = rules.sign_in(call, turn.me.id, turn.sent_at, turn.now, before.get(turn.me.id))
    if call.closed_at is not None:  # said in time and heard too late: the snapshot is put right
        told = replace(told, mark=rules.mark(call, turn.me.id, told, Known(), policy))
        await store.correct(turn.db, told)
    elif not await store.say(turn.db, told):
        raise Refusal("rollcall-already-here", at=turn.sent_at)
    late = rules.late_by(call, told, policy)
    turn.note(f"rollcall:{call.id}", late_minutes=late)
    what = Line(what_key(call))
    if late:
        turn.edit(f"call:{call.id}", "rollcall-noted-late", what=what, at=turn.sent_at, minutes=late)
    else:
        turn.edit(f"call:{call.id}", "rollcall-noted", what=what, at=turn.sent_at)
    await show_board(turn, call)


# ---------------------------------------------------------------- the board


@area.taps(Look)
async def look(query: CallbackQuery, callback_data: Look, turn: Turn) -> None:
    """The board as it is now, for who leads the unit."""
    call = await store.by_id(turn.db, callback_data.call_id)
    boss = await chair(turn, call.unit_id) if call else None
    if call is None or boss is None or boss.id != turn.me.id:
        raise Refusal("turn-button-over")
    await show_board(turn, call)


async def show_board(turn: Turn, call: RollCall) -> None:
    """One message for the chair of the unit, edited with every answer: the unexplained first, then a line of counts."""
    boss = await chair(turn, call.unit_id)
    if boss is None:
        return
    people = {each.id: each for each in await members(turn, call)}
    answers = (await store.answers_of(turn.db, [call.id]))[call.id]
    marks = await stand(turn, call, list(people.values()), answers)
    turn.edit(
        f"call:{call.id}:board",
        board_key(call),
        to=boss,
        buttons=[] if call.closed_at else [[Choice("rollcall-look", Look(call_id=call.id))]],
        what=Line(what_key(call)),
        day=call.day,
        at=turn.now,
        here=sum(mark in (Mark.PRESENT, Mark.LATE) for mark in marks.values()),
        all=len(marks),
        lines=board_lines(turn, call, people, answers, marks),
    )


def board_key(call: RollCall) -> str:
    if call.interrupted:
        return "rollcall-board-interrupted"
    return "rollcall-board-closed" if call.closed_at else "rollcall-board"


def board_lines(
    turn: Turn,
    call: RollCall,
    people: Mapping[int, Person],
    answers: Mapping[int, Answer],
    marks: Mapping[int, Mark],
) -> list[Line]:
    """A line for each mark that somebody has, with the names; late ones with their minutes."""
    policy = turn.policy_of(call.unit_id).rules.roll_call
    lines = []
    for mark in Mark:
        names = [
            Line("rollcall-name-late", name=people[each].name, minutes=rules.late_by(call, answers[each], policy))
            if mark is Mark.LATE
            else Line("rollcall-name", name=people[each].name)
            for each, stands in marks.items()
            if stands is mark
        ]
        if names:
            line = Line(f"rollcall-mark-{mark.value.replace('_', '-')}", count=len(names), names=row_of(names))
            lines.append(line)
    return lines or [Line("rollcall-nobody")]


def row_of(names: Sequence[Line]) -> Line:
    """Names beside each other, in one line."""
    first, rest = names[0], names[1:]
    for each in rest:
        first = Line("rollcall-beside", first=first, second=each)
    return first


async def stand(turn: Turn, call: RollCall, people: Sequence[Person], answers: Mapping[int, Answer]) -> dict[int, Mark]:
    """How everybody stands; after the close as the snapshot says."""
    if call.closed_at is not None:
        kept = {each: told.mark for each, told in answers.items() if told.mark is not None}
        return dict(sorted(kept.items(), key=lambda pair: list(Mark).index(pair[1])))
    known = await known_of(turn, call, people)
    policy = turn.policy_of(call.unit_id).rules.roll_call
    return rules.standing(call, [each.id for each in people], answers, known, policy)


async def members(turn: Turn, call: RollCall) -> list[Person]:
    """Whose names are called: those of the unit who go out, but for who chairs it."""
    head = turn.units.by_id[call.unit_id].head_id
    everybody = await people_store.in_units(turn.db, [call.unit_id])
    return [each for each in everybody if each.roles & FIELD and each.id != head and has_access(each, call.day)]


async def known_of(turn: Turn, call: RollCall, people: Sequence[Person]) -> Known:
    """What explains an absence: approved leave, an outing, desk duty."""
    ids = [each.id for each in people]
    at = max(call.starts, turn.now)
    outings = await outing_store.of_people_on(turn.db, ids, call.day)
    gone = {
        each.person_id
        for each in outings
        if each.status is OutingStatus.OUT
        or (each.status is OutingStatus.DECLARED and each.depart_at is not None and each.depart_at <= at)
    }
    return Known(
        on_leave=frozenset(await outing_store.absent(turn.db, ids, call.starts, at)),
        out=frozenset(gone),
        on_duty=frozenset(await duty_store.everybody_on(turn.db, call.day)),
        not_enrolled=frozenset(each.id for each in people if each.telegram_id is None or not each.notice_accepted_at),
    )


async def chair(turn: Turn, unit_id: int) -> Person | None:
    """Who chairs a unit's gathering (A02): its head, else the deputy, else the nearest above who can be told."""
    wanted = [one for unit in turn.units.path(unit_id) for one in (unit.head_id, unit.deputy_id) if one is not None]
    known = await people_store.by_ids(turn.db, wanted)
    away = await outing_store.absent(turn.db, known, turn.now, turn.now)
    able = (known[one] for one in wanted if one in known and one not in away)
    today = day_of(turn.now, turn.zone_of(unit_id))
    return next((each for each in able if each.telegram_id is not None and has_access(each, today)), None)


def known_by(marks: Mapping[int, Mark]) -> set[int]:
    """Who is accounted for without having answered."""
    return {each for each, mark in marks.items() if mark not in (Mark.UNEXPLAINED, Mark.LATE, Mark.PRESENT)}


# ---------------------------------------------------------------- the close


@area.job
async def close(turn: Turn, unit_id: int, day: str, gathering: str) -> None:
    """The snapshot, and proposals for what nobody explained (L03, L05, C18). Only once."""
    call = await store.of_day(turn.db, unit_id, date.fromisoformat(day), Gathering(gathering))
    if call is None or call.cancelled_at is not None or call.opened_at is None:
        return
    people = await members(turn, call)
    answers = (await store.answers_of(turn.db, [call.id]))[call.id]
    marks = await stand(turn, call, people, answers)
    interrupted = rules.was_interrupted(turn.sent_at, turn.now)
    if call.closed_at is not None or not await store.close_call(turn.db, call, turn.now, interrupted=interrupted):
        return
    if interrupted:  # nobody could say anything meanwhile: silence says nothing
        marks = {each: mark for each, mark in marks.items() if mark is not Mark.UNEXPLAINED}
    await store.snapshot(turn.db, call, marks, answers)
    closed = replace(call, closed_at=turn.now, interrupted=interrupted)
    turn.note(
        f"rollcall:{call.id}",
        interrupted=interrupted,
        **{mark.value: sum(one is mark for one in marks.values()) for mark in Mark},
    )
    for each in people:
        if each.id not in answers and each.id not in known_by(marks):
            turn.edit(f"call:{call.id}", "rollcall-over", to=each, what=Line(what_key(call)), at=turn.now)
    await show_board(turn, closed)
    policy = turn.policy_of(unit_id).rules.roll_call
    about = f"rollcall:{call.id}"
    for person_id, rule in rules.proposals(marks) if not interrupted else ():
        late = rules.late_by(call, answers[person_id], policy) if rule == "L05" else None
        await propose(turn, person_id=person_id, unit_id=unit_id, rule=rule, day=call.day, about=about, minutes=late)
