"""The credit calendar: what ends when, what is to be done about it, and ticks that say it is done (K01–K16, T02, 5.9).

A tick closes its step or sets the item to its next day; it can be taken back within the hour by who set it. Who may
touch an item: whoever keeps the client, stands in for them, leads their unit, or is its information clerk.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import dates
from bot.language.credit_words import read as words_of
from bot.language.intents import is_no
from bot.rules import credit as rules
from bot.rules.credit import CreditItem, State, Step, Verdict
from bot.rules.people import SUPERVISING, Role, reaches
from bot.rules.refusal import Refusal
from bot.talk import Area, Step as Asking
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer
from handlers.credit_buttons import Ending, More, Open, Plain, Tick, Untick
from handlers.draft import name_of
from handlers.workdays import calendar_of
from storage import clients as client_store, credit as store, hearers, leave as leave_store
from storage.clients import Client, clients_by_id

area = Area("credit")

LINES = 8
CARING = SUPERVISING | {Role.CLERK}


class Telling(Asking, kind="credit.telling"):
    """A tick that still wants a number, or the new day."""

    item_id: int
    step: str


# ---------------------------------------------------------------- the list


@area.command("credit")
async def calendar(message: Message, turn: Turn) -> None:
    """What is to be done about credit, nearest first; words behind the command tell of a new item."""
    text = (message.text or "").partition(" ")[2].strip() if (message.text or "").startswith("/") else ""
    if text:
        from handlers import credit_entry  # it shows the cards of this file

        await credit_entry.by_words(turn, text)
        return
    await show(turn, 0, anew=True)


@area.taps(More)
async def more(query: CallbackQuery, callback_data: More, turn: Turn) -> None:
    await show(turn, max(callback_data.page, 0), anew=False)


async def show(turn: Turn, page: int, *, anew: bool) -> None:
    """A page of items: those with something to do first, then what comes next."""
    judged = sorted(await mine(turn), key=lambda pair: (pair[1].step is None, pair[1].by, pair[0].id))
    pages = max((len(judged) - 1) // LINES + 1, 1)
    page = min(page, pages - 1)
    part = judged[page * LINES : (page + 1) * LINES]
    clients = await clients_by_id(turn.db, [item.client_id for item, _ in part])
    lines = [line_of(turn, item, says, clients) for item, says in part]
    rows = [
        [Choice("credit-open-item", Open(item_id=item.id), client=name(turn, clients, item), sort=sort_line(item))]
        for item, _ in part
    ]
    turning = [Choice("credit-before", More(page=page - 1))] if page else []
    turning += [Choice("credit-after", More(page=page + 1))] if page < pages - 1 else []
    rows += [turning] if turning else []
    led = next((grant.unit_id for grant in turn.me.grants if grant.role in CARING), None)
    if led is not None:
        rows.append([Choice("credit-table-button", Ending(unit_id=led))])
    open_ = sum(1 for _, says in judged if says.step is not None)
    key = "credit-list" if judged else "credit-none"
    facts: dict[str, Any] = {"lines": lines, "open": open_, "all": len(judged)} if judged else {}
    if anew:
        turn.say(key, slot="credit", buttons=rows, **facts)
    else:
        turn.edit("credit", key, buttons=rows, **facts)


async def mine(turn: Turn) -> list[tuple[CreditItem, Verdict]]:
    """The items that a person answers for, each as it stands today."""
    policy = turn.policy.rules.credit
    until = turn.today + rules.horizon(policy)
    keepers = [turn.me.id, *await leave_store.stood_in_for(turn.db, turn.me.id, turn.now)]
    owed = await store.owed(turn.db, keepers, until)
    led = {unit for grant in turn.me.grants if grant.role in CARING for unit in turn.units.below(grant.unit_id)}
    if led:
        known = {each.id for each in owed}
        owed += [each for each in await store.owed_in(turn.db, led, until) if each.id not in known]
    found = []
    for each in owed:
        work = calendar_of(turn, each.unit_id or turn.me.unit_id)
        item = rules.occurrence(each.item, turn.today, policy, work)
        found.append((item, rules.verdict(item, turn.today, policy, work)))
    return found


# ---------------------------------------------------------------- one item


@area.taps(Open)
async def look(query: CallbackQuery, callback_data: Open, turn: Turn) -> None:
    """The card of an item, below whatever was tapped."""
    item, client = await within_reach(turn, callback_data.item_id)
    await card(turn, item, client, anew=True)


async def card(turn: Turn, item: CreditItem, client: Client | None, *, anew: bool, said: str = "credit-card") -> None:
    """An item with its steps, their times, and a button for each that can be ticked."""
    policy, work = turn.policy_of(unit_of(turn, client)).rules.credit, calendar_of(turn, unit_of(turn, client))
    says = rules.verdict(item, turn.today, policy, work)
    done = frozenset(item.done)
    lines = []
    for stage in rules.stages(item.sort, item.level, item.due, policy, work):
        what = step_line(turn, stage.step)
        if rules.is_done(stage.step, done):
            lines.append(Line("credit-stage-done", step=what))
        else:
            key = "credit-stage-late" if turn.today > stage.by else "credit-stage-open"
            lines.append(Line(key, step=what, opens=stage.opens, by=stage.by, rule=stage.rule))
    rows = []
    if item.closed_on is None:
        can = [each for each in rules.STEPS[item.sort] if not rules.is_done(each, done) and tickable(item, each, turn)]
        rows = [[Choice(f"credit-tick-{each}", Tick(item_id=item.id, step=each), system=system(turn))] for each in can]
    last = await store.last_tick(turn.db, item.id)
    if last is not None and last.person_id == turn.me.id and turn.now - last.at <= rules.UNDO_WITHIN:
        undo = Choice("credit-untick", Untick(item_id=item.id, tick_id=last.id), step=step_line(turn, last.step))
        rows.append([undo])
    facts: dict[str, Any] = {
        "client": name_of(client, turn.policy),
        "sort": sort_line(item),
        "number": item.reference,
        "left": left_line(item, says),
        "level": Line(f"credit-level-{item.level.value.replace('_', '-')}") if item.level else "",
        "lines": lines,
    }
    if anew:
        turn.say(said, slot=slot_of(item.id), buttons=rows, **facts)
    else:
        turn.edit(slot_of(item.id), said, buttons=rows, **facts)


def tickable(item: CreditItem, step: Step, turn: Turn) -> bool:
    """Whether a step can be ticked today: what comes on a day is told on it, not before."""
    return step not in (Step.TAKEN, Step.SHORT, Step.CONFIRM) or turn.today >= item.due


# ---------------------------------------------------------------- ticks


@area.taps(Tick)
async def tick(query: CallbackQuery, callback_data: Tick, turn: Turn) -> None:
    """Say that a step is done: at once, or after its number or new day has been told."""
    item, client = await within_reach(turn, callback_data.item_id, to_change=True)
    step = step_of(item, callback_data.step)
    if step in item.done or item.closed_on is not None:
        raise Refusal("credit-already-ticked")
    if step in rules.NEEDS_DAY:
        turn.go(Telling(item_id=item.id, step=step))
        turn.say(f"credit-ask-{step}", client=name_of(client, turn.policy))
    elif step is Step.FILE:
        turn.go(Telling(item_id=item.id, step=step))
        rows = [[Choice("credit-without-number", Plain(item_id=item.id, step=step))]]
        turn.say("credit-ask-file", slot="credit_number", buttons=rows, system=system(turn))
    else:
        await ticked(turn, item, client, step)


@area.taps(Plain)
async def plain(query: CallbackQuery, callback_data: Plain, turn: Turn) -> None:
    """Filed, and no number of it is known."""
    item, client = await within_reach(turn, callback_data.item_id, to_change=True)
    step = step_of(item, callback_data.step)
    if step is not Step.FILE:
        raise Refusal("turn-button-over")
    turn.go(None)
    turn.edit("credit_number", "credit-no-number")
    await ticked(turn, item, client, step, anew=True)


@area.hears(Answer(Telling))
async def told(message: Message, turn: Turn, step: Telling) -> None:
    """The number under which it was filed, or the day on which the new one ends."""
    text = (message.text or "").strip()
    if is_no(text):
        turn.go(None)
        turn.say("credit-not-ticked")
        return
    item, client = await within_reach(turn, step.item_id, to_change=True)
    which = step_of(item, step.step)
    if which in rules.NEEDS_DAY:
        local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
        days = [
            each.start.date() for each in dates.read(text, local, turn.language) if each.start and each.grain == "day"
        ]
        if not days:
            turn.say("credit-day-unclear")
            return
        changed = await tick_it(turn, item, which, new_due=days[0])
    else:
        number = words_of(text).reference or text
        if len(number) > LONGEST_NUMBER or not all(each.isalnum() or each in "-_./()" for each in number):
            turn.say("credit-number-unclear")
            return
        changed = await tick_it(turn, item, which, reference=number)
    turn.go(None)
    await card(turn, changed, client, anew=True, said="credit-card")


LONGEST_NUMBER = 40


async def ticked(turn: Turn, item: CreditItem, client: Client | None, step: Step, *, anew: bool = False) -> None:
    changed = await tick_it(turn, item, step)
    turn.toast("credit-ticked", step=step_line(turn, step))
    if step is Step.SHORT:
        boss = await hearers.who_hears(turn.db, turn.me, turn.units, turn.policy, turn.now)
        if boss is not None:  # arrears begin here (K12, T01)
            turn.say("credit-short-told", to=boss, client=name_of(client, turn.policy), who=turn.me.name)
    await card(turn, changed, client, anew=anew)


async def tick_it(
    turn: Turn, item: CreditItem, step: Step, *, reference: str | None = None, new_due: date | None = None
) -> CreditItem:
    """Write a tick down, with its line in the audit."""
    stored = await store.by_id(turn.db, item.id)
    changed, tick_ = rules.tick(item, step, turn.me.id, turn.now, turn.today, reference=reference, new_due=new_due)
    if stored is None or not await store.save(turn.db, stored, changed):
        raise Refusal("credit-changed")
    kept = await store.add_tick(turn.db, tick_)
    turn.note(f"credit:{item.id}", step=step, tick=kept.id, was=item.due.isoformat(), now=changed.due.isoformat())
    return changed


@area.taps(Untick)
async def untick(query: CallbackQuery, callback_data: Untick, turn: Turn) -> None:
    """Take one's own last tick back within the hour."""
    item, client = await within_reach(turn, callback_data.item_id, stored=True, to_change=True)
    last = await store.last_tick(turn.db, item.id)
    if last is None or last.id != callback_data.tick_id:
        raise Refusal("credit-nothing-to-undo")
    before, undone = rules.untick(item, last, turn.me.id, turn.now)
    if not await store.undo(turn.db, undone) or not await store.save(turn.db, item, before):
        raise Refusal("credit-changed")
    turn.note(f"credit:{item.id}", unticked=last.step, tick=last.id)
    turn.toast("credit-unticked", step=step_line(turn, last.step))
    policy, work = turn.policy.rules.credit, calendar_of(turn, unit_of(turn, client))
    await card(turn, rules.occurrence(before, turn.today, policy, work), client, anew=False)


