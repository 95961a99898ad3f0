"""The record of a visit: typed in one message or block by block, shown once, handed in with one tap (A07, A10, C12).

The bot asks only for blocks that are missing. What is being written is kept with the visit from the first message
on, so that nothing is lost when the person turns to something else. Check-out, one message and one tap are all that
a visit needs.
"""

from datetime import datetime
from typing import Any

from aiogram import F
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language.intents import Intent, aside, is_no, is_yes
from bot.rules import records as rules, visits
from bot.rules.contacts import Channel, Kind
from bot.rules.records import Block, Record, RecordStatus
from bot.rules.refusal import Refusal
from bot.rules.visits import Visit
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import departures, record_card as card
from handlers.missing_records import expect
from handlers.record_words import ALL, CARD, Told, Writing, known_of, masked, told
from handlers.visit_card import client_of, name_of
from storage import clients as client_store, records as store, visits as visit_store

area = Area("records")


class WasRecord(BaseFilter):
    """Passes an edited message that was (part of) a record when it was sent (T38)."""

    async def __call__(self, event: Message, turn: Any) -> bool:
        return turn.person is not None and await was_record(turn, event) is not None


# ---------------------------------------------------------------- beginning


@area.command("record")
@area.caption("menu-record")
async def start(message: Message, turn: Turn) -> None:
    """Write the record of the visit that has none; where several have none, ask which."""
    text = message.text or ""
    said = text.partition(" ")[2].strip() if text.startswith("/") else ""
    if said:
        await by_words(turn, said)
        return
    owed = over(turn, await store.unwritten(turn.db, turn.me.id))
    if len(owed) == 1:
        await open_record(turn, owed[0])
    elif owed:
        turn.go(None)
        counts = await store.in_force(turn.db, [each.id for each in owed])
        clients = await client_store.clients_by_id(turn.db, [each.client_id for each in owed])
        marked = [(each, sent_back(counts.get(each.id))) for each in owed]
        turn.say("records-which", count=len(owed), buttons=card.write_rows(turn, marked, clients))
    else:
        await nothing_owed(turn)


async def ask(turn: Turn, visit: Visit) -> None:
    """After a check-out that has asked for the record: the next message is it. Says nothing itself."""
    expect(turn, visit)
    counts, draft = await store.of_visit(turn.db, visit.id)
    if counts is None and draft is None:
        turn.go(Writing(visit_id=visit.id))


async def by_words(turn: Turn, text: str) -> None:
    """A record said outside any conversation: of the visit to the client it names, else of the latest without one."""
    owed = await store.unwritten(turn.db, turn.me.id)
    if not owed:
        await nothing_owed(turn)
        return
    visit = over(turn, owed)[-1]
    if len(owed) > 1:
        clients = await client_store.clients_by_id(turn.db, [each.client_id for each in owed])
        found = client_store.names(list(clients.values())).mentions(text)
        named = {each.one.code for each in found if each.one and each.firm}
        visit = next((each for each in reversed(owed) if code_of(clients, each) in named), visit)
    if aside(text) is Intent.RECORD:  # "写走访记录": said that, and nothing of it
        await open_record(turn, visit)
        return
    await take(turn, visit, text, ALL)


async def nothing_owed(turn: Turn) -> None:
    turn.go(None)
    today = [each for each in await visit_store.around(turn.db, turn.me.id, turn.today) if each.day == turn.today]
    if not today:
        turn.say("records-no-visit")
        return
    latest = today[-1]
    name = name_of(turn, await client_of(turn, latest), latest.lead)
    turn.say(
        "records-none-owed",
        buttons=[[Choice("records-change-latest", card.Change(visit_id=latest.id), client=name)]],
    )


async def open_record(turn: Turn, visit: Visit) -> None:
    """Ask for the record of this visit, or for what is missing of it, or show it when nothing is."""
    counts, draft = await store.of_visit(turn.db, visit.id)
    client = await client_of(turn, visit)
    if draft is not None:
        await proceed(turn, visit, draft, counts, "")
    elif counts is not None:
        turn.go(None)
        key = "records-mend-which" if sent_back(counts) else "records-change-which"
        turn.say(
            key,
            slot=card.slot_of(visit),
            buttons=card.fix_rows(visit),
            visit=card.visit_line(turn, visit, client),
            lines=[*card.blocks_of(counts), *card.state_of(counts)],
        )
    else:
        turn.go(Writing(visit_id=visit.id))
        turn.say(
            "records-ask-all",
            buttons=[[Choice("records-one-by-one", card.Step(visit_id=visit.id))]],
            visit=card.visit_line(turn, visit, client),
        )


