"""Notices: previewed, sent in portions, acknowledged, stopped, reminded once (SY16)."""

from bot.telegram import Gone
from storage import tables as t
from storage.report_tables import broadcasts, receipts
from tests.stage import Stage


async def test_a_notice_in_two_touches_shows_who_has_read_it(stage: Stage) -> None:
    chen, li, zhang = (stage.actor(name) for name in ("chen", "li", "zhang"))
    await chen.says("/broadcast 明天8:00开会\n请带客户名单，电话13912345678")
    said = chen.heard("words-masked", "broadcasts-card")
    assert "公司一部 · 全体人员，共 <b>4</b> 人" in said
    await chen.taps("broadcasts.send")
    said = chen.heard("broadcasts-handed-over", "broadcasts-progress")
    assert "13912345678" not in said
    assert "请带客户名单" in li.heard("broadcasts-notice")
    assert chen.sees("已读 0 / 4")
    await li.taps("notices.read")
    li.heard("broadcasts-notice-read", "broadcasts-thanks")
    await zhang.taps("notices.read")
    await stage.at("09:01")
    assert chen.sees("已送达 4 / 4")
    assert chen.sees("已读 2 / 4")
    await chen.taps("notices.unread")
    assert "郑信息" in chen.last.text
    assert "李伟" not in chen.last.text
    await chen.says("qwxyz")
    assert chen.last.key == "fallback-words"
    notice = (await stage.rows(broadcasts))[0]
    assert "13912345678" not in notice.text


async def test_audience_urgency_and_time_are_turned_with_taps(stage: Stage) -> None:
    qian, li, wu, zheng = (stage.actor(name) for name in ("qian", "li", "wu", "zheng"))
    await qian.says("/broadcast Quarter end: all plans by Friday")
    await qian.taps("broadcasts.pick", "公司一部")
    await qian.taps("broadcasts.change", "everybody")  # to relationship managers
    await qian.taps("broadcasts.change", "Important")  # to urgent
    await qian.taps("broadcasts.change", "now")  # in an hour
    qian.skip()
    assert qian.sees("公司一部")
    await qian.taps("broadcasts.send")
    qian.heard("broadcasts-handed-over", "broadcasts-scheduled")
    li.heard_nothing()
    await stage.at("10:01")
    assert "🚨" in li.heard("broadcasts-notice")
    wu.heard_nothing()
    zheng.heard_nothing()
    assert len(await stage.rows(receipts)) == 3


async def test_what_is_not_sent_can_be_stopped_and_what_is_cannot(stage: Stage) -> None:
    chen, li = stage.actor("chen"), stage.actor("li")
    await chen.says("/broadcast 演练")
    await chen.taps("broadcasts.change", "另定时间")
    await chen.says("今天下午三点")
    await chen.taps("broadcasts.send")
    await chen.taps("notices.stop")
    chen.skip()
    await stage.at("15:30")
    li.heard_nothing()
    assert (await stage.rows(broadcasts))[0].cancelled_at is not None
    await chen.says("/broadcast 真的")
    await chen.taps("broadcasts.send")
    chen.skip()
    await chen.taps_data("notices.stop:2")
    chen.heard("broadcasts-all-sent")
    li.heard("broadcasts-notice")


async def test_who_did_not_acknowledge_is_reminded_once(stage: Stage) -> None:
    chen, li, zhang = (stage.actor(name) for name in ("chen", "li", "zhang"))
    await chen.says("/broadcast 请签收制度")
    await chen.taps("broadcasts.send")
    await li.taps("notices.read")
    for each in (chen, li, zhang):
        each.skip()
    await stage.at("13:05")
    zhang.heard("broadcasts-reminder")
    li.heard_nothing()
    chen.skip()
    await chen.taps_data("notices.remind:1")
    assert chen.last.key == "broadcasts-already-reminded"
    await stage.at("17:30")
    assert [each.key for each in zhang.news if each.key.startswith("broadcasts")] == []
    await zhang.taps("notices.read")
    assert zhang.last.key in ("broadcasts-thanks", "broadcasts-notice-read")


async def test_who_cannot_be_reached_is_counted_and_not_forgotten(stage: Stage) -> None:
    await stage.change(t.people, t.people.c.id == 2, telegram_id=None)
    li = stage.actor("li")

    def blocked(method: str, payload: object) -> Exception | None:
        return Gone("blocked") if isinstance(payload, dict) and payload.get("chat_id") == li.telegram_id else None

    stage.paper.trouble = blocked
    chen = stage.actor("chen")
    await chen.says("/broadcast 停电通知")
    await chen.taps("broadcasts.send")
    await stage.at("09:01")
    assert chen.sees("已送达 2 / 4")
    assert chen.sees("联系不上 2 人")


async def test_a_picture_goes_with_it_and_a_group_can_be_kept(stage: Stage) -> None:
    chen, li = stage.actor("chen"), stage.actor("li")
    await chen.says("/broadcast")
    photo = [{"file_id": "big", "file_unique_id": "u", "width": 10, "height": 10}]
    await chen.sends(photo=photo, caption="新流程图")
    chen.heard("broadcasts-ask-text", "broadcasts-card")
    await chen.taps("broadcasts.change", "存为常用")
    await chen.says("一部全体")
    chen.heard("broadcasts-ask-name", "broadcasts-saved", "broadcasts-card")
    await chen.taps("broadcasts.pick", "一部全体")
    await chen.taps("broadcasts.send")
    li.heard("broadcasts-notice", "broadcasts-attached")
    assert li.file() == "big"


async def test_only_to_ones_own_units_and_only_ones_own_notices(stage: Stage) -> None:
    li, zhao, chen = stage.actor("li"), stage.actor("zhao"), stage.actor("chen")
    await li.says("/broadcast 大家好")
    li.heard("turn-not-allowed")
    await chen.says("/broadcast 内部")
    number = next(each for each in chen.buttons() if each.startswith("broadcasts.send:")).split(":")[1]
    await chen.taps_data(f"broadcasts.pick:{number}:4:0")
    assert chen.last.key == "broadcasts-not-yours"
    await chen.taps("broadcasts.send")
    for data in ("notices.stop:1", "notices.remind:1", "notices.refresh:1", "notices.unread:1"):
        await zhao.taps_data(data)
        assert zhao.last.key == "broadcasts-not-yours"
    await zhao.taps_data("notices.read:1")
    assert zhao.last.key == "turn-button-over"
