"""Purging what is over: words go, rows stay; what a hold names stays whole.

Places go unit by unit, as each unit's policy says (storage/visits.py).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, and_, delete, exists, false, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.retention import Gone, Kind
from storage import audit as audit_store
from storage.agenda_tables import agenda
from storage.dictation_tables import findings, said
from storage.field import (
    changes,
    consents,
    contacts,
    dictations,
    leaves,
    outings,
    points,
    records,
    visits,
)
from storage.tables import conversations, dead_letters, grants, invitations, outbox, people
from storage.trust_tables import holds, purges


@dataclass(frozen=True, slots=True)
class Words:
    """Columns of a table that are emptied once a row is old enough."""

    kind: Kind
    table: Table
    when: ColumnElement[Any]
    empty: Mapping[str, Any]
    person: ColumnElement[Any] | None = None
    client: ColumnElement[Any] | None = None
    within: tuple[ColumnElement[bool], ...] = field(default=())


def old(column: ColumnElement[Any], before: datetime) -> ColumnElement[bool]:
    """Whether a row is from before the moment; days are compared as days."""
    is_day = column.type.python_type is date
    return column < (before.date() if is_day else before)


RECORD_WORDS = {"who": None, "purpose": None, "result": None, "next_step": None, "opinion": None}
OUTING_WORDS = {"decision_reason": None, "extension_reason": None, "cancel_reason": None}
LEAVE_WORDS = {"reason": None, "decision_reason": None, "question": None, "answer": None}

AGENDA_WORDS = {"text": None, "outcome": None}
FINDING_WORDS = dict.fromkeys(("products", "opportunity", "complaint", "promise", "verdict", "event"))


def of_record(column: Column[Any]) -> ColumnElement[Any]:
    """A column of the record that findings belong to."""
    return select(column).where(records.c.id == findings.c.record_id).scalar_subquery()


ALL = (
    Words(Kind.NOTE, records, records.c.day, RECORD_WORDS, records.c.person_id),
    Words(Kind.NOTE, contacts, contacts.c.day, {"line": "", "lead": None}, contacts.c.person_id, contacts.c.client_id),
    Words(Kind.NOTE, visits, visits.c.day, {"remark": None}, visits.c.person_id, visits.c.client_id),
    Words(Kind.NOTE, outings, outings.c.day, OUTING_WORDS, outings.c.person_id),
    Words(Kind.NOTE, changes, changes.c.at, {"before": None, "after": None, "reason": ""}, changes.c.by),
    Words(Kind.NOTE, said, said.c.at, {"text": ""}, said.c.person_id),
    Words(Kind.NOTE, findings, of_record(records.c.day), FINDING_WORDS, of_record(records.c.person_id)),
    Words(Kind.NOTE, agenda, agenda.c.day, AGENDA_WORDS, agenda.c.person_id, agenda.c.client_id),
    Words(Kind.LEAVE, leaves, leaves.c.last, LEAVE_WORDS, leaves.c.person_id),
    # That there was a proof stays known.
    Words(Kind.PROOF, leaves, leaves.c.last, {"proof": ""}, leaves.c.person_id, within=(leaves.c.proof.is_not(None),)),
    Words(Kind.MESSAGE, outbox, outbox.c.settled, {"payload": None}),
    Words(Kind.MESSAGE, dead_letters, dead_letters.c.at, {"body": ""}),
)


async def purge(db: AsyncConnection, before: Mapping[Kind, datetime], now: datetime) -> list[Gone]:
    """Empty what is older than its kind's moment; what went and what a hold kept, and a row about each."""
    done: list[Gone] = []
    persons, clients = await held(db)
    for kind, moment in before.items():
        gone = kept = 0
        for words in ALL:
            if words.kind is kind:
                emptied, stayed = await empty(db, words, moment, persons, clients)
                gone, kept = gone + emptied, kept + stayed
        if kind is Kind.AUDIT and not (persons or clients):  # a hold keeps the whole chain (C14)
            gone += await audit_store.cut(db, moment.date(), now)
        done.append(Gone(kind, moment, gone, kept))
    await report(db, done, now)
    return done


