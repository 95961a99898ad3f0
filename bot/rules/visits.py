"""Visits: arriving at a client and leaving again (A04, A08, A10, A13, V07, 5.3).

A check-in counts by when the phone sent it. Evidence never refuses a visit; an unplanned one is allowed and
marked. A forgotten check-out is asked about and stored as corrected, never in silence.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.contacts import Channel, Kind
from bot.rules.evidence import Grade, Reason


class LeftHow(StrEnum):
    """Where the time of leaving comes from."""

    SAID = "said"  # the RM checked out
    LIVE = "live"  # the live location moved away and the RM confirmed
    ASKED = "asked"  # forgotten, asked about later (corrected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One stay at a client or new lead. Moments are aware UTC, `day` is the date in the unit's zone."""

    id: int  # 0 until stored
    person_id: int
    unit_id: int
    day: date
    arrived_at: datetime  # when the phone sent it
    outing_id: int | None = None  # None: received in the outlet, which needs no outing (V15)
    stop_id: int | None = None  # None: unplanned
    client_id: int | None = None
    lead: str | None = None
    planned: bool = True
    kind: Kind = Kind.ROUTINE
    channel: Channel = Channel.ON_SITE
    left_at: datetime | None = None
    left_how: LeftHow | None = None
    corrected_at: datetime | None = None  # when a forgotten check-out was answered
    late_minutes: int = 0  # 受理延迟: minutes between sending and receiving, 0 when within the policy
    grade: Grade = Grade.WEAK
    reasons: tuple[Reason, ...] = ()
    distance_m: int | None = None
    dwell: timedelta | None = None
    latitude: float | None = None  # the check-in's point, WGS-84; blanked after the retention days (C21)
    longitude: float | None = None
    accuracy_m: float | None = None
    static: bool = True  # whether that point came as a one-shot location
    live_message_id: int | None = None  # the live location that is followed, if any
    live_until: datetime | None = None
    remark: str | None = None  # the RM's sentence about the evidence
    accepted_by: int | None = None  # the supervisor who accepted the place; places learn from these
    accepted_at: datetime | None = None

    @property
    def corrected(self) -> bool:
        """Whether the time of leaving was said afterwards."""
        return self.left_how is LeftHow.ASKED

    @property
    def time_on_site(self) -> timedelta | None:
        return None if self.left_at is None else self.left_at - self.arrived_at


@dataclass(frozen=True, slots=True)
class VisitPolicy:
    """The bank's figures about visits."""

    late_after: timedelta = timedelta(minutes=5)  # between sending and receiving
    usual_stay: timedelta = timedelta(minutes=45)  # proposed where nothing better is known
    longest_stay: timedelta = timedelta(hours=10)
    nearby_m: float = 500.0  # clients within this are proposed for an unplanned visit
    most_proposals: int = 4
