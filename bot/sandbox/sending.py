"""What the bot sends: messages, files, places. Each answer is the message as python-telegram-bot serialises it."""

from typing import Any

import telegram

from bot.sandbox.files import CONTENT, FOLDERS, file_content, picture_size
from bot.sandbox.markup import NONE, Markup, read_markup
from bot.sandbox.parameters import Call, chat, method, number, thing, truth, upload, whole, words
from bot.sandbox.rejected import Json, Rejected, bad_request
from bot.sandbox.telegram import Room, Stored, plain

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LARGEST_UPLOAD = 50 * 1024 * 1024
_ADDRESS = {
    "chat_id": chat,
    "message_thread_id": whole,
    "disable_notification": truth,
    "protect_content": truth,
    "reply_parameters": thing,
    "reply_markup": thing,
}
_CAPTION = {"caption": words, "parse_mode": words, "caption_entities": thing}


@method("sendMessage", **_ADDRESS, text=words, parse_mode=words, entities=thing, link_preview_options=thing)
def send_message(call: Call) -> Json:
    room = _open(call)
    text, entities = call.words("text", LONGEST_TEXT, "message is too long")
    if not text:
        raise bad_request("message text is empty")
    return _send(call, room, {"text": text}, {"entities": entities} if entities else {})


@method(
    "sendLocation", **_ADDRESS, latitude=number, longitude=number, horizontal_accuracy=number, live_period=whole,
    heading=whole,
)  # fmt: skip
def send_location(call: Call) -> Json:
    room = _open(call)
    latitude, longitude = call.need("latitude", "latitude is empty"), call.need("longitude", "longitude is empty")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    place = telegram.Location(
        longitude, latitude, horizontal_accuracy=call.get("horizontal_accuracy"), live_period=call.get("live_period"),
        heading=call.get("heading"),
    )  # fmt: skip
    return _send(call, room, {"location": place})


@method("sendVenue", **_ADDRESS, latitude=number, longitude=number, title=words, address=words)
def send_venue(call: Call) -> Json:
    room = _open(call)
    place = telegram.Location(call.need("longitude", "longitude is empty"), call.need("latitude", "latitude is empty"))
    title, address = call.need("title", "title is empty"), call.need("address", "address is empty")
    return _send(call, room, {"venue": telegram.Venue(place, title, address), "location": place})


@method("sendPhoto", **_ADDRESS, **_CAPTION, photo=upload, show_caption_above_media=truth, has_spoiler=truth)
def send_photo(call: Call) -> Json:
    return _send_file(call, "photo")


@method("sendDocument", **_ADDRESS, **_CAPTION, document=upload, thumbnail=upload, disable_content_type_detection=truth)
def send_document(call: Call) -> Json:
    return _send_file(call, "document")


@method("sendVoice", **_ADDRESS, **_CAPTION, voice=upload, duration=whole)
def send_voice(call: Call) -> Json:
    return _send_file(call, "voice")


@method(
    "sendAudio", **_ADDRESS, **_CAPTION, audio=upload, duration=whole, performer=words, title=words, thumbnail=upload
)
def send_audio(call: Call) -> Json:
    return _send_file(call, "audio")


@method("sendVideo", **_ADDRESS, **_CAPTION, video=upload, duration=whole, width=whole, height=whole, thumbnail=upload)
def send_video(call: Call) -> Json:
    return _send_file(call, "video")


@method("sendChatAction", chat_id=chat, message_thread_id=whole, action=words)
def send_chat_action(call: Call) -> bool:
    room = _open(call)
    action = call.need("action", "wrong parameter action in request")
    if action not in telegram.constants.ChatAction._value2member_map_:
        raise bad_request("wrong parameter action in request")
    call.world.tell("action", room, action=action)
    return True


@method(
    "copyMessage",
    **_ADDRESS,
    from_chat_id=chat,
    message_id=whole,
    caption=words,
    parse_mode=words,
    caption_entities=thing,
)
def copy_message(call: Call) -> Json:
    room = _open(call)
    source = _source(call)
    copied = {name: source[name] for name in CONTENT if name in source}
    if "caption" in call.given:
        copied.pop("caption_entities", None)
        copied["caption"], entities = call.words(
            "caption", LONGEST_CAPTION, "message caption is too long", prefix="caption_"
        )
        copied |= {"caption_entities": entities} if entities else {}
    return {"message_id": _send(call, room, {}, copied)["message_id"]}


