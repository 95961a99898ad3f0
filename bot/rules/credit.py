"""The credit calendar: ratings, lines, loans, interest days and reconciliations, with their steps (K01–K16, 5.9).

An item has a day: when a rating, line or loan ends, when interest is taken, when a statement comes. Its steps count
back from that day, by months of the calendar or by working days. A tick says that a step is done and so closes it or
sets the item to its next day; a tick set by mistake is taken back within the hour. Nothing here asks what day it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from bot.rules.months import add_months, on_day, working_days_before
from bot.rules.refusal import Refusal
from bot.rules.workdays import WorkCalendar


class Sort(StrEnum):
    """What kind of item it is."""

    RATING = "rating"
    LINE = "line"
    LOAN = "loan"
    INTEREST = "interest"
    RECONCILIATION = "reconciliation"


class Level(StrEnum):
    """Which bank approves, and so how early it wants to know (K03–K05, K08–K10)."""

    HEAD_OFFICE = "head_office"
    TIER1 = "tier1"
    TIER2 = "tier2"


class Step(StrEnum):
    """What is done about an item, and ticked (5.9)."""

    NOTICE = "notice"  # rating, line: the expiry notice is sent (K03–K05, K08–K10)
    START = "start"  # rating: the process is begun (K02)
    DILIGENCE = "diligence"  # line: due diligence is done (K11)
    FILE = "file"  # rating, line: filed with the approving bank, in CLPM (K06, K11)
    RENEW = "renew"  # rating, line: a new one is in force; its end is the new day
    NOTIFY = "notify"  # loan: the client has the maturity notice (K13)
    TALK = "talk"  # loan: spoken about repaying or lending anew (K14)
    REPAY = "repay"  # loan: repaid
    RELEND = "relend"  # loan: lent anew; its maturity is the new day
    CHECK = "check"  # interest: the balance of the account has been looked at (K12)
    REMIND = "remind"  # interest, reconciliation: the client has been reminded (K12, K15)
    TAKEN = "taken"  # interest: taken in full
    SHORT = "short"  # interest: not taken in full
    CONFIRM = "confirm"  # reconciliation: the client has confirmed


class State(StrEnum):
    """How an item stands."""

    QUIET = "quiet"  # nothing to do yet
    OPEN = "open"  # a step is to be done
    OVERDUE = "overdue"  # a step's day has passed
    LAPSED = "lapsed"  # the item's own day has passed and nothing settled it: forbidden for ratings (K01)


# What is done about each sort, in the order of the life-cycle (5.9).
STEPS: Mapping[Sort, tuple[Step, ...]] = {
    Sort.RATING: (Step.NOTICE, Step.START, Step.FILE, Step.RENEW),
    Sort.LINE: (Step.NOTICE, Step.DILIGENCE, Step.FILE, Step.RENEW),
    Sort.LOAN: (Step.TALK, Step.NOTIFY, Step.REPAY, Step.RELEND),
    Sort.INTEREST: (Step.CHECK, Step.REMIND, Step.TAKEN, Step.SHORT),
    Sort.RECONCILIATION: (Step.REMIND, Step.CONFIRM),
}
SETTLES = frozenset({Step.RENEW, Step.REPAY, Step.RELEND, Step.TAKEN, Step.SHORT, Step.CONFIRM})
NEEDS_DAY = frozenset({Step.RENEW, Step.RELEND})  # the tick says the new day
REPEATS = frozenset({Sort.INTEREST, Sort.RECONCILIATION})  # they come again by themselves
UNDO_WITHIN = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditItem:
    """One thing of a client's with a day that must not be missed. No amount and no account is kept (C19)."""

    id: int  # 0 until stored
    client_id: int
    sort: Sort
    reference: str  # the bank's own number of it, unique with client and sort
    level: Level | None = None  # of ratings and lines
    due: date  # its end; of what repeats, the day it comes next or came last
    day_of_month: int | None = None  # of what repeats: 31 is the last day of short months
    every_months: int | None = None
    done: tuple[Step, ...] = ()  # ticked for this day
    closed_on: date | None = None
    made_at: datetime
    made_by: int | None = None  # none: an import


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A step said to be done, and what the item was before, so that it can be taken back."""

    id: int  # 0 until stored
    item_id: int
    person_id: int
    at: datetime
    step: Step
    reference: str | None  # the number under which it was filed
    due_before: date
    due_after: date
    done_before: tuple[Step, ...]
    undone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CreditPolicy:
    """The bank's figures about credit."""

    rating_notice: Mapping[Level, int] = field(
        default_factory=lambda: {Level.HEAD_OFFICE: 3, Level.TIER1: 2, Level.TIER2: 1}
    )  # K03–K05, months
    rating_window_days: int = 60  # K02: not earlier
    rating_file_days: int = 15  # K06
    line_notice: Mapping[Level, int] = field(
        default_factory=lambda: {Level.HEAD_OFFICE: 3, Level.TIER1: 2, Level.TIER2: 1}
    )  # K08–K10, months
    line_file_months: int = 1  # K11
    line_diligence_days: int = 30  # before it is filed
    loan_notice_months: int = 1  # K13
    loan_talk_days: int = 45  # K14
    due_table_months: int = 1  # T02, K20
    interest_days: tuple[int, ...] = (3, 1)  # K12: working days before; look first, then remind
    reconciliation_days: int = 5  # K15: working days before
    chase_days: int = 10  # K15: then an unconfirmed one is overdue


