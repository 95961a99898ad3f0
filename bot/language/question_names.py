"""Whom a question names: people, units and clients of what the asker may see, in writing, by sound, by a part.

张敏, 張敏, Zhang Min, 小张 and 章敏 are 张敏 if no other person fits as well; 城东 is 城东支行; 我 is the asker and
我们部门 their unit. What two fit equally is nobody: `named` tells which, for buttons. Nobody outside the scope is
looked at (C02).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from bot.language import clients as client_names
from bot.language.persons import DOUBLE
from bot.language.question_places import CLIENT, NO_NAME, NOTHING, PERSON, UNIT, Place, merged
from bot.language.question_units import units
from bot.language.script import fold, is_han
from bot.language.sound import near_readings, readings

ONESELF = 8  # the rank of 我: any name is a better fit
DOUBLE_SURNAMES = tuple(DOUBLE.split("|"))
TITLES = r"(?:客户经理|经理|行长|主管|主任|老师|科长|部长|总监|总|哥|姐|工|生|小姐|先生|女士|同学|师傅|团队长|组长)"
ENGLISH_TITLES = r"(?:mr|mrs|ms|miss|dr|manager|director)\.?\s+"
OWN_UNIT = re.compile(
    r"(?:我们?|咱们?|本|我哋|自己)(?:的|这个|嘅|家|自己)?(?:部门|团队|支行|小组|组|部(?!分)|队(?!员)|网点|分行|单位|科室|科|处)"
    r"|(?<![a-z])(?:my|our|my\s+own)\s+(?:own\s+)?(?:team|department|dept|unit|branch|sub-?branch|"
    r"group|office|division|outlet|desk)(?![a-z])"
)
MYSELF = re.compile(
    r"我(?!们|要看|想|要查|要知|行|部|组|家|方|的人|手下|的下属|的组员|批|审|过目|看|查|睇)|"
    r"(?<![a-z])(?:i|me|my|mine|myself)(?!\s+(?:team|department|dept|unit|branch|sub-?branch|group|"
    r"office|division|people|staff|rms?|outlet|review|approval|attention|own|managers|guys|colleagues|"
    r"subordinates|desk|decision|opinion))(?![a-z'])"
)
TELL_ME = re.compile(
    r"(?:告诉|给|帮|同|替|畀|话|让|等|待|要|由|需要?|经|轮到)我|我(?:想|要)(?:问|知|看|查|了解|睇)|"
    r"(?<![a-z])(?:tell|show|give|get|let|remind|find|for|to|help)\s+me(?![a-z])|"
    r"(?<![a-z])i(?:'d)?\s+(?:want|need|would|like|should|have\s+to)(?![a-z])|(?:can|could|"
    r"may)\s+i\s+(?:see|have|get|know)"
)
WHO_COMES_BEHIND = re.compile(
    r"$|[\s,，。?？、在去的有没未今昨明前后上下这本现还是会做干忙请休到见跑走拜访外出写交被和与跟同啦呢了迟缺过负名手嗰这那既嘅几哪打联处回返"
    r"\ue000-\ue009]"
)


@dataclass(frozen=True)
class Asked:
    """What a question may name: the asker and their unit, the units, `staff` (name, unit), `clients` (code, alias)."""

    asker: str | None = None
    unit: str | None = None
    units: tuple[str, ...] = ()
    staff: tuple[tuple[str, str], ...] = ()
    clients: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Named:
    """The names that fit the words equally well: one each where it is certain."""

    people: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """The one person, unit and client named; `rest` is the folded text, as long, with signs in the names' places."""

    rest: str
    person: str | None = None
    unit: str | None = None
    client: str | None = None
    equal: Named = field(default_factory=Named)
    oneself: bool = False  # the person is the asker, by 我 or "I"


def named(text: str, asked: Asked) -> Named:
    """Who is named in the text, with all that fit equally."""
    return found(text, asked).equal


