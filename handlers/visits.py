"""Checking in at a client (A04, A10, A13, 5.3): a location, or words where the phone gives none.

The plan and the distance say where somebody has arrived; where they agree nothing is asked. Evidence is graded and
never refused, an unplanned visit is allowed and marked, and whoever has not declared an outing is offered to do so
there and then: the location already sent is not lost.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from math import inf
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message, TelegramObject

from bot.actions import may
from bot.buttons import Button, Choice, Keyboard
from bot.language.intents import Intent, aside, intent, is_no
from bot.rules import visits as rules
from bot.rules.evidence import Fix
from bot.rules.outings import Stop
from bot.rules.refusal import Refusal
from bot.rules.visits import Proposal, Visit
from bot.talk import Area, In, Step
from bot.text import Line, render
from bot.turn import Turn
from handlers import draft, evidence, people, register
from handlers.answers import Answer, kept
from handlers.arriving import Scene, belongs_here, clear, clients_in, is_here, look, proposal_for, stop_for
from handlers.corrections import ask_why
from handlers.departures import ask_later, ask_when_left, leave_by_words
from handlers.missing_records import expect
from handlers.places import blank_later
from handlers.visit_card import away_line, name_of, say_card, tell
from storage import visits as store

__all__ = ["area", "arrive_by_words", "ask_when_left", "leave_by_words"]

area = Area("visits")

PLACE_ROWS = (
    ("visits-send-place",),
    ("visits-no-place", "menu-leave"),
    ("menu-out", "menu-back"),
    ("menu-record", "menu-today"),
)
MATTERS = ("visits-matter-routine", "visits-matter-business", "visits-matter-after-loan")
LONGEST_LEAD, LONGEST_MATTER = 60, 300


class At(Button, prefix="visits.choose"):
    """Where somebody has arrived: a stop of the outing, a client, or (neither) the name that they typed."""

    stamp: int
    stop: int = 0
    client: int = 0


class Here(Button, prefix="visits.stay"):
    """Still at the client of this visit: the location is about that."""

    stamp: int
    visit_id: int


class Matter(Button, prefix="visits.matter"):
    stamp: int
    which: int


class Coming(Step, kind="visits.coming"):
    """The bot has asked for the location, naming this stop."""

    stop_id: int | None = None


class Arriving(Step, kind="visits.arriving"):
    """Somebody has arrived, and it is not clear yet where, or what for. What they sent is kept here."""

    at: datetime  # when the phone said so
    received_at: datetime
    fix: Fix | None = None
    message_id: int | None = None
    lead: str | None = None
    client_id: int | None = None
    matter_asked: bool = False


# ---------------------------------------------------------------- asking for the location


@area.command("in")
@area.caption("menu-in")
async def check_in(message: Message, turn: Turn) -> None:
    """Ask for the location, saying where the plan leads: sending it is the second and last touch."""
    scene = await look(turn)
    following = next(iter(scene.ahead), None)
    lines = []
    if scene.here is not None:
        whom = name_of(turn, scene.client(scene.here.client_id), scene.here.lead)
        lines.append(Line("visits-where-here", client=whom, since=scene.here.arrived_at))
    if following is not None:
        lines.append(Line("visits-where-next", client=name_of(turn, scene.client(following.client_id), following.lead)))
    elif scene.outing is None:
        lines.append(Line("visits-where-undeclared"))
    else:
        lines.append(Line("visits-where-unplanned"))
    turn.go(Coming(stop_id=following.id if following else None))
    turn.say("visits-where", lines=lines, keyboard=place_keyboard(turn))


def place_keyboard(turn: Turn) -> Keyboard:
    """The location button above what the person does most; who leads a team keeps the button to look at it."""
    team = (("menu-team",),) if may(turn.me.roles, "team.board") else ()
    return Keyboard(rows=PLACE_ROWS + team, place="visits-send-place")


@area.caption("visits-send-place")
async def from_desktop(message: Message, turn: Turn) -> None:
    """Telegram on a computer sends the button's caption instead of a location (T13)."""
    turn.say("visits-phone-needed")


@area.caption("visits-no-place")
async def no_place(message: Message, turn: Turn) -> None:
    """The phone gives no location: checking in by words is possible, and weak."""
    await take(turn, await look(turn), None, None)


class Said(Answer):
    """An answer to "where are you?", which "到了" is too."""

    async def __call__(self, event: TelegramObject, turn: Any) -> bool | dict[str, Any]:
        if isinstance(event, Message) and aside(event.text or "") is Intent.ARRIVE:
            return await In.__call__(self, event, turn)
        return await super().__call__(event, turn)


