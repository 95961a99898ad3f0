"""What a visit's dictated or typed note says: whom, what for, what came of it, what next, and what else matters (A10).

Built on `blocks` (the four blocks), `clients` (whose visit it was, this manager's own only), `dates` (when next),
`amounts` and `mask`. Nothing is invented: a field nobody spoke about is None.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from bot.language import dates
from bot.language.amounts import Amount, amounts
from bot.language.blocks import Blocks, clauses, read as read_blocks
from bot.language.blocks_words import POSITIONS, POSITIONS_ENGLISH
from bot.language.clients import Client, Mention, Portfolio
from bot.language.mask import mask
from bot.language.matters import Matters, read as read_matters
from bot.language.persons import BARE_NAME, PLAIN_NAME, Met, met
from bot.language.script import fold, is_han
from bot.language.sound import near_readings


@dataclass(frozen=True)
class Note:
    """A note understood. Times are local like `now`, `next_at` the beginning, or the deadline, of the next step's time.

    `missing` names the mandated blocks nobody spoke about; `risk_disclosed` is None where no product's risk was spoken
    of (S-06); `opportunity` and `complaint` are the words that sound like one; `masked` the kinds of numbers hidden
    in `text`, which is the wording that may be stored. `candidates` are clients that fit equally well.
    `next_hour`: an hour was said for the next step; `next_every`: its words of a recurrence (每个月); `matters`:
    products, promises, events (S-06, H07, H14).
    """

    text: str
    client: Client | None = None
    candidates: tuple[Client, ...] = ()
    person: str | None = None
    department: str | None = None
    position: str | None = None
    purpose: str | None = None
    hoped_result: str | None = None
    result: str | None = None
    next_step: str | None = None
    next_at: datetime | None = None
    missing: tuple[str, ...] = ()
    amounts: tuple[Amount, ...] = ()
    risk_disclosed: bool | None = None
    opportunity: str | None = None
    complaint: str | None = None
    masked: tuple[str, ...] = ()
    rest: str = ""
    next_hour: bool = False
    next_every: str | None = None
    matters: Matters = field(default_factory=Matters)


def read(
    text: str,
    now: datetime,
    clients: Portfolio,
    persons: Mapping[str, Sequence[str]] | None = None,
    language: str | None = None,
    run_from: int = 11,
    calendar: dates.Calendar | None = None,
) -> Note:
    """Understand a note said at `now` (local). `persons` are those known at each client, by the client's code.

    `calendar` is the unit's, for 下班前 and 两个工作日内.
    """
    masked = mask(text, run_from, keep=[client.code for client in clients.clients])
    words = masked.text
    mentions = [mention for mention in clients.mentions(words) if mention.how != "trade"]
    sure = [mention for mention in mentions if mention.firm or mention.how in ("alias", "part", "code")]
    people = _known_places(words, persons or {})
    blocks = read_blocks(words, [(mention.start, mention.end) for mention in sure], people)
    client, candidates = _client(words, mentions)
    next_at, next_hour = _when(blocks, words, now, language, calendar)
    who = _person(words, blocks, clients, (persons or {}).get(client.code, ()) if client else ())
    return Note(
        text=words,
        client=client,
        candidates=candidates,
        person=who.person,
        department=who.department,
        position=who.position,
        purpose=blocks.purpose,
        hoped_result=blocks.hoped,
        result=blocks.result,
        next_step=blocks.next_step,
        next_at=next_at,
        next_hour=next_hour,
        next_every=_every(blocks.next_step, now, language),
        missing=(*(() if who else ("whom",)), *(name for name in blocks.missing if name != "whom")),
        amounts=tuple(amounts(words)),
        risk_disclosed=_risk(words),
        opportunity=_clause(words, OPPORTUNITY, NO_OPPORTUNITY),
        complaint=_clause(words, COMPLAINT, NO_COMPLAINT),
        masked=masked.found,
        rest=blocks.rest,
        matters=read_matters(words),
    )


# ---------------------------------------------------------------- whom


def _client(words: str, mentions: Sequence[Mention]) -> tuple[Client | None, tuple[Client, ...]]:
    """The client spoken of first for certain, a correction heard; else the candidates of a name that fits several."""
    firm = [mention for mention in mentions if mention.firm]
    told = firm or list(mentions)
    for before, mention in pairwise([None, *told]):
        if mention is None or (before is not None and not CORRECTED.search(words[before.end : mention.start])):
            break
        meant = mention
    else:
        meant = told[-1] if told else None  # type: ignore[assignment]
    if not told:
        return None, ()
    return (meant.one, ()) if meant.one else (None, meant.clients)


CORRECTED = re.compile(
    r"^.{0,6}(?:不对|不是|错了|说错|搞错|口误|应该是|纠正|唔系|唔啱|(?:no|sorry)[,，]?\s|wait|i\s+mean|rather|correction)",
    re.IGNORECASE,
)


def _known_places(words: str, persons: Mapping[str, Sequence[str]]) -> list[tuple[int, int]]:
    """Where persons that are known at some client are named as they are written."""
    plain = fold(words)
    names = {fold(name) for each in persons.values() for name in each if len(name) >= 2}
    return [match.span() for name in names for match in re.finditer(re.escape(name), plain)]


def _person(words: str, blocks: Blocks, clients: Portfolio, known: Sequence[str]) -> Met:
    """Who was met, in the client's own spelling where the name sounds like a person known there."""
    who = _met(blocks.who, clients) if blocks.who else Met()
    if not who and (elsewhere := _met(words, clients)) and (elsewhere.person or SPOKE.search(fold(words))):
        who = elsewhere
    if not who.person and (named := _met(blocks.purpose or "", clients)).person:
        who = Met(named.person, who.department or named.department, who.position or named.position)
    first = words.find(who.person) if who.person else -1
    there = ABSENT.sub(lambda away: " " * len(away.group()), words)
    for name in known:
        own = re.search(BARE_NAME, name)
        later = own and 0 <= first < there.find(own.group()) and who.person and who.person[0] != own.group()[0]
        if own and not later and _sounds_like(own.group(), there):
            return Met(own.group(), who.department, who.position or met(name).position)
        if not any(map(is_han, name)) and name.casefold() in there.casefold():
            return Met(name, who.department, who.position)
    return Met(who.person, who.department or blocks.met.department, who.position or blocks.met.position)


