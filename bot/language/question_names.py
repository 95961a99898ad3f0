"""Whom a question names: people, units and clients of what the asker may see, in writing, by sound, by a part.

张敏, 張敏, Zhang Min, 小张 and 章敏 are 张敏 if no other person fits as well; 城东 is 城东支行; 我 is the asker and
我们部门 their unit. What two fit equally is nobody: `named` tells which, for buttons. Nobody outside the scope is
looked at (C02).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.language import clients as client_names
from bot.language.question_people import people
from bot.language.question_places import CLIENT, NOTHING, PERSON, UNIT, Place
from bot.language.question_units import units
from bot.language.script import fold

ONESELF = 8  # the rank of 我: any name is a better fit
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
    places = [*_people(plain, text, asked), *units(plain, _units_of(asked)), *_clients(text, asked)]
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


def _people(plain: str, text: str, asked: Asked) -> list[Place]:
    names = tuple(dict.fromkeys(name for name, _ in asked.staff))
    if asked.asker and asked.asker not in names:
        names = (*names, asked.asker)
    return people(names).places(plain, text)


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
