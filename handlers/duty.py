"""The duty roster: who stays at the desk, who says so, and a swap that counts with the colleague's yes (A06)."""

from datetime import date, datetime, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules import duty as rules
from bot.rules.days import moment
from bot.rules.duty import Duty
from bot.rules.outings import OutingStatus
from bot.rules.people import SUPERVISING, Person, Role, has_access, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import register
from handlers.questions import grid
from handlers.workdays import calendar_of
from storage import duty as store, outings, people

area = Area("duty")

MOST_UNITS = 8


class Week(Button, prefix="duty.week"):
    unit_id: int
    monday: str  # ISO date


class Day(Button, prefix="duty.day"):
    unit_id: int
    day: str


class Put(Button, prefix="duty.put"):
    unit_id: int
    day: str
    person_id: int


class Swap(Button, prefix="duty.swap"):
    duty_id: int


class Ask(Button, prefix="duty.ask"):
    duty_id: int
    person_id: int


class Answer(Button, prefix="duty.answer"):
    swap_id: int
    accept: bool


@area.command("duty")
async def roster(message: Message, turn: Turn) -> None:
    """This week's roster of the person's unit."""
    await show(turn, turn.me.unit_id, monday_of(turn.today), anew=True)


async def by_words(turn: Turn, text: str) -> None:
    """ "谁坐班？" """
    await show(turn, turn.me.unit_id, monday_of(turn.today), anew=True)


@area.taps(Week)
async def week(query: CallbackQuery, callback_data: Week, turn: Turn) -> None:
    """Another week, or another unit that the person leads."""
    refuse_foreign(turn, callback_data.unit_id)
    await show(turn, callback_data.unit_id, monday_of(day_from(callback_data.monday)))


async def show(turn: Turn, unit_id: int, monday: date, *, anew: bool = False) -> None:
    """One message: a line for each working day, and what this person can do about it."""
    days = [monday + timedelta(days=many) for many in range(7)]
    had = {each.day: each for each in await store.of_unit(turn.db, unit_id, days[0], days[-1])}
    known = await people.by_ids(turn.db, [each.person_id for each in had.values()])
    calendar = calendar_of(turn, unit_id)
    shown = [day for day in days if calendar.is_working(day) or day in had]
    lines = [
        Line(
            "duty-line",
            day=day,
            name=known[had[day].person_id].name if day in had else Line("duty-nobody"),
            mark=Line("duty-today") if day == turn.today else "",
        )
        for day in shown
    ]
    rows: list[list[Choice]] = []
    ahead = [day for day in shown if day >= turn.today]
    if leads(turn, unit_id):
        rows += grid([Choice("duty-set", Day(unit_id=unit_id, day=day.isoformat()), day=day) for day in ahead], 2)
    mine = [had[day] for day in ahead if day in had and had[day].person_id == turn.me.id]
    rows += [[Choice("duty-swap", Swap(duty_id=each.id), day=each.day)] for each in mine]
    before, after = (monday + timedelta(days=many) for many in (-7, 7))
    rows.append(
        [
            Choice("duty-before", Week(unit_id=unit_id, monday=before.isoformat())),
            Choice("duty-after", Week(unit_id=unit_id, monday=after.isoformat())),
        ]
    )
    others = [each for each in led_units(turn) if each != unit_id]
    rows += grid(
        [
            Choice("duty-unit", Week(unit_id=each, monday=monday.isoformat()), unit=turn.units.by_id[each].name)
            for each in others
        ],
        2,
    )
    facts: dict[str, Any] = {"unit": turn.units.by_id[unit_id].name, "lines": lines}
    if anew:
        turn.say("duty-roster", slot="duty", buttons=rows, **facts)
    else:
        turn.edit("duty", "duty-roster", buttons=rows, **facts)


# ---------------------------------------------------------------- who says so


