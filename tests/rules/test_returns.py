"""The hour of return: 16:30 a reminder, 17:00 one list, and whom it binds (A05, A06, A11)."""

from datetime import timedelta

import pytest

from bot.rules.outings import OutingPolicy, OutingStatus
from bot.rules.people import Role
from bot.rules.returns import (
    ask_departure,
    ask_return,
    bound_to_hour,
    due_back,
    expected_back,
    nag,
    not_back,
    overdue,
    reminder_at,
)
from tests.rules.facts import ANNA, BORIS, DAY, MINUTE, ZONE, at, draft, out

POLICY = OutingPolicy()


@pytest.mark.parametrize(
    ("roles", "on_duty", "policy", "bound"),
    [
        ({Role.RM}, False, POLICY, True),
        ({Role.RM}, True, POLICY, False),
        ({Role.RM}, True, OutingPolicy(duty_exempt=False), True),
        ({Role.CLERK}, False, POLICY, False),
        ({Role.CLERK}, False, OutingPolicy(clerk_bound=True), True),
        ({Role.CLERK, Role.RM}, False, POLICY, True),
        ({Role.LEADER}, False, POLICY, True),
    ],
)
def test_whom_the_hour_binds(roles, on_duty, policy, bound):
    """A06: not the duty RM; A11: not the information clerk."""
    assert bound_to_hour(roles, on_duty, policy) is bound


@pytest.mark.parametrize(
    ("outing", "bound", "due", "expected"),
    [
        (out(return_by=at(16)), True, at(17), at(16)),  # promised earlier than the hour: no offence before it
        (out(return_by=None), True, at(17), at(17)),
        (out(extended_to=at(18, 30)), True, at(18, 30), at(18, 30)),
        (out(return_by=at(18)), False, None, at(18)),
        (out(return_by=None), False, None, None),
    ],
)
def test_due_and_expected(outing, bound, due, expected):
    assert due_back(outing, POLICY, ZONE, bound) == due
    assert expected_back(outing, POLICY, ZONE, bound) == expected


@pytest.mark.parametrize(
    ("outing", "now", "bound", "said"),
    [
        (out(), at(16, 29), True, None),
        (out(), at(16, 30), True, "outings-return-soon"),
        (out(), at(16, 59), True, "outings-return-soon"),
        (out(), at(17), True, "outings-return-due"),
        (out(), at(19), True, "outings-return-due"),
        (out(), at(8, day=DAY + timedelta(days=1)), True, None),  # the machine slept: no flood next morning
        (out(), at(17), False, None),
        (out(extended_to=at(18)), at(17), True, None),
        (out(extended_to=at(18)), at(17, 30), True, "outings-return-soon"),
        (out(extended_to=at(18)), at(18), True, "outings-return-due"),
        (out(status=OutingStatus.RETURNED), at(17), True, None),
        (draft(status=OutingStatus.DECLARED), at(17), True, None),
        (out(status=OutingStatus.CANCELLED), at(16, 30), True, None),
    ],
)
def test_what_is_said_about_coming_back(outing, now, bound, said):
    """A05: asked at the moment, and answered with nothing when nothing needs saying."""
    assert nag(outing, POLICY, ZONE, now, bound) == said


def test_a_bank_with_another_clock():
    """D18: the hour is policy."""
    policy = OutingPolicy(
        return_time=at(18).astimezone(ZONE).time(), return_reminder=at(17, 15).astimezone(ZONE).time()
    )
    assert reminder_at(out(), policy, ZONE) == at(17, 15)
    assert reminder_at(out(extended_to=at(19)), policy, ZONE) == at(18, 15)
    assert reminder_at(out(), policy, ZONE, bound=False) is None


def test_one_list_for_the_supervisor_longest_first():
    """A05: the duty RM, those who extended and those who are back are not on it."""
    anna = out(extended_to=at(17, 10))
    boris = out(id=8, person_id=BORIS)
    exempt = out(id=9, person_id=4)
    back = out(id=10, person_id=5, status=OutingStatus.RETURNED)
    later = out(id=11, person_id=6, extended_to=at(18))
    everybody = [(anna, True), (boris, True), (exempt, False), (back, True), (later, True)]
    listed = not_back(everybody, POLICY, ZONE, at(17, 15))
    assert [(each.person_id, by) for each, by in listed] == [(BORIS, 15 * MINUTE), (ANNA, 5 * MINUTE)]
    assert not_back(everybody, POLICY, ZONE, at(16, 59)) == ()


def test_overdue_begins_at_the_hour_itself():
    assert overdue(out(), POLICY, ZONE, at(17)) == timedelta()
    assert overdue(out(), POLICY, ZONE, at(16, 59)) is None


@pytest.mark.parametrize(
    ("outing", "now", "asked"),
    [
        (draft(status=OutingStatus.DECLARED, depart_at=at(14)), at(13, 59), None),
        (draft(status=OutingStatus.DECLARED, depart_at=at(14)), at(14), "outings-leaving-now"),
        (draft(status=OutingStatus.DECLARED), at(14), None),
        (out(depart_at=at(14)), at(14), None),
    ],
)
def test_asking_whether_they_are_leaving(outing, now, asked):
    assert ask_departure(outing, now) == asked


def test_a_forgotten_return_is_asked_about_on_a_later_day():
    assert ask_return(out(), DAY) is None
    assert ask_return(out(), DAY + timedelta(days=1)) == "outings-when-back"
    assert ask_return(out(status=OutingStatus.RETURNED), DAY + timedelta(days=1)) is None
