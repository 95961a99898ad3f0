"""Chinese wordings of days: years, months, days, weekdays, edges of a period, holidays – over folded text.

Folded text is simplified; Cantonese (听日, 礼拜三, 今个月) stands beside Mandarin. Each wording is one pattern and one
small function that says what it amounts to. Guards (what may not stand before or after) keep addresses, amounts,
product names and idioms out; what is impossible (2月30日, 下周八) blocks.
"""

import re

from bot.language.dates_calendar import working_day
from bot.language.dates_holidays import coming_break
from bot.language.dates_lexer import BLOCKED, IMPOSSIBLE, Build, Made, Wording, named, when
from bot.language.dates_names import CHINESE as HOLIDAYS
from bot.language.dates_numbers import CHINESE, FIGURES, full_year, whole
from bot.language.dates_numeric import month_day
from bot.language.dates_stretches import DAY, stretch
from bot.language.dates_when import Length, Scene

Match = re.Match[str]
NUMERALS = FIGURES + CHINESE
UP_DOWN = r"(?P<p>(?:上+|下+)(?:一)?个?|这一?个?|本|今个?|当|呢个|依个|嗰个)"
WEEK = r"(?:周|星期|礼拜)"
NOT_A_DAY = (  # 3号楼, 2号线, 日均, 30日元: a number of something else
    r"(?!\s*(?:楼|线|店|厂|仓|院|码|公馆|机|房|桌|柜|窗|门|文|令|车|台|厅|会议室|元|均|出口|客|员工|地块|项目|利|息|报|志|韩|系|照|光|用|常"
    r"|益|程|游|子|化|语|币|产品|合同|方案|股东|标段|提案|议案|附件))"
)
NOT_BEHIND = r"(?<![路街道巷弄村第尾账帐编卡证款批型品户站栋座])(?<![路街道巷弄村第尾账帐编卡证款批型品户站栋座] )"
NOT_A_MONTH = r"(?!饼|亮|球|供|薪|息|均|租|嫂|票|结|光|卡|利|盈)"

YEARS = {
    **{"大前": -3, "前": -2, "去": -1, "旧": -1, "上": -1, "今": 0, "本": 0, "当": 0},
    **{"明": 1, "来": 1, "次": 1, "翌": 1, "出": 1, "下": 1, "后": 2, "大后": 3},
}
DAYS = {
    **{"今": 0, "明": 1, "听": 1, "次": 1, "翌": 1, "后": 2, "大后": 3, "老后": 3},
    **{"昨": -1, "琴": -1, "寻": -1, "前": -2, "大前": -3},
}
WEEKDAYS = {**{c: n for n, c in enumerate("一二三四五六")}, "日": 6, "天": 6, **{str(n): n - 1 for n in range(1, 8)}}
EDGES = {"初": "start", "头": "start", "底": "end", "末": "end", "尾": "end", "终": "end", "中": "middle"}
UNITS = {"年": "year", "月": "month", "周": "week", "季": "quarter", "季度": "quarter"}


# ── years, months, days ──────────────────────────────────────────────────────────────────────────────


def _year(match: Match, scene: Scene) -> Made | None:
    text = match["y"]
    year = whole(text)
    if year is None or (not text.isdigit() and "十" in text):
        return None
    return when(year=full_year(f"{year:02d}"))


def _year_word(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "year", YEARS[match[1]]))


def _month(match: Match, scene: Scene) -> Made | None:
    month = 1 if match["m"] == "元" else whole(match["m"])
    return when(month=month) if month is not None and 1 <= month <= 12 else BLOCKED


def steps(word: str | None) -> int:
    """How many weeks or months away 上上, 上, 这, 下, 下下, 次 point."""
    word = word or ""
    return word.count("下") + word.count("次") + word.count("翌") - word.count("上")


def _period(unit: str) -> Build:
    return lambda match, scene: named(stretch(scene.today, unit, steps(match["p"])))


def _this(match: Match, scene: Scene) -> Made | None:
    """年内, 月内: within this year or month."""
    return named(stretch(scene.today, UNITS[match[1]], 0))


def _month_day(match: Match, scene: Scene) -> Made | None:
    month, text, unit = 1 if match["m"] == "元" else whole(match["m"]), match["d"], match["u"]
    day = whole(text)
    if month is None or day is None:
        return None
    if not unit and (day > 31 or (len(text) == 1 and not text.isdigit())):  # 三月三
        return None
    return month_day(month, day)


