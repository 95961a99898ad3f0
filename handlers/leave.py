"""Asking for leave: one sentence or a few taps, one card, one tap; one's own overview (L01-L04, 5.5).

A complete sentence needs two touches. Only what is missing is asked; what cannot be is said with what would work,
and nothing is written down before the confirmation.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message
from pydantic import Field

from bot.buttons import Choice
from bot.language import leave as language
from bot.language.intents import is_no, is_yes
from bot.language.persons_named import same_person
from bot.rules import leave as rules
from bot.rules.handing_over import Handed, Piece, asked, planned
from bot.rules.intervals import Half, Interval
from bot.rules.leave import Ask, Leave, Standing, Status
from bot.rules.leave_types import Kind, Unit
from bot.rules.people import Person, has_access
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import deciding, handing_over, handover, leave_facts, own_leave
from handlers.answers import Answer, kept
from handlers.leave_buttons import (
    Confirm,
    Discard,
    LookAtPieces,
    PickHalf,
    PickSort,
    PickStandin,
    PickWhen,
    Redo,
)
from handlers.own_leave import CARD, history_line, own_rows
from handlers.questions import grid
from handlers.workdays import calendar_of
from storage import leave as store, outings as outing_store, people

area = Area("leave")

LONGEST_REASON = 100
MOST_COLLEAGUES = 12
MOST_SHOWN = 8

# What is asked anew when a rule said no: the answer that would help.
WAY_ON = {
    "leave-standin-self": "standin",
    "leave-standin-away": "standin",
    "leave-not-for-you": "sort",
    "leave-unit-too-small": "sort",
    "leave-not-enough": "sort",
}


class Asking(Step, kind="leave.asking"):
    """A leave being told. Days and hours are local and naive, as they were said."""

    number: int
    asking: str = ""
    sort: str | None = None
    unit: str | None = None
    start: datetime | None = None
    end: datetime | None = None
    half: str | None = None
    start_half: str | None = None
    end_half: str | None = None
    standin_id: int | None = None
    unknown_standin: str | None = None
    reason: str | None = None
    # What becomes of single pieces of work: "agenda:12" to "give:5", "postpone", "close".
    plans: dict[str, str] = Field(default_factory=dict)
    choosing: str | None = None  # the piece that is being asked about


# ---------------------------------------------------------------- beginning


@area.command("leave")
async def ask(message: Message, turn: Turn) -> None:
    """One's own balance, what waits and what was, with the kinds as buttons; words behind it are a sentence."""
    text = (message.text or "").partition(" ")[2].strip()
    if text:
        await by_words(turn, text)
        return
    draft = Asking(number=turn.stamp, asking="sort")
    turn.go(draft)
    latest = await store.latest(turn.db, turn.me.id, MOST_SHOWN)
    lines: list[Line] = []
    for kind in (Kind.ANNUAL, Kind.COMPENSATORY):
        left = await leave_facts.balance(turn, turn.me, kind, None)
        if left is not None:
            lines.append(Line("leave-left", kind=Line(f"leave-kind-{kind}"), days=rules.shown(left)))
    lines += [history_line(turn, each) for each in latest]
    rows = sort_rows(turn, draft) + [row for each in latest for row in own_rows(turn, each)]
    turn.say("leave-overview", slot=CARD, buttons=rows, lines=lines or [Line("leave-none-yet")])


async def by_words(turn: Turn, text: str) -> None:
    """A sentence that asks for leave."""
    text = kept(turn, text, 300)
    await heard(turn, Asking(number=turn.stamp), text)


async def heard(turn: Turn, draft: Asking, text: str) -> None:
    """Take from a sentence what it says, and go on."""
    told = language.read(text, turn.sent_at.astimezone(turn.zone).replace(tzinfo=None), turn.language)
    draft = with_told(draft, told)
    if told.standin and same_person(told.standin, turn.me.name):
        turn.go(draft.model_copy(update={"asking": "standin"}))
        rows, _, _ = await question(turn, draft, "standin")
        turn.say("leave-standin-self", slot=CARD, buttons=rows)
        return
    if told.standin:
        found = [each for each in await colleagues(turn) if same_person(told.standin, each.name)]
        unknown = None if len(found) == 1 else told.standin[:40]
        draft = draft.model_copy(
            update={"standin_id": found[0].id if len(found) == 1 else None, "unknown_standin": unknown}
        )
    if told.problem:
        turn.go(draft.model_copy(update={"asking": "when"}))
        turn.say(f"leave-problem-{told.problem}", slot=CARD, buttons=when_rows(turn, draft))
        return
    await proceed(turn, draft, anew=True)


