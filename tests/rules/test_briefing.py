"""When a briefing is told, where the day's visits lead, and how a list is cut (A16, 5.1)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.rules.briefing import When, route, when
from bot.rules.datum import Point, distance_m

EIGHT = datetime(2026, 8, 3, 0, 0, tzinfo=UTC)
STALE = timedelta(hours=4)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(-1, When.EARLY), (0, When.NOW), (9, When.NOW), (10, When.LATE), (239, When.LATE), (240, When.STALE)],
)
def test_a_briefing_is_in_time_late_or_stale(minutes: int, said: When) -> None:
    assert when(EIGHT + timedelta(minutes=minutes), EIGHT, STALE) is said


def test_agreed_hours_keep_their_order_and_the_others_follow_the_short_way() -> None:
    places = {1: Point(30.0, 120.0), 2: Point(30.1, 120.0), 3: Point(30.2, 120.0), 4: Point(30.05, 120.0)}
    hour = EIGHT + timedelta(hours=2)
    assert route([(2, None), (3, None), (4, None), (1, hour)], places, None) == [1, 4, 2, 3]
    assert route([(9, None), (2, None), (1, None)], places, Point(30.0, 120.0)) == [1, 2, 9]


points = st.builds(Point, st.floats(29.9, 30.3), st.floats(119.9, 120.3))


@given(st.dictionaries(st.integers(1, 9), points), st.sets(st.integers(1, 9)))
def test_everybody_planned_is_on_the_way_once(places: dict[int, Point], planned: set[int]) -> None:
    order = route([(each, None) for each in sorted(planned)], places, Point(30.0, 120.0))
    assert sorted(order) == sorted(planned)
    placed = [each for each in order if each in places]
    if len(placed) > 1:
        first = min(distance_m(Point(30.0, 120.0), places[each]) for each in placed)
        assert distance_m(Point(30.0, 120.0), places[placed[0]]) == first
