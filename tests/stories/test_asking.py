"""Questions in plain words: the filter is said, rows open, buttons correct, nothing leaks (SY12, S-02)."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import insert

from bot.rules.credit import Sort
from bot.rules.evidence import Grade
from storage import calendar_tables as k, field as f, supervision_tables as s, tables as t
from tests.stage import MONDAY, Actor, Stage, local
from tests.stories.test_boards import BLUE, DINGSHENG, HONGYUAN, HUAFENG, is_over, labels, out, visiting
from tests.stories.test_review_queue import recorded


async def asks(actor: Actor, question: str) -> str:
    actor.skip()
    await actor.says(question)
    return actor.heard("asking-answer")


async def test_who_is_not_back_down_to_evidence_and_plan(stage: Stage) -> None:
    """The demo at 16:55: the question, a name, the evidence and the plan."""
    chen = stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG, HUAFENG)
    await visiting(stage, outing, DINGSHENG, "10:00", "10:40", Grade.FAIR)
    await stage.at("16:55")
    said = await asks(chen, "谁还没回来")
    assert "人员 · 还没回来 · 现在" in said
    assert "共 1 条" in said
    assert "李伟" in said
    await chen.taps("team.person", "李伟")
    person = chen.heard("team-person")
    assert "鼎盛纺织 C001（一般）" in person  # evidence
    assert "待去：鼎盛纺织" in person  # plan
    await is_over(chen)


async def test_clients_not_visited_by_tier_and_the_buttons_that_correct(stage: Stage) -> None:
    chen = stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "10:00", "10:40")
    await stage.at("12:00")
    said = await asks(chen, "本周白金客户谁没拜访")
    assert "客户 · 未拜访 · 白金 · 8月3日(周一)–8月9日(周日)" in said
    assert "共 0 条" in said  # the platinum client was met
    await chen.taps("asking.tier")
    chen.heard("asking-correct")
    await chen.taps("asking.set_tier", "金卡")
    said = chen.heard("asking-answer")
    assert chen.last.method == "editMessageText"
    assert "金卡" in said
    assert "共 2 条" in said
    assert "华丰机械 C002" in said
    await chen.taps("asking.when")
    chen.heard("asking-correct")
    await chen.taps("asking.set_when", "上周")
    assert "7月27日(周一)–8月2日(周日)" in chen.heard("asking-answer")
    await chen.taps("asking.who")
    chen.heard("asking-correct")
    await chen.taps("asking.set_person", "张敏")
    assert "张敏" in chen.heard("asking-answer")
    await chen.taps("asking.status")
    chen.heard("asking-correct")
    await chen.taps("asking.set_status", "已拜访")
    assert "已拜访" in chen.heard("asking-answer")
    kept = await stage.rows(s.questions)
    assert "本周白金客户" not in str([each.understood for each in kept])  # the filter is kept, not the words


async def test_visits_records_leave_and_credit(stage: Stage) -> None:
    chen = stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG, HUAFENG)
    await visiting(stage, outing, DINGSHENG, "10:00", "10:40", Grade.CONTRADICTED)
    zhang = await out(stage, "zhang", HONGYUAN)
    await visiting(stage, zhang, HONGYUAN, "11:00", "11:40")
    await stage.at("12:00")
    await recorded(stage, "zhang", "見了林總，談了結算帳戶，對方考慮中，下週一電話回覆")
    async with stage.app.database.writing() as db:
        await db.execute(
            insert(f.absences).values(
                person_id=8, starts=local(MONDAY, time(0)), ends=local(MONDAY, time(18)), kind="leave"
            )
        )
        await db.execute(
            insert(f.leaves).values(
                person_id=8, unit_id=3, kind="annual", unit="day", status="approved",
                starts=local(MONDAY, time(0)), ends=local(MONDAY, time(23, 59)), first=MONDAY, last=MONDAY,
                days="1", retroactive=False, asked_at=local(MONDAY, time(8)),
            )
        )  # fmt: skip
        await db.execute(
            insert(k.credit).values(
                client_id=DINGSHENG, sort=Sort.LINE, reference="", due=date(2026, 9, 10), done=(),
                made_at=local(MONDAY, time(8)),
            )
        )  # fmt: skip
        await db.execute(
            insert(k.credit).values(
                client_id=BLUE, sort=Sort.LINE, reference="", due=date(2026, 9, 11), done=(),
                made_at=local(MONDAY, time(8)),
            )
        )  # fmt: skip
    assert "李伟" in await asks(chen, "今天谁的走访证据自相矛盾？")
    assert "鼎盛纺织" in await asks(chen, "记录谁没交")
    said = await asks(chen, "哪些记录待阅？")
    assert "宏远物流" in said
    await chen.taps("reviews.read")
    chen.heard("reviews-record")
    assert "郑信息" in await asks(chen, "今天谁请假？")
    said = await asks(chen, "下个月到期的授信")
    assert "鼎盛纺织" in said
    assert "9月10日" in said
    assert "蓝海科技" not in said  # another unit's
    said = await asks(chen, "今天有多少投诉？")
    assert "只统计走访记录里提到的" in said
    said = await asks(chen, "谁迟到了？")
    assert "没有点名记录" in said
    assert "张敏" in await asks(chen, "张敏今天去了哪？")
    await stage.at("09:00", days=1)
    assert "09:00 外出" in await asks(chen, "昨天谁在外面？")
    await is_over(chen)


async def test_many_rows_are_paged_by_editing(stage: Stage) -> None:
    qian = stage.actor("qian")
    async with stage.app.database.writing() as db:
        await db.execute(
            t.clients.insert(),
            [
                {"id": 100 + n, "code": f"X{n:03}", "alias": f"测试客户{n}", "segment": "corporate", "tier": "gold",
                 "keeper_id": 1, "unit_id": 3}
                for n in range(25)
            ],
        )  # fmt: skip
    said = await asks(qian, "which gold clients have not been visited this month?")
    assert "27 in all" in said
    assert said.count("▫️") == 10
    await qian.taps("asking.show", "▶")
    qian.heard("asking-answer")
    await qian.taps("asking.show", "▶")
    assert qian.heard("asking-answer").count("▫️") == 7
    assert qian.last.method == "editMessageText"


async def test_what_cannot_be_read_is_said_with_three_that_can(stage: Stage) -> None:
    chen, qian = stage.actor("chen"), stage.actor("qian")
    await chen.says("/ask")
    assert "asking-what" in [each.key for each in chen.news]
    chen.skip()
    await chen.says("我的工资是多少")
    said = chen.heard("asking-unclear")
    assert said.count("▫️") == 3
    for line in said.splitlines()[1:4]:
        assert await asks(chen, line.removeprefix("▫️ "))
    qian.skip()
    await qian.says("/ask what is the weather like")
    for line in qian.heard("asking-unclear").splitlines()[1:4]:
        assert await asks(qian, line.removeprefix("▫️ "))
    await is_over(chen)


@pytest.mark.parametrize(
    "question", ["谁还没回来", "吴强在哪？", "蓝海科技谁去了？", "记录谁没交", "哪些客户没拜访？", "今天谁请假？"]
)
async def test_nothing_of_another_unit_is_named_or_counted(stage: Stage, question: str) -> None:
    """S-02: neither names, nor counts, nor another's question."""
    chen, zhao, li = stage.actor("chen"), stage.actor("zhao"), stage.actor("li")
    theirs = await out(stage, "wu", BLUE)
    await visiting(stage, theirs, BLUE, "10:00", "10:40")
    await stage.at("12:00")
    chen.skip()
    await chen.says(question)
    text = chen.last.text
    assert "吴强" not in text.replace(question, "")
    assert "蓝海科技" not in text.replace(question, "")
    if question in ("谁还没回来", "记录谁没交", "今天谁请假？"):
        assert "共 0 条" in text
    zhao.skip()
    await zhao.says("谁还没回来")
    assert "共 1 条" in zhao.last.text
    number = (await stage.rows(s.questions))[-1].id
    await chen.taps_data(f"asking.show:{number}:0")
    assert chen.last.key == "turn-button-over"
    own = next((each.id for each in await stage.rows(s.questions) if each.person_id == 3), None)
    if own is not None:
        await chen.taps_data(f"asking.set_person:{own}:7")
        assert chen.last.key == "team-not-yours"
    await li.says("/ask 谁还没回来")
    assert li.last.key == "turn-not-allowed"


async def test_who_leads_and_goes_out_is_still_understood_when_telling(stage: Stage) -> None:
    """A supervisor who is an RM too declares an outing with the same words as before."""
    sun = stage.actor("sun")
    await sun.says("去宏远物流看厂房，四点半回")
    assert not [each for each in sun.all_heard if each.key.startswith("asking")]
    assert labels(sun)
    assert stage.clock.now() < local(MONDAY + timedelta(days=1), time(0))
