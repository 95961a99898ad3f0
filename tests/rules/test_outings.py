"""Declaring an outing and what becomes of it (A04, A13, A22, A23, D17, S-11, 5.3)."""

from datetime import timedelta

import pytest

from bot.rules.outings import (
    Field,
    Mode,
    Need,
    Outing,
    OutingPolicy,
    OutingStatus,
    Standing,
    cancel,
    come_back,
    decide,
    declare,
    depart,
    missing,
    under_way,
)
from bot.rules.refusal import Refusal
from tests.rules.facts import ANNA, CHEN, DAY, MINUTE, ZONE, at, draft, out, stop

POLICY = OutingPolicy()
APPROVE = OutingPolicy(mode=Mode.APPROVE)
FREE = Standing()


def told(**facts):
    policy = facts.pop("policy", POLICY)
    standing = facts.pop("standing", FREE)
    stops = facts.pop("stops", [stop()])
    now = facts.pop("now", at(9))
    since = facts.pop("already_out_since", None)
    return declare(draft(**facts), stops, standing, policy, ZONE, now, already_out_since=since)


@pytest.mark.parametrize(
    ("stops", "facts", "known", "asked"),
    [
        ([], {}, (), [Need(Field.CLIENT)]),
        ([], {"return_by": None}, (), [Need(Field.CLIENT), Need(Field.RETURN)]),
        ([stop()], {}, (), []),
        ([stop(client_id=None)], {}, (), [Need(Field.CLIENT, 1)]),
        ([stop(client_id=None, lead="新客户")], {}, (), []),
        ([stop(matter=None, place=None)], {}, (), [Need(Field.MATTER, 1), Need(Field.PLACE, 1)]),
        ([stop(place=None)], {}, (50,), []),
        ([stop(client_id=None, lead="新客户", place=None)], {}, (50,), [Need(Field.PLACE, 1)]),
        ([stop(), stop(id=2, position=2, client_id=51, matter="")], {}, (), [Need(Field.MATTER, 2)]),
        ([stop()], {"return_by": at(17)}, (), []),
        ([stop()], {"return_by": at(17, 1)}, (), [Need(Field.REASON)]),
        ([stop()], {"return_by": at(18), "extension_reason": "客户晚到"}, (), []),
    ],
)
def test_only_what_is_missing_is_asked_for(stops, facts, known, asked):
    """A04, A13: client, matter, place, return; A05: a reason for a return after the hour."""
    assert list(missing(draft(**facts), stops, POLICY, ZONE, known)) == asked


def test_the_hour_asks_no_reason_of_those_it_does_not_bind():
    """A06, A11."""
    assert missing(draft(return_by=at(18)), [stop()], POLICY, ZONE, bound=False) == ()


def test_told_before_leaving():
    """A04: without a planned departure the RM is out from now on, and in time."""
    outing = told()
    assert (outing.status, outing.declared_at, outing.departed_at) == (OutingStatus.OUT, at(9), at(9))
    assert not outing.declared_late


def test_told_for_later():
    outing = told(depart_at=at(14))
    assert (outing.status, outing.departed_at) == (OutingStatus.DECLARED, None)
    left = depart(outing, at(14, 5))
    assert (left.status, left.departed_at, left.declared_late) == (OutingStatus.OUT, at(14, 5), False)


def test_told_for_tomorrow_counts_for_tomorrow():
    tomorrow = DAY + timedelta(days=1)
    outing = told(depart_at=at(9, day=tomorrow), return_by=at(12, day=tomorrow), standing=Standing(others=(out(id=8),)))
    assert (outing.day, outing.status) == (tomorrow, OutingStatus.DECLARED)


@pytest.mark.parametrize(("minutes", "late"), [(0, False), (3, False), (5, False), (6, True), (45, True)])
def test_told_after_leaving_shows(minutes, late):
    """A04: the register shows whether declaration preceded departure."""
    outing = told(depart_at=at(9) - minutes * MINUTE)
    assert outing.declared_late is late
    assert outing.departed_at == (at(9) - minutes * MINUTE if late else at(9))


@pytest.mark.parametrize("mode", Mode)
def test_told_after_a_check_in_is_late_even_in_the_same_second(mode):
    outing = told(already_out_since=at(9), policy=OutingPolicy(mode=mode))
    assert (outing.declared_late, outing.status, outing.departed_at) == (True, OutingStatus.OUT, at(9))
    assert outing.left_without_consent is (mode is Mode.APPROVE)


def test_a_return_after_the_hour_with_a_reason_is_the_first_extension():
    """A05."""
    outing = told(return_by=at(18), extension_reason="客户晚到")
    assert (outing.extended_to, outing.extensions) == (at(18), 1)


