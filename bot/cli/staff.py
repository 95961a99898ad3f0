"""`waiqin staff`: the name list (SY36): who is on it, with which roles, where, and for how long."""

import argparse
import asyncio
import json
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.cli.words import complain, table


class Mistake(Exception):
    """What was asked can't be done; the text says why and what would work."""


def register(commands: Any) -> None:
    staff = commands.add_parser("staff", help="list, add, move, suspend and remove colleagues; duty and leave")
    verbs = staff.add_subparsers(required=True, metavar="list|add|move|roles|suspend|resume|remove|duty|away")

    def verb(name: str, help_: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = verbs.add_parser(name, help=help_)
        made.add_argument("--json", action="store_true", help="report as JSON")
        made.set_defaults(run=run, verb=name)
        if name != "list":
            made.add_argument("code", help="staff code")
        return made

    verb("list", "everybody, by unit").add_argument("--unit", help="only this unit and those below it")
    add = verb("add", "put a colleague on the list")
    add.add_argument("name")
    add.add_argument("unit", help="unit code")
    add.add_argument("--role", action="append", default=[], help="rm, or supervisor@UNIT; may be given several times")
    add.add_argument("--language", default="zh-Hans", choices=("zh-Hans", "zh-Hant", "en"))
    add.add_argument("--level")
    add.add_argument("--segment")
    verb("move", "to another unit").add_argument("unit", help="unit code")
    verb("roles", "set all roles anew").add_argument("role", nargs="+", help="rm, or supervisor@UNIT")
    verb("suspend", "stop access at once, also for buttons already on the phone (S-01)")
    verb("resume", "end a suspension")
    remove = verb("remove", "end access for good; records stay")
    remove.add_argument("--last-day", type=date.fromisoformat, help="YYYY-MM-DD; else yesterday, so at once")
    verb("duty", "the day's on-desk duty RM of their unit (A06)").add_argument("day", type=date.fromisoformat)
    away = verb("away", "on approved leave, both days included")
    away.add_argument("first", type=date.fromisoformat)
    away.add_argument("last", type=date.fromisoformat)


def run(args: argparse.Namespace) -> int:
    try:
        report = asyncio.run(done(args))
    except Mistake as wrong:
        complain(str(wrong))
        return 2
    if args.json:
        print(json.dumps(report, ensure_ascii=False))
    elif args.verb == "list":
        heads = ["code", "name", "unit", "roles", "state"]
        print(table([heads, *[[each[head] for head in heads] for each in report["staff"]]]))
    else:
        print(report["done"])
    return 0


async def done(args: argparse.Namespace) -> dict[str, Any]:
    from bot.clock import Clock
    from bot.settings import load
    from storage import people as store, tables
    from storage.engine import Database

    database = Database(load().database_url.reveal())
    now = Clock().now()
    try:
        async with database.writing() as db:
            units = await store.all_units(db)
            if args.verb == "list":
                return {"staff": await listed(db, units, args.unit, now)}
            person = await store.by_code(db, args.code)
            if person is None and args.verb != "add":
                raise Mistake(f"{args.code!r} is no staff code on the name list; `waiqin staff list` shows them.")
            report, person_id = await VERBS[args.verb](db, units, person, args, now)
            await db.execute(
                tables.audit.insert(),
                {
                    "at": now,
                    "person_id": None,
                    "action": f"staff.{args.verb}",
                    "about": f"person:{person_id}",
                    "facts": {"code": args.code},
                },
            )
            return {"code": args.code, "done": report}
    finally:
        await database.close()


async def listed(db: Any, units: Any, code: str | None, now: datetime) -> list[dict[str, str]]:
    from bot.rules.people import has_access
    from storage import people as store

    wanted = units.below(unit_of(units, code).id) if code else units.by_id.keys()
    return [
        {
            "code": each.code,
            "name": each.name,
            "unit": units.by_id[each.unit_id].code,
            "roles": " ".join(sorted(f"{grant.role}@{units.by_id[grant.unit_id].code}" for grant in each.grants)),
            "state": "suspended"
            if each.suspended
            else "no access"
            if not has_access(each, now.astimezone(ZoneInfo(units.by_id[each.unit_id].zone)).date())
            else "unreachable"
            if each.unreachable_since
            else "enrolled"
            if each.telegram_id
            else "not enrolled",
        }
        for each in await store.in_units(db, wanted)
    ]


async def add(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import tables

    if person is not None:
        raise Mistake(f"{args.code} is on the name list already: {person.name}.")
    unit = unit_of(units, args.unit)
    row = {
        "code": args.code,
        "name": args.name,
        "unit_id": unit.id,
        "language": args.language,
        "level": args.level,
        "segment": args.segment,
    }
    person_id = (await db.execute(tables.people.insert().values(row).returning(tables.people.c.id))).scalar_one()
    await set_roles(db, units, person_id, args.role, unit)
    return f"{args.code} {args.name} is on the list; `waiqin invite {args.code}` makes their link.", person_id


async def move(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import people as store, tables

    unit = unit_of(units, args.unit)
    await store.change(db, person.id, unit_id=unit.id)
    # A role that was held over the old unit moves along; one held elsewhere stays.
    held = {(grant.role, unit.id if grant.unit_id == person.unit_id else grant.unit_id) for grant in person.grants}
    await db.execute(tables.grants.delete().where(tables.grants.c.person_id == person.id))
    for role, unit_id in held:
        await db.execute(tables.grants.insert().values(person_id=person.id, role=role, unit_id=unit_id))
    return f"{args.code} belongs to {unit.code} now.", person.id


async def roles(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import tables

    await db.execute(tables.grants.delete().where(tables.grants.c.person_id == person.id))
    await set_roles(db, units, person.id, args.role, units.by_id[person.unit_id])
    return f"{args.code}: {' '.join(args.role)}", person.id


async def suspend(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import people as store

    await store.change(db, person.id, suspended=True)
    await store.revoke_invitations(db, person.id, now)
    await store.forget_conversation(db, person.id)
    return f"{args.code} has no access any more, from this moment on.", person.id


async def resume(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import people as store

    await store.change(db, person.id, suspended=False)
    return f"{args.code} has access again.", person.id


async def remove(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import people as store

    zone = ZoneInfo(units.by_id[person.unit_id].zone)
    today = now.astimezone(zone).date()
    last = args.last_day or today - timedelta(days=1)
    columns: dict[str, Any] = {"active_to": last}
    if last < today:
        columns |= {"telegram_id": None}
        await store.forget_conversation(db, person.id)
    await store.change(db, person.id, **columns)
    await store.revoke_invitations(db, person.id, now)
    return f"{args.code}: the last day with access is {last}.", person.id


async def duty(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import field
    from storage.engine import upsert

    row = {"unit_id": person.unit_id, "day": args.day, "person_id": person.id}
    await upsert(db, field.duties, [row], ("unit_id", "day"))
    return f"{args.code} is on desk duty on {args.day}.", person.id


async def away(db: Any, units: Any, person: Any, args: Any, now: datetime) -> tuple[str, int]:
    from storage import field

    if args.last < args.first:
        raise Mistake(f"{args.last} lies before {args.first}.")
    zone = ZoneInfo(units.by_id[person.unit_id].zone)
    starts = datetime.combine(args.first, time(0), zone)
    ends = datetime.combine(args.last + timedelta(days=1), time(0), zone)
    await db.execute(field.absences.insert().values(person_id=person.id, starts=starts, ends=ends, kind="leave"))
    return f"{args.code} is away from {args.first} to {args.last}.", person.id


VERBS = {
    "add": add,
    "move": move,
    "roles": roles,
    "suspend": suspend,
    "resume": resume,
    "remove": remove,
    "duty": duty,
    "away": away,
}


def unit_of(units: Any, code: str) -> Any:
    for unit in units.by_id.values():
        if unit.code == code:
            return unit
    raise Mistake(f"{code!r} is no unit; there are {', '.join(sorted(unit.code for unit in units.by_id.values()))}.")


async def set_roles(db: Any, units: Any, person_id: int, said: list[str], home: Any) -> None:
    from bot.rules.people import Role
    from storage import tables

    for each in said:
        role, _, scope = each.partition("@")
        if role not in set(Role):
            raise Mistake(f"{role!r} is no role; there are {', '.join(Role)}.")
        unit = unit_of(units, scope) if scope else home
        await db.execute(tables.grants.insert().values(person_id=person_id, role=role, unit_id=unit.id))
