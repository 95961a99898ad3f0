"""A call-on record typed or dictated in one message, sorted into its four mandated blocks (A10).

Whom (unit, person, department, position); purpose (matter, purpose, hoped-for result); result; next step. Labels,
numbers and running speech are understood, in any order. Every word goes somewhere: what fits no block is kept in
`rest`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from bot.language import blocks_words as word
from bot.language.blocks_cues import BUSINESS
from bot.language.blocks_running import (
    HOPED,
    LEADING,
    NEXT,
    PURPOSE,
    RESULT,
    WHO,
    Names,
    clauses,
    running,
    spans,
    told_alone,
)
from bot.language.persons import Met, met
from bot.language.script import fold, is_han

__all__ = ["Blocks", "clauses", "read"]

LONGEST_SUBJECT = 30
MANDATED = (WHO, PURPOSE, RESULT, NEXT)


@dataclass(frozen=True)
class Blocks:
    """The blocks of a record in the speaker's words; None where nothing was said.

    `who` holds all that was said about whom, `met` the person taken apart; `hoped` is the part of the purpose that says
    what result was hoped for (it stands in `purpose` as well); `next_when` the words of the next step that name its
    time, for `dates.read`.
    """

    who: str | None = None
    purpose: str | None = None
    result: str | None = None
    next_step: str | None = None
    hoped: str | None = None
    next_when: str | None = None
    met: Met = field(default_factory=Met)
    rest: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The mandated blocks that are empty: whom, purpose, result, next_step."""
        names = {"whom": self.who, "purpose": self.purpose, "result": self.result, "next_step": self.next_step}
        return tuple(name for name, said in names.items() if not said)


def read(text: str, names: Names = (), people: Names = ()) -> Blocks:
    """Sort a record into its blocks. Nothing is invented and nothing is dropped.

    `names` and `people` are the places of the text where clients and persons known there are named.
    """
    parts = _labelled(text)
    sorted_: dict[str, list[str]] = {name: [] for name in (*MANDATED, HOPED, "rest")}
    extra: dict[str, str] = {}
    surest: tuple[float, str | None] = (-9.0, None)
    for label, words in parts:
        if label in ("person", "department", "position"):
            extra[label] = words.strip(" ,，。;；")
            sorted_[WHO].append(extra[label])
        elif label is not None:
            sorted_[label].append(_tidy(words))
        else:
            start = text.find(words)
            places = (_within(places, start, len(words)) for places in (names, people))
            for block, clause, weight in _running(words, *places):
                sorted_[block].append(clause)
                if block == NEXT and weight > surest[0] and _when(clause):
                    surest = (weight, clause)
    if not sorted_[RESULT]:  # what was noticed there, said without anybody saying it
        sorted_[RESULT] = [clause for clause in sorted_["rest"] if BUSINESS.search(fold(clause))]
        sorted_["rest"] = [clause for clause in sorted_["rest"] if clause not in sorted_[RESULT]]
    who = _joined(sorted_[WHO])
    person = met(who) if who else Met()
    if extra:
        person = Met(
            extra.get("person") or person.person,
            extra.get("department") or person.department,
            extra.get("position") or person.position,
        )
    hoped, next_step = _joined(sorted_[HOPED]), _joined(sorted_[NEXT])
    return Blocks(
        who=who,
        purpose=_joined([*sorted_[PURPOSE], *sorted_[HOPED]]),
        result=_joined(sorted_[RESULT]),
        next_step=next_step,
        hoped=hoped,
        next_when=_when(surest[1] or next_step) if next_step else None,
        met=person,
        rest=_joined(sorted_["rest"]) or "",
    )


# ---------------------------------------------------------------- labels and numbers

LABEL = re.compile(
    rf"(?:^|(?<=[\n。；;，,.!！:：\s]))[\s>*#]*(?:{word.NUMBERING}\s*)?[【\[（(]?(?:本次|此次|今日|今天"
    rf"|主要|实际|具体|走访|拜访|访问)*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in word.LABELS.items())
    + r")[】\]）)]?\s*(?:[:：=]|——?|[-–](?=\s)|\n)\s*"
)
TITLE = re.compile(
    r"^\s*[【\[]?(?:客户)?(?:走访|拜访|访客|访谈|外访|訪客|走訪|拜訪|工作)(?:记录单?|記錄|日志|日誌"
    r"|情况|小结)[】\]]?\s*(?:[:：]|\n)\s*"
    r"|^\s*(?:call|visit|meeting)\s+(?:report|record|notes?)\s*[:\n]\s*",
    re.IGNORECASE,
)
NUMBERED = re.compile(rf"(?:^|(?<=[\s。；;，,]))(?P<number>{word.NUMBERING})\s*")


