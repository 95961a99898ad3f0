"""What speaks for a person having been at a place: a grade with reasons, never a proof and never a refusal.

Every fact that speaks against a visit puts a ceiling on the grade; the grade is the lowest ceiling. So adding
an adverse fact can never make the evidence better. Facts T1–T16: a one-shot location is a claim (T3), a live
one is better and still no proof (T12).
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import inf

from bot.rules.datum import Datum, Point, distance_m, from_wgs84, to_wgs84
from bot.rules.places import Origin, Place


class Grade(StrEnum):
    """How much speaks for a visit."""

    STRONG = "strong"  # 可信
    FAIR = "fair"  # 一般
    WEAK = "weak"  # 较弱
    CONTRADICTED = "contradicted"  # 存疑: something speaks against it

    @property
    def rank(self) -> int:
        """0 for contradicted to 3 for strong."""
        return _RANK[self]


_RANK = {Grade.CONTRADICTED: 0, Grade.WEAK: 1, Grade.FAIR: 2, Grade.STRONG: 3}


class Reason(StrEnum):
    """Why a grade is what it is. The sentence is `evidence-reason-<value>`."""

    # for
    LIVE = "live"
    DWELT = "dwelt"  # live location stayed near the client long enough
    NEAR = "near"
    ASKED = "asked"  # sent as a reply to the bot's request (T4: a small plus, its absence says nothing)
    # a ceiling of fair
    STATIC = "static"  # one point: a claim (T3)
    PLACE_UNKNOWN = "place-unknown"
    ACCURACY_UNKNOWN = "accuracy-unknown"  # a live location that states none (T1, T6)
    ACCURACY_LOW = "accuracy-low"
    # a ceiling of weak
    TEXT_ONLY = "text-only"
    VENUE = "venue"  # picked from a list of places (T5): not where the phone is
    ACCURACY_POOR = "accuracy-poor"
    OFF_PLACE = "off-place"
    STALE = "stale"  # the point is older than the arrival it is to show
    REPEATED = "repeated"  # the same figures to the last digit as on an earlier visit
    # contradicted
    FAR = "far"
    FORWARDED = "forwarded"  # T10
    VIA_BOT = "via-bot"  # T9
    SCHEDULED = "scheduled"  # T11
    EXPIRED = "expired"  # an edit after the live location had ended (T2)
    TOO_FAST = "too-fast"
    # hints without a ceiling
    RECEIVED_LATE = "received-late"  # 受理延迟: counted by when the phone sent it
    MAP_SHIFT = "map-shift"  # the gap looks like a map's datum, not like absence (T39)

    @property
    def key(self) -> str:
        return f"evidence-reason-{self.value}"

    @property
    def ceiling(self) -> Grade:
        """The best grade possible where this reason stands."""
        return _CEILINGS.get(self, Grade.STRONG)


_CEILINGS = {
    **dict.fromkeys((Reason.STATIC, Reason.PLACE_UNKNOWN, Reason.ACCURACY_UNKNOWN, Reason.ACCURACY_LOW), Grade.FAIR),
    **dict.fromkeys(
        (Reason.TEXT_ONLY, Reason.VENUE, Reason.ACCURACY_POOR, Reason.OFF_PLACE, Reason.STALE, Reason.REPEATED),
        Grade.WEAK,
    ),
    **dict.fromkeys(
        (Reason.FAR, Reason.FORWARDED, Reason.VIA_BOT, Reason.SCHEDULED, Reason.EXPIRED, Reason.TOO_FAST),
        Grade.CONTRADICTED,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """One location message or one live edit, as Telegram delivered it. Degrees WGS-84, metres, aware UTC."""

    latitude: float
    longitude: float
    sent_at: datetime  # message date; of an edit its edit date: when the phone said it
    received_at: datetime
    accuracy_m: float | None = None  # horizontal_accuracy
    live: bool = False
    live_until: datetime | None = None  # when the share ends: first message's date + live_period
    heading: int | None = None
    replied: bool = False  # a reply to the bot's request
    venue: bool = False
    forwarded: bool = False
    via_bot: bool = False
    scheduled: bool = False  # is_from_offline
    edited: bool = False  # came as an edited_message

    @property
    def point(self) -> Point:
        return Point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class Seen:
    """A point at a moment: the last believable one of a person, or one kept of a live track."""

    latitude: float
    longitude: float
    at: datetime
    accuracy_m: float | None = None

    @property
    def point(self) -> Point:
        return Point(self.latitude, self.longitude)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The verdict: shown to the RM and the supervisor, reasons adverse first."""

    grade: Grade
    reasons: tuple[Reason, ...]
    distance_m: int | None = None  # to the nearest known place, if there is one and a point to compare
    place_id: int | None = None
    dwell: timedelta | None = None


