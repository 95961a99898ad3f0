"""What speaks for a person having been at a place: a grade with reasons, never a proof and never a refusal.

Every fact that speaks against a visit puts a ceiling on the grade; the grade is the lowest ceiling. So adding
an adverse fact can never make the evidence better. Facts T1–T16: a one-shot location is a claim (T3), a live
one is better and still no proof (T12).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.datum import Point


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
