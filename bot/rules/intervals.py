"""Stretches of time, to the minute: the one engine that says what falls together (L01, A06, 5.5).

An interval holds its start and not its end, so a forenoon that ends at 12:00 leaves 12:00 free. Half days are
intervals by the unit's working hours, never labels: half and half, full and half, an hour inside a day and a leave
across midnight are all the same question.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.rules.days import day_of, moment

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


class Half(StrEnum):
    """Which half of a working day."""

    AM = "am"
    PM = "pm"


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """From a moment up to, and without, another (aware UTC). Seconds are cut off; an empty one is a ValueError."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        object.__setattr__(self, "start", self.start.replace(second=0, microsecond=0))
        object.__setattr__(self, "end", self.end.replace(second=0, microsecond=0))
        if self.end <= self.start:
            raise ValueError("an interval that ends before it has begun")

    @property
    def minutes(self) -> int:
        return (self.end - self.start) // MINUTE

    def overlaps(self, other: "Interval") -> bool:
        """Whether they share a minute."""
        return self.start < other.end and other.start < self.end

    def common(self, other: "Interval") -> "Interval | None":
        """What they share."""
        return Interval(max(self.start, other.start), min(self.end, other.end)) if self.overlaps(other) else None

    def without(self, other: "Interval") -> list["Interval"]:
        """What is left of this one when the other is taken away: nothing, one piece or two."""
        if not self.overlaps(other):
            return [self]
        before = [Interval(self.start, other.start)] if self.start < other.start else []
        return before + ([Interval(other.end, self.end)] if other.end < self.end else [])


@dataclass(frozen=True, slots=True)
class Hours:
    """A unit's working day: two halves with the midday between them, local times."""

    work_start: time = time(8, 30)
    forenoon_end: time = time(12)
    afternoon_start: time = time(13)
    closing: time = time(17)

    def half(self, day: date, half: Half, zone: ZoneInfo) -> Interval:
        """One half of a day."""
        first, last = (self.work_start, self.forenoon_end) if half is Half.AM else (self.afternoon_start, self.closing)
        return Interval(moment(day, first, zone), moment(day, last, zone))

    def worked(self, day: date, zone: ZoneInfo) -> list[Interval]:
        """Both halves of a working day."""
        return [self.half(day, half, zone) for half in Half]


def whole_days(first: date, last: date, zone: ZoneInfo) -> Interval:
    """From the first local midnight to the one after the last day: 23 or 25 hours where a clock is turned."""
    return Interval(moment(first, time(), zone), moment(last + DAY, time(), zone))


def days_in(interval: Interval, zone: ZoneInfo) -> Iterator[date]:
    """The local days that an interval touches."""
    day, last = day_of(interval.start, zone), day_of(interval.end - MINUTE, zone)
    while day <= last:
        yield day
        day += DAY


def part_of_day(interval: Interval, day: date, hours: Hours, zone: ZoneInfo) -> Fraction:
    """How much of a working day an interval takes: each half counts 1/2, whatever its length; exact."""
    taken = Fraction(0)
    for half in hours.worked(day, zone):
        shared = interval.common(half)
        if shared:
            taken += Fraction(shared.minutes, half.minutes) / 2
    return taken


def clash(one: Interval, others: Iterable[Interval]) -> Interval | None:
    """The first of the others that shares a minute with this one."""
    return min((other for other in others if one.overlaps(other)), default=None)


def united(intervals: Iterable[Interval]) -> list[Interval]:
    """The same minutes as few intervals, in order; those that touch become one."""
    found: list[Interval] = []
    for each in sorted(intervals):
        if found and each.start <= found[-1].end:
            found[-1] = Interval(found[-1].start, max(found[-1].end, each.end))
        else:
            found.append(each)
    return found
