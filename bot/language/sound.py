"""How Chinese words sound: toneless pinyin, and which sounds people and recognisers take for one another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

from bot.language import pinyin

NEAR_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("r", "l"))
MOST_SPELLINGS = 8
USUAL = 3  # readings of a character that are compared: the dictionaries list rare ones last


@lru_cache(maxsize=20_000)
def readings(character: str) -> frozenset[str]:
    """The usual toneless readings of a Chinese character; nothing for any other character."""
    return frozenset(pinyin.readings(character)[:USUAL])


@cache
def near(sound: str) -> str:
    """One form for sounds taken for one another: zh/z, ch/c, sh/s, n/l, and final ng/n."""
    for one, other in NEAR_INITIALS:
        if sound.startswith(one):
            sound = other + sound[len(one) :]
            break
    return re.sub(r"(?<=[aei])ng$", "n", sound)


def near_readings(character: str) -> frozenset[str]:
    """The readings of a character, each in its near form."""
    return frozenset(map(near, readings(character)))


def spellings(name: str) -> list[tuple[str, ...]]:
    """The ways to spell a Chinese name in pinyin, one syllable a character, the commonest first; at most a few."""
    usual = tuple(syllable for syllable in pinyin.syllables(name) if syllable)
    others = product(*(sorted(readings(character)) for character in name))
    ways = [usual, *(way for way in islice(others, MOST_SPELLINGS) if way != usual)]
    return [*ways, *(tuple(s.replace("v", "u") for s in way) for way in ways if any("v" in s for s in way))]
