"""Everything that can be tapped can be said, in three languages; and what is not understood is answered kindly."""

from bot.rules.outings import OutingStatus
from storage import field as f
from tests.stage import Actor, Stage


async def over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def test_a_day_in_words(stage: Stage) -> None:
    """Greeting, help, out, arrive, leave, back: no command and no key."""
    li = stage.actor("li")
    await li.says("你好")
    li.heard("words-hello")
    await li.says("怎么用")
    li.heard("people-help")
    await li.says("鼎盛纺织")  # a client's name alone begins an outing
    li.heard("outings-ask-matter")
    await li.says("看厂房，四点半回")
    li.heard("outings-card")
    await li.says("好")
    li.heard("outings-card-out")
    await stage.at("10:00")
    await li.says("到鼎盛纺织了")
    await stage.at("11:00")
    await li.says("离开鼎盛了")
    li.skip()
    assert (await stage.rows(f.visits))[0].left_at == stage.clock.now()
    await stage.at("12:00")
    await li.says("我回来了")
    li.heard("returns-back")
    assert (await stage.rows(f.outings))[0].status is OutingStatus.RETURNED
    await over(li)


async def test_english_and_traditional(stage: Stage) -> None:
    """The same in the other languages."""
    zhang, wu = stage.actor("zhang"), stage.actor("wu")
    await zhang.says("去宏遠物流看倉庫，四點半返")
    zhang.heard("outings-card")
    await zhang.says("係")
    zhang.heard("outings-card-out")
    await zhang.says("返咗嚟")
    zhang.heard("returns-back")
    await wu.says("Good morning!")
    wu.heard("words-hello")
    await wu.says("visit 蓝海科技 re plant, back 16:30")
    wu.heard("outings-card")
    await wu.says("yes")
    wu.heard("outings-card-out")
    await wu.says("I'm back at the office")
    wu.heard("returns-back")
    await over(wu)


async def test_words_leave_a_question_that_they_do_not_answer(stage: Stage) -> None:
    """ "我回来了" is no matter; a command and a key are no answer either."""
    li = stage.actor("li")
    await li.says("去鼎盛纺织")
    li.heard("outings-ask-matter")
    await li.says("我回来了")
    li.heard("outings-not-out")
    await li.says("谢谢")
    li.heard("words-hello")
    await li.says("看厂房")
    li.heard("outings-ask-return")
    await li.says("/help")
    li.heard("people-help")
    await li.says("/duty")
    li.heard("duty-roster")


async def test_whoever_may_not_is_told_so_in_words_too(stage: Stage) -> None:
    """Deny by default: a sentence opens no door that a command does not."""
    feng = stage.actor("feng")
    await feng.says("去鼎盛纺织看厂房，四点半回")
    feng.heard("turn-not-allowed")
    await feng.says("鼎盛纺织")
    feng.heard("fallback-words")
    assert await stage.rows(f.outings) == []


async def test_nothing_to_cancel_extend_or_change(stage: Stage) -> None:
    """Said while nobody is out: what would work."""
    li = stage.actor("li")
    for words in ("取消外出", "晚点回", "改去华丰机械"):
        await li.says(words)
        li.heard("outings-not-out")
    await over(li)


async def test_records_contacts_and_boards_in_words(stage: Stage) -> None:
    """Each room by a sentence, and by its plain name."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says("去鼎盛纺织看厂房，四点半回")
    await li.says("好")
    chen.skip()
    await chen.says("谁在外面")
    assert "李伟" in chen.last.text
    assert chen.last.key == "asking-answer"
    await li.says("团队")
    assert li.last.key != "fallback-words"
    await li.says("到鼎盛纺织了")
    await stage.at("10:00")
    await li.says("离开鼎盛了")
    await li.says("记录：见了财务部王经理；看厂房，希望月底前定下续贷；厂房已封顶；下周三前收齐财报")
    assert any(each.key.startswith("records-") for each in li.news)
    await li.taps("records.save")
    li.skip()
    await li.says("给华丰机械打了电话，提醒下周到期还款")
    assert li.last.key.startswith("contacts-")
    await li.says("我的今天")
    assert li.last.key == "boards-today"
    await li.says("我回来了")
    assert li.last.key == "returns-back"
    assert "没有欠交" in li.last.text