@area.taps(card.Write)
async def write(query: CallbackQuery, callback_data: card.Write, turn: Turn) -> None:
    await open_record(turn, await mine(turn, callback_data.visit_id))


@area.taps(card.Change)
async def change(query: CallbackQuery, callback_data: card.Change, turn: Turn) -> None:
    """Say a block anew of a record that was handed in: that makes a new version."""
    await open_record(turn, await mine(turn, callback_data.visit_id))


@area.taps(card.Step)
async def one_by_one(query: CallbackQuery, callback_data: card.Step, turn: Turn) -> None:
    """Whoever would rather be asked is asked block by block."""
    visit = await mine(turn, callback_data.visit_id)
    counts, draft = await store.of_visit(turn.db, visit.id)
    if counts is not None:
        raise Refusal("records-already-submitted", at=counts.submitted_at)
    wanted = rules.missing(draft.blocks if draft else {}, turn.policy.rules.records)
    if draft is not None and not wanted:
        await proceed(turn, visit, draft, counts, "")
        return
    ask_block(turn, visit, wanted[0], "")


# ---------------------------------------------------------------- writing


@area.hears(Told(Writing))
async def fill(message: Message, turn: Turn, step: Writing) -> None:
    """The record, a block of it, a correction, or yes and no to the card."""
    visit, text = await mine(turn, step.visit_id), message.text or ""
    if is_no(text) or aside(text) is Intent.CANCEL:
        turn.go(None)
        turn.say("records-put-aside")
    elif step.asking == CARD and is_yes(text):
        await hand_in(turn, visit, turn.sent_at)
    else:
        await take(turn, visit, text, step.asking, step.rest)


async def take(turn: Turn, visit: Visit, text: str, asked: str, rest: str = "") -> None:
    """Write down what was said, with what looks like a number of a client's hidden (C01-C03)."""
    client = await client_of(turn, visit)
    text = masked(turn, text, client.code if client else "")
    counts, draft = await store.of_visit(turn.db, visit.id)
    blocks, left_over = told(text, asked, known_of(draft or counts))
    if not blocks and asked == CARD:
        turn.say("records-not-understood")
        return
    message = turn.update.message if turn.update else None
    await put(turn, visit, blocks, "\n".join(filter(None, (rest, left_over))), counts, draft, asked, message)


async def put(
    turn: Turn,
    visit: Visit,
    blocks: dict[Block, str],
    rest: str,
    counts: Record | None,
    draft: Record | None,
    asked: str,
    message: Message | None,
    *,
    edit: bool = False,
) -> None:
    """Keep what is written so far, and go on to what is missing. Words without a block join the result (A10)."""
    before = draft or counts
    if rest and (result := blocks.get(Block.RESULT) or (before.result if before else None)):
        blocks = blocks if rest in result else {**blocks, Block.RESULT: f"{result}\n{rest}"}
        rest = ""
    if message is not None:
        turn.note(f"visit:{visit.id}", visit=visit.id, message=message.message_id, asked=asked)
    if blocks:
        written = rules.write(visit, before, blocks, turn.policy.rules.records, turn.me.id, turn.now)
        draft = await store.put(turn.db, written, draft)
    await proceed(turn, visit, draft, counts, rest, edit=edit)


async def proceed(
    turn: Turn, visit: Visit, draft: Record | None, counts: Record | None, rest: str, *, edit: bool = False
) -> None:
    """Ask for the first block that is missing; when none is, show the card."""
    wanted = rules.missing(draft.blocks if draft else {}, turn.policy.rules.records)
    if draft is None or wanted:
        ask_block(turn, visit, wanted[0] if wanted else Block.RESULT, rest, draft)
        return
    turn.go(Writing(visit_id=visit.id, asking=CARD))
    card.show_card(turn, visit, await client_of(turn, visit), draft, counts, edit=edit)


def ask_block(turn: Turn, visit: Visit, block: Block, rest: str, draft: Record | None = None) -> None:
    turn.go(Writing(visit_id=visit.id, asking=block.value, rest=rest))
    known = [Line(f"records-known-{card.word(each)}") for each in Block if draft and each in draft.blocks]
    turn.say(f"records-ask-{card.word(block)}", known=known)


