"""English wordings of days: dates with a month's name, weekdays, periods, edges, ordinals, holidays – folded text."""

import re
from collections.abc import Iterable

from bot.language.dates_behind import ask
from bot.language.dates_lexer import BLOCKED, IMPOSSIBLE, Made, Wording, named, when
from bot.language.dates_names import ENGLISH as HOLIDAYS
from bot.language.dates_numbers import FIGURES, ORDINALS, english, full_year, ordinal
from bot.language.dates_numeric import a_date, month_day
from bot.language.dates_stretches import DAY, stretch
from bot.language.dates_when import Range, Scene, When

Match = re.Match[str]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ANY = FIGURES + LETTERS


def numbered(*names: str) -> dict[str, int]:
    """Each spelling → its place in the list."""
    return {name: number for number, spellings in enumerate(names) for name in spellings.split()}


MONTHS = numbered(
    *("", "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
    *("september sept sep", "october oct", "november nov", "december dec"),
)
WEEKDAYS = numbered(
    *("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu"),
    *("friday fri", "saturday sat", "sunday sun"),
)


def either(words: Iterable[str]) -> str:
    """An alternation, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def initials(words: Iterable[str]) -> str:
    """The characters that the words begin with."""
    return "".join(sorted({word[0] for word in words}))


MONTH = rf"(?:{either(MONTHS)})\b\.?"
WEEKDAY = either(WEEKDAYS)
ORDINAL = rf"(?:(?:twenty|thirty)[- ])?(?:{either(w for w in ORDINALS if ORDINALS[w] > 0)})"
NTH = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)"
SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
TENS = "twenty|thirty|forty|fourty|fifty"
TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
NUMBER = rf"(?:(?:{TENS}|sixty|seventy|eighty|ninety)(?:[- ](?:{SMALL}))?|{TEENS}|{SMALL})\b"
YEAR_WORDS = rf"two thousand(?:\s+(?:and\s+)?{NUMBER})?|(?:nineteen|twenty)[- ](?:oh[- ](?:{SMALL})|{NUMBER}|hundred)"
YEAR = (
    rf"(?:(?:\s*[-/,]\s*|\s+)?(?:of\s+|in\s+)?(?P<y>(?:19|20)\d\d|'\d\d|{YEAR_WORDS})"
    r"(?!\s*[:%]|\s*(?:hours?|people|pieces)\b|\d))?"
)
FOLLOWED = r"(?![\d:]|\.\d|am|pm|a\.m|p\.m|\s*(?:o'clock|%|h\b))"

# ── dates with a month's name ────────────────────────────────────────────────────────────────────────


def _number_of(text: str) -> int:
    return ordinal(text) or 0


def _month_day(match: Match, scene: Scene) -> Made | None:
    month, day = MONTHS[match["m"].rstrip(".")], _number_of(match["d"])
    return a_date(year_of(match["y"]), month, day) if match["y"] else month_day(month, day)


def year_of(text: str) -> int:
    """A year in figures or words (twenty twenty-seven, two thousand and nine)."""
    if text.lstrip("'").isdigit():
        return full_year(text)
    if text.startswith("two thousand"):
        return 2000 + int(english(text.removeprefix("two thousand").replace(" and ", " ")) or 0)
    century, rest = re.split(r"[- ]", text, maxsplit=1)
    return (19 if century == "nineteen" else 20) * 100 + int(english(re.sub(r"^oh[- ]", "", rest)) or 0)


def _short_year(match: Match, scene: Scene) -> Made | None:
    return a_date(full_year(match["y"]), MONTHS[match["m"]], int(match["d"]))


def _other_order(match: Match, scene: Scene) -> Made | None:
    """10.Aug.2026, 2026 8th August: a month's name in an order of its own."""
    day = ask(match[0])
    return a_date(day.year, day.month, day.day) if day else BLOCKED


def _month_days(match: Match, scene: Scene) -> Made | None:
    """May 11-15, 2027."""
    month, year = MONTHS[match["m"].rstrip(".")], year_of(match["y"]) if match["y"] else None
    first, last = _number_of(match["d"]), _number_of(match["e"])
    if not first < last or month_day(month, last) is IMPOSSIBLE:
        return None
    return Made("S", Range(When(year=year, month=month, day=first), When(year=year, month=month, day=last)))


ALSO_WORDS = {"may", "march", "mar", "dec", "jun", "sep", "jan"}
LEADING = re.compile(
    r"(?:\b(?:in|of|this|next|last|by|since|from|until|till|during|mid|early|late|before|after|past|end|and"
    r"|to|every|each|coming"
    r"|through|around|for|or|beginning|start)\s+|^\s*|[-–]\s*)$"
)


def _month(match: Match, scene: Scene) -> Made | None:
    name, rest = match["m"].rstrip("."), match.string[match.end() :]
    if not match["y"] and name in ALSO_WORDS:
        if not LEADING.search(match.string[: match.start()]):
            return None
        verb = not match.string[: match.start()].strip() or re.search(
            r"\b(?:this|it|to|or|and|for|around|through|of) $", match.string[: match.start()]
        )
        if (
            name in ("may", "march") and verb and re.match(r"\s*(?!(?:next|last|this)\s+year)[a-z]", rest)
        ):  # May I …, this may be
            return None
    return when(month=MONTHS[name], year=year_of(match["y"]) if match["y"] else None)


def _year(match: Match, scene: Scene) -> Made | None:
    return when(year=int(match[1]))


def _nth_of(match: Match, scene: Scene) -> Made | None:
    return Made("n", _number_of(match["d"]))


DAY_AHEAD = re.compile(rf"\b(?:on|by|until|from|{WEEKDAY}),?$")


def _nth_day(match: Match, scene: Scene) -> Made | None:
    day, before = _number_of(match["d"]), match.string[: match.start()].rstrip()
    if match["d"] in ("first", "second", "third") and not DAY_AHEAD.search(before):  # the first, the second
        return None
    return when(day=day) if 1 <= day <= 31 else None


# ── weekdays, days, weeks ────────────────────────────────────────────────────────────────────────────

STEPS = {
    **dict.fromkeys(("this", "current", "the"), 0),
    **dict.fromkeys(("next", "coming", "following", "upcoming"), 1),
    **dict.fromkeys(("last", "past", "previous"), -1),
}


def _weekday(match: Match, scene: Scene) -> Made | None:
    word, name = (match["p"] or "").split(" ")[-1], match["d"]
    day, today = WEEKDAYS[name], scene.today
    if not word:
        if name in ("sun", "sat", "wed") and not _stands_as_weekday(match):
            return None
        return when(weekday=day)
    if word in ("past", "previous"):
        found = today - DAY * ((today.weekday() - day - 1) % 7 + 1)
        return named((found, found, "day"))
    if word in ("coming", "upcoming"):
        return when(weekday=day)
    first, last, grain = stretch(today, "week", STEPS[word])
    return when(first=first, last=last, grain=grain, weekday=day)


def _stands_as_weekday(match: Match) -> bool:
    """Sun, sat and wed are words of their own."""
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].strip()
    leads = (" or", " on", ",", "-", "by", "until", " to", "from", "and", "every", "&", "(")
    return (not before or before.endswith(leads) or before == "on") and (
        not after or after[0] in "0123456789,-.)(@" or before != "" or after.startswith(("or ", "and ", "to ", "at "))
    )


