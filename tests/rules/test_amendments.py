"""Changes of a declared outing have reasons (A13); extensions are bounded (A05)."""

from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.amendments import add_stop, amend, drop_stop, extend, extension_choices
from bot.rules.outings import Field, OutingPolicy, OutingStatus, StopState
from bot.rules.refusal import Refusal
from bot.rules.returns import due_hour
from tests.rules.facts import ANNA, MINUTE, ZONE, at, draft, out, stop

POLICY = OutingPolicy()
FIRST, SECOND = stop(), stop(id=2, position=2, client_id=51)


def test_another_matter_and_place_are_two_changes_with_one_reason():
    new, changes = amend(
        out(), [FIRST, SECOND], stop(matter="签合同", place="总部"), " 客户要求 ", ANNA, at(10), POLICY
    )
    assert new.matter == "签合同"
    assert [(each.field, each.before, each.after) for each in changes] == [
        (Field.MATTER, "看厂房", "签合同"),
        (Field.PLACE, "厂区", "总部"),
    ]
    assert {(each.reason, each.by, each.at, each.stop_id) for each in changes} == {("客户要求", ANNA, at(10), 1)}


def test_another_client_is_recorded_by_id_and_a_lead_by_name():
    _, (to_lead,) = amend(out(), [FIRST], stop(client_id=None, lead="宏远机械"), "原客户不在", ANNA, at(10), POLICY)
    assert (to_lead.before, to_lead.after) == ("50", "宏远机械")


def test_what_is_being_prepared_changes_freely():
    assert amend(draft(), [FIRST], stop(matter="签合同"), "", ANNA, at(9), POLICY) == (stop(matter="签合同"), ())
    assert drop_stop(draft(), [FIRST, SECOND], FIRST, "", ANNA, at(9), POLICY)[1] == ()
    assert add_stop(draft(), [FIRST], SECOND, "", ANNA, at(9), POLICY)[1] == ()


def test_a_bank_may_do_without_reasons():
    relaxed = OutingPolicy(change_needs_reason=False)
    assert len(amend(out(), [FIRST], stop(matter="签合同"), "", ANNA, at(10), relaxed)[1]) == 1


@pytest.mark.parametrize(
    ("outing", "stops", "new", "reason", "key"),
    [
        (out(), [FIRST], stop(matter="签合同"), "", "outings-change-needs-reason"),
        (out(), [FIRST], stop(), "客户要求", "outings-nothing-changed"),
        (out(), [FIRST, SECOND], stop(client_id=51), "客户要求", "outings-client-twice"),
        (out(), [stop(state=StopState.VISITED)], stop(matter="签合同"), "客户要求", "outings-stop-over"),
        (out(status=OutingStatus.RETURNED), [FIRST], stop(matter="签合同"), "客户要求", "outings-over"),
    ],
)
def test_changes_refused(outing, stops, new, reason, key):
    with pytest.raises(Refusal, match=key):
        amend(outing, stops, new, reason, ANNA, at(10), POLICY)


def test_a_client_more_comes_last():
    placed, (change,) = add_stop(out(), [FIRST, SECOND], stop(id=0, client_id=52), "顺路", ANNA, at(10), POLICY)
    assert (placed.position, placed.outing_id) == (3, 7)
    assert (change.field, change.before, change.after) == (Field.STOP, None, "52")
    with pytest.raises(Refusal, match="outings-change-needs-reason"):
        add_stop(out(), [FIRST], SECOND, "", ANNA, at(10), POLICY)


def test_a_client_less_but_never_the_last():
    dropped, (change,) = drop_stop(out(), [FIRST, SECOND], SECOND, "来不及", ANNA, at(15), POLICY)
    assert (dropped.state, change.before, change.after) == (StopState.DROPPED, "51", None)
    with pytest.raises(Refusal, match="outings-cancel-instead"):
        drop_stop(out(), [FIRST, dropped], FIRST, "来不及", ANNA, at(15), POLICY)
    with pytest.raises(Refusal, match="outings-stop-over"):
        drop_stop(out(), [FIRST, SECOND], replace(SECOND, state=StopState.VISITED), "来不及", ANNA, at(15), POLICY)


@pytest.mark.parametrize(
    ("outing", "until", "reason", "key"),
    [
        (out(), at(17, 30), "客户晚到", None),
        (draft(status=OutingStatus.DECLARED), at(18), "路远", None),
        (out(), at(17, 30), " ", "outings-extension-needs-reason"),
        (out(), at(17), "客户晚到", "outings-extension-adds-nothing"),
        (out(extended_to=at(18), extensions=1), at(17, 30), "客户晚到", "outings-extension-adds-nothing"),
        (out(), at(20, 30), "客户晚到", "outings-return-too-late"),
        (out(), at(16), "客户晚到", "outings-return-past"),
        (out(extensions=3), at(17, 30), "客户晚到", "outings-extended-enough"),
        (out(status=OutingStatus.RETURNED), at(17, 30), "客户晚到", "outings-not-out"),
    ],
)
def test_extension(outing, until, reason, key):
    """A05: one tap and a reason; bounded in time and number."""
    if key is None:
        longer = extend(outing, until, reason, POLICY, ZONE, at(16, 45))
        assert (longer.extended_to, longer.extension_reason, longer.extensions) == (until, reason, 1)
    else:
        with pytest.raises(Refusal, match=key):
            extend(outing, until, reason, POLICY, ZONE, at(16, 45))


@settings(max_examples=25, deadline=None)
@given(minute=st.integers(0, 15 * 60), extended=st.sampled_from([None, 17 * 60 + 30, 19 * 60 + 30]))
def test_every_extension_offered_is_taken(minute, extended):
    now = at(8) + minute * MINUTE
    outing = out(extended_to=extended and at(0) + extended * MINUTE, extensions=1 if extended else 0)
    for choice in extension_choices(outing, POLICY, ZONE, now):
        assert due_hour(extend(outing, choice, "客户晚到", POLICY, ZONE, now), POLICY, ZONE) == choice


def test_what_is_offered():
    assert extension_choices(out(), POLICY, ZONE, at(16, 40)) == (at(17, 30), at(18), at(19))
    assert extension_choices(out(), POLICY, ZONE, at(18, 10)) == (at(18, 30), at(19), at(20))
    assert extension_choices(out(extensions=3), POLICY, ZONE, at(16, 40)) == ()
