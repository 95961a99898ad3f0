"""`waiqin migrate`: bring the database to this version's tables. Run twice, it changes nothing."""

import argparse
import asyncio
from typing import Any


def register(commands: Any) -> None:
    migrate = commands.add_parser("migrate", help="bring the database to this version's tables")
    migrate.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    before, after = asyncio.run(migrated())
    print(f"{after}: nothing to do" if before == after else f"{before or 'an empty database'} -> {after}")
    return 0


async def migrated() -> tuple[str | None, str | None]:
    from bot.settings import load
    from storage.engine import Database
    from storage.migrate import upgrade

    database = Database(load().database_url.reveal())
    try:
        return await upgrade(database)
    finally:
        await database.close()