def found(text: str, asked: Asked) -> Found:
    """The names in a question, and the question without them."""
    plain = fold(text).replace("’", "'").replace("‘", "'")
    places = [*_people(plain, asked), *units(plain, _units_of(asked)), *_clients(text, asked)]
    places += _own(plain, asked)
    taken: list[Place] = []
    for place in sorted(places, key=lambda each: (each.rank, each.start - each.end)):
        rivals = [each for each in taken if place.start < each.end and each.start < place.end]
        if not rivals:
            taken.append(place)
    rest = plain.replace("客户经理", "经理" + NOTHING * 2).replace("relationship manager", "manager".ljust(20, NOTHING))
    names: dict[str, list[tuple[str, ...]]] = {PERSON: [], UNIT: [], CLIENT: []}
    for place in sorted(taken, key=lambda each: each.start):
        rest = rest[: place.start] + place.sign + NOTHING * (place.end - place.start - 1) + rest[place.end :]
        names[place.sign].append(place.names)
    first = {sign: next(iter(every), ()) for sign, every in names.items()}
    oneself = [place.rank for place in taken if place.sign == PERSON] == [ONESELF]
    one = {sign: every[0] if len(every) == 1 else None for sign, every in first.items()}
    return Found(rest, one[PERSON], one[UNIT], one[CLIENT], Named(first[PERSON], first[UNIT], first[CLIENT]), oneself)


def _units_of(asked: Asked) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unit for unit in (*asked.units, *(unit for _, unit in asked.staff), asked.unit) if unit))


# ---------------------------------------------------------------- people


def _people(plain: str, asked: Asked) -> list[Place]:
    names = tuple(dict.fromkeys(name for name, _ in asked.staff))
    if asked.asker and asked.asker not in names:
        names = (*names, asked.asker)
    written = [place for way in _ways(names) for place in way.places(plain)]
    certain = merged(written)
    if any(place.rank <= 2 for place in certain):
        return certain
    return certain + merged(_by_sound(plain, names)) + merged(_by_slip(plain, names))


@dataclass(frozen=True)
class _Way:
    """One way to say a person's name."""

    pattern: re.Pattern[str]
    rank: int
    name: str

    def places(self, plain: str) -> Iterable[Place]:
        for match in self.pattern.finditer(plain):
            yield Place(match.start(), match.end(), self.rank, PERSON, (self.name,))


@lru_cache(maxsize=64)
def _ways(names: tuple[str, ...]) -> tuple[_Way, ...]:
    """Every way to write the names: whole, as 小张 or 张经理, by the given name, in pinyin, by a part in English."""
    return tuple(
        _Way(re.compile(pattern), rank, name) for name in names for rank, pattern in _wordings(fold(name).strip())
    )


def _wordings(name: str) -> Iterable[tuple[int, str]]:
    if not name:
        return
    if is_han(name[0]):
        surname = name[:2] if name.startswith(DOUBLE_SURNAMES) and len(name) > 2 else name[:1]
        given = name[len(surname) :]
        yield 0, re.escape(name) + rf"(?:{TITLES})?"
        yield 3, rf"(?:[小老阿]){surname}(?:{TITLES})?(?![时区店额组户])"
        whole = rf"(?:(?<![\u4e00-\u9fff])|(?<=[和看找问查])){surname}{TITLES}"
        yield 3, whole + rf"|{surname}(?:客户经理|经理|行长|主管|主任|团队长|组长|姐|哥|生)"
        if len(given) >= 2:
            yield 2, re.escape(given) + rf"(?:{TITLES})?"
        if given:
            yield 4, rf"阿{given[-1]}|{given[-1]}(?:姐|哥)(?![们])"
        for spelt, rank in _pinyin(surname, given):
            yield rank, rf"(?<![a-z]){spelt}(?![a-z])(?:'s(?![a-z]))?"
    else:
        words = name.split()
        yield 0, rf"(?<![a-z]){re.escape(name)}(?![a-z])(?:'s(?![a-z]))?"
        if len(words) > 1:
            for word in (words[0], words[-1]):
                if len(word) >= 3:
                    yield 3, rf"(?<![a-z])(?:{ENGLISH_TITLES})?{re.escape(word)}(?![a-z])(?:'s(?![a-z]))?"
            yield 1, rf"(?<![a-z]){re.escape(words[-1])},?\s+{re.escape(' '.join(words[:-1]))}(?![a-z])"


def _pinyin(surname: str, given: str) -> Iterable[tuple[str, int]]:
    heads = ["".join(way) for way in product(*(sorted(readings(c)) for c in surname))][:4]
    tails = [way for way in product(*(sorted(readings(c)) for c in given))][:6]
    for head, tail in product(heads, tails):
        joined = r"[\s'-]?".join(tail)
        yield rf"{head}[\s,-]*{joined}", 1
        yield rf"{joined}[\s-]*{head}", 1
        if len(tail) >= 2:
            yield joined, 3
    for head in heads:
        yield rf"(?:{ENGLISH_TITLES}|xiao\s?|lao\s?){head}", 4


