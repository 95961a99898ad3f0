"""What a supervisor finds outside a spot check, a complaint, conduct, an overdue file: a proposal too (L07, L09-L11).

Whom, then which rule: two taps. The same rule for the same person is noted once a day; nothing is ever deducted (C18).
"""

from aiogram.types import CallbackQuery

from bot.buttons import Button, Choice
from bot.rules.days import day_of
from bot.rules.penalties import Rule
from bot.rules.people import SUPERVISING, Person, has_access, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.turn import Turn
from handlers import proposals, team
from handlers.team_lines import grid
from storage import people as people_store

area = Area("noting")

SLOT = "check"
PAGE = 15
RULES = (Rule.OUTING, Rule.CONDUCT, Rule.CREDIT_OVERDUE, Rule.ARCHIVE_LATE)


class Note(Button, prefix="noting.whom"):
    page: int = 0


class About(Button, prefix="noting.what"):
    person_id: int


class Made(Button, prefix="noting.made"):
    person_id: int
    rule: int


@area.taps(Note)
async def whom(query: CallbackQuery, callback_data: Note, turn: Turn) -> None:
    """Those whom this person leads, page by page."""
    led = [each for each in await people_store.in_units(turn.db, team.led(turn)) if is_theirs(turn, each)]
    pages = max(1, -(-len(led) // PAGE))
    page = min(max(callback_data.page, 0), pages - 1)
    names = [
        Choice("team-name", About(person_id=each.id), name=each.name) for each in led[page * PAGE : (page + 1) * PAGE]
    ]
    turning = [
        *([Choice("team-page-before", Note(page=page - 1), page=page, pages=pages)] if page else []),
        *([Choice("team-page-after", Note(page=page + 1), page=page + 2, pages=pages)] if page < pages - 1 else []),
    ]
    turn.edit(SLOT, "noting-whom", buttons=[*grid(names, 3), *([turning] if turning else [])])


@area.taps(About)
async def what(query: CallbackQuery, callback_data: About, turn: Turn) -> None:
    person = await theirs(turn, callback_data.person_id)
    rows = [[Choice(f"noting-rule-{rule.lower()}", Made(person_id=person.id, rule=n))] for n, rule in enumerate(RULES)]
    turn.edit(SLOT, "noting-what", buttons=[*rows, [Choice("team-back", Note())]], name=person.name)


@area.taps(Made)
async def made(query: CallbackQuery, callback_data: Made, turn: Turn) -> None:
    """The person is told at once, and may contest it."""
    person = await theirs(turn, callback_data.person_id)
    if not 0 <= callback_data.rule < len(RULES):
        raise Refusal("turn-button-over")
    day = day_of(turn.now, turn.zone_of(person.unit_id))
    number = await proposals.propose(
        turn,
        person_id=person.id,
        unit_id=person.unit_id,
        rule=RULES[callback_data.rule].value,
        day=day,
        about=f"noted:{day.isoformat()}",
        by=turn.me.id,
    )
    if number is None:
        raise Refusal("noting-already", name=person.name)
    turn.note(f"proposal:{number}", person=person.id, rule=RULES[callback_data.rule])
    turn.edit(SLOT, "noting-made", name=person.name)


async def theirs(turn: Turn, person_id: int) -> Person:
    """Somebody whom this person leads; never themselves (S-11)."""
    person = await people_store.by_id(turn.db, person_id)
    if person is None or not is_theirs(turn, person):
        raise Refusal("turn-button-over")
    return person


def is_theirs(turn: Turn, person: Person) -> bool:
    if person.id == turn.me.id or not reaches(turn.me, person.unit_id, turn.units, SUPERVISING):
        return False
    return has_access(person, day_of(turn.now, turn.zone_of(person.unit_id)))