def _week_later(match: Match, scene: Scene) -> Made | None:
    """Monday week: the one after the coming one."""
    found = scene.today + DAY * ((WEEKDAYS[match["d"]] - scene.today.weekday() - 1) % 7 + 8)
    return named((found, found, "day"))


def _day_week(match: Match, scene: Scene) -> Made | None:
    """Tomorrow week."""
    return named(stretch(scene.today, "day", 7 + DAYS[match[1]]))


def _weekdays_away(match: Match, scene: Scene) -> Made | None:
    """Two Thursdays ago, in three Mondays."""
    count, day = english(match["n"]), WEEKDAYS[match["d"].removesuffix("s")]
    if not count:
        return None
    weeks = 7 * (int(count) - 1)
    if match["ago"]:
        found = scene.today - DAY * ((scene.today.weekday() - day - 1) % 7 + 1 + weeks)
    else:
        found = scene.today + DAY * ((day - scene.today.weekday() - 1) % 7 + 1 + weeks)
    return named((found, found, "day"))


DAYS = {
    **dict.fromkeys(("today", "todays", "today's"), 0),
    **dict.fromkeys(
        ("tomorrow", "tomorrows", "tomorrow's", "tmr", "tmrw", "tmw", "tomorow", "tommorow", "tommorrow", "2morrow"), 1
    ),
    **dict.fromkeys(("yesterday", "yesterdays", "yesterday's"), -1),
    "overmorrow": 2,
}


