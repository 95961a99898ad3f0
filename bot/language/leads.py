"""Names of companies that are in nobody's book yet, as a declaration mentions them.

A name stands behind "新客户", behind a word of going, or beside another, and often ends like a company: 物流, 有限公司,
Trading, Ltd. A name that is nearly a client's is asked about, not taken for a new one.
"""

from __future__ import annotations

import re

from bot.language import companies, going
from bot.language.clients import Portfolio
from bot.language.places import spelt_regions
from bot.language.sentence import CLIENT, CUT, HAN, LEAD, MARKS, PLACE, STOPS, Found, Sentence
from bot.language.trimming import front

NEW_CLIENT = re.compile(rf"(?<![a-z])(?:{going.NEW_CLIENT})\s*")
CALLING = re.compile(r"(?:拜访|走访|拜会|访问|探访|造访|会见|见见|见一下|见)(?:一下|下|了)?")
GOING = re.compile(rf"(?:{going.GO}|拜访|走访|拜会|访问|探访|造访|会见|见)")
DO = re.compile(rf"(?:{going.DO})")
DO_FIRST = re.compile(
    r"[谈聊看查收取拿签办做催核盘验送交开填盖]|" + "|".join(w for w in going.DO.split("|") if len(w) > 1)
)
NOT_A_NAME = re.compile(rf"(?:(?:{going.NOT_A_NAME}|{going.NOWHERE}|{going.WHO})[的]?)+")
ON_ITS_OWN = re.compile(rf"(?!{going.DO})[{HAN}]{{3,12}}(?:有限责任公司|股份有限公司|有限公司|集团)")
CONNECTOR = re.compile(r"\s*(?:and|&|then|plus|以及|还有|和|等)\s*")
NO_NAME = re.compile(
    r"^[他她你您我咱]|家里?$|一下|[了着过吧几这那些]|什么|怎么|[一两三]个|东西|情况|(?:项目|业主|方案"
    r"|材料|设备|产品|业务|合同|问题|计划|手续|资料|报表|客户|商户|企业|市场|渠道|户|农民|村民|居民"
    r"|人员|群众|店主|商贩)$"
)
AFTER_GOING = re.compile(r"[了着过趟下一那这]|到|去|客户|我们?|他们?|拜访|走访|见|看|在")
NOWHERE = re.compile(rf"(?:的|{going.NOWHERE})+$")
TITLE = re.compile(rf"^[小老阿]?[{HAN}]{{1,3}}(?:{going.TITLES})$")
REGION = re.compile("|".join(companies.REGIONS) + "|" + "|".join(w for w in going.AREA.split("|") if len(w) > 1))
ENDS = re.compile(rf"[的那这]|那边|那里|一趟|一下|(?:{going.BACK})|了")

INTRODUCED = re.compile(
    r"(?:(?<![a-z])(?:visit|visiting|see|seeing|meet|meeting|meet(?:ing)?\s+with"
    r"|meet(?:ing)?\s+up\s+with|call(?:ing)?\s+(?:on|at)|drop(?:ping)?\s+(?:by|into|in\s+(?:on|at))"
    r"|stop(?:ping)?\s+(?:by|at|in\s+at)|swing(?:ing)?\s+by|pop(?:ping)?\s+(?:by|into|over\s+to"
    r"|round\s+to|in\s+to)|go(?:ing)?\s+to|off\s+to|head(?:ing)?(?:\s+\w+)?\s+(?:to|for)"
    r"|out\s+to|over\s+to|on\s+to|then(?:\s+to)?|driv(?:e|ing)\s+to|trip\s+to|visit\s+to"
    r"|appointment\s+(?:with|at)|run(?:ning)?\s+over\s+to)"
    rf"|[{CLIENT}{LEAD}](?:['’]s)?(?:\s*(?:,|and|&|\+|then|plus)\s*)+(?:(?:then|to)\s+)*"
    r"|(?:去|到|前往|拜访|走访|见|找|和|跟|与|[、:：])\s*)\s*$"
)
WEAKLY = re.compile(r"(?<![a-z])(?:to|at|with|for|client\s*[:：]?)\s*$")
CAPITALS = re.compile(
    r"(?<![A-Za-z])[A-Z][\w'’&.-]*(?:\s+(?:&\s+)?(?:of\s+(?:the\s+)?(?=[A-Z]))?[A-Z][\w'’&-]*\.?)*(?:,?\s+(?:Ltd"
    r"|Limited|Inc|LLC|Corp)\b\.?)?"
)
NO_COMPANY = re.compile(
    r"^(?:I|I'm|I’m|I'll|I’ll|We|We're|We'll|Mr|Mrs|Ms|Miss|Dr|Director|Manager|Chairman|President|CEO"
    r"|CFO|CEO's|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|AM|PM|EOD"
    r"|COB|OK|Ok|KYC|FX|LC|RM|ETA|Today|Tomorrow|Client|The|This|That|My|Our"
    r"|Going|Visit|Visiting|Off|Out|Heading|Back|Return|Meeting|Meet|Seeing|See|On|At|To|For|Then"
    r"|First|New|Re|Leaving|And|Please|Dropping|Stopping|Drop|Stop)\b\.?"
)
WORD_RUN = re.compile(
    r"[a-z0-9][\w'’&.-]*(?:\s+(?:and\s+)?(?!(?:re|about|for|to|at|on|in|by|and|with|from|back|then"
    r"|regarding|until|leaving|this|today|tomorrow)(?![a-z]))[a-z0-9&][\w'’&.-]*){0,5}"
)
LONGEST = 12


