"""The port: a recording goes in, words come out, or a reason why there are none.

    ears = recogniser(settings)
    heard = await ears.hear(Path("note.ogg"), "zh-Hans")
    await ears.close()

One recording at a time: whoever comes second waits. Nothing is fetched from a network to load an engine.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from bot.rules.listening import Corrupt, Empty, EngineAway, Limits, Silent, TooLarge, TooLong, Unclear, Unheard
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Heard:
    """What was said, in the script of the language asked for.

    `seconds` is the length of the recording, `took` the seconds of work. `gaps` says that parts of the speech could
    not be trusted and were left out. Punctuation is the engine's and irregular: nothing may depend on it.
    """

    text: str
    seconds: float
    engine: str
    model: str
    took: float
    gaps: bool = False


class Recogniser(Protocol):
    """An engine."""

    engine: str

    async def hear(self, recording: bytes | Path, language: str) -> Heard:
        """Words of a recording: OGG/Opus, WAV, FLAC or MP3, `language` zh-Hans, zh-Hant or en.

        Raises Empty, Corrupt, Silent (Unclear is one), TooLong, TooLarge or EngineAway, all of them Refusals.
        """
        ...

    async def close(self) -> None:
        """Let go of processes and connections; a recording in hand is lost to its caller as EngineAway."""
        ...


class Deaf:
    """The engine of a bank that wants no dictation."""

    engine = "off"

    async def hear(self, recording: bytes | Path, language: str) -> Heard:
        raise EngineAway("WAIQIN_SPEECH_ENGINE is off", lasting=True)

    async def close(self) -> None:
        return


def recogniser(settings: Settings) -> Recogniser:
    """The engine that the settings choose; nothing is loaded before the first recording."""
    from bot.speech.local import Local
    from bot.speech.server import Server

    if settings.speech_engine == "off":
        return Deaf()
    return Server(settings) if settings.speech_engine == "server" else Local(settings)


def limits(settings: Settings) -> Limits:
    """The limits of a recording that the settings give; those of the queue are the rule's own."""
    return Limits(settings.speech_seconds_longest, settings.speech_megabytes_longest)


__all__ = [
    "Corrupt",
    "Empty",
    "EngineAway",
    "Heard",
    "Recogniser",
    "Silent",
    "TooLarge",
    "TooLong",
    "Unclear",
    "Unheard",
    "limits",
    "recogniser",
]