# ---------------------------------------------------------------- whose it is


async def within_reach(
    turn: Turn, item_id: int, *, stored: bool = False, to_change: bool = False
) -> tuple[CreditItem, Client | None]:
    """The item as it stands today, if its client is any of the person's business (C02, S-02).

    `stored`: as it was written, though what repeats may have come again since. `to_change` locks it for this turn.
    """
    item = await store.by_id(turn.db, item_id, lock=to_change)
    client = (await clients_by_id(turn.db, [item.client_id])).get(item.client_id) if item else None
    if item is None or client is None or not await concerns(turn, client):
        raise Refusal("turn-button-over")
    if stored:
        return item, client
    policy, work = turn.policy.rules.credit, calendar_of(turn, unit_of(turn, client))
    return rules.occurrence(item, turn.today, policy, work), client


async def concerns(turn: Turn, client: Client) -> bool:
    if client.keeper_id == turn.me.id:
        return True
    if client.unit_id is not None and reaches(turn.me, client.unit_id, turn.units, CARING):
        return True
    return client.keeper_id in await leave_store.stood_in_for(turn.db, turn.me.id, turn.now)


async def clients_in_care(turn: Turn) -> list[Client]:
    """The clients that a person may tell items of: their own, and those of the units they lead or keep the books of."""
    own = await client_store.portfolio(turn.db, turn.me.id)
    led = {unit for grant in turn.me.grants if grant.role in CARING for unit in turn.units.below(grant.unit_id)}
    known = {each.id for each in own}
    return own + [each for each in await client_store.of_units(turn.db, led) if each.id not in known]


