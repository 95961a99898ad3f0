"""Staying out longer, with a reason: one tap under the reminder, or a sentence at any time (A05).

An extension is bounded, stands in the register, and is seen on the supervisor's list at the hour.
"""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import staying
from bot.language.intents import is_no
from bot.rules import amendments as rules
from bot.rules.days import moment
from bot.rules.outings import Outing, OutingStatus
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.turn import Turn
from handlers import not_back, returns
from handlers.answers import Answer, kept
from handlers.outing_buttons import Back, Extend, ExtendOther, ExtendWhy
from handlers.questions import label
from handlers.register import mine
from handlers.returns import REASONS
from storage import outings as store

area = Area("extensions")

LONGEST_REASON = 200


class Extending(Step, kind="extensions.telling"):
    """A later return is being told: when, and why."""

    outing_id: int
    until: datetime | None = None
    reason: str | None = None


@area.taps(Extend)
async def take(query: CallbackQuery, callback_data: Extend, turn: Turn) -> None:
    """A later return and its reason in one tap (A05)."""
    outing = await mine(turn, callback_data.outing_id)
    until = moment(outing.day, time(0), turn.zone) + timedelta(minutes=callback_data.minute)
    await extended(turn, outing, until, label(turn, REASONS, callback_data.reason), tapped=True)


@area.taps(ExtendOther)
async def other(query: CallbackQuery, callback_data: ExtendOther, turn: Turn) -> None:
    """Another time, another reason: in words."""
    outing = await mine(turn, callback_data.outing_id)
    await ask_extension(turn, Extending(outing_id=outing.id))


async def by_words(turn: Turn, text: str) -> None:
    """ "晚点回，客户还没签完": an extension outside any conversation."""
    open_ = await store.open_of(turn.db, turn.me.id)
    outing = next((each for each in open_ if each.day == turn.today and each.status is OutingStatus.OUT), None)
    if outing is None:
        raise Refusal("outings-not-out")
    await with_words(turn, Extending(outing_id=outing.id), text)


@area.hears(Answer(Extending))
async def telling(message: Message, turn: Turn, step: Extending) -> None:
    await with_words(turn, step, message.text or "")


async def with_words(turn: Turn, step: Extending, text: str) -> None:
    """Take a time, a reason, or both from what was said, and ask for what is missing."""
    if is_no(text):
        turn.go(None)
        turn.say("returns-extension-dropped")
        return
    local, said = staying.read(text, turn.sent_at.astimezone(turn.zone).replace(tzinfo=None), turn.language)
    until = local.replace(tzinfo=turn.zone).astimezone(UTC) if local else None
    reason = kept(turn, said, LONGEST_REASON) if len(said) >= turn.policy.rules.outings.shortest_reason else None
    if until is None and reason is None:
        turn.go(step)
        turn.say("returns-extension-unclear")
        return
    step = step.model_copy(update={"until": until or step.until, "reason": reason or step.reason})
    outing = await mine(turn, step.outing_id)
    if step.until and step.reason:
        await extended(turn, outing, step.until, step.reason, tapped=False)
        return
    await ask_extension(turn, step)


async def ask_extension(turn: Turn, step: Extending) -> None:
    turn.go(step)
    if step.until is None:
        turn.say("returns-ask-until")
        return
    outing = await mine(turn, step.outing_id)
    rules.extend(
        outing, step.until, "?" * 9, turn.policy.rules.outings, turn.zone, turn.now
    )  # says now why it can't be
    rows = [[Choice(key, ExtendWhy(outing_id=step.outing_id, reason=i))] for i, key in enumerate(REASONS)]
    turn.say("returns-ask-why", buttons=rows, at=step.until)


@area.taps(ExtendWhy)
async def why(query: CallbackQuery, callback_data: ExtendWhy, turn: Turn) -> None:
    """The reason for a time that was typed."""
    step = turn.step
    if not isinstance(step, Extending) or step.outing_id != callback_data.outing_id or step.until is None:
        raise Refusal("turn-button-over")
    await extended(
        turn, await mine(turn, step.outing_id), step.until, label(turn, REASONS, callback_data.reason), tapped=False
    )


async def extended(turn: Turn, outing: Outing, until: datetime, reason: str, *, tapped: bool) -> None:
    longer = rules.extend(outing, until, reason, turn.policy.rules.outings, turn.zone, turn.now)
    if not await store.save(turn.db, longer, outing):
        raise Refusal("turn-button-over")
    bound = await returns.is_bound(turn, turn.me, outing)
    returns.plan(turn, longer, bound=bound)
    turn.go(None)
    turn.note(f"outing:{outing.id}", extensions=longer.extensions)
    facts: dict[str, Any] = {"at": until, "reason": longer.extension_reason or ""}
    if tapped:
        turn.edit(
            f"nag:{outing.id}",
            "returns-extended",
            buttons=[[Choice("outings-back", Back(outing_id=outing.id))]],
            **facts,
        )
    else:
        turn.say("returns-extended", **facts)
    if not_back.is_listed(turn, outing, bound=bound):
        await not_back.refresh(turn, turn.me)
