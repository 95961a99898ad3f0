"""The audit's chain and seals, legal holds and what was purged; and the triggers that let no line be changed.

The triggers stand on both databases and hold for whoever speaks to them, the bot included: a line, its link and a
seal are written once. Lines leave only by a cut of whole days whose time is over, and a cut leaves its own row.
"""

from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)

from storage.base import BigId, Instant, key, metadata, person

# Which place a line has in the chain of its unit and day; unit 0 is the program itself.
audit_links = Table(
    "audit_links",
    metadata,
    Column("audit_id", BigId, primary_key=True, autoincrement=False),
    Column("unit_id", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("position", Integer, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("linked_at", Instant, nullable=False),
    UniqueConstraint("unit_id", "day", "position"),
)

# A unit's day that is over: so many lines, ending in this head. The seals are one chain for the whole bank.
audit_seals = Table(
    "audit_seals",
    metadata,
    key(),
    Column("unit_id", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("head", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Column("sealed_at", Instant, nullable=False),
    UniqueConstraint("unit_id", "day"),
)

# Lines of the days before this one have been purged; their seals stay.
audit_cuts = Table(
    "audit_cuts",
    metadata,
    Column("day", Date, primary_key=True),
    Column("lines", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)

# What must not be purged, whatever its age (C14): everything about a person, or about a client.
holds = Table(
    "holds",
    metadata,
    key(),
    person(),
    Column("client_id", ForeignKey("clients.id")),
    Column("reason", Text, nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("lifted_at", Instant),
)

# What went, when, and how much a hold kept back (C06: destruction with proof).
purges = Table(
    "purges",
    metadata,
    key(),
    Column("at", Instant, nullable=False),
    Column("what", String(20), nullable=False),
    Column("before", Instant, nullable=False),
    Column("gone", Integer, nullable=False),
    Column("held", Integer, nullable=False),
    Index("ix_purges_at", "at"),
)

KEPT = ("audit", "audit_links", "audit_seals", "audit_cuts")
PURGED = {  # a row of the first may go once a cut has come past its day
    "audit": "EXISTS (SELECT 1 FROM audit_links l WHERE l.audit_id = OLD.id"
    " AND l.day < (SELECT max(c.day) FROM audit_cuts c))",
    "audit_links": "OLD.day < (SELECT max(c.day) FROM audit_cuts c)",
}


def guards(dialect: str) -> list[str]:
    """The statements that put the triggers in place, also where they are already."""
    if dialect == "sqlite":
        return [
            statement
            for table in KEPT
            for statement in (
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_update BEFORE UPDATE ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_delete BEFORE DELETE ON {table}"
                f" WHEN NOT coalesce(({PURGED.get(table, '0')}), 0)"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
            )
        ]
    made: list[str] = []
    for table in KEPT:
        allowed = ""
        if table in PURGED:
            allowed = f"IF TG_OP = 'DELETE' THEN IF {PURGED[table]} THEN RETURN OLD; END IF; END IF; "
        made += [
            f"CREATE OR REPLACE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN {allowed}RAISE EXCEPTION '{table} is append-only'; END $$",
            f"DROP TRIGGER IF EXISTS {table}_kept_row ON {table}",
            f"CREATE TRIGGER {table}_kept_row BEFORE UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_kept()",
            f"DROP TRIGGER IF EXISTS {table}_kept_all ON {table}",
            f"CREATE TRIGGER {table}_kept_all BEFORE TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {table}_kept()",
        ]
    return made


def unguards(dialect: str) -> list[str]:
    """The statements that take the triggers away again: for a migration down."""
    if dialect == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_no_{what}" for table in KEPT for what in ("update", "delete")]
    return [f"DROP FUNCTION IF EXISTS {table}_kept() CASCADE" for table in KEPT]


@event.listens_for(metadata, "after_create")
def guard(_metadata: Any, connection: Connection, **_options: Any) -> None:
    """Tables that are made at once, without migrations, are guarded as well."""
    for statement in guards(connection.dialect.name):
        connection.exec_driver_sql(statement)
