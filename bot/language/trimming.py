"""Cutting what is said on the way off both ends of a stretch of words, so that what is meant is left."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.language import going


def _any(*patterns: str) -> str:
    return "|".join(patterns)


# English words end where a word ends; Chinese ones need no border.
def _bordered(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?:(?<![a-z])(?=[a-z])(?:{pattern})(?![a-z'’-])|(?![a-z])(?:{pattern}))")


WHOLE = re.compile(
    rf"(?:{going.WHOLE}|(?<![a-z])(?:go\s+(?:over|through)|run\s+through|look\s+(?:over|at|into)"
    rf"|pick\s+up|drop\s+off|set\s+up|take\s+(?:over|stock|pictures|photos)"
    r"|sign\s+up|on-?site|off-balance|overdue|overdraft|upgrade|update|outstanding|forex"
    r"|leave\s+(?:the|a|some|our|them)|see\s+(?:the"
    r"|their|how|if|whether))(?![a-z]))"
)
ARTICLES = r"the|a|an|his|her|their|its|our|my|some"
FRONT = _bordered(
    _any(
        going.TOGETHER,
        r"(?:和|跟|与|同)(?:(?![去到谈])[\u4e00-\u9fff]){2,8}?(?:一起|一块儿?|一同|一道)",
        rf"(?:给|对|向|跟|和|与|同|为|陪)(?:{going.WHO}|{going.NOWHERE})",
        r"(?:taking|with|accompanying|bringing|together\s+with)\s+(?:(?:the|my|our)\s+)?(?:[a-z]+\s+){0,2}?"
        r"(?:deputy\s+head|head|boss|manager|director|colleagues?|team|president|supervisor|chief|officer"
        r"|trainee|teammate|mr|mrs|ms)\.?(?:\s+[a-z]+(?=\s+(?:at|to|and)\s|\s*[,;]|\s*$))?",
        "|".join(
            [going.GREETINGS, going.FILLERS, going.SELF, going.SOON, going.INTENT, going.GO, going.WHO, going.NOWHERE]
        ),
        r"with\s+[a-z]+(?=\s+(?:about|to|re|regarding)\s)|can|could|may|might|let\s+me|plan|quick\s+one"
        r"|quick|short|brief|have|has|having|got|pay|paying|do|doing|a\s+quick|instead"
        r"|for\s+a\s+(?:bit|while|moment|minute)|a\s+(?:bit|while)|on\s+(?:the|my)\s+way(?:\s+(?:home"
        r"|back))?|guys|people|folks|taking",
        "的|、|在|于|位于|地点|地址|以及|还有|连同|一趟|一转|一次|趟|(?:一下|下)(?=去|到|$)|了|着|所以|因此|那|家"
        "|里|哦|呢|吧|啦|啰|咯",
        r"to|at|in|with|and|for|on|by|of|into|&|near|re|about|regarding|concerning|as_to|then|from|plus"
        r"|it's|its|there|here|there's",
        ARTICLES,
        "分别",
        r"从(?:家里?|单位|行里?|公司|网点|支行|这里|这边)(?:直接|出发|过去|走)*",
        rf"(?:[\u4e00-\u9fff]{1, 3}?(?:TITLES)|领导|行里|客户|老板|临时|那边|他们?)*(?:让|叫|喊|派|约|要求"
        rf"|请)(?:我们|我)(?:过去|去|来)?(?!行)".replace("TITLES", going.TITLES),
        "一遍|一圈|都跑一?遍|约好了?|约了|说好了?|讲好了?|联系好了?",
        r"(?:带着?|陪同?|和|跟|同)[\u4e00-\u9fff]{1,8}?(?:的人|人员|同事|同志|师傅|老师|专家"
        r"|团队)(?:一起|一块儿?|一同|一道)?",
        r"['’]s?(?![a-z])|[-–—·.:*+@#>/]+|\d{1,2}[.)、](?!\d)",
    )
)
TOWARDS = _bordered(going.TOWARDS)
BACK = re.compile(rf"(?:{going.BACK})(?:[了吧啊哈啦来去]|一趟)*$")
TAIL_WORDS = [
    r"[了吧啊呢哈啦嘛哦呀喔咯的]",
    "给|跟|和|与|同|及|对|向|替|为|陪|帮|帮助|去|到|往|在|于|从|由|被|让|请|把",
    "应该|可能|大概|大约|估计|预计|计划|打算|准备|争取|差不多|最晚|最迟|大致|也许|左右|时间|回来之前|回之前",
    "来回|往返|前后|总共|一共|然后|再|就|才|先|顺便|之后|随后|接着|以及|还有|另外|并且|并|而且|同时"
    "|现在|马上|立刻|等下|一会儿"
    "|待会儿?|完了|的话|以后|最后|(?<![贷投售保最])后|(?<![大合预契签节续条违履])约|(?<=谈|看|办)完",
    r"(?<![a-z])(?:and|then|with|at|to|in|on|for|from|by|of|will|be|should|hopefully|probably|around"
    r"|about|approx|approximately|i|i'll|i'm|im|am|we"
    r"|we'll|the|a|an|also|there|their|its|please|thanks|ok|re|maybe|not|eta|mr|mrs|ms|miss|dr|take"
    r"|takes|taking|need|lasting"
    r"|expected|going|is|are|or|but|so"
    r"|until|till|before|after|today|now|it's|should|instead)",
]
TAIL = re.compile(rf"(?:{'|'.join(TAIL_WORDS)}|\s|[-–—·.:*+@/])$")
LONGEST_TAIL = 60  # signs; no word of going is longer
MODAL_TAIL = re.compile(r"(?:会|要|想|得|将|(?<!大)约|花|需|需要|用|共)$")
CALLING = rf"{going.CALL_ON}|{going.GO}|dropping|stopping|swinging|calling|drop|stop|swing|call"
CALLING_TAIL = re.compile(rf"(?:(?<![a-z])(?=[a-z])(?:{CALLING})|(?![a-z])(?:{CALLING}))$")
TAIL_WHOLE = re.compile(
    r"(?:目的|标的|贷后|投后|售后|保后|方向|流向|投向|意向|导向|去向|走向|面向|应对|核对|校对|反对"
    r"|配对|报到|签到|收到|得到|遇到|过往|交往|来往|以往|存在|现在|供给|交给|合同|会同"
    r"|认为|行为|人为|作为|申请|邀请|开会|例会|商会|工会|协会|年会|机会|社会|董事会|股东会|座谈会"
    r"|推介会|答谢会|评审会|见面会|茶话会|需要|纪要|摘要|思想|设想|不得|所得|取得|心得|用途及|并购"
    r"|时间|合并|普及|涉及|以及|终了|为了|除了|人才|成就|率先|优先|预先|首先|一再|授权给|对接|核准备"
    r"|过去|送去|拿去|带去|拿来|送来|储备|设备|筹备)$"
)


def trim(words: str, before_client: bool, possessed: bool = False, before_time: bool = False) -> tuple[int, int]:
    """Start and end, within the folded words, of what is left when the words of going are cut off both ends.

    `before_client` says that a client's name follows, `possessed` that the name is followed by 的: "看" in "看永泰" is
    a word of calling on somebody, in "看永泰的厂房" it is the matter.
    """
    start, end = front(words), len(words)
    while start < end:
        near = max(start, end - LONGEST_TAIL)  # else four thousand syllables would be read four thousand times
        cut = CALLING_TAIL.search(words, near, end) if before_client and not possessed else None
        cut = cut or (MODAL_TAIL.search(words, near, end) if before_time else None)
        if cut is None and not TAIL_WHOLE.search(words, near, end):
            cut = TAIL.search(words, near, end)
        if cut is None:
            break
        end = cut.start()
    return start, end


def front(words: str) -> int:
    """Where, within the folded words, what is meant begins."""
    start = 0
    while start < len(words):
        if words[start].isspace():
            start += 1
        elif not WHOLE.match(words, start) and (cut := FRONT.match(words, start)) and cut.end() > start:
            start = cut.end()
        else:
            break
    return start


def on_the_way(words: str) -> bool:
    """Whether folded words between a sentence's beginning, or the last name, and a client's name only lead there."""
    start, end = trim(words, before_client=True)
    rest = words[start:end]
    while rest and (cut := TOWARDS.match(rest)):
        rest = rest[cut.end() :].strip()
    return not rest or bool(LEADS_THERE.search(words))


LEADS_THERE = re.compile(
    rf"(?:去|到|前往|赶到|过去|拜访|走访|回访|探访|(?<![a-z])(?:visit|visiting|then|then\s+to|go\s+to"
    rf"|going\s+to|head\s+to|on\s+to|over\s+to|swing\s+by|drop\s+by|stop\s+by"
    rf"|drop\s+in\s+on|pop\s+into))\s*(?:{going.WHO})?(?:的)?\s*$"
)


def trim_left(words: str) -> str:
    """What is left of folded words between two names when everything that only leads on is cut off."""
    return "" if on_the_way(words) else words


CORRECTION = re.compile(going.CORRECTION)


def slips(plain: str) -> Iterator[re.Match[str]]:
    """Where the speaker takes something back. 改成, sorry and their like count only behind a pause."""
    for slip in CORRECTION.finditer(plain):
        paused = slip.start() == 0 or re.match(r"[\s,，。、]", slip.group()) or plain[slip.start() - 1] in "，,。 "
        if paused or re.search(r"不对|错|不不|wait|scratch|mean", slip.group()):
            yield slip
