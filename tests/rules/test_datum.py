"""WGS-84, GCJ-02, BD-09 (T39). The vectors are figures that open-source converters publish with their tests."""

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.datum import (
    Datum,
    Point,
    bd09_to_gcj02,
    distance_m,
    from_wgs84,
    gcj02_to_bd09,
    outside_china,
    to_wgs84,
    wgs84_to_gcj02,
)

CHINA = st.builds(Point, st.floats(18.5, 53.0), st.floats(74.5, 134.5))
ANYWHERE = st.builds(Point, st.floats(-89.9, 89.9), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("convert", "given_", "published", "within_m"),
    [
        # wandergis/coordtransform (and hutool, coordtransform_rs after it): Beijing
        (wgs84_to_gcj02, Point(39.915, 116.404), Point(39.91640428150164, 116.41024449916938), 0.001),
        (gcj02_to_bd09, Point(39.915, 116.404), Point(39.92133699351021, 116.41036949371029), 0.001),
        # these two publish the one-step inverse, which is up to a metre and a half off the exact one
        (lambda p: to_wgs84(p, Datum.GCJ02), Point(39.915, 116.404), Point(39.91359571849836, 116.39775550083061), 1.5),
        (bd09_to_gcj02, Point(39.915, 116.404), Point(39.90865673957631, 116.39762729119315), 1.5),
        # geotool's command-line tests: Jiaxing
        (wgs84_to_gcj02, Point(30.6107779, 121.0917077), Point(30.608604331756705, 121.09626935575027), 0.05),
        (
            lambda p: from_wgs84(p, Datum.BD09),
            Point(30.6107779, 121.0917077),
            Point(30.61484572185035, 121.10271732371203),
            0.05,
        ),
        # Tiananmen, rounded to a metre in its source
        (wgs84_to_gcj02, Point(39.906217, 116.3912757), Point(39.907618, 116.397516), 2.0),
        (lambda p: from_wgs84(p, Datum.BD09), Point(39.906217, 116.3912757), Point(39.913962, 116.403891), 2.0),
    ],
)
def test_published_vectors(convert, given_, published, within_m):
    assert distance_m(convert(given_), published) < within_m


@settings(max_examples=60, deadline=None)
@given(CHINA, st.sampled_from(Datum))
def test_there_and_back_is_the_same_spot(point, datum):
    assert distance_m(to_wgs84(from_wgs84(point, datum), datum), point) < 0.01


@settings(max_examples=30, deadline=None)
@given(CHINA)
def test_chinese_maps_are_some_hundred_metres_off(point):
    """T39: why no coordinate may be stored without its datum."""
    assert 10 < distance_m(wgs84_to_gcj02(point), point) < 1500
    assert 500 < distance_m(from_wgs84(point, Datum.BD09), wgs84_to_gcj02(point)) < 1500


def test_the_shift_of_a_known_point():
    """T39: (40 N, 120 E) moves by 505 m."""
    assert round(distance_m(wgs84_to_gcj02(Point(40, 120)), Point(40, 120))) == 505


@pytest.mark.parametrize(
    "point", [Point(51.5074, -0.1278), Point(1.3521, 103.8198), Point(-33.87, 151.21), Point(0, 0)]
)
@pytest.mark.parametrize("datum", Datum)
def test_outside_china_the_datums_agree(point, datum):
    assert outside_china(point)
    assert from_wgs84(point, datum) == to_wgs84(point, datum) == point


@pytest.mark.parametrize(
    ("here", "there", "metres"),
    [
        (Point(0, 0), Point(0, 1), 111_195.08),
        (Point(0, 0), Point(0, 180), 20_015_114.4),
        (Point(31.2304, 121.4737), Point(39.9042, 116.4074), 1_067_311),  # Shanghai to Beijing
        (Point(31.2304, 121.4737), Point(31.2304, 121.4737), 0),
    ],
)
def test_distance(here, there, metres):
    assert distance_m(here, there) == pytest.approx(metres, rel=1e-3, abs=0.01)


@settings(max_examples=30, deadline=None)
@given(ANYWHERE, ANYWHERE)
def test_distance_is_the_same_both_ways_and_bounded(here, there):
    assert 0 <= distance_m(here, there) == pytest.approx(distance_m(there, here), abs=0.01)
    assert distance_m(here, there) <= 20_015_120
