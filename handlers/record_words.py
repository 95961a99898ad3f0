"""What somebody says while a record is written: whether it belongs to the record, and which blocks it holds (A10)."""

from collections.abc import Collection
from typing import Any

from aiogram.types import Message, TelegramObject

from bot.language.blocks import read
from bot.language.intents import Intent, aside, intent, is_no
from bot.language.mask import mask
from bot.rules.records import Block, Record
from bot.talk import Step
from bot.turn import Turn
from handlers.answers import Answer

ALL, CARD = "all", "card"  # what was asked for: the whole record, a yes to the card, or else a block
OTHER_MATTERS = frozenset(Intent) - {Intent.NONE, Intent.RECORD, Intent.CANCEL}
SHORTEST = 12  # characters in which no block is found, and which are still taken for a part of a record


class Writing(Step, kind="records.writing"):
    """The record of a visit is being written; `rest` are words that have found no block yet."""

    visit_id: int
    asking: str = ALL
    rest: str = ""


class Told(Answer):
    """Passes what is said while a record is written, unless it is plainly about something else.

    Right after a check-out nothing has been written: a sentence that says where somebody goes next and holds
    nothing of a record is left to others.
    """

    async def __call__(self, event: TelegramObject, turn: Any) -> bool | dict[str, Any]:
        passed = await super().__call__(event, turn)
        if not passed or not isinstance(event, Message) or not isinstance(turn.step, Writing):
            return passed
        text = event.text or ""
        if aside(text) in OTHER_MATTERS:
            return False
        if turn.step.asking in (ALL, CARD):
            return is_record(text, turn.step.asking) and passed
        return passed


def told(text: str, asked: str, known: Collection[Block]) -> tuple[dict[Block, str], str]:
    """The blocks in an answer, and the words that fit none.

    Where one block was asked for, the words are that block, unless they plainly hold others too that are not
    `known` yet.
    """
    blocks = blocks_in(text)
    if asked not in list(Block):
        return blocks, read(text).rest
    others = set(blocks) - {Block(asked)}
    if Block(asked) in blocks and others and not others & set(known):
        return blocks, read(text).rest
    return {Block(asked): text.strip()}, ""


def is_record(text: str, asking: str) -> bool:
    """Whether words said right after a check-out, or under the card, are about the record at all."""
    blocks = blocks_in(text)
    if intent(text) in OTHER_MATTERS:
        return len(blocks) > 1 and bool(blocks.keys() & {Block.PURPOSE, Block.RESULT})
    return asking == CARD or bool(blocks) or len(text) >= SHORTEST or is_no(text)


def blocks_in(text: str) -> dict[Block, str]:
    """The blocks that a text holds, as the reader of records finds them."""
    found = read(text)
    texts = {
        Block.WHO: found.who,
        Block.PURPOSE: found.purpose,
        Block.RESULT: found.result,
        Block.NEXT: found.next_step,
    }
    return {block: said for block, said in texts.items() if said}


def masked(turn: Turn, text: str, code: str) -> str:
    """The text with numbers hidden, line by line as it was typed; the person is told when one was."""
    hidden = mask(text, turn.policy.confidentiality.mask_digit_runs_from, [code] if code else [])
    if hidden.found:
        turn.say("words-masked")
    return hidden.text


def known_of(record: Record | None) -> Collection[Block]:
    return record.blocks.keys() if record else ()
