"""The one list of who is not back, for each supervisor: said at the hour, and edited from then on (A05).

A list is one message a day. Whoever comes back or stays longer after the hour changes it; nobody is pinged twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.buttons import Choice
from bot.rules import returns as hours
from bot.rules.days import day_of, moment
from bot.rules.outings import Outing, StopState
from bot.rules.people import Person
from bot.text import Line
from bot.turn import Turn
from handlers.draft import whom_line
from handlers.outing_buttons import Look
from storage import clients as client_store, duty as duty_store, hearers, outings as store, people


@dataclass(frozen=True)
class Missing:
    """Somebody who is out past the hour; `late` is None where a later return was given with a reason."""

    person: Person
    outing: Outing
    due: datetime
    late: timedelta | None


async def say_lists(turn: Turn) -> None:
    """Tell every supervisor who of theirs is not back; those whose people all are hear nothing.

    Nor is anything said where all who are out are as late as they had told before leaving.
    """
    for boss, missing in await by_boss(turn):
        if any(each.late is not None or each.outing.extended_to != each.outing.return_by for each in missing):
            await show(turn, boss, missing)


async def refresh(turn: Turn, person: Person) -> None:
    """Somebody came back or stays longer after the hour: change the list that names them."""
    boss = await hearers.who_hears(turn.db, person, turn.units, turn.policy_of(person.unit_id), turn.now)
    if boss is not None:
        lists = {each.id: missing for each, missing in await by_boss(turn)}
        await show(turn, boss, lists.get(boss.id, []))


def is_listed(turn: Turn, outing: Outing, *, bound: bool) -> bool:
    """Whether the day's list names this outing already."""
    zone, figures = turn.zone_of(outing.unit_id), turn.policy_of(outing.unit_id).rules.outings
    stays = outing.extensions > 0 and outing.extended_to != outing.return_by
    if bound and stays and turn.now >= moment(outing.day, figures.return_time, zone):
        return True
    return hours.overdue(outing, figures, zone, turn.now, bound) is not None


async def look(turn: Turn) -> None:
    """The refresh button of the list."""
    lists = {each.id: missing for each, missing in await by_boss(turn)}
    await show(turn, turn.me, lists.get(turn.me.id, []))


async def by_boss(turn: Turn) -> list[tuple[Person, list[Missing]]]:
    """Who is out past their hour now, by who hears of them, longest overdue first."""
    missing = await past_the_hour(turn)
    heads = await hearers.all_who_hear(
        turn.db, [each.person for each in missing], turn.units, turn.policies.of(()), turn.now
    )
    lists: dict[int, tuple[Person, list[Missing]]] = {}
    for each in missing:
        first, stand_ins = heads[each.person.id]
        for boss in [*first, *stand_ins][:1]:
            lists.setdefault(boss.id, (boss, []))[1].append(each)
    return list(lists.values())


async def past_the_hour(turn: Turn) -> list[Missing]:
    out = await store.out_since(turn.db, turn.now.date() - timedelta(days=1))
    today = [each for each in out if each.day == day_of(turn.now, turn.zone_of(each.unit_id))]
    known = await people.by_ids(turn.db, [each.person_id for each in today])
    duty = {day: await duty_store.everybody_on(turn.db, day) for day in {each.day for each in today}}
    found = []
    for outing in today:
        person = known[outing.person_id]
        zone, figures = turn.zone_of(outing.unit_id), turn.policy_of(outing.unit_id).rules.outings
        bound = hours.bound_to_hour(person.roles, person.id in duty[outing.day], figures)
        due = hours.due_back(outing, figures, zone, bound)
        if due is None or turn.now < moment(outing.day, figures.return_time, zone):
            continue
        found.append(Missing(person, outing, due, hours.overdue(outing, figures, zone, turn.now, bound)))
    return sorted(found, key=lambda each: (each.late is None, -(each.late or timedelta(0)), each.person.code))


async def show(turn: Turn, boss: Person, missing: Iterable[Missing]) -> None:
    rows = list(missing)
    day = day_of(turn.now, turn.zone_of(boss.unit_id))
    stops = await store.stops_of(turn.db, [each.outing.id for each in rows]) if rows else {}
    ahead = {
        each.outing.id: [stop for stop in stops.get(each.outing.id, []) if stop.state is not StopState.DROPPED]
        for each in rows
    }
    clients = await client_store.clients_by_id(turn.db, [stop.client_id for some in ahead.values() for stop in some])
    lines = []
    for each in rows:
        policy = turn.policy_of(each.outing.unit_id)
        facts = {
            "name": each.person.name,
            "whom": whom_line(ahead[each.outing.id][-1], clients, policy) if ahead[each.outing.id] else "—",
            "since": each.outing.departed_at,
            "due": each.due,
            "reason": each.outing.extension_reason or "",
            "minutes": int((each.late or timedelta(0)) / timedelta(minutes=1)),
        }
        lines.append(Line("returns-late-line" if each.late is not None else "returns-extended-line", **facts))
    key = "returns-not-back" if lines else "returns-all-back"
    turn.edit(
        f"not-back:{day.isoformat()}",
        key,
        to=boss,
        buttons=[[Choice("returns-look", Look())]] if lines else [],
        lines=lines,
        at=turn.now,
    )