def _day(match: Match, scene: Scene) -> Made | None:
    day = whole(match["d"])
    if not day:
        return BLOCKED
    if match["d"] == "两" and match["u"] == "日":
        return Made("L", Length(days=2))
    if day > 31:
        return IMPOSSIBLE if match["u"] == "号" else Made("L", Length(days=day))
    return when(day=day)


def _day_word(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", DAYS[match[1]]))


def _two_days(match: Match, scene: Scene) -> Made | None:
    first = scene.today + DAY * DAYS[match[1]]
    return when(first=first, last=first + DAY, grain="part")


# ── weeks ────────────────────────────────────────────────────────────────────────────────────────────


def _weekday(match: Match, scene: Scene) -> Made | None:
    if match["d"] not in WEEKDAYS:
        return IMPOSSIBLE
    day = WEEKDAYS[match["d"]]
    if not match["p"]:
        return when(weekday=day)
    first, last, grain = stretch(scene.today, "week", steps(match["p"]))
    return when(first=first, last=last, grain=grain, weekday=day)


# ── edges and ordinals ───────────────────────────────────────────────────────────────────────────────


def _edge(match: Match, scene: Scene) -> Made | None:
    return when(edge=f"{UNITS[match[1]]}-{EDGES[match[2]]}")


def _trailing_edge(match: Match, scene: Scene) -> Made | None:
    """底 in 明年底, 十二月底: of the period just named."""
    return (
        when(edge=EDGES[match[0]])
        if match.string[match.start() - 1 : match.start()] in ("年", "月", "度", "份")
        else None
    )


def _third(match: Match, scene: Scene) -> Made | None:
    return when(edge="month-" + {"上": "early", "中": "mid", "下": "late"}[match[1]])


def _season(match: Match, scene: Scene) -> Made | None:
    return when(edge="year-" + {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}[match[1]])


def _half_of(match: Match, scene: Scene) -> Made | None:
    return when(edge=f"{UNITS[match[2]]}-half{1 if match[1] in '上前' else 2}")


def _quarter(match: Match, scene: Scene) -> Made | None:
    return when(nth=(whole(match["n"]), "quarter"))


def _nth(match: Match, scene: Scene) -> Made | None:
    if match["back"]:
        count = -(whole(match["back"]) or 0)
    else:
        count = -1 if match["last"] else 1 if match["lead"] else whole(match["n"]) or 0
    unit = match["u"]
    if not count or (match["d"] and unit not in ("周", "星期", "礼拜")):
        return None
    keys = {"天": "day", "日": "day", "周": "week", "星期": "week", "礼拜": "week", "月": "month", "季度": "quarter"}
    key = str(WEEKDAYS[match["d"]]) if match["d"] else "5" if unit == "周末" else keys.get(unit, "workday")
    if match["work"] and key == "day":
        key = "workday"
    return Made("N", when(nth=(count, key)).value)


def _workday(match: Match, scene: Scene) -> Made | None:
    day = working_day(scene.calendar, scene.today, -1 if match[1] == "上" else 1)
    return named((day, day, "day")) if day else None


# ── holidays ─────────────────────────────────────────────────────────────────────────────────────────

OTHER_WORDS_TOO = {"五一", "六一", "过年", "小年", "新年", "元宵", "圣诞"}
HOLIDAY_TAIL = r"(?P<tail>(?P<off>节?(?:小?长假|假期|假|黄金周|放假)|期间)|当天|当日|那天|这天)?"


def _holiday(match: Match, scene: Scene) -> Made | None:
    after = match.string[match.end() : match.end() + 1]
    if (
        match[1] in OTHER_WORDS_TOO
        and not match["tail"]
        and after
        and after not in "前后期假放去回当要想,。 到-~早晚上下之以的"
    ):
        return None
    return when(holiday=HOLIDAYS[match[1]] + (" break" if match["off"] else ""))


def _lunar(match: Match, scene: Scene) -> Made | None:
    month = {"正": 1, "腊": 12, "冬": 11}.get(match["m"]) or whole(match["m"])
    day = whole(match["d"].removeprefix("初"))
    return when(holiday=f"lunar {month}-{day}") if month and day and month <= 12 and day <= 30 else IMPOSSIBLE


def _new_year_day(match: Match, scene: Scene) -> Made | None:
    return when(holiday=f"lunar 1-{whole(match[1])}")


def _after_break(match: Match, scene: Scene) -> Made | None:
    """节后第一天: a working day past the next break."""
    found = coming_break(scene.today, scene.calendar.holidays)
    day = working_day(scene.calendar, found[1], whole(match["n"] or "一") or 1) if found else None
    return named((day, day, "day")) if day else None


def _before_break(match: Match, scene: Scene) -> Made | None:
    """节前: until the last day before the next break; 节前最后一天 is its last working day."""
    found = coming_break(scene.today, scene.calendar.holidays)
    if found is None:
        return None
    if match["last"]:
        day = working_day(scene.calendar, found[0], -1)
        return named((day, day, "day")) if day else None
    before = found[0] - DAY
    return Made("E", named((before, before, "day")).value)


def _block(match: Match, scene: Scene) -> Made | None:
    return BLOCKED


MONTH_NUMBER = rf"(?P<m>\d{{1,2}}|[{CHINESE}]{{1,2}}|元)"
WORDINGS: tuple[Wording, ...] = (
    Wording(NUMERALS, r"(?P<y>(?:19|20)\d\d|[一二][零〇一二三四五六七八九]{3})\s*年(?!前|后|来|多)度?", _year),
    Wording(FIGURES, r"(?P<y>[7-9]\d)\s*年(?![代级来以前后内期之多历老企店]|的历史|\d)", _year),
    # two figures are a year only where a month or an edge follows: 20年 alone is a length
    Wording(
        NUMERALS,
        r"(?P<y>\d\d|[零〇一二三四五六七八九]{2})\s*年(?=\s*的?\s*(?:(?:\d+|[一二三四五六七八九十]+)月|底|初|末|中(?!国)|上半|下半|国庆|中秋|元旦"
        r"|春节))",
        _year,
    ),
    Wording(
        "大前去旧上今本当明来次翌出下后",
        r"(大前|大后|前|去|旧|上|今|本|当|明|来|次|翌|出|下|后)一?年(?!级|龄|轻|来|代|夜|初一)度?",
        _year_word,
    ),
    Wording(
        NUMERALS + "元", rf"(?P<m>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|元)\s*月份?(?!\d){NOT_A_MONTH}", _month
    ),
    Wording(
        NUMERALS + "元",
        rf"{MONTH_NUMBER}\s*月份?\s*的?\s*(?P<d>\d{{1,2}}|[{CHINESE}]{{1,3}})\s*(?P<u>日|号)",
        _month_day,
    ),
    Wording(
        NUMERALS + "元",
        rf"{MONTH_NUMBER}\s*月份?\s*(?P<d>\d{{1,2}}|[{CHINESE}]{{1,3}})(?P<u>)"
        rf"(?!\s*[个月年点时:.%份天周小分块元万千百亿家人次位名笔户期号日度级岁倍套{CHINESE}]|,\d)",
        _month_day,
    ),
    Wording(NUMERALS, rf"{NOT_BEHIND}(?P<d>\d{{1,2}}|[{CHINESE}]{{1,3}})\s*(?P<u>号|日){NOT_A_DAY}", _day),
    Wording(
        "上下这本今当呢依嗰次翌",
        rf"(?P<p>(?:上+|下+)一?个?|这一?个?|本|今个?|当|呢个|依个|次|翌)月份?{NOT_A_MONTH}",
        _period("month"),
    ),
    Wording("上下这本今当次", r"(?P<p>(?:上+|下+)一?个?|这一?个?|本|今|当|次)季度?(?!报|节|军|刊)", _period("quarter")),
    Wording("年月周", r"(年|月|周)内", _this),
    Wording("第一二三四1234", r"第?(?P<n>[一二三四1-4])季度?(?!报|节|稻|军)", _quarter),
    Wording("q", r"q(?P<n>[1-4])(?!\d)", _quarter),
    # weeks
    Wording(
        "上下这本今当呢依嗰周星礼拜",
        rf"(?:{UP_DOWN}\s*)?(?:{WEEK}|拜)\s*(?P<d>[一二三四五六日]|天(?![气天])|[1-7](?!\d))"
        r"(?![个年岁次期刊]|边(?![个位啲些度])|共(?!同)|直(?!接)|般|报(?!告)|末|会儿|天(?!\s*[上下早中晚])|三番|[元万%])",
        _weekday,
    ),
    Wording(
        "上下这本今当周星礼", rf"(?:{UP_DOWN}\s*)?{WEEK}\s*(?P<d>[八九十089])(?!\s*[点时个月日号:百千万年\d])", _weekday
    ),
    Wording(
        "上下这本今当呢依嗰周星", rf"(?:{UP_DOWN}\s*)?(?:周末(?:这?两天)?|星期六日|周六日|周六周日)", _period("weekend")
    ),
    Wording("上下这本今当呢依嗰", rf"{UP_DOWN}{WEEK}(?![年岁围刊折转期]|边(?![个位啲些度]))", _period("week")),
    # days
    Wording(
        "今明听次翌后大老昨琴寻前",
        r"(?<!目)(?<!以)(今|明|听|次|翌|大后|老后|后|昨|琴|寻|大前|前)(?:天(?![真空台线宫性]|集团|系)|日(?!头条|之星)|儿个?)",
        _day_word,
    ),
    Wording("今明", r"(今)明两?[天日]|(明)后两?[天日]", lambda m, s: _two_days(re.match("(.)", m[0]) or m, s)),
    # edges and ordinals
    Wording("年月周季", r"(年|月|周|季度|季)(底|末|初|中(?![旬期国央介心间])|尾|头|终(?!奖|考|会))", _edge),
    Wording(
        "底末初中尾头",
        r"尾(?![号数款])|底(?!下|线|层|薪|价)|末(?!尾)|头(?=$|[,，。、 ])|初(?!步|期|次)|中(?![旬期国央介心间])",
        _trailing_edge,
    ),
    Wording("上中下", r"(上|中|下)旬", _third),
    Wording("春夏秋冬", r"([春夏秋冬])[天季](?!班|学|款|装|游)", _season),
    Wording("上下前后", r"(上|下|前|后)半个?(年|月|周)", _half_of),
    Wording(
        "第最首头倒上开复",
        rf"(?P<work>(?:上班|开工|复工)的?)?(?:(?P<last>最后|最末)的?一?|倒数第(?P<back>[{CHINESE}\d]+)|(?P<lead>首|头)一?"
        rf"|第(?P<n>[{CHINESE}\d]+))\s*个?"
        r"(?P<u>天|日(?!均)|周末|周|星期|礼拜|工作日|交易日|营业日|月|季度)(?P<d>[一二三四五六日天](?!个|次))?(?![年岁期]|边(?![个位啲些度]))",
        _nth,
    ),
    Wording("下上次", r"(下|上|次)一?个?(?:工作|交易|营业)日", _workday),
    # holidays
    Wording(
        "".join({name[0] for name in HOLIDAYS}),
        f"({'|'.join(sorted(HOLIDAYS, key=len, reverse=True))}){HOLIDAY_TAIL}",
        _holiday,
    ),
    Wording("十", r"十一(?:假期|长假|黄金周|期间|放假)|十一(?=国庆)", lambda m, s: when(holiday="national")),
    Wording(
        "农阴旧", rf"(?:农历|阴历|旧历)的?\s*(?P<m>[正腊冬{CHINESE}\d]+)月\s*(?P<d>初?[{CHINESE}\d]+)[日号]?", _lunar
    ),
    Wording("正腊", rf"(?P<m>正|腊)月\s*(?P<d>初?[{CHINESE}\d]+)", _lunar),
    Wording("大初年", r"大?年?初([二三四五六七八九十])(?![中级])", _new_year_day),
    Wording(
        "节假放",
        r"(?:节|放?假期?)后(?:上班|开工)?的?(?:第(?P<n>[一二三四五])|首)个?(?:天|工作日|日)(?:上班)?",
        _after_break,
    ),
    Wording("节放", r"(?:节|放假)(?:之|以)?前(?P<last>的?最后一[天个](?:工作日)?)?(?!后)", _before_break),
    Wording("天周月年日", r"(?:天天|日日|周周|月月|年年)(?:基金|利|盈|宝|快|开|向|有余|享|存|聚|鑫|金)", _block),
)
