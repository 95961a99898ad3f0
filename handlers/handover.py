"""Handing work over before a leave: the colleague accepts with one tap, or says why not (L02)."""

from collections.abc import Mapping, Sequence

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.rules import leave as rules
from bot.rules.handing_over import moved
from bot.rules.leave import HandOver, Leave, Status
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import REMINDER, Turn
from handlers import deciding, handing_over, leave_facts
from handlers.answers import Answer, kept
from handlers.leave_buttons import Accept, Another, Refuse
from handlers.questions import grid
from storage import leave as store, outings as outing_store, people

area = Area("handover")

LONGEST_REASON = 200
MOST_COLLEAGUES = 12


class Refusing(Step, kind="handover.refusing"):
    """Why a colleague cannot take the work."""

    leave_id: int


async def ask(turn: Turn, leave: Leave, colleagues: Sequence[int]) -> Line:
    """Ask the colleagues of the person's own request, each with what they would take; returns who, in words."""
    known = await people.by_ids(turn.db, colleagues)
    pieces = await store.pieces_of(turn.db, leave.id)
    facts = await leave_facts.shown(turn, leave, turn.me)
    for colleague in (known[each] for each in colleagues if each in known):
        await store.ask_over(turn.db, HandOver(id=0, leave_id=leave.id, to_id=colleague.id, asked_at=turn.now))
        given = await handing_over.lines(turn, pieces, only_for=colleague.id)
        turn.say("leave-handover-asks", to=colleague, slot=slot(leave), buttons=answer_rows(leave), open=given, **facts)
    remind_later(turn, leave)
    return Line("leave-told-standin", name="、".join(known[each].name for each in colleagues if each in known))


def remind_later(turn: Turn, leave: Leave) -> None:
    """Ask a silent colleague again after the policy's time, not in the quiet hours."""
    wait = turn.policy_of(leave.unit_id).rules.leave.remind_after
    due = deciding.out_of_quiet(turn, leave, turn.now + wait)
    turn.later("handover.remind", name=f"leave:{leave.id}:over", due=due, leave_id=leave.id)


@area.job
async def remind(turn: Turn, leave_id: int) -> None:
    """Whoever has not answered sees it again, and the person hears who is silent."""
    leave = await store.by_id(turn.db, leave_id)
    person = await people.by_id(turn.db, leave.person_id) if leave else None
    if leave is None or person is None or leave.status is not Status.HANDOVER_NEEDED or leave.ends <= turn.now:
        return
    silent = await people.by_ids(turn.db, await unanswered(turn, leave))
    if not silent:
        return
    turn.rank = REMINDER
    await ask_again(turn, leave, person, silent)
    span = leave_facts.span_line(turn, leave)
    turn.say("leave-standin-silent", to=person, names="、".join(each.name for each in silent.values()), span=span)
    remind_later(turn, leave)


async def ask_again(turn: Turn, leave: Leave, person: Person, silent: Mapping[int, Person]) -> None:
    """The same question to those who have not answered, with what each would take."""
    pieces = await store.pieces_of(turn.db, leave.id)
    facts = await leave_facts.shown(turn, leave, person)
    for one in silent.values():
        given = await handing_over.lines(turn, pieces, only_for=one.id)
        turn.say("leave-handover-asks", to=one, slot=slot(leave), buttons=answer_rows(leave), open=given, **facts)


def answer_rows(leave: Leave) -> list[list[Choice]]:
    return [
        [
            Choice("leave-handover-accept", Accept(leave_id=leave.id)),
            Choice("leave-handover-refuse", Refuse(leave_id=leave.id)),
        ]
    ]


async def unanswered(turn: Turn, leave: Leave) -> list[int]:
    """The colleagues who have not said yes: those asked last who are still silent, and the pieces' new ones."""
    return [each.to_id for each in await store.asked_over(turn.db, leave.id) if each.accepted is None]


@area.taps(Accept)
async def accept(query: CallbackQuery, callback_data: Accept, turn: Turn) -> None:
    """The colleague's one tap: now it can be decided."""
    leave, person = await asked(turn, callback_data.leave_id)
    if await outing_store.absent(turn.db, [turn.me.id], leave.starts, leave.ends):
        raise Refusal("leave-you-are-away")
    ready = rules.accept(leave, turn.me.id, await unanswered(turn, leave))
    await answered(turn, ready, leave, accepted=True)
    facts = await leave_facts.shown(turn, ready, person)
    turn.edit(slot(leave), "leave-handover-yours", **facts)
    if ready.status is Status.HANDOVER_NEEDED:
        left = await people.by_ids(turn.db, await unanswered(turn, leave))
        told = Line("leave-told-standin", name="、".join(each.name for each in left.values()))
    else:
        told = await deciding.ask(turn, ready, person)
    turn.say("leave-standin-said-yes", to=person, slot="leave-card", told=told, by=turn.me.name, **facts)


