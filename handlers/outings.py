"""Telling before leaving: one sentence or a few taps, one card, one tap (A04, A13, A22, A23, D17).

A sentence with everything in it needs two touches: the sentence and the confirmation. Confirming counts as
leaving now, unless a time of departure was said.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import dates
from bot.language.intents import is_adding, is_no, is_yes
from bot.rules import outings as rules
from bot.rules.days import day_of, moment
from bot.rules.outings import Field, OutingStatus
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.turn import Turn
from handlers import register, returns
from handlers.answers import Answer, kept
from handlers.draft import (
    LONGEST_LEAD,
    LONGEST_MATTER,
    LONGEST_PLACE,
    LONGEST_REASON,
    Drafting,
    Scene,
    Told,
    next_need,
    on_its_day,
    outing_of,
    scene_of,
    stops_of,
    told_by,
    with_leg,
    with_told,
)
from handlers.outing_buttons import (
    AtTheirs,
    Confirm,
    Depart,
    Discard,
    Pick,
    Purpose,
    Redo,
    Unknown,
    Until,
    Why,
)
from handlers.questions import MATTERS, OFFERED_CLIENTS, REASONS, label, question
from handlers.register import (
    declare_here as declare_here,  # a check-in that came first asks here
    went as went,
)
from storage import outings as store

area = Area("outings")

CARD = "outing-card"  # the slot of the newest card
BARRED = frozenset({"outings-on-leave", "outings-on-duty", "outings-already-out"})


# ---------------------------------------------------------------- beginning


@area.command("out")
@area.caption("menu-out")
async def declare(message: Message, turn: Turn) -> None:
    """Begin to tell where one goes; words behind the command are a sentence already."""
    text = message.text or ""
    await begin(turn, text.partition(" ")[2] if text.startswith("/") else "")


async def by_words(turn: Turn, text: str) -> None:
    """A sentence outside any conversation that says where somebody is going."""
    await begin(turn, text)


async def begin(turn: Turn, text: str) -> None:
    scene = await scene_of(turn)
    draft = Drafting(number=turn.stamp)
    text = kept(turn, text, 1000, [client.code for client in scene.clients.values()])
    if text:
        draft = with_told(draft, told_by(text, scene, turn.sent_at, turn.language))
    scene = await on_its_day(turn, scene, draft)
    if await barred(turn, draft, scene):
        return
    await proceed(turn, draft, scene, anew=True)


async def barred(turn: Turn, draft: Drafting, scene: Scene) -> bool:
    """Say at once what stands in the way whatever is told; whoever is out is shown what they can do about it."""
    try:
        rules.declare(outing_of(draft, turn), stops_of(draft), scene.standing, scene.policy, scene.zone, turn.sent_at)
    except Refusal as no:
        if no.key not in BARRED:
            return False
        if no.key != "outings-already-out":
            raise
        out = next(each for each in scene.standing.others if each.status is OutingStatus.OUT)
        turn.go(None)
        turn.say(no.key, buttons=register.rows_of(out), since=out.departed_at)
        return True
    return False


# ---------------------------------------------------------------- answering


@area.hears(Answer(Drafting))
async def fill(message: Message, turn: Turn, step: Drafting) -> None:
    """Whatever is said while an outing is being told: the answer asked for, a correction, yes or no."""
    scene = await scene_of(turn)
    text = kept(turn, message.text or "", 1000, [client.code for client in scene.clients.values()])
    if is_no(text):
        drop(turn)
        return
    if step.asking == "card" and is_yes(text):
        await confirmed(turn, step, scene, anew=True)
        return
    told = told_by(text, scene, turn.sent_at, turn.language)
    draft = answered(turn, step, scene, text, told)
    if draft is None:
        turn.say(f"outings-not-understood-{step.asking}")
        return
    await proceed(turn, draft, scene, anew=True)


def answered(turn: Turn, step: Drafting, scene: Scene, text: str, told: Told) -> Drafting | None:
    """The draft with the answer in it; none where the words answer nothing."""
    adding = is_adding(text)
    match step.asking:
        case Field.CLIENT | "lead":
            return with_whom(step, scene, text, told, adding)
        case Field.MATTER:
            if told.legs or told.return_by or told.depart_at or told.matter:
                draft = with_told(step, told, adding=adding)
                return draft if draft != step else with_leg(step, step.leg, matter=text[:LONGEST_MATTER])
            return with_told(step, Told(matter=text[:LONGEST_MATTER]))
        case Field.PLACE:
            return with_leg(step, step.leg, place=text[:LONGEST_PLACE])
        case Field.RETURN:
            back = told.return_by or told.depart_at or time_in(turn, text)
            if back is None:
                return with_told(step, told, adding=adding) if told.legs else None
            back = on_day_of(step, back, turn)
            return with_told(step, Told(told.legs, told.matter, told.place, None, back), adding=adding)
        case Field.REASON:
            if told.return_by:
                return with_told(step, told)
            return step.model_copy(update={"reason": text[:LONGEST_REASON]})
    if told.nothing:
        back = time_in(turn, text)
        return with_told(step, Told(return_by=on_day_of(step, back, turn))) if back else None
    if told.matter and (told.legs or told.depart_at or told.return_by):
        # "不对，是华丰" corrects whom; what little is left over of the words is no matter.
        told = Told(told.legs, None, told.place, told.depart_at, told.return_by)
    return with_told(step, told, adding=adding)


def on_day_of(step: Drafting, back: datetime, turn: Turn) -> datetime:
    """A bare hour of return of a trip that begins on another day is one of that day."""
    if step.depart_at is None or back >= step.depart_at:
        return back
    return moment(day_of(step.depart_at, turn.zone), back.astimezone(turn.zone).time(), turn.zone)


def with_whom(step: Drafting, scene: Scene, text: str, told: Told, adding: bool) -> Drafting | None:
    if step.asking == "lead":
        return with_leg(step, step.leg, lead=(told.legs[0].lead if told.legs else None) or text[:LONGEST_LEAD])
    if told.legs:
        if step.legs and step.leg < len(step.legs) and not adding:
            first, *rest = told.legs
            draft = with_leg(step, step.leg, client_id=first.client_id, lead=first.lead, candidates=first.candidates)
            return with_told(
                draft, Told(tuple(rest), told.matter, told.place, told.depart_at, told.return_by), adding=True
            )
        return with_told(step, told, adding=adding)
    ids = {client.code: client.id for client in scene.clients.values()}
    found = [ids[each.code] for each in scene.names.search(text, OFFERED_CLIENTS)]
    if len(found) == 1:
        return with_leg(step, step.leg, client_id=found[0], candidates=())
    if found:
        return with_leg(step, step.leg, candidates=tuple(found))
    return step.model_copy(update={"heard": text[:LONGEST_LEAD]})


def time_in(turn: Turn, text: str) -> datetime | None:
    """The one time that a short answer names: "四点半", "in two hours"."""
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    for span in dates.read(text, local, turn.language):
        said = local + span.duration if span.duration and not span.start else span.start or span.end
        if said is not None and span.grain in ("hour", "minute", "second", "deadline", "length"):
            return said.replace(second=0, microsecond=0, tzinfo=turn.zone).astimezone(UTC)
    return None


@area.taps(Pick)
async def pick(query: CallbackQuery, callback_data: Pick, turn: Turn) -> None:
    step, scene = drafting(turn, callback_data.number), await scene_of(turn)
    if callback_data.client_id not in scene.clients:
        raise Refusal("turn-button-over")
    draft = with_leg(step, callback_data.leg, client_id=callback_data.client_id, lead=None, candidates=())
    await proceed(turn, draft, scene)


@area.taps(Unknown)
async def unknown(query: CallbackQuery, callback_data: Unknown, turn: Turn) -> None:
    """Somebody who is in no portfolio yet: a new lead, by the name heard, or to be named."""
    step = drafting(turn, callback_data.number)
    if step.heard:
        draft = with_leg(step, callback_data.leg, client_id=None, lead=step.heard, candidates=())
        await proceed(turn, draft, await scene_of(turn))
        return
    turn.go(step.model_copy(update={"asking": "lead", "leg": callback_data.leg}))
    turn.edit(CARD, "outings-ask-lead")


@area.taps(Purpose)
async def purpose(query: CallbackQuery, callback_data: Purpose, turn: Turn) -> None:
    step = drafting(turn, callback_data.number)
    matter = label(turn, MATTERS, callback_data.matter)
    await proceed(turn, with_leg(step, callback_data.leg, matter=matter), await scene_of(turn))


@area.taps(AtTheirs)
async def at_theirs(query: CallbackQuery, callback_data: AtTheirs, turn: Turn) -> None:
    step = drafting(turn, callback_data.number)
    place = label(turn, ["outings-at-theirs"], 0)
    await proceed(turn, with_leg(step, callback_data.leg, place=place), await scene_of(turn))


@area.taps(Until)
async def until(query: CallbackQuery, callback_data: Until, turn: Turn) -> None:
    step = drafting(turn, callback_data.number)
    day = outing_of(step, turn).day
    back = moment(day, time(0), turn.zone) + timedelta(minutes=callback_data.minute % 1440)
    await proceed(turn, with_told(step, Told(return_by=back)), await scene_of(turn))


@area.taps(Why)
async def why(query: CallbackQuery, callback_data: Why, turn: Turn) -> None:
    step = drafting(turn, callback_data.number)
    reason = label(turn, REASONS, callback_data.reason)
    await proceed(turn, step.model_copy(update={"reason": reason}), await scene_of(turn))


@area.taps(Redo)
async def redo(query: CallbackQuery, callback_data: Redo, turn: Turn) -> None:
    """Say a field of the card anew."""
    step = drafting(turn, callback_data.number)
    if callback_data.field not in (Field.CLIENT, Field.MATTER, Field.RETURN):
        raise Refusal("turn-button-over")
    await ask(turn, step, await scene_of(turn), callback_data.field, 0)


@area.taps(Confirm)
async def confirm(query: CallbackQuery, callback_data: Confirm, turn: Turn) -> None:
    await confirmed(turn, drafting(turn, callback_data.number), await scene_of(turn))


async def confirmed(turn: Turn, draft: Drafting, scene: Scene, *, anew: bool = False) -> None:
    """Write the register; where something has become missing meanwhile, ask for it."""
    scene = await on_its_day(turn, scene, draft)
    asking, leg = next_need(draft, scene, turn)
    if asking != "card":
        await ask(turn, draft, scene, asking, leg, anew=anew)
        return
    key, rows, facts = await register.register(turn, draft, scene)
    turn.go(None)
    show(turn, key, rows, facts, anew=anew)


@area.taps(Discard)
async def discard(query: CallbackQuery, callback_data: Discard, turn: Turn) -> None:
    drafting(turn, callback_data.number)
    turn.go(None)
    turn.edit(CARD, "outings-dropped")


def drafting(turn: Turn, number: int) -> Drafting:
    """The draft that a button belongs to. Another one, or none, means that its question is over."""
    if not isinstance(turn.step, Drafting) or turn.step.number != number:
        raise Refusal("outings-card-over")
    return turn.step


def drop(turn: Turn) -> None:
    turn.go(None)
    turn.say("outings-dropped")


# ---------------------------------------------------------------- asking


async def proceed(turn: Turn, draft: Drafting, scene: Scene, *, anew: bool = False) -> None:
    """Ask for what is missing, or show the card; below the person's words, or in place of what they tapped."""
    if draft.heard is not None:
        turn.go(draft.model_copy(update={"asking": Field.CLIENT}))
        rows = [[Choice("outings-is-lead", Unknown(number=draft.number, leg=draft.leg), name=draft.heard)]]
        turn.say("outings-unknown-client", slot=CARD, buttons=rows, name=draft.heard)
        return
    rules.refuse_stops(stops_of(draft), scene.policy)
    asking, leg = next_need(draft, scene, turn)
    await ask(turn, draft, scene, asking, leg, anew=anew)


