"""The bank's figures in the chat, and one of them tried out (C18, Y10)."""

from datetime import timedelta

from bot.rules.outings import Mode, OutingStatus
from storage import tables as t
from storage.field import outings
from tests.stage import Stage


async def last_month(stage: Stage) -> None:
    """Li was back at 16:40 on two days of July, Zhang at 17:20 on one."""
    noon = stage.clock.now() - timedelta(days=14)  # 20 July, 9:00 here
    async with stage.app.database.writing() as db:
        for person, days, hours in ((1, 0, 7.67), (1, 1, 7.67), (2, 0, 8.34)):
            back = noon + timedelta(days=days, hours=hours)
            day = (noon + timedelta(days=days)).date()
            await db.execute(
                outings.insert().values(
                    person_id=person, unit_id=3, day=day, status=OutingStatus.RETURNED, mode=Mode.DECLARE,
                    declared_at=noon, departed_at=noon, returned_at=back,
                )
            )  # fmt: skip


async def test_a_figure_is_shown_with_its_source_and_rules(stage: Stage) -> None:
    chen = stage.actor("chen")
    await chen.says("/policy A05")
    said = chen.heard("policy_views-found")
    assert "outing.return_time" in said
    assert "17:00:00" in said
    assert "默认值" in said
    await chen.says("/policy")
    await chen.taps("policy_views.section", "outing")
    assert "return_time" in chen.heard("policy_views-all", "policy_views-section-of")
    await chen.taps("policy_views.section", "下页")
    await chen.taps("policy_views.section", "全部类别")
    await chen.says("/policy qqq")
    assert chen.last.key == "policy_views-no-figure"


async def test_another_hour_is_tried_on_last_month_and_nothing_changes(stage: Stage) -> None:
    await last_month(stage)
    chen = stage.actor("chen")
    await chen.says("/policy return_time")
    await chen.taps("policy_views.rehearse", "outing.return_time")
    await chen.says("早一点")
    chen.heard("policy_views-found", "policy_views-ask", "policy_views-not-a-value")
    await chen.says("16：30")
    said = chen.heard("policy_views-replaying", "policy_views-result")
    assert "7月试算" in said
    assert "17:00:00：1 次，1 人" in said
    assert "16:30:00：3 次，2 人" in said
    assert "李伟：0 → 2 次" in said
    await chen.says("qwxyz")
    assert chen.last.key == "fallback-words"
    lines = [row for row in await stage.rows(t.audit) if row.facts.get("rehearsed")]
    assert [row.facts["rehearsed"] for row in lines] == ["outing.return_time"]


async def test_only_ones_own_people_are_replayed_and_auditors_only_look(stage: Stage) -> None:
    await last_month(stage)
    zhao, feng, li = (stage.actor(name) for name in ("zhao", "feng", "li"))
    await zhao.says("/policy return_time")
    await zhao.taps("policy_views.rehearse")
    await zhao.says("16:30")
    assert "没有差别" in zhao.last.text
    assert "李伟" not in zhao.last.text
    await feng.says("/policy return_time")
    assert not [each for each in feng.buttons() if each.startswith("policy_views.rehearse")]
    await feng.taps_data("policy_views.rehearse:outing.return_time")
    assert feng.last.key == "turn-not-allowed"
    await li.says("/policy")
    assert li.last.key == "turn-not-allowed"
    await zhao.taps_data("policy_views.rehearse:outing.mode")
    assert zhao.last.key == "policy_views-cannot-try"
