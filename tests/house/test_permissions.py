"""Every action × every role × every standing: allowed, or refused with a reason that can be said aloud."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.actions import ACTIONS, SUPERVISING, commands_for, menu_of
from bot.batch import Allowed
from bot.policy import Policies
from bot.rules.people import Grant, Person, Role, Unit, Units
from bot.rules.refusal import Refusal
from bot.turn import Turn
from handlers import AREAS

NOW = datetime(2026, 8, 3, 1, 0, tzinfo=UTC)
UNITS = Units([Unit(1, "HQ", "HQ", None, "head_office", "Asia/Shanghai")])
POLICIES = Policies.load(None)
WHO = Person(1, "S", "S", 1, 1001, "zh-Hans", notice_accepted_at=NOW)


def bound() -> Iterator[tuple[str, Any]]:
    """Every handler with the action that it is."""
    for area in AREAS:
        for observer in area.router.observers.values():
            for handler in observer.handlers:
                yield handler.flags["action"], handler


HANDLERS = dict(bound())


async def verdict(person: Person | None, action: str) -> str:
    """What the door says: "passed", or the key of the reason."""
    turn = Turn(None, 1, NOW, UNITS, POLICIES, person=person, chat_id=1001)  # type: ignore[arg-type]

    async def passed(_event: Any, _data: Any) -> str:
        return "passed"

    try:
        return str(await Allowed()(passed, None, {"turn": turn, "handler": HANDLERS[action]}))  # type: ignore[arg-type]
    except Refusal as no:
        return no.key


@pytest.mark.parametrize("role", list(Role))
async def test_every_action_is_open_to_its_roles_and_refused_aloud_to_others(role: Role) -> None:
    person = replace(WHO, grants=frozenset({Grant(role, 1)}))
    for action in HANDLERS:
        row = ACTIONS[action]
        expected = "passed" if role in row.who or row.unknown_may else "turn-not-allowed"
        assert await verdict(person, action) == expected, (action, role)


async def test_who_has_no_role_may_do_nothing_but_come_in() -> None:
    for action in HANDLERS:
        assert await verdict(WHO, action) == ("passed" if ACTIONS[action].unknown_may else "turn-not-allowed")


@pytest.mark.parametrize(
    ("standing", "reason"),
    [
        (None, "turn-stranger"),
        (replace(WHO, suspended=True), "turn-no-access"),
        (replace(WHO, active_to=date(2026, 8, 2)), "turn-no-access"),
        (replace(WHO, active_from=date(2026, 8, 4)), "turn-no-access"),
        (replace(WHO, notice_accepted_at=None), "turn-notice-first"),
    ],
)
async def test_strangers_the_suspended_and_newcomers_are_kept_out_of_everything(
    standing: Person | None, reason: str
) -> None:
    everything = frozenset(Grant(role, 1) for role in Role)
    person = replace(standing, grants=everything) if standing else None
    for action in HANDLERS:
        assert await verdict(person, action) == ("passed" if ACTIONS[action].unknown_may else reason), action


async def test_the_last_day_of_access_is_a_day_of_access() -> None:
    person = replace(WHO, active_to=date(2026, 8, 3), grants=frozenset({Grant(Role.RM, 1)}))
    assert await verdict(person, "people.me") == "passed"


def test_those_who_are_not_enrolled_can_reach_only_the_door() -> None:
    assert {action for action, row in ACTIONS.items() if row.unknown_may} == {
        "people.start",
        "people.choose",
        "people.accept",
        "people.language",
        "people.reach",
    }


@pytest.mark.parametrize("role", sorted(SUPERVISING))
def test_the_menu_of_who_supervises_holds_no_more_than_twelve_commands(role: Role) -> None:
    menu = menu_of(frozenset({role}))
    assert 5 < len(menu) <= 12
    assert all(ACTIONS[action].command and role in ACTIONS[action].who for action in menu)


def test_the_menu_of_who_also_goes_out_holds_everything_they_may_do() -> None:
    both = frozenset({Role.RM, Role.SUPERVISOR})
    assert menu_of(both) == commands_for(both)
