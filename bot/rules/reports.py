"""What a period came to: the figures of a person or a unit, and how they stand against the bank's marks (A18, V13).

Figures add up: those of a unit are the sum of its people's. Rates come last, from sums. Nothing here is a judgement of
a person; a figure without a mark in the bank's rules is only told.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from bot.rules.refusal import Refusal

MOST_YEARS_BACK = 5


class Span(StrEnum):
    """How long a period is. The letter is what a button carries."""

    DAY = "d"
    WEEK = "w"
    MONTH = "m"
    QUARTER = "q"


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar's own day, week, month or quarter; both days belong to it."""

    span: Span
    first: date
    last: date


def period(span: Span, day: date) -> Period:
    """The period of this length in which the day lies. Weeks begin on Monday."""
    match span:
        case Span.DAY:
            return Period(span, day, day)
        case Span.WEEK:
            monday = day - timedelta(days=day.weekday())
            return Period(span, monday, monday + timedelta(days=6))
        case Span.MONTH:
            first = day.replace(day=1)
            return Period(span, first, beginning_after(first, 1) - timedelta(days=1))
        case Span.QUARTER:
            first = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)
            return Period(span, first, beginning_after(first, 3) - timedelta(days=1))


def earlier(one: Period) -> Period:
    """The period before this one."""
    return period(one.span, one.first - timedelta(days=1))


def later(one: Period) -> Period:
    """The period after this one."""
    return period(one.span, one.last + timedelta(days=1))


def told(one: Period, today: date) -> Period:
    """The period, if it can be told of: it has begun, and is not older than anybody keeps."""
    if one.first > today:
        raise Refusal("reports-not-yet", day=one.first)
    if one.first.year < today.year - MOST_YEARS_BACK:
        raise Refusal("reports-too-old", years=MOST_YEARS_BACK)
    return one


def beginning_after(first: date, months: int) -> date:
    """The first of the month so many months later."""
    month = first.month - 1 + months
    return date(first.year + month // 12, month % 12 + 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Counts of a period; all of them add up."""

    planned: int = 0  # stops told before leaving (A13), those of cancelled outings not counted
    kept: int = 0  # of these, visited
    visits: int = 0
    strong: int = 0  # by evidence
    fair: int = 0
    weak: int = 0
    contradicted: int = 0
    owed: int = 0  # ended visits: each wants a record (A07)
    on_time: int = 0
    late: int = 0
    reviewed: int = 0  # records that a supervisor has signed (A09)
    contacts: int = 0
    outings: int = 0
    told_late: int = 0  # declared after leaving (A04)
    present: int = 0  # at roll calls (A02)
    tardy: int = 0
    absent: int = 0  # unexplained
    excused: int = 0  # out, on duty, on leave
    leaves: int = 0
    leave_days: Fraction = Fraction(0)

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(**{each.name: getattr(self, each.name) + getattr(other, each.name) for each in fields(self)})

    @property
    def unplanned(self) -> int:
        return self.visits - self.kept

    @property
    def missing(self) -> int:
        """Records that nobody has handed in."""
        return max(0, self.owed - self.on_time - self.late)

    @property
    def handed_in(self) -> int:
        return self.on_time + self.late

    @property
    def called(self) -> int:
        """How often somebody was called by name."""
        return self.present + self.tardy + self.absent + self.excused


def total(figures: Iterable[Figures]) -> Figures:
    """The sum."""
    made = Figures()
    for each in figures:
        made += each
    return made


def share(part: int, whole: int) -> int | None:
    """Per cent, rounded down so that 89.9 never looks like 90; none of nothing."""
    return 100 * part // whole if whole else None
