"""A call-on record typed or dictated in one message, sorted into its four mandated blocks (A10).

Whom (unit, person, department, position); purpose (matter, purpose, hoped-for result); result; next step. Labels,
numbers and running speech are understood, in any order. Every word goes somewhere: what fits no block is kept in
`rest`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from bot.language import blocks_words as word, dates
from bot.language.persons import Met, met
from bot.language.script import fold, is_han

WHO, PURPOSE, HOPED, RESULT, NEXT = "who", "purpose", "hoped", "result", "next_step"
LONGEST_SUBJECT = 30
MANDATED = (WHO, PURPOSE, RESULT, NEXT)
# A Monday: only whether a date is ahead matters, not which.
SOME_DAY = datetime(2024, 1, 1, 0, 1)  # noqa: DTZ001 local, as all here is


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


def read(text: str) -> Blocks:
    """Sort a record into its blocks. Nothing is invented and nothing is dropped."""
    parts = _labelled(text)
    sorted_: dict[str, list[str]] = {name: [] for name in (*MANDATED, HOPED, "rest")}
    extra: dict[str, str] = {}
    for label, words in parts:
        if label in ("person", "department", "position"):
            extra[label] = words.strip(" ,，。;；")
            sorted_[WHO].append(extra[label])
        elif label is not None:
            sorted_[label].append(_tidy(words))
        else:
            for block, clause in _running(words):
                sorted_[block].append(clause)
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
        next_when=_when(next_step) if next_step else None,
        met=person,
        rest=_joined(sorted_["rest"]) or "",
    )


# ---------------------------------------------------------------- labels and numbers

LABEL = re.compile(
    rf"(?:^|(?<=[\n。；;，,.!！:：\s]))[\s>*#]*(?:{word.NUMBERING}\s*)?[【\[（(]?(?:本次|此次|今日|今天"
    rf"|主要|实际|具体|走访|拜访|访问)*(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in word.LABELS.items())
    + r")[】\]）)]?\s*(?:[:：=]|——?|[-–](?=\s)|\n|(?<=结果|目的|对象|下步|一步)(?:是|为)(?=\S))\s*"
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


def _in_order(items: list[str]) -> bool:
    """Whether four items can be the blocks in their order: the first says whom, none plainly says otherwise."""
    cues = [_cue(fold(item), item, None) for item in items]
    return cues[0] in (WHO, None) and cues[3] in (NEXT, None) and cues[1] in (PURPOSE, HOPED, None) and cues[2] != NEXT


# ---------------------------------------------------------------- running speech

SPLIT = re.compile(rf"(?P<matter>{word.SPLITS_MATTER})|{word.SPLITS}|{word.SPLITS_ENGLISH}")
CLAUSE = re.compile(r"[^，,。；;！!？?\n.]+(?:\.(?=\w)[^，,。；;！!？?\n.]+)*(?:[，,。；;！!？?\n.]+|$)")
LEADING = re.compile(
    r"^(?:[\s,，。;；、:：]|嗯+|呃+|那个|就是说?|然后呢?|后来|另外|还有|最后|其实|首先|好的?|ok|um+"
    r"|uh+|so|well|and|then|also|but)+(?![a-z])",
    re.IGNORECASE,
)
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
DEED = re.compile(rf"(?:{word.PURPOSE})")
DEED_ENGLISH = re.compile(rf"(?<![a-z])(?:{word.PURPOSE_ENGLISH})(?![a-z])")
MET = re.compile(rf"^(?:{word.MET})")
MET_ENGLISH = re.compile(rf"^(?:{word.MET_ENGLISH})(?![a-z])")
WENT = re.compile(
    r"^(?:今天|今日|上午|下午|早上|中午|刚才|刚刚|刚|我们?|和|跟|与|同事|小\w|一起|\s)*(?:去了?|到了?"
    r"|在|来到|走访了?|拜访了?|上门)(?!年|期|位|账)|^(?:today\s+|this\s+(?:morning"
    r"|afternoon)\s+)?(?:i\s+|we\s+)?(?:went\s+to|visited|was\s+at|were\s+at|at\s)"
)
NEXT_CUE = re.compile(rf"(?:{word.NEXT})|(?<![a-z])(?:{word.NEXT_ENGLISH})(?![a-z])")
RESULT_CUE = re.compile(rf"(?:{word.RESULT})|(?<![a-z])(?:{word.RESULT_ENGLISH})(?![a-z])")
SURE_RESULT = re.compile(rf"(?:{word.SURE_RESULT})|(?<![a-z])(?:{word.SURE_RESULT_ENGLISH})(?![a-z])")
HOPED_CUE = re.compile(rf"^[我们\s]*(?:{word.HOPED})|(?<![a-z])(?:{word.HOPED_ENGLISH})(?![a-z])")
THEY = re.compile(
    rf"^(?![和跟与同见找去到拜会约在])(?:{word.THEY})(?!.{{0,3}}(?:一起|约))|^(?:{word.THEY_ENGLISH})(?![a-z])"
)
SAID = re.compile(
    rf"(?:{word.POSITIONS}|{word.POLITE})(?:来电|打电话来?|电话里|在电话里|也|都|就|当场|已经|还|最后"
    rf"|今天|目前|比较|很){{0,2}}"
    r"(?:同意|答应|表示|说|话|反映|反馈|提出|要求|拒绝|抱怨|认为|觉得|希望|承诺|告诉|提到|不同意|愿意|担心|感兴趣)"
)
BUSINESS = re.compile(
    r"经营|订单|库存|销售|账期|回款|应收|负债|生产|设备|现金流|资金|存款|贷款|利率|价格|产能|开工|停产"
    r"|工人|原材料|营业|收入|成本|利润"
    r"|orders?|sales|stock|inventory|cash|turnover|production|revenue|profit|loan|deposits?"
)
LEAD_IN = re.compile(
    r"^(?:今天|今日|上午|下午|早上|刚才|刚刚|这次|本次|此次|主要|我们?|就|先|顺路|顺便|过去|是|嗯|呃|那个"
    r"|(?:today|this\s+(?:morning|afternoon)|i|we)\s+|[\s,，]+)+(?=.)"
)
TOLD_US = re.compile(r"(?:让|叫|约|要求|请|通知|催)我(?:们|行)?|(?:asked|told|wants?|invited)\s+(?:me|us)\s+to")
ALSO_WANTED = re.compile(r"约|再|需要?|将|会|安排")  # said of what the client wants as well
SURNAME = re.compile(r"^(?:他|她)?(?:是)?(?:姓|叫)[\u4e00-\u9fff]{1,3}$")
NOTHING_NEXT = re.compile(r"^(?:暂无|没有|无)(?:下一步|后续|安排|计划)|^(?:no|nothing)\s+(?:next|further|follow)")


def _running(text: str) -> list[tuple[str, str]]:
    """Running speech, clause by clause: (block, words). A clause without a cue goes on with what was being said."""
    told: list[tuple[str, str]] = []
    last: str | None = None
    for clause in clauses(text):
        words = _tidy(clause)
        if not words:
            continue
        block = _cue(fold(words), words, last)
        if block is None:
            block = last if last not in (None, WHO) else "rest"
        told.append((block, _bare(block, words)))
        last = block if block != "rest" else last
    if not any(block == PURPOSE for block, _ in told):  # "Li Min (CFO), FX hedging, not interested"
        for index, ((before, _), (block, words)) in enumerate(pairwise(told), 1):
            if before == WHO and block == "rest" and len(words) <= LONGEST_SUBJECT:
                told[index] = (PURPOSE, words)
                break
    return told


def _cue(plain: str, words: str, last: str | None) -> str | None:
    """The block that a clause's own words point to; None if they point nowhere."""
    plain = LEAD_IN.sub("", plain)
    saw = MET.match(plain) or MET_ENGLISH.match(plain)
    they = THEY.match(plain)
    told_us = TOLD_US.search(plain)
    deed = DEED.match(plain) or DEED_ENGLISH.match(plain)
    coming = NEXT_CUE.search(plain)
    before_result = last in (None, WHO, PURPOSE, HOPED)
    if NOTHING_NEXT.search(plain):
        return NEXT
    if HOPED_CUE.search(plain) and not they:
        return HOPED
    if SAID.search(plain):
        return RESULT
    if saw and (last is None or met(words)):
        return WHO
    if they and not told_us:
        return WHO if _is_person(plain, words) else RESULT
    if told_us or (coming and not ALSO_WANTED.match(coming.group())) or (_ahead(words) and not they):
        return NEXT
    if deed and before_result and not re.search(r"[了过]|同意|答应", plain[deed.end() : deed.end() + 3]):
        return PURPOSE
    if _is_person(plain, words) or SURNAME.match(plain):
        return WHO
    if coming and last in (RESULT, NEXT):
        return NEXT
    if (
        (SURE_RESULT if last is None else RESULT_CUE).search(plain)
        and last != NEXT
        and not (deed and last in (None, WHO))
    ):
        return RESULT
    if WENT.match(plain) and last is None:
        return WHO
    if deed:
        return PURPOSE if before_result else last
    return NEXT if coming else None


