"""Findings and what the papers say about them: proposals that people decide, never deductions (L03, L05-L11, C18).

A proposal is a flag with a measure from the policy. The person sees it and may contest it with a reason; whoever leads
them lets it stand or withdraws it. Nobody decides about themselves (S-11), and what is decided stays decided.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.rules.refusal import Refusal


class Rule(StrEnum):
    """The findings that the papers attach something to."""

    ABSENT = "L03"  # without leave
    LATE = "L05"
    POST = "L06"  # not at the post when a supervisor looked
    OUTING = "L07"  # wrong place, unrelated matter, or a complaint: the first time
    OUTING_AGAIN = "L08"  # the second time
    CONDUCT = "L09"
    CREDIT_OVERDUE = "L10"
    ARCHIVE_LATE = "L11"


class Measure(StrEnum):
    """What the papers say should follow."""

    NONE = "none"  # the bank has switched measures off: the finding alone is kept
    FINE = "fine"
    CAUTION = "caution"
    WARNING = "warning"  # with a day by which things are put right
    STANDBY = "standby"  # transfer or standby


class ProposalStatus(StrEnum):
    PROPOSED = "proposed"
    CONTESTED = "contested"
    UPHELD = "upheld"
    WITHDRAWN = "withdrawn"  # a false alarm


WAITING = frozenset({ProposalStatus.PROPOSED, ProposalStatus.CONTESTED})
LADDER = (Measure.CAUTION, Measure.WARNING, Measure.STANDBY)


@dataclass(frozen=True, slots=True)
class PenaltyPolicy:
    """The bank's figures, in yuan; days are calendar days."""

    enabled: bool = True
    late: int = 50
    absent: int = 50
    post: int = 200
    outing_first: int = 100
    credit_overdue: int = 100
    archive_late: int = 50
    ladder: tuple[Measure, ...] = LADDER  # L09
    rectify_days: int = 30
    counts_for_days: int = 365  # earlier findings within these days make the next one a later step


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One flag on one person. `day` is local to the unit, moments are UTC."""

    id: int  # 0 until stored
    person_id: int
    unit_id: int
    rule: Rule
    about: str  # "check:12", "rollcall:7": what was found, once
    day: date
    minutes: int | None = None  # how late, where that is a figure
    measure: Measure
    amount: int | None = None
    step: int  # the how-manieth of its kind, from 1
    deadline: date | None = None  # by when a warning is to be heeded
    found_by: int | None = None  # none: by the clock
    found_at: datetime
    status: ProposalStatus = ProposalStatus.PROPOSED
    contest: str | None = None  # the person's masked words
    contested_at: datetime | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None
    reason: str | None = None  # why it was withdrawn, masked


@dataclass(frozen=True, slots=True)
class Consequence:
    rule: Rule
    measure: Measure
    amount: int | None
    step: int
    deadline: date | None


def consequence(rule: Rule, earlier: int, day: date, policy: PenaltyPolicy) -> Consequence:
    """What the papers say about a finding after so many earlier ones of its kind that were not withdrawn."""
    step = earlier + 1
    if rule is Rule.OUTING and step > 1:
        rule = Rule.OUTING_AGAIN  # L08: from the second time on
    measure, amount = _measure(rule, step, policy)
    if not policy.enabled:
        measure, amount = Measure.NONE, None
    deadline = day + timedelta(days=policy.rectify_days) if measure is Measure.WARNING else None
    return Consequence(rule, measure, amount, step, deadline)


def _measure(rule: Rule, step: int, policy: PenaltyPolicy) -> tuple[Measure, int | None]:
    match rule:
        case Rule.OUTING_AGAIN:
            return Measure.STANDBY, None
        case Rule.CONDUCT:
            return policy.ladder[min(step, len(policy.ladder)) - 1], None
        case Rule.CREDIT_OVERDUE:  # warning first; if the warning fails, one fine
            return (Measure.WARNING, None) if step == 1 else (Measure.FINE, policy.credit_overdue)
        case _:
            fines = {
                Rule.ABSENT: policy.absent,
                Rule.LATE: policy.late,
                Rule.POST: policy.post,
                Rule.OUTING: policy.outing_first,
                Rule.ARCHIVE_LATE: policy.archive_late,
            }
            return Measure.FINE, fines[rule]


def family(rule: Rule) -> frozenset[Rule]:
    """The rules whose earlier findings count as the same kind."""
    both = frozenset({Rule.OUTING, Rule.OUTING_AGAIN})
    return both if rule in both else frozenset({rule})


def contest(proposal: Proposal, by: int, words: str, at: datetime) -> Proposal:
    """The person answers their flag, with reasons."""
    if by != proposal.person_id:
        raise Refusal("proposals-not-yours")
    _refuse_decided(proposal)
    if proposal.status is ProposalStatus.CONTESTED:
        raise Refusal("proposals-contested-already", at=proposal.contested_at)
    if not words.strip():
        raise Refusal("proposals-contest-needs-reason")
    return replace(proposal, status=ProposalStatus.CONTESTED, contest=words.strip(), contested_at=at)


def decide(proposal: Proposal, by: int, stands: bool, reason: str | None, at: datetime) -> Proposal:
    """A supervisor lets the flag stand, or withdraws it as a false alarm; against a contest only with a reason."""
    if by == proposal.person_id:
        raise Refusal("proposals-own")
    _refuse_decided(proposal)
    words = (reason or "").strip() or None
    if stands and proposal.status is ProposalStatus.CONTESTED and words is None:
        raise Refusal("proposals-uphold-needs-reason")
    status = ProposalStatus.UPHELD if stands else ProposalStatus.WITHDRAWN
    return replace(proposal, status=status, decided_by=by, decided_at=at, reason=words)


def _refuse_decided(proposal: Proposal) -> None:
    if proposal.status not in WAITING:
        raise Refusal(f"proposals-is-{proposal.status}", at=proposal.decided_at)


@dataclass(frozen=True, slots=True)
class Tally:
    """What has become of the flags of one rule."""

    rule: Rule
    made: int
    waiting: int
    contested: int  # ever
    upheld: int
    withdrawn: int

    @property
    def false_alarms(self) -> int | None:
        """Withdrawn ones in a hundred of those decided; none where nothing was decided yet."""
        decided = self.upheld + self.withdrawn
        return round(100 * self.withdrawn / decided) if decided else None


def tally(proposals: Iterable[Proposal]) -> list[Tally]:
    """Rule by rule, in the order of their numbers: how often it flagged, and how often wrongly."""
    by_rule: Mapping[Rule, list[Proposal]] = {rule: [] for rule in Rule}
    for each in proposals:
        by_rule[each.rule].append(each)
    found = []
    for rule, some in by_rule.items():
        if some:
            count = Counter(each.status for each in some)
            found.append(
                Tally(
                    rule,
                    len(some),
                    sum(count[status] for status in WAITING),
                    sum(each.contested_at is not None for each in some),
                    count[ProposalStatus.UPHELD],
                    count[ProposalStatus.WITHDRAWN],
                )
            )
    return found