@area.taps(Refuse)
async def refuse(query: CallbackQuery, callback_data: Refuse, turn: Turn) -> None:
    leave, _ = await asked(turn, callback_data.leave_id)
    rules.turn_down(leave, turn.me.id, await unanswered(turn, leave))  # says what has become of it, if it is over
    turn.go(Refusing(leave_id=leave.id))
    turn.say("leave-handover-why")


@area.hears(Answer(Refusing))
async def refusing(message: Message, turn: Turn, step: Refusing) -> None:
    leave, person = await asked(turn, step.leave_id)
    why = kept(turn, message.text or "", LONGEST_REASON)
    down = rules.turn_down(leave, turn.me.id, await unanswered(turn, leave))
    await answered(turn, down, leave, accepted=False, why=why)
    turn.go(None)
    turn.edit(slot(leave), "leave-handover-not-yours", **await leave_facts.shown(turn, down, person))
    others = await free_colleagues(turn, leave, person, without={turn.me.id})
    choices = [Choice("leave-person", Another(leave_id=leave.id, person_id=each.id), name=each.name) for each in others]
    turn.say(
        "leave-standin-said-no",
        to=person,
        slot="leave-card",
        buttons=grid(choices, 3),
        by=turn.me.name,
        why=why,
        span=leave_facts.span_line(turn, leave),
    )


@area.taps(Another)
async def another(query: CallbackQuery, callback_data: Another, turn: Turn) -> None:
    """The person names somebody else."""
    leave = await store.by_id(turn.db, callback_data.leave_id)
    if leave is None or leave.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    if callback_data.person_id not in {each.id for each in await free_colleagues(turn, leave, turn.me)}:
        raise Refusal("leave-standin-away")
    named = rules.name_another(leave, turn.me.id, callback_data.person_id)
    over = await store.asked_over(turn.db, leave.id)
    refused = {each.to_id for each in over if each.accepted is False}
    refused -= {each.to_id for each in over if each.accepted is not False}
    pieces = await store.pieces_of(turn.db, leave.id)
    left = [each for one in refused for each in moved(pieces, one, callback_data.person_id)]
    if leave.standin_id is not None and not left:
        raise Refusal("leave-handover-done")
    if not await store.save(turn.db, named, leave):
        raise Refusal("turn-button-over")
    await store.put_pieces(turn.db, left)
    turn.note(f"leave:{leave.id}", standin=named.standin_id, pieces=len(left))
    told = await ask(turn, named, [callback_data.person_id])
    turn.edit("leave-card", "leave-sent", told=told, **await leave_facts.shown(turn, named, turn.me))


async def asked(turn: Turn, leave_id: int) -> tuple[Leave, Person]:
    """The request that a colleague was asked about, with its person; a withdrawn one says so."""
    leave = await store.by_id(turn.db, leave_id)
    person = await people.by_id(turn.db, leave.person_id) if leave else None
    if leave is None or person is None:
        raise Refusal("turn-button-over")
    return leave, person


async def answered(turn: Turn, leave: Leave, before: Leave, *, accepted: bool, why: str | None = None) -> None:
    if not await store.save(turn.db, leave, before):
        raise Refusal("turn-button-over")
    await store.answered_over(turn.db, leave.id, turn.me.id, accepted, why, turn.now)
    turn.note(f"leave:{leave.id}", standin=turn.me.id, accepted=accepted)


async def free_colleagues(turn: Turn, leave: Leave, person: Person, without: set[int] | None = None) -> list[Person]:
    """Those of the unit who are there while the leave lasts."""
    everybody = [
        each
        for each in await people.in_units(turn.db, [leave.unit_id])
        if each.id not in {person.id, *(without or ())} and each.telegram_id and has_access(each, leave.first)
    ]
    away = await outing_store.absent(turn.db, [each.id for each in everybody], leave.starts, leave.ends)
    return [each for each in everybody if each.id not in away][:MOST_COLLEAGUES]


def slot(leave: Leave) -> str:
    return f"leave:{leave.id}:over"
