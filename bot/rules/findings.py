"""What else a record says, beside its four blocks: the date of the next step, products and their risks, a chance of
business, a complaint, a promise, a major event (S-06, O01, X08, H07, H14, V27).

Each version of a record has its own findings (C12). Moments are UTC, days local to the unit.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.rules.refusal import Refusal


class Risk(StrEnum):
    """Whether the risks of a product that was talked about were disclosed (S-06)."""

    UNSAID = "unsaid"
    DISCLOSED = "disclosed"
    NOT_YET = "not_yet"
    NO_PRODUCT = "no_product"  # the bot misread: nothing was recommended


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What was found in the words of one version of a record; None where nothing was said. Texts are masked."""

    record_id: int
    next_day: date | None = None  # read when the next step was said: a later version does not move it by itself
    next_at: datetime | None = None
    products: str | None = None
    risk: Risk = Risk.UNSAID
    risk_at: datetime | None = None
    opportunity: str | None = None
    complaint: str | None = None
    promise: str | None = None
    promise_day: date | None = None
    promise_at: datetime | None = None
    verdict: str | None = None  # words that promise what only the meeting decides (H07)
    event: str | None = None


def joined(before: Findings, found: Findings) -> Findings:
    """What was known with what was said since: new words stand over old ones, silence takes nothing away."""
    said = found.risk is not Risk.UNSAID
    return Findings(
        record_id=before.record_id,
        next_day=before.next_day,  # follows the block of the next step, not the words
        next_at=before.next_at,
        products=found.products or before.products,
        risk=found.risk if said else before.risk,
        risk_at=found.risk_at if said else before.risk_at,
        opportunity=found.opportunity or before.opportunity,
        complaint=found.complaint or before.complaint,
        promise=found.promise or before.promise,
        promise_day=found.promise_day if found.promise else before.promise_day,
        promise_at=found.promise_at if found.promise else before.promise_at,
        verdict=found.verdict or before.verdict,
        event=found.event or before.event,
    )


def ask_risk(findings: Findings, wanted: bool) -> bool:
    """Whether to ask if the risks were disclosed: products were talked about, and nobody has said (S-06).

    `wanted` is the policy's word on whether this bank asks at all.
    """
    return wanted and findings.products is not None and findings.risk is Risk.UNSAID


def answer_risk(findings: Findings, risk: Risk, at: datetime) -> Findings:
    """What the writer says about the risks; it may be said anew, and the time is the latest one (C11)."""
    if findings.products is None or risk is Risk.UNSAID:
        raise Refusal("findings-no-product")
    return replace(findings, risk=risk, risk_at=at)
