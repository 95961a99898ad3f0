"""The credit calendar: facts and verdicts, around month ends, leap days, weekends and holidays (K01–K15, 5.9)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.policy import Policies
from bot.rules import credit
from bot.rules.credit import CreditItem, Level, Sort, State, Step
from bot.rules.refusal import Refusal
from bot.rules.workdays import WorkCalendar
from storage.holidays import china

POLICY = Policies.load().of().rules.credit
WEEK = WorkCalendar()
CHINA = china(frozenset(range(5)))
NOON = datetime(2026, 8, 3, 4, tzinfo=UTC)


def item(sort: Sort, due: date, level: Level | None = None, *done: Step, **more: object) -> CreditItem:
    repeats = sort in credit.REPEATS
    return CreditItem(
        id=1, client_id=1, sort=sort, reference="", level=level, due=due, done=done, made_at=NOON,
        day_of_month=due.day if repeats else None,
        every_months={Sort.INTEREST: 1, Sort.RECONCILIATION: 3}.get(sort),
    ) if not more else replace(item(sort, due, level, *done), **more)  # type: ignore[arg-type]  # fmt: skip


def times(
    sort: Sort, due: date, level: Level | None = None, calendar: WorkCalendar = WEEK
) -> dict[str, tuple[date, date]]:
    return {each.step: (each.opens, each.by) for each in credit.stages(sort, level, due, POLICY, calendar)}


RATING_END = date(2026, 12, 31)  # a Thursday


@pytest.mark.parametrize(
    ("level", "notice", "rule"),
    [
        (Level.HEAD_OFFICE, date(2026, 9, 30), "K03"),
        (Level.TIER1, date(2026, 10, 30), "K04"),  # 31 October is a Saturday
        (Level.TIER2, date(2026, 11, 30), "K05"),
    ],
)
def test_the_notice_of_a_rating_by_who_approves(level: Level, notice: date, rule: str) -> None:
    stage = credit.stages(Sort.RATING, level, RATING_END, POLICY, WEEK)[0]
    assert (stage.step, stage.opens, stage.rule) == (Step.NOTICE, notice, rule)


def test_a_rating_window_opens_on_day_sixty_and_closes_on_day_fifteen() -> None:
    """K02, K06: the day of the window is the law's and is not moved; a deadline on a free day is the day before."""
    shown = times(Sort.RATING, RATING_END, Level.TIER1)
    assert shown[Step.START] == (date(2026, 11, 1), date(2026, 12, 16))  # a Sunday
    assert shown[Step.FILE][1] == date(2026, 12, 16)
    assert times(Sort.RATING, date(2027, 1, 3), Level.TIER1)[Step.FILE][1] == date(2026, 12, 18)  # 19 is a Saturday


@pytest.mark.parametrize(
    ("due", "notice", "file_by"),
    [
        (date(2027, 5, 31), date(2027, 2, 26), date(2027, 4, 30)),  # 28 February 2027 is a Sunday
        (date(2028, 5, 31), date(2028, 2, 29), date(2028, 4, 28)),  # a leap day; 30 April 2028 is a Sunday
        (date(2027, 3, 31), date(2026, 12, 31), date(2027, 2, 26)),
        (date(2027, 1, 1), date(2026, 10, 1), date(2026, 12, 1)),
    ],
)
def test_a_line_counts_months_by_the_calendar(due: date, notice: date, file_by: date) -> None:
    """K08, K11, D27."""
    shown = times(Sort.LINE, due, Level.HEAD_OFFICE)
    assert (shown[Step.NOTICE][0], shown[Step.FILE][1]) == (notice, file_by)


def test_leads_keep_clear_of_holidays() -> None:
    """The national holiday of October: a notice that would fall into it is sent before it."""
    shown = times(Sort.LOAN, date(2026, 11, 3), None, CHINA)
    assert shown[Step.NOTIFY][0] == date(2026, 9, 30)


