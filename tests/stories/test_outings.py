"""Telling before leaving, changing and calling off, consent (A04, A13, A22, A23, D17, 5.3)."""

from bot.rules.outings import OutingStatus, StopState
from storage import field as f
from tests.stage import Actor, Stage

SENTENCE = "去鼎盛纺织看厂房，四点半回"


async def over(actor: Actor) -> None:
    """The conversation is over: a word that nobody understands is not taken for an answer."""
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def goes_out(actor: Actor, sentence: str = SENTENCE) -> None:
    await actor.says(sentence)
    await actor.taps("outings.confirm")
    actor.skip()


async def test_one_sentence_and_one_tap_declare_an_outing(stage: Stage) -> None:
    """A04, A13: two touches; the register is written, the supervisor told, the RM is out."""
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.says(SENTENCE)
    card = li.heard("outings-card")
    assert "鼎盛纺织 C001" in card
    assert "看厂房" in card
    assert "16:30" in card
    assert await stage.rows(f.outings) == []  # nothing is half-saved
    await li.taps("outings.confirm")
    assert "已告知陈主任" in li.heard("outings-card-out")
    told = chen.heard("outings-told")
    assert "李伟" in told
    assert "鼎盛纺织 C001" in told
    [outing] = await stage.rows(f.outings)
    assert outing.status is OutingStatus.OUT
    assert outing.declared_at == outing.departed_at == stage.clock.now()
    assert not outing.declared_late
    [stop] = await stage.rows(f.stops)
    assert (stop.client_id, stop.matter, stop.state) == (1, "看厂房", StopState.PLANNED)
    await over(li)
