"""The two engines: durable, checked, and honest about being away."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, PendingRollbackError, StatementError

from storage import tables as t
from storage.engine import Database, async_url, is_away, upsert

NOW = datetime(2026, 8, 3, 1, 0, tzinfo=UTC)


async def test_sqlite_is_set_up_to_survive_a_power_cut(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/x.db")
    async with database.writing() as db:
        found = [
            (await db.exec_driver_sql(f"PRAGMA {each}")).scalar()
            for each in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert found == ["wal", 2, 1]
    await database.close()


async def test_a_moment_comes_back_as_it_went_and_needs_a_zone(database: Database) -> None:
    async with database.writing() as db:
        await db.execute(t.updates.insert(), {"bot": 1, "update_id": 2**40, "at": NOW})
        assert (await db.execute(select(t.updates.c.at))).scalar() == NOW
    naive = {"bot": 1, "update_id": 3, "at": NOW.replace(tzinfo=None)}
    with pytest.raises(StatementError, match="time zone"):
        await insert(database, naive)


async def insert(database: Database, row: dict[str, object]) -> None:
    async with database.writing() as db:
        await db.execute(t.updates.insert(), row)


async def test_what_raises_inside_a_transaction_leaves_nothing(database: Database) -> None:
    async def breaks() -> None:
        async with database.writing() as db:
            await db.execute(t.updates.insert(), {"bot": 1, "update_id": 1, "at": NOW})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await breaks()
    async with database.reading() as db:
        assert (await db.execute(select(t.updates))).all() == []


async def test_a_key_that_points_nowhere_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError):
        async with database.writing() as db:
            await db.execute(t.grants.insert(), {"person_id": 77, "role": "rm", "unit_id": 1})


async def test_upsert_inserts_and_changes(database: Database) -> None:
    rows = [
        {"name": "a", "holder": "x", "until": NOW, "fence": 1},
        {"name": "b", "holder": "x", "until": NOW, "fence": 1},
    ]
    async with database.writing() as db:
        await upsert(db, t.leases, rows, ("name",))
        await upsert(db, t.leases, [rows[0] | {"fence": 5}], ("name",))
        assert {row.name: row.fence for row in await db.execute(select(t.leases))} == {"a": 5, "b": 1}


async def test_many_writers_take_turns(database: Database) -> None:
    async def write(n: int) -> None:
        async with database.writing() as db:
            await db.execute(t.updates.insert(), {"bot": 1, "update_id": n, "at": NOW})

    await asyncio.gather(*(write(n) for n in range(30)))
    async with database.reading() as db:
        assert len((await db.execute(select(t.updates))).all()) == 30


class Original(Exception):
    def __init__(self, words: str, sqlstate: str | None = None) -> None:
        super().__init__(words)
        if sqlstate:
            self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "away"),
    [
        (OperationalError("x", {}, Original("database is locked")), True),
        (OperationalError("x", {}, Original("database or disk is full")), True),
        (OperationalError("x", {}, Original("unable to open database file")), True),
        (OperationalError("x", {}, Original("no such table: people")), False),
        (OperationalError("x", {}, Original("too many SQL variables")), False),
        (IntegrityError("x", {}, Original("UNIQUE constraint failed")), False),
        (DBAPIError("x", {}, Original("deadlock detected", "40P01")), True),
        (DBAPIError("x", {}, Original("terminating connection", "57P01")), True),
        (DBAPIError("x", {}, Original("too many connections", "53300")), True),
        (DBAPIError("x", {}, Original("column does not exist", "42703")), False),
        (ConnectionRefusedError(), True),
        (FileNotFoundError(), False),
        (FileNotFoundError(2, "No such file or directory"), True),  # the socket of a server that restarts
        (FileNotFoundError(2, "No such file or directory", "voice.ogg"), False),
        (PendingRollbackError(), True),
        (ValueError(), False),
    ],
)
def test_only_what_passes_is_called_away(error: Exception, away: bool) -> None:
    assert is_away(error) is away


async def test_a_database_that_is_not_there_is_away() -> None:
    database = Database("postgresql://nobody@127.0.0.1:9/nothing")
    with pytest.raises(Exception) as told:
        async with database.writing():
            pass
    assert is_away(told.value)
    await database.close()


@pytest.mark.parametrize(
    ("url", "driver"),
    [
        ("sqlite:///a.db", "sqlite+aiosqlite"),
        ("postgresql://u@h/d", "postgresql+asyncpg"),
        ("postgres://h/d", "postgresql+asyncpg"),
    ],
)
def test_the_driver_is_our_business(url: str, driver: str) -> None:
    assert async_url(url).startswith(driver)


def test_other_databases_are_refused_with_a_sentence() -> None:
    with pytest.raises(ValueError, match="only sqlite"):
        async_url("mysql://x")


async def test_the_server_speaks(database: Database) -> None:
    async with database.reading() as db:
        assert (await db.execute(text("SELECT 1"))).scalar() == 1
