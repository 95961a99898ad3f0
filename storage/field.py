"""The field day's tables: outings, visits, records, contacts, duty, leave.

Each of the first group has exactly the columns that the rule's dataclass has fields, so that a row
is read as `Outing(**row._mapping)` and written with `columns(outing)`; a house test keeps it so.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.rules.contacts import Channel, Contact, Kind
from bot.rules.dictations import Dictation, DictationStatus
from bot.rules.duty import Duty, Swap
from bot.rules.evidence import Grade, Reason
from bot.rules.leave import HandOver, Leave, Status
from bot.rules.leave_types import Kind as LeaveKind, Unit as LeaveUnit
from bot.rules.ledger import Entry, Row
from bot.rules.outings import Change, Field, Mode, Outing, OutingStatus, Stop, StopState
from bot.rules.records import Record, RecordStatus
from bot.rules.visits import LeftHow, Visit
from storage.base import READ_AS, Exact, Instant, Span, Word, Words, key, metadata, person

outings = Table(
    "outings",
    metadata,
    key(),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("status", Word(OutingStatus), nullable=False),
    Column("mode", Word(Mode), nullable=False),
    Column("return_by", Instant),
    Column("depart_at", Instant),
    Column("declared_at", Instant),
    Column("declared_late", Boolean, nullable=False, server_default=text("false")),
    Column("departed_at", Instant),
    Column("returned_at", Instant),
    Column("return_corrected_at", Instant),
    person("decided_by"),
    Column("decided_at", Instant),
    Column("consent", Boolean),
    Column("decision_reason", Text),
    Column("extended_to", Instant),
    Column("extension_reason", Text),
    Column("extensions", Integer, nullable=False, server_default=text("0")),
    Column("cancelled_at", Instant),
    Column("cancel_reason", Text),
    Index("ix_outings_person_id_day", "person_id", "day"),
    Index("ix_outings_unit_id_day", "unit_id", "day"),
)

stops = Table(
    "stops",
    metadata,
    key(),
    Column("outing_id", ForeignKey("outings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("client_id", ForeignKey("clients.id")),
    Column("lead", String(120)),
    Column("matter", Text),
    Column("place", String(200)),
    Column("state", Word(StopState), nullable=False),
)

changes = Table(
    "changes",
    metadata,
    key(),
    Column("outing_id", ForeignKey("outings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("stop_id", ForeignKey("stops.id", ondelete="SET NULL")),
    Column("field", Word(Field), nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("reason", Text, nullable=False),
    person("by", nullable=False),
    Column("at", Instant, nullable=False),
)

visits = Table(
    "visits",
    metadata,
    key(),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("arrived_at", Instant, nullable=False),
    Column("outing_id", ForeignKey("outings.id"), nullable=False, index=True),
    Column("stop_id", ForeignKey("stops.id", ondelete="SET NULL")),
    Column("client_id", ForeignKey("clients.id"), index=True),
    Column("lead", String(120)),
    Column("planned", Boolean, nullable=False),
    Column("kind", Word(Kind), nullable=False),
    Column("channel", Word(Channel), nullable=False),
    Column("left_at", Instant),
    Column("left_how", Word(LeftHow)),
    Column("corrected_at", Instant),
    Column("late_minutes", Integer, nullable=False, server_default=text("0")),
    Column("grade", Word(Grade), nullable=False),
    Column("reasons", Words(Reason), nullable=False),
    Column("distance_m", Integer),
    Column("dwell", Span),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("accuracy_m", Float),
    Column("static", Boolean, nullable=False),
    Column("live_message_id", BigInteger),
    Column("live_until", Instant),
    Column("remark", Text),
    person("accepted_by"),
    Column("accepted_at", Instant),
    Index("ix_visits_person_id_day", "person_id", "day"),
    Index("ix_visits_unit_id_day", "unit_id", "day"),
)

records = Table(
    "records",
    metadata,
    key(),
    Column("visit_id", ForeignKey("visits.id"), nullable=False),
    Column("version", Integer, nullable=False),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("status", Word(RecordStatus), nullable=False),
    Column("who", Text),
    Column("purpose", Text),
    Column("result", Text),
    Column("next_step", Text),
    Column("written_at", Instant, nullable=False),
    person("written_by", nullable=False),
    Column("submitted_at", Instant),
    Column("first_submitted_at", Instant),
    Column("late", Boolean, nullable=False, server_default=text("false")),
    person("reviewed_by"),
    Column("reviewed_at", Instant),
    Column("opinion", Text),
    Column("entered_elsewhere_at", Instant),
    UniqueConstraint("visit_id", "version"),
    Index("ix_records_person_id_day", "person_id", "day"),
    Index("ix_records_unit_id_day", "unit_id", "day"),
)

contacts = Table(
    "contacts",
    metadata,
    key(),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("client_id", ForeignKey("clients.id"), index=True),
    Column("lead", String(120)),
    Column("channel", Word(Channel), nullable=False),
    Column("at", Instant, nullable=False),
    Column("line", Text, nullable=False),
    Index("ix_contacts_person_id_day", "person_id", "day"),
    Index("ix_contacts_unit_id_day", "unit_id", "day"),
)

duties = Table(
    "duties",
    metadata,
    key(),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("day", Date, nullable=False),
    person(nullable=False),
    UniqueConstraint("unit_id", "day"),
    Index("ix_duties_person_id_day", "person_id", "day"),
)

swaps = Table(
    "swaps",
    metadata,
    key(),
    Column("duty_id", ForeignKey("duties.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("day", Date, nullable=False),
    person("from_id", nullable=False),
    person("to_id", nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("accepted", Boolean),
    Column("answered_at", Instant),
)

dictations = Table(
    "dictations",
    metadata,
    key(),
    person(nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("file_id", String(250), nullable=False),
    Column("file_unique_id", String(80), nullable=False),
    Column("status", Word(DictationStatus), nullable=False),
    Column("sent_at", Instant, nullable=False),
    Column("heard_at", Instant),
    Column("seconds", Integer),
    Column("erased_at", Instant),
    Index("ix_dictations_person_id_sent_at", "person_id", "sent_at"),
    Index("ix_dictations_status", "status"),
)

# Who has been told what is done with recordings, and agreed (S-03).
consents = Table(
    "consents",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("kind", String(20), primary_key=True),
    Column("at", Instant, nullable=False),
)

# The points kept of a live location (thinned), for dwell and for "since the last point".
points = Table(
    "points",
    metadata,
    key(),
    person(nullable=False),
    Column("visit_id", ForeignKey("visits.id", ondelete="CASCADE"), index=True),
    Column("at", Instant, nullable=False),
    Column("latitude", Float, nullable=False),
    Column("longitude", Float, nullable=False),
    Column("accuracy_m", Float),
    Index("ix_points_person_id_at", "person_id", "at"),
)

# Approved absence, minute by minute. Asking and deciding are the leave area's; whoever plans a day
# or draws a board needs only this.
absences = Table(
    "absences",
    metadata,
    key(),
    person(nullable=False),
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    Column("kind", String(20), nullable=False),
    Index("ix_absences_person_id_ends", "person_id", "ends"),
)

# Requests for leave, from the moment that they were asked; each approved one has its row of absences.
leaves = Table(
    "leaves",
    metadata,
    key(),
    person(nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False),
    Column("kind", Word(LeaveKind), nullable=False),
    Column("unit", Word(LeaveUnit), nullable=False),
    Column("status", Word(Status), nullable=False),
    Column("starts", Instant, nullable=False),
    Column("ends", Instant, nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("days", Exact, nullable=False),
    Column("retroactive", Boolean, nullable=False),
    Column("reason", Text),
    person("standin_id"),
    Column("asked_at", Instant, nullable=False),
    person("decided_by"),
    Column("decided_at", Instant),
    person("acting_for"),
    Column("decision_reason", Text),
    person("seconded_by"),
    Column("proof", String(200)),
    Column("change_to", Instant),
    Column("closed_at", Instant),
    Column("protected_until", Date),  # L18
    Column("question", Text),
    person("questioned_by"),
    Column("answer", Text),
    Index("ix_leaves_person_id_last", "person_id", "last"),
    Index("ix_leaves_unit_id_last", "unit_id", "last"),
)

# Who was asked to take work over, and what they said (L02).
handovers = Table(
    "handovers",
    metadata,
    key(),
    Column("leave_id", ForeignKey("leaves.id", ondelete="CASCADE"), nullable=False, index=True),
    person("to_id", nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("accepted", Boolean),
    Column("answer", Text),
    Column("answered_at", Instant),
)

# Accounts of leave: signed rows, never a number that is written over.
ledger = Table(
    "ledger",
    metadata,
    key(),
    person(nullable=False),
    Column("account", Word(LeaveKind), nullable=False),
    Column("entry", Word(Entry), nullable=False),
    Column("days", Exact, nullable=False),
    Column("on", Date, nullable=False),
    Column("reference", String(80), nullable=False),
    Column("expires", Date),
    Column("reason", Text, nullable=False, server_default=""),
    person("by"),
    UniqueConstraint("person_id", "account", "reference"),
)

READ_AS.update(
    {
        outings: Outing,
        stops: Stop,
        changes: Change,
        visits: Visit,
        records: Record,
        contacts: Contact,
        duties: Duty,
        swaps: Swap,
        leaves: Leave,
        handovers: HandOver,
        ledger: Row,
        dictations: Dictation,
    }
)
