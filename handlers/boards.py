"""The board of one's own day (/today): what it has held and what there is to do, on one message that is edited.

The list is the morning's, composed anew: nothing on it is older than the tap (A16).
"""

from dataclasses import replace

from aiogram.types import CallbackQuery, Message

from bot.actions import FIELD
from bot.buttons import Button, Choice
from bot.rules.ranking import SORT_OF, Sort
from bot.rules.records import Record, RecordStatus
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers import briefing_lines, departures
from handlers.briefing_list import Sheet, sheet_of
from handlers.day_lines import day_for, lines_of, whom
from handlers.record_card import write_rows
from handlers.visit_card import put

area = Area("boards")

TODAY = briefing_lines.SLOT


class RefreshToday(Button, prefix="boards.refresh_today"):
    pass


# ---------------------------------------------------------------- one's own day


@area.command("today")
@area.caption("menu-today")
async def today(message: Message, turn: Turn) -> None:
    """The person's own day on one message."""
    await say_today(turn, edit=False)


@area.taps(RefreshToday)
async def refresh_today(query: CallbackQuery, turn: Turn) -> None:
    await say_today(turn, edit=True)


async def say_today(turn: Turn, *, edit: bool) -> None:
    found = await day_for(turn, turn.me)
    sent_back = {each.id: is_sent_back(found.records.get(each.id)) for each, _ in found.day.to_write}
    owed = [(each, sent_back[each.id]) for each, _ in found.day.to_write]
    rows = [
        [
            Choice(
                "boards-when-left",
                departures.OtherTime(visit_id=each.id),
                client=whom(turn, found.clients, each),
                at=each.arrived_at,
            )
        ]
        for each in found.day.to_answer
    ]
    rows += write_rows(turn, owed, found.clients)
    refresh = [Choice("boards-refresh", RefreshToday())]
    lines: list[Line] = []
    if turn.me.roles & FIELD:
        todo = await briefing_lines.words_of(turn, without_records(await sheet_of(turn, turn.me, turn.today)))
        lines = todo.facts["lines"]
        rows += todo.buttons[:-1]
        refresh = [*todo.buttons[-1][:-1], *refresh]
    rows.append(refresh)
    put(
        turn,
        TODAY,
        "boards-today",
        edit=edit,
        buttons=rows,
        day=found.day.day,
        at=turn.now,
        lines=lines_of(turn, found),
        owed=Line("boards-owed", count=len(owed)) if owed else "",
        todo=lines or "",
    )


def without_records(sheet: Sheet) -> Sheet:
    """The list without records owed: on the board of the day they have lines and buttons of their own."""
    kept = []
    for each in sheet.entries:
        matters = tuple(one for one in each.matters if SORT_OF[one.reason] is not Sort.RECORD)
        if matters:
            kept.append(replace(each, matters=matters))
    return replace(sheet, entries=kept)


def is_sent_back(record: Record | None) -> bool:
    return record is not None and record.status is RecordStatus.RETURNED
