"""The spot check (查岗): who is asked, what an answer shows, and what follows from it (A17, L06-L08, S-11).

Leave explains everything and is not disturbed. Who is registered out answers with a place or a word; only a place far
from every client of the outing is a wrong place. Silence of somebody who should be at their post is a finding; silence
of somebody registered out is none, for they may be with the client.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.rules.board import Whereabouts
from bot.rules.datum import Point, distance_m
from bot.rules.penalties import Rule
from bot.rules.refusal import Refusal


class Result(StrEnum):
    """What a check came to for one person."""

    WAITING = "waiting"
    PRESENT = "present"
    OUT = "out"  # registered out
    ON_LEAVE = "on_leave"
    WRONG_PLACE = "wrong_place"
    NO_ANSWER = "no_answer"
    ABSENT = "absent"  # the supervisor was there, and the person was not


@dataclass(frozen=True, slots=True)
class SpotCheckPolicy:
    """The bank's figures."""

    answer_within: timedelta = timedelta(minutes=10)
    draw: int = 3  # how many are drawn by chance
    most: int = 20
    far_m: int = 2000  # farther than this from every client of the outing is another place


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One round: made by a supervisor, answered by `answer_by` (UTC)."""

    id: int  # 0 until stored
    unit_id: int
    made_by: int
    made_at: datetime
    answer_by: datetime
    drawn: bool  # by chance
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One person in a check. Of a place only the distance is kept, not the point (C21)."""

    id: int  # 0 until stored
    check_id: int
    person_id: int
    unit_id: int
    registered: Whereabouts  # what the register said when they were asked
    result: Result = Result.WAITING
    answered_at: datetime | None = None
    late: bool = False  # answered after the time
    words: str | None = None  # masked
    placed: bool = False  # a location came
    distance_m: int | None = None  # from the nearest client of the outing; none where no place is known
    judged_by: int | None = None
    judged_at: datetime | None = None


AWAY = frozenset({Whereabouts.OUT, Whereabouts.AT_CLIENT, Whereabouts.OVERDUE})
FINDINGS = {Result.WRONG_PLACE: Rule.OUTING, Result.ABSENT: Rule.POST}


def drawn(people: Collection[int], many: int, seed: str) -> list[int]:
    """So many of these people, by chance that the seed decides."""
    order = sorted(people, key=lambda each: sha256(f"{seed}:{each}".encode()).digest())
    return sorted(order[:many])


def ask(person_id: int, unit_id: int, where: Whereabouts) -> Asked:
    """Somebody in a check; who is on leave is not disturbed."""
    result = Result.ON_LEAVE if where is Whereabouts.ON_LEAVE else Result.WAITING
    return Asked(id=0, check_id=0, person_id=person_id, unit_id=unit_id, registered=where, result=result)


def refuse(people: Sequence[int], by: int, policy: SpotCheckPolicy) -> None:
    """Says no to a check of nobody, of too many, or of oneself (S-11)."""
    if by in people:
        raise Refusal("checks-not-oneself")
    if not people:
        raise Refusal("checks-nobody")
    if len(people) > policy.most:
        raise Refusal("checks-too-many", most=policy.most)


def respond(
    asked: Asked,
    check: Check,
    words: str | None,
    point: Point | None,
    places: Iterable[Point],
    policy: SpotCheckPolicy,
    at: datetime,
) -> Asked:
    """What an answer shows. `places` are those of the clients that the person is registered to be with."""
    if asked.judged_at is not None:
        raise Refusal("checks-judged")
    if asked.answered_at is not None:
        raise Refusal("checks-answered", at=asked.answered_at)
    away = asked.registered in AWAY
    nearest = min((distance_m(point, each) for each in places), default=None) if point is not None else None
    result = Result.OUT if away else Result.PRESENT
    if away and nearest is not None and nearest > policy.far_m:
        result = Result.WRONG_PLACE
    return replace(
        asked,
        result=result,
        answered_at=at,
        late=at > check.answer_by,
        words=words or None,
        placed=point is not None,
        distance_m=None if nearest is None or not away else round(nearest),
    )


def timed_out(asked: Asked, check: Check, at: datetime) -> Asked:
    """The time is over: whoever has not answered did not answer."""
    if asked.result is not Result.WAITING or at < check.answer_by:
        return asked
    return replace(asked, result=Result.NO_ANSWER)


def interrupted(check: Check, at: datetime) -> bool:
    """Whether the check was closed so late that the bot must have been away: silence then says nothing."""
    return at > check.answer_by + (check.answer_by - check.made_at) / 2


def judge(asked: Asked, there: bool, by: int, at: datetime) -> Asked:
    """The supervisor saw for themselves: there, or not. Replaces what the answer seemed to show."""
    if by == asked.person_id:
        raise Refusal("checks-not-oneself")
    if asked.judged_at is not None:
        raise Refusal("checks-judged")
    away = asked.registered in AWAY
    here = Result.OUT if away else Result.PRESENT
    gone = Result.WRONG_PLACE if away else Result.ABSENT
    return replace(asked, result=here if there else gone, judged_by=by, judged_at=at)


def finding(asked: Asked) -> Rule | None:
    """The rule that a result touches; none where there is nothing to say."""
    if asked.result is Result.NO_ANSWER:
        explained = asked.registered in AWAY or asked.registered in (Whereabouts.ON_LEAVE, Whereabouts.OFF)
        return None if explained else Rule.POST
    return FINDINGS.get(asked.result)
