"""`waiqin backup` and `waiqin restore`: everything in one encrypted file, and back again once it is found whole."""

import argparse
import asyncio
import json
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.cli.words import complain


def register(commands: Any) -> None:
    backup = commands.add_parser("backup", help="put everything into one encrypted file, while the bot runs")
    backup.add_argument("what", help="the file to make; or `key` to make a key file")
    backup.add_argument("path", nargs="?", type=Path, help="after `key`: the key file to make")
    backup.add_argument("--key", type=Path, help="the key file; keep it elsewhere than the backups")
    backup.add_argument("--tools", type=Path, help="the folder of pg_dump and pg_restore, for PostgreSQL")
    backup.add_argument("--json", action="store_true", help="report as JSON")
    backup.set_defaults(run=run_backup)

    restore = commands.add_parser("restore", help="put a backup in the place of the database, once it is found whole")
    restore.add_argument("file", type=Path, help="the backup")
    restore.add_argument("--key", type=Path, required=True, help="the key file that it was made with")
    restore.add_argument("--tools", type=Path, help="the folder of pg_dump and pg_restore, for PostgreSQL")
    restore.add_argument("--check", action="store_true", help="only say whether it is whole; nothing is replaced")
    restore.add_argument("--stopped", action="store_true", help="the bot is stopped for certain, though it looks alive")
    restore.add_argument("--json", action="store_true", help="report as JSON")
    restore.set_defaults(run=run_restore)


def run_backup(args: argparse.Namespace) -> int:
    from bot.backup import Trouble, make_key

    try:
        if args.what == "key":
            if args.path is None:
                complain("name the key file to make: waiqin backup key FILE")
                return 2
            make_key(args.path)
            print(f"{args.path}: keep it safe, and not beside the backups; without it no backup can be read")
            return 0
        if args.key is None:
            complain("name the key file with --key; `waiqin backup key FILE` makes one")
            return 2
        report = asyncio.run(made(Path(args.what), args.key, args.tools))
    except Trouble as trouble:
        complain(str(trouble))
        return 1
    tell(report, args.json, f"{args.what}: {report['bytes']:,} bytes of {report['kind']}, {report['at']}")
    return 0


def run_restore(args: argparse.Namespace) -> int:
    from bot.backup import Trouble

    try:
        report = asyncio.run(restored(args.file, args.key, args.tools, args.check, args.stopped))
    except Trouble as trouble:
        complain(str(trouble))
        return 1
    words = "whole" if args.check else "restored"
    kept = f"; what was there is now {report['kept']}" if report.get("kept") else ""
    tell(report, args.json, f"{args.file}: {words}, as of {report['at']}, {report['rows']['audit']} audit lines{kept}")
    return 0


def tell(report: dict[str, Any], as_json: bool, words: str) -> None:
    print(json.dumps(report, ensure_ascii=False) if as_json else words)


# ---------------------------------------------------------------- making


async def made(target: Path, key_file: Path, tools: Path | None) -> dict[str, Any]:
    """Make a backup of the database of the settings; raises Trouble."""
    from sqlalchemy import text

    from bot import backup
    from bot.clock import Clock
    from bot.settings import load
    from storage.engine import Database

    key = backup.read_key(key_file)
    url = load().database_url.reveal()
    now = Clock().now()
    with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".waiqin-") as folder:
        plain = Path(folder) / "plain"
        database = Database(url)
        try:
            if database.is_sqlite:
                backup.copy_sqlite(path_of(url), plain)
                backup.check_sqlite(plain)
                copy = Database(f"sqlite:///{plain}")
                revision, rows = await contents(copy)
                await copy.close()
                await asyncio.to_thread(fold, plain)
            else:
                server = await version(database)
                async with database.engine.connect() as db:
                    await db.execution_options(isolation_level="REPEATABLE READ")
                    snapshot = str(await db.scalar(text("SELECT pg_export_snapshot()")))
                    revision, rows = await counted(db)
                    await asyncio.to_thread(backup.dump_postgres, url, plain, tools, server, snapshot)
                backup.check_dump(plain, tools)
        finally:
            await database.close()
        kind = "sqlite" if database.is_sqlite else "postgresql"
        manifest = backup.Manifest(kind, revision, now.isoformat(), plain.stat().st_size, backup.digest(plain), rows)
        backup.write(plain, manifest, target, key)
    return backup.described(manifest)


