"""A supervisor reads a record, signs an opinion, or sends it back with what is still wanted (A09, S-11, 5.3).

Whoever only audits reads; each record that is read leaves a line in the log.
"""

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules import records as rules
from bot.rules.days import day_of
from bot.rules.people import SUPERVISING, Person, Role, has_access, reaches
from bot.rules.records import Record, RecordStatus
from bot.rules.refusal import Refusal
from bot.rules.visits import Visit
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import record_card as card
from handlers.answers import Answer, kept
from handlers.missing_records import ask_again
from handlers.record_findings import lines_of
from handlers.visit_card import client_of, put
from storage import findings, people as people_store, records as store, visits as visit_store

area = Area("reviews")

READING = SUPERVISING | {Role.AUDITOR}
LONGEST_OPINION = 500  # characters


class Read(Button, prefix="reviews.read"):
    visit_id: int


class Sign(Button, prefix="reviews.sign"):
    record_id: int


class Opine(Button, prefix="reviews.opine"):
    record_id: int


class SendBack(Button, prefix="reviews.send_back"):
    record_id: int


class Opinion(Step, kind="reviews.opinion"):
    record_id: int


class Wanted(Step, kind="reviews.wanted"):
    record_id: int


@area.taps(Read)
async def read(query: CallbackQuery, callback_data: Read, turn: Turn) -> None:
    """Open the record that counts; a draft is nobody's but its writer's."""
    visit = await visit_store.by_id(turn.db, callback_data.visit_id)
    counts, _ = await store.of_visit(turn.db, visit.id) if visit else (None, None)
    if visit is None or counts is None:
        raise Refusal("turn-button-over")
    author = await author_in_scope(turn, counts)
    turn.note(f"visit:{visit.id}", read=counts.id)
    await show(turn, visit, counts, author)


async def show(turn: Turn, visit: Visit, record: Record, author: Person, *, edit: bool = False) -> None:
    buttons = []
    if record.status is RecordStatus.SUBMITTED and may_decide(turn, author):
        buttons = [
            [Choice("reviews-sign", Sign(record_id=record.id))],
            [
                Choice("reviews-opine", Opine(record_id=record.id)),
                Choice("reviews-send-back", SendBack(record_id=record.id)),
            ],
        ]
    put(
        turn,
        f"review:{visit.id}",
        "reviews-record",
        edit=edit,
        buttons=buttons,
        name=author.name,
        visit=card.visit_line(turn, visit, await client_of(turn, visit)),
        lines=[
            *card.blocks_of(record),
            *lines_of(record, await findings.of_record(turn.db, record.id)),
            *card.sort_line(visit),
            *card.state_of(record),
        ],
    )


@area.taps(Sign)
async def sign(query: CallbackQuery, callback_data: Sign, turn: Turn) -> None:
    """Read and signed, without further words."""
    record, author = await to_decide(turn, callback_data.record_id)
    await settle(turn, record, rules.review(record, turn.me.id, None, turn.now), author)
    turn.toast("reviews-signed")


@area.taps(Opine)
async def opine(query: CallbackQuery, callback_data: Opine, turn: Turn) -> None:
    record, author = await to_decide(turn, callback_data.record_id)
    rules.review(record, turn.me.id, None, turn.now)  # says no now rather than after the typing
    turn.go(Opinion(record_id=record.id))
    turn.say("reviews-ask-opinion", name=author.name)


@area.hears(Answer(Opinion))
async def typed_opinion(message: Message, step: Opinion, turn: Turn) -> None:
    """The supervisor's words, signed."""
    record, author = await to_decide(turn, step.record_id)
    words = kept(turn, message.text or "", LONGEST_OPINION)
    turn.go(None)
    await settle(turn, record, rules.review(record, turn.me.id, words, turn.now), author)
    turn.say("reviews-signed")


@area.taps(SendBack)
async def send_back(query: CallbackQuery, callback_data: SendBack, turn: Turn) -> None:
    """Ask what is still wanted: without a reason nothing is sent back."""
    record, author = await to_decide(turn, callback_data.record_id)
    rules.send_back(record, turn.me.id, "-", turn.now)  # says no now rather than after the typing
    turn.go(Wanted(record_id=record.id))
    turn.say("reviews-ask-wanted", name=author.name)


@area.hears(Answer(Wanted))
async def typed_wanted(message: Message, step: Wanted, turn: Turn) -> None:
    record, author = await to_decide(turn, step.record_id)
    words = kept(turn, message.text or "", LONGEST_OPINION)
    turn.go(None)
    await settle(turn, record, rules.send_back(record, turn.me.id, words, turn.now), author)
    turn.say("reviews-sent-back", name=author.name)


async def settle(turn: Turn, before: Record, after: Record, author: Person) -> None:
    """Store the verdict, unless somebody else was quicker, and let the RM hear it."""
    visit = await visit_store.by_id(turn.db, before.visit_id)
    if visit is None or not await store.move_on(turn.db, before, after):
        raise Refusal("reviews-decided-meanwhile")
    turn.note(f"visit:{visit.id}", record=after.id, status=after.status)
    await show(turn, visit, after, author, edit=True)
    if not has_access(author, day_of(turn.now, turn.zone_of(author.unit_id))):
        return
    returned = after.status is RecordStatus.RETURNED
    line = card.visit_line(turn, visit, await client_of(turn, visit))
    if returned:
        turn.say(
            "reviews-returned-to-you",
            to=author,
            buttons=[[Choice("reviews-mend", card.Change(visit_id=visit.id))]],
            wanted=after.opinion,
            name=turn.me.name,
            visit=line,
        )
        ask_again(turn, author.id, author.unit_id)
    else:
        said = [Line("records-line-opinion", opinion=after.opinion)] if after.opinion else []
        turn.say("reviews-signed-for-you", to=author, lines=said, name=turn.me.name, visit=line)


# ---------------------------------------------------------------- whose


async def to_decide(turn: Turn, record_id: int) -> tuple[Record, Person]:
    """The record and its writer, if this person may decide on it and it is still the version that counts."""
    record = await store.by_id(turn.db, record_id)
    if record is None:
        raise Refusal("turn-button-over")
    author = await author_in_scope(turn, record)
    if not may_decide(turn, author) and author.id != turn.me.id:
        raise Refusal("reviews-not-yours")
    counts, _ = await store.of_visit(turn.db, record.visit_id)
    if counts is None or counts.id != record.id:
        raise Refusal("reviews-newer-version")
    return record, author


async def author_in_scope(turn: Turn, record: Record) -> Person:
    """Whose record it is; somebody of another unit's gets no more than any other wrong button."""
    author = await people_store.by_id(turn.db, record.person_id)
    if author is None or not reaches(turn.me, author.unit_id, turn.units, READING):
        raise Refusal("turn-button-over")
    return author


def may_decide(turn: Turn, author: Person) -> bool:
    """Those who lead the writer decide; nobody on their own, and an auditor only reads (S-11)."""
    return author.id != turn.me.id and reaches(turn.me, author.unit_id, turn.units, SUPERVISING)
