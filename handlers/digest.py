"""The supervisor's morning (08:30): exceptions, then requests, unread records, deadlines, and who is where (A09, 5.2).

One message that is edited. Every supervisor has it once a day, in small turns, so that nobody who types waits for it.
"""

from datetime import date, datetime, time, timedelta

from aiogram.types import CallbackQuery

from bot.buttons import Button, Choice
from bot.rules import briefing as rules, meetings as gatherings
from bot.rules.briefing import When
from bot.rules.credit import Sort
from bot.rules.days import day_of, moment
from bot.rules.people import SUPERVISING, Person, has_access
from bot.rules.reminding import Reminder, State
from bot.rules.rollcall import Mark
from bot.talk import Area
from bot.text import Line
from bot.turn import BULK, Turn
from handlers.visit_card import name_of
from handlers.workdays import calendar_of
from storage import (
    clients as client_store,
    credit as credit_store,
    digests as store,
    outings as outing_store,
    penalties,
    people as people_store,
    records,
    reminders,
    rollcalls,
)

area = Area("digest")

SLOT = "digest"
BATCH = 10
MOST_NAMES = 6
MOST_DEADLINES = 5
ENDING = timedelta(days=30)
UNREAD_FOR = timedelta(days=7)


class Show(Button, prefix="digest.show"):
    pass


@area.standing
async def morning(turn: Turn, since: str | None = None) -> None:
    """The next few supervisors whose time has come; again at once for the others. `since`: as for the briefing."""
    waited = datetime.fromisoformat(since) if since else turn.sent_at
    known = await people_store.by_ids(turn.db, await store.leading(turn.db))
    days = {day_of(turn.now, turn.zone_of(each.unit_id)) for each in known.values()}
    had = await reminders.told(turn.db, SLOT, [f"day:{day}" for day in days])
    ahead: list[datetime] = []
    told = 0
    for person in known.values():
        policy, zone = turn.policy_of(person.unit_id), turn.zone_of(person.unit_id)
        calendar = calendar_of(turn, person.unit_id)
        today = day_of(turn.now, zone)
        at = moment(today, policy.briefing.supervisor_at, zone)
        stale = timedelta(hours=policy.briefing.stale_hours)
        now = rules.when(turn.now, at, stale) if calendar.is_working(today) else When.STALE
        ahead.append(at if now is When.EARLY else moment(calendar.after(today), policy.briefing.supervisor_at, zone))
        if now not in (When.NOW, When.LATE) or at < waited or (person.id, f"day:{today}") in had:
            continue
        if person.telegram_id is None or not person.notice_accepted_at:
            continue
        done = Reminder(id=0, person_id=person.id, kind=SLOT, about=f"day:{today}", moment=at, due=at, state=State.SAID)
        if not has_access(person, today) or not await reminders.add(turn.db, done):
            continue
        if not await outing_store.absent(turn.db, [person.id], turn.now, turn.now):
            turn.rank = BULK
            await say(turn, person, late=now is When.LATE, edit=False)
        told += 1
        if told == BATCH:
            turn.later("digest.morning", name="digest.morning", due=turn.now, since=waited.isoformat())
            return
    again = min(ahead, default=turn.now + timedelta(hours=6))
    turn.later("digest.morning", name="digest.morning", due=min(again, turn.now + timedelta(hours=6)))


@area.taps(Show)
async def show(query: CallbackQuery, turn: Turn) -> None:
    """The same as it is now."""
    await say(turn, turn.me, late=False, edit=True)


async def say(turn: Turn, boss: Person, *, late: bool, edit: bool) -> None:
    units = frozenset().union(*(turn.units.below(each.unit_id) for each in boss.grants if each.role in SUPERVISING))
    day = day_of(turn.now, turn.zone_of(boss.unit_id))
    lines = [
        *await exceptions(turn, units, day),
        *await requests(turn, boss, units, day),
        *await deadlines(turn, boss, units, day),
        *await people_lines(turn, boss, units, day),
    ]
    buttons = [[Choice("digest-refresh", Show())]]
    turn.note(f"person:{boss.id}", lines=len(lines), late=late)
    if edit:
        turn.edit(SLOT, "digest-again", to=boss, buttons=buttons, name=boss.name, day=day, lines=lines, at=turn.now)
        return
    key = "digest-late" if late else "digest-morning"
    turn.say(key, to=boss, buttons=buttons, slot=SLOT, name=boss.name, day=day, lines=lines, at=turn.now)


