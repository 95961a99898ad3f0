"""Buttons: callback data whose prefix is an action, and which carries ids, never a fact.

What a button meant when it was drawn is checked again when it is pressed. A button of a
conversation carries the conversation's stamp: another stamp means that question is over.
"""

from dataclasses import dataclass
from typing import Any

from aiogram.filters.callback_data import CallbackData


class Button(CallbackData, prefix="-"):
    """The base of all buttons. `class Decide(Button, prefix="leave.decide")`: the prefix is the action."""

    def __init_subclass__(cls, *, prefix: str, **kwargs: Any) -> None:
        super().__init_subclass__(prefix=prefix, **kwargs)


@dataclass(frozen=True)
class Choice:
    """A button as it is drawn: the key of its label, what it does, and facts for the label."""

    key: str
    button: Button | None
    facts: dict[str, Any]
    url: str | None = None

    def __init__(self, key: str, button: Button | None = None, *, url: str | None = None, **facts: Any) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "button", button)
        object.__setattr__(self, "facts", facts)
        object.__setattr__(self, "url", url)


@dataclass(frozen=True)
class Keyboard:
    """The keyboard under the message field: rows of caption keys.

    `place` is the caption that sends the phone's location; `once` hides it after one use.
    """

    rows: tuple[tuple[str, ...], ...]
    place: str | None = None
    once: bool = False


REMOVE = Keyboard(rows=())
