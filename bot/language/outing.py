"""One sentence in which a relationship manager says where they are going, and what it declares (A04, A13).

"去永泰看厂房，四点半回", "off to Yongtai re plant, back 16:30": whom, what for, where, when out, when back, in any
order, with slips of the tongue corrected on the way. A sentence is read by taking out of it what is recognised for
certain, clients, times, places, names of new clients, words of going and returning, and what is left is the matter,
in the speaker's own words. What was not said stays None; a name that fits two clients is never chosen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.language import going
from bot.language.clients import Client, Mention, Portfolio
from bot.language.companies import parts, trades_in
from bot.language.leads import find_leads
from bot.language.matter import matter_of
from bot.language.outing_times import Clock
from bot.language.places import find_places
from bot.language.script import fold
from bot.language.sentence import CLIENT, CUT, LEAD, MARKS, PLACE, STOPS, TIME, Found, Sentence
from bot.language.trimming import on_the_way, slips, trim_left

LABEL = re.compile(
    rf"(?:^|[{STOPS}\s])\s*(?:\d[.、)]\s*)?(?:"
    + "|".join(f"(?P<{field}>{pattern})" for field, pattern in going.LABELS.items())
    + r")\s*(?:[:：]|(?:是|为)(?=\S))\s*"
)
END_OF_VALUE = re.compile(rf"[{STOPS.replace('、', '')}]|\.(?:\s|$)")
WHICH_ONE = re.compile(
    r"[\s,，(（]*(?:是|就是)?(?:做|搞|卖|生产)?(?P<trade>[\u4e00-\u9fff]{2,4}?)(?:的)?(?:那家|那个"
    r"|那间|这家|公司那家)[)）]?"
    r"|[\s,，(（]*the\s+(?P<english>[a-z-]+)\s+(?:company|one|firm|client|people)(?![a-z])[)）]?"
)
NOT_THAT = re.compile(rf"不是[^{STOPS}{MARKS}]{{1,16}}[，,]\s*(?:而)?是")
JOINED = re.compile(r"\s*(?:和|跟|与|同|及|以及|、|,|，|/|&|\+|and|还有|\s)*\s*")


@dataclass(frozen=True)
class Outing:
    """What one sentence declared. Times are local and naive, to the minute; None and empty where nothing was said.

    `candidates` holds, for each name that fits several clients equally well, those clients; `new_leads` the names
    that are in nobody's book yet.
    """

    clients: tuple[Client, ...] = ()
    candidates: tuple[tuple[Client, ...], ...] = ()
    new_leads: tuple[str, ...] = ()
    matter: str | None = None
    place: str | None = None
    depart_at: datetime | None = None
    return_at: datetime | None = None


def read(text: str, now: datetime, clients: Portfolio, language: str = "zh-Hans") -> Outing:
    """What the sentence declares, said at `now` (local, naive) by the manager whose portfolio `clients` is."""
    sentence = Sentence(text)
    labels = _take_labels(sentence)
    _take_changes(sentence, labels)
    clock = Clock(sentence, now, language)
    _find_clients(sentence, clients, labels.clients)
    clock.roles(labels.times)
    find_places(sentence)
    find_leads(sentence, clients, labels.clients)
    find_places(sentence)
    _correct(sentence)
    times = clock.times()
    sure = [found.clients[0] for found in sentence.of(CLIENT) if not found.doubtful]
    doubtful = [found.clients for found in sentence.of(CLIENT) if found.doubtful]
    return Outing(
        clients=tuple(dict.fromkeys(sure)),
        candidates=tuple(dict.fromkeys(options for options in doubtful if not set(options) & set(sure))),
        new_leads=tuple(dict.fromkeys(sentence.said(found) for found in sentence.of(LEAD))),
        matter=matter_of(sentence),
        place=("、" if sentence.chinese() else ", ").join(
            dict.fromkeys(sentence.said(found) for found in sentence.of(PLACE))
        )
        or None,
        depart_at=times.depart,
        return_at=times.back,
    )


@dataclass
class _Labels:
    """Where labels ("客户：", "返回：") say that clients stand, and what role a time behind one has."""

    clients: list[tuple[int, int]]
    times: list[tuple[int, str]]  # where the value begins, "leave" or "back"


def _take_labels(sentence: Sentence) -> _Labels:
    labels = _Labels([], [])
    for label in LABEL.finditer(sentence.plain):
        field, value = label.lastgroup, label.end()
        stop = END_OF_VALUE.search(sentence.plain[value:])
        end = value + stop.start() if stop else len(sentence.plain)
        sentence.mark(CUT, label.start(field or 0), value)
        if field == "client":
            labels.clients.append((value, end))
        elif field == "place":
            sentence.take(Found(PLACE, value, end))
        elif field in ("leave", "back"):
            labels.times.append((value, field))
    return labels


# Words that only say that something told before is changed: 再加一家, 换成, 推迟到, "add", "make it".
CHANGED = re.compile(
    r"(?:^|(?<=[，,。；;\s]))(?:(?:那就?|就|请|帮我|把|再|还|还要|另外|顺路|顺便|时间|返回时间)*(?:"
    r"(?:加|多|添)(?:去|跑)?(?:上)?一?(?:家|个|站|趟)(?:客户)?|(?P<turned>(?:换|改)(?:成|到|去|为|做)|推迟到?|延(?:后|迟|期)?到|延到|提前到|提早到)(?!了)"
    r")|(?:please\s+)?(?:add(?![a-z])|(?P<made>(?:change|move|push|postpone|delay)(?:d|\s+it|"
    r"\s+the\s+return)?(?:\s+back)?\s+(?:to|until|till)"
    r"|make\s+(?:it|that))(?![a-z])|switch\s+to(?![a-z])))\s*"
)
SETS_OUT = re.compile(r".{0,16}?(?:出发|走|出门|动身|出去|leave|leaving|set\s+off|depart)")


def _take_changes(sentence: Sentence, labels: _Labels) -> None:
    """Cut out the words of changing; a bare time behind them is the return's: 改成五点半, make it 5:30."""
    for found in CHANGED.finditer(sentence.plain):
        sentence.mark(CUT, found.start(), found.end())
        if (found["turned"] or found["made"]) and not SETS_OUT.match(sentence.plain, found.end()):
            labels.times.append((found.end(), "back"))


