"""Chinese wordings of dates, times and lengths, Mandarin and everyday Cantonese, over folded (simplified) text.

Each wording is one pattern and one small function that says what it amounts to. Guards (what may not stand before
or after) keep amounts, addresses, decimals and idioms out; what is impossible (2月30日, 下周八) blocks.
"""

import re
from datetime import timedelta

from bot.language.dates_calendar import working_day
from bot.language.dates_holidays import OFF, break_of
from bot.language.dates_lexer import BLOCKED, Made, Wording
from bot.language.dates_numbers import CHINESE, chinese, whole
from bot.language.dates_numeric import FIGURES, IMPOSSIBLE, a_date, clock, full_year, month_day
from bot.language.dates_when import DAY, Length, Scene, When, nth_of, stretch

Match = re.Match[str]
NUMERALS = FIGURES + CHINESE
N = rf"(?:\d+(?:\.\d+)?|[{CHINESE}]+)"
LATER, EARLIER, INSIDE = "以后|之后|过后|后", "以前|之前|前", "以内|之内|内"


def when(**said: object) -> Made:
    """A moment token."""
    return Made("W", When(**said))  # type: ignore[arg-type]


def named(stretch_: tuple[object, object, str]) -> Made:
    """A stretch of days named outright."""
    return when(first=stretch_[0], last=stretch_[1], grain=stretch_[2])


# ── the calendar ─────────────────────────────────────────────────────────────────────────────────────

YEAR_WORDS = {"大前": -3, "前": -2, "去": -1, "旧": -1, "上": -1, "今": 0, "本": 0, "当": 0, "明": 1, "来": 1, "次": 1, "翌": 1, "出": 1, "下": 1, "后": 2, "大后": 3}  # fmt: skip


def _year(match: Match, scene: Scene) -> Made | None:
    text = match["y"]
    year = whole(text) if not text.isdigit() else full_year(text)
    if year is not None and not text.isdigit() and len(text) == 2:
        year = full_year(f"{year:02d}") if "十" not in text else None
    return when(year=year) if year is not None and 1900 <= year < 2100 else None


def _year_word(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "year", YEAR_WORDS[match[1]]))


def _month(match: Match, scene: Scene) -> Made | None:
    month = 1 if match["m"] in "正元" else whole(match["m"])
    return when(month=month) if month is not None and 1 <= month <= 12 else BLOCKED


def steps(word: str | None) -> int:
    """How many weeks or months away 上上, 上, 这, 下, 下下 point."""
    word = word or ""
    return word.count("下") + word.count("后") - word.count("上")


def _period(unit: str) -> object:
    def build(match: Match, scene: Scene) -> Made | None:
        return named(stretch(scene.today, unit, 1 if match["p"] in ("次", "翌") else steps(match["p"])))

    return build


def _month_day(match: Match, scene: Scene) -> Made | None:
    month = 1 if match["m"] in "正元" else whole(match["m"])
    text, unit = match["d"], match["u"]
    day = whole(text)
    if month is None or day is None:
        return None
    if not unit and (len(text) == 1 and not text.isdigit()):
        return None  # 三月三, 一月一
    if not unit and day > 31:
        return None
    return month_day(month, day)


def _day(match: Match, scene: Scene) -> Made | None:
    day = whole(match["d"])
    if day is None:
        return None
    if day > 31:
        return BLOCKED if match["u"] == "号" else Made("L", Length(days=day))
    return when(day=day) if day else BLOCKED


WEEKDAYS = {**{c: n for n, c in enumerate("一二三四五六")}, "日": 6, "天": 6, **{str(n): n - 1 for n in range(1, 8)}}


def _weekday(match: Match, scene: Scene) -> Made | None:
    if match["d"] not in WEEKDAYS:
        return IMPOSSIBLE
    day = WEEKDAYS[match["d"]]
    if not match["p"]:
        return when(weekday=day)
    first, last, grain = stretch(scene.today, "week", steps(match["p"]))
    return when(first=first, last=last, grain=grain, weekday=day)


def _weekend(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "weekend", steps(match["p"])))


DAYS = {
    **{"今": 0, "即": 0, "当": 0, "明": 1, "听": 1, "次": 1, "翌": 1, "后": 2, "大后": 3, "老后": 3},
    **{"昨": -1, "琴": -1, "寻": -1, "前": -2, "大前": -3},
}


