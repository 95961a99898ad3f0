"""What leave costs, what may be asked for, and every edge of its life (L01-L04, L18, S-11, 5.5)."""

from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

import pytest

from bot.rules import leave as rules
from bot.rules.intervals import Half, Interval
from bot.rules.leave import Ask, Leave, LeavePolicy, Standing, Status
from bot.rules.leave_types import Kind, Unit
from bot.rules.people import Role
from bot.rules.refusal import Refusal
from tests.rules.facts import ANNA, BORIS, CHEN, DAY, LEAVE_TYPES as TYPES, ZONE, at
from tests.rules.test_workdays import MAY

POLICY = LeavePolicy(types=TYPES)
MONDAY = date(2026, 8, 3)
WEDNESDAY = date(2026, 8, 5)
NOW = at(9, day=MONDAY)
FOR_LEADERS = replace(TYPES[Kind.OTHER], roles=frozenset({Role.LEADER}))


def over(first: date, last: date, start: Half | None = None, end: Half | None = None) -> Interval:
    return rules.stretch(first, last, POLICY, ZONE, start, end)


def ask(kind: Kind = Kind.PERSONAL, interval: Interval | None = None, **facts: object) -> Ask:
    plain = Ask(
        person_id=ANNA, unit_id=9, kind=TYPES[kind], unit=Unit.DAY,
        interval=interval or over(DAY, DAY), roles=frozenset({Role.RM}),
    )  # fmt: skip
    return replace(plain, **facts)  # type: ignore[arg-type]


def checked(one: Ask, standing: Standing | None = None, now: datetime = NOW) -> rules.Cost:
    return rules.check(one, standing or Standing(), MAY, POLICY, ZONE, now)


def submitted(one: Ask | None = None, now: datetime = NOW, **facts: object) -> Leave:
    one = one or ask()
    return replace(rules.submit(one, checked(one), MAY, POLICY, ZONE, now), id=7, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("first", "last", "start", "end", "days"),
    [
        (DAY, DAY, None, None, Fraction(1)),
        (DAY, DAY, Half.PM, Half.PM, Fraction(1, 2)),
        (DAY, DAY, Half.AM, Half.AM, Fraction(1, 2)),
        (DAY, WEDNESDAY, Half.PM, None, Fraction(3, 2)),
        (DAY, WEDNESDAY, Half.PM, Half.AM, Fraction(1)),
        (date(2026, 5, 8), date(2026, 5, 10), None, None, Fraction(2)),  # Friday, a worked Saturday, Sunday
        (date(2026, 4, 30), date(2026, 5, 6), None, None, Fraction(2)),  # over the holidays
    ],
)
def test_days_and_halves(first: date, last: date, start: Half | None, end: Half | None, days: Fraction) -> None:
    assert rules.cost(over(first, last, start, end), TYPES[Kind.ANNUAL], MAY, POLICY, ZONE).days == days


def test_hours_are_exact_and_the_midday_costs_nothing() -> None:
    two_hours = Interval(at(15), at(17))
    assert rules.cost(two_hours, TYPES[Kind.PERSONAL], MAY, POLICY, ZONE).days == Fraction(1, 4)
    across_midday = Interval(at(11), at(14))
    assert rules.cost(across_midday, TYPES[Kind.PERSONAL], MAY, POLICY, ZONE).days == (
        Fraction(60, 420) + Fraction(60, 480)
    )


def test_maternity_counts_every_day() -> None:
    assert rules.cost(over(MONDAY, date(2026, 11, 8)), TYPES[Kind.MATERNITY], MAY, POLICY, ZONE).days == 98


