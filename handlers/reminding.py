"""The one engine of reminders: asked again when due, quiet at night, said together, escalated once (S-03, A09).

An area names a kind of reminder with the question behind it, and `expect`s it for a person at a moment. The engine
keeps one row for that moment, and when it may be said asks the question again: nothing is said of what is done.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules import reminding as rules
from bot.rules.days import day_of, moment as moment_of
from bot.rules.people import SUPERVISING, Person, has_access
from bot.rules.refusal import Refusal
from bot.rules.reminding import Hearing, Reminder, State, Volume
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from storage import hearers, outings as outing_store, people as people_store, reminders as store

area = Area("reminding")


class Why(Button, prefix="reminding.why"):
    reminder_id: int


class Later(Button, prefix="reminding.later"):
    reminder_id: int


class Choose(Button, prefix="reminding.choose"):
    volume: str


@dataclass(frozen=True)
class Saying:
    """What a reminder says, when its question is still open."""

    key: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    buttons: Sequence[Sequence[Choice]] = ()
    slot: str | None = None


Ask = Callable[[Turn, Person, Reminder], Awaitable[Saying | None]]


@dataclass(frozen=True)
class Kind:
    """A kind of reminder: `reminding-why-<name>` says why it is said, `reminding-about-<name>` names it in a list."""

    name: str
    level: Volume
    ask: Ask
    bypass: Callable[[Turn, Person], bool]
    stale: Callable[[Turn, Person, Reminder], datetime | None]
    escalates: bool


KINDS: dict[str, Kind] = {}


def end_of_day(turn: Turn, person: Person, reminder: Reminder) -> datetime:
    """After the local day of its moment most reminders are of no use any more."""
    zone = turn.zone_of(person.unit_id)
    return moment_of(day_of(reminder.moment, zone), time.max, zone)


def never(turn: Turn, person: Person, reminder: Reminder) -> None:
    """A reminder that stays of use until it is done."""


def kind(
    name: str,
    level: Volume,
    *,
    bypass: Callable[[Turn, Person], bool] = lambda turn, person: False,
    stale: Callable[[Turn, Person, Reminder], datetime | None] = end_of_day,
    escalates: bool = False,
) -> Callable[[Ask], Ask]:
    """Declare a kind of reminder over the function that asks its question; None from it: nothing is to be said."""

    def bind(ask: Ask) -> Ask:
        KINDS[name] = Kind(name, level, ask, bypass, stale, escalates)
        return ask

    return bind


async def expect(turn: Turn, person: Person, name: str, about: str, at: datetime) -> bool:
    """Remind somebody of something at a moment (UTC); False where it is known for this moment already."""
    row = Reminder(id=0, person_id=person.id, kind=name, about=about, moment=at, due=at)
    if not await store.add(turn.db, row):
        return False
    due = min(at, await store.next_due(turn.db, person.id) or at)
    turn.later("reminding.say", name=f"remind:{person.id}", due=max(due, turn.now), person_id=person.id)
    return True


@area.job
async def say(turn: Turn, person_id: int) -> None:
    """Everything that falls together for a person, in one message; what is done, muted or too late is passed over."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None:
        return
    zone, policy = turn.zone_of(person.unit_id), turn.policy_of(person.unit_id).rules.reminding
    away = await outing_store.absent(turn.db, [person_id], turn.now, turn.now)
    gone = bool(away) or not has_access(person, day_of(turn.now, zone))
    hearing = Hearing(turn.now, zone, await store.volume_of(turn.db, person_id), gone)
    said: list[tuple[Reminder, Kind, Saying]] = []
    for each in rules.due_now(await store.waiting(turn.db, person_id, turn.now), turn.now):
        what = KINDS.get(each.kind)
        if what is None:
            await store.save(turn.db, replace(each, state=State.STALE))
            continue
        stale = what.stale(turn, person, each)
        decided = rules.decide(each, what.level, hearing, policy, bypass=what.bypass(turn, person), stale=stale)
        saying = await what.ask(turn, person, each) if decided.state is State.SAID else None
        if saying is not None:
            said.append((decided, what, saying))
        elif decided.state is State.SAID:
            await store.save(turn.db, replace(each, state=State.MET))
        else:
            await store.save(turn.db, decided)
    for reminder, what, _ in said:
        await store.save(turn.db, replace(reminder, together=said[0][0].id))
        if what.escalates and reminder.escalated_at is None:
            due = turn.now + policy.escalate_after
            turn.later("reminding.escalate", name=f"escalate:{reminder.id}", due=due, reminder_id=reminder.id)
    if said:
        speak(turn, person, [(reminder, saying) for reminder, _, saying in said])
    if (due_next := await store.next_due(turn.db, person_id)) is not None:
        due_next = max(due_next, turn.now)
        turn.later("reminding.say", name=f"remind:{person_id}", due=due_next, person_id=person_id)


def speak(turn: Turn, person: Person, said: Sequence[tuple[Reminder, Saying]]) -> None:
    """One message: a single reminder in its own words, several under one heading."""
    first = said[0][0]
    last = [
        Choice("reminding-why-button", Why(reminder_id=first.id)),
        Choice("reminding-later-button", Later(reminder_id=first.id)),
    ]
    turn.note(f"person:{person.id}", reminders=[each.id for each, _ in said])
    if len(said) == 1:
        only = said[0][1]
        turn.say(only.key, to=person, slot=only.slot, buttons=[*only.buttons, last], **only.facts)
        return
    turn.say(
        "reminding-bundle",
        to=person,
        slot=f"reminders:{first.id}",
        buttons=[*(row for _, each in said for row in each.buttons), last],
        count=len(said),
        lines=[Line("reminding-bundled", words=Line(each.key, **each.facts)) for _, each in said],
    )


