"""What the plan did not say (A13): a visit at another client than was thought, and why the RM went there.

A stop of the same outing needs no reason. A client who was not planned does, by one tap or in words, and the
supervisor hears it; they hear of the visit even if no reason is ever given.
"""

from dataclasses import replace

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language.intents import is_no
from bot.rules import visits as rules
from bot.rules.outings import Change, Field, Stop, StopState
from bot.rules.refusal import Refusal
from bot.rules.visits import Proposal, Visit
from bot.talk import Area, Step
from bot.text import render
from bot.turn import Turn
from handlers import record_agenda
from handlers.answers import Answer, kept
from handlers.arriving import LONGEST_NAME, Scene, clients_in, is_here, look, proposal_for, stop_for
from handlers.departures import mine
from handlers.evidence import judge_again
from handlers.visit_card import Elsewhere, Why, client_of, name_of, point_of, say_card, tell
from storage import outings as outings_store, visits as store

area = Area("corrections")

REASONS = ("corrections-reason-invited", "corrections-reason-nearby", "corrections-reason-absent")
LONGEST_REASON = 200


class Rather(Button, prefix="corrections.rather"):
    """Where it really was: a "stop" or a "client" by its number, or the "name" that was typed."""

    visit_id: int
    what: str
    number: int = 0


class Because(Button, prefix="corrections.because"):
    visit_id: int
    which: int


class Correcting(Step, kind="corrections.correcting"):
    visit_id: int
    lead: str | None = None


class AskWhy(Step, kind="corrections.ask_why"):
    visit_id: int


# ---------------------------------------------------------------- another client


@area.taps(Elsewhere)
async def elsewhere(query: CallbackQuery, callback_data: Elsewhere, turn: Turn) -> None:
    """It is not that client: offer the others, and take a typed name."""
    visit = await correctable(turn, callback_data.visit_id)
    scene = await look(turn)
    proposals = rules.propose(point_of(visit), scene.stops, scene.places, scene.clients, turn.policy.rules.visits)
    turn.go(Correcting(visit_id=visit.id))
    rows = [[choice(turn, scene, visit, each)] for each in proposals if not is_here(each, visit)]
    turn.say("corrections-whom", client=name_of(turn, scene.client(visit.client_id), visit.lead), buttons=rows)


def choice(turn: Turn, scene: Scene, visit: Visit, proposal: Proposal) -> Choice:
    number = proposal.stop.id if proposal.stop else proposal.client_id or 0
    button = Rather(visit_id=visit.id, what="stop" if proposal.stop else "client", number=number)
    planned = proposal.stop or stop_for(scene, proposal.client_id)
    key = "visits-choice-planned" if planned else "visits-choice-unplanned"
    return Choice(key, button, client=name_of(turn, scene.client(proposal.client_id), proposal.lead))


@area.hears(Answer(Correcting))
async def named(message: Message, step: Correcting, turn: Turn) -> None:
    """The name of the client it really was, or of somebody who is in nobody's book yet."""
    visit = await correctable(turn, step.visit_id)
    scene = await look(turn)
    text = message.text or ""
    found = clients_in(scene, text)
    if is_no(text):
        turn.go(None)
        turn.say("corrections-given-up", client=name_of(turn, scene.client(visit.client_id), visit.lead))
    elif len(found) == 1:
        await correct(turn, scene, visit, stop_for(scene, found[0].id), found[0].id, None)
    elif found:
        rows = [[choice(turn, scene, visit, proposal_for(scene, each.id, None))] for each in found]
        turn.say("visits-whom", buttons=rows)
    else:
        lead = kept(turn, text, LONGEST_NAME)
        turn.go(Correcting(visit_id=visit.id, lead=lead))
        turn.say(
            "visits-new-lead",
            lead=lead,
            buttons=[[Choice("visits-choice-lead", Rather(visit_id=visit.id, what="name"), lead=lead)]],
        )


@area.taps(Rather)
async def rather(query: CallbackQuery, callback_data: Rather, turn: Turn) -> None:
    visit = await correctable(turn, callback_data.visit_id)
    scene = await look(turn)
    what, number = callback_data.what, callback_data.number
    if what == "stop":
        stop = next((each for each in scene.stops if each.id == number), None)
        if stop is None or stop.state is StopState.DROPPED:
            raise Refusal("turn-button-over")
        await correct(turn, scene, visit, stop, stop.client_id, stop.lead)
    elif what == "client" and number in scene.clients:
        await correct(turn, scene, visit, stop_for(scene, number), number, None)
    elif what == "name" and isinstance(turn.step, Correcting) and turn.step.visit_id == visit.id and turn.step.lead:
        await correct(turn, scene, visit, None, None, turn.step.lead)
    else:
        raise Refusal("turn-button-over")


