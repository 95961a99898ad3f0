"""Who may change whom on the name list (SY36, S-01, S-11, D32)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.rules.people import Grant, Role
from bot.rules.refusal import Refusal
from bot.rules.staffing import administer, heir, move, on_day, toggled
from tests.rules.test_broadcasts import LI, SUN, TODAY, UNITS, WU, person

ADMIN = person(10, 2, (Role.ADMINISTRATOR, 2))


@given(st.sampled_from(Role), st.sampled_from([1, 2, 3, 4]), st.sampled_from([1, 2, 3, 4]))
def test_only_an_administrator_of_the_persons_unit_changes_them(role: Role, held: int, theirs: int) -> None:
    by, other = person(10, held, (role, held)), person(11, theirs, (Role.RM, theirs))
    if role is Role.ADMINISTRATOR and UNITS.within(theirs, held):
        assert administer(by, other, UNITS) is other
    else:
        with pytest.raises(Refusal, match="staffing-not-yours"):
            administer(by, other, UNITS)
    if role is Role.ADMINISTRATOR:
        with pytest.raises(Refusal, match="staffing-not-oneself"):
            administer(by, by, UNITS)


def test_a_move_takes_the_roles_over_the_old_unit_along_and_no_others() -> None:
    sun = replace(SUN, grants=SUN.grants | {Grant(Role.LEADER, 2)})
    moved = move(ADMIN, sun, 4, UNITS)
    assert moved.grants == {Grant(Role.RM, 4), Grant(Role.SUPERVISOR, 4), Grant(Role.LEADER, 2)}
    with pytest.raises(Refusal, match="staffing-there-already"):
        move(ADMIN, LI, 3, UNITS)
    with pytest.raises(Refusal, match="staffing-not-yours"):
        move(ADMIN, LI, 1, UNITS)
    with pytest.raises(Refusal, match="staffing-not-yours"):
        move(ADMIN, LI, 99, UNITS)


def test_roles_are_turned_and_one_stays() -> None:
    more = toggled(ADMIN, LI, Role.TEAM_LEADER, UNITS)
    assert more == {Grant(Role.RM, 3), Grant(Role.TEAM_LEADER, 3)}
    assert toggled(ADMIN, replace(LI, grants=more), Role.RM, UNITS) == {Grant(Role.TEAM_LEADER, 3)}
    with pytest.raises(Refusal, match="staffing-last-role"):
        toggled(ADMIN, LI, Role.RM, UNITS)


@pytest.mark.parametrize(
    ("day", "key"),
    [(TODAY - timedelta(days=1), "staffing-day-over"), (TODAY + timedelta(days=93), "staffing-too-far")],
)
def test_a_day_is_neither_over_nor_out_of_mind(day: date, key: str) -> None:
    assert on_day(TODAY, TODAY) == TODAY
    with pytest.raises(Refusal, match=key):
        on_day(day, TODAY)


def test_a_portfolio_goes_to_a_manager_who_goes_on() -> None:
    assert heir(LI, SUN, UNITS, ADMIN, TODAY) is SUN
    assert heir(LI, WU, UNITS, ADMIN, TODAY) is WU
    for other, key in (
        (LI, "staffing-not-yours"),
        (None, "staffing-not-yours"),
        (replace(SUN, suspended=True), "staffing-no-heir"),
        (person(8, 3, (Role.CLERK, 3)), "staffing-no-heir"),
    ):
        with pytest.raises(Refusal, match=key):
            heir(LI, other, UNITS, ADMIN, TODAY)
