"""Notices and incidents, and ways for reports to count records and contacts of a unit"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "broadcasts",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("made_by", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("role", sa.String(length=20), nullable=True),
        sa.Column("urgency", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("file_kind", sa.String(length=10), nullable=True),
        sa.Column("file_id", sa.String(length=200), nullable=True),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("due", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("cancelled_at", MOMENT, nullable=True),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_broadcasts_made_by")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_broadcasts_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcasts")),
    )
    op.create_index("ix_broadcasts_made_by_made_at", "broadcasts", ["made_by", "made_at"])
    op.create_table(
        "receipts",
        sa.Column("broadcast_id", BIG, autoincrement=False, nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("said_at", MOMENT, nullable=True),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["broadcast_id"], ["broadcasts.id"], name=op.f("fk_receipts_broadcast_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_receipts_person_id")),
        sa.PrimaryKeyConstraint("broadcast_id", "person_id", name=op.f("pk_receipts")),
    )
    op.create_index(op.f("ix_receipts_person_id"), "receipts", ["person_id"])
    op.create_table(
        "audiences",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("role", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_audiences_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_audiences_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audiences")),
        sa.UniqueConstraint("person_id", "name", name=op.f("uq_audiences_person_id_name")),
    )
    op.create_table(
        "incidents",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("sort", sa.String(length=20), nullable=False),
        sa.Column("client_id", BIG, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_incidents_client_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_incidents_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_incidents_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
    )
    op.create_index("ix_incidents_unit_id_told_at", "incidents", ["unit_id", "told_at"])
    op.create_table(
        "hearings",
        sa.Column("incident_id", BIG, autoincrement=False, nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.Column("read_at", MOMENT, nullable=True),
        sa.Column("reminded_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incidents.id"], name=op.f("fk_hearings_incident_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_hearings_person_id")),
        sa.PrimaryKeyConstraint("incident_id", "person_id", name=op.f("pk_hearings")),
    )
    op.create_index(op.f("ix_hearings_person_id"), "hearings", ["person_id"])
    op.create_index("ix_records_unit_id_day", "records", ["unit_id", "day"])
    op.create_index("ix_contacts_unit_id_day", "contacts", ["unit_id", "day"])


def downgrade() -> None:
    op.drop_index("ix_contacts_unit_id_day", "contacts")
    op.drop_index("ix_records_unit_id_day", "records")
    for table in ("hearings", "incidents", "audiences", "receipts", "broadcasts"):
        op.drop_table(table)
