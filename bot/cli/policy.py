"""`waiqin policy check` reads a policy file critically; `waiqin policy show` says what applies where, and why."""

import argparse
import asyncio
import json
from typing import Any

from bot.cli.words import Words, add_language, complain, table, words

DONE, BAD_INPUT = 0, 2


def register(commands: Any) -> None:
    """Add `policy` to the command line's commands."""
    policy = commands.add_parser("policy", help="check the bank's policy file; show what applies to a unit")
    verbs = policy.add_subparsers(required=True, metavar="check|show")

    checking = verbs.add_parser("check", help="read a policy file critically; nothing is changed")
    checking.add_argument("file", help="the policy file (TOML)")
    checking.add_argument("--with-units", action="store_true", help="check it beside the bank's tree of units, too")
    checking.add_argument("--json", action="store_true", help="report as JSON")
    add_language(checking)
    checking.set_defaults(run=check)

    showing = verbs.add_parser("show", help="every figure that applies, where it comes from and its rule")
    showing.add_argument("--unit", metavar="CODE", help="for this unit; else for the bank as a whole")
    showing.add_argument("--file", help="the policy file; else the one that WAIQIN_POLICY names")
    showing.add_argument("--json", action="store_true", help="report as JSON")
    add_language(showing)
    showing.set_defaults(run=show)


def check(args: argparse.Namespace) -> int:
    """Say every mistake of a file. 0 when there is none, 2 otherwise."""
    from bot.policy import examine

    say = words(args.language)
    policies, mistakes = examine(args.file)
    if args.with_units:
        parents = asyncio.run(parents_of_units())
        if parents is None:
            complain(say("policy-no-units"))
            return BAD_INPUT
        mistakes += [each for each in policies.against(parents) if each not in mistakes]
    if args.json:
        print(json.dumps(as_json(args.file, policies.unused, mistakes, say), ensure_ascii=False, indent=2))
    else:
        for mistake in mistakes:
            complain(sentence(mistake, say))
        for unused in policies.unused:
            print(say("policy-not-used-yet", file=unused.file, line=str(unused.line), what=unused.path))
        if mistakes:
            complain(say("policy-has-mistakes", file=args.file, count=len(mistakes)))
        else:
            print(say("policy-fine", file=args.file))
    return BAD_INPUT if mistakes else DONE


def show(args: argparse.Namespace) -> int:
    """Print every value that applies to a unit, where it comes from and the rules it serves."""
    from bot.policy import Policies, PolicyMistakes, downwards
    from bot.policy_keys import written
    from bot.settings import load

    say = words(args.language)
    file = args.file or load().policy
    try:
        policies = Policies.load(file)
    except PolicyMistakes as wrong:
        for mistake in wrong.mistakes:
            complain(sentence(mistake, say))
        return BAD_INPUT
    path: list[str] = []
    if args.unit:
        parents = asyncio.run(parents_of_units())
        if not parents:
            complain(say("policy-no-units"))
            return BAD_INPUT
        if args.unit not in parents:
            complain(say("policy-unit-not-there", unit=args.unit, units=", ".join(sorted(parents))))
            return BAD_INPUT
        path = downwards(args.unit, parents)
    shown = policies.explain(path)
    if args.json:
        figures = {
            each.key.path: {
                "value": plain(each.value),
                "from": str(each.origin),
                "unit": each.origin.unit,
                "rules": list(each.key.rules),
            }
            for each in shown
        }
        shape = {"unit": args.unit, "path": path, "figures": figures}
        print(json.dumps(shape, ensure_ascii=False, indent=2, default=str))
        return DONE
    if file is None:
        print(say("policy-defaults-only"), end="\n\n")
    heads = [say(f"policy-head-{name}") for name in ("figure", "value", "from", "rules")]
    rows = [[each.key.path, written(each.value), origin(each.origin, say), " ".join(each.key.rules)] for each in shown]
    print(table([heads, *rows]))
    return DONE


def origin(found: Any, say: Words) -> str:
    place = say("policy-from", **{"from": str(found)})
    return f"{place} [{found.unit}]" if found.unit else place


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): plain(said) for name, said in value.items()}
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool | int | float | str) else value.isoformat()


def sentence(mistake: Any, say: Words) -> str:
    """A mistake as one line: file, line, and what would be right."""
    says = say(mistake.key, **mistake.facts)
    if mistake.line is None:
        return say("policy-mistake-in", file=mistake.file, says=says)
    return say("policy-mistake-at", file=mistake.file, line=str(mistake.line), says=says)


def as_json(file: str, unused: Any, mistakes: Any, say: Words) -> dict[str, Any]:
    return {
        "file": file,
        "fine": not mistakes,
        "mistakes": [
            {"file": each.file, "line": each.line, "key": each.key, "says": say(each.key, **each.facts)}
            for each in mistakes
        ],
        "not_used_yet": [{"file": each.file, "line": each.line, "what": each.path} for each in unused],
    }


async def parents_of_units() -> dict[str, str | None] | None:
    """Each unit's code with its parent's, from the bot's database; None where there is none to ask."""
    from pathlib import Path

    from sqlalchemy import make_url
    from sqlalchemy.exc import DBAPIError

    from bot.settings import load
    from storage.engine import Database
    from storage.people import all_units

    url = make_url(load().database_url.reveal())
    if url.drivername.startswith("sqlite") and not Path(url.database or "").is_file():
        return None  # asking would make an empty one
    database = Database(url.render_as_string(hide_password=False))
    try:
        async with database.reading() as db:
            units = await all_units(db)
    except (DBAPIError, OSError):
        return None
    finally:
        await database.close()
    codes = {unit.id: unit.code for unit in units.by_id.values()}
    return {unit.code: codes[unit.parent_id] if unit.parent_id is not None else None for unit in units.by_id.values()}
