"""Reading a policy file critically: layers with a line for every value, and a sentence for every mistake.

A file holds the bank's figures, and below `[units.CODE]` (or in a file that such a section names) the
figures of single units. Whatever the vocabulary does not know is a mistake; what belongs to later
versions is accepted and noted as not used yet.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from bot.policy_keys import Key, Wrong, keys_of, read_value
from bot.policy_lines import lines_of
from bot.policy_sections import LATER_KEYS, LATER_SECTIONS, Policy

KEYS: Mapping[str, Key] = keys_of(Policy)
SECTIONS: tuple[str, ...] = tuple(dict.fromkeys(path.split(".")[0] for path in KEYS))
SCHEMA_VERSION = 1
DEFAULT = Path(__file__).with_name("policy.default.toml")
LONGEST_FILE = 1_000_000  # bytes
Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong with a policy file: where, and the locale key and facts of a sentence."""

    file: str
    line: int | None
    key: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unused:
    """A section or key of a later version: accepted, not read."""

    file: str
    line: int | None
    path: str


@dataclass(slots=True)
class Layer:
    """What one unit's part of a file says (the whole bank's, where `unit` is None)."""

    unit: str | None
    file: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int | None] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """Everything that was found in a file and the files it names."""

    stamps: dict[Path, Stamp | None] = field(default_factory=dict)  # the files, and how they looked when read
    layers: list[Layer] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)


def read(path: Path) -> Reading:
    """Read a policy file and the unit files it names. Never raises for what an operator can get wrong."""
    reading = Reading()
    found = parse(path, reading)
    if found is None:
        return reading
    table, lines = found
    page = Page(reading, path.name, lines)
    units = table.pop("units", {})
    page.layer(None, (), table)
    if not isinstance(units, dict):
        page.mistake(("units",), "policy-units-shape")
        return reading
    for code, said in units.items():
        if not isinstance(said, dict):
            page.mistake(("units", code), "policy-units-shape")
        elif "file" in said:
            unit_file(page, path, code, said)
        else:
            page.layer(code, ("units", code), said)
    return reading


def unit_file(page: "Page", path: Path, code: str, said: dict[str, Any]) -> None:
    """Read the file that a unit's section names; it lies beside the bank's or below."""
    name = said["file"]
    if len(said) > 1:
        page.mistake(("units", code, "file"), "policy-unit-file-alone", unit=code)
    if not isinstance(name, str) or Path(name).is_absolute() or ".." in Path(name).parts:
        page.mistake(("units", code, "file"), "policy-unit-file-place", unit=code)
        return
    found = parse(path.parent / name, page.reading, Mistaken(page.file, page.line(("units", code, "file"))))
    if found is None:
        return
    table, lines = found
    below = Page(page.reading, name, lines)
    if "units" in table:
        below.mistake(("units",), "policy-units-nested")
        del table["units"]
    below.layer(code, (), table)


@dataclass(frozen=True, slots=True)
class Mistaken:
    """Where a missing file is named."""

    file: str
    line: int | None


def parse(
    path: Path, reading: Reading, named: Mistaken | None = None
) -> tuple[dict[str, Any], dict[tuple[str | int, ...], int]] | None:
    """The file as TOML with its lines; or None, and the mistake is noted."""
    reading.stamps[path] = stamp(path)
    try:
        raw = path.read_bytes()
    except OSError:
        where = named or Mistaken(path.name, None)
        reading.mistakes.append(Mistake(where.file, where.line, "policy-no-file", {"name": path.name}))
        return None
    if len(raw) > LONGEST_FILE:
        reading.mistakes.append(Mistake(path.name, None, "policy-too-long"))
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        reading.mistakes.append(Mistake(path.name, line, "policy-not-utf8"))
        return None
    try:
        return tomllib.loads(text), lines_of(text)
    except tomllib.TOMLDecodeError as error:
        reading.mistakes.append(not_toml(path.name, text, str(error)))
        return None


