"""The rhythm of contact: facts and verdicts, around month ends, leap days and the calendar's own periods (V01–V28)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.policy import Policies
from bot.rules import cadence
from bot.rules.cadence import CadencePolicy, Line, Measure, Post, State, Window
from bot.rules.contacts import Channel
from bot.rules.months import Length, Period, add_months, on_day, working_days_before
from bot.rules.workdays import WorkCalendar

POLICY = Policies.load().of().rules.cadence
CALENDAR = CadencePolicy(lines=POLICY.lines, window=Window.CALENDAR)
DAY = date(2026, 8, 31)


def line(segment: str, post: Post, measure: Measure, tier: str | None = None) -> Line:
    return next(each for each in POLICY.lines if each.about == (segment, post, tier, measure))


def ago(*days: int, day: date = DAY) -> list[date]:
    return [day - timedelta(days=each) for each in days]


V01 = line("corporate", Post.RM, Measure.ON_SITE)
V02 = line("corporate", Post.RM, Measure.PHONE)
V03 = line("corporate", Post.TEAM_LEADER, Measure.ON_SITE)
V05 = line("corporate", Post.LEADER, Measure.ON_SITE)
V11 = line("retail", Post.RM, Measure.PHONE)
V12 = line("retail", Post.RM, Measure.VISIT)
V16 = line("retail", Post.RM, Measure.ANALYSIS)
LONG_AGO = date(2020, 1, 1)


def test_the_lines_are_those_of_the_papers() -> None:
    assert [(each.rule, str(each.every), each.times) for each in (V01, V02, V03, V05, V11, V12, V16)] == [
        ("V01", "2 weeks", 1), ("V02", "1 week", 1), ("V03", "1 month", 1), ("V05", "1 quarter", 2),
        ("V11", "2 months", 1), ("V12", "1 half_year", 1), ("V16", "1 quarter", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "done", "state", "due"),
    [
        (V01, ago(12), State.DONE, date(2026, 9, 2)),
        (V01, ago(13), State.DUE, date(2026, 9, 1)),  # a tenth of two weeks before its day
        (V01, ago(14), State.DUE, DAY),
        (V01, ago(15), State.OVERDUE, date(2026, 8, 30)),
        (V01, ago(0), State.DONE, date(2026, 9, 14)),  # done early counts: the next is counted from then
        (V02, ago(7), State.DUE, DAY),
        (V02, ago(8), State.OVERDUE, date(2026, 8, 30)),
        (V03, [date(2026, 7, 31)], State.DUE, DAY),  # V03: a month is the calendar's
        (V03, [date(2026, 7, 30)], State.OVERDUE, date(2026, 8, 30)),
        (V05, [date(2026, 6, 20), date(2026, 8, 20)], State.DONE, date(2026, 9, 20)),  # twice: the last but one
        (V05, [date(2026, 5, 31), date(2026, 8, 20)], State.DUE, DAY),
        (V05, [date(2026, 5, 30), date(2026, 8, 20)], State.OVERDUE, date(2026, 8, 30)),
        (V11, [date(2026, 6, 30)], State.OVERDUE, date(2026, 8, 30)),
        (V11, [date(2026, 7, 1)], State.DUE, date(2026, 9, 1)),
        (V12, [date(2026, 2, 28)], State.OVERDUE, date(2026, 8, 28)),
        (V12, [date(2026, 3, 1)], State.DUE, date(2026, 9, 1)),
        (V16, [], State.OVERDUE, add_months(LONG_AGO, 3)),  # never, and counted for years
    ],
)  # fmt: skip
def test_rolling(wanted: Line, done: list[date], state: State, due: date) -> None:
    now = cadence.standing(wanted, done, LONG_AGO, DAY, POLICY)
    assert (now.state, now.due) == (state, due)


@pytest.mark.parametrize(
    ("last", "every", "due"),
    [
        (date(2026, 1, 31), Period(1, Length.MONTH), date(2026, 2, 28)),
        (date(2028, 1, 31), Period(1, Length.MONTH), date(2028, 2, 29)),
        (date(2028, 2, 29), Period(1, Length.YEAR), date(2029, 2, 28)),
        (date(2026, 8, 31), Period(1, Length.HALF_YEAR), date(2027, 2, 28)),
        (date(2026, 12, 31), Period(2, Length.MONTH), date(2027, 2, 28)),
        (date(2026, 12, 28), Period(2, Length.WEEK), date(2027, 1, 11)),
    ],
)
def test_months_end_where_months_end(last: date, every: Period, due: date) -> None:
    """D27: counted by the calendar, with the last day where a month is shorter."""
    assert every.after(last) == due


@pytest.mark.parametrize(
    ("wanted", "done", "since", "day", "state"),
    [
        (V02, [date(2026, 8, 31)], LONG_AGO, date(2026, 8, 31), State.DONE),  # Monday, called already
        (V02, [date(2026, 8, 28)], LONG_AGO, date(2026, 8, 31), State.DONE),  # the week has just begun
        (V02, [date(2026, 8, 28)], LONG_AGO, date(2026, 9, 6), State.DUE),  # its last day
        (V02, [date(2026, 8, 21)], LONG_AGO, date(2026, 8, 31), State.OVERDUE),  # last week was missed
        (V02, [date(2026, 8, 21), date(2026, 9, 1)], LONG_AGO, date(2026, 9, 1), State.DONE),  # and made up for
        (V02, [], date(2026, 8, 28), date(2026, 8, 31), State.DONE),  # taken over last Friday
        (V05, [date(2026, 7, 1)], date(2026, 7, 1), date(2026, 8, 31), State.DONE),
        (V05, [date(2026, 7, 1)], date(2026, 7, 1), date(2026, 9, 30), State.DUE),
        (V05, [date(2026, 7, 1), date(2026, 9, 29)], LONG_AGO, date(2026, 9, 30), State.DONE),
        (V12, [date(2026, 1, 5)], LONG_AGO, date(2026, 7, 1), State.DONE),  # the half-year before was kept
    ],
)
def test_by_the_calendar(wanted: Line, done: list[date], since: date, day: date, state: State) -> None:
    assert cadence.standing(wanted, done, since, day, CALENDAR).state is state


@pytest.mark.parametrize(
    ("measure", "tier", "counts", "not_"),
    [
        (Measure.ON_SITE, None, {Channel.ON_SITE}, {Channel.PHONE, Channel.RECEPTION, Channel.ONLINE}),  # V07
        (Measure.VISIT, "gold", {Channel.ON_SITE, Channel.RECEPTION, Channel.EVENT}, {Channel.PHONE}),  # V15
        (Measure.VISIT, "platinum", {Channel.ON_SITE}, {Channel.RECEPTION, Channel.EVENT, Channel.PHONE}),  # V13
        (Measure.VISIT, "diamond", {Channel.ON_SITE}, {Channel.RECEPTION}),
        (Measure.PHONE, None, {Channel.PHONE, Channel.ON_SITE}, {Channel.SMS, Channel.MAIL}),
        (Measure.CONTACT, "high", set(Channel), set()),  # V23
    ],
)
def test_what_counts_for_what(measure: Measure, tier: str | None, counts: set[Channel], not_: set[Channel]) -> None:
    """D03."""
    counting = POLICY.counting(measure, tier)
    assert counts <= counting
    assert not not_ & counting


def test_a_line_of_a_tier_goes_before_the_segments_own() -> None:
    own = Line("corporate", Post.RM, "platinum", Measure.ON_SITE, Period(1, Length.WEEK), 1, "D01")
    policy = CadencePolicy(lines=(*POLICY.lines, own))
    assert [each.every for each in policy.lines_of("corporate", "platinum", Post.RM)] == [
        Period(1, Length.WEEK),
        Period(1, Length.WEEK),
    ]
    assert V01 in policy.lines_of("corporate", "gold", Post.RM)
    assert POLICY.lines_of("rural", "borrower", Post.RM)[0].rule == "V24"
    assert POLICY.lines_of("rural", None, Post.RM) == ()


@pytest.mark.parametrize(
    ("met", "clients", "missing"),
    [(9, 10, 0), (8, 10, 1), (0, 10, 9), (18, 20, 0), (17, 20, 1), (0, 0, 0)],
)
def test_the_mark_of_platinum_and_above(met: int, clients: int, missing: int) -> None:
    """V13: 90 per cent on site in the half-year; a reception is not on site."""
    seen = [("platinum", {Channel.ON_SITE: date(2026, 7, 1)})] * met
    rest = [("diamond", {Channel.RECEPTION: date(2026, 7, 1), Channel.ON_SITE: date(2026, 6, 30)})] * (clients - met)
    marks = cadence.rates([*seen, *rest], DAY, POLICY)
    assert [(each.rule, each.reached, each.missing) for each in marks] == ([("V13", met, missing)] if clients else [])


def test_gold_beyond_the_mark_is_wished_for_and_not_wanted() -> None:
    """D41, V14."""
    four = [("gold", {Channel.EVENT: date(2026, 7, 1)})] * 4 + [("gold", {})] * 6
    three = [("gold", {Channel.EVENT: date(2026, 7, 1)})] * 3 + [("gold", {})] * 7
    assert not cadence.is_must(V12, "gold", cadence.rates(four, DAY, POLICY), POLICY)
    assert cadence.is_must(V12, "gold", cadence.rates(three, DAY, POLICY), POLICY)
    assert cadence.is_must(V12, "platinum", cadence.rates(four, DAY, POLICY), POLICY)
    assert cadence.is_must(V11, "gold", cadence.rates(four, DAY, POLICY), POLICY)


DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))
TWICE = Line("corporate", Post.RM, None, Measure.ON_SITE, Period(1, Length.MONTH), 2, "D01")
LINES = st.sampled_from((*POLICY.lines, TWICE))


@given(LINES, DAYS, st.lists(st.integers(0, 400), min_size=1, max_size=4), st.sampled_from([POLICY, CALENDAR]))
def test_a_gate_lets_through_whatever_is_due(wanted: Line, day: date, days: list[int], policy: CadencePolicy) -> None:
    """No client about whom the rule has something to say is left out by the database."""
    done = ago(*days, day=day)
    now = cadence.standing(wanted, done, LONG_AGO, day, policy)
    if now.state is not State.DONE:
        assert max(done) <= cadence.cutoff(wanted, day, policy)


@given(LINES, DAYS, st.lists(st.integers(0, 400), max_size=5))
def test_done_once_more_never_makes_it_worse(wanted: Line, day: date, days: list[int]) -> None:
    done = ago(*days, day=day)
    order = [State.DONE, State.DUE, State.OVERDUE]
    before = cadence.standing(wanted, done, LONG_AGO, day, POLICY)
    after = cadence.standing(wanted, [*done, day], LONG_AGO, day, POLICY)
    assert order.index(after.state) <= order.index(before.state)
    assert after.due >= before.due


@given(DAYS, st.sampled_from(list(Length)), st.integers(1, 6))
def test_every_day_lies_in_one_period_of_the_calendar(day: date, length: Length, count: int) -> None:
    period = Period(count, length)
    first, last = period.around(day)
    assert first <= day <= last
    assert period.around(first) == period.around(last) == (first, last)
    assert period.around(last + timedelta(days=1))[0] == last + timedelta(days=1)


@given(DAYS, st.integers(-30, 30))
def test_adding_months_keeps_the_day_or_the_end(day: date, months: int) -> None:
    there = add_months(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == day.day or (there.day < day.day and (there + timedelta(days=1)).day == 1)


def test_days_of_every_month_and_working_days() -> None:
    assert [on_day(2026, month, 31).day for month in (1, 2, 4, 6)] == [31, 28, 30, 30]
    assert on_day(2028, 2, 30) == date(2028, 2, 29)
    week = WorkCalendar(
        holidays=frozenset({date(2026, 10, each) for each in range(1, 9)}), make_ups=frozenset({date(2026, 10, 10)})
    )
    assert working_days_before(date(2026, 10, 12), 1, week) == date(2026, 10, 10)  # a make-up Saturday
    assert working_days_before(date(2026, 10, 12), 3, week) == date(2026, 9, 30)
    assert working_days_before(date(2026, 10, 4), 0, week) == date(2026, 9, 30)
    assert working_days_before(date(2026, 10, 4), 1, week) == date(2026, 9, 30)
