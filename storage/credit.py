"""Questions about credit items and their ticks (K01–K16)."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.credit import CreditItem, Level, Sort, Step, Tick
from storage.base import columns
from storage.calendar_tables import credit, ticks
from storage.tables import clients

k = credit.c
EARLIEST = datetime.min.replace(tzinfo=UTC)


class Owed(NamedTuple):
    """An open credit item in plain figures, with its client: for lists of hundreds of thousands."""

    id: int
    client_id: int
    keeper_id: int | None
    unit_id: int | None
    sort: Sort
    level: Level | None
    due: date
    day_of_month: int | None
    every_months: int | None
    done: tuple[Step, ...]

    @property
    def item(self) -> CreditItem:
        """The same as the rules know it; its number and maker do not matter to them."""
        return CreditItem(
            id=self.id,
            client_id=self.client_id,
            sort=self.sort,
            reference="",
            level=self.level,
            due=self.due,
            day_of_month=self.day_of_month,
            every_months=self.every_months,
            done=self.done,
            made_at=EARLIEST,
        )


OWED = (
    select(
        k.id,
        k.client_id,
        clients.c.keeper_id,
        clients.c.unit_id,
        k.sort,
        k.level,
        k.due,
        k.day_of_month,
        k.every_months,
        k.done,
    )
    .select_from(credit.join(clients, clients.c.id == k.client_id))
    .where(k.closed_on.is_(None), clients.c.active)
    .order_by(k.due, k.id)
)
BY_THEN = OWED.where(k.due <= bindparam("until"), or_(k.every_months.is_(None), k.due <= bindparam("soon")))
THESE: BindParameter[Any] = bindparam("these", expanding=True)
OF_KEEPERS = BY_THEN.where(clients.c.keeper_id.in_(THESE))
OF_UNITS = BY_THEN.where(clients.c.unit_id.in_(THESE))


# ---------------------------------------------------------------- reading


async def owed(db: AsyncConnection, keepers: Iterable[int], until: date, soon: date | None = None) -> list[Owed]:
    """The open items of these keepers' clients that end by a day, one statement; what repeats only by `soon`."""
    rows = await db.execute(OF_KEEPERS, {"these": sorted(set(keepers)), "until": until, "soon": soon or until})
    return [Owed._make(row) for row in rows]


async def owed_in(db: AsyncConnection, units: Iterable[int], until: date, soon: date | None = None) -> list[Owed]:
    """The same for all clients of some units, whoever keeps them: due tables (T02, K20) and questions."""
    rows = await db.execute(OF_UNITS, {"these": sorted(set(units)), "until": until, "soon": soon or until})
    return [Owed._make(row) for row in rows]


async def ending(
    db: AsyncConnection, units: Iterable[int], first: date, last: date, sorts: Sequence[Sort] = ()
) -> list[Owed]:
    """What ends on these days among the clients of some units, earliest first."""
    where = [clients.c.unit_id.in_(sorted(set(units))), k.due >= first, k.due <= last, k.every_months.is_(None)]
    if sorts:
        where.append(k.sort.in_(list(sorts)))
    return [Owed._make(row) for row in await db.execute(OWED.where(*where))]


async def by_id(db: AsyncConnection, item_id: int, *, lock: bool = False) -> CreditItem | None:
    """An item; with `lock` nobody else changes it until the transaction ends, so that two ticks never lose one."""
    if not 0 < item_id < 2**63:  # a button may carry any figure
        return None
    asked = select(credit).where(k.id == item_id)
    row = (await db.execute(asked.with_for_update() if lock and db.dialect.name != "sqlite" else asked)).first()
    return CreditItem(**row._mapping) if row else None


async def same(db: AsyncConnection, item: CreditItem) -> CreditItem | None:
    """The item that has this client, sort and number already."""
    asked = select(credit).where(k.client_id == item.client_id, k.sort == item.sort, k.reference == item.reference)
    row = (await db.execute(asked)).first()
    return CreditItem(**row._mapping) if row else None


async def last_tick(db: AsyncConnection, item_id: int) -> Tick | None:
    """The newest tick of an item that stands."""
    asked = select(ticks).where(ticks.c.item_id == item_id, ticks.c.undone_at.is_(None)).order_by(ticks.c.id.desc())
    row = (await db.execute(asked.limit(1))).first()
    return Tick(**row._mapping) if row else None


async def ticks_by(db: AsyncConnection, people: Iterable[int], since: datetime, until: datetime) -> list[Tick]:
    """What these people ticked between two moments (UTC), in order: for day logs."""
    asked = select(ticks).where(
        ticks.c.person_id.in_(sorted(set(people))), ticks.c.at >= since, ticks.c.at < until, ticks.c.undone_at.is_(None)
    )
    return [Tick(**row._mapping) for row in await db.execute(asked.order_by(ticks.c.at, ticks.c.id))]


# ---------------------------------------------------------------- writing


async def add(db: AsyncConnection, item: CreditItem) -> CreditItem:
    made = await db.execute(credit.insert().values(columns(item)).returning(k.id))
    return replace(item, id=made.scalar_one())


async def save(db: AsyncConnection, before: CreditItem, after: CreditItem) -> bool:
    """Write what a tick changed; false when somebody else was quicker."""
    done = await db.execute(
        update(credit)
        .where(k.id == before.id, k.due == before.due, k.closed_on.is_not_distinct_from(before.closed_on))
        .values(due=after.due, done=after.done, closed_on=after.closed_on)
    )
    return done.rowcount == 1


async def add_tick(db: AsyncConnection, tick: Tick) -> Tick:
    made = await db.execute(ticks.insert().values(columns(tick)).returning(ticks.c.id))
    return replace(tick, id=made.scalar_one())


async def undo(db: AsyncConnection, tick: Tick) -> bool:
    """Mark a tick as taken back; false when it was already."""
    done = await db.execute(
        update(ticks).where(ticks.c.id == tick.id, ticks.c.undone_at.is_(None)).values(undone_at=tick.undone_at)
    )
    return done.rowcount == 1
