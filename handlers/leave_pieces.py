"""Going through what falls into one's leave, piece by piece: who takes it, what waits, what is not done (L02)."""

from aiogram.types import CallbackQuery

from bot.buttons import Button, Choice
from bot.rules.handing_over import ALLOWED, Piece, Plan
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.turn import Turn
from handlers import handing_over, leave
from handlers.leave_buttons import LookAtPieces
from handlers.own_leave import CARD
from handlers.questions import grid

area = Area("leave_pieces")

MOST = 20


class Take(Button, prefix="leave_pieces.take"):
    number: int
    place: int  # in the list, from 1


class Decide(Button, prefix="leave_pieces.decide"):
    number: int
    plan: str
    to_id: int = 0


class Done(Button, prefix="leave_pieces.done"):
    number: int


@area.taps(LookAtPieces)
async def look(query: CallbackQuery, callback_data: LookAtPieces, turn: Turn) -> None:
    """Every piece, with what becomes of it; a tap on one changes that."""
    await show(turn, leave.drafting(turn, callback_data.number))


async def show(turn: Turn, draft: leave.Asking) -> None:
    wanted, _ = await leave.requested(turn, draft)
    pieces = await leave.pieces_of(turn, draft, wanted)
    told = await handing_over.lines(turn, pieces)
    rows = [
        [Choice("leave-piece-number", Take(number=draft.number, place=place), place=place, day=each.day)]
        for place, each in enumerate(pieces[:MOST], start=1)
        if len(ALLOWED[each.piece]) > 1
    ]
    rows.append([Choice("leave-pieces-done", Done(number=draft.number))])
    turn.edit(CARD, "leave-pieces", buttons=rows, lines=told)


@area.taps(Take)
async def take(query: CallbackQuery, callback_data: Take, turn: Turn) -> None:
    """What becomes of one piece?"""
    draft = leave.drafting(turn, callback_data.number)
    wanted, _ = await leave.requested(turn, draft)
    pieces = await leave.pieces_of(turn, draft, wanted)
    if not 1 <= callback_data.place <= len(pieces):
        raise Refusal("turn-button-over")
    piece = pieces[callback_data.place - 1]
    turn.go(draft.model_copy(update={"choosing": piece.key}))

    def choice(text: str, plan: Plan, to_id: int = 0, **facts: str) -> Choice:
        return Choice(text, Decide(number=draft.number, plan=plan, to_id=to_id), **facts)

    colleagues = [choice("leave-person", Plan.GIVE, each.id, name=each.name) for each in await leave.colleagues(turn)]
    rows = grid(colleagues, 3) if Plan.GIVE in ALLOWED[piece.piece] else []
    rows += [
        [choice(f"leave-choose-{plan}", plan)] for plan in (Plan.POSTPONE, Plan.CLOSE) if plan in ALLOWED[piece.piece]
    ]
    rows.append([Choice("leave-pieces-back", LookAtPieces(number=draft.number))])
    [told] = await handing_over.lines(turn, [piece])
    turn.edit(CARD, "leave-piece-ask", buttons=rows, piece=told)


@area.taps(Decide)
async def decide(query: CallbackQuery, callback_data: Decide, turn: Turn) -> None:
    draft = leave.drafting(turn, callback_data.number)
    piece = (draft.choosing or "").partition(":")[0]
    if piece not in set(Piece) or callback_data.plan not in ALLOWED[Piece(piece)]:
        raise Refusal("turn-button-over")
    said = callback_data.plan
    if said == Plan.GIVE:
        if callback_data.to_id not in {each.id for each in await leave.colleagues(turn)}:
            raise Refusal("turn-button-over")
        said = f"{said}:{callback_data.to_id}"
    changed = draft.model_copy(update={"plans": draft.plans | {str(draft.choosing): said}, "choosing": None})
    turn.go(changed)
    await show(turn, changed)


@area.taps(Done)
async def done(query: CallbackQuery, callback_data: Done, turn: Turn) -> None:
    """Back to the card."""
    await leave.put(turn, leave.drafting(turn, callback_data.number), "card", anew=False)
