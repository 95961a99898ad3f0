"""One's own requests: withdrawn before they begin, shortened while they run, proven afterwards (5.5)."""

from datetime import datetime, timedelta

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language.intents import is_no
from bot.rules import leave as rules
from bot.rules.days import moment
from bot.rules.leave import Leave, Status
from bot.rules.people import Person
from bot.rules.refusal import Refusal
from bot.talk import Area, In, Step
from bot.text import Line
from bot.turn import Turn
from handlers import deciding, leave_facts
from handlers.answers import Answer
from handlers.draft import name_of
from handlers.leave_buttons import ComeBack, Prove, Withdraw
from storage import clients as client_store, leave as store, people, records as record_store

area = Area("own_leave")

MOST_SEEN = 12
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
        status=Line(f"leave-status-{rules.at(leave, turn.now)}"),
    )


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
    await deciding.tell_all(turn, gone, turn.me, Line("leave-verdict-withdrawn", at=turn.now))


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
    """The stand-in hears that it begins, and what is open."""
    leave, person = await known(turn, leave_id)
    if leave is None or person is None or leave.standin_id is None or rules.at(leave, turn.now) is not Status.ACTIVE:
        return
    standin = await people.by_id(turn.db, leave.standin_id)
    if standin is not None:
        facts = await leave_facts.shown(turn, leave, person)
        open_ = await leave_facts.open_lines(turn, leave, person.id)
        turn.say("leave-begins", to=standin, slot=f"leave:{leave.id}:over", open=open_, **facts)


@area.job
async def back(turn: Turn, leave_id: int) -> None:
    """The return pack: who saw one's clients meanwhile, and what is owed."""
    leave, person = await known(turn, leave_id)
    if leave is None or person is None or rules.at(leave, turn.now) is not Status.ENDED:
        return
    seen = await store.seen_meanwhile(turn.db, person.id, leave.interval)
    clients = await client_store.clients_by_id(turn.db, [row.client_id for row in seen])
    policy = turn.policy_of(leave.unit_id)
    lines: list[Line] = [
        Line("leave-seen", day=row.arrived_at, by=row.by, whom=name_of(clients.get(row.client_id), policy))
        for row in seen[:MOST_SEEN]
    ]
    owed = await record_store.unwritten(turn.db, person.id)
    if owed:
        lines.append(Line("leave-open-records", count=len(owed)))
    standin = await people.by_id(turn.db, leave.standin_id) if leave.standin_id else None
    turn.say(
        "leave-back",
        to=person,
        lines=lines or [Line("leave-nothing-happened")],
        standin=Line("leave-ask-standin-back", name=standin.name) if standin else "",
    )


async def known(turn: Turn, leave_id: int) -> tuple[Leave | None, Person | None]:
    leave = await store.by_id(turn.db, leave_id)
    return leave, await people.by_id(turn.db, leave.person_id) if leave else None


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
    turn.forget(f"leave:{leave.id}:proof")
    turn.go(None)
    turn.note(f"leave:{leave.id}", proof=True)
    turn.say("leave-proof-kept")


@area.hears(Answer(Proving))
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
