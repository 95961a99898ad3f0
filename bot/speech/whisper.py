"""Whisper by faster-whisper: int8 on the CPU, from a folder, never from a network. Runs in the worker only."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from bot.rules.listening import EngineAway
from bot.speech import model
from bot.speech.guards import Segment

LONGEST = 25.0  # seconds of one stretch of speech for engines that read it at once


def load(folder: Path) -> Any:
    """Load the model of a folder that is what it should be; gives a function from sound to segments.

    Raises EngineAway or ImportError.
    """
    if folder.name in model.KNOWN and not folder.exists():
        model.install(folder, model.KNOWN[folder.name])
    if not folder.is_dir() or not (folder / "model.bin").is_file():
        raise EngineAway(f"{folder} holds no model: waiqin speech install", lasting=True)
    expected = model.expected(folder)
    if expected is None:
        raise EngineAway(f"{folder} has no manifest: waiqin speech install --from {folder}", lasting=True)
    if mistakes := model.wrong(folder, expected):
        raise EngineAway(" ".join(mistakes), lasting=True)
    _without_av()
    from faster_whisper import WhisperModel

    loaded = WhisperModel(
        str(folder), device="cpu", compute_type="int8", cpu_threads=1, num_workers=1, local_files_only=True
    )

    def hear(sound: Any, language: str) -> list[Segment]:
        # No prompt: names in it cost accuracy elsewhere, and once a client was written who was never spoken.
        segments, _ = loaded.transcribe(
            sound,
            language=language,
            beam_size=5,
            temperature=[0.0, 0.2, 0.4],
            condition_on_previous_text=False,
            vad_filter=True,
        )
        return [Segment(each.text, each.start, each.end, each.avg_logprob, each.no_speech_prob) for each in segments]

    return hear


def voices(sound: Any) -> list[tuple[float, float]]:
    """Where somebody speaks, in seconds, by the voice detector that comes with faster-whisper. Raises ImportError."""
    _without_av()
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    found = get_speech_timestamps(sound, VadOptions(max_speech_duration_s=LONGEST))
    return [(each["start"] / 16_000, each["end"] / 16_000) for each in found]


def _without_av() -> None:
    """Keep PyAV out of the process: we decode with libsndfile, and its import costs time and memory for nothing."""
    sys.modules.setdefault("av", ModuleType("av"))
