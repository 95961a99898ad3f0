"""What becomes of the work that falls into a leave, and who has to say yes (L02, 5.5)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, strategies as st

from bot.rules import handing_over as rules, leave as leave_rules
from bot.rules.handing_over import ALLOWED, Handed, Open, Piece, Plan
from bot.rules.leave import Status
from bot.rules.refusal import Refusal
from tests.rules.facts import ANNA, BORIS, CHEN, DAY
from tests.rules.test_leave import ask, submitted

DAYS = st.dates(date(2026, 8, 1), date(2026, 8, 9))
PIECES = st.builds(Open, piece=st.sampled_from(Piece), ref=st.integers(1, 9), day=DAYS)
CHOICES = st.dictionaries(
    st.builds(lambda piece, ref: f"{piece}:{ref}", st.sampled_from(Piece), st.integers(1, 9)),
    st.sampled_from(["give:2", "give:3", "postpone", "close", "open", "give:", "nonsense"]),
)


@given(st.lists(PIECES, max_size=9), st.sampled_from([None, 2, 3]), CHOICES)
def test_every_piece_has_a_plan_it_may_have(found: list[Open], standin: int | None, chosen: dict[str, str]) -> None:
    """No choice, however odd, loses a piece or gives it to nobody."""
    made = rules.planned(found, standin, chosen)
    assert [(each.piece, each.ref) for each in made] == [(each.piece, each.ref) for each in found]
    for each in made:
        assert each.plan in ALLOWED[each.piece]
        assert (each.plan is Plan.GIVE) == (each.to_id is not None)
    asked = rules.asked(made, standin)
    assert len(asked) == len(set(asked))
    assert {each.to_id for each in made if each.plan is Plan.GIVE} <= set(asked)


def test_the_standin_takes_what_may_be_given_and_records_wait() -> None:
    """A10: a record is written by whoever was there. A06: a desk without anybody stays open."""
    found = [Open(piece=piece, ref=1, day=DAY) for piece in Piece]
    with_standin = {each.piece: (each.plan, each.to_id) for each in rules.planned(found, BORIS, {})}
    assert with_standin[Piece.RECORD] == (Plan.POSTPONE, None)
    assert all(said == (Plan.GIVE, BORIS) for piece, said in with_standin.items() if piece is not Piece.RECORD)
    alone = rules.planned(found, None, {})
    assert {each.piece for each in rules.without_answer(alone)} == {Piece.DUTY, Piece.CREDIT}


def test_what_one_refuses_moves_to_another() -> None:
    pieces = [Handed(piece=Piece.AGENDA, ref=each, day=DAY, plan=Plan.GIVE, to_id=to) for each, to in ((1, 2), (2, 3))]
    assert [(each.ref, each.to_id) for each in rules.moved(pieces, 2, 3)] == [(1, 3)]


def test_ready_only_when_the_last_has_said_yes() -> None:
    waiting = submitted(ask(standin_id=BORIS))
    first = leave_rules.accept(waiting, BORIS, [BORIS, CHEN])
    assert first.status is Status.HANDOVER_NEEDED
    assert leave_rules.accept(first, CHEN, [CHEN]).status is Status.HANDOVER_READY
    no = leave_rules.turn_down(waiting, CHEN, [BORIS, CHEN])
    assert no.standin_id == BORIS  # another colleague's no leaves the stand-in


def test_asking_back_and_answering() -> None:
    waiting = submitted()
    asked = leave_rules.ask_back(waiting, CHEN, "?!")
    assert asked.asked_back
    told = leave_rules.answer_back(asked, ANNA, "...")
    assert not told.asked_back
    for wrong, key in (
        (lambda: leave_rules.ask_back(waiting, ANNA, "?"), "not-oneself"),
        (lambda: leave_rules.ask_back(waiting, CHEN, " "), "question-empty"),
        (lambda: leave_rules.ask_back(replace(waiting, status=Status.DECLINED), CHEN, "?"), "is-declined"),
        (lambda: leave_rules.answer_back(asked, BORIS, "."), "not-yours"),
        (lambda: leave_rules.answer_back(told, ANNA, "."), "not-questioned"),
    ):
        with pytest.raises(Refusal, match=key):
            wrong()
