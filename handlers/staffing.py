"""/staff: the name list in the chat, for administrators (SY36, S-01, S-11).

A code or a part of a name shows one card: suspend or resume, move from a day on, roles, head or deputy, leaving with
hand-over. A move and a leaving wait for their day; the card says so. Every change leaves a line in the audit, and the
person is told what it means for them.
"""

from datetime import date, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules import staffing as rules
from bot.rules.days import day_of, moment
from bot.rules.people import Person, Role, Units, has_access
from bot.rules.refusal import Refusal
from bot.rules.reports import beginning_after
from bot.rules.staffing import Place
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer
from handlers.staff import Link
from handlers.visit_card import put
from storage import people as people_store, staffing as store

area = Area("staffing")

CARD = "person-card"
MOST_FOUND, MOST_UNITS, MOST_HEIRS = 12, 24, 18
NOW = "now"


class Finding(Step, kind="staffing.finding"):
    """An administrator is to name a colleague."""


class Card(Button, prefix="staffing.card"):
    person_id: int


class Suspend(Button, prefix="staffing.suspend"):
    person_id: int
    on: int


class Moving(Button, prefix="staffing.moving"):
    """Choose a unit, then a day."""

    person_id: int
    unit_id: int = 0


class Move(Button, prefix="staffing.move"):
    person_id: int
    unit_id: int
    day: str  # 20260803


class Roles(Button, prefix="staffing.roles"):
    """Show the roles, or turn one."""

    person_id: int
    role: str = ""


class Placing(Button, prefix="staffing.placing"):
    """Head or deputy of the person's unit; again: no longer."""

    person_id: int
    place: str


class Leaving(Button, prefix="staffing.leaving"):
    """Choose who takes over, then the last day. `heir_id` 0: not chosen; -1: nobody."""

    person_id: int
    heir_id: int = 0


class Leave(Button, prefix="staffing.leave"):
    person_id: int
    heir_id: int
    day: str  # the last day, or "now"


# ---------------------------------------------------------------- finding and showing


@area.command("staff")
async def find(message: Message, turn: Turn) -> None:
    """A card for a code or name; without words the bot asks."""
    text = (message.text or "").partition(" ")[2].strip()
    if text:
        await found(turn, text)
        return
    turn.go(Finding())
    turn.say("staffing-ask")


@area.hears(Answer(Finding))
async def named(message: Message, turn: Turn, step: Finding) -> None:
    turn.go(None)
    await found(turn, (message.text or "").strip())


async def found(turn: Turn, words: str) -> None:
    scope = scope_of(turn.me, turn.units)
    people = await store.find(turn.db, scope, words, MOST_FOUND)
    if not people:
        raise Refusal("staffing-nobody", said=words[:40])
    if len(people) == 1:
        await show(turn, people[0], edit=False)
        return
    rows = [[Choice("staff-label", Card(person_id=each.id), code=each.code, name=each.name)] for each in people]
    turn.say("staffing-which", buttons=rows, slot=CARD)


@area.taps(Card)
async def card(query: CallbackQuery, callback_data: Card, turn: Turn) -> None:
    person = await people_store.by_id(turn.db, callback_data.person_id)
    if person is None or person.unit_id not in scope_of(turn.me, turn.units):
        raise Refusal("staffing-not-yours")
    await show(turn, person, edit=True)


async def show(turn: Turn, person: Person, *, edit: bool) -> None:
    """One colleague: who, where, what they may do, and what can be changed."""
    turn.note(f"person:{person.id}", looked=True)
    kept, matters = await store.portfolio_size(turn.db, person.id)
    unit = turn.units.by_id[person.unit_id]
    number = person.id
    rows = [
        [Choice("staffing-invite", Link(person_id=number))],
        [
            Choice("staffing-resume", Suspend(person_id=number, on=0))
            if person.suspended
            else Choice("staffing-suspend", Suspend(person_id=number, on=1)),
            Choice("staffing-move", Moving(person_id=number)),
            Choice("staffing-roles", Roles(person_id=number)),
        ],
        [
            Choice("staffing-no-head" if unit.head_id == number else "staffing-head",
                   Placing(person_id=number, place=Place.HEAD)),
            Choice("staffing-no-deputy" if unit.deputy_id == number else "staffing-deputy",
                   Placing(person_id=number, place=Place.DEPUTY)),
            Choice("staffing-leaving", Leaving(person_id=number)),
        ],
    ]  # fmt: skip
    if person.id == turn.me.id:
        rows = []
    put(
        turn,
        CARD,
        "staffing-card",
        edit=edit,
        buttons=rows,
        whose=person.name,
        code=person.code,
        unit=unit.name,
        roles=[role_line(turn, grant.role, grant.unit_id)
               for grant in sorted(person.grants, key=lambda each: (each.unit_id, each.role))],
        state=state_line(person, day_of(turn.now, turn.zone_of(person.unit_id))),
        place=place_line(unit, person.id),
        kept=kept,
        matters=matters,
    )  # fmt: skip


