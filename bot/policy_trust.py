"""The bank's figures about trust: how often the audit is linked, who is told its seals, how long recordings stay.

As in `policy_sections.py`: each field is one key of the policy file, with its rules and the way it may be tightened.
"""

from dataclasses import dataclass
from datetime import time
from typing import Annotated, Literal

from bot.policy_keys import FIXED, MORE, ON, SMALLER, figure


@dataclass(frozen=True, slots=True)
class Audit:
    """The chain of the audit (bot/rules/chain.py)."""

    link_minutes: Annotated[int, figure("C06 C14", SMALLER, between=(1, 60))]
    told_to: Annotated[tuple[Literal["auditor", "supervisor"], ...], figure("C14 C15", MORE)]  # the seal of each day
    told_at: Annotated[time, figure("", FIXED)]


@dataclass(frozen=True, slots=True)
class Keeping:
    """When what is over goes."""

    purge_at: Annotated[time, figure("C06", FIXED)]
    recording_hours: Annotated[int, figure("S-03 S-04", SMALLER, between=(1, 47))]  # alarm if still in the chat then
    leavers_lose_extras: Annotated[bool, figure("S-01", ON)]