@dataclass(frozen=True, slots=True)
class EvidencePolicy:
    """The bank's figures about evidence. Metres, minutes, km/h."""

    radius_m: float = 300.0  # a client's premises
    accuracy_good_m: float = 100.0  # at most this for strong
    accuracy_poor_m: float = 500.0  # beyond this a point says little
    far_m: float = 2000.0  # beyond radius and doubt together: elsewhere
    fastest_kmh: float = 200.0
    shortest_jump_m: float = 1000.0  # speed is not asked below this
    stale_after: timedelta = timedelta(minutes=10)
    late_after: timedelta = timedelta(minutes=5)  # between sending and receiving: marked 受理延迟
    dwell_enough: timedelta = timedelta(minutes=10)
    thin_m: float = 30.0  # a live point is kept when this far from the last kept ...
    thin_after: timedelta = timedelta(minutes=2)  # ... or this long after it
    longest_gap: timedelta = timedelta(minutes=10)  # a silence longer than this is not dwelling


def grade(
    fix: Fix | None,
    places: Sequence[Place],
    policy: EvidencePolicy,
    at: datetime,
    last: Seen | None = None,
    earlier: Collection[Point] = (),
) -> Evidence:
    """What a location says about having been at a client at a moment. Never refuses, whatever it is given.

    `fix` is None where the RM gave only words; `places` are all the client's known places, of which the
    nearest counts; `last` is the person's last own point (see `is_own`); `earlier` holds the points of their
    earlier visits that came as one-shot locations.
    """
    if fix is None:
        return _verdict([Reason.TEXT_ONLY])
    came = set(_how_it_came(fix, policy, at))
    if any(reason.ceiling is Grade.CONTRADICTED for reason in came):
        return _verdict(came)  # it is not about this phone here and now, so where it lies says nothing
    place = nearest(fix.point, places)
    found = came.union(_accuracy(fix, policy), _where(fix, place, policy))
    if last is not None and _too_fast(fix, last, policy):
        found.add(Reason.TOO_FAST)
    if not fix.live and fix.point in earlier:
        found.add(Reason.REPEATED)
    if not is_own(came):
        return _verdict(found - {Reason.NEAR})  # a place picked from a list may speak against, never for
    return _verdict(found, distance_m(fix.point, place.point) if place else None, place)


def with_dwell(reasons: Iterable[Reason], dwell: timedelta, policy: EvidencePolicy) -> Evidence:
    """The evidence of a visit once a live location has stayed with the client for a while.

    Staying long enough makes up for a one-shot location or an unstated accuracy, and for nothing else.
    """
    found = set(reasons) - {Reason.DWELT}
    if dwell >= policy.dwell_enough and is_own(found):
        found = found - {Reason.STATIC, Reason.ACCURACY_UNKNOWN} | {Reason.DWELT}
    return _verdict(found, dwell=dwell)


def better(one: Evidence, other: Evidence) -> Evidence:
    """Of two attempts at showing the same visit, the one that speaks louder; of equals the later, `other`."""
    return one if one.grade.rank > other.grade.rank else other


def is_own(reasons: Iterable[Reason]) -> bool:
    """Whether the point is where the person's phone was, as far as Telegram tells (T5, T9–T11)."""
    return _NOT_OWN.isdisjoint(reasons)


def nearest(point: Point, places: Iterable[Place]) -> Place | None:
    """The known place a point is closest to, spread taken into account."""
    return min(places, key=lambda place: distance_m(point, place.point) - (place.spread_m or 0), default=None)