@pytest.mark.parametrize(
    ("due", "look", "remind"),
    [
        (date(2026, 8, 20), date(2026, 8, 17), date(2026, 8, 19)),  # K12: three and one working days before
        (date(2026, 8, 24), date(2026, 8, 19), date(2026, 8, 21)),  # a Monday: over the weekend
        (date(2026, 9, 20), date(2026, 9, 16), date(2026, 9, 18)),  # a Sunday
        (date(2026, 8, 31), date(2026, 8, 26), date(2026, 8, 28)),
    ],
)
def test_interest_is_thought_of_in_working_days(due: date, look: date, remind: date) -> None:
    shown = times(Sort.INTEREST, due)
    assert (shown[Step.CHECK][0], shown[Step.REMIND][0]) == (look, remind)


F = Step
RATING, LINE, LOAN, INTEREST, STATEMENT = Sort
END = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("sort", "level", "due", "done", "day", "state", "step"),
    [
        # K03–K06: a rating that the head office approves
        (RATING, Level.HEAD_OFFICE, END, (), date(2026, 9, 29), State.QUIET, None),
        (RATING, Level.HEAD_OFFICE, END, (), date(2026, 9, 30), State.OPEN, F.NOTICE),
        (RATING, Level.HEAD_OFFICE, END, (), date(2026, 10, 4), State.OVERDUE, F.NOTICE),
        (RATING, Level.HEAD_OFFICE, END, (F.NOTICE,), date(2026, 10, 31), State.QUIET, None),
        (RATING, Level.HEAD_OFFICE, END, (F.NOTICE,), date(2026, 11, 1), State.OPEN, F.START),
        (RATING, Level.HEAD_OFFICE, END, (F.NOTICE, F.START), date(2026, 12, 16), State.OPEN, F.FILE),
        (RATING, Level.HEAD_OFFICE, END, (F.NOTICE, F.START), date(2026, 12, 17), State.OVERDUE, F.FILE),
        (RATING, Level.HEAD_OFFICE, END, (F.FILE,), date(2026, 12, 17), State.QUIET, None),
        (RATING, Level.HEAD_OFFICE, END, (F.FILE,), date(2026, 12, 28), State.OPEN, F.RENEW),
        (RATING, Level.HEAD_OFFICE, END, (F.FILE,), date(2027, 1, 1), State.LAPSED, F.RENEW),  # K01
        (RATING, Level.TIER2, END, (), date(2026, 11, 1), State.OPEN, F.START),  # before its notice
        (RATING, Level.TIER2, END, (F.START,), date(2026, 11, 30), State.OPEN, F.FILE),  # begun: no notice needed
        (RATING, Level.TIER2, END, (), date(2027, 1, 1), State.LAPSED, F.RENEW),
        # K08–K11: a line
        (LINE, Level.TIER1, END, (), date(2026, 10, 28), State.QUIET, None),
        (LINE, Level.TIER1, END, (), date(2026, 10, 30), State.OPEN, F.NOTICE),
        (LINE, Level.TIER1, END, (F.NOTICE,), date(2026, 11, 20), State.OPEN, F.DILIGENCE),
        (LINE, Level.TIER1, END, (F.NOTICE, F.DILIGENCE), date(2026, 11, 30), State.OPEN, F.FILE),
        (LINE, Level.TIER1, END, (F.NOTICE, F.DILIGENCE), date(2026, 12, 1), State.OVERDUE, F.FILE),
        (LINE, Level.TIER1, END, (F.FILE,), date(2026, 12, 1), State.QUIET, None),
        # K13, K14: a loan
        (LOAN, None, END, (), date(2026, 11, 15), State.QUIET, None),
        (LOAN, None, END, (), date(2026, 11, 16), State.OPEN, F.TALK),
        (LOAN, None, END, (F.TALK,), date(2026, 11, 30), State.OPEN, F.NOTIFY),
        (LOAN, None, END, (F.NOTIFY,), date(2026, 12, 30), State.QUIET, None),
        (LOAN, None, END, (F.NOTIFY,), END, State.OPEN, F.REPAY),
        (LOAN, None, END, (F.NOTIFY,), date(2027, 1, 1), State.LAPSED, F.REPAY),  # T01: an NPL the same day
        # interest days (K12)
        (INTEREST, None, date(2026, 8, 20), (), date(2026, 8, 16), State.QUIET, None),
        (INTEREST, None, date(2026, 8, 20), (), date(2026, 8, 17), State.OPEN, F.CHECK),
        (INTEREST, None, date(2026, 8, 20), (F.CHECK,), date(2026, 8, 18), State.QUIET, None),
        (INTEREST, None, date(2026, 8, 20), (F.CHECK,), date(2026, 8, 19), State.OPEN, F.REMIND),
        (INTEREST, None, date(2026, 8, 20), (F.REMIND,), date(2026, 8, 20), State.OPEN, F.TAKEN),
        (INTEREST, None, date(2026, 8, 20), (F.REMIND,), date(2026, 8, 24), State.OVERDUE, F.TAKEN),
        # K15: a statement
        (STATEMENT, None, date(2026, 9, 30), (), date(2026, 9, 22), State.QUIET, None),
        (STATEMENT, None, date(2026, 9, 30), (), date(2026, 9, 23), State.OPEN, F.REMIND),
        (STATEMENT, None, date(2026, 9, 30), (F.REMIND,), date(2026, 9, 30), State.OPEN, F.CONFIRM),
        (STATEMENT, None, date(2026, 9, 30), (F.REMIND,), date(2026, 10, 11), State.OVERDUE, F.CONFIRM),
    ],
)
def test_verdicts(
    sort: Sort, level: Level | None, due: date, done: tuple[Step, ...], day: date, state: State, step: Step | None
) -> None:
    says = credit.verdict(item(sort, due, level, *done), day, POLICY, WEEK)
    assert (says.state, says.step) == (state, step)
    assert says.days_left == (due - day).days


