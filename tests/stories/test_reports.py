"""Reports and registers: figures, pictures and workbooks, for those whom they concern (A18, V13, S-01)."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.rules.contacts import Channel
from bot.rules.evidence import Grade
from bot.rules.outings import Mode, OutingStatus, StopState
from bot.rules.records import RecordStatus
from storage import tables as t
from storage.cadence import refresh
from storage.field import outings, records, stops, visits
from tests.stage import Stage


async def a_month(stage: Stage) -> None:
    """Li made three visits this month: one without a record, one with a late one, one unplanned and read."""
    now = stage.clock.now()
    async with stage.app.database.writing() as db:
        for number, (client, grade, planned) in enumerate(
            [(1, Grade.STRONG, True), (2, Grade.WEAK, True), (6, Grade.CONTRADICTED, False)], start=1
        ):
            day = now.date()
            base = {"person_id": 1, "unit_id": 3, "day": day}
            await db.execute(
                outings.insert().values(
                    id=number, status=OutingStatus.RETURNED, mode=Mode.DECLARE, declared_at=now - timedelta(hours=3),
                    departed_at=now - timedelta(hours=3), returned_at=now, declared_late=number == 2, **base,
                )
            )  # fmt: skip
            if planned:
                await db.execute(
                    stops.insert().values(
                        outing_id=number, position=1, client_id=client, matter="=看厂房", state=StopState.VISITED
                    )
                )
            await db.execute(
                visits.insert().values(
                    id=number, arrived_at=now - timedelta(hours=2), outing_id=number, client_id=client, planned=planned,
                    kind="routine", channel=Channel.ON_SITE, left_at=now - timedelta(hours=1), grade=grade, reasons=[],
                    static=True, **base,
                )
            )  # fmt: skip
        for visit, late, read in ((2, True, False), (3, False, True)):
            await db.execute(
                records.insert().values(
                    visit_id=visit, version=1, person_id=1, unit_id=3, day=now.date(), written_at=now, written_by=1,
                    status=RecordStatus.REVIEWED if read else RecordStatus.SUBMITTED, submitted_at=now,
                    first_submitted_at=now, late=late, who="王总", reviewed_by=3 if read else None,
                    reviewed_at=now if read else None,
                )
            )  # fmt: skip

    async with stage.app.database.writing() as db:
        await refresh(db, [1, 2, 6])


def book(actor: Any) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(actor.file().data))


async def test_a_supervisor_reads_the_month_and_taps_down_to_the_rows(stage: Stage) -> None:
    await a_month(stage)
    chen = stage.actor("chen")
    await chen.says("/report")
    said = chen.heard("reports-counting", "reports-figures")
    assert "走访 <b>3</b> 次；计划 2，完成 2（100%），计划外 1" in said
    assert "可信 1、一般 0、较弱 1、存疑 1" in said
    assert "按时 1（33%），迟交 1，缺 1" in said
    assert "已审阅 1 / 2" in said
    assert "先走后报 1 次" in said
    assert "铂金及以上上门率 <b>0%</b>（0/1" in said, "a visit counts once its record is there"
    assert "黄金客户面访率 <b>50%</b>（1/2" in said
    await chen.taps("reports.rows", "缺记录 1")
    said = chen.heard("reports-behind")
    assert "李伟 · 鼎盛纺织（可信）" in said
    await chen.taps("places.show", "鼎盛纺织")
    chen.skip()
    await chen.taps("reports.show", "返回报表")
    chen.heard("reports-figures")
    await chen.taps("reports.show", "李伟")
    assert "李伟" in chen.heard("reports-figures")
    await chen.says("qwxyz")
    chen.heard("fallback-words")


async def test_everybody_sees_themselves_as_their_supervisor_sees_them(stage: Stage) -> None:
    await a_month(stage)
    li = stage.actor("li")
    await li.says("/report")
    said = li.heard("reports-counting", "reports-figures")
    assert "走访 <b>3</b> 次" in said
    assert not [data for data in li.buttons() if data.startswith("registers.")], "no bulk export to an RM (S-01)"
    await li.taps("reports.rows", "弱凭据 2")
    li.heard("reports-behind")
    await li.taps("reports.show", "返回报表")
    await li.taps("reports.show", "周")
    await li.taps("reports.show", "上一期")
    assert "走访 <b>0</b> 次" in li.heard("reports-figures", "reports-figures", "reports-figures")


async def test_nobody_looks_beside_their_scope(stage: Stage) -> None:
    await a_month(stage)
    for name, of in (("zhao", "u3"), ("zhang", "p1"), ("li", "u3"), ("zheng", "p1"), ("chen", "u2"), ("admin", "u3")):
        actor = stage.actor(name)
        for data in (f"reports.show:{of}:m:20260803", f"reports.picture:{of}:m:20260803",
                     f"reports.rows:{of}:m:20260803:all:0"):  # fmt: skip
            await actor.taps_data(data)
            said = actor.all_heard[-1].key
            assert said == "reports-not-yours", (name, of, data)
    for name, expected in (("li", "turn-not-allowed"), ("zhao", "registers-not-yours")):
        await stage.actor(name).taps_data("registers.write:u3:m:20260803:FM01")
        assert stage.actor(name).all_heard[-1].key == expected
    await stage.actor("chen").taps_data("registers.write:p1:m:20260803:FM01")
    assert stage.actor("chen").all_heard[-1].key == "registers-not-yours"


async def test_the_picture_is_a_picture(stage: Stage) -> None:
    await a_month(stage)
    qian = stage.actor("qian")
    await qian.says("/report")
    await qian.taps("reports.picture")
    qian.heard("reports-counting", "reports-figures", "reports-drawing", "reports-picture-of")
    assert qian.file().data.startswith(b"\x89PNG")


async def test_a_register_is_taken_out_as_the_paper_looks(stage: Stage) -> None:
    await a_month(stage)
    chen = stage.actor("chen")
    await chen.says("/report")
    await chen.taps("registers.choose")
    await chen.taps("registers.write", "外出登记簿")
    chen.heard(
        "reports-counting", "reports-figures", "registers-choose", "registers-writing", "registers-done",
        "registers-file",
    )  # fmt: skip
    assert chen.last.payload["protect_content"] is True
    sheet = book(chen).get_sheet_by_name("FM01 客户经理外出登记簿").to_python()
    assert "陈主任（S003）" in sheet[2][0]
    assert sheet[3][1:5] == ["日期", "姓名", "工号", "客户"]
    rows = sheet[4:]
    assert [row[0] for row in rows] == [1, 2, 3]
    assert [row[4] for row in rows] == ["鼎盛纺织 C001", "华丰机械 C002", ""]
    assert rows[0][6] == "=看厂房", "what people wrote stays text"
    assert [row[12] for row in rows] == ["", "是", ""]
    lines = [row for row in await stage.rows(t.audit) if "export" in row.facts or "exported" in row.facts]
    assert [row.about for row in lines] == ["unit:3", "unit:3"]
    assert lines[1].facts["rows"] == 3


async def test_all_registers_come_in_one_book(stage: Stage) -> None:
    await a_month(stage)
    feng = stage.actor("feng")
    await feng.says("/report")
    await feng.taps("reports.show", "江城分行")
    await feng.taps("registers.choose")
    await feng.taps("registers.write", "全部")
    assert feng.last.key == "registers-file"
    found = book(feng)
    assert [name[:4] for name in found.sheet_names] == ["FM01", "FM02", "FM05", "FM28", "FM29", "FM27"]
    records_sheet = found.get_sheet_by_index(1).to_python()[4:]
    assert [row[8] for row in records_sheet] == ["", "王总", "王总"]
    looks = [row for row in await stage.rows(t.audit) if row.person_id == 9 and row.facts.get("looked")]
    assert len(looks) >= 2, "an auditor's looks are logged"


async def test_a_bank_that_shows_codes_alone_is_obeyed_in_rows_and_registers(stage: Stage, tmp_path: Path) -> None:
    policy = tmp_path / "bank.toml"
    policy.write_text('schema_version = 1\n[confidentiality]\nshow_client = "code"\n')
    stage.policy = str(policy)
    await stage.restart()
    await a_month(stage)
    chen = stage.actor("chen")
    await chen.says("/report")
    await chen.taps("reports.rows", "全部走访")
    assert "C001" in chen.last.text
    assert "鼎盛纺织" not in chen.last.text + str(chen.last.payload)
    await chen.taps("reports.show", "返回报表")
    await chen.taps("registers.choose")
    await chen.taps("registers.write", "外出登记簿")
    assert [row[4] for row in book(chen).get_sheet_by_index(0).to_python()[4:]] == ["C001", "C002", ""]


@pytest.mark.parametrize(("button", "key"), [("20270101", "reports-not-yet"), ("20100101", "reports-too-old")])
async def test_what_cannot_be_told_is_said(stage: Stage, button: str, key: str) -> None:
    li = stage.actor("li")
    await li.taps_data(f"reports.show:p1:m:{button}")
    li.heard(key)