def find_leads(sentence: Sentence, clients: Portfolio, regions: list[tuple[int, int]]) -> None:
    """Note every new client's name; `regions` are the places where a label says that clients stand."""
    for begin, end in regions:
        for piece in re.finditer(rf"[^{STOPS}{MARKS}和跟与及]+", sentence.marked[begin:end]):
            start = begin + piece.start() + len(piece.group()) - len(piece.group().lstrip())
            capitals = CAPITALS.match(sentence.text, start)
            stop = begin + piece.start() + len(piece.group().rstrip())
            _take(sentence, clients, start, max(stop, capitals.end()) if capitals else stop)
    for said in list(NEW_CLIENT.finditer(sentence.marked)):
        name = _name(sentence, said.end(), after_new=True)
        if name is None or (re.search(r"[，,]\s*$", said.group()) and DO.match(sentence.plain, name[0])):
            continue
        _take(sentence, clients, *name)
        sentence.mark(CUT, said.start(), said.end())
    _english(sentence, clients)
    for begin, end in list(sentence.chunks()):
        _chinese(sentence, clients, begin, end)
    for begin, end in list(sentence.chunks()):
        if ON_ITS_OWN.fullmatch(sentence.plain[begin:end].strip()):
            _take(sentence, clients, begin, end)
    if not sentence.of(CLIENT) and not sentence.of(LEAD):
        _opening(sentence, clients)


def _opening(sentence: Sentence, clients: Portfolio) -> None:
    """A sentence without any name that opens with what looks like a company: "青云科技，谈开户"."""
    for begin, end in list(sentence.chunks())[:1]:
        start = begin + front(sentence.plain[begin:end])
        name = _name(sentence, start, after_new=False, shaped_only=True)
        if name is None and (capitals := CAPITALS.match(sentence.text, start)):
            words = re.sub(r"['’]s$", "", capitals.group())
            name = (start, start + len(words)) if _shaped(words.casefold()) else None
        if name and not DO_FIRST.match(sentence.plain, start):
            _take(sentence, clients, *name)


def _take(sentence: Sentence, clients: Portfolio, begin: int, end: int) -> None:
    if (
        CONNECTOR.fullmatch(sentence.plain[begin:end])
        or end - begin < 2
        or re.search(f"[{MARKS}]", sentence.marked[begin:end])
    ):
        return
    close = clients.nearest(sentence.text[begin:end])
    if close:
        sentence.take(Found(CLIENT, begin, end, tuple(close), doubtful=True))
    else:
        sentence.take(Found(LEAD, begin, end))


def _chinese(sentence: Sentence, clients: Portfolio, begin: int, end: int) -> None:
    words = sentence.marked[begin:end]
    at, was = 0, -1
    while at != was:
        was = at
        at += front(words[at:])
        call = CALLING.match(words, at)
        at = call.end() if call and call.end() < len(words) else at
    led = words[:at]
    before = sentence.marked[:begin].rstrip("，,、 ")[-1:]
    beside = (
        before in (CLIENT, LEAD)
        and bool(re.fullmatch(r"\s*(?:和|跟|与|同|及|以及|还有|再去|再到|然后去|、|\s)*", led))
        and (led.strip() or "、" in sentence.text[begin - 1 : begin])
    )
    behind_place = before == PLACE and re.match(r"\s*的?", words) is not None
    bold = GOING.search(led) is not None or beside
    if not (bold or behind_place) or at >= len(words):
        if words[at : at + 1] not in ("和", "跟", "与", "同") or sentence.marked[:begin].rstrip()[-1:] not in (
            CLIENT,
            LEAD,
        ):
            return
        at, bold = at + 1, True
    shaped_only = not bold and DO.match(words, at) is None
    if not bold and not shaped_only:
        return
    named = any(found.kind in (CLIENT, LEAD) for found in sentence.found)
    must_do = named and not beside
    name = None
    for go in list(GOING.finditer(led))[-1:]:  # 先锋能源 behind 去 is a name, although 先 alone leads on
        if go.end() < at and not AFTER_GOING.match(words, go.end()):
            name = _name(sentence, begin + go.end(), after_new=False, shaped_only=True)
    name = name or _name(sentence, begin + at, after_new=False, shaped_only=shaped_only, must_do=must_do)
    if name:
        _take(sentence, clients, *name)


