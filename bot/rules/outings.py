"""The outing register: told before leaving, kept while out, closed on return (A04–A06, A11, A13, A22–A23, D17).

An outing is one trip from the office and back, with one or more stops. Its life:
planned -> declared (or waiting for consent, then declared or declined) -> out -> returned;
cancelled with a reason while nobody has been visited. Overdue is not a state but a question of time.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.days import day_of, moment
from bot.rules.refusal import Refusal


class Mode(StrEnum):
    """The regime of outings (D17)."""

    DECLARE = "declare"  # tell, then go (A04)
    APPROVE = "approve"  # wait for consent (A23)


class OutingStatus(StrEnum):
    """The life-cycle of 5.3, as far as it concerns the outing."""

    PLANNED = "planned"  # being prepared by the RM; nobody else has been told
    WAITING = "waiting"  # told, consent not yet given (mode approve)
    DECLARED = "declared"  # told (and consented to), not yet left
    OUT = "out"
    RETURNED = "returned"
    CANCELLED = "cancelled"
    DECLINED = "declined"


CLOSED = frozenset({OutingStatus.RETURNED, OutingStatus.CANCELLED, OutingStatus.DECLINED})
OPEN = frozenset({OutingStatus.WAITING, OutingStatus.DECLARED, OutingStatus.OUT})


class StopState(StrEnum):
    """How far a stop of an outing has come."""

    PLANNED = "planned"
    VISITED = "visited"  # the RM checked in there
    DROPPED = "dropped"  # changed away, with a reason (A13)


class Field(StrEnum):
    """What the register must say (A04, A13), and what a change can be about."""

    CLIENT = "client"
    MATTER = "matter"
    PLACE = "place"
    RETURN = "return"
    REASON = "reason"  # why the return lies after the policy's hour (A05)
    STOP = "stop"  # a stop added or dropped
    DEPARTURE = "departure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outing:
    """One trip. Moments are aware UTC, `day` is the date in the unit's zone."""

    id: int  # 0 until stored
    person_id: int
    unit_id: int
    day: date
    status: OutingStatus
    mode: Mode  # the regime when it was declared
    return_by: datetime | None = None  # expected return as declared
    depart_at: datetime | None = None  # planned departure; None: at once
    declared_at: datetime | None = None  # when the RM told it
    declared_late: bool = False  # the RM had left before telling anybody; the register shows it (A04)
    departed_at: datetime | None = None
    returned_at: datetime | None = None
    return_corrected_at: datetime | None = None  # when a forgotten return was answered
    decided_by: int | None = None  # person who gave or refused consent (A23)
    decided_at: datetime | None = None
    consent: bool | None = None
    decision_reason: str | None = None
    extended_to: datetime | None = None  # the latest extension granted to oneself with a reason
    extension_reason: str | None = None
    extensions: int = 0
    cancelled_at: datetime | None = None
    cancel_reason: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still binds the RM: told and not yet over."""
        return self.status in OPEN

    @property
    def left_without_consent(self) -> bool:
        """Whether the RM left, in mode approve, before consent was given (A23)."""
        if self.mode is not Mode.APPROVE or self.departed_at is None:
            return False
        return not self.consent or self.decided_at is None or self.decided_at > self.departed_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One client or new lead of an outing, with what for and where (A13). `client_id` or `lead`, never both."""

    id: int  # 0 until stored
    outing_id: int
    position: int  # 1, 2, 3 in the order of going
    client_id: int | None = None
    lead: str | None = None
    matter: str | None = None
    place: str | None = None
    state: StopState = StopState.PLANNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An amendment of what was declared, told to the supervisor (A13). Kept for ever beside the outing."""

    id: int  # 0 until stored
    outing_id: int
    stop_id: int | None
    field: Field
    before: str | None  # words or an id as text
    after: str | None
    reason: str
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class OutingPolicy:
    """The bank's figures about outings (D17, D18). Times are local to the unit."""

    mode: Mode = Mode.DECLARE
    fields: frozenset[Field] = frozenset({Field.CLIENT, Field.MATTER, Field.PLACE})  # A13; the return always (A04)
    return_time: time = time(17)  # A05
    return_reminder: time = time(16, 30)
    latest_return: time = time(20)  # no extension beyond this; the day ends
    duty_exempt: bool = True  # A06
    clerk_bound: bool = False  # A11: whether 17:00 binds information clerks
    change_needs_reason: bool = True  # A13
    most_stops: int = 8
    most_extensions: int = 3
    extension_step: timedelta = timedelta(minutes=30)  # what one tap adds
    shortest_reason: int = 2  # characters
    departure_grace: timedelta = timedelta(minutes=5)  # said to leave this much ago is still leaving now


