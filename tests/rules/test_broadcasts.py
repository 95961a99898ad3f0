"""Notices and incidents: to whom, once, and never beside one's units (SY16, H14, S-11)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.rules import broadcasts, incidents
from bot.rules.broadcasts import Broadcast, BroadcastPolicy, Urgency
from bot.rules.incidents import Hearing, Incident, Sort
from bot.rules.people import Grant, Person, Role, Unit, Units
from bot.rules.refusal import Refusal

NOW = datetime(2026, 8, 3, 1, tzinfo=UTC)
TODAY = date(2026, 8, 3)
UNITS = Units(
    [
        Unit(1, "HQ", "HQ", None, "head_office", "Asia/Shanghai"),
        Unit(2, "BR", "BR", 1, "branch", "Asia/Shanghai", head_id=6),
        Unit(3, "TA", "TA", 2, "team", "Asia/Shanghai", head_id=3, deputy_id=5),
        Unit(4, "TB", "TB", 2, "team", "Asia/Shanghai", head_id=4),
    ]
)


def person(number: int, unit: int, *grants: tuple[Role, int], **more: object) -> Person:
    held = frozenset(Grant(role, where) for role, where in grants)
    return replace(Person(number, f"S{number}", f"P{number}", unit, 1000 + number, "zh-Hans", held), **more)  # type: ignore[arg-type]


LI = person(1, 3, (Role.RM, 3))
CHEN = person(3, 3, (Role.SUPERVISOR, 3))
SUN = person(5, 3, (Role.RM, 3), (Role.SUPERVISOR, 3))
QIAN = person(6, 2, (Role.LEADER, 2))
WU = person(7, 4, (Role.RM, 4))
NOTICE = Broadcast(id=1, made_by=3, unit_id=3, text="会议", made_at=NOW, due=NOW)
PLAN = BroadcastPolicy()


@given(st.sampled_from(Role), st.sampled_from([1, 2, 3, 4]), st.sampled_from([1, 2, 3, 4]))
def test_a_notice_goes_only_into_units_that_the_sender_looks_after(role: Role, held: int, wanted: int) -> None:
    sender = person(9, held, (role, held))
    allowed = role in broadcasts.SENDING and UNITS.within(wanted, held)
    if allowed:
        broadcasts.may_send(sender, wanted, UNITS)
        return
    with pytest.raises(Refusal, match="broadcasts-not-yours"):
        broadcasts.may_send(sender, wanted, UNITS)


def test_the_audience_is_those_with_access_and_the_role_never_the_sender() -> None:
    people = [LI, CHEN, SUN, QIAN, WU, person(8, 3, (Role.RM, 3), suspended=True)]
    units = UNITS.below(3)
    assert [each.id for each in broadcasts.audience(people, CHEN, units, None, TODAY)] == [1, 5]
    assert [each.id for each in broadcasts.audience(people, CHEN, units, Role.SUPERVISOR, TODAY)] == [5]
    assert broadcasts.audience(people, LI, units, Role.CLERK, TODAY) == []


@pytest.mark.parametrize(
    ("notice", "key"),
    [
        (replace(NOTICE, text="  "), "broadcasts-empty"),
        (replace(NOTICE, due=NOW + timedelta(days=31)), "broadcasts-too-far"),
    ],
)
def test_what_cannot_be_sent_is_refused(notice: Broadcast, key: str) -> None:
    with pytest.raises(Refusal, match=key):
        broadcasts.to_send(notice, [LI], NOW, PLAN)
    with pytest.raises(Refusal, match="broadcasts-nobody"):
        broadcasts.to_send(NOTICE, [], NOW, PLAN)


def test_stopping_and_reminding_happen_once_and_only_by_the_sender() -> None:
    stopped = broadcasts.cancel(NOTICE, 3, NOW, 2)
    assert stopped.cancelled_at == NOW
    for notice, by, unsaid, key in (
        (NOTICE, 4, 2, "broadcasts-not-yours"),
        (stopped, 3, 2, "broadcasts-already-cancelled"),
        (NOTICE, 3, 0, "broadcasts-all-sent"),
    ):
        with pytest.raises(Refusal, match=key):
            broadcasts.cancel(notice, by, NOW, unsaid)
    reminded = broadcasts.remind(NOTICE, 1, NOW)
    for notice, unread, key in (
        (reminded, 1, "broadcasts-already-reminded"),
        (NOTICE, 0, "broadcasts-all-read"),
        (replace(NOTICE, urgency=Urgency.PLAIN), 1, "broadcasts-nothing-to-read"),
    ):
        with pytest.raises(Refusal, match=key):
            broadcasts.remind(notice, unread, NOW)


# ---------------------------------------------------------------- incidents


def heard(reporter: Person, away: set[int], *people: Person) -> list[int]:
    known = {each.id: each for each in people}
    return [each.id for each in incidents.listeners(reporter, UNITS, known, away, TODAY)]


def test_the_chain_is_head_of_every_unit_above_nearest_first() -> None:
    assert heard(LI, set(), CHEN, SUN, QIAN) == [3, 6]
    assert heard(LI, {3}, CHEN, SUN, QIAN) == [3, 5, 6], "the deputy hears too where the head is away"
    assert heard(CHEN, set(), CHEN, SUN, QIAN) == [5, 6], "never oneself (S-11)"
    assert heard(LI, set(), replace(CHEN, telegram_id=None), SUN, QIAN) == [5, 6]
    assert heard(LI, set(), replace(CHEN, suspended=True), QIAN) == [6]


def test_a_bad_loan_is_told_to_the_colleagues_who_are_managers() -> None:
    people = [LI, SUN, CHEN, person(8, 3, (Role.CLERK, 3))]
    assert [each.id for each in incidents.colleagues(people, LI, Sort.BAD_LOAN, TODAY)] == [5]
    assert incidents.colleagues(people, LI, Sort.ACCIDENT, TODAY) == []


def test_a_report_says_something_and_is_read_once() -> None:
    report = Incident(id=0, person_id=1, unit_id=3, sort=Sort.OTHER, text="火", told_at=NOW)
    with pytest.raises(Refusal, match="incidents-too-short"):
        incidents.report(report)
    hearing = Hearing(incident_id=1, person_id=3, told_at=NOW)
    read = incidents.read(hearing, NOW)
    with pytest.raises(Refusal, match="incidents-already-read"):
        incidents.read(read, NOW)
    with pytest.raises(Refusal, match="turn-button-over"):
        incidents.read(None, NOW)
