"""The outing register: told before leaving, kept while out, closed on return (A04–A06, A11, A13, A22–A23, D17).

An outing is one trip from the office and back, with one or more stops. Its life:
planned -> declared (or waiting for consent, then declared or declined) -> out -> returned;
cancelled with a reason while nobody has been visited. Overdue is not a state but a question of time.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


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
    departed_at: datetime | None = None
    returned_at: datetime | None = None
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
    def declared_late(self) -> bool:
        """Whether the RM had left before telling anybody; the register shows it (A04)."""
        return bool(self.departed_at and self.declared_at and self.departed_at < self.declared_at)

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
    fields: frozenset[Field] = frozenset({Field.CLIENT, Field.MATTER, Field.PLACE, Field.RETURN})  # A04, A13
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