@dataclass(frozen=True, slots=True)
class Need:
    """Something the register still has to be told; `position` says of which stop."""

    field: Field
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """What else binds the person on the day of an outing."""

    others: tuple[Outing, ...] = ()  # their other outings that are open, of any day
    leave_until: datetime | None = None  # on leave at the departure, until then
    on_duty: bool = False  # the day's duty RM (A06)
    bound: bool = True  # whether the hour of return binds them, see `bound_to_hour`


def missing(
    draft: Outing,
    stops: Sequence[Stop],
    policy: OutingPolicy,
    zone: ZoneInfo,
    known: Collection[int] = (),
    bound: bool = True,
) -> tuple[Need, ...]:
    """What to ask before an outing can be declared, in the order of asking (A04, A13).

    `known` holds the ids of clients with a known place: their stops need not name one. A return after the
    policy's hour needs a reason, which then stands as the first extension (A05).
    """
    needs = [] if stops else [Need(Field.CLIENT if Field.CLIENT in policy.fields else Field.MATTER)]
    for stop in stops:
        if Field.CLIENT in policy.fields and stop.client_id is None and not stop.lead:
            needs.append(Need(Field.CLIENT, stop.position))
        if Field.MATTER in policy.fields and not stop.matter:
            needs.append(Need(Field.MATTER, stop.position))
        if Field.PLACE in policy.fields and not stop.place and stop.client_id not in known:
            needs.append(Need(Field.PLACE, stop.position))
    if draft.return_by is None:
        needs.append(Need(Field.RETURN))
    if draft.return_by and bound and not draft.extension_reason and _after_hour(draft.return_by, policy, zone):
        needs.append(Need(Field.REASON))
    return tuple(needs)


def declare(
    draft: Outing,
    stops: Sequence[Stop],
    standing: Standing,
    policy: OutingPolicy,
    zone: ZoneInfo,
    at: datetime,
    known: Collection[int] = (),
    already_out_since: datetime | None = None,
) -> Outing:
    """Tell the supervisor and write the register (A04, A13, A22, A23, D17); `at` is when the RM said it.

    Without a later departure the RM is out from this moment; with an earlier one too, and the register shows
    that the telling came after the leaving. `already_out_since` is given when a check-in came first: never
    in time, however short the gap. In mode approve the outing waits for consent, unless the RM has already
    left: that is written down as it is. Refuses in this order: told before, on leave, on duty, on another
    outing, a return that cannot be, something missing, too many stops, a client twice.
    """
    if draft.status is not OutingStatus.PLANNED:
        raise Refusal("outings-already-declared")
    if standing.leave_until is not None:
        raise Refusal("outings-on-leave", until=standing.leave_until)
    if standing.on_duty:
        raise Refusal("outings-on-duty")
    starts = draft.depart_at if draft.depart_at and abs(draft.depart_at - at) > policy.departure_grace else at
    starts = min(already_out_since, at) if already_out_since else starts
    late = starts < at or already_out_since is not None
    if late and day_of(starts, zone) != day_of(at, zone):
        raise Refusal("outings-departure-past")
    _refuse_another(standing.others, draft, starts, at, zone)
    day = day_of(starts, zone)
    if draft.return_by is not None:
        _refuse_return(draft.return_by, starts, day, policy, zone, at)
    if missing(draft, stops, policy, zone, known, standing.bound):
        raise Refusal("outings-incomplete")
    refuse_stops(stops, policy)
    told = replace(draft, day=day, mode=policy.mode, declared_at=at, declared_late=late)
    if draft.return_by and standing.bound and _after_hour(draft.return_by, policy, zone):
        told = replace(told, extended_to=draft.return_by, extensions=1)
    if late or (starts == at and policy.mode is Mode.DECLARE):
        return replace(told, status=OutingStatus.OUT, departed_at=starts)
    return replace(told, status=OutingStatus.WAITING if policy.mode is Mode.APPROVE else OutingStatus.DECLARED)


def decide(outing: Outing, by: int, consent: bool, at: datetime, reason: str | None = None) -> Outing:
    """Give or refuse consent (A23). Nobody decides about themselves (S-11); a refusal needs a reason.

    When the RM has already left, the decision is recorded and the outing goes on.
    """
    if by == outing.person_id:
        raise Refusal("outings-own-consent")
    if outing.mode is not Mode.APPROVE:
        raise Refusal("outings-needs-no-consent")
    if outing.consent is not None and outing.decided_at is not None:
        raise Refusal("outings-already-agreed" if outing.consent else "outings-already-declined", at=outing.decided_at)
    if outing.status in CLOSED or outing.status is OutingStatus.PLANNED:
        raise Refusal("outings-over")
    if not consent and not reason:
        raise Refusal("outings-decline-needs-reason")
    status = outing.status
    if status is OutingStatus.WAITING:
        status = OutingStatus.DECLARED if consent else OutingStatus.DECLINED
    return replace(outing, status=status, consent=consent, decided_by=by, decided_at=at, decision_reason=reason)


