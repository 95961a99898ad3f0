"""Where clients are: places imported by the bank, and places learned from visits a supervisor accepted.

A learned place is the middle of the points of accepted visits with the spread they show. Coordinates are WGS-84.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from math import ceil, copysign, dist, hypot
from statistics import median

from bot.rules.datum import Datum, Point, distance_m


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


def learn(sightings: Iterable[Sighting], client_id: int, policy: PlacePolicy) -> Place | None:
    """The place of a client that has none, from visits a supervisor accepted; None while they teach too little.

    The middle is the component-wise median of the latest sightings, taken again without outliers; the spread
    is the distance within which three quarters of them lie. A cloud that is too wide teaches nothing.
    """
    latest = sorted(sightings, key=lambda sighting: sighting.at)[-policy.most_visits :]
    if len(latest) < policy.fewest_visits:
        return None
    centre = middle(sighting.point for sighting in latest)
    kept = [each.point for each in latest if distance_m(each.point, centre) <= policy.outlier_m]
    if len(kept) < policy.fewest_visits or 2 * len(kept) <= len(latest):
        return None
    centre = middle(kept)
    away = sorted(distance_m(point, centre) for point in kept)
    spread = away[ceil(len(away) * 3 / 4) - 1]
    if spread > policy.widest_spread_m:
        return None
    return Place(
        id=0,
        client_id=client_id,
        latitude=centre.latitude,
        longitude=centre.longitude,
        origin=Origin.LEARNED,
        spread_m=round(spread, 1),
    )


@dataclass(frozen=True, slots=True)
class Shift:
    """Many imported places lie off by the same vector: their figures were probably of another datum (T39)."""

    client_ids: frozenset[int]
    metres: int


def same_shift(gaps: Iterable[tuple[Place, Point]], policy: PlacePolicy) -> Shift | None:
    """Whether imported places and the points where their visits were accepted differ by one and the same vector.

    A gap is a place and the middle of its accepted visits. Only gaps too large for a premises are asked, and
    only as many clients as the policy wants make a suspicion; a moved office is one client's vector.
    """
    vectors = {place.client_id: _vector(place.point, seen) for place, seen in gaps if place.origin is Origin.IMPORTED}
    large = {client: vector for client, vector in vectors.items() if hypot(*vector) > 2 * policy.same_shift_m}
    alike = max(
        (
            {client for client, other in large.items() if dist(vector, other) <= policy.same_shift_m}
            for vector in large.values()
        ),
        key=len,
        default=set[int](),
    )
    if len(alike) < policy.same_shift_clients:
        return None
    return Shift(frozenset(alike), round(median(hypot(*large[client]) for client in alike)))


def middle(points: Iterable[Point]) -> Point:
    """The point in the middle of some, untouched by a few that lie far off."""
    latitudes, longitudes = zip(*points, strict=True)
    return Point(median(latitudes), median(longitudes))


def _vector(here: Point, there: Point) -> tuple[float, float]:
    """Metres north and east from one point to another close by."""
    north = distance_m(here, Point(there.latitude, here.longitude))
    east = distance_m(here, Point(here.latitude, there.longitude))
    return copysign(north, there.latitude - here.latitude), copysign(east, there.longitude - here.longitude)
