"""Which visit a record is meant for, and what becomes of words while none is owed (A07, A10, C12)."""

from collections.abc import Mapping, Sequence
from datetime import time

from bot.buttons import Choice
from bot.language.intents import Intent, aside
from bot.rules.days import moment
from bot.rules.records import Record, RecordStatus
from bot.rules.visits import Visit
from bot.turn import Turn
from handlers import record_card as card
from handlers.record_words import keep, masked
from handlers.visit_card import client_of, name_of
from storage import findings as store, visits as visit_store
from storage.clients import Client, names, portfolio


async def nothing_owed(turn: Turn, text: str = "") -> None:
    """No record is owed. Words that were meant as one are kept, and where they may go is offered (C12)."""
    turn.go(None)
    today = [each for each in await visit_store.around(turn.db, turn.me.id, turn.today) if each.day == turn.today]
    latest = today[-1] if today else None
    name = name_of(turn, await client_of(turn, latest), latest.lead) if latest else ""
    if text and aside(text) is not Intent.RECORD:
        words = await keep(turn, None, masked(turn, text, ""))
        told = await client_in(turn, text)
        rows = [[Choice("said-as-contact", card.AsContact(said_id=words.id))]]
        if latest is not None:
            rows.insert(0, [Choice("said-add-to", card.Use(said_id=words.id, visit_id=latest.id), client=name)])
        if told is not None and (latest is None or latest.client_id != told.id):
            button = card.Belated(said_id=words.id, client_id=told.id)
            rows.insert(0, [Choice("said-belated", button, client=name_of(turn, told, None))])
        rows.append([Choice("said-forget", card.Forget(said_id=words.id))])
        turn.note(f"said:{words.id}", kept=True)
        turn.say("said-kept" if latest else "said-kept-no-visit", slot=f"said:{words.id}", buttons=rows)
    elif latest is None:
        turn.say("records-no-visit")
    else:
        turn.say(
            "records-none-owed",
            buttons=[[Choice("records-change-latest", card.Change(visit_id=latest.id), client=name)]],
        )


async def ask_which(turn: Turn, owed: Sequence[Visit], clients: Mapping[int, Client], text: str) -> None:
    """Words of today, while only records of earlier days are owed: nothing is filed under one of them unasked."""
    turn.go(None)
    words = await keep(turn, None, masked(turn, text, ""))
    rows = [
        [
            Choice(
                "said-use-for",
                card.Use(said_id=words.id, visit_id=each.id),
                client=name_of(turn, clients.get(each.client_id or 0), each.lead),
                at=each.arrived_at,
            )
        ]
        for each in list(reversed(owed))[: card.MOST_OFFERED]
    ]
    if (told := await client_in(turn, text)) is not None:
        button = card.Belated(said_id=words.id, client_id=told.id)
        rows.append([Choice("said-belated", button, client=name_of(turn, told, None))])
    rows.append([Choice("said-as-contact", card.AsContact(said_id=words.id))])
    rows.append([Choice("said-forget", card.Forget(said_id=words.id))])
    turn.note(f"said:{words.id}", kept=True)
    turn.say("said-which", slot=f"said:{words.id}", buttons=rows)


async def client_in(turn: Turn, text: str) -> Client | None:
    """The only client of the person's own whom the words name for certain."""
    mine = {each.code: each for each in await portfolio(turn.db, turn.me.id)}
    named = {each.one.code for each in names(list(mine.values())).mentions(text) if each.one is not None and each.firm}
    return mine.get(named.pop()) if len(named) == 1 else None


async def waiting_rows(turn: Turn, visit: Visit) -> list[list[Choice]]:
    """A button for words of that day that were said before there was a visit."""
    since = moment(visit.day, time(0), turn.zone)
    waiting = await store.waiting(turn.db, turn.me.id, since)
    return [
        [Choice("said-use", card.Use(said_id=each.id, visit_id=visit.id), at=each.at, text=each.text[:20])]
        for each in waiting[-2:]
    ]


def over(turn: Turn, owed: Sequence[Visit]) -> list[Visit]:
    """Those that have ended; the one that lasts is meant only where there is no other."""
    return [each for each in owed if each.left_at is not None or each.day < turn.today] or list(owed)


def sent_back(record: Record | None) -> bool:
    return record is not None and record.status is RecordStatus.RETURNED


def code_of(clients: Mapping[int, Client], visit: Visit) -> str | None:
    client = clients.get(visit.client_id or 0)
    return client.code if client else None
