"""`waiqin retention`: legal holds, and what was purged."""

import argparse
import asyncio
import json
from typing import Any

from bot.cli.words import complain, table


def register(commands: Any) -> None:
    retention = commands.add_parser("retention", help="legal holds; what was purged and what a hold keeps")
    verbs = retention.add_subparsers(required=True, metavar="hold|lift|holds|report")

    def verb(name: str, help_: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = verbs.add_parser(name, help=help_)
        made.add_argument("--json", action="store_true", help="report as JSON")
        made.set_defaults(run=run, verb=name)
        return made

    hold = verb("hold", "keep everything about a person or a client, whatever its age (C14)")
    whom = hold.add_mutually_exclusive_group(required=True)
    whom.add_argument("--person", metavar="CODE")
    whom.add_argument("--client", metavar="CODE")
    hold.add_argument("--reason", required=True, help="the case or the order, without names")
    verb("lift", "end a hold").add_argument("hold", type=int, help="its number")
    verb("holds", "the holds in force")
    verb("report", "what was purged in the last purges").add_argument("--most", type=int, default=50)


def run(args: argparse.Namespace) -> int:
    said = asyncio.run(done(args))
    if isinstance(said, str):
        complain(said)
        return 2
    rows = said["rows"]
    if args.json:
        print(json.dumps(said, ensure_ascii=False, default=str))
    elif "done" in said:
        print(said["done"])
    elif rows:
        print(table([list(rows[0]), *[[str(each) for each in row.values()] for row in rows]]))
    else:
        print("none")
    return 0


async def done(args: argparse.Namespace) -> dict[str, Any] | str:
    """Do what was asked; a report, or the sentence that says why not."""
    from sqlalchemy import select

    from bot.clock import Clock
    from bot.settings import load
    from storage import retention as store, tables as t
    from storage.engine import Database
    from storage.trust_tables import holds, purges

    now = Clock().now()
    database = Database(load().database_url.reveal())
    try:
        async with database.writing() as db:
            if args.verb == "holds":
                asked = (
                    select(
                        holds.c.id, t.people.c.code.label("person"), t.clients.c.code.label("client"), holds.c.set_at
                    )
                    .select_from(holds.outerjoin(t.people).outerjoin(t.clients))
                    .where(holds.c.lifted_at.is_(None))
                    .order_by(holds.c.id)
                )
                return {"rows": [dict(row._mapping) for row in await db.execute(asked)]}
            if args.verb == "report":
                asked = select(purges).order_by(purges.c.id.desc()).limit(args.most)
                return {"rows": [dict(row._mapping) for row in await db.execute(asked)]}
            if args.verb == "lift":
                if not await store.lift(db, args.hold, now):
                    return f"there is no hold {args.hold} in force."
                number, words = args.hold, f"hold {args.hold} is lifted"
            else:
                kind, code = ("person", args.person) if args.person else ("client", args.client)
                of = t.people if args.person else t.clients
                found = await db.scalar(select(of.c.id).where(of.c.code == code))
                if found is None:
                    return f"{code!r} is no {kind}'s code."
                who = {"person_id": found if args.person else None, "client_id": None if args.person else found}
                number = await store.hold(db, **who, reason=args.reason, now=now)
                words = f"hold {number} keeps everything about {kind} {code}"
            line = {"at": now, "person_id": None, "action": f"retention.{args.verb}", "about": f"hold:{number}"}
            await db.execute(t.audit.insert(), line | {"facts": {}})
            return {"done": words, "hold": number, "rows": []}
    finally:
        await database.close()
