"""Visits: arriving at a client and leaving again (A04, A08, A10, A13, V07, 5.3).

A check-in counts by when the phone sent it. Evidence never refuses a visit; an unplanned one is allowed and
marked. A forgotten check-out is asked about and stored as corrected, never in silence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from statistics import median
from zoneinfo import ZoneInfo

from bot.rules.contacts import Channel, ContactPolicy, Kind, fits
from bot.rules.datum import Point, distance_m
from bot.rules.days import day_of, moment
from bot.rules.evidence import Evidence, Fix, Grade, Reason, is_own
from bot.rules.outings import Outing, Stop, StopState
from bot.rules.places import Place
from bot.rules.refusal import Refusal


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
    outing_id: int
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


@dataclass(frozen=True, slots=True)
class Proposal:
    """A client to check in at with one tap: a stop of the outing, or a client of the portfolio close by."""

    stop: Stop | None
    client_id: int | None
    lead: str | None
    distance_m: int | None  # from the point given, where both are known


@dataclass(frozen=True, slots=True)
class LikelyTime:
    """A time to offer as an answer to "when did you leave?", and where it comes from."""

    at: datetime
    source: str  # live | next_arrival | return | usual


def propose(
    point: Point | None,
    stops: Iterable[Stop],
    places: Mapping[int, Sequence[Place]],
    portfolio: Iterable[int],
    policy: VisitPolicy,
) -> tuple[Proposal, ...]:
    """Where the RM may have arrived, likeliest first (A13): stops still to come, then clients close by.

    `places` are known places by client id, `portfolio` the ids of the RM's own clients. Without a point the
    plan alone speaks. A stop whose place is close by comes before one earlier in the plan that is not.
    """
    ahead = [stop for stop in stops if stop.state is StopState.PLANNED]
    planned = [Proposal(stop, stop.client_id, stop.lead, _distance(point, stop.client_id, places)) for stop in ahead]
    planned.sort(key=lambda each: (not _close(each, policy), each.stop.position if each.stop else 0))
    named = {stop.client_id for stop in ahead}
    nearby = [Proposal(None, each, None, _distance(point, each, places)) for each in portfolio if each not in named]
    nearby = sorted((each for each in nearby if _close(each, policy)), key=lambda each: each.distance_m or 0)
    return tuple([*planned, *nearby][: policy.most_proposals])


def arrive(
    outing: Outing | None,
    stop: Stop | None,
    client_id: int | None,
    lead: str | None,
    today: Iterable[Visit],
    evidence: Evidence,
    fix: Fix | None,
    policy: VisitPolicy,
    zone: ZoneInfo,
    sent_at: datetime,
    received_at: datetime,
) -> Visit:
    """Check in (A04, A10, 5.3). It counts by when the phone sent it; the evidence never refuses it.

    The outing must have been told: where there is none, the handler offers to declare it there and then.
    `stop` None means unplanned, which is allowed and marked. `today` holds the person's visits of the day: a visit
    still open elsewhere does not stand in the way, it becomes a forgotten check-out to be asked about.
    The handler marks the outing `under_way` and the stop visited.
    """
    if outing is None:
        raise Refusal("visits-no-outing")
    if not outing.is_open:
        raise Refusal("visits-outing-over")
    if stop is not None and stop.state is StopState.DROPPED:
        raise Refusal("visits-stop-dropped")
    whom = (stop.client_id, stop.lead) if stop else (client_id, lead)
    for visit in today:
        if visit.left_at is None and (visit.client_id, visit.lead) == whom and visit.day == day_of(sent_at, zone):
            raise Refusal("visits-already-here", since=visit.arrived_at)
    own = fix if is_own(evidence.reasons) else None  # a point that is not the phone's is not kept
    return Visit(
        id=0,
        person_id=outing.person_id,
        unit_id=outing.unit_id,
        day=day_of(sent_at, zone),
        arrived_at=sent_at,
        outing_id=outing.id,
        stop_id=stop.id if stop else None,
        client_id=whom[0],
        lead=whom[1],
        planned=stop is not None,
        late_minutes=received_late(sent_at, received_at, policy),
        grade=evidence.grade,
        reasons=evidence.reasons,
        distance_m=evidence.distance_m,
        latitude=own.latitude if own else None,
        longitude=own.longitude if own else None,
        accuracy_m=own.accuracy_m if own else None,
        static=own is None or not own.live,
        live_until=own.live_until if own else None,
    )


def regrade(visit: Visit, evidence: Evidence) -> Visit:
    """The visit with newer evidence; a distance or a dwell once known is not forgotten."""
    return replace(
        visit,
        grade=evidence.grade,
        reasons=evidence.reasons,
        distance_m=visit.distance_m if evidence.distance_m is None else evidence.distance_m,
        dwell=visit.dwell if evidence.dwell is None else evidence.dwell,
    )


def classify(visit: Visit, kind: Kind, channel: Channel, policy: ContactPolicy) -> Visit:
    """Say what kind of visit it was and how it was held (V07, V15): a business visit is held on site."""
    if not fits(kind, channel, policy):
        raise Refusal("visits-business-on-site")
    return replace(visit, kind=kind, channel=channel)


def leave(visit: Visit, at: datetime, how: LeftHow = LeftHow.SAID) -> Visit:
    """Check out (5.3); `at` is when the phone said it, or where the live track ended and the RM agreed."""
    if visit.left_at is not None:
        raise Refusal("visits-already-left", at=visit.left_at)
    if at < visit.arrived_at:
        raise Refusal("visits-left-before-arriving", arrived=visit.arrived_at)
    return replace(visit, left_at=at, left_how=how)


def answer(visit: Visit, left_at: datetime, bound: datetime, policy: VisitPolicy, now: datetime) -> Visit:
    """Store the answer to "when did you leave?" as corrected, never in silence (C12).

    `bound` is the latest it can have been, see `latest_departure`.
    """
    if visit.left_at is not None:
        raise Refusal("visits-already-left", at=visit.left_at)
    if left_at < visit.arrived_at:
        raise Refusal("visits-left-before-arriving", arrived=visit.arrived_at)
    if left_at > min(bound, now):
        raise Refusal("visits-left-too-late", latest=min(bound, now))
    if left_at - visit.arrived_at > policy.longest_stay:
        raise Refusal("visits-stayed-too-long", hours=policy.longest_stay // timedelta(hours=1))
    return replace(visit, left_at=left_at, left_how=LeftHow.ASKED, corrected_at=now)


def accept(visit: Visit, by: int, at: datetime) -> Visit:
    """A supervisor accepts where the visit was; places learn from such visits. Never one's own (S-11)."""
    if by == visit.person_id:
        raise Refusal("visits-own-acceptance")
    if visit.accepted_at is not None:
        raise Refusal("visits-already-accepted", at=visit.accepted_at)
    if visit.latitude is None:
        raise Refusal("visits-no-point")
    return replace(visit, accepted_by=by, accepted_at=at)


