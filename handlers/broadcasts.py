"""/broadcast: a notice to a unit, a role, or a saved audience: previewed with its number of people, now or at a time.

Two touches where the words come with the command. It leaves in the lowest rank, in portions, so that nobody who types
waits for it; one message tells the sender how far it is and edits itself; what is not yet sent can be stopped; who did
not acknowledge is reminded once.
"""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from aiogram import F
from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language import dates
from bot.rules import broadcasts as rules
from bot.rules.broadcasts import SENDING, Broadcast, Urgency
from bot.rules.days import day_of, moment
from bot.rules.people import Person, Role, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area, In, Step
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer, kept
from handlers.notices import PORTION, Stop, say_portion, show_progress
from handlers.visit_card import put
from storage import broadcasts as store, people as people_store

area = Area("broadcasts")

CARD = "broadcast-card"
MOST_UNITS, MOST_SAVED = 9, 4
ROLES: tuple[Role | None, ...] = (None, Role.RM, Role.CLERK, Role.TEAM_LEADER, Role.SUPERVISOR, Role.LEADER)
URGENCIES = tuple(Urgency)
TEXT, READY, TIME, NAME = "text", "ready", "time", "name"
ASKED = {TEXT: "broadcasts-ask-text", TIME: "broadcasts-ask-time", NAME: "broadcasts-ask-name"}
LONGEST_NAME = 20


class Writing(Step, kind="broadcasts.writing"):
    """A notice being prepared; `asking` is what was asked last."""

    number: int
    asking: str = TEXT
    text: str = ""
    file_kind: str | None = None
    file_id: str | None = None
    unit_id: int
    role: Role | None = None
    urgency: Urgency = Urgency.IMPORTANT
    due: datetime | None = None  # none: now


class Change(Button, prefix="broadcasts.change"):
    """Turn one thing on: role, urgency, when; or ask for a time or a name to save the audience under."""

    number: int
    what: str


class Pick(Button, prefix="broadcasts.pick"):
    """Another unit, or a saved audience."""

    number: int
    unit_id: int = 0
    saved: int = 0


class Send(Button, prefix="broadcasts.send"):
    number: int


class Drop(Button, prefix="broadcasts.drop"):
    number: int


# ---------------------------------------------------------------- preparing


@area.command("broadcast")
async def start(message: Message, turn: Turn) -> None:
    """Prepare a notice; words behind the command are its text."""
    tops = sorted(grant.unit_id for grant in turn.me.grants if grant.role in SENDING)
    if not tops:
        raise Refusal("broadcasts-not-yours")
    top = min(tops, key=lambda each: len(list(turn.units.path(each))))
    step = Writing(number=turn.stamp + 1, unit_id=top)
    text = (message.text or "").partition(" ")[2].strip()
    if text:
        await show(turn, with_text(turn, step, text), edit=False)
        return
    turn.go(step)
    turn.say("broadcasts-ask-text")


@area.hears(In(Writing), F.photo | F.document)
async def attach(message: Message, turn: Turn, step: Writing) -> None:
    """A picture or file to go with it; words under it are the text."""
    if message.photo:
        step = step.model_copy(update={"file_kind": "photo", "file_id": message.photo[-1].file_id})
    elif message.document:
        step = step.model_copy(update={"file_kind": "document", "file_id": message.document.file_id})
    if message.caption:
        step = with_text(turn, step, message.caption)
    await show(turn, step, edit=False)


@area.hears(Answer(Writing))
async def fill(message: Message, turn: Turn, step: Writing) -> None:
    """The text, the time, or the name for an audience."""
    text = message.text or ""
    if step.asking == TIME:
        await show(turn, step.model_copy(update={"due": time_in(turn, text)}), edit=False)
    elif step.asking == NAME:
        name = kept(turn, text, LONGEST_NAME)
        await store.keep_audience(turn.db, turn.me.id, name, step.unit_id, step.role)
        turn.say("broadcasts-saved", whom=name)
        await show(turn, step, edit=False)
    else:
        await show(turn, with_text(turn, step, text), edit=False)


