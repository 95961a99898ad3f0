"""The only clock, and the only source of chance.

The demo and the tests move it; nothing else in the program asks the wall or the dice.
"""

import secrets
import time
from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the moment (aware UTC). It can be moved, and then goes on from there."""

    def __init__(self, shift: timedelta = timedelta(0)) -> None:
        self.shift_by = shift

    def now(self) -> datetime:
        return datetime.now(UTC) + self.shift_by

    def move_to(self, moment: datetime) -> None:
        """Make it this moment now."""
        if moment.tzinfo is None:
            raise ValueError("a moment without a time zone")
        self.shift_by = moment - datetime.now(UTC)

    def shift(self, by: timedelta) -> None:
        self.shift_by += by


class StillClock(Clock):
    """A clock that stands until it is moved: for tests."""

    def __init__(self, moment: datetime) -> None:
        super().__init__()
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def move_to(self, moment: datetime) -> None:
        if moment.tzinfo is None:
            raise ValueError("a moment without a time zone")
        self.moment = moment

    def shift(self, by: timedelta) -> None:
        self.moment += by


def ticks() -> float:
    """Seconds that only ever go forward, for pacing and for measuring; not a time of day."""
    return time.monotonic()


def token() -> str:
    """Chance for a link that nobody can guess: 192 bits, safe in a deep link."""
    return secrets.token_urlsafe(24)


def name() -> str:
    """Chance for telling processes apart."""
    return secrets.token_hex(8)
