"""What a question in plain words comes to: rows that can be tapped."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.buttons import Choice
from bot.rules.contacts import Channel
from bot.text import Line
from handlers.team_buttons import someone

CHANNELS: Mapping[str, frozenset[Channel]] = {
    "on_site": frozenset({Channel.ON_SITE}),
    "phone": frozenset({Channel.PHONE}),
    "sms": frozenset({Channel.SMS}),
    "online": frozenset({Channel.ONLINE}),
    "face_to_face": frozenset({Channel.ON_SITE, Channel.RECEPTION, Channel.EVENT}),
}


@dataclass(frozen=True)
class Row:
    """One line of an answer, and what tapping it opens."""

    line: Line
    choice: Choice | None = None


@dataclass(frozen=True)
class Found:
    """What a question came to. `of` is what a rate is a part of; `note` says what the figure does not know."""

    rows: Sequence[Row] = ()
    of: int | None = None
    total: int | None = None
    note: Line | None = None

    @property
    def count(self) -> int:
        return len(self.rows) if self.total is None else self.total


def to_person(person_id: int, name: str) -> Choice:
    return Choice("team-name", someone(person_id), name=name)