def _bare(block: str, words: str) -> str:
    """The words of a clause without those that only say which block it is: "见了", "下一步"."""
    lead = STRIPPED[block].match(fold(words)) if block in STRIPPED else None
    bare = words[lead.end() :].strip() if lead else words
    return bare if len(bare) > 1 else words


def clauses(text: str) -> Iterable[str]:
    """Clauses at punctuation, and inside long ones before words that begin another block."""
    for found in CLAUSE.finditer(text):
        yield from _split(found.group())


def _split(clause: str) -> Iterable[str]:
    plain = fold(clause)
    cuts = [0]
    they = THEY.match(plain) is not None
    for found in SPLIT.finditer(plain):
        head = plain[cuts[-1] : found.start()]
        leads_on = found["matter"] is not None and (
            THEY.match(head.lstrip()) or not met(clause[cuts[-1] : found.start()])
        )
        if found.start() - cuts[-1] >= 3 and not leads_on:
            cuts.append(found.start())
    person = met(clause)
    if person.spans and not they:
        after = max(end for _, end in person.spans)
        deed = DEED.match(plain, after)
        if deed and after not in cuts and after - max((c for c in cuts if c < after), default=0) >= 2:
            cuts.append(after)
    went = WENT.match(plain)
    if went and (deed := DEED.search(plain, went.end() + 2)) and not any(2 < cut <= deed.start() for cut in cuts):
        cuts.append(deed.start())
    for moment in _spans(clause):
        begin = moment.begin
        if (
            begin > 6
            and moment.start
            and moment.start > SOME_DAY
            and begin not in cuts
            and _may_begin(plain, begin, cuts)
        ):
            cuts.append(begin)
    cuts = sorted(set(cuts))
    for begin, end in zip(cuts, [*cuts[1:], len(clause)], strict=True):
        yield clause[begin:end]


