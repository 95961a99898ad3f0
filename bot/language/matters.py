"""What a record touches beside its blocks: products, a promise of ours, a word that only the meeting may give, a major
event, the client's tier (S-06, H07, H14).

Small rules over clauses; what denies a thing does not say it. Words come back as they were said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from bot.language import dates
from bot.language.blocks import clauses
from bot.language.script import fold


@dataclass(frozen=True)
class Matters:
    """What was found; None (or nothing) where nothing was said. `tier` is diamond, platinum or gold."""

    products: tuple[str, ...] = ()
    promise: str | None = None
    verdict: str | None = None
    event: str | None = None
    tier: str | None = None


def read(text: str) -> Matters:
    """What a note touches, in the words that were said."""
    products: dict[str, None] = {}
    promise = verdict = event = None
    for clause in clauses(text):
        plain = fold(clause)
        if not UNSPOKEN.search(plain):
            said = (clause[found.start() : found.end()] for found in PRODUCT.finditer(plain))
            products |= dict.fromkeys(LEADING.sub("", each).strip() for each in said)
        if verdict is None and VERDICT.search(plain) and not NO_VERDICT.search(plain):
            verdict = _bare(clause)
        if promise is None and not VERDICT.search(plain) and PROMISE.search(plain) and not NO_PROMISE.search(plain):
            promise = _bare(clause)
        if event is None and EVENT.search(plain) and not NO_EVENT.search(plain):
            event = _bare(clause)
    return Matters(tuple(products), promise, verdict, event, _tier(fold(text)))


def when(words: str, now: datetime, language: str | None = None, calendar: dates.Calendar | None = None) -> When | None:
    """The first time in the words that is still to come, counted from `now` (local).

    A day or an hour goes before a whole month or week: "设备八月到位，下周三前收齐财报" is due on Wednesday.
    """
    vague = None
    for span in dates.read(words, now, language, calendar=calendar):
        at = span.end if span.grain == "deadline" else span.start or span.end
        if at is None or span.recurring or span.grain in ("length", "year", "quarter"):
            continue
        last = span.end or at
        if at.date() < now.date() and last.date() < now.date():
            continue
        hour = span.grain in ("hour", "minute") or (span.grain == "range" and span.start is not None and _named(span))
        found = When(max(at, now) if at.date() < now.date() else at, hour, span.begin, span.finish)
        if span.grain not in ("month", "week"):
            return found
        vague = vague or found
    return vague


def past(words: str, now: datetime, language: str | None = None) -> str | None:
    """The first date in the words that is over, or that does not exist, as it was said; None where none is."""
    if gone := dates.refused(words, now):
        return gone[0].text
    for span in dates.read(words, now, language):
        last = span.end or span.start
        if last is not None and not span.recurring and last.date() < now.date():
            return span.text
    return None


@dataclass(frozen=True)
class When:
    """A time to come: local, with whether an hour was named, and where it stands in the words."""

    at: datetime
    hour: bool
    begin: int
    finish: int


def _named(span: dates.Span) -> bool:
    """Whether a stretch begins at an hour (三点到四点), not with a day."""
    return span.start is not None and (span.start.hour, span.start.minute) != (0, 0)


def _bare(clause: str) -> str:
    return clause.strip(" ,，。.;；!！?？\n")


def _tier(plain: str) -> str | None:
    return next((name for name, words in TIERS.items() if words.search(plain)), None)


PRODUCT = re.compile(
    r"理财(?:产品|计划)?|保险(?!箱|柜|丝)|年金险?|基金(?!会)|大额存单|结构性存款|信托|贵金属|积存金|实物金|国债"
    r"|远期(?:结售汇|锁汇)?|锁汇|结售汇|掉期|期权|衍生品|资管(?:产品|计划)?|私募|债券|汇率避险"
    r"|(?<=推荐|介绍|推介|营销)了?[^，,。；;]{0,8}?(?:产品|方案|信用卡|保函|信用证|保理|易贷|快贷|e贷|税贷)"
    r"|(?<![a-z])(?:wealth\s+(?:management\s+)?products?|insurance|funds?(?!\s+(?:flow|gap|transfer))|structured\s+deposits?"
    r"|annuit(?:y|ies)|treasury\s+bonds?|fx\s+forwards?|forwards?\s+contracts?|swaps?|options?\s+contracts?|derivatives?"
    r"|trust\s+products?)(?![a-z])"
)
LEADING = re.compile(r"^(?:了|我们的?|我行的?|他们的?|一款|几款|一些|新的?|的)+")
UNSPOKEN = re.compile(
    r"(?:没有?|未|冇|还没)(?:来得及)?(?:谈|聊|提|说|介绍|推荐)|(?:didn't|did\s+not)\s+(?:discuss|mention|offer)"
)
WE = r"(?:我们?|咱们?|我行|本行|我这边|我方|行里)"
PROMISE = re.compile(
    rf"{WE}[^，,。对]{{0,6}}(?:答应|承诺|应承|保证|说好|允诺)|(?:^|[，,])(?:也|就|已|已经|当场)?(?:答应|承诺|应承)了?"
    r"(?:给|帮|替|他|她|对方|客户|人家|陈|王|李|张)"
    r"|(?<![a-z])(?:i|we)(?:'ve|\s+have)?\s+(?:also\s+)?(?:promised|committed\s+to|undertook|agreed\s+to|told\s+(?:him|her|them)"
    r"\s+(?:i|we)\s+(?:would|will|'d|'ll))"
)
NO_PROMISE = re.compile(
    r"(?:没有?|未|不能?|冇)(?:做出?|作出?|给)?(?:任何)?(?:答应|承诺|应承|保证)"
    r"|(?:didn't|did\s+not|never|no)\s+(?:make\s+(?:any|a)\s+)?promise"
)
GRANTED = r"(?:批下?来?|审批|获批|放款|过会|通过|下款|给贷|给到?额度)"
VERDICT = re.compile(
    rf"(?:肯定|一定|绝对|包|必定|保证|承诺|答应|打包票)[^，,。]{{0,10}}{GRANTED}|{GRANTED}[^，,。]{{0,4}}(?:没问题|肯定的?|跑不了|包在)"
    r"|(?:will\s+(?:definitely|certainly|surely)|guaranteed?|promised)[^,.]{0,30}(?:approv|disburs|granted)"
    r"|approval\s+is\s+(?:certain|guaranteed|no\s+problem)"
)
NO_VERDICT = re.compile(
    r"(?:没有?|未|不(?:能|敢|会)?|无法|冇)(?:做出?|作出?)?(?:任何)?(?:肯定|保证|承诺|答应)|不一定|未必"
    r"|(?:didn't|did\s+not|can't|cannot|could\s+not|couldn't|not)\s+(?:be\s+)?(?:promise|guarantee)"
)
EVENT = re.compile(
    r"停产|停工|停业|歇业|破产|重整|清算|查封|冻结|诉讼|官司|被?起诉|被执行|失信|限高|立案|失联|跑路|欠薪|拖欠(?:工资|货款)"
    r"|裁员|火灾|爆炸|(?:安全|生产|重大)事故|环保(?:处罚|停)|被(?:处罚|调查)|(?:股东|股权|法人(?:代表)?|实际控制人|实控人)[^，,。]{0,4}"
    r"(?:变更|变动|变化|转让|更换|换人|出事|质押)|换了?(?:董事长|老板|法人|股东|总经理)|债务违约|代偿|搬迁|去世|病重|被抓|涉案"
    r"|(?<![a-z])(?:bankrupt\w*|insolven\w*|lawsuit|litigation|sued|court\s+order|frozen|stopped\s+production|shut\s+down|layoffs?|"
    r"laid\s+off|explosion|accident|changed?\s+(?:of\s+)?(?:owner|shareholders?|control)|new\s+(?:owner|chairman)|default(?:ed)?\s+on)"
)
NO_EVENT = re.compile(
    r"(?:没有?|无|未|不存在|冇|不会)[^，,。]{0,8}(?:停产|停工|诉讼|官司|查封|冻结|变更|变动|变化|事故|拖欠|欠薪|裁员|失信|处罚|代偿|搬迁)"
    r"|(?:no|not|without)\s+(?:\w+\s+){0,3}(?:lawsuit|litigation|accident|layoff|default|change)"
)
IS = r"(?:是|属于|属|作为|算)(?:我行|我们行?)?的?"
TIERS = {
    "diamond": re.compile(
        rf"{IS}钻石(?:级|卡)?(?:客户|户|级)|(?:is|are)\s+(?:a\s+|our\s+)?diamond\s+(?:client|customer)"
    ),
    "platinum": re.compile(
        rf"{IS}(?:白金|铂金)(?:级|卡)?(?:客户|户|级)|(?:is|are)\s+(?:a\s+|our\s+)?platinum\s+(?:client|customer)"
    ),
    "gold": re.compile(rf"{IS}(?:黄金|金卡)级?(?:客户|户|级)|(?:is|are)\s+(?:a\s+|our\s+)?gold\s+(?:client|customer)"),
}
