"""The morning's tables: roll calls and meetings, briefings and what was put off, reminders, notices, the day's log."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.rules.reminding import Reminder, State, Volume
from bot.rules.rollcall import Answer, Gathering, Mark, RollCall
from storage.base import READ_AS, Instant, Word, key, metadata, person

# A gathering of a unit with its roll call: the training, the weekly meeting, the monthly ones.
roll_calls = Table(
    "roll_calls",
    metadata,
    key(),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("gathering", Word(Gathering), nullable=False),
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    Column("opened_at", Instant),
    Column("closed_at", Instant),
    person("convened_by"),
    person("recorder_id"),
    Column("minutes", Text),
    Column("minutes_at", Instant),
    Column("merged_with", Word(Gathering)),
    Column("cancelled_at", Instant),
    Column("interrupted", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("unit_id", "day", "gathering"),
    Index("ix_roll_calls_day", "day"),
)

# What people said to it; from the close on, how everybody stood.
roll_call_answers = Table(
    "roll_call_answers",
    metadata,
    Column("roll_call_id", ForeignKey("roll_calls.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("person_id", ForeignKey("people.id"), primary_key=True, autoincrement=False, index=True),
    Column("said_at", Instant),
    Column("received_at", Instant),
    Column("mark", Word(Mark)),
)

# One morning's briefing of a person; `refs` are the matters it named, for what is new tomorrow.
briefings = Table(
    "briefings",
    metadata,
    person(primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("made", Instant, nullable=False),
    Column("late", Boolean, nullable=False),
    Column("refs", JSON, nullable=False),
    Index("ix_briefings_day", "day"),
)

# A matter that a person put off, or said is not needed; `until` none: for good.
put_offs = Table(
    "put_offs",
    metadata,
    person(primary_key=True, autoincrement=False),
    Column("ref", String(80), primary_key=True),
    Column("until", Instant),
    Column("why", String(20), nullable=False),  # phone | later | not_needed
    Column("reason", Text),  # masked words
    Column("at", Instant, nullable=False),
)

# What the chair wants said in the morning of a day (A03).
notices = Table(
    "notices",
    metadata,
    key(),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("text", Text, nullable=False),  # masked words
    person("made_by", nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("dropped_at", Instant),
    Index("ix_notices_unit_id_day", "unit_id", "day"),
)

reminders = Table(
    "reminders",
    metadata,
    key(),
    person(nullable=False),
    Column("kind", String(20), nullable=False),
    Column("about", String(40), nullable=False),
    Column("moment", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("state", Word(State), nullable=False),
    Column("said_at", Instant),
    Column("together", Integer),
    Column("put_off", Integer, nullable=False),
    Column("escalated_at", Instant),
    UniqueConstraint("person_id", "kind", "about", "moment"),
    Index("ix_reminders_state_due", "state", "due"),
)

# How much a person wants to hear; no row: all.
volumes = Table(
    "volumes",
    metadata,
    person(primary_key=True, autoincrement=False),
    Column("volume", Word(Volume), nullable=False),
)

# What a person put into the log of a day beside what the bot knows; `source` none: their own words.
log_entries = Table(
    "log_entries",
    metadata,
    key(),
    person(nullable=False),
    Column("day", Date, nullable=False),
    Column("section", String(20), nullable=False),
    Column("text", Text, nullable=False),  # masked words
    Column("source", String(40)),  # "notice:3"
    Column("at", Instant, nullable=False),
    UniqueConstraint("person_id", "day", "source"),
)

# The log of a day, or (kind "week", day its Monday) the summary of a week, as it was sent.
day_logs = Table(
    "day_logs",
    metadata,
    person(primary_key=True, autoincrement=False),
    Column("day", Date, primary_key=True),
    Column("kind", String(10), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("text", Text, nullable=False),  # as it was sent, masked
    Column("sent_at", Instant, nullable=False),
    person("sent_to"),
    person("read_by"),
    Column("read_at", Instant),
    Index("ix_day_logs_unit_id_day", "unit_id", "day"),
)

READ_AS.update({roll_calls: RollCall, roll_call_answers: Answer, reminders: Reminder})
