"""Running speech, piece by piece: which block of a record each piece belongs to (A10).

A record is said in an order, mostly: whom, what for, what came of it, what next; but any piece may come earlier, and
many carry no word that tells. So every piece is weighed for every block by its own words, every step from one block
to the next by how people speak, and the likeliest way through the whole record is taken. Pieces are clauses, cut
again where somebody's name ends and a deed begins (去恒丰 | 催收利息) and before words that open another block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.language import blocks_words as word, dates
from bot.language.blocks_cues import (
    AIM,
    ASKED_THEM,
    BUSINESS,
    CAME_OF_IT,
    DEED,
    DEED_FIRST,
    FIRST,
    HAPPENED,
    HOPED_CUE,
    LATER,
    LEAD_IN,
    MAYBE,
    MET,
    NEXT_STRONG,
    NEXT_WEAK,
    NOTHING_NEXT,
    OUR_DEED,
    OUR_SIDE,
    OUR_TALK,
    PAST,
    RESULT_CUE,
    SAID,
    SETTLED,
    SMALL,
    STATE,
    SURE_RESULT,
    SURNAME,
    THEY,
    TOLD_US,
    TOPIC,
    WE_PROMISED,
    WENT,
)
from bot.language.persons import met
from bot.language.script import fold, is_han

WHO, PURPOSE, HOPED, RESULT, NEXT, REST = "who", "purpose", "hoped", "result", "next_step", "rest"
# A Monday: only whether a date is ahead matters, not which.
SOME_DAY = datetime(2024, 1, 1, 0, 1)  # noqa: DTZ001 local, as all here is
Names = Sequence[tuple[int, int]]  # where clients are named in the text

# How people go on from one block to another; what is not listed is -1.
START = {WHO: 0.8, PURPOSE: 0.2, RESULT: 0.0, NEXT: 0.0, HOPED: -0.5, REST: 0.2}
STEPS = {
    WHO: {WHO: 0.3, PURPOSE: 1.0, RESULT: 0.5, NEXT: 0.0, HOPED: 0.3, REST: -0.2},
    PURPOSE: {WHO: -0.2, PURPOSE: 0.5, RESULT: 0.9, NEXT: 0.3, HOPED: 0.8, REST: -0.6},
    HOPED: {WHO: -0.5, PURPOSE: 0.0, RESULT: 1.0, NEXT: 0.3, HOPED: 0.5, REST: -0.6},
    RESULT: {WHO: -0.8, PURPOSE: -1.2, RESULT: 0.9, NEXT: 0.7, HOPED: -1.0, REST: -0.6},
    NEXT: {WHO: 0.0, PURPOSE: -0.7, RESULT: -0.5, NEXT: 0.9, HOPED: -1.0, REST: -0.6},
    REST: {WHO: 0.5, PURPOSE: 0.5, RESULT: 0.3, NEXT: 0.2, HOPED: 0.0, REST: 0.3},
}


@dataclass(frozen=True)
class Piece:
    """A piece of running speech: text[begin:end], and its folded words without what only leads to them."""

    begin: int
    end: int
    words: str
    plain: str
    named: bool  # a client is named in it
    person: bool  # somebody is named in it


def running(text: str, names: Names = (), people: Names = ()) -> list[tuple[str, str, float]]:
    """The pieces of running speech in their order: (block, words, how much the words speak for it)."""
    told = [piece for piece in pieces(text, names, people) if piece.words]
    return [(block, piece.words, weigh(piece)[block]) for block, piece in zip(_likeliest(told), told, strict=True)]


def _likeliest(told: list[Piece]) -> list[str]:
    """The way through the blocks that fits all pieces best."""
    ways: dict[str, tuple[float, list[str]]] = {}
    for piece in told:
        weights = weigh(piece)
        if not ways:
            ways = {block: (weight + START[block], [block]) for block, weight in weights.items()}
            continue
        ways = {
            block: max(
                ((score + STEPS[last][block] + weight, [*way, block]) for last, (score, way) in ways.items()),
                key=lambda found: found[0],
            )
            for block, weight in weights.items()
        }
    return max(ways.values(), key=lambda found: found[0])[1] if ways else []


def told_alone(words: str) -> str | None:
    """The block that words point to by themselves; None if they point nowhere for certain."""
    found = pieces(words)
    if not found or not found[0].words:
        return None
    weights = weigh(found[0])
    block = max(weights, key=lambda name: weights[name])
    return block if weights[block] >= CERTAIN and block != REST else None


# ---------------------------------------------------------------- what a piece says by itself

AT_THE_BEGINNING = 2.2
CERTAIN = 1.9  # the weight from which a piece points to its block by itself
FROM_NOW_ON = re.compile(
    r"以后|今后|往后|^我(?:们)?(?:会|要|打算|每)|^(?:i|we)(?:'ll|\s+will)|(?<![a-z])from\s+now\s+on"
)
LONGEST_DATE = 16  # characters of a piece that may be no more than a date
LONGEST_NAME = 8  # characters that may be where one went to


def weigh(piece: Piece) -> dict[str, float]:
    """How much a piece's own words speak for each block."""
    plain = LEAD_IN.sub("", piece.plain)
    weights = dict.fromkeys(STEPS, 0.0) | {REST: 0.9, RESULT: 0.3}
    they, first, our_deed = THEY.search(plain), FIRST.search(plain), OUR_DEED.search(piece.plain)
    said = None if our_deed else SAID.search(plain)
    only_who = _only_names(piece)
    hoped = HOPED_CUE.search(plain) and not they
    ours = first or OUR_SIDE.search(plain)
    deed = DEED_FIRST.match(plain)
    ahead = _ahead(piece.words, plain)
    if only_who:
        weights[WHO] += 3.2
    elif ahead >= AT_THE_BEGINNING and not MET.search(plain):
        pass  # where one will go
    elif MET.search(plain) and piece.person:
        weights[WHO] += 2.6
    elif (
        (went := WENT.search(plain))
        and not DEED.match(plain, went.end())
        and (piece.named or 2 <= len(plain) - went.end() <= LONGEST_NAME)
    ):
        weights[WHO] += 1.6
    elif piece.person and not (they or said):
        weights[WHO] += 0.5
    if SURNAME.search(plain):
        weights[WHO] += 3
    if not only_who:
        if they:
            weights[RESULT] += 1.6
        if said and not ours and not hoped:
            weights[RESULT] += 1.4
        if OUR_TALK.search(plain):
            weights[RESULT] += 1.8
        if SURE_RESULT.search(plain) and not HOPED_CUE.search(plain):
            weights[RESULT] += 1.6
        elif RESULT_CUE.search(plain):
            weights[RESULT] += 0.8
        if CAME_OF_IT.search(plain):
            weights[RESULT] += 0.8
        if BUSINESS.search(plain):
            weights[RESULT] += 0.5
        if piece.named or (not deed and HAPPENED.search(plain)):
            weights[RESULT] += 0.6
    if AIM.search(piece.plain) and not said and not NEXT_STRONG.search(piece.plain):
        weights[PURPOSE] += 3.2
    if deed:
        done = re.match(r"[了过]|同意|答应", plain[deed.end() :])
        weights[PURPOSE] += 1.4 if done else 2.2
    elif DEED.search(plain) and not (they or said):
        weights[PURPOSE] += 0.7
    if not (they or said or ahead or only_who) and TOPIC.match(plain) and not CAME_OF_IT.search(plain):
        weights[PURPOSE] += 0.6
    if hoped:
        weights[HOPED] += 4.5
    strong = NEXT_STRONG.search(plain)
    if TOLD_US.search(plain) or WE_PROMISED.search(plain):
        weights[NEXT] += 3.4
    if strong:
        weights[NEXT] += 2.4 if not (they or (said and not ours)) else 1.0
    elif NEXT_WEAK.search(plain):
        weights[NEXT] += 1.1 if not (they or said) else 0.3
    if ahead:
        theirs = they or (said and not ours)
        weights[NEXT] += ahead * (0.35 if theirs and not ours else 0.6 if STATE.search(plain) and not ours else 1.0)
    if ours and ahead:
        weights[NEXT] += 0.8
    if MAYBE.search(plain) and not ours:
        weights[NEXT] -= 1.4
    if SETTLED.search(plain) and not (strong or ours):
        weights[NEXT] -= 1.4
    if OUR_TALK.search(plain) and not strong:
        weights[NEXT] -= 2.0
    if ASKED_THEM.search(plain):
        weights[NEXT] += 1.8
    if our_deed and not deed:
        weights[PURPOSE] += 1.8
    if LATER.search(piece.plain):
        weights[NEXT] += 2.0
    if NOTHING_NEXT.search(plain):
        weights[NEXT] += 5
    if SMALL.search(plain):
        weights[REST] += 2.5
    return weights


