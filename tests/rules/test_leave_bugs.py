"""What users of other leave engines have reported for years, one test each, named after what went wrong."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from bot.rules import leave as rules, ledger
from bot.rules.approvers import approver
from bot.rules.intervals import Half, Interval, days_in, whole_days
from bot.rules.leave import LeavePolicy, Standing, Status
from bot.rules.leave_types import Kind, Unit
from bot.rules.refusal import Refusal
from tests.rules.facts import ANNA, CHEN, DAY, LEAVE_TYPES as TYPES, ZONE, at
from tests.rules.test_approvers import TREE, person
from tests.rules.test_leave import NOW, POLICY, ask, checked, over, submitted
from tests.rules.test_ledger import numbered, row
from tests.rules.test_workdays import MAY

FULL, MORNING, AFTERNOON = over(DAY, DAY), over(DAY, DAY, Half.AM, Half.AM), over(DAY, DAY, Half.PM, Half.PM)


def test_16_an_hour_of_leave_cost_a_whole_day() -> None:
    assert checked(ask(interval=Interval(at(15), at(16)), unit=Unit.HOUR)).days == Fraction(1, 8)


def test_17_two_half_days_in_one_request_became_two_days() -> None:
    assert checked(ask(interval=over(DAY, DAY + timedelta(days=1), Half.PM, Half.AM), unit=Unit.HALF)).days == 1


@pytest.mark.parametrize("other", [MORNING, AFTERNOON, Interval(at(10), at(11)), Interval(at(22), at(23, 30))])
def test_17_a_full_day_slipped_past_a_part_of_the_same_day(other: Interval) -> None:
    part = replace(submitted(), starts=other.start, ends=other.end)
    with pytest.raises(Refusal, match="overlaps"):
        checked(ask(), Standing(others=(part,)))


def test_17_the_other_half_of_the_day_was_refused_as_an_overlap() -> None:
    half = replace(submitted(), starts=MORNING.start, ends=MORNING.end)
    assert checked(ask(interval=AFTERNOON, unit=Unit.HALF), Standing(others=(half,))).days == Fraction(1, 2)


def test_18_one_approver_was_enough_for_any_length() -> None:
    long = submitted(ask(interval=over(DAY, date(2026, 8, 10))))
    assert rules.needs_two(long, POLICY)
    once = rules.decide(long, CHEN, True, NOW, last_word=False)
    assert once.status is Status.SUBMITTED


def test_19_a_request_waited_for_an_approver_who_was_on_leave() -> None:
    found = approver(person(1), TREE, lambda each: each != 3)
    assert found is not None
    assert (found.person_id, found.acting_for) == (5, 3)


def test_20_carried_days_were_rounded_to_whole_ones() -> None:
    rows = numbered([row(Fraction(3, 2), date(2025, 1, 1), "allocation:2025", expires=date(2025, 12, 31))])
    rows = numbered(rows + ledger.carry_over(rows, 2026, Fraction(5), date(2026, 6, 30)))
    assert ledger.balance(rows, date(2026, 1, 1)) == Fraction(3, 2)


def test_20_carry_over_that_ran_twice_gave_the_days_twice() -> None:
    rows = numbered([row(5, date(2025, 1, 1), "allocation:2025", expires=date(2025, 12, 31))])
    once = numbered(rows + ledger.carry_over(rows, 2026, Fraction(3), date(2026, 6, 30)))
    twice = once + ledger.carry_over(once, 2026, Fraction(3), date(2026, 6, 30))
    assert ledger.balance(twice, date(2026, 1, 1)) == 3


def test_20_expired_days_paid_for_leave_that_came_later() -> None:
    rows = numbered(
        [row(2, date(2026, 1, 1), "carry:2026", expires=date(2026, 6, 30)), row(-2, date(2026, 8, 4), "leave:1")]
    )
    assert ledger.balance(rows, date(2026, 8, 4)) == -2


def test_21_an_approved_leave_could_not_be_taken_back() -> None:
    approved = rules.decide(submitted(), CHEN, True, NOW, last_word=True)
    assert rules.withdraw(approved, ANNA, NOW).status is Status.WITHDRAWN


def test_22_a_day_became_the_day_before_in_another_zone() -> None:
    for zone in (ZoneInfo("Asia/Shanghai"), ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")):
        assert list(days_in(whole_days(DAY, DAY, zone), zone)) == [DAY]
        leave = rules.submit(
            replace(ask(), interval=rules.stretch(DAY, DAY, LeavePolicy(), zone, None, None)),
            rules.Cost(Fraction(1), checked(ask()).count), MAY, POLICY, zone, NOW,
        )  # fmt: skip
        assert (leave.first, leave.last) == (DAY, DAY)


def test_22_a_worked_saturday_was_free_and_a_holiday_cost_a_day() -> None:
    worked = rules.cost(over(date(2026, 5, 9), date(2026, 5, 9)), TYPES[Kind.ANNUAL], MAY, POLICY, ZONE)
    free = rules.cost(over(date(2026, 5, 4), date(2026, 5, 5)), TYPES[Kind.ANNUAL], MAY, POLICY, ZONE)
    assert (worked.days, free.days) == (1, 0)


def test_23_a_day_worked_on_a_holiday_gave_nothing_back() -> None:
    earned = row(1, date(2026, 5, 2), "worked:2026-05-02", account=Kind.COMPENSATORY, entry=ledger.Entry.COMPENSATION)
    assert ledger.balance([earned], DAY) == 1


def test_24_a_full_day_had_to_be_put_together_from_hours() -> None:
    assert checked(ask(interval=FULL)).days == checked(ask(interval=over(DAY, DAY, Half.AM, Half.PM))).days == 1