class Instead(Said):
    """Words in place of a location. A sentence that tells of an outing, a record or a call is that, not an arrival."""

    async def __call__(self, event: TelegramObject, turn: Any) -> bool | dict[str, Any]:
        if isinstance(event, Message) and intent(event.text or "") not in (Intent.ARRIVE, Intent.NONE):
            return False
        return await super().__call__(event, turn)


@area.hears(Instead(Coming))
async def instead(message: Message, step: Coming, turn: Turn) -> None:
    """Asked for a location, they wrote something: that they are there, or the client's name."""
    text = message.text or ""
    if intent(text) is not Intent.ARRIVE and not clients_in(await look(turn), text):
        raise Refusal("visits-where-again")
    await arrive_by_words(turn, text)


async def arrive_by_words(turn: Turn, text: str) -> None:
    """ "到了", "到华丰了": a check-in without a location, or the answer that a location sent before was waiting for."""
    scene = await look(turn)
    kept_step = turn.step if isinstance(turn.step, Arriving) else None
    named = clients_in(scene, text)
    if kept_step is not None and turn.now - kept_step.received_at <= turn.policy.rules.evidence.stale_after:
        step = kept_step.model_copy(update={"client_id": None, "lead": None, "matter_asked": False})
    else:
        step = Arriving(at=turn.sent_at, received_at=turn.now)
    if len(named) == 1:
        await settle(turn, scene, step, stop_for(scene, named[0].id), named[0].id, None)
    elif named:
        ask_whom(turn, scene, step, [proposal_for(scene, each.id, step.fix) for each in named])
    else:
        await take(turn, scene, step.fix, step.message_id, step)


# ---------------------------------------------------------------- a location has come


@area.hears(F.location | F.venue)
async def located(message: Message, turn: Turn) -> None:
    """A location, asked for or not, live or not: who it is about follows from the plan and the distance."""
    await take(turn, await look(turn), evidence.fix_of(message, turn), message.message_id)


async def take(turn: Turn, scene: Scene, fix: Fix | None, message_id: int | None, step: Arriving | None = None) -> None:
    """Check in where that is clear; else ask. A location from where one already is adds to that visit's evidence."""
    point = fix.point if fix and evidence.own(fix, turn) else None
    asked = turn.step if isinstance(turn.step, Coming) else None
    proposals = rules.propose(point, scene.stops, scene.places, scene.clients, turn.policy.rules.visits)
    here = scene.here
    if here is not None:
        others = [each for each in proposals if not is_here(each, here)]
        if fix is not None and belongs_here(turn, scene, here, point, others, insisting=asked is not None):
            await evidence.add(turn, here, fix, message_id)
            if asked is not None:
                turn.go(None)
            return
        proposals = tuple(others)
    step = step or Arriving(
        at=fix.sent_at if fix else turn.sent_at, received_at=turn.now, fix=fix, message_id=message_id
    )
    sure = clear(proposals, asked.stop_id if asked else None, turn.policy.rules.visits)
    away = sure.distance_m if sure else None
    if sure is not None and (away is None or away <= farthest(turn, here, asked)):
        await settle(turn, scene, step, sure.stop, sure.client_id, sure.lead)
    elif scene.outing is None and len(proposals) == 1 and proposals[0].client_id is not None:
        ask_matter(turn, scene, step.model_copy(update={"client_id": proposals[0].client_id}))
    else:
        ask_whom(turn, scene, step, proposals)


# ---------------------------------------------------------------- asking where, and what for


def farthest(turn: Turn, here: Visit | None, asked: Coming | None) -> float:
    """From how far away the only likely client is taken to be meant: a location that nobody asked for may be about
    anything, and so may one of somebody who is at another client's."""
    if here is not None:
        return turn.policy.rules.visits.nearby_m
    return inf if asked is not None else turn.policy.rules.evidence.far_m


def ask_whom(turn: Turn, scene: Scene, step: Arriving, proposals: Sequence[Proposal]) -> None:
    """Offer the likely clients; any other can be typed."""
    turn.go(step)
    stamp = turn.stamp + 1
    rows = [[whom_choice(turn, scene, each, stamp)] for each in proposals]
    if scene.here is not None and step.fix is not None:
        whom = name_of(turn, scene.client(scene.here.client_id), scene.here.lead)
        rows.append([Choice("visits-still-here", Here(stamp=stamp, visit_id=scene.here.id), client=whom)])
    key = "visits-whom" if scene.outing else "visits-whom-undeclared"
    turn.say(key if rows else f"{key}-type", buttons=rows)


