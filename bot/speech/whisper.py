"""Whisper by faster-whisper: int8 on the CPU, from a folder, never from a network. Runs in the worker only."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from bot.rules.listening import EngineAway
from bot.speech import model
from bot.speech.guards import Segment

RATE = 16_000
LANGUAGES = ("zh", "en")
DOUBTED = -0.7  # clear speech in its own language has -0.1 to -0.6, in another -0.9 and less
CERTAIN = 0.8
PORTION = 60.0
SKIPPED = 3.0  # seconds of speech that are more than a breath
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

    def once(sound: Any, language: str, start: float, *, listened: bool) -> list[Segment]:
        # No prompt: names in it cost accuracy elsewhere, and once a client was written who was never spoken.
        segments, _ = loaded.transcribe(
            sound,
            language=language,
            beam_size=5,
            temperature=[0.0, 0.2, 0.4],
            condition_on_previous_text=False,
            vad_filter=listened,
        )
        return [
            Segment(each.text, start + each.start, start + each.end, each.avg_logprob, each.no_speech_prob)
            for each in segments
        ]

    def hear(sound: Any, language: str) -> list[Segment]:
        spoken = voices(sound)
        if not spoken:
            return []
        stretches = cut(spoken, len(sound) / RATE)
        first = sound[: int(stretches[0][1] * RATE)]
        found = once(first, language, 0.0, listened=True)
        if certainty(found) < DOUBTED:
            # In the wrong language it translates, badly: three million became $300,000. So it is asked what it hears.
            really, chance, _ = loaded.detect_language(first, vad_filter=True)
            if really != language and really in LANGUAGES and chance >= CERTAIN:
                language = really
                found = once(first, language, 0.0, listened=True)
        for start, end in stretches[1:]:
            found += once(sound[int(start * RATE) : int(end * RATE)], language, start, listened=True)
        # Whisper sometimes ends a window of 30 seconds early and skips what is left of it: it hears that alone.
        for start, end in uncovered(spoken, found):
            piece = sound[int(start * RATE) : int(end * RATE)]
            again = once(piece, language, start, listened=False)
            found += again or [Segment("", start, end, missed=True)]
        return sorted(found, key=lambda each: each.start)

    return hear


def cut(spoken: Sequence[tuple[float, float]], seconds: float) -> list[tuple[float, float]]:
    """A recording in stretches of about a minute, cut where nobody speaks: memory grows with what is heard at once.

    They follow one another from 0 to `seconds`.
    """
    cuts = [0.0]
    for (_, ends), (begins, _) in pairwise(spoken):
        if ends - cuts[-1] >= PORTION:
            cuts.append((ends + begins) / 2)
    return list(pairwise([*cuts, seconds]))


def certainty(found: Sequence[Segment]) -> float:
    """The mean log-probability of the tokens, each segment weighing by its seconds; 0 of nothing."""
    length = sum(each.end - each.start for each in found)
    return sum((each.logprob or 0.0) * (each.end - each.start) for each in found) / length if length else 0.0


def uncovered(spoken: Iterable[tuple[float, float]], found: Iterable[Segment]) -> list[tuple[float, float]]:
    """The stretches of speech, in seconds, of which no segment tells; short ones are breath and borders."""
    heard = sorted((each.start, each.end) for each in found)
    left = []
    for start, end in spoken:
        at = start
        for begins, ends in [*heard, (end, end)]:
            if min(begins, end) - at >= SKIPPED:
                left.append((at, min(begins, end)))
            at = max(at, ends)
    return left


def voices(sound: Any) -> list[tuple[float, float]]:
    """Where somebody speaks, in seconds, by the voice detector that comes with faster-whisper. Raises ImportError."""
    _without_av()
    from faster_whisper.vad import VadOptions, get_speech_timestamps

    found = get_speech_timestamps(sound, VadOptions(max_speech_duration_s=LONGEST))
    return [(each["start"] / RATE, each["end"] / RATE) for each in found]


def _without_av() -> None:
    """Keep PyAV out of the process: we decode with libsndfile, and its import costs time and memory for nothing."""
    sys.modules.setdefault("av", ModuleType("av"))