def with_told(draft: Asking, told: language.Heard) -> Asking:
    said: dict[str, Any] = {}
    if told.kind:
        said["sort"] = told.kind
    if told.reason:
        said["reason"] = told.reason[:LONGEST_REASON]
    if told.unit == "half" and told.start is None:
        said["unit"] = "half"
    if told.start is not None and (told.end is not None or told.unit != "hour"):
        said |= {"unit": told.unit or "day", "start": told.start, "end": told.end or told.start}
        said |= {"half": told.half, "start_half": told.start_half, "end_half": told.end_half}
    return draft.model_copy(update=said)


# ---------------------------------------------------------------- answering


@area.hears(Answer(Asking))
async def fill(message: Message, turn: Turn, step: Asking) -> None:
    """Whatever is said while a leave is being told: the answer asked for, a correction, yes or no."""
    text = kept(turn, message.text or "", 300)
    if is_no(text):
        turn.go(None)
        turn.say("leave-dropped")
        return
    if step.asking == "card" and is_yes(text):
        await confirmed(turn, step, anew=True)
        return
    if step.asking == "standin":
        found = [each for each in await colleagues(turn) if same_person(text, each.name)]
        if len(found) == 1:
            await proceed(turn, step.model_copy(update={"standin_id": found[0].id}), anew=True)
            return
    told = language.read(text, turn.sent_at.astimezone(turn.zone).replace(tzinfo=None), turn.language)
    if told.problem or told.kind or told.start or told.standin:
        await heard(turn, step, text)
    elif step.asking == "card" and told.reason:
        await proceed(turn, step.model_copy(update={"reason": told.reason[:LONGEST_REASON]}), anew=True)
    else:
        turn.say(f"leave-not-understood-{step.asking}")


@area.taps(PickSort)
async def pick_sort(query: CallbackQuery, callback_data: PickSort, turn: Turn) -> None:
    draft = drafting(turn, callback_data.number)
    if callback_data.sort not in set(Kind):
        raise Refusal("turn-button-over")
    await proceed(turn, draft.model_copy(update={"sort": callback_data.sort}))


@area.taps(PickWhen)
async def pick_when(query: CallbackQuery, callback_data: PickWhen, turn: Turn) -> None:
    """A whole day, today or one of the next."""
    draft = drafting(turn, callback_data.number)
    if not 0 <= callback_data.when <= 7:
        raise Refusal("turn-button-over")
    day = datetime.combine(turn.today + timedelta(days=callback_data.when), time())
    halves = {"half": None, "start_half": None, "end_half": None}
    unit = "half" if draft.unit == "half" else "day"
    await proceed(turn, draft.model_copy(update={"start": day, "end": day, "unit": unit, **halves}))


@area.taps(PickHalf)
async def pick_half(query: CallbackQuery, callback_data: PickHalf, turn: Turn) -> None:
    draft = drafting(turn, callback_data.number)
    if callback_data.half not in set(Half) or draft.start is None:
        raise Refusal("turn-button-over")
    await proceed(turn, draft.model_copy(update={"half": callback_data.half, "unit": "half"}))


@area.taps(PickStandin)
async def pick_standin(query: CallbackQuery, callback_data: PickStandin, turn: Turn) -> None:
    draft = drafting(turn, callback_data.number)
    if callback_data.person_id not in {each.id for each in await colleagues(turn)}:
        raise Refusal("turn-button-over")
    await proceed(turn, draft.model_copy(update={"standin_id": callback_data.person_id, "unknown_standin": None}))


@area.taps(Redo)
async def redo(query: CallbackQuery, callback_data: Redo, turn: Turn) -> None:
    """Say a field of the card anew."""
    draft = drafting(turn, callback_data.number)
    if callback_data.field not in ("sort", "when", "standin"):
        raise Refusal("turn-button-over")
    await put(turn, draft, callback_data.field, anew=False)


@area.taps(Confirm)
async def confirm(query: CallbackQuery, callback_data: Confirm, turn: Turn) -> None:
    await confirmed(turn, drafting(turn, callback_data.number))


@area.taps(Discard)
async def discard(query: CallbackQuery, callback_data: Discard, turn: Turn) -> None:
    drafting(turn, callback_data.number)
    turn.go(None)
    turn.edit(CARD, "leave-dropped")


def drafting(turn: Turn, number: int) -> Asking:
    if not isinstance(turn.step, Asking) or turn.step.number != number:
        raise Refusal("leave-card-over")
    return turn.step


