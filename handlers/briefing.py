"""The morning briefing: at the unit's time on its working days, to all on duty, a few ranked lines (A16, 3.W, 5.1).

Those on leave hear nothing; their stand-in has their matters (L02). Whoever starts earliest is told first. After an
outage it is caught up and says that it is late; what is stale is not sent. Nobody gets a day's briefing twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog
from aiogram.types import CallbackQuery

from bot.actions import FIELD
from bot.buttons import Choice
from bot.policy import Policy
from bot.rules import briefing as rules
from bot.rules.briefing import When
from bot.rules.days import day_of, moment
from bot.rules.people import Person, Role, has_access
from bot.talk import Area
from bot.text import Line
from bot.turn import BULK, Turn
from handlers.briefing_lines import SLOT, Detail, Show, page_of, show, ways, why_lines, written
from handlers.briefing_list import Sheet, compose, sheet_of
from handlers.visit_card import name_of
from handlers.workdays import calendar_of
from storage import briefing as store, clients as client_store, outings as outing_store, people as people_store
from storage.engine import is_away

area = Area("briefing")
log = structlog.get_logger("briefing")

BRIEFED = frozenset({Role.RM, Role.CLERK})  # who hears it even where there is nothing to do
BATCH = 30  # people of one turn: those who type meanwhile wait no longer than for these
REMEMBERED = timedelta(days=10)


@dataclass(frozen=True)
class Morning:
    """The morning of units that are alike: its day and the moment of its briefing."""

    unit_ids: tuple[int, ...]
    day: date
    at: datetime
    when: When


# ---------------------------------------------------------------- the broadcast


@area.standing
async def morning(turn: Turn, since: str | None = None) -> None:
    """Brief the next few people whose time has come, and come again at once for the others.

    `since` is from when on this question has waited: a morning that was over before the bot's first start is not late.
    """
    waited = datetime.fromisoformat(since) if since else turn.sent_at
    units = await people_store.units_with_people(turn.db)
    mornings = [each for some in alike(turn, units) for each in mornings_of(turn, some)]
    ready = [each for each in mornings if each.when in (When.NOW, When.LATE) and each.at >= waited]
    for at, day in sorted({(each.at, each.day) for each in ready}):
        here = [each for each in ready if (each.at, each.day) == (at, day)]
        ids = await store.waiting(turn.db, [unit_id for each in here for unit_id in each.unit_ids], day, BATCH)
        if ids:
            await brief(turn, ids, day, late=here[0].when is When.LATE)
            turn.later("briefing.morning", name="briefing.morning", due=turn.now, since=waited.isoformat())
            return
    await store.forget(turn.db, turn.now.date() - REMEMBERED)
    ahead = [each.at for each in mornings if each.when is When.EARLY]
    turn.later("briefing.morning", name="briefing.morning", due=min(ahead, default=turn.now + timedelta(hours=6)))


def alike(turn: Turn, unit_ids: Iterable[int]) -> list[tuple[int, ...]]:
    """Units that share zone, figures and working days: a thousand teams have a handful of mornings."""
    found: dict[tuple[str, int, int], list[int]] = {}
    for each in unit_ids:
        if (unit := turn.units.by_id.get(each)) is not None:
            same = (unit.zone, id(turn.policy_of(each)), id(calendar_of(turn, each)))
            found.setdefault(same, []).append(each)
    return [tuple(some) for some in found.values()]


def mornings_of(turn: Turn, unit_ids: tuple[int, ...]) -> list[Morning]:
    """Today's morning of units that are alike, if they work, and their next one."""
    unit_id = unit_ids[0]
    zone, policy = turn.zone_of(unit_id), turn.policy_of(unit_id)
    calendar = calendar_of(turn, unit_id)
    today = day_of(turn.now, zone)
    days = [today, calendar.after(today)] if calendar.is_working(today) else [calendar.after(today)]
    stale = timedelta(hours=policy.briefing.stale_hours)
    found = []
    for day in days:
        at = moment(day, policy.briefing.at, zone)
        found.append(Morning(unit_ids, day, at, rules.when(turn.now, at, stale)))
    return found


