"""The day's duty RM stays at the desk; a swap counts once the colleague has accepted (A06, 5.3)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.rules.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Who is on desk duty in a unit on a day."""

    id: int  # 0 until stored
    unit_id: int
    day: date
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap:
    """A duty RM asks a colleague to take a day over. Open while `accepted` is None."""

    id: int  # 0 until stored
    duty_id: int
    day: date
    from_id: int  # who has the duty
    to_id: int  # who is asked
    asked_at: datetime
    accepted: bool | None = None
    answered_at: datetime | None = None


def on_duty(duties: Iterable[Duty], person_id: int, day: date) -> Duty | None:
    """The duty a person has on a day, if any (A06)."""
    return next((duty for duty in duties if duty.person_id == person_id and duty.day == day), None)


def assign(duties: Iterable[Duty], unit_id: int, day: date, person_id: int, today: date) -> Duty:
    """Put a person on duty for a day, in place of whoever had it. `duties` are the unit's."""
    if day < today:
        raise Refusal("duty-day-past")
    had = next((duty for duty in duties if duty.unit_id == unit_id and duty.day == day), None)
    if had is not None and had.person_id == person_id:
        raise Refusal("duty-already-theirs")
    return replace(had, person_id=person_id) if had else Duty(id=0, unit_id=unit_id, day=day, person_id=person_id)


def ask_swap(
    duty: Duty, swaps: Iterable[Swap], from_id: int, to_id: int, free: bool, today: date, at: datetime
) -> Swap:
    """Ask a colleague to take the day over. `free` says that they are neither out nor on leave then."""
    if duty.person_id != from_id:
        raise Refusal("duty-not-yours")
    if duty.day < today:
        raise Refusal("duty-day-past")
    if to_id == from_id:
        raise Refusal("duty-swap-with-self")
    if any(swap.duty_id == duty.id and swap.accepted is None for swap in swaps):
        raise Refusal("duty-swap-already-asked")
    if not free:
        raise Refusal("duty-colleague-away")
    return Swap(id=0, duty_id=duty.id, day=duty.day, from_id=from_id, to_id=to_id, asked_at=at)


def answer_swap(swap: Swap, duty: Duty, by: int, accept: bool, today: date, at: datetime) -> tuple[Swap, Duty]:
    """The colleague's answer; only with their yes does the duty change hands."""
    if by != swap.to_id:
        raise Refusal("duty-not-asked")
    if swap.accepted is not None:
        raise Refusal("duty-swap-already-answered", at=swap.answered_at)
    if duty.day < today:
        raise Refusal("duty-day-past")
    if duty.person_id != swap.from_id:
        raise Refusal("duty-changed-hands")
    answered = replace(swap, accepted=accept, answered_at=at)
    return answered, replace(duty, person_id=swap.to_id) if accept else duty
