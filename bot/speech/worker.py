"""The process that listens: one recording at a time, one thread, behind everybody else's work.

It is fed over its standard input and answers on its standard output. A message is four bytes of length and a JSON
object; behind a message with `bytes` follow that many bytes of sound. It ends when its input ends. It knows neither
the bot's token nor its database, and no words ever go to a log.

    <- {"engine", "model", "seconds", "megabytes", "memory"}   once, at the start
    -> {"ready": true}                                         or {"away": why, "lasting": true}
    <- {"hear": true, "language": "zh-Hans", "bytes": n}       and sound; "hear": false only prepares it for a server
    -> {"seconds": s}                                          as soon as the length is known
    -> {"text", "gaps"} or {"bytes": n} and the sound          or {"no": reason, "facts": {}}
"""

from __future__ import annotations

import json
import os
import resource
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from bot.rules.listening import EngineAway, Limits, Silent, Unheard
from bot.speech import audio, guards
from bot.speech.terms import written

LENGTH = struct.Struct("!I")
LONGEST_MESSAGE = 64_000_000
NICE = 5

Engine = Callable[[Any, str], list[guards.Segment]]


def main() -> int:
    """Serve until the input ends. Exit code 0."""
    heard_on = os.fdopen(os.dup(0), "rb")
    answers_on = os.fdopen(os.dup(1), "wb")
    # Libraries print what they like; it must not come between the answers.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    told = receive(heard_on)
    if told is None:
        return 0
    modest(int(told["memory"]))
    limits = Limits(int(told["seconds"]), float(told["megabytes"]))
    try:
        engine = load(told)
    except EngineAway as away:
        send(answers_on, {"away": away.why, "lasting": away.lasting})
        return 0
    except ImportError as missing:
        why = f"{missing.name} is not installed: pip install 'waiqin[speech]'"
        send(answers_on, {"away": why, "lasting": True})
        return 0
    except Exception as error:
        send(answers_on, {"away": f"the model can't be loaded ({type(error).__name__})", "lasting": True})
        return 0
    send(answers_on, {"ready": True})
    while (job := receive(heard_on)) is not None:
        answer(job, heard_on.read(int(job["bytes"])), engine, limits, answers_on)
    return 0


def answer(job: dict[str, Any], recording: bytes, engine: Engine | None, limits: Limits, out: IO[bytes]) -> None:
    """Hear one recording and say what came of it."""
    try:
        send(out, {"seconds": audio.seconds(recording, limits)})
        sound = audio.samples(recording, limits)
        if not job["hear"] or engine is None:
            if not speech(sound):
                raise Silent
            prepared = audio.wave(sound)
            send(out, {"bytes": len(prepared)}, prepared)
            return
        text, gaps = guards.believed(engine(sound, "en" if job["language"] == "en" else "zh"))
        send(out, {"text": written(text, job["language"]), "gaps": gaps})
    except Unheard as no:
        send(out, {"no": no.key, "facts": no.facts})
    except Exception as error:
        send(out, {"away": f"the engine failed ({type(error).__name__})", "lasting": False})


def load(told: dict[str, Any]) -> Engine | None:
    """The engine asked for, loaded from its folder; None where a server does the hearing."""
    if told["engine"] == "server":
        import soundfile  # noqa: F401 - whether it is there
        import soxr  # noqa: F401

        return None
    from bot.speech import sherpa, whisper

    loaded: Engine = (sherpa if told["engine"] == "sherpa" else whisper).load(Path(told["model"]))
    return loaded


def speech(sound: Any) -> list[tuple[float, float]]:
    """The stretches in which somebody speaks, in seconds, none longer than 25.

    By the voice detector where it is installed, else by loudness alone.
    """
    from bot.speech import whisper

    try:
        return whisper.voices(sound)
    except ImportError:
        loud = abs(sound).max() > 0.01
        return [(0.0, len(sound) / audio.RATE)] if loud else []


def modest(memory: int) -> None:
    """Take the lowest place: low priority, `memory` megabytes of addresses, no core files, files for nobody else."""
    os.umask(0o077)
    os.nice(NICE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory << 20, memory << 20))


def receive(source: IO[bytes]) -> dict[str, Any] | None:
    """The next message, None at the end of the input."""
    head = source.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    if size > LONGEST_MESSAGE:
        return None
    message: dict[str, Any] = json.loads(source.read(size))
    return message


def send(target: IO[bytes], message: dict[str, Any], sound: bytes = b"") -> None:
    """Write a message, and the sound that belongs to it."""
    target.write(packed(message) + sound)
    target.flush()


def packed(message: dict[str, Any]) -> bytes:
    """A message as it goes over a pipe."""
    body = json.dumps(message).encode()
    return LENGTH.pack(len(body)) + body


if __name__ == "__main__":
    sys.exit(main())