async def proceed(turn: Turn, draft: Asking, *, anew: bool = False) -> None:
    """Ask for what is missing, or show the card; a rule's no is said with the question that would help."""
    try:
        await put(turn, draft, await next_need(turn, draft), anew=anew)
    except Refusal as no:
        field = WAY_ON.get(no.key, "when")
        turn.go(draft.model_copy(update={"asking": field}))
        rows, _, _ = await question(turn, draft, field)
        facts: dict[str, Any] = no.facts
        turn.say(no.key, slot=CARD, buttons=rows, **facts)


async def next_need(turn: Turn, draft: Asking) -> str:
    if draft.sort is None:
        return "sort"
    if draft.start is None or draft.end is None:
        return "when"
    if draft.unit == "half" and draft.start == draft.end and draft.half is None:
        return "half"
    if draft.unknown_standin:
        return "standin"
    wanted, _ = await requested(turn, draft)
    policy = turn.policy.rules.leave
    falls_in = any(each.piece is not Piece.RECORD for each in await pieces_of(turn, draft, wanted))
    needed = rules.needs_standin(policy.types[wanted.kind], wanted.days, falls_in, policy)
    return "standin" if needed and draft.standin_id is None and await colleagues(turn) else "card"


async def pieces_of(turn: Turn, draft: Asking, wanted: Leave) -> list[Handed]:
    """What falls into the leave, with what becomes of each piece as far as it is said."""
    found = await handing_over.found(turn, wanted.person_id, wanted.first, wanted.last, within=wanted.interval)
    return planned(found, draft.standin_id, draft.plans)


async def requested(turn: Turn, draft: Asking) -> tuple[Leave, rules.Cost]:
    """The draft as the request that it would be; raises Refusal with what stands in the way."""
    wanted = asked_for(turn, draft)
    first, last = (each.astimezone(turn.zone).date() for each in (wanted.interval.start, wanted.interval.end))
    standin = draft.standin_id
    away = await outing_store.absent(turn.db, [standin], wanted.interval.start, wanted.interval.end) if standin else {}
    standing = Standing(
        others=tuple(await store.binding(turn.db, [turn.me.id], first, last)),
        visits=tuple(await store.worked(turn.db, turn.me.id, wanted.interval)),
        standin_away=bool(away),
    )
    calendar, policy = calendar_of(turn, turn.me.unit_id), turn.policy.rules.leave
    spent = rules.check(wanted, standing, calendar, policy, turn.zone, turn.sent_at)
    leave = rules.submit(wanted, spent, calendar, policy, turn.zone, turn.sent_at)
    left = await leave_facts.balance(turn, turn.me, leave.kind, leave)
    if left is not None and leave.days > left:
        raise Refusal("leave-not-enough", days=rules.shown(leave.days), left=rules.shown(left))
    return leave, spent


def asked_for(turn: Turn, draft: Asking) -> Ask:
    """The draft in the rules' words."""
    if draft.start is None or draft.end is None or draft.sort is None:
        raise Refusal("leave-card-over")
    policy, zone = turn.policy.rules.leave, turn.zone
    if draft.unit == "hour":
        start, end = (each.replace(tzinfo=zone).astimezone(UTC) for each in (draft.start, draft.end))
        if end <= start:
            raise Refusal("leave-end-before-start")
        interval, unit = Interval(start, end), Unit.HOUR
    else:
        first, last = draft.start.date(), draft.end.date()
        halves = [Half(each) if each else None for each in (draft.start_half, draft.end_half)]
        if draft.half:
            halves = [Half(draft.half)] * 2
        interval = rules.stretch(first, last, policy, zone, halves[0], halves[1])
        unit = Unit.HALF if any(halves) else Unit.DAY
    return Ask(
        person_id=turn.me.id,
        unit_id=turn.me.unit_id,
        kind=policy.types[Kind(draft.sort)],
        unit=unit,
        interval=interval,
        roles=turn.me.roles,
        reason=draft.reason,
        standin_id=draft.standin_id,
    )


