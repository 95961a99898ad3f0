"""Changing what was declared: another client, matter or place, one stop more or less, a later return (A05, A13).

Every change of a declared outing has a reason and is told to the supervisor; what is still being prepared may
be changed freely and leaves no trace. In mode approve the consent stands.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.rules.days import day_of, moment
from bot.rules.outings import (
    CLOSED,
    Change,
    Field,
    Outing,
    OutingPolicy,
    OutingStatus,
    Stop,
    StopState,
    refuse_stops,
    whom,
)
from bot.rules.refusal import Refusal
from bot.rules.returns import due_hour

Amended = tuple[Stop, tuple[Change, ...]]


def amend(
    outing: Outing, stops: Sequence[Stop], new: Stop, reason: str, by: int, at: datetime, policy: OutingPolicy
) -> Amended:
    """Another client, matter or place at a stop (A13); `new` carries the id of the stop it replaces."""
    old = next(stop for stop in stops if stop.id == new.id)
    refuse_stops([new if stop.id == new.id else stop for stop in stops], policy)
    if outing.status is OutingStatus.PLANNED:
        return new, ()
    _refuse_change(outing, reason, policy)
    if old.state is not StopState.PLANNED:
        raise Refusal("outings-stop-over")
    pairs = (
        (Field.CLIENT, whom(old), whom(new)),
        (Field.MATTER, old.matter, new.matter),
        (Field.PLACE, old.place, new.place),
    )
    changes = tuple(
        _change(outing, old.id, field, was, becomes, reason, by, at) for field, was, becomes in pairs if was != becomes
    )
    if not changes:
        raise Refusal("outings-nothing-changed")
    return new, changes


def add_stop(
    outing: Outing, stops: Sequence[Stop], new: Stop, reason: str, by: int, at: datetime, policy: OutingPolicy
) -> Amended:
    """One more client on the way (A13), placed after the others."""
    placed = replace(new, outing_id=outing.id, position=max((stop.position for stop in stops), default=0) + 1)
    refuse_stops([*stops, placed], policy)
    if outing.status is OutingStatus.PLANNED:
        return placed, ()
    _refuse_change(outing, reason, policy)
    return placed, (_change(outing, None, Field.STOP, None, whom(placed), reason, by, at),)


def drop_stop(
    outing: Outing, stops: Sequence[Stop], stop: Stop, reason: str, by: int, at: datetime, policy: OutingPolicy
) -> Amended:
    """A client that will not be visited after all (A13). The last one is not dropped: the outing is cancelled."""
    if stop.state is not StopState.PLANNED:
        raise Refusal("outings-stop-over")
    if all(each.id == stop.id or each.state is StopState.DROPPED for each in stops):
        raise Refusal("outings-cancel-instead")
    dropped = replace(stop, state=StopState.DROPPED)
    if outing.status is OutingStatus.PLANNED:
        return dropped, ()
    _refuse_change(outing, reason, policy)
    return dropped, (_change(outing, stop.id, Field.STOP, whom(stop), None, reason, by, at),)


def depart_at(outing: Outing, to: datetime, by: int, zone: ZoneInfo, at: datetime) -> tuple[Outing, Change]:
    """Leave at another time of the same day than was told (A04): no reason is asked, and the register shows it."""
    if outing.status is OutingStatus.OUT:
        raise Refusal("outings-already-out", since=outing.departed_at)
    if outing.status not in (OutingStatus.DECLARED, OutingStatus.WAITING):
        raise Refusal("outings-over")
    if to <= at or day_of(to, zone) != outing.day:
        raise Refusal("outings-departure-other-day")
    if outing.return_by is not None and to >= (outing.extended_to or outing.return_by):
        raise Refusal("outings-return-before-departure", departure=to)
    if to == outing.depart_at:
        raise Refusal("outings-nothing-changed")
    before = outing.depart_at.isoformat() if outing.depart_at else None
    change = _change(outing, None, Field.DEPARTURE, before, to.isoformat(), "", by, at)
    return replace(outing, depart_at=to), change


def extend(outing: Outing, until: datetime, reason: str, policy: OutingPolicy, zone: ZoneInfo, at: datetime) -> Outing:
    """Stay out longer, with a reason (A05). Never beyond the day's last hour, and not without end."""
    if outing.status not in (OutingStatus.OUT, OutingStatus.DECLARED):
        raise Refusal("outings-not-out")
    if len(reason.strip()) < policy.shortest_reason:
        raise Refusal("outings-extension-needs-reason")
    if outing.extensions >= policy.most_extensions:
        raise Refusal("outings-extended-enough", times=outing.extensions)
    latest = moment(outing.day, policy.latest_return, zone)
    if until > latest:
        raise Refusal("outings-return-too-late", latest=latest)
    if until <= at:
        raise Refusal("outings-return-past")
    due = due_hour(outing, policy, zone)
    if until <= due:
        raise Refusal("outings-extension-adds-nothing", hour=due)
    return replace(outing, extended_to=until, extension_reason=reason.strip(), extensions=outing.extensions + 1)


def extension_choices(outing: Outing, policy: OutingPolicy, zone: ZoneInfo, now: datetime) -> tuple[datetime, ...]:
    """Up to three times to offer as one-tap extensions, all of which `extend` would take."""
    if outing.extensions >= policy.most_extensions:
        return ()
    step = policy.extension_step
    last_step = now - (now - moment(outing.day, time(0), zone)) % step
    start = max(due_hour(outing, policy, zone), last_step)
    latest = moment(outing.day, policy.latest_return, zone)
    return tuple(each for each in (start + step, start + 2 * step, start + 4 * step) if now < each <= latest)


def _change(
    outing: Outing,
    stop_id: int | None,
    field: Field,
    before: str | None,
    after: str | None,
    reason: str,
    by: int,
    at: datetime,
) -> Change:
    return Change(
        id=0,
        outing_id=outing.id,
        stop_id=stop_id,
        field=field,
        before=before,
        after=after,
        reason=reason.strip(),
        by=by,
        at=at,
    )


def _refuse_change(outing: Outing, reason: str, policy: OutingPolicy) -> None:
    if outing.status in CLOSED:
        raise Refusal("outings-over")
    if policy.change_needs_reason and len(reason.strip()) < policy.shortest_reason:
        raise Refusal("outings-change-needs-reason")
