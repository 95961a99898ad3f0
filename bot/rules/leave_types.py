"""An example of what kinds of leave a bank grants and how each is counted. A bank replaces these figures with its own.

The bank's papers name only maternity and work injury (L18); the rest follows the usual reading of Chinese labour law
and is to be looked at before going live.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from bot.rules.people import Role


class Kind(StrEnum):
    """What the leave is for."""

    ANNUAL = "annual"
    PERSONAL = "personal"
    SICK = "sick"
    MATERNITY = "maternity"
    PATERNITY = "paternity"
    MARRIAGE = "marriage"
    BEREAVEMENT = "bereavement"
    WORK_INJURY = "work_injury"
    COMPENSATORY = "compensatory"
    OTHER = "other"


class Unit(StrEnum):
    """The smallest piece in which a leave is taken."""

    DAY = "day"
    HALF = "half"
    HOUR = "hour"


@dataclass(frozen=True, slots=True)
class LeaveType:
    """How one kind is counted and granted. Days; `None` where there is no bound."""

    kind: Kind
    smallest: Unit = Unit.HALF
    calendar_days: bool = False  # weekends and holidays count too
    paid: bool = True
    needs_proof: bool = False
    protected: bool = False  # L18: the grade is kept for a quarter
    longest_days: int | None = None  # in one run
    notice_days: int = 0  # to be asked that many days before
    from_ledger: bool = False  # taken from a balance
    hand_over: bool = True  # L02; not asked of somebody who falls ill
    roles: frozenset[Role] = frozenset(Role)


TYPES: Mapping[Kind, LeaveType] = MappingProxyType(
    {
        each.kind: each
        for each in (
            LeaveType(Kind.ANNUAL, from_ledger=True, longest_days=15, notice_days=1),
            LeaveType(Kind.PERSONAL, smallest=Unit.HOUR, paid=False, longest_days=10),
            LeaveType(Kind.SICK, smallest=Unit.HOUR, needs_proof=True, hand_over=False),
            LeaveType(
                Kind.MATERNITY, smallest=Unit.DAY, calendar_days=True, needs_proof=True, protected=True,
                longest_days=188,
            ),
            LeaveType(Kind.PATERNITY, smallest=Unit.DAY, calendar_days=True, needs_proof=True, longest_days=30),
            LeaveType(Kind.MARRIAGE, smallest=Unit.DAY, needs_proof=True, longest_days=15, notice_days=3),
            LeaveType(Kind.BEREAVEMENT, smallest=Unit.DAY, longest_days=5, hand_over=False),
            LeaveType(
                Kind.WORK_INJURY, smallest=Unit.DAY, calendar_days=True, needs_proof=True, protected=True,
                hand_over=False,
            ),
            LeaveType(Kind.COMPENSATORY, smallest=Unit.HOUR, from_ledger=True, longest_days=5),
            LeaveType(Kind.OTHER, smallest=Unit.HOUR, paid=False, longest_days=10),
        )
    }
)  # fmt: skip

ANNUAL_DAYS = ((20, 15), (10, 10), (1, 5))  # full years of service → days of annual leave


def annual_days(years_of_service: int) -> int:
    """The statutory days of annual leave: 5 a year after one full year of service, 10 after ten, 15 after twenty."""
    return next((days for years, days in ANNUAL_DAYS if years_of_service >= years), 0)
