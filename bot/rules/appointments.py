"""When to remind somebody of what they have to do, and whether it still is to be done (A13–A16, V27).

Something with an hour is reminded of a while before it, something without on the morning of its day. A reminder is
a question asked again: what is done, moved or dropped meanwhile is passed over in silence.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.agenda import Item, ItemStatus, Sort, move
from bot.rules.days import moment


@dataclass(frozen=True, slots=True)
class ReminderPolicy:
    """The bank's figures about reminders. Times are local to the unit."""

    ahead: timedelta = timedelta(minutes=60)  # before an hour that was named
    morning: time = time(8, 30)  # on the day of what has no hour
    quiet_from: time = time(21)  # S-03
    quiet_to: time = time(7)


def remind_at(item: Item, policy: ReminderPolicy, zone: ZoneInfo, now: datetime) -> datetime | None:
    """When to remind (UTC); None where it is over or too late to be of use.

    What somebody asked to be reminded of is said at its very minute. Else never in the quiet hours (S-03): what
    would fall into them is said before they begin, or when they end if that
    is still in time.
    """
    if item.status is not ItemStatus.OPEN:
        return None
    if item.sort is Sort.REMINDER and item.at is not None:
        return item.at if item.at > now else None
    morning = moment(item.day, policy.morning, zone)
    if item.at is None:
        return morning if morning > now else None
    due = item.at - policy.ahead
    local = due.astimezone(zone)
    if local.time() < policy.quiet_to:
        end = moment(local.date(), policy.quiet_to, zone)
        due = end if end < item.at else moment(local.date() - timedelta(days=1), policy.quiet_from, zone)
    elif local.time() >= policy.quiet_from:
        due = moment(local.date(), policy.quiet_from, zone)
    if due > now:
        return due
    return None if item.at <= now else now


def still_due(item: Item | None, day: date, at: datetime | None) -> bool:
    """Whether a reminder planned for this day and hour is still to be said."""
    return item is not None and item.status is ItemStatus.OPEN and (item.day, item.at) == (day, at)


def put_off(item: Item, to: date, zone: ZoneInfo, today: date) -> Item:
    """The item at the same hour of another day."""
    hour = item.at.astimezone(zone).time() if item.at else None
    return move(item, to, moment(to, hour, zone) if hour else None, today)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a record says is to be done."""

    sort: Sort
    day: date
    at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class Following:
    """How the agenda follows a record: what is new, what changes, what is off."""

    new: tuple[Wanted, ...] = ()
    changed: tuple[Item, ...] = ()
    dropped: tuple[Item, ...] = ()


def follow(
    before: Iterable[Wanted], wanted: Iterable[Wanted], items: Iterable[Item], by: int, now: datetime
) -> Following:
    """What becomes of a record's items when the record is handed in, again or for the first time (C12).

    `before` is what the version before it wanted: what has not changed since is left as the agenda has it, be it
    done, dropped or put off meanwhile.
    """
    new, changed, dropped = [], [], []
    asked, earlier = {each.sort: each for each in wanted}, {each.sort: each for each in before}
    open_ = {each.sort: each for each in items if each.status is ItemStatus.OPEN}
    for sort in (Sort.NEXT_STEP, Sort.PROMISE):
        want, item = asked.get(sort), open_.get(sort)
        if want == earlier.get(sort):
            continue
        if want is None:
            if item is not None:
                dropped.append(replace(item, status=ItemStatus.DROPPED, closed_at=now, closed_by=by))
        elif item is not None:
            moved = item.moved + ((item.day, item.at) != (want.day, want.at))
            changed.append(replace(item, day=want.day, at=want.at, text=want.text, moved=moved))
        else:
            new.append(want)
    return Following(tuple(new), tuple(changed), tuple(dropped))