def depart(outing: Outing, at: datetime, others: Iterable[Outing] = ()) -> Outing:
    """The RM says they are leaving (5.3)."""
    if outing.status is OutingStatus.PLANNED:
        raise Refusal("outings-not-declared")
    if outing.status is OutingStatus.WAITING:
        raise Refusal("outings-waiting")
    if outing.status is OutingStatus.OUT:
        raise Refusal("outings-already-out", since=outing.departed_at)
    if outing.status in CLOSED:
        raise Refusal("outings-over")
    for other in others:
        if other.id != outing.id and other.status is OutingStatus.OUT and other.day == outing.day:
            raise Refusal("outings-already-out", since=other.departed_at)
    return replace(outing, status=OutingStatus.OUT, departed_at=at)


def under_way(outing: Outing, at: datetime) -> Outing:
    """The outing once the RM has checked in somewhere: whoever has arrived has left, also without saying so.

    Leaving while consent was still awaited shows as `left_without_consent`; it is not refused here, since
    a check-in never is.
    """
    if outing.status is OutingStatus.OUT:
        return outing
    if outing.status in CLOSED or outing.status is OutingStatus.PLANNED:
        raise Refusal("outings-over")
    return replace(outing, status=OutingStatus.OUT, departed_at=at)


def cancel(outing: Outing, reason: str, policy: OutingPolicy, at: datetime, arrived: bool) -> Outing:
    """Call the trip off, with a reason (5.3). Once the RM has `arrived` anywhere it only ends by returning."""
    if outing.status in CLOSED:
        raise Refusal("outings-over")
    if arrived:
        raise Refusal("outings-cancel-after-arrival")
    if outing.status is not OutingStatus.PLANNED and len(reason.strip()) < policy.shortest_reason:
        raise Refusal("outings-cancel-needs-reason")
    return replace(outing, status=OutingStatus.CANCELLED, cancelled_at=at, cancel_reason=reason.strip() or None)


def come_back(outing: Outing, at: datetime, corrected_at: datetime | None = None) -> Outing:
    """Back in the department (A05). A visit still open does not stand in the way: it is asked about.

    `corrected_at` is given when a forgotten return is answered later. Whoever never said they were leaving
    left when they had planned to.
    """
    if outing.status is OutingStatus.WAITING:
        raise Refusal("outings-waiting")
    if outing.status is OutingStatus.RETURNED:
        raise Refusal("outings-already-back", at=outing.returned_at)
    if outing.status in (OutingStatus.PLANNED, OutingStatus.CANCELLED, OutingStatus.DECLINED):
        raise Refusal("outings-not-out")
    left = outing.departed_at or outing.depart_at or outing.declared_at
    if left is None or at < left:
        raise Refusal("outings-back-before-leaving")
    return replace(
        outing, status=OutingStatus.RETURNED, departed_at=left, returned_at=at, return_corrected_at=corrected_at
    )


def whom(stop: Stop) -> str | None:
    """Whom a stop is about, as text: the client's id, or the name of the new lead."""
    return str(stop.client_id) if stop.client_id is not None else stop.lead


def refuse_stops(stops: Sequence[Stop], policy: OutingPolicy) -> None:
    """An outing has a bounded number of stops, and each client once."""
    named = [whom(stop) for stop in stops if stop.state is not StopState.DROPPED]
    if len(named) > policy.most_stops:
        raise Refusal("outings-too-many-stops", most=policy.most_stops)
    if len(set(named)) < len(named):
        raise Refusal("outings-client-twice")


def _after_hour(at: datetime, policy: OutingPolicy, zone: ZoneInfo) -> bool:
    return at.astimezone(zone).time() > policy.return_time


def _refuse_another(others: Iterable[Outing], draft: Outing, starts: datetime, at: datetime, zone: ZoneInfo) -> None:
    """One trip at a time; a later one may be told while out, if it begins when this one ends. A trip left open
    on an earlier day does not stand in the way of today's."""
    for other in others:
        began = other.departed_at or other.depart_at or other.declared_at
        if other.id == draft.id or not other.is_open or began is None or other.day != day_of(starts, zone):
            continue
        ends = other.extended_to or other.return_by
        if starts <= at and other.status is OutingStatus.OUT:
            raise Refusal("outings-already-out", since=began)
        if (ends is None or starts < ends) and (draft.return_by is None or began < draft.return_by):
            raise Refusal("outings-overlaps", since=began, until=ends)


def _refuse_return(
    back: datetime, starts: datetime, day: date, policy: OutingPolicy, zone: ZoneInfo, at: datetime
) -> None:
    if back <= at:
        raise Refusal("outings-return-past")
    if back <= starts:
        raise Refusal("outings-return-before-departure", departure=starts)
    if day_of(back, zone) != day:
        raise Refusal("outings-return-other-day")
    latest = moment(day, policy.latest_return, zone)
    if back > latest:
        raise Refusal("outings-return-too-late", latest=latest)