def _day_word(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", DAYS[match[1]]))


def _two_days(match: Match, scene: Scene) -> Made | None:
    first = scene.today + DAY * DAYS[match[1]]
    return when(first=first, last=first + DAY, grain="part")


def _second_day(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", 1))


EDGES = {"初": "start", "头": "start", "底": "end", "末": "end", "尾": "end", "终": "end", "中": "middle"}


def _edge(match: Match, scene: Scene) -> Made | None:
    unit = {"年": "year", "月": "month", "周": "week", "季": "quarter", "季度": "quarter"}[match[1]]
    return when(edge=f"{unit}-{EDGES[match[2][-1]]}")


def _edge_within(match: Match, scene: Scene) -> Made | None:
    return when(edge=EDGES[match[1]])


def _third(match: Match, scene: Scene) -> Made | None:
    return when(edge="month-" + {"上": "early", "中": "mid", "下": "late"}[match[1]])


def _half_of(match: Match, scene: Scene) -> Made | None:
    unit = {"年": "year", "月": "month", "周": "week"}[match[2]]
    return when(edge=f"{unit}-half{1 if match[1] in '上前' else 2}")


def _quarter(match: Match, scene: Scene) -> Made | None:
    return when(nth=(whole(match["n"]), "quarter"), first=None) if match["n"] in "一二三四1234" else None


def _nth(match: Match, scene: Scene) -> Made | None:
    count = (
        -1
        if match["last"]
        else -(whole(match["back"]) or 0)
        if match["back"]
        else 1
        if match["lead"]
        else whole(match["n"] or "")
    )
    if not count:
        return None
    unit = match["u"]
    if match["d"]:
        return when(nth=(count, str(WEEKDAYS[match["d"]])))
    key = {"天": "day", "日": "day", "周": "week", "月": "month", "季度": "quarter", "周末": "5"}.get(unit) or (
        "workday" if unit.endswith("日") else "week"
    )
    return Made("O", (count, key)) if False else when(nth=(count, key))


def _workday(match: Match, scene: Scene) -> Made | None:
    day = working_day(scene.calendar, scene.today, -1 if match[1] == "上" else 1)
    return named((day, day, "day")) if day else None


# ── holidays ─────────────────────────────────────────────────────────────────────────────────────────

HOLIDAYS = {
    "元旦": "new year", "新年": "new year", "跨年夜": "new year eve", "情人节": "valentine", "妇女节": "women", "三八节": "women",
    "植树节": "arbor", "消费者权益日": "consumer", "愚人节": "april fool", "世界地球日": "earth", "地球日": "earth",
    "五一": "labour", "五一节": "labour", "劳动节": "labour", "国际劳动节": "labour", "五一劳动节": "labour",
    "五一国际劳动节": "labour", "青年节": "youth", "五四": "youth", "五四青年节": "youth", "护士节": "nurses",
    "儿童节": "children", "六一": "children", "六一儿童节": "children", "国际儿童节": "children", "建党节": "party",
    "七一": "party", "建军节": "army", "八一": "army", "八一建军节": "army", "教师节": "teachers", "国庆": "national",
    "国庆节": "national", "十一国庆": "national", "万圣节": "halloween", "万圣夜": "halloween",
    "万圣节前夜": "halloween", "双十一": "singles", "光棍节": "singles", "双十二": "double twelve",
    "平安夜": "christmas eve", "圣诞夜": "christmas eve", "圣诞前夜": "christmas eve", "圣诞": "christmas",
    "圣诞节": "christmas", "母亲节": "mothers", "父亲节": "fathers", "感恩节": "thanksgiving",
    "黑色星期五": "black friday", "复活节": "easter", "耶稣受难日": "good friday", "春节": "spring festival",
    "农历新年": "spring festival", "农历年": "spring festival", "大年初一": "spring festival", "过年": "spring festival",
    "除夕": "lunar new year eve", "大年三十": "lunar new year eve", "年三十": "lunar new year eve",
    "年三十晚": "lunar new year eve", "大年夜": "lunar new year eve", "元宵": "lantern", "元宵节": "lantern",
    "上元节": "lantern", "龙抬头": "dragon head", "清明": "qingming", "清明节": "qingming", "佛诞": "buddha",
    "端午": "dragon boat", "端午节": "dragon boat", "端阳节": "dragon boat", "七夕": "qixi", "七夕节": "qixi",
    "七夕情人节": "qixi", "中元节": "ghost", "中元": "ghost", "盂兰节": "ghost", "中秋": "mid-autumn", "中秋节": "mid-autumn",
    "重阳": "double ninth", "重阳节": "double ninth", "腊八": "laba", "腊八节": "laba", "小年": "kitchen god",
    "冬至": "winter solstice", "夏至": "summer solstice", "圣诞节前夕": "christmas eve", "独立日": "independence",
    "阵亡将士纪念日": "memorial", "节礼日": "boxing", "退伍军人节": "veterans", "总统日": "presidents",
    "圣帕特里克节": "st patrick", "马丁路德金日": "martin luther king",
}  # fmt: skip
BARE = {"五一", "六一", "七一", "八一", "五四", "过年", "小年", "新年"}  # these are other words as well


def _holiday(match: Match, scene: Scene) -> Made | None:
    name = match[1]
    if name in BARE and not match[2] and not _stands_alone(match):
        return None
    return when(holiday=HOLIDAYS[name])


def _stands_alone(match: Match) -> bool:
    return (
        match.end() == len(match.string)
        or match.string[match.end()] in "前后期假放去回当节要想,,。 到-~去晚早上下期"
        or match.start() == 0
    )


def _eleventh(match: Match, scene: Scene) -> Made | None:
    return when(holiday="national")


def _lunar(match: Match, scene: Scene) -> Made | None:
    month = {"正": 1, "元": 1, "腊": 12, "冬": 11}.get(match["m"]) or whole(match["m"])
    day = whole(match["d"].removeprefix("初")) if match["d"] else 1
    if not month or not day or month > 12 or day > 30:
        return IMPOSSIBLE
    return when(holiday=f"lunar {month}-{day}")


def _new_year_day(match: Match, scene: Scene) -> Made | None:
    return when(holiday=f"lunar 1-{whole(match[1])}")


def next_break(scene: Scene) -> tuple[timedelta, timedelta] | None:
    """The next holiday with days off, by the unit's calendar or, where it is silent, by custom."""


def _after_break(match: Match, scene: Scene) -> Made | None:
    breaks = [
        found for year in (scene.today.year, scene.today.year + 1) for name in OFF if (found := break_of(name, year))
    ]
    coming = sorted(found for found in breaks if found[1] >= scene.today)
    if not coming:
        return None
    count = whole(match["n"] or "一") or 1
    day = working_day(scene.calendar, coming[0][1], count)
    return named((day, day, "day")) if day else None


# ── time of day ──────────────────────────────────────────────────────────────────────────────────────

PARTS = {
    "凌晨": "dawn", "清晨": "early", "清早": "early", "大清早": "early", "一大早": "early", "一早": "early", "大早上": "early",
    "早上": "morning", "早晨": "morning", "早间": "morning", "上午": "morning", "午前": "morning", "朝早": "morning",
    "上昼": "morning", "早": "morning", "晨": "morning", "朝": "morning",
    "中午": "noon", "正午": "noon", "午间": "noon", "晌午": "noon", "午": "noon", "午饭时间": "noon", "午餐时间": "noon", "晏昼时分": "noon",
    "下午": "afternoon", "午后": "afternoon", "下昼": "afternoon", "晏昼": "afternoon",
    "傍晚": "dusk", "黄昏": "dusk", "傍黑": "dusk", "挨晚": "dusk",
    "晚上": "evening", "晚间": "evening", "夜晚": "evening", "晚": "evening", "晚黑": "evening", "夜晚黑": "evening", "当晚": "evening",
    "夜里": "night", "夜间": "night", "夜": "night", "半夜": "late", "深夜": "late", "午夜": "late", "大半夜": "late", "深宵": "late",
}  # fmt: skip
GREETED = r"(?!好(?:[,!。~ ]|$|啊|呀|吖|,)|安(?:[,!。]|$)|茶|饭|餐|盘|报|礼服|稻|熟|会(?:节目|主持)|辈|市|宴|婚|年)"
STANDING = "|".join(sorted((p for p in PARTS if len(p) > 1), key=len, reverse=True))


def _part(match: Match, scene: Scene) -> Made | None:
    if match.string[match.start() - 1 : match.start()] in ("大", "天") and match[1] == "早上":
        return None
    return when(part=PARTS[match[1]])


def _trailing_part(match: Match, scene: Scene) -> Made | None:
    before = match.string[match.start() - 1 : match.start()]
    return when(part=PARTS[match[1]]) if before and before in "日号天一二三四五六0123456789儿" else None


def _day_part(match: Match, scene: Scene) -> Made | None:
    first, last, grain = stretch(scene.today, "day", DAYS[match[1]])
    return when(first=first, last=last, grain=grain, part=PARTS[match[2]])


TENS = r"(?:[二三四五]?十[一二三四五六七八九]?|[零〇][一二三四五六七八九])"
HOUR = r"(?:[01]?\d|2[0-4]|二十[一二三四]?|十[一二三四五六七八九]?|[零〇一二两三四五六七八九])"
MINUTE = rf"(?:[0-5]?\d|{TENS}|[一二三四五六七八九])"
ROUGH = r"(?:\s*(?:左右|前后|上下|许|多(?!久|少|长|点)|吧))?"
A_BIT_BEFORE = "午上晨天日号早间约在到至是成改定夜一二三四五六末-~:("
A_BIT_AFTER = ("前", "后", "之", "以", "到", "至", "-", "~", "左右", "见", "开", "出", "回", "去", "集合", "结束", "下班", "来", "在", "吃", "多", "约", "拜", "要去", "准时")  # fmt: skip


def _clock(match: Match, scene: Scene) -> Made | None:
    hour = whole(match["h"])
    if hour is None:
        return None
    tail = match["tail"]
    minute: int | None = None
    if match["half"]:
        minute = 30
    elif match["quarter"]:
        minute = {"一": 15, "三": 45, "1": 15, "3": 45, "两": 30, "二": 30}[match["quarter"]]
    elif match["zi"]:
        minute = 5 * (whole(match["zi"]) or 0)
    elif match["m"]:
        minute = whole(match["m"])
    elif match["m2"]:
        minute = whole(match["m2"])
    if match["unit"] == "点" and hour == 1 and match["h"] == "一" and not tail and not _one_o_clock(match):
        return BLOCKED
    if not tail and not _is_time(match):
        return BLOCKED
    padded = len(match["h"]) == 2 and match["h"][0] in "0零〇"
    return clock(hour, minute, None, padded)


def _one_o_clock(match: Match) -> bool:
    """一点 is one o'clock, not "a bit", where a day or part of the day leads to it or a meeting follows."""
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].lstrip()
    if before[-1:] and before[-1:] in A_BIT_BEFORE or before[-2:] in ("今晚", "明晚", "后晚", "昨晚"):
        return not after.startswith(("都", "也", "儿", "点", "没", "不"))
    if before and before[-1:] not in ",。;!? 我你他们":
        return False
    return after.startswith(A_BIT_AFTER)


COUNTED = ("要求", "建议", "意见", "说明", "内容", "注意", "希望", "想法", "原因", "理由", "不足", "问题", "体会", "看法", "好处", "优势", "区别", "共识", "情况", "要点", "疑问", "需要", "想说", "五个百分", "事")  # fmt: skip


def _is_time(match: Match) -> bool:
    """三点 counts points, not hours, in 有三点要求, 第三点, 涨了三点."""
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :]
    if before.endswith(
        (
            "第",
            "有",
            "这",
            "那",
            "以下",
            "如下",
            "下面",
            "几",
            "分",
            "涨",
            "跌",
            "升",
            "降",
            "涨了",
            "跌了",
            "高",
            "低",
            "加",
            "减",
            "调",
        )
    ):
        return False
    return not after.lstrip().startswith(COUNTED)


