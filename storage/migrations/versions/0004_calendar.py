"""Contact cadence and the credit calendar"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MET = ("on_site", "outlet_reception", "group_event")
CALLED = ("phone", "sms", "online", "email", "mail")
# What was noted before this version counts too.
KNOWN = """
INSERT INTO touches (client_id, since, on_site, outlet_reception, group_event, phone, sms, online, email, mail)
SELECT id, CURRENT_DATE,
    (SELECT max(day) FROM visits v WHERE v.client_id = c.id AND channel = 'on_site' AND EXISTS
        (SELECT 1 FROM records r WHERE r.visit_id = v.id AND r.status IN ('submitted', 'reviewed'))),
    (SELECT max(day) FROM visits v WHERE v.client_id = c.id AND channel = 'outlet_reception' AND EXISTS
        (SELECT 1 FROM records r WHERE r.visit_id = v.id AND r.status IN ('submitted', 'reviewed'))),
    (SELECT max(day) FROM visits v WHERE v.client_id = c.id AND channel = 'group_event' AND EXISTS
        (SELECT 1 FROM records r WHERE r.visit_id = v.id AND r.status IN ('submitted', 'reviewed'))),
    (SELECT max(day) FROM contacts n WHERE n.client_id = c.id AND channel = 'phone'),
    (SELECT max(day) FROM contacts n WHERE n.client_id = c.id AND channel = 'sms'),
    (SELECT max(day) FROM contacts n WHERE n.client_id = c.id AND channel = 'online'),
    (SELECT max(day) FROM contacts n WHERE n.client_id = c.id AND channel = 'email'),
    (SELECT max(day) FROM contacts n WHERE n.client_id = c.id AND channel = 'mail')
FROM clients c
"""


def upgrade() -> None:
    op.create_table(
        "touches",
        sa.Column("client_id", BIG, autoincrement=False, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        *(sa.Column(name, sa.Date(), nullable=True) for name in (*MET, *CALLED, "analysed", "told_visit", "told_call")),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_touches_client_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_touches")),
    )
    op.create_table(
        "credit",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("client_id", BIG, nullable=False),
        sa.Column("sort", sa.String(20), nullable=False),
        sa.Column("reference", sa.String(40), nullable=False),
        sa.Column("level", sa.String(20), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("day_of_month", sa.Integer(), nullable=True),
        sa.Column("every_months", sa.Integer(), nullable=True),
        sa.Column("done", sa.JSON(), nullable=False),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", BIG, nullable=True),
        sa.ForeignKeyConstraint(["client_id"], ["clients.id"], name=op.f("fk_credit_client_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_credit_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credit")),
        sa.UniqueConstraint("client_id", "sort", "reference", name=op.f("uq_credit_client_id_sort_reference")),
    )
    with op.batch_alter_table("credit", schema=None) as batch_op:
        batch_op.create_index("ix_credit_client_id_due", ["client_id", "due"], unique=False)
        batch_op.create_index("ix_credit_due", ["due"], unique=False)
    op.create_table(
        "ticks",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("item_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("reference", sa.String(40), nullable=True),
        sa.Column("due_before", sa.Date(), nullable=False),
        sa.Column("due_after", sa.Date(), nullable=False),
        sa.Column("done_before", sa.JSON(), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["item_id"], ["credit.id"], name=op.f("fk_ticks_item_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_ticks_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticks")),
    )
    with op.batch_alter_table("ticks", schema=None) as batch_op:
        batch_op.create_index("ix_ticks_item_id", ["item_id"], unique=False)
    with op.batch_alter_table("client_dates", schema=None) as batch_op:
        batch_op.create_index("ix_client_dates_month_day", ["month", "day"], unique=False)
    op.execute(KNOWN)


def downgrade() -> None:
    with op.batch_alter_table("client_dates", schema=None) as batch_op:
        batch_op.drop_index("ix_client_dates_month_day")
    op.drop_table("ticks")
    op.drop_table("credit")
    op.drop_table("touches")