async def brief(turn: Turn, ids: Sequence[int], day: date, *, late: bool) -> None:
    """Compose and say the briefings of a few people; whoever is not to hear one is remembered as told."""
    turn.rank = BULK
    everybody = await people_store.by_ids(turn.db, ids)
    away = await outing_store.absent(turn.db, ids, turn.now, turn.now)
    marks: dict[int, list[int]] = {each: [] for each in ids}
    hear = [
        each
        for each in everybody.values()
        if each.roles & FIELD and each.notice_accepted_at and has_access(each, day) and each.id not in away
    ]
    by_policy: dict[int, tuple[Policy, list[Person]]] = {}
    for each in hear:
        policy = turn.policy_of(each.unit_id)
        by_policy.setdefault(id(policy), (policy, []))[1].append(each)
    sheets: list[Sheet] = []
    broken: list[Person] = []
    for policy, some in by_policy.values():
        made, failed = await composed(turn, some, day, policy)
        sheets += made
        broken += failed
    pages = [page_of(turn, each) for each in sheets]
    named = [entry.client_id for page in pages for entry in page.shown]
    clients = await client_store.clients_by_id(turn.db, [*named, *(each for one in sheets for each, _ in one.visits)])
    key = "briefing-late" if late else "briefing-morning"
    for sheet, page in zip(sheets, pages, strict=True):
        person = sheet.person
        if not sheet.entries and not sheet.notices and not person.roles & BRIEFED:
            continue  # who only leads has their own morning, and nothing here
        try:
            said = written(turn, sheet, page, clients)
            turn.say(key, to=person, slot=SLOT, buttons=said.buttons, name=person.name, **said.facts)
        except (KeyError, ValueError) as bug:  # a text that can't be rendered is one person's trouble
            log.error("briefing not written", person=person.id, error=type(bug).__name__)
            broken.append(person)
        else:
            marks[person.id] = rules.marks(sheet.entries)
    for person in broken:
        turn.say("briefing-broken", to=person, name=person.name, day=day)
    await store.keep(turn.db, day, turn.now, late, marks)
    turn.note("briefing", people=len(sheets), silent=len(ids) - len(sheets), late=late, broken=len(broken))


async def composed(
    turn: Turn, persons: Sequence[Person], day: date, policy: Policy
) -> tuple[list[Sheet], list[Person]]:
    """The lists of these people, and whose could not be made: a bad row loses one person's lines, not everybody's."""
    try:
        async with turn.db.begin_nested():
            return list((await compose(turn, persons, day, policy)).values()), []
    except Exception as bug:
        if is_away(bug):
            raise
        if len(persons) == 1:
            log.error("briefing not composed", person=persons[0].id, error=type(bug).__name__)
            return [], list(persons)
    middle = len(persons) // 2
    first, lost = await composed(turn, persons[:middle], day, policy)
    second, also_lost = await composed(turn, persons[middle:], day, policy)
    return first + second, lost + also_lost


# ---------------------------------------------------------------- one's list


@area.taps(Show)
async def page(query: CallbackQuery, callback_data: Show, turn: Turn) -> None:
    """Another piece of the list, or the same as it is now."""
    await show(turn, callback_data.number)


@area.taps(Detail)
async def detail(query: CallbackQuery, callback_data: Detail, turn: Turn) -> None:
    """One line with everything: each reason, its rule, what would satisfy it, and every way to deal with it."""
    sheet = await sheet_of(turn, turn.me, turn.today)
    entry = sheet.entry(callback_data.about, callback_data.number)
    if entry is None:
        turn.toast("briefing-gone")
        await show(turn)
        return
    clients = await client_store.clients_by_id(turn.db, [entry.client_id])
    position = list(sheet.entries).index(entry) + 1
    rows = ways(entry)
    rows.append([Choice("briefing-back", Show(number=(position - 1) // turn.policy.briefing.most_lines))])
    turn.edit(
        SLOT,
        "briefing-detail",
        buttons=rows,
        about=name_of(turn, clients.get(entry.client_id or 0), None) if entry.client_id else Line("briefing-own"),
        position=position,
        total=len(sheet.entries),
        weight=entry.weight // 100,
        urgency=Line(f"briefing-urgency-{entry.urgency.name.lower()}"),
        lines=why_lines(turn, entry, sheet),
    )