def _half_past(match: Match, scene: Scene) -> Made | None:
    return clock(1, 30, None, False)


def _to_the_hour(match: Match, scene: Scene) -> Made | None:
    hour, less = whole(match["h"]), 15 if match["q"] else whole(match["m"] or "") or 0
    if hour is None or not 0 < less < 60:
        return None
    return clock((hour - 1) % 24 or 12, 60 - less, None, False)


def _bound(match: Match, scene: Scene) -> Made | None:
    return when(bound="open" if match[0].startswith(("上", "开")) else "close")


def _now(match: Match, scene: Scene) -> Made | None:
    return when(at=scene.now)


def _military(match: Match, scene: Scene) -> Made | None:
    return None


# ── lengths ──────────────────────────────────────────────────────────────────────────────────────────

UNITS = {
    "小时": Length(seconds=3600), "钟头": Length(seconds=3600), "钟": Length(seconds=3600), "分钟": Length(seconds=60),
    "分": Length(seconds=60), "秒钟": Length(seconds=1), "秒": Length(seconds=1), "刻钟": Length(seconds=900),
    "字": Length(seconds=300), "天": Length(days=1), "日": Length(days=1), "工作日": Length(workdays=1),
    "交易日": Length(workdays=1), "营业日": Length(workdays=1), "周": Length(days=7), "星期": Length(days=7),
    "礼拜": Length(days=7), "月": Length(months=1), "季度": Length(months=3), "年": Length(months=12), "世纪": Length(months=1200),
}  # fmt: skip
ONE = (
    rf"(?:(?P<n>{N}|半|个半(?=小时|钟|月|星期|礼拜))\s*(?:多|来)?\s*"
    r"(?:(?P<g>个)?(?P<h>半)?\s*(?P<u>小时|钟头|工作日|交易日|营业日|星期|礼拜|季度|世纪)"
    r"|(?:(?P<g2>个)(?P<h2>半)?|(?P<h3>半))(?P<u2>钟(?!头)|月)"
    r"|(?P<u3>分钟|秒钟|刻钟|天|周|年|秒|日|分))\s*(?P<h4>半(?!小时|个|天|年|月|路|夜))?)"
)
PLAIN = re.sub(r"\?P<\w+>", "?:", ONE)
LENGTH = rf"(?:{PLAIN}(?:\s*(?:零|又|加|外加|带|,|,)?\s*{PLAIN})*)"
GROUPS = re.compile(ONE)
NOT_A_LENGTH = r"(?!\s*(?:级|期|代|龄|轻|份|会|纪|岁|边|围|刊|折|报|营业|服务|热线|工作制|制|便利|津|河|猫|地|然|线|使|才|花|真|性|杀|针|资|度|均|利|息|元|本|志|两头|到晚|号|月|生|贷|定存|定期|检|初|底|末|中))"


