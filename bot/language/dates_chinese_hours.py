"""Chinese wordings of the time of day, of lengths, and the small words between expressions – over folded text."""

import re

from bot.language.dates_chinese import DAYS
from bot.language.dates_lexer import BLOCKED, IMPOSSIBLE, Build, Made, Wording, kind, moved, when
from bot.language.dates_numbers import CHINESE, DIGITS, FIGURES, chinese, whole
from bot.language.dates_numeric import clock
from bot.language.dates_stretches import stretch
from bot.language.dates_when import Length, Scene

Match = re.Match[str]
NUMERALS = FIGURES + CHINESE
# after, before, within; one character alone may begin another word (后续, 前台, 内部)
LATER, EARLIER, INSIDE = (
    "以后|之后|过后|后(?![续勤期台果])",
    "以前|之前|前(?![后台期往途景置来])",
    "以内|之内|内(?![部容网行科])",
)
AFTERWARDS, AGO = "以后|之后|过后|后(?![勤台])", "以前|之前|前(?![后往途])"  # behind a length

# ── parts of the day ─────────────────────────────────────────────────────────────────────────────────

PARTS = {
    word: key
    for key, words in {
        "dawn": "凌晨",
        "early": "清晨 清早 大清早 一大早 一早 大早上 天光",
        "morning": "早上 早晨 早间 上午 午前 朝早 上昼 朝头早",
        "noon": "中午 正午 午间 晌午 午饭时间 午餐时间 午饭时候",
        "afternoon": "下午 午后 下昼 晏昼",
        "dusk": "傍晚 黄昏 挨晚 傍黑",
        "evening": "晚上 晚间 夜晚 晚黑 夜晚黑 晚头",
        "night": "夜里 夜间",
        "late": "半夜 深夜 午夜 大半夜 深宵 后半夜",
    }.items()
    for word in words.split()
}
SHORT = {"早": "morning", "晨": "morning", "朝": "morning", "午": "noon", "晚": "evening", "夜": "night"}
NOT_A_PART = r"(?!好(?:[,!。~ ]|$|啊|呀)|安(?:[,!。]|$)|茶|盘)"
NOT_SHORT = r"(?![饭餐礼稻熟会辈市宴婚年报茶安盘些了就已退]|点(?!\d|[一二三四五六七八九十])|一点)"
MEALS = {
    "午饭": "noon",
    "午餐": "noon",
    "中饭": "noon",
    "午休": "noon",
    "晚饭": "evening",
    "晚餐": "evening",
    "食晏": "noon",
}


def _part(match: Match, scene: Scene) -> Made | None:
    if match[0] == "早晨" and match.start() == 0 and match.string[2:3] in (",", "!"):  # good morning, in Cantonese
        return BLOCKED
    return when(part=PARTS[match[1]])


def _short_part(match: Match, scene: Scene) -> Made | None:
    """晚 alone, behind a day (七月五号晚) or ahead of a clock time (晚8点)."""
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() :]
    if (before and before in "日号天一二三四五六0123456789儿五末夕秋庆节") or CLOCK_AHEAD.match(after):
        return when(part=SHORT[match[1]])
    return None


def _day_part(match: Match, scene: Scene) -> Made | None:
    first, last, grain = stretch(scene.today, "day", DAYS[match[1]])
    return when(first=first, last=last, grain=grain, part=SHORT[match[2]])


def _meal(match: Match, scene: Scene) -> Made | None:
    return when(part=MEALS[match[1]])


# ── clock times ──────────────────────────────────────────────────────────────────────────────────────

