"""Handing work over before a leave: the colleague accepts with one tap, or says why not (L02)."""

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.rules import leave as rules
from bot.rules.leave import HandOver, Leave
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import deciding, leave_facts
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


async def ask(turn: Turn, leave: Leave) -> Line:
    """Ask the stand-in of the person's own request; returns who was asked, in words."""
    standin = await people.by_id(turn.db, leave.standin_id or 0)
    if standin is None:
        raise Refusal("turn-button-over")
    await store.ask_over(turn.db, HandOver(id=0, leave_id=leave.id, to_id=standin.id, asked_at=turn.now))
    rows = [
        [
            Choice("leave-handover-accept", Accept(leave_id=leave.id)),
            Choice("leave-handover-refuse", Refuse(leave_id=leave.id)),
        ]
    ]
    facts = await leave_facts.shown(turn, leave, turn.me)
    open_ = await leave_facts.open_lines(turn, leave, turn.me.id)
    turn.say("leave-handover-asks", to=standin, slot=slot(leave), buttons=rows, open=open_, **facts)
    return Line("leave-told-standin", name=standin.name)


@area.taps(Accept)
async def accept(query: CallbackQuery, callback_data: Accept, turn: Turn) -> None:
    """The colleague's one tap: now it can be decided."""
    leave, person = await asked(turn, callback_data.leave_id)
    if await outing_store.absent(turn.db, [turn.me.id], leave.starts, leave.ends):
        raise Refusal("leave-you-are-away")
    ready = rules.accept(leave, turn.me.id)
    await answered(turn, ready, leave, accepted=True)
    facts = await leave_facts.shown(turn, ready, person)
    turn.edit(slot(leave), "leave-handover-yours", **facts)
    told = await deciding.ask(turn, ready, person)
    turn.say("leave-standin-said-yes", to=person, slot="leave-card", told=told, by=turn.me.name, **facts)


@area.taps(Refuse)
async def refuse(query: CallbackQuery, callback_data: Refuse, turn: Turn) -> None:
    leave, _ = await asked(turn, callback_data.leave_id)
    rules.turn_down(leave, turn.me.id)  # says what has become of it, if it is over
    turn.go(Refusing(leave_id=leave.id))
    turn.say("leave-handover-why")


@area.hears(Answer(Refusing))
async def refusing(message: Message, turn: Turn, step: Refusing) -> None:
    leave, person = await asked(turn, step.leave_id)
    why = kept(turn, message.text or "", LONGEST_REASON)
    down = rules.turn_down(leave, turn.me.id)
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
    named = rules.name_standin(leave, turn.me.id, callback_data.person_id)
    if not await store.save(turn.db, named, leave):
        raise Refusal("turn-button-over")
    turn.note(f"leave:{leave.id}", standin=named.standin_id)
    told = await ask(turn, named)
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
