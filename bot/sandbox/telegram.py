"""The world behind the Bot API: people with phones, chats, messages and the queue of updates. No HTTP in here.

What a person does comes in through `phone.Phone`, what the bot does through `methods`; both write messages here, and
every watcher (the page, a waiting test) is told. Messages are python-telegram-bot objects, kept as the JSON they
serialise to; that same JSON goes into updates and answers.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Protocol

import telegram

from bot.sandbox.entities import to_html
from bot.sandbox.rejected import Json, bad_request, forbidden
from bot.sandbox.updates import Updates

ANSWERS_KEPT = 1_000
FOREVER = 0x7FFFFFFF  # a live period without an end


class Clock(Protocol):
    """What the sandbox asks of a clock: aware UTC."""

    def now(self) -> datetime: ...


@dataclass
class Person:
    """Somebody with a phone. `language` is Telegram's code (`zh-hans`, `zh-hant`, `en`); `device` phone|desktop|web."""

    id: int
    key: str
    name: str
    language: str = "zh-hans"
    device: str = "phone"
    role: str = ""
    about: str = ""
    color: str | None = None
    invite: str | None = None  # the token of a deep link to open at a first start
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    @cached_property
    def user(self) -> telegram.User:
        return telegram.User(id=self.id, first_name=self.name, is_bot=False, language_code=self.language)


@dataclass
class Room:
    """A chat with its messages by id. A private chat's id is its person's id; groups have negative ids."""

    id: int
    type: str
    title: str
    members: list[int]
    next_id: int = 1
    keyboard: Json | None = None  # the reply keyboard on show: {"markup": ..., "message_id": n}
    force_reply: int | None = None
    unread: dict[int, int] = field(default_factory=dict)
    bot_present: bool = True
    fixed: list[int] = field(default_factory=list)  # messages that brought a reply keyboard: never editable
    messages: dict[int, Json] = field(default_factory=dict, repr=False)

    @cached_property
    def chat(self) -> telegram.Chat:
        if self.type == "private":
            return telegram.Chat(id=self.id, type="private", first_name=self.title)
        return telegram.Chat(id=self.id, type=self.type, title=self.title)


@dataclass
class Stored:
    """A file on the server; `path` is what getFile answers."""

    file_id: str
    file_unique_id: str
    path: str
    mime_type: str
    file_name: str | None
    size: int


@dataclass
class Query:
    """A tapped inline button that waits for `answerCallbackQuery`; `at` = Unix seconds."""

    id: str
    person: int
    chat: int
    message_id: int
    at: float


@dataclass
class Bot:
    """The bot's account, and what it has set about itself; keys of the dicts are language codes ("" = default)."""

    id: int
    username: str
    name: str
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)  # "scope|language" -> commands
    menus: dict[str, Json] = field(default_factory=dict)  # chat id or "" -> menu button
    webhook: Json | None = None
    logged_out: bool = False

    @property
    def user(self) -> telegram.User:
        return telegram.User(
            id=self.id, first_name=self.names.get("") or self.name, is_bot=True, username=self.username
        )


# what happened (message, edited, deleted, answer, keyboard, unread, action, commands, person, bot), where, facts
Watcher = Callable[[str, Room | None, Json], None]


