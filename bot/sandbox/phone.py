"""One person's phone: everything a human can do to the bot, and what they see of it.

Each act becomes a message or an update made of python-telegram-bot's types. What the phone can't do raises `Unable`
with a sentence in two languages. Tests and the scripted day use this class; the page reaches it through `phones`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import telegram

from bot.sandbox.entities import find_automatic
from bot.sandbox.files import CONTENT, FOLDERS, Kind, file_content, picture_size
from bot.sandbox.onlooker import Onlooker
from bot.sandbox.rejected import Json, Unable
from bot.sandbox.telegram import FOREVER, Query, Room, plain, still
from bot.sandbox.updates import TAP_LIFE

QUERIES_KEPT = 1_000  # unanswered taps, before the expired ones are swept out


@dataclass(frozen=True, slots=True)
class Manner:
    """How a message is sent. `forward` = {"type": user|hidden_user|chat|channel, "name", "person"?, "date"? ISO}."""

    reply_to: int | None = None
    offline: bool = False  # scheduled, or sent when the phone came back (is_from_offline)
    via_bot: str | None = None  # the inline bot's user name
    forward: Json | None = None
    sent_at: datetime | None = None  # earlier than it arrives


PLAIN = Manner()


class Phone(Onlooker):
    """`person` by id or key. `chat` arguments default to the private chat with the bot."""

    # saying and sending: each returns the new message's id

    def say(self, text: str, *, chat: int | None = None, manner: Manner = PLAIN) -> int:
        if not text.strip():
            raise Unable("empty", "没有内容", "there is nothing to send")
        return self._send(chat, manner, text=text.strip())

    def start(self, token: str | None = None) -> int:
        """Open the bot's link (`t.me/bot?start=token`): unblocks the bot if it was blocked, then /start."""
        if self.person.blocked:
            self.unblock()
        return self.say(f"/start {token}" if token else "/start")

    def press(
        self, text: str | None = None, *, row: int = 0, column: int = 0, location: Json | None = None,
        chat: int | None = None,
    ) -> int | None:  # fmt: skip
        """A button of the reply keyboard, by caption (or its beginning) or by place.

        `location` (latitude, longitude, horizontal_accuracy?) is what a location button sends. None on a desktop,
        where that button only says it is unavailable (T13).
        """
        room = self._room(chat)
        if room.keyboard is None:
            raise Unable("no_keyboard", "现在没有键盘", "there is no keyboard now")
        rows: list[list[Any]] = room.keyboard["markup"]["keyboard"]
        button = _find(rows, row, column, lambda one: text is None or str(_face(one)).startswith(text))
        caption = str(_face(button))
        keyboard_message = room.keyboard["message_id"]
        if not (isinstance(button, dict) and button.get("request_location")):
            sent = self.say(caption, chat=chat)
        elif self.person.device == "desktop":
            return None
        elif self.person.device == "web":
            sent = self.say(caption, chat=chat)
        elif location is None:
            raise Unable("needs_location", "请选择位置", "this button sends a location: say which")
        else:
            point = {
                name: location[name] for name in ("latitude", "longitude", "horizontal_accuracy") if name in location
            }
            sent = self.send_location(**point, chat=chat, manner=Manner(reply_to=keyboard_message))
        if room.keyboard is not None and room.keyboard["markup"].get("one_time_keyboard"):
            self.world.tell("keyboard", room, hidden=True)
        return sent

    def send_location(
        self, latitude: float, longitude: float, horizontal_accuracy: float | None = None, *,
        chat: int | None = None, manner: Manner = PLAIN,
    ) -> int:  # fmt: skip
        """A static point, WGS-84 degrees; accuracy in metres."""
        return self._send(chat, manner, location=_location(latitude, longitude, horizontal_accuracy))

    def share_live(
        self, latitude: float, longitude: float, live_period: int = 900, horizontal_accuracy: float | None = None,
        heading: int | None = None, *, chat: int | None = None, manner: Manner = PLAIN,
    ) -> int:  # fmt: skip
        """Start sharing a live location for `live_period` seconds (60–86400, or FOREVER)."""
        if not (60 <= live_period <= 86_400 or live_period == FOREVER):
            raise Unable("live_period", "实时位置时长应为1分钟至24小时", "a live share lasts a minute to a day")
        place = _location(latitude, longitude, horizontal_accuracy, live_period, heading)
        sent = self._send(chat, manner, location=place)
        room = self._room(chat)
        self.world.live[room.id, sent] = room.messages[sent]["date"] + live_period
        self.world.touch("world", 0)
        return sent

    def move(
        self, message_id: int, latitude: float, longitude: float, horizontal_accuracy: float | None = None,
        heading: int | None = None, *, chat: int | None = None,
    ) -> bool:  # fmt: skip
        """The live share moves: an edited_message. False when nothing changed, which the server drops (T7)."""
        room, stored = self._live(chat, message_id)
        period = stored["location"]["live_period"]
        place = _location(latitude, longitude, horizontal_accuracy, period, heading)
        if place.to_dict() == stored["location"]:
            return False
        self._edit(room, stored, location=place.to_dict())
        return True

    def stop(self, message_id: int, *, chat: int | None = None) -> None:
        """End the live share: an edited_message whose location is an ordinary point."""
        room, stored = self._live(chat, message_id)
        del self.world.live[room.id, message_id]
        self.world.touch("world", 0)
        self._edit(room, stored, location=still(stored["location"]))

    def send_venue(
        self, latitude: float, longitude: float, title: str, address: str, *, chat: int | None = None,
        manner: Manner = PLAIN,
    ) -> int:  # fmt: skip
        """A place picked from the list; `location` comes along, as Telegram does it (T5)."""
        place = _location(latitude, longitude, None)
        return self._send(chat, manner, venue=telegram.Venue(place, title, address), location=place)

    def send_contact(
        self, phone_number: str, first_name: str, *, chat: int | None = None, manner: Manner = PLAIN
    ) -> int:
        return self._send(chat, manner, contact=telegram.Contact(phone_number, first_name))

    def send_media(
        self, kind: Kind, data: bytes, *, duration: int = 0, width: int = 0, height: int = 0,
        caption: str | None = None, file_name: str | None = None, mime_type: str | None = None, chat: int | None = None,
        manner: Manner = PLAIN,
    ) -> int:  # fmt: skip
        """Upload and send. Duration (seconds), sizes and MIME type are the sender's claims (T20)."""
        folder, usual = FOLDERS[kind]
        stored = self.world.add_file(folder, data, mime_type or usual, file_name)
        if kind == "photo" and not width:
            width, height = picture_size(data)
        content = file_content(kind, stored, duration=duration, width=width, height=height)
        return self._send(chat, manner, **{kind: content}, caption=caption or None)

    def forward(
        self, from_chat: int, message_id: int, *, drop_author: bool = False, chat: int | None = None,
    ) -> int:  # fmt: skip
        """Forward a message of any chat in this world to the bot; without its author it looks like an own one (T10)."""
        source = self.world.rooms[from_chat].messages.get(message_id)
        if source is None:
            raise Unable("no_message", "找不到这条消息", "there is no such message")
        if source.get("has_protected_content"):
            raise Unable("protected", "这条消息禁止转发", "this message can't be forwarded")
        original = telegram.Message.de_json({**source, "reply_markup": None, "reply_to_message": None}, None)
        content = {name: getattr(original, name) for name in CONTENT if getattr(original, name)}
        if "location" in content:
            content["location"] = telegram.Location.de_json(still(source["location"]), None)
        origin = source.get("forward_origin")
        if origin is None and not drop_author:
            origin = {"type": "user", "date": source["date"], "sender_user": source["from"]}
        return self._send(chat, PLAIN, origin=None if drop_author else origin, **content)

    # touching what is there

    def tap(
        self, data: str | None = None, *, message_id: int | None = None, row: int | None = None,
        column: int | None = None, label: str | None = None, chat: int | None = None,
    ) -> str:  # fmt: skip
        """Tap an inline button: by the beginning of its callback data or of its label, or by place.

        Without `message_id` the newest message that has such a button. Returns the query's id; see `answer`.
        Links and copy buttons ask the bot nothing: "" is returned.
        """
        room = self._room(chat)
        stored, button = self._button(room, message_id, data, label, row, column)
        if "callback_data" not in button:
            return ""
        world = self.world
        world.counter += 1
        query = Query(
            str((self.person.id << 20) + world.counter), self.person.id, room.id, stored["message_id"], self._now()
        )
        if len(world.queries) > QUERIES_KEPT:
            world.queries = {one.id: one for one in world.queries.values() if query.at - one.at < TAP_LIFE}
        world.queries[query.id] = query
        tapped = telegram.CallbackQuery(
            id=query.id, from_user=self.person.user, chat_instance=str(room.id * 7919), data=button["callback_data"]
        )
        update = telegram.Update(world.updates.take_id(), callback_query=tapped)
        built = update.to_dict()
        built["callback_query"]["message"] = world.quoted(room, stored["message_id"])
        if world.updates.wants("callback_query"):
            world.updates.add("callback_query", f"user:{self.person.id}", query.at, built)
        return query.id

    def button(self, message_id: int, row: int, column: int, *, chat: int | None = None) -> Json:
        """The inline button at a place of a message."""
        return self._button(self._room(chat), message_id, None, None, row, column)[1]

    def edit(self, message_id: int, text: str, *, chat: int | None = None) -> None:
        """Rewrite an own text or caption: an edited_message."""
        room, stored = self._own(chat, message_id)
        if "text" in stored:
            found = [entity.to_dict() for entity in find_automatic(text.strip())]
            self._edit(room, stored, text=text.strip(), entities=found)
        elif any(kind in stored for kind in FOLDERS):
            self._edit(room, stored, caption=text.strip())
        else:
            raise Unable("not_editable", "这条消息没有文字可改", "this message has no words to edit")

    def delete(self, message_ids: list[int], *, chat: int | None = None) -> None:
        """Remove messages for both sides; Telegram doesn't tell the bot."""
        self.world.delete(self._room(chat), message_ids)

    def read(self, *, chat: int | None = None) -> None:
        room = self._room(chat)
        if room.unread.pop(self.person.id, 0):
            self.world.touch("room", room.id)
            self.world.tell("unread", room)

    def block(self) -> None:
        """Stop the bot: my_chat_member "kicked"; the bot's sends answer 403 from now on."""
        if not self.person.blocked:
            self._membership(blocked=True)

    def unblock(self) -> None:
        if self.person.blocked:
            self._membership(blocked=False)

    def use(self, device: str) -> None:
        """Switch to another client: phone, desktop or web."""
        if device not in ("phone", "desktop", "web"):
            raise Unable("device", "设备是 phone、desktop 或 web", "a device is phone, desktop or web")
        self.person.device = device
        self.world.touch("person", self.person.id)
        self.world.tell("person", None, person=self.person.id)

    # inside

    def _now(self) -> float:
        return self.world.updates.now()

    def _send(self, chat: int | None, manner: Manner, *, origin: Json | None = None, **content: Any) -> int:
        world, person, room = self.world, self.person, self._room(chat)
        if room.id == person.id and person.blocked:
            raise Unable("blocked", "您已停用机器人，请先重新启动", "you have blocked the bot: restart it first")
        if room.id == person.id and not person.started:
            person.started = True
            world.touch("person", person.id)
            world.tell("person", None, person=person.id)
        quoted = None if manner.reply_to is None else world.quoted(room, manner.reply_to)
        if manner.reply_to is not None and quoted is None:
            raise Unable("no_message", "找不到要回复的消息", "the message to reply to is gone")
        date = manner.sent_at or world.clock.now()
        if content.get("text"):
            content["entities"] = find_automatic(content["text"])
        if manner.forward:
            origin = self._origin(manner.forward, date)
        message = telegram.Message(
            message_id=world.take_message_id(room),
            date=date,
            chat=room.chat,
            from_user=person.user,
            is_from_offline=True if manner.offline else None,
            via_bot=_inline_bot(manner.via_bot),
            forward_origin=telegram.MessageOrigin.de_json(origin, None) if origin else None,
            **content,
        )
        update = telegram.Update(world.updates.take_id(), message=message)
        built = update.to_dict()
        stored: Json = plain(built["message"])
        if quoted is not None:
            stored["reply_to_message"] = quoted
        if world.updates.wants("message") and _bot_reads(room, stored, world.bot.id):
            world.updates.add("message", f"chat:{room.id}", date.timestamp(), built)
        world.keep(room, stored, author=person.id)
        if room.force_reply is not None:
            room.force_reply = None
            world.tell("keyboard", room)
        return message.message_id

    def _edit(self, room: Room, stored: Json, **content: Any) -> None:
        """Change a kept message in place and tell the bot; `content` is Bot API JSON."""
        world = self.world
        changed = telegram.Message.de_json({**stored, **content, "edit_date": int(self._now())}, None)
        update = telegram.Update(world.updates.take_id(), edited_message=changed)
        inner = world.announce(room, self.person, "edited_message", update, self._now())
        stored.clear()
        stored.update(inner)
        world.changed(room, stored)

    def _own(self, chat: int | None, message_id: int) -> tuple[Room, Json]:
        room = self._room(chat)
        stored = room.messages.get(message_id)
        if stored is None or stored["from"]["id"] != self.person.id:
            raise Unable("no_message", "这不是您的消息", "this message isn't yours")
        return room, stored

    def _live(self, chat: int | None, message_id: int) -> tuple[Room, Json]:
        room, stored = self._own(chat, message_id)
        if self.world.live.get((room.id, message_id), 0.0) <= self._now():
            raise Unable("not_live", "实时位置共享已结束", "this live share is over")
        return room, stored

    def _button(
        self,
        room: Room,
        message_id: int | None,
        data: str | None,
        label: str | None,
        row: int | None,
        column: int | None,
    ) -> tuple[Json, Json]:
        candidates = [room.messages[message_id]] if message_id in room.messages else []
        if message_id is None:
            candidates = list(reversed(room.messages.values()))
        for stored in candidates:
            rows = stored.get("reply_markup", {}).get("inline_keyboard", [])
            for y, buttons in enumerate(rows):
                for x, button in enumerate(buttons):
                    here = row is None or (y, x) == (row, column or 0)
                    named = data is None or button.get("callback_data", "").startswith(data)
                    if here and named and (label is None or button["text"].startswith(label)):
                        return stored, button
        raise Unable("no_button", "找不到这个按钮", "there is no such button")

    def _membership(self, *, blocked: bool) -> None:
        world, person = self.world, self.person
        person.blocked = blocked
        world.touch("person", person.id)
        bot = world.bot.user
        member = telegram.ChatMemberMember(bot)
        banned = telegram.ChatMemberBanned(bot, until_date=datetime.fromtimestamp(0, UTC))
        old, new = (member, banned) if blocked else (banned, member)
        change = telegram.ChatMemberUpdated(self.room.chat, person.user, world.clock.now(), old, new)
        update = telegram.Update(world.updates.take_id(), my_chat_member=change)
        world.announce(self.room, person, "my_chat_member", update, self._now())
        world.tell("person", None, person=person.id)

    def _origin(self, forward: Json, date: datetime) -> Json:
        when = datetime.fromisoformat(forward["date"]) if forward.get("date") else date - timedelta(hours=1)
        origin: Json = {"type": forward["type"], "date": int(when.timestamp())}
        name = forward.get("name") or "?"
        match forward["type"]:
            case "user":
                who = self.world.people.get(forward.get("person") or 0)
                user = who.user if who else telegram.User(id=990_000_001, first_name=name, is_bot=False)
                return origin | {"sender_user": user.to_dict()}
            case "hidden_user":
                return origin | {"sender_user_name": name}
            case "chat":
                return origin | {"sender_chat": {"id": -1_990_000_001, "type": "supergroup", "title": name}}
            case "channel":
                return origin | {"chat": {"id": -1_990_000_002, "type": "channel", "title": name}, "message_id": 7}
        raise Unable("forward", "不认识的转发来源", "unknown kind of forward")


