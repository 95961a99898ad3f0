"""Work logs to read, in the queue's own message: an opinion in words, tomorrow's task; the writer hears both (A09).

A log is read once with a word for everybody who leads its writer; whoever is slower hears who was quicker. Nobody reads
their own here (S-11).
"""

from datetime import date, timedelta

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules.agenda import Item, Sort
from bot.rules.days import day_of
from bot.rules.people import SUPERVISING, Person, reaches
from bot.rules.refusal import Refusal
from bot.rules.review_readings import Seen
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import reviews, team
from handlers.answers import Answer, kept
from handlers.questions import label
from handlers.review_buttons import Queue
from handlers.team_lines import grid
from handlers.workdays import calendar_of
from storage import agenda as agenda_store, logbook as store, people as people_store, review_queue as seen_store
from storage.logbook import Sent

area = Area("review_logs")

MOST = 9  # offered at once; the others follow when these are read
BACK = timedelta(days=14)
LONGEST = 500


class Open(Button, prefix="review_logs.open"):
    """A log by its writer and its number: twice the ordinal of its day, and one more for a week's."""

    person_id: int
    log: int


class Phrase(Button, prefix="review_logs.sign"):
    person_id: int
    log: int
    phrase: int


class Opine(Button, prefix="review_logs.opine"):
    person_id: int
    log: int


class Task(Button, prefix="review_logs.task"):
    person_id: int
    log: int


class Opining(Step, kind="review_logs.opining"):
    person_id: int
    day: date
    week: bool


class Tasking(Step, kind="review_logs.tasking"):
    person_id: int
    day: date
    week: bool


async def rows_of(turn: Turn) -> tuple[int, list[list[Choice]]]:
    """How many logs wait, and buttons for the oldest of them: for the queue."""
    led = await people_store.in_units(turn.db, team.led(turn))
    names = {each.id: each.name for each in led if each.id != turn.me.id}
    waiting = [
        each
        for kind in (store.DAY, store.WEEK)
        for each in await store.sent(turn.db, names, turn.today - BACK, turn.today, kind)
        if each.read_at is None
    ]
    waiting.sort(key=lambda each: (each.day, each.person_id))
    choices = [
        Choice(
            "review-log-week" if each.kind == store.WEEK else "review-log-day",
            Open(person_id=each.person_id, log=number_of(each)),
            name=names[each.person_id],
            day=each.day,
        )
        for each in waiting[:MOST]
    ]
    return len(waiting), grid(choices, 2)


@area.taps(Open)
async def open(query: CallbackQuery, callback_data: Open, turn: Turn) -> None:
    """The log as it was sent; opening it is kept."""
    log, person = await theirs(turn, callback_data.person_id, *day_from(callback_data.log))
    await store.read(turn.db, person.id, log.day, log.kind, turn.me.id, turn.now)
    turn.note(f"person:{person.id}", read=log.kind, day=log.day.isoformat())
    await show(turn, log, person)


async def show(turn: Turn, log: Sent, person: Person) -> None:
    said = await seen_store.seen_by(turn.db, about(log))
    number = number_of(log)
    rows: list[list[Choice]] = []
    if said is None:
        rows = [
            [Choice(key, Phrase(person_id=person.id, log=number, phrase=n)) for n, key in enumerate(reviews.PHRASES)],
            [Choice("reviews-opine", Opine(person_id=person.id, log=number))],
        ]
    rows.append(
        [
            Choice("reviews-task", Task(person_id=person.id, log=number)),
            Choice("reviews-queue", Queue()),
        ]
    )
    turn.edit(
        reviews.QUEUE,
        "review-log",
        buttons=rows,
        name=person.name,
        day=log.day,
        words=log.text,
        opinion=Line("records-line-opinion", opinion=said.reason or "") if said is not None else "",
    )


# ---------------------------------------------------------------- an opinion


@area.taps(Phrase)
async def sign(query: CallbackQuery, callback_data: Phrase, turn: Turn) -> None:
    """Signed with an opinion in words, by one tap."""
    log, person = await theirs(turn, callback_data.person_id, *day_from(callback_data.log))
    await signed(turn, log, person, label(turn, reviews.OPINIONS, callback_data.phrase))
    turn.toast("reviews-signed")


