"""Where words belong: as they were said beside the record, in another block, at another visit, as a contact (A10).

Nothing that somebody says about a client is dropped: what fits no block is offered one, and what has no visit waits for
one, or becomes a line of contact.
"""

from dataclasses import replace

from aiogram.types import CallbackQuery

from bot.buttons import Choice
from bot.rules import records as rules
from bot.rules.records import Block
from bot.rules.refusal import Refusal
from bot.rules.said import Said
from bot.talk import Area
from bot.text import Line, render
from bot.turn import Turn
from handlers import contacts, record_card as card, visit_card, visits
from handlers.record_words import ALL, blocks_in
from handlers.records import mine, proceed, put, take
from handlers.visit_card import client_of, name_of
from storage import clients as client_store, findings as store, records as record_store

area = Area("said")

LONGEST = 3_500  # characters of one message, with room for what stands around them


# ---------------------------------------------------------------- as it was said


@area.taps(card.AsSaid)
async def show(query: CallbackQuery, callback_data: card.AsSaid, turn: Turn) -> None:
    """The words that the record was made of, with the time of each."""
    visit = await mine(turn, callback_data.visit_id)
    words = await store.said_of(turn.db, visit.id)
    if not words:
        raise Refusal("said-none")
    lines: list[Line] = []
    left = LONGEST
    for each in reversed(words):
        left -= len(each.text)
        if left < 0 and lines:
            break
        key = "said-line-spoken" if each.spoken else "said-line-typed"
        lines.insert(0, Line(key, at=each.at, text=each.text[:LONGEST]))
    turn.say("said-words", visit=card.visit_line(turn, visit, await client_of(turn, visit)), lines=lines)


# ---------------------------------------------------------------- words that fitted nothing


@area.taps(card.Add)
async def add(query: CallbackQuery, callback_data: card.Add, turn: Turn) -> None:
    """Put words that fitted no block into one, behind what stands there."""
    words = await own(turn, callback_data.said_id)
    if words.visit_id is None or callback_data.block not in list(Block):
        raise Refusal("turn-button-over")
    visit, block = await mine(turn, words.visit_id), Block(callback_data.block)
    counts, draft = await record_store.of_visit(turn.db, visit.id)
    record = draft or counts
    if record is None:
        raise Refusal("records-dropped-already")
    before = record.blocks.get(block)
    if before and words.text in before:
        raise Refusal("records-nothing-changed")
    blocks = {block: f"{before}\n{words.text}" if before else words.text}
    await put(turn, visit, blocks, "", counts, draft, ALL, None, text=words.text)


@area.taps(card.Use)
async def use(query: CallbackQuery, callback_data: card.Use, turn: Turn) -> None:
    """Words that waited are about this visit: they go on as if they had been said now."""
    words, visit = await own(turn, callback_data.said_id), await mine(turn, callback_data.visit_id)
    if not await store.drop(turn.db, words, turn.now):  # they are kept again, beside the visit
        raise Refusal("said-placed-already")
    turn.note(f"visit:{visit.id}", said=words.id)
    turn.sent_at = words.at  # "下周三" counts from when it was said
    await take(turn, visit, words.text, ALL)


@area.taps(card.Belated)
async def belated(query: CallbackQuery, callback_data: card.Belated, turn: Turn) -> None:
    """The words tell of a visit nobody has checked in to: it is told late, marked so, and its record goes on."""
    words = await own(turn, callback_data.said_id)
    mine_ = {each.id for each in await client_store.portfolio(turn.db, turn.me.id)}
    if callback_data.client_id not in mine_ or words.at.astimezone(turn.zone).date() != turn.today:
        raise Refusal("turn-button-over")
    if not await store.drop(turn.db, words, turn.now):
        raise Refusal("said-placed-already")
    matter = blocks_in(words.text).get(Block.PURPOSE)
    routine = render(turn.language, "visits-matter-routine", {}, zone=turn.zone, html=False)
    visit = await visits.belated(turn, callback_data.client_id, matter or routine, words.at)
    if visit is None:
        raise Refusal("turn-button-over")
    turn.edit(slot_of(words), "said-was-visit")
    await take(turn, visit, words.text, ALL)


@area.taps(card.AsContact)
async def as_contact(query: CallbackQuery, callback_data: card.AsContact, turn: Turn) -> None:
    """It was no visit but a call: the room of contacts takes the words."""
    words = await own(turn, callback_data.said_id)
    if not await store.drop(turn.db, words, turn.now):
        raise Refusal("said-placed-already")
    turn.note(f"said:{words.id}", contact=True)
    turn.edit(slot_of(words), "said-goes-to-contact")
    await contacts.by_words(turn, words.text)


@area.taps(card.Forget)
async def forget(query: CallbackQuery, callback_data: card.Forget, turn: Turn) -> None:
    """The person does not want these words."""
    words = await own(turn, callback_data.said_id)
    if not await store.drop(turn.db, words, turn.now):
        raise Refusal("said-placed-already")
    turn.note(f"said:{words.id}", dropped=True)
    turn.edit(slot_of(words), "said-dropped")


async def own(turn: Turn, said_id: int) -> Said:
    """The person's own words; somebody else's number in a button gets no more than any other wrong button."""
    words = await store.said_by_id(turn.db, said_id)
    if words is None or words.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return words


def slot_of(words: Said) -> str:
    return f"said:{words.id}"


# ---------------------------------------------------------------- it was another client


@area.taps(card.Elsewhere)
async def elsewhere(query: CallbackQuery, callback_data: card.Elsewhere, turn: Turn) -> None:
    """Which visit it was; or that this visit was at another client's than was written down."""
    visit = await mine(turn, callback_data.visit_id)
    others = [each for each in await record_store.unwritten(turn.db, turn.me.id) if each.id != visit.id]
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in others])
    rows = [
        [
            Choice(
                "records-write",
                card.Move(visit_id=visit.id, to_id=each.id),
                client=name_of(turn, clients.get(each.client_id or 0), each.lead),
                at=each.arrived_at,
            )
        ]
        for each in list(reversed(others))[: card.MOST_OFFERED]
    ]
    if visit.day == turn.today:
        rows.append([Choice("said-other-client", visit_card.Elsewhere(visit_id=visit.id))])
    if not rows:
        raise Refusal("records-no-other-visit")
    turn.edit(card.slot_of(visit), "records-which-other", buttons=rows)


@area.taps(card.Move)
async def move(query: CallbackQuery, callback_data: card.Move, turn: Turn) -> None:
    """Put what was written to the visit that it is about, with what was found in it and the words as they were said."""
    visit, to = await mine(turn, callback_data.visit_id), await mine(turn, callback_data.to_id)
    counts, draft = await record_store.of_visit(turn.db, visit.id)
    theirs, begun = await record_store.of_visit(turn.db, to.id)
    if draft is None or visit.id == to.id:
        raise Refusal("records-dropped-already")
    if counts is not None or theirs is not None:
        raise Refusal("records-already-submitted", at=(counts or theirs or draft).submitted_at)
    found = await store.of_record(turn.db, draft.id)
    await record_store.drop(turn.db, draft)
    moved = rules.write(to, begun, draft.blocks, turn.policy.rules.records, turn.me.id, turn.now)
    kept = await record_store.put(turn.db, moved, begun)
    await store.keep(turn.db, replace(found, record_id=kept.id))
    await store.move(turn.db, visit.id, to.id)
    turn.note(f"visit:{to.id}", moved_from=visit.id)
    turn.edit(card.slot_of(visit), "records-moved")
    await proceed(turn, to, kept, None, "")