def _ahead(words: str, plain: str) -> float:
    """How much the words name a time still to come, as a next step does: most at their beginning."""
    for moment in spans(words):
        if moment.recurring and FROM_NOW_ON.search(plain):
            return AT_THE_BEGINNING
        if moment.recurring or moment.grain == "length":
            continue
        due = (moment.start or moment.end) or SOME_DAY
        if FIRST.search(plain) and moment.grain in ("hour", "minute") and due.date() == SOME_DAY.date():
            return 1.2
        if due.date() > SOME_DAY.date() and not PAST.search(words[moment.finish :]):
            return AT_THE_BEGINNING if moment.begin <= 6 else 1.5
    return 0.0


def spans(words: str) -> list[dates.Span]:
    """The dates in the words, counted from some Monday."""
    return [span for span in dates.read(words, SOME_DAY) if span.start is None or span.start.year < 2030]


def _only_names(piece: Piece) -> bool:
    """Whether a piece does no more than name somebody, or the client: "财务部王经理", "去了恒丰纺织", "CFO Li Min"."""
    left = _without_names(piece)
    if re.search(
        r"[不没未冇]|唔|出差|外出|开会|休息|请假|(?<![a-z])(?:not|wasn't|no|nobody|out)(?![a-z])", left
    ) and not MET.match(piece.plain):
        return False
    if not (piece.person or piece.named):
        return False
    bare = ONLY_LEADS.sub("", left)
    return len(bare) <= (2 if any(map(is_han, piece.words[:2])) else 5)


