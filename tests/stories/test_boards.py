"""One's own day and the team's board: counts, exceptions, one message edited in place, scope (A05, L06, S-02)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import time, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from bot.rules.evidence import Grade
from bot.rules.outings import Mode, Outing, OutingStatus, Stop
from bot.rules.visits import Visit
from bot.text import length
from storage import field as f, outings as outing_store, tables as t, visits as visit_store
from tests.stage import BOT, MONDAY, Actor, Stage, local

DINGSHENG, HUAFENG, HONGYUAN, BLUE = 1, 2, 4, 5


async def out(
    stage: Stage, who: str, *clients: int, since: str = "09:00", status: OutingStatus = OutingStatus.OUT, **more: Any
) -> Outing:
    """Somebody is out to see these clients, and back by five."""
    person_id = stage.actor(who).person_id
    unit_id = (await stage.rows(t.people, t.people.c.id == person_id))[0].unit_id
    left = local(MONDAY, time.fromisoformat(since))
    outing = Outing(
        id=0,
        person_id=person_id,
        unit_id=unit_id,
        day=MONDAY,
        status=status,
        mode=Mode.DECLARE,
        return_by=local(MONDAY, time(17)),
        declared_at=left,
        departed_at=None if status is OutingStatus.WAITING else left,
        **more,
    )
    stops = [Stop(id=0, outing_id=0, position=n, client_id=each, matter="走访") for n, each in enumerate(clients, 1)]
    async with stage.app.database.writing() as db:
        return (await outing_store.add(db, outing, stops))[0]


async def visiting(
    stage: Stage, outing: Outing, client: int, start: str, end: str | None = None, grade: Grade = Grade.STRONG
) -> Visit:
    async with stage.app.database.writing() as db:
        return await visit_store.add(
            db,
            Visit(
                id=0,
                person_id=outing.person_id,
                unit_id=outing.unit_id,
                day=outing.day,
                arrived_at=local(outing.day, time.fromisoformat(start)),
                left_at=local(outing.day, time.fromisoformat(end)) if end else None,
                outing_id=outing.id,
                client_id=client,
                planned=True,
                grade=grade,
                latitude=30.5,
                longitude=114.3,
            ),
        )


@contextmanager
def statements(stage: Stage) -> Iterator[list[str]]:
    """What a turn asks of the database meanwhile; the mouth's own rounds depend on the machine's pace."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not any(word in statement for word in ("outbox", "leases", "pauses", "BEGIN", "SAVEPOINT", "FROM units")):
            seen.append(statement)

    engine = stage.app.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


def labels(actor: Actor) -> list[str]:
    payload = list(actor.stage.screen(actor.telegram_id).values())[-1]
    return [button["text"] for row in payload["reply_markup"]["inline_keyboard"] for button in row]


async def is_over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


# ---------------------------------------------------------------- one's own day


async def test_an_empty_day_is_said_kindly(stage: Stage) -> None:
    li = stage.actor("li")
    await li.presses("menu-today")
    assert "还没有安排" in li.heard("boards-today")
    await is_over(li)


async def test_the_own_day_on_one_message_that_is_edited(stage: Stage) -> None:
    """Outing, visits with grade, records and check-outs owed, contacts, the return; buttons to act on what is owed."""
    li = stage.actor("li")
    outing = await out(stage, "li", DINGSHENG, HUAFENG)
    await visiting(stage, outing, DINGSHENG, "10:00", "10:40", Grade.FAIR)
    await stage.at("11:00")
    await li.says("打电话给鼎盛纺织，约好周五签字")
    li.skip()
    await li.says("今天")
    said = li.heard("boards-today")
    for words in (
        "09:00 外出",
        "17:00 前回",
        "鼎盛纺织 C001（一般）",
        "未写记录",
        "待去：华丰机械",
        "约好周五签字",
        "还差 1 份",
    ):
        assert words in said, words
    await visiting(stage, outing, HUAFENG, "11:10")
    await stage.at("11:30")
    await li.taps("boards.refresh_today")
    said = li.heard("boards-today")
    assert li.last.method == "editMessageText"
    assert "11:10 起 华丰机械 C002（可信）" in said
    assert "11:30 更新" in said
    await li.taps("records.write")
    li.heard("records-ask-all")
    await li.says("见了王厂长，谈续贷，对方同意，下周三送资料")
    await li.taps("records.save")
    li.skip()
    await li.taps("boards.refresh_today")
    assert "✅ 记录" in li.heard("boards-today")
    await is_over(li)


