"""`waiqin invite CODE`: a one-time link that binds a colleague's Telegram account to their staff code."""

import argparse
import asyncio
import json
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.cli.words import complain


def register(commands: Any) -> None:
    invite = commands.add_parser("invite", help="make a one-time link that lets a colleague in")
    invite.add_argument("code", help="the staff code on the name list")
    invite.add_argument("--hours", type=int, help="how long it is good for; else as the policy says")
    invite.add_argument("--json", action="store_true", help='print {"code", "token", "link", "expires"}')
    invite.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    from bot.policy import PolicyMistakes

    try:
        made = asyncio.run(invited(args.code, args.hours))
    except PolicyMistakes:
        complain("the policy has mistakes; `waiqin policy check` shows them")
        return 2
    if isinstance(made, str):
        complain(made)
        return 2
    if args.json:
        print(json.dumps(made))
    else:
        print(
            made["link"] or f"Telegram can't be reached for the bot's name; the colleague sends: /start {made['token']}"
        )
        print(f"for {made['code']}, once, until {made['expires']}")
    return 0


async def invited(code: str, hours: int | None) -> dict[str, Any] | str:
    """The invitation, or the sentence that says why there is none."""
    from bot import clock
    from bot.policy import Policies
    from bot.rules.invitations import fingerprint
    from bot.rules.people import has_access
    from bot.settings import load
    from bot.telegram import Telegram, Trouble
    from storage import people as store, tables
    from storage.engine import Database

    settings = load()
    if hours is not None and hours < 1:
        return "--hours must be at least 1."
    database = Database(settings.database_url.reveal())
    now = clock.Clock().now()
    token = clock.token()
    try:
        async with database.writing() as db:
            person = await store.by_code(db, code)
            if person is None:
                return f"{code!r} is no staff code on the name list; `waiqin staff list` shows them."
            units = await store.all_units(db)
            if not has_access(person, now.astimezone(ZoneInfo(units.by_id[person.unit_id].zone)).date()):
                return f"{code} is suspended or outside the dates of their access; `waiqin staff` can change that."
            path = tuple(unit.code for unit in reversed(list(units.path(person.unit_id))))
            good_for = hours or Policies.load(settings.policy).of(path).access.invitation_hours
            expires = now + timedelta(hours=good_for)
            await store.invite(db, person.id, fingerprint(token), None, now, expires)
            await db.execute(
                tables.audit.insert(),
                {
                    "at": now,
                    "person_id": None,
                    "action": "staff.invite",
                    "about": f"person:{person.id}",
                    "facts": {"expires": expires.isoformat()},
                },
            )
    finally:
        await database.close()
    link = None
    if settings.token.reveal():
        telegram = Telegram(settings.token.reveal(), settings.api_base)
        try:
            about = await telegram.call("getMe", {}, seconds=5)
            link = f"https://t.me/{about['username']}?start={token}"
        except Trouble:
            link = None
        finally:
            await telegram.close()
    return {"code": code, "token": token, "link": link, "expires": expires.isoformat(timespec="seconds")}
