"""Tables of dictation: what else a record says, and its words as they were said."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Table, Text

from bot.rules.findings import Findings, Risk
from bot.rules.said import Said
from storage.base import READ_AS, Instant, Word, key, metadata, person

findings = Table(
    "findings",
    metadata,
    Column("record_id", ForeignKey("records.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("next_day", Date),
    Column("next_at", Instant),
    Column("products", Text),
    Column("risk", Word(Risk), nullable=False),
    Column("risk_at", Instant),
    Column("opportunity", Text),
    Column("complaint", Text),
    Column("promise", Text),
    Column("promise_day", Date),
    Column("promise_at", Instant),
    Column("verdict", Text),
    Column("event", Text),
)

said = Table(
    "said",
    metadata,
    key(),
    person(nullable=False),
    Column("visit_id", ForeignKey("visits.id"), index=True),
    Column("message_id", BigInteger),
    Column("at", Instant, nullable=False),
    Column("spoken", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    Column("dropped_at", Instant),
    Index("ix_said_person_id_at", "person_id", "at"),
)

READ_AS |= {findings: Findings, said: Said}
