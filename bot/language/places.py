"""Where an outing goes, where it is neither a client nor a new one: districts, roads, works, warehouses, offices."""

from __future__ import annotations

import re
from functools import cache

from bot.language import companies, going
from bot.language.sentence import CLIENT, HAN, LEAD, MARKS, PLACE, STOPS, Found, Sentence

INTO = r"(?:在|到|去|往|赴|位于|来到?|前往|赶到|赶往|过去|跑|去到|落|于|直奔|走访|拜访|陌拜|经过|地点|地址)"
SKIPPED = r"(?:一趟|趟|一下|下|了|他们的?|她们的?|他的?|她的?|人家的?|老板的?|对方的?|那边的?|咱们?的?)?"
LONG_AREA = re.compile("(?:" + "|".join(word for word in going.AREA.split("|") if len(word) > 1) + ")$")
WHOLE = re.compile(rf"(?:{going.WHOLE})")
LONG = "|".join(word for word in going.AREA.split("|") if len(word) > 1)
SINGLE = "[区园街路巷弄楼港站镇乡村县市省桥局所湾岛]"
NUMBERED = r"(?:[a-z]|\d+|[一二三四五六七八九十百]+)(?:号楼?|栋|幢|楼|层|室|座|期|街|路|区|馆|厅)"
NAMED = re.compile(
    rf"(?P<name>(?:[{HAN}\da-z]{{0,8}}?(?:{LONG})|[{HAN}\da-z]{{1,8}}?{SINGLE})"
    rf"(?:[{HAN}]{{0,6}}?(?:{LONG})|[{HAN}]{{2,6}}?[路街巷弄楼村镇]|{NUMBERED})*)(?:里面?|内|附近|旁边|对面|上面?)?"
)
SPOT = re.compile(
    rf"(?P<name>(?:客户)?(?:{going.SPOT})(?:大楼|办公楼|{NUMBERED})*)(?!的?(?:抵押|评估|租赁|贷款|续保"
    rf"|续租|买卖|转让|手续|款|证|改造|建设))"
)
ENGLISH = re.compile(
    rf"(?<![a-z])(?:(?:in|at|near|around|inside|to|on|over\s+at|out\s+at|out\s+in)\s+|(?<=[(（])"
    rf"|(?<=@)\s*)(?:the\s+|their\s+"
    rf"|its\s+|his\s+|her\s+|our\s+)?"
    rf"(?P<name>(?:(?!(?:the|to|and|for|re|about|with|way|visit|see|meet|discuss|back|at|in|on|a"
    rf"|from)(?![a-z]))[a-z0-9][\w'’&.-]*\s+){{0,4}}?"
    rf"(?:{going.PLACE_ENGLISH}))(?![a-z'’-])(?!\s+(?:{going.PLACE_ENGLISH}|loan|visit|tour|inspection"
    rf"|check|manager|lease|mortgage)(?![a-z]))"
)
CAPITALISED = re.compile(
    r"(?<![A-Za-z])(?:in|at|near|around|over\s+in|out\s+in|down\s+in|up\s+in|In"
    r"|At)\s+(?:the\s+)?(?P<name>[A-Z][\w'’-]*(?:\s+(?:[A-Z][\w'’-]*|of|the(?=\s[A-Z])))*)"
)
ENGLISH_OWN = re.compile(
    rf"(?:['’]s?)?\s*(?P<name>(?:(?:new|old|main|sales|head"
    rf"|branch)\s+)?(?:{going.PLACE_ENGLISH}))(?![a-z'’-])(?!\s+(?:loan"
    rf"|visit|tour|inspection|check|manager|lease))"
)
DO = re.compile(rf"(?:{going.DO})")
LOOKED_AT = re.compile(r"(?:看|查|考察|参观|检查|盘点|验收|评估|拍|核实)(?:一下|下|了)?$")


def find_places(sentence: Sentence) -> None:
    """Note every place of the sentence: "在高新区", "到客户厂里", "C的仓库", "at the industrial park"."""
    for finder in (_introduced, _own, _leading, _by_itself, _english):
        for begin, end in finder(sentence):
            if not re.search(f"[{MARKS}]", sentence.marked[begin:end]):
                sentence.take(Found(PLACE, begin, end))


def _introduced(sentence: Sentence) -> list[tuple[int, int]]:
    found = []
    for lead in re.finditer(rf"{INTO}+{SKIPPED}", sentence.marked):
        if WHOLE.match(sentence.marked, max(0, lead.end() - 1)) or WHOLE.match(sentence.marked, lead.start()):
            continue
        place = _named(sentence.marked, lead.end())
        if place:
            found.append(place)
    return found


