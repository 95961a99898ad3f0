"""Migrations and tables say the same, up and down, on both databases."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, text

from storage.engine import Database
from storage.migrate import downgrade, drift, newest, revision, upgrade
from storage.tables import REVISION


@pytest.fixture(params=["sqlite", "postgres"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Any:
    """A database with nothing in it at all."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path}/empty.db")
        yield database
        await database.close()
        return
    server: str = request.getfixturevalue("postgres_server")
    outer = Database(server)
    async with outer.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("CREATE DATABASE migrations"))
    database = Database(server.replace("/postgres?", "/migrations?"))
    yield database
    await database.close()
    async with outer.engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        await connection.execute(text("DROP DATABASE migrations"))
    await outer.close()


async def test_up_down_and_up_again_ends_at_the_tables_of_this_version(empty: Database) -> None:
    assert (await upgrade(empty)) == (None, newest())
    async with empty.reading() as db:
        assert await db.run_sync(drift) == []
    await downgrade(empty, "base")
    async with empty.reading() as db:
        left = await db.run_sync(lambda connection: inspect(connection).get_table_names())
    assert set(left) <= {"alembic_version"}
    await upgrade(empty)
    assert (await upgrade(empty)) == (newest(), newest())
    async with empty.reading() as db:
        assert await db.run_sync(drift) == []
        assert await db.run_sync(revision) == newest()


def test_the_program_knows_which_revision_it_wants() -> None:
    assert newest() == REVISION


async def test_a_table_that_the_migrations_forgot_is_noticed(empty: Database) -> None:
    await upgrade(empty)
    async with empty.writing() as db:
        await db.execute(text("ALTER TABLE people DROP COLUMN level"))
    async with empty.reading() as db:
        assert await db.run_sync(drift) != []


async def test_a_database_of_the_field_day_keeps_its_rows_when_leave_comes(empty: Database) -> None:
    await upgrade(empty)
    await downgrade(empty, "0001")
    async with empty.writing() as db:
        await db.execute(
            text(
                "INSERT INTO units (id, code, name, kind, zone) VALUES (1, 'HQ', 'HQ', 'head_office', 'Asia/Shanghai')"
            )
        )
        await db.execute(
            text("INSERT INTO people (id, code, name, unit_id, language) VALUES (1, 'S1', 'S1', 1, 'zh-Hans')")
        )
        await db.execute(
            text(
                "INSERT INTO absences (person_id, starts, ends, kind)"
                " VALUES (1, '2026-08-04 00:00:00', '2026-08-05 00:00:00', 'leave')"
            )
        )
    assert (await upgrade(empty)) == ("0001", newest())
    async with empty.reading() as db:
        assert await db.run_sync(drift) == []
        assert (await db.execute(text("SELECT count(*) FROM absences"))).scalar() == 1
        assert (await db.execute(text("SELECT count(*) FROM leaves"))).scalar() == 0
