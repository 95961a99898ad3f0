"""Meetings of a unit: the morning training, the Wednesday meeting, the monthly ones (A01, M01–M06, D12).

Training and the Wednesday meeting come by themselves; on a Wednesday the meeting replaces the training unless the
bank wants both (D12). The monthly ones are called by whoever leads the unit; what was not held is asked for.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.days import day_of, moment
from bot.rules.refusal import Refusal
from bot.rules.rollcall import Gathering, RollCall

MONTHLY = (Gathering.COMMUNICATION, Gathering.ANALYSIS, Gathering.DEPARTMENT_WORK)
SHORTEST, LONGEST = timedelta(minutes=10), timedelta(hours=4)
FARTHEST = timedelta(days=62)  # a meeting is called no longer ahead


class Notice(StrEnum):
    """What is told of a meeting, and when."""

    EVENING = "evening"  # the evening before
    SOON = "soon"  # minutes before
    OPEN = "open"  # the roll call opens
    CLOSE = "close"  # the snapshot


@dataclass(frozen=True, slots=True)
class MeetingPolicy:
    """The bank's figures. Times are local to the unit, weekdays are 0 for Monday."""

    training: bool = True
    training_start: time = time(8, 15)
    training_days: frozenset[int] = frozenset(range(5))
    both_on_meeting_days: bool = False  # D12
    weekly: bool = True
    weekly_day: int = 2
    weekly_start: time = time(7, 30)
    weekly_end: time = time(8)
    monthly: frozenset[Gathering] = field(default_factory=lambda: frozenset(MONTHLY))
    evening: time = time(17, 30)
    soon: timedelta = timedelta(minutes=15)
    opens_before: timedelta = timedelta(minutes=15)  # of the training
    closes_after: timedelta = timedelta(minutes=45)
    longest_minutes: int = 3_000  # characters


def of_day(
    day: date, working: bool, policy: MeetingPolicy, zone: ZoneInfo
) -> list[tuple[Gathering, datetime, datetime]]:
    """What gathers by itself on a day, with start and end (UTC), earliest first. Nothing on a free day (A01)."""
    if not working:
        return []
    found = []
    weekly = policy.weekly and day.weekday() == policy.weekly_day
    if weekly:
        ends = moment(day, policy.weekly_end, zone)
        found.append((Gathering.WEEKLY, moment(day, policy.weekly_start, zone), ends))
    # A make-up day is a working day of the week it falls into, though its weekday is not among the training's.
    trains = day.weekday() in policy.training_days or day.weekday() > 4
    if policy.training and trains and (not weekly or policy.both_on_meeting_days):
        starts = moment(day, policy.training_start, zone)
        found.append((Gathering.TRAINING, starts, starts + policy.closes_after))
    return sorted(found, key=lambda each: each[1])


def moments(call: RollCall, policy: MeetingPolicy, zone: ZoneInfo) -> dict[Notice, datetime]:
    """When something is to be asked or told about a gathering (UTC)."""
    opens = call.starts - (policy.opens_before if call.gathering is Gathering.TRAINING else policy.soon)
    told = {Notice.OPEN: opens, Notice.CLOSE: closes_at(call, policy)}
    if call.gathering is not Gathering.TRAINING:
        told[Notice.EVENING] = moment(call.day - timedelta(days=1), policy.evening, zone)
    return told


def closes_at(call: RollCall, policy: MeetingPolicy) -> datetime:
    """When the snapshot is taken: with the end, but long enough after the start for those who come late."""
    return max(call.ends, call.starts + policy.closes_after)


def call_together(
    gathering: Gathering,
    unit_id: int,
    starts: datetime,
    ends: datetime,
    by: int,
    now: datetime,
    zone: ZoneInfo,
    existing: Iterable[RollCall],
    merged_with: Gathering | None = None,
) -> RollCall:
    """A meeting that somebody calls (M04–M06): ahead, of a sensible length, not twice at the same time."""
    if starts <= now:
        raise Refusal("meetings-in-the-past", at=starts)
    if starts > now + FARTHEST:
        raise Refusal("meetings-too-far", most=FARTHEST.days)
    if not SHORTEST <= ends - starts <= LONGEST:
        raise Refusal("meetings-length", shortest=SHORTEST, longest=LONGEST)
    for each in existing:
        if each.cancelled_at is None and each.unit_id == unit_id and each.starts < ends and starts < each.ends:
            raise Refusal("meetings-overlaps", start=each.starts, end=each.ends)
    return RollCall(
        id=0,
        unit_id=unit_id,
        day=day_of(starts, zone),
        gathering=gathering,
        starts=starts,
        ends=ends,
        convened_by=by,
        recorder_id=by,
        merged_with=merged_with,
    )


def not_held(calls: Iterable[RollCall], policy: MeetingPolicy, today: date, *, from_day: int = 20) -> list[Gathering]:
    """Which monthly meetings nobody has held or called this month (M04–M06); asked from a day of the month on.

    One that was merged with another counts for both (M05).
    """
    if today.day < from_day:
        return []
    month = [
        each
        for each in calls
        if each.cancelled_at is None and (each.day.year, each.day.month) == (today.year, today.month)
    ]
    held: Collection[Gathering | None] = {each.gathering for each in month} | {each.merged_with for each in month}
    return [each for each in MONTHLY if each in policy.monthly and each not in held]


def keep_minutes(call: RollCall, by: int, words: str, leads: bool, policy: MeetingPolicy) -> str:
    """The minutes as they are kept (M02): by the recorder or who leads the unit, after the meeting began."""
    if by not in (call.recorder_id, call.convened_by) and not leads:
        raise Refusal("meetings-not-recorder")
    text = words.strip()
    if not text:
        raise Refusal("meetings-minutes-empty")
    if len(text) > policy.longest_minutes:
        raise Refusal("meetings-minutes-long", most=policy.longest_minutes)
    return text
