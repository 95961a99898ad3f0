"""The board: where everybody of a team is at a moment (A05, L06), and what a day has held for one person.

Counts first, then rows. "Unexplained" is said of nobody before work starts, and of nobody the bot knows to be
in, out, on leave or on duty.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.rules.evidence import Grade


class Whereabouts(StrEnum):
    """Where a person is, as far as the bot has been told. The order is the order on the board."""

    OVERDUE = "overdue"  # out, and the hour of return has passed
    UNEXPLAINED = "unexplained"
    AT_CLIENT = "at_client"
    OUT = "out"
    WAITING = "waiting"  # wants to go out, consent not given yet
    ON_DUTY = "on_duty"
    IN = "in"
    ON_LEAVE = "on_leave"
    OFF = "off"  # not yet, or no longer, working hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person on the board."""

    person_id: int
    where: Whereabouts
    since: datetime | None = None
    back_by: datetime | None = None
    outing_id: int | None = None
    visit_id: int | None = None
    client_id: int | None = None  # where they are, or are going
    lead: str | None = None
    grade: Grade | None = None
    overdue_minutes: int = 0
    declared_late: bool = False
