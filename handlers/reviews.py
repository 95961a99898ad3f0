"""A supervisor reads a record, signs an opinion, sets tomorrow's task, or sends it back (A09, C25, S-11, 5.3).

When it was opened is kept with the first look. Whoever only audits reads; each record that is read leaves a line in the
log. Opinions and tasks may be tapped, typed or spoken.
"""

from collections.abc import Sequence

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.rules import records as rules
from bot.rules.agenda import Item, Sort
from bot.rules.days import day_of
from bot.rules.people import SUPERVISING, Person, Role, has_access, reaches
from bot.rules.records import Record, RecordStatus
from bot.rules.refusal import Refusal
from bot.rules.review_readings import Reading
from bot.rules.visits import Visit
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import record_card as card
from handlers.answers import Answer, kept
from handlers.missing_records import ask_again
from handlers.questions import label
from handlers.record_findings import lines_of
from handlers.review_buttons import Next, Opine, Phrase, Queue, Read, SendBack, Sign, Task, TaskNext
from handlers.visit_card import client_of, put
from handlers.workdays import calendar_of
from storage import (
    agenda as agenda_store,
    findings,
    people as people_store,
    records as store,
    review_queue as reading_store,
    visits as visit_store,
)

area = Area("reviews")

READING = SUPERVISING | {Role.AUDITOR}
LONGEST_OPINION = 500  # characters
PHRASES = ("reviews-phrase-agree", "reviews-phrase-clear")  # opinions by one tap ...
OPINIONS = ("reviews-words-agree", "reviews-words-clear")  # ... and the words that are kept
QUEUE = "review"  # the slot of the queue and of the card that it opens


class Opinion(Step, kind="reviews.opinion"):
    record_id: int
    queue: int = 0


class Wanted(Step, kind="reviews.wanted"):
    record_id: int
    queue: int = 0


class Tasking(Step, kind="reviews.tasking"):
    record_id: int
    queue: int = 0


@area.taps(Read)
async def read(query: CallbackQuery, callback_data: Read, turn: Turn) -> None:
    """Open the record that counts; a draft is nobody's but its writer's."""
    visit = await visit_store.by_id(turn.db, callback_data.visit_id)
    counts, _ = await store.of_visit(turn.db, visit.id) if visit else (None, None)
    if visit is None or counts is None:
        raise Refusal("turn-button-over")
    author = await author_in_scope(turn, counts)
    turn.note(f"visit:{visit.id}", read=counts.id)
    await opened(turn, counts, sampled=False)
    await show(turn, visit, counts, author)


async def opened(turn: Turn, record: Record, *, sampled: bool) -> None:
    """Keep when it was first opened, and whether it was in the sample (A17, C25); one's own is no reading."""
    if record.person_id == turn.me.id:
        return
    drawn = sampled or record.id in await reading_store.sampled(turn.db, [record.id])
    await reading_store.opened(
        turn.db, Reading(id=0, record_id=record.id, reader_id=turn.me.id, opened_at=turn.now, sampled=drawn)
    )


async def show(
    turn: Turn,
    visit: Visit,
    record: Record,
    author: Person,
    *,
    edit: bool = False,
    queue: int = 0,
    reasons: Sequence[Line] = (),
) -> None:
    put(
        turn,
        QUEUE if queue else f"review:{visit.id}",
        "reviews-record",
        edit=edit,
        buttons=await buttons_of(turn, visit, record, author, queue),
        name=author.name,
        visit=card.visit_line(turn, visit, await client_of(turn, visit)),
        lines=[
            *reasons,
            *card.blocks_of(record),
            *lines_of(record, await findings.of_record(turn.db, record.id)),
            *card.sort_line(visit),
            *card.state_of(record),
        ],
    )


async def buttons_of(turn: Turn, visit: Visit, record: Record, author: Person, queue: int) -> list[list[Choice]]:
    """What may be done with the record as it stands."""
    number = record.id
    rows: list[list[Choice]] = []
    if not may_decide(turn, author):
        return rows
    if record.status is RecordStatus.SUBMITTED:
        rows += [
            [Choice(key, Phrase(record_id=number, phrase=n, queue=queue)) for n, key in enumerate(PHRASES)],
            [
                Choice("reviews-opine", Opine(record_id=number, queue=queue)),
                Choice("reviews-sign", Sign(record_id=number, queue=queue)),
                Choice("reviews-send-back", SendBack(record_id=number, queue=queue)),
            ],
        ]
    if record.status is not RecordStatus.RETURNED and not await reading_store.task_given(turn.db, visit.id, turn.me.id):
        next_step = [Choice("reviews-task-next", TaskNext(record_id=number, queue=queue))] if record.next_step else []
        rows.append([*next_step, Choice("reviews-task", Task(record_id=number, queue=queue))])
    if queue:
        rows.append([Choice("reviews-next", Next(visit_id=visit.id)), Choice("reviews-queue", Queue())])
    return rows


# ---------------------------------------------------------------- deciding


@area.taps(Sign)
async def sign(query: CallbackQuery, callback_data: Sign, turn: Turn) -> None:
    """Read and signed, without further words."""
    record, author = await to_decide(turn, callback_data.record_id)
    await settle(turn, record, rules.review(record, turn.me.id, None, turn.now), author, callback_data.queue)
    turn.toast("reviews-signed")