def role_line(turn: Turn, role: Role, unit_id: int) -> Line:
    return Line("staffing-role", role=Line(f"role-{role.value.replace('_', '-')}"), unit=turn.units.by_id[unit_id].name)


def state_line(person: Person, today: date) -> Line:
    if person.suspended:
        return Line("staffing-state-suspended")
    if person.active_to is not None and person.active_to < today:
        return Line("staffing-state-left", day=person.active_to)
    if person.active_to is not None:
        return Line("staffing-state-leaving", day=person.active_to)
    return Line("staffing-state-enrolled" if person.telegram_id else "staffing-state-waiting")


def place_line(unit: Any, person_id: int) -> Line | str:
    if unit.head_id == person_id:
        return Line("staffing-is-head")
    return Line("staffing-is-deputy") if unit.deputy_id == person_id else ""


# ---------------------------------------------------------------- suspending


@area.taps(Suspend)
async def suspend(query: CallbackQuery, callback_data: Suspend, turn: Turn) -> None:
    """Stop access at once, also for buttons already on the phone; or let them in again (S-01)."""
    person = await theirs(turn, callback_data.person_id)
    on = bool(callback_data.on)
    if person.suspended == on:
        raise Refusal("staffing-so-already")
    await people_store.change(turn.db, person.id, suspended=on)
    if on:
        await people_store.revoke_invitations(turn.db, person.id, turn.now)
        await people_store.forget_conversation(turn.db, person.id)
    turn.note(f"person:{person.id}", suspended=on)
    turn.toast("staffing-suspended" if on else "staffing-resumed", whose=person.name)
    await show(turn, await theirs(turn, person.id), edit=True)


# ---------------------------------------------------------------- moving


@area.taps(Moving)
async def moving(query: CallbackQuery, callback_data: Moving, turn: Turn) -> None:
    """To which unit, and from which day on."""
    person = await theirs(turn, callback_data.person_id)
    back = Choice("staffing-back", Card(person_id=person.id))
    if not callback_data.unit_id:
        units = sorted(scope_of(turn.me, turn.units) - {person.unit_id},
                       key=lambda each: [unit.code for unit in turn.units.path(each)][::-1])[:MOST_UNITS]  # fmt: skip
        names = [Choice("staffing-unit", Moving(person_id=person.id, unit_id=each), name=turn.units.by_id[each].name)
                 for each in units]  # fmt: skip
        rows = [*(names[start : start + 2] for start in range(0, len(names), 2)), [back]]
        turn.edit(CARD, "staffing-move-where", buttons=rows, whose=person.name)
        return
    rules.move(turn.me, person, callback_data.unit_id, turn.units)
    days = [Choice("staffing-from-day", Move(person_id=person.id, unit_id=callback_data.unit_id, day=f"{day:%Y%m%d}"),
                   day=day) for day in first_days(turn.today)]  # fmt: skip
    name = turn.units.by_id[callback_data.unit_id].name
    turn.edit(CARD, "staffing-move-when", buttons=[*([each] for each in days), [back]], whose=person.name, unit=name)


@area.taps(Move)
async def move(query: CallbackQuery, callback_data: Move, turn: Turn) -> None:
    """Today at once, later by a job at the beginning of the day."""
    person = await theirs(turn, callback_data.person_id)
    rules.move(turn.me, person, callback_data.unit_id, turn.units)
    day = rules.on_day(from_letters(callback_data.day), turn.today)
    unit = turn.units.by_id[callback_data.unit_id]
    turn.note(f"person:{person.id}", move_to=unit.id, day=day.isoformat())
    args = {"person_id": person.id, "unit_id": unit.id, "by_id": turn.me.id}
    if day > turn.today:
        due = moment(day, time.min, turn.zone_of(unit.id))
        turn.later("staffing.moved", name=f"staff-move:{person.id}", due=due, **args)
        turn.edit(CARD, "staffing-will-move", buttons=[[Choice("staffing-back", Card(person_id=person.id))]],
                  whose=person.name, unit=unit.name, day=day)  # fmt: skip
        return
    turn.forget(f"staff-move:{person.id}")
    await moved(turn, **args)
    await show(turn, await theirs(turn, person.id), edit=True)