async def test_duty_leave_and_a_forgotten_check_out_stand_on_the_own_day(stage: Stage) -> None:
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "10:00")
    async with stage.app.database.writing() as db:
        await db.execute(f.duties.insert().values(unit_id=3, day=MONDAY + timedelta(days=1), person_id=1))
        await db.execute(
            f.absences.insert().values(
                person_id=2, starts=local(MONDAY, time(0)), ends=local(MONDAY, time(18)), kind="annual"
            )
        )
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await zhang.says("/today")
    assert "請假" in zhang.heard("boards-today")
    await stage.at("07:30", days=1)
    li.skip()
    await li.says("/today")
    said = li.heard("boards-today")
    assert "坐班" in said
    assert "没有离开时间" in said
    await li.taps("departures.other_time")
    assert "departures-ask-time" in [each.key for each in li.news]
    li.skip()
    await li.says("四点半")
    await li.taps("boards.refresh_today")
    li.skip()
    await li.says("/today")
    assert "没有离开时间" not in li.heard("boards-today")
    assert (await stage.rows(f.visits))[0].left_at == local(MONDAY, time(16, 30))


# ---------------------------------------------------------------- the team


async def test_the_board_counts_names_and_is_edited_in_place(stage: Stage) -> None:
    """A05, L06: overdue and unexplained first, then who is where, since when, back by when."""
    chen = stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "10:00", grade=Grade.WEAK)
    await out(stage, "zhang", HONGYUAN, since="09:30", declared_late=True)
    async with stage.app.database.writing() as db:
        await db.execute(f.duties.insert().values(unit_id=3, day=MONDAY, person_id=5))
    await stage.at("10:30")
    await chen.presses("menu-team")
    said = chen.heard("team-board")
    assert "共 4 人　在外 2（客户处 1，超时 0）　待同意 0　在行 0　坐班 1　请假 0　去向不明 1" in said
    lines = said.splitlines()[3:]
    assert [line.split()[0] for line in lines] == ["❓", "📍", "🚗", "🪑"]
    assert "郑信息" in lines[0]
    assert "李伟 在客户处：鼎盛纺织 C001（较弱），10:00 起，17:00 前回" in lines[1]
    assert "张敏 外出：宏远物流 C004，09:30 起，17:00 前回，补报" in lines[2]
    await stage.at("17:10")
    chen.skip()
    await chen.taps("team.show", "刷新")
    said = chen.heard("team-board")
    assert chen.last.method == "editMessageText"
    assert "超时 2" in said
    assert said.splitlines()[3].startswith("⏰")
    assert "超时 10 分钟" in said
    await is_over(chen)


async def test_waiting_leave_and_back_again(stage: Stage) -> None:
    chen = stage.actor("chen")
    await out(stage, "li", DINGSHENG, status=OutingStatus.WAITING)
    await out(stage, "zhang", HONGYUAN, status=OutingStatus.RETURNED, returned_at=local(MONDAY, time(11)))
    async with stage.app.database.writing() as db:
        await db.execute(
            f.absences.insert().values(
                person_id=8, starts=local(MONDAY, time(0)), ends=local(MONDAY, time(18)), kind="annual"
            )
        )
    await stage.at("11:30")
    await chen.says("团队")
    said = chen.heard("team-board")
    assert "待同意 1　在行 1　坐班 0　请假 1　去向不明 1" in said
    assert "张敏 在行，11:00 有消息" in said
    await stage.at("20:30")
    await chen.taps("team.show", "刷新")
    assert "去向不明 0" in chen.heard(*[each.key for each in chen.news])  # after hours nobody is unexplained