@pytest.mark.parametrize(
    ("facts", "key"),
    [
        ({"status": OutingStatus.DECLARED}, "outings-already-declared"),
        ({"standing": Standing(leave_until=at(18))}, "outings-on-leave"),
        ({"standing": Standing(on_duty=True)}, "outings-on-duty"),
        ({"standing": Standing(others=(out(id=8),))}, "outings-already-out"),
        ({"standing": Standing(others=(out(id=8, return_by=at(12)),)), "depart_at": at(11)}, "outings-overlaps"),
        ({"depart_at": at(9, day=DAY - timedelta(days=1))}, "outings-departure-past"),
        ({"return_by": at(8)}, "outings-return-past"),
        ({"return_by": at(9)}, "outings-return-past"),
        ({"depart_at": at(14), "return_by": at(13)}, "outings-return-before-departure"),
        ({"return_by": at(9, day=DAY + timedelta(days=1))}, "outings-return-other-day"),
        ({"return_by": at(20, 1)}, "outings-return-too-late"),
        ({"return_by": at(18)}, "outings-incomplete"),
        ({"return_by": None}, "outings-incomplete"),
        ({"stops": []}, "outings-incomplete"),
        ({"stops": [stop(), stop(id=2, position=2)]}, "outings-client-twice"),
        ({"stops": [stop(id=n, position=n, client_id=n) for n in range(1, 10)]}, "outings-too-many-stops"),
    ],
)
def test_refused(facts, key):
    """5.3: not on leave, not the duty RM, not while out; A05: a return that can be."""
    with pytest.raises(Refusal) as no:
        told(**facts)
    assert no.value.key == key


@pytest.mark.parametrize(
    "other",
    [
        out(id=8, day=DAY - timedelta(days=1)),  # forgotten yesterday: asked about, but does not stand in the way
        out(id=8, status=OutingStatus.RETURNED),
        out(id=8, status=OutingStatus.CANCELLED),
        out(id=8, status=OutingStatus.DECLARED, departed_at=None, depart_at=at(16, 30), return_by=at(17)),
    ],
)
def test_other_outings_that_do_not_stand_in_the_way(other):
    assert told(standing=Standing(others=(other,))).status is OutingStatus.OUT


def test_a_second_trip_may_be_told_while_on_the_first():
    later = told(standing=Standing(others=(out(id=8, return_by=at(12)),)), depart_at=at(14))
    assert later.status is OutingStatus.DECLARED
    with pytest.raises(Refusal, match="outings-already-out"):
        depart(later, at(14), others=[out(id=8, return_by=at(12))])


def test_the_edges_of_what_is_allowed():
    eight = [stop(id=n, position=n, client_id=n) for n in range(1, 9)]
    assert told(stops=eight).status is OutingStatus.OUT
    assert told(return_by=at(20), extension_reason="客户晚到").extended_to == at(20)
    unbound = told(return_by=at(18), standing=Standing(bound=False))
    assert (unbound.extended_to, unbound.extensions) == (None, 0)
    with pytest.raises(Refusal, match="outings-return-before-departure"):
        told(depart_at=at(14), return_by=at(14))


@pytest.mark.parametrize(
    "other",
    [
        out(id=7),  # itself
        out(id=8, status=OutingStatus.RETURNED),
        out(id=8, day=DAY - timedelta(days=1)),
    ],
)
def test_what_does_not_keep_one_from_leaving(other):
    assert depart(told(depart_at=at(14)), at(14), others=[other]).departed_at == at(14)


class TestConsent:
    """A23, D17: mode approve; S-11: nobody decides about themselves."""

    def test_waits_and_goes(self):
        outing = told(policy=APPROVE)
        assert outing.status is OutingStatus.WAITING
        with pytest.raises(Refusal, match="outings-waiting"):
            depart(outing, at(9, 5))
        agreed = decide(outing, CHEN, True, at(9, 10))
        gone = depart(agreed, at(9, 15))
        assert (agreed.status, gone.left_without_consent) == (OutingStatus.DECLARED, False)
        assert not depart(agreed, at(9, 10)).left_without_consent  # in the same second is in time

    def test_leaving_without_consent_is_written_down_and_not_refused(self):
        gone = under_way(told(policy=APPROVE), at(9, 30))
        assert gone.left_without_consent
        agreed = decide(gone, CHEN, True, at(10))
        assert (agreed.status, agreed.consent, agreed.left_without_consent) == (OutingStatus.OUT, True, True)
        declined = decide(gone, CHEN, False, at(10), "未预约")
        assert (declined.status, declined.consent) == (OutingStatus.OUT, False)

    def test_declined_with_a_reason(self):
        outing = told(policy=APPROVE)
        with pytest.raises(Refusal, match="outings-decline-needs-reason"):
            decide(outing, CHEN, False, at(9, 10))
        assert decide(outing, CHEN, False, at(9, 10), "下午开会").status is OutingStatus.DECLINED

    @pytest.mark.parametrize(
        ("outing", "by", "key"),
        [
            (told(policy=APPROVE), ANNA, "outings-own-consent"),
            (told(), CHEN, "outings-needs-no-consent"),
            (decide(told(policy=APPROVE), CHEN, True, at(9, 5)), CHEN, "outings-already-agreed"),
            (decide(told(policy=APPROVE), CHEN, False, at(9, 5), "忙"), CHEN, "outings-already-declined"),
            (cancel(told(policy=APPROVE), "改期", POLICY, at(9, 5), arrived=False), CHEN, "outings-over"),
        ],
    )
    def test_refused(self, outing, by, key):
        with pytest.raises(Refusal, match=key):
            decide(outing, by, True, at(9, 10))