ONLY_LEADS = re.compile(
    rf"{word.MET}|{word.MET_ENGLISH}|(?<![a-z])(?:the|from|of|in|at|their|and|with|today|just|came|out|"
    rf"went|to|was|by|on|i|we|visited|lunch|call|phone)(?![a-z])"
    r"|今天|今日|上午|下午|早上|中午|下昼|今早|头先|刚才|刚刚|刚|电话里?|主要|本来|就是|跟|和|同|与|"
    r"给|向|从|在|去了?|到了?|来到|拜访了?|走访了?|探访|出来|那边|那里|他们?|她们?|佢哋|我们?|是|的|"
    r"了|新来|老板(?=$)|公司|一下|吃了?个?饭|请|找|搵|揾|那个|嗯|呃|你看|一趟|[、,，()（）.\s:：'’]"
)


def _without_names(piece: Piece) -> str:
    taken = _persons(piece.words, piece.plain)
    return "".join(
        character
        for index, character in enumerate(piece.plain)
        if not any(start <= index < end for start, end in taken) and character != HIDDEN
    )


# ---------------------------------------------------------------- pieces

HIDDEN = "\ue003"  # stands for each character of a client's name
KNOWN = "\ue001"  # and of a person's who is known there
SPLIT = re.compile(rf"(?P<matter>{word.SPLITS_MATTER})|{word.SPLITS}|{word.SPLITS_ENGLISH}")
CLAUSE = re.compile(
    r"(?:[^，,。；;！!？?\n.:：]|[.](?=\w)|[:：](?=\d)|(?<=\d)[,，](?=\d{3}))+(?:[，,。；;！!？?\n.:：]+|$)"
)
LEADING = re.compile(
    r"^(?:[\s,，。;；、:：]|嗯+|呃+|那个|就是说?(?!去)|然后呢?|后来|另外|还有|最后|其实|首先|好的?|ok|um+|uh+|so|well|and|then|also|but)+(?![a-z])",
    re.IGNORECASE,
)
BEHIND_A_NAME = re.compile(
    r"(?:那边|那里|那儿|嗰边|这边|公司|他们|(?:和他\S{1,2}|和她\S{1,2})?一起|一齐|(?:的|同|和)(?=\ue003))?\s*(?:today|yesterday|"
    r"this\s+(?:morning|afternoon)|and)?\s*"
)
ABBREVIATED = re.compile(r"(?<![a-z])(?:mr|mrs|ms|dr|co|ltd|inc|no)\.$", re.IGNORECASE)


def pieces(text: str, names: Names = (), people: Names = ()) -> list[Piece]:
    """The text in pieces. `names` and `people` are the places where clients and known persons are named."""
    hidden = list(fold(text))
    for sign, places in ((KNOWN, people), (HIDDEN, names)):
        for start, end in places:
            hidden[start:end] = sign * (end - start)
    plain = "".join(hidden)
    found = []
    for begin, end in _joined_to_dates(text, _cuts(text, plain)):
        words = text[begin:end]
        lead = LEADING.match(words.lstrip())
        start = begin + len(words) - len(words.lstrip()) + (lead.end() if lead else 0)
        bare = text[start:end].rstrip(" \n\t,，。;；、:：.-–")
        said = plain[start : start + len(bare)]
        found.append(Piece(start, start + len(bare), bare, said, HIDDEN in said, bool(_persons(bare, said))))
    return found


