"""The day's duty RM and the swap of a day (A06, 5.3)."""

from datetime import timedelta

import pytest

from bot.rules.duty import Duty, Swap, answer_swap, ask_swap, assign, on_duty
from bot.rules.refusal import Refusal
from tests.rules.facts import ANNA, BORIS, CHEN, DAY, at

YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)
DUTY = Duty(id=1, unit_id=9, day=DAY, person_id=ANNA)
SWAP = Swap(id=2, duty_id=1, day=DAY, from_id=ANNA, to_id=BORIS, asked_at=at(8))


def test_who_is_on_duty():
    assert on_duty([DUTY], ANNA, DAY) is DUTY
    assert on_duty([DUTY], BORIS, DAY) is on_duty([DUTY], ANNA, TOMORROW) is None


def test_assigning_replaces_whoever_had_the_day():
    assert assign([DUTY], 9, DAY, BORIS, DAY) == Duty(id=1, unit_id=9, day=DAY, person_id=BORIS)
    assert assign([DUTY], 9, TOMORROW, BORIS, DAY).id == 0
    assert assign([DUTY], 8, DAY, BORIS, DAY).id == 0
    with pytest.raises(Refusal, match="duty-already-theirs"):
        assign([DUTY], 9, DAY, ANNA, DAY)
    with pytest.raises(Refusal, match="duty-day-past"):
        assign([], 9, YESTERDAY, ANNA, DAY)


def test_a_swap_counts_with_the_colleagues_yes():
    """A06: or the duty is swapped."""
    asked = ask_swap(DUTY, [], ANNA, BORIS, True, DAY, at(8))
    assert asked.accepted is None
    answered, duty = answer_swap(asked, DUTY, BORIS, True, DAY, at(8, 5))
    assert (answered.accepted, answered.answered_at, duty.person_id) == (True, at(8, 5), BORIS)


def test_a_no_leaves_the_duty_where_it_is():
    answered, duty = answer_swap(SWAP, DUTY, BORIS, False, DAY, at(8, 5))
    assert (answered.accepted, duty) == (False, DUTY)
    assert ask_swap(DUTY, [answered], ANNA, CHEN, True, DAY, at(8, 6)).to_id == CHEN


@pytest.mark.parametrize(
    ("swaps", "asker", "colleague", "free", "today", "key"),
    [
        ([], BORIS, CHEN, True, DAY, "duty-not-yours"),
        ([], ANNA, ANNA, True, DAY, "duty-swap-with-self"),
        ([SWAP], ANNA, CHEN, True, DAY, "duty-swap-already-asked"),
        ([], ANNA, BORIS, False, DAY, "duty-colleague-away"),
        ([], ANNA, BORIS, True, TOMORROW, "duty-day-past"),
    ],
)
def test_asking_refused(swaps, asker, colleague, free, today, key):
    with pytest.raises(Refusal, match=key):
        ask_swap(DUTY, swaps, asker, colleague, free, today, at(8))


@pytest.mark.parametrize(
    ("swap", "duty", "by", "today", "key"),
    [
        (SWAP, DUTY, CHEN, DAY, "duty-not-asked"),
        (answer_swap(SWAP, DUTY, BORIS, True, DAY, at(8))[0], DUTY, BORIS, DAY, "duty-swap-already-answered"),
        (SWAP, Duty(id=1, unit_id=9, day=DAY, person_id=CHEN), BORIS, DAY, "duty-changed-hands"),
        (SWAP, DUTY, BORIS, TOMORROW, "duty-day-past"),
    ],
)
def test_answering_refused(swap, duty, by, today, key):
    with pytest.raises(Refusal, match=key):
        answer_swap(swap, duty, by, True, today, at(8, 10))
