"""What a policy key is: its kind of value, its bounds, its rule, and which way is tighter (Y10).

A lower unit may only tighten. For every key that is one function of two values, `meet`: the tighter of
the two. A lower value is allowed when meeting the upper one leaves it as it is, and what applies to a
unit is the meeting of all layers above it, so that no order of files can loosen anything.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, Literal, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@dataclass(frozen=True, slots=True)
class Direction:
    """Which way is tighter. `word` names the sentence for it: `policy-tighter-<word>`."""

    word: str
    meet: Callable[[Any, Any], Any]

    def allows(self, upper: Any, lower: Any) -> bool:
        """Whether a lower unit may say `lower` where the units above it say `upper`."""
        return bool(self.meet(upper, lower) == lower)


def both(upper: tuple[Any, ...], lower: tuple[Any, ...]) -> tuple[Any, ...]:
    return lower if set(upper) <= set(lower) else upper + tuple(each for each in lower if each not in upper)


EARLIER = Direction("earlier", min)
LATER = Direction("later", max)
SMALLER = Direction("smaller", min)
LARGER = Direction("larger", max)
ON = Direction("on", lambda upper, lower: upper or lower)
OFF = Direction("off", lambda upper, lower: upper and lower)
MORE = Direction("more", both)
FEWER = Direction("fewer", lambda upper, lower: tuple(said for said in lower if said in upper))
FIXED = Direction("fixed", lambda upper, lower: upper)


def along(*steps: str) -> Direction:
    """A choice whose values are listed from the loosest to the tightest."""
    return Direction("along", lambda upper, lower: max(upper, lower, key=steps.index))


@dataclass(frozen=True, slots=True)
class EachDirection(Direction):
    """The same way for every figure of a table by name; a bound where there was none is tighter too."""

    inner: Direction

    def allows(self, upper: Any, lower: Any) -> bool:
        return all(self.inner.allows(upper[name], said) for name, said in lower.items() if name in upper)


def each(inner: Direction) -> Direction:
    """A table of figures by name, each of which may be tightened."""

    def meet(upper: Any, lower: Any) -> Any:
        shared = {name: inner.meet(upper[name], said) for name, said in lower.items() if name in upper}
        return {**upper, **lower, **shared}

    return EachDirection(inner.word, meet, inner)


@dataclass(frozen=True, slots=True)
class Key:
    """One figure or switch of the policy."""

    path: str  # "outing.return_time"
    rules: tuple[str, ...]  # "A05"; none where the bank's papers are silent
    tighter: Direction
    kind: str  # time | whole | number | flag | choice | choices | texts | text | zone | country | table | steps
    choices: tuple[str, ...] = ()
    between: tuple[float, float] | None = None
    only: bool | None = None  # a switch that is code and not policy: the one value it may have
    inner: tuple[str, tuple[str, ...]] = ("", ())  # of a table: what kind its figures are, and their choices


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong with one value: the locale key of the sentence, and the facts it needs."""

    key: str
    facts: Mapping[str, object]
    at: tuple[str | int, ...] = ()  # where in the value, for its line


@dataclass(frozen=True, slots=True)
class Figure:
    """What a section says of one of its fields; with the field's type it makes a `Key`."""

    rules: tuple[str, ...]
    tighter: Direction
    between: tuple[float, float] | None = None
    only: bool | None = None
    kind: str | None = None


def figure(
    rules: str,
    tighter: Direction,
    *,
    between: tuple[float, float] | None = None,
    only: bool | None = None,
    kind: str | None = None,
) -> Figure:
    """Declares a key as the annotation of a section's field. `rules` are rule IDs with spaces between them."""
    return Figure(tuple(rules.split()), tighter, between, only, kind)


KINDS: dict[Any, str] = {time: "time", bool: "flag", int: "whole", float: "number", str: "text"}


def keys_of(policy: type) -> dict[str, Key]:
    """Every key that a policy class declares, by path, in the order of the class."""
    found: dict[str, Key] = {}
    for section, section_type in get_type_hints(policy).items():
        for name, hint in get_type_hints(section_type, include_extras=True).items():
            plain, said = get_args(hint)
            kind, choices = kind_of(plain)
            path = f"{section}.{name}"
            inner = kind_of(get_args(plain)[1]) if kind == "table" else ("", ())
            found[path] = Key(
                path, said.rules, said.tighter, said.kind or kind, choices, said.between, said.only, inner
            )
    return found


def kind_of(hint: Any) -> tuple[str, tuple[str, ...]]:
    if get_origin(hint) is Literal:
        return "choice", get_args(hint)
    if get_origin(hint) is Mapping:
        return "table", get_args(get_args(hint)[0])
    if get_origin(hint) is tuple:
        inner = get_args(hint)[0]
        return ("choices", get_args(inner)) if get_origin(inner) is Literal else ("texts", ())
    return KINDS[hint], ()


def read_value(key: Key, said: object) -> Any | Wrong:
    """The value as the program uses it, or what is wrong with it."""
    return READERS[key.kind](key, said)


