"""Evidence: graded with reasons, never refused, and never made better by a fact that speaks against it (T1–T16)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.datum import Datum, from_wgs84, to_wgs84
from bot.rules.evidence import (
    Evidence,
    EvidencePolicy,
    Grade,
    Reason,
    Seen,
    better,
    grade,
    is_own,
    nearest,
    with_dwell,
)
from bot.rules.places import Origin
from tests.rules.facts import MINUTE, WORKS, at, fix, north, one_shot, place

POLICY = EvidencePolicy()
S, F, W, C = Grade.STRONG, Grade.FAIR, Grade.WEAK, Grade.CONTRADICTED
YESTERDAY = timedelta(days=1)


def judged(found, places=None, **facts):
    return grade(found, [place()] if places is None else places, POLICY, at(10), **facts)


@pytest.mark.parametrize(
    ("found", "grade_", "because"),
    [
        (fix(), S, {Reason.LIVE, Reason.NEAR, Reason.ASKED}),
        (fix(replied=False), S, {Reason.LIVE, Reason.NEAR}),  # T4: its absence says nothing
        (one_shot(), F, {Reason.STATIC, Reason.NEAR, Reason.ASKED}),  # T3: a claim
        (one_shot(replied=False), F, {Reason.STATIC, Reason.NEAR}),
        (None, W, {Reason.TEXT_ONLY}),
        # T1, T6: what the fix states about itself
        (fix(accuracy_m=None), F, {Reason.ACCURACY_UNKNOWN}),
        (fix(accuracy_m=100), S, {Reason.NEAR}),
        (fix(accuracy_m=101), F, {Reason.ACCURACY_LOW}),
        (fix(accuracy_m=501), W, {Reason.ACCURACY_POOR}),
        (one_shot(accuracy_m=800), W, {Reason.ACCURACY_POOR}),
        # where it lies: radius 300 m and accuracy 12 m
        (fix(north(WORKS, 311)), S, {Reason.NEAR}),
        (fix(north(WORKS, 314)), W, {Reason.OFF_PLACE}),
        (fix(north(WORKS, 2311)), W, {Reason.OFF_PLACE}),
        (fix(north(WORKS, 2314)), C, {Reason.FAR}),
        (fix(north(WORKS, 390), accuracy_m=100), S, {Reason.NEAR}),
        # how it came
        (fix(venue=True), W, {Reason.VENUE}),  # T5
        (fix(via_bot=True), C, {Reason.VIA_BOT}),  # T9
        (fix(forwarded=True), C, {Reason.FORWARDED}),  # T10
        (one_shot(forwarded=True), C, {Reason.FORWARDED, Reason.STATIC}),
        (fix(scheduled=True), C, {Reason.SCHEDULED}),  # T11
        (fix(live_until=at(9, 59), edited=True), C, {Reason.EXPIRED}),  # T2
        (fix(live_until=at(10)), S, {Reason.LIVE}),
        # when
        (fix(sent_at=at(9, 49)), W, {Reason.STALE}),
        (fix(sent_at=at(9, 50)), S, {Reason.RECEIVED_LATE}),
        (fix(received_at=at(10, 5)), S, {Reason.NEAR}),
        (fix(received_at=at(10, 6)), S, {Reason.RECEIVED_LATE}),  # 受理延迟 is a mark, not a blemish
    ],
)
def test_a_location_at_a_known_place(found, grade_, because):
    evidence = judged(found)
    assert evidence.grade is grade_
    assert because <= set(evidence.reasons)


def test_reasons_against_come_first_and_each_has_a_sentence():
    evidence = judged(one_shot(north(WORKS, 5000), forwarded=False))
    assert evidence.reasons == (Reason.FAR, Reason.STATIC, Reason.ASKED)
    assert Reason.FAR.key == "evidence-reason-far"
    assert len({reason.key for reason in Reason}) == len(Reason)


def test_a_point_that_is_not_the_phones_is_compared_with_nothing():
    """T5, T9–T11: the point of a forwarded or picked location is not used, so it cannot be near either."""
    for found in (fix(venue=True), fix(via_bot=True), fix(forwarded=True), fix(scheduled=True)):
        evidence = judged(found)
        assert evidence.distance_m is None
        assert Reason.NEAR not in evidence.reasons
        assert not is_own(evidence.reasons)


class TestPlaces:
    def test_unknown_place_is_fair_at_most(self):
        evidence = judged(fix(), places=[])
        assert (evidence.grade, evidence.distance_m) == (F, None)
        assert Reason.PLACE_UNKNOWN in evidence.reasons

    def test_the_nearest_of_several_counts(self):
        office, works = place(north(WORKS, 9000), id=4), place(id=5)
        evidence = judged(fix(), places=[office, works])
        assert (evidence.grade, evidence.place_id, evidence.distance_m) == (S, 5, 0)

    def test_the_spread_of_a_learned_place_widens_it(self):
        learned = place(origin=Origin.LEARNED, spread_m=150.0)
        assert judged(fix(north(WORKS, 400)), places=[learned]).grade is S
        assert judged(fix(north(WORKS, 400)), places=[place()]).grade is W
        assert nearest(north(WORKS, 400), []) is None

    @pytest.mark.parametrize(
        ("entered_as", "truly", "hinted"),
        [
            (Datum.WGS84, Datum.GCJ02, True),
            (Datum.WGS84, Datum.BD09, True),
            (Datum.GCJ02, Datum.WGS84, True),
            (Datum.GCJ02, Datum.BD09, True),
            (Datum.GCJ02, Datum.GCJ02, False),
        ],
    )
    def test_a_place_entered_in_the_wrong_datum_is_hinted_at(self, entered_as, truly, hinted):
        """T39: off by a map's shift is not the RM's fault; the grade stands and the reason says why."""
        figures = from_wgs84(WORKS, truly)
        wrong = place(to_wgs84(figures, entered_as), datum=entered_as)
        evidence = judged(fix(), places=[wrong])
        assert (Reason.MAP_SHIFT in evidence.reasons) is hinted
        assert (evidence.grade is S) is not hinted

    def test_really_elsewhere_is_not_excused_by_datum(self):
        assert Reason.MAP_SHIFT not in judged(fix(north(WORKS, 4000))).reasons


class TestSpeed:
    """km/h over the policy since the last own point; what accuracy explains is no jump."""

    @pytest.mark.parametrize(
        ("metres", "minutes", "accuracy", "too_fast"),
        [
            (50_000, 10, 10.0, True),  # 300 km/h
            (50_000, 16, 10.0, False),
            (50_000, 0, 10.0, True),
            (900, 0, 10.0, False),  # below the shortest jump
            (1_500, 0, 600.0, False),  # accuracy explains it
            (50_000, 10, None, True),
        ],
    )
    def test_from_the_last_point(self, metres, minutes, accuracy, too_fast):
        there = north(WORKS, metres)
        last = Seen(there.latitude, there.longitude, at(10) - minutes * MINUTE, accuracy)
        evidence = judged(fix(), last=last)
        assert (Reason.TOO_FAST in evidence.reasons) is too_fast
        assert (evidence.grade is C) is too_fast

    def test_a_point_that_came_out_of_order_is_judged_by_the_gap_as_well(self):
        there = north(WORKS, 50_000)
        assert judged(fix(), last=Seen(there.latitude, there.longitude, at(10, 5), 10.0)).grade is C


class TestRepeated:
    """The same figures to the last digit as on an earlier visit: a saved pin, not a measurement."""

    def test_a_one_shot_location_that_was_sent_before(self):
        evidence = judged(one_shot(), earlier=[WORKS])
        assert evidence.grade is W
        assert Reason.REPEATED in evidence.reasons

    def test_a_digit_apart_is_a_new_measurement(self):
        assert judged(one_shot(), earlier=[WORKS._replace(latitude=WORKS.latitude + 1e-7)]).grade is F

    def test_live_points_may_repeat(self):
        assert judged(fix(), earlier=[WORKS]).grade is S


class TestDwell:
    """T6: staying, as a live location shows it, makes up for a single point, and for nothing else."""

    @pytest.mark.parametrize(
        ("found", "minutes", "grade_"),
        [
            (one_shot(), 10, S),
            (one_shot(), 9, F),
            (fix(accuracy_m=None), 12, S),
            (one_shot(north(WORKS, 900)), 60, W),
            (fix(forwarded=True), 60, C),
            (None, 60, W),
        ],
    )
    def test_dwell(self, found, minutes, grade_):
        evidence = with_dwell(judged(found).reasons, minutes * MINUTE, POLICY)
        assert (evidence.grade, evidence.dwell) == (grade_, minutes * MINUTE)

    def test_asking_again_is_the_same(self):
        once = with_dwell(judged(one_shot()).reasons, 12 * MINUTE, POLICY)
        assert with_dwell(once.reasons, 12 * MINUTE, POLICY) == once


def test_the_better_of_two_attempts_counts():
    strong, fair, again = Evidence(S, ()), Evidence(F, (), 10), Evidence(F, (), 20)
    assert better(strong, fair) is better(fair, strong) is strong
    assert better(fair, again) is again


FIXES = st.builds(
    lambda found, metres, accuracy, late, **how: replace(
        found(north(WORKS, metres)), accuracy_m=accuracy, received_at=at(10) + late * MINUTE, **how
    ),
    st.sampled_from([fix, one_shot]),
    st.floats(0, 6000),
    st.none() | st.floats(1, 1500),
    st.integers(0, 90),
    replied=st.booleans(),
    forwarded=st.sampled_from([False, False, False, True]),
    venue=st.sampled_from([False, False, False, True]),
)
ADVERSE = st.sampled_from(
    [
        {"forwarded": True},
        {"via_bot": True},
        {"scheduled": True},
        {"venue": True},
        {"live_until": at(9, 50)},
        {"sent_at": at(9, 30)},
        {"live": False},
        {"received_at": at(12)},
    ]
)


@settings(max_examples=60, deadline=None)
@given(FIXES, ADVERSE, st.booleans())
def test_an_adverse_fact_never_improves_the_grade(found, adverse, known):
    places = [place()] if known else []
    assert judged(replace(found, **adverse), places).grade.rank <= judged(found, places).grade.rank


@settings(max_examples=60, deadline=None)
@given(FIXES, st.floats(0, 6000))
def test_more_distance_never_improves_the_grade(found, further):
    away = north(found.point, further)
    moved = replace(found, latitude=away.latitude, longitude=away.longitude)
    assert judged(moved).grade.rank <= judged(found).grade.rank


@settings(max_examples=30, deadline=None)
@given(FIXES, st.floats(0, 90_000), st.integers(0, 60))
def test_a_last_point_and_earlier_visits_only_speak_against(found, metres, minutes):
    there = north(WORKS, metres)
    last = Seen(there.latitude, there.longitude, at(10) - minutes * MINUTE)
    plain = judged(found).grade.rank
    assert judged(found, last=last).grade.rank <= plain
    assert judged(found, earlier=[found.point]).grade.rank <= plain


@settings(max_examples=30, deadline=None)
@given(FIXES, st.floats(0, 8000))
def test_another_known_place_never_worsens_the_grade(found, metres):
    """A client with two works is as well visited at either; learning a place is never a trap."""
    assert judged(found, [place(), place(north(WORKS, metres), id=6)]).grade.rank >= judged(found).grade.rank


@settings(max_examples=30, deadline=None)
@given(FIXES, st.integers(0, 120), st.integers(0, 120))
def test_staying_longer_never_worsens_the_grade(found, some, more):
    reasons = judged(found).reasons
    short = with_dwell(reasons, some * MINUTE, POLICY)
    assert (
        with_dwell(reasons, (some + more) * MINUTE, POLICY).grade.rank >= short.grade.rank >= judged(found).grade.rank
    )


@settings(max_examples=30, deadline=None)
@given(st.none() | FIXES, st.booleans())
def test_whatever_comes_is_graded_and_explained(found, known):
    evidence = judged(found, [place()] if known else [])
    assert evidence.reasons
    assert evidence.grade.rank == min(reason.ceiling.rank for reason in evidence.reasons)