@area.taps(Phrase)
async def phrase(query: CallbackQuery, callback_data: Phrase, turn: Turn) -> None:
    """Signed with an opinion in words, by one tap."""
    record, author = await to_decide(turn, callback_data.record_id)
    words = label(turn, OPINIONS, callback_data.phrase)
    await settle(turn, record, rules.review(record, turn.me.id, words, turn.now), author, callback_data.queue)
    turn.toast("reviews-signed")


@area.taps(Opine)
async def opine(query: CallbackQuery, callback_data: Opine, turn: Turn) -> None:
    record, author = await to_decide(turn, callback_data.record_id)
    rules.review(record, turn.me.id, None, turn.now)  # says no now rather than after the typing
    turn.go(Opinion(record_id=record.id, queue=callback_data.queue))
    turn.say("reviews-ask-opinion", name=author.name)


@area.hears(Answer(Opinion))
async def typed_opinion(message: Message, step: Opinion, turn: Turn) -> None:
    """The supervisor's words, signed."""
    record, author = await to_decide(turn, step.record_id)
    words = kept(turn, message.text or "", LONGEST_OPINION)
    turn.go(None)
    await settle(turn, record, rules.review(record, turn.me.id, words, turn.now), author, step.queue)
    turn.say("reviews-signed")


@area.taps(SendBack)
async def send_back(query: CallbackQuery, callback_data: SendBack, turn: Turn) -> None:
    """Ask what is still wanted: without a reason nothing is sent back."""
    record, author = await to_decide(turn, callback_data.record_id)
    rules.send_back(record, turn.me.id, "-", turn.now)  # says no now rather than after the typing
    turn.go(Wanted(record_id=record.id, queue=callback_data.queue))
    turn.say("reviews-ask-wanted", name=author.name)


@area.hears(Answer(Wanted))
async def typed_wanted(message: Message, step: Wanted, turn: Turn) -> None:
    record, author = await to_decide(turn, step.record_id)
    words = kept(turn, message.text or "", LONGEST_OPINION)
    turn.go(None)
    await settle(turn, record, rules.send_back(record, turn.me.id, words, turn.now), author, step.queue)
    turn.say("reviews-sent-back", name=author.name)


async def settle(turn: Turn, before: Record, after: Record, author: Person, queue: int = 0) -> None:
    """Store the verdict, unless somebody else was quicker, and let the RM hear it."""
    visit = await visit_store.by_id(turn.db, before.visit_id)
    if visit is None or not await store.move_on(turn.db, before, after):
        raise Refusal("reviews-decided-meanwhile")
    await opened(turn, after, sampled=False)  # who signs a card that another look opened has read it now
    turn.note(f"visit:{visit.id}", record=after.id, status=after.status)
    await show(turn, visit, after, author, edit=True, queue=queue)
    if not works(turn, author):
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


# ---------------------------------------------------------------- tomorrow's task


@area.taps(TaskNext)
async def task_next(query: CallbackQuery, callback_data: TaskNext, turn: Turn) -> None:
    """The record's own next step becomes the person's task for tomorrow."""
    record, author = await to_task(turn, callback_data.record_id)
    await give(turn, record, author, record.next_step or "", callback_data.queue)
    turn.toast("reviews-task-given", name=author.name)


@area.taps(Task)
async def task(query: CallbackQuery, callback_data: Task, turn: Turn) -> None:
    record, author = await to_task(turn, callback_data.record_id)
    turn.go(Tasking(record_id=record.id, queue=callback_data.queue))
    turn.say("reviews-ask-task", name=author.name)


@area.hears(Answer(Tasking))
async def tasked(message: Message, step: Tasking, turn: Turn) -> None:
    record, author = await to_task(turn, step.record_id)
    words = kept(turn, message.text or "", LONGEST_OPINION)
    turn.go(None)
    await give(turn, record, author, words, step.queue)
    turn.say("reviews-task-given", name=author.name)


async def give(turn: Turn, record: Record, author: Person, words: str, queue: int) -> None:
    """Into the person's agenda of their next working day, from where their briefing has it (A09)."""
    visit = await visit_store.by_id(turn.db, record.visit_id)
    if visit is None or await reading_store.task_given(turn.db, visit.id, turn.me.id):
        raise Refusal("reviews-task-there")
    day = calendar_of(turn, author.unit_id).after(day_of(turn.now, turn.zone_of(author.unit_id)))
    item = await agenda_store.add(
        turn.db,
        Item(
            id=0,
            person_id=author.id,
            unit_id=author.unit_id,
            sort=Sort.TASK,
            day=day,
            client_id=visit.client_id,
            text=words,
            visit_id=visit.id,
            made_by=turn.me.id,
            made_at=turn.now,
        ),
    )
    turn.note(f"visit:{visit.id}", task=item)
    await show(turn, visit, record, author, edit=True, queue=queue)
    if works(turn, author):
        turn.say("reviews-task-for-you", to=author, name=turn.me.name, day=day, text=words)


# ---------------------------------------------------------------- whose


async def to_task(turn: Turn, record_id: int) -> tuple[Record, Person]:
    """A record that counts, whose writer this person leads."""
    record = await store.by_id(turn.db, record_id)
    if record is None:
        raise Refusal("turn-button-over")
    author = await author_in_scope(turn, record)
    if author.id == turn.me.id:
        raise Refusal("records-own-review")
    if not may_decide(turn, author):
        raise Refusal("reviews-not-yours")
    return record, author


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


def works(turn: Turn, author: Person) -> bool:
    return has_access(author, day_of(turn.now, turn.zone_of(author.unit_id)))


__all__ = ["Read", "area", "show"]
