"""Rules tried out on paper (A05, A07, A13, L05)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.rules.refusal import Refusal
from bot.rules.rehearsal import Changed, DayHeld, compared, flagged

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 7, 6)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 7, 6, hour, minute, tzinfo=ZONE).astimezone(UTC)


HELD = DayHeld(
    day=DAY,
    zone=ZONE,
    returns=((1, at(16, 40), None), (2, at(17, 30), at(18)), (3, at(17, 1), None)),
    records=((1, at(19)), (1, at(20, 1)), (2, at(23))),
    arrivals=((1, 80), (2, 250), (2, 900)),
    answers=((1, at(8, 15), at(8, 14)), (2, at(8, 15), at(8, 18))),
)


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("outing.return_time", time(17), {3: 1}),  # A05; 2 was put off to 18:00
        ("outing.return_time", time(16, 30), {1: 1, 3: 1}),
        ("outing.return_time", time(18), {}),
        ("calendar.day_end", time(20), {1: 1, 2: 1}),  # A07
        ("calendar.day_end", time(18), {1: 2, 2: 1}),
        ("evidence.radius_m", 200, {2: 2}),  # A13
        ("evidence.radius_m", 1000, {}),
        ("training.late_grace_minutes", 0, {2: 1}),  # L05
        ("training.late_grace_minutes", 3, {}),
    ],
)
def test_who_would_have_been_flagged(key: str, value: time | int, expected: dict[int, int]) -> None:
    assert dict(flagged(key, value, [HELD])) == expected


def test_what_cannot_be_tried_is_refused() -> None:
    with pytest.raises(Refusal) as no:
        flagged("outing.mode", 1, [HELD])
    assert no.value.key == "policy_views-cannot-try"


def test_those_for_whom_most_changes_come_first() -> None:
    assert compared({1: 1, 2: 5}, {1: 1, 3: 2}) == [Changed(2, 5, 0), Changed(3, 0, 2), Changed(1, 1, 1)]


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 600)), max_size=30), st.integers(0, 600))
def test_a_tighter_figure_never_flags_fewer(arrivals: list[tuple[int, int]], radius: int) -> None:
    held = [DayHeld(day=DAY, zone=ZONE, arrivals=tuple(arrivals))]
    wide, narrow = flagged("evidence.radius_m", radius, held), flagged("evidence.radius_m", radius // 2, held)
    assert all(narrow[each] >= count for each, count in wide.items())
    back = [(person, at(16) + timedelta(minutes=minutes), None) for person, minutes in arrivals]
    days = [DayHeld(day=DAY, zone=ZONE, returns=tuple(back))]
    later, sooner = flagged("outing.return_time", time(18), days), flagged("outing.return_time", time(17), days)
    assert all(sooner[each] >= count for each, count in later.items())
