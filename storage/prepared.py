"""Statements of the hot path: built and compiled once, then handed to the driver as they are.

SQLAlchemy builds the statement, knows the columns and converts the values; what it does anew at each execution
(a cache key, a context, a result with its metadata) costs five times what such a statement does. So a turn's own
dozen of statements are `Prepared`; everything else goes the usual way, on the same connection and in the same
transaction.

    OPEN_OF = Prepared(select(outings).where(outings.c.person_id == bindparam("person_id")), Outing)
    found = await OPEN_OF.all(db, person_id=7)
"""

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic

import orjson
from sqlalchemy import ARRAY, BigInteger, ColumnElement, Dialect, Table, TypeDecorator, UpdateBase, bindparam, types
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import BindParameter
from typing_extensions import TypeVar

Read = TypeVar("Read", default=Any)

SHARED = sqlite3.threadsafety == 3  # whether a connection may be used from more than one thread


class Prepared(Generic[Read]):
    """A statement with `bindparam`s, and what its rows are read as: a rule's dataclass, or a named tuple."""

    def __init__(self, statement: Any, read_as: Callable[..., Read] | None = None) -> None:
        self.statement = statement
        self.read_as = read_as
        self.writes = isinstance(statement, UpdateBase)
        self.compiled: dict[str, Compiled] = {}

    async def all(self, db: AsyncConnection, **values: Any) -> list[Read]:
        """The rows, read."""
        compiled = self.of(db)
        rows = await compiled.run(db, values)
        return [compiled.read(row) for row in rows]

    async def first(self, db: AsyncConnection, **values: Any) -> Read | None:
        """The first row, read; none where there is none."""
        compiled = self.of(db)
        rows = await compiled.run(db, values)
        return compiled.read(rows[0]) if rows else None

    async def value(self, db: AsyncConnection, **values: Any) -> Any:
        """The first column of the first row; none where there is no row."""
        compiled = self.of(db)
        rows = await compiled.run(db, values)
        if not rows:
            return None
        converter = compiled.first_converter
        return converter(rows[0][0]) if converter else rows[0][0]

    async def run(self, db: AsyncConnection, **values: Any) -> None:
        """Do it; what it comes to is not looked at."""
        await self.of(db).run(db, values)

    async def many(self, db: AsyncConnection, values: Sequence[Mapping[str, Any]]) -> None:
        """The same write with each of these values."""
        if values:
            await self.of(db).run_many(db, values)

    def of(self, db: AsyncConnection) -> "Compiled":
        dialect = db.dialect
        made = self.compiled.get(dialect.name)
        if made is None:
            made = self.compiled[dialect.name] = Compiled(self.statement, dialect, self.read_as)
        if self.writes and db.sync_connection is not None:
            info = db.sync_connection.info
            info["writes"] = info.get("writes", 0) + 1
        return made


class Compiled:
    """A statement in the words of one kind of database."""

    def __init__(self, statement: Any, dialect: Dialect, read_as: Callable[..., Any] | None) -> None:
        compiled: Any = statement.compile(dialect=dialect)
        self.words = str(compiled)
        self.is_sqlite = dialect.name == "sqlite"
        converters = compiled._bind_processors
        self.binds = [(name, compiled.params.get(name), converters.get(name)) for name in compiled.positiontup or ()]
        columns = compiled._result_columns or []
        self.names = [each.keyname for each in columns]
        found = [converter(each.type, dialect) for each in columns]
        self.converters = [(index, each) for index, each in enumerate(found) if each is not None]
        self.first_converter = found[0] if found else None
        self.read_as = read_as
        self.row: Any = namedtuple("Row", self.names) if columns and read_as is None else None

    async def run(self, db: AsyncConnection, values: Mapping[str, Any]) -> Sequence[Any]:
        given = [
            (convert(value) if convert else value)
            for name, fixed, convert in self.binds
            for value in (values.get(name, fixed),)
        ]
        if self.is_sqlite:
            adapted: Any = raw(db)
            if SHARED:
                return run_one(adapted._connection._conn, self.words, given)
            found: Sequence[Any] = await adapted._connection._execute(
                run_one, adapted._connection._conn, self.words, given
            )
            return found
        connection = await postgres(db)
        rows: Sequence[Any] = await connection.fetch(self.words, *given)
        return rows

    async def run_many(self, db: AsyncConnection, values: Sequence[Mapping[str, Any]]) -> None:
        given = [
            [
                (convert(value) if convert else value)
                for name, fixed, convert in self.binds
                for value in (each.get(name, fixed),)
            ]
            for each in values
        ]
        if not self.is_sqlite:
            await (await postgres(db)).executemany(self.words, given)
            return
        inner = raw(db)._connection
        if SHARED:
            inner._conn.executemany(self.words, given)
        else:
            await inner._execute(inner._conn.executemany, self.words, given)

    def read(self, row: Any) -> Any:
        values = list(row)
        for index, convert in self.converters:
            values[index] = convert(values[index])
        if self.read_as is None:
            return self.row._make(values)
        return self.read_as(**dict(zip(self.names, values, strict=True)))