def _day_word(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", DAYS[match[0]]))


def _tonight(match: Match, scene: Scene) -> Made | None:
    first, last, grain = stretch(scene.today, "day", -1 if match["last"] else 0)
    return when(first=first, last=last, grain=grain, part="late" if match["late"] else "evening")


def _day_but_one(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", 2 if match[1] == "after" else -2))


def _period(match: Match, scene: Scene) -> Made | None:
    step = STEPS[match["p"]]
    if match["u"] == "weekend" and match["p"] in ("coming", "upcoming") and scene.today.weekday() < 5:
        step = 0
    return named(stretch(scene.today, match["u"], step))


def _period_but_one(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, match["u"], 2 if match["w"] == "after next" else -2))


def _weekend(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "weekend", 0))


# ── edges, ordinals, quarters ────────────────────────────────────────────────────────────────────────

EDGES = {
    **dict.fromkeys(("end", "close"), "end"),
    **dict.fromkeys(("beginning", "start"), "start"),
    **dict.fromkeys(("middle", "mid"), "middle"),
    **dict.fromkeys(("first half", "1st half"), "half1"),
    **dict.fromkeys(("second half", "2nd half", "latter half", "last half"), "half2"),
    "early": "early",
    "late": "late",
    "later": "late",
}
FOUR_UNITS = r"(?P<u>month|year|week|quarter)(?:\b|(?='s))"


def _edge(match: Match, scene: Scene) -> Made | None:
    return when(edge=EDGES[match["e"]])


def _edge_of_unit(match: Match, scene: Scene) -> Made | None:
    return when(edge=f"{match['u']}-{EDGES[match['e']]}")


SHORTHANDS = {"eom": "month-end", "eoy": "year-end", "eow": "week-end", "eoq": "quarter-end"}


def _season(match: Match, scene: Scene) -> Made | None:
    first, last, grain = stretch(scene.today, "year", STEPS[match["p"] or "this"])
    edge = "year-" + ("autumn" if match["s"] == "fall" else match["s"])
    if match["y"]:
        return when(year=int(match["y"]), edge=edge)
    return when(first=first, last=last, grain=grain, edge=edge)


def _shorthand(match: Match, scene: Scene) -> Made | None:
    return when(edge=SHORTHANDS[match[1]])


def _nth(match: Match, scene: Scene) -> Made | None:
    count = -2 if match["second"] else -1 if match["n"] in ("last", "final") else ordinal(match["n"])
    unit = match["u"]
    keys = {"working day": "workday", "business day": "workday", "weekday": "workday", "weekend": "5"}
    key = str(WEEKDAYS[unit]) if unit in WEEKDAYS else keys.get(unit, unit)
    if not count:
        return None
    if match["whole"]:
        first, last, grain = stretch(scene.today, match["whole"], 0)
        return when(first=first, last=last, grain=grain, nth=(count, key))
    return Made("N", When(nth=(count, key)))


