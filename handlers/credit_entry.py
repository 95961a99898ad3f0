"""Telling of a credit item in chat: whoever keeps the client, and the information clerk for all of a unit's (K01, K12).

A sentence with everything in it needs two touches: the sentence and the confirmation. What is missing is asked for, one
thing at a time, with buttons where there are few answers.
"""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import credit_words, dates
from bot.language.intents import is_no, is_yes
from bot.rules import credit as rules
from bot.rules.credit import CreditItem, Level, Sort
from bot.rules.months import on_day
from bot.rules.refusal import Refusal
from bot.talk import Area, Step
from bot.text import Line
from bot.turn import Turn
from handlers import credit
from handlers.answers import Answer, kept
from handlers.credit_buttons import Confirm, Discard, PickClient, PickLevel, PickSort
from handlers.draft import name_of
from storage import clients as client_store, credit as store
from storage.clients import Client

area = Area("credit_entry")

CARD = "entry"
OFFERED = 6
CYCLES = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
LONGEST = 300


class Entering(Step, kind="credit_entry.entering"):
    """An item being told; `asking` is what was asked last."""

    number: int
    asking: str = "client"
    client_id: int | None = None
    candidates: tuple[int, ...] = ()
    sort: str | None = None
    level: str | None = None
    due: date | None = None
    day_of_month: int | None = None
    reference: str | None = None


async def by_words(turn: Turn, text: str) -> None:
    """A sentence that tells of an item: whose, what, until when."""
    await proceed(turn, await read(turn, Entering(number=turn.stamp), text), anew=True)


@area.hears(Answer(Entering))
async def fill(message: Message, turn: Turn, step: Entering) -> None:
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        turn.say("credit-entry-dropped")
    elif step.asking == "card" and is_yes(text):
        await confirmed(turn, step, anew=True)
    else:
        await proceed(turn, await read(turn, step, text), anew=True)


async def read(turn: Turn, step: Entering, text: str) -> Entering:
    """What a sentence tells, added to what was told before."""
    mine = await credit.clients_in_care(turn)
    ids = {client.code: client.id for client in mine}
    names = client_store.names(mine)
    text = kept(turn, text, LONGEST, list(ids))
    told: dict[str, Any] = {}
    mentions = names.mentions(text)
    firm = next((each for each in mentions if each.firm), None)
    if firm is not None and firm.one is not None:
        told |= {"client_id": ids[firm.one.code], "candidates": ()}
        text = text[: firm.start] + " " + text[firm.end :]  # a code is no number of an item
    elif firm is not None:
        told["candidates"] = tuple(ids[each.code] for each in firm.clients)
    elif step.asking == "client":
        found = [ids[each.code] for each in names.search(text, OFFERED)]
        told |= {"client_id": found[0]} if len(found) == 1 else {"candidates": tuple(found)}
    said = credit_words.read(text)
    told |= {name: str(value) for name, value in (("sort", said.sort), ("level", said.level)) if value}
    if said.day_of_month:
        told["day_of_month"] = said.day_of_month
    if said.reference:
        told["reference"] = said.reference
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    days = [each.start.date() for each in dates.read(text, local, turn.language) if each.start and each.grain == "day"]
    if days:
        told["due"] = days[0]
    return step.model_copy(update=told)


async def proceed(turn: Turn, step: Entering, *, anew: bool = False) -> None:
    """Ask for what is missing, one thing at a time; where nothing is, show the card."""
    clients = {each.id: each for each in await credit.clients_in_care(turn)}
    if step.client_id not in clients:
        offered = [each for each in step.candidates if each in clients][:OFFERED]
        rows = [
            [
                Choice(
                    "credit-entry-client",
                    PickClient(number=step.number, client_id=each),
                    client=shown(turn, clients[each]),
                )
            ]
            for each in offered
        ]
        put(turn, step, "client", "credit-entry-which" if offered else "credit-entry-ask-client", rows, anew=anew)
    elif step.sort is None:
        rows = [
            [Choice(f"credit-sort-{each}", PickSort(number=step.number, sort=each)) for each in pair] for pair in PAIRS
        ]
        put(turn, step, "sort", "credit-entry-ask-sort", rows, anew=anew, client=shown(turn, clients[step.client_id]))
    elif step.sort in (Sort.RATING, Sort.LINE) and step.level is None:
        rows = [[Choice(level_key(each), PickLevel(number=step.number, level=each))] for each in Level]
        put(turn, step, "level", "credit-entry-ask-level", rows, anew=anew)
    elif step.due is None and step.sort not in rules.REPEATS:
        put(turn, step, "due", "credit-entry-ask-day", [], anew=anew)
    else:
        item = item_of(turn, step)
        rows = [[Choice("credit-entry-confirm", Confirm(number=step.number))]]
        rows.append([Choice("credit-entry-discard", Discard(number=step.number))])
        facts = {
            "client": shown(turn, clients[step.client_id]),
            "sort": credit.sort_line(item),
            "number": item.reference,
            "on": item.due,
            "level": Line(level_key(item.level)) if item.level else "",
        }
        put(turn, step, "card", "credit-entry-card", rows, anew=anew, **facts)


