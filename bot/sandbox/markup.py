"""Keyboards as the server checks them: parsed with python-telegram-bot's types, held to Telegram's limits.

`read_markup` answers what to keep; what Telegram would refuse raises `Rejected`. A key that PTB's model of the API
doesn't know is reported as drift: either side may be out of date, and somebody should look.
"""

from functools import lru_cache
from typing import NamedTuple

import orjson
import telegram

from bot.sandbox.rejected import Json, bad_request

MOST_INLINE_BUTTONS = 100
MOST_KEYBOARD_BUTTONS = 300
MOST_IN_A_ROW = 8


class Markup(NamedTuple):
    """`inline` goes into the message; `keyboard` | `remove` | `force` change what the chat shows below it."""

    inline: Json | None = None
    keyboard: Json | None = None
    remove: bool = False
    force: Json | None = None
    drift: tuple[str, ...] = ()

    @property
    def editable(self) -> bool:
        """Messages that brought a reply keyboard can't be edited later."""
        return self.keyboard is None and not self.remove and self.force is None


NONE = Markup()


def read_markup(raw: Json, *, private: bool) -> Markup:
    """Check a `reply_markup` object. `private` = a private chat, where location buttons are allowed."""
    return _read(orjson.dumps(raw), private)


@lru_cache(maxsize=512)
def _read(raw: bytes, private: bool) -> Markup:
    markup: Json = orjson.loads(raw)
    if "inline_keyboard" in markup:
        return _inline(markup)
    if "keyboard" in markup:
        return _keyboard(markup, private)
    if markup.get("remove_keyboard"):
        return Markup(remove=True, drift=_unknown(telegram.ReplyKeyboardRemove.de_json(markup, None)))
    if markup.get("force_reply"):
        force = telegram.ForceReply.de_json(markup, None)
        return Markup(force=force.to_dict(), drift=_unknown(force))
    if not markup:
        return NONE
    raise bad_request("object expected as reply markup")


def _inline(markup: Json) -> Markup:
    rows = markup["inline_keyboard"]
    if not _is_grid(rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    drift = [*_crowded(rows)]
    for button in (one for row in rows for one in row):
        kinds = [name for name in _INLINE_KINDS if name in button]
        if not isinstance(button.get("text"), str):
            raise bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
        if not button["text"].strip():
            raise bad_request("inline keyboard button text must be non-empty")
        if not kinds:
            raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
        if len(kinds) > 1:
            drift.append(f"inline button with several kinds: {kinds}")
        if "callback_data" in button and not 1 <= len(str(button["callback_data"]).encode()) <= 64:
            raise bad_request("BUTTON_DATA_INVALID")
        if "url" in button and not str(button["url"]).startswith(("http://", "https://", "tg://")):
            raise bad_request("inline keyboard button URL is invalid: Wrong HTTP URL")
        if "copy_text" in button and not 1 <= len(button["copy_text"].get("text", "")) <= 256:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if sum(map(len, rows)) > MOST_INLINE_BUTTONS:
        raise bad_request("reply markup is too long")
    parsed = telegram.InlineKeyboardMarkup.de_json(markup, None)
    kept = parsed.to_dict()
    if not any(rows):
        return Markup(drift=tuple(drift))
    return Markup(inline=kept, drift=(*drift, *_unknown(parsed)))


def _keyboard(markup: Json, private: bool) -> Markup:
    rows = markup["keyboard"]
    if not _is_grid(rows):
        raise bad_request('field "keyboard" of the ReplyKeyboardMarkup must be an Array of Arrays')
    drift = [*_crowded(rows)]
    for button in (one for row in rows for one in row):
        text = button if isinstance(button, str) else button.get("text")
        if not isinstance(text, str):
            raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
        if not text.strip():
            raise bad_request("keyboard button text must be non-empty")
        if not private and isinstance(button, dict) and button.get("request_location"):
            raise bad_request("location can be requested in private chats only")
    if sum(map(len, rows)) > MOST_KEYBOARD_BUTTONS:
        raise bad_request("reply markup is too long")
    if not any(rows):
        raise bad_request("reply keyboard is empty")
    placeholder = markup.get("input_field_placeholder")
    if placeholder is not None and not 1 <= len(placeholder) <= 64:
        drift.append("input_field_placeholder is not 1 to 64 characters")
    uniform = markup | {"keyboard": [[{"text": one} if isinstance(one, str) else one for one in row] for row in rows]}
    parsed = telegram.ReplyKeyboardMarkup.de_json(uniform, None)
    return Markup(keyboard=parsed.to_dict(), drift=(*drift, *_unknown(parsed)))


def _is_grid(rows: object) -> bool:
    return isinstance(rows, list) and all(
        isinstance(row, list) and all(isinstance(one, dict | str) for one in row) for row in rows
    )


def _crowded(rows: list[list[Json]]) -> list[str]:
    return [f"{len(row)} buttons in one row" for row in rows if len(row) > MOST_IN_A_ROW]


def _unknown(parsed: telegram.TelegramObject) -> tuple[str, ...]:
    """Keys somewhere in the object that PTB keeps aside because its model has no such field."""
    found = [f"{type(parsed).__name__} has no field {name!r}" for name in parsed.api_kwargs]
    for name in parsed.__slots__:
        value = getattr(parsed, str(name), None)
        for one in _flatten(value):
            found += _unknown(one)
    return tuple(found)


def _flatten(value: object) -> list[telegram.TelegramObject]:
    if isinstance(value, telegram.TelegramObject):
        return [value]
    if isinstance(value, tuple | list):
        return [deep for one in value for deep in _flatten(one)]
    return []


_INLINE_KINDS = (
    "callback_data", "url", "login_url", "web_app", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