def stamp(path: Path) -> Stamp | None:
    """What a change of a file changes: its moment and its size; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


FULL_WIDTH = re.compile(r"[“”‘’＝：，［］｛｝＃。；]")
SHORT_TIME = re.compile(r"(?<![\d:])(\d{1,2}:\d{2})(?![\d:])")


def not_toml(file: str, text: str, said: str) -> Mistake:
    """The mistake behind a syntax error: those that people make, by name; others as the parser says it."""
    at = re.search(r"\(at line (\d+), column (\d+)\)", said)
    rows = text.splitlines()
    line = int(at[1]) if at else len(rows)
    row = rows[line - 1] if 0 < line <= len(rows) else ""
    code = re.sub(r'"[^"]*"|\'[^\']*\'|#.*', "", row)
    if odd := FULL_WIDTH.search(code):
        return Mistake(file, line, "policy-full-width", {"sign": odd[0]})
    if short := SHORT_TIME.search(code):
        return Mistake(file, line, "policy-short-time", {"said": short[1], "right": f"{short[1]:0>5}:00"})
    if "overwrite" in said or "twice" in said:
        return Mistake(file, line, "policy-said-twice")
    return Mistake(file, line, "policy-not-toml", {"column": at[2] if at else "1"})


@dataclass(slots=True)
class Page:
    """A file being read: where its lines are and where its mistakes go."""

    reading: Reading
    file: str
    lines: Mapping[tuple[str | int, ...], int]

    def line(self, path: Iterable[str | int]) -> int | None:
        return self.lines.get(tuple(path))

    def mistake(self, path: Iterable[str | int], key: str, **facts: object) -> None:
        self.reading.mistakes.append(Mistake(self.file, self.line(path), key, facts))

    def unused(self, at: tuple[str, ...], path: str) -> None:
        self.reading.unused.append(Unused(self.file, self.line(at), path))

    def layer(self, unit: str | None, prefix: tuple[str, ...], table: dict[str, Any]) -> None:
        """Read one unit's sections into a layer."""
        made = Layer(unit, self.file)
        self.reading.layers.append(made)
        for name, said in table.items():
            at = (*prefix, name)
            if name == "schema_version" and unit is None:
                if said != SCHEMA_VERSION:
                    self.mistake(at, "policy-schema", version=str(SCHEMA_VERSION))
            elif name in LATER_SECTIONS:
                self.unused(at, name)
            elif name not in SECTIONS:
                self.unknown(at, name, name, (*SECTIONS, *LATER_SECTIONS, "units"))
            elif isinstance(said, list) and f"{name}.lines" in KEYS:
                self.value(made, at, f"{name}.lines", said)
            elif not isinstance(said, dict):
                self.mistake(at, "policy-section-shape", section=name)
            else:
                self.section(made, at, name, said)

    def section(self, made: Layer, at: tuple[str, ...], section: str, table: dict[str, Any], within: str = "") -> None:
        """Read a section; a table in it, such as `[credit.rating]`, holds keys that begin with its name."""
        for name, said in table.items():
            path, here = f"{section}.{within}{name}", (*at, name)
            if path in LATER_KEYS:
                self.unused(here, path)
            elif path in KEYS:
                self.value(made, here, path, said)
            elif isinstance(said, dict) and any(each.startswith(f"{path}_") for each in KEYS):
                self.section(made, here, section, said, f"{within}{name}_")
            else:
                self.unknown(here, f"{within}{name}", path, siblings(section))

    def value(self, made: Layer, here: tuple[str, ...], path: str, said: object) -> None:
        value = read_value(KEYS[path], said)
        if isinstance(value, Wrong):
            at = (*here, *value.at)
            self.mistake(at if self.line(at) else here, value.key, what=path, **value.facts)
        else:
            made.values[path] = value
            made.lines[path] = self.line(here)

    def unknown(self, at: tuple[str, ...], name: str, path: str, names: Iterable[str]) -> None:
        """Say that nothing has this name, and what was probably meant."""
        elsewhere = [known for known in (*KEYS, *LATER_KEYS) if known.split(".")[1] == name]
        near = get_close_matches(name, list(names), n=1, cutoff=0.6)
        if elsewhere:
            section, _ = elsewhere[0].split(".")
            self.mistake(at, "policy-elsewhere", what=path, section=section, name=name)
        elif near:
            self.mistake(at, "policy-unknown-near", what=path, near=near[0])
        else:
            self.mistake(at, "policy-unknown", what=path)


def siblings(section: str) -> Iterator[str]:
    for path in (*KEYS, *LATER_KEYS):
        if path.startswith(f"{section}."):
            yield path.split(".")[1]
