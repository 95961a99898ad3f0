"""Telling of a visit to be made: one sentence, or a few taps for what it left out (V20)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from bot.buttons import Choice
from bot.language import dates, outing as sentences
from bot.rules.agenda import Item, Sort
from bot.rules.refusal import Refusal
from bot.talk import Step
from bot.text import Line
from bot.turn import Turn
from handlers import appointments
from handlers.answers import kept
from handlers.draft import LONGEST_MATTER, clients_of, name_of
from handlers.planning_buttons import NoClient, OnDay, Open, Pick
from handlers.workdays import calendar_of
from storage import agenda as store, clients as client_store, outings as outing_store
from storage.clients import Client, clients_by_id

CARD = "plan-card"  # the slot of the question that is open
OFFERED, OFFERED_DAYS = 6, 5
LONGEST = 500


class Planning(Step, kind="planning.planning"):
    """A visit being planned; `asking` is what was asked last."""

    number: int
    asking: str = "sentence"
    client_id: int | None = None
    candidates: tuple[int, ...] = ()
    nobody: bool = False  # in no portfolio: the words say who
    text: str | None = None
    day: date | None = None
    at: datetime | None = None  # UTC


async def read(turn: Turn, step: Planning, text: str) -> Planning:
    """What a sentence tells, added to what was told before."""
    mine = await clients_of(turn)
    ids = {client.code: client.id for client in mine}
    text = kept(turn, text, LONGEST, list(ids))
    local = turn.sent_at.astimezone(turn.zone).replace(tzinfo=None)
    told = day_of(turn, text, local)
    if step.asking == "day":
        return step.model_copy(update=told)
    said = sentences.read(text, local, client_store.names(mine), turn.language)
    if said.clients:
        told |= {"client_id": ids[said.clients[0].code], "candidates": ()}
    elif said.candidates:
        told["candidates"] = tuple(ids[each.code] for each in said.candidates[0])
    elif step.asking == "client":
        found = [ids[each.code] for each in client_store.names(mine).search(text, OFFERED)]
        told |= {"client_id": found[0]} if len(found) == 1 else {"candidates": tuple(found)}
    if step.asking == "sentence":
        lead = said.new_leads[0] if said.new_leads else ""
        told["text"] = (
            (f"{lead} {said.matter or ''}".strip() or None) if lead else said.matter and said.matter[:LONGEST_MATTER]
        )
        if lead and "client_id" not in told and "candidates" not in told:
            told["nobody"] = True
    return step.model_copy(update=told)


WIDE = {"week": "week", "month": "month"}


def day_of(turn: Turn, text: str, local: datetime, *, wide: bool = False) -> dict[str, Any]:
    """The day that a text names, and its hour where it has one; with `wide` also a week or a month by its first day."""
    for span in dates.read(text, local, turn.language):
        at = span.start or span.end
        if at is not None and wide and span.grain in WIDE:
            return {"day": at.date(), "span": WIDE[span.grain]}
        if at is None or span.grain in ("week", "month", "quarter", "year", "recurring", "length"):
            continue
        hour = at.replace(tzinfo=turn.zone).astimezone(UTC) if span.grain in ("hour", "minute") else None
        return {"day": at.date(), "at": hour}
    return {}


async def proceed(turn: Turn, step: Planning, *, anew: bool = False) -> None:
    """Ask whom or when, if that is missing; else write the plan down."""
    if step.client_id is None and not step.nobody:
        mine = {each.id: each for each in await clients_of(turn)}
        recent = await outing_store.recent_clients(turn.db, turn.me.id, OFFERED)
        own = [each.id for each in mine.values() if each.keeper_id == turn.me.id]
        offered = [each for each in step.candidates or dict.fromkeys([*recent, *own]) if each in mine][:OFFERED]
        rows = [
            [
                Choice(
                    "planning-client-button",
                    Pick(number=step.number, client_id=each),
                    client=name_of(mine[each], turn.policy),
                )
            ]
            for each in offered
        ]
        if step.text:
            rows.append([Choice("planning-no-client", NoClient(number=step.number))])
        put(turn, step, "client", "planning-which" if step.candidates else "planning-ask-client", rows, anew=anew)
    elif step.day is None:
        client = (await clients_by_id(turn.db, [step.client_id])).get(step.client_id or 0)
        whom = name_of(client, turn.policy) if client else step.text or ""
        work, days = calendar_of(turn, turn.me.unit_id), [turn.today]
        while len(days) <= OFFERED_DAYS:
            days.append(work.after(days[-1]))
        rows = [
            [Choice("planning-day-button", OnDay(number=step.number, day=each.toordinal()), on=each)] for each in days
        ]
        put(turn, step, "day", "planning-ask-day", rows, anew=anew, client=whom)
    else:
        turn.go(None)
        await store_plan(turn, step.client_id, step.text, step.day, step.at, anew=anew)


def put(
    turn: Turn, step: Planning, asking: str, key: str, rows: list[list[Choice]], *, anew: bool, **facts: Any
) -> None:
    """Put a question: below the person's words, or in place of the one whose button was tapped."""
    turn.go(step.model_copy(update={"asking": asking}))
    if anew:
        turn.say(key, slot=CARD, buttons=rows, **facts)
    else:
        turn.edit(CARD, key, buttons=rows, **facts)


async def store_plan(
    turn: Turn, client_id: int | None, text: str | None, day: date, at: datetime | None, *, anew: bool
) -> Item:
    """Write a planned visit down, and say so; a day that has passed is refused."""
    if day < turn.today:
        raise Refusal("agenda-day-is-past", day=day)
    item = Item(
        id=0,
        person_id=turn.me.id,
        unit_id=turn.me.unit_id,
        sort=Sort.PLANNED_VISIT,
        day=day,
        at=at,
        client_id=client_id,
        text=text,
        made_by=turn.me.id,
        made_at=turn.now,
    )
    for there in await store.between(turn.db, [turn.me.id], day, day):
        if (
            there.sort is Sort.PLANNED_VISIT
            and there.status == item.status
            and client_id
            and there.client_id == client_id
        ):
            raise Refusal("planning-there-already", day=day)
    stored = replace(item, id=await store.add(turn.db, item))
    appointments.plan(turn, stored)
    turn.note(f"agenda:{stored.id}", planned=day.isoformat(), client=client_id)
    work = calendar_of(turn, turn.me.unit_id)
    key = "planning-stored" if work.is_working(day) else "planning-stored-free"
    what = what_of(turn, stored, await clients_by_id(turn.db, [client_id]))
    rows = [[Choice("planning-open", Open(item_id=stored.id))]]
    if anew:
        turn.say(key, slot=appointments.slot_of(stored.id), buttons=rows, when=when_of(stored), what=what)
    else:
        turn.edit(CARD, key, buttons=rows, when=when_of(stored), what=what)
    return stored


def when_of(item: Item) -> Line:
    return Line("planning-when-at", at=item.at) if item.at else Line("planning-when-day", on=item.day)


def what_of(turn: Turn, item: Item, clients: Mapping[int, Client]) -> Line | str:
    """Whom and what for, in a few words; what is no visit says what it is."""
    client = clients.get(item.client_id or 0)
    what: Line | str = item.text or Line("planning-something")
    if client is not None:
        whom = name_of(client, turn.policy)
        what = Line("planning-what", client=whom, text=item.text) if item.text else whom
    return what if item.sort is Sort.PLANNED_VISIT else Line(f"planning-{item.sort.value.replace('_', '-')}", what=what)