TENS = r"(?:[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九])"
HOUR = (
    r"(?:[01]?\d|2[0-4]|二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八][二三四五六七八九](?=点)"
    r"|[零〇一二两三四五六七八九])"
)
MINUTE = rf"(?:[0-5]?\d|{TENS}|[一二三四五六七八九])"
CLOCK_AHEAD = re.compile(rf"\s*{HOUR}(?:点|:|时)")
ROUGH = r"(?:\s*(?:左右|前后|上下|许|多(?!久|少|长|点)|来钟|吧|前(?=后)))?"
TAIL = (
    rf"(?P<tail>钟?\s*(?:(?P<half>半)(?![个天小年月])钟?|过?\s*(?P<quarter>[一三13])刻钟?"
    rf"|(?:搭|踏)?正?(?P<zi>[一二三四五六七八九两十1-9]|十一)个字|(?:搭|踏)(?P<da>十一|1[01]|[一二三四五六七八九十1-9])(?!分)"
    rf"|过?\s*(?P<m>{MINUTE})\s*分(?!之[一二三四五六七八九\d]|行|钟[后内前])钟?"
    rf"|过?(?P<m2>[0-5]\d|{TENS})(?!\s*[度元块万%个亿米公倍点.\d年月日号]|分)|[整正准]|钟)?[整正]?(?:\s*(?:\d{{1,2}}"
    rf"|[{CHINESE}]{{1,3}})秒(?!杀))?)"
)
CLOCK = rf"(?P<h>{HOUR})\s*(?P<unit>点|时(?![候间期段常代差长分不效]))"
COUNTED = re.compile(
    "要求|建议|意见|说明|内容|注意|希望|想法|原因|理由|不足|问题|体会"
    "|看法|好处|优势|区别|共识|情况|要点|疑问|需要|想说|事|利好|风险"
)
COUNTING = re.compile("(?:第|有|这|那|以下|如下|下面|几|分|涨|跌|升|降|涨了|跌了|升了|降了|高|低|加|减|调|差|满|共)$")
SAYING = re.compile("(?:说|讲|提|谈|补充|强调)$")
DAY_BEHIND = "午上晨天日号间约到至成改定夜一二三四五六末昼-~:("
MEETING_AHEAD = re.compile("前|后|之|以|到|至|-|~|左右|见|开|出|回|返|去|集合|结束|下班|来|在|吃|约|拜|走|准时")


def _clock(match: Match, scene: Scene) -> Made | None:
    text = match["h"]
    hour = DIGITS[text[0]] if guess(text) else whole(text)  # 两三点 begins at two
    if hour is None:
        return None
    minute: int | None = None
    if match["half"]:
        minute = 30
    elif match["quarter"]:
        minute = 15 * (whole(match["quarter"]) or 0)
    elif match["zi"] or match["da"]:
        minute = 5 * (whole(match["zi"] or match["da"]) or 0)
    elif match["m"] or match["m2"]:
        minute = whole(match["m"] or match["m2"])
    if not match["tail"] and match["unit"] == "点" and not _tells_time(match):
        return BLOCKED
    if not match["tail"] and match["unit"] == "时" and text == "一":  # 一时
        return BLOCKED
    return clock(hour, minute, None, len(text) == 2 and text[0] in "0零〇")


def _odd_minutes(match: Match, scene: Scene) -> Made | None:
    """八点七十分."""
    minute = whole(match[0].partition("点")[2].removesuffix("分"))
    return None if minute is not None and minute < 60 else IMPOSSIBLE


def _tells_time(match: Match) -> bool:
    """三点 counts points, not hours, in 有三点要求, 第三点, 涨了三点; 一点 is mostly "a bit"."""
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].lstrip()
    if COUNTING.search(before) or COUNTED.match(after):
        return False
    if SAYING.search(before) and match["h"] in "一两三四五六" and (not after or after[0] in ",。:;"):  # 我说两点
        return False
    if match["h"] != "一":
        return True
    if after.startswith(("都", "也", "儿", "点", "没", "不")):
        return False
    if before.endswith(("今晚", "明晚", "昨晚", "后晚", "听晚")) or (before and before[-1] in DAY_BEHIND):
        return True
    return (not before or before[-1] in ",。;!? 我你他们") and bool(MEETING_AHEAD.match(after))


def _half_past_one(match: Match, scene: Scene) -> Made | None:
    return clock(1, 30, None, False)


def _times_five(match: Match, scene: Scene) -> Made | None:
    """三点九: nine times five minutes past three, in Cantonese, where going or a part of the day stands beside it."""
    hour, fives = whole(match["h"]), DIGITS[match["n"]]
    return clock(hour, 5 * fives, None, False) if hour is not None else None