async def test_down_to_a_person_a_visit_and_back(stage: Stage) -> None:
    chen = stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG)
    visit = await visiting(stage, outing, DINGSHENG, "10:00", "10:30")
    await stage.at("11:00")
    await chen.says("/team")
    assert "欠记录 1" in chen.heard("team-board")
    await chen.taps("team.person", "李伟")
    said = chen.heard("team-person")
    assert chen.last.method == "editMessageText"
    assert "10:00–10:30 鼎盛纺织 C001（可信）" in said
    await chen.taps("places.show")
    assert "places-visit" in [each.key for each in chen.news]
    assert f"places.accept:{visit.id}" in chen.buttons()
    chen.skip()
    await chen.taps("team.person")  # refresh
    chen.heard("team-person")
    await chen.taps("team.show", "返回")
    chen.heard("team-board")


async def test_records_that_wait_to_be_read_are_found_the_next_day(stage: Stage) -> None:
    """A09: signed or not, none is lost with the day."""
    li, chen = stage.actor("li"), stage.actor("chen")
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "10:00", "10:30")
    await stage.at("11:00")
    await li.says("/record 见了王厂长，谈续贷，对方同意，下周三送资料")
    await li.taps("records.save")
    await stage.at("09:00", days=1)
    await chen.says("/team")
    assert "待阅 1" in chen.heard("team-board")
    await chen.taps("team.person", "李伟")
    await chen.taps("reviews.read", "8月3日")
    await chen.taps("reviews.sign")
    chen.heard("team-person", "reviews-record", "reviews-record", "reviews-signed")
    await chen.taps("team.person")
    chen.skip()
    await chen.says("/team")
    assert "待阅" not in chen.heard("team-board")


async def test_only_those_in_scope(stage: Stage) -> None:
    """S-02: other units and their people stay unseen; an auditor's looks are logged."""
    zhao, wu, feng, qian = (stage.actor(name) for name in ("zhao", "wu", "feng", "qian"))
    await stage.at("10:00")
    await zhao.says("/team")
    said = zhao.heard("team-board")
    assert "吴强" in said
    assert "李伟" not in said
    await zhao.taps_data("team.person:1:0:0")
    zhao.heard("team-not-yours")
    await zhao.taps_data("team.show:3:0:")
    zhao.heard("team-not-yours")
    await zhao.taps_data("team.show:2:0:")  # the unit above
    zhao.heard("team-not-yours")
    await zhao.taps_data("team.show:999:-4:")
    zhao.heard("team-not-yours")
    await zhao.taps_data("team.person:999:0:0")
    zhao.heard("team-not-yours")
    await wu.says("/team")
    wu.heard("turn-not-allowed")
    await qian.says("/team")
    said = qian.heard("team-board")
    assert "李伟</b> (公司一部)" in said
    assert "吴强</b> (公司二部)" in said
    assert await stage.rows(t.audit) == []  # whoever leads looks every day
    await feng.says("/team")
    await feng.taps("team.person", "李伟")
    feng.heard("team-board", "team-person")
    lines = await stage.rows(t.audit)
    assert [(line.person_id, line.action, line.about) for line in lines] == [
        (9, "team.board", "unit:0"),
        (9, "team.person", "person:1"),
    ]


# ---------------------------------------------------------------- many people