def _joined_to_dates(text: str, cuts: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """The pieces, a bare date together with what follows it: 下周一上午九点，去签合同."""
    waiting: int | None = None
    last = (0, 0)
    for begin, end in cuts:
        start = begin if waiting is None else waiting
        words = text[begin:end].strip(" ，,。;；\n")
        dated = spans(words) if len(words) <= LONGEST_DATE else []
        bare = bool(dated) and not dated[0].recurring and len(words) - sum(one.finish - one.begin for one in dated) <= 1
        if bare and ((dated[0].start or dated[0].end) or SOME_DAY).date() > SOME_DAY.date():
            waiting = start
            last = (start, end)
            continue
        waiting = None
        yield start, end
    if waiting is not None:
        yield last


def _persons(words: str, plain: str) -> tuple[tuple[int, int], ...]:
    """Where in the words somebody is named; the name of a client is nobody's."""
    shown = "".join(" " if hidden == HIDDEN else character for character, hidden in zip(words, plain, strict=True))
    return (*met(shown).spans, *(match.span() for match in re.finditer(f"{KNOWN}+", plain)))


def clauses(text: str) -> Iterable[str]:
    """Clauses at punctuation, and inside long ones before words that begin another block."""
    plain = fold(text)
    for begin, end in _cuts(text, plain):
        yield text[begin:end]


def _cuts(text: str, plain: str) -> Iterable[tuple[int, int]]:
    begin = 0
    for found in CLAUSE.finditer(text):
        if ABBREVIATED.search(text[begin : found.end()].rstrip()) and found.end() < len(text):
            continue
        yield from _split(text, plain, begin, found.end())
        begin = found.end()
    if begin < len(text) and text[begin:].strip():
        yield from _split(text, plain, begin, len(text))


def _split(text: str, plain: str, first: int, last: int) -> Iterable[tuple[int, int]]:
    """One clause, cut before words that begin another block."""
    clause, said = text[first:last], plain[first:last]
    cuts = [0]
    they = THEY.match(said) is not None
    for found in SPLIT.finditer(said):
        head = said[cuts[-1] : found.start()]
        if LEADS_ON.search(head):
            continue
        leads_on = found["matter"] is not None and (
            THEY.match(head.lstrip()) or not met(clause[cuts[-1] : found.start()])
        )
        if found.start() - cuts[-1] >= 3 and not leads_on:
            cuts.append(found.start())
    if not they:
        cuts += _before_deeds(clause, said, cuts)
    went = WENT.match(said)
    if (
        went
        and HIDDEN not in said
        and (deed := DEED.search(said, went.end() + 2))
        and not any(2 < cut <= deed.start() for cut in cuts)
    ):
        cuts.append(deed.start())
    for moment in spans(clause):
        begin = moment.begin
        if (
            begin > 6
            and moment.start
            and moment.start > SOME_DAY
            and begin not in cuts
            and _may_begin(said, begin, cuts)
        ):
            cuts.append(begin)
    cuts = sorted(set(cuts))
    for begin, end in zip(cuts, [*cuts[1:], len(clause)], strict=True):
        yield first + begin, first + end


ABOUT = re.compile(r"的事情?(?=[他她他们对总老已我还也没\ue001\ue003])|这(?:件|个)事情?(?=[他她对总老已我还也没])")
LEADS_ON = re.compile(
    r"(?:[跟和同对给向让请把问替帮]|(?<![a-z])(?:how\s+\w+|how|if|whether|that|what|why|when|which|who|where|than|as))\s*$"
)


def _before_deeds(clause: str, said: str, cuts: list[int]) -> list[int]:
    """Where a name ends and what was done there begins: 去恒丰 | 催收利息, 给林芳 | 送资料."""
    ends = {match.end() for match in re.finditer(f"{HIDDEN}+", said)} | {end for _, end in _persons(clause, said)}
    found = [
        match.end() for match in ABOUT.finditer(said) if match.end() < len(said.rstrip(" ，,。")) and match.start() > 2
    ]
    for end in sorted(ends):
        behind = BEHIND_A_NAME.match(said, end)
        after = behind.end() if behind else end
        last = max((cut for cut in cuts if cut < after), default=0)
        spoken = SAID.search(said, last, end) or NEXT_STRONG.search(said, last, end) or TOLD_US.search(said, last, end)
        far = after - last >= 2 and not spoken and not OURS.match(said, last)
        if _ahead(clause[last:end], said[last:end]):
            continue
        if far and after not in cuts and DEED_FIRST.match(said, after) and not re.match(r"说", said[after:]):
            found.append(after)
    return found


OURS = re.compile(
    r"[\s,，]*(?:.{0,14}(?:i'm|i'll|we'll|i\s+will)|.{0,8}我(?:们)?(?:带|请|让|叫|约|和|跟|会|再|打算|准备))"
)


def _may_begin(plain: str, begin: int, cuts: list[int]) -> bool:
    """Whether a next step may begin at a date inside a clause: "对方同意提供报表下周三再去拿", not "同意下周三提供"."""
    head = plain[max((cut for cut in cuts if cut < begin), default=0) : begin]
    follows = plain[begin : begin + 14]
    return bool(re.search(r"再|我|去|来拿|联系|跟进|回访|上门", follows)) and not re.search(
        r"(?:同意|答应|说|表示|承诺|约|约好|定|[让叫请约]我们?|在|于|到|打算|准备|计划)$", head
    )