def _relative_month(match: Match, scene: Scene) -> Made | None:
    """Next May is the first to begin after today, last May the last to have begun before this month."""
    month, today = MONTHS[match["m"].rstrip(".")], scene.today
    if month in (3, 5) and re.match(r"\s*[a-z]", match.string[match.end() :]):  # this may take
        return None
    later = {"this": 0, "next": int(month <= today.month), "last": -int(month >= today.month)}
    return when(month=month, year=today.year + later.get(match["p"], int(month < today.month)))


def _quarter(match: Match, scene: Scene) -> Made | None:
    return when(nth=(ordinal(match["q"]), "quarter"), year=full_year(match["y"]) if match["y"] else None)


# ── holidays ─────────────────────────────────────────────────────────────────────────────────────────


def _holiday(match: Match, scene: Scene) -> Made | None:
    return when(holiday=HOLIDAYS[match[1]], year=full_year(match["y"]) if match["y"] else None)


# ── the wordings ─────────────────────────────────────────────────────────────────────────────────────

FUNCTION_WORDS = (
    "at|to|and|or|in|on|from|until|till|through|by|with|for|please|pls|thanks|thx|if|we|i|he|she|they|it|you|my|his|her|our"
    "|is|was|will|would|can|could|should|must|has|have|had|but|so|as|about|around|after|before|then|when|because|since|re|too"
)
# What may follow a day of the month that stands without one: no noun of its own (the 3rd floor, the second item).
STANDS = (
    rf"(?=\s*(?:$|[^\w\s'-]|-\s*\d|\d|(?:{FUNCTION_WORDS}|morning|afternoon|evening|night|noon"
    rf"|of (?:this|next|last|the|every|each)|{WEEKDAY})\b))"
)
UNITS = "weekend|week|month|quarter|year"
NUMBERED = NTH.replace("(?:st|nd|rd|th)", "(?:st|nd|rd|th)?")

