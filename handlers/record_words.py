"""What somebody says while a record is written: whether it belongs to the record, and which blocks it holds (A10)."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from aiogram.filters import BaseFilter
from aiogram.types import Message, TelegramObject

from bot.language import correcting
from bot.language.blocks import read
from bot.language.intents import Intent, aside, intent, is_no
from bot.language.mask import mask
from bot.rules import dictations
from bot.rules.records import Block, Record
from bot.rules.said import Said
from bot.rules.visits import Visit
from bot.talk import Step
from bot.turn import Turn
from handlers.answers import Answer
from storage import dictations as dictation_store, findings as store, records as record_store
from storage.clients import Client, names

ALL, CARD = "all", "card"  # what was asked for: the whole record, a yes to the card, or else a block
OTHER_MATTERS = frozenset(Intent) - {Intent.NONE, Intent.RECORD, Intent.CANCEL}
SHORTEST = 12  # characters in which no block is found, and which are still taken for a part of a record


class Writing(Step, kind="records.writing"):
    """The record of a visit is being written; `rest` are words that have found no block yet."""

    visit_id: int
    asking: str = ALL
    rest: str = ""


class WasRecord(BaseFilter):
    """Passes an edited message that was (part of) a record when it was sent (T38)."""

    async def __call__(self, event: Message, turn: Any) -> bool:
        return turn.person is not None and await was_record(turn, event) is not None


async def was_record(turn: Turn, message: Message) -> tuple[int, str] | None:
    """The visit whose record a message was part of, and what it answered."""
    since = turn.now - record_store.EDITABLE_FOR
    return await record_store.visit_of_message(turn.db, turn.me.id, message.message_id, since)


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


def corrected(turn: Turn, record: Record | None, text: str, asked: str) -> dict[Block, str] | None:
    """The blocks that a correction in words changes; none where it is no correction, None where which is asked."""
    if record is None or not record.blocks or (asked not in (CARD, ALL) and not correcting.looks(text)):
        return {}
    held = {block.value: words for block, words in record.blocks.items()}
    found = correcting.read(text, held, turn.sent_at.astimezone(turn.zone).replace(tzinfo=None), turn.language)
    if found is None or asked in found.blocks:
        return {}
    if found.choices:
        turn.say("records-which-sum", first=found.choices[0], sums="、".join(found.choices))
        return None
    return {Block(name): words for name, words in found.blocks.items()}


def without_client_alone(blocks: dict[Block, str], client: Client | None, asked: str) -> dict[Block, str]:
    """The blocks, but for a "whom" that only names the client: the visit says that, and who was met is still to be
    asked (A10). What answers the question itself counts as it is."""
    who = blocks.get(Block.WHO)
    if who is None or client is None or asked == Block.WHO:
        return blocks
    alone = any(each.end - each.start == len(who.strip()) for each in names([client]).mentions(who.strip()))
    return {block: words for block, words in blocks.items() if block is not Block.WHO} if alone else blocks


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


async def keep(turn: Turn, visit: Visit | None, text: str) -> Said:
    """Keep words as they were said, masked: beside the visit that they are about, or waiting for one."""
    update = turn.update
    words = Said(
        id=0,
        person_id=turn.me.id,
        visit_id=visit.id if visit else None,
        message_id=update.message.message_id if update and update.message else None,
        at=turn.sent_at,
        spoken=update is not None and update.update_id == 0,  # words that a job brought, and no phone
        text=text,
    )
    return await store.keep_said(turn.db, words)


async def erase_recordings(turn: Turn, visit: Visit) -> None:
    """What was said has been confirmed: the recordings leave the chat as soon as the policy wants (C03)."""
    spoken = [each.message_id for each in await store.said_of(turn.db, visit.id) if each.spoken and each.message_id]
    kept = timedelta(days=turn.policy.retention_days.audio_after_confirm)
    for each in await dictation_store.of_messages(turn.db, turn.me.id, spoken):
        due = dictations.erase_after(each, turn.now, kept)
        turn.later("dictation.erase", name=f"dictation:{each.id}:erase", due=due, dictation_id=each.id)


def known_of(record: Record | None) -> Collection[Block]:
    return record.blocks.keys() if record else ()
