"""Writing what an imported file came to: compared with what is there, and only differences are written.

Everything is compared in the file's own words (codes, not ids). A field without a column in the file stays as
it is, and so does what the file does not mention at all: an import never deletes a unit, person, client or place.
"""

from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.imports.report import Known, Ready, Report
from bot.policy_sections import Policy
from bot.rules.places import Origin
from bot.text import DEFAULT
from storage import cadence
from storage.calendar_tables import credit, touches
from storage.engine import upsert
from storage.leave_tables import own_days
from storage.tables import audit, client_dates, clients, grants, people, places, units

POSTS = ("head", "deputy")
CHUNK = 5_000  # rows of one statement
Item = TypeVar("Item")
Values = Mapping[str, Any]
Progress = Callable[[int, int], None]


async def known(db: AsyncConnection, policy: Policy, kind: str) -> Known:
    """What a file of this kind is checked against."""
    codes = await Codes.read(db)
    client_codes: Iterable[str] = ()
    if kind in ("places", "credit"):
        client_codes = (await db.execute(select(clients.c.code))).scalars()
    return Known(
        units={unit.code: codes.unit(unit.parent_id) for unit in codes.units},
        zones={unit.code: unit.zone for unit in codes.units},
        staff={person.code: codes.unit(person.unit_id) or "" for person in codes.people},
        clients=frozenset(client_codes),
        zone=policy.meta.timezone,
        segments=policy.meta.segment_profiles,
        levels=policy.roles.levels,
        digits_from=policy.confidentiality.mask_digit_runs_from,
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows of a report that differ from what is there."""

    new: list[Values] = field(default_factory=list)
    changed: list[Values] = field(default_factory=list)
    same: int = 0
    at: datetime | None = None  # when they are written (UTC)


async def compare(db: AsyncConnection, report: Report) -> Changes:
    """Which rows are new, changed or the same, also noted in the report. Nothing is written."""
    changes, same = Changes(), 0
    codes = await Codes.read(db)
    key, current = KINDS[report.kind][:2]
    for rows in chunks(report.ready):
        there = {key(values): values async for values in current(db, codes, rows)}
        for row in rows:
            found = there.get(key(row.values))
            if found is None:
                changes.new.append(row.values)
            elif all(found[name] == value for name, value in row.values.items() if name not in STAYS):
                same += 1
            else:
                changes.changed.append(row.values)
    report.new, report.changed, report.same = len(changes.new), len(changes.changed), same
    return changes


async def write(
    db: AsyncConnection, report: Report, at: datetime, by: int | None = None, progress: Progress | None = None
) -> None:
    """Write the rows of a report that are ready, and one audit line; the caller commits.

    Raises ValueError for a report of a file that must not be imported, and KeyError where a unit, person or client
    that a row names has gone since the check.
    """
    if not report.usable:
        raise ValueError("a file that must not be imported")
    changes = replace(await compare(db, report), at=at)
    await KINDS[report.kind][2](db, changes, progress or silent)
    facts = {"rows": report.rows, "new": report.new, "changed": report.changed, "same": report.same, "bad": report.bad}
    line = {"at": at, "person_id": by, "action": f"import.{report.kind}", "about": None, "facts": facts}
    await db.execute(audit.insert(), line)
    report.written = True


@dataclass(slots=True)
class Codes:
    """Units and people by code and by id: a bank has thousands of them, so they are read whole."""

    units: Sequence[Any]
    people: Sequence[Any]
    unit_codes: Mapping[int, str]
    person_codes: Mapping[int, str]

    @classmethod
    async def read(cls, db: AsyncConnection) -> "Codes":
        found_units = (await db.execute(select(units))).all()
        found_people = (await db.execute(select(people))).all()
        return cls(
            found_units,
            found_people,
            {unit.id: unit.code for unit in found_units},
            {person.id: person.code for person in found_people},
        )

    def unit(self, unit_id: int | None) -> str | None:
        return None if unit_id is None else self.unit_codes[unit_id]

    def person(self, person_id: int | None) -> str | None:
        return None if person_id is None else self.person_codes[person_id]


# ---------------------------------------------------------------- units


async def current_units(db: AsyncConnection, codes: Codes, rows: Sequence[Ready]) -> AsyncIterator[Values]:
    for unit in codes.units:
        yield {
            "code": unit.code,
            "name": unit.name,
            "parent": codes.unit(unit.parent_id),
            "kind": unit.kind,
            "zone": unit.zone,
            **{post: codes.person(unit._mapping[f"{post}_id"]) or unit._mapping[f"{post}_code"] for post in POSTS},
        }


async def write_units(db: AsyncConnection, changes: Changes, progress: Progress) -> None:
    rows = [*changes.new, *changes.changed]
    staff = await ids(db, people)
    made = [
        {"code": row["code"], "name": row["name"], "kind": row["kind"], "zone": row["zone"], **posts(row, staff)}
        for row in rows
    ]
    for some in chunks(made):
        await upsert(db, units, some, ("code",))
    known_units = await ids(db, units)  # a parent may have come with the same file
    parents = [
        {"its_id": known_units[row["code"]], "its_parent": known_units[row["parent"]] if row["parent"] else None}
        for row in rows
    ]
    if parents:
        move = update(units).where(units.c.id == bindparam("its_id")).values(parent_id=bindparam("its_parent"))
        await db.execute(move, parents)
    progress(len(rows), len(rows))


def posts(row: Values, staff: Mapping[str, int]) -> dict[str, Any]:
    """Head and deputy: by id where they are on the name list, by code until they are."""
    made: dict[str, Any] = {}
    for post in POSTS:
        if post in row:
            person_id = staff.get(row[post])
            made |= {f"{post}_id": person_id, f"{post}_code": row[post] if person_id is None else None}
    return made


async def fill_posts(db: AsyncConnection) -> None:
    """Give units the heads and deputies that they have been waiting for."""
    for post in POSTS:
        code, holder = units.c[f"{post}_code"], units.c[f"{post}_id"]
        found = select(people.c.id).where(people.c.code == code).scalar_subquery()
        arrived = select(people.c.code)
        await db.execute(update(units).where(code.in_(arrived)).values({holder: found, code: None}))


# ---------------------------------------------------------------- staff


async def current_staff(db: AsyncConnection, codes: Codes, rows: Sequence[Ready]) -> AsyncIterator[Values]:
    wanted = {row.values["code"] for row in rows}
    held: dict[int, set[tuple[str, str]]] = {}
    for grant in await db.execute(select(grants)):
        held.setdefault(grant.person_id, set()).add((grant.role, codes.unit_codes[grant.unit_id]))
    for person in codes.people:
        if person.code in wanted:
            yield {
                **person._mapping,
                "unit": codes.unit(person.unit_id),
                "roles": frozenset(held.get(person.id, ())),
            }


async def write_staff(db: AsyncConnection, changes: Changes, progress: Progress) -> None:
    known_units = await ids(db, units)

    def columns(row: Values, *left_out: str) -> dict[str, Any]:
        own = {name: value for name, value in row.items() if name not in ("unit", "roles", *left_out)}
        return {**own, "unit_id": known_units[row["unit"]]}

    fresh = [columns(row) for row in changes.new]
    for person in fresh:
        if "language" in person:
            person["language"] = person["language"] or DEFAULT
    for some in chunks(fresh):
        await db.execute(insert(people), some)
    for some in chunks([columns(row, *STAYS) for row in changes.changed]):
        await upsert(db, people, some, ("code",))
    rows = [*changes.new, *changes.changed]
    staff = await ids(db, people)
    for part in chunks(rows):
        await db.execute(delete(grants).where(grants.c.person_id.in_([staff[row["code"]] for row in part])))
        given = [
            {"person_id": staff[row["code"]], "role": role, "unit_id": known_units[unit]}
            for row in part
            for role, unit in row["roles"]
        ]
        if given:
            await db.execute(insert(grants), given)
    await fill_posts(db)
    progress(len(rows), len(rows))


# ---------------------------------------------------------------- clients


async def current_clients(db: AsyncConnection, codes: Codes, rows: Sequence[Ready]) -> AsyncIterator[Values]:
    wanted = [row.values["code"] for row in rows]
    found = (await db.execute(select(clients).where(clients.c.code.in_(wanted)))).all()
    days: dict[int, dict[str, tuple[int, int]]] = {}
    # By id: with a join, PostgreSQL without fresh statistics reads the whole table for every code.
    of_these = select(client_dates).where(client_dates.c.client_id.in_([client.id for client in found]))
    for day in await db.execute(of_these):
        days.setdefault(day.client_id, {})[day.kind] = (day.month, day.day)
    where = {}
    if any("datum" in row.values for row in rows):
        where = await main_places(db, [client.id for client in found])
    told = {}
    if any(name in rows[0].values for name in TOLD):
        seen = select(touches).where(touches.c.client_id.in_([client.id for client in found]))
        told = {row.client_id: {name: row._mapping[name] for name in TOLD} for row in await db.execute(seen)}
    for client in found:
        yield {
            **client._mapping,
            **told.get(client.id, dict.fromkeys(TOLD)),
            **where.get(client.id, dict.fromkeys(POINT)),
            "keeper": codes.person(client.keeper_id),
            "unit": codes.unit(client.unit_id),
            **dict.fromkeys(DAYS),
            **days.get(client.id, {}),
        }


async def write_clients(db: AsyncConnection, changes: Changes, progress: Progress) -> None:
    known_units, staff = await ids(db, units), await ids(db, people)
    rows = [*changes.new, *changes.changed]
    done = 0
    for part in chunks(rows):
        made = []
        for row in part:
            own = {name: value for name, value in row.items() if name not in ("keeper", "unit", *DAYS, *POINT, *TOLD)}
            if "keeper" in row:
                own["keeper_id"] = staff[row["keeper"]] if row["keeper"] else None
            own["unit_id"] = known_units[row["unit"]]
            made.append(own)
        await upsert(db, clients, made, ("code",))
        await write_days(db, part)
        await write_rhythm(db, part, changes.at)
        placed: list[Values] = [{**row, "client": row["code"], "label": ""} for row in part if "datum" in row]
        await write_places(db, Changes(new=placed), silent)
        done += len(part)
        progress(done, len(rows))


async def write_rhythm(db: AsyncConnection, rows: Sequence[Values], at: datetime | None) -> None:
    """From now on the new ones are counted; and when they were last seen and called before, if the file says."""
    found = await ids(db, clients, clients.c.code.in_([row["code"] for row in rows]))
    if at is not None:
        await cadence.begin(db, found.values(), at.date())
    if any(name in rows[0] for name in TOLD):
        told = [{"client_id": found[row["code"]], **{name: row.get(name) for name in TOLD}} for row in rows]
        await cadence.tell(db, told)


async def main_places(db: AsyncConnection, client_ids: Sequence[int]) -> dict[int, Values]:
    """The places that came with their clients' own rows: those without a label."""
    statement = select(places).where(
        places.c.client_id.in_(client_ids), places.c.origin == Origin.IMPORTED, places.c.label == ""
    )
    return {row.client_id: {name: row._mapping[name] for name in POINT} for row in await db.execute(statement)}


async def write_days(db: AsyncConnection, rows: Sequence[Values]) -> None:
    kinds = [kind for kind in DAYS if kind in rows[0]]
    if not kinds:
        return
    found = await ids(db, clients, clients.c.code.in_([row["code"] for row in rows]))
    gone = delete(client_dates).where(client_dates.c.client_id.in_(found.values()), client_dates.c.kind.in_(kinds))
    await db.execute(gone)
    days = [
        {"client_id": found[row["code"]], "kind": kind, "month": row[kind][0], "day": row[kind][1]}
        for row in rows
        for kind in kinds
        if row[kind]
    ]
    if days:
        await db.execute(insert(client_dates), days)


# ---------------------------------------------------------------- places


async def current_places(db: AsyncConnection, codes: Codes, rows: Sequence[Ready]) -> AsyncIterator[Values]:
    found = await ids(db, clients, clients.c.code.in_({row.values["client"] for row in rows}))
    client_codes = {client_id: code for code, client_id in found.items()}
    of_these = select(places).where(places.c.client_id.in_(list(client_codes)), places.c.origin == Origin.IMPORTED)
    for place in await db.execute(of_these):
        yield {**place._mapping, "client": client_codes[place.client_id]}


async def write_places(db: AsyncConnection, changes: Changes, progress: Progress) -> None:
    rows = [*changes.new, *changes.changed]
    done = 0
    for part in chunks(rows):
        found = await ids(db, clients, clients.c.code.in_({row["client"] for row in part}))
        made = [
            {
                "client_id": found[row["client"]],
                "origin": str(Origin.IMPORTED),
                **{name: row[name] for name in ("label", *POINT)},
            }
            for row in part
        ]
        await upsert(db, places, made, ("client_id", "label", "origin"))
        done += len(part)
        progress(done, len(rows))


# ---------------------------------------------------------------- holidays


async def current_holidays(db: AsyncConnection, codes: Codes, rows: Sequence[Ready]) -> AsyncIterator[Values]:
    for said in await db.execute(select(own_days)):
        yield {**said._mapping, "unit": codes.unit(said.unit_id)}


async def write_holidays(db: AsyncConnection, changes: Changes, progress: Progress) -> None:
    known_units = await ids(db, units)
    rows = [*changes.new, *changes.changed]
    made = [
        {"unit_id": known_units[row["unit"]], **{name: value for name, value in row.items() if name != "unit"}}
        for row in rows
    ]
    for some in chunks(made):
        await upsert(db, own_days, some, ("unit_id", "day"))
    progress(len(rows), len(rows))


# ---------------------------------------------------------------- credit


async def current_credit(db: AsyncConnection, codes: Codes, rows: Sequence[Ready]) -> AsyncIterator[Values]:
    """The items there are. A day that has gone on since, by a tick, is newer than the file: the file's own is shown."""
    found = await ids(db, clients, clients.c.code.in_({row.values["client"] for row in rows}))
    client_codes = {client_id: code for code, client_id in found.items()}
    said = {KINDS["credit"][0](row.values): row.values["due"] for row in rows}
    for item in await db.execute(select(credit).where(credit.c.client_id.in_(list(client_codes)))):
        values = {**item._mapping, "client": client_codes[item.client_id]}
        yield {**values, "due": min(item.due, said.get(KINDS["credit"][0](values), item.due))}


async def write_credit(db: AsyncConnection, changes: Changes, progress: Progress) -> None:
    """New items, and what a file corrects; an item with a new day begins its steps anew."""
    rows = [*changes.new, *changes.changed]
    done = 0
    for part in chunks(rows):
        found = await ids(db, clients, clients.c.code.in_({row["client"] for row in part}))
        of_these = select(credit).where(credit.c.client_id.in_(list(found.values())))
        there = {(item.client_id, item.sort, item.reference): item for item in await db.execute(of_these)}
        made = []
        for row in part:
            own = {name: value for name, value in row.items() if name != "client"}
            own |= {"client_id": found[row["client"]], "made_at": changes.at, "done": ()}
            item = there.get((own["client_id"], own["sort"], own["reference"]))
            if item is not None and item.due >= own["due"]:
                own |= {"due": item.due, "done": item.done}
            made.append(own)
        await upsert(db, credit, made, ("client_id", "sort", "reference"))
        done += len(part)
        progress(done, len(rows))


# ---------------------------------------------------------------- shared


DAYS = ("birthday", "anniversary")
POINT = ("latitude", "longitude", "datum")
TOLD = ("told_visit", "told_call")
STAYS = ("language",)  # a person chooses it; a file only says which one to begin with

KINDS: Mapping[str, tuple[Callable[[Values], Any], Any, Any]] = {
    "units": (lambda row: row["code"], current_units, write_units),
    "staff": (lambda row: row["code"], current_staff, write_staff),
    "clients": (lambda row: row["code"], current_clients, write_clients),
    "places": (lambda row: (row["client"], row["label"]), current_places, write_places),
    "holidays": (lambda row: (row["unit"], row["day"]), current_holidays, write_holidays),
    "credit": (lambda row: (row["client"], row["sort"], row["reference"]), current_credit, write_credit),
}


async def ids(db: AsyncConnection, table: Table, *where: Any) -> dict[str, int]:
    """The ids of a table's rows by code."""
    return {row.code: row.id for row in await db.execute(select(table.c.id, table.c.code).where(*where))}


def chunks(rows: Iterable[Item]) -> Iterator[list[Item]]:
    waiting = iter(rows)
    while some := list(islice(waiting, CHUNK)):
        yield some


def silent(_done: int, _total: int) -> None:
    """Progress that nobody watches."""