class Stage(NamedTuple):
    """A step with its time: spoken of from `opens`, to be done by `by`."""

    step: Step
    opens: date
    by: date
    rule: str


class Verdict(NamedTuple):
    """What is to be done next about an item, and how urgent that is."""

    state: State
    step: Step | None  # none where nothing is left to do but to wait
    opens: date  # when there is, or was, something to do
    by: date  # until when
    rule: str
    days_left: int  # until the item's own day; negative when it has passed


# ---------------------------------------------------------------- what is to be done


def verdict(item: CreditItem, day: date, policy: CreditPolicy, calendar: WorkCalendar) -> Verdict:
    """What is to be done about an item on a day: of the steps that have opened, the one whose time is up first."""
    return judged(item.sort, item.level, item.due, frozenset(item.done), day, policy, calendar)


def judged(
    sort: Sort,
    level: Level | None,
    due: date,
    done: frozenset[Step],
    day: date,
    policy: CreditPolicy,
    calendar: WorkCalendar,
) -> Verdict:
    """The same from plain facts: for lists of hundreds of thousands."""
    left = (due - day).days
    all_stages = stages(sort, level, due, policy, calendar)
    waiting = [each for each in all_stages if not is_done(each.step, done)]
    if not waiting:
        last = all_stages[-1]
        return Verdict(State.LAPSED if left < 0 else State.QUIET, None, due, due, last.rule, left)
    opened = [each for each in waiting if each.opens <= day]
    if not opened:
        first = min(waiting, key=lambda each: each.opens)
        return Verdict(State.QUIET, None, first.opens, first.by, first.rule, left)
    # Once its own day has passed only settling it helps; until then the earliest deadline that can still be kept.
    settling = [each for each in opened if each.step in SETTLES]
    next_one = settling[0] if left < 0 and settling else min(opened, key=lambda each: each.by)
    late = State.OVERDUE if day > next_one.by else State.OPEN
    state = State.LAPSED if left < 0 and sort not in REPEATS else late
    return Verdict(state, next_one.step, next_one.opens, next_one.by, next_one.rule, left)


def stages(
    sort: Sort, level: Level | None, due: date, policy: CreditPolicy, calendar: WorkCalendar
) -> tuple[Stage, ...]:
    """The steps of an item with their times, in the order of the life-cycle (5.9).

    A time that falls on a day nobody works is the working day before: a window that opens by law on day −60 is not
    moved.
    """

    def worked(day: date) -> date:
        return working_days_before(day, 0, calendar)

    if sort is Sort.RATING:
        months = policy.rating_notice[level or Level.TIER2]
        file_by = worked(due - timedelta(days=policy.rating_file_days))
        notice = worked(add_months(due, -months))
        opens = due - timedelta(days=policy.rating_window_days)
        return (
            Stage(Step.NOTICE, notice, min(file_by, notice + GRACE), NOTICE_RULES[sort][level]),
            Stage(Step.START, opens, file_by, "K02"),
            Stage(Step.FILE, opens, file_by, "K06"),
            Stage(Step.RENEW, worked(due - LOOK_AFTER), due, "K01"),
        )
    if sort is Sort.LINE:
        months = policy.line_notice[level or Level.TIER2]
        notice = worked(add_months(due, -months))
        file_by = worked(add_months(due, -policy.line_file_months))
        begin = worked(file_by - timedelta(days=policy.line_diligence_days))
        return (
            Stage(Step.NOTICE, notice, notice + GRACE, NOTICE_RULES[sort][level]),
            Stage(Step.DILIGENCE, begin, file_by, "K11"),
            Stage(Step.FILE, begin, file_by, "K11"),
            Stage(Step.RENEW, worked(due - LOOK_AFTER), due, "K11"),
        )
    if sort is Sort.LOAN:
        notice = worked(add_months(due, -policy.loan_notice_months))
        talk = worked(due - timedelta(days=policy.loan_talk_days))
        return (
            Stage(Step.TALK, talk, max(talk, notice), "K14"),
            Stage(Step.NOTIFY, notice, notice + GRACE, "K13"),
            Stage(Step.REPAY, due, due, "K13"),
        )
    if sort is Sort.INTEREST:
        look = working_days_before(due, max(policy.interest_days), calendar)
        remind = working_days_before(due, min(policy.interest_days), calendar)
        return (
            Stage(Step.CHECK, look, remind, "K12"),
            Stage(Step.REMIND, remind, max(remind, worked(due)), "K12"),
            Stage(Step.TAKEN, due, due + GRACE, "K12"),
        )
    remind = working_days_before(due, policy.reconciliation_days, calendar)
    return (
        Stage(Step.REMIND, remind, worked(due), "K15"),
        Stage(Step.CONFIRM, due, due + timedelta(days=policy.chase_days), "K15"),
    )


