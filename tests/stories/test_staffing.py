"""The name list in an administrator's chat (SY36, S-01, S-11)."""

from datetime import date

from storage import tables as t
from tests.stage import Stage


async def test_suspending_works_at_once_and_is_undone(stage: Stage) -> None:
    admin, li = stage.actor("admin"), stage.actor("li")
    await li.says("/report")
    li.skip()
    await admin.says("/staff 李伟")
    said = admin.heard("staffing-card")
    assert "管户 4 户" in said
    await admin.taps("staffing.suspend")
    admin.heard("staffing-suspended", "staffing-card")
    await li.taps("reports.show", "周")
    assert li.last.key.startswith("turn-")
    await admin.taps("staffing.suspend", "恢复")
    admin.heard("staffing-resumed", "staffing-card")
    await li.says("/report")
    assert li.last.key == "reports-figures"


async def test_a_move_waits_for_its_day_and_takes_the_role_along(stage: Stage) -> None:
    admin, li, zhao = (stage.actor(name) for name in ("admin", "li", "zhao"))
    await admin.says("/staff S001")
    await admin.taps("staffing.moving")
    await admin.taps("staffing.moving", "公司二部")
    await admin.taps("staffing.move", "8月10日")
    admin.heard("staffing-card", "staffing-move-where", "staffing-move-when", "staffing-will-move")
    await stage.at("09:00", days=6)
    assert (await stage.rows(t.people, t.people.c.id == 1))[0].unit_id == 3
    await stage.at("08:00", days=1)
    assert any(each.key == "staffing-you-moved" for each in li.all_heard)
    grants = await stage.rows(t.grants, t.grants.c.person_id == 1)
    assert [(row.role, row.unit_id) for row in grants] == [("rm", 4)]
    await zhao.says("/report")
    await zhao.taps("reports.show", "上一期")
    await zhao.taps_data("reports.show:p1:m:20260810")
    assert zhao.last.key == "reports-figures", "the new unit's head sees them"


async def test_roles_and_places_are_turned_with_taps(stage: Stage) -> None:
    admin, zhang = stage.actor("admin"), stage.actor("zhang")
    await zhang.says("/broadcast 试试")
    assert zhang.last.key == "turn-not-allowed"
    await admin.says("/staff S002")
    await admin.taps("staffing.roles")
    await admin.taps("staffing.roles", "團隊長" if admin.language == "zh-Hant" else "团队长")
    await zhang.says("/broadcast 试试")
    assert zhang.last.key == "broadcasts-card"
    await admin.taps("staffing.roles", "✓ 客户经理")
    await admin.taps("staffing.roles", "✓ 团队长")
    assert admin.last.key == "staffing-last-role"
    await admin.taps("staffing.card", "返回")
    await admin.taps("staffing.placing", "设为副职")
    assert "副职" in admin.last.text
    assert (await stage.rows(t.units, t.units.c.id == 3))[0].deputy_id == 2
    await admin.taps("staffing.placing", "不再任副职")
    assert (await stage.rows(t.units, t.units.c.id == 3))[0].deputy_id is None


async def test_leaving_hands_the_portfolio_over_and_ends_access(stage: Stage) -> None:
    admin, li, zhang = (stage.actor(name) for name in ("admin", "li", "zhang"))
    await admin.says("/staff S001")
    await admin.taps("staffing.leaving")
    await admin.taps("staffing.leaving", "张敏")
    await admin.taps("staffing.leave", "8月3日")
    admin.heard("staffing-card", "staffing-leaving-to", "staffing-leaving-when", "staffing-card")
    assert "8月3日" in li.heard("staffing-you-leave")
    await li.says("/report")
    assert li.last.key == "reports-figures", "today is still theirs"
    await stage.at("08:00", days=1)
    assert "4" in zhang.heard("staffing-you-take-over")
    admin.heard("staffing-gone")
    keepers = [row.keeper_id for row in await stage.rows(t.clients, t.clients.c.id.in_((1, 2, 3, 6)))]
    assert keepers == [2, 2, 2, 2]
    await li.says("/report")
    assert li.last.key.startswith("turn-")
    assert (await stage.rows(t.people, t.people.c.id == 1))[0].active_to == date(2026, 8, 3)


async def test_nobody_changes_themselves_or_people_elsewhere(stage: Stage) -> None:
    admin, chen = stage.actor("admin"), stage.actor("chen")
    await admin.says("/staff S010")
    admin.heard("staffing-card")
    assert not [each for each in admin.buttons() if each.startswith("staffing.")]
    for data in ("staffing.suspend:10:1", "staffing.roles:10:auditor", "staffing.leave:10:-1:now"):
        await admin.taps_data(data)
        assert admin.last.key == "staffing-not-oneself"
    await chen.says("/staff S001")
    assert chen.last.key == "turn-not-allowed"
    await stage.change(t.grants, t.grants.c.person_id == 10, unit_id=4)
    await admin.says("/staff S001")
    assert admin.last.key == "staffing-nobody"
    for data in ("staffing.card:1", "staffing.suspend:1:1", "staffing.moving:1:4", "staffing.placing:1:head",
                 "staffing.leaving:1:0", "staffing.roles:1:"):  # fmt: skip
        await admin.taps_data(data)
        assert admin.last.key == "staffing-not-yours", data
