"""Where clients are: places imported by the bank, and places learned from visits a supervisor accepted.

A learned place is the middle of the points of accepted visits with the spread they show. Coordinates are WGS-84.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.datum import Datum, Point


class Origin(StrEnum):
    """How a place came to be known."""

    IMPORTED = "imported"
    LEARNED = "learned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A known place of a client; a client may have several (office, works, shop)."""

    id: int  # 0 until stored
    client_id: int
    latitude: float  # WGS-84, whatever it was entered in
    longitude: float
    datum: Datum = Datum.WGS84  # as entered; kept to explain a shift later
    origin: Origin = Origin.IMPORTED
    spread_m: float | None = None  # how far accepted visits lie from a learned place
    label: str = ""

    @property
    def point(self) -> Point:
        return Point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class Sighting:
    """The point of one visit whose place the supervisor accepted: what learning learns from."""

    visit_id: int
    point: Point
    at: datetime
    accuracy_m: float | None = None


@dataclass(frozen=True, slots=True)
class PlacePolicy:
    """The bank's figures about learning places."""

    fewest_visits: int = 3  # accepted visits before a place is learned
    most_visits: int = 20  # only the latest count, so that a moved office is noticed
    outlier_m: float = 500.0  # points farther than this from the middle are left out
    widest_spread_m: float = 300.0  # a wider cloud teaches nothing
    same_shift_clients: int = 3  # clients showing one vector before the datum is suspected (T39)
    same_shift_m: float = 120.0  # how alike the vectors must be
