"""`waiqin speech`: for operators and scripts; every no is a sentence, and an exit code."""

import json
from pathlib import Path

import pytest

from bot.__main__ import main

CLIPS = Path(__file__).parent / "clips"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WAIQIN_DATA_DIR", str(tmp_path))
    monkeypatch.delenv("WAIQIN_CONFIG", raising=False)
    return tmp_path


def test_what_would_hear(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speech", "info", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["engine"], told["model"], told["there"]) == ("whisper", "whisper-base", False)
    assert main(["speech", "info", "--language", "zh-Hans"]) == 0
    assert "waiqin speech install" in capsys.readouterr().out


@pytest.mark.speech
def test_install_verify_and_a_damaged_model(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["speech", "verify"]) == 1
    assert main(["speech", "install"]) == 0
    assert main(["speech", "verify"]) == 0
    (here / "models" / "whisper-base" / "config.json").write_text("{}")
    capsys.readouterr()
    assert main(["speech", "verify", "--language", "en"]) == 1
    assert "config.json has 2 bytes instead of 2309." in capsys.readouterr().err


@pytest.mark.speech
def test_a_recording_with_a_book(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = here / "book.json"
    book.write_text(json.dumps([{"code": "C", "alias": "远帆渔具"}, {"code": "D", "alias": "宏图玻璃"}]), "utf-8")
    given = ["speech", "try", str(CLIPS / "dev_zh3.ogg"), "--lang", "zh", "--json", "--portfolio", str(book)]
    assert main(given) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["client"], told["person"], told["candidates"]) == ("远帆渔具", None, ["远帆渔具"])
    assert told["text"].startswith("拜访远帆渔具")
    assert {"text", "seconds", "engine", "model", "took"} <= told.keys()


def test_what_is_no_recording(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAIQIN_SPEECH_ENGINE", "server")
    monkeypatch.setenv("WAIQIN_SPEECH_URL", "http://127.0.0.1:9")
    (here / "empty.ogg").touch()
    (here / "junk.ogg").write_bytes(b"junk")
    assert main(["speech", "try", str(here / "empty.ogg"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["refused"] == "speech-empty"
    assert main(["speech", "try", str(here / "junk.ogg"), "--language", "en"]) == 2
    assert "read this file" in capsys.readouterr().err
    (here / "book.json").write_text("[1]")
    assert main(["speech", "try", str(CLIPS / "dev_zh3.ogg"), "--portfolio", str(here / "book.json")]) == 2


def test_an_engine_that_is_off_or_not_there(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAIQIN_SPEECH_ENGINE", "off")
    assert main(["speech", "try", str(CLIPS / "dev_zh3.ogg"), "--language", "en"]) == 1
    assert "WAIQIN_SPEECH_ENGINE is off" in capsys.readouterr().err
    monkeypatch.setenv("WAIQIN_SPEECH_ENGINE", "sherpa")
    monkeypatch.setenv("WAIQIN_SPEECH_MODEL", str(here))
    assert main(["speech", "try", str(CLIPS / "dev_zh3.ogg"), "--language", "en"]) == 1
    assert "Nothing can listen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environ", "says"),
    [
        ({"WAIQIN_SPEECH_ENGINE": "magic"}, "whisper, sherpa, server or off"),
        ({"WAIQIN_SPEECH_ENGINE": "sherpa"}, "folder of a SenseVoice or Paraformer"),
        ({"WAIQIN_SPEECH_ENGINE": "server", "WAIQIN_SPEECH_URL": "http://asr.example"}, "https://"),
        ({"WAIQIN_SPEECH_MEGABYTES_LONGEST": "50"}, "no larger file from Telegram"),
        ({"WAIQIN_SPEECH_SECONDS_LONGEST": "0"}, "more than zero"),
    ],
)
def test_mistakes_in_the_settings(
    environ: dict[str, str], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert main(["speech", "info"]) == 2
    assert says in capsys.readouterr().err


def test_a_banks_own_folder(here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    brought = here / "sensevoice"
    brought.mkdir()
    (brought / "tokens.txt").write_text("<|zh|> 0")
    assert main(["speech", "install", "--from", str(brought)]) == 0
    monkeypatch.setenv("WAIQIN_SPEECH_ENGINE", "sherpa")
    monkeypatch.setenv("WAIQIN_SPEECH_MODEL", str(brought))
    assert main(["speech", "verify"]) == 0
    (brought / "tokens.txt").write_text("<|zh|> 1")
    assert main(["speech", "verify"]) == 1
    assert main(["speech", "install", "--from", str(here / "nowhere")]) == 2
