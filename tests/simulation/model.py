"""The reference: the same turns, one by one, in a bot to which nothing ever happens.

Batches, savepoints, crashes, restarts, repetitions and retries must leave no trace in what is kept. So the turns that
were committed are asked again of a calm bot, each alone in its transaction with the clock as it was, and every table
of the domain must come out the same.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from aiogram.types import Update
from sqlalchemy import select, update

from bot.clock import StillClock
from bot.talk import DELAYED
from bot.turn import Written, write
from storage import field as f, tables as t

if TYPE_CHECKING:
    from tests.simulation.play import Game

SAME = (
    f.outings,
    f.stops,
    f.visits,
    f.records,
    f.contacts,
    f.changes,
    f.leaves,
    f.absences,
    f.ledger,
    f.handovers,
    t.conversations,
)


async def compare(game: "Game", rows: dict[Any, Any]) -> AsyncIterator[str]:
    """Where the calm bot came to something else."""
    from tests.simulation.play import bare

    game.machine.revive()
    clock = StillClock(game.clock.begins)
    app = bare(f"sqlite:///{game.replay}", clock)
    history = list(game.machine.history)
    try:
        for each in history:
            clock.moment = each.now
            await again(app, each, game.telegram.updates)
        async with app.database.reading() as db:
            for table in SAME:
                calm = (await db.execute(select(table))).all()
                yield_from = differences(table, rows[table], calm)
                for line in yield_from:
                    yield line
    finally:
        await app.database.close()


async def again(app: Any, turned: Any, updates: dict[int, Any]) -> None:
    """One turn, as it was."""
    turns = app.turns
    if turned.what == "update":
        await turns.take([Update.model_validate(updates[turned.which], context={"bot": turns.bot})])
        return
    if turned.what == "told":
        await turns.tell(turned.which, DELAYED[turned.which.action])
        return
    job = SimpleNamespace(**turned.which._mapping)
    async with app.database.writing() as db:
        units = await turns.units(db)
        written = Written()
        outcome = await turns._ask(db, units, written, job, **turned.more)
        await db.execute(update(t.jobs).where(t.jobs.c.name == job.name).values(**outcome))
        await write(db, written)


def differences(table: Any, stormy: Any, calm: Any) -> list[str]:
    """Rows that differ, by key."""
    keys = [column.name for column in table.primary_key.columns]

    def by_key(rows: Any) -> dict[Any, dict[str, Any]]:
        return {tuple(row._mapping[key] for key in keys): dict(row._mapping) for row in rows}

    left, right = by_key(stormy), by_key(calm)
    found = []
    for key in sorted(set(left) | set(right)):
        one, other = left.get(key), right.get(key)
        if one == other:
            continue
        if one is None or other is None:
            found.append(f"model: {table.name} {key}: {'only in the model' if one is None else 'not in the model'}")
            continue
        parts = {name: (shown(one[name]), shown(other[name])) for name in one if one[name] != other[name]}
        found.append(f"model: {table.name} {key}: {parts}")
    return found


def shown(value: Any) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)[:60]
