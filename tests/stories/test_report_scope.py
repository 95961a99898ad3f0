"""Reports, registers, notices, staff, policy and audit: every role × every unit, allowed or refused aloud.

The small bank is asked by each of its people for each unit and person; what is answered must be what the tree says, and
nothing of elsewhere may stand in an answer, its buttons or its file.
"""

from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from bot.rules.people import SUPERVISING, Role
from tests.stage import CLIENTS, PEOPLE, UNITS, Stage
from tests.stories.test_reports import a_month

PARENTS = {number: parent for number, _, _, parent, *_ in UNITS}
HOLDS = {key: [role.split("@") for role in roles] for _, key, _, _, roles, _ in PEOPLE}
HOME = {number: unit for number, _, _, unit, *_ in PEOPLE}
NUMBER = {key: number for number, key, *_ in PEOPLE}
LOOKING = {each.value for each in SUPERVISING | {Role.AUDITOR}}
SENDING = {each.value for each in SUPERVISING | {Role.ADMINISTRATOR}}


def reaches(key: str, unit: int, roles: set[str]) -> bool:
    """The tree's own answer, worked out here once more."""
    path = []
    here: int | None = unit
    while here is not None:
        path.append(here)
        here = PARENTS[here]
    return any(role in roles and int(over) in path for role, over in HOLDS[key])


@pytest.mark.parametrize("key", [each[1] for each in PEOPLE])
async def test_a_report_is_answered_exactly_where_the_tree_says(calm_stage: Stage, key: str) -> None:
    await a_month(calm_stage)
    actor = calm_stage.actor(key)
    for unit in PARENTS:
        await actor.taps_data(f"reports.show:u{unit}:m:20260803")
        allowed = reaches(key, unit, LOOKING)
        assert actor.last.key == ("reports-figures" if allowed else "reports-not-yours"), unit
    for number, home in HOME.items():
        for data in (f"reports.show:p{number}:m:20260803", f"reports.rows:p{number}:m:20260803:all:0"):
            actor.skip()
            await actor.taps_data(data)
            allowed = number == NUMBER[key] or reaches(key, home, LOOKING)
            assert (actor.last.key == "reports-not-yours") is not allowed, data
            if not allowed:
                said = "".join(each.text + str(each.payload) for each in actor.news)
                assert not [alias for _, _, alias, *_ in CLIENTS if alias in said]


@pytest.mark.parametrize("key", [each[1] for each in PEOPLE])
async def test_a_register_leaves_only_to_those_who_lead_or_audit(calm_stage: Stage, key: str) -> None:
    await a_month(calm_stage)
    actor = calm_stage.actor(key)
    may = bool(LOOKING & {role for role, _ in HOLDS[key]})
    for unit in (2, 3, 4):
        actor.skip()
        await actor.taps_data(f"registers.write:u{unit}:m:20260803:FM01")
        if not may:
            assert actor.last.key == "turn-not-allowed"
        elif not reaches(key, unit, LOOKING):
            assert actor.last.key == "registers-not-yours"
        else:
            assert actor.last.key == "registers-file"
            rows = CalamineWorkbook.from_filelike(BytesIO(actor.file().data)).get_sheet_by_index(0).to_python()[4:]
            assert {row[2] for row in rows} == (set() if unit == 4 else {"李伟"}), "only the people of that unit"


@pytest.mark.parametrize("key", [each[1] for each in PEOPLE])
async def test_a_notice_and_a_change_of_staff_stay_inside_ones_units(calm_stage: Stage, key: str) -> None:
    actor = calm_stage.actor(key)
    await actor.says("/broadcast 测试")
    may = bool(SENDING & {role for role, _ in HOLDS[key]})
    assert actor.last.key == ("broadcasts-card" if may else "turn-not-allowed")
    if may:
        for unit in PARENTS:
            number = next(each for each in actor.buttons() if each.startswith("broadcasts.send:")).split(":")[1]
            await actor.taps_data(f"broadcasts.pick:{number}:{unit}:0")
            allowed = reaches(key, unit, SENDING)
            assert actor.last.key == ("broadcasts-card" if allowed else "broadcasts-not-yours"), unit
    for number, home in HOME.items():
        await actor.taps_data(f"staffing.card:{number}")
        if "administrator" not in {role for role, _ in HOLDS[key]}:
            assert actor.last.key == "turn-not-allowed"
        else:
            assert (actor.last.key == "staffing-card") is reaches(key, home, {"administrator"})
