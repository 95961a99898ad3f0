"""Which recordings are taken, whose turn it is, and every way in which a recording can give no words.

Size and length are judged twice: by what Telegram says of a file before it is fetched, and by the file itself before
it is decoded.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from bot.rules.refusal import Refusal


class Unheard(Refusal):
    """A recording that gave no words; each kind has its own sentence."""

    reason: ClassVar[str] = "speech-engine-away"

    def __init__(self, **facts: Any) -> None:
        super().__init__(self.reason, **facts)


class Empty(Unheard):
    """A file without sound in it."""

    reason = "speech-empty"


class Corrupt(Unheard):
    """A file that can't be read as sound."""

    reason = "speech-corrupt"


class Silent(Unheard):
    """Sound in which nobody speaks."""

    reason = "speech-silent"


class Unclear(Silent):
    """Somebody speaks, but what was understood is not to be trusted."""

    reason = "speech-unclear"


class TooLong(Unheard):
    """`seconds` of the recording, `longest` of what is taken."""

    reason = "speech-too-long"


class TooLarge(Unheard):
    """`megabytes` of the file, `largest` of what is taken."""

    reason = "speech-too-large"


class EngineAway(Unheard):
    """Nothing is wrong with the recording: the recogniser is off, missing or broken. Typing works.

    `lasting` is True where another attempt can't help before an operator acts; `why` is for logs and the command line.
    """

    def __init__(self, why: str = "", *, lasting: bool = False) -> None:
        super().__init__()
        self.why, self.lasting = why, lasting


@dataclass(frozen=True, slots=True)
class Limits:
    """What a bank takes. `waiting_each` and `waiting_all` count recordings not yet heard."""

    seconds_longest: int = 300
    megabytes_longest: float = 20.0
    waiting_each: int = 3
    waiting_all: int = 40


@dataclass(frozen=True, slots=True)
class Waiting:
    """A recording that is kept and not yet heard; `person_id` spoke it."""

    person_id: int
    job: str


def take(seconds: float | None, size: int | None, limits: Limits) -> None:
    """Judge a file by what is known of it: seconds and bytes, None where nobody has said.

    Raises Empty, TooLong or TooLarge.
    """
    if size == 0 or (seconds is not None and seconds <= 0 and not size):
        raise Empty
    if size is not None and size > limits.megabytes_longest * 1_000_000:
        raise TooLarge(megabytes=round(size / 1_000_000, 1), largest=limits.megabytes_longest)
    if seconds is not None and seconds > limits.seconds_longest:
        raise TooLong(seconds=round(seconds), longest=limits.seconds_longest)


def place(waiting: Sequence[Waiting], person_id: int, limits: Limits) -> int:
    """The place in the queue of one more recording, 1 for the next to be heard.

    `waiting` are all kept recordings, oldest first. Raises Refusal when this person, or everybody, has too many
    waiting: `speech-yours-wait` (waiting), `speech-queue-full` (waiting).
    """
    own = sum(each.person_id == person_id for each in waiting)
    if own >= limits.waiting_each:
        raise Refusal("speech-yours-wait", waiting=own)
    if len(waiting) >= limits.waiting_all:
        raise Refusal("speech-queue-full", waiting=len(waiting))
    return len(waiting) + 1


def place_of(waiting: Sequence[Waiting], job: str) -> int | None:
    """Where a kept recording stands now, 1 for the next; None when it is not waiting any more."""
    return next((index for index, each in enumerate(waiting, 1) if each.job == job), None)
