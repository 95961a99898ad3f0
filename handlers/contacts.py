"""A client reached by phone, SMS or online: one sentence, noted at once, taken back with one tap (V07, V30, D03).

Where the sentence says whom and how, it is the only touch; the bot asks for what it does not say. A contact needs no
outing and never counts as having been there.
"""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language import outing as sentences
from bot.language.channels import channel_in
from bot.language.intents import is_no
from bot.rules import contacts as rules
from bot.rules.contacts import Channel
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import visit_card
from handlers.answers import Answer, kept
from handlers.draft import LONGEST_LEAD, clients_of
from handlers.visit_card import name_of
from storage import clients as client_store, contacts as store, outings as outing_store
from storage.clients import Client

area = Area("contacts")

CARD = "contact-card"  # the slot of the question that is open
OFFERED = 6
FEWEST_WORDS = 2  # characters beside the client's name that make a line

SENTENCE, CLIENT, LEAD, CHANNEL, LINE = "sentence", "client", "lead", "channel", "line"


class Telling(Step, kind="contacts.telling"):
    """A contact being told; `asking` is what was asked last."""

    number: int
    asking: str = SENTENCE
    client_id: int | None = None
    lead: str | None = None
    candidates: tuple[int, ...] = ()
    heard: str | None = None  # a name that fits no client
    channel: str | None = None
    line: str = ""


class Pick(Button, prefix="contacts.pick"):
    number: int
    client_id: int


class NewLead(Button, prefix="contacts.new_lead"):
    number: int


class By(Button, prefix="contacts.by"):
    number: int
    channel: str


class Undo(Button, prefix="contacts.undo"):
    contact_id: int


# ---------------------------------------------------------------- telling


@area.command("contact")
async def start(message: Message, turn: Turn) -> None:
    """Note a contact; words behind the command are the sentence already."""
    text = (message.text or "").partition(" ")[2].strip()
    if text:
        await by_words(turn, text)
        return
    turn.go(Telling(number=turn.stamp))
    turn.say("contacts-ask-sentence")


async def by_words(turn: Turn, text: str) -> None:
    """A sentence outside any conversation that says who was called."""
    await proceed(turn, await read(turn, Telling(number=turn.stamp), text), anew=True)


@area.hears(Answer(Telling))
async def fill(message: Message, turn: Turn, step: Telling) -> None:
    """The answer to what was asked, or a sentence that says more."""
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        turn.say("contacts-dropped")
        return
    if step.asking == LEAD:
        step = step.model_copy(update={"lead": kept(turn, text, LONGEST_LEAD), "heard": None})
    elif step.asking == CHANNEL:
        channel = channel_in(text)
        if channel is None:
            turn.say("contacts-channel-unclear")
            return
        step = step.model_copy(update={"channel": channel.value})
    elif step.asking == LINE:
        step = step.model_copy(update={"line": kept(turn, text, turn.policy.rules.contacts.longest_line)})
    else:
        step = await read(turn, step, text)
    await proceed(turn, step, anew=True)


async def read(turn: Turn, step: Telling, text: str) -> Telling:
    """What a sentence says: whom among the person's own clients, how, and about what."""
    mine = await clients_of(turn)
    ids = {client.code: client.id for client in mine}
    names = client_store.names(mine)
    text = kept(turn, text, turn.policy.rules.contacts.longest_line, list(ids))
    said = [each for each in names.mentions(text) if each.firm or step.asking == CLIENT]
    first = next(iter(said), None)
    told: dict[str, object] = {}
    if first is not None and first.one is not None:
        told |= {"client_id": ids[first.one.code], "lead": None, "candidates": (), "heard": None}
    elif first is not None:
        told |= {"candidates": tuple(ids[each.code] for each in first.clients), "heard": None}
    elif step.asking == CLIENT:
        found = [ids[each.code] for each in names.search(text, OFFERED)]
        told |= {"candidates": tuple(found), "heard": None if found else text[:LONGEST_LEAD]}
        if len(found) == 1:
            told |= {"client_id": found[0], "candidates": ()}
    else:
        local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
        leads = sentences.read(text, local, names, turn.language).new_leads
        told["heard"] = leads[0][:LONGEST_LEAD] if len(leads) == 1 else None
    if channel := channel_in(text):
        told["channel"] = channel.value
    if not step.line and step.asking != CLIENT:
        words = len(text.strip()) - (first.end - first.start if first else 0)
        told["line"] = text if words >= FEWEST_WORDS else ""
    return step.model_copy(update=told)


async def proceed(turn: Turn, step: Telling, *, anew: bool = False) -> None:
    """Ask for what is missing, one thing at a time; where nothing is, note the contact."""
    if step.client_id is None and step.lead is None:
        await ask_client(turn, step, anew=anew)
    elif step.channel is None:
        known = [each for each in Channel if each in rules.REMOTE & turn.policy.rules.contacts.routine_channels]
        rows = [[Choice(key_of(each), By(number=step.number, channel=each.value)) for each in known]]
        put(turn, step, CHANNEL, "contacts-ask-channel", rows, anew=anew, whom=await whom(turn, step))
    elif not step.line:
        put(turn, step, LINE, "contacts-ask-line", [], anew=anew, whom=await whom(turn, step))
    else:
        await note(turn, step, anew=anew)


