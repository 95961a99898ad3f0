"""What kinds of leave there are, and what a bank's policy says of each (L01, L18).

The figures stand in the policy's default file as an example. The bank's papers name only maternity, work injury and
force majeure (L18); the rest follows the usual reading of Chinese labour law.
"""

from dataclasses import dataclass
from enum import StrEnum

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
    FORCE_MAJEURE = "force_majeure"
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
    at_quarter_end: bool = False  # its last days are no reason to ask the next level
    roles: frozenset[Role] = frozenset(Role)  # who may take it; nobody where the bank does not grant it
