"""Sums of money and rates in what people say: 五百万, 1.2亿, 5 million, 百分之四点一, 30个基点.

A number counts as money only with a scale (万, 亿, million) or a currency, as a rate only with its sign: nothing is
guessed from a bare figure, and 五个点, which may be percent or basis points, is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.script import fold

DIGITS = {character: index % 10 for index, character in enumerate("零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖")}
DIGITS |= {"两": 2, "俩": 2, "幺": 1, "〇": 0}
SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
ENGLISH_SCALES = {
    "k": 10**3,
    "thousand": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mio": 10**6,
    "million": 10**6,
    "billion": 10**9,
    "bn": 10**9,
}
ENGLISH_NUMBERS = {
    **{
        word: number
        for number, word in enumerate(
            ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
        )
    },
    **{
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "eighty": 80,
        "a": 1,
        "half a": 0.5,
    },
}
CURRENCIES = {
    "CNY": "元|块钱?|人民币|rmb|cny|yuan|¥|￥|kuai",
    "USD": "美元|美金|usd|us\\$|dollars?|\\$",
    "HKD": "港元|港币|港纸|hkd|hk\\$",
    "EUR": "欧元|eur|euros?|€",
    "JPY": "日元|日圆|jpy|yen",
    "GBP": "英镑|gbp|pounds?|£",
}
HAN_NUMBER = "[零〇一二两三四五六七八九十百千万亿点壹贰叁肆伍陆柒捌玖拾佰仟俩幺]"
FIGURE = r"\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
CURRENCY = "|".join(CURRENCIES.values())
MONEY = re.compile(
    rf"(?P<before>{CURRENCY})?\s*(?<![\d.])(?:(?P<figure>{FIGURE})\s*(?P<scale>百万|千万|百亿|千亿|万亿"
    rf"|万|亿|千(?=元|块)|(?:k|mn|mio|million|billion|bn|thousand|m)(?![a-z]))?"
    rf"|(?P<han>{HAN_NUMBER}+(?:半|来|多|几)?{HAN_NUMBER}*)"
    rf"|(?<![a-z])(?P<word>half\s+a"
    rf"|{'|'.join(sorted(ENGLISH_NUMBERS.keys() - {'half a'}, key=len, reverse=True))})\s+(?P<wordscale>million"
    rf"|billion|thousand))"
    rf"(?:多|左右|余)?\s*(?P<after>{CURRENCY})?(?![a-z])"
)
RATE = re.compile(
    rf"(?P<bp>(?P<bpfigure>\d+(?:\.\d+)?|{HAN_NUMBER}+)\s*个?\s*(?:基点|bps?(?![a-z])|basis\s+points?))"
    rf"|百分之(?P<hundredth>{HAN_NUMBER}+|\d+(?:\.\d+)?)|(?P<percent>\d+(?:\.\d+)?)\s*(?:%|％|percent|per\s+cent)"
    rf"|(?P<points>{HAN_NUMBER}+|\d+(?:\.\d+)?)\s*个百分点"
    rf"|千分之(?P<thousandth>{HAN_NUMBER}+|\d+(?:\.\d+)?)|(?P<permille>\d+(?:\.\d+)?)\s*‰"
)
NOT_MONEY = re.compile(
    r"\s*(?:吨|台|件|个|家|户|人|名|亩|平|平方|米|公斤|斤|份|张|笔|次|年|月|日|号|天|小时|点|辆|套|箱"
    r"|只|头|度|股|ton|unit|square|people|staff)"
)


@dataclass(frozen=True)
class Amount:
    """A sum or a rate: `value` in `unit` (an ISO currency, "%" or "bp"), said at text[start:end]."""

    value: float
    unit: str
    start: int
    end: int


def amounts(text: str) -> list[Amount]:
    """The sums and rates of a text, in order. A sum without a currency is in yuan (CNY)."""
    plain = fold(text)
    found = [rate for match in RATE.finditer(plain) if (rate := _rate(match))]
    for match in MONEY.finditer(plain):
        sum_ = _money(match, plain)
        if sum_ and not any(sum_.start < other.end and other.start < sum_.end for other in found):
            found.append(sum_)
    return sorted(found, key=lambda amount: amount.start)


def _money(match: re.Match[str], plain: str) -> Amount | None:
    unit = next(
        (name for name, words in CURRENCIES.items() if re.fullmatch(words, match["after"] or match["before"] or "")),
        None,
    )
    if match["figure"]:
        value = float(re.sub("[,，]", "", match["figure"]))
        scale = match["scale"]
        if scale:
            value *= ENGLISH_SCALES.get(scale) or _han(scale, implied_one=True) or 1
        scaled = bool(scale)
    elif match["word"]:
        value, scaled = ENGLISH_NUMBERS[re.sub(r"\s+", " ", match["word"])] * ENGLISH_SCALES[match["wordscale"]], True
    else:
        number = _han(match["han"])
        if number is None:
            return None
        value, scaled = number, bool(re.search("[万亿]", match["han"])) and match["han"] not in ("万", "亿", "万一")
    if not (unit or scaled) or (not unit and NOT_MONEY.match(plain, match.end())):
        return None
    start = (
        match.start("before")
        if match["before"]
        else match.start("figure" if match["figure"] else "word" if match["word"] else "han")
    )
    return Amount(_plain(value), unit or "CNY", start, match.end())


def _rate(match: re.Match[str]) -> Amount | None:
    for group, unit, share in (
        ("bpfigure", "bp", 1.0),
        ("hundredth", "%", 1.0),
        ("percent", "%", 1.0),
        ("points", "%", 1.0),
        ("thousandth", "%", 0.1),
        ("permille", "%", 0.1),
    ):
        if match[group]:
            said = match[group]
            value = float(said) if said[0].isdigit() else _han(said)
            return None if value is None else Amount(_plain(round(value * share, 6)), unit, match.start(), match.end())
    return None


def _han(text: str, implied_one: bool = False) -> float | None:
    """The number that Chinese numerals say: 一千二百万, 三点八五, 两亿五, 五百来万."""
    text = re.sub("[来多几]", "", text)
    half = text.endswith("半")
    text = text.removesuffix("半")
    whole, _, fraction = text.partition("点")
    if fraction:
        rest = re.fullmatch(f"([{''.join(DIGITS)}]+)([十百千万亿]*)", fraction)
        head = _whole(whole)
        if rest is None or head is None:
            return None
        value = head + float("0." + "".join(str(DIGITS[digit]) for digit in rest[1]))
        for scale in rest[2]:
            value *= SCALES.get(scale) or MYRIADS[scale]
        return value
    number = _whole(("一" + whole) if implied_one else whole)
    if number is None:
        return None
    if half:
        last = next((character for character in reversed(whole) if character in MYRIADS or character in SCALES), None)
        number += (MYRIADS.get(last or "") or SCALES.get(last or "") or 1) / 2
    return number


def _whole(text: str) -> float | None:
    if not text:
        return None
    if all(character in DIGITS for character in text):
        return float("".join(str(DIGITS[character]) for character in text))
    total = section = 0.0
    digit: int | None = None
    last = 1
    for character in text:
        if character in DIGITS:
            digit = DIGITS[character]
            last = 1 if character in "零〇" else last
        elif character in SCALES:
            section += SCALES[character] * (1 if digit is None else digit)
            digit, last = None, SCALES[character]
        elif character in MYRIADS:
            scale = MYRIADS[character]
            section += digit or 0
            if section == 0:
                return None
            total = (total + section) * scale if scale > 10**4 and total and total < scale else total + section * scale
            section, digit, last = 0.0, None, scale
        else:
            return None
    if digit is not None:
        section += digit * (last // 10 if last >= 10 else 1)  # 两百五 is 250, 三万五 is 35,000
    return total + section


def _plain(value: float) -> float:
    return int(value) if value == int(value) else round(value, 6)
