"""Leave in depth"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "own_days",
        sa.Column("unit_id", BIG, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("worked", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_own_days_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "day", name=op.f("pk_own_days")),
    )

    op.create_table(
        "handed",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("leave_id", BIG, nullable=False),
        sa.Column("piece", sa.String(20), nullable=False),
        sa.Column("ref", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("client_id", BIG, nullable=True),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("plan", sa.String(20), nullable=False),
        sa.Column("to_id", BIG, nullable=True),
        sa.ForeignKeyConstraint(["leave_id"], ["leaves.id"], name=op.f("fk_handed_leave_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_handed_client_id")),
        sa.ForeignKeyConstraint(["to_id"], ["people.id"], name=op.f("fk_handed_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handed")),
        sa.UniqueConstraint("leave_id", "piece", "ref", name=op.f("uq_handed_leave_id_piece_ref")),
    )
    with op.batch_alter_table("people") as batch_op:
        batch_op.add_column(sa.Column("worked_since", sa.Date(), nullable=True))
    with op.batch_alter_table("leaves") as batch_op:
        batch_op.add_column(sa.Column("protected_until", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("question", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("questioned_by", BIG, nullable=True))
        batch_op.add_column(sa.Column("answer", sa.Text(), nullable=True))
        batch_op.create_foreign_key(op.f("fk_leaves_questioned_by"), "people", ["questioned_by"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("leaves") as batch_op:
        batch_op.drop_constraint(op.f("fk_leaves_questioned_by"), type_="foreignkey")
        for name in ("answer", "questioned_by", "question", "protected_until"):
            batch_op.drop_column(name)
    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_column("worked_since")
    op.drop_table("handed")
    op.drop_table("own_days")
