"""The process that draws: `{"kind", "facts"}` in, a PNG out. The kinds are the files beside this one."""

from __future__ import annotations

import importlib
import sys
from typing import IO, Any

from bot.pictures import font
from bot.pictures.process import serve


def start(told: dict[str, Any]) -> None:
    """Take the bank's font, if it names one."""
    font.use(told.get("font"))


def make(job: dict[str, Any], _jobs: IO[bytes]) -> bytes:
    """Draw one picture."""
    kind = str(job["kind"])
    if not kind.isidentifier():
        raise ValueError(kind)
    drawn: bytes = importlib.import_module(f"bot.pictures.{kind}").draw(job["facts"])
    return drawn


if __name__ == "__main__":
    sys.exit(serve(start, make))
