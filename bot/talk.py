"""Conversations: steps as values, and areas that bind what people do to actions.

An area is a file of handlers. `area.command("out")` over a function `declare` in the area
`outings` makes the action `outings.declare`: one name in the table, the button, the log and the texts.
"""

from collections.abc import Awaitable, Callable
from functools import cache
from typing import Any, ClassVar, Self, TypeVar

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.filters import BaseFilter, Command
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import Message, TelegramObject
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.buttons import Button
from bot.text import captions

Handler = TypeVar("Handler", bound=Callable[..., Awaitable[None]])

STEPS: dict[str, type["Step"]] = {}
JOBS: dict[str, Callable[..., Awaitable[None]]] = {}
DELAYED: dict[str, Callable[..., Awaitable[None]]] = {}  # what is said, once, when the world keeps us waiting
SLOW: dict[str, Callable[..., Awaitable[Any]]] = {}  # the part of a job that waits for the world
LANES: dict[str, str] = {}  # the lane of a slow job that has one of its own
AFTER_OUTAGE: list[str] = []  # jobs that are run when Telegram could not reach us for a while: taps were lost (T25)
STANDING: list[str] = []  # jobs that are always there: each asks itself again, under its own name
CAPTIONS: set[str] = set()


class Step(BaseModel):
    """Where a person is in a conversation, with what they have already told us."""

    model_config = ConfigDict(frozen=True, defer_build=True)
    kind: ClassVar[str]

    def __init_subclass__(cls, *, kind: str, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.kind = kind
        STEPS[kind] = cls

    def dump(self) -> dict[str, Any]:
        return {"kind": self.kind, "told": self.model_dump(mode="json")}

    @staticmethod
    def load(raw: dict[str, Any] | None) -> "Step | None":
        """The step as it was saved; none where this version does not know it any more."""
        made = STEPS.get(raw["kind"]) if raw else None
        if raw is None or made is None:
            return None
        try:
            return made.model_validate(raw["told"])
        except ValidationError:
            return None


class In(BaseFilter):
    """Passes what is said inside one kind of step, and hands the step over."""

    def __init__(self, *kinds: type[Step]) -> None:
        self.kinds = kinds

    async def __call__(self, event: TelegramObject, turn: Any) -> bool | dict[str, Any]:
        if not isinstance(turn.step, self.kinds):
            return False
        # A command or a keyboard button always leaves the conversation: nobody is caught in a question.
        if isinstance(event, Message) and (turn.aside or leaves(event.text or "")):
            return False
        return {"step": turn.step}


def leaves(text: str) -> bool:
    """Whether these words are a command or a keyboard button, and no answer to a question."""
    return text.startswith("/") or text.strip() in caption_texts(len(CAPTIONS))


@cache
def caption_texts(_known: int) -> frozenset[str]:
    return frozenset(text for key in CAPTIONS for text in captions(key))


class Caption(BaseFilter):
    """Passes the text of a keyboard button, in whatever language the keyboard was drawn."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys

    async def __call__(self, event: Message) -> bool:
        text = (event.text or "").strip()
        return any(text in captions(key) for key in self.keys)


class Rooms(Router):
    """A router that is not entered by what can't be meant for it.

    aiogram asks every filter of every router in turn; with a hundred of them that costs more than what a turn
    does. What an area listens to is mostly known by name: commands, captions, steps and prefixes of buttons.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name=name)
        self.commands: set[str] = set()
        self.captions: set[str] = set()  # keys
        self.steps: set[type[Step]] = set()
        self.prefixes: set[str] = set()
        self.open: set[str] = set()  # observers with a handler that may pass anything

    def opened_by(self, observer: str, filters: tuple[Any, ...]) -> None:
        """Remember what a new handler listens to."""
        first = filters[0] if filters else None
        if observer == "message" and isinstance(first, Command):
            self.commands |= {str(each).lower() for each in first.commands}
        elif observer == "message" and isinstance(first, Caption):
            self.captions |= set(first.keys)
        elif observer == "message" and isinstance(first, In):
            self.steps |= set(first.kinds)
        elif observer == "callback_query" and isinstance(first, CallbackQueryFilter):
            self.prefixes.add(first.callback_data.__prefix__)
        else:
            self.open.add(observer)

    def concerns(self, observer: str, event: Any, turn: Any) -> bool:
        """Whether one of the handlers may want it; their filters have the last word."""
        if observer in self.open:
            return True
        if observer == "callback_query":
            return (event.data or "").split(":", 1)[0] in self.prefixes
        if observer != "message":
            return bool(self.observers[observer].handlers)
        if self.steps and isinstance(turn.step, tuple(self.steps)):
            return True
        text = (event.text or event.caption or "").strip()
        if text.startswith("/"):
            return text[1:].split(maxsplit=1)[0].split("@")[0].lower() in self.commands if text[1:].strip() else False
        return any(text in captions(key) for key in self.captions)

    async def propagate_event(self, update_type: str, event: TelegramObject, **data: Any) -> Any:
        if not self.concerns(update_type, event, data.get("turn")):
            return UNHANDLED
        return await super().propagate_event(update_type, event, **data)


