"""One engine for what falls together, held against a model that counts minute by minute."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.rules.intervals import Half, Hours, Interval, clash, days_in, part_of_day, united, whole_days

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 8, 4)
HOURS = Hours()
ZERO = datetime(2026, 8, 3, 16, tzinfo=UTC)  # the first minute of the day in Shanghai


def minutes(interval: Interval) -> set[int]:
    """The model: the minutes themselves."""
    return set(range((interval.start - ZERO) // timedelta(minutes=1), (interval.end - ZERO) // timedelta(minutes=1)))


def made(start: int, length: int) -> Interval:
    return Interval(ZERO + timedelta(minutes=start), ZERO + timedelta(minutes=start + length))


intervals = st.builds(made, st.integers(-600, 2_400), st.integers(1, 1_500))


@given(intervals, intervals)
def test_overlap_common_and_rest_are_those_of_the_minutes(one: Interval, two: Interval) -> None:
    shared = minutes(one) & minutes(two)
    assert one.overlaps(two) == two.overlaps(one) == bool(shared)
    common = one.common(two)
    assert (minutes(common) if common else set()) == shared
    rest = [minutes(each) for each in one.without(two)]
    assert set().union(*rest) == minutes(one) - minutes(two)
    assert sum(map(len, rest)) == len(minutes(one) - minutes(two))


@given(st.lists(intervals, max_size=6))
def test_united_intervals_are_the_same_minutes_without_touching(several: list[Interval]) -> None:
    together = united(several)
    assert set().union(*map(minutes, together)) == set().union(*map(minutes, several))
    assert all(one.end < two.start for one, two in itertools.pairwise(together))


@given(intervals)
def test_the_part_of_a_day_is_that_of_its_worked_minutes(interval: Interval) -> None:
    expected = sum(
        (Fraction(len(minutes(interval) & minutes(half)), 2 * half.minutes) for half in HOURS.worked(DAY, ZONE)),
        Fraction(0),
    )
    assert part_of_day(interval, DAY, HOURS, ZONE) == expected <= 1


AM, PM = (HOURS.half(DAY, half, ZONE) for half in Half)
FULL = whole_days(DAY, DAY, ZONE)


@pytest.mark.parametrize(
    ("one", "two", "overlap"),
    [
        (AM, PM, False),  # two halves of a day are two things
        (AM, AM, True),
        (FULL, PM, True),  # full and half
        (FULL, whole_days(DAY + timedelta(days=1), DAY + timedelta(days=2), ZONE), False),
        (made(600, 120), PM, False),  # 10:00-12:00 and the afternoon
        (made(600, 240), PM, True),  # 10:00-14:00
        (made(22 * 60, 240), FULL, True),  # across midnight
        (made(24 * 60, 60), FULL, False),  # from the midnight on
        (made(12 * 60, 60), AM, False),  # the midday is nobody's half
    ],
)
def test_halves_hours_days_and_midnight(one: Interval, two: Interval, overlap: bool) -> None:
    assert one.overlaps(two) is overlap
    assert (clash(one, [two]) is not None) is overlap


def test_an_interval_without_length_is_none() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Interval(ZERO, ZERO + timedelta(seconds=59))


def test_days_are_those_of_the_wall_also_when_a_clock_is_turned() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    turned = whole_days(date(2026, 10, 25), date(2026, 10, 25), berlin)
    assert turned.minutes == 25 * 60
    assert list(days_in(turned, berlin)) == [date(2026, 10, 25)]
    night = Interval(made(22 * 60, 1).start, made(26 * 60, 1).start)
    assert list(days_in(night, ZONE)) == [DAY, DAY + timedelta(days=1)]
    assert HOURS.half(DAY, Half.PM, ZONE).start.astimezone(ZONE).time() == time(13)
