"""The world on disk: one SQLite file of (kind, key, value), written after each call that changed something.

A killed process loses nothing that was answered; a power cut may lose the last seconds, which a sandbox can bear.
"""

import sqlite3
from dataclasses import asdict, fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import orjson

from bot.sandbox.rejected import Json
from bot.sandbox.telegram import Bot, Person, Query, Room, Stored, World
from bot.sandbox.updates import Pending

ORDER = ("world", "person", "room", "message", "update", "file", "content")


class Shelf:
    """Keeps a `World` made with `remembers=True` in `path`."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = sqlite3.connect(path, isolation_level=None)
        self.file.execute("PRAGMA journal_mode = WAL")
        self.file.execute("PRAGMA synchronous = OFF")
        self.file.execute("CREATE TABLE IF NOT EXISTS kept (kind TEXT, key TEXT, value BLOB, PRIMARY KEY (kind, key))")

    def load(self, world: World) -> bool:
        """Fill a fresh world; False when there was nothing to resume."""
        found = False
        for kind in ORDER:
            rows = self.file.execute("SELECT key, value FROM kept WHERE kind = ?", (kind,)).fetchall()
            for key, value in sorted(rows, key=_by_number):
                found = True
                restore(world, kind, key, value if kind == "content" else orjson.loads(value))
        return found

    def save(self, world: World) -> None:
        """Write what was touched since the last time."""
        if not world.touched:
            return
        touched = list(world.touched)
        world.touched.clear()
        if any(kind == "update" for kind, _ in touched):
            touched.append(("world", "0"))
        gone, there = [], []
        for kind, key in dict.fromkeys(touched):
            value = record(world, kind, key)
            if value is None:
                gone.append((kind, key))
            else:
                there.append((kind, key, value if isinstance(value, bytes) else orjson.dumps(value)))
        self.file.execute("BEGIN")
        self.file.executemany("DELETE FROM kept WHERE kind = ? AND key = ?", gone)
        self.file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", there)
        self.file.execute("COMMIT")

    def close(self) -> None:
        self.file.close()


def record(world: World, kind: str, key: str) -> Json | bytes | None:
    """What the disk should hold under this key; None = nothing any more."""
    match kind:
        case "world":
            return {
                "bot": asdict(world.bot), "counter": world.counter, "ahead": world.ahead.total_seconds(),
                "allowed": sorted(world.updates.allowed or ()), "next_id": world.updates.next_id,
                "script": world.script, "live": [[*key, until] for key, until in world.live.items()],
                "queries": [asdict(query) for query in world.queries.values()],
            }  # fmt: skip
        case "person":
            person = world.people[int(key)]
            return {one.name: getattr(person, one.name) for one in fields(Person)}
        case "room":
            room = world.rooms[int(key)]
            return {one.name: getattr(room, one.name) for one in fields(Room) if one.name != "messages"} | {
                "unread": [[member, count] for member, count in room.unread.items()]
            }
        case "message":
            chat_id, message_id = map(int, key.split(":"))
            return world.rooms[chat_id].messages.get(message_id)
        case "update":
            item = world.updates.pending.get(int(key))
            return item and item._asdict() | {"body": item.body.decode("latin-1")}
        case "file":
            return asdict(world.files[key])
        case "content":
            return world.contents[key]
    raise KeyError(kind)


def restore(world: World, kind: str, key: str, value: Any) -> None:
    """Take back what `record` gave away, in the order world, person, room, message, update, file, content."""
    match kind:
        case "world":
            world.bot = Bot(**value["bot"])
            world.counter = value["counter"]
            world.ahead = timedelta(seconds=value["ahead"])
            world.updates.allowed = frozenset(value["allowed"]) or None
            world.updates.next_id = value["next_id"]
            world.script = value["script"]
            world.queries = {query["id"]: Query(**query) for query in value["queries"]}
            world.live = {(chat_id, message_id): until for chat_id, message_id, until in value["live"]}
        case "person":
            world.people[int(key)] = Person(**value)
        case "room":
            unread = {member: count for member, count in value.pop("unread")}
            world.rooms[int(key)] = Room(**value, unread=unread)
        case "message":
            chat_id, message_id = map(int, key.split(":"))
            world.rooms[chat_id].messages[message_id] = value
        case "update":
            body = value.pop("body").encode("latin-1")
            world.updates.pending[int(key)] = Pending(**value, body=body)
            world.updates.next_id = max(world.updates.next_id, int(key) + 1)
        case "file":
            world.files[key] = Stored(**value)
        case "content":
            world.contents[key] = value


def _by_number(row: tuple[str, bytes]) -> tuple[list[int], str]:
    parts = row[0].split(":")
    return ([int(part) for part in parts], "") if all(part.lstrip("-").isdigit() for part in parts) else ([], row[0])
