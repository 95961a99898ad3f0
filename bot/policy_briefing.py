"""The bank's figures about the morning: briefing and ranking, training and roll call, meetings, reminders, the log.

As in `policy_sections.py`: each field is one key of the policy file, with its rules and the way it may be tightened.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Annotated, Literal

from bot.policy_keys import EARLIER, FIXED, LARGER, MORE, ON, SMALLER, along, figure
from bot.rules.meetings import MeetingPolicy
from bot.rules.ranking import RankingPolicy, Sort
from bot.rules.reminding import QuietHours, RemindingPolicy, Volume
from bot.rules.rollcall import Gathering, RollCallPolicy

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Monthly = Literal["communication", "analysis", "department_work"]
Section = Literal[
    "morning_notes", "visits", "sales", "suggestions", "memos", "main_business", "work_plan", "appointments"
]

DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PER_CENT = (0, 1_000)


@dataclass(frozen=True, slots=True)
class Briefing:
    """The few lines of the morning, and what decides their order."""

    at: Annotated[time, figure("A16", EARLIER)]
    supervisor_at: Annotated[time, figure("A09", EARLIER)]
    stale_hours: Annotated[int, figure("", SMALLER, between=(1, 12))]  # caught up later than this, nothing is sent
    most_lines: Annotated[int, figure("A16", FIXED, between=(3, 20))]
    weight_credit: Annotated[int, figure("K01 K06 K11", FIXED, between=PER_CENT)]
    weight_plan: Annotated[int, figure("A13 V20", FIXED, between=PER_CENT)]
    weight_promise: Annotated[int, figure("A10 F-06", FIXED, between=PER_CENT)]
    weight_record: Annotated[int, figure("A07", FIXED, between=PER_CENT)]
    weight_cadence: Annotated[int, figure("V01 V02 V11", FIXED, between=PER_CENT)]
    weight_care: Annotated[int, figure("V17", FIXED, between=PER_CENT)]
    must_extra: Annotated[int, figure("", FIXED, between=PER_CENT)]  # per cent
    diamond_extra: Annotated[int, figure("P-12", FIXED, between=PER_CENT)]  # per cent
    platinum_extra: Annotated[int, figure("P-12", FIXED, between=PER_CENT)]  # per cent
    horizon_days: Annotated[int, figure("", FIXED, between=(1, 120))]
    overdue_days: Annotated[int, figure("", FIXED, between=(1, 365))]
    now_days: Annotated[int, figure("K01", FIXED, between=(0, 30))]
    soon_days: Annotated[int, figure("K11 K13", FIXED, between=(1, 120))]

    @property
    def ranking(self) -> RankingPolicy:
        return RankingPolicy(
            weights={
                Sort.CREDIT: self.weight_credit,
                Sort.PLAN: self.weight_plan,
                Sort.PROMISE: self.weight_promise,
                Sort.RECORD: self.weight_record,
                Sort.CADENCE: self.weight_cadence,
                Sort.CARE: self.weight_care,
            },
            tiers={"diamond": self.diamond_extra, "platinum": self.platinum_extra},
            must_extra=self.must_extra,
            horizon_days=self.horizon_days,
            overdue_days=self.overdue_days,
            now_days=self.now_days,
            soon_days=self.soon_days,
        )


@dataclass(frozen=True, slots=True)
class Training:
    """The morning training (晨训) and its roll call."""

    held: Annotated[bool, figure("A01", ON)]
    start: Annotated[time, figure("A01 D12", EARLIER)]
    days: Annotated[tuple[Day, ...], figure("A01", MORE)]
    remind_minutes: Annotated[int, figure("A01", FIXED, between=(0, 120))]  # the roll call opens so long before
    late_grace_minutes: Annotated[int, figure("L05", SMALLER, between=(0, 60))]
    close_minutes: Annotated[int, figure("A03", FIXED, between=(5, 240))]  # after the start: the snapshot
    also_on_meeting_days: Annotated[bool, figure("D12", ON)]  # both on the same morning

    @property
    def roll_call(self) -> RollCallPolicy:
        return RollCallPolicy(
            grace=timedelta(minutes=self.late_grace_minutes),
            opens_before=timedelta(minutes=self.remind_minutes),
            closes_after=timedelta(minutes=self.close_minutes),
        )


@dataclass(frozen=True, slots=True)
class Meeting:
    """The weekly and the monthly meetings."""

    weekly: Annotated[bool, figure("M01", ON)]
    weekly_day: Annotated[Day, figure("M01", FIXED)]
    weekly_start: Annotated[time, figure("M01", FIXED)]
    weekly_end: Annotated[time, figure("M01", FIXED)]
    remind_evening: Annotated[time, figure("M01", FIXED)]  # the day before
    remind_minutes: Annotated[int, figure("M01", FIXED, between=(0, 180))]
    bypass_quiet_hours: Annotated[bool, figure("M01", FIXED)]
    monthly: Annotated[tuple[Monthly, ...], figure("M04 M05 M06", MORE)]
    longest_minutes_text: Annotated[int, figure("M02", FIXED, between=(200, 3_500))]  # characters


@dataclass(frozen=True, slots=True)
class Reminders:
    """When the bot speaks first, how often, and to whom in the end."""

    least: Annotated[Literal["must", "important", "all"], figure("", along("must", "important", "all"))]
    later_minutes: Annotated[int, figure("", SMALLER, between=(5, 240))]
    most_later: Annotated[int, figure("", SMALLER, between=(0, 20))]
    escalate_hours: Annotated[int, figure("A09", SMALLER, between=(1, 240))]


@dataclass(frozen=True, slots=True)
class Daylog:
    """The log of a day (工作日志) and the summary of a week."""

    personal_sections: Annotated[tuple[Section, ...], figure("A14", MORE)]
    corporate_sections: Annotated[tuple[Section, ...], figure("A07", MORE)]
    wealth_sections: Annotated[tuple[Section, ...], figure("A16", MORE)]
    longest_entry: Annotated[int, figure("A07", FIXED, between=(100, 3_000))]  # characters
    weekly_summary_day: Annotated[Day, figure("A15", FIXED)]
    weekly_summary_at: Annotated[time, figure("A15", EARLIER)]
    missing_minutes_before_end: Annotated[int, figure("A07 A14", LARGER, between=(0, 240))]


def meeting_policy(training: Training, meeting: Meeting) -> MeetingPolicy:
    """What the rules of gatherings ask for."""
    return MeetingPolicy(
        training=training.held,
        training_start=training.start,
        training_days=frozenset(DAYS.index(each) for each in training.days),
        both_on_meeting_days=training.also_on_meeting_days,
        weekly=meeting.weekly,
        weekly_day=DAYS.index(meeting.weekly_day),
        weekly_start=meeting.weekly_start,
        weekly_end=meeting.weekly_end,
        monthly=frozenset(Gathering(each) for each in meeting.monthly),
        evening=meeting.remind_evening,
        soon=timedelta(minutes=meeting.remind_minutes),
        opens_before=timedelta(minutes=training.remind_minutes),
        closes_after=timedelta(minutes=training.close_minutes),
        longest_minutes=meeting.longest_minutes_text,
    )


def reminding_policy(reminders: Reminders, quiet_from: time, quiet_to: time) -> RemindingPolicy:
    """What the reminder engine asks for."""
    return RemindingPolicy(
        quiet=QuietHours(quiet_from, quiet_to),
        least=Volume(reminders.least),
        later=timedelta(minutes=reminders.later_minutes),
        most_later=reminders.most_later,
        escalate_after=timedelta(hours=reminders.escalate_hours),
    )