@pytest.mark.parametrize(
    ("anchor", "day", "shown"),
    [
        (date(2026, 1, 31), date(2026, 2, 24), date(2026, 1, 31)),  # the next one's reminding has not begun
        (date(2026, 1, 31), date(2026, 2, 25), date(2026, 2, 28)),  # clamped; 28 February is a Saturday
        (date(2026, 1, 31), date(2026, 3, 26), date(2026, 3, 31)),  # and back to the 31st
        (date(2028, 1, 30), date(2028, 2, 28), date(2028, 2, 29)),
        (date(2026, 12, 20), date(2027, 1, 15), date(2027, 1, 20)),
    ],
)
def test_what_repeats_comes_again_unasked(anchor: date, day: date, shown: date) -> None:
    assert credit.occurrence(item(Sort.INTEREST, anchor), day, POLICY, WEEK).due == shown


def test_ticks_close_or_re_arm() -> None:
    """5.9: renewed and lent anew go on with their new day, repaid is over, interest waits for next month."""
    rating = item(Sort.RATING, END, Level.TIER1, Step.FILE)
    renewed, line = credit.tick(rating, Step.RENEW, 7, NOON, date(2026, 12, 30), new_due=date(2027, 12, 31))
    assert (renewed.due, renewed.done, line.due_before, line.done_before) == (date(2027, 12, 31), (), END, (Step.FILE,))
    repaid, _ = credit.tick(item(Sort.LOAN, END), Step.REPAY, 7, NOON, date(2026, 12, 1))
    assert repaid.closed_on == date(2026, 12, 1)
    taken, _ = credit.tick(item(Sort.INTEREST, date(2026, 1, 31)), Step.TAKEN, 7, NOON, date(2026, 1, 31))
    assert taken.due == date(2026, 2, 28)
    again, _ = credit.tick(taken, Step.SHORT, 7, NOON, date(2026, 2, 28))
    assert again.due == date(2026, 3, 31)  # the day of the month is kept
    filed, line = credit.tick(rating, Step.NOTICE, 7, NOON, date(2026, 10, 1))
    assert filed.done == (Step.FILE, Step.NOTICE)
    assert line.reference is None