def whom_choice(turn: Turn, scene: Scene, proposal: Proposal, stamp: int) -> Choice:
    button = At(stamp=stamp, stop=proposal.stop.id if proposal.stop else 0, client=proposal.client_id or 0)
    whom = name_of(turn, scene.client(proposal.client_id), proposal.lead)
    planned = proposal.stop or stop_for(scene, proposal.client_id)
    kind = "planned" if planned else "unplanned" if scene.outing else "near"
    if proposal.distance_m is None:
        return Choice(f"visits-choice-{kind}", button, client=whom)
    return Choice(f"visits-choice-{kind}-away", button, client=whom, away=away_line(proposal.distance_m))


@area.taps(At)
async def choose(query: CallbackQuery, callback_data: At, turn: Turn) -> None:
    """The RM says which client it is."""
    step = asked(turn, callback_data.stamp)
    scene = await look(turn)
    if callback_data.stop:
        stop = next((each for each in scene.stops if each.id == callback_data.stop), None)
        if stop is None:
            raise Refusal("turn-button-over")
        await settle(turn, scene, step, stop, stop.client_id, stop.lead)
    elif callback_data.client:
        if callback_data.client not in scene.clients:
            raise Refusal("turn-button-over")
        client_id = callback_data.client
        await settle(turn, scene, step, stop_for(scene, client_id), client_id, None)
    elif step.lead:
        await settle(turn, scene, step, None, None, step.lead)
    else:
        raise Refusal("turn-button-over")


@area.taps(Here)
async def stay(query: CallbackQuery, callback_data: Here, turn: Turn) -> None:
    """Not arrived anywhere else: the location is about the visit that lasts."""
    step = asked(turn, callback_data.stamp)
    here = (await look(turn)).here
    if here is None or here.id != callback_data.visit_id or step.fix is None:
        raise Refusal("turn-button-over")
    turn.go(None)
    await evidence.add(turn, here, step.fix, step.message_id)


class SaidInTime(Said):
    """The same, as long as the question is fresh: a sentence of going out, said later, is a new outing."""

    async def __call__(self, event: TelegramObject, turn: Any) -> bool | dict[str, Any]:
        step = turn.step
        if (
            isinstance(event, Message)
            and isinstance(step, Arriving)
            and turn.now - step.received_at > turn.policy.rules.evidence.stale_after
            and intent(event.text or "") not in (Intent.ARRIVE, Intent.NONE)
        ):
            return False
        if isinstance(event, Message) and aside(event.text or "") is Intent.LEAVE:
            return await In.__call__(self, event, turn)
        return await super().__call__(event, turn)


@area.hears(SaidInTime(Arriving))
async def named(message: Message, step: Arriving, turn: Turn) -> None:
    """The client's name typed, or what the visit is for, whichever was asked."""
    scene = await look(turn)
    text = message.text or ""
    found = clients_in(scene, text)
    if is_no(text):
        turn.go(None)
        turn.say("visits-given-up", keyboard=people.home_keyboard(turn.me))
    elif aside(text) is Intent.LEAVE and scene.here is None:
        raise Refusal("visits-whom-first")
    elif aside(text) is Intent.LEAVE:
        await leave_by_words(turn, text)
    elif not found and aside(text) is Intent.ARRIVE:
        await arrive_by_words(turn, text)
    elif scene.outing is None and (len(found) == 1 or step.matter_asked):
        told = draft.told_by(text, await draft.scene_of(turn), turn.now, turn.language)
        client_id = found[0].id if len(found) == 1 else step.client_id
        lead = None if client_id else step.lead
        chosen = step.model_copy(update={"client_id": client_id, "lead": lead})
        matter = told.matter or (None if found else text)
        if matter is None:
            ask_matter(turn, scene, chosen)
        else:
            await undeclared(turn, scene, chosen, kept(turn, matter, LONGEST_MATTER), told.return_by)
    elif len(found) == 1:
        await settle(turn, scene, step, stop_for(scene, found[0].id), found[0].id, None)
    elif found:
        ask_whom(turn, scene, step, [proposal_for(scene, each.id, step.fix) for each in found])
    else:
        lead = kept(turn, text, LONGEST_LEAD)
        turn.go(step.model_copy(update={"lead": lead}))
        button = At(stamp=turn.stamp + 1)
        turn.say("visits-new-lead", lead=lead, buttons=[[Choice("visits-choice-lead", button, lead=lead)]])


def ask_matter(turn: Turn, scene: Scene, step: Arriving) -> None:
    """No outing was declared: one tap on what the visit is for declares it, late, and checks in (A04)."""
    turn.go(step.model_copy(update={"matter_asked": True}))
    stamp = turn.stamp + 1
    turn.say(
        "visits-declare-now",
        client=name_of(turn, scene.client(step.client_id), step.lead),
        buttons=[[Choice(key, Matter(stamp=stamp, which=which))] for which, key in enumerate(MATTERS)],
    )


