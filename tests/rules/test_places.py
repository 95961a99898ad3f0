"""Learning where clients are from visits a supervisor accepted, and noticing a map's datum (T39)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.datum import Datum, Point, distance_m, to_wgs84, wgs84_to_gcj02
from bot.rules.places import Origin, PlacePolicy, Sighting, learn, same_shift
from tests.rules.facts import MINUTE, WORKS, at, north, place

POLICY = PlacePolicy()


def sightings(*metres):
    """Accepted visits, that many metres north of the works, one after another."""
    return [Sighting(n, north(WORKS, each), at(10) + n * MINUTE) for n, each in enumerate(metres)]


@pytest.mark.parametrize("metres", [(), (0,), (0, 10)])
def test_too_few_visits_teach_nothing(metres):
    assert learn(sightings(*metres), 50, POLICY) is None


def test_the_middle_and_the_spread():
    learned = learn(sightings(0, 10, 20, 30), 50, POLICY)
    assert distance_m(learned.point, north(WORKS, 15)) < 0.1
    assert learned.spread_m == pytest.approx(15, abs=0.1)
    assert (learned.client_id, learned.origin, learned.datum) == (50, Origin.LEARNED, Datum.WGS84)


def test_three_visits_are_enough():
    assert learn(sightings(0, 10, 20), 50, POLICY).spread_m == pytest.approx(10, abs=0.1)


def test_an_outlier_moves_nothing():
    learned = learn(sightings(0, 10, 20, 30, 40_000), 50, POLICY)
    assert distance_m(learned.point, north(WORKS, 15)) < 0.1


@pytest.mark.parametrize(
    "metres",
    [
        (0, 20_000, 40_000),  # three visits, three places
        (0, 10, 20, 20_000, 20_010, 20_020),  # two places, neither in the majority
        (0, 350, 400, 450, 800),  # one place, but too wide to be a premises
        (0, 10, 9000, 9010),  # two of four are not a majority
        (0, 10, 9000, 18_000),
    ],
)
def test_a_scattered_cloud_teaches_nothing(metres):
    assert learn(sightings(*metres), 50, replace(POLICY, outlier_m=500, widest_spread_m=300)) is None


def test_a_moved_office_is_learned_anew():
    """Only the latest visits count."""
    moved = [*[0] * 30, *[9000] * 20]
    assert distance_m(learn(sightings(*moved), 50, POLICY).point, north(WORKS, 9000)) < 0.1


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.floats(-100, 100), min_size=5, max_size=12), st.randoms(use_true_random=False), st.floats(600, 90_000)
)
def test_neither_order_nor_one_stray_visit_matters_much(metres, chance, stray):
    plain = learn(sightings(*metres), 50, POLICY)
    shuffled = sightings(*metres)
    chance.shuffle(shuffled)
    assert learn(shuffled, 50, POLICY) == plain
    with_stray = learn(sightings(*metres, stray), 50, POLICY)
    assert distance_m(with_stray.point, plain.point) <= max(metres) - min(metres) + 0.01


class TestSameShift:
    """Many clients off by one vector: a column of map coordinates was imported as GPS."""

    SPREAD = [WORKS, Point(31.30, 121.50), Point(31.18, 121.41), Point(31.25, 121.60)]  # noqa: RUF012

    def test_suspected(self):
        gaps = [(place(wgs84_to_gcj02(each), client_id=n), each) for n, each in enumerate(self.SPREAD)]
        shift = same_shift(gaps, POLICY)
        assert shift.client_ids == frozenset(range(4))
        assert 400 < shift.metres < 600

    def test_three_clients_make_a_suspicion_and_two_do_not(self):
        gaps = [(place(wgs84_to_gcj02(each), client_id=n), each) for n, each in enumerate(self.SPREAD[:3])]
        assert same_shift(gaps, POLICY).client_ids == frozenset(range(3))
        assert same_shift(gaps[:2], POLICY) is None

    def test_converted_places_are_not(self):
        gaps = [
            (place(to_wgs84(wgs84_to_gcj02(each), Datum.GCJ02), client_id=n), north(each, 40))
            for n, each in enumerate(self.SPREAD)
        ]
        assert same_shift(gaps, POLICY) is None

    def test_one_moved_office_is_not(self):
        gaps = [(place(each, client_id=n), each) for n, each in enumerate(self.SPREAD[1:])]
        assert same_shift([*gaps, (place(north(WORKS, 3000), client_id=9), WORKS)], POLICY) is None

    def test_gaps_in_all_directions_are_not(self):
        ways = [(0.005, 0), (-0.005, 0), (0, 0.005), (0, -0.005)]
        gaps = [
            (place(Point(WORKS.latitude + up, WORKS.longitude + along), client_id=n), WORKS)
            for n, (up, along) in enumerate(ways)
        ]
        assert same_shift(gaps, POLICY) is None

    def test_learned_places_say_nothing_about_the_import(self):
        gaps = [
            (place(wgs84_to_gcj02(each), client_id=n, origin=Origin.LEARNED), each)
            for n, each in enumerate(self.SPREAD)
        ]
        assert same_shift(gaps, POLICY) is None
        assert same_shift([], POLICY) is None
