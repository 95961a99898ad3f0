"""The queue of records (/review): the riskiest first with the reasons, a sample by chance mixed in, one moving card.

Open, sign in words, set tomorrow's task, next: four taps a record. Nobody meets their own here (A09, A17, S-11).
"""

from datetime import time

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.rules.days import day_of, moment
from bot.rules.people import SUPERVISING, reaches
from bot.rules.refusal import Refusal
from bot.rules.review_risk import Entry, Reason
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import review_logs, reviews
from handlers.record_card import Write
from handlers.review_buttons import Next, Nudge, Open, Queue
from handlers.review_facts import Queue as Waiting, queue_of
from handlers.team_lines import grid
from handlers.visit_card import client_of, name_of, put
from storage import people as people_store, records as record_store, review_queue as store, visits as visit_store

area = Area("review_queue")

PAGE = 8


@area.command("review")
@area.caption("menu-review")
async def queue(message: Message, turn: Turn) -> None:
    """What waits to be read; the month's sample is drawn now where it is not complete."""
    await show_queue(turn, await queue_of(turn, draw=True), 0, edit=False)


@area.taps(Queue)
async def show(query: CallbackQuery, callback_data: Queue, turn: Turn) -> None:
    await show_queue(turn, await queue_of(turn), callback_data.page, edit=True)


async def show_queue(turn: Turn, waiting: Waiting, page: int, *, edit: bool) -> None:
    entries = waiting.entries
    pages = max(1, -(-len(entries) // PAGE))
    page = min(max(page, 0), pages - 1)
    shown = list(enumerate(entries, 1))[page * PAGE : (page + 1) * PAGE]
    numbers = [
        Choice("review-queue-number", Open(visit_id=each.visit_id), number=number)
        if each.record_id is not None
        else Choice("review-queue-nudge", Nudge(visit_id=each.visit_id), number=number)
        for number, each in shown
    ]
    turning = [
        *([Choice("team-page-before", Queue(page=page - 1), page=page, pages=pages)] if page else []),
        *([Choice("team-page-after", Queue(page=page + 1), page=page + 2, pages=pages)] if page < pages - 1 else []),
    ]
    logs, log_rows = await review_logs.rows_of(turn) if page == 0 else (0, [])
    put(
        turn,
        reviews.QUEUE,
        "review-queue",
        edit=edit,
        buttons=[
            *grid(numbers, 4),
            *([turning] if turning else []),
            *log_rows,
            [Choice("boards-refresh", Queue(page=page))],
        ],
        records=sum(each.record_id is not None for each in entries),
        missing=sum(each.record_id is None for each in entries),
        lines=[entry_line(turn, waiting, number, each) for number, each in shown] or [Line("review-queue-empty")],
        logs=Line("review-logs", count=logs) if logs else "",
    )


def entry_line(turn: Turn, waiting: Waiting, number: int, entry: Entry) -> Line:
    """One place of the queue: whose, which client, which day, and why here."""
    visit = waiting.visits[entry.visit_id]
    return Line(
        "review-queue-line",
        number=number,
        name=waiting.people[entry.person_id].name,
        client=name_of(turn, waiting.clients.get(visit.client_id or 0), visit.lead),
        day=entry.day,
        why=together(reasons_of(entry)) or Line("review-why-none"),
    )


def reasons_of(entry: Entry) -> list[Line]:
    return [
        Line("review-why-copy", percent=entry.alike)
        if each is Reason.COPY
        else Line(f"review-why-{each.value.replace('_', '-')}")
        for each in entry.reasons
    ]


def together(lines: list[Line]) -> Line | None:
    found: Line | None = None
    for each in lines:
        found = Line("review-why-and", one=found, other=each) if found else each
    return found


# ---------------------------------------------------------------- one record after the other


@area.taps(Open)
async def open(query: CallbackQuery, callback_data: Open, turn: Turn) -> None:
    """Open a record of the queue, in the queue's own message."""
    waiting = await queue_of(turn)
    entry = next((each for each in waiting.entries if each.visit_id == callback_data.visit_id), None)
    if entry is None or entry.record_id is None:
        visit = await visit_store.by_id(turn.db, callback_data.visit_id)
        if visit is None or not reaches(turn.me, visit.unit_id, turn.units, SUPERVISING):
            raise Refusal("turn-button-over")
        raise Refusal("reviews-decided-meanwhile")
    await open_card(turn, waiting, entry)


@area.taps(Next)
async def next_one(query: CallbackQuery, callback_data: Next, turn: Turn) -> None:
    """The next one that this person has not looked at today; at the end the queue, as it stands."""
    waiting = await queue_of(turn)
    today = moment(day_of(turn.now, turn.zone), time(0), turn.zone)
    looked = await store.opened_since(turn.db, turn.me.id, today)
    readable = [each for each in waiting.entries if each.record_id is not None]
    fresh = [each for each in readable if each.record_id not in looked]
    if not fresh:
        await show_queue(turn, waiting, 0, edit=True)
        turn.toast("review-queue-through")
        return
    await open_card(turn, waiting, fresh[0])


async def open_card(turn: Turn, waiting: Waiting, entry: Entry) -> None:
    record = waiting.records[entry.visit_id]
    author = waiting.people[entry.person_id]
    turn.note(f"visit:{entry.visit_id}", read=record.id, score=entry.score, sampled=Reason.SAMPLE in entry.reasons)
    await reviews.opened(turn, record, sampled=Reason.SAMPLE in entry.reasons)
    why = together(reasons_of(entry))
    reasons = [Line("review-why", why=why)] if why else []
    await reviews.show(turn, waiting.visits[entry.visit_id], record, author, edit=True, queue=1, reasons=reasons)


@area.taps(Nudge)
async def nudge(query: CallbackQuery, callback_data: Nudge, turn: Turn) -> None:
    """Ask the RM for a record that is missing."""
    visit = await visit_store.by_id(turn.db, callback_data.visit_id)
    person = await people_store.by_id(turn.db, visit.person_id) if visit else None
    if visit is None or person is None or not reaches(turn.me, visit.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-button-over")
    if person.id == turn.me.id:
        raise Refusal("records-own-review")
    counts, _ = await record_store.of_visit(turn.db, visit.id)
    if counts is not None and counts.submitted_at is not None and not counts.opinion:
        raise Refusal("review-queue-came")
    if not reviews.works(turn, person):
        raise Refusal("review-queue-gone", name=person.name)
    turn.note(f"visit:{visit.id}", nudged=person.id)
    from_whom = turn.me.name
    turn.say(
        "review-queue-please",
        to=person,
        name=from_whom,
        day=visit.day,
        client=name_of(turn, await client_of(turn, visit), visit.lead),
        buttons=[[Choice("review-queue-write", Write(visit_id=visit.id))]],
    )
    turn.toast("review-queue-nudged", name=person.name)
