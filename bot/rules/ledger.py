"""Leave accounts as ledgers: signed rows with a reason, exact fractions, and a balance that is their sum (5.5).

A row counts from its day. What an allocation leaves unused when it expires is written off by a row of its own. Every
row has a reference that is unique within its account, so a yearly run may be repeated without harm.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from bot.rules.leave_types import Kind

DAY = timedelta(days=1)


class Entry(StrEnum):
    """Why a row was written."""

    ALLOCATION = "allocation"
    CARRY = "carry"
    COMPENSATION = "compensation"  # worked on a free day
    CORRECTION = "correction"
    USE = "use"
    RETURN = "return"  # a leave was shortened, withdrawn or cancelled
    EXPIRY = "expiry"


@dataclass(frozen=True, slots=True)
class AccountPolicy:
    """What the bank grants each year, and what goes into the next."""

    by_service: tuple[tuple[int, int], ...] = ()  # full years of service -> days of annual leave
    yearly: bool = True
    carry: Fraction = Fraction(0)
    carry_until_month: int = 12

    def annual_days(self, years_of_service: int) -> int:
        """The days of annual leave after so many full years of service."""
        return max((days for years, days in self.by_service if years_of_service >= years), default=0)

    def carry_until(self, year: int) -> date:
        """The last day on which what was carried into a year may be used."""
        return (date(year, self.carry_until_month, 1) + timedelta(days=31)).replace(day=1) - DAY


def service_in(year: int, since: date) -> int:
    """The full years that somebody will have worked in the course of a year."""
    return max(0, year - since.year)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One signed row: days gained (+) or taken (-)."""

    id: int = 0  # 0 until stored
    person_id: int
    account: Kind
    entry: Entry
    days: Fraction
    on: date
    reference: str
    expires: date | None = None  # the last day on which it may be used
    reason: str = ""
    by: int | None = None


def balance(rows: Iterable[Row], on: date) -> Fraction:
    """What there is on a day: the sum of all rows up to it, with what has expired written off."""
    known = list(rows)
    counted = [row for row in known if row.on <= on]
    return sum((row.days for row in [*counted, *lapsed(known, on)]), Fraction(0))


def lapsed(rows: Iterable[Row], on: date) -> list[Row]:
    """The rows that write off what had expired unused before this day and is not written off yet."""
    known = list(rows)
    written = {row.reference for row in known}
    return [
        Row(
            person_id=lot.gain.person_id,
            account=lot.gain.account,
            entry=Entry.EXPIRY,
            days=-lot.rest,
            on=lot.gain.expires + DAY,
            reference=f"expiry:{lot.gain.reference}",
        )
        for lot in left(known, on)
        if lot.gain.expires is not None
        and lot.gain.expires < on
        and lot.rest > 0
        and f"expiry:{lot.gain.reference}" not in written
    ]


@dataclass(slots=True)
class Lot:
    """A gain, and what is unused of it."""

    gain: Row
    rest: Fraction

    @property
    def until(self) -> date:
        return self.gain.expires or date.max


def left(rows: Iterable[Row], on: date) -> list[Lot]:
    """The gains up to a day with what is unused of each; what expires first is used first.

    A use beyond everything there is stays owed, and the next gain pays for it.
    """
    lots: list[Lot] = []
    owed = Fraction(0)
    for row in sorted((row for row in rows if row.on <= on), key=order):
        if row.entry is Entry.EXPIRY:
            for lot in lots:
                if row.reference == f"expiry:{lot.gain.reference}":
                    lot.rest += row.days
        elif row.days > 0:
            paid = min(owed, row.days)
            owed -= paid
            lots.append(Lot(row, row.days - paid))
        else:
            owed -= row.days
            for lot in sorted((lot for lot in lots if lot.until >= row.on), key=lambda lot: lot.until):
                taken = min(owed, lot.rest)
                lot.rest -= taken
                owed -= taken
    return lots


def order(row: Row) -> tuple[date, int, int, str]:
    """Of one day: first what expired the day before, then gains, then uses."""
    rank = 0 if row.entry is Entry.EXPIRY else 1 if row.days > 0 else 2
    return row.on, rank, row.id, row.reference


def allocation(rows: Iterable[Row], person_id: int, account: Kind, year: int, days: Fraction) -> Row | None:
    """The year's allocation, usable in that year; none where it was made already or there is nothing to allocate."""
    reference = f"allocation:{year}"
    if days <= 0 or any(row.reference == reference for row in rows):
        return None
    return Row(
        person_id=person_id,
        account=account,
        entry=Entry.ALLOCATION,
        days=days,
        on=date(year, 1, 1),
        reference=reference,
        expires=date(year, 12, 31),
    )


def carry_over(rows: Iterable[Row], year: int, most: Fraction, until: date) -> list[Row]:
    """What goes from the year before into `year`: what was unused is written off, and up to `most` of it comes back.

    `until` is the last day of what is carried. Run again it finds nothing left to do.
    """
    known = list(rows)
    reference = f"carry:{year}"
    if any(row.reference == reference for row in known):
        return []
    gone = lapsed(known, date(year, 1, 1))
    fresh = [row for row in gone if row.on == date(year, 1, 1) and not row.reference.startswith("expiry:carry:")]
    kept = min(most, -sum((row.days for row in fresh), Fraction(0)))
    if kept <= 0:
        return gone
    carried = Row(
        person_id=fresh[0].person_id,
        account=fresh[0].account,
        entry=Entry.CARRY,
        days=kept,
        on=date(year, 1, 1),
        reference=reference,
        expires=until,
    )
    return [*gone, carried]