LOOK_AFTER = timedelta(days=5)  # what was filed and is not approved so shortly before the end is looked after
GRACE = timedelta(days=3)  # a notice is for the day it opens; after these days it is called overdue
NOTICE_RULES: Mapping[Sort, Mapping[Level | None, str]] = {
    Sort.RATING: {Level.HEAD_OFFICE: "K03", Level.TIER1: "K04", Level.TIER2: "K05", None: "K05"},
    Sort.LINE: {Level.HEAD_OFFICE: "K08", Level.TIER1: "K09", Level.TIER2: "K10", None: "K10"},
}


def is_done(step: Step, done: frozenset[Step]) -> bool:
    """Whether a step needs no doing any more: ticked, or made idle by a later one that is."""
    return step in done or any(each in done for each in MADE_IDLE_BY.get(step, ()))


MADE_IDLE_BY: Mapping[Step, tuple[Step, ...]] = {
    Step.NOTICE: (Step.START, Step.DILIGENCE, Step.FILE),
    Step.START: (Step.FILE,),
    Step.DILIGENCE: (Step.FILE,),
    Step.TALK: (Step.NOTIFY,),
    Step.CHECK: (Step.REMIND,),
}


def horizon(policy: CreditPolicy) -> timedelta:
    """How far ahead of its day an item can have anything to say: nobody need look at later ones."""
    months = max(*policy.rating_notice.values(), *policy.line_notice.values(), policy.line_file_months)
    months = max(months, policy.loan_notice_months, policy.due_table_months)
    extra = policy.line_diligence_days + policy.line_file_months * 31
    return timedelta(days=max(months * 31, extra, policy.rating_window_days, policy.loan_talk_days) + 12)


def soon(policy: CreditPolicy) -> timedelta:
    """The same for what repeats: so many working days, over weekends and the longest holiday."""
    return timedelta(days=max(*policy.interest_days, policy.reconciliation_days) * 2 + 14)


def occurrence(item: CreditItem, day: date, policy: CreditPolicy, calendar: WorkCalendar) -> CreditItem:
    """What repeats, as it stands on a day: the newest of its days whose reminding has begun, with nothing ticked yet
    where nobody settled the one before. What does not repeat stays as it is."""
    if item.sort not in REPEATS or item.every_months is None:
        return item
    due, done = item.due, item.done
    while True:
        later = after(due, item)
        opens = stages(item.sort, None, later, policy, calendar)[0].opens
        if opens > day:
            break
        due, done = later, ()
    return item if due == item.due else replace(item, due=due, done=done)


def after(due: date, item: CreditItem) -> date:
    """The next day of what repeats."""
    coming = add_months(due.replace(day=1), item.every_months or 1)
    return on_day(coming.year, coming.month, item.day_of_month or due.day)


# ---------------------------------------------------------------- ticks


def tick(
    item: CreditItem,
    step: Step,
    by: int,
    at: datetime,
    day: date,
    *,
    reference: str | None = None,
    new_due: date | None = None,
) -> tuple[CreditItem, Tick]:
    """Say that a step is done. A renewal or new loan needs its own end; what repeats goes on to its next day."""
    if item.closed_on is not None:
        raise Refusal("credit-closed", on=item.closed_on)
    if step not in STEPS[item.sort]:
        raise Refusal("credit-no-such-step")
    if step in item.done:
        raise Refusal("credit-already-ticked")
    if step in (Step.TAKEN, Step.SHORT, Step.CONFIRM) and day < item.due:
        raise Refusal("credit-not-yet", on=item.due)
    due, done, closed = item.due, (*item.done, step), None
    if step in NEEDS_DAY:
        if new_due is None:
            raise Refusal("credit-needs-day")
        if new_due <= max(item.due, day):
            raise Refusal("credit-day-not-later", before=max(item.due, day))
        due, done = new_due, ()
    elif step is Step.REPAY:
        closed = day
    elif step in SETTLES:
        due, done = after(item.due, item), ()
    changed = replace(item, due=due, done=done, closed_on=closed)
    return changed, Tick(
        id=0,
        item_id=item.id,
        person_id=by,
        at=at,
        step=step,
        reference=reference,
        due_before=item.due,
        due_after=due,
        done_before=item.done,
    )


def untick(item: CreditItem, last: Tick | None, by: int, at: datetime) -> tuple[CreditItem, Tick]:
    """Take the last tick of an item back: by who set it, within the hour."""
    if last is None or last.undone_at is not None:
        raise Refusal("credit-nothing-to-undo")
    if last.person_id != by:
        raise Refusal("credit-not-your-tick")
    if at - last.at > UNDO_WITHIN:
        raise Refusal("credit-undo-too-late")
    before = replace(item, due=last.due_before, done=last.done_before, closed_on=None)
    return before, replace(last, undone_at=at)
