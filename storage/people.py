"""Questions about people, units, roles and invitations."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.people import Grant, Person, Role, Unit, Units
from storage import holidays
from storage.tables import conversations, grants, invitations, people, units

PERSON = select(people)
WITH_STEP = (
    select(people, conversations.c.step, conversations.c.stamp)
    .outerjoin(conversations, conversations.c.person_id == people.c.id)
    .where(people.c.bot == bindparam("bot"), people.c.telegram_id.in_(bindparam("telegram_ids", expanding=True)))
    .order_by(people.c.id)
)
GRANTS = select(grants).where(grants.c.person_id.in_(bindparam("person_ids", expanding=True)))


async def all_units(db: AsyncConnection) -> Units:
    """The whole tree, with the bank's own days; a bank has hundreds of units, not millions."""
    found = [
        Unit(row.id, row.code, row.name, row.parent_id, row.kind, row.zone, row.head_id, row.deputy_id)
        for row in await db.execute(select(units))
    ]
    return Units(found, await holidays.of_all_units(db))


async def with_steps(
    db: AsyncConnection, bot: int, telegram_ids: Iterable[int]
) -> dict[int, tuple[Person, dict[str, Any] | None, int]]:
    """Those behind these Telegram ids, each with their step and its stamp; their rows are locked.

    The lock keeps one person's turns in order between processes; rows are taken in the order of
    their ids, so two batches can't wait for each other.
    """
    wanted = sorted(set(telegram_ids))
    if not wanted:
        return {}
    statement = WITH_STEP if db.dialect.name == "sqlite" else WITH_STEP.with_for_update(of=people)
    rows = (await db.execute(statement, {"bot": bot, "telegram_ids": wanted})).all()
    held = await roles_of(db, [row.id for row in rows])
    return {row.telegram_id: (person_from(row, held), row.step, row.stamp or 0) for row in rows}


async def by_ids(db: AsyncConnection, ids: Iterable[int]) -> dict[int, Person]:
    """These people, by id; those who are gone are missing."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    rows = (await db.execute(PERSON.where(people.c.id.in_(wanted)))).all()
    held = await roles_of(db, wanted)
    return {row.id: person_from(row, held) for row in rows}


async def by_id(db: AsyncConnection, person_id: int) -> Person | None:
    return (await by_ids(db, [person_id])).get(person_id)


async def by_code(db: AsyncConnection, code: str) -> Person | None:
    row = (await db.execute(PERSON.where(people.c.code == code))).first()
    return person_from(row, await roles_of(db, [row.id])) if row else None


async def in_units(db: AsyncConnection, unit_ids: Iterable[int]) -> list[Person]:
    """Everybody who belongs to one of these units, by name of unit and code."""
    wanted = sorted(set(unit_ids))
    rows = (
        await db.execute(PERSON.where(people.c.unit_id.in_(wanted)).order_by(people.c.unit_id, people.c.code))
    ).all()
    held = await roles_of(db, [row.id for row in rows])
    return [person_from(row, held) for row in rows]


async def roles_of(db: AsyncConnection, person_ids: Iterable[int]) -> dict[int, set[Grant]]:
    held: dict[int, set[Grant]] = {}
    wanted = list(person_ids)
    if wanted:
        for row in await db.execute(GRANTS, {"person_ids": wanted}):
            held.setdefault(row.person_id, set()).add(Grant(Role(row.role), row.unit_id))
    return held


def person_from(row: Row[Any], held: dict[int, set[Grant]]) -> Person:
    return Person(
        id=row.id,
        code=row.code,
        name=row.name,
        unit_id=row.unit_id,
        telegram_id=row.telegram_id,
        language=row.language,
        grants=frozenset(held.get(row.id, ())),
        level=row.level,
        segment=row.segment,
        active_from=row.active_from,
        active_to=row.active_to,
        suspended=row.suspended,
        notice_accepted_at=row.notice_accepted_at,
        unreachable_since=row.unreachable_since,
        bot=row.bot,
    )


async def change(db: AsyncConnection, person_id: int, **columns: Any) -> None:
    """Set columns of a person."""
    await db.execute(update(people).where(people.c.id == person_id).values(**columns))


async def reachable(db: AsyncConnection, bot: int, telegram_id: int, since: datetime | None) -> None:
    """Remember since when Telegram refuses to deliver to this chat; none: it delivers again."""
    await db.execute(
        update(people).where(people.c.bot == bot, people.c.telegram_id == telegram_id).values(unreachable_since=since)
    )


# ---------------------------------------------------------------- invitations


async def invite(
    db: AsyncConnection, person_id: int, token_hash: str, made_by: int | None, now: datetime, expires: datetime
) -> None:
    """Keep a new invitation; earlier ones of this person that were not used are void."""
    await db.execute(
        update(invitations)
        .where(
            invitations.c.person_id == person_id, invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None)
        )
        .values(revoked_at=now)
    )
    await db.execute(
        invitations.insert().values(
            token_hash=token_hash, person_id=person_id, made_by=made_by, made_at=now, expires=expires
        )
    )


async def invitation(db: AsyncConnection, token_hash: str) -> Row[Any] | None:
    """The invitation with this token; only the token's hash is ever stored."""
    return (await db.execute(select(invitations).where(invitations.c.token_hash == token_hash))).first()


async def use_invitation(db: AsyncConnection, invitation_id: int, now: datetime) -> bool:
    """Mark it used; false when somebody else was quicker."""
    done = await db.execute(
        update(invitations)
        .where(invitations.c.id == invitation_id, invitations.c.used_at.is_(None))
        .values(used_at=now)
    )
    return done.rowcount == 1


async def revoke_invitations(db: AsyncConnection, person_id: int, now: datetime) -> None:
    await db.execute(
        update(invitations)
        .where(
            invitations.c.person_id == person_id, invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None)
        )
        .values(revoked_at=now)
    )


async def conversation_of(db: AsyncConnection, person_id: int) -> tuple[dict[str, Any] | None, int]:
    """The step that a person is at, and its stamp."""
    row = (await db.execute(select(conversations).where(conversations.c.person_id == person_id))).first()
    return (row.step, row.stamp) if row else (None, 0)


async def forget_conversation(db: AsyncConnection, person_id: int) -> None:
    await db.execute(delete(conversations).where(conversations.c.person_id == person_id))


async def units_with_people(db: AsyncConnection) -> list[int]:
    """The ids of the units that anybody belongs to."""
    return list((await db.execute(select(people.c.unit_id).distinct().order_by(people.c.unit_id))).scalars())
