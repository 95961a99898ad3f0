"""Working days with holidays and the days worked for them."""

from datetime import date, timedelta

from hypothesis import given, strategies as st

from bot.rules.workdays import Why, WorkCalendar, count

MAY = WorkCalendar(
    holidays=frozenset(date(2026, 5, day) for day in range(1, 6)),
    make_ups=frozenset({date(2026, 5, 9)}),
    years=frozenset({2026}),
)


def test_a_saturday_that_is_worked_counts_and_is_named() -> None:
    counted = count(date(2026, 5, 8), date(2026, 5, 10), MAY)
    assert counted.working == (date(2026, 5, 8), date(2026, 5, 9))
    assert counted.make_ups == (date(2026, 5, 9),)
    assert counted.weekend == (date(2026, 5, 10),)
    assert counted.calendar_days == 3
    assert counted.unknown_years == ()


def test_holidays_cost_nothing_and_are_told_from_weekends() -> None:
    counted = count(date(2026, 4, 30), date(2026, 5, 6), MAY)
    assert counted.working == (date(2026, 4, 30), date(2026, 5, 6))
    assert counted.holidays == (date(2026, 5, 1), date(2026, 5, 4), date(2026, 5, 5))
    assert counted.weekend == (date(2026, 5, 2), date(2026, 5, 3))


def test_a_year_without_a_table_is_said() -> None:
    counted = count(date(2026, 12, 30), date(2027, 1, 4), MAY)
    assert counted.unknown_years == (2027,)
    assert len(counted.working) == 4


def test_the_banks_own_file_has_the_last_word() -> None:
    own = MAY.overridden({date(2026, 5, 9): False, date(2026, 5, 5): True, date(2026, 5, 16): True})
    assert own.why(date(2026, 5, 9)) is Why.WEEKEND
    assert own.why(date(2026, 5, 5)) is Why.WORKDAY
    assert own.why(date(2026, 5, 16)) is Why.MAKE_UP


def test_a_file_that_knows_new_years_day_speaks_for_the_year() -> None:
    assert MAY.overridden({date(2027, 1, 1): False}).years == {2026, 2027}
    assert MAY.overridden({date(2027, 2, 5): False}).years == {2026}


def test_the_next_and_the_last_day_worked() -> None:
    assert MAY.after(date(2026, 4, 30)) == date(2026, 5, 6)
    assert MAY.after(date(2026, 5, 8)) == date(2026, 5, 9)
    assert MAY.before(date(2026, 5, 6)) == date(2026, 4, 30)
    assert WorkCalendar(frozenset()).after(date(2026, 5, 8)) == date(2026, 5, 9)


@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.integers(0, 60))
def test_every_day_is_counted_once(first: date, length: int) -> None:
    counted = count(first, first + timedelta(days=length), MAY)
    assert counted.calendar_days == length + 1
    assert all(MAY.is_working(day) for day in counted.working)
    assert set(counted.make_ups) <= set(counted.working)
