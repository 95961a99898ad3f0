"""Leave: asked before it starts, handed over, decided by somebody else, changed with consent (L01-L04, L18, S-11, 5.5).

Days are counted from the calendar and the unit's hours. What is asked after the work it concerns has begun is
retroactive: it is never approved by itself, and by policy a second person must agree.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from fractions import Fraction
from zoneinfo import ZoneInfo

from bot.rules.days import day_of
from bot.rules.intervals import MINUTE, Half, Hours, Interval, days_in, part_of_day, whole_days
from bot.rules.leave_types import Kind, LeaveType, Unit
from bot.rules.people import Role
from bot.rules.refusal import Refusal
from bot.rules.workdays import Count, WorkCalendar, count


class Status(StrEnum):
    """The life-cycle of 5.5. A draft lives in its conversation; active and ended are told by the time."""

    DRAFT = "draft"
    SUBMITTED = "submitted"  # waits for a decision
    HANDOVER_NEEDED = "handover_needed"  # a stand-in has not accepted yet (L02)
    HANDOVER_READY = "handover_ready"  # accepted: waits for a decision
    APPROVED = "approved"
    DECLINED = "declined"
    ACTIVE = "active"
    ENDED = "ended"
    CLOSED = "closed"  # ended, and the person has reported back (销假)
    WITHDRAWN = "withdrawn"  # by the person, before it began
    CANCELLED = "cancelled"  # with consent, after the approval


WAITING = frozenset({Status.SUBMITTED, Status.HANDOVER_NEEDED, Status.HANDOVER_READY})
BINDING = WAITING | {Status.APPROVED}  # takes the days


@dataclass(frozen=True, slots=True)
class LeavePolicy:
    """What the bank wants of leave."""

    hours: Hours = field(default_factory=Hours)
    types: Mapping[Kind, LeaveType] = field(default_factory=dict)
    hand_over: bool = True  # L02
    hand_over_from: Fraction = Fraction(1)  # days; shorter leave only where work falls into it
    second_approver: bool = True  # for what is asked afterwards (L03)
    next_level_beyond: int = 3  # working days that one level may grant
    longest_days: int = 366
    remind_after: timedelta = timedelta(hours=4)
    escalate_after: timedelta = timedelta(hours=24)
    fewest_present: int = 1
    quarter_end_days: int = 0  # the last days of a quarter, which only the next level may grant


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """One request. `starts` and `ends` are moments (UTC), `first` and `last` the local days that it touches."""

    id: int  # 0 until stored
    person_id: int
    unit_id: int
    kind: Kind
    unit: Unit
    status: Status
    starts: datetime
    ends: datetime
    first: date
    last: date
    days: Fraction
    retroactive: bool = False
    reason: str | None = None
    standin_id: int | None = None
    asked_at: datetime
    decided_by: int | None = None
    decided_at: datetime | None = None
    acting_for: int | None = None
    decision_reason: str | None = None
    seconded_by: int | None = None  # the first of two who must agree
    proof: str | None = None  # Telegram's number of the picture or document
    change_to: datetime | None = None  # asked, and not agreed yet: to end then (its start: to be cancelled)
    closed_at: datetime | None = None
    protected_until: date | None = None  # L18: until then the grade of the quarter before the leave stays
    question: str | None = None  # whoever decides asked back
    questioned_by: int | None = None
    answer: str | None = None

    @property
    def asked_back(self) -> bool:
        """Whether a question waits for the person's answer."""
        return self.question is not None and self.answer is None

    @property
    def interval(self) -> Interval:
        return Interval(self.starts, self.ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """A colleague was asked to take the work over (L02). Open while `accepted` is None."""

    id: int  # 0 until stored
    leave_id: int
    to_id: int
    asked_at: datetime
    accepted: bool | None = None
    answer: str | None = None  # why not
    answered_at: datetime | None = None


def stretch(
    first: date, last: date, policy: LeavePolicy, zone: ZoneInfo, start_half: Half | None, end_half: Half | None
) -> Interval:
    """The minutes of a leave by days and half days. Refuses what ends before it begins."""
    if last < first or (first == last and start_half is Half.PM and end_half is Half.AM):
        raise Refusal("leave-end-before-start")
    whole = whole_days(first, last, zone)
    starts = policy.hours.half(first, Half.PM, zone).start if start_half is Half.PM else whole.start
    ends = policy.hours.half(last, Half.AM, zone).end if end_half is Half.AM else whole.end
    if first == last and start_half is Half.AM and end_half is Half.AM:
        starts = policy.hours.half(first, Half.AM, zone).start
    if first == last and start_half is Half.PM and end_half is Half.PM:
        ends = policy.hours.half(first, Half.PM, zone).end
    return Interval(starts, ends)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a leave costs, and the days behind the figure."""

    days: Fraction
    count: Count


def cost(interval: Interval, kind: LeaveType, calendar: WorkCalendar, policy: LeavePolicy, zone: ZoneInfo) -> Cost:
    """The days that a leave takes: exact, by working days and halves, or by calendar days where the type says so."""
    days = list(days_in(interval, zone))
    counted = count(days[0], days[-1], calendar)
    if kind.calendar_days:
        return Cost(Fraction(counted.calendar_days), counted)
    taken = sum((part_of_day(interval, day, policy.hours, zone) for day in counted.working), Fraction(0))
    return Cost(taken, counted)


def begins_work(interval: Interval, calendar: WorkCalendar, policy: LeavePolicy, zone: ZoneInfo) -> datetime:
    """When the first work that the leave covers begins: a day's leave may be asked for until then (L01)."""
    for day in days_in(interval, zone):
        if calendar.is_working(day):
            for half in policy.hours.worked(day, zone):
                shared = interval.common(half)
                if shared:
                    return shared.start
    return interval.start


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for, before it is a request."""

    person_id: int
    unit_id: int
    kind: LeaveType
    unit: Unit
    interval: Interval
    roles: frozenset[Role]
    reason: str | None = None
    standin_id: int | None = None
    others_asked: bool = False  # another colleague is to take some of the work


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known when somebody asks."""

    others: tuple[Leave, ...] = ()  # the person's own
    visits: tuple[Interval, ...] = ()  # work that was recorded
    standin_away: bool = False
    balance: Fraction | None = None  # before this request, what waits taken off; None: nobody keeps an account


def check(
    ask: Ask, standing: Standing, calendar: WorkCalendar, policy: LeavePolicy, zone: ZoneInfo, now: datetime
) -> Cost:
    """What the leave costs; refuses, each with its own reason, what cannot be asked for."""
    if ask.kind.roles.isdisjoint(ask.roles):
        raise Refusal("leave-not-for-you")
    today = day_of(now, zone)
    first, last = day_of(ask.interval.start, zone), day_of(ask.interval.end - MINUTE, zone)
    if first.year < today.year - (1 if today.month == 1 else 0):
        raise Refusal("leave-past-year", year=str(first.year))
    if (last - first).days + 1 > policy.longest_days:
        raise Refusal("leave-much-too-long", most=policy.longest_days)
    spent = cost(ask.interval, ask.kind, calendar, policy, zone)
    if spent.days == 0:
        raise Refusal("leave-nothing-worked", first=first)
    if ask.kind.longest_days is not None and spent.days > ask.kind.longest_days:
        raise Refusal("leave-longer-than-type", most=ask.kind.longest_days, days=shown(spent.days))
    if not fits(ask.unit, ask.kind):
        raise Refusal("leave-unit-too-small")
    for other in standing.others:
        if other.status in BINDING and other.interval.overlaps(ask.interval):
            raise Refusal("leave-overlaps", first=other.first, last=other.last)
    for visit in standing.visits:
        if visit.overlaps(ask.interval):
            raise Refusal("leave-worked-then", at=visit.start)
    if ask.standin_id == ask.person_id:
        raise Refusal("leave-standin-self")
    if standing.standin_away:
        raise Refusal("leave-standin-away")
    if ask.kind.from_ledger and standing.balance is not None and spent.days > standing.balance:
        raise Refusal("leave-not-enough", days=shown(spent.days), left=shown(standing.balance))
    if 0 <= (first - today).days < ask.kind.notice_days:
        raise Refusal("leave-too-soon", days=ask.kind.notice_days)
    return spent


def fits(unit: Unit, kind: LeaveType) -> bool:
    """Whether a kind may be taken in pieces so small."""
    sizes = [Unit.HOUR, Unit.HALF, Unit.DAY]
    return sizes.index(unit) >= sizes.index(kind.smallest)


def needs_standin(kind: LeaveType, days: Fraction, work_falls_in: bool, policy: LeavePolicy) -> bool:
    """Whether work must be handed over first (L02)."""
    return policy.hand_over and kind.hand_over and (work_falls_in or days >= policy.hand_over_from)


def submit(ask: Ask, spent: Cost, calendar: WorkCalendar, policy: LeavePolicy, zone: ZoneInfo, now: datetime) -> Leave:
    """The request as it goes out. With a stand-in it waits for their yes; asked after work began it is retroactive."""
    return Leave(
        id=0,
        person_id=ask.person_id,
        unit_id=ask.unit_id,
        kind=ask.kind.kind,
        unit=ask.unit,
        status=Status.HANDOVER_NEEDED if ask.standin_id is not None or ask.others_asked else Status.SUBMITTED,
        starts=ask.interval.start,
        ends=ask.interval.end,
        first=day_of(ask.interval.start, zone),
        last=day_of(ask.interval.end - MINUTE, zone),
        days=spent.days,
        retroactive=now > begins_work(ask.interval, calendar, policy, zone),
        reason=ask.reason,
        standin_id=ask.standin_id,
        asked_at=now,
    )


def accept(leave: Leave, by: int, unanswered: Collection[int]) -> Leave:
    """A colleague takes what they were asked to take (L02); ready once nobody is left who has not said yes."""
    refuse_unasked(leave, by, unanswered)
    ready = not set(unanswered) - {by}
    return replace(leave, status=Status.HANDOVER_READY if ready else Status.HANDOVER_NEEDED)


def turn_down(leave: Leave, by: int, unanswered: Collection[int]) -> Leave:
    """A colleague cannot: somebody else must be named."""
    refuse_unasked(leave, by, unanswered)
    standin_id = None if leave.standin_id == by else leave.standin_id
    return replace(leave, status=Status.HANDOVER_NEEDED, standin_id=standin_id)


def name_another(leave: Leave, by: int, colleague_id: int) -> Leave:
    """The person names another colleague for what nobody takes; where there is no stand-in it is they."""
    refuse_others(leave, by)
    if leave.status not in WAITING:
        raise Refusal(f"leave-is-{leave.status}")
    if colleague_id == leave.person_id:
        raise Refusal("leave-standin-self")
    standin_id = colleague_id if leave.standin_id is None else leave.standin_id
    return replace(leave, status=Status.HANDOVER_NEEDED, standin_id=standin_id)


def ask_back(leave: Leave, by: int, question: str) -> Leave:
    """Whoever decides wants to know something first; the request waits for the answer."""
    if by == leave.person_id:
        raise Refusal("leave-not-oneself")
    if leave.status not in WAITING:
        raise Refusal(f"leave-is-{leave.status}")
    if not question.strip():
        raise Refusal("leave-question-empty")
    return replace(leave, question=question, questioned_by=by, answer=None)


def answer_back(leave: Leave, by: int, answer: str) -> Leave:
    """The person's answer."""
    refuse_others(leave, by)
    if leave.status not in WAITING or not leave.asked_back:
        raise Refusal(f"leave-is-{leave.status}" if leave.status not in WAITING else "leave-not-questioned")
    return replace(leave, answer=answer)


def needs_two(leave: Leave, policy: LeavePolicy) -> bool:
    """Whether two people must agree: beyond what one level may grant, at a quarter's end, or asked afterwards (L03)."""
    beyond = leave.days > policy.next_level_beyond or at_quarter_end(leave, policy)
    return beyond or (leave.retroactive and policy.second_approver)


def at_quarter_end(leave: Leave, policy: LeavePolicy) -> bool:
    """Whether it touches the last days of a quarter, unless that does not matter for its kind."""
    kind = policy.types.get(leave.kind)
    if kind is not None and kind.at_quarter_end:
        return False
    month = (leave.first.month - 1) // 3 * 3 + 4
    after = date(leave.first.year + month // 13, (month - 1) % 12 + 1, 1)  # the first day of the next quarter
    blocked_from = after - timedelta(days=policy.quarter_end_days)
    return policy.quarter_end_days > 0 and leave.last >= blocked_from


def decide(
    leave: Leave,
    by: int,
    yes: bool,
    now: datetime,
    *,
    reason: str | None = None,
    acting_for: int | None = None,
    last_word: bool,
    kind: LeaveType | None = None,
) -> Leave:
    """One tap of whoever decides. `last_word` is false where another level must agree afterwards.

    What is approved of a protected `kind` keeps its flag for a quarter (L18).
    """
    if by == leave.person_id:
        raise Refusal("leave-not-oneself")
    if leave.status not in WAITING:
        raise Refusal(f"leave-is-{leave.status}")
    if not yes:
        if not (reason or "").strip():
            raise Refusal("leave-decline-needs-reason")
        return replace(
            leave, status=Status.DECLINED, decided_by=by, decided_at=now, acting_for=acting_for, decision_reason=reason
        )
    if leave.status is Status.HANDOVER_NEEDED:
        raise Refusal("leave-handover-open")
    if leave.seconded_by == by:
        raise Refusal("leave-second-must-differ")
    if not last_word and leave.seconded_by is None:
        return replace(leave, seconded_by=by)
    until = protected_until(leave, kind) if kind else None
    return replace(
        leave, status=Status.APPROVED, decided_by=by, decided_at=now, acting_for=acting_for, protected_until=until
    )


def withdraw(leave: Leave, by: int, now: datetime) -> Leave:
    """Take a request back, or an approved leave that has not begun."""
    refuse_others(leave, by)
    if leave.status not in BINDING or (leave.retroactive and leave.status is Status.APPROVED):
        raise Refusal(f"leave-is-{at(leave, now)}")
    if leave.status is Status.APPROVED and leave.starts <= now:
        raise Refusal("leave-has-begun")
    return replace(leave, status=Status.WITHDRAWN, closed_at=now, change_to=None)


def report_back(leave: Leave, by: int, now: datetime) -> Leave:
    """Back to work: what is over is closed."""
    refuse_others(leave, by)
    if at(leave, now) is not Status.ENDED:
        raise Refusal(f"leave-is-{at(leave, now)}")
    return replace(leave, closed_at=now)


def ask_change(leave: Leave, by: int, ends: datetime, now: datetime) -> Leave:
    """Ask to come back earlier; agreed to by whoever decides. An end at its start cancels it."""
    refuse_others(leave, by)
    if at(leave, now) is not Status.ACTIVE:
        raise Refusal("leave-not-running")
    if not leave.starts <= ends < leave.ends:
        raise Refusal("leave-change-not-shorter")
    return replace(leave, change_to=ends)


def agree_change(leave: Leave, by: int, yes: bool, now: datetime, days: Fraction) -> Leave:
    """The answer to a wish to come back earlier. `days` is what the shorter leave costs."""
    if by == leave.person_id:
        raise Refusal("leave-not-oneself")
    if leave.status is not Status.APPROVED or leave.change_to is None:
        raise Refusal(f"leave-is-{at(leave, now)}")
    if not yes:
        return replace(leave, change_to=None)
    if leave.change_to <= leave.starts:
        return replace(leave, status=Status.CANCELLED, closed_at=now, change_to=None)
    return replace(leave, ends=leave.change_to, days=days, change_to=None)


def at(leave: Leave, now: datetime) -> Status:
    """What a leave is at a moment: an approved one is active between its start and its end, and ended after it."""
    if leave.status is not Status.APPROVED or now < leave.starts:
        return leave.status
    if now < leave.ends:
        return Status.ACTIVE
    return Status.CLOSED if leave.closed_at is not None else Status.ENDED


def protected_until(leave: Leave, kind: LeaveType) -> date | None:
    """L18: the last day of the quarter after a statutory long leave; None where the kind is not protected."""
    if not kind.protected:
        return None
    month = (leave.last.month - 1) // 3 * 3 + 4  # the first month of the next quarter
    year, month = leave.last.year + (month + 2) // 12, (month + 2) % 12 + 1
    return date(year, month, 1) - timedelta(days=1)


def pending(leaves: Iterable[Leave], kind: Kind) -> Fraction:
    """The days that wait for a decision: a balance is shown without them."""
    return sum((each.days for each in leaves if each.kind is kind and each.status in WAITING), Fraction(0))


def shown(days: Fraction) -> str:
    """Days as people write them: 2, 0.5, 1.25; what no short decimal says stays a fraction rounded to hundredths."""
    return f"{float(round(days, 2)):g}"


def refuse_others(leave: Leave, by: int) -> None:
    if by != leave.person_id:
        raise Refusal("leave-not-yours")


def refuse_unasked(leave: Leave, by: int, unanswered: Collection[int]) -> None:
    if leave.status is not Status.HANDOVER_NEEDED:
        raise Refusal(f"leave-is-{leave.status}" if leave.status not in WAITING else "leave-handover-done")
    if by not in unanswered:
        raise Refusal("leave-not-asked")