def _met(words: str, clients: Portfolio) -> Met:
    """The person in the words; the name of a client is nobody's."""
    for mention in clients.mentions(words):
        if (
            mention.how != "trade"
            and (mention.firm or mention.how in ("alias", "part"))
            and not (
                mention.end - mention.start <= LONGEST_PERSON
                and PLAIN_NAME.match(fold(words[mention.start : mention.end]))
            )
        ):
            words = words[: mention.start] + " " * (mention.end - mention.start) + words[mention.end :]
    return met(ABSENT.sub(lambda away: " " * len(away.group()), words))


SPOKE = re.compile(
    rf"(?:{POSITIONS})(?:说|表示|话|讲|反映|告诉|带|担心|解释|承诺|提出|要求|希望|认为|觉得|答应)|(?:{POSITIONS_ENGLISH})\s+(?:said|told|says|"
    rf"complained|asked|showed|signed)|(?:with|met|saw)\s+(?:the\s+)?(?:{POSITIONS_ENGLISH})|"
    rf"[跟和同见找](?:{POSITIONS})"
)
LONGEST_PERSON = 3  # characters of a client's name that may be a person's: 东方酒店 is none
ABSENT = re.compile(
    r"(?:没有?|未|冇)(?:能)?(?:见到|碰到|遇到|找到|见着|揾到|見到|碰到|遇到|搵到)[^，,。；;\s]{1,8}"
    r"|[跟和同与带帶](?:着|著)?(?:[小阿老][\u4e00-\u9fff]|[^，,。；;\s]{0,4}同事[^，,。；;\s]{0,2})(?:一起|一齐|一齊)?(?=去|过去|過去|到|来|嚟|，|,)"
    r"|with\s+(?:my|a|our)\s+colleague(?:\s+[A-Z]\w+)?"
    r"|(?<![\u4e00-\u9fff])[^，,。；;\s说话讲]{1,8}?(?:不在|没在|唔喺|唔在|出差|外出|请假|請假)"
    r"|(?:the\s+)?[\w']+(?:\s[\w']+)?\s+(?:was|were)\s+(?:out|away|not\s+in|absent|on\s+leave)"
    r"|(?:didn't|did\s+not)\s+(?:see|meet)\s+[\w ]+",
    re.IGNORECASE,
)


def _sounds_like(name: str, words: str) -> bool:
    """Whether some place in the text sounds like the name; of two characters at least one must be written right."""
    if name in words:
        return True
    plain, sought = fold(words), [near_readings(character) for character in name]
    for start in range(len(plain) - len(name) + 1):
        heard = plain[start : start + len(name)]
        alike = all(near_readings(character) & sounds for character, sounds in zip(heard, sought, strict=True))
        if alike and (len(name) > 2 or any(a == b for a, b in zip(heard, name, strict=True))):
            return True
    return False


# ---------------------------------------------------------------- when


def _when(
    blocks: Blocks, words: str, now: datetime, language: str | None, calendar: dates.Calendar | None
) -> tuple[datetime | None, bool]:
    """When the next step is due, the first time in it that is not past, and whether an hour was said."""
    for said in (blocks.next_when, blocks.next_step, blocks.next_step and words):
        for span in dates.read(said or "", now, language, calendar=calendar):
            moment = span.end if span.grain == "deadline" else span.start
            if (
                moment
                and not span.recurring
                and span.grain != "length"
                and moment.date() >= now.date()
                and _ahead(span, now, today=said == blocks.next_when)
            ):
                return moment.replace(second=0, microsecond=0), span.grain in ("hour", "minute")
        if said == blocks.next_step and not (said and THEN.search(fold(said))):
            break
    return None, False