def step_of(item: CreditItem, said: str) -> Step:
    if said not in list(Step) or Step(said) not in rules.STEPS[item.sort]:
        raise Refusal("turn-button-over")
    return Step(said)


def unit_of(turn: Turn, client: Client | None) -> int:
    return client.unit_id if client and client.unit_id is not None else turn.me.unit_id


# ---------------------------------------------------------------- in words


def line_of(turn: Turn, item: CreditItem, says: Verdict, clients: Mapping[int, Client]) -> Line:
    """An item in one line: whom, what, how long still, and what is to be done by when."""
    facts = {"client": name(turn, clients, item), "sort": sort_line(item), "left": left_line(item, says)}
    if says.step is None:
        return Line("credit-line-quiet", **facts, opens=says.opens)
    mark = "late" if says.state in (State.OVERDUE, State.LAPSED) else "open"
    todo = Line(f"credit-todo-{says.step}", system=system(turn))
    return Line(f"credit-line-{mark}", **facts, todo=todo, by=says.by, rule=says.rule)


def left_line(item: CreditItem, says: Verdict) -> Line:
    """How long still, in the words of its kind."""
    if item.closed_on is not None:
        return Line("credit-left-closed", on=item.closed_on)
    kind = "again" if item.sort in rules.REPEATS else "end"
    word = "past" if says.days_left < 0 else "today" if says.days_left == 0 else "ahead"
    return Line(f"credit-left-{kind}-{word}", days=abs(says.days_left), on=item.due)


def sort_line(item: CreditItem) -> Line:
    return Line(f"credit-sort-{item.sort}")


def step_line(turn: Turn, step: Step) -> Line:
    return Line(f"credit-step-{step}", system=system(turn))


def system(turn: Turn) -> str:
    """The system in which lines and ratings are filed, by its name at this bank."""
    return turn.policy.credit.filing_channel_line


def name(turn: Turn, clients: Mapping[int, Client], item: CreditItem) -> str | Line:
    return name_of(clients.get(item.client_id), turn.policy)


def slot_of(item_id: int) -> str:
    return f"credit:{item_id}"