@area.taps(card.Fix)
async def fix(query: CallbackQuery, callback_data: card.Fix, turn: Turn) -> None:
    """Say one block anew."""
    visit = await mine(turn, callback_data.visit_id)
    if callback_data.block not in list(Block):
        raise Refusal("turn-button-over")
    counts, draft = await store.of_visit(turn.db, visit.id)
    record = draft or counts
    if record is None:
        raise Refusal("records-dropped-already")
    block = Block(callback_data.block)
    turn.go(Writing(visit_id=visit.id, asking=block.value))
    turn.say(
        "records-ask-anew",
        name=Line(f"records-name-{card.word(block)}"),
        text=record.blocks.get(block) or Line("records-empty"),
    )


@area.edits(F.text, WasRecord())
async def edited(message: Message, turn: Turn) -> None:
    """A message of the record was changed afterwards: what it says now is offered as the next version (T38)."""
    found = await was_record(turn, message)
    if found is None:
        raise Refusal("fallback-edited")
    visit, asked = await mine(turn, found[0]), found[1]
    client = await client_of(turn, visit)
    counts, draft = await store.of_visit(turn.db, visit.id)
    text = masked(turn, message.text or "", client.code if client else "")
    blocks, rest = told(text, asked, known_of(draft or counts))
    if not blocks:
        raise Refusal("records-not-understood")
    await put(turn, visit, blocks, rest, counts, draft, asked, message, edit=draft is not None)


async def was_record(turn: Turn, message: Message) -> tuple[int, str] | None:
    since = turn.now - store.EDITABLE_FOR
    return await store.visit_of_message(turn.db, turn.me.id, message.message_id, since)


# ---------------------------------------------------------------- handing in


@area.taps(card.Save)
async def save(query: CallbackQuery, callback_data: card.Save, turn: Turn) -> None:
    await hand_in(turn, await mine(turn, callback_data.visit_id), turn.now)


async def hand_in(turn: Turn, visit: Visit, at: datetime) -> None:
    """Hand the record in; after the day's end it is marked late, and that is said (A07, C12)."""
    counts, draft = await store.of_visit(turn.db, visit.id)
    if draft is None:
        if counts is None:
            raise Refusal("records-dropped-already")
        raise Refusal("records-already-submitted", at=counts.submitted_at)
    visits.classify(visit, visit.kind, visit.channel, turn.policy.rules.contacts)  # 5.3: business means on site
    done = rules.submit(draft, turn.policy.rules.records, turn.zone, at)
    if not await store.move_on(turn.db, draft, done):
        raise Refusal("records-already-submitted", at=turn.now)
    if visit.left_at is None and visit.day == turn.today:  # said on the way out: that is the check-out, too
        visit = await departures.end(turn, visit, max(at, visit.arrived_at), recorded=True)
    turn.note(f"visit:{visit.id}", record=done.id, version=done.version, late=done.late)
    leave_step(turn, visit)
    await show_saved(turn, visit, done)
    turn.toast("records-handed-in-late" if done.late else "records-handed-in")


async def show_saved(turn: Turn, visit: Visit, record: Record) -> None:
    """The card in its last shape, with what is still owed of others."""
    owed = [each for each in await store.unwritten(turn.db, turn.me.id) if each.left_at is not None]
    turn.edit(
        card.slot_of(visit),
        "records-saved",
        buttons=card.saved_buttons(turn, visit, record),
        visit=card.visit_line(turn, visit, await client_of(turn, visit)),
        lines=[*card.blocks_of(record), *card.next_date(turn, record), *card.sort_line(visit), *card.state_of(record)],
        owed=[Line("records-still-owed", count=len(owed))] if owed else [],
    )


@area.taps(card.Sort)
async def sort(query: CallbackQuery, callback_data: card.Sort, turn: Turn) -> None:
    """Say what kind of visit it was and how it was held: a business visit is held on site (V07, V15)."""
    visit = await mine(turn, callback_data.visit_id)
    if callback_data.kind not in list(Kind) or callback_data.channel not in list(card.WAYS):
        raise Refusal("turn-button-over")
    counts, draft = await store.of_visit(turn.db, visit.id)
    if draft is None:
        raise Refusal("records-already-submitted" if counts else "records-dropped-already")
    sorted_ = visits.classify(
        visit, Kind(callback_data.kind), Channel(callback_data.channel), turn.policy.rules.contacts
    )
    await visit_store.save(turn.db, visit, sorted_)
    turn.note(f"visit:{visit.id}", kind=sorted_.kind, channel=sorted_.channel)
    card.show_card(turn, sorted_, await client_of(turn, visit), draft, counts, edit=True)


