"""The queue of records: risk and reasons, the sample, four taps a record, tomorrow's task (A09, A17, C25)."""

from datetime import timedelta

from bot.rules.agenda import Sort
from bot.rules.evidence import Grade
from bot.rules.records import RecordStatus
from storage import agenda_tables as a, field as f, logbook, supervision_tables as s, tables as t
from tests.stage import MONDAY, Actor, Stage
from tests.stories.test_boards import DINGSHENG, HONGYUAN, HUAFENG, is_over, out, visiting

FULL = "见了王厂长，谈续贷方案和利率，对方同意先做三百万，下周三送资料"


async def recorded(stage: Stage, who: str, words: str = FULL) -> None:
    """The person hands in the record of their latest visit."""
    actor = stage.actor(who)
    await actor.says(f"/record {words}")
    await actor.taps("records.save")
    actor.skip()


async def three_records(stage: Stage) -> None:
    """Li: one contradicted; Zhang: one weak; the clerk none."""
    li = await out(stage, "li", DINGSHENG, HUAFENG)
    await visiting(stage, li, DINGSHENG, "10:00", "10:40", Grade.CONTRADICTED)
    await stage.at("10:45")
    await recorded(stage, "li")
    await visiting(stage, li, HUAFENG, "11:00", "11:40", Grade.STRONG)
    await stage.at("11:45")
    await recorded(stage, "li", "见了周总，看了新厂房，设备贷款有意向，下周五再去谈额度")
    zhang = await out(stage, "zhang", HONGYUAN)
    await visiting(stage, zhang, HONGYUAN, "11:00", "11:40", Grade.WEAK)
    await stage.at("12:00")
    await recorded(stage, "zhang", "見了林總，談了結算帳戶，對方考慮中，下週一電話回覆")


def card(actor: Actor) -> str:
    return next(reversed(actor.all_heard)).text


async def test_three_records_in_four_taps_each(stage: Stage) -> None:
    """Open, sign in words, set the task, next; the RM hears both, the agenda has it, the opening is kept."""
    await three_records(stage)
    chen, li = stage.actor("chen"), stage.actor("li")
    await stage.at("16:00")
    chen.skip()
    await chen.presses("menu-review")
    said = chen.heard("review-queue")
    assert "记录 3" in said
    first = said.splitlines()[1]
    assert first.startswith("1. <b>李伟</b> 鼎盛纺织")
    assert "证据存疑" in first
    touches = 0
    for number in range(3):
        if number == 0:
            await chen.taps("review_queue.open", "1")
            touches += 1
        for tap in ("reviews.phrase", "reviews.task_next", "review_queue.next_one"):
            await chen.taps(tap)
            touches += 1
    assert touches <= 12
    assert chen.last.key == "review-queue-through" or chen.all_heard[-2].key == "review-queue-through"
    records = await stage.rows(f.records)
    assert {each.status for each in records} == {RecordStatus.REVIEWED}
    assert all("照此推进" in each.opinion for each in records)  # words, not just a tick
    readings = await stage.rows(s.readings)
    assert sorted(each.record_id for each in readings) == [1, 2, 3]
    assert all(each.opened_at <= row.reviewed_at for each in readings for row in records if row.id == each.record_id)
    tasks = await stage.rows(a.agenda, a.agenda.c.sort == Sort.TASK)
    assert [(each.person_id, each.day, each.made_by) for each in tasks] == [
        (1, MONDAY + timedelta(days=1), 3),
        (2, MONDAY + timedelta(days=1), 3),
        (1, MONDAY + timedelta(days=1), 3),
    ]
    keys = [each.key for each in li.news]
    assert keys.count("reviews-signed-for-you") == 2
    assert keys.count("reviews-task-for-you") == 2
    # one message all along
    cards = [each for each in chen.all_heard if each.key in ("review-queue", "reviews-record")]
    assert [each.method for each in cards[1:]] == ["editMessageText"] * (len(cards) - 1)
    await is_over(chen)


async def test_the_reasons_are_facts(stage: Stage) -> None:
    """Near-copies, short stays with long texts, next steps without a day, missing records."""
    chen = stage.actor("chen")
    li = await out(stage, "li", DINGSHENG, HUAFENG)
    await visiting(stage, li, DINGSHENG, "10:00", "10:40")
    await stage.at("10:45")
    await recorded(stage, "li")
    await visiting(stage, li, HUAFENG, "11:00", "11:01")
    await stage.at("11:05")
    await recorded(stage, "li")
    await visiting(stage, li, DINGSHENG, "11:30", "11:50")
    await stage.at("20:30")
    chen.skip()
    await chen.says("/review")
    lines = chen.heard("review-queue").splitlines()
    assert "未交 1" in lines[0]
    copy = next(each for each in lines if "华丰机械" in each)
    assert "与以前的记录 100% 雷同" in copy
    missing = next(each for each in lines if "记录未交" in each)
    number = missing.split(".")[0]
    await chen.taps("review_queue.nudge", number)
    chen.heard("review-queue-nudged")
    assert "review-queue-please" in [each.key for each in stage.actor("li").all_heard]