async def ask_client(turn: Turn, step: Telling, *, anew: bool) -> None:
    clients = {each.id: each for each in await clients_of(turn)}
    offered: Sequence[int] = step.candidates
    if not offered and step.heard is None:
        recent = await outing_store.recent_clients(turn.db, turn.me.id, OFFERED)
        own = [each.id for each in clients.values() if each.keeper_id == turn.me.id]
        offered = list(dict.fromkeys([*recent, *own]))[:OFFERED]
    rows = [
        [Choice("contacts-client", Pick(number=step.number, client_id=each), client=name_of(turn, clients[each], None))]
        for each in offered
        if each in clients
    ]
    rows.append([lead_choice(step)])
    if step.heard:
        put(turn, step, CLIENT, "contacts-unknown-client", rows, anew=anew, name=step.heard)
    else:
        put(turn, step, CLIENT, "contacts-which-client" if step.candidates else "contacts-ask-client", rows, anew=anew)


def lead_choice(step: Telling) -> Choice:
    button = NewLead(number=step.number)
    return Choice("contacts-is-lead", button, name=step.heard) if step.heard else Choice("contacts-new-lead", button)


def put(
    turn: Turn, step: Telling, asking: str, key: str, rows: list[list[Choice]], *, anew: bool, **facts: Any
) -> None:
    """Put a question: below the person's words, or in place of the one whose button was tapped."""
    turn.go(step.model_copy(update={"asking": asking}))
    if anew:
        turn.say(key, slot=CARD, buttons=rows, **facts)
    else:
        turn.edit(CARD, key, buttons=rows, **facts)


async def note(turn: Turn, step: Telling, *, anew: bool) -> None:
    """Store the contact, and say what was stored with a way back."""
    contact = rules.note(
        turn.me.id,
        turn.me.unit_id,
        step.client_id,
        step.lead,
        Channel(step.channel or Channel.PHONE),
        step.line,
        turn.policy.rules.contacts,
        turn.zone,
        turn.sent_at,
    )
    contact = await store.add(turn.db, contact)
    turn.go(None)
    turn.note(f"contact:{contact.id}", channel=contact.channel)
    visit_card.put(
        turn,
        f"contact:{contact.id}" if anew else CARD,
        "contacts-noted",
        edit=not anew,
        buttons=[[Choice("contacts-undo", Undo(contact_id=contact.id))]],
        whom=await whom(turn, step),
        channel=Line(key_of(contact.channel)),
        at=contact.at,
        line=contact.line,
    )


# ---------------------------------------------------------------- buttons


@area.taps(Pick)
async def pick(query: CallbackQuery, callback_data: Pick, turn: Turn) -> None:
    step = telling(turn, callback_data.number)
    if callback_data.client_id not in {each.id for each in await clients_of(turn)}:
        raise Refusal("turn-button-over")
    told = {"client_id": callback_data.client_id, "lead": None, "candidates": (), "heard": None}
    await proceed(turn, step.model_copy(update=told))


@area.taps(NewLead)
async def new_lead(query: CallbackQuery, callback_data: NewLead, turn: Turn) -> None:
    """Somebody in no portfolio yet: by the name heard, or to be named."""
    step = telling(turn, callback_data.number)
    if step.heard:
        await proceed(turn, step.model_copy(update={"lead": step.heard, "heard": None}))
        return
    put(turn, step, LEAD, "contacts-ask-lead", [], anew=False)


@area.taps(By)
async def by(query: CallbackQuery, callback_data: By, turn: Turn) -> None:
    step = telling(turn, callback_data.number)
    if callback_data.channel not in list(Channel):
        raise Refusal("turn-button-over")
    await proceed(turn, step.model_copy(update={"channel": callback_data.channel}))


@area.taps(Undo)
async def undo(query: CallbackQuery, callback_data: Undo, turn: Turn) -> None:
    """Take a contact back on its day; the log keeps that it was there."""
    contact = await store.by_id(turn.db, callback_data.contact_id)
    if contact is None or contact.person_id != turn.me.id:
        raise Refusal("contacts-gone")
    if contact.day != turn.today:
        raise Refusal("contacts-stays")
    await store.drop(turn.db, contact.id)
    turn.note(f"contact:{contact.id}", undone=True)
    turn.edit(f"contact:{contact.id}", "contacts-undone")


def telling(turn: Turn, number: int) -> Telling:
    """The contact that a button belongs to; another one, or none, means that its question is over."""
    if not isinstance(turn.step, Telling) or turn.step.number != number:
        raise Refusal("turn-button-over")
    return turn.step


async def whom(turn: Turn, step: Telling) -> str | Line:
    known: dict[int, Client] = await client_store.clients_by_id(turn.db, [step.client_id])
    return name_of(turn, known.get(step.client_id or 0), step.lead)


def key_of(channel: Channel) -> str:
    return f"contacts-by-{channel.value.replace('_', '-')}"
