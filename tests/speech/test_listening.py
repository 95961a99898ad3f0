"""Which recordings are taken, and the queue of those that wait."""

import pytest

from bot.rules.listening import Empty, Limits, TooLarge, TooLong, Waiting, place, place_of, take
from bot.rules.refusal import Refusal

LIMITS = Limits(seconds_longest=300, megabytes_longest=20, waiting_each=2, waiting_all=4)


def test_what_is_taken() -> None:
    take(300, 20_000_000, LIMITS)
    take(None, None, LIMITS)
    take(30, None, LIMITS)
    take(0, 4_000, LIMITS)  # clients tell no seconds of some files


@pytest.mark.parametrize(
    ("seconds", "size", "no", "facts"),
    [
        (301, 1_000, TooLong, {"seconds": 301, "longest": 300}),
        (5, 20_000_001, TooLarge, {"megabytes": 20.0, "largest": 20}),
        (5, 0, Empty, {}),
        (0, None, Empty, {}),
    ],
)
def test_what_is_not(seconds: float, size: int | None, no: type[Refusal], facts: dict[str, object]) -> None:
    with pytest.raises(no) as said:
        take(seconds, size, LIMITS)
    assert said.value.facts == facts


def queue(*people: int) -> list[Waiting]:
    return [Waiting(person, f"voice:{number}") for number, person in enumerate(people)]


def test_the_place_in_the_queue() -> None:
    assert place([], 1, LIMITS) == 1
    assert place(queue(2, 3), 1, LIMITS) == 3


def test_one_person_does_not_fill_it() -> None:
    with pytest.raises(Refusal) as no:
        place(queue(1, 2, 1), 1, LIMITS)
    assert (no.value.key, no.value.facts) == ("speech-yours-wait", {"waiting": 2})
    assert place(queue(1, 2, 1), 3, LIMITS) == 4


def test_it_can_be_full() -> None:
    with pytest.raises(Refusal) as no:
        place(queue(1, 2, 3, 4), 5, LIMITS)
    assert (no.value.key, no.value.facts) == ("speech-queue-full", {"waiting": 4})


def test_where_one_stands_now() -> None:
    waiting = queue(5, 6)
    assert place_of(waiting, "voice:1") == 2
    assert place_of(waiting, "voice:9") is None