def _may_begin(plain: str, begin: int, cuts: list[int]) -> bool:
    """Whether a next step may begin at a date inside a clause: "对方同意提供报表下周三再去拿", not "同意下周三提供"."""
    head = plain[max((cut for cut in cuts if cut < begin), default=0) : begin]
    follows = plain[begin : begin + 14]
    return bool(re.search(r"再|我|去|来拿|联系|跟进|回访|上门", follows)) and not re.search(
        r"(?:同意|答应|说|表示|承诺|约|约好|定|[让叫请约]我们?|在|于|到)$", head
    )


def _is_person(plain: str, words: str) -> bool:
    """Whether a clause only names somebody: "财务部王经理", "CFO Li Min"."""
    person = met(words)
    if not person:
        return False
    left = "".join(c for i, c in enumerate(plain) if not any(begin <= i < end for begin, end in person.spans))
    left = re.sub(
        rf"{word.MET}|{word.MET_ENGLISH}|(?<![a-z])(?:the|from|of|in|at|their|and|with)(?![a-z])"
        rf"|[的在和跟、,，()（）.\s]",
        "",
        left,
    )
    if re.search(r"[不没未冇]|出差|外出|开会|休息|请假|(?<![a-z])(?:not|wasn't|no)(?![a-z])", left) and not re.match(
        word.MET, plain
    ):
        return False
    return len(left) <= (2 if is_han(words[:1]) else 14) or (
        len(left) <= 10 and not re.search(rf"{word.RESULT}|{word.NEXT}|谈|聊", left)
    )


def _ahead(words: str) -> bool:
    """Whether the words name a time still to come, as a next step does."""
    return any(
        moment.begin <= 4 and ((moment.start or moment.end) or SOME_DAY).date() > SOME_DAY.date()
        for moment in _spans(words)
        if not moment.recurring and moment.grain != "length"
    )


def _spans(words: str) -> list[dates.Span]:
    return [span for span in dates.read(words, SOME_DAY) if span.start is None or span.start.year < 2030]


def _when(words: str) -> str | None:
    return next((span.text for span in _spans(words) if span.grain != "length" and not span.recurring), None)


def _tidy(words: str) -> str:
    """The words without what only leads to them, and without the punctuation at their ends."""
    return LEADING.sub("", words.strip()).strip(" \n\t,，。;；、:：.-–")


def _joined(said: list[str]) -> str | None:
    words = [each for each in said if each]
    if not words:
        return None
    return ("，" if any(is_han(character) for character in words[0]) else ", ").join(words)
