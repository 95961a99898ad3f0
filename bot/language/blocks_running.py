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
LONGEST_DATE = 16  # characters of a piece that may be no more than a date
LONGEST_NAME = 8  # characters that may be where one went to

DEED = re.compile(rf"(?:{word.PURPOSE})|(?<![a-z])(?:{word.PURPOSE_ENGLISH})(?![a-z])")
DEED_FIRST = re.compile(
    rf"(?:我们?|去|来|过去|过来|上门|帮他们?|给他们?|顺便|顺路|先|再)*(?:{word.PURPOSE})(?!到|起)|(?:{word.PURPOSE_ENGLISH})(?![a-z])"
    r"|to\s+(?!the\b|a\b|an\b|him\b|her\b|them\b|us\b|me\b|our\b|their\b|mr\b|ms\b|date\b|be\b|have\b)[a-z]{3,}"
    r"|(?:for\s+)?(?:post-?loan|annual|credit|site|routine|follow-?up|regular)\s+(?:check|review|visit|inspection)"
)
AIM = re.compile(
    r"目的|(?:事情|事由|事儿|谈的|聊的)(?:还)?是|为了|为的是|本来(?:是|想|打算)?|来意|主要(?:是|想|为)|这次(?:是|去|来)|此行|想(?:去|了解|问|看|推|争取|谈)|去(?:是|主要)"
    r"|(?<![a-z])(?:purpose|in\s+order\s+to|wanted\s+to|was\s+there\s+to|went\s+(?:there\s+)?to|"
    r"the\s+(?:aim|point|idea)|came\s+to|reason\s+for)(?![a-z])"
)
MET = re.compile(rf"^(?:{word.MET}|(?:{word.MET_ENGLISH})(?![a-z]))")
WENT = re.compile(
    r"^(?:今天|今日|上午|下午|早上|中午|下昼|今早|刚才|刚刚|刚从?|头先|我们?|和|跟|与|同事|小\w|一起|主要|是|就是|本来|\s)*(?:去了?|到了?"
    r"|在|来到|走访了?|拜访了?|上门|从|探访了?)(?!年|期|位|账)|^(?:today\s+|this\s+(?:morning|afternoon)\s+|just\s+)?(?:i\s+|we\s+)?"
    r"(?:went\s+to|visited|was\s+at|were\s+at|came\s+out\s+of|at\s|saw|met)"
)
THEY = re.compile(
    rf"^(?![和跟与同见找去到拜会约在])(?:{word.THEY})(?!.{{0,3}}(?:一起|约))|^(?:{word.THEY_ENGLISH})(?![a-z])"
)
SAID = re.compile(
    r"(?:同意|答应|表示|[^电]话(?=[我佢他今下要唔冇没材报])|反映|反馈|提出|拒绝|抱怨|认为|觉得|承诺|告诉|提到|不同意|愿意|担心|感兴趣|透露|坦言|嫌|埋怨|认可"
    r"|(?:聊|谈|说|讲|提)(?:到|起)|(?<!听)(?<!再)(?<!来)(?<!据)说(?!明|法|服|好下|清|一下|说))"
    r"|(?<![a-z])(?:agreed|agrees|said|says|told\s+(?:me|us)|promised|wants|complained|mentioned|"
    r"refused|declined|asked\s+(?:whether|if|for)|liked?|admitted|confirmed|insists?|worried)(?![a-z])"
)
FIRST = re.compile(r"^(?:我们?|咱们?|i|we)(?![a-z行])")
OUR_SIDE = re.compile(
    r"同事|科技部|产品经理|信贷经理|信贷部|风险经理|领导|我们?行|支行|总行|放款中心|国际部|"
    r"(?<![a-z])(?:our|colleagues?|my\s+boss|engineer|the\s+branch)(?![a-z])"
)
STATE = re.compile(r"(?<![a-z])(?:is|are|was|were)(?![a-z])")
OUR_TALK = re.compile(r"^(?:我们?|i|we)\s?.{0,4}(?:解释|说明|讲|介绍|表示|道歉|apologi|explain|told|introduc)")
TOLD_US = re.compile(
    r"(?:让|叫|约|要求|请|通知|催|要)我(?:们|行)?(?!们?放款|行?的)|(?:asked|told|wants?|"
    r"invited)\s+(?:me|us)\s+(?:to|for)|asked\s+for\s+a\b"
)
WE_PROMISED = re.compile(
    r"我(?:们)?(?:答应|承诺|应承|说好)|(?:i|we)\s+(?:promised|told\s+(?:him|her|them)\s+(?:i|we)(?:'d|\s+would))"
)
NEXT_STRONG = re.compile(
    r"约(?:了|好|定|在)(?!一下)|返去|返行|翻去|(?<![a-z])(?:plan\s+is|due(?=\s)|going\s+back|signing|"
    r"bringing|trying|calling|returning|preparing|submitting|following|meeting\s+about|"
    r"goes\s+to|back\s+to)(?![a-z])|下一?步|接下来|后续|回头|回去(?:以?后|再|就|要|跟|和|向|申请|"
    r"汇报)?|跟进|改天|改日|下次|下回|过(?:几|两)天|到时候?"
    r"|再(?:去|来|约|联系|拜访|跟|谈|打|送|拿|看|沟通|走访|问|催|确认|上门|访|议|碰|查|找|过去|睇|揾|"
    r"讲|说|定)|(?:给|畀|回|覆|答复|回复)(?:他|她|佢|对方|客户|人家)?(?:们)?(?:一个)?(?:答复|回话|"
    r"答覆|回复|消息|准信)|覆佢"
    r"|(?<![a-z])(?:next\s+step|follow[\s-]up|will\s+(?!be\b|not\b)|i'll|we'll|going\s+to|"
    r"to\s+be\s+(?:finished|sent|done)|need\s+to|have\s+to|try\s+again|want\s+to\s+(?:get|set|"
    r"arrange)|plan\s+to|let\s+me|due\s+to\s+(?:him|her|them)|answer\s+due|picking|taking|sending|"
    r"coming\s+back)(?![a-z])"
)
NEXT_WEAK = re.compile(rf"(?:{word.NEXT})|(?<![a-z])(?:{word.NEXT_ENGLISH})(?![a-z])")
MAYBE = re.compile(r"可能|也许|预计|估计|大概会|或者|(?<![a-z])(?:may|might|probably|expected|likely)(?![a-z])")
LATER = re.compile(r"先(?:放|不动|等|缓|观望)|暂(?:时)?(?:放|不动|缓)|不再跟")
RESULT_CUE = re.compile(rf"(?:{word.RESULT})|(?<![a-z])(?:{word.RESULT_ENGLISH})(?![a-z])")
SURE_RESULT = re.compile(rf"(?:{word.SURE_RESULT})|(?<![a-z])(?:{word.SURE_RESULT_ENGLISH})(?![a-z])")
HOPED_CUE = re.compile(rf"^[我们\s]*(?:{word.HOPED})|(?<![a-z])(?:{word.HOPED_ENGLISH})(?![a-z])")
CAME_OF_IT = re.compile(
    r"结果(?!单)|没(?!问题再)|未(?!来)|冇|不在|唔|还(?:差|有|没|要等|不)|就差|差一|比.{0,8}(?:多|少|高|低)|大[概约]|左右|好了|齐|[到完成好]了|推迟|嬲|太(?:慢|高|贵|麻烦)"
    r"|百分之|%|万|亿|(?<![a-z])(?:no|not|nobody|still|already|everything|up|down|missing|million|"
    r"percent|unhappy|keen|almost|out|but)(?![a-z])"
)
BUSINESS = re.compile(
    r"经营|订单|库存|销售|账期|回款|应收|负债|生产|设备|现金流|资金|存款|利率|价格|产能|开工|停产|主体|厂房"
    r"|工人|原材料|营业|收入|成本|利润|orders?|sales|stock|inventory|cash|turnover|production|revenue|profit|deposits?"
)
# A few words without a verb that tells: what was talked about.
TOPIC = re.compile(r"^(?:[\u4e00-\u9fffa-z0-9]{2,9}|(?:the\s+|our\s+|their\s+)?(?:[a-z-]+\s+){0,3}[a-z-]+)$")
HAPPENED = re.compile(r"[\u4e00-\u9fff]了(?![吗解])|出问题|(?<![a-z])(?:ready|available|expires?|happened)(?![a-z])")
NOTHING_NEXT = re.compile(r"^(?:暂无|没有|无)(?:下一步|后续|安排|计划)|^(?:no|nothing)\s+(?:next|further|follow)")
PAST = re.compile(
    r"刚|以前|之前|去年|上(?:个?月|周|次)|[^好为除罢]了(?!解|吗)|过的|(?<![a-z])(?:last|ago|was|were|had|did)(?![a-z])"
)
SURNAME = re.compile(r"^(?:他|她)?(?:是)?(?:姓|叫)[\u4e00-\u9fff]{1,3}$")
SMALL = re.compile(
    r"^(?:天气|路上|辛苦|就这样|没了|完了|好了|大概就这些|先这样|汇报完毕|以上|跟你说|我跟你说|that's\s+(?:it|all)|over)"
)