@area.taps(Change)
async def change(query: CallbackQuery, callback_data: Change, turn: Turn) -> None:
    """Turn the role, the urgency or the time to the next one, or ask for words."""
    step = current(turn, callback_data.number)
    if callback_data.what in (TIME, NAME, TEXT):
        turn.go(step.model_copy(update={"asking": callback_data.what}))
        turn.say(ASKED[callback_data.what])
        return
    told: dict[str, Any] = {}
    if callback_data.what == "role":
        told = {"role": after(ROLES, step.role)}
    elif callback_data.what == "urgency":
        told = {"urgency": after(URGENCIES, step.urgency)}
    elif callback_data.what == "when":
        told = {"due": after((None, *offered_times(turn)), step.due)}
    await show(turn, step.model_copy(update=told), edit=True)


@area.taps(Pick)
async def pick(query: CallbackQuery, callback_data: Pick, turn: Turn) -> None:
    """Another unit below, or a saved audience."""
    step = current(turn, callback_data.number)
    told: dict[str, Any] = {"unit_id": callback_data.unit_id}
    if callback_data.saved:
        mine = {number: (unit, role) for number, _, unit, role in await store.audiences_of(turn.db, turn.me.id)}
        if callback_data.saved not in mine:
            raise Refusal("turn-button-over")
        unit, role = mine[callback_data.saved]
        told = {"unit_id": unit, "role": role}
    rules.may_send(turn.me, told["unit_id"], turn.units)
    await show(turn, step.model_copy(update=told), edit=True)


@area.taps(Drop)
async def drop(query: CallbackQuery, callback_data: Drop, turn: Turn) -> None:
    current(turn, callback_data.number)
    turn.go(None)
    turn.edit(CARD, "broadcasts-dropped")


@area.taps(Send)
async def send(query: CallbackQuery, callback_data: Send, turn: Turn) -> None:
    """Store it with its listeners of this moment; the first portion leaves with this very turn where it is due."""
    step = current(turn, callback_data.number)
    rules.may_send(turn.me, step.unit_id, turn.units)
    listeners = await audience_of(turn, step)
    due = max(step.due or turn.now, turn.now)
    notice = Broadcast(
        id=0,
        made_by=turn.me.id,
        unit_id=step.unit_id,
        role=step.role,
        urgency=step.urgency,
        text=step.text,
        file_kind=step.file_kind,
        file_id=step.file_id,
        made_at=turn.now,
        due=due,
    )
    policy = turn.policy.rules.broadcasts
    rules.to_send(notice, listeners, turn.now, policy)
    notice = await store.add(turn.db, notice, [each.id for each in listeners])
    turn.note(f"broadcast:{notice.id}", people=len(listeners), unit=notice.unit_id, urgency=notice.urgency.value)
    turn.go(None)
    turn.edit(CARD, "broadcasts-handed-over", count=len(listeners), at=due)
    turn.later("notices.leave", name=f"broadcast:{notice.id}", due=due, broadcast_id=notice.id)
    wait = rules.reminded_after(notice.urgency, policy)
    if wait is not None:
        turn.later("notices.nag", name=f"broadcast-nag:{notice.id}", due=due + wait, broadcast_id=notice.id)
    if due > turn.now:
        turn.say(
            "broadcasts-scheduled",
            buttons=[[Choice("broadcasts-stop", Stop(broadcast_id=notice.id))]],
            slot=f"notice:{notice.id}",
            count=len(listeners),
            at=due,
        )
        return
    if len(listeners) <= PORTION:
        await say_portion(turn, notice, listeners)
        notice = replace(notice, finished_at=turn.now)
        await store.save(turn.db, notice, notice)
        turn.forget(f"broadcast:{notice.id}")
        turn.later("notices.progress", name=f"broadcast-progress:{notice.id}", due=turn.now + timedelta(seconds=5),
                   broadcast_id=notice.id)  # fmt: skip
    await show_progress(turn, notice, turn.me, edit=False)