async def report(db: AsyncConnection, done: Iterable[Gone], now: datetime) -> None:
    """Keep what a purge came to, where it came to anything."""
    rows = [
        {"at": now, "what": each.kind, "before": each.before, "gone": each.gone, "held": each.held}
        for each in done
        if each.gone or each.held
    ]
    if rows:
        await db.execute(purges.insert(), rows)


async def held(db: AsyncConnection) -> tuple[list[int], list[int]]:
    """The people and the clients that a hold in force names."""
    rows = (await db.execute(select(holds.c.person_id, holds.c.client_id).where(holds.c.lifted_at.is_(None)))).all()
    return (
        [row.person_id for row in rows if row.person_id is not None],
        [row.client_id for row in rows if row.client_id is not None],
    )


async def empty(
    db: AsyncConnection, words: Words, before: datetime, persons: Sequence[int], clients: Sequence[int]
) -> tuple[int, int]:
    """How many rows were emptied, and how many stay for a hold."""
    columns = words.table.c
    full = or_(*[columns[name].is_distinct_from(value) for name, value in words.empty.items()])
    due = and_(old(words.when, before), full, *words.within)
    kept = of_hold(words.person, persons) | of_hold(words.client, clients)
    stayed = int(await db.scalar(select(func.count()).select_from(words.table).where(due, kept)) or 0)
    done = await db.execute(update(words.table).where(due, ~kept).values(**words.empty))
    return done.rowcount, stayed


def of_hold(column: ColumnElement[Any] | None, ids: Sequence[int]) -> ColumnElement[bool]:
    if column is None or not ids:
        return false()
    return func.coalesce(column, 0).in_(list(ids))


# ---------------------------------------------------------------- those who left


async def leavers(db: AsyncConnection, today: date) -> list[int]:
    """People whose last day is over and who still have something that only a colleague needs."""
    p = people.c
    has_step = exists().where(conversations.c.person_id == p.id)
    asked = select(p.id).where(p.active_to < today, or_(p.telegram_id.is_not(None), has_step)).order_by(p.id)
    return list((await db.execute(asked)).scalars())


async def part(db: AsyncConnection, person_id: int) -> None:
    """Take from a person who left what they had as a colleague: the way in, their conversation, consents, roles.

    Their visits, records, leave and every line of the audit stay: those are the bank's (C06).
    """
    for table in (conversations, grants, invitations, consents):
        await db.execute(delete(table).where(table.c.person_id == person_id))
    await db.execute(delete(points).where(points.c.person_id == person_id))
    await db.execute(
        update(people)
        .where(people.c.id == person_id)
        .values(telegram_id=None, bot=None, unreachable_since=None, level=None, notice_accepted_at=None)
    )


# ---------------------------------------------------------------- recordings


async def recordings_left(db: AsyncConnection, before: datetime, since: datetime) -> int:
    """How many recordings from before a moment are still in a chat: nobody tried, or Telegram refused since then."""
    not_tried = int(
        await db.scalar(
            select(func.count())
            .select_from(dictations)
            .where(dictations.c.sent_at < before, dictations.c.erased_at.is_(None))
        )
        or 0
    )
    refused = int(
        await db.scalar(
            select(func.count())
            .select_from(outbox)
            .where(
                outbox.c.method == "deleteMessage",
                outbox.c.state == "failed",
                outbox.c.settled >= since,
                outbox.c.failed != "unreachable",  # who blocked us is out of reach
                ~outbox.c.failed.contains("not found"),  # the person was faster
            )
        )
        or 0
    )
    return not_tried + refused


# ---------------------------------------------------------------- holds


async def hold(db: AsyncConnection, *, person_id: int | None, client_id: int | None, reason: str, now: datetime) -> int:
    values = {"person_id": person_id, "client_id": client_id, "reason": reason, "set_at": now}
    made: int = (await db.execute(holds.insert().values(**values).returning(holds.c.id))).scalar_one()
    return made


async def lift(db: AsyncConnection, hold_id: int, now: datetime) -> bool:
    done = await db.execute(
        update(holds).where(holds.c.id == hold_id, holds.c.lifted_at.is_(None)).values(lifted_at=now)
    )
    return done.rowcount == 1