def length_of(text: str) -> Length | None:
    """The length said in Chinese, all parts added up; None for vague or odd ones (几天, 五分)."""
    total, parts, seen = Length(), list(GROUPS.finditer(text)), []
    for part in parts:
        unit = part["u"] or part["u2"] or part["u3"]
        half = part["h"] or part["h2"] or part["h3"]
        number = 1.0 if part["n"] == "个半" else chinese(part["n"])
        if number is None or number > 10000:
            return None
        if half or part["n"] == "个半" or part["h4"]:
            number = number + 0.5 if not (half and part["n"] == "半") else number
        total += UNITS[unit].times(number)
        seen.append((unit, bool(part["h4"])))
    if len(seen) == 1 and seen[0] in (("分", False), ("日", False)):
        return None
    return total if seen else None


VAGUE_BEFORE = ("第", "哪", "那", "某", "每", "有", "几", "同", "满", "当")


def _length(match: Match, scene: Scene) -> Made | None:
    before = match.string[: match.start()].rstrip()
    if before.endswith(VAGUE_BEFORE) or (before.endswith("这") and "一" in match[0]):
        return BLOCKED
    length = length_of(match[0])
    return Made("L", length) if length else None


def _five_minutes(match: Match, scene: Scene) -> Made | None:
    count = whole(match[1])
    return Made("L", Length(seconds=300 * count)) if count and count < 12 else None


