"""The chair's evening (/brief): what is to be said tomorrow morning, and tasks for single people (A02, A03, A14).

Until the hour of the briefing it is for that morning, afterwards for the next working day. A task stands in the
person's own list as "given", and what is said to all stands above everybody's.
"""

from datetime import date, timedelta

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.language.intents import is_no
from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.days import moment
from bot.rules.people import SUPERVISING, Person, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer, kept
from handlers.meetings import unit_of
from handlers.workdays import calendar_of
from storage import agenda as agenda_store, briefing as store, people as people_store

area = Area("brief")

SLOT = "brief"
LONGEST = 400
MOST_PEOPLE = 24
MOST_NOTICES = 8


class Writing(Step, kind="brief.writing"):
    """Words for the morning: for everybody, or a task for one person."""

    unit_id: int
    day: date
    person_id: int = 0


class Say(Button, prefix="brief.say"):
    pass


class Task(Button, prefix="brief.task"):
    person_id: int = 0  # 0: offer the names


class Drop(Button, prefix="brief.drop"):
    notice_id: int


class Back(Button, prefix="brief.back"):
    pass


@area.command("brief")
async def edit(message: Message, turn: Turn) -> None:
    """What tomorrow morning says so far; words behind the command are one more line of it."""
    turn.go(None)
    text = (message.text or "").partition(" ")[2].strip()
    if text:
        await add(turn, text)
        return
    await show(turn, edit=False)


async def show(turn: Turn, *, edit: bool) -> None:
    unit_id = led_unit(turn)
    day = morning_of(turn, unit_id)
    notices = (await store.notices_of(turn.db, [unit_id], day)).get(unit_id, [])
    people = {each.id: each for each in await members(turn, unit_id)}
    items = await agenda_store.between(turn.db, list(people), day, day)
    tasks = [each for each in items if each.sort is Sort.TASK and each.status is ItemStatus.OPEN]
    lines = [Line("brief-notice", number=n, words=each.text) for n, each in enumerate(notices, 1)]
    lines += [Line("brief-task", name=people[each.person_id].name, words=each.text or "") for each in tasks]
    rows = [
        [Choice("brief-drop", Drop(notice_id=each.id), number=n)] for n, each in enumerate(notices[:MOST_NOTICES], 1)
    ]
    rows.append([Choice("brief-say", Say()), Choice("brief-give", Task())])
    unit = turn.units.by_id[unit_id].name
    if edit:
        turn.edit(SLOT, "brief-sheet", buttons=rows, unit=unit, day=day, lines=lines or [Line("brief-empty")])
    else:
        turn.say("brief-sheet", buttons=rows, slot=SLOT, unit=unit, day=day, lines=lines or [Line("brief-empty")])


@area.taps(Back)
async def back(query: CallbackQuery, turn: Turn) -> None:
    turn.go(None)
    await show(turn, edit=True)


@area.taps(Say)
async def say(query: CallbackQuery, turn: Turn) -> None:
    """One more line for everybody."""
    unit_id = led_unit(turn)
    turn.go(Writing(unit_id=unit_id, day=morning_of(turn, unit_id)))
    turn.say("brief-say-what")


@area.taps(Task)
async def task(query: CallbackQuery, callback_data: Task, turn: Turn) -> None:
    """A task for one person: whose, then what."""
    unit_id = led_unit(turn)
    people = {each.id: each for each in await members(turn, unit_id)}
    if not callback_data.person_id:
        names = [Choice("brief-name", Task(person_id=each.id), name=each.name) for each in people.values()]
        rows = [names[start : start + 3] for start in range(0, min(len(names), MOST_PEOPLE), 3)]
        turn.edit(SLOT, "brief-who", buttons=[*rows, [Choice("brief-back", Back())]])
        return
    if callback_data.person_id not in people:
        raise Refusal("turn-button-over")
    turn.go(Writing(unit_id=unit_id, day=morning_of(turn, unit_id), person_id=callback_data.person_id))
    turn.say("brief-task-what", name=people[callback_data.person_id].name)


@area.hears(Answer(Writing))
async def written(message: Message, turn: Turn, step: Writing) -> None:
    """The words, masked."""
    text = message.text or ""
    turn.go(None)
    if is_no(text):
        await show(turn, edit=False)
        return
    if not reaches(turn.me, step.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-not-allowed")
    if not step.person_id:
        await add(turn, text)
        return
    people = {each.id: each for each in await members(turn, step.unit_id)}
    if step.person_id not in people:
        raise Refusal("turn-button-over")
    day = max(step.day, morning_of(turn, step.unit_id))
    item = Item(
        id=0,
        person_id=step.person_id,
        unit_id=people[step.person_id].unit_id,
        sort=Sort.TASK,
        day=day,
        text=kept(turn, text, LONGEST),
        made_by=turn.me.id,
        made_at=turn.now,
    )
    number = await agenda_store.add(turn.db, item)
    turn.note(f"agenda:{number}", person=step.person_id)
    await show(turn, edit=False)


async def add(turn: Turn, text: str) -> None:
    unit_id = led_unit(turn)
    day = morning_of(turn, unit_id)
    number = await store.add_notice(turn.db, unit_id, day, kept(turn, text, LONGEST), turn.me.id, turn.now)
    turn.note(f"notice:{number}", unit=unit_id)
    await show(turn, edit=False)


@area.taps(Drop)
async def drop(query: CallbackQuery, callback_data: Drop, turn: Turn) -> None:
    """Take a line back before it is said."""
    notice = await store.notice(turn.db, callback_data.notice_id)
    if notice is None or not reaches(turn.me, notice.unit_id, turn.units, SUPERVISING):
        raise Refusal("turn-button-over")
    await store.drop_notice(turn.db, notice.id, turn.now)
    turn.note(f"notice:{notice.id}", dropped=True)
    await show(turn, edit=True)


# ---------------------------------------------------------------- small things


def led_unit(turn: Turn) -> int:
    """The unit whose morning the person writes."""
    unit_id = unit_of(turn)
    if reaches(turn.me, unit_id, turn.units, SUPERVISING):
        return unit_id
    held = [each.unit_id for each in turn.me.grants if each.role in SUPERVISING]
    if not held:
        raise Refusal("turn-not-allowed")
    return held[0]


def morning_of(turn: Turn, unit_id: int) -> date:
    """The next morning whose briefing has not been told yet."""
    zone, calendar = turn.zone_of(unit_id), calendar_of(turn, unit_id)
    today = turn.now.astimezone(zone).date()
    at = moment(today, turn.policy_of(unit_id).briefing.at, zone)
    return today if calendar.is_working(today) and turn.now < at - timedelta(minutes=1) else calendar.after(today)


async def members(turn: Turn, unit_id: int) -> list[Person]:
    """Those of the unit and below who can be given a task."""
    everybody = await people_store.in_units(turn.db, turn.units.below(unit_id))
    return [each for each in everybody if each.id != turn.me.id and each.telegram_id is not None]
