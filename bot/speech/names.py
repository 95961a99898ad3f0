"""Which client, and whom there, a recording named: by sound, after recognition, in this manager's own book.

A recogniser writes names as it never saw them: 宏图玻璃 becomes 红图玻璃, 沈国栋 becomes 审活动. The syllables stay
near. A client counts alone or together with a person, a person never without the client. What is sure is filled in
and written right in the text; what is not is offered, three at most. Nobody else's clients are looked at (C02).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from bot.language import clients, companies
from bot.language.clients import Client
from bot.language.script import fold
from bot.speech.alignment import Hit, Letters, Name, Spoken, Syllables

SURE_TOGETHER, MARGIN_TOGETHER = 0.30, 0.06
SURE_ALONE, MARGIN_ALONE = 0.20, 0.10
SURE_SHORT = 0.10  # of two syllables there are soon some alike
SURE_PERSON = 0.12  # how near a person must come to make sure of a proper name alone
OFFERED = 0.38  # further away there is no likeness
OFFERED_ALONE, OFFERED_PART = 0.28, 0.03
PART = 0.15  # what the proper name alone (宏图 for 宏图玻璃) is behind the full one
NEXT_TO = 16  # characters between a client and the person met there: 的, 见到财务经理
CONFIRMED = 0.12  # what a person who was named, too, brings a client forward
PERSON = {2: 0.15, 3: 0.25}  # how near a person's name must come, by its syllables
BETWEEN_PERSONS = 0.06
TODAY = 0.03  # what today's plan brings a client forward
NOBODY = 9.0
NAME_ENDS = re.compile(r"$|[^\u3400-\u9fff]|[的那这出回见谈聊找他她来打说要]")

Entries = tuple[tuple[str, str, tuple[str, ...]], ...]  # code, alias, persons


@dataclass(frozen=True, slots=True)
class Linked:
    """Who was named. `client` only when sure, else up to three `candidates`, nearest first (none: nobody alike).

    `score` is how far the nearest client is (0 the same sound), `margin` how much further the next one, `text` the
    words with the names of a sure client and person written right, `heard` where each candidate's name would stand.
    """

    client: Client | None
    person: str | None
    candidates: tuple[Client, ...]
    score: float
    margin: float
    text: str
    heard: tuple[tuple[int, int], ...] = ()

    def meaning(self, client: Client) -> str:
        """The words, had one of the candidates been meant: its name written where it was heard."""
        for candidate, (start, end) in zip(self.candidates, self.heard, strict=True):
            if candidate.code == client.code:
                return self.text[:start] + client.alias + self.text[end:]
        return self.text


@dataclass(frozen=True, slots=True)
class _Likely:
    """A client that may have been named."""

    owner: int
    name: Hit
    person: Hit | None
    score: float
    rank: float  # the score with what speaks for the client beyond its sound


@lru_cache(maxsize=64)
def book(entries: Entries) -> Book:
    """The book over (code, alias, persons); the same entries give the same book, built once."""
    return Book((Client(code, alias), persons) for code, alias, persons in entries)


class Book:
    """A manager's clients and the persons met there, ready to be listened for."""

    def __init__(self, entries: Iterable[tuple[Client, tuple[str, ...]]]) -> None:
        every = tuple((client, persons) for client, persons in entries if any(map(str.isalnum, client.alias)))
        self.clients = tuple(client for client, _ in every)
        names = [name for number, client in enumerate(self.clients) for name in _said(client.alias, number)]
        persons = [Name(person, number) for number, (_, each) in enumerate(every) for person in each]
        self.names, self.persons = Syllables(names), Syllables(persons)
        self.lettered_names, self.lettered_persons = Letters(names), Letters(persons)
        self.written = clients.portfolio(tuple((client.code, client.alias) for client in self.clients))


def link(text: str, book: Book, today: Collection[str] = ()) -> Linked:
    """The client and person that the words name. `today` are the codes of clients on today's plan."""
    likely = _likely(text, book, today)
    if not likely:
        return _as_written(text, book, Linked(None, None, (), NOBODY, NOBODY, text))
    first = likely[0]
    margin = round(likely[1].rank - first.rank, 3) if len(likely) > 1 else NOBODY
    if _sure(first, margin):
        person = first.person.name.written if first.person else None
        return Linked(book.clients[first.owner], person, (), first.score, margin, _rewritten(text, first))
    worth = [each for each in likely if _worth_offering(each)][:3]
    offered = tuple(book.clients[each.owner] for each in worth)
    heard = tuple((each.name.start, each.name.end) for each in worth)
    return _as_written(text, book, Linked(None, None, offered, first.score, margin, text, heard))


async def listened(text: str, entries: Entries, today: Collection[str] = ()) -> Linked:
    """`link` beside the event loop: the first time it reads dictionaries and builds the book, which takes a second."""
    return await asyncio.to_thread(lambda: link(text, book(entries), today))


async def prepare() -> None:
    """Have the dictionaries read, which takes a second the first time, while nothing waits."""
    await listened("去了公司", (("-", "公司", ()),))


