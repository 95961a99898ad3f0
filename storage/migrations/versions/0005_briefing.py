"""Roll calls and meetings, briefings and what was put off, reminders, notices, the day's log"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "briefings",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("refs", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_briefings_person_id")),
        sa.PrimaryKeyConstraint("person_id", "day", name=op.f("pk_briefings")),
    )
    op.create_index("ix_briefings_day", "briefings", ["day"], unique=False)
    op.create_table(
        "day_logs",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_to", BIG, nullable=True),
        sa.Column("read_by", BIG, nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_day_logs_person_id")),
        sa.ForeignKeyConstraint(["read_by"], ["people.id"], name=op.f("fk_day_logs_read_by")),
        sa.ForeignKeyConstraint(["sent_to"], ["people.id"], name=op.f("fk_day_logs_sent_to")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_day_logs_unit_id")),
        sa.PrimaryKeyConstraint("person_id", "day", "kind", name=op.f("pk_day_logs")),
    )
    op.create_index("ix_day_logs_unit_id_day", "day_logs", ["unit_id", "day"], unique=False)
    op.create_table(
        "log_entries",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("section", sa.String(length=20), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_log_entries_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entries")),
        sa.UniqueConstraint("person_id", "day", "source", name=op.f("uq_log_entries_person_id_day_source")),
    )
    op.create_table(
        "notices",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("made_by", BIG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dropped_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["people.id"], name=op.f("fk_notices_made_by")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_notices_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notices")),
    )
    op.create_index("ix_notices_unit_id_day", "notices", ["unit_id", "day"], unique=False)
    op.create_table(
        "put_offs",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("ref", sa.String(length=80), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("why", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_put_offs_person_id")),
        sa.PrimaryKeyConstraint("person_id", "ref", name=op.f("pk_put_offs")),
    )
    op.create_table(
        "reminders",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("about", sa.String(length=40), nullable=False),
        sa.Column("moment", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("together", sa.Integer(), nullable=True),
        sa.Column("put_off", sa.Integer(), nullable=False),
        sa.Column("escalated_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_reminders_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminders")),
        sa.UniqueConstraint(
            "person_id", "kind", "about", "moment", name=op.f("uq_reminders_person_id_kind_about_moment")
        ),
    )
    op.create_index("ix_reminders_state_due", "reminders", ["state", "due"], unique=False)
    op.create_table(
        "roll_calls",
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("gathering", sa.String(20), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("convened_by", BIG, nullable=True),
        sa.Column("recorder_id", BIG, nullable=True),
        sa.Column("minutes", sa.Text(), nullable=True),
        sa.Column("minutes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("merged_with", sa.String(20), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("interrupted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["convened_by"], ["people.id"], name=op.f("fk_roll_calls_convened_by")),
        sa.ForeignKeyConstraint(["recorder_id"], ["people.id"], name=op.f("fk_roll_calls_recorder_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_roll_calls_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roll_calls")),
        sa.UniqueConstraint("unit_id", "day", "gathering", name=op.f("uq_roll_calls_unit_id_day_gathering")),
    )
    op.create_index("ix_roll_calls_day", "roll_calls", ["day"], unique=False)
    op.create_table(
        "volumes",
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("volume", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_volumes_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_volumes")),
    )
    op.create_table(
        "roll_call_answers",
        sa.Column("roll_call_id", BIG, autoincrement=False, nullable=False),
        sa.Column("person_id", BIG, autoincrement=False, nullable=False),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mark", sa.String(20), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_roll_call_answers_person_id")),
        sa.ForeignKeyConstraint(
            ["roll_call_id"], ["roll_calls.id"], name=op.f("fk_roll_call_answers_roll_call_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("roll_call_id", "person_id", name=op.f("pk_roll_call_answers")),
    )
    op.create_index(op.f("ix_roll_call_answers_person_id"), "roll_call_answers", ["person_id"], unique=False)


def downgrade() -> None:
    op.drop_table("roll_call_answers")
    op.drop_table("volumes")
    op.drop_table("roll_calls")
    op.drop_table("reminders")
    op.drop_table("put_offs")
    op.drop_table("notices")
    op.drop_table("log_entries")
    op.drop_table("day_logs")
    op.drop_table("briefings")
