"""Every way to say a client's name: its code, the alias and its parts, pinyin, initials, English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from bot.language import companies
from bot.language.script import fold, is_han
from bot.language.sound import spellings

CODE, ALIAS, BARE, CORE, PIECE, TRADE, SAME_SOUND, NEAR_SOUND, SLIP = range(9)  # the lower, the better the fit
WORD_JOINT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Client:
    """What a sentence can name a client by: the bank's code, and the alias that the manager knows it under."""

    code: str
    alias: str


@dataclass(frozen=True)
class Key:
    """One way to say a client's name, folded."""

    text: str
    client: Client
    trades: frozenset[int]
    rank: int
    how: str
    latin: bool = False
    core: str = ""

    def goes_on(self, text: str, start: int) -> bool:
        """Whether the text goes on with the proper name of which this is a piece: the whole name decides then."""
        return self.rank == PIECE and len(self.core) > len(self.text) and text.startswith(self.core, start)


class _Add(Protocol):
    def __call__(self, text: str, rank: int, how: str, latin: bool = False) -> None: ...


@lru_cache(maxsize=20_000)
def keys(client: Client) -> tuple[Key, ...]:
    """Every way to say the name, each once, at its best rank."""
    alias = fold(client.alias).strip()
    taken = companies.parts(alias)
    ways: dict[tuple[str, bool], tuple[int, str]] = {}

    def add(text: str, rank: int, how: str, latin: bool = False) -> None:
        text = WORD_JOINT.sub("", text) if latin else text
        if len(text) >= 2 and (rank, how) < ways.get((text, latin), (99, "")):
            ways[text, latin] = (rank, how)

    add(fold(client.code), CODE, "code", latin=True)
    if not any(map(is_han, alias)):
        for text, rank in ((alias, ALIAS), (taken.bare, BARE), (taken.core, CORE)):
            add(text, rank, "alias" if rank < CORE else "part", latin=True)
        words = taken.core.split()
        for many in range(1, len(words)):
            if len(words[0]) >= 3:
                add("".join(words[:many]), PIECE, "part", latin=True)
    else:
        _add_chinese(add, alias, taken)
    return tuple(
        Key(text, client, taken.trades, rank, how, latin, taken.core) for (text, latin), (rank, how) in ways.items()
    )


def _add_chinese(add: _Add, alias: str, taken: companies.Parts) -> None:
    core = taken.core
    add(alias, ALIAS, "alias")
    add(taken.bare, BARE, "alias")
    without_region = taken.bare.removeprefix(taken.region)
    add(without_region, BARE, "alias")
    add(core, CORE, "part", latin=not any(map(is_han, core)))
    if taken.region:
        add(taken.region + core, CORE, "part")
        add(taken.region + core[:2], PIECE, "part")
    if len(core) >= 3 and not (len(alias) == 3 and alias[0] in companies.SURNAMES):
        add(core[:2], PIECE, "part")
        add(core[:3], PIECE, "part")
        add(core[-2:], PIECE, "part")
    if len(alias) == 3 and alias[0] in companies.SURNAMES:
        add(alias[1:], PIECE, "part")
    for word, lines in companies.trade_words().items():
        if word in without_region[len(core) :] or (lines & taken.trades and without_region.endswith(word)):
            add(word, TRADE, "trade")
    if len(core) >= 4:
        _add_pinyin(add, core, core[:2], PIECE)
        _add_pinyin(add, core, core[:3], PIECE)
    shorter = without_region[: len(core) + 2]
    if len(shorter) < len(without_region):
        add(shorter, PIECE, "part")
        _add_pinyin(add, core, shorter, PIECE)
    for name, rank in ((taken.bare, BARE), (without_region, BARE), (core, CORE)):
        _add_pinyin(add, core, name, rank)


def _add_pinyin(add: _Add, core: str, name: str, rank: int) -> None:
    """The name in pinyin, its initials, and the proper name in full with the initials of the rest."""
    letters = re.findall(r"[a-z0-9]+|[\u3400-\u9fff]", name)
    if len(letters) < 2:
        return
    for way in spellings("".join(c for c in letters if is_han(c))):
        sounds = iter(way)
        syllables = [next(sounds, "") if is_han(letter) else letter for letter in letters]
        add("".join(syllables), rank, "letters", latin=True)
        add("".join(s[:1] for s in syllables), PIECE, "letters", latin=True)
        if len(syllables) > len(core):
            mixed = [s if i < len(core) else s[:1] for i, s in enumerate(syllables)]
            add("".join(mixed), PIECE, "letters", latin=True)
