"""The day's duty RM stays at the desk; a swap counts once the colleague has accepted (A06, 5.3)."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who is on desk duty in a unit on a day."""

    id: int  # 0 until stored
    unit_id: int
    day: date
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A duty RM asks a colleague to take a day over. Open while `accepted` is None."""

    id: int  # 0 until stored
    duty_id: int
    day: date
    from_id: int  # who has the duty
    to_id: int  # who is asked
    asked_at: datetime
    accepted: bool | None = None
    answered_at: datetime | None = None
