"""The bank's figures about supervision: reading records by risk, spot checks, and what findings lead to.

As in `policy_sections.py`: each field is one key of the policy file, with its rules and the way it may be tightened.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Literal

from bot.policy_keys import FIXED, LARGER, SMALLER, figure
from bot.rules.penalties import Measure, PenaltyPolicy
from bot.rules.review_risk import ReviewPolicy
from bot.rules.spot_checks import SpotCheckPolicy

Step = Literal["caution", "warning_with_deadline", "transfer_or_standby"]
STEPS: dict[Step, Measure] = {
    "caution": Measure.CAUTION,
    "warning_with_deadline": Measure.WARNING,
    "transfer_or_standby": Measure.STANDBY,
}


@dataclass(frozen=True, slots=True)
class Review:
    """The queue of records, ordered by risk."""

    sample_per_rm_per_month: Annotated[int, figure("A17", LARGER, between=(0, 100))]
    sample_every: Annotated[int, figure("A17", SMALLER, between=(2, 20))]  # each so-manieth place of the queue
    copy_percent: Annotated[int, figure("A09 C25", SMALLER, between=(50, 100))]
    fewest_copied: Annotated[int, figure("", FIXED, between=(5, 500))]  # characters
    most_per_minute: Annotated[int, figure("C25", SMALLER, between=(5, 500))]  # characters for a minute on site
    thin_minutes: Annotated[int, figure("C25", SMALLER, between=(10, 600))]
    thin_characters: Annotated[int, figure("C25", LARGER, between=(1, 500))]

    def policy(self) -> ReviewPolicy:
        return ReviewPolicy(
            samples=self.sample_per_rm_per_month,
            every=self.sample_every,
            copy_percent=self.copy_percent,
            fewest_copied=self.fewest_copied,
            most_per_minute=self.most_per_minute,
            thin_from=timedelta(minutes=self.thin_minutes),
            thin_below=self.thin_characters,
        )


@dataclass(frozen=True, slots=True)
class SpotCheck:
    """The spot check (查岗)."""

    answer_minutes: Annotated[int, figure("L06", SMALLER, between=(2, 120))]
    draw: Annotated[int, figure("A17", FIXED, between=(1, 50))]
    most: Annotated[int, figure("", FIXED, between=(1, 100))]


@dataclass(frozen=True, slots=True)
class Penalties:
    """What findings lead to, in yuan and days: proposals, never deductions."""

    enabled: Annotated[bool, figure("C18", FIXED)]
    mode: Annotated[Literal["proposal_only"], figure("C18", FIXED)]
    late: Annotated[int, figure("L05", FIXED, between=(0, 100_000))]
    absent_without_leave: Annotated[int, figure("L03", FIXED, between=(0, 100_000))]
    post_absence: Annotated[int, figure("L06", FIXED, between=(0, 100_000))]
    outing_violation_first: Annotated[int, figure("L07", FIXED, between=(0, 100_000))]
    outing_violation_second: Annotated[Literal["standby"], figure("L08", FIXED)]
    credit_overdue_after_warning: Annotated[int, figure("L10", FIXED, between=(0, 100_000))]
    archive_late_each: Annotated[int, figure("L11", FIXED, between=(0, 100_000))]
    conduct_ladder: Annotated[tuple[Step, ...], figure("L09", FIXED)]
    rectification_days: Annotated[int, figure("L09", SMALLER, between=(1, 365))]
    counts_for_days: Annotated[int, figure("L08", LARGER, between=(1, 3_650))]  # so long a finding is an earlier one

    def policy(self) -> PenaltyPolicy:
        return PenaltyPolicy(
            enabled=self.enabled,
            late=self.late,
            absent=self.absent_without_leave,
            post=self.post_absence,
            outing_first=self.outing_violation_first,
            credit_overdue=self.credit_overdue_after_warning,
            archive_late=self.archive_late_each,
            ladder=tuple(STEPS[each] for each in self.conduct_ladder),
            rectify_days=self.rectification_days,
            counts_for_days=self.counts_for_days,
        )


def check_policy(section: SpotCheck, far_m: int) -> SpotCheckPolicy:
    """Where somebody counts as elsewhere is the same figure as for evidence."""
    return SpotCheckPolicy(
        answer_within=timedelta(minutes=section.answer_minutes), draw=section.draw, most=section.most, far_m=far_m
    )
