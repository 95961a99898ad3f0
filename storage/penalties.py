"""Questions about proposals: who was flagged for what, and what became of it (L03, L05-L11, C18)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.rules.penalties import WAITING, Proposal, ProposalStatus, Rule
from storage.base import columns
from storage.supervision_tables import proposals

p = proposals.c


async def add(db: AsyncConnection, proposal: Proposal) -> Proposal:
    made = await db.execute(proposals.insert().values(columns(proposal)).returning(p.id))
    return replace(proposal, id=made.scalar_one())


async def by_id(db: AsyncConnection, proposal_id: int) -> Proposal | None:
    row = (await db.execute(select(proposals).where(p.id == proposal_id))).first()
    return Proposal(**row._mapping) if row else None


async def of_thing(db: AsyncConnection, person_id: int, rules: Iterable[Rule], about: str) -> Proposal | None:
    """The flag that this person already has for this thing."""
    asked = select(proposals).where(p.person_id == person_id, p.about == about, p.rule.in_(sorted(rules)))
    row = (await db.execute(asked.limit(1))).first()
    return Proposal(**row._mapping) if row else None


async def earlier(db: AsyncConnection, person_id: int, rules: Iterable[Rule], since: date) -> int:
    """How many findings of a kind a person has had since a day that were not withdrawn."""
    found = await db.scalar(
        select(func.count())
        .select_from(proposals)
        .where(
            p.person_id == person_id,
            p.rule.in_(sorted(rules)),
            p.day >= since,
            p.status != ProposalStatus.WITHDRAWN,
        )
    )
    return int(found or 0)


async def move_on(db: AsyncConnection, before: Proposal, after: Proposal) -> bool:
    """Write what has become of a flag; false when somebody else was quicker."""
    old, new = columns(before), columns(after)
    changed = {name: value for name, value in new.items() if old[name] != value}
    done = await db.execute(update(proposals).where(p.id == before.id, p.status == before.status).values(**changed))
    return bool(done.rowcount)


async def waiting(db: AsyncConnection, unit_ids: Iterable[int]) -> list[Proposal]:
    """The flags of these units that nobody has decided, contested ones first, then the oldest."""
    asked = select(proposals).where(p.unit_id.in_(sorted(set(unit_ids))), p.status.in_(sorted(WAITING)))
    rows = await db.execute(asked.order_by(p.status, p.found_at, p.id))
    return [Proposal(**row._mapping) for row in rows]


async def waiting_count(db: AsyncConnection, unit_ids: Iterable[int]) -> int:
    """How many flags of these units wait for a supervisor's word."""
    asked = select(func.count()).select_from(proposals)
    found = await db.scalar(asked.where(p.unit_id.in_(sorted(set(unit_ids))), p.status.in_(sorted(WAITING))))
    return int(found or 0)


async def since(db: AsyncConnection, unit_ids: Iterable[int], day: date) -> list[Proposal]:
    """All flags of these units from a day on."""
    asked = select(proposals).where(p.unit_id.in_(sorted(set(unit_ids))), p.day >= day)
    return [Proposal(**row._mapping) for row in await db.execute(asked.order_by(p.id))]


async def of_person(db: AsyncConnection, person_id: int, day: date) -> list[Proposal]:
    """A person's own flags: those of a day or later, and older ones that wait; the latest first."""
    asked = select(proposals).where(p.person_id == person_id, or_(p.day >= day, p.status.in_(sorted(WAITING))))
    return [Proposal(**row._mapping) for row in await db.execute(asked.order_by(p.day.desc(), p.id.desc()))]
