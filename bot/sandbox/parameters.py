"""Parameters of a call, from JSON, a form or multipart, read into their types; whatever isn't known is an error.

A method is declared with the parameters it honours:

    @method("deleteMessage", chat_id=chat, message_id=whole)
    def delete_message(call: Call) -> object: ...
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import orjson
import telegram

from bot.sandbox.entities import find_automatic, read_html, trim, units
from bot.sandbox.rejected import Json, bad_request

if TYPE_CHECKING:
    from bot.sandbox.telegram import World
    from bot.sandbox.webhooks import Webhooks

Reader = Callable[[str, Any], Any]


class Upload(NamedTuple):
    """A file that came with the request."""

    data: bytes
    file_name: str | None
    mime_type: str | None


class Raw(NamedTuple):
    """A result that is JSON already, with the number of things in it."""

    body: bytes
    size: int


class Described(NamedTuple):
    """A result with a sentence, as setWebhook answers."""

    result: object
    description: str


@dataclass(slots=True)
class Call:
    """One call in progress: its parameters by name, typed; `drift` collects what is off without being refused."""

    world: "World"
    webhooks: "Webhooks"
    name: str
    given: dict[str, Any]
    files: Mapping[str, Upload]
    drift: list[str] = field(default_factory=list)

    def get(self, name: str, default: Any = None) -> Any:
        return self.given.get(name, default)

    def need(self, name: str, complaint: str) -> Any:
        value = self.given.get(name)
        if value is None or value == "":
            raise bad_request(complaint)
        return value

    def words(self, name: str, longest: int, too_long: str, *, prefix: str = "") -> tuple[str, list[Json]]:
        """A text with its entities, from `parse_mode` or from `<prefix>entities`; counts after parsing."""
        source = str(self.given.get(name) or "")
        mode = self.given.get("parse_mode")
        given = self.given.get(f"{prefix}entities")
        if mode:
            if str(mode).lower() != "html":
                self.drift.append(f"parse_mode {mode}: the sandbox reads HTML only")
                raise bad_request("unsupported parse_mode")
            text, entities = read_html(source)
        else:
            parsed = [one for one in telegram.MessageEntity.de_list(given or [], None)]
            text, entities = trim(source, parsed)
        if units(text) > longest:
            raise bad_request(too_long)
        return text, [entity.to_dict() for entity in find_automatic(text, entities)]

    def file(self, value: Any) -> Upload | str:
        """An uploaded file, also by `attach://name`, or the id of one the server has."""
        if isinstance(value, Upload):
            return value
        if isinstance(value, str) and value.startswith("attach://"):
            found = self.files.get(value.removeprefix("attach://"))
            if found is None:
                raise bad_request("file attachment is missing")
            return found
        return str(value)


Run = Callable[[Call], object | Awaitable[object]]


class Method(NamedTuple):
    name: str
    run: Run
    reads: Mapping[str, Reader]


METHODS: dict[str, Method] = {}  # by lower-case name: Telegram doesn't mind the case
_Run = TypeVar("_Run", bound=Run)


def method(name: str, /, **reads: Reader) -> Callable[[_Run], _Run]:
    """Declare what answers a Bot API method."""

    def declare(run: _Run) -> _Run:
        METHODS[name.lower()] = Method(name, run, reads)
        return run

    return declare


def read_parameters(known: Method, raw: Mapping[str, Any], files: Mapping[str, Upload]) -> dict[str, Any]:
    """Typed parameters; raises `Rejected` 400 for one that can't be read, and for every name not declared."""
    given: dict[str, Any] = {}
    for name, value in raw.items():
        reader = known.reads.get(name)
        if reader is None:
            raise bad_request(f"unknown parameter {name} of {known.name}")
        if value is not None:
            given[name] = reader(name, value)
    for name, upload in files.items():
        if name in known.reads:
            given[name] = upload
    return given


def chat(name: str, value: Any) -> int | str:
    text = str(value)
    if text.startswith("@"):
        return text
    try:
        return int(text)
    except ValueError:
        raise bad_request("chat_id must be a valid Integer" if text else "chat_id is empty") from None


def whole(name: str, value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise bad_request(f'can\'t parse parameter "{name}": an Integer is expected') from None


def number(name: str, value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise bad_request(f'can\'t parse parameter "{name}": a Float is expected') from None


def truth(name: str, value: Any) -> bool:
    return value if isinstance(value, bool) else str(value).strip().lower() in ("true", "yes", "1")


def words(name: str, value: Any) -> str:
    return value if isinstance(value, str) else str(value)


def thing(name: str, value: Any) -> Any:
    """An object or array, which forms carry as JSON text."""
    if not isinstance(value, str):
        return value
    try:
        return orjson.loads(value) if value else None
    except orjson.JSONDecodeError:
        raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None


def upload(name: str, value: Any) -> Upload | str:
    return value if isinstance(value, Upload) else str(value)
