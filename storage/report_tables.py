"""Notices with their listeners and saved audiences; incidents with those who were told."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, UniqueConstraint

from bot.rules.broadcasts import Broadcast, Receipt, Urgency
from bot.rules.incidents import Hearing, Incident, Sort
from bot.rules.people import Role
from storage.base import READ_AS, Instant, Word, key, metadata, person

broadcasts = Table(
    "broadcasts",
    metadata,
    key(),
    person("made_by", nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("role", Word(Role)),
    Column("urgency", Word(Urgency), nullable=False),
    Column("text", Text, nullable=False),  # masked
    Column("file_kind", String(10)),
    Column("file_id", String(200)),
    Column("made_at", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("cancelled_at", Instant),
    Column("reminded_at", Instant),
    Index("ix_broadcasts_made_by_made_at", "made_by", "made_at"),
)

receipts = Table(
    "receipts",
    metadata,
    Column("broadcast_id", ForeignKey("broadcasts.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("people.id"), primary_key=True, autoincrement=False, index=True),
    Column("said_at", Instant),
    Column("read_at", Instant),
    Column("reminded_at", Instant),
)

# A person's own name for people they often write to.
audiences = Table(
    "audiences",
    metadata,
    key(),
    person(nullable=False),
    Column("name", String(40), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("role", Word(Role)),
    UniqueConstraint("person_id", "name"),
)

incidents = Table(
    "incidents",
    metadata,
    key(),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("sort", Word(Sort), nullable=False),
    Column("client_id", ForeignKey("clients.id")),
    Column("text", Text, nullable=False),  # masked
    Column("told_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Index("ix_incidents_unit_id_told_at", "unit_id", "told_at"),
)

hearings = Table(
    "hearings",
    metadata,
    Column("incident_id", ForeignKey("incidents.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("people.id"), primary_key=True, autoincrement=False, index=True),
    Column("told_at", Instant, nullable=False),
    Column("read_at", Instant),
    Column("reminded_at", Instant),
)

READ_AS.update({broadcasts: Broadcast, receipts: Receipt, incidents: Incident, hearings: Hearing})