@pytest.mark.parametrize(
    ("it", "step", "day", "new", "key"),
    [
        (item(Sort.LOAN, END, None, closed_on=END), Step.TALK, END, None, "credit-closed"),
        (item(Sort.LOAN, END), Step.FILE, END, None, "credit-no-such-step"),
        (item(Sort.LOAN, END, None, Step.TALK), Step.TALK, END, None, "credit-already-ticked"),
        (item(Sort.LOAN, END), Step.RELEND, END, None, "credit-needs-day"),
        (item(Sort.LOAN, END), Step.RELEND, END, END, "credit-day-not-later"),
        (item(Sort.INTEREST, END), Step.TAKEN, date(2026, 12, 30), None, "credit-not-yet"),
    ],
)
def test_ticks_that_are_refused(it: CreditItem, step: Step, day: date, new: date | None, key: str) -> None:
    with pytest.raises(Refusal) as no:
        credit.tick(it, step, 7, NOON, day, new_due=new)
    assert no.value.key == key


def test_a_tick_is_taken_back_within_the_hour_by_who_set_it() -> None:
    before = item(Sort.LOAN, END, None, Step.TALK)
    after, line = credit.tick(before, Step.REPAY, 7, NOON, END)
    assert credit.untick(after, line, 7, NOON + timedelta(hours=1))[0] == before
    for by, later, last, key in (
        (8, 0, line, "credit-not-your-tick"),
        (7, 61, line, "credit-undo-too-late"),
        (7, 0, None, "credit-nothing-to-undo"),
        (7, 0, replace(line, undone_at=NOON), "credit-nothing-to-undo"),
    ):
        with pytest.raises(Refusal) as no:
            credit.untick(after, last, by, NOON + timedelta(minutes=later))
        assert no.value.key == key


ITEMS = st.builds(
    item,
    st.sampled_from(list(Sort)),
    st.dates(date(2025, 1, 1), date(2029, 12, 31)),
    st.sampled_from(list(Level)),
)
OFFSET = st.integers(-150, 30)


@given(ITEMS, OFFSET, st.sampled_from([WEEK, CHINA]))
def test_nothing_is_wanted_beyond_the_horizon_and_everything_by_its_day(
    it: CreditItem, days: int, calendar: WorkCalendar
) -> None:
    day = it.due + timedelta(days=days)
    says = credit.verdict(it, day, POLICY, calendar)
    if day < it.due - credit.horizon(POLICY):
        assert says.state is State.QUIET
    if day > it.due and it.sort not in credit.REPEATS:
        assert says.state is State.LAPSED
    if says.step is not None:
        assert says.opens <= day
        assert says.step not in it.done


@given(ITEMS, st.sampled_from([WEEK, CHINA]))
def test_ticking_what_is_asked_for_ends_in_quiet(it: CreditItem, calendar: WorkCalendar) -> None:
    """Whoever ticks each step when it is asked for is left alone at the end, and never asked for the same twice."""
    asked = []
    for n in range(-160, 1):
        day = it.due + timedelta(days=n)
        says = credit.verdict(it, day, POLICY, calendar)
        if says.step is None:
            continue
        asked.append(says.step)
        new = it.due + timedelta(days=365) if says.step in credit.NEEDS_DAY else None
        due = it.due
        it, _ = credit.tick(it, says.step, 1, NOON, day, new_due=new)
        if it.closed_on or it.due != due:
            break
    assert len(asked) == len(set(asked))
    if it.closed_on is None:
        assert credit.verdict(it, it.due - timedelta(days=160), POLICY, calendar).state is State.QUIET
