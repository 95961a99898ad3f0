"""A live location is followed, thinned and read for dwell and leaving (T2, T6, T7)."""

from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.evidence import EvidencePolicy, Seen
from bot.rules.track import dwell, follows, keep, left_by_track
from tests.rules.facts import MINUTE, WORKS, at, fix, north, one_shot, place

POLICY = EvidencePolicy()
HERE, THERE = 0, 3000


def seen(minute, metres=HERE, second=0):
    point = north(WORKS, metres)
    return Seen(point.latitude, point.longitude, at(10, minute, second), 10.0)


@pytest.mark.parametrize(
    ("found", "until", "followed"),
    [
        (fix(edited=True), at(10, 15), True),
        (fix(edited=True, sent_at=at(10, 15)), at(10, 15), True),
        (fix(edited=True, sent_at=at(10, 16)), at(10, 15), False),
        (one_shot(edited=True), at(10, 15), False),  # T2: the last edit of a share looks static
        (fix(edited=True, live_until=None), None, True),  # shared without an end (T8)
        (fix(), at(10, 15), False),  # a new message is a new share
    ],
)
def test_which_edits_belong_to_a_running_share(found, until, followed):
    assert follows(found, until) is followed


@pytest.mark.parametrize(
    ("last", "new", "kept"),
    [
        (None, seen(0), True),
        (seen(0), seen(0, second=20), False),
        (seen(0), seen(0, metres=31, second=20), True),
        (seen(0), seen(0, metres=29, second=20), False),
        (seen(0), seen(2), True),
        (seen(0), seen(0, metres=500), False),  # T7: not later, so a repetition
        (seen(5), seen(3, metres=500), False),
    ],
)
def test_a_track_is_thinned(last, new, kept):
    assert keep(last, new, POLICY) is kept


@pytest.mark.parametrize(
    ("track", "minutes"),
    [
        ([], 0),
        ([seen(0)], 0),
        ([seen(0), seen(5), seen(9)], 9),
        ([seen(0), seen(5), seen(9, THERE), seen(12)], 5),
        ([seen(0), seen(11)], 0),  # a silence too long to vouch for
        ([seen(0), seen(10)], 10),  # T7: a short one is standing still
        ([seen(0, THERE), seen(5, THERE)], 0),
    ],
)
def test_dwell(track, minutes):
    assert dwell(track, [place()], POLICY) == minutes * MINUTE


def test_at_an_unknown_place_dwell_counts_from_where_the_track_begins():
    assert dwell([seen(0, THERE), seen(5, THERE), seen(9)], [], POLICY) == 5 * MINUTE
    assert dwell([seen(0), seen(5, 305), seen(9, 315)], [], POLICY) == 5 * MINUTE  # radius and accuracy: 310 m


@pytest.mark.parametrize(
    ("track", "minute"),
    [
        ([], None),
        ([seen(0), seen(20), seen(40)], None),
        ([seen(0), seen(20), seen(40, THERE)], None),  # one stray point is noise
        ([seen(0), seen(20), seen(40, THERE), seen(42, THERE)], 40),
        ([seen(0), seen(20, THERE), seen(22, THERE), seen(40), seen(50, THERE), seen(52, THERE)], 50),
        ([seen(0, THERE), seen(20, THERE)], None),  # never been, never left
    ],
)
def test_leaving(track, minute):
    assert left_by_track(track, [place()], POLICY) == (None if minute is None else at(10, minute))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 55), st.sampled_from([HERE, 100, THERE])), max_size=12))
def test_dwell_never_exceeds_the_track_and_grows_with_it(raw):
    track = [seen(minute, metres) for minute, metres in sorted(dict(raw).items())]
    stays = [dwell(track[:n], [place()], POLICY) for n in range(len(track) + 1)]
    assert stays == sorted(stays)
    assert stays[-1] <= (track[-1].at - track[0].at if track else timedelta())
