"""Which person a question names: in writing, by a part, in pinyin, by sound, with a slip of typing.

The names of some thousand people are looked up, never tried one after the other: an index by their first characters,
by their letters and by how they begin to sound is built once for a staff.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from bot.language.companies import words as listed
from bot.language.persons import DOUBLE
from bot.language.question_places import NO_NAME, PERSON, Place, merged
from bot.language.script import fold, is_han
from bot.language.sound import near_readings, readings

WHOLE, SPELT, GIVEN, PART, NICK, HEARD, NEARLY_HEARD, SLIPPED = range(8)  # the lower, the better the fit
DOUBLE_SURNAMES = tuple(DOUBLE.split("|"))
TITLE = re.compile(
    "客户经理|经理|行长|主管|主任|老师|科长|部长|总监|总|哥|姐|工|生|小姐|先生|女士|同学|师傅|团队长|组长"
)
SURE_TITLES = frozenset(listed("客户经理 经理 行长 主管 主任 团队长 组长 姐 哥 生"))
NO_NICKNAME = re.compile("[时区店额组户]")
ENGLISH_TITLE = re.compile(r"(?:mr|mrs|ms|miss|dr|manager|director|xiao|lao)\.?\s*")
OWNER = re.compile(r"'s(?![a-z])")
LETTERS = re.compile(r"[a-z]+")
JOINT = re.compile(r"[\s,'-]{0,3}")
MOST_WORDS = 4
# Names that are everyday words as well: they name somebody only with a capital.
EVERYDAY = frozenset(
    listed(
        "will may mark bill art june april august sunny rich best chance page read see call any all the who for and "
        "not has had how new now day gold line loan late leave lead open close long young field"
    )
)
BEHIND_A_NAME = re.compile(
    r"$|[\s,，。?？、在去的有没未今昨明前后上下这本现还是会做干忙请休到见跑走拜访外出写交被和与跟同啦呢了迟缺过负名手嗰那既嘅几哪打联处回返"
    r"\ue000-\ue009]"
)
BEFORE_A_NAME = re.compile(r"(?:^|[\s,，。、?？和跟与同找看查问下睇是\ue000-\ue009]|请问|天|周|月|年|日|季度|告诉我)$")


@lru_cache(maxsize=64)
def people(names: tuple[str, ...]) -> People:
    """The index over the names of a staff; the same names give the same index, built once."""
    return People(names)


class People:
    """The people of a staff, ready to be found in a question."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self._written: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
        self._surnames: dict[str, list[str]] = defaultdict(list)
        self._last: dict[str, list[str]] = defaultdict(list)
        self._lettered: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._spelt_surnames: dict[str, list[str]] = defaultdict(list)
        self._heard: dict[str, list[tuple[str, str]]] = defaultdict(list)
        self._typed: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for name in names:
            folded = fold(name).strip()
            if folded and is_han(folded[0]):
                self._add_chinese(folded, name)
            elif folded:
                self._add_english(folded, name)

    def places(self, plain: str, text: str) -> list[Place]:
        """The places of folded words (`text` as they were typed) that name people, with all who fit equally."""
        written = merged([*self._by_characters(plain), *self._by_letters(plain, text)])
        if any(place.rank <= GIVEN for place in written):
            return written
        return [*written, *merged(self._by_sound(plain)), *merged(self._by_slip(plain))]

    # ── the index ────────────────────────────────────────────────────────────────────────────────────

    def _add_chinese(self, folded: str, name: str) -> None:
        surname = folded[:2] if folded.startswith(DOUBLE_SURNAMES) and len(folded) > 2 else folded[:1]
        given = folded[len(surname) :]
        self._written[folded[:2]].append((folded, WHOLE, name))
        if len(given) >= 2:
            self._written[given[:2]].append((given, GIVEN, name))
        self._surnames[surname].append(name)
        if given:
            self._last[given[-1]].append(name)
        if len(folded) >= 2 and all(map(is_han, folded)):
            for sound in near_readings(folded[0]):
                self._heard[sound].append((folded, name))
        heads = ["".join(way) for way in islice(product(*(sorted(readings(one)) for one in surname)), 4)]
        for head in heads:
            self._spelt_surnames[head].append(name)
        for head, tail in product(heads, islice(product(*(sorted(readings(one)) for one in given)), 6)):
            joined = "".join(tail)
            for spelt in (head + joined, joined + head):
                self._lettered[spelt].append((SPELT, name))
                self._typed[spelt[:1]][spelt].append(name)
            if len(tail) >= 2:
                self._lettered[joined].append((PART, name))

    def _add_english(self, folded: str, name: str) -> None:
        parts = LETTERS.findall(folded)
        joined = "".join(parts)
        self._lettered[joined].append((WHOLE, name))
        self._typed[joined[:1]][joined].append(name)
        if len(parts) > 1:
            self._lettered["".join((parts[-1], *parts[:-1]))].append((SPELT, name))
            for part in (parts[0], parts[-1]):
                if len(part) >= 3:
                    self._lettered[part].append((PART, name))

    # ── finding ──────────────────────────────────────────────────────────────────────────────────────

    def _by_characters(self, plain: str) -> Iterator[Place]:
        for start in range(len(plain)):
            for written, rank, name in self._written.get(plain[start : start + 2], ()):
                if plain.startswith(written, start):
                    end = start + len(written)
                    title = TITLE.match(plain, end)
                    yield Place(start, title.end() if title else end, rank, PERSON, (name,))
            yield from self._by_surname(plain, start)
            if plain[start] == "阿":
                for name in self._last.get(plain[start + 1 : start + 2], ()):
                    yield Place(start, start + 2, NICK, PERSON, (name,))
            elif re.match("[姐哥](?!们)", plain[start + 1 :]):
                for name in self._last.get(plain[start], ()):
                    yield Place(start, start + 2, NICK, PERSON, (name,))

    def _by_surname(self, plain: str, start: int) -> Iterator[Place]:
        """小张, 张经理, 王总: a surname with what makes it somebody."""
        nick = plain[start] in "小老阿"
        begin = start + 1 if nick else start
        for size in (2, 1):
            names = self._surnames.get(plain[begin : begin + size], ())
            if not names:
                continue
            end = begin + size
            title = TITLE.match(plain, end)
            if nick:
                fits = not NO_NICKNAME.match(plain, title.end() if title else end)
            else:
                opens = start == 0 or not is_han(plain[start - 1]) or plain[start - 1] in "和看找问查"
                fits = title is not None and (title.group() in SURE_TITLES or opens)
            if fits:
                for name in names:
                    yield Place(start, title.end() if title else end, PART, PERSON, (name,))
            return

    def _by_letters(self, plain: str, text: str) -> Iterator[Place]:
        for start, end, joined in _runs(plain):
            for rank, name in self._lettered.get(joined, ()):
                if joined not in EVERYDAY or text[start : start + 1].isupper():
                    yield Place(start, _owned(plain, end), rank, PERSON, (name,))
        for title in ENGLISH_TITLE.finditer(plain):
            word = LETTERS.match(plain, title.end())
            boundary = title.start() == 0 or not plain[title.start() - 1].isalpha()
            for name in self._spelt_surnames.get(word.group(), ()) if word and boundary else ():
                yield Place(title.start(), _owned(plain, word.end()) if word else 0, NICK, PERSON, (name,))

    def _by_sound(self, plain: str) -> Iterator[Place]:
        """Chinese names as a recogniser or a hurried thumb writes them: 章敏 for 张敏."""
        for start, sign in enumerate(plain):
            if not is_han(sign):
                continue
            alike = {entry for sound in near_readings(sign) for entry in self._heard.get(sound, ())}
            for sought, name in alike:
                end = start + len(sought)
                words = plain[start:end]
                if len(words) < len(sought) or words in NO_NAME or not BEHIND_A_NAME.match(plain, end):
                    continue
                pairs = list(zip(words, sought, strict=True))
                if not all(near_readings(one) & near_readings(other) for one, other in pairs):
                    continue
                same = all(readings(one) & readings(other) for one, other in pairs)
                right = any(one == other for one, other in pairs)
                opens = BEFORE_A_NAME.search(plain[:start]) is not None
                if (len(sought) >= 3 or (same and (right or opens))) or (right and opens):
                    yield Place(start, end, HEARD if same else NEARLY_HEARD, PERSON, (name,))

    def _by_slip(self, plain: str) -> Iterator[Place]:
        """Names in letters with a slip of typing: Zhng Min, Graec Lee."""
        from rapidfuzz.distance import OSA

        for start, end, typed in _runs(plain):
            if len(typed) < 5:
                continue
            for target, names in self._typed.get(typed[0], {}).items():
                allowed = 1 if len(target) < 9 else 2
                if len(target) < 6 or abs(len(target) - len(typed)) > allowed:
                    continue
                if OSA.distance(typed, target, score_cutoff=allowed) <= allowed:
                    for name in names:
                        yield Place(start, end, SLIPPED, PERSON, (name,))


def _runs(plain: str) -> Iterator[tuple[int, int, str]]:
    """Runs of one to four words in letters, joined: (start, end, letters)."""
    words = list(LETTERS.finditer(plain))
    for first, word in enumerate(words):
        joined, end = "", word.start()
        for following in words[first : first + MOST_WORDS]:
            gap = plain[end : following.start()]
            if joined and not JOINT.fullmatch(gap):
                break
            joined, end = joined + following.group(), following.end()
            yield word.start(), end, joined


def _owned(plain: str, end: int) -> int:
    """The end of a name with its 's."""
    owner = OWNER.match(plain, end)
    return owner.end() if owner else end
