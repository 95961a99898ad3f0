"""The client's calendar: when clients were last seen and called, and the credit items with their ticks."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from bot.rules.credit import CreditItem, Level, Sort, Step, Tick
from storage.base import READ_AS, Instant, Word, Words, key, metadata, person

# The last day of each channel that counts for a client's keeper, in one row: so that a morning for ten thousand people
# reads one row per client, however long the history. `storage.cadence.refresh` derives it from what was stored.
touches = Table(
    "touches",
    metadata,
    Column("client_id", ForeignKey("clients.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("since", Date, nullable=False),  # when the counting began: nobody is overdue on their first day
    Column("on_site", Date),
    Column("outlet_reception", Date),
    Column("group_event", Date),
    Column("phone", Date),
    Column("sms", Date),
    Column("online", Date),
    Column("email", Date),
    Column("mail", Date),
    Column("analysed", Date),  # V16
    Column("told_visit", Date),  # before the bot knew: as an import says
    Column("told_call", Date),
)

credit = Table(
    "credit",
    metadata,
    key(),
    Column("client_id", ForeignKey("clients.id", ondelete="CASCADE"), nullable=False),
    Column("sort", Word(Sort), nullable=False),
    Column("reference", String(40), nullable=False),
    Column("level", Word(Level)),
    Column("due", Date, nullable=False),
    Column("day_of_month", Integer),
    Column("every_months", Integer),
    Column("done", Words(Step), nullable=False),
    Column("closed_on", Date),
    Column("made_at", Instant, nullable=False),
    person("made_by"),
    UniqueConstraint("client_id", "sort", "reference"),
    Index("ix_credit_client_id_due", "client_id", "due"),
    Index("ix_credit_due", "due"),
)

ticks = Table(
    "ticks",
    metadata,
    key(),
    Column("item_id", ForeignKey("credit.id", ondelete="CASCADE"), nullable=False, index=True),
    person(nullable=False),
    Column("at", Instant, nullable=False),
    Column("step", Word(Step), nullable=False),
    Column("reference", String(40)),
    Column("due_before", Date, nullable=False),
    Column("due_after", Date, nullable=False),
    Column("done_before", Words(Step), nullable=False),
    Column("undone_at", Instant),
)

READ_AS.update({credit: CreditItem, ticks: Tick})
