"""Who is away: the leave of a team, this week or this month, day by day (L01, 5.2)."""

from collections.abc import Sequence
from datetime import date, timedelta

from aiogram.types import CallbackQuery, Message

from bot.buttons import Button, Choice
from bot.rules.leave import Leave, Status
from bot.rules.people import Person, Role, has_access
from bot.rules.workdays import Why
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import leave_facts
from handlers.workdays import calendar_of
from storage import leave as store, people

area = Area("away")

LOOKING = frozenset({Role.TEAM_LEADER, Role.SUPERVISOR, Role.LEADER, Role.AUDITOR})
SLOT = "away"
MOST_PEOPLE = 200


class Show(Button, prefix="away.show"):
    month: bool


class Picture(Button, prefix="away_files.picture"):
    month: bool


class File(Button, prefix="away_files.file"):
    sort: str  # xlsx | ics


@area.command("away")
async def week(message: Message, turn: Turn) -> None:
    """This week's leave of everybody one looks after."""
    lines, rows = await board(turn, month=False)
    turn.say("away-week", slot=SLOT, buttons=rows, lines=lines)


@area.taps(Show)
async def show(query: CallbackQuery, callback_data: Show, turn: Turn) -> None:
    lines, rows = await board(turn, month=callback_data.month)
    turn.edit(SLOT, "away-month" if callback_data.month else "away-week", buttons=rows, lines=lines)


async def board(turn: Turn, *, month: bool) -> tuple[list[Line], list[list[Choice]]]:
    """A line for each day on which somebody is away; days of rest are left out."""
    first, last = days_of(turn.today, month=month)
    team = [each for each in await people.in_units(turn.db, led(turn)) if has_access(each, last)][:MOST_PEOPLE]
    found = await store.binding(turn.db, [each.id for each in team], first, last)
    calendar = calendar_of(turn, turn.me.unit_id)
    lines = []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        names = [named(turn, each, team) for each in found if each.first <= day <= each.last]
        if calendar.is_working(day) and names:
            mark = Line("away-make-up") if calendar.why(day) is Why.MAKE_UP else ""
            lines.append(Line("away-day", day=day, mark=mark, names=together(names)))
    rows = [
        [Choice("away-show-week" if month else "away-show-month", Show(month=not month))],
        [Choice("away-picture", Picture(month=month))],
        [Choice("away-xlsx", File(sort="xlsx")), Choice("away-ics", File(sort="ics"))],
    ]
    return lines or [Line("away-nobody")], rows


def days_of(today: date, *, month: bool) -> tuple[date, date]:
    """The first and the last day of the week or the month."""
    if not month:
        monday = today - timedelta(days=today.weekday())
        return monday, monday + timedelta(days=6)
    first = today.replace(day=1)
    return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)


def led(turn: Turn) -> list[int]:
    scopes = {grant.unit_id for grant in turn.me.grants if grant.role in LOOKING}
    return sorted({unit for scope in scopes for unit in turn.units.below(scope)})


def named(turn: Turn, leave: Leave, team: Sequence[Person]) -> Line:
    person = next(each for each in team if each.id == leave.person_id)
    key = "away-person" if leave.status is Status.APPROVED else "away-asking"
    return Line(key, name=person.name, kind=Line(f"leave-kind-{leave.kind}"), part=part(turn, leave))


def part(turn: Turn, leave: Leave) -> str | Line:
    """Hours and halves are said; whole days need no words."""
    line = leave_facts.span_line(turn, leave)
    if leave.first != leave.last or line.key == "leave-span-day":
        return ""
    if line.key == "leave-span-hours":
        return Line("away-hours", start=leave.starts, end=leave.ends)
    return Line("away-am" if line.key == "leave-span-am" else "away-pm")


def together(names: Sequence[Line]) -> Line:
    found = names[0]
    for each in names[1:]:
        found = Line("away-and", one=found, other=each)
    return found
