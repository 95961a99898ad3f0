"""What people have to do at a time, and files on their way to them"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "agenda",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("sort", sa.String(20), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("client_id", BIG, nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("visit_id", BIG, nullable=True),
        sa.Column("made_by", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("handed_from", BIG, nullable=True),
        sa.Column("moved", sa.Integer(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", BIG, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_agenda_{column}"))
            for column, target in (
                ("person_id", "people.id"),
                ("unit_id", "units.id"),
                ("client_id", "clients.id"),
                ("visit_id", "visits.id"),
                ("made_by", "people.id"),
                ("handed_from", "people.id"),
                ("closed_by", "people.id"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda")),
    )
    with op.batch_alter_table("agenda", schema=None) as batch_op:
        batch_op.create_index("ix_agenda_client_id", ["client_id"], unique=False)
        batch_op.create_index("ix_agenda_visit_id", ["visit_id"], unique=False)
        batch_op.create_index("ix_agenda_person_id_status_day", ["person_id", "status", "day"], unique=False)
        batch_op.create_index("ix_agenda_unit_id_day", ["unit_id", "day"], unique=False)

    op.create_table(
        "files",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("file_id", sa.String(200), nullable=True),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("bot", "digest", name=op.f("pk_files")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("file", sa.String(64), nullable=True))
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.add_column(sa.Column("taken_by", sa.String(40), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("jobs", schema=None) as batch_op:
        batch_op.drop_column("taken_by")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_column("file")
    op.drop_table("files")
    op.drop_table("agenda")
