"""Roll call (晨训点名): who is there, who is late, who is accounted for, and who is not (A01–A03, L05, C18).

Leave, outings and desk duty explain an absence. Lateness counts by when the person said so, not by when we heard it,
and by nothing earlier than the question: a roll call that opened late waits as long as one in time. What is left
becomes a proposal to a manager, never a fine.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.refusal import Refusal

INTERRUPTED_AFTER = timedelta(minutes=5)


class Mark(StrEnum):
    """How a person stands in a roll call. The order is the order on the board: exceptions first."""

    UNEXPLAINED = "unexplained"
    LATE = "late"
    PRESENT = "present"
    OUT = "out"
    ON_DUTY = "on_duty"
    ON_LEAVE = "on_leave"
    NOT_ENROLLED = "not_enrolled"


class Gathering(StrEnum):
    """What people come together for."""

    TRAINING = "training"  # A01, every working morning
    WEEKLY = "weekly"  # M01
    COMMUNICATION = "communication"  # M04
    ANALYSIS = "analysis"  # M05
    DEPARTMENT_WORK = "department_work"  # M06


@dataclass(frozen=True, slots=True, kw_only=True)
class RollCall:
    """A gathering of one unit on one day, with its roll call, minutes and recorder."""

    id: int  # 0 until stored
    unit_id: int
    day: date  # in the unit's zone
    gathering: Gathering
    starts: datetime
    ends: datetime
    opened_at: datetime | None = None  # when people were asked
    closed_at: datetime | None = None  # from then on the snapshot stands
    convened_by: int | None = None
    recorder_id: int | None = None
    minutes: str | None = None  # masked words (M02)
    minutes_at: datetime | None = None
    merged_with: Gathering | None = None  # M05: held together with another
    cancelled_at: datetime | None = None
    interrupted: bool = False  # nobody could answer for a time: nothing is concluded from silence


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one person said to a roll call, and after its close how they stood."""

    roll_call_id: int
    person_id: int
    said_at: datetime | None  # when the phone sent it
    received_at: datetime | None
    mark: Mark | None = None  # of the snapshot


@dataclass(frozen=True, slots=True)
class RollCallPolicy:
    """The bank's figures about roll calls."""

    grace: timedelta = timedelta(0)  # L05
    opens_before: timedelta = timedelta(minutes=15)
    closes_after: timedelta = timedelta(minutes=45)


@dataclass(frozen=True, slots=True)
class Known:
    """What explains that somebody is not there."""

    on_leave: Set[int] = frozenset()
    out: Set[int] = frozenset()
    on_duty: Set[int] = frozenset()
    not_enrolled: Set[int] = frozenset()


def late_from(call: RollCall, policy: RollCallPolicy) -> datetime:
    """From when on an answer is late (L05): after the start and its grace.

    Where people were asked late, as after an outage, they have as long as they would have had.
    """
    asked_late = call.opened_at is not None and call.opened_at > call.starts - policy.opens_before
    fair = call.opened_at + policy.opens_before if asked_late and call.opened_at else call.starts
    return max(call.starts, fair) + policy.grace


def sign_in(call: RollCall, person_id: int, said_at: datetime, now: datetime, told: Answer | None) -> Answer:
    """Somebody says that they are there. The first word counts; a word from before the close is heard after it too."""
    if told is not None and told.said_at is not None:
        raise Refusal("rollcall-already-here", at=told.said_at)
    if call.cancelled_at is not None:
        raise Refusal("rollcall-cancelled")
    if call.opened_at is None or said_at < call.starts - timedelta(hours=3):
        raise Refusal("rollcall-not-open", at=call.starts)
    if call.closed_at is not None and said_at >= call.closed_at:
        raise Refusal("rollcall-closed", at=call.closed_at)
    return Answer(roll_call_id=call.id, person_id=person_id, said_at=said_at, received_at=now)


def mark(call: RollCall, person_id: int, told: Answer | None, known: Known, policy: RollCallPolicy) -> Mark:
    """How a person stands. Who answers is there, whatever else is known; an explanation counts where nobody answers."""
    if told is not None and told.said_at is not None:
        return Mark.LATE if told.said_at >= late_from(call, policy) + timedelta(minutes=1) else Mark.PRESENT
    if person_id in known.on_leave:
        return Mark.ON_LEAVE
    if person_id in known.on_duty:
        return Mark.ON_DUTY
    if person_id in known.out:
        return Mark.OUT
    if person_id in known.not_enrolled:
        return Mark.NOT_ENROLLED
    return Mark.UNEXPLAINED


def late_by(call: RollCall, told: Answer, policy: RollCallPolicy) -> int:
    """Minutes after the hour, whole ones; 0 where it is not late."""
    if told.said_at is None:
        return 0
    return max(0, int((told.said_at - late_from(call, policy)).total_seconds() // 60))


def standing(
    call: RollCall, people: Iterable[int], answers: Mapping[int, Answer], known: Known, policy: RollCallPolicy
) -> dict[int, Mark]:
    """How everybody stands, in the order of the board; within a mark as they were given."""
    marks = {each: mark(call, each, answers.get(each), known, policy) for each in people}
    order = {one: position for position, one in enumerate(Mark)}
    return dict(sorted(marks.items(), key=lambda pair: order[pair[1]]))


def close(call: RollCall, now: datetime) -> RollCall:
    """The roll call, over. Only once."""
    if call.closed_at is not None:
        raise Refusal("rollcall-closed", at=call.closed_at)
    return replace(call, closed_at=now)


def was_interrupted(due: datetime, now: datetime) -> bool:
    """Whether a roll call was closed so late that the bot, or the way to it, must have been away meanwhile."""
    return now > due + INTERRUPTED_AFTER


def proposals(marks: Mapping[int, Mark]) -> list[tuple[int, str]]:
    """Whom a manager may want to look at, with the rule: late (L05), absent without a word (L03); no fine (C18)."""
    found = []
    for person_id, one in marks.items():
        if one is Mark.LATE:
            found.append((person_id, "L05"))
        elif one is Mark.UNEXPLAINED:
            found.append((person_id, "L03"))
    return found
