"""The tables of leave in depth: the bank's own word on days, and what becomes of each piece of work (L02)."""

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, String, Table, UniqueConstraint

from bot.rules.handing_over import Handed, Piece, Plan
from storage.base import READ_AS, Word, key, metadata, person

# The bank's own word on days: a holiday of the region, a day worked for it, the make-up days of a year (5.5).
own_days = Table(
    "own_days",
    metadata,
    Column("unit_id", ForeignKey("units.id"), primary_key=True, autoincrement=False),  # and for all units below it
    Column("day", Date, primary_key=True),
    Column("worked", Boolean, nullable=False),
    Column("name", String(60)),
)

# What fell into a leave when it was asked for or began, and what becomes of it (L02).
handed = Table(
    "handed",
    metadata,
    key(),
    Column("leave_id", ForeignKey("leaves.id", ondelete="CASCADE"), nullable=False),
    Column("piece", Word(Piece), nullable=False),
    Column("ref", BigInteger, nullable=False),  # the number of its own row; what that is, `piece` says
    Column("day", Date, nullable=False),
    Column("client_id", ForeignKey("clients.id")),
    Column("what", String(20), nullable=False),
    Column("plan", Word(Plan), nullable=False),
    person("to_id"),
    UniqueConstraint("leave_id", "piece", "ref"),
)

READ_AS[handed] = Handed
