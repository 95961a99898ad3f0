"""What nothing else knew what to do with: never silence, always a sentence that helps."""

from aiogram.types import CallbackQuery, Message

from bot.talk import Area
from bot.turn import Turn

area = Area("fallback")


@area.on("callback_query")
async def button(query: CallbackQuery, turn: Turn) -> None:
    """A button of an older version, or of a question that is over."""
    turn.alert("turn-button-over")


@area.on("message")
async def message(message: Message, turn: Turn) -> None:
    """Words that nothing understood; a picture, a file or a card is not kept, and said to be of no use here."""
    turn.say("fallback-words" if message.text is not None else "fallback-media")


@area.on("edited_message")
async def edit(message: Message, turn: Turn) -> None:
    """A corrected text changes nothing that was done; a place that moves while nobody visits is no news."""
    if message.text:
        turn.say("fallback-edited")
