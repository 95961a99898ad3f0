"""A prepared statement answers what SQLAlchemy would, in the same transaction, on both databases."""

import contextlib
import sqlite3
from typing import Any

import pytest
from sqlalchemy import bindparam, select, update

from bot.rules.agenda import Sort
from storage import tables as t
from storage.agenda_tables import agenda
from storage.base import columns
from storage.engine import Database, is_away, undoable
from storage.field import visits
from storage.prepared import Prepared, adding, among, direct
from tests.stage import Stage

ALL = select(t.places).order_by(t.places.c.id)
SOME = Prepared(select(t.places).where(among(t.places.c.client_id, "ids")).order_by(t.places.c.id))
RENAME = Prepared(update(t.people).where(t.people.c.id == bindparam("its_id")).values(level=bindparam("its_level")))


async def test_rows_are_those_that_sqlalchemy_reads(calm_stage: Stage) -> None:
    async with calm_stage.app.database.reading() as db:
        usual = [row for row in await db.execute(ALL) if row.client_id in (1, 3)]
        assert [tuple(row) for row in await SOME.all(db, ids=[1, 3])] == [tuple(row) for row in usual]
        assert (await SOME.first(db, ids=[3])) == usual[1]
        assert await SOME.value(db, ids=[3]) == usual[1].id
        assert await SOME.all(db, ids=[]) == []
        assert await SOME.first(db, ids=[99]) is None
        assert await SOME.value(db, ids=[99]) is None


async def test_a_write_is_seen_counted_and_undone_with_its_part(calm_stage: Stage) -> None:
    async with calm_stage.app.database.writing() as db:
        info = db.sync_connection.info  # type: ignore[union-attr]
        info.pop("writes", None)
        await RENAME.run(db, its_id=1, its_level="a")
        with contextlib.suppress(ZeroDivisionError):
            async with undoable(db):
                await RENAME.many(db, [{"its_id": 1, "its_level": "b"}, {"its_id": 2, "its_level": "b"}])
                raise ZeroDivisionError
        assert info["writes"] == 2
        await RENAME.many(db, [])
        levels = (await db.execute(select(t.people.c.level).where(t.people.c.id < 3).order_by(t.people.c.id))).scalars()
        assert list(levels) == ["a", None]


async def test_what_is_not_committed_is_gone(calm_stage: Stage) -> None:
    with contextlib.suppress(ZeroDivisionError):
        async with calm_stage.app.database.writing() as db:
            await RENAME.run(db, its_id=1, its_level="a")
            raise ZeroDivisionError
    assert {row.level for row in await calm_stage.rows(t.people)} == {None}


async def test_a_new_row_is_numbered_and_its_values_come_back_as_they_were(calm_stage: Stage) -> None:
    from bot.rules.agenda import Item

    now = calm_stage.clock.now()
    item = Item(id=0, person_id=1, unit_id=3, sort=Sort.CALL, day=now.date(), at=now, made_by=1, made_at=now)
    async with calm_stage.app.database.writing() as db:
        number = await Prepared(adding(agenda)).value(db, **columns(item))
        read = await Prepared(select(agenda).where(agenda.c.id == bindparam("its_id")), Item).first(db, its_id=number)
    assert read is not None
    assert read.id == number
    assert columns(read) | {"id": 0} == columns(item) | {"id": 0}


async def test_a_table_without_numbers_is_written_too() -> None:
    assert "RETURNING" in str(adding(visits))
    assert "RETURNING" not in str(adding(t.conversations))


async def test_a_connection_that_is_lost_is_away_and_a_mistake_is_not(database: Database) -> None:
    if database.is_sqlite:
        assert is_away(sqlite3.OperationalError("database is locked"))
        assert not is_away(sqlite3.OperationalError("no such column: x"))
        assert not is_away(sqlite3.IntegrityError("UNIQUE constraint failed"))
        return
    killed: Any = None
    try:
        async with database.writing() as db:
            await direct(db, "SELECT pg_terminate_backend(pg_backend_pid())")
    except Exception as error:
        killed = error
    assert killed is not None
    assert is_away(killed)
    async with database.writing() as db:  # the pool has thrown the dead one away
        assert (await db.execute(select(1))).scalar() == 1
    with pytest.raises(Exception, match="nowhere") as mistake:
        async with database.reading() as db:
            await direct(db, "SELECT nowhere")
    assert not is_away(mistake.value)
