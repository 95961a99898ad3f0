"""One's own requests: withdrawn before they begin, shortened while they run, proven afterwards (5.5)."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language.intents import is_no
from bot.rules import leave as rules
from bot.rules.days import day_of, moment
from bot.rules.handing_over import asked
from bot.rules.leave import Leave, Status
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.talk import Area, In, Step
from bot.text import Line
from bot.turn import Turn
from handlers import deciding, handing_over, leave_facts
from handlers.answers import Answer as Spoken, kept
from handlers.draft import name_of
from handlers.leave_buttons import AnswerBack, ComeBack, Prove, ReportBack, Withdraw
from storage import clients as client_store, leave as store, people, records as record_store

area = Area("own_leave")

MOST_SEEN = 12
LONGEST_ANSWER = 200
FIRST_DAYS = timedelta(days=7)  # so far ahead the return pack looks
CARD = "leave-card"  # the slot of the newest card


class Proving(Step, kind="own_leave.proving"):
    """A picture or a document is to come."""

    leave_id: int


def history_line(turn: Turn, leave: Leave) -> Line:
    return Line(
        "leave-history",
        kind=Line(f"leave-kind-{leave.kind}"),
        span=leave_facts.span_line(turn, leave),
        days=rules.shown(leave.days),
        kept=Line("leave-protected", day=leave.protected_until) if is_protected(turn, leave) else "",
        status=Line(f"leave-status-{rules.at(leave, turn.now)}"),
    )


def is_protected(turn: Turn, leave: Leave) -> bool:
    """L18: whether the grade still stays because of this leave."""
    return leave.protected_until is not None and leave.protected_until >= turn.today


def own_rows(turn: Turn, leave: Leave) -> list[list[Choice]]:
    """What the person can do about a request."""
    rows: list[list[Choice]] = []
    now = rules.at(leave, turn.now)
    if now in rules.WAITING or now is Status.APPROVED:
        rows.append([Choice("leave-withdraw", Withdraw(leave_id=leave.id), day=leave.first)])
    if now is Status.ACTIVE and leave.change_to is None:
        rows.append(
            [
                Choice("leave-come-back", ComeBack(leave_id=leave.id, whole=False)),
                Choice("leave-cancel", ComeBack(leave_id=leave.id, whole=True)),
            ]
        )
    needs_proof = leave_facts.type_of(turn, leave.kind, leave.unit_id).needs_proof
    if needs_proof and leave.proof is None and leave.status in rules.BINDING:
        rows.append([Choice("leave-prove", Prove(leave_id=leave.id), day=leave.first)])
    return rows


@area.taps(Withdraw)
async def withdraw(query: CallbackQuery, callback_data: Withdraw, turn: Turn) -> None:
    """Taken back before it begins; everybody who was asked sees it."""
    leave = await mine(turn, callback_data.leave_id)
    gone = rules.withdraw(leave, turn.me.id, turn.now)
    await deciding.settle(turn, gone, leave, turn.me)
    turn.edit(CARD, "leave-withdrawn", **await leave_facts.shown(turn, gone, turn.me))
    # As long as nobody had taken the work over, those who decide had not heard of it.
    unheard: list[Person] | None = [] if leave.status is Status.HANDOVER_NEEDED else None
    await deciding.tell_all(turn, gone, turn.me, Line("leave-verdict-withdrawn", at=turn.now), unheard)


@area.taps(ComeBack)
async def come_back(query: CallbackQuery, callback_data: ComeBack, turn: Turn) -> None:
    """Shorten or cancel a leave that is running: whoever decides must agree."""
    leave = await mine(turn, callback_data.leave_id)
    ends = leave.starts if callback_data.whole else max(turn.now.replace(second=0, microsecond=0), leave.starts)
    wished = rules.ask_change(leave, turn.me.id, ends, turn.now)
    if not await store.save(turn.db, wished, leave):
        raise Refusal("turn-button-over")
    turn.note(f"leave:{leave.id}", change=True)
    told = await deciding.ask_change(turn, wished, turn.me)
    turn.edit(CARD, "leave-change-asked", told=told, **await leave_facts.shown(turn, wished, turn.me))


async def mine(turn: Turn, leave_id: int) -> Leave:
    leave = await store.by_id(turn.db, leave_id)
    if leave is None or leave.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return leave


# ---------------------------------------------------------------- when it begins and ends


@area.job
async def begin(turn: Turn, leave_id: int) -> None:
    """The colleagues hear that it begins, and what is theirs now; what has come up meanwhile goes to the stand-in."""
    leave, person = await known(turn, leave_id)
    if leave is None or person is None or rules.at(leave, turn.now) is not Status.ACTIVE:
        return
    pieces = await handing_over.take_in(turn, leave)
    facts = await leave_facts.shown(turn, leave, person)
    for colleague in (await people.by_ids(turn.db, asked(pieces, leave.standin_id))).values():
        given = await handing_over.lines(turn, pieces, only_for=colleague.id)
        turn.say("leave-begins", to=colleague, slot=f"leave:{leave.id}:over", open=given, **facts)


@area.job
async def back(turn: Turn, leave_id: int) -> None:
    """The return pack: what colleagues did, who saw one's clients, what is open again, due next, and owed."""
    leave, person = await known(turn, leave_id)
    if leave is None or person is None or rules.at(leave, turn.now) is not Status.ENDED:
        return
    done, still = await handing_over.bring_back(turn, leave)
    seen = await store.seen_meanwhile(turn.db, person.id, leave.interval)
    clients = await client_store.clients_by_id(turn.db, [row.client_id for row in seen])
    policy, zone = turn.policy_of(leave.unit_id), turn.zone_of(leave.unit_id)
    lines: list[Line] = done + [
        Line("leave-seen", day=row.arrived_at, by=row.by, whom=name_of(clients.get(row.client_id), policy))
        for row in seen[:MOST_SEEN]
    ]
    if leave.days < 1 and not lines and not still:
        return  # an hour or a half day in which nothing happened
    owed = await record_store.unwritten(turn.db, person.id)
    if owed:
        lines.append(Line("leave-open-records", count=len(owed)))
    due = await handing_over.due_next(turn, person, day_of(turn.now, zone) + FIRST_DAYS)
    standin = await people.by_id(turn.db, leave.standin_id) if leave.standin_id else None
    turn.say(
        "leave-back",
        to=person,
        slot=CARD,
        buttons=[[Choice("leave-report-back", ReportBack(leave_id=leave.id))]] if leave.closed_at is None else (),
        lines=lines or [Line("leave-nothing-happened")],
        coming=[Line("leave-due-next"), *due] if due else "",
        kept=Line("leave-protected", day=leave.protected_until) if leave.protected_until else "",
        standin=Line("leave-ask-standin-back", name=standin.name) if standin else "",
    )


