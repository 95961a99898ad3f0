"""Looking things up in the audit: by person, by what it is about, by day; newest first, a page at a time."""

from collections.abc import AsyncIterator, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine import BESIDE
from storage.tables import audit, people
from storage.trust_tables import audit_links

a, k = audit.c, audit_links.c


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. Moments are aware UTC; `units` is the scope of who looks."""

    units: Collection[int]
    program: bool = False  # also lines of the program itself, which belong to no unit
    person_id: int | None = None
    about: str | None = None  # "visit:12"
    first: datetime | None = None
    last: datetime | None = None  # before this moment


async def page(db: AsyncConnection, wanted: Wanted, before: int, most: int) -> Sequence[Any]:
    """The newest lines with a number below `before` (0: from the newest): id, at, name, code, action, about, facts."""
    asked = lines(wanted).order_by(a.id.desc()).limit(most)
    if before:
        asked = asked.where(a.id < before)
    found: Sequence[Any] = (await db.execute(asked)).all()
    return found


async def everything(
    db: AsyncConnection, wanted: Wanted, most: int, chunk: int = 1_000
) -> AsyncIterator[Sequence[Any]]:
    """All lines that are wanted, oldest first, in chunks, each with its place in the chain and its hash."""
    last, left = 0, most
    while left > 0:
        asked = (
            lines(wanted, k.unit_id.label("chain"), k.position, k.hash)
            .outerjoin(audit_links, k.audit_id == a.id)
            .where(a.id > last)
            .order_by(a.id)
            .limit(min(chunk, left))
        )
        found = (await db.execute(asked.suffix_with(BESIDE))).all()
        if not found:
            return
        yield found
        last, left = found[-1].id, left - len(found)


def lines(wanted: Wanted, *more: Any) -> Select[Any]:
    """The lines inside the scope: those of its people, and for the whole bank those of the program."""
    asked = select(a.id, a.at, people.c.name, people.c.code, a.action, a.about, a.facts, *more).select_from(
        audit.outerjoin(people, people.c.id == a.person_id)
    )
    theirs = people.c.unit_id.in_(sorted(wanted.units))
    asked = asked.where(theirs | a.person_id.is_(None) if wanted.program else theirs)
    if wanted.person_id is not None:
        asked = asked.where(a.person_id == wanted.person_id)
    if wanted.about is not None:
        asked = asked.where(a.about == wanted.about)
    if wanted.first is not None:
        asked = asked.where(a.at >= wanted.first)
    if wanted.last is not None:
        asked = asked.where(a.at < wanted.last)
    return asked
