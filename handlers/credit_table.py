"""The due table of a unit: which ratings, lines and loans end within the policy's months, and whose (T02, K20).

What has ended already and was not settled stands first: a loan past its day is told the same day (T01).
"""

from datetime import timedelta

from aiogram.types import CallbackQuery

from bot.buttons import Choice
from bot.rules.months import add_months
from bot.rules.people import reaches
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers.credit import CARING, sort_line
from handlers.credit_buttons import Ending, Open
from handlers.draft import name_of
from storage import credit as store, people as people_store
from storage.clients import clients_by_id

area = Area("credit_table")

LINES = 25
BUTTONS = 8
PAST = timedelta(days=366)


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