PAIRS = ((Sort.RATING, Sort.LINE), (Sort.LOAN, Sort.INTEREST), (Sort.RECONCILIATION,))


def put(
    turn: Turn, step: Entering, asking: str, key: str, rows: list[list[Choice]], *, anew: bool, **facts: Any
) -> None:
    """Put a question: below the person's words, or in place of the one whose button was tapped."""
    turn.go(step.model_copy(update={"asking": asking}))
    if anew:
        turn.say(key, slot=CARD, buttons=rows, **facts)
    else:
        turn.edit(CARD, key, buttons=rows, **facts)


def item_of(turn: Turn, step: Entering) -> CreditItem:
    """What was told as an item. Interest days and statements come again by the bank's figures where none were said."""
    sort, policy = Sort(step.sort or ""), turn.policy.credit
    day, every, due = None, None, step.due
    if sort is Sort.INTEREST:
        day, every = step.day_of_month or (due.day if due else policy.interest_day_of_month), 1
        due = due or next_day(turn.today, day)
    elif sort is Sort.RECONCILIATION:
        every = CYCLES[policy.reconciliation_cycle]
        day = step.day_of_month or (due.day if due else 31)
        due = due or quarter_day(turn.today, every)
    if due is None:
        raise Refusal("credit-day-unclear")
    if due < turn.today:
        raise Refusal("credit-entry-past", on=due)
    return CreditItem(
        id=0,
        client_id=step.client_id or 0,
        sort=sort,
        reference=step.reference or f"{due:%Y%m%d}",
        level=Level(step.level) if step.level and sort in (Sort.RATING, Sort.LINE) else None,
        due=due,
        day_of_month=day,
        every_months=every,
        made_at=turn.now,
        made_by=turn.me.id,
    )


def next_day(today: date, day: int) -> date:
    """The next such day of a month, today included."""
    here = on_day(today.year, today.month, day)
    if here >= today:
        return here
    year, month = divmod(today.year * 12 + today.month, 12)
    return on_day(year, month + 1, day)


def quarter_day(today: date, every: int) -> date:
    """The last day of the statement's period."""
    last = (today.month - 1) // every * every + every
    return on_day(today.year, last, 31)


# ---------------------------------------------------------------- buttons


@area.taps(PickClient)
async def pick(query: CallbackQuery, callback_data: PickClient, turn: Turn) -> None:
    step = entering(turn, callback_data.number)
    if callback_data.client_id not in {each.id for each in await credit.clients_in_care(turn)}:
        raise Refusal("turn-button-over")
    await proceed(turn, step.model_copy(update={"client_id": callback_data.client_id, "candidates": ()}))


@area.taps(PickSort)
async def sort(query: CallbackQuery, callback_data: PickSort, turn: Turn) -> None:
    step = entering(turn, callback_data.number)
    if callback_data.sort not in list(Sort):
        raise Refusal("turn-button-over")
    await proceed(turn, step.model_copy(update={"sort": callback_data.sort}))


@area.taps(PickLevel)
async def level(query: CallbackQuery, callback_data: PickLevel, turn: Turn) -> None:
    step = entering(turn, callback_data.number)
    if callback_data.level not in list(Level):
        raise Refusal("turn-button-over")
    await proceed(turn, step.model_copy(update={"level": callback_data.level}))


@area.taps(Confirm)
async def confirm(query: CallbackQuery, callback_data: Confirm, turn: Turn) -> None:
    await confirmed(turn, entering(turn, callback_data.number))


async def confirmed(turn: Turn, step: Entering, *, anew: bool = False) -> None:
    """Store the item and show its card with its steps."""
    clients = {each.id: each for each in await credit.clients_in_care(turn)}
    if step.client_id not in clients or step.sort is None:
        raise Refusal("turn-button-over")
    item = item_of(turn, step)
    if await store.same(turn.db, item) is not None:
        raise Refusal("credit-entry-there", number=item.reference)
    stored = await store.add(turn.db, item)
    turn.go(None)
    turn.note(f"credit:{stored.id}", entered=stored.sort, now=stored.due.isoformat())
    if not anew:
        turn.edit(CARD, "credit-entry-stored")
    await credit.card(turn, stored, clients[step.client_id], anew=True)


@area.taps(Discard)
async def discard(query: CallbackQuery, callback_data: Discard, turn: Turn) -> None:
    entering(turn, callback_data.number)
    turn.go(None)
    turn.edit(CARD, "credit-entry-dropped")


def entering(turn: Turn, number: int) -> Entering:
    """The item that a button belongs to; another one, or none, means that its question is over."""
    if not isinstance(turn.step, Entering) or turn.step.number != number:
        raise Refusal("turn-button-over")
    return turn.step


def shown(turn: Turn, client: Client) -> str | Line:
    return name_of(client, turn.policy)


def level_key(level: Level) -> str:
    return f"credit-level-{level.value.replace('_', '-')}"