def converter(kind: Any, dialect: Dialect) -> Any:
    """What makes Python's value of the driver's; both drivers give floats as they are."""
    return None if isinstance(kind, types.Float) else kind._cached_result_processor(dialect, None)


def adding(table: Table) -> Any:
    """An INSERT of a row of this table without its number, which is returned."""
    named = {each.name: bindparam(each.name, type_=each.type) for each in table.c if each.name != "id"}
    return table.insert().values(named).returning(table.c.id) if "id" in table.c else table.insert().values(named)


def run_one(connection: sqlite3.Connection, words: str, given: Sequence[Any]) -> Sequence[Any]:
    return connection.execute(words, given).fetchall()


async def direct(db: AsyncConnection, words: str) -> None:
    """A statement without values or rows, such as a savepoint."""
    if db.dialect.name != "sqlite":
        await (await postgres(db)).execute(words)
        return
    inner = raw(db)._connection
    if SHARED:
        inner._conn.execute(words)
    else:
        await inner._execute(inner._conn.execute, words)


def raw(db: AsyncConnection) -> Any:
    """SQLAlchemy's adapter around the driver's connection."""
    plain = db.sync_connection
    return plain.connection.dbapi_connection if plain is not None else None


async def postgres(db: AsyncConnection) -> Any:
    """asyncpg's connection, inside the transaction that SQLAlchemy begins with its first statement."""
    adapted = raw(db)
    if adapted._transaction is None:
        await adapted._start_transaction()
    return adapted._connection


# ---------------------------------------------------------------- one of many


class Ids(TypeDecorator[list[int]]):
    """Numbers as one value: a JSON text in SQLite, an array in PostgreSQL."""

    impl = types.Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return dialect.type_descriptor(types.Text() if dialect.name == "sqlite" else ARRAY(BigInteger()))

    def process_bind_param(self, value: list[int] | None, dialect: Dialect) -> Any:
        return orjson.dumps(value or []).decode() if dialect.name == "sqlite" else value or []


class Among(ColumnElement[Any]):
    """`column IN (...)` with one value for however many numbers, so that the statement stays the same."""

    inherit_cache = False
    type = types.NullType()  # a boolean would be compared with 1 where there are no booleans

    def __init__(self, column: ColumnElement[Any], ids: BindParameter[Any]) -> None:
        self.column, self.ids = column, ids


def among(column: Any, name: str) -> Any:
    """That a column of ids is one of the numbers given as `name`."""
    return Among(column, bindparam(name, type_=Ids()))


@compiles(Among, "sqlite")
def _sqlite(element: Among, compiler: Any, **options: Any) -> str:
    column, ids = compiler.process(element.column, **options), compiler.process(element.ids, **options)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - a column and a placeholder


@compiles(Among, "postgresql")
def _postgresql(element: Among, compiler: Any, **options: Any) -> str:
    column, ids = compiler.process(element.column, **options), compiler.process(element.ids, **options)
    return f"{column} = ANY ({ids})"