@area.taps(Day)
async def day(query: CallbackQuery, callback_data: Day, turn: Turn) -> None:
    """Whom to put on duty that day?"""
    refuse_follower(turn, callback_data.unit_id)
    on = day_from(callback_data.day)
    if on < turn.today:
        raise Refusal("duty-day-past")
    rows = [
        [
            Choice(
                "duty-person",
                Put(unit_id=callback_data.unit_id, day=callback_data.day, person_id=each.id),
                name=each.name,
            )
        ]
        for each in await managers(turn, callback_data.unit_id, on)
    ]
    if not rows:
        raise Refusal("duty-no-managers")
    rows.append([Choice("duty-back", Week(unit_id=callback_data.unit_id, monday=monday_of(on).isoformat()))])
    turn.edit("duty", "duty-whom", buttons=rows, day=on)


@area.taps(Put)
async def put(query: CallbackQuery, callback_data: Put, turn: Turn) -> None:
    """The supervisor sets who has the day; whoever is concerned hears it."""
    refuse_follower(turn, callback_data.unit_id)
    on = day_from(callback_data.day)
    chosen = {each.id: each for each in await managers(turn, callback_data.unit_id, on)}.get(callback_data.person_id)
    if chosen is None:
        raise Refusal("turn-button-over")
    had = await store.of_unit(turn.db, callback_data.unit_id, on, on)
    duty = rules.assign(had, callback_data.unit_id, on, chosen.id, turn.today)
    if chosen.id in await outings.absent(turn.db, [chosen.id], *hours_of(turn, callback_data.unit_id, on)):
        raise Refusal("duty-colleague-away")
    await store.put(turn.db, duty)
    turn.note(f"unit:{duty.unit_id}", duty=on.isoformat(), who=chosen.id)
    if chosen.id != turn.me.id:
        turn.say("duty-you-have", to=chosen, day=on, by=turn.me.name)
    for before in had:
        relieved = await people.by_id(turn.db, before.person_id)
        if relieved is not None and relieved.id != turn.me.id:
            turn.say("duty-you-are-relieved", to=relieved, day=on, name=chosen.name)
    await show(turn, callback_data.unit_id, monday_of(on))


# ---------------------------------------------------------------- swaps


@area.taps(Swap)
async def swap(query: CallbackQuery, callback_data: Swap, turn: Turn) -> None:
    """Which colleague to ask?"""
    duty = await own(turn, callback_data.duty_id)
    rows = [
        [Choice("duty-person", Ask(duty_id=duty.id, person_id=each.id), name=each.name)]
        for each in await managers(turn, duty.unit_id, duty.day)
        if each.id != turn.me.id and each.telegram_id is not None
    ]
    if not rows:
        raise Refusal("duty-no-colleagues")
    turn.say("duty-ask-whom", slot=f"swap:{duty.id}", buttons=rows, day=duty.day)


@area.taps(Ask)
async def ask(query: CallbackQuery, callback_data: Ask, turn: Turn) -> None:
    """The colleague is asked; nothing changes before their yes."""
    duty = await own(turn, callback_data.duty_id)
    colleague = {each.id: each for each in await managers(turn, duty.unit_id, duty.day)}.get(callback_data.person_id)
    if colleague is None:
        raise Refusal("turn-button-over")
    free = await is_free(turn, colleague, duty)
    asked = rules.ask_swap(
        duty, await store.swaps_of(turn.db, duty.id), turn.me.id, colleague.id, free, turn.today, turn.now
    )
    asked = await store.ask(turn.db, asked)
    turn.note(f"duty:{duty.id}", swap=asked.id, to=colleague.id)
    answers = [Choice(f"duty-{how}", Answer(swap_id=asked.id, accept=how == "accept")) for how in ("accept", "refuse")]
    turn.say(
        "duty-asks-you", to=colleague, slot=f"swap:{asked.id}:asked", buttons=[answers], name=turn.me.name, day=duty.day
    )
    turn.edit(f"swap:{duty.id}", "duty-asked", name=colleague.name, day=duty.day)


