"""Backups: one encrypted file with everything that the database held at one moment, and a manifest to check it by.

The file is AES-256-GCM in numbered pieces, the last one marked: a piece that is changed, missing, doubled or moved is
noticed before anything of it is used. SQLite is copied by its own online backup, PostgreSQL by pg_dump; neither
waits for the bot nor makes it wait. While a backup is made its plain copy lies in a folder that only we can read.
"""

import base64
import hashlib
import json
import os
import secrets
import shutil
import sqlite3
import struct
import subprocess
import zlib
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy.engine import URL, make_url

MAGIC = b"waiqin backup 1\n"
PIECE = 1024 * 1024
KEY_BYTES = 32
PREFIX_BYTES = 7  # of a nonce: 7 of chance, 4 that count, 1 that says whether it is the last


class Trouble(Exception):
    """A backup can't be made or used; the text says why and what would work."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds."""

    kind: str  # sqlite | postgresql
    revision: str | None
    at: str  # ISO 8601, UTC
    bytes: int
    sha256: str
    rows: dict[str, int]


# ---------------------------------------------------------------- keys


def make_key(path: Path) -> None:
    """A new key file that only its owner can read; never over one that is there."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise Trouble(f"{path} is there already; a key is never overwritten.") from None
    with os.fdopen(handle, "w") as file:
        file.write(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode() + "\n")


def read_key(path: Path) -> bytes:
    try:
        key = base64.b64decode(path.read_text("ascii").strip(), validate=True)
    except OSError:
        raise Trouble(f"{path} can't be read; `waiqin backup key {path}` makes a key.") from None
    except ValueError:
        raise Trouble(f"{path} is no key file.") from None
    if len(key) != KEY_BYTES:
        raise Trouble(f"{path} is no key file.")
    return key


# ---------------------------------------------------------------- the file


def write(plain: Path, manifest: Manifest, target: Path, key: bytes) -> None:
    """Compress and encrypt a plain copy into the target; the target appears whole or not at all."""
    part = target.with_name(target.name + ".part")
    cipher, prefix = AESGCM(key), secrets.token_bytes(PREFIX_BYTES)
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(MAGIC + prefix)
        waiting: bytes | None = None
        number = 0
        for piece in pieces(plain, manifest):
            if waiting is not None:
                put(out, cipher, prefix, number, waiting, last=False)
                number += 1
            waiting = piece
        put(out, cipher, prefix, number, waiting or b"", last=True)
        out.flush()
        os.fsync(out.fileno())
    os.replace(part, target)


def pieces(plain: Path, manifest: Manifest) -> Iterator[bytes]:
    """The manifest, then the compressed copy, a piece at a time."""
    yield json.dumps(asdict(manifest)).encode()
    squeeze = zlib.compressobj(6)
    with plain.open("rb") as file:
        while block := file.read(PIECE):
            if squeezed := squeeze.compress(block):
                yield squeezed
    yield squeeze.flush()


def put(out: BinaryIO, cipher: AESGCM, prefix: bytes, number: int, piece: bytes, *, last: bool) -> None:
    sealed = cipher.encrypt(nonce(prefix, number, last), piece, MAGIC)
    out.write(struct.pack(">IB", len(sealed), last) + sealed)


def nonce(prefix: bytes, number: int, last: bool) -> bytes:
    return prefix + struct.pack(">IB", number, last)


def read(source: Path, key: bytes, plain: Path) -> Manifest:
    """Decrypt a backup into a plain copy, checked against its manifest; raises Trouble and leaves nothing behind."""
    try:
        manifest = opened(source, key, plain)
    except BaseException:
        plain.unlink(missing_ok=True)
        raise
    if plain.stat().st_size != manifest.bytes or digest(plain) != manifest.sha256:
        plain.unlink()
        raise Trouble(f"{source} does not hold what its manifest says.")
    return manifest


def opened(source: Path, key: bytes, plain: Path) -> Manifest:
    cipher = AESGCM(key)
    expand = zlib.decompressobj()
    manifest: Manifest | None = None
    try:
        file = source.open("rb")
    except OSError:
        raise Trouble(f"{source} can't be read.") from None
    with file, os.fdopen(os.open(plain, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        if file.read(len(MAGIC)) != MAGIC:
            raise Trouble(f"{source} is no backup of Waiqin.")
        prefix = file.read(PREFIX_BYTES)
        number, last = 0, False
        while not last:
            head = file.read(5)
            if len(head) < 5:
                raise Trouble(f"{source} is cut off; take another backup.")
            length, flag = struct.unpack(">IB", head)
            last = bool(flag)
            try:
                piece = cipher.decrypt(nonce(prefix, number, last), file.read(min(length, 2 * PIECE)), MAGIC)
            except InvalidTag:
                raise Trouble(f"{source} was made with another key, or is damaged.") from None
            if manifest is None:
                manifest = Manifest(**json.loads(piece))
            else:
                out.write(expand.decompress(piece))
            number += 1
        out.write(expand.flush())
        if file.read(1):
            raise Trouble(f"{source} has something after its end.")
        os.fsync(out.fileno())
    if manifest is None:
        raise Trouble(f"{source} holds nothing.")
    return manifest


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# ---------------------------------------------------------------- SQLite


def copy_sqlite(source: Path, plain: Path) -> None:
    """A consistent copy of a database in use."""
    if not source.is_file():
        raise Trouble(f"there is no database {source}.")
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as here, closing(sqlite3.connect(plain)) as there:
        here.backup(there)
    plain.chmod(0o600)


def check_sqlite(plain: Path) -> None:
    """Whether the copy is a whole database; raises Trouble."""
    try:
        with closing(sqlite3.connect(plain)) as copy:
            said = [row[0] for row in copy.execute("PRAGMA integrity_check")]
            broken = copy.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.DatabaseError as error:
        raise Trouble(f"the copy is no database ({error}).") from None
    if said != ["ok"] or broken:
        raise Trouble(f"the copy is damaged: {said[0] if said != ['ok'] else 'rows point to rows that are not there'}.")


def replace_sqlite(plain: Path, target: Path, kept: Path) -> None:
    """Put the copy in the place of the database; what was there is kept beside it."""
    if target.exists():
        # Its log goes into the file, so that the file is all of it; a ruin is kept as it is.
        with closing(sqlite3.connect(target)) as old, suppress(sqlite3.DatabaseError):
            old.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        os.replace(target, kept)
    for suffix in ("-wal", "-shm"):
        target.with_name(target.name + suffix).unlink(missing_ok=True)
    os.replace(plain, target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


# ---------------------------------------------------------------- PostgreSQL


def tool(name: str, folder: Path | None) -> str:
    """Where pg_dump or pg_restore is; raises Trouble with what to install."""
    found = shutil.which(name, path=str(folder) if folder else None)
    if found is None:
        raise Trouble(
            f"{name} is not found{f' in {folder}' if folder else ''}: install PostgreSQL's client programs of the"
            " server's version, or name their folder with --tools."
        )
    return found


def fits(found: str, server: int) -> None:
    """Whether a client program may speak with a server of this major version; raises Trouble."""
    said = run_tool([found, "--version"])
    major = int(said.split()[2].split(".")[0])
    if major < server:
        raise Trouble(
            f"{found} is of version {major} and the server of {server}: a client must not be older. Install version"
            f" {server}'s client programs, or name their folder with --tools."
        )


def libpq(url: URL, folder: Path) -> str:
    """The address as PostgreSQL's programs take it; a password goes into a file in the folder, not into the address."""
    plain = URL.create("postgresql", url.username, None, url.host, url.port, url.database, url.query)
    if url.password:
        secret = folder / "pgpass"
        escaped = str(url.password).replace("\\", "\\\\").replace(":", "\\:")
        with os.fdopen(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(f"*:*:*:*:{escaped}\n")
        plain = plain.update_query_dict({"passfile": str(secret)})
    return plain.render_as_string(hide_password=False)


def run_tool(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - PostgreSQL's own
    if done.returncode:
        raise Trouble(f"{Path(command[0]).name} says: {done.stderr.strip().splitlines()[0] if done.stderr else '?'}")
    return done.stdout


def dump_postgres(url: str, plain: Path, folder: Path | None, server: int, snapshot: str) -> None:
    """A dump of a database in use, as it was in the snapshot."""
    found = tool("pg_dump", folder)
    fits(found, server)
    plain.touch(0o600)
    how = ["--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot}"]
    run_tool([found, *how, f"--file={plain}", f"--dbname={libpq(make_url(url), plain.parent)}"])


def check_dump(plain: Path, folder: Path | None) -> None:
    """Whether the dump can be read, with the tables of ours in it; raises Trouble."""
    if " TABLE public people " not in run_tool([tool("pg_restore", folder), "--list", str(plain)]):
        raise Trouble("the dump does not hold the bot's tables.")


def replace_postgres(plain: Path, url: str, folder: Path | None) -> None:
    """Put the dump in the place of the database's tables: all of it in one transaction, or nothing."""
    how = ["--clean", "--if-exists", "--no-owner", "--no-acl", "--single-transaction", "--exit-on-error"]
    run_tool([tool("pg_restore", folder), *how, f"--dbname={libpq(make_url(url), plain.parent)}", str(plain)])


def described(manifest: Manifest) -> dict[str, Any]:
    """The manifest for a report."""
    return asdict(manifest)
