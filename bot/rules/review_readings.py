"""That a record was read: opened when, by whom, as part of the sample or not (A17, C25)."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The first time that somebody opened a record; a later look changes nothing."""

    id: int  # 0 until stored
    record_id: int
    reader_id: int
    opened_at: datetime
    sampled: bool  # it was in the sample by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A record drawn by chance to be read (A17); the month is its first day."""

    id: int  # 0 until stored
    record_id: int
    person_id: int  # whose record
    unit_id: int
    month: date
    drawn_at: datetime
    drawn_for: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A supervisor's word on something that the register shows already: a longer stay out, a corrected time."""

    id: int  # 0 until stored
    about: str  # "outing:5:extension:2", "visit:9:left"
    person_id: int
    unit_id: int
    by: int
    at: datetime
    accepted: bool
    reason: str | None = None  # masked; why not
