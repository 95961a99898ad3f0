"""The plan of visits on three levels: month, week and day; and one tap from the plan to the outing (A13, V20).

A visit is added in one sentence ("下周二去鼎盛看厂房") or from a client with a button for the day. It is moved to
another day, or dropped with a reason. On its day one tap makes it the outing; it is done when the record is handed in.
"""

from datetime import date, timedelta
from typing import Any

from aiogram.types import CallbackQuery, Message

from bot.buttons import Choice
from bot.language import outing as sentences
from bot.language.intents import Intent, aside, is_no
from bot.rules import cadence, plans as rules
from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.refusal import Refusal
from bot.talk import Area
from bot.text import Line
from bot.turn import Turn
from handlers.answers import Answer
from handlers.draft import clients_of, name_of
from handlers.plan_telling import CARD, Planning, day_of, proceed, read, store_plan, what_of
from handlers.planning_buttons import Add, ClientOn, Go, NoClient, OnDay, Open, Pick, PlanClient, View
from handlers.workdays import calendar_of
from storage import agenda as store, cadence as cadence_store, clients as client_store
from storage.clients import clients_by_id

area = Area("planning")

VIEW = "plan"  # the slot of the view that is open
SPANS = ("day", "week", "month")
MOST_LINES = 30
OFFERED_DAYS = 5


# ---------------------------------------------------------------- looking


@area.command("plan")
async def plan(message: Message, turn: Turn) -> None:
    """The week's plan; words behind the command add a visit to it."""
    text = (message.text or "").partition(" ")[2].strip() if (message.text or "").startswith("/") else ""
    if text:
        await by_words(turn, text)
        return
    await show(turn, "week", turn.today, anew=True)


@area.taps(View)
async def view(query: CallbackQuery, callback_data: View, turn: Turn) -> None:
    if callback_data.span not in SPANS:
        raise Refusal("turn-button-over")
    await show(turn, callback_data.span, day_from(callback_data.day), anew=False)


async def show(turn: Turn, span: str, day: date, *, anew: bool) -> None:
    """What is planned in a day, a week or a month, with what was done of it."""
    first, last = rules.around(span, day)
    items = [each for each in await store.between(turn.db, [turn.me.id], first, last) if each.sort in rules.SHOWN]
    key, facts = (
        ("planning-month", months_lines(items, first, last))
        if span == "month"
        else (f"planning-{span}", await days_lines(turn, items, first, last))
    )
    rows: list[list[Choice]] = []
    if span == "month":
        rows += [
            [Choice("planning-see-week", View(span="week", day=each.toordinal()), on=each)]
            for each in rules.weeks(first, last)
        ]
    else:
        clients = await clients_by_id(turn.db, [each.client_id for each in items])
        for item in [each for each in items if each.status is ItemStatus.OPEN][:MOST_LINES]:
            what = what_of(turn, item, clients)
            rows.append([Choice("planning-item", Open(item_id=item.id), on=item.day, what=what)])
    before, after = first - timedelta(days=1), last + timedelta(days=1)
    rows.append(
        [
            Choice("planning-before", View(span=span, day=before.toordinal())),
            *(Choice(f"planning-to-{each}", View(span=each, day=day.toordinal())) for each in SPANS if each != span),
            Choice("planning-after", View(span=span, day=after.toordinal())),
        ]
    )
    rows.append([Choice("planning-add", Add(day=max(day, turn.today).toordinal()))])
    facts |= {"first": first, "last": last, "tally": tally_line(items)}
    if span == "month":
        facts["rates"] = await rate_lines(turn)
    if anew:
        turn.say(key, slot=VIEW, buttons=rows, **facts)
    else:
        turn.edit(VIEW, key, buttons=rows, **facts)


