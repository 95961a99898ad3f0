"""`waiqin import units|staff|clients|places|holidays|credit FILE`: check every row, then write all or nothing."""

import argparse
import asyncio
import json
import sys
from typing import Any

from bot.cli.words import Words, add_language, complain, words

DONE, FAILED, BAD_INPUT = 0, 1, 2
MOST_SHOWN = 200  # problems on a terminal; --json lists them all
LONG_FILE = 2_000  # rows that make a progress bar worth looking at


def register(commands: Any) -> None:
    """Add `import` to the command line's commands."""
    parser = commands.add_parser(
        "import",
        help="import units, staff, clients, places, holidays or credit items from CSV or XLSX",
        description="Import in this order: units, staff, clients, places; holidays after units, credit after clients. "
        "Importing a file twice changes nothing.",
    )
    parser.add_argument("kind", choices=("units", "staff", "clients", "places", "holidays", "credit"))
    parser.add_argument("file", help="CSV (UTF-8, GB18030, UTF-16; comma, semicolon or tab) or XLSX")
    parser.add_argument("--skip-bad", action="store_true", help="import the good rows although others are bad")
    parser.add_argument("--dry-run", action="store_true", help="only check and report; write nothing")
    parser.add_argument("--json", action="store_true", help="report as JSON")
    add_language(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 done, 2 bad input and nothing changed, 1 no database to import into."""
    from sqlalchemy.exc import DBAPIError

    from bot.cli.policy import sentence
    from bot.imports import Unreadable
    from bot.policy import PolicyMistakes
    from bot.settings import load

    say = words(args.language)
    try:
        report = asyncio.run(imported(args, load()))
    except Unreadable as why:
        says = say(why.key, **why.facts)
        if args.json:
            print(json.dumps({"kind": args.kind, "file": args.file, "written": False, "unreadable": says}))
        else:
            complain(f"{args.file}: {says}" if why.line is None else at_line(say, why.line, None, says))
        return BAD_INPUT
    except PolicyMistakes as wrong:
        complain("\n".join(sentence(mistake, say) for mistake in wrong.mistakes))
        return BAD_INPUT
    except (DBAPIError, OSError) as error:
        complain(say("imports-no-database", why=type(error).__name__))
        return FAILED
    if args.json:
        print(json.dumps(as_json(report, say), ensure_ascii=False, indent=2))
    else:
        tell(report, args, say)
    return DONE if report.written or (args.dry_run and report.fine) else BAD_INPUT


async def imported(args: argparse.Namespace, settings: Any) -> Any:
    """Read, check and, where nothing forbids it, write a file; returns its report."""
    from bot import imports
    from bot.clock import Clock
    from bot.policy import Policies
    from storage.engine import Database
    from storage.imports import compare, known, write

    checks = {
        "units": imports.check_units,
        "staff": imports.check_staff,
        "clients": imports.check_clients,
        "places": imports.check_places,
        "holidays": imports.check_holidays,
        "credit": imports.check_credit,
    }
    policy = Policies.load(settings.policy).of()
    table = imports.read(args.file)
    bar = Bar(len(table.rows))
    database = Database(settings.database_url.reveal())
    try:
        async with database.reading() as db:
            there = await known(db, policy, args.kind)
        report = checks[args.kind](table, there, bar.first_half)
        if report.fine or (report.usable and args.skip_bad and report.ready):
            if args.dry_run:
                async with database.reading() as db:
                    await compare(db, report)
            else:
                async with database.writing() as db:
                    await write(db, report, Clock().now(), progress=bar.second_half)
    finally:
        bar.clear()
        await database.close()
    return report


class Bar:
    """A progress bar on standard error, where that is a terminal and the file is long."""

    WIDTH = 40

    def __init__(self, rows: int) -> None:
        self.shown = rows >= LONG_FILE and sys.stderr.isatty()

    def first_half(self, done: int, total: int) -> None:
        self.draw(done / (total or 1) / 2)

    def second_half(self, done: int, total: int) -> None:
        self.draw(0.5 + done / (total or 1) / 2)

    def draw(self, part: float) -> None:
        if self.shown:
            full = round(part * self.WIDTH)
            print(f"\r{'█' * full}{'░' * (self.WIDTH - full)} {part:4.0%}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self.shown:
            print(f"\r{' ' * (self.WIDTH + 6)}\r", end="", file=sys.stderr, flush=True)


def tell(report: Any, args: argparse.Namespace, say: Words) -> None:
    """The report as sentences: what stops the file, then the rows, then the sums."""
    for refused in report.refused:
        complain(say("imports-refused", column=refused.column, holds=refused.holds))
    problems = [*report.stops, *report.problems]
    for problem in problems[:MOST_SHOWN]:
        complain(at_line(say, problem.line, problem.column, say(problem.key, **problem.facts)))
    if len(problems) > MOST_SHOWN:
        complain(say("imports-more-problems", count=len(problems) - MOST_SHOWN))
    if report.sheet and report.other_sheets:
        print(say("imports-one-sheet", sheet=report.sheet, others=report.other_sheets))
    if report.ignored:
        print(say("imports-ignored", columns=", ".join(report.ignored)))
    sums = {"rows": report.rows, "new": report.new, "changed": report.changed, "same": report.same, "bad": report.bad}
    if report.written:
        print(say("imports-done", kind=report.kind, **sums))
    elif args.dry_run and report.usable and (report.fine or args.skip_bad):
        print(say("imports-would", kind=report.kind, **sums))
    else:
        skip = "yes" if report.usable and report.ready and not args.skip_bad else "no"
        complain(say("imports-nothing", rows=report.rows, bad=report.bad, skip=skip))


def at_line(say: Words, line: int, column: str | None, says: str) -> str:
    if column is None:
        return say("imports-at-line", line=str(line), says=says)
    return say("imports-at-cell", line=str(line), column=column, says=says)


def as_json(report: Any, say: Words) -> dict[str, Any]:
    def problem(each: Any) -> dict[str, Any]:
        return {"line": each.line, "column": each.column, "key": each.key, "says": say(each.key, **each.facts)}

    return {
        "kind": report.kind,
        "file": report.file,
        "written": report.written,
        "rows": report.rows,
        "new": report.new,
        "changed": report.changed,
        "same": report.same,
        "bad": report.bad,
        "stops": [problem(each) for each in report.stops],
        "refused": [
            {
                "column": each.column,
                "holds": each.holds,
                "says": say("imports-refused", column=each.column, holds=each.holds),
            }
            for each in report.refused
        ],
        "problems": [problem(each) for each in report.problems],
        "ignored": report.ignored,
    }