@area.taps(Opine)
async def opine(query: CallbackQuery, callback_data: Opine, turn: Turn) -> None:
    log, person = await theirs(turn, callback_data.person_id, *day_from(callback_data.log))
    await refuse_signed(turn, log)
    turn.go(Opining(person_id=person.id, day=log.day, week=log.kind == store.WEEK))
    turn.say("reviews-ask-opinion", name=person.name)


@area.hears(Answer(Opining))
async def opining(message: Message, step: Opining, turn: Turn) -> None:
    log, person = await theirs(turn, step.person_id, step.day, step.week)
    words = kept(turn, message.text or "", LONGEST)
    turn.go(None)
    await signed(turn, log, person, words)
    turn.say("reviews-signed")


async def signed(turn: Turn, log: Sent, person: Person, words: str) -> None:
    """Keep the word on the log, once, and let its writer hear it."""
    await refuse_signed(turn, log)
    await store.read(turn.db, person.id, log.day, log.kind, turn.me.id, turn.now)
    await seen_store.see(
        turn.db,
        Seen(
            id=0,
            about=about(log),
            person_id=person.id,
            unit_id=person.unit_id,
            by=turn.me.id,
            at=turn.now,
            accepted=True,
            reason=words,
        ),
    )
    turn.note(f"person:{person.id}", signed=log.kind, day=log.day.isoformat())
    await show(turn, log, person)
    if reviews.works(turn, person):
        turn.say("review-log-signed-for-you", to=person, name=turn.me.name, day=log.day, words=words)


async def refuse_signed(turn: Turn, log: Sent) -> None:
    said = await seen_store.seen_by(turn.db, about(log))
    if said is not None:
        by = await people_store.by_id(turn.db, said.by)
        raise Refusal("approvals-said-already", by=by.name if by else "—", at=said.at)


# ---------------------------------------------------------------- tomorrow's task


@area.taps(Task)
async def task(query: CallbackQuery, callback_data: Task, turn: Turn) -> None:
    log, person = await theirs(turn, callback_data.person_id, *day_from(callback_data.log))
    turn.go(Tasking(person_id=person.id, day=log.day, week=log.kind == store.WEEK))
    turn.say("reviews-ask-task", name=person.name)


@area.hears(Answer(Tasking))
async def tasking(message: Message, step: Tasking, turn: Turn) -> None:
    """Into the writer's agenda of their next working day (A09)."""
    log, person = await theirs(turn, step.person_id, step.day, step.week)
    words = kept(turn, message.text or "", LONGEST)
    turn.go(None)
    day = calendar_of(turn, person.unit_id).after(day_of(turn.now, turn.zone_of(person.unit_id)))
    item = await agenda_store.add(
        turn.db,
        Item(
            id=0,
            person_id=person.id,
            unit_id=person.unit_id,
            sort=Sort.TASK,
            day=day,
            text=words,
            made_by=turn.me.id,
            made_at=turn.now,
        ),
    )
    turn.note(f"person:{person.id}", task=item)
    await show(turn, log, person)
    if reviews.works(turn, person):
        turn.say("reviews-task-for-you", to=person, name=turn.me.name, day=day, text=words)
    turn.say("reviews-task-given", name=person.name)


# ---------------------------------------------------------------- whose


async def theirs(turn: Turn, person_id: int, day: date, week: bool) -> tuple[Sent, Person]:
    """A log of somebody whom this person leads; another's, or one's own, is a button that is over."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None or person.id == turn.me.id or not reaches(turn.me, person.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-button-over")
    found = await store.sent(turn.db, [person.id], day, day, store.WEEK if week else store.DAY)
    if not found:
        raise Refusal("turn-button-over")
    return found[0], person


def number_of(log: Sent) -> int:
    return log.day.toordinal() * 2 + (log.kind == store.WEEK)


def day_from(number: int) -> tuple[date, bool]:
    """The day of a log's number, and whether it is a week's."""
    ordinal, week = divmod(number, 2)
    if not 0 < ordinal <= date.max.toordinal():
        raise Refusal("turn-button-over")
    return date.fromordinal(ordinal), bool(week)


def about(log: Sent) -> str:
    return f"log:{log.person_id}:{log.kind}:{log.day.isoformat()}"
