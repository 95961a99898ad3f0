"""Arriving and leaving (A04, A10, A13, V07, 5.3), forgotten check-outs (C12), 受理延迟."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.contacts import Channel, ContactPolicy, Kind
from bot.rules.evidence import Evidence, Grade, Reason
from bot.rules.outings import OutingStatus, StopState
from bot.rules.refusal import Refusal
from bot.rules.visits import (
    LeftHow,
    VisitPolicy,
    accept,
    answer,
    arrive,
    ask_forgotten,
    classify,
    forgotten,
    latest_departure,
    leave,
    likely_departures,
    open_now,
    propose,
    received_late,
    regrade,
    usual_stay,
)
from tests.rules.facts import (
    ANNA,
    CHEN,
    DAY,
    FAIR,
    MINUTE,
    WORKS,
    ZONE,
    at,
    draft,
    fix,
    north,
    one_shot,
    out,
    place,
    stop,
    visit,
)

POLICY = VisitPolicy()
TOMORROW = DAY + timedelta(days=1)


def arrived(outing=None, where=None, today=(), evidence=FAIR, found=None, sent=None, received=None, **whom):
    outing = out() if outing is None else outing
    sent = sent or at(10)
    return arrive(
        outing,
        where,
        whom.get("client_id"),
        whom.get("lead"),
        today,
        evidence,
        one_shot() if found is None else found,
        POLICY,
        ZONE,
        sent,
        received or sent,
    )


class TestProposing:
    """A13: by plan and distance, so that one tap is enough."""

    FAR, CLOSE = stop(id=1, position=1, client_id=50), stop(id=2, position=2, client_id=51)
    PLACES = {50: [place(north(WORKS, 9000))], 51: [place(WORKS)], 52: [place(north(WORKS, 100))], 53: []}  # noqa: RUF012

    def offered(self, point, stops, portfolio=(50, 51, 52, 53)):
        return [
            (each.client_id or each.lead, each.stop is not None)
            for each in propose(point, stops, self.PLACES, portfolio, POLICY)
        ]

    def test_without_a_point_the_plan_speaks(self):
        assert self.offered(None, [self.CLOSE, self.FAR]) == [(50, True), (51, True)]

    def test_the_planned_client_close_by_comes_first_then_clients_nearby(self):
        assert self.offered(WORKS, [self.FAR, self.CLOSE]) == [(51, True), (50, True), (52, False)]

    def test_unplanned_clients_close_by_nearest_first(self):
        assert self.offered(WORKS, []) == [(51, False), (52, False)]

    def test_stops_already_visited_or_dropped_are_not_offered(self):
        gone = [replace(self.FAR, state=StopState.VISITED), replace(self.CLOSE, state=StopState.DROPPED)]
        assert self.offered(None, gone) == []

    def test_a_lead_has_no_place_and_is_still_offered(self):
        (only,) = propose(WORKS, [stop(client_id=None, lead="宏远机械")], {}, (), POLICY)
        assert (only.lead, only.distance_m) == ("宏远机械", None)

    def test_never_more_than_fit(self):
        assert len(self.offered(None, [stop(id=n, position=n, client_id=n) for n in range(9)])) == POLICY.most_proposals


class TestArriving:
    def test_at_a_planned_client(self):
        here = arrived(where=stop())
        assert (here.client_id, here.stop_id, here.planned, here.outing_id) == (50, 1, True, 7)
        assert (here.grade, here.reasons, here.distance_m) == (FAIR.grade, FAIR.reasons, 12)
        assert (here.day, here.arrived_at, here.late_minutes, here.static) == (DAY, at(10), 0, True)

    def test_unplanned_is_allowed_and_marked(self):
        here = arrived(client_id=52)
        assert (here.client_id, here.planned, here.stop_id) == (52, False, None)
        assert arrived(lead="宏远机械").lead == "宏远机械"

    def test_it_counts_by_when_the_phone_sent_it(self):
        here = arrived(where=stop(), sent=at(10), received=at(11, 30))
        assert (here.arrived_at, here.late_minutes) == (at(10), 90)

    @pytest.mark.parametrize("grade", Grade)
    def test_no_evidence_refuses_it(self, grade):
        assert arrived(where=stop(), evidence=Evidence(grade, (Reason.FAR,))).grade is grade

    @pytest.mark.parametrize("reason", [Reason.FORWARDED, Reason.VIA_BOT, Reason.SCHEDULED, Reason.VENUE])
    def test_a_point_that_is_not_the_phones_is_not_kept(self, reason):
        here = arrived(where=stop(), evidence=Evidence(Grade.WEAK, (reason,)))
        assert (here.latitude, here.longitude, here.accuracy_m) == (None, None, None)

    def test_a_live_location_is_followed(self):
        here = arrived(where=stop(), found=fix())
        assert (here.static, here.live_until, here.accuracy_m) == (False, at(10, 15), 12.0)

    def test_an_open_visit_elsewhere_does_not_stand_in_the_way(self):
        here = arrived(where=stop(id=2, client_id=51), today=[visit()], sent=at(11))
        assert forgotten([visit(), replace(here, id=4)], DAY) == (visit(),)

    def test_neither_does_yesterdays_at_the_same_client(self):
        """The next day's first tap is never swallowed by yesterday's open visit."""
        yesterday = visit(day=DAY - timedelta(days=1), arrived_at=at(15, day=DAY - timedelta(days=1)))
        assert arrived(where=stop(), today=[yesterday]).arrived_at == at(10)

    def test_coming_back_after_leaving_is_a_visit_of_its_own(self):
        assert arrived(where=stop(state=StopState.VISITED), today=[visit(left_at=at(11))], sent=at(15)).client_id == 50

    @pytest.mark.parametrize(
        ("facts", "key"),
        [
            ({"outing": draft()}, "visits-outing-over"),
            ({"outing": out(status=OutingStatus.RETURNED)}, "visits-outing-over"),
            ({"where": stop(state=StopState.DROPPED)}, "visits-stop-dropped"),
            ({"where": stop(), "today": [visit()]}, "visits-already-here"),
        ],
    )
    def test_refused(self, facts, key):
        with pytest.raises(Refusal, match=key):
            arrived(**{"where": stop(), **facts})

    def test_without_an_outing(self):
        """A04: refused, with the way out offered by the handler: declare it there and then."""
        with pytest.raises(Refusal, match="visits-no-outing"):
            arrive(None, None, 50, None, (), FAIR, None, POLICY, ZONE, at(10), at(10))


@pytest.mark.parametrize(("minutes", "late"), [(0, 0), (5, 0), (6, 6), (90, 90), (-1, 0)])
def test_received_late(minutes, late):
    assert received_late(at(10), at(10) + minutes * MINUTE, POLICY) == late


def test_newer_evidence_forgets_no_distance_and_no_dwell():
    better = regrade(visit(distance_m=12), Evidence(Grade.STRONG, (Reason.DWELT,), dwell=12 * MINUTE))
    assert (better.grade, better.distance_m, better.dwell) == (Grade.STRONG, 12, 12 * MINUTE)
    assert regrade(better, FAIR).dwell == 12 * MINUTE


def test_a_business_visit_is_on_site():
    """V07."""
    assert classify(visit(), Kind.BUSINESS, Channel.ON_SITE, ContactPolicy()).kind is Kind.BUSINESS
    with pytest.raises(Refusal, match="visits-business-on-site"):
        classify(visit(), Kind.BUSINESS, Channel.RECEPTION, ContactPolicy())


class TestLeaving:
    def test_time_on_site(self):
        left = leave(visit(), at(10, 50))
        assert (left.time_on_site, left.left_how, left.corrected) == (50 * MINUTE, LeftHow.SAID, False)
        assert visit().time_on_site is None
        assert leave(visit(), at(10)).time_on_site == timedelta()

    def test_refused(self):
        with pytest.raises(Refusal, match="visits-already-left"):
            leave(visit(left_at=at(11)), at(12))
        with pytest.raises(Refusal, match="visits-left-before-arriving"):
            leave(visit(), at(9, 59))


class TestForgotten:
    """Asked about the next morning, stored as corrected, never in silence."""

    def test_only_todays_latest_is_the_visit_one_is_at(self):
        yesterday = visit(id=1, day=DAY - timedelta(days=1))
        first, second = visit(id=2), visit(id=3, client_id=51, arrived_at=at(11))
        assert open_now([yesterday], DAY) is None
        assert open_now([yesterday, first, second], DAY) == second
        assert open_now([first, replace(second, left_at=at(12))], DAY) is None
        assert forgotten([yesterday, first, second], DAY) == (yesterday, first)
        assert forgotten([second], DAY, returned=True) == (second,)

    @pytest.mark.parametrize(
        ("asked", "today", "said"),
        [
            (visit(), DAY, None),
            (visit(), TOMORROW, "visits-when-left"),
            (visit(left_at=at(11)), TOMORROW, None),
        ],
    )
    def test_the_question(self, asked, today, said):
        assert ask_forgotten(asked, today) == said

    def test_the_latest_it_can_have_been(self):
        later = [visit(id=4, arrived_at=at(14)), visit(id=5, arrived_at=at(12))]
        assert latest_departure(visit(), [visit(), *later], at(16), ZONE) == at(12)
        assert latest_departure(visit(), [visit(id=6, arrived_at=at(9))], at(9, 30), ZONE) == at(0, day=TOMORROW)
        assert latest_departure(visit(), [], at(16), ZONE) == at(16)
        assert latest_departure(visit(), [], None, ZONE) == at(0, day=TOMORROW)

    def test_likely_times(self):
        offered = likely_departures(visit(), at(10, 33), at(12), at(16), 55 * MINUTE, at(12), POLICY)
        assert [(each.at, each.source) for each in offered] == [
            (at(10, 30), "live"),
            (at(10, 55), "usual"),
            (at(11, 40), "next_arrival"),
        ]

    def test_with_nothing_known_the_policys_stay_is_offered(self):
        (only,) = likely_departures(visit(), None, None, None, None, at(0, day=TOMORROW), POLICY)
        assert (only.at, only.source) == (at(10, 45), "usual")

    @settings(max_examples=25, deadline=None)
    @given(
        st.none() | st.integers(-60, 600),
        st.none() | st.integers(1, 600),
        st.none() | st.integers(1, 600),
        st.integers(1, 300),
    )
    def test_every_time_offered_is_taken(self, live, following, back, stay):
        moments = [None if each is None else at(10) + each * MINUTE for each in (live, following, back)]
        bound = min(each for each in (*moments[1:], at(0, day=TOMORROW)) if each)
        for each in likely_departures(visit(), *moments, stay * MINUTE, bound, POLICY):
            corrected = answer(visit(), each.at, bound, POLICY, at(8, day=TOMORROW))
            assert (corrected.left_at, corrected.corrected) == (each.at, True)

    def test_the_answer_is_stored_as_corrected(self):
        now = at(8, 5, day=TOMORROW)
        corrected = answer(visit(), at(11), at(12), POLICY, now)
        assert (corrected.left_how, corrected.corrected_at, corrected.time_on_site) == (LeftHow.ASKED, now, 60 * MINUTE)

    @pytest.mark.parametrize(
        ("asked", "left", "key"),
        [
            (visit(left_at=at(11)), at(11), "visits-already-left"),
            (visit(), at(9), "visits-left-before-arriving"),
            (visit(), at(12, 1), "visits-left-too-late"),
        ],
    )
    def test_refused(self, asked, left, key):
        with pytest.raises(Refusal, match=key):
            answer(asked, left, at(12), POLICY, at(8, day=TOMORROW))

    def test_the_edges_of_what_is_possible(self):
        morning = at(8, day=TOMORROW)
        assert answer(visit(), at(10), at(12), POLICY, morning).time_on_site == timedelta()
        assert answer(visit(), at(12), at(12), POLICY, morning).left_at == at(12)
        assert answer(visit(), at(20), at(21), POLICY, morning).time_on_site == POLICY.longest_stay

    def test_nobody_stays_for_ever_or_leaves_in_the_future(self):
        with pytest.raises(Refusal, match="visits-stayed-too-long"):
            answer(visit(), at(21), at(0, day=TOMORROW), POLICY, at(8, day=TOMORROW))
        with pytest.raises(Refusal, match="visits-left-too-late"):
            answer(visit(), at(11), at(12), POLICY, at(10, 30))

    def test_the_usual_stay_is_learned_from_what_was_said_at_the_time(self):
        said = [leave(visit(), at(10, minutes)) for minutes in (20, 30, 58)]
        told_later = answer(visit(), at(19), at(20), POLICY, at(8, day=TOMORROW))
        assert usual_stay([*said, told_later, visit()]) == 30 * MINUTE
        assert usual_stay(said[:2]) is None


def test_a_supervisor_accepts_a_place_and_never_their_own():
    """S-11."""
    taken = accept(visit(), CHEN, at(18))
    assert (taken.accepted_by, taken.accepted_at) == (CHEN, at(18))
    for asked, by, key in [
        (visit(), ANNA, "visits-own-acceptance"),
        (taken, CHEN, "visits-already-accepted"),
        (visit(latitude=None), CHEN, "visits-no-point"),
    ]:
        with pytest.raises(Refusal, match=key):
            accept(asked, by, at(18))