def _every(next_step: str | None, now: datetime, language: str | None) -> str | None:
    """The words that say that the next step recurs: it has no one date, and that is to be said."""
    return next((span.text for span in dates.read(next_step or "", now, language) if span.recurring), None)


# The day that was spoken of before: the one place where the next step's time stands outside it.
THEN = re.compile(r"到时候?|届时|当天|那天|同一天|(?<![a-z])then(?![a-z])")


def _ahead(span: dates.Span, now: datetime, *, today: bool) -> bool:
    last = span.end or span.start
    return last is not None and last >= now and (today or not (span.grain == "day" and last.date() == now.date()))


# ---------------------------------------------------------------- what else matters

RISK = re.compile(
    r"风险(?:揭示|提示|披露|告知|说明|讲|说|都)|(?:揭示|提示|披露|告知|说明|讲清|讲明|讲了|说明了"
    r"|提示了|告知了|强调了?|讲解了?).{0,6}风险|双录"
    r"|risks?\s+(?:(?:was|were|has\s+been|have\s+been)\s+)?(?:disclosed|explained|disclosure)"
    r"|(?:disclosed|explained|went\s+through|pointed\s+out)\s+(?:all\s+)?(?:the\s+)?(?:\w+\s+)?risks?"
)
NO_RISK = re.compile(
    r"(?:没有?|未|还没|尚未|忘了?|来不及|冇).{0,8}(?:风险|双录)|风险.{0,6}(?:没有?|未|还没|尚未|忘|来不及)"
    r"|(?:not|didn't|did\s+not|haven't|forgot\s+to|no)\s+.{0,24}risks?|risks?\s+(?:not|were\s+not"
    r"|was\s+not|weren't|wasn't)"
)
OPPORTUNITY = re.compile(
    r"(?:有|新增|存在|提出|表达).{0,8}(?:需求|意向|意愿|缺口|商机)|需求(?:比较|很|较)?大|感兴趣|有兴趣"
    r"|(?:想|要|打算|准备|计划|考虑|拟)(?:再|新)?(?:贷|借|融资|开户|开立|办(?:理)?|做|买|购|上|扩|建"
    r"|增加|投|开)"
    r"|扩产|扩建|扩大|新项目|新厂|新建|技改|上市|增资|并购|资金缺口|缺资金|缺钱|加额度|增加(?:授信"
    r"|额度)|提额|转过来|转入|存过来|可以合作|愿意合作|代发工资(?!没)|介绍(?:了)?(?:新)?客户"
    r"|interested\s+in|wants?\s+(?:to\s+)?(?:borrow|open|buy|expand|a\s+loan|more|increase)"
    r"|needs?\s+(?:a\s+)?(?:loan|credit|funding|financing|working\s+capital)|expansion|expanding"
    r"|new\s+(?:line|plant|project|factory)|funding\s+gap|opportunit"
)
NO_OPPORTUNITY = re.compile(
    r"(?:没有?|无|不|暂无|冇|未)(?:.{0,4})(?:需求|意向|意愿|兴趣|感兴趣|打算|考虑|商机|缺口)"
    r"|not\s+interested|no\s+(?:need|interest|plans?|opportunit)"
)
COMPLAINT = re.compile(
    r"投诉|不满(?!\d|足|[一二两三])|抱怨|埋怨|意见(?:很|比较|挺|较)?大|有意见|嫌|太慢|太麻烦|太繁|太贵"
    r"|太高(?!兴)|手续(?:太|繁|复杂|多)|服务(?:态度)?(?:差|不好|不到位)|态度(?:差|不好)|生气|发火"
    r"|发脾气|吐槽|批评|效率(?:太)?低"
    r"|complain|unhappy|dissatisf|annoyed|angry|upset|too\s+slow|too\s+complicated|fed\s+up|criticis"
)
NO_COMPLAINT = re.compile(
    r"(?:没有?|无|暂无|未|冇)(?:.{0,3})(?:投诉|不满|抱怨|意见|埋怨)|no\s+complaints?|not\s+(?:unhappy|complain)"
)


def _risk(words: str) -> bool | None:
    plain = fold(words)
    if NO_RISK.search(plain):
        return False
    return True if RISK.search(plain) else None


def _clause(words: str, sign: re.Pattern[str], denial: re.Pattern[str]) -> str | None:
    """The first clause that holds the sign and does not deny it."""
    for clause in clauses(words):
        plain = fold(clause)
        if sign.search(plain) and not denial.search(plain):
            return clause.strip(" ,，。.;；!！?？\n")
    return None
