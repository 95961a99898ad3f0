"""The bank's figures about leave: asking, handing over, deciding; the kinds there are, and the accounts.

As in `policy_sections.py`: each field is one key of the policy file, with its rules and the way it may be tightened.
A table by kind changes only the kinds that it names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from fractions import Fraction
from typing import Annotated, Any, Literal

from bot.policy_keys import FEWER, FIXED, LARGER, MORE, ON, SMALLER, along, each, figure
from bot.rules.intervals import Hours
from bot.rules.leave import LeavePolicy
from bot.rules.leave_types import Kind, LeaveType, Unit
from bot.rules.ledger import AccountPolicy
from bot.rules.people import Role

KindName = Literal[
    "annual",
    "personal",
    "sick",
    "maternity",
    "paternity",
    "marriage",
    "bereavement",
    "work_injury",
    "compensatory",
    "force_majeure",
    "other",
]
Account = Literal["annual", "compensatory"]
Piece = Literal["hour", "half", "day"]
Protection = Literal["1 quarter"]
RoleName = Literal["rm", "team_leader", "supervisor", "leader", "clerk", "auditor", "administrator"]


@dataclass(frozen=True, slots=True)
class Leave:
    """Asking for leave, handing work over, and deciding."""

    approval_before_start: Annotated[bool, figure("L01", FIXED, only=True)]
    types: Annotated[tuple[KindName, ...], figure("L01", FEWER)]  # the kinds that may be asked for
    protected_types: Annotated[Mapping[KindName, Protection], figure("L18", FIXED)]
    handover_required: Annotated[bool, figure("L02", ON)]
    handover_from_days: Annotated[int, figure("L02", SMALLER, between=(0, 30))]  # shorter leave: if work falls into it
    retroactive: Annotated[Literal["absenteeism"], figure("L03", FIXED)]
    emergency_second_approver: Annotated[bool, figure("L03", ON)]
    next_level_days: Annotated[int, figure("L01", SMALLER, between=(1, 366))]  # longer leave needs the next level too
    longest_days: Annotated[int, figure("L01", SMALLER, between=(1, 1_000))]  # calendar days in one request
    quarter_end_days: Annotated[int, figure("L01", LARGER, between=(0, 31))]  # then the next level must agree too
    forenoon_end: Annotated[time, figure("", FIXED)]  # half days are these hours, from and to the working hours
    afternoon_start: Annotated[time, figure("", FIXED)]
    remind_hours: Annotated[int, figure("L01", SMALLER, between=(1, 168))]  # whoever decides hears of it again
    escalate_hours: Annotated[int, figure("L01 D40", SMALLER, between=(1, 336))]  # then the next one is asked
    fewest_present: Annotated[int, figure("A06", LARGER, between=(0, 500))]  # of a unit; fewer is said on the card


@dataclass(frozen=True, slots=True)
class LeaveTypes:
    """How each kind is counted and granted. An example: a bank looks at these figures before going live."""

    smallest: Annotated[Mapping[KindName, Piece], figure("", each(along("hour", "half", "day")))]
    calendar_days: Annotated[tuple[KindName, ...], figure("", FIXED)]  # weekends and holidays count too
    unpaid: Annotated[tuple[KindName, ...], figure("", MORE)]
    needs_proof: Annotated[tuple[KindName, ...], figure("", MORE)]
    without_handover: Annotated[tuple[KindName, ...], figure("L02", FEWER)]
    at_quarter_end: Annotated[tuple[KindName, ...], figure("", FEWER)]  # nobody chooses when they fall ill
    longest_days: Annotated[Mapping[KindName, int], figure("", each(SMALLER), between=(1, 1_000))]  # in one run
    notice_days: Annotated[Mapping[KindName, int], figure("", each(LARGER), between=(0, 90))]  # asked so long before
    only_for: Annotated[Mapping[KindName, tuple[RoleName, ...]], figure("", each(FEWER))]  # others: for everybody


@dataclass(frozen=True, slots=True)
class LeaveAccounts:
    """Accounts of days. What is granted by years of service is the statutory example of China."""

    kept: Annotated[tuple[Account, ...], figure("", MORE)]  # taken from a balance
    annual_by_service: Annotated[Mapping[int, int], figure("", FIXED, between=(0, 60), kind="steps")]  # full years
    yearly: Annotated[bool, figure("", FIXED)]  # the bot itself writes each new year's rows
    carry_days: Annotated[int, figure("", SMALLER, between=(0, 60))]  # at most so many go into the next year
    carry_until_month: Annotated[int, figure("", SMALLER, between=(1, 12))]  # to its last day


def leave_policy(leave: Leave, types: LeaveTypes, accounts: LeaveAccounts, hours: Hours) -> LeavePolicy:
    """The figures in the shape that the rules ask for."""
    return LeavePolicy(
        hours=hours,
        types={kind: leave_type(kind, leave, types, accounts) for kind in Kind},
        hand_over=leave.handover_required,
        hand_over_from=Fraction(leave.handover_from_days),
        second_approver=leave.emergency_second_approver,
        next_level_beyond=leave.next_level_days,
        longest_days=leave.longest_days,
        remind_after=timedelta(hours=leave.remind_hours),
        escalate_after=timedelta(hours=leave.escalate_hours),
        fewest_present=leave.fewest_present,
        quarter_end_days=leave.quarter_end_days,
    )


def leave_type(kind: Kind, leave: Leave, types: LeaveTypes, accounts: LeaveAccounts) -> LeaveType:
    name: Any = kind.value
    roles = types.only_for.get(name, tuple(Role)) if name in leave.types else ()
    return LeaveType(
        kind,
        smallest=Unit(types.smallest.get(name, "day")),
        calendar_days=name in types.calendar_days,
        paid=name not in types.unpaid,
        needs_proof=name in types.needs_proof,
        protected=name in leave.protected_types,
        longest_days=types.longest_days.get(name),
        notice_days=types.notice_days.get(name, 0),
        from_ledger=name in accounts.kept,
        hand_over=name not in types.without_handover,
        at_quarter_end=name in types.at_quarter_end,
        roles=frozenset(Role(role) for role in roles),
    )


def account_policy(accounts: LeaveAccounts) -> AccountPolicy:
    return AccountPolicy(
        by_service=tuple(sorted(accounts.annual_by_service.items())),
        yearly=accounts.yearly,
        carry=Fraction(accounts.carry_days),
        carry_until_month=accounts.carry_until_month,
    )