def _find_clients(sentence: Sentence, clients: Portfolio, regions: list[tuple[int, int]]) -> None:
    """Note the clients that are gone to. One who is only spoken about (谈给华丰的担保) belongs to the matter."""
    aside: list[Mention] = []
    last: tuple[int, bool] = (0, True)
    for mention in clients.mentions(sentence.text):
        if re.search(f"[{MARKS}]", sentence.marked[mention.start : mention.end]):
            continue
        lead = re.split(f"[{STOPS}{MARKS}]", sentence.marked[: mention.start])[-1]
        joint = sentence.plain[last[0] : mention.start]
        if last[0] and JOINED.fullmatch(joint):
            visited = last[1]
        else:
            visited = on_the_way(lead) or any(begin <= mention.start < end for begin, end in regions)
        if visited:
            _take_client(sentence, mention)
        elif mention.firm:
            aside.append(mention)
        last = (mention.end, visited)
    if not sentence.of(CLIENT):
        for mention in aside:
            _take_client(sentence, mention)
    _narrow(sentence)


def _narrow(sentence: Sentence) -> None:
    """ "去金禾，做食品那家": a trade said behind a name that fits several clients tells which one is meant."""
    for found in sentence.of(CLIENT):
        hint = WHICH_ONE.match(sentence.marked, found.end) if len(found.clients) > 1 else None
        trades = trades_in(hint["trade"] or hint["english"]) if hint else frozenset()
        fitting = tuple(client for client in found.clients if parts(fold(client.alias)).trades & trades)
        if hint and len(fitting) == 1:
            found.clients, found.doubtful = fitting, False
            sentence.mark(CUT, found.end, hint.end())


def _take_client(sentence: Sentence, mention: Mention) -> None:
    sentence.take(Found(CLIENT, mention.start, mention.end, mention.clients, doubtful=mention.one is None))


def _correct(sentence: Sentence) -> None:
    """ "去永泰，不对，去宏图": what was taken back is dropped; "不是永泰，是宏图" likewise."""
    for slip in list(slips(sentence.plain)):
        if CUT in sentence.marked[slip.start() : slip.end()]:
            continue
        later = next((found for found in sentence.found if found.start >= slip.end()), None)
        if later and later.kind != TIME and not trim_left(sentence.plain[slip.end() : later.start]):
            kinds = (CLIENT, LEAD) if later.kind in (CLIENT, LEAD) else (later.kind,)
            earlier = [found for found in sentence.found if found.kind in kinds and found.end <= slip.start()]
            if earlier:
                sentence.drop(earlier[-1])
        elif not (later and later.kind == TIME and later.start == slip.end()):
            begin = max((m.end() for m in re.finditer(f"[{STOPS}{MARKS}]", sentence.marked[: slip.start()])), default=0)
            sentence.mark(CUT, begin, slip.start())
        sentence.mark(CUT, slip.start(), slip.end())
    for denied in NOT_THAT.finditer(sentence.marked):
        sentence.mark(CUT, denied.start(), denied.end())
    for found in list(sentence.found):
        if found.kind in (CLIENT, LEAD, PLACE) and (
            no := re.search(rf"{going.NOT_BUT}\s*$", sentence.plain[: found.start])
        ):
            sentence.drop(found)
            sentence.mark(CUT, no.start(), found.start)
