"""The audit's chain, legal holds and purges"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEPT = ("audit", "audit_links", "audit_seals", "audit_cuts")
PURGED = {
    "audit": "EXISTS (SELECT 1 FROM audit_links l WHERE l.audit_id = OLD.id AND l.day < (SELECT max(c.day) FROM audit_cuts c))",
    "audit_links": "OLD.day < (SELECT max(c.day) FROM audit_cuts c)",
}


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "audit_links",
        sa.Column("audit_id", BIG, autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("linked_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("audit_id", name=op.f("pk_audit_links")),
        sa.UniqueConstraint("unit_id", "day", "position", name=op.f("uq_audit_links_unit_id_day_position")),
    )
    op.create_table(
        "audit_seals",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("sealed_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_seals")),
        sa.UniqueConstraint("unit_id", "day", name=op.f("uq_audit_seals_unit_id_day")),
    )
    op.create_table(
        "audit_cuts",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_audit_cuts")),
    )
    op.create_table(
        "holds",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=True),
        sa.Column("client_id", BIG, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("set_at", moment, nullable=False),
        sa.Column("lifted_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_holds_person_id")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_holds_client_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holds")),
    )
    op.create_table(
        "purges",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("before", moment, nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purges")),
    )
    with op.batch_alter_table("purges") as batch:
        batch.create_index("ix_purges_at", ["at"], unique=False)
    for statement in guards(op.get_bind().dialect.name):
        op.execute(statement)


def guards(dialect: str) -> list[str]:
    """As in storage/trust_tables.py on the day of this migration; a test holds the two together."""
    made: list[str] = []
    for table in KEPT:
        if dialect == "sqlite":
            made += [
                f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
                f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}"
                f" WHEN NOT coalesce(({PURGED.get(table, '0')}), 0)"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
            ]
            continue
        allowed = (
            f"IF TG_OP = 'DELETE' THEN IF {PURGED[table]} THEN RETURN OLD; END IF; END IF; " if table in PURGED else ""
        )
        made += [
            f"CREATE OR REPLACE FUNCTION {table}_kept() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN {allowed}RAISE EXCEPTION '{table} is append-only'; END $$",
            f"CREATE TRIGGER {table}_kept_row BEFORE UPDATE OR DELETE ON {table}"
            f" FOR EACH ROW EXECUTE FUNCTION {table}_kept()",
            f"CREATE TRIGGER {table}_kept_all BEFORE TRUNCATE ON {table}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION {table}_kept()",
        ]
    return made


def downgrade() -> None:
    for table in KEPT:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TRIGGER IF EXISTS {table}_no_update")
            op.execute(f"DROP TRIGGER IF EXISTS {table}_no_delete")
        else:
            op.execute(f"DROP FUNCTION IF EXISTS {table}_kept() CASCADE")
    with op.batch_alter_table("purges") as batch:
        batch.drop_index("ix_purges_at")
    for table in ("purges", "holds", "audit_cuts", "audit_seals", "audit_links"):
        op.drop_table(table)
