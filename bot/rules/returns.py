"""Coming back: from when on somebody is overdue, and what is said about it (A05, A06, A11, 5.3).

A reminder is a question asked at its moment; the answer is the key of a sentence, or nothing.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.days import day_of, moment
from bot.rules.outings import Outing, OutingPolicy, OutingStatus
from bot.rules.people import Role


def bound_to_hour(roles: Collection[Role], on_duty: bool, policy: OutingPolicy) -> bool:
    """Whether the hour of return binds a person: not the day's duty RM (A06), nor a clerk who is no RM (A11)."""
    if on_duty and policy.duty_exempt:
        return False
    if Role.CLERK in roles and Role.RM not in roles:
        return policy.clerk_bound
    return True


def due_back(outing: Outing, policy: OutingPolicy, zone: ZoneInfo, bound: bool = True) -> datetime | None:
    """From when on a person who is out is overdue; None where the hour does not bind them.

    The policy's hour (A05), or later if an extension with a reason says so. A return promised for 16:00 and
    missed is no offence before 17:00.
    """
    return due_hour(outing, policy, zone) if bound else None


def expected_back(outing: Outing, policy: OutingPolicy, zone: ZoneInfo, bound: bool = True) -> datetime | None:
    """When the others may expect the person: what they said last, else the hour that binds them."""
    return outing.extended_to or outing.return_by or due_back(outing, policy, zone, bound)


def reminder_at(outing: Outing, policy: OutingPolicy, zone: ZoneInfo, bound: bool = True) -> datetime | None:
    """When to ask `nag` whether to remind: as long before the hour of return as the policy's reminder is."""
    due = due_back(outing, policy, zone, bound)
    if due is None:
        return None
    ahead = moment(outing.day, policy.return_time, zone) - moment(outing.day, policy.return_reminder, zone)
    return due - ahead


def overdue(
    outing: Outing, policy: OutingPolicy, zone: ZoneInfo, now: datetime, bound: bool = True
) -> timedelta | None:
    """How long a person has been overdue, from zero at the hour itself; None when they are not (A05, 5.3)."""
    due = due_back(outing, policy, zone, bound)
    if outing.status is not OutingStatus.OUT or due is None or now < due:
        return None
    return now - due


def nag(outing: Outing, policy: OutingPolicy, zone: ZoneInfo, now: datetime, bound: bool = True) -> str | None:
    """What to say to an RM about coming back, if anything (A05): asked at `reminder_at` and at `due_back`.

    Nothing is said when the moment has passed into another day: that is asked as a forgotten return.
    """
    if outing.status is not OutingStatus.OUT or day_of(now, zone) != outing.day:
        return None
    remind, due = reminder_at(outing, policy, zone, bound), due_back(outing, policy, zone, bound)
    if remind is None or due is None or now < remind:
        return None
    return "outings-return-soon" if now < due else "outings-return-due"


def not_back(
    outings: Iterable[tuple[Outing, bool]], policy: OutingPolicy, zone: ZoneInfo, now: datetime
) -> tuple[tuple[Outing, timedelta], ...]:
    """The one list for the supervisor at the hour: who is out and overdue, longest first (A05).

    Each outing comes with whether the hour binds its person.
    """
    late = [(outing, by) for outing, bound in outings if (by := overdue(outing, policy, zone, now, bound)) is not None]
    return tuple(sorted(late, key=lambda each: (-each[1], each[0].person_id)))


def ask_departure(outing: Outing, now: datetime) -> str | None:
    """At the planned departure: whether to ask an RM if they are leaving."""
    if outing.status is OutingStatus.DECLARED and outing.depart_at and now >= outing.depart_at:
        return "outings-leaving-now"
    return None


def ask_return(outing: Outing, today: date) -> str | None:
    """On a later day: whether to ask when the RM came back. Such an outing binds nobody any more."""
    return "outings-when-back" if outing.status is OutingStatus.OUT and outing.day < today else None


def due_hour(outing: Outing, policy: OutingPolicy, zone: ZoneInfo) -> datetime:
    """The policy's hour on the outing's day, or the extension if that is later, whomever it binds."""
    hour = moment(outing.day, policy.return_time, zone)
    return max(hour, outing.extended_to) if outing.extended_to else hour
