"""The tables of leave in depth: what the bank itself says of single days."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, String, Table

from storage.base import metadata

# The bank's own word on days: a holiday of the region, a day worked for it, the make-up days of a year (5.5).
own_days = Table(
    "own_days",
    metadata,
    Column("unit_id", ForeignKey("units.id"), primary_key=True, autoincrement=False),  # and for all units below it
    Column("day", Date, primary_key=True),
    Column("worked", Boolean, nullable=False),
    Column("name", String(60)),
)