def _by_sound(plain: str, names: tuple[str, ...]) -> list[Place]:
    """Chinese names as a recogniser or a hurried thumb writes them: 章敏 for 张敏."""
    if not any(map(is_han, plain)):
        return []
    heard = [(readings(c), near_readings(c)) if is_han(c) else (frozenset(), frozenset()) for c in plain]
    places = []
    for name in names:
        sought = fold(name).strip()
        if len(sought) < 2 or not all(map(is_han, sought)):
            continue
        exact, close = [readings(c) for c in sought], [near_readings(c) for c in sought]
        for start in range(len(plain) - len(sought) + 1):
            stretch = heard[start : start + len(sought)]
            if not all(far & one for (_, far), one in zip(stretch, close, strict=True)):
                continue
            words = plain[start : start + len(sought)]
            same = all(near_ & one for (near_, _), one in zip(stretch, exact, strict=True))
            right = sum(a == b for a, b in zip(words, sought, strict=True))
            may_stand = words not in NO_NAME and WHO_COMES_BEHIND.match(plain, start + len(sought))
            if not may_stand or not (right or len(sought) >= 3 or (same and _may_begin(plain, start))):
                continue
            if len(sought) == 2 and right and not same and not _may_begin(plain, start):
                continue
            places.append(Place(start, start + len(sought), 5 if same else 6, PERSON, (name,)))
    return places


def _may_begin(plain: str, start: int) -> bool:
    """Whether a name may begin here: in front, behind a verb of asking, a date or a pause."""
    return bool(
        re.search(
            r"(?:^|[\s,，。、?？和跟与同找看查问下睇是\ue000-\ue009]|请问|天|周|月|年|日|季度|告诉我)$", plain[:start]
        )
    )


def _by_slip(plain: str, names: tuple[str, ...]) -> list[Place]:
    """Names in letters with a slip of typing: Zhng Min, Graec Lee."""
    from rapidfuzz.distance import OSA

    words = list(re.finditer(r"[a-z]+", plain))
    places = []
    for name in names:
        for target in _spelt(fold(name).strip()):
            for many in (1, 2, 3):
                for first in range(len(words) - many + 1):
                    start, end = words[first].start(), words[first + many - 1].end()
                    typed = re.sub(r"[^a-z]", "", plain[start:end])
                    allowed = 1 if len(target) < 9 else 2
                    near = len(target) >= 6 and typed[:1] == target[:1] and abs(len(typed) - len(target)) <= allowed
                    if near and OSA.distance(typed, target, score_cutoff=allowed) <= allowed:
                        places.append(Place(start, end, 7, PERSON, (name,)))
    return places


def _spelt(name: str) -> set[str]:
    if not name:
        return set()
    if not is_han(name[0]):
        return {re.sub(r"[^a-z]", "", name)}
    ways = {way for way in product(*(sorted(readings(c)) for c in name))} if len(name) <= 4 else set()
    return {"".join(way) for way in ways} | {"".join((*way[1:], way[0])) for way in ways}


# ---------------------------------------------------------------- clients, and oneself


def _clients(text: str, asked: Asked) -> list[Place]:
    if not asked.clients:
        return []
    mentions = client_names.portfolio(asked.clients).mentions(text)
    return [
        Place(
            mention.start,
            mention.end,
            0 if mention.how in ("alias", "code") else 2 if mention.firm else 4,
            CLIENT,
            tuple(client.alias for client in mention.clients),
        )
        for mention in mentions
        if mention.how != "trade" and (mention.firm or mention.how in ("alias", "part", "sound", "letters", "typing"))
    ]


def _own(plain: str, asked: Asked) -> list[Place]:
    """我 and my team, and what only looks like it."""
    places = [Place(m.start(), m.end(), 1, UNIT, (asked.unit,)) for m in OWN_UNIT.finditer(plain) if asked.unit]
    aside = [m.span() for m in TELL_ME.finditer(plain)]
    for match in MYSELF.finditer(plain):
        if asked.asker and not any(start <= match.start() < end for start, end in aside):
            places.append(Place(match.start(), match.end(), ONESELF, PERSON, (asked.asker,)))
    return places