def _to_the_hour(match: Match, scene: Scene) -> Made | None:
    hour, less = whole(match["h"]), 15 if match["q"] else whole(match["m"]) or 0
    if hour is None or not 0 < less < 60:
        return None
    return clock((hour - 1) % 24 or 12, 60 - less, None, False)


def _run_together(match: Match, scene: Scene) -> Made | None:
    return clock(int(match[1]), int(match[2]), None, True)


def _dotted(match: Match, scene: Scene) -> Made | None:
    return clock(int(match[1]), int(match[2]), None, False)


def _closing(match: Match, scene: Scene) -> Made | None:
    return when(bound="close")


def _opening(match: Match, scene: Scene) -> Made | None:
    return when(bound="open")


def _now(match: Match, scene: Scene) -> Made | None:
    return when(at=scene.now)


# ── lengths ──────────────────────────────────────────────────────────────────────────────────────────

UNITS = {
    "小时": Length(seconds=3600), "钟头": Length(seconds=3600), "钟": Length(seconds=3600), "分钟": Length(seconds=60),
    "分": Length(seconds=60), "秒钟": Length(seconds=1), "秒": Length(seconds=1), "刻钟": Length(seconds=900),
    "天": Length(days=1), "日": Length(days=1), "工作日": Length(workdays=1), "交易日": Length(workdays=1),
    "营业日": Length(workdays=1), "周": Length(days=7), "星期": Length(days=7), "礼拜": Length(days=7),
    "月": Length(months=1), "季度": Length(months=3), "年": Length(months=12), "世纪": Length(months=1200),
}  # fmt: skip
NUMBER = rf"(?:\d+\s*[-~到至]\s*\d+|[{CHINESE}]+[到至][{CHINESE}]+|\d+(?:\.\d+)?|[{CHINESE}]+)"
ONE = (
    rf"(?P<n>{NUMBER}|半|个半(?=小时|钟|月|星期|礼拜))\s*(?:多|来)?\s*"
    r"(?:(?:(?P<g1>个)(?P<h1>半)?|(?P<h2>半))?\s*(?P<u1>小时|钟头|工作日|交易日|营业日|星期|礼拜|季度|世纪)"
    r"|(?:(?P<g2>个)(?P<h3>半)?|(?P<h4>半))\s*(?P<u2>钟(?!头)|月)"
    r"|(?P<u3>分钟|秒钟|刻钟|天|周(?!年(?!假))|年|秒|日|分)|(?<=个半)(?P<u4>钟|月))(?:\s*(?P<h5>半(?![小个天年月路夜])))?"
)
PLAIN = re.sub(r"\?P<\w+>", "?:", ONE)
LENGTH = rf"(?:{PLAIN}(?:\s*(?:零|又|加|外加|带|,)?\s*{PLAIN})*)"
GROUPS = re.compile(ONE)
NOT_A_LENGTH = (  # 三年级, 一年期, 24小时营业, 五年以上: a kind of thing, not how long
    r"(?!\s*(?:级|期|代|龄|轻|份|会|纪|岁|边|围|刊|折|报|营业|服务|热线|工作制|制|便利|自助|津|河|猫|地|然|线|使|才|花|真|性|杀|针|资|度|均|利|息"
    r"|元|本|志|两头|到晚|号|月|生|贷|定存|定期|检|初|底|末|中(?!午)|以上|以下|气|一次|无|通知|到头))"
)
VAGUE = ("第", "哪", "那", "某", "每", "几", "同", "当", "头", "这")
WHOLE = "整整|整个?|全|足足"


def length_of(text: str) -> Length | None:
    """The length said in Chinese, all parts added up; None for vague or odd ones (几天, 五分, 三日)."""
    total, seen = Length(), []
    for part in GROUPS.finditer(text):
        unit = part["u1"] or part["u2"] or part["u3"] or part["u4"]
        number = 1.0 if part["n"] == "个半" else larger(part["n"])
        if number is None or number > (200 if unit in ("年", "世纪") else 10000):
            return None
        if any(part[h] for h in ("h1", "h2", "h3", "h4", "h5")) or part["n"] == "个半":
            number += 0.5
        total += UNITS[unit].times(number)
        seen.append((unit, bool(part["h5"])))
    return None if seen in ([("分", False)], [("日", False)]) and total.days != 0.5 else total


