"""Which unit a question names: whole, without 支行 or 部, shortened (公司一部), numbered, spelt, or by sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from bot.language.companies import words
from bot.language.question_places import NO_NAME, UNIT, Place, merged
from bot.language.script import fold, is_han
from bot.language.sound import near_readings, readings

WHOLE, SHORTENED, STEM, NUMBERED, PLACED, HEARD = range(6)  # how well a wording fits
ENDS = re.compile(
    r"(?:一级支行|二级支行|支行|分行|分理处|营业部|营业厅|网点|储蓄所|信用社|分社|事业部|团队|小组|中心|部门"
    r"|部|组|队|科|处|室)$"
)
ENDS_ENGLISH = re.compile(
    r"\s+(?:sub-?branch|branch|team|department|dept|division|office|outlet|group|unit|centre|center|desk)$"
)
# Stems that are everyday words: they name a unit only where people of it are spoken of (公司那边).
EVERYDAY = frozenset(
    words(
        "公司 零售 个人 信贷 业务 客户 市场 营销 综合 国际 对公 对私 公司业务 个人金融 机构 投行 贷款 授信 风险 "
        "管理 运营 财富 理财 金融 普惠 小微 电子 会计"
    )
)
OF_PEOPLE = r"(?=那边|这边|的人|条线|那帮|嗰边|有|还|里|谁|的)"
IN_THE_MIDDLE = re.compile("业务|金融|银行|客户|营销|管理")
COUNTED = re.compile(r"[1-9](?=部|组|队|科|团队|小组|支行|处)")
NUMERALS = str.maketrans("123456789", "一二三四五六七八九")
ENGLISH_NUMERALS = dict(
    zip(
        ["one", "two", "three", "four", "five", "first", "second", "third", "1st", "2nd", "3rd"],
        ["1", "2", "3", "4", "5", "1", "2", "3", "1", "2", "3"],
        strict=True,
    )
)
ENGLISH_COUNTED = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(ENGLISH_NUMERALS)})(?![a-z])")
SPACE = r"[\s\ue008-]*"
OWNER = r"(?:'s(?![a-z]))?"
KINDS = {"团队": "(?:团队|队|组)", "小组": "(?:小组|组)", "组": "(?:小组|组)", "队": "(?:团队|队)"}


def units(plain: str, names: tuple[str, ...]) -> list[Place]:
    """The places of folded words that name one of the units."""
    spoken = ENGLISH_COUNTED.sub(
        lambda one: ENGLISH_NUMERALS[one.group()].ljust(len(one.group()), "\ue008"), _in_numerals(plain)
    )
    written = merged(
        Place(match.start(), match.end(), rank, UNIT, (name,))
        for name in names
        for rank, pattern in _wordings(name)
        for match in pattern.finditer(spoken)
    )
    return written or merged(_by_sound(plain, names))


def _in_numerals(plain: str) -> str:
    return COUNTED.sub(lambda one: one.group().translate(NUMERALS), plain)


@lru_cache(maxsize=512)
def _wordings(unit: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Every way to write a unit's name, with how well it fits."""
    name = _in_numerals(fold(unit).strip())
    ways = (_chinese(name) if any(map(is_han, name)) else _english(name)) if name else ()
    return tuple((rank, re.compile(pattern)) for rank, pattern in ways)


def _chinese(name: str) -> Iterator[tuple[int, str]]:
    yield WHOLE, re.escape(name)
    stem = ENDS.sub("", name)
    end = name[len(stem) :]
    if len(stem) >= 2 and stem not in EVERYDAY:
        yield STEM, re.escape(stem) + r"(?:支行|分行|部|组|团队|网点|行|那边)?"
    elif len(stem) >= 2:
        yield NUMBERED, re.escape(stem) + OF_PEOPLE
        yield NUMBERED, re.escape(stem) + r"(?:团队|条线|部门|组|部)"
    brief = IN_THE_MIDDLE.sub("", stem)
    if end and len(stem) >= 3 and len(brief) >= 2 and brief != stem:
        yield SHORTENED, re.escape(brief + end)
    if numbered := re.search(r"第?([一二三四五六七八九十])(部|组|队|科|团队|小组|支行)$", name):
        yield NUMBERED, rf"第?{numbered[1]}{KINDS.get(numbered[2], numbered[2])}"
    if len(stem) >= 2 and all(map(is_han, stem)):
        kinds = r"(?:\s+(?:sub-?branch|branch|team|office|department|zhihang|outlet))?"
        for way in islice(product(*(sorted(readings(character)) for character in stem)), 8):
            yield STEM, rf"(?<![a-z]){'[ -]?'.join(way)}{kinds}(?![a-z]){OWNER}"


def _english(name: str) -> Iterator[tuple[int, str]]:
    flat = ENGLISH_COUNTED.sub(lambda one: ENGLISH_NUMERALS[one.group()], name)
    yield WHOLE, rf"(?<![a-z0-9]){_spaced(flat)}(?![a-z0-9]){OWNER}"
    stem = ENDS_ENGLISH.sub("", flat)
    if stem != flat and len(stem) >= 3:
        kinds = r"\s+(?:team|branch|sub-?branch|department|office|unit|group|desk|people|division)"
        yield STEM, rf"(?<![a-z0-9]){_spaced(stem)}{kinds}(?![a-z0-9]){OWNER}"
        other = r"(?!\s+(?:clients?|loans?|visits?|customers?|banking))"
        yield PLACED, rf"(?<![a-z0-9])(?:in|at|from|of)\s+(?:the\s+)?{_spaced(stem)}(?![a-z0-9]){other}"
    if numbered := re.search(r"(?:team|group|unit|department)\s*(\d)$|(\d)\s*(?:team|group)$", flat):
        number = numbered[1] or numbered[2]
        yield NUMBERED, rf"(?<![a-z0-9])(?:team|group|unit|department){SPACE}(?:number\s+)?{number}(?![0-9])"


def _spaced(name: str) -> str:
    return SPACE.join(map(re.escape, re.split(r"[\s-]+", name)))


def _by_sound(plain: str, names: tuple[str, ...]) -> Iterable[Place]:
    """Units as a recogniser writes them: 成东支行 for 城东支行."""
    for name in names:
        whole = fold(name).strip()
        stem = ENDS.sub("", whole)
        for sought in dict.fromkeys((whole, stem)):
            if len(sought) < 2 or sought in EVERYDAY or not all(map(is_han, sought)):
                continue
            sounds = [near_readings(character) for character in sought]
            for start in range(len(plain) - len(sought) + 1):
                heard = plain[start : start + len(sought)]
                if heard in NO_NAME or not all(
                    is_han(character) and near_readings(character) & sound
                    for character, sound in zip(heard, sounds, strict=True)
                ):
                    continue
                right = sum(a == b for a, b in zip(heard, sought, strict=True))
                kind = re.compile(r"支行|分行|网点|分理处|部|组|团队").match(plain, start + len(sought))
                if right >= 2 or (sought == stem and kind and (right or len(kind.group()) > 1)):
                    end = kind.end() if kind and sought == stem else start + len(sought)
                    yield Place(start, end, HEARD, UNIT, (name,))
