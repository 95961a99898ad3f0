"""Reminders that know when to be quiet (S-03, 3.W): a question with its moment, asked again before anything is said.

A reminder is one row for one person, kind, matter and moment: that is why nothing is said twice for the same moment,
whatever restarts, clocks or policies do meanwhile. It is said only while its question is still open; this file
decides whether it may be said now, held back, or has passed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.days import day_of, moment
from bot.rules.refusal import Refusal


class Volume(StrEnum):
    """How much a person wants to hear, and what a reminder is. The order is from the loudest to the quietest wish."""

    ALL = "all"
    IMPORTANT = "important"
    MUST = "must"


class State(StrEnum):
    """What became of a reminder."""

    WAITING = "waiting"  # its moment has not come, or it is held back, or was put off
    SAID = "said"
    MET = "met"  # nothing was left to say
    MUTED = "muted"  # the person wants to hear less, and may
    STALE = "stale"  # asked too late to be of use
    AWAY = "away"  # the person was on leave


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One question to one person at one moment."""

    id: int  # 0 until stored
    person_id: int
    kind: str  # "return", "records"
    about: str  # "outing:5", "day:2026-08-03"
    moment: datetime  # what it is for; never changes
    due: datetime  # when to ask; moves with quiet hours and "later"
    state: State = State.WAITING
    said_at: datetime | None = None
    together: int | None = None  # the reminder in whose message it was said
    put_off: int = 0
    escalated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when, on the wall, the bot does not speak first. The same hour twice: never quiet."""

    start: time = time(21)
    end: time = time(7)


@dataclass(frozen=True, slots=True)
class RemindingPolicy:
    """The bank's figures about reminders."""

    quiet: QuietHours = field(default_factory=QuietHours)
    least: Volume = Volume.MUST  # nobody may choose to hear less than this
    later: timedelta = timedelta(minutes=30)
    most_later: int = 3
    escalate_after: timedelta = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Hearing:
    """What is true of the person when a reminder is to be said."""

    now: datetime
    zone: ZoneInfo
    wish: Volume = Volume.ALL
    on_leave: bool = False


LOUDNESS = {Volume.ALL: 0, Volume.IMPORTANT: 1, Volume.MUST: 2}


def decide(
    reminder: Reminder,
    level: Volume,
    hearing: Hearing,
    policy: RemindingPolicy,
    *,
    bypass: bool = False,
    stale: datetime | None = None,
) -> Reminder:
    """The reminder as it is to be from now on: SAID means say it (if its question is still open).

    `level` is what kind of reminder it is, `bypass` lets it through the quiet hours (M01), from `stale` on it is of no
    use any more. Waiting with a later `due` means that it is held back.
    """
    if reminder.state is not State.WAITING or hearing.now < reminder.due:
        return reminder
    if stale is not None and hearing.now >= stale:
        return replace(reminder, state=State.STALE)
    if hearing.on_leave:
        return replace(reminder, state=State.AWAY)
    if LOUDNESS[level] < LOUDNESS[heard(hearing.wish, policy.least)]:
        return replace(reminder, state=State.MUTED)
    if not bypass and is_quiet(hearing.now, policy.quiet, hearing.zone):
        until = quiet_until(hearing.now, policy.quiet, hearing.zone)
        if stale is not None and until >= stale:
            return replace(reminder, state=State.STALE)
        return replace(reminder, due=until)
    return replace(reminder, state=State.SAID, said_at=hearing.now)


def heard(wish: Volume, least: Volume) -> Volume:
    """What a person hears: their wish, but no less than the bank's least."""
    return min(wish, least, key=LOUDNESS.__getitem__)


def choices(policy: RemindingPolicy) -> list[Volume]:
    """The volumes that a person may choose under the bank's policy, the loudest first."""
    return [each for each in Volume if LOUDNESS[each] <= LOUDNESS[policy.least]]


def is_quiet(now: datetime, quiet: QuietHours, zone: ZoneInfo) -> bool:
    """Whether the bot does not speak first at this moment (S-03)."""
    at = now.astimezone(zone).time()
    if quiet.start == quiet.end:
        return False
    if quiet.start < quiet.end:
        return quiet.start <= at < quiet.end
    return at >= quiet.start or at < quiet.end


def quiet_until(now: datetime, quiet: QuietHours, zone: ZoneInfo) -> datetime:
    """When the quiet hours that hold now end (UTC); now where it is not quiet."""
    if not is_quiet(now, quiet, zone):
        return now
    today = day_of(now, zone)
    for days in (0, 1):
        end = moment(today + timedelta(days=days), quiet.end, zone)
        if end > now:
            return end
    return now


def put_off(reminder: Reminder, until: datetime, now: datetime, policy: RemindingPolicy) -> Reminder:
    """Ask again later, by the person's wish: so often, and never into the past."""
    if reminder.state is not State.SAID:
        raise Refusal("reminding-over")
    if reminder.put_off >= policy.most_later:
        raise Refusal("reminding-no-more-later", most=policy.most_later)
    if until <= now:
        raise Refusal("reminding-later-is-past")
    return replace(reminder, state=State.WAITING, due=until, put_off=reminder.put_off + 1)


def escalates(reminder: Reminder, open_still: bool, now: datetime, policy: RemindingPolicy) -> bool:
    """Whether the supervisor hears of it now: once, and only while the question is open (A09)."""
    if not open_still or reminder.escalated_at is not None or reminder.said_at is None:
        return False
    return now >= reminder.said_at + policy.escalate_after


def due_now(reminders: Iterable[Reminder], now: datetime) -> list[Reminder]:
    """What falls together: the waiting reminders of a person whose time has come, in the order of their moments."""
    ready = [each for each in reminders if each.state is State.WAITING and each.due <= now]
    return sorted(ready, key=lambda each: (each.moment, each.id))