async def confirmed(turn: Turn, draft: Asking, *, anew: bool = False) -> None:
    """Write the request down and tell those whom it concerns."""
    need = await next_need(turn, draft)
    if need != "card":
        await put(turn, draft, need, anew=anew)
        return
    wanted, _ = await requested(turn, draft)
    pieces = await pieces_of(turn, draft, wanted)
    colleagues_asked = asked(pieces, wanted.standin_id)
    if colleagues_asked:
        wanted = replace(wanted, status=Status.HANDOVER_NEEDED)
    leave = await store.add(turn.db, wanted)
    await store.put_pieces(turn.db, [replace(each, leave_id=leave.id) for each in pieces])
    turn.go(None)
    turn.note(f"leave:{leave.id}", status=leave.status, retroactive=leave.retroactive)
    told = (
        await handover.ask(turn, leave, colleagues_asked)
        if colleagues_asked
        else await deciding.ask(turn, leave, turn.me)
    )
    own_leave.expect_table(turn, leave)
    if leave_facts.type_of(turn, leave.kind, leave.unit_id).needs_proof:
        own_leave.expect_proof(turn, leave)
    facts = await leave_facts.shown(turn, leave, turn.me)
    rows = own_rows(turn, leave)
    if anew:
        turn.say("leave-sent", slot=CARD, buttons=rows, told=told, **facts)
    else:
        turn.edit(CARD, "leave-sent", buttons=rows, told=told, **facts)


# ---------------------------------------------------------------- questions


async def put(turn: Turn, draft: Asking, field: str, *, anew: bool) -> None:
    """Put one question, or show the card."""
    rows, key, facts = await question(turn, draft, field)
    turn.go(draft.model_copy(update={"asking": field}))
    if anew:
        turn.say(key, slot=CARD, buttons=rows, **facts)
    else:
        turn.edit(CARD, key, buttons=rows, **facts)


async def question(turn: Turn, draft: Asking, field: str) -> tuple[list[list[Choice]], str, dict[str, Any]]:
    number = draft.number
    if field == "sort":
        return sort_rows(turn, draft), "leave-ask-sort", {}
    if field == "when":
        return when_rows(turn, draft), "leave-ask-when", {}
    if field == "half":
        return (
            [[Choice(f"leave-half-{half}", PickHalf(number=number, half=half)) for half in Half]],
            "leave-ask-half",
            {},
        )
    if field == "standin":
        choices = [
            Choice("leave-person", PickStandin(number=number, person_id=each.id), name=each.name)
            for each in await colleagues(turn)
        ]
        key = "leave-standin-unknown" if draft.unknown_standin else "leave-ask-standin"
        return grid(choices, 3), key, {"name": draft.unknown_standin or ""}
    leave, spent = await requested(turn, draft)
    pieces = await pieces_of(turn, draft, leave)
    standin = await people.by_id(turn.db, leave.standin_id) if leave.standin_id else None
    asked, first = await leave_facts.deciders(turn, turn.me, leave)
    decides = Line("leave-decides", name="、".join(each.name for each in asked)) if first else Line("leave-nobody")
    facts = leave_facts.facts_of(turn, leave, turn.me, spent, standin) | {
        "balance": await leave_facts.balance_of(turn, leave, turn.me),
        "decides": decides,
        "two": Line("leave-needs-two") if rules.needs_two(leave, turn.policy.rules.leave) else "",
        "proof": Line("leave-needs-proof") if turn.policy.rules.leave.types[leave.kind].needs_proof else "",
        "open": await handing_over.lines(turn, pieces),
    }
    rows = [
        [Choice("leave-confirm", Confirm(number=number))],
        *([[Choice("leave-pieces-look", LookAtPieces(number=number), count=len(pieces))]] if pieces else []),
        [Choice(f"leave-redo-{each}", Redo(number=number, field=each)) for each in ("sort", "when", "standin")],
        [Choice("leave-discard", Discard(number=number))],
    ]
    return rows, "leave-card", facts


def sort_rows(turn: Turn, draft: Asking) -> list[list[Choice]]:
    allowed = [kind for kind, rule in turn.policy.rules.leave.types.items() if rule.roles & turn.me.roles]
    return grid([Choice(f"leave-kind-{kind}", PickSort(number=draft.number, sort=kind)) for kind in allowed], 3)


def when_rows(turn: Turn, draft: Asking) -> list[list[Choice]]:
    days: list[date] = [turn.today + timedelta(days=number) for number in range(6)]
    return grid([Choice("leave-on", PickWhen(number=draft.number, when=n), day=day) for n, day in enumerate(days)], 3)


async def colleagues(turn: Turn) -> list[Person]:
    """Those of the unit who could take the work over."""
    everybody = await people.in_units(turn.db, [turn.me.unit_id])
    there = [each for each in everybody if each.id != turn.me.id and each.telegram_id and has_access(each, turn.today)]
    return there[:MOST_COLLEAGUES]
