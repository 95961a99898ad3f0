"""The due table of a unit: which ratings, lines and loans end within the policy's months, and whose (T02, K20).

What has ended already and was not settled stands first. A loan whose day has passed unpaid is told the very next
morning to who leads and to whose client it is, once (T01).
"""

from collections.abc import Sequence
from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery

from bot.buttons import Choice
from bot.rules.credit import Sort
from bot.rules.days import day_of, moment
from bot.rules.months import add_months
from bot.rules.people import Person, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers.credit import CARING, sort_line
from handlers.credit_buttons import Ending, Open
from handlers.draft import name_of
from handlers.standing_in import listener
from storage import credit as store, hearers, people as people_store
from storage.clients import clients_by_id

area = Area("credit_table")

LINES = 25
BUTTONS = 8
PAST = timedelta(days=366)
MORNING = time(9)


@area.taps(Ending)
async def ending(query: CallbackQuery, callback_data: Ending, turn: Turn) -> None:
    unit = turn.units.by_id.get(callback_data.unit_id)
    if unit is None or not reaches(turn.me, unit.id, turn.units, CARING):
        raise Refusal("turn-button-over")
    last = add_months(turn.today, turn.policy.rules.credit.due_table_months)
    found = await store.ending(turn.db, turn.units.below(unit.id), turn.today - PAST, last)
    turn.note(f"unit:{unit.id}", due_table=len(found))
    if not found:
        turn.say("credit-table-none", unit=unit.name, last=last)
        return
    clients = await clients_by_id(turn.db, [each.client_id for each in found[:LINES]])
    keepers = await people_store.by_ids(turn.db, [each.keeper_id for each in found[:LINES] if each.keeper_id])
    lines = []
    for each in found[:LINES]:
        keeper = keepers.get(each.keeper_id or 0)
        lines.append(
            Line(
                "credit-table-line-past" if each.due < turn.today else "credit-table-line",
                on=each.due,
                client=name_of(clients.get(each.client_id), turn.policy),
                sort=sort_line(each.item),
                who=keeper.name if keeper else Line("credit-table-nobody"),
            )
        )
    if len(found) > LINES:
        lines.append(Line("credit-table-more", count=len(found) - LINES))
    rows = [
        [
            Choice(
                "credit-open-item",
                Open(item_id=each.id),
                client=name_of(clients.get(each.client_id), turn.policy),
                sort=sort_line(each.item),
            )
        ]
        for each in found[:BUTTONS]
    ]
    many = len(found)
    turn.say("credit-table-due", buttons=rows, lines=lines, unit=unit.name, count=many, first=turn.today, last=last)


@area.standing
async def lapsed(turn: Turn, until: str | None = None) -> None:
    """Tell of the loans whose day has passed unpaid since this was last asked; `until` is the day asked about last.

    The first time nothing is told: a bank that begins knows its old loans.
    """
    zone = ZoneInfo(turn.policies.of(()).meta.timezone)
    today = day_of(turn.now, zone)
    yesterday = today - timedelta(days=1)
    if until is not None:
        first = date.fromisoformat(until) + timedelta(days=1)
        await tell(turn, await store.ending(turn.db, turn.units.by_id, first, yesterday, [Sort.LOAN]))
    morning = moment(today, MORNING, zone)
    due = morning if morning > turn.now else moment(today + timedelta(days=1), MORNING, zone)
    turn.later("credit_table.lapsed", name="credit_table.lapsed", due=due, until=yesterday.isoformat())


async def tell(turn: Turn, unpaid: Sequence[store.Owed]) -> None:
    """One message for each who hears, with a line for each loan."""
    clients = await clients_by_id(turn.db, [each.client_id for each in unpaid])
    keepers = await people_store.by_ids(turn.db, [each.keeper_id for each in unpaid if each.keeper_id])
    hears: dict[int, tuple[Person, list[store.Owed]]] = {}
    for each in unpaid:
        keeper = keepers.get(each.keeper_id or 0)
        if keeper is None:
            continue
        policy = turn.policy_of(keeper.unit_id)
        boss = await hearers.who_hears(turn.db, keeper, turn.units, policy, turn.now)
        told = [one for one in (await listener(turn, keeper), boss) if one is not None]
        for one in {one.id: one for one in told}.values():
            hears.setdefault(one.id, (one, []))[1].append(each)
    for one, some in hears.values():
        lines = [
            Line(
                "credit-table-line-past",
                on=each.due,
                client=name_of(clients.get(each.client_id), turn.policy_of(one.unit_id)),
                sort=sort_line(each.item),
                who=keepers[each.keeper_id or 0].name,
            )
            for each in some[:LINES]
        ]
        turn.say("credit-table-lapsed", to=one, lines=lines)
    if unpaid:
        turn.note("credit", lapsed=[each.id for each in unpaid])