def _name(
    sentence: Sentence, start: int, after_new: bool, shaped_only: bool = False, must_do: bool = False
) -> tuple[int, int] | None:
    """Where the name ends that begins at `start`; None where none does.

    Behind "新客户" (`after_new`) anything may be a name; else only what looks like a company (`shaped_only`), or what
    stands where a name would and, once somebody has been named (`must_do`), is followed by what is done there.
    """
    run = re.match(rf"[{HAN}a-z0-9&·.\-]+(?:\s[a-z0-9&.-]+)*", sentence.marked[start:])
    if run is None:
        return None
    words = run.group()
    if not re.search(f"[{HAN}]", words):
        return _english_name(sentence, start) if after_new else None
    shape = None if companies.tail().match(words) else companies.tail().search(words, 1)
    if shape and not (
        shape.group().endswith(("公司", "集团"))
        or shape.end() == len(words)
        or ENDS.match(words, shape.end())
        or DO.match(words, shape.end())
    ):
        shape = None
    doing = next((found for found in DO.finditer(words) if found.start() >= 2), None)
    stop = ENDS.search(words, 2)
    limit = min([len(words), *(found.start() for found in (doing, stop) if found)])
    if shape and shape.start() <= max(limit, 0) and shape.start() < LONGEST:
        core = words[: shape.start()]
        if not _is_plain(core) and not (DO_FIRST.match(core) and not after_new):
            return (start, start + shape.end())
    name = NOWHERE.sub("", words[:limit]).strip()
    if shaped_only or (must_do and not doing) or not 2 <= len(name) <= (LONGEST if after_new else 6):
        return None
    if not after_new and (
        NO_NAME.search(name) or _is_plain(name) or DO.match(name) or TITLE.match(name) or REGION.search(name)
    ):
        return None
    return (start, start + len(name))


def _is_plain(name: str) -> bool:
    return bool(NOT_A_NAME.fullmatch(name)) or "的" in name


def _english(sentence: Sentence, clients: Portfolio) -> None:
    shown = "".join(
        m if m in f"{MARKS[0]}\ue001\ue002\ue003\ue004" else own
        for m, own in zip(sentence.marked, sentence.text, strict=True)
    )
    for run in CAPITALS.finditer(shown):
        begin, end = run.span()
        while begin < end and (first := NO_COMPANY.match(shown[begin:end])):
            rest = re.match(r"\s*", shown[begin + first.end() : end])
            begin += first.end() + (rest.end() if rest else 0)
            if re.match(r"(?:Mr|Mrs|Ms|Miss|Dr|Director|Manager|Chairman|President)\b", first.group()):
                begin = end
        if (
            end - begin < 2
            or not shown[begin].isupper()
            or (re.fullmatch(r"[A-Z]{2,4}", shown[begin:end]) and not re.search(f"[{HAN}]", sentence.text))
        ):
            continue
        name = shown[begin:end].rstrip(".")
        end = begin + len(name)
        shaped = _shaped(name.casefold())
        lead = sentence.marked[:begin]
        person = re.match(rf"(?:['’]s)?\s+(?:at|from|of)\s+(?:[{CLIENT}]|[A-Z])", shown[end:])
        place = re.search(rf"(?<![a-z])(?:{going.PLACE_ENGLISH})$", name.casefold()) or re.match(
            rf"\s+(?:{going.PLACE_ENGLISH})(?![a-z])", shown[end:].casefold()
        )
        if person or name.casefold().replace(" ", "") in spelt_regions() or (place and not shaped):
            continue
        if (INTRODUCED.search(lead) or (shaped and WEAKLY.search(lead))) and not re.search(
            f"[{MARKS}]", sentence.marked[begin:end]
        ):
            _take(sentence, clients, begin, end)
    if not re.search(r"[A-Z][a-z]", shown) or re.fullmatch(r"[^A-Z]*[A-Z][^A-Z]*", sentence.text):
        for intro in re.finditer(
            r"(?<![a-z])(?:visit|visiting|off\s+to|going\s+to|see|meet|and|to|call\s+on)\s+", sentence.marked
        ):
            name_end = _english_name(sentence, intro.end())
            if name_end and _shaped(sentence.plain[slice(*name_end)]):
                _take(sentence, clients, *name_end)


def _shaped(name: str) -> bool:
    words = re.findall(r"[a-z]+", name)
    return len(words) > 1 and (
        words[-1] in companies.english_trades() or words[-1] in companies.ORGANISATION_WORDS - {"and", "of"}
    )


def _english_name(sentence: Sentence, start: int) -> tuple[int, int] | None:
    run = WORD_RUN.match(sentence.marked, start)
    if run is None or re.match(
        r"(?:the|a|an|my|our|their|his|her|some|this|that|client|clients)(?![a-z])", run.group()
    ):
        return None
    return (start, start + len(run.group().rstrip(" .")))
