"""Numbers as people write and say them: 12, 1.5, 十二, 二零二六, twenty-three, a couple of."""

import re

DIGITS = {c: n for n, cs in enumerate(("零〇", "一", "二两", "三", "四", "五", "六", "七", "八", "九")) for c in cs}
SCALES = {"十": 10, "百": 100, "千": 1000}
FIGURES = "0123456789"
CHINESE = "零〇一二两三四五六七八九十百千廿卅"


def counted(words: str, start: int) -> dict[str, int]:
    """Each word → its number, from `start` on."""
    return {word: number for number, word in enumerate(re.findall(r"\w+", words), start)}


WORDS: dict[str, float] = {
    **counted("zero one two three four five six seven eight nine ten eleven twelve", 0),
    **counted("thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 13),
    **{
        word: 10 * number
        for word, number in counted("twenty thirty forty fifty sixty seventy eighty ninety", 2).items()
    },
    **{"a": 1, "an": 1, "couple": 2, "half": 0.5, "fourty": 40},
}
ORDINALS = {
    **counted("first second third fourth fifth sixth seventh eighth ninth tenth", 1),
    **counted("eleventh twelfth thirteenth fourteenth fifteenth sixteenth", 11),
    **{
        "seventeenth": 17,
        "eighteenth": 18,
        "nineteenth": 19,
        "twentieth": 20,
        "thirtieth": 30,
        "last": -1,
        "final": -1,
    },
}


def chinese(text: str) -> float | None:
    """The number written in Chinese numerals, Arabic digits or as 半; None if it is none."""
    if text == "半":
        return 0.5
    if text[:1].isdigit() and text.isascii():
        return float(text) if "." in text else int(text)
    text = text.replace("廿", "二十").replace("卅", "三十")
    if text and all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text))
    total, digit = 0, None
    for char in text:
        if char in SCALES:
            total += SCALES[char] * (1 if digit is None else digit)
            digit = None
        elif char in DIGITS and (digit is None or digit == 0):
            digit = DIGITS[char]
        else:
            return None
    return total + (digit or 0) if text else None


def full_year(text: str) -> int:
    """A year of four figures, or of two in the century that lies nearer (1970–2069)."""
    year = int(text.lstrip("'"))
    return year if year > 99 else year + (1900 if year >= 70 else 2000)


def whole(text: str | None) -> int | None:
    """The same, if it is a whole number; None for none."""
    number = chinese(text) if text else None
    return number if isinstance(number, int) else None


def english(text: str) -> float | None:
    """The number in digits or English words ("twenty three", "1/2"); None if it is none."""
    text = text.strip().replace("-", " ")
    if "/" in text:
        above, _, below = text.partition("/")
        return int(above) / int(below) if above.isdigit() and below.isdigit() and int(below) else None
    if text[:1].isdigit():
        return float(text) if "." in text else int(text.rstrip("stndrh"))
    total: float = 0
    for word in text.split():
        if word in ("of", "and", "about") or (word in ("a", "an") and len(text.split()) > 1):
            continue
        if word not in WORDS:
            return None
        total += WORDS[word]
    return total or None


def ordinal(text: str) -> int | None:
    """An English ordinal ("third", "3rd", "twenty-first", "last" as -1)."""
    text = text.replace("-", " ").strip()
    if text[:1].isdigit():
        return int("".join(c for c in text if c.isdigit()))
    first, _, second = text.partition(" ")
    if second:
        tens, ones = WORDS.get(first), ORDINALS.get(second)
        return int(tens + ones) if tens and ones else None
    return ORDINALS.get(first)
