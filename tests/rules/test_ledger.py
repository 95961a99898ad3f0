"""Accounts of leave: exact, replayable, and safe to run twice."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, strategies as st

from bot.policy import Policies
from bot.rules.leave_types import Kind
from bot.rules.ledger import Entry, Row, allocation, balance, carry_over, lapsed, left

ONE_AND_A_HALF = Fraction(3, 2)


def row(days: Fraction | int, on: date, reference: str, **facts: object) -> Row:
    entry = Entry.USE if days < 0 else Entry.ALLOCATION
    plain = Row(person_id=1, account=Kind.ANNUAL, entry=entry, days=Fraction(days), on=on, reference=reference)
    return replace(plain, **facts)  # type: ignore[arg-type]


def numbered(rows: list[Row]) -> list[Row]:
    return [replace(each, id=number) for number, each in enumerate(rows, start=1)]


@st.composite
def histories(draw: st.DrawFn) -> list[Row]:
    rows = []
    for number in range(draw(st.integers(0, 8))):
        days = Fraction(draw(st.integers(-12, 20).filter(bool)), draw(st.sampled_from([1, 2, 8, 3])))
        on = date(2025, 1, 1) + timedelta(days=draw(st.integers(0, 700)))
        expires = on + timedelta(days=draw(st.integers(0, 300))) if days > 0 and draw(st.booleans()) else None
        rows.append(row(days, on, f"r{number}", expires=expires))
    return numbered(rows)


DAYS = st.dates(date(2025, 1, 1), date(2027, 6, 1))


@given(histories(), DAYS)
def test_the_balance_is_the_sum_of_what_is_left_less_what_is_owed(rows: list[Row], on: date) -> None:
    lots = left(rows, on)
    assert all(lot.rest >= 0 for lot in lots)
    usable = sum((lot.rest for lot in lots if lot.until >= on), Fraction(0))
    owed = usable - balance(rows, on)
    assert owed >= 0
    gains = sum((lot.gain.days - lot.rest for lot in lots), Fraction(0))
    uses = -sum((each.days for each in rows if each.days < 0 and each.on <= on), Fraction(0))
    assert gains + owed == uses


@given(histories(), DAYS)
def test_writing_off_what_expired_changes_no_balance_and_is_done_once(rows: list[Row], on: date) -> None:
    before = balance(rows, on)
    written = numbered(rows + lapsed(rows, on))
    assert balance(written, on) == before
    assert lapsed(written, on) == []


@given(histories())
def test_carry_over_twice_is_carry_over_once(rows: list[Row]) -> None:
    once = numbered(rows + carry_over(rows, 2026, Fraction(5), date(2026, 6, 30)))
    again = carry_over(once, 2026, Fraction(5), date(2026, 6, 30))
    assert again == []
    assert len({each.reference for each in once}) == len(once)


def test_a_year_is_allocated_once() -> None:
    first = allocation([], 1, Kind.ANNUAL, 2026, Fraction(5))
    assert first is not None
    assert allocation([first], 1, Kind.ANNUAL, 2026, Fraction(5)) is None
    assert allocation([], 1, Kind.ANNUAL, 2026, Fraction(0)) is None
    assert balance([first], date(2026, 12, 31)) == 5
    assert balance([first], date(2027, 1, 1)) == 0


def test_one_day_and_a_half_stays_one_day_and_a_half_when_carried() -> None:
    """An engine with whole numbers made 2 of it."""
    rows = numbered([row(5, date(2025, 1, 1), "allocation:2025", expires=date(2025, 12, 31)),
                     row(Fraction(-7, 2), date(2025, 5, 8), "leave:1")])  # fmt: skip
    rows = numbered(rows + carry_over(rows, 2026, Fraction(5), date(2026, 6, 30)))
    assert balance(rows, date(2026, 1, 1)) == ONE_AND_A_HALF
    assert balance(rows, date(2026, 6, 30)) == ONE_AND_A_HALF
    assert balance(rows, date(2026, 7, 1)) == 0


def test_what_was_carried_is_used_before_the_new_year_and_not_carried_again() -> None:
    """Carry-over added up year upon year where the old lot was forgotten."""
    rows = numbered([row(5, date(2025, 1, 1), "allocation:2025", expires=date(2025, 12, 31))])
    rows += carry_over(rows, 2026, Fraction(3), date(2026, 6, 30))
    new = allocation(rows, 1, Kind.ANNUAL, 2026, Fraction(5))
    assert new
    rows = numbered([*rows, new, row(-3, date(2026, 3, 2), "leave:2")])
    assert balance(rows, date(2026, 7, 1)) == 5
    rows = numbered(rows + carry_over(rows, 2027, Fraction(3), date(2027, 6, 30)))
    assert balance(rows, date(2027, 1, 1)) == 3


def test_days_by_years_of_service() -> None:
    accounts = Policies.load().of().rules.accounts
    assert [accounts.annual_days(years) for years in (0, 1, 9, 10, 19, 20, 40)] == [
        0,
        5,
        5,
        10,
        10,
        15,
        15,
    ]
