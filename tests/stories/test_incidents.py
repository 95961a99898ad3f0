"""Incidents reach the whole chain at once, with receipts (H14, H15, T01)."""

from storage import tables as t
from storage.report_tables import hearings, incidents
from tests.stage import Stage


async def test_one_sentence_and_one_tap_reach_the_chain_and_show_who_has_read(stage: Stage) -> None:
    li, chen, qian = (stage.actor(name) for name in ("li", "chen", "qian"))
    await li.says("/incident 鼎盛纺织法定代表人变更，新法人姓周，电话13912345678")
    said = li.heard("words-masked", "incidents-card")
    assert "法定代表人变更" in said
    assert "客户：鼎盛纺织" in said
    assert "陈主任" in said
    assert "钱行长" in said
    await li.taps("incidents.tell")
    li.heard("incidents-sent", "incidents-receipts")
    told = chen.heard("incidents-told")
    assert "李伟" in told
    assert "13912345678" not in told
    qian.heard("incidents-told")
    await chen.taps("incidents.read")
    chen.heard("incidents-thanks", "incidents-told-read")
    assert li.sees("2 人中已有 1 人阅悉")
    await chen.taps_data("incidents.read:1")
    assert chen.last.key == "incidents-already-read"
    await qian.taps("incidents.read")
    assert (await stage.rows(incidents))[0].closed_at is not None
    qian.skip()
    await stage.at("10:00")
    qian.heard_nothing()
    await li.says("qwxyz")
    assert li.last.key == "fallback-words"


async def test_it_may_be_spoken_and_its_kind_changed(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("/incident")
    await li.says("华丰机械仓库昨晚着火")
    assert "灾害" in li.heard("incidents-ask", "incidents-card")
    await li.taps("incidents.turn_to", "事故")
    await li.taps("incidents.tell")
    assert (await stage.rows(incidents))[0].sort == "accident"


async def test_who_has_not_read_is_told_once_more(stage: Stage) -> None:
    li, chen, qian = (stage.actor(name) for name in ("li", "chen", "qian"))
    await li.says("/incident 宏远物流停产欠薪")
    await li.taps("incidents.tell")
    await chen.taps("incidents.read")
    for each in (chen, qian):
        each.skip()
    await stage.at("09:16")
    qian.heard("incidents-told-again")
    chen.heard_nothing()
    await stage.at("11:00")
    qian.heard_nothing()


async def test_a_bad_loan_is_told_to_the_colleagues_too(stage: Stage) -> None:
    zheng, zhang, wu = (stage.actor(name) for name in ("zheng", "zhang", "wu"))
    await zheng.says("/incident 今天新增一笔不良贷款，120万元")
    assert "不良贷款预警" in zheng.heard("incidents-card")
    await zheng.taps("incidents.tell")
    zhang.heard("incidents-told")
    wu.heard_nothing()


async def test_the_deputy_hears_where_the_head_is_away(stage: Stage) -> None:
    await stage.change(t.people, t.people.c.id == 3, unreachable_since=stage.clock.now())
    li, sun = stage.actor("li"), stage.actor("sun")
    await li.says("/incident 鼎盛纺织厂房坍塌")
    await li.taps("incidents.tell")
    sun.heard("incidents-told")
    assert {row.person_id for row in await stage.rows(hearings)} == {3, 5, 6}


async def test_it_can_be_left_alone_and_needs_words(stage: Stage) -> None:
    li, feng = stage.actor("li"), stage.actor("feng")
    await li.says("/incident 火")
    await li.taps("incidents.tell")
    assert li.last.key == "incidents-too-short"
    await li.taps("incidents.drop")
    assert li.last.key == "incidents-dropped"
    await li.taps_data("incidents.tell:1")
    assert li.last.key == "turn-button-over"
    assert await stage.rows(incidents) == []
    await feng.says("/incident 鼎盛纺织着火")
    feng.heard("turn-not-allowed")
