"""`waiqin leave`: accounts of leave, and leave for HR (XLSX) and calendars (ICS) (L01, L18).

Yearly allocation and carry-over may be run as often as one likes: what was written once is not written again.
"""

from __future__ import annotations

import argparse
import asyncio
import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from bot.cli.staff import Mistake, unit_of
from bot.cli.words import complain


def register(commands: Any) -> None:
    leave = commands.add_parser("leave", help="accounts of leave; export for HR and calendars")
    verbs = leave.add_subparsers(required=True, metavar="grant|year|balance|export|calendar")

    def verb(name: str, help_: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = verbs.add_parser(name, help=help_)
        made.add_argument("--json", action="store_true", help="report as JSON")
        made.set_defaults(run=run, verb=name)
        return made

    grant = verb("grant", "write days into a colleague's account, or take some out")
    grant.add_argument("code", help="staff code")
    grant.add_argument("account", choices=ACCOUNTS)
    grant.add_argument("days", type=exact, help="3, 1.5, 1/3; below zero takes out")
    grant.add_argument("reference", help="a name for this row, used once: allocation:2026, worked:2026-05-02")
    grant.add_argument("--from", dest="on", type=date.fromisoformat, help="YYYY-MM-DD; else today")
    grant.add_argument("--until", type=date.fromisoformat, help="the last day on which they may be used")
    grant.add_argument("--reason", default="")
    year = verb("year", "carry annual leave over into a year and allocate it by years of service")
    year.add_argument("year", type=int)
    verb("balance", "what a colleague has left").add_argument("code", help="staff code")
    for name, help_ in (("export", "requests and accounts of a year as XLSX"), ("calendar", "approved leave as ICS")):
        made = verb(name, help_)
        made.add_argument("file", type=Path)
        made.add_argument("--unit", help="only this unit and those below it")
        made.add_argument("--year", type=int, help="else this year")


ACCOUNTS = ("annual", "compensatory")


def exact(said: str) -> Fraction:
    """Days without rounding."""
    return Fraction(said)


def run(args: argparse.Namespace) -> int:
    try:
        report = asyncio.run(done(args))
    except Mistake as wrong:
        complain(str(wrong))
        return 2
    print(json.dumps(report, ensure_ascii=False) if args.json else report["done"])
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
            report = await VERBS[args.verb](db, units, args, now.date())
            if args.verb in ("grant", "year"):
                line: dict[str, Any] = {
                    "at": now,
                    "person_id": None,
                    "action": f"leave.{args.verb}",
                    "about": None,
                    "facts": {},
                }
                await db.execute(tables.audit.insert(), line)
            return report
    finally:
        await database.close()


async def grant(db: Any, units: Any, args: Any, today: date) -> dict[str, Any]:
    from bot.rules.leave_types import Kind
    from bot.rules.ledger import Entry, Row
    from storage import leave as store

    person = await person_with(db, args.code)
    if not args.days:
        raise Mistake("0 days change nothing.")
    entry = Entry.CORRECTION if args.days < 0 else Entry.ALLOCATION if args.account == "annual" else Entry.COMPENSATION
    row = Row(
        person_id=person.id,
        account=Kind(args.account),
        entry=entry,
        days=args.days,
        on=args.on or today,
        reference=args.reference,
        expires=args.until,
        reason=args.reason,
    )
    written = await store.write(db, row)
    said = "written" if written else f"{args.reference!r} is in the account already; nothing was written"
    return {"written": written, "done": f"{args.code} {args.account}: {said}."}


async def year(db: Any, units: Any, args: Any, today: date) -> dict[str, Any]:
    """The same rows that the bot writes by itself in the new year; what is there already is not written again."""
    from bot.policy import Policies
    from bot.settings import load
    from storage import leave_year

    policies = Policies.load(load().policy)
    written = await leave_year.turn_over(db, units, policies, args.year)
    return {"written": written, "done": f"{written} rows were written for {args.year}."}


async def balance(db: Any, units: Any, args: Any, today: date) -> dict[str, Any]:
    from bot.rules import ledger
    from bot.rules.leave import shown
    from bot.rules.leave_types import Kind
    from storage import leave as store

    person = await person_with(db, args.code)
    left: dict[str, str] = {}
    for account in ACCOUNTS:
        rows = await store.rows_of(db, person.id, Kind(account))
        if rows:
            left[account] = shown(ledger.balance(rows, today))
    said = ", ".join(f"{account} {days}" for account, days in left.items()) or "no account is kept"
    return {"left": left, "done": f"{args.code}: {said}"}


async def export(db: Any, units: Any, args: Any, today: date) -> dict[str, Any]:
    """Two sheets: requests and accounts, for HR (FM29). Dates are dates and days are numbers."""
    from openpyxl import Workbook

    from storage import leave as store

    wanted_year = args.year or today.year
    people = {each.id: each for each in await those_of(db, units, args.unit)}
    book = Workbook()
    sheet = book.active
    sheet.title = "leave"
    sheet.append(
        ["code", "name", "unit", "type", "first", "last", "days", "status", "retroactive", "asked_at", "decided_by",
         "decided_at", "stand_in", "proof"]
    )  # fmt: skip
    found = await store.of_year(db, people, wanted_year)
    known = await everybody(db, units)
    for each in found:
        person = people[each.person_id]
        sheet.append(
            [
                safe(person.code), safe(person.name), units.by_id[each.unit_id].code, str(each.kind), each.first,
                each.last, float(each.days), str(each.status), each.retroactive, naive(each.asked_at),
                known.get(each.decided_by or 0, ""), naive(each.decided_at), known.get(each.standin_id or 0, ""),
                each.proof is not None,
            ]
        )  # fmt: skip
    accounts = book.create_sheet("accounts")
    accounts.append(["code", "account", "entry", "days", "from", "until", "reference"])
    rows = await store.rows_of_year(db, people, wanted_year)
    for row in rows:
        accounts.append(
            [safe(people[row.person_id].code), str(row.account), str(row.entry), float(row.days), row.on, row.expires,
             safe(row.reference)]
        )  # fmt: skip
    book.save(args.file)
    return {
        "requests": len(found),
        "rows": len(rows),
        "done": f"{args.file}: {len(found)} requests and {len(rows)} rows of accounts of {wanted_year}.",
    }


async def calendar(db: Any, units: Any, args: Any, today: date) -> dict[str, Any]:
    """A calendar that other programs read (RFC 5545): who is away, without kind or reason."""
    from bot.exports.feed import feed
    from bot.rules.leave import Status
    from storage import leave as store

    people = {each.id: each for each in await those_of(db, units, args.unit)}
    found = [
        each for each in await store.of_year(db, people, args.year or today.year) if each.status is Status.APPROVED
    ]
    args.file.write_text(feed(found, {each.id: each.name for each in people.values()}), "utf-8", newline="")
    return {"events": len(found), "done": f"{args.file}: {len(found)} events."}


VERBS = {"grant": grant, "year": year, "balance": balance, "export": export, "calendar": calendar}


async def person_with(db: Any, code: str) -> Any:
    from storage import people as store

    person = await store.by_code(db, code)
    if person is None:
        raise Mistake(f"{code!r} is no staff code on the name list; `waiqin staff list` shows them.")
    return person


async def those_of(db: Any, units: Any, code: str | None) -> list[Any]:
    from storage import people as store

    return await store.in_units(db, units.below(unit_of(units, code).id) if code else units.by_id)


async def everybody(db: Any, units: Any) -> dict[int, str]:
    return {each.id: each.code for each in await those_of(db, units, None)}


def naive(moment: Any) -> Any:
    """A moment as a spreadsheet takes it: UTC without a zone."""
    return moment.replace(tzinfo=None) if moment else None


def safe(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t") else text