WORDINGS: tuple[Wording, ...] = (
    Wording(
        initials(MONTHS),
        rf"(?P<m>{MONTH})(?:\s+the\s+|\s*[-/]\s*|\s*)(?P<d>{NTH}|(?:3[01]|[12]\d|0?[1-9]){FOLLOWED}|{ORDINAL}\b){YEAR}",
        _month_day,
    ),
    Wording(
        initials(MONTHS),
        rf"(?P<m>{MONTH})\s*(?P<d>{NUMBERED})\s*(?:-|to|through|till|until)\s*(?P<e>{NUMBERED})(?!/"
        rf"|[a-z]){FOLLOWED}{YEAR}",
        _month_days,
    ),
    Wording(
        FIGURES, rf"(?P<d>{NUMBERED})(?:\s+day)?(?:\s+of\s+(?:the\s+)?|\s*[-/]\s*|\s*)(?P<m>{MONTH}){YEAR}", _month_day
    ),
    Wording(ANY, rf"(?:the\s+)?(?P<d>{ORDINAL}|{NUMBERED})(?:\s+day)?\s+(?:of\s+)?(?P<m>{MONTH}){YEAR}", _month_day),
    Wording(
        FIGURES,
        rf"\d{{1,4}}(?:st|nd|rd|th)?[ .,/_-]{{1,2}}(?:{either(MONTHS)})[ .,/_-]{{1,2}}(?:(?:19|20)\d\d)(?!\d)",
        _other_order,
    ),
    Wording(
        FIGURES,
        rf"(?:19|20)\d\d[ .,/_-]{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?[ .,/_-]{{1,2}}(?:of )?(?:{either(MONTHS)})(?![a-z])",
        _other_order,
    ),
    Wording(initials(MONTHS), rf"(?:{either(MONTHS)})[./_-]\d{{1,2}}[./_-](?:19|20)\d\d(?!\d)", _other_order),
    Wording(FIGURES, rf"(?P<d>3[01]|[12]\d|0?[1-9])([-/])(?P<m>{either(MONTHS)})\2(?P<y>\d\d)(?!\d)", _short_year),
    Wording(FIGURES, rf"(?P<y>(?:19|20)\d\d)\s*[-/ ]\s*(?P<m>{MONTH})\s*[-/ ]?\s*(?P<d>{NUMBERED})", _month_day),
    Wording(
        initials(MONTHS),
        rf"(?:{either(MONTHS)})\s+(?:3[2-9]|[4-9]\d)(?=\s*(?:$|[,;!?]))",
        lambda match, scene: IMPOSSIBLE,
    ),
    Wording(initials(MONTHS), rf"(?P<m>{MONTH}){YEAR}", _month),
    Wording(
        "iyodf" + FIGURES,
        r"(?:(?:in|year|of|during|for)\s+(?:the year\s+)?|(?<=since )|(?<=by )|(?<=until )|(?<=from )"
        r"|(?<=before )|(?<=after ))((?:19|20)\d\d)"
        r"(?!\s*[-/:.]?\d|[-/]|\s+(?!and|to|the|at|on|is|was|we|it)[a-z])",
        _year,
    ),
    Wording(
        "t",
        rf"the\s+(?P<d>{NTH}|{ORDINAL}|\d{{1,2}}(?=\s+(?:to|-|until|till)\b)){STANDS}(?!-"
        r"|\s+[a-z]+(?:s|er|ing)\b)",
        _nth_day,
    ),
    Wording(FIGURES, rf"(?P<d>{NTH}){STANDS}", _nth_day),
    Wording(
        ANY,
        rf"(?:the\s+)?(?P<d>{NTH}|{ORDINAL})(?=\s+of\s+(?:the\s+)?(?:this|next|last|following|coming"
        r"|previous|current|month)\b)",
        _nth_of,
    ),
    Wording("tnlc", rf"(?P<p>this|next|last|coming)\s+(?P<m>{MONTH})(?!\s*\d)", _relative_month),
    # weekdays and weeks
    Wording(
        initials(("on", "the", *STEPS, *WEEKDAYS)),
        r"(?:(?:on\s+)?(?:the\s+)?(?P<p>(?:this\s+)?(?:coming|past|following)|this|next|last|previous"
        rf"|upcoming)\s+)?(?P<d>{WEEKDAY})\b(?:\.(?=\s*[\d,]))?(?!-\w*(?:ly|ish))",
        _weekday,
    ),
    Wording(initials(WEEKDAYS), rf"(?P<d>{WEEKDAY})\s+week\b", _week_later),
    Wording("t" + initials(WEEKDAYS), rf"(?:the\s+)?(?P<d>{WEEKDAY})\s+after next", _week_later),
    Wording("t", r"(today|tomorrow)\s+week\b", _day_week),
    Wording("a", rf"a week (?:on|from|after)\s+(?P<d>{WEEKDAY})", _week_later),
    Wording(ANY, rf"(?P<n>\d+|{NUMBER}|a couple of|a)\s+(?P<d>(?:{WEEKDAY})s?)\s+(?P<ago>ago|back)", _weekdays_away),
    Wording(
        ANY,
        rf"(?:in\s+)?(?P<n>\d+|{NUMBER}|a couple of)\s+(?P<d>(?:{WEEKDAY})s)(?P<ago>)(?:\s+from now)?",
        _weekdays_away,
    ),
    Wording("ty2o", either(DAYS), _day_word),
    Wording(
        "tl", r"(?:(?P<late>later?)\s+)?(?:tonight|to-night|tonite|this night|(?P<last>last night))(?:'s)?", _tonight
    ),
    Wording("td", r"(?:the\s+)?day\s+(after|before)\s+(?:tomorrow|tmrw?|yesterday)", _day_but_one),
    Wording(
        "t", r"the\s+(?:day before|previous day)(?=\s*(?:$|[,.;!?]))", lambda m, s: named(stretch(s.today, "day", -1))
    ),
    Wording("tnf", r"(?:the\s+)?(?:next|following)\s+day(?!s)", lambda m, s: named(stretch(s.today, "day", 1))),
    Wording(
        initials(("the", *STEPS)),
        r"(?:the\s+)?(?P<p>this|current|next|coming|following|upcoming|last|past"
        rf"|previous)\s+(?P<u>{UNITS})(?:'s)?(?!-)",
        _period,
    ),
    Wording("twmyq", rf"(?:the\s+)?(?P<u>{UNITS})\s+(?P<w>after next|before last)", _period_but_one),
    Wording("twao", r"(?:(?:at|on|over)\s+)?(?:the\s+)?weekend", _weekend),
    # edges and ordinals
    Wording(
        "atvebsmf12l",
        rf"(?:at\s+)?(?:the\s+)?(?:very\s+)?(?P<e>{either(EDGES)})\s+of(?:\s+the)?(?=\s)(?!\s+(?:the\s+)?"
        r"(?:day|business|meeting|line))",
        _edge,
    ),
    Wording(
        "ielm",
        r"(?:in\s+)?(?:the\s+)?(?P<e>early|later?|mid|middle"
        r"|end)(?:[- ]+(?:in\s+)?(?:the\s+)?)(?=this (?!morning|afternoon|evening)|next|last|past"
        rf"|(?:{either(MONTHS)})\b|(?:19|20)\d\d)",
        _edge,
    ),
    Wording(
        "atvebsmf12l",
        rf"(?:at\s+)?(?:the\s+)?(?:very\s+)?(?P<e>{either(EDGES)})\s+of\s+(?:the\s+)?{FOUR_UNITS}",
        _edge_of_unit,
    ),
    Wording("tmyqw", r"(?:the\s+)?(?P<u>month|year|quarter)(?:[- ]|'s )(?P<e>end|start)\b", _edge_of_unit),
    Wording("em", rf"(?P<e>end|mid)[- ]{FOUR_UNITS}", _edge_of_unit),
    Wording("q", r"q(?P<q>[1-4])(?:\s*(?:of\s+|,\s*|/)?(?P<y>(?:19|20)\d\d))?", _quarter),
    Wording(
        "tfs1234",
        r"(?:the\s+)?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:quarter"
        r"|qtr)(?:\s+(?:of\s+)?(?P<y>(?:19|20)\d\d))?(?!\s+(?:past|to)\b)",
        _quarter,
    ),
    Wording(
        "itnldsawf",
        r"(?:in\s+(?:the\s+)?|during\s+(?:the\s+)?|(?P<p>this|next|last)\s+)(?P<s>spring|summer|autumn|fall|winter)"
        r"(?:\s+(?:of\s+)?(?P<y>(?:19|20)\d\d))?(?!\s+festival)",
        _season,
    ),
    Wording("sawf", r"(?P<p>)(?P<s>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)", _season),
    Wording("e", rf"({either(SHORTHANDS)})", _shorthand),
    Wording(
        ANY,
        r"(?:on\s+)?(?:the\s+)?(?:very\s+)?(?P<second>second to (?=last)|second (?=last))?(?P<n>last|final"
        rf"|{ORDINAL}|{NTH})\s+"
        rf"(?P<u>{WEEKDAY}|day|weekend|week|month|quarter|working day|business day|weekday)"
        r"(?:\s+(?:of|in)(?:\s+the)?(?:\s+(?P<whole>month|quarter|year|week)\b)?)?",
        _nth,
    ),
    Wording(
        initials(HOLIDAYS),
        rf"({either(HOLIDAYS)})(?:'s)?(?:,?\s+(?:of\s+|in\s+)?(?P<y>(?:19|20)\d\d))?(?!\w)",
        _holiday,
    ),
)