def weigh(piece: Piece) -> dict[str, float]:
    """How much a piece's own words speak for each block."""
    plain = LEAD_IN.sub("", piece.plain)
    weights = dict.fromkeys(STEPS, 0.0) | {REST: 0.9, RESULT: 0.3}
    they, said, first = THEY.search(plain), SAID.search(plain), FIRST.search(plain)
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
    if LATER.search(piece.plain):
        weights[NEXT] += 2.0
    if NOTHING_NEXT.search(plain):
        weights[NEXT] += 5
    if SMALL.search(plain):
        weights[REST] += 2.5
    return weights


LEAD_IN = re.compile(
    r"^(?:今天|今日|上午|下午|早上|刚才|刚刚|这次|本次|此次|主要|就|先|顺路|顺便|过去|是|嗯|呃|那个|不过|但是?|而且|所以|因为|另外|还有|然后|其中"
    r"|(?:today|this\s+(?:morning|afternoon)|but|so|and|then|also|however)\s+|[\s,，]+)+(?=.)"
)


def _ahead(words: str, plain: str) -> float:
    """How much the words name a time still to come, as a next step does: most at their beginning."""
    for moment in spans(words):
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
    r"(?:那边|那里|那儿|嗰边|这边|公司|他们|(?:的|同|和)(?=\ue003))?\s*(?:today|yesterday|"
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


LEADS_ON = re.compile(
    r"(?:[跟和同对给向让请把问替帮]|(?<![a-z])(?:how\s+\w+|how|if|whether|that|what|why|when|which|who|where|than|as))\s*$"
)


def _before_deeds(clause: str, said: str, cuts: list[int]) -> list[int]:
    """Where a name ends and what was done there begins: 去恒丰 | 催收利息, 给林芳 | 送资料."""
    ends = {match.end() for match in re.finditer(f"{HIDDEN}+", said)} | {end for _, end in _persons(clause, said)}
    found = []
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