async def test_the_sample_is_drawn_once_and_recorded_as_such(stage: Stage) -> None:
    """A17: drawn by chance, stored before anybody looks, and the reading says so."""
    await three_records(stage)
    chen, sun = stage.actor("chen"), stage.actor("sun")
    await stage.at("16:00")
    await chen.says("/review")
    drawn = await stage.rows(s.samples)
    assert len(drawn) == 3  # two of Li's two, one of Zhang's one: the month's two for each
    await sun.says("/review")
    assert [each.record_id for each in await stage.rows(s.samples)] == [each.record_id for each in drawn]
    chen.skip()
    await chen.taps("review_queue.open", "1")
    assert "随机抽查" in chen.heard("reviews-record")
    assert [each.sampled for each in await stage.rows(s.readings)] == [True]


async def test_send_back_from_the_queue_with_a_spoken_reason_and_a_spoken_task(stage: Stage) -> None:
    await three_records(stage)
    chen, li = stage.actor("chen"), stage.actor("li")
    await chen.says("/review")
    await chen.taps("review_queue.open", "1")
    await chen.taps("reviews.send_back")
    await chen.says("请补上见面人的职务")
    assert "职务" in next(each.text for each in li.all_heard if each.key == "reviews-returned-to-you")
    await chen.taps("review_queue.next_one")
    assert card(chen).startswith("📄")
    await chen.taps("reviews.task", "另派任务")
    await chen.says("明早先去看抵押物")
    tasks = await stage.rows(a.agenda, a.agenda.c.sort == Sort.TASK)
    assert [each.text for each in tasks] == ["明早先去看抵押物"]
    chen.skip()
    await chen.taps("reviews.opine")
    await chen.says("思路对，注意担保")
    assert "已签署" in chen.heard("reviews-ask-opinion", "reviews-record", "reviews-signed")
    await is_over(chen)


async def test_nobody_meets_their_own_and_two_supervisors_get_one_outcome(stage: Stage) -> None:
    """S-11, S-02: one's own and other units' are not there, not even counted; the slower one hears the truth."""
    await three_records(stage)
    sun_out = await out(stage, "sun", DINGSHENG)
    await visiting(stage, sun_out, DINGSHENG, "13:00", "13:40")
    await stage.at("14:00")
    await recorded(stage, "sun")
    chen, sun, zhao, li = (stage.actor(name) for name in ("chen", "sun", "zhao", "li"))
    await sun.says("/review")
    assert "记录 3" in sun.heard("review-queue")
    chen.skip()
    await chen.says("/review")
    assert "记录 4" in chen.heard("review-queue")
    await zhao.says("/review")
    said = zhao.heard("review-queue")
    assert "记录 0" in said
    assert "李伟" not in said
    await zhao.taps_data("review_queue.open:1")
    await zhao.taps_data("reviews.phrase:1:0:1")
    await zhao.taps_data("reviews.task_next:1:1")
    await zhao.taps_data("review_queue.nudge:1")
    zhao.heard(*["turn-button-over"] * 4)
    await li.says("/review")
    li.heard("turn-not-allowed")
    await chen.taps("review_queue.open", "1")
    await sun.taps("review_queue.open", "1")
    await chen.taps("reviews.phrase", "清楚")
    sun.skip()
    await sun.taps("reviews.sign")
    sun.heard("records-already-reviewed")
    own = next(each for each in await stage.rows(f.records) if each.person_id == 5)
    await sun.taps_data(f"reviews.task_next:{own.id}:0")
    sun.heard("records-own-review")
    assert not [each for each in await stage.rows(t.audit, t.audit.c.person_id == 4) if each.about]


async def test_logs_stand_in_the_queue_with_an_opinion_and_a_task(stage: Stage) -> None:
    """A09: the log is opened, signed in words once, and brings tomorrow's work."""
    li, chen, sun, zhao = (stage.actor(name) for name in ("li", "chen", "sun", "zhao"))
    async with stage.app.database.writing() as db:
        await logbook.send(db, 1, 3, MONDAY, logbook.DAY, "上午走访鼎盛纺织", stage.clock.now(), 3)
    await stage.at("18:30")
    chen.skip()
    await chen.says("/review")
    assert "待阅日志 1 份" in chen.heard("review-queue")
    await chen.taps("review_logs.open", "李伟")
    assert "上午走访鼎盛纺织" in chen.heard("review-log")
    assert chen.last.method == "editMessageText"
    li.skip()
    await chen.taps("review_logs.opine")
    await chen.says("思路清楚，注意回款")
    assert "注意回款" in li.heard("review-log-signed-for-you")
    chen.skip()
    await chen.taps("review_logs.task")
    await chen.says("明早先去税务核实发票")
    assert "税务" in li.heard("reviews-task-for-you")
    tasks = await stage.rows(a.agenda, a.agenda.c.sort == Sort.TASK)
    assert [(each.person_id, each.day, each.text) for each in tasks] == [
        (1, MONDAY + timedelta(days=1), "明早先去税务核实发票")
    ]
    number = MONDAY.toordinal() * 2
    sun.skip()
    await sun.taps_data(f"review_logs.sign:1:{number}:0")
    assert "陈主任" in sun.heard("approvals-said-already")
    await zhao.taps_data(f"review_logs.open:1:{number}")
    await zhao.taps_data("review_logs.open:1:-5")
    zhao.heard("turn-button-over", "turn-button-over")
    await chen.taps("review_queue.show")
    assert "待阅日志" not in chen.last.text
    await is_over(chen)
