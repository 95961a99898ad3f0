"""Composing: everything that a person's list is made of, for many people at once (A16, 3.W).

One pass: the number of statements is the same for one person and for a whole batch. Those who stand in for somebody
on leave have that person's matters too (L02).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.policy import Policy
from bot.rules import briefing as rules, ranking
from bot.rules.agenda import Item, Sort
from bot.rules.datum import Point
from bot.rules.people import Person
from bot.rules.ranking import Entry, Matter, Reason
from bot.turn import Turn
from handlers.workdays import calendar_of
from storage import agenda as agenda_store, briefing as store, clients as client_store, duty as duty_store, people
from storage.briefing import Notice
from storage.clients import Client
from storage.matters import matters_of

REASONS: Mapping[Sort, tuple[Reason, str, bool]] = {
    # what it is on the list, the rule that wants it, whether the bank does
    Sort.PLANNED_VISIT: (Reason.PLANNED_VISIT, "V20", False),
    Sort.NEXT_STEP: (Reason.NEXT_STEP, "A10", False),
    Sort.PROMISE: (Reason.PROMISE, "H07", True),
    Sort.CALL: (Reason.CALL, "V30", False),
    Sort.TASK: (Reason.TASK, "A03", True),
    Sort.REMINDER: (Reason.REMINDER, "A16", False),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One person's list, before it is cut and put into words."""

    person: Person
    day: date
    entries: Sequence[Entry]
    items: Mapping[int, Item]  # of the agenda, by number
    instead_of: Mapping[int, Person]  # whose client it is, where the person stands in
    notices: Sequence[Notice]
    on_duty: bool
    visits: Sequence[tuple[int, datetime | None]]  # planned for the day: client and hour, in the order of going

    def entry(self, about: str, number: int) -> Entry | None:
        """The line that a button is about; None where nothing is left of it."""
        if about == "c":
            return next((each for each in self.entries if each.client_id == number), None)
        return next(
            (
                each
                for each in self.entries
                if each.client_id is None and (each.matters[0].reason, each.matters[0].source_id) == (about, number)
            ),
            None,
        )


def about_of(entry: Entry) -> tuple[str, int]:
    """What a button says of a line: a client, or the one matter that has none."""
    if entry.client_id is not None:
        return "c", entry.client_id
    return entry.matters[0].reason.value, entry.matters[0].source_id


async def compose(turn: Turn, persons: Sequence[Person], day: date, policy: Policy) -> dict[int, Sheet]:
    """The lists of these people, who share a policy and a day; constant in statements."""
    ids = [each.id for each in persons]
    instead = await store.stood_in(turn.db, ids, turn.now)
    absent = await people.by_ids(turn.db, instead) if instead else {}
    sources = [*persons, *(each for each in absent.values() if each.id not in ids)]
    everybody = [each.id for each in sources]
    calendar = calendar_of(turn, persons[0].unit_id)
    found = await matters_of(turn.db, sources, policy, day, calendar, turn.units)
    agenda: dict[int, dict[int, Item]] = {}
    for item in await agenda_store.open_of(turn.db, everybody, day):
        agenda.setdefault(item.person_id, {})[item.id] = item
    owed = await store.records_owed(turn.db, ids, day)
    aside = await store.put_off(turn.db, ids, turn.now)
    known = await store.known(turn.db, ids, day)
    weights = policy.rules.ranking
    tiers = await store.tiers(turn.db, everybody, [each for each, extra in weights.tiers.items() if extra])
    notices = await store.notices_of(turn.db, {up.id for each in persons for up in turn.units.path(each.unit_id)}, day)
    duty = await duty_store.everybody_on(turn.db, day)
    visited = {
        item.client_id
        for some in agenda.values()
        for item in some.values()
        if item.sort is Sort.PLANNED_VISIT and item.day == day and item.client_id
    }
    places = await store.points(turn.db, visited) if visited else {}
    sheets = {}
    for person in persons:
        others = [absent[each] for each, standin in instead.items() if standin == person.id and each in absent]
        items = {number: item for one in (person, *others) for number, item in agenda.get(one.id, {}).items()}
        matters = [matter for one in (person, *others) for matter in found.get(one.id, ())]
        matters += [matter_of(item, day) for item in items.values()]
        matters += owed.get(person.id, ())
        entries = ranking.rank(
            matters, day, weights, known=known.get(person.id), put_off=aside.get(person.id, ()), tiers=tiers
        )
        theirs = {
            matter.client_id: one for one in others for matter in found.get(one.id, ()) if matter.client_id is not None
        }
        above = [each.id for each in turn.units.path(person.unit_id)]
        sheets[person.id] = Sheet(
            person=person,
            day=day,
            entries=entries,
            items=items,
            instead_of=theirs,
            notices=[each for unit_id in reversed(above) for each in notices.get(unit_id, ())],
            on_duty=person.id in duty,
            visits=visits_of(items, day, places),
        )
    return sheets


async def sheet_of(turn: Turn, person: Person, day: date) -> Sheet:
    """One person's list, fresh."""
    return (await compose(turn, [person], day, turn.policy_of(person.unit_id)))[person.id]


async def named(turn: Turn, entries: Sequence[Entry], sheets: Sequence[Sheet] = ()) -> dict[int, Client]:
    """The clients that are to be named: those of lines shown, and of the day's visits."""
    visits = [client for sheet in sheets for client, _ in sheet.visits]
    return await client_store.clients_by_id(turn.db, [*(each.client_id for each in entries), *visits])


def matter_of(item: Item, day: date) -> Matter:
    """An item of the agenda as a matter of the list."""
    reason, rule, must = REASONS[item.sort]
    return Matter(reason, rule, item.day, item.client_id, item.id, (item.day - day).days, must, item.text)


def visits_of(items: Mapping[int, Item], day: date, places: Mapping[int, Point]) -> list[tuple[int, datetime | None]]:
    """Where the person means to go today, in a sensible order."""
    planned = {
        item.client_id: item.at
        for item in items.values()
        if item.sort is Sort.PLANNED_VISIT and item.day == day and item.client_id is not None
    }
    return [(client, planned[client]) for client in rules.route(planned.items(), places, None)]
