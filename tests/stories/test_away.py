"""Who is away: for those who look after a team (L01, 5.2)."""

from tests.stage import Stage


async def test_a_supervisor_sees_who_is_away_this_week_and_this_month(stage: Stage) -> None:
    """Halves are said, what waits is marked, and other teams' leave is none of theirs."""
    li, chen, zhao, wu = (stage.actor(each) for each in ("li", "chen", "zhao", "wu"))
    await chen.says("/away")
    assert "没有人请假" in chen.heard("away-week")
    await li.says("明天下午请半天事假，家里有事")
    await li.taps("leave.confirm")
    chen.skip()
    await chen.says("这周谁请假")
    assert "8月4日(周二)　李伟 事假下午（待批）" in chen.heard("away-week")
    await chen.taps("deciding.approve")
    await li.says("8月20号请一天病假")
    await li.taps("leave.confirm")
    chen.skip()
    await chen.taps("away.show", "看本月")
    month = chen.heard("away-month")
    assert "8月4日(周二)　李伟 事假下午" in month
    assert "8月20日(周四)　李伟 病假（待批）" in month
    await chen.taps("away.show", "看本周")
    assert "8月20日" not in chen.heard("away-week")
    await zhao.says("/away")
    assert "没有人请假" in zhao.heard("away-week")
    wu.skip()
    await wu.says("/away")
    wu.heard("turn-not-allowed")
    chen.skip()
    await chen.says("qwertyuiop")
    chen.heard("fallback-words")
