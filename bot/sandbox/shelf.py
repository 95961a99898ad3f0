"""The world on disk: one SQLite file of (kind, key, value), written after each call that changed something.

A killed process loses nothing that was answered; a power cut may lose the last seconds, which a sandbox can bear.
"""

import sqlite3
from pathlib import Path

import orjson

from bot.sandbox.telegram import World

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
                world.restore(kind, key, value if kind == "content" else orjson.loads(value))
        return found

    def save(self, world: World) -> None:
        """Write what was touched since the last time."""
        if not world.touched:
            return
        touched = list(world.touched)
        world.touched.clear()
        if any(kind == "update" for kind, _ in touched):
            touched.append(("world", "0"))
        self.file.execute("BEGIN")
        for kind, key in dict.fromkeys(touched):
            value = world.record(kind, key)
            if value is None:
                self.file.execute("DELETE FROM kept WHERE kind = ? AND key = ?", (kind, key))
            else:
                stored = value if isinstance(value, bytes) else orjson.dumps(value)
                self.file.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (kind, key, stored))
        self.file.execute("COMMIT")

    def close(self) -> None:
        self.file.close()


def _by_number(row: tuple[str, bytes]) -> tuple[list[int], str]:
    parts = row[0].split(":")
    return ([int(part) for part in parts], "") if all(part.lstrip("-").isdigit() for part in parts) else ([], row[0])
