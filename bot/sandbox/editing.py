"""What the bot changes afterwards: edits, deletions, and the answers to tapped buttons."""

import telegram

from bot.sandbox.entities import units
from bot.sandbox.parameters import Call, chat, method, thing, truth, whole, words
from bot.sandbox.rejected import Json, bad_request
from bot.sandbox.sending import LONGEST_CAPTION, LONGEST_TEXT, built_file, check_markup, keep_file
from bot.sandbox.telegram import Room

DELETABLE = 48 * 3600  # seconds (T19)
_WHICH = {"chat_id": chat, "message_id": whole, "reply_markup": thing}
_MEDIA = ("photo", "document", "audio", "video")
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@method("editMessageText", **_WHICH, text=words, parse_mode=words, entities=thing, link_preview_options=thing)
def edit_message_text(call: Call) -> Json:
    room, stored = _editable(call)
    if "text" not in stored:
        raise bad_request("there is no text in the message to edit")
    text, entities = call.words("text", LONGEST_TEXT, "message is too long")
    if not text:
        raise bad_request("message text is empty")
    return _apply(call, room, stored, {"text": text, "entities": entities})


@method("editMessageCaption", **_WHICH, caption=words, parse_mode=words, caption_entities=thing)
def edit_message_caption(call: Call) -> Json:
    room, stored = _editable(call)
    if not any(kind in stored for kind in (*_MEDIA, "voice")):
        raise bad_request("there is no caption in the message to edit")
    caption, entities = call.words("caption", LONGEST_CAPTION, "message caption is too long", prefix="caption_")
    return _apply(call, room, stored, {"caption": caption, "caption_entities": entities})


@method("editMessageReplyMarkup", **_WHICH)
def edit_message_reply_markup(call: Call) -> Json:
    room, stored = _editable(call)
    return _apply(call, room, stored, {})


@method("editMessageMedia", **_WHICH, media=thing)
def edit_message_media(call: Call) -> Json:
    room, stored = _editable(call)
    media = call.need("media", "media is empty")
    kind = media.get("type")
    if kind not in _MEDIA:
        raise bad_request(f"can't parse InputMedia: type {kind} is unsupported")
    for name in media.keys() - {
        "type",
        "media",
        "caption",
        "parse_mode",
        "caption_entities",
        "show_caption_above_media",
    }:
        call.drift.append(f"InputMedia field {name!r} isn't played by the sandbox")
    call.given.update({name: media[name] for name in ("caption", "parse_mode", "caption_entities") if name in media})
    caption, entities = call.words("caption", LONGEST_CAPTION, "message caption is too long", prefix="caption_")
    file = keep_file(call, kind, media.get("media", ""))
    built = telegram.Message(0, call.world.clock.now(), room.chat, **{kind: built_file(call, kind, file)}).to_dict()
    absent = {name: None for name in (*_MEDIA, "voice", "text", "entities") if name in stored}
    return _apply(call, room, stored, absent | {kind: built[kind], "caption": caption, "caption_entities": entities})


@method("deleteMessage", chat_id=chat, message_id=whole)
def delete_message(call: Call) -> bool:
    room = call.world.room(call.need("chat_id", "chat_id is empty"))
    message_id = call.need("message_id", "message identifier is not specified")
    if message_id not in room.messages:
        raise bad_request("message to delete not found")
    if not _deletable(call, room, message_id):
        raise bad_request("message can't be deleted for everyone")
    call.world.delete(room, [message_id])
    return True


@method("deleteMessages", chat_id=chat, message_ids=thing)
def delete_messages(call: Call) -> bool:
    """Up to 100 at once; those that aren't there are skipped, one that is too old spoils the call."""
    room = call.world.room(call.need("chat_id", "chat_id is empty"))
    named = call.need("message_ids", "message identifiers are not specified")
    if len(named) > 100:
        raise bad_request("too many messages to delete")
    found = [message_id for message_id in named if message_id in room.messages]
    if not all(_deletable(call, room, message_id) for message_id in found):
        raise bad_request("message can't be deleted for everyone")
    call.world.delete(room, found)
    return True


@method("answerCallbackQuery", callback_query_id=words, text=words, show_alert=truth, url=words, cache_time=whole)
def answer_callback_query(call: Call) -> bool:
    world = call.world
    query = world.queries.pop(call.get("callback_query_id", ""), None)
    if query is None or world.updates.now() - query.at > world.answer_within:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    text = call.get("text") or None
    if text is not None and units(text) > 200:
        world.queries[query.id] = query
        raise bad_request("MESSAGE_TOO_LONG")
    world.answer(query, text, alert=bool(call.get("show_alert")), url=call.get("url"))
    return True


def _editable(call: Call) -> tuple[Room, Json]:
    if "message_id" not in call.given:
        raise bad_request("message identifier is not specified")
    room = call.world.open_room(call.need("chat_id", "chat_id is empty"))
    stored = room.messages.get(call.given["message_id"])
    if stored is None:
        raise bad_request("message to edit not found")
    if stored["from"]["id"] != call.world.bot.id or stored["message_id"] in room.fixed or "forward_origin" in stored:
        raise bad_request("message can't be edited")
    return room, stored


def _apply(call: Call, room: Room, stored: Json, content: Json) -> Json:
    """Change what is kept; no `reply_markup` in the call takes the buttons away."""
    markup = check_markup(call, room)
    if not markup.editable:
        raise bad_request("inline keyboard expected")
    changed = {name: value for name, value in {**stored, **content, "reply_markup": markup.inline}.items() if value}
    changed["date"] = stored["date"]
    if changed == stored:
        raise bad_request(NOT_MODIFIED)
    changed["edit_date"] = int(call.world.updates.now())
    stored.clear()
    stored.update(changed)
    call.world.changed(room, stored)
    return stored


def _deletable(call: Call, room: Room, message_id: int) -> bool:
    stored = room.messages[message_id]
    fresh: bool = call.world.updates.now() - stored["date"] < DELETABLE
    return fresh and (room.type == "private" or stored["from"]["id"] == call.world.bot.id)
