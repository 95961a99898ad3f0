"""`waiqin audit verify` finds lines that were changed, taken out or put in; `export` writes a period with its proof."""

import argparse
import asyncio
import json
import os
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from bot.cli.words import complain


def register(commands: Any) -> None:
    audit = commands.add_parser("audit", help="verify the audit's chain of hashes; export a period with proof")
    verbs = audit.add_subparsers(required=True, metavar="verify|export")

    verify = verbs.add_parser("verify", help="look at every line; exit code 1 when something was meddled with")
    verify.add_argument("--code", action="append", default=[], help="a seal that an auditor was told; several times")
    verify.add_argument("--file", type=Path, help="an export, instead of the database")
    verify.add_argument("--json", action="store_true", help="report as JSON")
    verify.set_defaults(run=run_verify)

    export = verbs.add_parser("export", help="write a period's lines with their hashes and the bank's seals")
    export.add_argument("target", type=Path, help="the file to make (JSON lines)")
    export.add_argument("--first", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    export.add_argument("--last", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
    export.add_argument("--unit", help="only this unit and those below it")
    export.set_defaults(run=run_export)


def run_verify(args: argparse.Namespace) -> int:
    from bot.audit import NotAnExport, examine_file

    try:
        count, found = examine_file(args.file, args.code) if args.file else asyncio.run(verified(args.code))
    except (NotAnExport, OSError):
        complain(f"{args.file} is no export of an audit.")
        return 2
    if args.json:
        print(json.dumps({"lines": count, "findings": [asdict(each) for each in found]}, default=str))
    else:
        for each in found:
            print(sentence(each))
        print(f"{count} lines: {'nothing was changed' if not found else f'{len(found)} findings'}")
    return 1 if found else 0


def sentence(finding: Any) -> str:
    """A finding for a person."""
    where = f"unit {finding.unit_id}, {finding.day}" if finding.day else ""
    line = f"line {finding.audit_id}" if finding.audit_id else f"position {finding.position}"
    return {
        "changed": f"CHANGED   {line} ({where}, position {finding.position})",
        "missing": f"MISSING   {line} ({where}, position {finding.position})",
        "inserted": f"INSERTED  {line} stands outside the chain{f' of {where}' if where else ''}",
        "seal": f"SEAL      {where}: the day does not end as it was sealed, or the seal was changed",
        "code": "CODE      no seal has this code: the past was rewritten, or the code is mistyped",
        "cut": f"CUT       lines before {finding.day} were purged earlier than the bank may",
    }[finding.what]


async def verified(codes: list[str]) -> tuple[int, list[Any]]:
    from bot.settings import load
    from storage.audit import verify
    from storage.engine import Database

    database = Database(load().database_url.reveal())
    try:
        async with database.reading() as db:
            return await verify(db, codes)
    finally:
        await database.close()


def run_export(args: argparse.Namespace) -> int:
    if args.first > args.last:
        complain("--first must not be after --last.")
        return 2
    said = asyncio.run(exported(args))
    if isinstance(said, str):
        complain(said)
        return 2
    print(f"{args.target}: {said} lines; `waiqin audit verify --file {args.target}` checks it anywhere")
    return 0


async def exported(args: argparse.Namespace) -> int | str:
    """Write the file and an audit line about it; how many lines, or the sentence that says why not."""
    from bot.audit import export
    from bot.clock import Clock
    from bot.settings import load
    from storage import people, tables
    from storage.engine import Database

    database = Database(load().database_url.reveal())
    now = Clock().now()
    try:
        async with database.reading() as db:
            units = await people.all_units(db)
            wanted: list[int] | None = None
            if args.unit:
                top = next((each for each in units.by_id.values() if each.code == args.unit), None)
                if top is None:
                    return f"the bank has no unit {args.unit!r}."
                wanted = sorted(units.below(top.id))
            with os.fdopen(
                os.open(args.target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as file:
                count = 0
                async for line in export(db, args.first, args.last, wanted, now):
                    count += '"link"' in line[:60]
                    file.write(line)
        async with database.writing() as db:
            facts = {"first": args.first.isoformat(), "last": args.last.isoformat(), "unit": args.unit, "lines": count}
            row: dict[str, Any] = {
                "at": now,
                "person_id": None,
                "action": "audit.export",
                "about": "audit",
                "facts": facts,
            }
            await db.execute(tables.audit.insert(), row)
        return count
    finally:
        await database.close()
