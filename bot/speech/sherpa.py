"""SenseVoice or Paraformer by sherpa-onnx, from a folder that the bank brings. Runs in the worker only.

The folder holds `model.int8.onnx` (or `model.onnx`) and `tokens.txt` as the makers publish them. The package
`sherpa-onnx` is the bank's choice and no dependency of ours.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bot.rules.listening import EngineAway
from bot.speech import model
from bot.speech.guards import Segment

RATE = 16_000


def load(folder: Path) -> Any:
    """Load the model of a folder; gives a function from sound to segments. Raises EngineAway."""
    try:
        import sherpa_onnx
    except ImportError as missing:
        raise EngineAway("sherpa-onnx is not installed: pip install sherpa-onnx", lasting=True) from missing
    weights = next((folder / name for name in ("model.int8.onnx", "model.onnx") if (folder / name).is_file()), None)
    tokens = folder / "tokens.txt"
    if weights is None or not tokens.is_file():
        raise EngineAway(f"{folder} needs model.int8.onnx (or model.onnx) and tokens.txt", lasting=True)
    expected = model.expected(folder)
    if expected is None:
        raise EngineAway(f"{folder} has no manifest: waiqin speech install --from {folder}", lasting=True)
    if mistakes := model.wrong(folder, expected):
        raise EngineAway(" ".join(mistakes), lasting=True)
    made: dict[str, Any] = {}

    def recogniser(language: str) -> Any:
        # SenseVoice is told the language when it is loaded, and only its vocabulary knows tags of languages.
        key = language if sense_voice(tokens) else ""
        if key not in made:
            made.clear()
            made[key] = (
                sherpa_onnx.OfflineRecognizer.from_sense_voice(
                    model=str(weights), tokens=str(tokens), num_threads=1, language=language, use_itn=True
                )
                if key
                else sherpa_onnx.OfflineRecognizer.from_paraformer(
                    paraformer=str(weights), tokens=str(tokens), num_threads=1
                )
            )
        return made[key]

    recogniser("zh")

    def hear(sound: Any, language: str) -> list[Segment]:
        from bot.speech.worker import speech

        segments = []
        for start, end in speech(sound):
            stream = recogniser(language).create_stream()
            stream.accept_waveform(RATE, sound[int(start * RATE) : int(end * RATE)])
            recogniser(language).decode_stream(stream)
            segments.append(Segment(stream.result.text, start, end))
        return segments

    return hear


def sense_voice(tokens: Path) -> bool:
    """Whether the vocabulary is SenseVoice's: it has tags for languages."""
    return "<|zh|>" in tokens.read_text("utf-8", errors="replace")
