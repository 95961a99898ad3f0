"""`waiqin permissions`: who may do what, as a table made from the code; docs/permissions.md is what it prints."""

import argparse
from typing import Any


def register(commands: Any) -> None:
    permissions = commands.add_parser("permissions", help="print who may do what, as a table for the bank's own papers")
    permissions.set_defaults(run=run)


def run(_args: argparse.Namespace) -> int:
    print(page(), end="")
    return 0


def page() -> str:
    """The whole page, in Markdown."""
    from bot.actions import ACTIONS
    from bot.rules.people import Role

    roles = list(Role)
    lines = [
        "# Who may do what",
        "",
        "Printed by `waiqin permissions`; a test keeps this page true. A role says what kind of person may try (●);",
        "whose matters they may touch is asked by the rule behind it: their own, those of the units that the role",
        "covers, never another branch's. Whoever has no row, no role, no access any more or has not accepted the",
        "notice is refused, and told why. An auditor reads within the units of the role and changes nothing; each",
        "look is a line of the audit.",
        "",
        f"| action | command | {' | '.join(role.value.replace('_', ' ') for role in roles)} | not enrolled |",
        f"|---|---|{'---|' * (len(roles) + 1)}",
    ]
    for name, row in ACTIONS.items():
        marks = " | ".join("●" if role in row.who else "" for role in roles)
        command = f"/{row.command}" if row.command else ""
        lines.append(f"| {name} | {command} | {marks} | {'●' if row.unknown_may else ''} |")
    lines += [
        "",
        "Proven by `tests/house/test_permissions.py` (every action, role and standing at the door) and",
        "`tests/permissions` (every button, with other people's ids, through the whole program).",
        "",
    ]
    return "\n".join(lines)
