"""Parts of a day: how long each lasts, and which clock hours may be said with it."""

from datetime import date, datetime, time, timedelta
from functools import cache

HALVES = ("morning", "afternoon")  # by the working hours


def window(part: str, day: date, hours: tuple[time, time]) -> tuple[datetime, datetime]:
    """Where a part of `day` begins and ends: forenoon and afternoon by the working hours, the others by custom."""
    opening, closing = hours
    begin, finish = PARTS[part][0]
    if part == "morning":
        begin = min(opening.hour * 60 + opening.minute, 11 * 60)
    if part == "afternoon":
        finish = max(closing.hour * 60 + closing.minute, 14 * 60)
    midnight = datetime.combine(day, time())
    return midnight + timedelta(minutes=begin), midnight + timedelta(minutes=finish)


def hour_in_part(hour: int, part: str) -> int | None:
    """A clock hour of 0–12 read within a part of the day, by 24 (25 is one past midnight); None if it cannot be."""
    return _hours(part).get(hour)


def suits(hour: int, part: str) -> bool:
    """Whether an hour of 13–24 can be in that part of the day."""
    return hour in _hours(part).values() or (part in ("evening", "night", "late") and hour in (0, 24))


# name → (window in minutes from midnight, hours by 24 that may be said with it)
PARTS: dict[str, tuple[tuple[int, int], range]] = {
    "dawn": ((0, 5 * 60), range(0, 8)),
    "early": ((6 * 60, 9 * 60), range(1, 12)),
    "morning": ((9 * 60, 12 * 60), range(1, 13)),
    "noon": ((12 * 60, 13 * 60), range(11, 15)),
    "afternoon": ((12 * 60, 17 * 60), range(12, 21)),
    "dusk": ((17 * 60, 19 * 60), range(16, 21)),
    "evening": ((18 * 60, 24 * 60 - 1), range(16, 28)),
    "night": ((20 * 60, 24 * 60 - 1), range(18, 30)),
    "late": ((22 * 60, 24 * 60 - 1), range(18, 30)),
}


@cache
def _hours(part: str) -> dict[int, int]:
    """Spoken hour (0–12) → hour by 24 within the part."""
    found: dict[int, int] = {}
    for hour in PARTS[part][1]:
        spoken = 12 if hour in (12, 24) else hour % 12
        found.setdefault(spoken, hour)
        if hour in (0, 24):
            found.setdefault(0, hour)
    if part == "dawn":
        found[12] = found[0] = 0
    return found