@pytest.mark.parametrize(
    ("status", "key"),
    [
        (OutingStatus.PLANNED, "outings-not-declared"),
        (OutingStatus.WAITING, "outings-waiting"),
        (OutingStatus.OUT, "outings-already-out"),
        (OutingStatus.RETURNED, "outings-over"),
        (OutingStatus.CANCELLED, "outings-over"),
        (OutingStatus.DECLINED, "outings-over"),
    ],
)
def test_departing_from_elsewhere_is_refused(status, key):
    with pytest.raises(Refusal, match=key):
        depart(out(status=status), at(9))


@pytest.mark.parametrize("status", OutingStatus)
def test_who_has_arrived_has_left(status):
    """5.3: a check-in never founders on a departure that was not said."""
    if status in (OutingStatus.WAITING, OutingStatus.DECLARED):
        gone = under_way(draft(status=status, declared_at=at(9)), at(10))
        assert (gone.status, gone.departed_at) == (OutingStatus.OUT, at(10))
    elif status is OutingStatus.OUT:
        assert under_way(out(), at(10)).departed_at == at(9)
    else:
        with pytest.raises(Refusal, match="outings-over"):
            under_way(out(status=status), at(10))


@pytest.mark.parametrize(
    ("outing", "reason", "arrived", "key"),
    [
        (out(), "客户改期", False, None),
        (draft(), "", False, None),
        (draft(status=OutingStatus.DECLARED), "x", False, "outings-cancel-needs-reason"),
        (out(), "  ", False, "outings-cancel-needs-reason"),
        (out(), "客户改期", True, "outings-cancel-after-arrival"),
        (out(status=OutingStatus.RETURNED), "客户改期", False, "outings-over"),
    ],
)
def test_cancelling_needs_a_reason_and_ends_with_the_first_arrival(outing, reason, arrived, key):
    """5.3: declared -> cancelled, with a reason."""
    if key is None:
        assert cancel(outing, reason, POLICY, at(9, 30), arrived).status is OutingStatus.CANCELLED
    else:
        with pytest.raises(Refusal, match=key):
            cancel(outing, reason, POLICY, at(9, 30), arrived)


class TestComingBack:
    """A05."""

    def test_back(self):
        back = come_back(out(), at(16, 20))
        assert (back.status, back.returned_at, back.return_corrected_at) == (OutingStatus.RETURNED, at(16, 20), None)
        assert come_back(out(), at(9)).returned_at == at(9)  # turned round at the door

    def test_who_never_said_they_were_leaving_left_as_planned(self):
        back = come_back(draft(status=OutingStatus.DECLARED, declared_at=at(9), depart_at=at(10)), at(12))
        assert back.departed_at == at(10)

    def test_a_forgotten_return_is_stored_as_corrected(self):
        tomorrow = at(8, 30, day=DAY + timedelta(days=1))
        back = come_back(out(), at(16, 50), corrected_at=tomorrow)
        assert (back.returned_at, back.return_corrected_at) == (at(16, 50), tomorrow)

    @pytest.mark.parametrize(
        ("outing", "key"),
        [
            (draft(status=OutingStatus.WAITING, declared_at=at(8)), "outings-waiting"),
            (draft(), "outings-not-out"),
            (out(status=OutingStatus.CANCELLED), "outings-not-out"),
            (out(status=OutingStatus.RETURNED, returned_at=at(16)), "outings-already-back"),
            (out(departed_at=at(16)), "outings-back-before-leaving"),
            (draft(status=OutingStatus.DECLARED, declared_at=at(9), depart_at=at(16)), "outings-back-before-leaving"),
        ],
    )
    def test_refused(self, outing, key):
        with pytest.raises(Refusal, match=key):
            come_back(outing, at(15, 30))


def test_what_binds_and_what_is_over():
    binding = {status for status in OutingStatus if Outing.is_open.fget(out(status=status))}
    assert binding == {OutingStatus.WAITING, OutingStatus.DECLARED, OutingStatus.OUT}