@area.taps(ReportBack)
async def report(query: CallbackQuery, callback_data: ReportBack, turn: Turn) -> None:
    """Back to work (销假): one tap, and whoever granted it knows."""
    leave = await mine(turn, callback_data.leave_id)
    closed = rules.report_back(leave, turn.me.id, turn.now)
    if not await store.save(turn.db, closed, leave):
        raise Refusal("turn-button-over")
    turn.note(f"leave:{leave.id}", status=rules.at(closed, turn.now))
    span = leave_facts.span_line(turn, leave)
    turn.edit(CARD, "leave-closed", span=span, at=turn.now)
    for boss in await deciding.facing(turn, closed, turn.me):
        turn.say("leave-reported-back", to=boss, who=turn.me.name, span=span, at=turn.now)


async def known(turn: Turn, leave_id: int) -> tuple[Leave | None, Person | None]:
    leave = await store.by_id(turn.db, leave_id)
    return leave, await people.by_id(turn.db, leave.person_id) if leave else None


# ---------------------------------------------------------------- a question, and a table that was not published


class Answering(Step, kind="own_leave.answering"):
    """What does the person answer to whoever decides?"""

    leave_id: int


@area.taps(AnswerBack)
async def answer(query: CallbackQuery, callback_data: AnswerBack, turn: Turn) -> None:
    leave = await mine(turn, callback_data.leave_id)
    if not leave.asked_back or leave.status not in rules.WAITING:
        raise Refusal(
            f"leave-is-{rules.at(leave, turn.now)}" if leave.status not in rules.WAITING else "leave-answered"
        )
    turn.go(Answering(leave_id=leave.id))
    turn.say("leave-ask-answer", question=leave.question)


@area.hears(Spoken(Answering))
async def answering(message: Message, turn: Turn, step: Answering) -> None:
    """The card goes back to those who decide, with question and answer."""
    leave = await mine(turn, step.leave_id)
    told = rules.answer_back(leave, turn.me.id, kept(turn, message.text or "", LONGEST_ANSWER))
    if not await store.save(turn.db, told, leave):
        raise Refusal("turn-button-over")
    turn.go(None)
    turn.note(f"leave:{leave.id}", answered=True)
    if told.status is Status.HANDOVER_NEEDED:
        turn.say("leave-answer-kept")
        return
    turn.say("leave-answer-sent", told=await deciding.ask(turn, told, turn.me))