def larger(text: str) -> float | None:
    """The number, or the larger one of 3-5, 三到五, 三五."""
    one, two = re.fullmatch(r"(.+?)(?:\s*[-~到至]\s*(.+))?", text).groups()  # type: ignore[union-attr]
    if two is None:
        return guess(one) or chinese(one)
    first, last = chinese(one), chinese(two)
    return last if first is not None and last is not None and first < last else None


def guess(text: str) -> int | None:
    """两三, 三五: two numerals in a row are a guess; the larger is taken."""
    if len(text) == 2 and all(c in DIGITS for c in text) and 0 < DIGITS[text[0]] < DIGITS[text[1]]:
        return DIGITS[text[1]]
    return None


def days_of(text: str) -> Length | None:
    """三日, which is a length only beside 后 or 内."""
    found = re.fullmatch(rf"({NUMBER})\s*日", text)
    number = chinese(found[1]) if found else None
    return Length(days=number) if number else None


def _length(match: Match, scene: Scene) -> Made | None:
    before = match.string[: match.start()].rstrip()
    if before.endswith(VAGUE) or (before.endswith("有") and match["l"] == "一天"):
        return BLOCKED
    length = length_of(match["l"])
    return Made("L", length) if length else None


def _whole_day(match: Match, scene: Scene) -> Made | None:
    return Made("p", None)


def _fives(match: Match, scene: Scene) -> Made | None:
    """三个字: fifteen minutes, in Cantonese, when nothing of writing follows."""
    count = whole(match[1])
    return Made("L", Length(seconds=300 * count)) if count and count < 12 else None


def _fives_later(match: Match, scene: Scene) -> Made | None:
    return moved(Length(seconds=300 * (whole(match[1]) or 0)), scene)


def _counted(sign: int) -> Build:
    def build(match: Match, scene: Scene) -> Made | None:
        if match.string[: match.start()].rstrip().endswith(("第", "哪", "那", "某", "每", "几")):
            return BLOCKED
        length = length_of(match["l"])
        if length is None and sign > 0:
            length = days_of(match["l"])
        return moved(length.times(sign), scene) if length else None

    return build


def _measured(kind_: str) -> Build:
    def build(match: Match, scene: Scene) -> Made | None:
        length = length_of(match["l"]) or days_of(match["l"])
        return Made(kind_, length) if length else None

    return build


# ── small words ──────────────────────────────────────────────────────────────────────────────────────


def _number(match: Match, scene: Scene) -> Made | None:
    number = whole(match[0])
    return Made("n", number) if number is not None else None


def _block(match: Match, scene: Scene) -> Made | None:
    return BLOCKED


EVERY = (
    rf"(?:每逢|每隔|每|逢)\s*(?:{LENGTH}|[{CHINESE}\d半两]*\s*个?(?:半个?)?\s*(?:工作日|交易日|周末|天|日|周|星期|礼拜|拜|月份?|年|季度|季|小时"
    r"|钟头|分钟"
    rf"|早上|早晨|早|晚上|晚|上午|下午|中午|周末|夜)(?:[一二三四五六日天](?!次|个)(?:[、和]?[一二三四五六日](?!次|个))*)?)(?:一次)?"
)
GOING = r"(?:返|回|出发|出外|出去|走|开会|见面|到达|嚟)"

