"""The bank's figures about notices to many, and about incidents.

As in `policy_sections.py`: each field is one key of the policy file, with its rules and the way it may be tightened.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from bot.policy_keys import FIXED, SMALLER, figure
from bot.rules.broadcasts import BroadcastPolicy
from bot.rules.incidents import IncidentPolicy


@dataclass(frozen=True, slots=True)
class Notices:
    """Notices to many, and reports of incidents to the chain."""

    longest: Annotated[int, figure("", FIXED, between=(100, 3_500))]  # characters
    furthest_days: Annotated[int, figure("", SMALLER, between=(1, 90))]
    remind_urgent_minutes: Annotated[int, figure("", SMALLER, between=(5, 1_440))]
    remind_important_minutes: Annotated[int, figure("", SMALLER, between=(15, 10_080))]
    incident_longest: Annotated[int, figure("H14", FIXED, between=(100, 3_000))]  # characters
    incident_remind_minutes: Annotated[int, figure("H14 H15", SMALLER, between=(1, 240))]


def broadcast_policy(said: Notices) -> BroadcastPolicy:
    """The figures in the shape that the rule asks for."""
    return BroadcastPolicy(
        longest=said.longest,
        furthest=timedelta(days=said.furthest_days),
        remind_urgent=timedelta(minutes=said.remind_urgent_minutes),
        remind_important=timedelta(minutes=said.remind_important_minutes),
    )


def incident_policy(said: Notices) -> IncidentPolicy:
    """The figures in the shape that the rule asks for."""
    return IncidentPolicy(longest=said.incident_longest, remind_after=timedelta(minutes=said.incident_remind_minutes))