@method(
    "forwardMessage",
    chat_id=chat,
    from_chat_id=chat,
    message_id=whole,
    disable_notification=truth,
    protect_content=truth,
)
def forward_message(call: Call) -> Json:
    room = _open(call)
    source = _source(call)
    origin = source.get("forward_origin") or {"type": "user", "date": source["date"], "sender_user": source["from"]}
    copied = {name: source[name] for name in CONTENT if name in source}
    return _send(call, room, {}, {**copied, "forward_origin": origin})


def built_file(call: Call, kind: str, stored: Stored) -> Any:
    """The file as it stands in a message, with what the call says about it."""
    width, height = call.get("width") or 0, call.get("height") or 0
    if kind == "photo":
        width, height = picture_size(call.world.contents[stored.file_unique_id])
    about = {"performer": call.get("performer"), "title": call.get("title")}
    return file_content(kind, stored, duration=call.get("duration") or 0, width=width, height=height, **about)


def keep_file(call: Call, kind: str, given: Any) -> Stored:
    """Store an upload, or find the file an id names."""
    found = call.file(given)
    if isinstance(found, str):
        stored = call.world.files.get(found)
        if stored is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return stored
    if len(found.data) > LARGEST_UPLOAD:
        raise Rejected(413, "Request Entity Too Large")
    if not found.data:
        raise bad_request("file must be non-empty")
    folder, usual = FOLDERS[kind]
    return call.world.add_file(folder, found.data, found.mime_type or usual, found.file_name)


def check_markup(call: Call, room: Room) -> Markup:
    """The call's keyboard, checked; oddities go to drift."""
    raw = call.get("reply_markup")
    if raw is None:
        return NONE
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    markup = read_markup(raw, private=room.type == "private")
    call.drift += markup.drift
    return markup


def _open(call: Call) -> Room:
    return call.world.open_room(call.need("chat_id", "chat_id is empty"))


def _send_file(call: Call, kind: str) -> Json:
    room = _open(call)
    caption, entities = call.words("caption", LONGEST_CAPTION, "message caption is too long", prefix="caption_")
    stored = keep_file(call, kind, call.need(kind, f"there is no {kind} in the request"))
    content: Json = {kind: built_file(call, kind, stored)}
    if caption:
        content["caption"] = caption
    return _send(call, room, content, {"caption_entities": entities} if entities else {})


def _send(call: Call, room: Room, content: Json, ready: Json | None = None) -> Json:
    """Build, keep and show the message. `content` are PTB values, `ready` is JSON that PTB has made before."""
    world = call.world
    markup = check_markup(call, room)
    quoted = _quoted(call, room)
    message = telegram.Message(
        message_id=world.take_message_id(room),
        date=world.clock.now(),
        chat=room.chat,
        from_user=world.bot.user,
        has_protected_content=True if call.get("protect_content") else None,
        **content,
    )
    stored = plain(message.to_dict())
    if ready:
        stored.update(ready)
    if quoted is not None:
        stored["reply_to_message"] = quoted
    if markup.inline is not None:
        stored["reply_markup"] = markup.inline
    if not markup.editable:
        room.fixed.append(message.message_id)
    world.keep(room, stored, author=None)
    _show_keyboard(call, room, message.message_id, markup)
    period = call.get("live_period")
    if period:
        world.live[room.id, message.message_id] = stored["date"] + period
        world.touch("world", 0)
    return stored


def _quoted(call: Call, room: Room) -> Json | None:
    reply = call.get("reply_parameters")
    if not reply:
        return None
    for name in telegram.ReplyParameters.de_json(reply, None).api_kwargs:
        call.drift.append(f"ReplyParameters has no field {name!r}")
    quoted = call.world.quoted(room, reply.get("message_id", 0))
    if quoted is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return quoted


def _show_keyboard(call: Call, room: Room, message_id: int, markup: Markup) -> None:
    if markup.editable:
        return
    if markup.keyboard is not None:
        room.keyboard = {"markup": markup.keyboard, "message_id": message_id}
    elif markup.remove:
        room.keyboard = None
    room.force_reply = message_id if markup.force is not None else None
    call.world.touch("room", room.id)
    call.world.tell("keyboard", room)


def _source(call: Call) -> Json:
    room = call.world.room(call.need("from_chat_id", "chat_id is empty"))
    source = room.messages.get(call.need("message_id", "message identifier is not specified"))
    if source is None:
        raise bad_request("message to copy not found" if call.name == "copyMessage" else "message to forward not found")
    if source.get("has_protected_content"):
        raise bad_request("message can't be copied" if call.name == "copyMessage" else "message can't be forwarded")
    return source
