"""Drawing minutes to be looked at once a quarter (M03): the same draw for everybody who asks, and for nobody to steer.

The order is that of a hash over the quarter and the meeting, so that it can be repeated later and by others (G-29).
"""

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256


def drawn(meetings: Mapping[int, Iterable[int]], quarter: date, most: int) -> list[int]:
    """Of each unit's meetings, so many; in the order of the draw. `quarter` is its first day."""
    found: list[int] = []
    for unit in sorted(meetings):
        found += sorted(set(meetings[unit]), key=lambda each: place(quarter, each))[:most]
    return sorted(found, key=lambda each: place(quarter, each))


def place(quarter: date, meeting: int) -> str:
    """Where a meeting comes in the draw of a quarter."""
    return sha256(f"{quarter.isoformat()}:{meeting}".encode()).hexdigest()
