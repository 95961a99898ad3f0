"""The record of a visit: typed in one message or block by block, shown once, handed in with one tap (A07, A10, C12).

The bot asks only for blocks that are missing. What is being written is kept with the visit from the first message
on, so that nothing is lost when the person turns to something else. Check-out, one message and one tap are all that
a visit needs.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import correcting
from bot.language.intents import Intent, aside, is_no, is_yes
from bot.rules import records as rules, visits
from bot.rules.contacts import Channel, Kind
from bot.rules.records import Block, Record
from bot.rules.refusal import Refusal
from bot.rules.visits import Visit
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import departures, record_agenda, record_card as card, record_findings as finding
from handlers.missing_records import expect
from handlers.owed_records import ask_which, code_of, nothing_owed, over, sent_back, waiting_rows
from handlers.record_words import (
    ALL,
    CARD,
    Told,
    WasRecord,
    Writing,
    corrected,
    erase_recordings,
    keep,
    known_of,
    masked,
    told,
    was_record,
    without_client_alone,
)
from handlers.visit_card import client_of
from storage import clients as client_store, findings as found_store, records as store, visits as visit_store

area = Area("records")


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
    """After a check-out that has asked for the record: the next message is it. What was said before is offered."""
    expect(turn, visit)
    counts, draft = await store.of_visit(turn.db, visit.id)
    if counts is None and draft is None:
        turn.go(Writing(visit_id=visit.id))
        if rows := await waiting_rows(turn, visit):
            turn.say("said-waits", buttons=rows)


async def by_words(turn: Turn, text: str) -> None:
    """A record said outside any conversation: of the visit to the client it names, else of the latest without one."""
    owed = await store.unwritten(turn.db, turn.me.id)
    if not owed:
        await nothing_owed(turn, text)
        return
    visit = over(turn, owed)[-1]
    clients = await client_store.clients_by_id(turn.db, [each.client_id for each in owed])
    found = client_store.names(list(clients.values())).mentions(text)
    named = {each.one.code for each in found if each.one and each.firm}
    visit = next((each for each in reversed(owed) if code_of(clients, each) in named), visit)
    if aside(text) is Intent.RECORD:  # "写走访记录": said that, and nothing of it
        await open_record(turn, visit)
    elif visit.day < turn.today and code_of(clients, visit) not in named:
        await ask_which(turn, over(turn, owed), clients, text)
    else:
        await take(turn, visit, text, ALL)


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
            lines=[
                *card.blocks_of(counts),
                *finding.lines_of(counts, await found_store.of_record(turn.db, counts.id)),
                *card.state_of(counts),
            ],
        )
    else:
        turn.go(Writing(visit_id=visit.id))
        turn.say(
            "records-ask-all",
            buttons=[
                *await waiting_rows(turn, visit),
                [Choice("records-one-by-one", card.Step(visit_id=visit.id))],
            ],
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
    """Write down what was said, with what looks like a number of a client's hidden (C01-C03).

    The words are kept as they were said; those that fit no block are offered a place, never dropped.
    """
    client = await client_of(turn, visit)
    text = masked(turn, text, client.code if client else "")
    counts, draft = await store.of_visit(turn.db, visit.id)
    message = turn.update.message if turn.update else None
    blocks, left_over = corrected(turn, draft or counts, text, asked), ""
    if blocks is None:
        return
    if not blocks:
        blocks, left_over = told(text, asked, known_of(draft or counts))
        blocks = without_client_alone(blocks, client, asked)
    words = await keep(turn, visit, text)
    if not blocks and asked == CARD:
        row = [
            Choice(f"said-to-{card.word(each)}", card.Add(said_id=words.id, block=each.value))
            for each in (Block.RESULT, Block.NEXT)
        ]
        turn.say("records-not-understood", buttons=[row], text=text)
        return
    rest = "\n".join(filter(None, (rest, left_over)))
    await put(turn, visit, blocks, rest, counts, draft, asked, message, text=text)


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
    text: str,
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
        known = await found_store.of_record(turn.db, before.id if before else 0)
        draft = await store.put(turn.db, written, draft)
        names = client_store.names(await client_store.portfolio(turn.db, turn.me.id))
        found = finding.read(turn, visit, text, blocks, known, names)
        await found_store.keep(turn.db, replace(found, record_id=draft.id))
    await proceed(turn, visit, draft, counts, rest, edit=edit)


async def proceed(
    turn: Turn, visit: Visit, draft: Record | None, counts: Record | None, rest: str, *, edit: bool = False
) -> None:
    """Ask for the first block that is missing; when none is, show the card."""
    wanted = rules.missing(draft.blocks if draft else {}, turn.policy.rules.records)
    if draft is None or wanted:
        ask_block(turn, visit, wanted[0] if wanted else Block.RESULT, rest, draft, counts)
        return
    turn.go(Writing(visit_id=visit.id, asking=CARD))
    await show(turn, visit, draft, counts, edit=edit)


async def show(turn: Turn, visit: Visit, draft: Record, counts: Record | None, *, edit: bool = False) -> None:
    """The one card: the blocks, what else was found, what contradicts the books, and what is asked about that."""
    client = await client_of(turn, visit)
    found = await found_store.of_record(turn.db, draft.id)
    doubts = await finding.doubts(turn, visit, client, draft, found)
    lines = [*finding.lines_of(draft, found), *doubts, *finding.hints(turn, found)]
    card.show_card(turn, visit, client, draft, counts, lines, finding.rows(turn, visit, found), edit=edit)


def ask_block(
    turn: Turn, visit: Visit, block: Block, rest: str, draft: Record | None = None, counts: Record | None = None
) -> None:
    """Show what has been understood, and ask for one block that is missing."""
    turn.go(Writing(visit_id=visit.id, asking=block.value, rest=rest))
    known = (
        [line for line, each in zip(card.blocks_of(draft), Block, strict=True) if each in draft.blocks] if draft else []
    )
    rows = [card.last_row(visit, counts)] if draft else []
    turn.say(f"records-ask-{card.word(block)}", buttons=rows, known=known)


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
    await keep(turn, visit, text)
    await put(turn, visit, blocks, rest, counts, draft, asked, message, text=text, edit=draft is not None)


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
    agenda = await record_agenda.follow(turn, visit, done, counts)
    await erase_recordings(turn, visit)
    turn.note(f"visit:{visit.id}", record=done.id, version=done.version, late=done.late)
    leave_step(turn, visit)
    await show_saved(turn, visit, done, agenda)
    turn.toast("records-handed-in-late" if done.late else "records-handed-in")


async def show_saved(turn: Turn, visit: Visit, record: Record, agenda: Sequence[Line] = ()) -> None:
    """The card in its last shape: what came into the agenda, what is still asked, and what is owed of others."""
    owed = [each for each in await store.unwritten(turn.db, turn.me.id) if each.left_at is not None]
    found = await found_store.of_record(turn.db, record.id)
    blocks = [*card.blocks_of(record), *finding.lines_of(record, found), *card.sort_line(visit)]
    turn.edit(
        card.slot_of(visit),
        "records-saved",
        buttons=[*finding.rows(turn, visit, found), *card.saved_buttons(turn, visit, record)],
        visit=card.visit_line(turn, visit, await client_of(turn, visit)),
        lines=[*blocks, *agenda, *card.state_of(record), *finding.hints(turn, found)],
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
    await show(turn, sorted_, draft, counts, edit=True)


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


@area.taps(card.RiskSaid)
async def risk(query: CallbackQuery, callback_data: card.RiskSaid, turn: Turn) -> None:
    """Whether the risks of what was talked about were disclosed (S-06), on the card or after handing in."""
    visit = await mine(turn, callback_data.visit_id)
    counts, draft = await store.of_visit(turn.db, visit.id)
    record = draft or counts
    if record is None:
        raise Refusal("records-dropped-already")
    await finding.answered(turn, record, callback_data.risk)
    if draft is not None:
        await show(turn, visit, draft, counts, edit=True)
    else:
        await show_saved(turn, visit, record)


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


async def correct_by_words(turn: Turn, text: str) -> bool:
    """A correction in words of the record handed in last today: a new version of it, shown to be saved. False where
    the words correct nothing in it."""
    if not correcting.looks(text):
        return False
    today = [each for each in await visit_store.around(turn.db, turn.me.id, turn.today) if each.day == turn.today]
    records = await store.in_force(turn.db, [each.id for each in today])
    latest = max(records.values(), key=lambda each: each.submitted_at or each.written_at, default=None)
    visit = next((each for each in today if latest and each.id == latest.visit_id), None)
    if visit is None or latest is None or not correcting.of_record(text):
        return False
    blocks = corrected(turn, latest, text, ALL)
    if not blocks:
        return blocks is None
    await take(turn, visit, text, ALL)
    return True


# ---------------------------------------------------------------- small things


def leave_step(turn: Turn, visit: Visit) -> None:
    if isinstance(turn.step, Writing) and turn.step.visit_id == visit.id:
        turn.go(None)


async def mine(turn: Turn, visit_id: int) -> Visit:
    """The person's own visit; anybody else's is none of theirs."""
    visit = await visit_store.by_id(turn.db, visit_id)
    if visit is None or visit.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return visit
