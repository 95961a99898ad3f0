"""Notices to many (通知): to whom, when, who has read it, and one reminder (SY16, T01, S-11).

A notice goes to people of units that the writer looks after, and to nobody else. What is on its way can be stopped,
what was read cannot be unread. Whoever did not acknowledge is reminded once.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.people import Person, Role, Units, has_access, reaches
from bot.rules.refusal import Refusal

SENDING = frozenset({Role.TEAM_LEADER, Role.SUPERVISOR, Role.LEADER, Role.ADMINISTRATOR})


class Urgency(StrEnum):
    """How much a notice presses. The order is that of the button."""

    PLAIN = "plain"  # nobody need say that they read it
    IMPORTANT = "important"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """One notice. Moments are aware UTC."""

    id: int  # 0 until stored
    made_by: int
    unit_id: int  # everybody in it and below it
    role: Role | None = None  # of these, those who hold this role
    urgency: Urgency = Urgency.IMPORTANT
    text: str  # masked words
    file_kind: str | None = None  # photo | document
    file_id: str | None = None  # Telegram's name for what is attached
    made_at: datetime
    due: datetime
    finished_at: datetime | None = None  # when the last of it was handed over
    cancelled_at: datetime | None = None
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """One listener of a notice."""

    broadcast_id: int
    person_id: int
    said_at: datetime | None = None  # handed over to be delivered
    read_at: datetime | None = None
    reminded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class BroadcastPolicy:
    """The bank's figures about notices."""

    longest: int = 2_000  # characters
    furthest: timedelta = timedelta(days=30)
    remind_urgent: timedelta = timedelta(minutes=30)
    remind_important: timedelta = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a notice is."""

    people: int
    delivered: int
    read: int
    unreachable: int

    @property
    def waiting(self) -> int:
        return max(0, self.people - self.delivered - self.unreachable)


def may_send(person: Person, unit_id: int, units: Units) -> None:
    """Refuse who does not look after the unit."""
    if not reaches(person, unit_id, units, SENDING):
        raise Refusal("broadcasts-not-yours")


def audience(
    people: Iterable[Person], sender: Person, unit_ids: Collection[int], role: Role | None, today: date
) -> list[Person]:
    """Who is to hear it: everybody with access in these units, or those who hold the role; never the sender."""
    return [
        each
        for each in people
        if each.id != sender.id
        and each.unit_id in unit_ids
        and has_access(each, today)
        and (role is None or role in each.roles)
    ]


def to_send(broadcast: Broadcast, listeners: Collection[Person], now: datetime, policy: BroadcastPolicy) -> None:
    """Refuse a notice that says nothing, reaches nobody, or lies too far ahead."""
    if not broadcast.text.strip() and broadcast.file_id is None:
        raise Refusal("broadcasts-empty")
    if not listeners:
        raise Refusal("broadcasts-nobody")
    if broadcast.due - now > policy.furthest:
        raise Refusal("broadcasts-too-far", days=policy.furthest.days)


def cancel(broadcast: Broadcast, by: int, now: datetime, unsaid: int) -> Broadcast:
    """Stop what is still to be sent; only who sent it may, and only while there is something to stop."""
    if broadcast.made_by != by:
        raise Refusal("broadcasts-not-yours")
    if broadcast.cancelled_at is not None:
        raise Refusal("broadcasts-already-cancelled", at=broadcast.cancelled_at)
    if unsaid == 0:
        raise Refusal("broadcasts-all-sent")
    return replace(broadcast, cancelled_at=now)


def remind(broadcast: Broadcast, unread: int, now: datetime) -> Broadcast:
    """Remind those who did not acknowledge: once."""
    if broadcast.urgency is Urgency.PLAIN:
        raise Refusal("broadcasts-nothing-to-read")
    if broadcast.reminded_at is not None:
        raise Refusal("broadcasts-already-reminded", at=broadcast.reminded_at)
    if unread == 0:
        raise Refusal("broadcasts-all-read")
    return replace(broadcast, reminded_at=now)


def reminded_after(urgency: Urgency, policy: BroadcastPolicy) -> timedelta | None:
    """How long after sending the bot reminds by itself; none where nothing need be acknowledged."""
    return {Urgency.URGENT: policy.remind_urgent, Urgency.IMPORTANT: policy.remind_important}.get(urgency)
