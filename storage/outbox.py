"""Words decided on and not yet delivered.

A row goes pending -> sending (committed before the call) -> sent, failed or dropped, so that after
a crash only `sending` rows are in doubt. A lane is strictly ordered: its head is the oldest row
that is neither settled nor meant for later.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String, and_, bindparam, exists, func, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import insert
from storage.prepared import Prepared
from storage.tables import leases, outbox, pauses

earlier = outbox.alias("earlier")
# Written out, word for word as in the partial index: a database can't use that with a value it is given later.
PENDING = literal_column("'pending'", String)
WAITING = (PENDING, literal_column("'sending'", String))

HEADS = Prepared(
    select(outbox)
    .where(
        outbox.c.bot == bindparam("bot"),
        outbox.c.state.in_(WAITING),
        outbox.c.state == PENDING,
        outbox.c.due <= bindparam("now"),
        or_(outbox.c.retry_at.is_(None), outbox.c.retry_at <= bindparam("now")),
        outbox.c.rank <= bindparam("rank"),
        ~exists().where(
            earlier.c.bot == outbox.c.bot,
            earlier.c.lane == outbox.c.lane,
            earlier.c.id < outbox.c.id,
            earlier.c.state.in_(WAITING),
            earlier.c.due <= bindparam("now"),
        ),
    )
    .order_by(outbox.c.rank, outbox.c.id)
    .limit(bindparam("most"))
)

CLAIM = Prepared(
    update(outbox).where(outbox.c.id == bindparam("its_id")).values(state="sending", attempts=outbox.c.attempts + 1)
)
SETTLE = Prepared(
    update(outbox)
    .where(outbox.c.id == bindparam("its_id"))
    .values(
        state=bindparam("new_state"),
        settled=bindparam("at"),
        failed=bindparam("why"),
        message_id=bindparam("its_message"),
        retry_at=bindparam("again"),
    )
)


async def heads(db: AsyncConnection, bot: int, now: datetime, most: int, rank: int = 9) -> Sequence[Any]:
    """The rows that may be sent now, most urgent first: one per lane at the most."""
    return await HEADS.all(db, bot=bot, now=now, most=most, rank=rank)


async def claim(db: AsyncConnection, ids: Sequence[int]) -> None:
    """Mark rows as being sent; commit this before the call."""
    if ids:
        await CLAIM.many(db, [{"its_id": each} for each in ids])


async def settle(db: AsyncConnection, outcomes: Sequence[dict[str, Any]]) -> None:
    """Write down what became of rows: dictionaries with its_id, new_state, at, why, its_message, again."""
    if outcomes:
        await SETTLE.many(db, outcomes)


async def message_in_slot(db: AsyncConnection, bot: int, chat_id: int, slot: str) -> int | None:
    """The id of the message that was last said in this slot of this chat."""
    found: int | None = await db.scalar(
        select(outbox.c.message_id)
        .where(
            outbox.c.bot == bot,
            outbox.c.chat_id == chat_id,
            outbox.c.slot == slot,
            outbox.c.state == "sent",
            outbox.c.message_id.is_not(None),
        )
        .order_by(outbox.c.id.desc())
        .limit(1)
    )
    return found


async def superseded(db: AsyncConnection, ids: Sequence[int], now: datetime) -> set[int]:
    """Of these rows, the edits that a later edit of the same message makes pointless."""
    later = outbox.alias("later")
    rows = await db.execute(
        select(outbox.c.id).where(
            outbox.c.id.in_(ids),
            outbox.c.method == "editMessageText",
            outbox.c.slot.is_not(None),
            exists().where(
                later.c.bot == outbox.c.bot,
                later.c.lane == outbox.c.lane,
                later.c.id > outbox.c.id,
                later.c.slot == outbox.c.slot,
                later.c.method == "editMessageText",
                later.c.state == "pending",
                later.c.due <= now,
            ),
        )
    )
    return set(rows.scalars())


async def in_doubt(db: AsyncConnection, bot: int, now: datetime) -> tuple[int, int]:
    """Decide about rows that a dead sender left between sending and sent; how many are sent again, and dropped.

    Telegram has no way to ask whether a message arrived. A message is better said twice than never;
    an answer to a tap has perished anyway.
    """
    doubt = and_(outbox.c.bot == bot, outbox.c.state == "sending")
    dropped = await db.execute(
        update(outbox)
        .where(doubt, outbox.c.method == "answerCallbackQuery")
        .values(state="dropped", settled=now, failed="in doubt")
    )
    again = await db.execute(update(outbox).where(doubt).values(state="pending"))
    return again.rowcount, dropped.rowcount


async def unclaim(db: AsyncConnection, bot: int, flying: Collection[int]) -> None:
    """What is marked as being sent and is not among those that are on their way goes back into its lane."""
    lost = and_(outbox.c.bot == bot, outbox.c.state == "sending", outbox.c.id.not_in(list(flying)))
    await db.execute(update(outbox).where(lost).values(state="pending"))


async def next_due(db: AsyncConnection, bot: int) -> datetime | None:
    """When a row that waits for its time wants to be looked at."""
    moment: datetime | None = await db.scalar(
        select(func.min(func.coalesce(outbox.c.retry_at, outbox.c.due))).where(
            outbox.c.bot == bot, outbox.c.state == "pending"
        )
    )
    return moment


async def depth(db: AsyncConnection, bot: int) -> int:
    return int(
        await db.scalar(select(func.count()).where(outbox.c.bot == bot, outbox.c.state.in_(("pending", "sending"))))
        or 0
    )


# ---------------------------------------------------------------- one sender per bot


async def lease(db: AsyncConnection, name: str, holder: str, now: datetime, life: timedelta) -> bool:
    """Take or keep the lease; false while another holder's is alive."""
    statement = insert(db, leases).values(name=name, holder=holder, until=now + life, fence=1)
    mine = or_(leases.c.holder == holder, leases.c.until < now)
    statement = statement.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": holder, "until": now + life, "fence": leases.c.fence + 1},
        where=mine,
    ).returning(leases.c.holder)
    return (await db.execute(statement)).scalar() == holder


async def release(db: AsyncConnection, name: str, holder: str) -> None:
    """Give the lease back, so that a successor need not wait for its end."""
    await db.execute(leases.delete().where(leases.c.name == name, leases.c.holder == holder))


async def paused_until(db: AsyncConnection, bot: int) -> datetime | None:
    moment: datetime | None = await db.scalar(select(pauses.c.until).where(pauses.c.bot == bot))
    return moment


async def pause(db: AsyncConnection, bot: int, until: datetime) -> None:
    """Telegram asked the whole bot to wait; remembered, so that a restart does not forget it."""
    statement = insert(db, pauses).values(bot=bot, until=until)
    await db.execute(statement.on_conflict_do_update(index_elements=["bot"], set_={"until": until}))


# ---------------------------------------------------------------- housekeeping


async def blank(db: AsyncConnection, before: datetime) -> int:
    """Empty the payloads of what was settled before a moment: they hold words about clients."""
    done = await db.execute(
        update(outbox).where(outbox.c.settled < before, outbox.c.payload.is_not(None)).values(payload=None)
    )
    return done.rowcount
