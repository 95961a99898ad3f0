"""How Chinese words sound: toneless pinyin, and which sounds people and recognisers take for one another."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice, product

NEAR_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("r", "l"))
MOST_SPELLINGS = 8
USUAL = 3  # readings of a character that are compared: the dictionaries list rare ones last


@lru_cache(maxsize=20_000)
def readings(character: str) -> frozenset[str]:
    """The usual toneless readings of a Chinese character; nothing for any other character."""
    from pypinyin import Style, pinyin  # a second of dictionaries: only those who compare sounds pay for it

    heard = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(sound for sound in heard[0][:USUAL] if sound) if heard else frozenset()


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
    from pypinyin import lazy_pinyin

    usual = tuple(lazy_pinyin(name, errors="ignore"))
    others = product(*(sorted(readings(character)) for character in name))
    ways = [usual, *(way for way in islice(others, MOST_SPELLINGS) if way != usual)]
    lu = [tuple(syllable.replace("ü", "v") for syllable in way) for way in ways]
    return [*lu, *(tuple(s.replace("v", "u") for s in way) for way in lu if any("v" in s for s in way))]