@area.taps(Matter)
async def matter(query: CallbackQuery, callback_data: Matter, turn: Turn) -> None:
    """One tap: the outing is declared, marked as told after leaving, and the visit begins."""
    step = asked(turn, callback_data.stamp)
    if not step.matter_asked or not 0 <= callback_data.which < len(MATTERS):
        raise Refusal("turn-button-over")
    words = render(turn.language, MATTERS[callback_data.which], {}, zone=turn.zone, html=False)
    await undeclared(turn, await look(turn), step, words, None)


async def undeclared(turn: Turn, scene: Scene, step: Arriving, words: str, return_by: datetime | None) -> None:
    """Declare here and now, then check in."""
    if scene.outing is not None:  # told in the meantime
        await settle(turn, scene, step, stop_for(scene, step.client_id), step.client_id, step.lead)
        return
    outing, stop = await register.declare_here(
        turn,
        client_id=step.client_id,
        lead=step.lead,
        matter=words,
        since=arrival(turn, step),
        return_by=return_by,
    )
    await arrive(turn, replace(scene, outing=outing, stops=(stop,)), step, stop, stop.client_id, stop.lead)


# ---------------------------------------------------------------- checked in


async def settle(
    turn: Turn, scene: Scene, step: Arriving, stop: Stop | None, client_id: int | None, lead: str | None
) -> None:
    """It is clear where: check in, or have the outing declared first."""
    if scene.outing is None:
        ask_matter(turn, scene, step.model_copy(update={"client_id": client_id, "lead": lead}))
    else:
        await arrive(turn, scene, step, stop, client_id, lead)


async def arrive(
    turn: Turn, scene: Scene, step: Arriving, stop: Stop | None, client_id: int | None, lead: str | None
) -> None:
    """Write the visit down and show it; ask about whatever was left without a word; tell whom it concerns."""
    at = arrival(turn, step)
    known = scene.places.get(client_id or 0, ())
    judged = await evidence.judge(turn, step.fix, known, at)
    visit = rules.arrive(
        scene.outing,
        stop,
        client_id,
        lead,
        scene.visits,
        judged,
        step.fix,
        turn.policy.rules.visits,
        turn.zone,
        at,
        step.received_at,
    )
    visit = await store.add(turn.db, visit)
    if step.fix is not None:
        followed = evidence.watch(turn, visit, step.fix, step.message_id)
        await store.save(turn.db, visit, followed)
        visit = followed
        if visit.latitude is not None:
            await evidence.keep_point(turn, visit, step.fix)
    if scene.outing is not None:
        await register.went(turn, scene.outing, stop)
    ask_later(turn, visit)
    expect(turn, visit)
    blank_later(turn, visit)
    if turn.step is not None:
        turn.go(None)
    turn.note(f"visit:{visit.id}", grade=visit.grade, reasons=list(visit.reasons), planned=visit.planned)
    client = scene.client(client_id)
    say_card(turn, visit, client)
    for other in rules.forgotten([*scene.visits, visit], visit.day):
        if other.outing_id == visit.outing_id:  # the others were asked about when that outing ended, or this morning
            await ask_when_left(turn, other)
    await tell(turn, visit, client, known=known)
    if not visit.planned:
        await ask_why(turn, visit)


def arrival(turn: Turn, step: Arriving) -> datetime:
    """When it counts as arrived: when the phone said so, or now where the question was left lying too long."""
    waited = turn.now - step.received_at
    return step.at if waited <= turn.policy.rules.evidence.stale_after else turn.now


async def belated(turn: Turn, client_id: int, matter: str, at: datetime) -> Visit | None:
    """A visit that is only told of afterwards: declared late where no outing was, and as weak as words are (A04)."""
    scene = await look(turn)
    step = Arriving(at=at, received_at=turn.now, client_id=client_id)
    if scene.outing is None:
        await undeclared(turn, scene, step, kept(turn, matter, LONGEST_MATTER), None)
    else:
        await arrive(turn, scene, step, stop_for(scene, client_id), client_id, None)
    today = await store.around(turn.db, turn.me.id, turn.today)
    return next((each for each in reversed(today) if each.client_id == client_id and each.day == turn.today), None)


# ---------------------------------------------------------------- small things


def asked(turn: Turn, stamp: int) -> Arriving:
    """The question that a button belongs to; another stamp means that it is over."""
    if not isinstance(turn.step, Arriving) or turn.stamp != stamp:
        raise Refusal("turn-button-over")
    return turn.step
