"""The quarterly look at a client's contribution and the change of their assets: done, or not after all (V16).

The figures are the bank's own systems' and never come here (C19); what is kept is the day.
"""

from datetime import date

from aiogram.types import CallbackQuery

from bot.buttons import Button, Choice
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.turn import Turn
from handlers.draft import name_of
from storage import cadence, clients as client_store
from storage.clients import Client

area = Area("analyses")


class Analysed(Button, prefix="analyses.done"):
    client_id: int


class Undo(Button, prefix="analyses.undo"):
    """Back to the day on which it was done before; 0 where it never was."""

    client_id: int
    before: int


@area.taps(Analysed)
async def done(query: CallbackQuery, callback_data: Analysed, turn: Turn) -> None:
    """Analysed today: the next is due a quarter from now."""
    client, last = await kept(turn, callback_data.client_id)
    if last == turn.today:
        raise Refusal("analyses-already")
    await cadence.analysed(turn.db, client.id, turn.today)
    turn.note(f"client:{client.id}", analysed=turn.today.isoformat())
    undo = Undo(client_id=client.id, before=last.toordinal() if last else 0)
    turn.say(
        "analyses-noted",
        slot=f"analysis:{client.id}",
        buttons=[[Choice("analyses-undo", undo)]],
        client=name_of(client, turn.policy),
    )


@area.taps(Undo)
async def undo(query: CallbackQuery, callback_data: Undo, turn: Turn) -> None:
    """A slip of the thumb, on the same day."""
    client, last = await kept(turn, callback_data.client_id)
    before = callback_data.before
    if last != turn.today or not 0 <= before < turn.today.toordinal():
        raise Refusal("turn-button-over")
    await cadence.analysed(turn.db, client.id, date.fromordinal(before) if before else None)
    turn.note(f"client:{client.id}", unanalysed=turn.today.isoformat())
    turn.edit(f"analysis:{client.id}", "analyses-undone", client=name_of(client, turn.policy))


async def kept(turn: Turn, client_id: int) -> tuple[Client, date | None]:
    """The person's own client, and when they were analysed last; somebody else's is nobody's business."""
    mine = await client_store.portfolio(turn.db, turn.me.id)
    client = next((each for each in mine if each.id == client_id), None)
    known = await cadence.of_clients(turn.db, [client_id]) if client else {}
    if client is None or client_id not in known:
        raise Refusal("turn-button-over")
    return client, known[client_id].analysed