@area.job
async def recount(turn: Turn, leave_id: int) -> None:
    """A year's table was not published when this was asked for: look every day, and recount when it is (5.5)."""
    leave, person = await known(turn, leave_id)
    if leave is None or person is None or leave.status not in rules.BINDING:
        return
    spent = leave_facts.cost_of(turn, leave)
    if spent.count.unknown_years:
        expect_table(turn, leave)
        return
    if spent.days == leave.days:
        return
    counted = replace(leave, days=spent.days)
    await deciding.settle(turn, counted, leave, person)
    facts = await leave_facts.shown(turn, counted, person)
    before = rules.shown(leave.days)
    turn.say("leave-recounted", to=person, slot=CARD, buttons=own_rows(turn, counted), before=before, **facts)
    for boss in (await leave_facts.deciders(turn, person, counted))[0]:
        turn.say("leave-recounted", to=boss, before=before, **facts)


def expect_table(turn: Turn, leave: Leave) -> None:
    """Look again on the next morning, as long as days of the leave are counted by the week alone."""
    spent = leave_facts.cost_of(turn, leave)
    if not spent.count.unknown_years or leave.ends <= turn.now:
        return
    zone = turn.zone_of(leave.unit_id)
    due = moment(day_of(turn.now, zone) + timedelta(days=1), turn.policy_of(leave.unit_id).calendar.opening, zone)
    turn.later("own_leave.recount", name=f"leave:{leave.id}:recount", due=due, leave_id=leave.id)


# ---------------------------------------------------------------- proof


@area.taps(Prove)
async def prove(query: CallbackQuery, callback_data: Prove, turn: Turn) -> None:
    leave = await mine(turn, callback_data.leave_id)
    turn.go(Proving(leave_id=leave.id))
    turn.say("leave-ask-proof")


@area.hears(In(Proving), F.photo | F.document)
async def proof(message: Message, turn: Turn, step: Proving) -> None:
    """Only Telegram's number of the file is kept."""
    leave = await mine(turn, step.leave_id)
    file_id = message.photo[-1].file_id if message.photo else message.document.file_id if message.document else ""
    await store.prove(turn.db, leave.id, file_id)
    await show_proof(turn, leave, file_id, photo=bool(message.photo))
    turn.forget(f"leave:{leave.id}:proof")
    turn.go(None)
    turn.note(f"leave:{leave.id}", proof=True)
    turn.say("leave-proof-kept")


async def show_proof(turn: Turn, leave: Leave, file_id: str, *, photo: bool) -> None:
    """Whoever decided sees the certificate once, or whoever is to decide."""
    bosses = (await deciding.facing(turn, leave, turn.me)) if leave.status in rules.BINDING else []
    facts: dict[str, Any] = {"who": turn.me.name, "span": leave_facts.span_line(turn, leave)}
    for boss in bosses:
        if photo:
            turn.send_photo("leave-proof-came", file_id=file_id, to=boss, **facts)
        else:
            turn.send_document("leave-proof-came", file_id=file_id, to=boss, **facts)


@area.hears(Spoken(Proving))
async def no_proof(message: Message, turn: Turn, step: Proving) -> None:
    if is_no(message.text or ""):
        turn.go(None)
        turn.say("leave-proof-later")
        return
    turn.say("leave-ask-proof")


@area.job
async def miss_proof(turn: Turn, leave_id: int) -> None:
    """The proof is still to come."""
    leave, person = await known(turn, leave_id)
    if leave is None or person is None or leave.proof or leave.status not in rules.BINDING:
        return
    rows = [[Choice("leave-prove", Prove(leave_id=leave.id), day=leave.first)]]
    turn.say("leave-proof-missing", to=person, buttons=rows, span=leave_facts.span_line(turn, leave))


def expect_proof(turn: Turn, leave: Leave) -> None:
    turn.later("own_leave.miss_proof", name=f"leave:{leave.id}:proof", due=proof_due(turn, leave), leave_id=leave.id)


def proof_due(turn: Turn, leave: Leave) -> datetime:
    """The morning after its last day."""
    start = turn.policy_of(leave.unit_id).calendar.opening
    return moment(leave.last + timedelta(days=1), start, turn.zone_of(leave.unit_id))
