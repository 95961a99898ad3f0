"""The words of a record as they were said, kept beside it (A10, C12): what the blocks were made of."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message, typed or spoken. Words that have found no visit yet wait without one."""

    id: int  # 0 until stored
    person_id: int
    visit_id: int | None = None
    message_id: int | None = None
    at: datetime
    spoken: bool = False
    text: str  # masked
    dropped_at: datetime | None = None  # the person did not want them
