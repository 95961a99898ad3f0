"""sherpa-onnx, as far as it can be shown without a bank's model: how it is called, and what is missing is said.

The package is no dependency of ours; a stand-in with the signatures of sherpa-onnx 1.12 to 2.0 takes its place.
"""

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from bot.rules.listening import EngineAway
from bot.speech import model, sherpa, worker


class Recogniser:
    made: list[dict[str, Any]] = []  # noqa: RUF012

    @classmethod
    def from_sense_voice(
        cls, model: str, tokens: str, num_threads: int = 1, language: str = "", use_itn: bool = False
    ) -> "Recogniser":
        cls.made.append({"kind": "sense", "language": language})
        return cls()

    @classmethod
    def from_paraformer(cls, paraformer: str, tokens: str, num_threads: int = 1) -> "Recogniser":
        cls.made.append({"kind": "paraformer"})
        return cls()

    def create_stream(self) -> Any:
        return SimpleNamespace(
            accept_waveform=lambda rate, sound: None, result=SimpleNamespace(text="今天去了宏图玻璃")
        )

    def decode_stream(self, stream: Any) -> None: ...


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    package = ModuleType("sherpa_onnx")
    package.OfflineRecognizer = Recogniser  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sherpa_onnx", package)
    monkeypatch.setattr(Recogniser, "made", [])
    monkeypatch.setattr(worker, "speech", lambda _sound: [(0.0, 2.0), (3.0, 5.0)])
    (tmp_path / "model.int8.onnx").write_bytes(b"weights")
    return tmp_path


def brought(folder: Path, tokens: str) -> Path:
    (folder / "tokens.txt").write_text(tokens, "utf-8")
    model.adopt(folder)
    return folder


def test_sense_voice_is_told_the_language(folder: Path) -> None:
    hear = sherpa.load(brought(folder, "<|zh|> 1\n<|en|> 2"))
    segments = hear(np.zeros(80_000, dtype="float32"), "en")
    assert [(each.text, each.start, each.end) for each in segments] == [
        ("今天去了宏图玻璃", 0.0, 2.0),
        ("今天去了宏图玻璃", 3.0, 5.0),
    ]
    assert Recogniser.made == [{"kind": "sense", "language": "zh"}, {"kind": "sense", "language": "en"}]


def test_paraformer_knows_one_language(folder: Path) -> None:
    sherpa.load(brought(folder, "<blank> 0\n一 1"))(np.zeros(80_000, dtype="float32"), "en")
    assert Recogniser.made == [{"kind": "paraformer"}]


def test_what_is_missing_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EngineAway) as away:
        sherpa.load(folder)
    assert "tokens.txt" in away.value.why
    (folder / "tokens.txt").write_text("一 1")
    with pytest.raises(EngineAway) as away:
        sherpa.load(folder)
    assert "no manifest" in away.value.why
    brought(folder, "一 1")
    (folder / "model.int8.onnx").write_bytes(b"wEights")
    with pytest.raises(EngineAway) as away:
        sherpa.load(folder)
    assert "model.int8.onnx" in away.value.why
    monkeypatch.setitem(sys.modules, "sherpa_onnx", None)
    with pytest.raises(EngineAway) as away:
        sherpa.load(folder)
    assert (away.value.why, away.value.lasting) == (
        "sherpa-onnx is not installed: pip install sherpa-onnx",
        True,
    )