@area.taps(card.Tick)
async def tick(query: CallbackQuery, callback_data: card.Tick, turn: Turn) -> None:
    """ "Entered in PCRM" (V21)."""
    visit = await mine(turn, callback_data.visit_id)
    counts, _ = await store.of_visit(turn.db, visit.id)
    if counts is None:
        raise Refusal("records-not-submitted")
    ticked = rules.tick(counts, turn.me.id, turn.now)
    if not await store.move_on(turn.db, counts, ticked):
        raise Refusal("turn-button-over")
    turn.note(f"visit:{visit.id}", record=counts.id, ticked=True)
    await show_saved(turn, visit, ticked)
    turn.toast("records-ticked")


@area.taps(card.Discard)
async def discard(query: CallbackQuery, callback_data: card.Discard, turn: Turn) -> None:
    """Throw away what is being written; a version that was handed in before stays."""
    visit = await mine(turn, callback_data.visit_id)
    counts, draft = await store.of_visit(turn.db, visit.id)
    if draft is None or not await store.drop(turn.db, draft):
        if counts is None:
            raise Refusal("records-dropped-already")
        raise Refusal("records-already-submitted", at=counts.submitted_at)
    turn.note(f"visit:{visit.id}", discarded=draft.version)
    leave_step(turn, visit)
    turn.edit(card.slot_of(visit), "records-discarded" if counts is None else "records-discarded-change")


# ---------------------------------------------------------------- it was another visit


@area.taps(card.Elsewhere)
async def elsewhere(query: CallbackQuery, callback_data: card.Elsewhere, turn: Turn) -> None:
    """Ask which visit it was."""
    visit = await mine(turn, callback_data.visit_id)
    others = [each for each in await store.unwritten(turn.db, turn.me.id) if each.id != visit.id]
    if not others:
        raise Refusal("records-no-other-visit")
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
    turn.edit(card.slot_of(visit), "records-which-other", buttons=rows)


@area.taps(card.Move)
async def move(query: CallbackQuery, callback_data: card.Move, turn: Turn) -> None:
    """Put what was written to the visit that it is about."""
    visit, to = await mine(turn, callback_data.visit_id), await mine(turn, callback_data.to_id)
    counts, draft = await store.of_visit(turn.db, visit.id)
    theirs, begun = await store.of_visit(turn.db, to.id)
    if draft is None or visit.id == to.id:
        raise Refusal("records-dropped-already")
    if counts is not None or theirs is not None:
        raise Refusal("records-already-submitted", at=(counts or theirs or draft).submitted_at)
    await store.drop(turn.db, draft)
    moved = rules.write(to, begun, draft.blocks, turn.policy.rules.records, turn.me.id, turn.now)
    kept = await store.put(turn.db, moved, begun)
    turn.note(f"visit:{to.id}", moved_from=visit.id)
    turn.edit(card.slot_of(visit), "records-moved")
    await proceed(turn, to, kept, None, "")


# ---------------------------------------------------------------- small things


def leave_step(turn: Turn, visit: Visit) -> None:
    if isinstance(turn.step, Writing) and turn.step.visit_id == visit.id:
        turn.go(None)


def over(turn: Turn, owed: list[Visit]) -> list[Visit]:
    """Those that have ended; the one that lasts is meant only where there is no other."""
    return [each for each in owed if each.left_at is not None or each.day < turn.today] or owed


def sent_back(record: Record | None) -> bool:
    return record is not None and record.status is RecordStatus.RETURNED


def code_of(clients: dict[int, client_store.Client], visit: Visit) -> str | None:
    client = clients.get(visit.client_id or 0)
    return client.code if client else None


async def mine(turn: Turn, visit_id: int) -> Visit:
    """The person's own visit; somebody else's number in a button gets no more than any other wrong button."""
    visit = await visit_store.by_id(turn.db, visit_id)
    if visit is None or visit.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return visit
