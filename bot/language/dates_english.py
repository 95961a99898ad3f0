"""English wordings of dates, times and lengths, over folded (lower-case) text."""

import re
from datetime import timedelta

from bot.language.dates_calendar import working_day
from bot.language.dates_lexer import BLOCKED, Made, Wording
from bot.language.dates_numbers import ORDINALS, WORDS, english, ordinal
from bot.language.dates_numeric import FIGURES, IMPOSSIBLE, a_date, clock, full_year, month_day
from bot.language.dates_when import DAY, Length, Scene, When, month_of, stretch

Match = re.Match[str]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ANY = FIGURES + LETTERS

MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug")
        + ("september sept sep", "october oct", "november nov", "december dec"),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri")
        + ("saturday sat", "sunday sun")
    )
    for name in names.split()
}


def either(words: object) -> str:
    """An alternation, longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))  # type: ignore[call-overload]


MONTH = rf"(?:{either(MONTHS)})\b\.?"
WEEKDAY = rf"(?:{either(WEEKDAYS)})\b"
ORDINAL_WORD = rf"(?:(?:twenty|thirty)[- ])?(?:{either(w for w in ORDINALS if w not in ('last', 'final'))})"
NTH_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)"
SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
TENS = "twenty|thirty|forty|fourty|fifty"
NUMBER_WORD = rf"(?:(?:{TENS})(?:[- ](?:{SMALL}))?|{TEENS}|{SMALL})"
MINUTES = rf"(?:(?:{TENS})(?:[- ](?:{SMALL}))?|{TEENS}|ten|eleven|twelve)"


def when(**said: object) -> Made:
    """A moment token."""
    return Made("W", When(**said))  # type: ignore[arg-type]


def named(days: tuple[object, object, str]) -> Made:
    """A stretch of days named outright."""
    return when(first=days[0], last=days[1], grain=days[2])


# ── the calendar ─────────────────────────────────────────────────────────────────────────────────────


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text)) if text[0].isdigit() else ordinal(text) or 0


def _month_day(match: Match, scene: Scene) -> Made | None:
    month, day = MONTHS[match["m"].rstrip(".")], _day_number(match["d"])
    if not match["y"]:
        return month_day(month, day)
    return a_date(full_year(match["y"].lstrip("'")), month, day)


def _month_days(match: Match, scene: Scene) -> Made | None:
    from bot.language.dates_joins import Range

    month, year = MONTHS[match["m"].rstrip(".")], int(match["y"]) if match["y"] else None
    first, last = _day_number(match["d"]), _day_number(match["e"])
    if not first < last or month_day(month, last).kind == "X":
        return None
    return Made("S", Range(When(year, month, first), When(year, month, last)))  # type: ignore[arg-type]


SURE_MONTHS = {
    name for name in MONTHS if name not in ("may", "march", "mar", "sept", "dec", "jan", "jun", "sep", "august")
}
LEADS_TO_MONTH = re.compile(
    r"(?:\b(?:in|of|this|next|last|by|since|from|until|till|during|mid|early|late|before|after|past|end|and|to|every|each|coming|through|around|for|mid-|or|beginning|start)\s*|^|-)$"
)


def _month(match: Match, scene: Scene) -> Made | None:
    name = match["m"].rstrip(".")
    before = match.string[: match.start()]
    if not match["y"] and name in ("may", "march", "mar", "august", "sun") and not LEADS_TO_MONTH.search(before):
        return None
    if (
        not match["y"]
        and name in ("may", "march")
        and re.match(r"\s+(?:i|we|you|he|she|it|they|be|not|have|also|take)\b", match.string[match.end() :])
    ):
        return None
    if not match["y"] and match["p"]:
        return None
    return when(month=MONTHS[name], year=full_year(match["y"].lstrip("'")) if match["y"] else None)


def _year(match: Match, scene: Scene) -> Made | None:
    return when(year=int(match[1]))


def _nth_day(match: Match, scene: Scene) -> Made | None:
    day = _day_number(match["d"])
    return when(day=day) if 1 <= day <= 31 else None


def _weekday(match: Match, scene: Scene) -> Made | None:
    word, name = (match["p"] or "").split(" ")[0], match["d"].rstrip(".")
    day = WEEKDAYS[name]
    if not word:
        if name in ("sun", "sat", "wed", "mon", "fri", "thu", "tue") and not _weekday_stands(match):
            return None
        return when(weekday=day)
    if word in ("past", "previous") or (word == "last" and False):
        found = scene.today - DAY * ((scene.today.weekday() - day - 1) % 7 + 1)
        return named((found, found, "day"))
    if word in ("coming", "upcoming"):
        return when(weekday=day)
    first, last, grain = stretch(scene.today, "week", {"last": -1, "next": 1, "following": 1}.get(word, 0))
    return when(first=first, last=last, grain=grain, weekday=day)


def _weekday_stands(match: Match) -> bool:
    name = match["d"]
    if name not in ("sun", "sat", "wed"):
        return True
    before, after = match.string[: match.start()].rstrip(), match.string[match.end() :].strip()
    return (
        not before
        or before.endswith((" on", ",", "-", "next", "this", "by", "until", "to", "from", "and", "every", "&", "or"))
        or after[:1] in "0123456789,-"
        or not after
    )


def _weekday_week(match: Match, scene: Scene) -> Made | None:
    """Monday week, a week on Monday: the one after the coming one."""
    day = WEEKDAYS[match["d"]]
    found = scene.today + DAY * ((day - scene.today.weekday() - 1) % 7 + 8)
    return named((found, found, "day"))


def _weekdays_ago(match: Match, scene: Scene) -> Made | None:
    count, day = english(match["n"]), WEEKDAYS[match["d"].removesuffix("s")]
    if not count:
        return None
    found = scene.today - DAY * ((scene.today.weekday() - day - 1) % 7 + 1 + 7 * (int(count) - 1))
    return named((found, found, "day"))


DAYS = {
    "today": 0, "todays": 0, "today's": 0, "tomorrow": 1, "tomorrows": 1, "tomorrow's": 1, "tmr": 1, "tmrw": 1, "tmw": 1, "tomorow": 1, "tommorow": 1,
    "tommorrow": 1, "2morrow": 1, "yesterday": -1, "yesterdays": -1, "yesterday's": -1, "overmorrow": 2, "tonite": 0,
}  # fmt: skip


def _day_word(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", DAYS[match[0]]))


def _tonight(match: Match, scene: Scene) -> Made | None:
    days = stretch(scene.today, "day", -1 if match["last"] else 0)
    return when(first=days[0], last=days[1], grain="day", part="late" if match["late"] else "evening")


def _day_after(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", 2 if match[1] == "after" else -2))


def _next_day(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, "day", 1))


UNIT_STEPS = {
    "this": 0,
    "current": 0,
    "the": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
    "upcoming": 1,
    "last": -1,
    "past": -1,
    "previous": -1,
}


def _period(match: Match, scene: Scene) -> Made | None:
    step = UNIT_STEPS[match["p"]]
    unit = "day" if match["u"] == "day" else match["u"]
    step += {"after next": 0, "before last": 0}.get(match["more"] or "", 0)
    return named(stretch(scene.today, unit, step))


def _period_after(match: Match, scene: Scene) -> Made | None:
    return named(stretch(scene.today, match["u"], 2 if match["w"] == "after next" else -2))


def _week_of(match: Match, scene: Scene) -> Made | None:
    return Made("K", None)


EDGES = {"end": "end", "ends": "end", "close": "end", "beginning": "start", "start": "start", "begin": "start", "middle": "middle", "mid": "middle", "early": "early", "late": "late", "first half": "half1", "1st half": "half1", "second half": "half2", "2nd half": "half2", "later": "late", "latter half": "half2", "last half": "half2"}  # fmt: skip


def _edge(match: Match, scene: Scene) -> Made | None:
    return when(edge=EDGES[match["e"]])


def _edge_unit(match: Match, scene: Scene) -> Made | None:
    return when(edge=f"{match['u']}-{EDGES[match['e']]}")


def _shorthand(match: Match, scene: Scene) -> Made | None:
    name = re.sub(r"\W", "", match[0])
    if name in ("eod", "endofday", "endofbusiness", "cob", "closeofbusiness", "closeofplay", "eob", "endofbusinessday"):
        return when(bound="close")
    return when(edge={"eom": "month-end", "eoy": "year-end", "eow": "week-end", "eoq": "quarter-end"}[name])


def _nth(match: Match, scene: Scene) -> Made | None:
    count = ordinal(match["n"]) if match["n"] not in ("last", "final") else -1
    if match["second"]:
        count = -2
    if not count:
        return None
    unit = match["u"]
    key = (
        str(WEEKDAYS[unit])
        if unit in WEEKDAYS
        else {"working day": "workday", "business day": "workday", "weekday": "workday", "weekend": "5"}.get(unit, unit)
    )
    return Made("N" if match["of"] is None and key.isdigit() else "N", When(nth=(count, key)))


def _quarter(match: Match, scene: Scene) -> Made | None:
    return when(
        nth=(int(match["q"]) if match["q"].isdigit() else ordinal(match["q"]), "quarter"),
        year=full_year(match["y"]) if match["y"] else None,
    )


SEASONS = {
    "spring": (3, 20, 6, 20),
    "summer": (6, 21, 9, 22),
    "autumn": (9, 23, 12, 20),
    "fall": (9, 23, 12, 20),
    "winter": (12, 21, 3, 19),
}


# ── holidays ─────────────────────────────────────────────────────────────────────────────────────────

HOLIDAYS = {
    "christmas": "christmas", "christmas day": "christmas", "xmas": "christmas", "xmas day": "christmas",
    "christmas eve": "christmas eve", "xmas eve": "christmas eve", "boxing day": "boxing",
    "new year": "new year", "new years": "new year", "new year's": "new year", "new year's day": "new year",
    "new years day": "new year", "new year day": "new year", "yuandan": "new year", "new year's eve": "new year eve",
    "new years eve": "new year eve", "new year eve": "new year eve", "nye": "new year eve",
    "valentine's day": "valentine", "valentines day": "valentine", "valentine day": "valentine", "valentine's": "valentine",
    "women's day": "women", "international women's day": "women", "st patrick's day": "st patrick", "st. patrick's day": "st patrick",
    "saint patrick's day": "st patrick", "st patricks day": "st patrick", "april fool's day": "april fool", "april fools' day": "april fool",
    "april fools day": "april fool", "april fools": "april fool", "april fool's": "april fool", "all fool's day": "april fool",
    "earth day": "earth", "labour day": "labour", "may day": "labour", "international workers' day": "labour", "international labour day": "labour",
    "international labor day": "labour", "labor day": "us labour", "youth day": "youth", "children's day": "children", "childrens day": "children",
    "independence day": "independence", "fourth of july": "independence", "4th of july": "independence", "bastille day": "bastille",
    "teachers' day": "teachers", "teacher's day": "teachers", "teachers day": "teachers", "national day": "national", "golden week": "national",
    "halloween": "halloween", "halloween day": "halloween", "all saints' day": "all saints", "all hallow eve": "halloween", "guy fawkes day": "guy fawkes",
    "veterans day": "veterans", "veteran's day": "veterans", "singles' day": "singles", "singles day": "singles", "single's day": "singles",
    "mlk day": "martin luther king", "martin luther king day": "martin luther king", "martin luther king jr day": "martin luther king",
    "martin luther king's day": "martin luther king", "martin luther king jr. day": "martin luther king",
    "presidents day": "presidents", "president's day": "presidents", "presidents' day": "presidents",
    "mother's day": "mothers", "mothers' day": "mothers", "mothers day": "mothers", "father's day": "fathers", "fathers' day": "fathers",
    "fathers day": "fathers", "memorial day": "memorial", "columbus day": "columbus", "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving", "black friday": "black friday", "cyber monday": "cyber monday", "groundhog day": "groundhog",
    "mardi gras": "mardi gras", "ash wednesday": "ash wednesday", "palm sunday": "palm sunday", "maundy thursday": "maundy thursday",
    "good friday": "good friday", "holy saturday": "holy saturday", "easter": "easter", "easter sunday": "easter", "easter day": "easter",
    "easter monday": "easter monday", "ascension day": "ascension", "pentecost": "pentecost", "whit sunday": "pentecost",
    "chinese new year": "spring festival", "lunar new year": "spring festival", "spring festival": "spring festival", "cny": "spring festival",
    "chinese new year's eve": "lunar new year eve", "lantern festival": "lantern", "dragon boat festival": "dragon boat", "dragon boat day": "dragon boat",
    "tuen ng": "dragon boat", "duanwu": "dragon boat", "qingming": "qingming", "qingming festival": "qingming", "ching ming": "qingming",
    "ching ming festival": "qingming", "tomb sweeping day": "qingming", "tomb-sweeping day": "qingming", "mid-autumn festival": "mid-autumn",
    "mid autumn festival": "mid-autumn", "mid-autumn": "mid-autumn", "moon festival": "mid-autumn", "double ninth festival": "double ninth",
    "chung yeung": "double ninth", "chongyang": "double ninth", "qixi": "qixi", "ghost festival": "ghost", "winter solstice": "winter solstice",
    "summer solstice": "summer solstice", "buddha's birthday": "buddha", "arbor day": "arbor", "army day": "army",
}  # fmt: skip


def _holiday(match: Match, scene: Scene) -> Made | None:
    return when(holiday=HOLIDAYS[match[1]], year=int(match["y"]) if match["y"] else None)


# ── time of day ──────────────────────────────────────────────────────────────────────────────────────

PARTS = {
    "morning": "morning", "am": "morning", "forenoon": "morning", "breakfast": "early", "afternoon": "afternoon", "noon": "noon", "midday": "noon", "lunch": "noon",
    "lunchtime": "noon", "lunch time": "noon", "evening": "evening", "dinner": "evening", "dinnertime": "evening", "night": "night",
    "nighttime": "night", "night time": "night", "dusk": "dusk", "dawn": "dawn", "overnight": "night",
}  # fmt: skip


def _part(match: Match, scene: Scene) -> Made | None:
    part, word = PARTS[match["part"]], match["lead"] or ""
    if word.startswith("early") and part == "morning":
        part = "early"
    if word.startswith("late") and part == "night":
        part = "late"
    if match["this"]:
        return named_part(scene, 0, part)
    return when(part=part)


def named_part(scene: Scene, days: int, part: str) -> Made:
    """A part of a day counted from today."""
    first, last, grain = stretch(scene.today, "day", days)
    return when(first=first, last=last, grain=grain, part=part)


def _bare_part(match: Match, scene: Scene) -> Made | None:
    """A part of the day without "the" counts only beside a date: the joins see to it."""
    return Made("p", _part(match, scene))  # type: ignore[arg-type]


def _noon(match: Match, scene: Scene) -> Made | None:
    return (
        when(hour=12, minute=0, sure=True)
        if match[1] in ("noon", "midday", "noontime")
        else when(hour=0, minute=0, sure=True)
    )


def _words_hour(text: str) -> int | None:
    number = english(text)
    return int(number) if number and number == int(number) and 0 < number <= 12 else None


def _oclock(match: Match, scene: Scene) -> Made | None:
    hour = english(match["h"])
    return clock(int(hour), None, match["half"][0] if match["half"] else None, False) if hour else None


def _past(match: Match, scene: Scene) -> Made | None:
    hour = _words_hour(match["h"])
    minutes = {"half": 30, "quarter": 15}.get(match["m"].split(" ")[-1]) or int(english(match["m"]) or 0)
    if hour is None or not 0 < minutes < 60:
        return None
    if match["w"] in ("to", "of", "til", "till", "before"):
        hour, minutes = (hour - 1) or 12, 60 - minutes
    return clock(hour, minutes, match["half"][0] if match["half"] else None, False)


def _half_six(match: Match, scene: Scene) -> Made | None:
    hour = _words_hour(match["h"])
    return clock(hour, 30, match["half"][0] if match["half"] else None, False) if hour else None


def _spelled(match: Match, scene: Scene) -> Made | None:
    hour, minute = _words_hour(match["h"]), english(match["m"].replace("oh ", "")) if match["m"] else None
    half = match["half"]
    if hour is None or (minute is not None and not 0 <= minute < 60):
        return None
    return clock(hour, int(minute) if minute is not None else None, half[0] if half else None, False)


def _at_hour(match: Match, scene: Scene) -> Made | None:
    hour = english(match["h"])
    return clock(int(hour), int(match["m"]) if match["m"] else None, None, False) if hour and hour <= 24 else None


def _military(match: Match, scene: Scene) -> Made | None:
    hour, minute = int(match["h"]), int(match["m"])
    return (
        clock(hour, minute, match["half"][0] if match["half"] else None, not match["half"])
        if hour < 25 and minute < 60
        else None
    )


def _now(match: Match, scene: Scene) -> Made | None:
    return when(at=scene.now)


# ── lengths ──────────────────────────────────────────────────────────────────────────────────────────

UNITS = {
    **dict.fromkeys(("second", "seconds", "sec", "secs"), Length(seconds=1)),
    **dict.fromkeys(("minute", "minutes", "min", "mins", "m"), Length(seconds=60)),
    **dict.fromkeys(("hour", "hours", "hr", "hrs", "h"), Length(seconds=3600)),
    **dict.fromkeys(("day", "days", "d", "night", "nights"), Length(days=1)),
    **dict.fromkeys(("business day", "business days", "working day", "working days", "weekday", "weekdays", "work day", "work days", "workday", "workdays", "trading day", "trading days"), Length(workdays=1)),
    **dict.fromkeys(("week", "weeks", "wk", "wks", "w"), Length(days=7)),
    **dict.fromkeys(("fortnight", "fortnights"), Length(days=14)),
    **dict.fromkeys(("month", "months", "mo", "mos"), Length(months=1)),
    **dict.fromkeys(("quarter", "quarters"), Length(months=3)),
    **dict.fromkeys(("year", "years", "yr", "yrs", "y"), Length(months=12)),
    **dict.fromkeys(("decade", "decades"), Length(months=120)),
}  # fmt: skip
UNIT = rf"(?:{either(UNITS)})(?![a-z])"
COUNT = rf"(?:\d+/\d+|\d+(?:\.\d+)?|(?:a |the )?(?:couple|few)(?: of)?|half an?|half|an?|{NUMBER_WORD}(?: and (?:a )?half)?|a dozen|a single)"
HALVES = r"(?:\s+and\s+(?:an?\s+)?(?P<half{0}>half|quarter))"
SINGLE = rf"(?:{COUNT}(?:\s+and\s+(?:a\s+)?half)?(?:\s*-\s*|\s*)(?:more\s+|additional\s+|full\s+|whole\s+)?{UNIT}\.?(?:\s+and\s+(?:an?\s+)?(?:half|quarter)(?!\s+(?:an?\s+)?\w*(?:hour|day|min|past|to)))?)"
LENGTH = rf"(?:{SINGLE}(?:(?:\s*,)?(?:\s+and)?\s*{SINGLE})*(?:\s+(?:fifteen|thirty|forty[- ]five|twenty|ten|15|30|45)(?![\w:]))?)"
PIECE = re.compile(
    rf"(?P<n>{COUNT})(?P<h>\s+and\s+(?:a\s+)?half)?(?:\s*-\s*|\s*)(?:more\s+|additional\s+|full\s+|whole\s+)?(?P<u>{UNIT})\.?(?P<t>\s+and\s+(?:an?\s+)?(?P<half>half|quarter)(?!\s+(?:an?\s+)?\w*(?:hour|day|min|past|to)))?"
)
TAIL = re.compile(r"(fifteen|thirty|forty[- ]five|twenty|ten|15|30|45)$")


def length_of(text: str) -> Length | None:
    """The length said in English, all parts added up; None for vague ones."""
    total, found = Length(), list(PIECE.finditer(text))
    for piece in found:
        count = piece["n"]
        if "few" in count or "dozen" in count:
            return None
        unit = UNITS[piece["u"]]
        number = (
            0.5
            if count.startswith("half")
            else 2
            if "couple" in count
            else english(count.replace(" and a half", "").replace(" and half", ""))
        )
        if number is None or number > 10000:
            return None
        if piece["h"] or count.endswith("and a half") or count.endswith("and half"):
            number += 0.5
        if piece["t"]:
            number += 0.5 if piece["half"] == "half" else 0.25
        total += unit.times(number)
    rest = TAIL.search(text)
    if found and rest and rest.start() >= found[-1].end() and UNITS[found[-1]["u"]].seconds == 3600:
        total += Length(seconds=60 * (english(rest[1]) or 0))
    elif found and rest and rest.start() >= found[-1].end():
        return None
    return total if found else None


SPECIAL = {
    "half an hour": Length(seconds=1800), "half a day": Length(days=0.5), "quarter of an hour": Length(seconds=900), "a quarter of an hour": Length(seconds=900),
    "a quarter hour": Length(seconds=900), "quarter hour": Length(seconds=900), "three quarters of an hour": Length(seconds=2700), "three-quarters of an hour": Length(seconds=2700),
    "half hour": Length(seconds=1800), "a half hour": Length(seconds=1800), "half-hour": Length(seconds=1800), "all day": Length(days=1), "all day long": Length(days=1), "full day": Length(days=1),
    "whole day": Length(days=1), "the whole day": Length(days=1), "an entire day": Length(days=1), "half day": Length(days=0.5), "half-day": Length(days=0.5),
    "a fortnight": Length(days=14), "fortnight": Length(days=14), "all week": Length(days=7), "a half day": Length(days=0.5),
}  # fmt: skip
LENGTHS = rf"(?:{either(SPECIAL)}(?![a-z])|{LENGTH})"


def measured(text: str) -> Length | None:
    """A length by name or by number and unit."""
    return SPECIAL.get(text) or length_of(text)


def _length(match: Match, scene: Scene) -> Made | None:
    text = match["l"]
    before = match.string[: match.start()]
    if re.fullmatch(r"an?\s+(?:minute|second|day|year|quarter|night|month|week|hour)", text) and re.search(
        r"(?:what|times|once|twice|per|such|[\d]) $", before
    ):
        return None
    if re.fullmatch(r"(?:\d+|an?) ?(?:m|y|w|mo|night|d)", text):
        return None
    length = measured(text)
    return Made("L", length) if length else None


def moved(length: Length, scene: Scene) -> Made | None:
    """Now moved by a length."""
    at = length.on(scene.now, scene.calendar)
    if at is None:
        return None
    if length.by_the_day:
        return named((at.date(), at.date(), "day"))
    return when(at=at.replace(second=0, microsecond=0))


def _later(match: Match, scene: Scene) -> Made | None:
    length = measured(match["l"])
    return moved(length, scene) if length else None


def _ago(match: Match, scene: Scene) -> Made | None:
    length = measured(match["l"])
    return moved(length.times(-1), scene) if length else None


def _counted(kind: str) -> object:
    def build(match: Match, scene: Scene) -> Made | None:
        unit = UNITS.get(match["u"]) if match["u"] else None
        length = unit.times(english(match["n"]) or 1) if unit else None
        if match["n"] in ("few", "several"):
            return None
        return Made(kind, length) if length else None

    return build


def _within(match: Match, scene: Scene) -> Made | None:
    length = measured(match["l"])
    return Made("I", length) if length else None


def _one_day(match: Match, scene: Scene) -> Made | None:
    return Made(
        "L",
        {"day": Length(days=1), "week": Length(days=7), "month": Length(months=1), "hour": Length(seconds=3600)}[
            match[1]
        ],
    )


# ── recurring, connecting ────────────────────────────────────────────────────────────────────────────


def _as(kind: str) -> object:
    def build(match: Match, scene: Scene) -> Made | None:
        return Made(kind, match[0])

    return build


def _block(match: Match, scene: Scene) -> Made | None:
    return BLOCKED


def w(pattern: str, build: object, starts: str = "") -> Wording:
    """A wording; its first characters are the letters that its words begin with."""
    return Wording(starts or LETTERS, pattern, build)  # type: ignore[arg-type]


YEAR = r"(?:,?\s*(?:of\s+|in\s+)?(?P<y>(?:19|20)\d\d|'\d\d)(?!\s*(?:[:%]|hours?\b)))?"
HALF = r"(?:\s*(?P<half>am|pm|a\.m\.?|p\.m\.?)(?![a-z]))"
MONTH_STARTS = "".join({name[0] for name in MONTHS})
DAY_STARTS = "".join({name[0] for name in WEEKDAYS})
SEPARATOR = r"(?:\s+of\s+|\s*[-/ ,.]\s*|)"

WORDINGS: tuple[Wording, ...] = (
    # dates with a month's name
    w(rf"(?P<m>{MONTH})(?:\s+the\s+|\s*[-/ ]\s*|)(?P<d>{NTH_DAY}|(?:3[01]|[12]\d|0?[1-9])(?![\d:]|\s*(?:am|pm|a\.m|p\.m|o'clock|%|h\b))|{ORDINAL_WORD}){YEAR}", _month_day, MONTH_STARTS),
    w(rf"(?P<m>{MONTH})\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*(?:-|to|through|till|until)\s*(?P<e>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:/]|\s*(?:am|pm)){YEAR}", _month_days, MONTH_STARTS),
    w(rf"(?P<d>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)(?:\s+day)?(?:\s+of\s+(?:the\s+)?|\s*[-/]\s*|\s*)(?P<m>{MONTH})(?:\s*[-/,]?\s*(?:of\s+|in\s+)?(?P<y>(?:19|20)\d\d|'\d\d)(?!\s*:))?", _month_day, FIGURES),
    w(rf"(?:the\s+)?(?P<d>{ORDINAL_WORD}|{NTH_DAY})(?:\s+day)?\s+(?:of\s+)?(?P<m>{MONTH}){YEAR}", _month_day),
    w(rf"(?P<y>(?:19|20)\d\d)\s*[-/ ]\s*(?P<m>{MONTH})\s*[-/ ]\s*(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?", _month_day, FIGURES),
    w(rf"(?P<m>{MONTH})(?P<p>)(?:\s*[-/,]?\s*(?:of\s+|in\s+)?(?P<y>(?:19|20)\d\d|'\d\d)(?!\s*:))?", _month, MONTH_STARTS),
    w(r"(?:in |year |the year )?((?:19|20)\d\d)(?=\s*$|[.,?!]|\s+(?:at|on|and|for)\b)(?!-)", _year) if False else w(r"(?:in|year|of|since|during|for|by|until|from|before|after)\s+(?:the year\s+)?((?:19|20)\d\d)(?!\s*[-/:.]?\d|\s+[a-z]*(?:s|people|pieces))", _year, "iyosdfbua"),
    w(rf"the\s+(?P<d>{NTH_DAY}|{ORDINAL_WORD}|\d{{1,2}}(?=\s+(?:to|-|until|till)\b))(?!\s+(?:of|time|thing|one|two|floor|step|client|half|quarter|part|place|half|day|week|weekend|{either(WEEKDAYS)}|{either(MONTHS)})\b|-|\s+[a-z]+(?:s|er|ing)\b)", _nth_day, "t"),
    w(rf"(?P<d>{NTH_DAY})(?!\s+(?:of|time|thing|one|floor|step|client|half|quarter|part|place|half|day|week|weekend|street|avenue|ave|st|grade|century|year|birthday|anniversary|edition|{either(WEEKDAYS)}|{either(MONTHS)})\b)", _nth_day, FIGURES),
    # weekdays and weeks
    w(rf"(?:(?:on\s+)?(?:the\s+)?(?P<p>this|next|last|past|previous|coming|upcoming|following|this coming|this past|this following)\s+)?(?P<d>{either(WEEKDAYS)})(?:\b\.?|(?='s))(?!-)", _weekday),
    w(rf"(?P<d>{either(WEEKDAYS)})\s+week\b", _weekday_week, DAY_STARTS),
    w(rf"(?:a week (?:on|from)|a week after)\s+(?P<d>{either(WEEKDAYS)})", _weekday_week, "a"),
    w(rf"(?P<n>\d+|{SMALL}|a couple of|a)\s+(?P<d>(?:{either(WEEKDAYS)})s?)\s+(?:ago|back)", _weekdays_ago, ANY),
    w(either(DAYS), _day_word, "ty2o"),
    w(r"(?:(?P<late>late|later)\s+)?(?:(?P<this>tonight|to-night|tonite|this night)|(?P<last>last night))(?:'s)?", _tonight, "tl"),
    w(r"(?:the\s+)?day\s+(after|before)\s+(?:tomorrow|tmrw?|yesterday)", _day_after, "td"),
    w(r"(?:the\s+)?(?:next|following)\s+day(?!s)", _next_day, "tnf"),
    w(r"(?:the\s+)?(?P<p>this|current|next|coming|following|upcoming|last|past|previous)\s+(?P<u>week|weekend|month|quarter|year)(?P<more>)(?:'s)?", _period),
    w(r"(?:the\s+)?(?P<u>week|weekend|month|year|quarter)\s+(?P<w>after next|before last)", _period_after, "twmyq"),
    w(r"(?:the\s+)?week\s+(?:of|beginning|starting|commencing)(?=\s)", _week_of, "tw"),
    w(r"(?:the|this)\s+weekend", lambda m, s: named(stretch(s.today, "weekend", 0)), "t"),
    w(r"weekend", lambda m, s: named(stretch(s.today, "weekend", 0)), "w"),
    # edges and ordinals
    w(r"(?:at\s+)?(?:the\s+)?(?:very\s+)?(?P<e>end|beginning|start|middle|first half|1st half|second half|2nd half|latter half|last half)(?:\s+of)(?:\s+the)?(?=\s)", _edge),
    w(r"(?:in\s+)?(?P<e>early|late|mid|later|middle|end)(?:[- ]+|(?=\s))(?:in\s+)?(?=(?:this|next|last|past|the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:19|20)\d\d))(?!this (?:morning|afternoon|evening))(?:the\s+)?", _edge),
    w(r"(?:at\s+)?(?:the\s+)?(?P<e>end|beginning|start|middle|close)\s+of\s+(?:the\s+)?(?P<u>month|year|week|quarter)", _edge_unit),
    w(r"(?:the\s+)?(?P<u>month|year|quarter|week)[- ](?P<e>end|start)\b", _edge_unit, "tmyqw"),
    w(r"(?P<e>end|mid)[- ](?P<u>month|year|week|quarter)", _edge_unit, "em"),
    w(r"(?:the\s+)?(?P<e>first half|second half|1st half|2nd half)\s+of\s+(?:the\s+)?(?P<u>month|year|week)", _edge_unit),
    w(r"(?:the\s+)?(?:end of (?:the )?(?:business )?day|end of business|close of business|close of play|eod|cob|eob|eom|eoy|eow|eoq)(?![a-z])", _shorthand, "tec"),
    w(rf"(?:on\s+)?(?:the\s+)?(?:very\s+)?(?P<second>second (?:to )?)?(?P<n>last|final|{ORDINAL_WORD}|{NTH_DAY})\s+(?P<u>{either(WEEKDAYS)}|day|week|weekend|month|quarter|working day|business day|weekday)(?P<of>\s+(?:of|in)(?:\s+the)?)?(?!s)", _nth, ANY),
    w(r"q(?P<q>[1-4])(?:\s*(?:of\s+)?(?P<y>(?:19|20)\d\d))?", _quarter, "q"),
    w(r"(?:the\s+)?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)\s+(?:quarter|qtr)(?:\s+(?:of\s+)?(?P<y>(?:19|20)\d\d))?(?!\s+(?:past|to)\b)", _quarter, "tfs1234"),
    w(rf"({either(HOLIDAYS)})(?:'s)?(?:,?\s+(?:of\s+|in\s+)?(?P<y>(?:19|20)\d\d))?(?!\w)", _holiday),
    # time of day
    w(r"(?:(?:in|during|at)\s+)?(?:(?P<this>this)\s+|the\s+|(?:very\s+))*(?P<lead>(?:very\s+)?(?:early|late|mid)(?:\s+in)?(?:\s+the)?[\s-]+)?(?P<part>morning|afternoon|evening|night|lunch ?time|dinner ?time|lunch|dusk|dawn)(?:ish)?(?!s)", _part) if False else w(r"(?:(?:in|during|at|by)\s+)?(?:very\s+)?(?:(?P<this>this|late this|early this)\s+|the\s+)?(?P<lead>(?:very\s+)?(?:early|late|mid|later)(?:\s+in)?(?:\s+the)?[\s-]+)?(?P<part>morning|afternoon|evening|night|lunch ?time|lunch|dusk|dawn)(?:ish)?(?!s|\s+(?:shift|club|school|tea|coffee|dress))", _part),
    w(r"(?:at\s+)?(noontime|noon|midday|midnight)(?:ish)?", _noon, "anm"),
    w(rf"(?P<h>\d{{1,2}}|{SMALL})\s*o'?\s?clock(?:\s*(?P<half>am|pm|a\.m\.?|p\.m\.?))?", _oclock, ANY),
    w(rf"(?:a\s+)?(?P<m>half|quarter|\d{{1,2}}|{NUMBER_WORD})(?:\s+minutes?)?\s+(?P<w>past|after|to|till?|of|before)\s+(?P<h>1[0-2]|[1-9]|{SMALL})(?![\w.:%]|\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of|hours|minutes|days|weeks|months))(?:\s*o'?clock)?(?:\s*(?P<half>am|pm|a\.m\.?|p\.m\.?))?", _past, ANY) if False else w(rf"(?:a\s+)?(?P<m>half|quarter|\d{{1,2}}(?=\s+(?:minutes?\s+)?(?:past|after))|{NUMBER_WORD}(?:\s+minutes?)?)(?:\s+minutes?)?\s+(?P<w>past|after|to|till?|before)\s+(?P<h>1[0-2]|[1-9]|{SMALL})(?![\w.:%]|\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|hours|minutes|days|weeks|months))(?:\s*o'?clock)?(?:\s*(?P<half>am|pm|a\.m\.?|p\.m\.?))?", _past, ANY),
    w(rf"half\s+(?P<h>{SMALL})(?:\s*(?P<half>am|pm))?(?!\s+(?:hours?|minutes?|days?|weeks?))", _half_six, "h"),
    w(rf"(?P<h>{SMALL})(?:[- ](?P<m>{MINUTES}|oh (?:{SMALL})))?\s*(?P<half>am|pm|a\.m\.?|p\.m\.?)(?![a-z])", _spelled, LETTERS),
    w(rf"(?P<h>{SMALL})[- ](?P<m>thirty|fifteen|forty[- ]five)(?P<half>)(?!\s+(?:{either(UNITS)}|people|percent|pieces|clients)|\w)", _spelled, LETTERS),
    w(rf"(?:at|@)\s*(?:around |about |approximately |exactly )?(?P<h>\d{{1,2}}|{SMALL})(?P<m>)(?=\s*(?:$|[,;?!]|\.(?!\d)|(?:on|tomorrow|today|tonight|this|next|in the|for|with|sharp|and|or|until|to|till|but|then|if|monday|tuesday|wednesday|thursday|friday|saturday|sunday|the|mon|tue|wed|thu|fri)\b))", _at_hour, "a@"),
    w(r"(?P<h>[01]\d|2[0-4])(?P<m>[0-5]\d)\s*(?:(?P<half>am|pm|a\.m\.?|p\.m\.?)|hrs|hours|h\b)(?![a-z])", _military, FIGURES),
    w(r"(?:at\s+)?(?P<h>[1-9])(?P<m>[0-5]\d)\s*(?P<half>am|pm|a\.m\.?|p\.m\.?)(?![a-z])", _military, FIGURES + "a"),
    w(r"(?:right |just )now|at the moment|now(?! that)|immediately|asap|as soon as possible|at once|right away", _now, "rjnai"),
    # lengths and what is counted with them
    w(rf"(?P<l>{LENGTHS})", _length, ANY),
    w(rf"(?:in|after)\s+(?:about |around |approximately |another |roughly |exactly |just |only |the next )?(?P<l>{LENGTHS})(?:(?:'s?)?\s+time)?(?!\s+(?:after|before|of|earlier|ago)\b)", _later, "ia"),
    w(rf"(?:in\s+)?(?P<l>{LENGTHS})\s+(?:from\s+(?:now|today)|later|hence|out|afterwards?|from this moment|time)(?![a-z])", _later, ANY),
    w(rf"(?:about |around |approximately |roughly )?(?P<l>{LENGTHS})\s+(?:ago|earlier|back|before(?!\s+[a-z\d])|before now|prior)(?![a-z])", _ago, ANY),
    w(rf"(?:within|inside(?: of)?|in less than|no more than|in under)\s+(?:the\s+)?(?:next\s+|coming\s+|following\s+)?(?P<l>{LENGTHS})", _within, "win"),
    w(rf"(?:(?:in|for|over|during|within)\s+)?(?:the\s+)?(?:next|coming|following|upcoming)\s+(?P<n>\d+|{NUMBER_WORD}|couple(?: of)?|few|several)\s+(?P<u>{UNIT})", _counted("C"), LETTERS),
    w(rf"(?:(?:in|for|over|during|within)\s+)?(?:the\s+)?(?:last|past|previous)\s+(?P<n>\d+|{NUMBER_WORD}|couple(?: of)?|few|several)\s+(?P<u>{UNIT})", _counted("P"), LETTERS),
    w(r"(?:the\s+)?(day|week)(?=\s+(?:before|after|following|prior to)\s)", _one_day, "tdw"),
    # recurring
    w(rf"(?:every|each)(?:\s+(?:other|second|single|\d+|{NUMBER_WORD}|{ORDINAL_WORD}|{NTH_DAY}))?\s+(?:half(?: an)?[ -])?(?:hour|minute|day|weekday|week|weekend|month|quarter|year|morning|afternoon|evening|night|lunch|{either(WEEKDAYS)}|{either(MONTHS)}|working day|business day|fortnight)s?(?:\s+(?:morning|afternoon|evening|night)s?)?", _as("r"), "e"),
    w(r"(?:hourly|daily|weekly|biweekly|bi-weekly|fortnightly|monthly|bimonthly|quarterly|yearly|annually|annual|semi-?annually|semi-?annual|bi-?annually|bi-?annual|everyday|nightly)(?!\s+(?:report|reports|income|limit|interest|rate|leave|budget|review|fee|fees|statement|salary|average|balance|turnover|sales|plan|target|payment|repayment|newsletter|summary))", _as("r")),
    w(rf"(?:on\s+)?(?:{'|'.join(n for n in WEEKDAYS if n.endswith('day'))})s\b(?!')", _as("r")),
    w(r"(?:in the\s+)?(?:mornings|afternoons|evenings|nights|weekdays|weekends|workdays)", _as("r")),
    w(rf"(?:once|twice|\d+ times|three times)\s+(?:a|per|every|each)\s+(?:day|week|month|year|quarter|hour)", _as("r"), ANY),
    # connecting words
    w(r"(?:up\s+)?to|through|thru|till|until|til|-{1,2}>?|~|up until", _as("-"), "tu-~"),
    w(r"from|starting(?: from| on| at)?|beginning(?: from| on)?", _as("F"), "fsb"),
    w(r"between", _as("b"), "b"),
    w(r"and|&", _as("&"), "a&"),
    w(r"on|at|in|the|of|@|this|sharp|exactly|sometime", _as("o"), "oaits@e"),
    w(r"about|around|approximately|approx\.?|roughly|circa|maybe", _as("~"), "arcm"),
    w(r"by(?: the)?|before(?: the)?|no later than|not later than|prior to|until|till|due(?: on| by)?(?= )|latest by", _as("D"), "bnpultd"),
    w(r"after|following|from|since", _as("G"), "afs"),
    w(r"since", _as("F"), "s"),
    w(r"or later|onwards?|and after|or after|forward", _as("e"), "oaf"),
    w(r"for(?: about| around)?", _as("f"), "f"),
    w(r"no,? wait|no|not|sorry|i mean|i meant|make (?:it|that)|rather|actually|instead|correction|moved to|changed to|postponed to|rescheduled to|pushed to|or rather|scratch that|wait", _as("!"), "nsimracpow"),
)  # fmt: skip