def _later(match: Match, scene: Scene) -> Made | None:
    return counted(match["l"], scene, 1)


def _ago(match: Match, scene: Scene) -> Made | None:
    if re.fullmatch(r"(?:\d+|[一二三四五六七八九十]+)日", match["l"]) and match["u"] != "以前":
        return when(day=whole(match["l"][:-1])) if False else _before_day(match)
    return counted(match["l"], scene, -1)


def _before_day(match: Match) -> Made | None:
    return None


def counted(text: str, scene: Scene, sign: int) -> Made | None:
    """A moment counted from now: to the minute for hours and minutes, else a day."""
    length = length_of(text) or days_of(text)
    if length is None:
        return None
    return shifted(length.times(sign), scene)


def shifted(length: Length, scene: Scene) -> Made | None:
    """Now moved by a length."""
    moved = length.on(scene.now, scene.calendar)
    if moved is None:
        return None
    if not length.by_the_day:
        return when(at=moved.replace(second=0, microsecond=0))
    return named((moved.date(), moved.date(), "day"))


def days_of(text: str) -> Length | None:
    """三日, which is a length only beside 后 or 内."""
    found = re.fullmatch(rf"({N})\s*日", text)
    number = chinese(found[1]) if found else None
    return Length(days=number) if number else None


def _within(match: Match, scene: Scene) -> Made | None:
    length = length_of(match["l"]) or days_of(match["l"])
    return Made("I", length) if length else None


def _coming(match: Match, scene: Scene) -> Made | None:
    length = length_of(match["l"]) or days_of(match["l"])
    return Made("C", length) if length else None


def _past(match: Match, scene: Scene) -> Made | None:
    length = length_of(match["l"]) or days_of(match["l"])
    return Made("P", length) if length else None


# ── recurring, connecting ────────────────────────────────────────────────────────────────────────────


def _as(kind: str) -> object:
    def build(match: Match, scene: Scene) -> Made | None:
        return Made(kind, match[0])

    return build


def _block(match: Match, scene: Scene) -> Made | None:
    return BLOCKED