async def correct(
    turn: Turn, scene: Scene, visit: Visit, stop: Stop | None, client_id: int | None, lead: str | None
) -> None:
    """Write down the client it really was; the point is held against that client's places anew."""
    if (client_id, lead) == (visit.client_id, visit.lead):
        raise Refusal("corrections-same")
    corrected = replace(
        visit, stop_id=stop.id if stop else None, client_id=client_id, lead=lead, planned=stop is not None
    )
    after = await judge_again(turn, visit, corrected)
    await store.save(turn.db, visit, after)
    await record_agenda.of_client(turn, after)
    again = {each.stop_id for each in scene.visits if each.id != visit.id}
    if visit.stop_id is not None and visit.stop_id not in again:
        before = next((each for each in scene.stops if each.id == visit.stop_id), None)
        if before is not None and before.state is StopState.VISITED:
            await outings_store.save_stop(turn.db, replace(before, state=StopState.PLANNED))
    if stop is not None:
        await outings_store.save_stop(turn.db, replace(stop, state=StopState.VISITED))
    turn.go(None)
    turn.note(f"visit:{visit.id}", stop=after.stop_id, client=after.client_id, grade=after.grade)
    client = scene.client(client_id)
    if turn.callback is not None:
        turn.toast("corrections-done")
    say_card(turn, after, client)
    await tell(turn, after, client, edit=not visit.planned)
    if not after.planned:
        await ask_why(turn, after)


async def correctable(turn: Turn, visit_id: int) -> Visit:
    """One's own visit, of today: later the record speaks of the client, and the register stands."""
    visit = await mine(turn, visit_id)
    if visit.day != turn.today:
        raise Refusal("corrections-too-late")
    return visit


# ---------------------------------------------------------------- why it was not planned


@area.taps(Why)
async def why(query: CallbackQuery, callback_data: Why, turn: Turn) -> None:
    visit = await mine(turn, callback_data.visit_id)
    if visit.planned:
        raise Refusal("turn-button-over")
    await ask_why(turn, visit)


async def ask_why(turn: Turn, visit: Visit) -> None:
    """Ask for the reason, if the policy wants one (A13)."""
    if not turn.policy.rules.outings.change_needs_reason:
        return
    turn.go(AskWhy(visit_id=visit.id))
    turn.say(
        "corrections-ask-why",
        slot=f"visit:{visit.id}:why",
        client=name_of(turn, await client_of(turn, visit), visit.lead),
        buttons=[[Choice(key, Because(visit_id=visit.id, which=which))] for which, key in enumerate(REASONS)],
    )


@area.taps(Because)
async def because(query: CallbackQuery, callback_data: Because, turn: Turn) -> None:
    visit = await mine(turn, callback_data.visit_id)
    if visit.planned or not 0 <= callback_data.which < len(REASONS):
        raise Refusal("turn-button-over")
    words = render(turn.language, REASONS[callback_data.which], {}, zone=turn.zone, html=False)
    await keep_reason(turn, visit, words)


@area.hears(Answer(AskWhy))
async def said_why(message: Message, step: AskWhy, turn: Turn) -> None:
    visit = await mine(turn, step.visit_id)
    if len((message.text or "").strip()) < turn.policy.rules.outings.shortest_reason:
        raise Refusal("corrections-reason-short")
    await keep_reason(turn, visit, kept(turn, message.text or "", LONGEST_REASON))


async def keep_reason(turn: Turn, visit: Visit, reason: str) -> None:
    """The reason stands beside the outing for ever, and in the supervisor's message."""
    change = Change(
        id=0,
        outing_id=visit.outing_id,
        stop_id=None,
        field=Field.STOP,
        before=None,
        after=str(visit.client_id) if visit.client_id is not None else visit.lead,
        reason=reason,
        by=turn.me.id,
        at=turn.now,
    )
    await outings_store.add_changes(turn.db, [change])
    client = await client_of(turn, visit)
    turn.note(f"visit:{visit.id}", reason=True)
    turn.edit(
        f"visit:{visit.id}:why",
        "corrections-why-kept",
        client=name_of(turn, client, visit.lead),
        reason=reason,
    )
    await tell(turn, visit, client, reason=reason, edit=True)
    if isinstance(turn.step, AskWhy):
        turn.go(None)