@pytest.mark.parametrize(
    ("one", "standing", "key"),
    [
        (ask(interval=over(date(2025, 5, 8), date(2025, 5, 8))), Standing(), "leave-past-year"),
        (ask(interval=over(MONDAY, date(2027, 9, 8))), Standing(), "leave-much-too-long"),
        (ask(interval=over(date(2026, 8, 8), date(2026, 8, 9))), Standing(), "leave-nothing-worked"),
        (ask(interval=over(DAY, date(2026, 9, 8))), Standing(), "leave-longer-than-type"),
        (ask(Kind.MARRIAGE, over(DAY, DAY, Half.AM, Half.AM), unit=Unit.HALF), Standing(), "leave-unit-too-small"),
        (ask(), Standing(others=(submitted(),)), "leave-overlaps"),
        (ask(), Standing(visits=(Interval(at(10), at(11)),)), "leave-worked-then"),
        (ask(standin_id=ANNA), Standing(), "leave-standin-self"),
        (ask(standin_id=BORIS), Standing(standin_away=True), "leave-standin-away"),
        (ask(Kind.ANNUAL), Standing(balance=Fraction(1, 2)), "leave-not-enough"),
        (ask(Kind.MARRIAGE), Standing(), "leave-too-soon"),
        (replace(ask(), kind=FOR_LEADERS), Standing(), "leave-not-for-you"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_for_is_refused_with_its_own_reason(one: Ask, standing: Standing, key: str) -> None:
    with pytest.raises(Refusal) as no:
        checked(one, standing)
    assert no.value.key == key


def test_the_end_comes_after_the_start() -> None:
    for first, last, start, end in ((WEDNESDAY, DAY, None, None), (DAY, DAY, Half.PM, Half.AM)):
        with pytest.raises(Refusal, match="end-before-start"):
            over(first, last, start, end)


def test_two_halves_of_one_day_do_not_overlap_and_a_full_day_does() -> None:
    """The bug that let a full day slip past a half one, and the one that refused two halves."""
    morning = submitted(ask(interval=over(DAY, DAY, Half.AM, Half.AM), unit=Unit.HALF))
    checked(ask(interval=over(DAY, DAY, Half.PM, Half.PM), unit=Unit.HALF), Standing(others=(morning,)))
    with pytest.raises(Refusal, match="overlaps"):
        checked(ask(), Standing(others=(morning,)))
    with pytest.raises(Refusal, match="overlaps"):
        checked(ask(interval=Interval(at(11), at(14)), unit=Unit.HOUR), Standing(others=(morning,)))
    checked(ask(), Standing(others=(replace(morning, status=Status.WITHDRAWN),)))


@pytest.mark.parametrize(("hour", "late"), [(7, False), (8, False), (9, True), (14, True)])
def test_what_is_asked_after_work_began_is_retroactive(hour: int, late: bool) -> None:
    """L01, L03: a day's leave may be asked for until that day's work begins."""
    assert submitted(ask(Kind.SICK), at(hour)).retroactive is late
    assert not submitted(ask(interval=over(DAY, DAY, Half.PM, Half.PM)), at(12)).retroactive


def test_the_hand_over_comes_before_the_yes() -> None:
    """L02: needed ↔ ready; only the one who was asked answers."""
    leave = submitted(ask(standin_id=BORIS))
    assert leave.status is Status.HANDOVER_NEEDED
    with pytest.raises(Refusal, match="handover-open"):
        rules.decide(leave, CHEN, True, NOW, last_word=True)
    with pytest.raises(Refusal, match="not-asked"):
        rules.accept(leave, CHEN, [BORIS])
    ready = rules.accept(leave, BORIS, [BORIS])
    assert ready.status is Status.HANDOVER_READY
    refused = rules.turn_down(leave, BORIS, [BORIS])
    assert (refused.status, refused.standin_id) == (Status.HANDOVER_NEEDED, None)
    again = rules.name_another(refused, ANNA, CHEN)
    assert rules.accept(again, CHEN, [CHEN]).status is Status.HANDOVER_READY
    assert rules.name_another(ready, ANNA, CHEN).status is Status.HANDOVER_NEEDED
    with pytest.raises(Refusal, match="standin-self"):
        rules.name_another(refused, ANNA, ANNA)
    with pytest.raises(Refusal, match="handover-done"):
        rules.accept(ready, BORIS, [])


def test_somebody_else_decides_once() -> None:
    """S-11."""
    leave = submitted()
    with pytest.raises(Refusal, match="not-oneself"):
        rules.decide(leave, ANNA, True, NOW, last_word=True)
    with pytest.raises(Refusal, match="needs-reason"):
        rules.decide(leave, CHEN, False, NOW, last_word=True)
    yes = rules.decide(leave, CHEN, True, NOW, last_word=True)
    assert (yes.status, yes.decided_by) == (Status.APPROVED, CHEN)
    with pytest.raises(Refusal, match="leave-is-approved"):
        rules.decide(yes, CHEN, False, NOW, reason="x", last_word=True)
    no = rules.decide(leave, CHEN, False, NOW, reason="季末", last_word=True)
    assert no.status is Status.DECLINED
    with pytest.raises(Refusal, match="leave-is-declined"):
        rules.decide(no, CHEN, True, NOW, last_word=True)


def test_long_and_late_leave_needs_two_people() -> None:
    """L03."""
    late = submitted(ask(Kind.SICK), at(14))
    assert rules.needs_two(late, POLICY)
    assert not rules.needs_two(late, replace(POLICY, second_approver=False))
    assert rules.needs_two(submitted(ask(interval=over(DAY, date(2026, 8, 7)))), POLICY)
    first = rules.decide(late, CHEN, True, NOW, last_word=False)
    assert (first.status, first.seconded_by) == (Status.SUBMITTED, CHEN)
    with pytest.raises(Refusal, match="second-must-differ"):
        rules.decide(first, CHEN, True, NOW, last_word=True)
    assert rules.decide(first, 4, True, NOW, last_word=True).status is Status.APPROVED


def test_before_during_and_after() -> None:
    """Withdrawn before it begins, shortened or cancelled while it runs with a yes, over afterwards."""
    leave = submitted(ask(interval=over(DAY, WEDNESDAY)))
    approved = rules.decide(leave, CHEN, True, NOW, last_word=True)
    assert rules.at(approved, NOW) is Status.APPROVED
    assert rules.at(approved, at(10)) is Status.ACTIVE
    assert rules.at(approved, at(10, day=date(2026, 8, 6))) is Status.ENDED
    assert rules.withdraw(leave, ANNA, NOW).status is Status.WITHDRAWN
    assert rules.withdraw(approved, ANNA, NOW).status is Status.WITHDRAWN
    with pytest.raises(Refusal, match="has-begun"):
        rules.withdraw(approved, ANNA, at(10))
    with pytest.raises(Refusal, match="not-yours"):
        rules.withdraw(approved, BORIS, NOW)
    with pytest.raises(Refusal, match="is-withdrawn"):
        rules.withdraw(rules.withdraw(leave, ANNA, NOW), ANNA, NOW)
    with pytest.raises(Refusal, match="not-running"):
        rules.ask_change(approved, ANNA, at(12), NOW)
    noon = at(12)
    wished = rules.ask_change(approved, ANNA, noon, at(11))
    with pytest.raises(Refusal, match="not-oneself"):
        rules.agree_change(wished, ANNA, True, at(11), Fraction(1, 2))
    shorter = rules.agree_change(wished, CHEN, True, at(11), Fraction(1, 2))
    assert (shorter.ends, shorter.days, shorter.change_to) == (noon, Fraction(1, 2), None)
    assert rules.agree_change(wished, CHEN, False, at(11), Fraction(0)).ends == approved.ends
    undone = rules.ask_change(approved, ANNA, approved.starts, at(11))
    assert rules.agree_change(undone, CHEN, True, at(11), Fraction(0)).status is Status.CANCELLED
    with pytest.raises(Refusal, match="not-shorter"):
        rules.ask_change(approved, ANNA, at(12, day=date(2026, 8, 9)), at(11))


def test_statutory_long_leave_protects_for_a_quarter() -> None:
    """L18."""
    leave = submitted(ask(Kind.MATERNITY, over(DAY, date(2026, 11, 8))))
    assert rules.protected_until(leave, TYPES[Kind.MATERNITY]) == date(2027, 3, 31)
    assert rules.protected_until(leave, TYPES[Kind.SICK]) is None


def test_work_is_handed_over_for_a_day_or_when_some_falls_into_it() -> None:
    """L02: nobody who falls ill is asked for it."""
    half = Fraction(1, 2)
    personal, sick = TYPES[Kind.PERSONAL], TYPES[Kind.SICK]
    assert rules.needs_standin(personal, Fraction(1), False, POLICY)
    assert rules.needs_standin(personal, half, True, POLICY)
    assert not rules.needs_standin(personal, half, False, POLICY)
    assert not rules.needs_standin(sick, Fraction(3), True, POLICY)


@pytest.mark.parametrize(
    ("days", "text"), [(Fraction(3), "3"), (Fraction(1, 2), "0.5"), (Fraction(1, 4), "0.25"), (Fraction(1, 3), "0.33")]
)
def test_days_are_written_as_people_write_them(days: Fraction, text: str) -> None:
    assert rules.shown(days) == text


@pytest.mark.parametrize(
    ("first", "last", "kind", "blocked"),
    [
        (date(2026, 9, 25), date(2026, 9, 27), Kind.PERSONAL, False),
        (date(2026, 9, 25), date(2026, 9, 28), Kind.PERSONAL, True),
        (date(2026, 9, 30), date(2026, 9, 30), Kind.PERSONAL, True),
        (date(2026, 10, 1), date(2026, 10, 9), Kind.PERSONAL, False),
        (date(2026, 12, 31), date(2027, 1, 4), Kind.PERSONAL, True),
        (date(2026, 9, 30), date(2026, 9, 30), Kind.SICK, False),
    ],
)
def test_the_end_of_a_quarter_needs_the_next_level(first: date, last: date, kind: Kind, blocked: bool) -> None:
    policy = replace(POLICY, quarter_end_days=3)
    leave = replace(submitted(), first=first, last=last, kind=kind)
    assert rules.at_quarter_end(leave, policy) is blocked
    assert rules.needs_two(leave, policy) is blocked
    assert not rules.at_quarter_end(leave, POLICY)
