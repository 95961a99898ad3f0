"""Kinds of leave are policy: tables by kind, which a unit may only make stricter (L01, L18, Y10)."""

from pathlib import Path

import pytest

from bot.policy import Policies, PolicyMistakes, examine
from bot.rules.leave_types import Kind, Unit
from bot.rules.people import Role

BANK = """
[leave]
types = ["annual", "sick", "maternity"]
[leave_types]
longest_days = { annual = 20 }
only_for = { maternity = ["rm", "clerk"] }
[leave_accounts]
annual_by_service = { 1 = 6, 10 = 12 }
[units.A.leave_types]
longest_days = { annual = 10, sick = 30 }
smallest = { annual = "day" }
notice_days = { annual = 3 }
"""


def policies(tmp_path: Path, text: str) -> Policies:
    file = tmp_path / "bank.toml"
    file.write_text(text, "utf-8")
    return Policies.load(file)


def test_a_bank_changes_the_kinds_that_it_names_and_a_unit_tightens_them(tmp_path: Path) -> None:
    made = policies(tmp_path, BANK)
    bank, unit = (made.of(each).rules.leave.types for each in ((), ("A",)))
    assert (bank[Kind.ANNUAL].longest_days, bank[Kind.MARRIAGE].longest_days) == (20, 15)
    assert (unit[Kind.ANNUAL].longest_days, unit[Kind.SICK].longest_days) == (10, 30)
    assert (bank[Kind.ANNUAL].smallest, unit[Kind.ANNUAL].smallest) == (Unit.HALF, Unit.DAY)
    assert unit[Kind.ANNUAL].notice_days == 3
    assert bank[Kind.MATERNITY].roles == {Role.RM, Role.CLERK}
    assert bank[Kind.MARRIAGE].roles == frozenset()  # not granted
    assert made.of().rules.accounts.annual_days(12) == 12


def test_statutory_long_leave_is_protected_by_the_default_policy() -> None:
    """L18."""
    types = Policies.load().of().rules.leave.types
    assert {kind for kind, each in types.items() if each.protected} == {
        Kind.MATERNITY, Kind.WORK_INJURY, Kind.FORCE_MAJEURE
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[units.A.leave_types]\nlongest_days = { annual = 16 }\n", "policy-loosens"),
        ("[units.A.leave_types]\nsmallest = { annual = 'hour' }\n", "policy-loosens"),
        ("[units.A.leave_types]\ncalendar_days = ['annual']\n", "policy-loosens"),
        ("[units.A.leave_types]\nneeds_proof = ['annual']\n", "policy-loosens"),
        ("[leave]\ntypes = ['annual']\n[units.A.leave]\ntypes = ['annual', 'sick']\n", "policy-loosens"),
        ("[leave_types]\nlongest_days = { holiday = 3 }\n", "policy-needs-table"),
        ("[leave_types]\nlongest_days = 3\n", "policy-needs-table"),
        ("[leave_types]\nlongest_days = { annual = 0 }\n", "policy-needs-whole"),
        ("[leave_types]\nsmallest = { annual = 'week' }\n", "policy-needs-choice"),
        ("[leave_accounts]\nannual_by_service = { 1 = 10, 10 = 5 }\n", "policy-needs-steps"),
        ("[leave_accounts]\nannual_by_service = { one = 10 }\n", "policy-needs-steps"),
    ],
)
def test_what_loosens_or_makes_no_sense_is_named(tmp_path: Path, text: str, key: str) -> None:
    file = tmp_path / "bank.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(PolicyMistakes):
        Policies.load(file)
    assert [each.key for each in examine(file)[1]] == [key]
