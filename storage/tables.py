"""What is kept: every table of the bot, as SQLAlchemy Core sees it.

There is no ORM: storage answers questions with the rules' own dataclasses. Every moment is an
`Instant` (aware UTC in Python). Codes and aliases are the only words about clients (S-02, C19).
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.base import Instant, key, metadata as metadata

REVISION = "0010"  # the newest migration; a test holds the two together

# ---------------------------------------------------------------- the heart

updates = Table(
    "updates",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("failed", String(200)),  # the class of what broke; never its words
    Index("ix_updates_at", "at"),
)

dead_letters = Table(
    "dead_letters",
    metadata,
    key(),
    Column("bot", BigInteger, nullable=False),
    Column("update_id", BigInteger),
    Column("at", Instant, nullable=False),
    Column("why", String(200), nullable=False),
    Column("body", Text, nullable=False),
)

conversations = Table(
    "conversations",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("step", JSON(none_as_null=True)),
    Column("stamp", Integer, nullable=False, server_default=text("0")),
)

outbox = Table(
    "outbox",
    metadata,
    key(),
    Column("bot", BigInteger, nullable=False),
    Column("lane", String(40), nullable=False),  # "chat:17", or "answers:17" for what perishes
    Column("rank", Integer, nullable=False, server_default=text("0")),  # 0 interactive, 1 reminder, 2 bulk
    Column("chat_id", BigInteger, nullable=False),
    Column("method", String(40), nullable=False),
    Column("payload", JSON(none_as_null=True)),  # blanked after a policy number of days
    Column("key", String(80), nullable=False),  # the locale key: for tests, logs and the audit
    Column("slot", String(60)),  # "outing:42": where a later edit finds this message
    Column("state", String(10), nullable=False, server_default=text("'pending'")),
    Column("made", Instant, nullable=False),
    Column("due", Instant, nullable=False),
    Column("retry_at", Instant),
    Column("expires", Instant),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("settled", Instant),
    Column("failed", String(200)),
    Column("message_id", BigInteger),
    Column("file", String(64)),  # the digest of what goes with it
    CheckConstraint("state in ('pending', 'sending', 'sent', 'failed', 'dropped')", name="state"),
    Index(
        "ix_outbox_waiting",
        "bot",
        "lane",
        "id",
        sqlite_where=text("state in ('pending', 'sending')"),
        postgresql_where=text("state in ('pending', 'sending')"),
    ),
    Index("ix_outbox_slot", "chat_id", "slot", "id", sqlite_where=text("slot is not null")),
    Index("ix_outbox_settled", "settled"),
)

# Pictures and documents on their way; one row per content, sent by Telegram's own name after the first time.
files = Table(
    "files",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("digest", String(64), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("file_id", String(200)),
    Column("made", Instant, nullable=False),
)

jobs = Table(
    "jobs",
    metadata,
    key(),
    Column("name", String(120), nullable=False, unique=True),
    Column("action", String(60), nullable=False),
    Column("args", JSON, nullable=False),
    Column("due", Instant, nullable=False),
    Column("retry_at", Instant),
    Column("attempts", Integer, nullable=False, server_default=text("0")),
    Column("done", Instant),
    Column("failed", String(200)),
    Column("taken_by", String(40)),  # the process that does slow work
    Index(
        "ix_jobs_due",
        "due",
        sqlite_where=text("done is null"),
        postgresql_where=text("done is null"),
    ),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(60), primary_key=True),  # "mouth:<bot>"
    Column("holder", String(60), nullable=False),
    Column("until", Instant, nullable=False),
    Column("fence", BigInteger, nullable=False),
)

pauses = Table(
    "pauses",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("until", Instant, nullable=False),  # Telegram asked the whole bot to wait
)

audit = Table(
    "audit",
    metadata,
    key(),
    Column("at", Instant, nullable=False),
    Column("person_id", BigInteger),  # none: the program itself, or the command line
    Column("action", String(60), nullable=False),
    Column("about", String(60)),
    Column("facts", JSON, nullable=False),
    Index("ix_audit_person_id_at", "person_id", "at"),
    Index("ix_audit_about", "about"),
)

# ---------------------------------------------------------------- people and units

units = Table(
    "units",
    metadata,
    key(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("parent_id", ForeignKey("units.id")),
    Column("kind", String(20), nullable=False),
    Column("zone", String(60), nullable=False),
    Column("head_id", ForeignKey("people.id", use_alter=True, name="fk_units_head_id")),
    Column("deputy_id", ForeignKey("people.id", use_alter=True, name="fk_units_deputy_id")),
    Column("head_code", String(40)),  # named by an import, and not on the name list yet
    Column("deputy_code", String(40)),
)

people = Table(
    "people",
    metadata,
    key(),
    Column("code", String(40), nullable=False, unique=True),
    Column("name", String(120), nullable=False),
    Column("unit_id", ForeignKey("units.id"), nullable=False, index=True),
    Column("telegram_id", BigInteger),
    Column("bot", BigInteger),
    Column("language", String(10), nullable=False, server_default=text("'zh-Hans'")),
    Column("level", String(40)),
    Column("segment", String(40)),
    Column("active_from", Date),
    Column("active_to", Date),
    Column("worked_since", Date),  # anywhere: annual leave goes by it
    Column("suspended", Boolean, nullable=False, server_default=text("false")),
    Column("notice_accepted_at", Instant),
    Column("unreachable_since", Instant),
    UniqueConstraint("telegram_id", "bot"),
)

grants = Table(
    "grants",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("role", String(20), primary_key=True),
    Column("unit_id", ForeignKey("units.id"), primary_key=True),
)

invitations = Table(
    "invitations",
    metadata,
    key(),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("made_by", BigInteger),
    Column("made_at", Instant, nullable=False),
    Column("expires", Instant, nullable=False),
    Column("used_at", Instant),
    Column("revoked_at", Instant),
)

# ---------------------------------------------------------------- clients

clients = Table(
    "clients",
    metadata,
    key(),
    Column("code", String(40), nullable=False, unique=True),
    Column("alias", String(80), nullable=False),
    Column("segment", String(40), nullable=False),
    Column("tier", String(40)),
    Column("class_", String(40)),
    Column("keeper_id", ForeignKey("people.id"), index=True),
    Column("unit_id", ForeignKey("units.id"), index=True),
    Column("active", Boolean, nullable=False, server_default=text("true")),
)

client_dates = Table(
    "client_dates",
    metadata,
    Column("client_id", ForeignKey("clients.id", ondelete="CASCADE"), primary_key=True),
    Column("kind", String(40), primary_key=True),
    Column("month", Integer, nullable=False),
    Column("day", Integer, nullable=False),
    Index("ix_client_dates_month_day", "month", "day"),
)

places = Table(
    "places",
    metadata,
    key(),
    Column("client_id", ForeignKey("clients.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("label", String(120), nullable=False, server_default=text("''")),
    Column("latitude", Float, nullable=False),  # WGS-84, whatever it was entered in
    Column("longitude", Float, nullable=False),
    Column("datum", String(10), nullable=False),  # as entered: WGS-84, GCJ-02, BD-09
    Column("origin", String(10), nullable=False),  # imported | learned
    Column("spread_m", Float),
    UniqueConstraint("client_id", "label", "origin"),
)

# The same metadata holds the tables of every area.
from storage import (  # noqa: E402
    agenda_tables as agenda_tables,
    briefing_tables as briefing_tables,
    calendar_tables as calendar_tables,
    dictation_tables as dictation_tables,
    field as field,
    leave_tables as leave_tables,
    report_tables as report_tables,
    supervision_tables as supervision_tables,
    trust_tables as trust_tables,
)