async def days_lines(turn: Turn, items: list[Item], first: date, last: date) -> dict[str, Any]:
    """A heading for each day that has something or is worked, and a line for each item."""
    clients = await clients_by_id(turn.db, [each.client_id for each in items])
    work = calendar_of(turn, turn.me.unit_id)
    lines: list[Line] = []
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        own = sorted((each for each in items if each.day == day), key=lambda each: (each.at is None, each.at, each.id))
        if own or work.is_working(day):
            lines.append(Line("planning-today-heading" if day == turn.today else "planning-day-heading", on=day))
        lines += [line_of(turn, each, clients) for each in own]
        if not own and work.is_working(day):
            lines.append(Line("planning-free"))
    return {"lines": lines}


def months_lines(items: list[Item], first: date, last: date) -> dict[str, Any]:
    """A line for each week: planned, done, dropped."""
    lines = []
    for monday in rules.weeks(first, last):
        sunday = monday + timedelta(days=6)
        tally = tally_line([each for each in items if monday <= each.day <= sunday])
        lines.append(Line("planning-week-line", first=max(monday, first), last=min(sunday, last), tally=tally))
    return {"lines": lines}


async def rate_lines(turn: Turn) -> list[Line]:
    """How far one's portfolio is from the marks of the half-year, where it has such clients (V13, V14)."""
    policy = turn.policy.rules.cadence
    kept = [(each.tier, each.by_channel()) for each in await cadence_store.kept_by(turn.db, [turn.me.id])]
    return [
        Line(f"planning-rate-{each.rule.lower()}", reached=each.reached, all=each.clients, missing=each.missing)
        for each in cadence.rates(kept, turn.today, policy)
    ]


def tally_line(items: list[Item]) -> Line:
    count = rules.tally(items)
    return Line("planning-tally", planned=count.planned, done=count.done, dropped=count.dropped)


def line_of(turn: Turn, item: Item, clients: dict[int, Any]) -> Line:
    mark = {ItemStatus.DONE: "done", ItemStatus.DROPPED: "dropped"}.get(item.status, "open")
    if mark == "open" and item.day < turn.today:
        mark = "missed"
    at = {"at": item.at} if item.at else {}
    return Line(f"planning-line-{mark}-{'at' if at else 'day'}", what=what_of(turn, item, clients), **at)


# ---------------------------------------------------------------- adding


@area.taps(Add)
async def add(query: CallbackQuery, callback_data: Add, turn: Turn) -> None:
    day = day_from(callback_data.day)
    turn.go(Planning(number=turn.stamp, asking="sentence", day=day if day >= turn.today else None))
    turn.say("planning-ask")


async def by_words(turn: Turn, text: str) -> None:
    """A sentence that says whom to visit on a day to come; or one that asks to see the plan."""
    if aside(text) is Intent.PLAN:
        named = day_of(turn, text, turn.sent_at.astimezone(turn.zone).replace(tzinfo=None), wide=True)
        await show(turn, named.get("span", "week"), named.get("day", turn.today), anew=True)
        return
    await proceed(turn, await read(turn, Planning(number=turn.stamp), text), anew=True)


def is_for_later(turn: Turn, text: str) -> bool:
    """Whether a sentence about going out names a later day and says nothing of the return: then it is a plan."""
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    named = day_of(turn, text, local)
    if not named or named["day"] <= turn.today:
        return False
    return sentences.read(text, local, client_store.names([]), turn.language).return_at is None


@area.hears(Answer(Planning))
async def fill(message: Message, turn: Turn, step: Planning) -> None:
    text = message.text or ""
    if is_no(text):
        turn.go(None)
        turn.say("planning-nothing")
        return
    await proceed(turn, await read(turn, step, text), anew=True)


@area.taps(Pick)
async def pick(query: CallbackQuery, callback_data: Pick, turn: Turn) -> None:
    step = planning(turn, callback_data.number)
    if callback_data.client_id not in {each.id for each in await clients_of(turn)}:
        raise Refusal("turn-button-over")
    told = {"client_id": callback_data.client_id, "candidates": ()}
    await proceed(turn, step.model_copy(update=told))