def read_time(key: Key, said: object) -> time | Wrong:
    if isinstance(said, time):
        return said
    return Wrong("policy-needs-time", {})


def read_whole(key: Key, said: object) -> int | Wrong:
    low, high = key.between or (0, 10**9)
    if isinstance(said, int) and not isinstance(said, bool) and low <= said <= high:
        return said
    return Wrong("policy-needs-whole", {"low": f"{low:g}", "high": f"{high:g}"})


def read_number(key: Key, said: object) -> float | Wrong:
    low, high = key.between or (0, 10**9)
    if isinstance(said, int | float) and not isinstance(said, bool) and low <= said <= high:
        return float(said)
    return Wrong("policy-needs-number", {"low": f"{low:g}", "high": f"{high:g}"})


def read_flag(key: Key, said: object) -> bool | Wrong:
    if not isinstance(said, bool):
        return Wrong("policy-needs-flag", {})
    if key.only is not None and said is not key.only:
        return Wrong("policy-is-code", {"only": written(key.only)})
    return said


def read_choice(key: Key, said: object) -> str | Wrong:
    if isinstance(said, str) and said in key.choices:
        return said
    return Wrong("policy-needs-choice", {"choices": listed(key.choices)})


def read_choices(key: Key, said: object) -> tuple[str, ...] | Wrong:
    if isinstance(said, list) and said and all(each in key.choices for each in said) and len(set(said)) == len(said):
        return tuple(said)
    return Wrong("policy-needs-choices", {"choices": listed(key.choices)})


def read_texts(key: Key, said: object) -> tuple[str, ...] | Wrong:
    texts = [each for each in said if isinstance(each, str) and each.strip()] if isinstance(said, list) else []
    if texts and texts == said and len(set(texts)) == len(texts):
        return tuple(texts)
    return Wrong("policy-needs-texts", {})


def read_text(key: Key, said: object) -> str | Wrong:
    return said if isinstance(said, str) and said.strip() else Wrong("policy-needs-text", {})


def read_zone(key: Key, said: object) -> str | Wrong:
    if isinstance(said, str) and is_zone(said):
        return said
    return Wrong("policy-needs-zone", {})


def read_country(key: Key, said: object) -> str | Wrong:
    if isinstance(said, str) and is_country(said):
        return said
    return Wrong("policy-needs-country", {})


def read_table(key: Key, said: object) -> dict[str, Any] | Wrong:
    """Figures by name: { annual = 15, personal = 10 }."""
    if not isinstance(said, dict) or not set(said) <= set(key.choices):
        return Wrong("policy-needs-table", {"choices": listed(key.choices)})
    kind, choices = key.inner
    each_key = replace(key, kind=kind, choices=choices)
    read = {name: READERS[kind](each_key, value) for name, value in said.items()}
    return next((value for value in read.values() if isinstance(value, Wrong)), read)


def read_steps(key: Key, said: object) -> dict[int, int] | Wrong:
    """Figures from a number of years on: { 1 = 5, 10 = 10 }; they may not fall."""
    low, high = key.between or (0, 10**9)
    if isinstance(said, dict) and said and all(name.isdecimal() for name in said):
        read = {int(name): value for name, value in sorted(said.items(), key=lambda each: int(each[0]))}
        figures = list(read.values())
        whole = all(isinstance(each, int) and not isinstance(each, bool) and low <= each <= high for each in figures)
        if whole and figures == sorted(figures):
            return read
    return Wrong("policy-needs-steps", {})


def read_own(key: Key, said: object) -> Any | Wrong:
    """A value with a shape of its own: the rhythm of contact, numbers of days."""
    from bot import policy_rhythm

    return policy_rhythm.read_rhythm(said) if key.kind == "rhythm" else policy_rhythm.read_days(said)


READERS: Mapping[str, Callable[[Key, object], Any]] = {
    "time": read_time,
    "whole": read_whole,
    "number": read_number,
    "flag": read_flag,
    "choice": read_choice,
    "choices": read_choices,
    "texts": read_texts,
    "text": read_text,
    "zone": read_zone,
    "country": read_country,
    "rhythm": read_own,
    "days": read_own,
    "table": read_table,
    "steps": read_steps,
}


def is_zone(name: str) -> bool:
    """Whether this is an IANA time zone that this machine knows, e.g. Asia/Shanghai."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def is_country(name: str) -> bool:
    """Whether public holidays are known of this country (ISO 3166: CN) or part of one (DE-BY)."""
    if name == "CN":
        return True
    from holidays import list_supported_countries

    land, dash, part = name.partition("-")
    known: Mapping[str, list[str]] = list_supported_countries()
    return land in known and (not dash or part in known[land])


def written(value: object) -> str:
    """A value as one writes it in a policy file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, tuple):
        return f"[{listed(value)}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {written(said)}" for name, said in value.items()) + " }"
    return f'"{value}"' if isinstance(value, str) else f"{value}"


def listed(values: tuple[Any, ...]) -> str:
    return ", ".join(written(value) for value in values)
