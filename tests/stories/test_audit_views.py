"""Auditors look things up, and are seen looking (S-09, C14)."""

from io import BytesIO

from python_calamine import CalamineWorkbook

from storage import tables as t
from storage.audit import link
from storage.people import all_units
from tests.stage import Stage


async def something(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says("/incident 鼎盛纺织仓库着火")
    await li.taps("incidents.tell")
    await chen.taps("incidents.read")


async def test_an_auditor_finds_who_did_what_to_what(stage: Stage) -> None:
    await something(stage)
    feng = stage.actor("feng")
    await feng.says("/audit incident:1")
    said = feng.heard("audit_views-page")
    assert "incidents.tell" in said
    assert "incidents.read" in said
    await feng.says("李伟")
    said = feng.heard("audit_views-page")
    assert "incidents.tell" in said
    assert "incidents.read" not in said
    await feng.taps("audit_views.clear", "incident:1")
    await feng.says("昨天")
    assert "没有符合条件的记录" in feng.heard("audit_views-page", "audit_views-page")
    await feng.taps("audit_views.clear", "8月2日")
    await feng.says("S003")
    assert "incidents.read" in feng.heard("audit_views-page", "audit_views-page")
    await feng.says("张三丰")
    feng.heard("audit_views-who")
    await feng.says("不用了")
    feng.heard("audit_views-closed")
    looks = [row for row in await stage.rows(t.audit) if row.person_id == 9 and row.facts.get("looked")]
    assert len(looks) >= 6, "every look is a line"


async def test_pages_go_back_in_one_message(stage: Stage) -> None:
    feng = stage.actor("feng")
    await something(stage)
    for _ in range(12):
        await feng.says("/audit")
    feng.skip()
    await feng.taps("audit_views.older")
    assert "⏮" in str(feng.last.payload)
    assert feng.last.method == "editMessageText"
    await feng.taps("audit_views.older", "最新")
    assert feng.last.method == "editMessageText"


async def test_the_export_carries_the_hashes(stage: Stage) -> None:
    await something(stage)
    async with stage.app.database.writing() as db:
        await link(db, await all_units(db), stage.clock.now())
    feng = stage.actor("feng")
    await feng.says("/audit 李伟")
    await feng.taps("audit_views.export")
    feng.heard("audit_views-page", "audit_views-writing", "audit_views-file")
    rows = CalamineWorkbook.from_filelike(BytesIO(feng.file().data)).get_sheet_by_index(0).to_python()
    assert rows[3][4] == "操作"
    assert {row[2] for row in rows[4:]} == {"李伟"}
    assert len(rows[4][9]) == 64


async def test_an_auditor_of_a_branch_sees_only_the_branch(stage: Stage) -> None:
    await something(stage)
    await stage.change(t.grants, t.grants.c.person_id == 9, unit_id=4)
    feng = stage.actor("feng")
    await feng.says("/audit")
    assert "没有符合条件的记录" in feng.heard("audit_views-page")
    await feng.says("S001")
    feng.heard("audit_views-who")
    for name in ("li", "chen", "qian", "admin"):
        await stage.actor(name).says("/audit")
        assert stage.actor(name).last.key == "turn-not-allowed"
