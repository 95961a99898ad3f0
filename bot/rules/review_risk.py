"""Which records a supervisor should read first, and why (A09, A17, C25, SY12).

Each reason is a fact that a reader can check, with a weight; the sum is the order. A reason is no verdict. The sample
by chance is mixed in at fixed distances, so that what looks harmless is read too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import sha256

from bot.rules.evidence import Grade
from bot.rules.records import Record
from bot.rules.visits import Visit


class Reason(StrEnum):
    """Why a record stands where it stands."""

    CONTRADICTED = "contradicted"
    COMPLAINT = "complaint"  # of this client, near this day
    MISSING = "missing"  # the day is over, and nothing was handed in
    COPY = "copy"  # nearly the same words as an earlier record of the person
    WEAK = "weak"
    SHORT_STAY = "short_stay"  # more was written than such a stay can hold
    THIN = "thin"  # a long stay, and hardly a word
    LATE = "late"
    UNPLANNED = "unplanned"
    NO_NEXT_STEP = "no_next_step"  # none, or one without a day
    SAMPLE = "sample"  # drawn by chance (A17)


WEIGHT = {
    Reason.CONTRADICTED: 50,
    Reason.COMPLAINT: 40,
    Reason.MISSING: 35,
    Reason.COPY: 30,
    Reason.WEAK: 20,
    Reason.SHORT_STAY: 20,
    Reason.THIN: 15,
    Reason.LATE: 10,
    Reason.UNPLANNED: 10,
    Reason.NO_NEXT_STEP: 10,
    Reason.SAMPLE: 0,
}


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """The bank's figures."""

    samples: int = 2  # records of each RM a month that are read by chance (A17)
    every: int = 3  # each so-manieth place of the queue goes to a sample
    copy_percent: int = 90  # this alike is nearly the same
    fewest_copied: int = 12  # characters; shorter texts are alike by nature
    most_per_minute: int = 40  # characters of result and purpose for each minute on site
    thin_from: timedelta = timedelta(minutes=60)  # a stay this long ...
    thin_below: int = 15  # ... with a result of fewer characters
    look_back: timedelta = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one visit and its record."""

    visit: Visit
    record: Record | None  # handed in; none: missing
    alike: int = 0  # percent, with the nearest earlier record of the person
    dated: bool = True  # the next step names a day
    complaint: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One place in the queue."""

    visit_id: int
    record_id: int | None
    person_id: int
    day: date
    reasons: tuple[Reason, ...]
    score: int
    alike: int = 0


def judge(facts: Facts, policy: ReviewPolicy, sampled: bool = False) -> Entry:
    """The reasons of one record, heaviest first."""
    visit, record = facts.visit, facts.record
    found = {
        Reason.CONTRADICTED: visit.grade is Grade.CONTRADICTED,
        Reason.WEAK: visit.grade is Grade.WEAK,
        Reason.UNPLANNED: not visit.planned,
        Reason.COMPLAINT: facts.complaint,
        Reason.SAMPLE: sampled,
        Reason.MISSING: record is None,
    }
    if record is not None:
        found[Reason.LATE] = record.late
        found[Reason.COPY] = facts.alike >= policy.copy_percent
        found[Reason.NO_NEXT_STEP] = not record.next_step or not facts.dated
        found |= _length(visit, record, policy)
    reasons = tuple(reason for reason in Reason if found.get(reason))
    reasons = tuple(sorted(reasons, key=lambda each: -WEIGHT[each]))
    return Entry(
        visit_id=visit.id,
        record_id=record.id if record else None,
        person_id=visit.person_id,
        day=visit.day,
        reasons=reasons,
        score=sum(WEIGHT[each] for each in reasons),
        alike=facts.alike,
    )


def _length(visit: Visit, record: Record, policy: ReviewPolicy) -> dict[Reason, bool]:
    """Time on site against length of text."""
    stay = visit.time_on_site
    if stay is None:
        return {}
    said = len(record.result or "") + len(record.purpose or "")
    minutes = max(stay / timedelta(minutes=1), 1)
    return {
        Reason.SHORT_STAY: said > policy.most_per_minute * minutes,
        Reason.THIN: stay >= policy.thin_from and len(record.result or "") < policy.thin_below,
    }


def in_order(entries: Iterable[Entry], every: int) -> list[Entry]:
    """The riskiest first, older before newer; each so-manieth place goes to a sample while there are any."""
    by_risk = sorted(entries, key=lambda each: (-each.score, each.day, each.visit_id))
    calm = [each for each in by_risk if Reason.SAMPLE in each.reasons and each.score == 0]
    others = [each for each in by_risk if each not in calm]
    mixed: list[Entry] = []
    while others or calm:
        if calm and (not others or (len(mixed) + 1) % every == 0):
            mixed.append(calm.pop(0))
        else:
            mixed.append(others.pop(0))
    return mixed


def draw(candidates: Sequence[int], wanted: int, seed: str) -> list[int]:
    """So many of these records, by chance that the seed decides."""
    return sorted(candidates, key=lambda each: sha256(f"{seed}:{each}".encode()).digest())[: max(wanted, 0)]
