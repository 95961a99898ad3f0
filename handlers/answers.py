"""What counts as the answer to a question, and what may be kept of it (C01-C03)."""

from collections.abc import Collection
from typing import Any

from aiogram.types import Message, TelegramObject

from bot.language.intents import Intent, aside
from bot.language.mask import mask
from bot.talk import In
from bot.turn import Turn

ELSEWHERE = frozenset(Intent) - {Intent.NONE, Intent.OUTING, Intent.CANCEL, Intent.EXTEND, Intent.CHANGE}


class Answer(In):
    """Passes a text said inside one kind of step, unless it plainly is about something else.

    A command, a button of the keyboard and words like "我回来了" always leave a conversation: nobody is
    caught in a question.
    """

    async def __call__(self, event: TelegramObject, turn: Any) -> bool | dict[str, Any]:
        if not isinstance(event, Message) or not event.text:
            return False
        if aside(event.text) in ELSEWHERE:
            return False
        return await super().__call__(event, turn)


def kept(turn: Turn, text: str, longest: int, keep: Collection[str] = ()) -> str:
    """What may be stored and said to others of a person's words: one line, numbers hidden, not too long.

    The person is told when a number was hidden. `keep` are client codes that may be long numbers.
    """
    masked = mask(text, turn.policy.confidentiality.mask_digit_runs_from, keep)
    if masked.found:
        turn.say("words-masked")
    line = " ".join(masked.text.split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