def _labelled(text: str) -> list[tuple[str | None, str]]:
    """The text cut at its labels: (block, words); block is None for words before or without a label."""
    text = TITLE.sub("", text)
    plain = fold(text)
    labels = list(LABEL.finditer(plain))
    if not labels:
        return _numbered(text, plain)
    parts: list[tuple[str | None, str]] = [(None, text[: labels[0].start()])] if labels[0].start() > 0 else []
    for label, following in zip(labels, [*labels[1:], None], strict=True):
        end = following.start() if following else len(text)
        parts.append((label.lastgroup, text[label.end() : end]))
    return [(name, words) for name, words in parts if words.strip(" \n,，。;；")]


def _numbered(text: str, plain: str) -> list[tuple[str | None, str]]:
    """Four numbered items without labels are the four blocks in their order."""
    numbers = [found for found in NUMBERED.finditer(text) if not re.match(r"\d", plain[found.end() :])]
    ends = [*(number.start() for number in numbers[1:]), len(text)]
    items = [text[number.end() : end] for number, end in zip(numbers, ends, strict=True)] if numbers else []
    lines = [line for line in text.splitlines() if line.strip()]
    if len(items) == 4 and not text[: numbers[0].start()].strip() and _in_order(items):
        return list(zip(MANDATED, items, strict=True))
    if not items and len(lines) == 4 and _in_order(lines):
        return list(zip(MANDATED, lines, strict=True))
    return [(None, text)]


# ---------------------------------------------------------------- running speech

STRIPPED = {
    WHO: re.compile(
        rf"^(?:{word.MET}|(?:{word.MET_ENGLISH})\s+|[见找和跟与同](?=[\u4e00-\u9fff])"
        r"|(?:今天|今日|上午|下午|早上|刚才|刚刚|刚|我们?|\s)*(?:去了|到了|来到|去|在)(?=[\u4e00-\u9fff]{2})"
        r"|(?:today\s+)?(?:(?:i|we)\s+)?(?:went\s+to|visited|was\s+at|were\s+at|at)\s+)"
    ),
    PURPOSE: re.compile(
        r"^(?:(?:about|regarding|re|concerning|(?:in\s+order\s+)?to|(?:we\s+|i\s+)?(?:discussed"
        r"|talked\s+about|reviewed))\s"
        r"|(?:今天|这次|本次)?(?:主要)?(?:目的|来意|事由)?(?:主要)?(?:是|为)?(?:为了|想|去)?)\s*(?=\S)"
    ),
    HOPED: re.compile(r"^(?:目标是|hoping\s+to|hoping\s+for|hoping|hope\s+to)\s*"),
    RESULT: re.compile(r"^(?:结果(?:是|呢)?|the\s+result\s+(?:is|was)|result\s*:?)\s*[,，:：]?\s*"),
    NEXT: re.compile(
        r"^(?:下一?步(?:计划|打算|工作|安排|准备)?(?:是|就是|要|呢)?|接下来|后续|next\s+steps?(?:\s+(?:is"
        r"|are))?(?:\s+to)?)\s*[,，:：]?\s*"
    ),
}


def _within(names: Names, start: int, length: int) -> Names:
    """The places of names inside a part of the text, counted from its beginning."""
    return [(first - start, last - start) for first, last in names if start <= first and last <= start + length]


def _running(text: str, names: Names, people: Names) -> list[tuple[str, str, float]]:
    """Running speech, piece by piece: (block, words, weight), without the words that only say which block it is."""
    told = [(block, _bare(block, words), weight) for block, words, weight in running(text, names, people)]
    if not any(block == PURPOSE for block, *_ in told):  # "Li Min (CFO), FX hedging, not interested"
        for index, ((before, *_), (block, words, weight)) in enumerate(pairwise(told), 1):
            if before == WHO and block == "rest" and len(words) <= LONGEST_SUBJECT:
                told[index] = (PURPOSE, words, weight)
                break
    return told


def _bare(block: str, words: str) -> str:
    """The words of a clause without those that only say which block it is: "见了", "下一步"."""
    lead = STRIPPED[block].match(fold(words)) if block in STRIPPED else None
    bare = words[lead.end() :].strip() if lead else words
    return bare if len(bare) > 1 else words


def _in_order(items: list[str]) -> bool:
    """Whether four items can be the blocks in their order: the first says whom, none plainly says otherwise."""
    first, second, third, fourth = (told_alone(item) for item in items)
    return first in (WHO, None) and fourth in (NEXT, None) and second in (PURPOSE, HOPED, None) and third != NEXT


def _when(words: str) -> str | None:
    return next((span.text for span in spans(words) if span.grain != "length" and not span.recurring), None)


def _tidy(words: str) -> str:
    """The words without what only leads to them, and without the punctuation at their ends."""
    return LEADING.sub("", words.strip()).strip(" \n\t,，。;；、:：.-–")


def _joined(said: list[str]) -> str | None:
    words = [each for each in said if each]
    if not words:
        return None
    return ("，" if any(is_han(character) for character in words[0]) else ", ").join(words)
