"""Reviews in depth, spot checks, proposals, questions"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
PEOPLE, UNITS = "people.id", "units.id"


def made(name: str, *parts: sa.schema.SchemaItem, links: dict[str, str]) -> None:
    """A table with its own number and its foreign keys."""
    op.create_table(
        name,
        sa.Column("id", BIG, autoincrement=True, nullable=False),
        *parts,
        *(
            sa.ForeignKeyConstraint(
                [column],
                [target],
                name=op.f(f"fk_{name}_{column}"),
                ondelete="CASCADE" if target in ("records.id", "spot_checks.id") else None,
            )
            for column, target in links.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def upgrade() -> None:
    made(
        "readings",
        sa.Column("record_id", BIG, nullable=False),
        sa.Column("reader_id", BIG, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("sampled", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("record_id", "reader_id", name=op.f("uq_readings_record_id_reader_id")),
        links={"record_id": "records.id", "reader_id": PEOPLE},
    )
    made(
        "samples",
        sa.Column("record_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("drawn_at", MOMENT, nullable=False),
        sa.Column("drawn_for", BIG, nullable=False),
        sa.UniqueConstraint("record_id", name=op.f("uq_samples_record_id")),
        links={"record_id": "records.id", "person_id": PEOPLE, "unit_id": UNITS, "drawn_for": PEOPLE},
    )
    made(
        "seen",
        sa.Column("about", sa.String(60), nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("by", BIG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.UniqueConstraint("about", name=op.f("uq_seen_about")),
        links={"person_id": PEOPLE, "unit_id": UNITS, "by": PEOPLE},
    )
    made(
        "spot_checks",
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("made_by", BIG, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("answer_by", MOMENT, nullable=False),
        sa.Column("drawn", sa.Boolean(), nullable=False),
        sa.Column("closed_at", MOMENT, nullable=True),
        links={"unit_id": UNITS, "made_by": PEOPLE},
    )
    made(
        "checked",
        sa.Column("check_id", BIG, nullable=False),
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("registered", sa.String(20), nullable=False),
        sa.Column("result", sa.String(20), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("words", sa.Text(), nullable=True),
        sa.Column("placed", sa.Boolean(), nullable=False),
        sa.Column("distance_m", sa.Integer(), nullable=True),
        sa.Column("judged_by", BIG, nullable=True),
        sa.Column("judged_at", MOMENT, nullable=True),
        sa.UniqueConstraint("check_id", "person_id", name=op.f("uq_checked_check_id_person_id")),
        links={"check_id": "spot_checks.id", "person_id": PEOPLE, "unit_id": UNITS, "judged_by": PEOPLE},
    )
    made(
        "proposals",
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("unit_id", BIG, nullable=False),
        sa.Column("rule", sa.String(20), nullable=False),
        sa.Column("about", sa.String(60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("measure", sa.String(20), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        sa.Column("found_by", BIG, nullable=True),
        sa.Column("found_at", MOMENT, nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("contest", sa.Text(), nullable=True),
        sa.Column("contested_at", MOMENT, nullable=True),
        sa.Column("decided_by", BIG, nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.UniqueConstraint("person_id", "rule", "about", name=op.f("uq_proposals_person_id_rule_about")),
        links={"person_id": PEOPLE, "unit_id": UNITS, "found_by": PEOPLE, "decided_by": PEOPLE},
    )
    made(
        "questions",
        sa.Column("person_id", BIG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("understood", sa.JSON(), nullable=False),
        links={"person_id": PEOPLE},
    )
    for table, columns in INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


INDEXES = (
    ("readings", ("reader_id", "opened_at")),
    ("samples", ("person_id", "month")),
    ("spot_checks", ("made_by", "made_at")),
    ("checked", ("person_id",)),
    ("proposals", ("unit_id", "status")),
    ("proposals", ("person_id", "day")),
    ("questions", ("person_id",)),
)


def downgrade() -> None:
    for table in ("questions", "proposals", "checked", "spot_checks", "seen", "samples", "readings"):
        op.drop_table(table)