WORDINGS: tuple[Wording, ...] = (
    # time of day
    Wording(NUMERALS, rf"{CLOCK}{TAIL}{ROUGH}", _clock),
    Wording(
        NUMERALS,
        rf"(?<=[午昼晚早上日天])(?P<h>{HOUR})点(?P<n>[一二三四五六七八九])(?=\s*(?:$|[,。]|{GOING}|去))",
        _times_five,
    ),
    Wording(NUMERALS, rf"(?P<h>{HOUR})点(?P<n>[一二三四五六七八九])(?=(?:前|之前|就)?{GOING}|去)", _times_five),
    Wording(  # decimals: 三点五, 24点5度
        NUMERALS,
        rf"(?:\d+|[{CHINESE}]+)点(?:\d(?!\d|\s*分|\s*个字|\s*刻)|[零〇一二三四五六七八九](?!十|\s*分|个字|刻))[\d{CHINESE}]*"
        r"(?:个?百分点|%|元|万|亿|块|度|个点)?",
        _block,
    ),
    Wording(NUMERALS, rf"{HOUR}点[\d{CHINESE}]+分", _odd_minutes),
    Wording(FIGURES, r"(?:2[5-9]|[3-9]\d)点(?=$|[,。半整钟\s])", lambda match, scene: IMPOSSIBLE),
    Wording(NUMERALS, rf"([一二三四五六七八九十两1-9])个字(?:{LATER})", _fives_later),
    Wording("百", rf"百分之[{CHINESE}\d点.]+", _block),
    Wording("点", r"点半", _half_past_one),
    Wording("差", rf"差\s*(?:(?P<q>一刻)|(?P<m>{MINUTE})分)钟?\s*到?\s*(?P<h>{HOUR})点[钟整]?", _to_the_hour),
    Wording(NUMERALS, rf"(?P<h>{HOUR})点\s*还?差\s*(?:(?P<q>一刻)|(?P<m>{MINUTE})分)钟?", _to_the_hour),
    Wording(FIGURES, rf"([01]\d|2[0-3])([0-5]\d)(?=\s*(?:{GOING}|(?<![2]\d\d\d)去))", _run_together),
    Wording(FIGURES, r"(?<=[午晚早上昼])(\d{1,2})\.([0-5]\d)", _dotted),
    Wording("".join({p[0] for p in PARTS}), rf"({'|'.join(sorted(PARTS, key=len, reverse=True))}){NOT_A_PART}", _part),
    Wording("早晚晨夜朝午", rf"(?<![最较偏太])(早|晚|晨|夜|午)上?{NOT_SHORT}", _short_part),
    Wording(
        "今明听次后昨琴寻前大",
        r"(今|明|听|次|大后|后|昨|琴|寻|大前|前)(晚|早|夜|晨|午|朝)(?:上(?![海午])|间|黑|头早)?"
        rf"{NOT_SHORT.replace('会', '')}",
        _day_part,
    ),
    Wording("午中晚食", rf"({'|'.join(MEALS)})(?=\s*(?:{EARLIER}|{LATER}|时间?|之际))", _meal),
    Wording("下收落放", r"(?:下班|收工|落班|放工)(?:时间|时)?(?![吗没了吧])", _closing),
    Wording("上返一开", r"一?(?:上班|返工|开门)(?=\s*(?:前|后|时|之前|之后|以前|以后|就))", _opening),
    Wording("目当此", r"(?:目前|当前|此时)(?=$|[,。])", _now),
    Wording("现而依宜此眼这", r"(?:现在|而家|依家|宜家|此刻|眼下|现时|此时此刻|这会儿?|这就)(?![的嘅])", _now),
    # lengths and what is counted with them
    Wording(NUMERALS + "半个整全足", rf"(?:{WHOLE})?(?P<l>{LENGTH})(?:的时间|时间)?{NOT_A_LENGTH}", _length),
    Wording("整全一成", r"一?整[天日]|全[天日](?!候)|成日", _whole_day),
    Wording(NUMERALS, r"([一二三四五六七八九十两1-9])个字(?![^,。 ])", _fives),
    Wording(NUMERALS + "半个", rf"(?P<l>{LENGTH})(?:的时间)?\s*(?:{AFTERWARDS})", _counted(1)),
    Wording("再过等隔", rf"(?:再过|过|再等|等|再|隔)\s*(?P<l>{LENGTH})(?:{LATER})?(?:的时间)?", _counted(1)),
    Wording(NUMERALS + "半个", rf"(?P<l>{LENGTH})(?:的时间)?\s*(?:{AGO})", _counted(-1)),
    Wording(NUMERALS + "半个", rf"(?P<l>{LENGTH})(?:的时间)?\s*(?:{INSIDE})", _measured("I")),
    Wording(
        "未今往接下",
        rf"(?:未来|今后|往后|接下来|接下去|下(?=[两二三四五六七八九\d]))的?\s*(?P<l>{LENGTH})\s*(?:{INSIDE}|里)?",
        _measured("C"),
    ),
    Wording(
        "过最近上",
        rf"(?:过去|最近|近|上(?=[两二三四五六七八九\d]))的?\s*(?P<l>{LENGTH})\s*(?:{INSIDE}|里|以来|来)?",
        _measured("P"),
    ),
    Wording("前头", rf"(?<!提)[前头](?P<l>{LENGTH})", _measured("h")),
    Wording("至到", r"(?:至|到)(?:今(?![天日晚早年后儿午晨夜朝个])|现在|而家|目前)", kind("Z")),
    # recurring
    Wording("每逢", EVERY, kind("r")),
    Wording("天日周月年晚朝", r"天天|日日|周周|月月|年年|晚晚|朝朝", kind("r")),
    Wording("隔", r"隔一?(?:天|日|周|月|年|个?星期|个?礼拜)(?!壁)", kind("r")),
    # numbers that an end of a range may take its sense from: 五到六点, 周一到五
    Wording(CHINESE, rf"[{CHINESE}]{{1,3}}(?=\s*(?:到|至|-|~|、))|(?<=[到至~-])[{CHINESE}]{{1,3}}", _number),
    Wording(
        "一", r"一下(?!午(?![饭餐夜后])|[班昼旬]|半(?!小时|个|天))", kind("_")
    ),  # 记一下周二: a verb's, not the week's
    # small words
    Wording("到至直-~一", r"一?直到|到|至(?!今(?![天日晚早年后])|少|于)|-{1,2}>?|~", kind("-")),
    Wording(
        "从自由打即", r"从(?!来|事|业|而|不|此|容)|自(?:从)?(?![动己助然由身营家行我])|由(?!于)|即日(?=起)", kind("F")
    ),
    Wording("前之以", rf"(?:{EARLIER})", kind("<")),
    Wording("后之以过", rf"(?:{LATER})", kind(">")),
    Wording("的在于那当期", r"的(?!话)|在|于(?!是)|那天|当天|当日|期间", kind("o")),
    Wording("内之以", rf"(?:{INSIDE})", kind("i")),
    Wording("起开", r"起(?![来草诉点码])|开始", kind("e")),
    Wording(
        "最不",
        r"最(?:晚|迟|后)(?=\s*(?:到|在|于|不超过)?\s*[\d一二两三四五六七八九十今明后周星礼下本这上中月年])(?:到|在|于)?|不[晚迟]于"
        r"|不超过(?=\s*(?:[\d一二两三四五六七八九十]+(?:点|月|号)|周|星期))",
        kind("D"),
    ),
    Wording("截", r"(?:截止|截至)(?:时间|日期)?(?:为|是|到|至|:)?", kind("D")),
    Wording("截止为", r"截止|为?止", kind("s")),
    Wording("之间", r"之间|间(?![隔接谍])", kind("B")),
    Wording("和与跟及同或", r"和|与|跟|及|或者?|同(?=[\d一二三四五六七八九十周星礼下上明后听])", kind("&")),
    Wording("共历为时一总", r"时长为?|历时|为期|为时|一共|总共|共(?![识同享])", kind("f")),
    Wording("大差约接将", r"大概|大约|约(?![定谈见会了访好])|差不多|接近|将近", kind("~")),
    Wording(
        "不错更改说哦噢啊呃嗯诶哎应还推提延挪换调讲系顺",
        r"(?:[哦噢啊呃嗯诶哎][,，]?\s*)?(?:不对|不是|错了|说错了|讲错了|更正|改成|改为|改到|改在|改至|应该是|应为|推迟到|推到|提前到|延期到|延到|延后到|挪到|换成|换到"
        r"|调到|调整到|调整为|顺延到)",
        kind("!"),
    ),
    Wording("是而系", r"而?是|系", kind("=")),
    Wording("下", r"下午茶", _block),
)