@area.taps(Answer)
async def answer(query: CallbackQuery, callback_data: Answer, turn: Turn) -> None:
    """The colleague's one tap."""
    asked = await store.swap_by_id(turn.db, callback_data.swap_id)
    duty = await store.by_id(turn.db, asked.duty_id) if asked else None
    if asked is None or duty is None:
        raise Refusal("turn-button-over")
    if callback_data.accept and not await is_free(turn, turn.me, duty):
        raise Refusal("duty-you-are-away")
    answered, becomes = rules.answer_swap(asked, duty, turn.me.id, callback_data.accept, turn.today, turn.now)
    if not await store.answered(turn.db, answered):
        raise Refusal("duty-swap-already-answered", at=turn.now)
    if becomes != duty:
        await store.put(turn.db, becomes)
    turn.note(f"duty:{duty.id}", swap=asked.id, accepted=callback_data.accept)
    asker = await people.by_id(turn.db, asked.from_id)
    how = "accepted" if callback_data.accept else "refused"
    turn.edit(f"swap:{asked.id}:asked", f"duty-you-{how}", name=asker.name if asker else "", day=duty.day)
    if asker is not None:
        turn.say(f"duty-was-{how}", to=asker, name=turn.me.name, day=duty.day)
    if callback_data.accept and asker is not None:
        await register.tell_boss(turn, "duty-swapped-told", other=asker.name, day=duty.day)


async def is_free(turn: Turn, colleague: Person, duty: Duty) -> bool:
    """Whether a colleague can take a day: not out today, not on leave then."""
    away = await outings.absent(turn.db, [colleague.id], *hours_of(turn, duty.unit_id, duty.day))
    on_day = await outings.of_people_on(turn.db, [colleague.id], duty.day)
    out = any(each.status in (OutingStatus.OUT, OutingStatus.DECLARED, OutingStatus.WAITING) for each in on_day)
    return not out and not away


async def own(turn: Turn, duty_id: int) -> Duty:
    duty = await store.by_id(turn.db, duty_id)
    if duty is None:
        raise Refusal("turn-button-over")
    if duty.person_id != turn.me.id:
        raise Refusal("duty-not-yours")
    if duty.day < turn.today:
        raise Refusal("duty-day-past")
    return duty


# ---------------------------------------------------------------- whose roster


async def managers(turn: Turn, unit_id: int, on: date) -> list[Person]:
    """Those of a unit who can be on duty: its relationship managers with access that day."""
    everybody = await people.in_units(turn.db, [unit_id])
    return [each for each in everybody if Role.RM in each.roles and has_access(each, on)]


def leads(turn: Turn, unit_id: int) -> bool:
    return reaches(turn.me, unit_id, turn.units, SUPERVISING)


def led_units(turn: Turn) -> list[int]:
    """The units whose roster a leader may look at, besides their own."""
    led = {each for grant in turn.me.grants if grant.role in SUPERVISING for each in turn.units.below(grant.unit_id)}
    return sorted(led | {turn.me.unit_id} if led else led)[:MOST_UNITS]


def refuse_foreign(turn: Turn, unit_id: int) -> None:
    if unit_id not in turn.units.by_id or (unit_id != turn.me.unit_id and not leads(turn, unit_id)):
        raise Refusal("turn-not-allowed")


def refuse_follower(turn: Turn, unit_id: int) -> None:
    if unit_id not in turn.units.by_id or not leads(turn, unit_id):
        raise Refusal("turn-not-allowed")


# ---------------------------------------------------------------- little things


def monday_of(on: date) -> date:
    return on - timedelta(days=on.weekday())


def day_from(iso: str) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise Refusal("turn-button-over") from None


def hours_of(turn: Turn, unit_id: int, on: date) -> tuple[datetime, datetime]:
    """The working hours of a day: leave that touches them stands in the way."""
    calendar, zone = turn.policy_of(unit_id).calendar, turn.zone_of(unit_id)
    return moment(on, calendar.opening, zone), moment(on, calendar.closing, zone)