def _likely(text: str, book: Book, today: Collection[str]) -> list[_Likely]:
    """The clients that something in the text resembles, likeliest first."""
    plain = fold(text)
    spoken = Spoken(plain)
    names = _by_owner([*book.names.heard(spoken, OFFERED), *book.lettered_names.heard(plain, OFFERED)])
    if not names:
        return []
    persons = _by_owner(
        [
            *book.persons.heard(spoken, max(PERSON.values())),
            *book.lettered_persons.heard(plain, max(PERSON.values())),
        ]
    )
    found = []
    for owner, hits in names.items():
        name = hits[0]
        if name.name.handicap and _other_trade(plain, name, book.clients[owner]):
            continue
        person = _person([hit for hit in persons.get(owner, ()) if _beside(hit, name)])
        score = name.score
        if person:
            both = name.syllables + person.syllables
            score = (name.score * name.syllables + person.score * person.syllables) / both
        forward = CONFIRMED * (person is not None) + TODAY * (book.clients[owner].code in today)
        found.append(_Likely(owner, name, person, round(score, 3), score - forward))
    return sorted(found, key=lambda each: each.rank)


def _sure(first: _Likely, margin: float) -> bool:
    if first.person and first.name.name.handicap:
        named = first.person.syllables >= 3 and first.person.score <= SURE_PERSON
        return named and first.name.score <= PART + SURE_SHORT and margin >= MARGIN_TOGETHER
    if first.person:
        return first.score <= SURE_TOGETHER and margin >= MARGIN_TOGETHER
    if first.name.name.handicap:
        return False
    near = SURE_SHORT if first.name.syllables <= 2 else SURE_ALONE
    return first.score <= near and margin >= MARGIN_ALONE


def _worth_offering(each: _Likely) -> bool:
    """Whether a likeness is more than the chance that every text has with a book of some hundred names."""
    if each.person:
        return True
    return each.score <= (PART + OFFERED_PART if each.name.name.handicap else OFFERED_ALONE)


def _as_written(text: str, book: Book, unsure: Linked) -> Linked:
    """What the words show without any listening: one client by name or code, and no other.

    Of a part of a name only where it ends: behind 德金 in 德金南扼 there may be another company's trade, misheard.
    """
    named = {
        mention.one
        for mention in book.written.mentions(text)
        if mention.firm and (mention.how in ("alias", "code", "letters") or NAME_ENDS.match(text, mention.end))
    }
    only = next(iter(named)) if len(named) == 1 else None
    if only is None or (unsure.candidates and only not in unsure.candidates):
        return unsure
    return Linked(only, None, (), unsure.score, unsure.margin, text)


def _beside(person: Hit, name: Hit) -> bool:
    """Whether a person stands where one says whom one met at the client, and not inside the client's name."""
    return 0 <= person.start - name.end <= NEXT_TO or 0 <= name.start - person.end <= NEXT_TO


def _person(hits: list[Hit]) -> Hit | None:
    """The person named, where a single one of the client's is near enough."""
    near = [hit for hit in hits if hit.score <= PERSON.get(min(hit.syllables, 3), 0)]
    if not near:
        return None
    others = [hit for hit in near[1:] if hit.name.written != near[0].name.written]
    return None if others and others[0].score - near[0].score < BETWEEN_PERSONS else near[0]


def _rewritten(text: str, sure: _Likely) -> str:
    """The text with the names as the book writes them; names in letters stay as they were said."""
    for hit in sorted([sure.name, *([sure.person] if sure.person else [])], key=lambda hit: -hit.start):
        if not hit.letters:
            text = text[: hit.start] + hit.name.written + text[hit.end :]
    return text


def _said(alias: str, owner: int) -> list[Name]:
    """The ways to say a client's name: whole, without its region, and the proper name alone."""
    folded = fold(alias)
    taken = companies.parts(folded)
    whole = {taken.bare, taken.bare.removeprefix(taken.region)} - {""}
    ways = {name: 0.0 for name in sorted(whole)} | ({taken.core: PART} if taken.core not in whole else {})
    return [Name(_original(alias, folded, name), owner, handicap) for name, handicap in ways.items()]


def _original(alias: str, folded: str, name: str) -> str:
    """A part of a folded name in the characters of the book."""
    start = folded.find(name)
    return alias[start : start + len(name)] if start >= 0 else name


def _other_trade(plain: str, hit: Hit, client: Client) -> bool:
    """Whether the proper name is followed by the trade of another company: 宏图物流 is not 宏图玻璃."""
    tail = companies.tail().match(plain, hit.end)
    trades = companies.trades_in(tail.group()) if tail else frozenset()
    return bool(trades) and not trades & companies.parts(fold(client.alias)).trades


def _by_owner(hits: list[Hit]) -> dict[int, list[Hit]]:
    owners: dict[int, list[Hit]] = {}
    for hit in sorted(hits, key=lambda hit: hit.score):
        owners.setdefault(hit.name.owner, []).append(hit)
    return owners
