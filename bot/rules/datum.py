"""Where a point is: WGS-84 as phones measure it, GCJ-02 and BD-09 as Chinese maps draw it (T39).

Every coordinate inside the bot is WGS-84. A figure copied from a Chinese map lies about 500 m away from
what a phone measures at the same door, so it is converted once, on entry, and its datum is remembered.
Latitude always comes before longitude; both are degrees.
"""

from enum import StrEnum
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import NamedTuple


class Datum(StrEnum):
    """How a latitude and longitude are to be read."""

    WGS84 = "WGS-84"  # GPS, and what Telegram sends
    GCJ02 = "GCJ-02"  # Amap, Tencent maps
    BD09 = "BD-09"  # Baidu maps


class Point(NamedTuple):
    """A place on the earth, in degrees."""

    latitude: float
    longitude: float


def to_wgs84(point: Point, datum: Datum) -> Point:
    """The same spot as a phone measures it. Outside China the three datums agree."""
    if datum is Datum.GCJ02:
        return gcj02_to_wgs84(point)
    if datum is Datum.BD09:
        return gcj02_to_wgs84(bd09_to_gcj02(point))
    return point


def from_wgs84(point: Point, datum: Datum) -> Point:
    """The same spot as a map of this datum draws it."""
    if datum is Datum.GCJ02:
        return wgs84_to_gcj02(point)
    if datum is Datum.BD09:
        return gcj02_to_bd09(wgs84_to_gcj02(point))
    return point


def distance_m(here: Point, there: Point) -> float:
    """Metres between two WGS-84 points along the earth's surface (haversine, mean radius)."""
    up = sin(radians(there.latitude - here.latitude) / 2) ** 2
    across = sin(radians(there.longitude - here.longitude) / 2) ** 2
    chord = up + cos(radians(here.latitude)) * cos(radians(there.latitude)) * across
    return 2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord)))


def wgs84_to_gcj02(point: Point) -> Point:
    """Shift a measured point to where Chinese maps draw it."""
    if outside_china(point):
        return point
    north, east = _shift(point)
    return Point(point.latitude + north, point.longitude + east)


def gcj02_to_wgs84(point: Point) -> Point:
    """Undo the shift. It has no closed inverse: guess, look how far off the guess lands, correct, repeat."""
    if outside_china(point):
        return point
    guess = point
    for _ in range(ROUNDS):
        landed = wgs84_to_gcj02(guess)
        north, east = point.latitude - landed.latitude, point.longitude - landed.longitude
        guess = Point(guess.latitude + north, guess.longitude + east)
        if abs(north) < EXACT_DEGREES and abs(east) < EXACT_DEGREES:
            break
    return guess


def gcj02_to_bd09(point: Point) -> Point:
    """Baidu turns and stretches GCJ-02 once more."""
    if outside_china(point):
        return point
    y, x = point
    radius = hypot(x, y) + 0.00002 * sin(y * BAIDU)
    angle = atan2(y, x) + 0.000003 * cos(x * BAIDU)
    return Point(radius * sin(angle) + 0.006, radius * cos(angle) + 0.0065)


def bd09_to_gcj02(point: Point) -> Point:
    """Undo Baidu's turn, by the same correcting of a guess."""
    if outside_china(point):
        return point
    guess = Point(point.latitude - 0.006, point.longitude - 0.0065)
    for _ in range(ROUNDS):
        landed = gcj02_to_bd09(guess)
        north, east = point.latitude - landed.latitude, point.longitude - landed.longitude
        guess = Point(guess.latitude + north, guess.longitude + east)
        if abs(north) < EXACT_DEGREES and abs(east) < EXACT_DEGREES:
            break
    return guess


def outside_china(point: Point) -> bool:
    """Whether a point lies outside the rectangle within which Chinese maps are shifted."""
    return not (73.66 < point.longitude < 135.05 and 3.86 < point.latitude < 53.55)


EARTH_RADIUS_M = 6_371_008.8
ROUNDS = 12  # three are usual
EXACT_DEGREES = 1e-10  # a hundredth of a millimetre
BAIDU = pi * 3000 / 180
AXIS_M = 6_378_245.0  # Krasovsky 1940
FLATNESS = 0.00669342162296594323  # its first eccentricity, squared


def _shift(point: Point) -> tuple[float, float]:
    """The published shift of GCJ-02 at a measured point, in degrees north and east."""
    x, y = point.longitude - 105.0, point.latitude - 35.0
    ripple = 20 * sin(6 * x * pi) + 20 * sin(2 * x * pi)
    root = sqrt(abs(x))
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root
    north += (
        (ripple + 20 * sin(y * pi) + 40 * sin(y / 3 * pi) + 160 * sin(y / 12 * pi) + 320 * sin(y / 30 * pi)) * 2 / 3
    )
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root
    waves = 20 * sin(x * pi) + 40 * sin(x / 3 * pi) + 150 * sin(x / 12 * pi) + 300 * sin(x / 30 * pi)
    east += (ripple + waves) * 2 / 3
    latitude = radians(point.latitude)
    curve = 1 - FLATNESS * sin(latitude) ** 2
    metres_north = AXIS_M * (1 - FLATNESS) / (curve * sqrt(curve))
    metres_east = AXIS_M / sqrt(curve) * cos(latitude)
    return degrees(north / metres_north), degrees(east / metres_east)
