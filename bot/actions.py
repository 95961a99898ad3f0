"""Everything that a person can do, and who may do it: the only place that says so.

An action without a row is refused to everybody. Whose matters a person may touch (own, team,
subtree) is asked by the handler's rule; the roles here say only what kind of person may try.
"""

from dataclasses import dataclass

from bot.rules.people import SUPERVISING, Role

EVERYONE = frozenset(Role)
RMS = frozenset({Role.RM})
FIELD = frozenset({Role.RM, Role.CLERK, Role.TEAM_LEADER, Role.LEADER, Role.SUPERVISOR})
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})
AUDITORS = frozenset({Role.AUDITOR})


@dataclass(frozen=True, slots=True)
class Action:
    """Who may do it, the command it answers to, and where in the menu that stands (0: not at all)."""

    who: frozenset[Role]
    command: str | None = None
    menu: int = 0
    unknown_may: bool = False  # also those who are not enrolled, or have not accepted the notice yet


ACTIONS: dict[str, Action] = {
    # people: enrolment, language, own data
    "people.start": Action(EVERYONE, command="start", unknown_may=True),
    "people.choose": Action(EVERYONE, unknown_may=True),
    "people.accept": Action(EVERYONE, unknown_may=True),
    "people.language": Action(EVERYONE, command="language", menu=95, unknown_may=True),
    "people.me": Action(EVERYONE, command="me", menu=90),
    "people.help": Action(EVERYONE, command="help", menu=99),
    "people.reach": Action(EVERYONE, unknown_may=True),
    # fallback: nothing else knew what to do with it
    "fallback.button": Action(EVERYONE),
    "fallback.message": Action(EVERYONE),
    "fallback.edit": Action(EVERYONE),
}


def may(roles: frozenset[Role], action: str) -> bool:
    """Whether somebody with these roles may try this action."""
    row = ACTIONS.get(action)
    return row is not None and bool(roles & row.who)


def commands_for(roles: frozenset[Role]) -> list[str]:
    """The actions that stand in the menu of somebody with these roles, in its order."""
    rows = [(row.menu, name) for name, row in ACTIONS.items() if row.menu and row.command and roles & row.who]
    return [name for _, name in sorted(rows)]


__all__ = ["ACTIONS", "ADMINISTRATORS", "AUDITORS", "EVERYONE", "FIELD", "RMS", "SUPERVISING", "Action", "commands_for", "may"]
