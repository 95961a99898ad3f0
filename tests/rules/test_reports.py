"""Figures add up, periods meet without a gap, and rates are never rounded up (A18, V13)."""

from dataclasses import fields
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from bot.rules.refusal import Refusal
from bot.rules.reports import Figures, Span, earlier, later, period, share, told, total

DAYS = st.dates(date(2020, 1, 1), date(2032, 12, 31))
FIGURES = st.builds(
    Figures,
    **{
        each.name: st.integers(0, 50)
        if each.type != "Fraction" and each.name != "leave_days"
        else st.just(Fraction(1, 2))
        for each in fields(Figures)
    },
)


@pytest.mark.parametrize(
    ("span", "day", "first", "last"),
    [
        (Span.DAY, date(2026, 8, 3), date(2026, 8, 3), date(2026, 8, 3)),
        (Span.WEEK, date(2026, 8, 9), date(2026, 8, 3), date(2026, 8, 9)),
        (Span.MONTH, date(2024, 2, 10), date(2024, 2, 1), date(2024, 2, 29)),
        (Span.MONTH, date(2026, 12, 31), date(2026, 12, 1), date(2026, 12, 31)),
        (Span.QUARTER, date(2026, 8, 3), date(2026, 7, 1), date(2026, 9, 30)),
        (Span.QUARTER, date(2026, 11, 22), date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_periods_are_the_calendars_own(span: Span, day: date, first: date, last: date) -> None:
    found = period(span, day)
    assert (found.first, found.last) == (first, last)


@given(st.sampled_from(Span), DAYS)
def test_periods_meet_without_gap_or_overlap(span: Span, day: date) -> None:
    here = period(span, day)
    assert here.first <= day <= here.last
    assert earlier(here).last + timedelta(days=1) == here.first
    assert later(here).first - timedelta(days=1) == here.last
    assert later(earlier(here)) == here


def test_only_what_has_begun_and_is_kept_can_be_told() -> None:
    today = date(2026, 8, 3)
    assert told(period(Span.MONTH, today), today)
    with pytest.raises(Refusal, match="reports-not-yet"):
        told(period(Span.MONTH, date(2026, 9, 1)), today)
    with pytest.raises(Refusal, match="reports-too-old"):
        told(period(Span.DAY, date(2019, 1, 1)), today)


@given(st.lists(FIGURES, max_size=6))
def test_figures_add_up_whatever_the_order(figures: list[Figures]) -> None:
    assert total(figures) == total(reversed(figures))
    assert total(figures).visits == sum(each.visits for each in figures)


@given(FIGURES)
def test_nothing_that_is_derived_is_below_zero_where_counts_agree(one: Figures) -> None:
    assert one.missing >= 0
    assert one.handed_in == one.on_time + one.late
    assert one.called == one.present + one.tardy + one.absent + one.excused


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(899, 1000, 89), (9, 10, 90), (0, 5, 0), (5, 5, 100), (1, 3, 33), (0, 0, None), (7, 5, 140)],
)
def test_a_share_never_looks_better_than_it_is(part: int, whole: int, expected: int | None) -> None:
    assert share(part, whole) == expected
