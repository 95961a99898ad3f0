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

    with op.batch_alter_table("people") as batch_op:
        batch_op.add_column(sa.Column("worked_since", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("people") as batch_op:
        batch_op.drop_column("worked_since")
    op.drop_table("own_days")
