"""Plain words outside any question: what is meant, and whose room it belongs to.

Everything that can be tapped can be said. What no rule understands is answered by the sentence that helps.
"""

from collections.abc import Awaitable, Callable

from aiogram import F
from aiogram.types import Message

from bot.actions import may
from bot.language.intents import Intent, intent
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.turn import Turn
from handlers import (
    asking,
    away,
    boards,
    changes,
    contacts,
    credit,
    departures,
    duty,
    extensions,
    fallback,
    leave,
    outings,
    people,
    planning,
    records,
    reminders,
    returns,
    team,
    visits,
)
from handlers.draft import scene_of, told_by

area = Area("words")

Hear = Callable[[Turn, str], Awaitable[None]]

# What is wanted: the action that it is, for the table of who may do what, and the room that does it.
WANTED: dict[Intent, tuple[str, Hear]] = {
    Intent.OUTING: ("outings.declare", outings.by_words),
    Intent.CHANGE: ("changes.change", changes.by_words),
    Intent.CANCEL: ("changes.cancel", changes.cancel_by_words),
    Intent.ARRIVE: ("visits.check_in", visits.arrive_by_words),
    Intent.LEAVE: ("departures.leave", departures.leave_by_words),
    Intent.BACK: ("returns.back", returns.by_words),
    Intent.EXTEND: ("extensions.take", extensions.by_words),
    Intent.RECORD: ("records.start", records.by_words),
    Intent.CONTACT: ("contacts.start", contacts.by_words),
    Intent.DUTY: ("duty.roster", duty.by_words),
    Intent.TIME_OFF: ("leave.ask", leave.by_words),
    Intent.REMIND: ("reminders.remind", reminders.by_words),
    Intent.PLAN: ("planning.plan", planning.by_words),
}

# The same for those that need nothing but to be asked.
SHOWN: dict[Intent, tuple[str, Callable[[Message, Turn], Awaitable[None]]]] = {
    Intent.TODAY: ("boards.today", boards.today),
    Intent.TEAM: ("team.board", team.board),
    Intent.AWAY: ("away.week", away.week),
    Intent.HELP: ("people.help", people.help),
    Intent.CREDIT: ("credit.calendar", credit.calendar),
}

TELLING = frozenset({Intent.RECORD, Intent.CONTACT})  # a question only where they begin or end as one
# What may be a question of who leads; whatever else is meant has a room of its own, which comes first.
ASKABLE = TELLING | {Intent.NONE, Intent.TEAM, Intent.AWAY, Intent.OUTING, Intent.ARRIVE, Intent.LEAVE, Intent.CREDIT}


@area.hears(F.text, ~F.text.startswith("/"))
async def hear(message: Message, turn: Turn) -> None:
    """Find out what a sentence is about, and hand it over."""
    text = message.text or ""
    wanted = intent(text)
    if wanted is Intent.GREETING:
        turn.say("words-hello", name=turn.me.name, keyboard=people.home_keyboard(turn.me))
        return
    if turn.step is not None:
        turn.go(None)  # it was no answer to what was asked
    if may(turn.me.roles, "records.fill") and await records.correct_by_words(turn, text):
        turn.action = "records.fill"
        return
    if may(turn.me.roles, "changes.change") and await changes.departure_by_words(turn, text):
        turn.action = "changes.change"
        return
    plainly = wanted in TELLING
    if wanted in ASKABLE and await asking.by_who_leads(turn, text, plainly=plainly):
        turn.action = "asking.ask"
    elif wanted in SHOWN:
        action, show = SHOWN[wanted]
        refuse_others(turn, action)
        await show(message, turn)
    elif wanted is Intent.OUTING and planning.is_for_later(turn, text):
        await hand_over(turn, text, *WANTED[Intent.PLAN])
    elif wanted in WANTED:
        await hand_over(turn, text, *WANTED[wanted])
    else:
        await unclear(message, turn, text)


async def hand_over(turn: Turn, text: str, action: str, hears: Hear) -> None:
    refuse_others(turn, action)
    await hears(turn, text)


def refuse_others(turn: Turn, action: str) -> None:
    """As if the person had used the command: the same table says whether they may."""
    if not may(turn.me.roles, action):
        raise Refusal("turn-not-allowed")
    turn.action = action


async def unclear(message: Message, turn: Turn, text: str) -> None:
    """A bare time may answer a check-out or a return that was forgotten; a client's name alone begins an outing."""
    if may(turn.me.roles, "departures.leave") and await departures.time_by_words(turn, text):
        turn.action = "departures.typed_time"
        return
    if may(turn.me.roles, "returns.remembering") and await returns.time_by_words(turn, text):
        turn.action = "returns.remembering"
        return
    if may(turn.me.roles, "outings.declare"):
        scene = await scene_of(turn)
        if any(leg.client_id for leg in told_by(text, scene, turn.sent_at, turn.language).legs):
            await hand_over(turn, text, "outings.declare", outings.by_words)
            return
    if may(turn.me.roles, "asking.ask") and await asking.meant_for_it(turn, text):
        turn.action = "asking.ask"
        return
    await fallback.message(message, turn)
