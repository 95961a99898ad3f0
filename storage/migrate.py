"""Bring a database to this version's tables, and say where it stands."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from storage.engine import Database
from storage.tables import metadata

HERE = Path(__file__).parent / "migrations"


def config(connection: Connection | None = None) -> Config:
    made = Config()
    made.set_main_option("script_location", str(HERE))
    if connection is not None:
        made.attributes["connection"] = connection
    return made


async def upgrade(database: Database, to: str = "head") -> tuple[str | None, str | None]:
    """Move the database up; returns the revisions before and after."""
    async with database.writing() as db:
        before = await db.run_sync(revision)
        await db.run_sync(lambda connection: command.upgrade(config(connection), to))
        return before, await db.run_sync(revision)


async def downgrade(database: Database, to: str) -> None:
    async with database.writing() as db:
        await db.run_sync(lambda connection: command.downgrade(config(connection), to))


def revision(connection: Connection) -> str | None:
    """The revision that the database is at; none when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str | None:
    """The revision that this version of the program wants."""
    return ScriptDirectory.from_config(config()).get_current_head()


def drift(connection: Connection) -> list[Any]:
    """Differences between the database and the tables of this version."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))