def fold(plain: Path) -> None:
    """Looking into a copy leaves a log beside it: put it back into the file."""
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(plain)) as copy:
        copy.execute("PRAGMA journal_mode = DELETE")


async def contents(database: Any) -> tuple[str | None, dict[str, int]]:
    """The revision of a database and how many rows its tables have; raises Trouble where it is not ours."""
    async with database.reading() as db:
        return await counted(db)


async def counted(db: Any) -> tuple[str | None, dict[str, int]]:
    from sqlalchemy import func, inspect, select

    from bot.backup import Trouble
    from storage.engine import schema_revision
    from storage.tables import metadata

    revision = await schema_revision(db)
    there = set(await db.run_sync(lambda plain: inspect(plain).get_table_names()))
    if "people" not in there:
        raise Trouble("the database is empty; there is nothing of the bot in it.")
    wanted = [table for table in metadata.sorted_tables if table.name in there]
    counts = [int(await db.scalar(select(func.count()).select_from(table)) or 0) for table in wanted]
    return revision, {table.name: count for table, count in zip(wanted, counts, strict=True)}


async def version(database: Any) -> int:
    from sqlalchemy import text

    async with database.reading() as db:
        return int(await db.scalar(text("SHOW server_version_num"))) // 10_000


def path_of(url: str) -> Path:
    from sqlalchemy.engine import make_url

    return Path(make_url(url).database or "")


# ---------------------------------------------------------------- restoring


async def restored(source: Path, key_file: Path, tools: Path | None, only_check: bool, stopped: bool) -> dict[str, Any]:
    """Check a backup and put it in the place of the database; raises Trouble, and has changed nothing then."""
    from bot import backup
    from bot.clock import Clock
    from bot.settings import load
    from storage.engine import Database

    key = backup.read_key(key_file)
    url = load().database_url.reveal()
    database = Database(url)
    kind = "sqlite" if database.is_sqlite else "postgresql"
    place = path_of(url).absolute().parent if database.is_sqlite else source.absolute().parent
    now = Clock().now()
    with tempfile.TemporaryDirectory(dir=place, prefix=".waiqin-") as folder:
        plain = Path(folder) / "plain"
        manifest = backup.read(source, key, plain)
        if manifest.kind != kind:
            raise backup.Trouble(f"{source} is of {manifest.kind}; WAIQIN_DATABASE_URL names {kind}.")
        if database.is_sqlite:
            backup.check_sqlite(plain)
            copy = Database(f"sqlite:///{plain}")
            found = await contents(copy)
            await copy.close()
            await asyncio.to_thread(fold, plain)
            if found != (manifest.revision, manifest.rows):
                raise backup.Trouble(f"{source} does not hold the rows that its manifest says.")
        else:
            backup.check_dump(plain, tools)
        report = backup.described(manifest)
        if only_check:
            await database.close()
            return report
        if not stopped and await alive(database, now):
            await database.close()
            raise backup.Trouble("the bot is running on this database: stop all of its processes first.")
        await database.close()
        if database.is_sqlite:
            target = path_of(url)
            kept = target.with_name(f"{target.name}.before-{now:%Y%m%d-%H%M%S}")
            report["kept"] = str(kept) if target.exists() else None
            backup.replace_sqlite(plain, target, kept)
        else:
            await asyncio.to_thread(backup.replace_postgres, plain, url, tools)
            after = Database(url)
            found = await contents(after)
            await after.close()
            if found[1] != manifest.rows:
                raise backup.Trouble(
                    "restored, but the rows are not those of the manifest: tell whoever runs the server."
                )
    return report


async def alive(database: Any, now: datetime) -> bool:
    """Whether somebody holds the right to speak for a bot on this database."""
    from sqlalchemy import inspect, select
    from sqlalchemy.exc import DBAPIError

    from bot.backup import Trouble
    from storage.tables import leases

    if database.is_sqlite and not path_of(str(database.engine.url)).exists():
        return False
    try:
        async with database.reading() as db:
            if not await db.run_sync(lambda plain: inspect(plain).has_table("leases")):
                return False
            return await db.scalar(select(leases.c.name).where(leases.c.until > now - timedelta(seconds=1))) is not None
    except DBAPIError:
        raise Trouble("the database can't be asked whether the bot runs; if it is stopped, say --stopped.") from None
