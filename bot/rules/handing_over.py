"""What falls into a leave, and what becomes of each piece: given to a colleague, postponed or closed (L02, 5.5).

A colleague takes what they are given with one yes. As long as somebody who was asked has not said yes, the request
waits as `handover_needed`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum


class Piece(StrEnum):
    """What kind of work it is."""

    OUTING = "outing"  # declared for one of the days
    AGENDA = "agenda"  # planned visits, next steps, promises, calls, tasks, reminders
    DUTY = "duty"  # at the desk
    CREDIT = "credit"  # a deadline of the credit calendar
    RECORD = "record"  # of a visit, still to be written


class Plan(StrEnum):
    """What becomes of it."""

    OPEN = "open"  # nobody has said
    GIVE = "give"  # a colleague does it
    POSTPONE = "postpone"  # until the person is back
    CLOSE = "close"  # it is not done at all


# The first is proposed where no colleague takes the work over. A record is written by whoever was there (A10), the
# bank's own deadlines do not go away, and a desk without anybody is no answer (A06).
ALLOWED: Mapping[Piece, tuple[Plan, ...]] = {
    Piece.OUTING: (Plan.POSTPONE, Plan.GIVE, Plan.CLOSE),
    Piece.AGENDA: (Plan.POSTPONE, Plan.GIVE, Plan.CLOSE),
    Piece.DUTY: (Plan.OPEN, Plan.GIVE),
    Piece.CREDIT: (Plan.OPEN, Plan.GIVE, Plan.POSTPONE),
    Piece.RECORD: (Plan.POSTPONE,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A piece of work that falls into a leave. `ref` is the number of its own row."""

    piece: Piece
    ref: int
    day: date
    client_id: int | None = None
    what: str = ""  # of the agenda or the credit calendar: which sort

    @property
    def key(self) -> str:
        return f"{self.piece}:{self.ref}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A piece of work of a request, and what becomes of it. `accepted` is the colleague's answer."""

    id: int = 0  # 0 until stored
    leave_id: int = 0
    piece: Piece
    ref: int
    day: date
    client_id: int | None = None
    what: str = ""
    plan: Plan = Plan.OPEN
    to_id: int | None = None  # to whom it is given

    @property
    def key(self) -> str:
        return f"{self.piece}:{self.ref}"


def planned(found: Iterable[Open], standin_id: int | None, chosen: Mapping[str, str]) -> list[Handed]:
    """Every piece with what becomes of it: what the person chose ("give:5", "postpone", "close"), else the stand-in
    takes it, else the usual."""
    return [handed(each, standin_id, chosen.get(each.key)) for each in found]


def handed(each: Open, standin_id: int | None, said: str | None) -> Handed:
    plan, to_id = plan_of(said)
    allowed = ALLOWED[each.piece]
    if plan not in allowed:
        plan, to_id = (Plan.GIVE, standin_id) if standin_id and Plan.GIVE in allowed else (allowed[0], None)
    return Handed(
        piece=each.piece,
        ref=each.ref,
        day=each.day,
        client_id=each.client_id,
        what=each.what,
        plan=plan,
        to_id=to_id,
    )


def plan_of(said: str | None) -> tuple[Plan | None, int | None]:
    """A choice as it stands in the conversation."""
    word, _, number = (said or "").partition(":")
    if word == Plan.GIVE and number.isdecimal():
        return Plan.GIVE, int(number)
    return (Plan(word), None) if word in (Plan.POSTPONE, Plan.CLOSE) else (None, None)


def asked(pieces: Iterable[Handed], standin_id: int | None) -> list[int]:
    """The colleagues who have to say yes: the stand-in, and everybody who is given something."""
    given = [each.to_id for each in pieces if each.plan is Plan.GIVE and each.to_id is not None]
    return list(dict.fromkeys(([standin_id] if standin_id else []) + given))


def moved(pieces: Sequence[Handed], refused: int, to: int) -> list[Handed]:
    """The pieces that go to another colleague because one could not take them."""
    return [replace(each, to_id=to) for each in pieces if each.plan is Plan.GIVE and each.to_id == refused]


def without_answer(pieces: Iterable[Handed]) -> list[Handed]:
    """The pieces of which nobody has said what becomes of them."""
    return [each for each in pieces if each.plan is Plan.OPEN]
