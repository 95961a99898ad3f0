"""The database: one URL, two engines, one way to open a transaction.

SQLite (WAL, synchronous=FULL, foreign keys, BEGIN IMMEDIATE) and PostgreSQL take the same
statements. What differs between them stands in this file and nowhere else.
"""

import asyncio
import sqlite3
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiosqlite
import orjson
from sqlalchemy import Connection, Insert, Table, event, inspect, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.sqlite.aiosqlite import AsyncAdapt_aiosqlite_connection, AsyncAdapt_aiosqlite_cursor
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

from storage.prepared import SHARED, direct

BUSY_SECONDS = 30
WAITING = ("BEGIN IMMEDIATE",)  # may wait for another process
BESIDE = "/* beside the loop */"  # suffix of a statement that reads so much that nobody should wait for it
# PostgreSQL: connection lost, out of resources, shutting down, lost a race, read-only after a failover.
PASSING_STATES = ("08", "53", "57P", "40", "55P03", "25006")
PASSING_WORDS = (
    *("locked", "busy", "disk is full", "disk i/o", "unable to open", "readonly"),
    *("connection", "protocol state"),
)


class Database:
    """An engine with the two kinds of transaction that the program knows: writing and reading."""

    def __init__(self, url: str) -> None:
        self.engine = engine(url)
        self.is_sqlite = self.engine.dialect.name == "sqlite"
        # SQLite has one writer. Waiting for it here costs nothing; waiting for it inside
        # SQLite means sleeping and polling in a thread.
        self._writer = asyncio.Lock()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write; committed when the block ends, undone when it raises."""
        if self.is_sqlite:
            async with self._writer, self.engine.begin() as connection:
                yield connection
        else:
            async with self.engine.begin() as connection:
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads: a snapshot that never waits for a writer."""
        async with self.engine.connect() as connection:
            await connection.execution_options(reading=True)
            async with connection.begin():
                yield connection

    async def close(self) -> None:
        await self.engine.dispose()


@asynccontextmanager
async def undoable(db: AsyncConnection) -> AsyncIterator[None]:
    """A part of a transaction whose writes are undone when it raises; not to be nested."""
    await direct(db, "SAVEPOINT part")
    try:
        yield
    except BaseException as error:
        if is_away(error):  # the connection, and with it the whole transaction, is gone
            raise
        await direct(db, "ROLLBACK TO SAVEPOINT part")
        await direct(db, "RELEASE SAVEPOINT part")
        raise
    await direct(db, "RELEASE SAVEPOINT part")


def is_away(error: BaseException) -> bool:
    """Whether this says that the database can't be reached or can't take a write just now.

    Such an error is nobody's bug: the update waits, unacknowledged, and is tried again. The list is of what
    is known to pass; anything else would come again for ever.
    """
    # A pending rollback: a statement before this one found the connection gone.
    if isinstance(error, ConnectionError | TimeoutError | PendingRollbackError):
        return True
    if isinstance(error, OSError) and error.errno and not error.filename:  # no such socket or host; no file of ours
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    state = getattr(cause, "sqlstate", None)
    if state is not None:
        return str(state).startswith(PASSING_STATES)
    # By name: SQLAlchemy's, sqlite3's (from a prepared statement) and asyncpg's have no ancestor in common.
    if not {"OperationalError", "InterfaceError", "InternalClientError"} & {
        each.__name__ for each in (*type(error).__mro__, *type(cause).__mro__)
    }:
        return False
    return any(each in str(cause).lower() for each in PASSING_WORDS)


def async_url(url: str) -> str:
    """The URL with the async driver that we choose: operators write `sqlite:///path` or `postgresql://...`."""
    parsed = make_url(url)
    driver = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg", "postgres": "postgresql+asyncpg"}
    backend = parsed.drivername.split("+")[0]
    if backend not in driver:
        raise ValueError("only sqlite:///path and postgresql://host/database are known")
    parsed = parsed.set(drivername=driver[backend])
    if backend != "sqlite" and "host" in parsed.query:  # libpq's way to name a socket folder
        query = dict(parsed.query)
        socket = query.pop("host")
        parsed = parsed.set(query={**query, "host": socket})
    return parsed.render_as_string(hide_password=False)


def engine(url: str) -> AsyncEngine:
    """The engine for a URL, with the settings that make a commit survive a power cut."""
    url = async_url(url)
    shared: dict[str, Any] = {"json_serializer": to_json, "json_deserializer": orjson.loads}
    if url.startswith("sqlite"):
        made = create_async_engine(url, **shared)
        event.listen(made.sync_engine, "do_connect", connect_in_one_hop)
        event.listen(made.sync_engine, "begin", begin)
    else:
        made = create_async_engine(url, pool_size=10, max_overflow=10, pool_recycle=1800, **shared)
    event.listen(made.sync_engine, "before_cursor_execute", count_writes)
    return made