@area.job
async def moved(turn: Turn, person_id: int, unit_id: int, by_id: int) -> None:
    """Move them, if it is still the administrator's to do; tell the person and the administrator."""
    by, person = await people_store.by_id(turn.db, by_id), await people_store.by_id(turn.db, person_id)
    if by is None or person is None or person.unit_id == unit_id:
        return
    change = rules.move(by, rules.administer(by, person, turn.units), unit_id, turn.units)
    await store.leave_places(turn.db, person.id, turn.units)
    await people_store.change(turn.db, person.id, unit_id=change.unit_id)
    await store.set_grants(turn.db, person.id, change.grants)
    turn.people_changed = True
    turn.note(f"person:{person.id}", moved_to=unit_id)
    turn.say("staffing-you-moved", to=person, unit=turn.units.by_id[unit_id].name)
    turn.say("staffing-moved", to=by, whose=person.name, unit=turn.units.by_id[unit_id].name)


# ---------------------------------------------------------------- roles, head and deputy


@area.taps(Roles)
async def roles(query: CallbackQuery, callback_data: Roles, turn: Turn) -> None:
    """Every role over their own unit, to be turned one by one."""
    person = await theirs(turn, callback_data.person_id)
    if callback_data.role:
        if callback_data.role not in list(Role):
            raise Refusal("turn-button-over")
        wanted = rules.toggled(turn.me, person, Role(callback_data.role), turn.units)
        await store.set_grants(turn.db, person.id, wanted)
        turn.note(f"person:{person.id}", roles=sorted(f"{each.role}@{each.unit_id}" for each in wanted))
        person = await theirs(turn, person.id)
    held = {grant.role for grant in person.grants if grant.unit_id == person.unit_id}
    choices = [
        Choice("staffing-has-role" if each in held else "staffing-has-no-role",
               Roles(person_id=person.id, role=each), role=Line(f"role-{each.value.replace('_', '-')}"))
        for each in Role
    ]  # fmt: skip
    rows = [choices[start : start + 2] for start in range(0, len(choices), 2)]
    rows.append([Choice("staffing-back", Card(person_id=person.id))])
    turn.edit(CARD, "staffing-roles-of", buttons=rows, whose=person.name, unit=turn.units.by_id[person.unit_id].name)


@area.taps(Placing)
async def placing(query: CallbackQuery, callback_data: Placing, turn: Turn) -> None:
    """Make them head or deputy of their unit, or no longer."""
    person = await theirs(turn, callback_data.person_id)
    if callback_data.place not in list(Place):
        raise Refusal("turn-button-over")
    place = Place(callback_data.place)
    unit = turn.units.by_id[person.unit_id]
    now = unit.head_id if place is Place.HEAD else unit.deputy_id
    after = None if now == person.id else person.id
    await store.set_place(turn.db, unit.id, place.value, after)
    turn.people_changed = True
    turn.units = await people_store.all_units(turn.db)
    turn.note(f"unit:{unit.id}", place=place.value, before=now, after=after)
    await show(turn, person, edit=True)


# ---------------------------------------------------------------- leaving


@area.taps(Leaving)
async def leaving(query: CallbackQuery, callback_data: Leaving, turn: Turn) -> None:
    """Who takes the portfolio over, then which day is the last."""
    person = await theirs(turn, callback_data.person_id)
    kept, matters = await store.portfolio_size(turn.db, person.id)
    back = Choice("staffing-back", Card(person_id=person.id))
    if callback_data.heir_id == 0 and (kept or matters):
        near = await people_store.in_units(turn.db, [person.unit_id])
        heirs = [each for each in near if each.id != person.id and Role.RM in each.roles
                 and has_access(each, turn.today)][:MOST_HEIRS]  # fmt: skip
        names = [Choice("staffing-heir", Leaving(person_id=person.id, heir_id=each.id), name=each.name)
                 for each in heirs]  # fmt: skip
        rows = [*(names[start : start + 3] for start in range(0, len(names), 3)),
                [Choice("staffing-no-heir-yet", Leaving(person_id=person.id, heir_id=-1)), back]]  # fmt: skip
        turn.edit(CARD, "staffing-leaving-to", buttons=rows, whose=person.name, kept=kept, matters=matters)
        return
    chosen = callback_data.heir_id or -1
    other = await heir_of(turn, person, chosen)
    last = [Choice("staffing-at-once", Leave(person_id=person.id, heir_id=chosen, day=NOW))]
    last += [Choice("staffing-last-day", Leave(person_id=person.id, heir_id=chosen, day=f"{day:%Y%m%d}"), day=day)
             for day in last_days(turn.today)]  # fmt: skip
    turn.edit(CARD, "staffing-leaving-when", buttons=[*([each] for each in last), [back]], whose=person.name,
              heir=other.name if other else Line("staffing-nobody-yet"), kept=kept)  # fmt: skip