async def ask(turn: Turn, draft: Drafting, scene: Scene, asking: str, leg: int, *, anew: bool = False) -> None:
    """Put one question, with the likely answers as buttons."""
    draft = draft.model_copy(update={"asking": str(asking), "leg": leg, "heard": None})
    turn.go(draft)
    rows, key, facts = await question(turn, draft, scene)
    show(turn, key, rows, facts, anew=anew)


def show(turn: Turn, key: str, rows: list[list[Choice]], facts: dict[str, Any], *, anew: bool) -> None:
    """Below the words that the person typed, or in place of the message that they tapped."""
    if anew:
        turn.say(key, slot=CARD, buttons=rows, **facts)
    else:
        turn.edit(CARD, key, buttons=rows, **facts)


# ---------------------------------------------------------------- leaving


@area.taps(Depart)
async def depart(query: CallbackQuery, callback_data: Depart, turn: Turn) -> None:
    """The RM leaves, before or after the time they had planned (5.3)."""
    outing = await register.mine(turn, callback_data.outing_id)
    others = await store.open_of(turn.db, turn.me.id)
    left = rules.depart(outing, turn.now, others)
    if not await store.save(turn.db, left, outing):
        raise Refusal("turn-button-over")
    turn.forget(f"outing:{outing.id}:leave")
    returns.plan(turn, left, bound=await returns.is_bound(turn, turn.me, left))
    turn.note(f"outing:{outing.id}", status=left.status)
    stops, clients = await register.seen(turn, left)
    key, rows, facts = register.card(turn, left, stops, clients, [])
    turn.edit(CARD, key, buttons=rows, **facts | {"told": ""})