def _location(
    latitude: float, longitude: float, accuracy: float | None, period: int | None = None, heading: int | None = None
) -> telegram.Location:
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180) or not 0 <= (accuracy or 0) <= 1500:
        raise Unable("location", "位置不正确", "this isn't a place on Earth")
    return telegram.Location(
        longitude, latitude, horizontal_accuracy=accuracy or None, live_period=period, heading=heading or None
    )


def _inline_bot(username: str | None) -> telegram.User | None:
    return telegram.User(id=990_000_100, first_name=username, is_bot=True, username=username) if username else None


def _face(button: Json | str) -> str:
    return button if isinstance(button, str) else button["text"]


def _find(rows: list[list[Any]], row: int, column: int, fits: Callable[[Any], bool]) -> Any:
    at_place = [rows[row][column]] if row < len(rows) and column < len(rows[row]) else []
    for button in at_place + [button for line in rows for button in line]:
        if fits(button):
            return button
    raise Unable("no_button", "键盘上没有这个按钮", "the keyboard has no such button")


def _bot_reads(room: Room, message: Json, bot_id: int) -> bool:
    """In groups a bot with privacy mode reads commands and replies to itself only."""
    if room.type == "private":
        return True
    command = str(message.get("text", "")).startswith("/")
    answered = message.get("reply_to_message", {}).get("from", {}).get("id") == bot_id
    return room.bot_present and (command or answered)
