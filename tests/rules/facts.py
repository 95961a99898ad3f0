"""A field day in Shanghai to ask the rules about: one RM, one supervisor, one client, a clock on the wall."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.policy import Policies
from bot.rules.datum import Point
from bot.rules.evidence import Evidence, Fix, Grade, Reason
from bot.rules.outings import Mode, Outing, OutingStatus, Stop
from bot.rules.places import Place
from bot.rules.visits import Visit

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 8, 4)  # a Tuesday
ANNA, BORIS, CHEN = 1, 2, 3  # two RMs and their supervisor
LEAVE_TYPES = Policies.load().of().rules.leave.types
WORKS = Point(31.2304, 121.4737)


def at(hour: int, minute: int = 0, second: int = 0, day: date = DAY) -> datetime:
    """A moment by the clock on the wall in Shanghai."""
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=ZONE).astimezone(UTC)


def north(point: Point, metres: float) -> Point:
    """A point that many metres further north."""
    return Point(point.latitude + metres / 111_195.08, point.longitude)


def stop(**facts: object) -> Stop:
    return replace(Stop(id=1, outing_id=7, position=1, client_id=50, matter="看厂房", place="厂区"), **facts)


def draft(**facts: object) -> Outing:
    """What Anna is about to declare."""
    plain = Outing(
        id=7,
        person_id=ANNA,
        unit_id=9,
        day=DAY,
        status=OutingStatus.PLANNED,
        mode=Mode.DECLARE,
        return_by=at(16, 30),
    )
    return replace(plain, **facts)


def out(**facts: object) -> Outing:
    """Anna, out since nine."""
    return draft(**{"status": OutingStatus.OUT, "declared_at": at(9), "departed_at": at(9), **facts})


def visit(**facts: object) -> Visit:
    """Anna at the client's since ten."""
    plain = Visit(
        id=3,
        person_id=ANNA,
        unit_id=9,
        day=DAY,
        arrived_at=at(10),
        outing_id=7,
        stop_id=1,
        client_id=50,
        latitude=WORKS.latitude,
        longitude=WORKS.longitude,
    )
    return replace(plain, **facts)


def fix(point: Point = WORKS, **facts: object) -> Fix:
    """A good live location, sent and received at ten."""
    plain = Fix(
        latitude=point.latitude,
        longitude=point.longitude,
        sent_at=at(10),
        received_at=at(10),
        accuracy_m=12.0,
        live=True,
        live_until=at(10, 15),
        replied=True,
    )
    return replace(plain, **facts)


def one_shot(point: Point = WORKS, **facts: object) -> Fix:
    """What the location button sends (T3)."""
    return fix(point, **{"accuracy_m": None, "live": False, "live_until": None, **facts})


def place(point: Point = WORKS, **facts: object) -> Place:
    return replace(Place(id=5, client_id=50, latitude=point.latitude, longitude=point.longitude), **facts)


FAIR = Evidence(Grade.FAIR, (Reason.STATIC, Reason.NEAR), distance_m=12, place_id=5)
MINUTE = timedelta(minutes=1)