@area.taps(NoClient)
async def no_client(query: CallbackQuery, callback_data: NoClient, turn: Turn) -> None:
    """Somebody who is in no portfolio: the words alone."""
    step = planning(turn, callback_data.number)
    await proceed(turn, step.model_copy(update={"nobody": True, "candidates": ()}))


@area.taps(OnDay)
async def on_day(query: CallbackQuery, callback_data: OnDay, turn: Turn) -> None:
    step = planning(turn, callback_data.number)
    await proceed(turn, step.model_copy(update={"day": day_from(callback_data.day), "at": None}))


def planning(turn: Turn, number: int) -> Planning:
    """The plan that a button belongs to; another one, or none, means that its question is over."""
    if not isinstance(turn.step, Planning) or turn.step.number != number:
        raise Refusal("turn-button-over")
    return turn.step


@area.taps(PlanClient)
async def client(query: CallbackQuery, callback_data: PlanClient, turn: Turn) -> None:
    """A visit to this client: on which day? One more tap."""
    whom = await own_client(turn, callback_data.client_id)
    days = coming(turn)
    rows = [
        [Choice("planning-day-button", ClientOn(client_id=whom.id, day=each.toordinal()), on=each)] for each in days
    ]
    turn.say("planning-ask-day", slot=CARD, buttons=rows, client=name_of(whom, turn.policy))


@area.taps(ClientOn)
async def client_on(query: CallbackQuery, callback_data: ClientOn, turn: Turn) -> None:
    whom = await own_client(turn, callback_data.client_id)
    await store_plan(turn, whom.id, None, day_from(callback_data.day), None, anew=False)


async def own_client(turn: Turn, client_id: int) -> Any:
    found = next((each for each in await clients_of(turn) if each.id == client_id), None)
    if found is None:
        raise Refusal("turn-button-over")
    return found


def coming(turn: Turn) -> list[date]:
    """The next working days, today included."""
    work = calendar_of(turn, turn.me.unit_id)
    days = [turn.today] if work.is_working(turn.today) else []
    while len(days) < OFFERED_DAYS:
        days.append(work.after(days[-1] if days else turn.today))
    return days


# ---------------------------------------------------------------- on its day


@area.taps(Open)
async def look(query: CallbackQuery, callback_data: Open, turn: Turn) -> None:
    """One item: go, move, drop."""
    from handlers import plan_changes  # it shows this file's cards

    await plan_changes.card(turn, await mine(turn, callback_data.item_id))


@area.taps(Go)
async def go(query: CallbackQuery, callback_data: Go, turn: Turn) -> None:
    """The plan becomes the outing: everything that is known of it is on the card already."""
    from handlers import outings
    from handlers.draft import Drafting, Leg, scene_of

    item = await mine(turn, callback_data.item_id)
    if item.status is not ItemStatus.OPEN or item.sort is not Sort.PLANNED_VISIT:
        raise Refusal("agenda-already-closed", at=item.closed_at)
    if item.day > turn.today:
        raise Refusal("planning-not-its-day", day=item.day)
    scene = await scene_of(turn)
    leg = (
        Leg(client_id=item.client_id, matter=item.text) if item.client_id else Leg(lead=(item.text or "")[:60] or None)
    )
    draft = Drafting(number=turn.stamp, legs=(leg,))
    turn.note(f"agenda:{item.id}", went=True)
    if not await outings.barred(turn, draft, scene):
        await outings.proceed(turn, draft, scene, anew=True)


async def mine(turn: Turn, item_id: int) -> Item:
    """The person's own item; somebody else's number in a button gets no more than any other wrong button."""
    item = await store.by_id(turn.db, item_id) if 0 < item_id < 2**63 else None
    if item is None or item.person_id != turn.me.id:
        raise Refusal("turn-button-over")
    return item


def day_from(ordinal: int) -> date:
    """The day of a button, which may carry any figure."""
    if not FIRST <= ordinal <= LAST:
        raise Refusal("turn-button-over")
    return date.fromordinal(ordinal)


FIRST, LAST = date(2020, 1, 1).toordinal(), date(2100, 1, 1).toordinal()