def to_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def count_writes(connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
    """Lets a turn know whether its handler changed something, so that no change goes without an audit line."""
    if statement[:6] in ("INSERT", "UPDATE", "DELETE"):
        connection.info["writes"] = connection.info.get("writes", 0) + 1


def connect_in_one_hop(dialect: Any, _record: Any, args: Any, options: dict[str, Any]) -> Any:
    options = {**options, "isolation_level": None, "timeout": BUSY_SECONDS}  # we say BEGIN ourselves
    options["check_same_thread"] = False  # never two at a time: see OneHopCursor
    connection: Any = aiosqlite.connect(*args, **options)
    connection._thread.daemon = True
    adapted = OneHopConnection(dialect.loaded_dbapi, await_only(connection))
    await_only(connection._execute(prepare, connection._conn))
    return adapted


def prepare(connection: sqlite3.Connection) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")


def begin(connection: Connection) -> None:
    # IMMEDIATE: a transaction that starts by reading and then writes can't be refused half-way.
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


class OneHopCursor(AsyncAdapt_aiosqlite_cursor):
    """Runs a statement and fetches its rows at once, without a visit to another thread where nothing is waited for.

    The adapter that SQLAlchemy ships makes four visits to the connection's thread (open, execute, fetch, close), and
    each costs several times what a statement does. What waits (for another process to finish writing, for the disk
    at a commit) still does so in the connection's thread.
    """

    __slots__ = ("_described", "_last", "_touched")

    def __init__(self, adapt_connection: Any) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._rows = deque()
        self._described: Any = None
        self._touched = -1
        self._last: int | None = None

    @property
    def description(self) -> Any:
        return self._described

    @property
    def rowcount(self) -> int:
        return self._touched

    @property
    def lastrowid(self) -> Any:
        return self._last

    async def _async_soft_close(self) -> None:
        return

    def close(self) -> None:
        self._rows.clear()

    async def _execute_async(self, operation: Any, parameters: Any = None) -> Any:
        async with self._adapt_connection._execute_mutex:
            await self._visit(run_one, operation, parameters or ())

    async def _executemany_async(self, operation: Any, seq_of_parameters: Any) -> Any:
        async with self._adapt_connection._execute_mutex:
            await self._visit(run_many, operation, seq_of_parameters)

    async def _visit(self, run: Any, operation: Any, parameters: Any) -> None:
        connection: Any = self._connection
        if operation in WAITING or operation.rstrip().endswith(BESIDE) or not SHARED:
            done = await connection._execute(run, connection._conn, operation, parameters)
        else:
            done = run(connection._conn, operation, parameters)
        rows, self._described, self._touched, self._last = done
        self._rows.extend(rows)


def run_one(connection: sqlite3.Connection, operation: str, parameters: Sequence[Any]) -> tuple[Any, ...]:
    cursor = connection.execute(operation, parameters)
    rows = cursor.fetchall() if cursor.description else ()
    return rows, cursor.description, cursor.rowcount, cursor.lastrowid


def run_many(connection: sqlite3.Connection, operation: str, parameters: Iterable[Any]) -> tuple[Any, ...]:
    cursor = connection.executemany(operation, parameters)
    return (), None, cursor.rowcount, cursor.lastrowid


class OneHopConnection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ()
    _cursor_cls = OneHopCursor


# ---------------------------------------------------------------- statements that differ


def insert(connection: AsyncConnection, table: Table) -> Any:
    """The dialect's own INSERT, which knows `on conflict`."""
    return (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(table)


def insert_new(connection: AsyncConnection, table: Table) -> Insert:
    """An INSERT that leaves rows alone that are there already."""
    made: Insert = insert(connection, table).on_conflict_do_nothing()
    return made


async def upsert(
    connection: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]], key: Sequence[str]
) -> None:
    """Insert the rows, or where their key is known, set their other columns."""
    if not rows:
        return
    statement = insert(connection, table)
    others = {name: statement.excluded[name] for name in rows[0] if name not in key}
    if others:
        statement = statement.on_conflict_do_update(index_elements=list(key), set_=others)
    else:
        statement = statement.on_conflict_do_nothing(index_elements=list(key))
    await connection.execute(statement, list(rows))


async def schema_revision(connection: AsyncConnection) -> str | None:
    """The revision of the tables that are there; none in an empty database."""
    there = await connection.run_sync(lambda plain: inspect(plain).has_table("alembic_version"))
    if not there:
        return None
    found: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return found
