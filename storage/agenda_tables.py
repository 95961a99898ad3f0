"""The agenda's table: what a person has to do at a time."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, Text

from bot.rules.agenda import Item, ItemStatus, Sort
from storage.base import READ_AS, Instant, Word, key, metadata, person

agenda = Table(
    "agenda",
    metadata,
    key(),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("sort", Word(Sort), nullable=False),
    Column("status", Word(ItemStatus), nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Instant),
    Column("client_id", ForeignKey("clients.id"), index=True),
    Column("text", Text),
    Column("visit_id", ForeignKey("visits.id"), index=True),
    person("made_by", nullable=False),
    Column("made_at", Instant, nullable=False),
    person("handed_from"),
    Column("moved", Integer, nullable=False),
    Column("closed_at", Instant),
    person("closed_by"),
    Column("outcome", Text),
    Index("ix_agenda_person_id_status_day", "person_id", "status", "day"),
    Index("ix_agenda_unit_id_day", "unit_id", "day"),
)

READ_AS[agenda] = Item
