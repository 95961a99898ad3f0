"""Changing or calling off what was told: another client, matter or place, one more or one less (A13, 5.3).

What was told is never changed in silence: a change has a reason, stands in the register, and the supervisor hears it.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import changing as changing_words, leaving
from bot.language.intents import is_adding, is_no
from bot.rules import amendments as amending, outings as rules
from bot.rules.days import moment
from bot.rules.outings import Field, Outing, OutingStatus, Stop, StopState
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import extensions, register, returns
from handlers.answers import Answer, kept
from handlers.draft import (
    LONGEST_LEAD,
    LONGEST_MATTER,
    LONGEST_PLACE,
    Scene,
    Told,
    name_of,
    scene_of,
    told_by,
    whom_line,
)
from handlers.outing_buttons import Because, Cancel, Change, ExtendOther, Into, What
from handlers.outings import time_in
from handlers.questions import OFFERED_CLIENTS, grid, label
from storage import outings as store

area = Area("changes")

REASONS = ("changes-why-client", "changes-why-moved", "changes-why-urgent")
CANCEL_REASONS = ("changes-why-client", "changes-why-bank", "changes-why-later")
LONGEST_REASON = 200
CARD = "outing-card"
DROP, CANCEL, ADD = "drop", "cancel", "add"


class Changing(Step, kind="changes.changing"):
    """A change being told: which stop (0: one more, or the whole outing), what, into what, and why.

    `words` is the new matter or place; with a client it is the matter there, where one was said."""

    number: int
    outing_id: int
    stop_id: int = 0
    field: str | None = None
    client_id: int | None = None
    lead: str | None = None
    words: str | None = None

    @property
    def told(self) -> bool:
        """Whether all but the reason is known."""
        return self.field in (DROP, CANCEL) or bool(self.client_id or self.lead or self.words)


@area.taps(Change)
async def change(query: CallbackQuery, callback_data: Change, turn: Turn) -> None:
    """What is to be changed?"""
    outing = await register.mine(turn, callback_data.outing_id)
    await ask_what(turn, outing)


async def by_words(turn: Turn, text: str) -> None:
    """ "改去华丰，鼎盛没人": a change outside any conversation; with its reason in the sentence it is one touch."""
    outing = await register.current(turn)
    if outing is None:
        raise Refusal("outings-not-out")
    scene = await scene_of(turn)
    text = kept(turn, text, 300, [each.code for each in scene.clients.values()])
    heard = changing_words.read(text)
    told = told_by(heard.words, scene, turn.sent_at, turn.language)
    ahead = [each for each in (await register.seen(turn, outing))[0] if each.state is StopState.PLANNED]
    if (told.return_by or told.depart_at) and not told.legs and outing.status is OutingStatus.OUT:
        await extensions.by_words(turn, text)
        return
    step = meant(turn, outing, ahead, heard, told, adding=is_adding(text))
    if step is None:
        await ask_what(turn, outing)
    elif heard.why and len(heard.why) >= turn.policy.rules.outings.shortest_reason:
        await apply(turn, step, heard.why[:LONGEST_REASON])
    else:
        await ask_why(turn, step)


async def departure_by_words(turn: Turn, text: str) -> bool:
    """ "改成三点出发": the departure of what was told and has not begun; False where the words mean nothing of it."""
    if not leaving.LEAVING.search(text):
        return False
    outing = await register.current(turn)
    if outing is None or outing.status is not OutingStatus.DECLARED or outing.depart_at is None:
        return False
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    told = outing.depart_at.astimezone(turn.zone).replace(tzinfo=None)
    to = leaving.new_departure(text, told, local, turn.language)
    if to is None:
        return False
    await move_departure(turn, outing, to.replace(tzinfo=turn.zone).astimezone(UTC))
    return True


async def move_departure(turn: Turn, outing: Outing, to: datetime) -> None:
    """Leave at another time: the register, the supervisor and the question at the hour follow."""
    moved, made = amending.depart_at(outing, to, turn.me.id, turn.zone, turn.now)
    if not await store.save(turn.db, moved, outing):
        raise Refusal("turn-button-over")
    await store.add_changes(turn.db, [made])
    turn.go(None)
    returns.plan(turn, moved, bound=await returns.is_bound(turn, turn.me, moved))
    turn.note(f"outing:{outing.id}", changed=[str(made.field)])
    stops, clients = await register.seen(turn, moved)
    facts = register.facts_of(turn, turn.me, moved, stops, clients)
    told = await register.tell_boss(
        turn, "changes-departure-told", **{name: facts[name] for name in ("legs", "depart", "back")}
    )
    turn.say(
        "changes-departure-done",
        slot=CARD,
        buttons=register.rows_of(moved),
        **{name: facts[name] for name in ("legs", "depart", "back")},
        told=register.told_line(told),
    )


def meant(
    turn: Turn, outing: Outing, ahead: list[Stop], heard: changing_words.Change, told: Told, *, adding: bool
) -> Changing | None:
    """The change that a sentence means; none where it must be asked."""
    step = Changing(number=turn.stamp, outing_id=outing.id, field=heard.field, words=heard.words[:LONGEST_PLACE])
    if heard.field is not None:
        return step.model_copy(update={"stop_id": ahead[0].id}) if len(ahead) == 1 and heard.words else None
    planned = {stop.client_id: stop for stop in ahead if stop.client_id is not None}
    fresh = [leg for leg in told.legs if leg.client_id not in planned]
    if len(fresh) != 1 or fresh[0].candidates:
        return None
    named = [planned[leg.client_id] for leg in told.legs if leg.client_id in planned]
    matter = changing_words.matter_left(told.matter)
    whom = {"client_id": fresh[0].client_id, "lead": fresh[0].lead, "words": matter}
    if adding or not ahead:
        return step.model_copy(update={**whom, "field": ADD})
    old = named[0] if len(named) == 1 else ahead[0] if len(ahead) == 1 else None
    return step.model_copy(update={**whom, "field": Field.CLIENT, "stop_id": old.id}) if old else None


async def ask_what(turn: Turn, outing: Outing) -> None:
    if not outing.is_open:
        raise Refusal("outings-over")
    stops, clients = await register.seen(turn, outing)
    ahead = [stop for stop in stops if stop.state is StopState.PLANNED]
    rows = []
    for stop in ahead:
        whom = whom_line(stop, clients, turn.policy)
        offered = [Field.CLIENT, Field.MATTER, Field.PLACE, *([DROP] if len(ahead) > 1 else [])]
        facts: dict[str, Any] = {"whom": whom} if len(ahead) > 1 else {}
        some = "of" if len(ahead) > 1 else "the"
        rows += grid(
            [
                Choice(f"changes-{some}-{field}", What(outing_id=outing.id, stop_id=stop.id, field=field), **facts)
                for field in offered
            ],
            2 if len(ahead) > 1 else 3,
        )
    rows.append([Choice("changes-add", What(outing_id=outing.id, stop_id=0, field=ADD))])
    if outing.status is OutingStatus.DECLARED:
        rows[-1].append(Choice("changes-departure", What(outing_id=outing.id, stop_id=0, field=Field.DEPARTURE)))
    if outing.status is OutingStatus.OUT:
        rows[-1].append(Choice("changes-later", ExtendOther(outing_id=outing.id)))
    turn.say("changes-what", buttons=rows)


@area.taps(What)
async def what(query: CallbackQuery, callback_data: What, turn: Turn) -> None:
    """Into what?"""
    outing = await register.mine(turn, callback_data.outing_id)
    if not outing.is_open:
        raise Refusal("outings-over")
    if callback_data.field not in (Field.CLIENT, Field.MATTER, Field.PLACE, Field.DEPARTURE, ADD, DROP):
        raise Refusal("turn-button-over")
    stops = (await register.seen(turn, outing))[0]
    if callback_data.stop_id and not any(
        each.id == callback_data.stop_id and each.state is StopState.PLANNED for each in stops
    ):
        raise Refusal("outings-stop-over")
    step = Changing(number=turn.stamp, outing_id=outing.id, stop_id=callback_data.stop_id, field=callback_data.field)
    if step.told:
        await ask_why(turn, step)
        return
    turn.go(step)
    rows = await offered(turn, step, stops) if step.field in (Field.CLIENT, ADD) else []
    turn.say(f"changes-into-{callback_data.field}", buttons=rows)


async def offered(turn: Turn, step: Changing, stops: list[Stop]) -> list[list[Choice]]:
    """Clients that are likely: visited lately, then the rest of the portfolio."""
    scene = await scene_of(turn)
    recent = await store.recent_clients(turn.db, turn.me.id, OFFERED_CLIENTS)
    there = {stop.client_id for stop in stops if stop.state is not StopState.DROPPED}
    mine = [client.id for client in scene.clients.values() if client.keeper_id == turn.me.id]
    likely = [each for each in dict.fromkeys([*recent, *mine]) if each in scene.clients and each not in there]
    return choices(turn, step, scene, likely[:OFFERED_CLIENTS])


def choices(turn: Turn, step: Changing, scene: Scene, ids: list[int]) -> list[list[Choice]]:
    return [
        [
            Choice(
                "outings-button",
                Into(number=step.number, client_id=each),
                text=name_of(scene.clients[each], turn.policy),
            )
        ]
        for each in ids
    ]


@area.taps(Into)
async def into(query: CallbackQuery, callback_data: Into, turn: Turn) -> None:
    step = changing(turn, callback_data.number)
    if callback_data.client_id not in (await scene_of(turn)).clients:
        raise Refusal("turn-button-over")
    await ask_why(turn, step.model_copy(update={"client_id": callback_data.client_id, "lead": None}))


@area.hears(Answer(Changing))
async def said(message: Message, turn: Turn, step: Changing) -> None:
    """The new client, matter or place in words; or the reason."""
    scene = await scene_of(turn)
    text = kept(turn, message.text or "", 300, [each.code for each in scene.clients.values()])
    if is_no(text) and step.field != CANCEL:
        turn.go(None)
        turn.say("changes-dropped")
    elif step.field == Field.DEPARTURE:
        await said_departure(turn, step, text)
    elif step.told:
        await apply(turn, step, text[:LONGEST_REASON])
    elif step.field == Field.MATTER:
        await ask_why(turn, step.model_copy(update={"words": text[:LONGEST_MATTER]}))
    elif step.field == Field.PLACE:
        await ask_why(turn, step.model_copy(update={"words": text[:LONGEST_PLACE]}))
    else:
        await said_whom(turn, step, scene, text)


async def said_departure(turn: Turn, step: Changing, text: str) -> None:
    """The new time of leaving, on the day of the outing."""
    outing = await register.mine(turn, step.outing_id)
    to = time_in(turn, text)
    if to is None:
        raise Refusal("changes-departure-unclear")
    hour = to.astimezone(turn.zone).timetz().replace(tzinfo=None)
    await move_departure(turn, outing, moment(outing.day, hour, turn.zone))


async def said_whom(turn: Turn, step: Changing, scene: Scene, text: str) -> None:
    told = told_by(text, scene, turn.sent_at, turn.language)
    leg = told.legs[0] if told.legs else None
    if leg is not None and (leg.client_id or leg.lead):
        matter = changing_words.matter_left(told.matter)
        await ask_why(turn, step.model_copy(update={"client_id": leg.client_id, "lead": leg.lead, "words": matter}))
        return
    ids = {client.code: client.id for client in scene.clients.values()}
    fits = leg.candidates if leg else [ids[each.code] for each in scene.names.search(text, OFFERED_CLIENTS)]
    if len(fits) == 1:
        await ask_why(turn, step.model_copy(update={"client_id": fits[0]}))
    elif fits:
        turn.say("outings-which-client", buttons=choices(turn, step, scene, list(fits)))
    else:
        await ask_why(turn, step.model_copy(update={"lead": text[:LONGEST_LEAD]}))


# ---------------------------------------------------------------- calling off


@area.taps(Cancel)
async def cancel(query: CallbackQuery, callback_data: Cancel, turn: Turn) -> None:
    """Why is the trip off?"""
    outing = await register.mine(turn, callback_data.outing_id)
    await ask_cancel(turn, outing)


async def cancel_by_words(turn: Turn, text: str) -> None:
    """ "取消外出" outside any conversation."""
    outing = await register.current(turn)
    if outing is None:
        raise Refusal("outings-not-out")
    await ask_cancel(turn, outing)


async def ask_cancel(turn: Turn, outing: Outing) -> None:
    stops = (await register.seen(turn, outing))[0]
    arrived = any(stop.state is StopState.VISITED for stop in stops) or await store.last_seen(turn.db, outing.id)
    rules.cancel(outing, "?" * 9, turn.policy.rules.outings, turn.now, bool(arrived))  # says now why it can't be
    await ask_why(turn, Changing(number=turn.stamp, outing_id=outing.id, field=CANCEL))


# ---------------------------------------------------------------- why


async def ask_why(turn: Turn, step: Changing) -> None:
    """The reason, with likely ones as buttons."""
    if step.field != CANCEL and not turn.policy.rules.outings.change_needs_reason:
        await apply(turn, step, "")
        return
    turn.go(step)
    keys = CANCEL_REASONS if step.field == CANCEL else REASONS
    rows = [[Choice(key, Because(number=step.number, reason=index))] for index, key in enumerate(keys)]
    turn.say("changes-ask-cancel-why" if step.field == CANCEL else "changes-ask-why", buttons=rows)


@area.taps(Because)
async def because(query: CallbackQuery, callback_data: Because, turn: Turn) -> None:
    step = changing(turn, callback_data.number)
    keys = CANCEL_REASONS if step.field == CANCEL else REASONS
    if not step.told:
        raise Refusal("turn-button-over")
    await apply(turn, step, label(turn, keys, callback_data.reason))


def changing(turn: Turn, number: int) -> Changing:
    if not isinstance(turn.step, Changing) or turn.step.number != number:
        raise Refusal("turn-button-over")
    return turn.step


async def apply(turn: Turn, step: Changing, reason: str) -> None:
    """Write the change down with its reason, and tell the supervisor."""
    outing = await register.mine(turn, step.outing_id)
    if step.field == CANCEL:
        await cancelled(turn, outing, reason)
        return
    policy = turn.policy.rules.outings
    stops, clients = await register.seen(turn, outing)
    old = next((stop for stop in stops if stop.id == step.stop_id), None)
    if step.field == ADD:
        matter = step.words or first_matter(stops)
        fresh = Stop(id=0, outing_id=outing.id, position=0, client_id=step.client_id, lead=step.lead, matter=matter)
        stop, made = amending.add_stop(outing, stops, fresh, reason, turn.me.id, turn.now, policy)
        stop = await store.add_stop(turn.db, stop)
    elif old is None:
        raise Refusal("outings-stop-over")
    elif step.field == DROP:
        stop, made = amending.drop_stop(outing, stops, old, reason, turn.me.id, turn.now, policy)
        await store.save_stop(turn.db, stop)
    else:
        stop, made = amending.amend(outing, stops, changed(old, step), reason, turn.me.id, turn.now, policy)
        await store.save_stop(turn.db, stop)
    await store.add_changes(turn.db, made)
    turn.go(None)
    turn.note(f"outing:{outing.id}", changed=[str(each.field) for each in made], stop=stop.id)
    stops, clients = await register.seen(turn, outing)
    facts = register.facts_of(turn, turn.me, outing, stops, clients)
    told = await register.tell_boss(
        turn, "changes-told", **{name: facts[name] for name in ("legs", "depart", "back")}, why=reason or "—"
    )
    turn.say(
        "changes-done",
        slot=CARD,
        buttons=register.rows_of(outing),
        legs=facts["legs"],
        back=facts["back"],
        told=register.told_line(told),
    )


def changed(old: Stop, step: Changing) -> Stop:
    if step.field == Field.CLIENT:
        return replace(old, client_id=step.client_id, lead=step.lead, matter=step.words or old.matter, place=None)
    if step.field == Field.MATTER:
        return replace(old, matter=step.words)
    return replace(old, place=step.words)


def first_matter(stops: list[Stop]) -> str | None:
    """One more client is taken to be for the same matter until something else is said."""
    return next((stop.matter for stop in stops if stop.matter), None)


async def cancelled(turn: Turn, outing: Outing, reason: str) -> None:
    stops, clients = await register.seen(turn, outing)
    arrived = any(stop.state is StopState.VISITED for stop in stops) or await store.last_seen(turn.db, outing.id)
    off = rules.cancel(outing, reason, turn.policy.rules.outings, turn.now, bool(arrived))
    if not await store.save(turn.db, off, outing):
        raise Refusal("turn-button-over")
    for question in ("leave", "return", "forgotten"):
        turn.forget(f"outing:{outing.id}:{question}")
    turn.go(None)
    turn.note(f"outing:{outing.id}", status=off.status)
    facts = register.facts_of(turn, turn.me, off, stops, clients)
    told = await register.tell_boss(turn, "changes-cancelled-told", legs=facts["legs"], why=off.cancel_reason or "—")
    turn.say("changes-cancelled", told=register.told_line(told) if told else Line("outings-nobody-told"))