class Area:
    """The handlers of one area, and the actions they are."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.router = Rooms(name)

    def command(self, *names: str) -> Callable[[Handler], Handler]:
        """A command such as /out."""
        return self._on("message", Command(*names, ignore_case=True))

    def caption(self, *keys: str) -> Callable[[Handler], Handler]:
        """A button of the keyboard under the message field."""
        CAPTIONS.update(keys)
        return self._on("message", Caption(*keys))

    def hears(self, *filters: Any) -> Callable[[Handler], Handler]:
        """A message that passes the filters."""
        return self._on("message", *filters)

    def edits(self, *filters: Any) -> Callable[[Handler], Handler]:
        """An edited message that passes the filters: a live location, a corrected text."""
        return self._on("edited_message", *filters)

    def taps(self, button: type[Button], *filters: Any) -> Callable[[Handler], Handler]:
        """A button under a message."""
        return self._on("callback_query", button.filter(), *filters)

    def on(self, observer: str, *filters: Any) -> Callable[[Handler], Handler]:
        """Any other kind of update, by aiogram's name for it."""
        return self._on(observer, *filters)

    def job(self, function: Handler) -> Handler:
        """What is asked again when its time has come: a turn without an update."""
        JOBS[f"{self.name}.{function.__name__}"] = function
        return function

    def standing(self, function: Handler) -> Handler:
        """A job without arguments that is there from the first start; it says itself when it is asked again."""
        STANDING.append(f"{self.name}.{function.__name__}")
        return self.job(function)

    def after_outage(self, function: Handler) -> Handler:
        """A job without arguments for when taps may have been lost: it says again what waits for an answer (T25)."""
        AFTER_OUTAGE.append(f"{self.name}.{function.__name__}")
        return self.job(function)

    def slow(
        self,
        work: Callable[..., Awaitable[Any]],
        delayed: Callable[..., Awaitable[None]] | None = None,
        *,
        lane: str = "voice",
    ) -> Callable[[Handler], Handler]:
        """A job in two parts: `work(tools, **args)` with no transaction open, then a turn with its `result`.

        What the work raises as a Refusal is handed to the turn as the result; it decides what to say. When the
        work can't be done for now (a Trouble), `delayed(turn, **args)` is called once. Jobs of one lane wait for each
        other, those of different lanes do not: "voice" for recordings, "paper" for pictures and reports.
        """

        def bind(function: Handler) -> Handler:
            SLOW[f"{self.name}.{function.__name__}"] = work
            LANES[f"{self.name}.{function.__name__}"] = lane
            if delayed is not None:
                DELAYED[f"{self.name}.{function.__name__}"] = delayed
            return self.job(function)

        return bind

    def _on(self, observer: str, *filters: Any) -> Callable[[Handler], Handler]:
        def bind(function: Handler) -> Handler:
            action = f"{self.name}.{function.__name__}"
            self.router.opened_by(observer, filters)
            self.router.observers[observer].register(function, *filters, flags={"action": action})
            return function

        return bind

    def __repr__(self) -> str:
        return f"Area({self.name})"

    def fresh(self) -> Self:
        """The same area, free to be put under another dispatcher."""
        self.router._parent_router = None
        return self