def _own(sentence: Sentence) -> list[tuple[int, int]]:
    """A spot that is a client's: "C的仓库", "C厂里", "C's warehouse"."""
    found = []
    for client in [*sentence.of(CLIENT), *sentence.of(LEAD)]:
        if LOOKED_AT.search(sentence.plain[: client.start]):
            continue
        joint = re.compile(r"(?:公司|集团)?(?:的|那边的?|他们的?|在|位于)*").match(sentence.marked, client.end)
        start = joint.end() if joint else client.end
        spot = SPOT.match(sentence.marked, start)
        if spot and spot["name"].startswith("厂房") and not _ends_here(sentence.marked, spot.end("name")):
            spot = None
        district = re.match(rf"(?:在)?(?P<name>[{HAN}]{{2,4}}的(?:{going.SPOT}))", sentence.marked[client.end :])
        if not spot and district and not DO.match(district["name"]):
            spot = re.compile(r"(?:在)?(?P<name>.+)").match(sentence.marked, client.end, client.end + district.end())
        english = ENGLISH_OWN.match(sentence.marked, client.end)
        if spot:
            found.append(spot.span("name"))
        elif english:
            found.append(english.span("name"))
        elif joint and joint.group().endswith("在"):
            place = _named(sentence.marked, start)
            found += [place] if place else []
    return found


def _leading(sentence: Sentence) -> list[tuple[int, int]]:
    """A place that stands straight before a client: "高新区的宏图机械", "上海永泰"."""
    found = []
    for client in [*sentence.of(CLIENT), *sentence.of(LEAD)]:
        before = re.search(rf"[{HAN}]{{2,12}}$", sentence.marked[: client.start].removesuffix("的"))
        if not before:
            continue
        words = before.group()
        for start in range(len(words) - 1):
            place = None if re.match(INTO, words[start:]) else NAMED.fullmatch(words, start)
            lead = words[:start]
            if (
                place
                and (not lead or re.search(rf"{INTO}{SKIPPED}$|[的、和跟与]$", lead))
                and not DO.match(words, start)
            ):
                begin = before.start() + start
                found.append((begin, begin + len(place["name"])))
                break
    return found


def _by_itself(sentence: Sentence) -> list[tuple[int, int]]:
    """A place that stands alone between stops: "去永泰（高新区厂区）", "永泰，高新区，看设备"."""
    found = []
    for begin, end in sentence.chunks():
        words = sentence.plain[begin:end]
        place = NAMED.fullmatch(words.strip())
        if place and LONG_AREA.search(place["name"]) and not DO.match(words.strip()):
            start = begin + len(words) - len(words.lstrip())
            found.append((start, start + len(place["name"])))
    return found


def _english(sentence: Sentence) -> list[tuple[int, int]]:
    found = [place.span("name") for place in ENGLISH.finditer(sentence.marked)]
    shown = "".join(
        mark if mark in "\ue000\ue001\ue002\ue003\ue004" else own
        for mark, own in zip(sentence.marked, sentence.text, strict=True)
    )
    for place in CAPITALISED.finditer(shown):
        found.append(place.span("name"))
    for town in re.finditer(
        r"(?<![A-Za-z])(?:to|To)\s+(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=\s+(?:to|for|and|,)\s)", shown
    ):
        if town["name"].lower().replace(" ", "") in spelt_regions():
            found.append(town.span("name"))
    return found


def _named(marked: str, start: int) -> tuple[int, int] | None:
    """The place whose name begins at `start`; None where a matter or a company begins there."""
    spot = SPOT.match(marked, start)
    named = _area(marked, start)
    if spot and (not named or spot.end("name") >= named[1]):
        return spot.span("name")
    if named:
        return named
    for region in sorted(companies.REGIONS, key=len, reverse=True):
        if marked.startswith(region, start):
            end = start + len(region) + (marked[start + len(region) : start + len(region) + 1] in ("市", "省", "县"))
            return (start, end) if _ends_here(marked, end) or DO.match(marked, end) else None
    return None


def _area(marked: str, start: int) -> tuple[int, int] | None:
    place = NAMED.match(marked, start)
    while place:
        name, end = place["name"], place.end("name")
        if DO.match(name) and not re.match(rf"(?:{going.WHOLE}|开发|送变电|办事|上海|落|会展|走马|和平|会)", name):
            return None
        longer = NAMED.match(marked, start) if companies.tail().match(marked, end) else None
        if (
            longer is None
            and (len(name) > 1)
            and (LONG_AREA.search(name) or _ends_here(marked, end) or DO.match(marked, end))
        ):
            return (start, end)
        return None
    return None


def _ends_here(marked: str, end: int) -> bool:
    """Whether a name can end there: at a mark, a stop, a particle or a word of doing."""
    return bool(re.match(rf"\s*(?:$|[{STOPS}{MARKS}]|的|里|那边|附近|一趟|一下|看|去|[a-z\d])", marked[end:])) or bool(
        DO.match(marked, end)
    )


@cache
def spelt_regions() -> frozenset[str]:
    """The regions in pinyin, for English sentences."""
    from bot.language.sound import spellings

    return frozenset("".join(way) for region in companies.REGIONS for way in spellings(region)[:1])