def beyond_m(point: Point, accuracy_m: float | None, place: Place, policy: EvidencePolicy) -> float:
    """Metres by which a point lies outside a place, after radius, accuracy and spread; at most 0 when inside."""
    tolerance = policy.radius_m + (accuracy_m or 0) + (place.spread_m or 0)
    return max(0.0, distance_m(point, place.point) - tolerance)


_NOT_OWN = frozenset(
    {Reason.TEXT_ONLY, Reason.VENUE, Reason.FORWARDED, Reason.VIA_BOT, Reason.SCHEDULED, Reason.EXPIRED}
)
UNSTATED_ACCURACY_M = 100.0  # what to allow a one-shot location when asking for speed
ORDER = {reason: position for position, reason in enumerate(Reason)}


def _how_it_came(fix: Fix, policy: EvidencePolicy, at: datetime) -> Iterable[Reason]:
    yield Reason.LIVE if fix.live else Reason.STATIC
    if fix.replied:
        yield Reason.ASKED
    if fix.venue:
        yield Reason.VENUE
    if fix.forwarded:
        yield Reason.FORWARDED
    if fix.via_bot:
        yield Reason.VIA_BOT
    if fix.scheduled:
        yield Reason.SCHEDULED
    if fix.live_until is not None and fix.sent_at > fix.live_until:
        yield Reason.EXPIRED
    if at - fix.sent_at > policy.stale_after:
        yield Reason.STALE
    if fix.received_at - fix.sent_at > policy.late_after:
        yield Reason.RECEIVED_LATE


def _accuracy(fix: Fix, policy: EvidencePolicy) -> Iterable[Reason]:
    if fix.accuracy_m is None:
        if fix.live:
            yield Reason.ACCURACY_UNKNOWN
    elif fix.accuracy_m > policy.accuracy_poor_m:
        yield Reason.ACCURACY_POOR
    elif fix.accuracy_m > policy.accuracy_good_m:
        yield Reason.ACCURACY_LOW


def _where(fix: Fix, place: Place | None, policy: EvidencePolicy) -> Iterable[Reason]:
    if place is None:
        yield Reason.PLACE_UNKNOWN
        return
    beyond = beyond_m(fix.point, fix.accuracy_m, place, policy)
    if not beyond:
        yield Reason.NEAR
        return
    yield Reason.FAR if beyond > policy.far_m else Reason.OFF_PLACE
    if _looks_shifted(fix, place, policy):
        yield Reason.MAP_SHIFT


def _looks_shifted(fix: Fix, place: Place, policy: EvidencePolicy) -> bool:
    """Whether the gap would close had the imported figures been read in another datum (T39)."""
    if place.origin is not Origin.IMPORTED:
        return False
    as_entered = from_wgs84(place.point, place.datum)
    others = {as_entered, *(to_wgs84(as_entered, datum) for datum in Datum)}
    tolerance = policy.radius_m + (fix.accuracy_m or 0)
    return any(distance_m(fix.point, other) <= tolerance for other in others)


def _too_fast(fix: Fix, last: Seen, policy: EvidencePolicy) -> bool:
    """Whether nobody could have come here from the last point in the time; what accuracy explains is no jump."""
    doubt = sum(UNSTATED_ACCURACY_M if each is None else each for each in (fix.accuracy_m, last.accuracy_m))
    jump = distance_m(fix.point, last.point) - doubt
    if jump <= policy.shortest_jump_m:
        return False
    hours = abs(fix.sent_at - last.at) / timedelta(hours=1)
    return (jump / 1000 / hours if hours else inf) > policy.fastest_kmh


def _verdict(
    reasons: Iterable[Reason],
    distance: float | None = None,
    place: Place | None = None,
    dwell: timedelta | None = None,
) -> Evidence:
    found = tuple(sorted(set(reasons), key=lambda reason: (reason.ceiling.rank, ORDER[reason])))
    return Evidence(
        grade=min((reason.ceiling for reason in found), key=lambda ceiling: ceiling.rank, default=Grade.WEAK),
        reasons=found,
        distance_m=None if distance is None else round(distance),
        place_id=place.id if place else None,
        dwell=dwell,
    )
