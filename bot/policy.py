"""The bank's policy: its figures as they apply to each unit, and where each of them comes from (Y10).

The program's defaults are overlaid by the bank's file; below that, units may only tighten. What applies
to a unit is the tightest of everything said from the bank down to it. A file that has changed is read
again; one that has become wrong is refused with its mistakes, and the figures last read stay in force.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

import structlog

from bot.policy_keys import Key, written
from bot.policy_reading import DEFAULT, KEYS, Layer, Mistake, Reading, Unused, read, stamp
from bot.policy_sections import Policy

__all__ = ["Mistake", "Origin", "Policies", "Policy", "PolicyMistakes", "Shown", "Unused", "examine"]


log = structlog.get_logger()


class PolicyMistakes(Exception):
    """The policy can't be used; `mistakes` says why."""

    def __init__(self, mistakes: list[Mistake]) -> None:
        super().__init__(", ".join(f"{each.file}:{each.line or '-'} {each.key}" for each in mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from; `file` is None for the program's defaults."""

    file: str | None = None
    line: int | None = None
    unit: str | None = None

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.file else "default"


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of `waiqin policy show`."""

    key: Key
    value: Any
    origin: Origin


class Policies:
    """The policy of every unit, as the bank's file says it now. Ask it with unit codes, the root of the tree first."""

    def __init__(self, path: Path | str | None, reading: Reading) -> None:
        self.path = path
        self.files = tuple(reading.stamps)
        self.unused = tuple(reading.unused)
        self.base = base_of(reading.layers)
        self.below = {layer.unit: layer for layer in reading.layers if layer.unit is not None}
        self._made: dict[tuple[str, ...], Policy] = {}
        self._stamps = dict(reading.stamps)

    @classmethod
    def load(cls, path: Path | str | None = None) -> "Policies":
        """Read a bank's file, or the defaults alone; raises PolicyMistakes with every mistake in it."""
        policies, mistakes = examine(path)
        if mistakes:
            raise PolicyMistakes(mistakes)
        return policies

    def refresh(self) -> list[Mistake]:
        """Read the files again if one has changed (microseconds if not).

        Files that have become wrong change nothing: the figures last read stay in force, and the mistakes
        are logged and returned, once for each change.
        """
        if self.path is None or all(stamp(file) == then for file, then in self._stamps.items()):
            return []
        fresh, mistakes = examine(self.path)
        self._stamps = fresh._stamps
        if mistakes:
            log.error("policy.mistakes", places=[f"{each.file}:{each.line} {each.key}" for each in mistakes])
            return mistakes
        self.files, self.unused, self.base, self.below = fresh.files, fresh.unused, fresh.base, fresh.below
        self._made = {}
        log.info("policy.read_again", files=[each.name for each in self.files])
        return []

    def of(self, units: Iterable[str] = ()) -> Policy:
        """What applies to a unit: the codes from the tree's root down to it; none for the bank as a whole."""
        known = tuple(code for code in units if code in self.below)
        if known not in self._made:
            self._made[known] = policy_of({shown.key.path: shown.value for shown in self.explain(known)})
        return self._made[known]

    def explain(self, units: Iterable[str] = ()) -> list[Shown]:
        """Every value that applies to a unit, with the line that it comes from."""
        here = dict(self.base)
        for layer in (self.below[code] for code in units if code in self.below):
            for path, value in layer.values.items():
                tighter = KEYS[path].tighter.meet(here[path].value, value)
                if tighter != here[path].value:
                    here[path] = Shown(KEYS[path], tighter, Origin(layer.file, layer.lines[path], layer.unit))
        return list(here.values())

    def against(self, parents: Mapping[str, str | None]) -> list[Mistake]:
        """Mistakes that show only beside the bank's tree (each unit's code with its parent's): units that
        the bank does not have, and units that are looser than one between them and the bank."""
        found: list[Mistake] = []
        for code, layer in self.below.items():
            if code not in parents:
                found.append(Mistake(layer.file, first_line(layer), "policy-unit-unknown", {"unit": code}))
                continue
            *above, _ = downwards(code, parents)
            found += loosened(layer, by_path(self.explain(above)))
            found += at_odds(by_path(self.explain([*above, code])), code)
        return found


def examine(path: Path | str | None) -> tuple[Policies, list[Mistake]]:
    """Read a file and check all of it: what can be made of it, and every mistake in the order of the lines."""
    reading = read(DEFAULT)
    if path is not None:
        said = read(Path(path))
        said.layers = [*reading.layers, *said.layers]
        said.mistakes = [*reading.mistakes, *said.mistakes]
        reading = said
    policies = Policies(path, reading)
    mistakes = [*reading.mistakes, *at_odds(policies.base, None)]
    for code, layer in policies.below.items():
        mistakes += loosened(layer, policies.base)
        mistakes += at_odds(by_path(policies.explain([code])), code)
    return policies, sorted(mistakes, key=lambda each: (each.file, each.line or 0))


# Figures that make no sense beside each other: the first must be below the second.
ODDS = (
    ("calendar.opening", "calendar.closing"),
    ("calendar.work_start", "calendar.day_end"),
    ("outing.return_reminder", "outing.return_time"),
    ("outing.return_time", "outing.latest_return"),
    ("evidence.radius_m", "evidence.far_m"),
    ("evidence.accuracy_good_m", "evidence.accuracy_poor_m"),
    ("evidence.thin_minutes", "evidence.longest_gap_minutes"),
    ("places.fewest_visits", "places.most_visits"),
)


def at_odds(shown: Mapping[str, Shown], unit: str | None) -> Iterator[Mistake]:
    """Pairs of figures that contradict each other, where this unit's layer (or the bank's) said one of them."""
    for low, high in ODDS:
        ends = shown[low], shown[high]
        said = [end for end in ends if end.origin.file and end.origin.unit == unit]
        if said and ends[0].value >= ends[1].value:
            facts = {
                "low": low,
                "high": high,
                "low_value": written(ends[0].value),
                "high_value": written(ends[1].value),
                "low_from": str(ends[0].origin),
                "high_from": str(ends[1].origin),
            }
            yield Mistake(said[0].origin.file or "", said[0].origin.line, "policy-at-odds", facts)


def loosened(layer: Layer, above: Mapping[str, Shown]) -> Iterator[Mistake]:
    """Every value by which a unit would loosen what the units above it say."""
    for path, value in layer.values.items():
        key, upper = KEYS[path], above[path]
        if not key.tighter.allows(upper.value, value):
            facts = {
                "what": path,
                "value": written(value),
                "upper": written(upper.value),
                "from": str(upper.origin),
                "unit": layer.unit,
                "tighter": key.tighter.word,
                "choices": " < ".join(key.inner[1] or key.choices),
            }
            yield Mistake(layer.file, layer.lines[path], "policy-loosens", facts)


def base_of(layers: list[Layer]) -> dict[str, Shown]:
    """The bank's own figures: the defaults, replaced by what its file says."""
    base: dict[str, Shown] = {}
    for layer in layers:
        if layer.unit is None:
            for path, value in layer.values.items():
                origin = Origin(layer.file, layer.lines[path]) if base.get(path) else Origin()
                if KEYS[path].kind == "table" and path in base:  # a table changes the figures that it names
                    value = {**base[path].value, **value}
                base[path] = Shown(KEYS[path], value, origin)
    return {path: base[path] for path in KEYS}


def policy_of(values: Mapping[str, Any]) -> Policy:
    sections: dict[str, Any] = {}
    for section, section_type in get_type_hints(Policy).items():
        own = {path.partition(".")[2]: value for path, value in values.items() if path.startswith(f"{section}.")}
        sections[section] = section_type(**own)
    return Policy(**sections)


def by_path(shown: Iterable[Shown]) -> dict[str, Shown]:
    return {each.key.path: each for each in shown}


def downwards(code: str, parents: Mapping[str, str | None]) -> list[str]:
    """The codes from the tree's root down to a unit. A ring ends it."""
    path = [code]
    while (above := parents.get(path[0])) is not None and above not in path:
        path.insert(0, above)
    return path


def first_line(layer: Layer) -> int | None:
    return min((line for line in layer.lines.values() if line), default=None)
