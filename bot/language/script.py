"""One way of writing for matching, and back into the script a person reads.

`fold` brings Traditional and Simplified characters, full-width and half-width letters, capitals and the everyday
Cantonese characters to one form *of the same length*, so that a place found in the folded text is the same place in
what the person wrote.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0002ffff"

CANTONESE = str.maketrans("喺嘅咗睇嚟佢哋啲冇攞搵揾畀嗰𠮶啱嘢", "在的了看来他们些没拿找找给那那刚事")


def fold(text: str) -> str:
    """The text for matching: Simplified, half-width, small letters. Index i of the result is index i of the text."""
    plain = "".join(map(_plain_character, text))
    simplified = _converter("t2s")(plain)
    if len(simplified) != len(plain):
        simplified = "".join(map(_simplified_character, plain))
    return simplified.translate(CANTONESE)


def in_script(text: str, language: str) -> str:
    """The text in the script a person reads: zh-Hans or zh-Hant; any other language leaves it alone."""
    if language == "zh-Hant":
        return _converter("s2hk")(text)
    if language == "zh-Hans":
        return _converter("t2s")(text)
    return text


def is_han(character: str) -> bool:
    """Whether the character is a Chinese one."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character >= "\U00020000"


@cache
def _plain_character(character: str) -> str:
    for plain in (unicodedata.normalize("NFKC", character), character):
        folded = plain.casefold()
        if len(folded) == 1:
            return folded
    return character


@cache
def _simplified_character(character: str) -> str:
    simplified = _converter("t2s")(character)
    return simplified if len(simplified) == 1 else character


@cache
def _converter(name: str) -> Callable[[str], str]:
    import opencc  # reads its dictionaries: only those who meet Chinese text pay for it

    convert: Callable[[str], str] = opencc.OpenCC(name).convert
    return convert
