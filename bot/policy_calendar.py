"""The bank's figures about the client's calendar: how often clients are seen, what credit wants when, whom to greet.

Like `bot.policy_sections`: one class is one section of the policy file, one field one key with its rules.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal

from bot.policy_keys import FIXED, LARGER, figure
from bot.rules.cadence import CadencePolicy, Line, Measure, Window
from bot.rules.contacts import REMOTE, Channel
from bot.rules.credit import CreditPolicy, Level
from bot.rules.months import Length, Period
from bot.rules.occasions import CarePolicy

if TYPE_CHECKING:
    from bot.policy_sections import Policy, Visits

FORMS = {"client_place": Channel.ON_SITE, "outlet_reception": Channel.RECEPTION, "group_event": Channel.EVENT}
MONTHS = (0, 12)
DAYS = (0, 120)


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often clients are seen and called: the tables of `[[cadence]]`."""

    lines: Annotated[
        tuple[Line, ...], figure("V01 V02 V03 V04 V05 V06 V11 V12 V16 V23 V24 V28 D01 D02", FIXED, kind="rhythm")
    ]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a portfolio is to be met in a half-year (V13, V14, D41), and how early a line is spoken of."""

    platinum_up_on_site_min: Annotated[float, figure("V13", LARGER, between=(0, 1))]
    gold_face_min: Annotated[float, figure("V14", LARGER, between=(0, 1))]
    period: Annotated[Literal["quarter", "half_year", "year"], figure("V13 V14", FIXED)]
    ahead_percent: Annotated[int, figure("V01 V11", LARGER, between=(0, 100))]  # of its period, before its day


@dataclass(frozen=True, slots=True)
class Care:
    """Greetings."""

    birthday_days_before: Annotated[int, figure("V17", LARGER, between=(0, 14))]
    anniversary_days_before: Annotated[int, figure("V17", LARGER, between=(0, 30))]


@dataclass(frozen=True, slots=True)
class Credit:
    """Leads of ratings, lines, loans, interest days and reconciliations. `[credit.rating] file_before_days` of a
    policy file is the key `rating_file_before_days`."""

    filing_channel_line: Annotated[str, figure("K11 K16", FIXED)]
    rating_notice_months_head_office: Annotated[int, figure("K03", LARGER, between=MONTHS)]
    rating_notice_months_tier1: Annotated[int, figure("K04", LARGER, between=MONTHS)]
    rating_notice_months_tier2: Annotated[int, figure("K05", LARGER, between=MONTHS)]
    rating_start_window_days: Annotated[int, figure("K02", FIXED, between=DAYS)]  # the process begins no earlier
    rating_file_before_days: Annotated[int, figure("K06", LARGER, between=DAYS)]
    rating_lapse_allowed: Annotated[bool, figure("K01", FIXED, only=False)]
    line_notice_months_head_office: Annotated[int, figure("K08", LARGER, between=MONTHS)]
    line_notice_months_tier1: Annotated[int, figure("K09", LARGER, between=MONTHS)]
    line_notice_months_tier2: Annotated[int, figure("K10 D28", LARGER, between=MONTHS)]
    line_file_before_months: Annotated[int, figure("K11", LARGER, between=MONTHS)]
    line_diligence_days: Annotated[int, figure("K11", LARGER, between=DAYS)]  # before it is filed
    loan_client_notice_months: Annotated[int, figure("K13", LARGER, between=MONTHS)]
    loan_due_table_months: Annotated[int, figure("T02 K20", LARGER, between=MONTHS)]
    loan_relend_talk_days_before: Annotated[int, figure("K14", LARGER, between=DAYS)]
    interest_day_of_month: Annotated[int, figure("K12 D34", FIXED, between=(1, 31))]  # where an item names none
    interest_remind_days_before: Annotated[tuple[int, ...], figure("K12", FIXED, kind="days")]  # working days
    reconciliation_cycle: Annotated[Literal["month", "quarter", "half_year", "year"], figure("K15", FIXED)]
    reconciliation_remind_days_before: Annotated[int, figure("K15", LARGER, between=DAYS)]  # working days
    reconciliation_chase_days: Annotated[int, figure("K15", FIXED, between=DAYS)]  # then it is overdue


def cadence_policy(policy: "Policy") -> CadencePolicy:
    """The rhythm as its rules read it."""
    ahead, coverage, visits = policy.coverage.ahead_percent, policy.coverage, policy.visits
    return CadencePolicy(
        lines=policy.cadence.lines,
        window=Window(visits.window),
        counts_for=counting(visits),
        ahead_percent=ahead,
        on_site_rate=coverage.platinum_up_on_site_min,
        face_rate=coverage.gold_face_min,
        rate_period=Period(1, Length(coverage.period)),
    )


def counting(visits: "Visits") -> dict[Measure, frozenset[Channel]]:
    """What counts for what (D03). Whatever a file says, a call is never a visit (V07)."""
    return {
        Measure.ON_SITE: frozenset({Channel.ON_SITE}),
        Measure.VISIT: frozenset(FORMS[each] for each in visits.face_to_face_forms) - REMOTE,
        Measure.PHONE: frozenset(Channel(each) for each in visits.counts_as_call),
        Measure.CONTACT: frozenset(Channel),
    }


def credit_policy(credit: Credit) -> CreditPolicy:
    """The leads as their rules read them."""
    return CreditPolicy(
        rating_notice={
            Level.HEAD_OFFICE: credit.rating_notice_months_head_office,
            Level.TIER1: credit.rating_notice_months_tier1,
            Level.TIER2: credit.rating_notice_months_tier2,
        },
        rating_window_days=credit.rating_start_window_days,
        rating_file_days=credit.rating_file_before_days,
        line_notice={
            Level.HEAD_OFFICE: credit.line_notice_months_head_office,
            Level.TIER1: credit.line_notice_months_tier1,
            Level.TIER2: credit.line_notice_months_tier2,
        },
        line_file_months=credit.line_file_before_months,
        line_diligence_days=credit.line_diligence_days,
        loan_notice_months=credit.loan_client_notice_months,
        loan_talk_days=credit.loan_relend_talk_days_before,
        due_table_months=credit.loan_due_table_months,
        interest_days=credit.interest_remind_days_before,
        reconciliation_days=credit.reconciliation_remind_days_before,
        chase_days=credit.reconciliation_chase_days,
    )


def care_policy(care: Care) -> CarePolicy:
    return CarePolicy(care.birthday_days_before, care.anniversary_days_before)