async def show(turn: Turn, step: Writing, *, edit: bool) -> None:
    """The preview: the words, and to how many people they would go."""
    number = turn.stamp + 1
    turn.go(step.model_copy(update={"asking": READY, "number": number}))
    count = len(await audience_of(turn, step))
    below = [each for each in turn.units.by_id.values() if each.parent_id == step.unit_id][:MOST_UNITS]
    units = [Choice("broadcasts-unit", Pick(number=number, unit_id=each.id), name=each.name) for each in below]
    parent = turn.units.by_id[step.unit_id].parent_id
    if parent is not None and reaches(turn.me, parent, turn.units, SENDING):
        units.append(Choice("broadcasts-wider", Pick(number=number, unit_id=parent)))
    saved = [
        Choice("broadcasts-audience", Pick(number=number, saved=one), name=name)
        for one, name, *_ in (await store.audiences_of(turn.db, turn.me.id))[:MOST_SAVED]
    ]
    turns = [
        Choice("broadcasts-role", Change(number=number, what="role"), role=role_line(step.role)),
        Choice(f"broadcasts-urgency-{step.urgency.value}", Change(number=number, what="urgency")),
        Choice("broadcasts-when", Change(number=number, what="when"), when=when_line(step)),
    ]
    words = [
        Choice("broadcasts-other-time", Change(number=number, what=TIME)),
        Choice("broadcasts-other-text", Change(number=number, what=TEXT)),
        Choice("broadcasts-save", Change(number=number, what=NAME)),
    ]
    put(
        turn,
        CARD,
        "broadcasts-card",
        edit=edit,
        buttons=[
            *(saved[start : start + 2] for start in range(0, len(saved), 2)),
            *(units[start : start + 3] for start in range(0, len(units), 3)),
            turns,
            words,
            [
                Choice("broadcasts-send", Send(number=number), count=count),
                Choice("broadcasts-drop", Drop(number=number)),
            ],
        ],
        text=step.text,
        file=Line(f"broadcasts-with-{step.file_kind}") if step.file_kind else "",
        unit=turn.units.by_id[step.unit_id].name,
        role=role_line(step.role),
        urgency=Line(f"broadcasts-urgency-{step.urgency.value}"),
        when=when_line(step),
        count=count,
    )


# ---------------------------------------------------------------- small things


def current(turn: Turn, number: int) -> Writing:
    """The notice under preparation, if the button belongs to it as it is now."""
    if not isinstance(turn.step, Writing) or turn.step.number != number:
        raise Refusal("turn-button-over")
    return turn.step


async def audience_of(turn: Turn, step: Writing) -> list[Person]:
    """Who would hear it, as things are now."""
    units = turn.units.below(step.unit_id)
    people = await people_store.in_units(turn.db, units)
    return rules.audience(people, turn.me, units, step.role, day_of(turn.now, turn.zone))


def with_text(turn: Turn, step: Writing, text: str) -> Writing:
    """The notice with these words, its lines kept and numbers hidden."""
    longest = turn.policy.rules.broadcasts.longest
    lines = [kept(turn, line, longest) for line in text.strip().splitlines()]
    return step.model_copy(update={"text": "\n".join(lines)[:longest]})


def offered_times(turn: Turn) -> list[datetime]:
    """Moments that are often meant: in an hour, five o'clock, tomorrow before work."""
    today = turn.today
    found = [turn.now.replace(second=0, microsecond=0) + timedelta(hours=1)]
    found.append(moment(today, time(17), turn.zone))
    found.append(moment(today + timedelta(days=1), time(8), turn.zone))
    return [each for each in found if each > turn.now]


def time_in(turn: Turn, text: str) -> datetime:
    """The moment that words name; refused where they name none, or one that is over."""
    local = turn.sent_at.astimezone(turn.zone)
    span = next((each for each in dates.read(text, local, turn.language) if each.start is not None), None)
    if span is None or span.start is None:
        raise Refusal("broadcasts-time-unclear")
    due = span.start.astimezone(UTC)
    if due <= turn.now:
        raise Refusal("broadcasts-time-over")
    return due


def after(values: Any, value: Any) -> Any:
    """The next of some values, the first after the last; the first where it is none of them."""
    return values[(values.index(value) + 1) % len(values)] if value in values else values[0]


def role_line(role: Role | None) -> Line:
    return Line(f"role-{role.value.replace('_', '-')}") if role else Line("broadcasts-everybody")


def when_line(step: Writing) -> Line:
    return Line("broadcasts-at", at=step.due) if step.due else Line("broadcasts-now")
