"""How the world looks on a phone: bubbles, chats, keyboards as the phones contract has them."""

from datetime import UTC, datetime

from bot.sandbox.about import commands_for, menu_for
from bot.sandbox.rejected import Json
from bot.sandbox.telegram import Person, Room, World, message_html, still

_FILES = ("voice", "audio", "video_note", "document", "video")


def bubble(world: World, room: Room, message: Json, person: Person) -> Json:
    """One message as this person sees it."""
    until = world.live.get((room.id, message["message_id"]))
    shown = dict(message)
    live = None
    if "live_period" in message.get("location", {}):
        over = until is None or until <= world.updates.now()
        end = message["date"] + message["location"]["live_period"]
        live = {"until": datetime.fromtimestamp(min(end, 253_370_764_800), UTC).isoformat(), "stopped": over}
        if over:
            shown["location"] = still(message["location"])
    return {
        "message": shown,
        "out": message["from"]["id"] == person.id,
        "html": message_html(message),
        "file": _file(message),
        "thumb": _file(message) if "photo" in message else None,
        "live": live,
    }


def chat(world: World, room: Room, person: Person) -> Json:
    """A row of the chat list."""
    bot = world.bot
    last = next(reversed(room.messages.values()), None)
    private = room.type == "private"
    return {
        "chat": room.id,
        "type": room.type,
        "title": (bot.names.get(person.language[:2]) or bot.names.get("") or bot.name) if private else room.title,
        "unread": room.unread.get(person.id, 0),
        "last": bubble(world, room, last, person) if last is not None else None,
    }


def person_shown(world: World, person: Person) -> Json:
    rooms = [room for room in world.rooms.values() if person.id in room.members]
    return {
        "person": person.id,
        "key": person.key,
        "name": person.name,
        "role": person.role,
        "about": person.about,
        "language": person.language,
        "device": person.device,
        "color": person.color,
        "invite": person.invite,
        "chats": [chat(world, room, person) for room in rooms],
        "blocked": person.blocked,
        "started": person.started,
    }


def keyboard(room: Room) -> Json | None:
    """The reply keyboard below the chat, or None."""
    if room.keyboard is None:
        return None
    markup = room.keyboard["markup"]
    return {
        "rows": [[{"text": one["text"], "kind": _kind(one)} for one in row] for row in markup["keyboard"]],
        "persistent": bool(markup.get("is_persistent")),
        "resize": bool(markup.get("resize_keyboard")),
        "one_time": bool(markup.get("one_time_keyboard")),
        "placeholder": markup.get("input_field_placeholder"),
        "message_id": room.keyboard["message_id"],
    }


def commands(world: World, room: Room, person: Person) -> Json:
    return {"commands": commands_for(world, person, room.id), "menu": menu_for(world, room.id)}


def bot(world: World) -> Json:
    account = world.bot
    return {
        "id": account.id,
        "username": account.username,
        "first_name": account.names.get("") or account.name,
        "description": account.descriptions.get("", ""),
        "short_description": account.short_descriptions.get("", ""),
    }


def _kind(button: Json) -> str:
    for name, kind in _KINDS:
        if button.get(name):
            return kind
    return "text"


def _file(message: Json) -> str | None:
    if "photo" in message:
        return f"/api/files/{message['photo'][-1]['file_unique_id']}"
    found = next((message[kind] for kind in _FILES if kind in message), None)
    return f"/api/files/{found['file_unique_id']}" if found else None


_KINDS = (
    ("request_location", "location"), ("request_contact", "contact"), ("request_poll", "poll"),
    ("web_app", "web_app"), ("request_users", "users"), ("request_chat", "users"),
)  # fmt: skip