async def exceptions(turn: Turn, units: frozenset[int], day: date) -> list[Line]:
    """What should not be: nobody explained, late, a monthly meeting that nobody called (L03, L05, M04–M06)."""
    lines = []
    marks = await store.not_there(turn.db, units, day)
    if Mark.UNEXPLAINED in marks:
        lines.append(Line("digest-unexplained", count=len(marks[Mark.UNEXPLAINED]), names=few(marks[Mark.UNEXPLAINED])))
    if Mark.LATE in marks:
        lines.append(Line("digest-late-people", count=len(marks[Mark.LATE]), names=few(marks[Mark.LATE])))
    if day.day >= 20:
        calls = await rollcalls.of_units(turn.db, units, day.replace(day=1), day + timedelta(days=62))
        for unit_id in sorted({each.unit_id for each in calls}):
            own = [each for each in calls if each.unit_id == unit_id]
            policy = turn.policy_of(unit_id).rules.meetings
            lines += [
                Line(
                    "digest-not-held",
                    unit=turn.units.by_id[unit_id].name,
                    what=Line(f"rollcall-of-{each.value.replace('_', '-')}"),
                )
                for each in gatherings.not_held(own, policy, day)
            ]
    return lines[:MOST_NAMES]


async def requests(turn: Turn, boss: Person, units: frozenset[int], day: date) -> list[Line]:
    """What waits for the supervisor's word or eye."""
    lines = []
    leave, outings = await store.waiting(turn.db, units, day)
    if leave:
        lines.append(Line("digest-leave-asked", count=len(leave), names=few(leave)))
    if outings:
        lines.append(Line("digest-outings-asked", count=len(outings), names=few(outings)))
    if proposals := await penalties.waiting_count(turn.db, units):
        lines.append(Line("proposals-waiting", count=proposals))
    below = [each for each in await people_store.in_units(turn.db, units) if each.id != boss.id]
    unread = await records.unread(turn.db, [each.id for each in below], day - UNREAD_FOR)
    if unread:
        names = {each.id: each.name for each in below}
        count = sum(len(some) for some in unread.values())
        lines.append(Line("digest-unread", count=count, names=few([names[each] for each in unread])))
    return lines


async def deadlines(turn: Turn, boss: Person, units: frozenset[int], day: date) -> list[Line]:
    """What of the team's clients ends soonest (K01–K13, T02)."""
    ending = await credit_store.ending(turn.db, units, day, day + ENDING, (Sort.RATING, Sort.LINE, Sort.LOAN))
    if not ending:
        return []
    clients = await client_store.clients_by_id(turn.db, [each.item.client_id for each in ending[:MOST_DEADLINES]])
    lines = [Line("digest-deadlines", count=len(ending), days=ENDING.days)]
    lines += [
        Line(
            "digest-deadline",
            client=name_of(turn, clients.get(each.item.client_id), None),
            what=Line(f"credit-sort-{each.item.sort.value}"),
            due=each.item.due,
            days=(each.item.due - day).days,
        )
        for each in ending[:MOST_DEADLINES]
    ]
    return lines


async def people_lines(turn: Turn, boss: Person, units: frozenset[int], day: date) -> list[Line]:
    """Who is on leave, who has the desk, who means to go where."""
    end = moment(day, time(23, 59), turn.zone_of(boss.unit_id))
    away = await store.on_leave(turn.db, units, turn.now, end)
    duty = await store.on_duty(turn.db, units, day)
    planned = await store.planned(turn.db, units, day)
    lines = []
    if away:
        lines.append(Line("digest-away", count=len(away), names=few([name for name, _ in away])))
    lines.append(Line("digest-duty", names=few(duty)) if duty else Line("digest-no-duty"))
    visits = sum(count for _, count in planned)
    lines.append(
        Line("digest-planned", count=visits, names=few([name for name, _ in planned]))
        if planned
        else Line("digest-none-planned")
    )
    return lines


def few(names: list[str]) -> str:
    """The first names, and that there are more."""
    return ", ".join(names[:MOST_NAMES]) + (" …" if len(names) > MOST_NAMES else "")