UP_DOWN = r"(?P<p>(?:上+|下+)(?:一)?个?|这一?个?|本|今个?|当|呢个|依个|嗰个)"
WEEK = r"(?:周|星期|礼拜|拜(?=[一二三四五六]))"
AFTER_DAY = r"(?!\s*(?:楼|线|店|厂|仓|院|码|公馆|机|房|桌|柜|窗|门|文|令|车|台|厅|会议室|元|均|出口|客|员工|地块|项目|利|息|报|志|韩|系|照|光|用|常|益|程|游|子|化|语|币|产品|合同|方案))"
BEFORE_DAY = r"(?<![路街道巷弄村第尾账帐编卡证款批型品户])(?<![路街道巷弄村第尾账帐编卡证款批型品户] )"


def w(starts: str, pattern: str, build: object) -> Wording:
    """A wording."""
    return Wording(starts, pattern, build)  # type: ignore[arg-type]


WORDINGS: tuple[Wording, ...] = (
    # years, months, days
    w(NUMERALS, r"(?P<y>(?:19|20)\d\d|[一二][零〇一二三四五六七八九]{3})\s*年(?!前|后|来|多)", _year),
    w(NUMERALS, r"(?P<y>\d\d|[零〇一二三四五六七八九]{2})\s*年(?=\s*(?:的)?\s*(?:\d|[一二三四五六七八九十]|底|初|末|中|春|上半|下半|国庆|中秋|元旦))(?!\s*\d+\s*个|[一二三四五六七八九十]+个)", _year),
    w("大前去旧上今本当明来次翌出下后", r"(大前|大后|前|去|旧|上|今|本|明|来|次|翌|出|下|后)(?:一)?年(?!级|龄|轻|来|代|度)(?:度(?=第|上|下))?", _year_word),
    w(NUMERALS + "正元", r"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)\s*月(?:份)?(?!\d|饼|亮|球|供|薪|息|均|租|嫂|票|结|光|卡)", _month),
    w(NUMERALS + "元", rf"(?P<m>\d{{1,2}}|[{CHINESE}]{{1,2}}|元)\s*月(?:份)?\s*的?\s*(?P<d>\d{{1,2}}|[{CHINESE}]{{1,3}})\s*(?P<u>日|号)", _month_day),
    w(NUMERALS + "元", rf"(?P<m>\d{{1,2}}|[{CHINESE}]{{1,2}}|元)\s*月(?:份)?\s*(?P<d>\d{{1,2}}|[{CHINESE}]{{1,3}})(?P<u>)(?!\s*[个月年点时:.%份天周小分块元万千百亿家人次位名笔户期号度级{CHINESE}]|,\d)", _month_day),
    w(NUMERALS, rf"{BEFORE_DAY}(?P<d>\d{{1,2}}|[{CHINESE}]{{1,3}})\s*(?P<u>号|日){AFTER_DAY}", _day),
    w("上下这本今当呢依嗰次翌", rf"(?P<p>(?:上+|下+)(?:一)?个?|这一?个?|本|今个?|当|呢个|次|翌)\s*月(?:份)?(?!饼|亮|球|供|台|薪)", _period("month")),
    w("上下这本今当次", r"(?P<p>(?:上+|下+)(?:一)?个?|这一?个?|本|今|当|次)季度?", _period("quarter")),
    w("第一二三四1234", r"第?(?P<n>[一二三四1-4])季度?", _quarter),
    w("q", r"q(?P<n>[1-4])(?!\d)", _quarter),
    # weeks
    w("上下这本今当呢依嗰周星礼拜", rf"(?:{UP_DOWN}\s*)?{WEEK}\s*(?P<d>[一二三四五六日天1-7])(?!\d|[个年岁次期报刊边末会]|天(?!\s*[上下早中晚])|三番|[元万])", _weekday),
    w("上下这本今当周星礼", rf"(?:{UP_DOWN}\s*)?{WEEK}\s*(?P<d>[八九十089])(?!\s*[点时个月日号:百千万年\d])", _weekday),
    w("上下这本今当呢依嗰周星礼", rf"(?:{UP_DOWN}\s*)?(?:周末|礼拜末|星期六日|周六日|星期六星期日)", _weekend) if False else w("上下这本今当呢依嗰周星", r"(?:(?P<p>(?:上+|下+)(?:一)?个?|这一?个?|本|今个?|当|呢个)\s*)?(?:周末|星期六日|周六日)", _weekend),
    w("上下这本今当呢依嗰", rf"{UP_DOWN}\s*(?:周|星期|礼拜)(?![年岁边围刊折报])", _period("week")),
    # days
    w("今明听次翌后大老昨琴寻前", r"(今|明|听|次|翌|大后|老后|后|昨|琴|寻|大前|前)(?:天|日(?!头条|之星)|儿(?:个)?)(?!真|空|台|线|宫)", _day_word),
    w("今", r"(今)明两[天日]", _two_days),
    w("明", r"(明)后两[天日]", _two_days),
    w("今明听次后昨琴寻前大当", r"(今|明|听|次|大后|后|昨|琴|寻|大前|前)(晚|早|夜|晨|午|朝)(?:上(?!海|午)|间|黑|饭时间)?(?!饭|餐|报)", _day_part),
    # edges and ordinals
    w("年月周季", r"(年|月|周|季度|季)(底|末|初|中(?!旬|期|国|央|介|心)|尾|头|终(?!奖|考|会))", _edge),
    w("底末初", r"(底|末|初)(?=前|之前|以前|$|[,。 ])", _edge_within),
    w("上中下", r"(上|中|下)旬", _third),
    w("上下前后", r"(上|下|前|后)半(年|月|周)", _half_of),
    w("第最首头倒" + "", rf"(?:(?P<last>最后|最末)(?:的)?一?|倒数第(?P<back>[{CHINESE}\d]+)|(?P<lead>首|头)一?|第(?P<n>[{CHINESE}\d]+))\s*(?:个)?(?:(?P<u>天|日|周末|周|星期|礼拜|工作日|交易日|月|季度)(?P<d>[一二三四五六日天])?)(?![年岁期边])", _nth),
    w("下上次", r"(下|上|次)一?个?(?:工作|交易|营业)日", _workday),
    # holidays
    w("".join({name[0] for name in HOLIDAYS}), "(" + "|".join(sorted(HOLIDAYS, key=len, reverse=True)) + ")(节?(?:小?长假|假期|期间|当天|当日|那天|这天|黄金周|放假)?)", _holiday),
    w("十", r"十一(?=假期|长假|黄金周|期间|放假|国庆)(?:假期|长假|黄金周|期间|放假)?", _eleventh),
    w("农阴旧正腊", rf"(?:(?:农历|阴历|旧历)\s*(?P<m>[正腊冬{CHINESE}\d]+)月|(?P<m_>(?:正|腊)月))".replace("(?P<m_>(?:正|腊)月)", "(?!)") + rf"(?:\s*(?P<d>初?[{CHINESE}\d]+)(?:日|号)?)?", _lunar),
    w("正腊", rf"(?P<m>正|腊)月\s*(?P<d>初?[{CHINESE}\d]+)", _lunar),
    w("大初", r"(?:大?年)?初([一二三四五六七八九十])(?![中级])", _new_year_day),
    w("节假", r"(?:节|假期)后(?:上班|开工)?(?:的)?(?:第(?P<n>[一二三四五])|首)(?:个)?(?:天|工作日|日)(?:上班)?", _after_break),
    # time of day
    w(NUMERALS, rf"(?P<h>{HOUR})\s*(?P<unit>点|时(?![候间期段常代差长分不效]))(?P<tail>钟?\s*(?:(?P<half>半)(?!个|天|小时|年|月)|过?\s*(?P<quarter>[一二三两13])刻钟?|(?P<zi>[一二三四五六七八九两十1-9]|十一)个字|(?:搭|踏)(?P<da>[一二三四五六七八九十])|过?\s*(?P<m>{MINUTE})\s*分(?!之|行|钟后|钟内)钟?|过?(?P<m2>[0-5]\d|{TENS})(?!\s*[度元块万%个亿米公倍点.\d年月日号])|[整正]|钟|准)?[整正]?){ROUGH}", _clock),
    w(NUMERALS, rf"(?:\d+|[{CHINESE}]+)点(?:\d(?!\d|\s*分|\s*个字|\s*刻)|[零〇一二三四五六七八九]+(?!十|\s*分|个字|刻))(?:\d|[{CHINESE}])*(?:个?百分点|%|元|万|亿|块|度)?", _block),
    w("百", rf"百分之[{CHINESE}\d点.]+", _block),
    w("点", r"点半(?![^,。 ]{0,2}小时)", _half_past),
    w("差", rf"差\s*(?:(?P<q>一刻)|(?P<m>{MINUTE})分)(?:钟)?\s*(?:到)?\s*(?P<h>{HOUR})点(?:钟|整)?", _to_the_hour),
    w(NUMERALS, rf"(?P<h>{HOUR})点\s*(?:差|还差)\s*(?:(?P<q>一刻)|(?P<m>{MINUTE})分)(?:钟)?", _to_the_hour),
    w("".join({p[0] for p in PARTS}), rf"({STANDING}){GREETED}", _part),
    w("早晚晨夜朝午", rf"(早|晚|晨|夜|午)(?:上)?{GREETED}", _trailing_part),
    w("下收落", r"(?:下班|收工|落班)(?:时间|时|点)?(?!吗|没|了没|吧)", _bound),
    w("现而依宜此眼", r"现在|而家|依家|宜家|此刻|眼下|现时", _now),
    # lengths and what is counted with them
    w(NUMERALS + "半个", rf"{LENGTH}(?:的时间|时间)?{NOT_A_LENGTH}", _length),
    w(NUMERALS, r"([一二三四五六七八九十两1-9])个字(?![^,。 ])", _five_minutes),
    w(NUMERALS + "半个", rf"(?P<l>{LENGTH})(?:的时间)?\s*(?:{LATER})(?!续|勤|面|期|台)", _later),
    w("再过等隔", rf"(?:再过|过|再等|等|再)\s*(?P<l>{LENGTH})(?:{LATER})?(?:的时间)?", _later),
    w(NUMERALS + "半个", rf"(?P<l>{LENGTH})(?:的时间)?\s*(?P<u>{EARLIER})(?!后|面|台|期|提|往|置)", _ago),
    w(NUMERALS + "半个", rf"(?P<l>{LENGTH})(?:的时间)?\s*(?:{INSIDE})(?!部|容|网|行|科)", _within),
    w("未今往接", rf"(?:未来|今后|往后|接下来|接下去)(?:的)?\s*(?P<l>{LENGTH})\s*(?:{INSIDE}|里)?", _coming),
    w("过最近", rf"(?:过去|最近|近)(?:的)?\s*(?P<l>{LENGTH})\s*(?:{INSIDE}|里|以来|来)?", _past),
    # recurring
    w("每逢", rf"(?:每逢|每隔|每|逢)\s*(?:{LENGTH}|(?:[{CHINESE}\d半两]+)?\s*(?:个)?(?:半个?)?\s*(?:工作日|交易日|天|日|周|星期|礼拜|拜|月份?|年|季度|季|小时|钟头|分钟|早上|早晨|早|晚上|晚|上午|下午|中午|周末|夜)(?P<d>[一二三四五六日天](?!次|个))?)(?:一次)?", _as("r")),
    w("天日周月年", r"天天|日日|周周|月月|年年|晚晚|朝朝", _as("r")),
    w("隔", r"隔(?:一)?(?:天|日|周|月|年|个?星期|个?礼拜)", _as("r")),
    # connecting words
    w("到至直-~", r"一?直?到|至|-{1,2}>?|~", _as("-")),
    w("从自由打由", r"从|自(?:从)?(?!动|己|助|然|由|身|营|家|行)|由(?!于)", _as("F")),
    w("前之以", rf"(?:{EARLIER})(?!后|面|台|期|提|往|置|景|途|去|来)", _as("<")),
    w("后之以过", rf"(?:{LATER})(?!续|勤|面|期|台|果|来)", _as(">")),
    w("内之以里期当那的在于,", r"的(?!话)|在|于(?!是)|那天|当天|期间", _as("o")),
    w("内之以", rf"{INSIDE}(?!部|容|网|行|科)", _as("i")),
    w("起开", r"起(?!来|草|诉|点|码)|开始|开头", _as("e")),
    w("止为", r"为止|止", _as("s")),
    w("之间", r"之间|间(?!隔|接|谍)", _as("B")),
    w("和与跟及同", r"和|与|跟|及|同(?=[\d一二三四五六七八九十周星礼下上明后])", _as("&")),
    w("共历为时一总", r"时长|历时|为期|为时|一共|总共|共(?!识|同|享)", _as("f")),
    w("大差约接将快", r"大概|大约|约(?!定|谈|见|会|了|访|好)|差不多|接近|将近", _as("~")),
    w("不错更改说哦啊应还推提延挪换调", r"不对|不是|错了|说错了|讲错了|更正|改成|改为|改到|改在|改至|应该是|应为|推迟到|推到|提前到|延期到|延到|延后到|挪到|换成|换到|调到|调整到|调整为|顺延到", _as("!")),
    w("下早中晚上午", r"下午茶|午饭|午餐|晚餐|晚饭|早餐|早饭|晚会|早会(?!.{0,3}点)", _block) if False else w("下", r"下午茶", _block),
)  # fmt: skip