# ---------------------------------------------------------------- "why?" and "later"


async def own(turn: Turn, reminder_id: int) -> list[Reminder]:
    """The reminders of a message, if it is the person's."""
    first = await store.by_id(turn.db, reminder_id)
    if first is None or first.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return await store.said_together(turn.db, reminder_id) or [first]


@area.taps(Why)
async def why(query: CallbackQuery, callback_data: Why, turn: Turn) -> None:
    """Which rule wants it, and what would satisfy it."""
    kinds = list(dict.fromkeys(each.kind for each in await own(turn, callback_data.reminder_id)))
    turn.alert("reminding-why", lines=[Line(f"reminding-why-{each}") for each in kinds if each in KINDS])


@area.taps(Later)
async def later(query: CallbackQuery, callback_data: Later, turn: Turn) -> None:
    """Ask again in a while; what is done by then is not asked."""
    policy = turn.policy.rules.reminding
    until = turn.now + policy.later
    together = await own(turn, callback_data.reminder_id)
    # The first may have been put off already: what was said with it goes with it.
    for each in together:
        await store.save(turn.db, rules.put_off(each, until, turn.now, policy))
        turn.forget(f"escalate:{each.id}")
    due = min(until, await store.next_due(turn.db, turn.me.id) or until)
    turn.later("reminding.say", name=f"remind:{turn.me.id}", due=due, person_id=turn.me.id)
    turn.note(f"reminder:{callback_data.reminder_id}", put_off=len(together))
    turn.toast("reminding-later", at=until)


# ---------------------------------------------------------------- how much somebody hears


@area.command("reminders")
async def volume(message: Message, turn: Turn) -> None:
    """How much the person wants to hear, within what the bank allows."""
    await show_volume(turn, edit=False)


@area.taps(Choose)
async def choose(query: CallbackQuery, callback_data: Choose, turn: Turn) -> None:
    wished = next((each for each in rules.choices(turn.policy.rules.reminding) if each == callback_data.volume), None)
    if wished is None:
        raise Refusal("reminding-not-so-quiet")
    await store.wish(turn.db, turn.me.id, wished)
    turn.note(f"person:{turn.me.id}", volume=wished)
    await show_volume(turn, edit=True)


async def show_volume(turn: Turn, *, edit: bool) -> None:
    policy = turn.policy.rules.reminding
    now = rules.heard(await store.volume_of(turn.db, turn.me.id), policy.least)
    rows = [
        [Choice(f"reminding-volume-{each.value}", Choose(volume=each.value))]
        for each in rules.choices(policy)
        if each is not now
    ]
    facts: dict[str, Any] = {
        "volume": Line(f"reminding-volume-{now.value}"),
        "quiet_from": policy.quiet.start.strftime("%H:%M"),
        "quiet_to": policy.quiet.end.strftime("%H:%M"),
    }
    if edit:
        turn.edit("volume", "reminding-volume", buttons=rows, **facts)
    else:
        turn.say("reminding-volume", slot="volume", buttons=rows, **facts)


# ---------------------------------------------------------------- once, to one list


@area.job
async def escalate(turn: Turn, reminder_id: int) -> None:
    """Long after it was said and still open: the supervisor's list of the day has it, once (A09)."""
    reminder = await store.by_id(turn.db, reminder_id)
    person = await people_store.by_id(turn.db, reminder.person_id) if reminder else None
    what = KINDS.get(reminder.kind) if reminder else None
    if reminder is None or person is None or what is None or reminder.state is not State.SAID:
        return
    policy = turn.policy_of(person.unit_id)
    open_still = await what.ask(turn, person, reminder) is not None
    if not rules.escalates(reminder, open_still, turn.now, policy.rules.reminding):
        return
    zone = turn.zone_of(person.unit_id)
    if rules.is_quiet(turn.now, policy.rules.reminding.quiet, zone):
        until = rules.quiet_until(turn.now, policy.rules.reminding.quiet, zone)
        turn.later("reminding.escalate", name=f"escalate:{reminder_id}", due=until, reminder_id=reminder_id)
        return
    boss = await hearers.who_hears(turn.db, person, turn.units, policy, turn.now)
    if boss is None:
        return
    await store.save(turn.db, replace(reminder, escalated_at=turn.now))
    turn.note(f"reminder:{reminder_id}", escalated=True)
    await show_list(turn, boss)


async def show_list(turn: Turn, boss: Person) -> None:
    """The one list of the day: whose matter is still open, of all who were escalated to this supervisor."""
    zone = turn.zone_of(boss.unit_id)
    today = day_of(turn.now, zone)
    units = frozenset().union(*(turn.units.below(each.unit_id) for each in boss.grants if each.role in SUPERVISING))
    below = {each.id: each for each in await people_store.in_units(turn.db, units) if each.id != boss.id}
    since = moment_of(today, time(0), zone)
    lines = []
    for each in await store.escalated(turn.db, below, since):
        what = KINDS.get(each.kind)
        if what is None or await what.ask(turn, below[each.person_id], each) is None:
            continue
        about = Line(f"reminding-about-{each.kind}")
        lines.append(Line("reminding-escalated-line", name=below[each.person_id].name, about=about, at=each.moment))
    if lines:
        turn.edit(f"escalated:{today.isoformat()}", "reminding-escalated", to=boss, lines=lines, at=turn.now)