async def many(stage: Stage, units: int, each: int) -> None:
    """A branch with so many departments of so many RMs; a third of them are out, half of those at a client's."""
    async with stage.app.database.writing() as db:
        await db.execute(
            t.units.insert(),
            [
                {"id": 100 + u, "code": f"D{u:03}", "name": f"部门{u}", "parent_id": 2, "kind": "department",
                 "zone": "Asia/Shanghai"}
                for u in range(units)
            ],
        )  # fmt: skip
        people = [(1000 + n, 100 + n % units) for n in range(units * each)]
        await db.execute(
            t.people.insert(),
            [
                {"id": i, "code": f"M{i}", "name": f"经理{i}", "unit_id": unit, "telegram_id": 50_000 + i, "bot": BOT}
                for i, unit in people
            ],
        )
        await db.execute(t.grants.insert(), [{"person_id": i, "role": "rm", "unit_id": unit} for i, unit in people])
        for i, unit in people[::3]:
            outing, _ = await outing_store.add(
                db,
                Outing(id=0, person_id=i, unit_id=unit, day=MONDAY, status=OutingStatus.OUT, mode=Mode.DECLARE,
                       return_by=local(MONDAY, time(17)), declared_at=stage.clock.now(),
                       departed_at=stage.clock.now()),
                [Stop(id=0, outing_id=0, position=1, client_id=DINGSHENG, matter="走访")],
            )  # fmt: skip
            if i % 2:
                visit = Visit(id=0, person_id=i, unit_id=unit, day=MONDAY, arrived_at=stage.clock.now(),
                              outing_id=outing.id, client_id=DINGSHENG)  # fmt: skip
                await visit_store.add(db, visit)
    stage.app.turns._units = None


async def test_five_hundred_people_take_no_more_statements_than_ten(calm_stage: Stage) -> None:
    """A leader's board: unit by unit, paged, within Telegram's limits; the database is asked as often as for ten."""
    stage = calm_stage
    qian = stage.actor("qian")
    outing = await out(stage, "li", DINGSHENG)
    await visiting(stage, outing, DINGSHENG, "09:30")
    await stage.at("10:00")
    await qian.says("/team")
    with statements(stage) as few:
        await qian.taps("team.show", "Refresh")
    await many(stage, units=25, each=20)
    await qian.taps("team.show", "Refresh")  # reads the new units once
    qian.skip()
    with statements(stage) as lots:
        await qian.taps("team.show", "Refresh")
    said = qian.heard("team-board")
    assert len(lots) <= len(few)
    assert len(lots) < 24
    assert "505 people: out 168 (at a client 84" in said
    assert "部门0</b>, 20: out" in said
    assert length(said) < 4096
    assert any("▶" in each for each in labels(qian))
    await qian.taps("team.show", "▶")
    assert "部门24" in qian.heard("team-board")
    await qian.taps("team.show", "部门24")
    qian.heard("team-board")
    await qian.taps("team.show", "▶")
    said = qian.heard("team-board")
    assert said.count("经理") == 8  # twelve on a page, twenty in all
    await qian.taps("team.person", "经理")
    qian.heard("team-person")
    await qian.taps("team.show", "Back")
    qian.heard("team-board")
    await qian.taps("team.show", "⬆️")
    assert "505 people" in qian.heard("team-board")


async def test_the_own_day_asks_the_database_a_few_times(calm_stage: Stage) -> None:
    stage = calm_stage
    li = stage.actor("li")
    outing = await out(stage, "li", DINGSHENG, HUAFENG)
    for hour in range(9, 15):
        await visiting(stage, outing, DINGSHENG, f"{hour:02}:00", f"{hour:02}:30")
    await stage.at("16:00")
    await li.says("/today")
    with statements(stage) as seen:
        await li.taps("boards.refresh_today")
    assert len([each for each in seen if each.startswith("SELECT")]) < 26


@pytest.mark.parametrize("data", ["team.show", "team.show:x:0", "team.person:1", "team.show:0:99999:"])
async def test_odd_buttons_get_an_answer(calm_stage: Stage, data: str) -> None:
    chen = calm_stage.actor("chen")
    await chen.taps_data(data)
    assert chen.news