def open_now(visits: Iterable[Visit], today: date) -> Visit | None:
    """The visit the person is at: today's latest, if it has not ended. Yesterday's open visit is never it."""
    mine = (visit for visit in visits if visit.day == today)
    latest = max(mine, key=lambda visit: (visit.arrived_at, visit.id), default=None)
    return latest if latest is not None and latest.left_at is None else None


def forgotten(visits: Sequence[Visit], today: date, returned: bool = False) -> tuple[Visit, ...]:
    """Visits whose check-out was forgotten, oldest first: of earlier days, followed by another, or `returned` from."""
    now = None if returned else open_now(visits, today)
    return tuple(
        sorted((visit for visit in visits if visit.left_at is None and visit != now), key=lambda each: each.arrived_at)
    )


def ask_forgotten(visit: Visit, today: date) -> str | None:
    """The next morning: whether to ask when the RM left. Answered or still lasting visits are not asked about."""
    return "visits-when-left" if visit.left_at is None and visit.day < today else None


def latest_departure(visit: Visit, later: Iterable[Visit], returned_at: datetime | None, zone: ZoneInfo) -> datetime:
    """The latest the RM can have left: the next arrival, the return, else the end of that day."""
    bounds = [each.arrived_at for each in later if each.id != visit.id and each.arrived_at > visit.arrived_at]
    if returned_at is not None and returned_at > visit.arrived_at:
        bounds.append(returned_at)
    return min([*bounds, moment(visit.day + timedelta(days=1), time(0), zone)])


def likely_departures(
    visit: Visit,
    live_end: datetime | None,
    next_arrival: datetime | None,
    returned_at: datetime | None,
    usual: timedelta | None,
    bound: datetime,
    policy: VisitPolicy,
) -> tuple[LikelyTime, ...]:
    """Times to offer for a forgotten check-out, on five minutes, in order of time, each within what is possible.

    Sources: where the live location moved off or fell silent, a while before the next arrival or the return,
    and the RM's usual stay (the policy's where there is none yet).
    """
    stay = usual or policy.usual_stay
    told = [
        (live_end, "live"),
        (next_arrival and next_arrival - TRAVEL, "next_arrival"),
        (returned_at and returned_at - TRAVEL, "return"),
        (visit.arrived_at + stay, "usual"),
    ]
    times: dict[datetime, str] = {}
    for at, source in told:
        if at is None:
            continue
        rounded = _five_minutes(at)
        if visit.arrived_at < rounded <= bound:
            times.setdefault(rounded, source)
    return tuple(LikelyTime(at, source) for at, source in sorted(times.items()))


def usual_stay(visits: Iterable[Visit]) -> timedelta | None:
    """The median time on site of visits whose end was said at the time; None of fewer than three."""
    stays = [each.time_on_site.total_seconds() for each in visits if each.time_on_site and not each.corrected]
    return timedelta(seconds=median(stays)) if len(stays) >= 3 else None


def received_late(sent_at: datetime, received_at: datetime, policy: VisitPolicy) -> int:
    """The minutes of 受理延迟: 0 while the gap is within the policy."""
    gap = received_at - sent_at
    return int(gap / timedelta(minutes=1)) if gap > policy.late_after else 0


TRAVEL = timedelta(minutes=20)  # from a client to the next or home


def _five_minutes(at: datetime) -> datetime:
    return at.replace(minute=at.minute - at.minute % 5, second=0, microsecond=0)


def _distance(point: Point | None, client_id: int | None, places: Mapping[int, Sequence[Place]]) -> int | None:
    if point is None or client_id is None:
        return None
    return min((round(distance_m(point, place.point)) for place in places.get(client_id, ())), default=None)


def _close(proposal: Proposal, policy: VisitPolicy) -> bool:
    return proposal.distance_m is not None and proposal.distance_m <= policy.nearby_m
