"""The tables of supervision: what was read, what was drawn, spot checks, proposals, and questions asked in words."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from bot.rules.board import Whereabouts
from bot.rules.penalties import Measure, Proposal, ProposalStatus, Rule
from bot.rules.review_readings import Reading, Sample, Seen
from bot.rules.spot_checks import Asked, Check, Result
from storage.base import READ_AS, Instant, Word, key, metadata, person

readings = Table(
    "readings",
    metadata,
    key(),
    Column("record_id", ForeignKey("records.id", ondelete="CASCADE"), nullable=False),
    person("reader_id", nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("sampled", Boolean, nullable=False),
    UniqueConstraint("record_id", "reader_id"),
    Index("ix_readings_reader_id_opened_at", "reader_id", "opened_at"),
)

samples = Table(
    "samples",
    metadata,
    key(),
    Column("record_id", ForeignKey("records.id", ondelete="CASCADE"), nullable=False, unique=True),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("month", Date, nullable=False),
    Column("drawn_at", Instant, nullable=False),
    person("drawn_for", nullable=False),
    Index("ix_samples_person_id_month", "person_id", "month"),
)

seen = Table(
    "seen",
    metadata,
    key(),
    Column("about", String(60), nullable=False, unique=True),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    person("by", nullable=False),
    Column("at", Instant, nullable=False),
    Column("accepted", Boolean, nullable=False),
    Column("reason", Text),
)

spot_checks = Table(
    "spot_checks",
    metadata,
    key(),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    person("made_by", nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("answer_by", Instant, nullable=False),
    Column("drawn", Boolean, nullable=False),
    Column("closed_at", Instant),
    Index("ix_spot_checks_made_by_made_at", "made_by", "made_at"),
)

checked = Table(
    "checked",
    metadata,
    key(),
    Column("check_id", ForeignKey("spot_checks.id", ondelete="CASCADE"), nullable=False),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("registered", Word(Whereabouts), nullable=False),
    Column("result", Word(Result), nullable=False),
    Column("answered_at", Instant),
    Column("late", Boolean, nullable=False),
    Column("words", Text),
    Column("placed", Boolean, nullable=False),
    Column("distance_m", Integer),
    person("judged_by"),
    Column("judged_at", Instant),
    UniqueConstraint("check_id", "person_id"),
    Index("ix_checked_person_id", "person_id"),
)

proposals = Table(
    "proposals",
    metadata,
    key(),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("rule", Word(Rule), nullable=False),
    Column("about", String(60), nullable=False),
    Column("day", Date, nullable=False),
    Column("minutes", Integer),
    Column("measure", Word(Measure), nullable=False),
    Column("amount", Integer),
    Column("step", Integer, nullable=False),
    Column("deadline", Date),
    person("found_by"),
    Column("found_at", Instant, nullable=False),
    Column("status", Word(ProposalStatus), nullable=False),
    Column("contest", Text),
    Column("contested_at", Instant),
    person("decided_by"),
    Column("decided_at", Instant),
    Column("reason", Text),
    UniqueConstraint("person_id", "rule", "about"),
    Index("ix_proposals_unit_id_status", "unit_id", "status"),
    Index("ix_proposals_person_id_day", "person_id", "day"),
)

# A question as it was understood, so that buttons can page and correct it: filters and names, never the words.
questions = Table(
    "questions",
    metadata,
    key(),
    person(nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("understood", JSON, nullable=False),
)

READ_AS.update(
    {
        readings: Reading,
        samples: Sample,
        seen: Seen,
        spot_checks: Check,
        checked: Asked,
        proposals: Proposal,
    }
)