@area.taps(Leave)
async def leave(query: CallbackQuery, callback_data: Leave, turn: Turn) -> None:
    """Set the last day; what they keep goes over when it has ended (S-01: not a day longer)."""
    person = await theirs(turn, callback_data.person_id)
    await heir_of(turn, person, callback_data.heir_id)
    at_once = callback_data.day == NOW
    last = turn.today - timedelta(days=1) if at_once else rules.on_day(from_letters(callback_data.day), turn.today)
    await people_store.change(turn.db, person.id, active_to=last)
    await people_store.revoke_invitations(turn.db, person.id, turn.now)
    turn.note(f"person:{person.id}", last_day=last.isoformat(), heir=callback_data.heir_id)
    args = {"person_id": person.id, "heir_id": callback_data.heir_id, "by_id": turn.me.id}
    if at_once:
        await gone(turn, **args)
    else:
        due = moment(last + timedelta(days=1), time.min, turn.zone_of(person.unit_id))
        turn.later("staffing.gone", name=f"staff-gone:{person.id}", due=due, **args)
        turn.say("staffing-you-leave", to=person, day=last)
    await show(turn, await theirs(turn, person.id), edit=True)


@area.job
async def gone(turn: Turn, person_id: int, heir_id: int, by_id: int) -> None:
    """The last day is over: clients and open matters go to the heir, places and conversations end."""
    by, person = await people_store.by_id(turn.db, by_id), await people_store.by_id(turn.db, person_id)
    if by is None or person is None or person.active_to is None:
        return
    today = day_of(turn.now, turn.zone_of(person.unit_id))
    if person.active_to >= today:
        return  # the last day was put off meanwhile
    other = await people_store.by_id(turn.db, heir_id) if heir_id > 0 else None
    if other is not None and not has_access(other, today):
        other = None
    counts = await store.hand_over(turn.db, person.id, other, today) if other else (0, 0)
    left = await store.leave_places(turn.db, person.id, turn.units)
    await people_store.forget_conversation(turn.db, person.id)
    turn.people_changed = True
    turn.forget(f"staff-gone:{person.id}")
    turn.note(f"person:{person.id}", gone=True, heir=other.id if other else None, clients=counts[0], units=left)
    if other is not None:
        turn.say("staffing-you-take-over", to=other, whose=person.name, clients=counts[0], matters=counts[1])
    kept, _ = await store.portfolio_size(turn.db, person.id)
    turn.say("staffing-gone", to=by, whose=person.name, clients=counts[0], matters=counts[1], left=kept)


# ---------------------------------------------------------------- small things


async def theirs(turn: Turn, person_id: int) -> Person:
    return rules.administer(turn.me, await people_store.by_id(turn.db, person_id), turn.units)


async def heir_of(turn: Turn, person: Person, heir_id: int) -> Person | None:
    """The colleague who takes over; none where nobody does yet."""
    if heir_id <= 0:
        return None
    return rules.heir(person, await people_store.by_id(turn.db, heir_id), turn.units, turn.me, turn.today)


def scope_of(person: Person, units: Units) -> frozenset[int]:
    held = [units.below(grant.unit_id) for grant in person.grants if grant.role is Role.ADMINISTRATOR]
    return frozenset[int]().union(*held)


def first_days(today: date) -> list[date]:
    """Days on which a move usually takes effect: today, next Monday, the first of next month."""
    monday = today + timedelta(days=7 - today.weekday())
    return sorted({today, monday, beginning_after(today.replace(day=1), 1)})


def last_days(today: date) -> list[date]:
    """Days that are usually somebody's last: today, the end of the month."""
    return sorted({today, beginning_after(today.replace(day=1), 1) - timedelta(days=1)})


def from_letters(day: str) -> date:
    try:
        return date(int(day[:4]), int(day[4:6]), int(day[6:8]))
    except ValueError:  # a forged button may say anything
        raise Refusal("turn-button-over") from None