class World:
    """Everything Telegram knows. `remembers=False` keeps nothing for the disk; `memory` = messages kept per chat."""

    def __init__(
        self, clock: Clock, token: str, *, name: str = "外勤", username: str = "waiqin_bot",
        remembers: bool = False, memory: int | None = None,
    ) -> None:  # fmt: skip
        self.clock = clock
        self.token = token
        self.memory = memory
        self.bot = Bot(int(token.split(":")[0]), username, name)
        self.people: dict[int, Person] = {}
        self.rooms: dict[int, Room] = {}
        self.files: dict[str, Stored] = {}  # by file_id
        self.contents: dict[str, bytes] = {}  # by file_unique_id
        self.queries: dict[str, Query] = {}
        self.answers: dict[str, Json] = {}  # by query id
        self.live: dict[tuple[int, int], float] = {}  # (chat, message) -> Unix seconds the share ends at
        self.counter = 0
        self.answer_within = 15.0  # seconds a tap waits for its answer; undocumented, what practice sees
        self.ahead = timedelta(0)  # how far the phones have moved the clock
        self.script: Json = {}
        self.watchers: list[Watcher] = []
        self.touched: dict[tuple[str, str], None] | None = {} if remembers else None
        self.updates = Updates(lambda: clock.now().timestamp())
        if remembers:
            self.updates.on_change = lambda update_id: self.touch("update", update_id)

    # people and chats

    def add_person(self, person: Person) -> Person:
        """Give somebody a phone and a private chat with the bot; who is here already keeps their state."""
        known = self.people.get(person.id)
        if known is not None:
            return self._describe(known, person)
        self.people[person.id] = person
        self.rooms[person.id] = Room(person.id, "private", person.name, [person.id])
        self.touch("person", person.id)
        self.touch("room", person.id)
        self.tell("person", None, person=person.id)
        return person

    def _describe(self, known: Person, again: Person) -> Person:
        known.key, known.name, known.role, known.about = again.key, again.name, again.role, again.about
        known.color, known.invite = again.color or known.color, again.invite or known.invite
        known.__dict__.pop("user", None)
        self.touch("person", known.id)
        return known

    def add_group(self, chat_id: int, title: str, members: Iterable[int], kind: str = "supergroup") -> Room:
        """A group with the bot in it. `chat_id` is negative."""
        room = self.rooms.get(chat_id)
        if room is None:
            room = self.rooms[chat_id] = Room(chat_id, kind, title, list(members))
            self.touch("room", chat_id)
            self.tell("person", None, person=0)
        return room

    def person(self, which: int | str) -> Person:
        """By id or key; KeyError when nobody is meant."""
        if isinstance(which, int):
            return self.people[which]
        return next(person for person in self.people.values() if person.key == which)

    def room(self, chat_id: int | str) -> Room:
        """The chat a bot names; 400 chat not found."""
        room = self.rooms.get(chat_id) if isinstance(chat_id, int) else None
        if room is None:
            raise bad_request("chat not found")
        return room

    def open_room(self, chat_id: int | str) -> Room:
        """The chat, if the bot may write there; 403 when it may not."""
        room = self.room(chat_id)
        if room.type != "private":
            if not room.bot_present:
                raise forbidden(f"bot was kicked from the {room.type} chat")
            return room
        person = self.people[room.id]
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        return room

    # messages

    def post(self, room: Room, message: telegram.Message, *, author: int | None) -> Json:
        """Keep a new message and show it; `author` is the person, or None for the bot."""
        return self.keep(room, plain(message.to_dict()), author=author)

    def keep(self, room: Room, stored: Json, *, author: int | None) -> Json:
        room.messages[stored["message_id"]] = stored
        if self.memory is not None and len(room.messages) > self.memory:
            self._drop(room, [next(iter(room.messages))])
        self.touch("room", room.id)
        self.touch("message", f"{room.id}:{stored['message_id']}")
        if author is None:
            for member in room.members:
                room.unread[member] = room.unread.get(member, 0) + 1
        if self.watchers:
            self.tell("message", room, message=stored)
            if author is None:
                self.tell("unread", room)
        return stored

    def changed(self, room: Room, stored: Json) -> None:
        """A kept message was edited: show it again."""
        self.touch("message", f"{room.id}:{stored['message_id']}")
        self.tell("edited", room, message=stored)

    def delete(self, room: Room, message_ids: list[int]) -> None:
        self._drop(room, message_ids)
        self.tell("deleted", room, message_ids=message_ids)

    def _drop(self, room: Room, message_ids: list[int]) -> None:
        if room.keyboard is not None and room.keyboard["message_id"] in message_ids:
            room.keyboard = None  # the keyboard goes with the message that brought it
            self.touch("room", room.id)
            self.tell("keyboard", room)
        for message_id in message_ids:
            room.messages.pop(message_id, None)
            self.live.pop((room.id, message_id), None)
            self.touch("message", f"{room.id}:{message_id}")

    def take_message_id(self, room: Room) -> int:
        taken = room.next_id
        room.next_id += 1
        return taken

    def quoted(self, room: Room, message_id: int) -> Json | None:
        """A kept message as another one carries it: without its own quotation, an ended share as a plain point."""
        found = room.messages.get(message_id)
        if found is None:
            return None
        quoted = {name: value for name, value in found.items() if name != "reply_to_message"}
        until = self.live.get((room.id, message_id))
        if until is not None and until <= self.updates.now():
            quoted["location"] = still(quoted["location"])
        return quoted

    def answer(self, query: Query, text: str | None, *, alert: bool, url: str | None) -> None:
        """The bot's answer to a tap: a toast, an alert, a link, or just the end of the spinner."""
        facts = {"person": query.person, "query": query.id, "message_id": query.message_id}
        facts |= {"text": text, "alert": alert, "url": url}
        self.answers[query.id] = facts
        if len(self.answers) > ANSWERS_KEPT:
            del self.answers[next(iter(self.answers))]
        self.tell("answer", self.rooms[query.chat], **facts)

    # what the bot hears

    def announce(self, room: Room, person: Person, kind: str, update: telegram.Update, at: float) -> Json:
        """Queue an update if the bot wants this kind; answers the inner object as JSON."""
        built = update.to_dict()
        inner: Json = plain(built[kind])
        built[kind] = inner
        if self.updates.wants(kind):
            self.updates.add(kind, lane(kind, room, person), at, built)
        return inner

    # files

    def add_file(self, folder: str, data: bytes, mime_type: str, file_name: str | None = None) -> Stored:
        """Keep bytes as a new file; its ids differ from every other upload's, even of the same bytes."""
        self.counter += 1
        mark = hashlib.sha256(f"{self.token}:{folder}:{self.counter}".encode()).hexdigest()
        ending = file_name.rsplit(".", 1)[-1] if file_name and "." in file_name else _ENDINGS.get(mime_type, "bin")
        stored = Stored(
            file_id=f"AwACAg{mark[:48]}",
            file_unique_id=f"AgAD{mark[48:60]}",
            path=f"{folder}/file_{self.counter}.{ending}",
            mime_type=mime_type,
            file_name=file_name,
            size=len(data),
        )
        self.files[stored.file_id] = stored
        self.contents[stored.file_unique_id] = data
        self.touch("file", stored.file_id)
        self.touch("content", stored.file_unique_id)
        self.touch("world", 0)
        return stored

    # watching and remembering

    def tell(self, event: str, room: Room | None, **facts: Any) -> None:
        for watcher in tuple(self.watchers):
            watcher(event, room, facts)

    def touch(self, kind: str, key: object) -> None:
        if self.touched is not None:
            self.touched[kind, str(key)] = None


def plain(message: Json) -> Json:
    """PTB writes out flags that are false; Telegram leaves them away."""
    for flag in _FLAGS:
        message.pop(flag, None)
    return message


def lane(kind: str, room: Room, person: Person) -> str:
    """Webhook deliveries are in order per chat, but a person's taps have a lane of their own (T27)."""
    return f"user:{person.id}" if kind == "callback_query" else f"chat:{room.id}"


def still(location: Json) -> Json:
    """A location whose sharing is over: without period, heading and radius (T2)."""
    return {name: value for name, value in location.items() if name in ("latitude", "longitude", "horizontal_accuracy")}


def message_html(message: Json) -> str | None:
    """The words of a message as safe HTML, or None when it has none."""
    if "text" in message:
        return to_html(message["text"], message.get("entities", []))
    if "caption" in message:
        return to_html(message["caption"], message.get("caption_entities", []))
    return None


_FLAGS = ("channel_chat_created", "delete_chat_photo", "group_chat_created", "supergroup_chat_created")
_ENDINGS = {"audio/ogg": "oga", "image/jpeg": "jpg", "image/png": "png", "video/mp4": "mp4", "audio/mpeg": "mp3"}
