"""English wordings of the time of day, of lengths, and the small words between expressions – over folded text."""

import re

from bot.language.dates_english import (
    ANY,
    FUNCTION_WORDS,
    LETTERS,
    MONTHS,
    NTH,
    NUMBER,
    ORDINAL,
    SMALL,
    TEENS,
    TENS,
    WEEKDAY,
    WEEKDAYS,
    either,
    initials,
)
from bot.language.dates_english_lengths import LENGTH, UNIT, UNITS, length_of
from bot.language.dates_lexer import BLOCKED, Build, Made, Wording, kind, moved, when
from bot.language.dates_numbers import FIGURES, english
from bot.language.dates_numeric import clock
from bot.language.dates_stretches import stretch
from bot.language.dates_when import Range, Scene, When

Match = re.Match[str]
HALF = r"(?:\s*(?P<half>am|pm|a\.\s?m\.?|p\.\s?m\.?)(?![a-z]))"
SURE_HALF = HALF
MAYBE_HALF = rf"{HALF}?"

# ── parts of the day ─────────────────────────────────────────────────────────────────────────────────

PARTS = {
    **dict.fromkeys(("morning", "forenoon"), "morning"),
    "afternoon": "afternoon",
    **dict.fromkeys(("evening",), "evening"),
    **dict.fromkeys(("night", "nighttime", "night time", "overnight"), "night"),
    "dusk": "dusk",
    "dawn": "dawn",
}
MEALS = {
    "breakfast": "early",
    **dict.fromkeys(("lunch", "lunchtime", "lunch time", "lunch break"), "noon"),
    **dict.fromkeys(("dinner", "dinnertime", "dinner time", "supper"), "evening"),
}


def _part(match: Match, scene: Scene) -> Made | None:
    part, lead = PARTS[match["part"]], (match["lead"] or "") + (match["this"] or "")
    if "early" in lead and part == "morning":
        part = "early"
    if "late" in lead and part == "night":
        part = "late"
    if match["this"]:
        first, last, grain = stretch(scene.today, "day", 0)
        return when(first=first, last=last, grain=grain, part=part)
    return when(part=part)


def _meal(match: Match, scene: Scene) -> Made | None:
    """Lunch is a time of day beside a date or behind at, by, before, until; else it is food."""
    part = when(part=MEALS[match[2]]).value
    return Made(
        "W" if match[1] or re.search(r"\b(?:by|before|after|until|till) $", match.string[: match.start()]) else "m",
        part,
    )


def _half_day(match: Match, scene: Scene) -> Made | None:
    """Tuesday AM."""
    return Made("m", When(part="morning" if match[0][0] == "a" else "afternoon"))


def _noon(match: Match, scene: Scene) -> Made | None:
    return when(hour=0 if match[1].endswith("night") else 12, minute=0, sure=True)


def _closing(match: Match, scene: Scene) -> Made | None:
    return when(bound="close")


def _now(match: Match, scene: Scene) -> Made | None:
    """Now, where it stands at an end of the clause; "now that", "now I see" are no times."""
    after = match.string[match.end() :].lstrip()
    ends = not after or after[0] in ",.;!?" or after.startswith(("to ", "until ", "till ", "- ", "for "))
    return when(at=scene.now) if ends or match[0] != "now" else None


# ── clock times ──────────────────────────────────────────────────────────────────────────────────────

MINUTES = rf"(?:(?:{TENS})(?:[- ](?:{SMALL}))?|{TEENS}|ten|eleven|twelve|oh (?:{SMALL}))\b"
NOT_COUNTED = (
    rf"(?![\w:%]|\.\d|\s*(?:{either(MONTHS)}|of|hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|people|percent"
    r"|pieces|clients?|times?|million|thousand|hundred)\b)"
)


def _hour_of(text: str) -> int | None:
    number = english(text)
    return int(number) if number is not None and number == int(number) and 0 <= number <= 24 else None


def _spoken(match: Match, scene: Scene) -> Made | None:
    """Eight forty pm, 8 o'clock, at 7."""
    hour, said = _hour_of(match["h"]), match.groupdict().get("m")
    minute = english(said.removeprefix("oh ")) if said else None
    half = match.groupdict().get("half")
    if hour is None or (hour > 12 and half):
        return None
    return clock(hour, int(minute) if minute is not None else None, half[0] if half else None, False)


def _at_a_name(match: Match, scene: Scene) -> Made | None:
    """At 10, with a name behind it: tomorrow at 10 Harbour Steel."""
    name = scene.source[match.end() :].lstrip()[:1]
    return _spoken(match, scene) if name.isupper() and DAY_SAID.search(match.string[: match.start()]) else None


DAY_SAID = re.compile(
    rf"(?:today|tomorrow|tmrw?|tonight|morning|afternoon|evening|\d(?:st|nd|rd|th)?|{WEEKDAY})\s*,?\s*$"
)


def _until_hour(match: Match, scene: Scene) -> Made | None:
    """Back by 4."""
    hour = _hour_of(match["h"])
    made = clock(hour, None, None, False) if hour and match["h"] != "one" else None
    return Made("E", made.value) if made and made.kind == "W" else None


RANGE_AHEAD = re.compile(r"\b(?:from|between)\s+$")


def _past(match: Match, scene: Scene) -> Made | None:
    """Half past four, quarter to nine, ten past three."""
    noon = {"noon": 12, "midnight": 24}.get(match["h"])
    hour, said = noon or _hour_of(match["h"]), match["m"]
    minute = {"half": 30, "quarter": 15}.get(said.split()[-1]) or int(english(said) or 0)
    if hour is None or not 0 < minute < 60:
        return None
    if match["w"] != "past" and RANGE_AHEAD.search(match.string[: match.start()]):  # from ten to four
        return None
    if match["w"] in ("to", "before") and minute not in (5, 10, 15, 20, 25) and "min" not in match[0]:  # nine to five
        return None
    if match["w"] in ("to", "til", "till", "before"):
        hour, minute = (hour - 1) or 12, 60 - minute
    return clock(hour % 24, minute, match["half"][0] if match["half"] else None, noon is not None)


def _half_six(match: Match, scene: Scene) -> Made | None:
    return clock(_hour_of(match["h"]) or 0, 30, None, False)


def _military(match: Match, scene: Scene) -> Made | None:
    half = match["half"]
    return clock(int(match["h"]), int(match["m"]), half[0] if half else None, not half)


# ── lengths ──────────────────────────────────────────────────────────────────────────────────────────

LENT = re.compile(  # a 3-year loan
    r"\s+(?:(?:fixed |term |time |personal |housing |corporate )?(?:loan|deposit|bond|mortgage|note|treasury"
    r"|lpr|tenor|term|product|contract|lease"
    r"|certificate|cd|fixed)s?\b)"
)


def _length(match: Match, scene: Scene) -> Made | None:
    text, before = match["l"], match.string[: match.start()]
    if re.fullmatch(r"\d+ ?(?:m|y|w|mo|d)", text):  # 5m, 3d: figures of another kind
        return None
    if LENT.match(match.string[match.end() :]):
        return BLOCKED
    if re.fullmatch(r"an? \w+", text) and re.search(r"\b(?:what|once|twice|times|such|not|quite) $", before):
        return None
    length = length_of(text)
    return Made("L", length) if length else None


def _counted(sign: int) -> Build:
    def build(match: Match, scene: Scene) -> Made | None:
        length = length_of(match["l"])
        return moved(length.times(sign), scene) if length else None

    return build


def _within(match: Match, scene: Scene) -> Made | None:
    length = length_of(match["l"])
    return Made("I", length) if length else None


def _coming(letter: str) -> Build:
    def build(match: Match, scene: Scene) -> Made | None:
        count = 2 if "couple" in match["n"] else english(match["n"] or "one")
        return Made(letter, UNITS[match["u"]].times(count)) if count else None

    return build


def _first_of(match: Match, scene: Scene) -> Made | None:
    """The first two weeks of, the last three days of."""
    count = english(match["n"])
    return Made("h", UNITS[match["u"]].times(count if match["w"] == "first" else -count)) if count else None


def _to_date(match: Match, scene: Scene) -> Made | None:
    """Year to date."""
    first = stretch(scene.today, match[1], 0)[0]
    return Made("S", Range(When(first=first, last=first, grain="day"), When(at=scene.now)))


def _one(match: Match, scene: Scene) -> Made | None:
    return Made("L", UNITS[match[1]])


def _rest(match: Match, scene: Scene) -> Made | None:
    last = stretch(scene.today, match[1], 0)[1]
    return Made(
        "S", Range(When(first=scene.today, last=scene.today, grain="day"), When(first=last, last=last, grain="day"))
    )


def _number(match: Match, scene: Scene) -> Made | None:
    number = english(match[0])
    return Made("n", int(number)) if number else None


def _block(match: Match, scene: Scene) -> Made | None:
    return BLOCKED


REPEATED = (
    "half(?: an)?[ -]hour|hour|minute|day|weekday|weekend|week|month|quarter|year|morning|afternoon|evening|night"
    rf"|{WEEKDAY}|{either(MONTHS)}|working day|business day|fortnight"
)
ADVERBS = (
    "hourly|daily|nightly|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|yearly"
    "|(?:semi-?|bi-?)?annual(?:ly)?"
)
WHERE_ADVERB = (  # a meeting is weekly, a limit is a weekly one
    r"(?=\s*(?:$|[,.;!?)]|(?:at|on|in|from|until|starting|meeting|call|event|visit|appointment|check|sync|stand-?up"
    r"|reminder|catch-?up)s?\b))"
)

WORDINGS: tuple[Wording, ...] = (
    # time of day
    Wording(
        initials(("in", "during", "by", "very", "this", "the", "early", "late", "mid", *PARTS)),
        r"(?:(?:in|during|by|at)\s+)?(?:very\s+)?(?:(?P<this>(?:late\s+|early\s+)?this)\s+"
        r"|the\s+)?(?P<lead>(?:very\s+)?(?:early|later?|mid)(?:\s+hours\s+of)?(?:\s+in)?(?:\s+the)?[\s-]+)?"
        rf"(?P<part>{either(PARTS)})(?:ish)?(?![a-z]|\s+(?:shift|club|school|tea|coffee|dress|market|brief))",
        _part,
    ),
    Wording("ao" + initials(MEALS), rf"(?:(at|over|during)\s+)?({either(MEALS)})", _meal),
    Wording("ap", r"am|pm|a\.m\.|p\.m\.", _half_day),
    Wording("anmt1", r"(?:at\s+|this\s+)?(?:12\s+)?(noontime|noon|mid[- ]?day|mid[- ]?night)(?:ish)?", _noon),
    Wording(
        "tec",
        r"(?:the\s+)?(?:end of (?:the |my )?(?:business|working|work) ?(?:day|hours)?|end of (?:the )?day"
        r"|end of today|close of (?:business|play)|eod|cob|eob)(?:\s+today)?",
        _closing,
    ),
    Wording("rjnac", r"right now|just now|at the moment|now", _now),
    # clock times
    Wording(ANY, rf"(?P<h>\d{{1,2}}|{SMALL})\s*o'?\s?clock{MAYBE_HALF}", _spoken),
    Wording(
        ANY,
        r"(?:at\s+)?(?:a\s+)?(?P<m>half|quarter|\d{1,2}(?=\s+(?:min(?:ute)?s?\s+)?(?:past|after)\b"
        rf"|\s+min(?:ute)?s?\s+to\b|\s+(?:till?|to)\s+noon)|{NUMBER})(?:\s+min(?:ute)?s?)?\s+(?P<w>past"
        r"|after|till?|to|before)\s+"
        rf"(?P<h>1[0-2]|[1-9]|(?:{SMALL}|noon|midnight)\b)(?:\s*o'?clock)?(?:{HALF}|{NOT_COUNTED})",
        _past,
    ),
    Wording("h", rf"half[- ](?P<h>{SMALL})(?!\s+(?:hours?|minutes?|days?|weeks?))", _half_six),
    Wording(initials(SMALL.split("|")), rf"(?P<h>{SMALL})(?:[- ](?P<m>{MINUTES}))?{SURE_HALF}", _spoken),
    Wording(
        initials(SMALL.split("|")),
        rf"(?P<h>{SMALL})[- ](?P<m>fifteen|(?:{TENS})(?:[- ](?:{SMALL}))?)(?:(?<!thirty)(?<!fifteen)\s+minutes"
        rf"|{NOT_COUNTED})",
        _spoken,
    ),
    Wording(
        "a@",
        r"(?:at|@)\s*(?:(?:around|about|approximately|exactly|like)\s+)?(?P<h>\d{1,2}"
        rf"|(?:{SMALL})\b)(?:ish)?(?=\s*(?:$|[,;?!)-]|\.(?!\d)"
        rf"|(?:{FUNCTION_WORDS}|of|tomorrow|tmrw?|today|tonight|this|next|sharp|the|{WEEKDAY})\b))",
        _spoken,
    ),
    Wording("a@", rf"(?:at|@)\s*(?P<h>\d{{1,2}}|(?:{SMALL})\b)(?=\s+[a-z])", _at_a_name),
    Wording(FIGURES, r"(?P<h>1[0-2]|[1-9])\s?-?ish(?![a-z])", _spoken),
    Wording("abut", rf"(?:around|about|until|till|by)\s+(?P<h>\d{{1,2}}|{SMALL})ish(?![a-z])", _spoken),
    Wording(
        "butn",
        rf"(?<!\d )(?:by|until|till|before|no later than)\s+(?P<h>\d{{1,2}}|(?:{SMALL})\b)(?=\s*(?:$|[,;?!]|\.(?!\d)))",
        _until_hour,
    ),
    Wording(
        FIGURES,
        r"(?P<h>[01]\d|2[0-4])(?P<m>[0-5]\d)\s*(?:(?P<half>am|pm|a\.m\.?|p\.m\.?)|hrs|hours|h\b)(?![a-z])",
        _military,
    ),
    Wording(FIGURES, rf"(?P<h>[1-9])(?P<m>[0-5]\d)\s*{SURE_HALF.strip()}", _military),
    Wording(FIGURES, r"(?<=back )(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?P<half>)", _military),
    Wording(
        FIGURES,
        r"(?<=at )(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)(?P<half>)(?=\s*(?:$|[,;.?!-]|on|tomorrow|today))",
        _military,
    ),
    # lengths and what is counted with them
    Wording(ANY, rf"(?P<l>{LENGTH})", _length),
    Wording(
        "ia",
        r"(?:in|after)\s+(?:(?:about|around|approximately|another|roughly|exactly|just|only"
        rf")\s+)?(?P<l>{LENGTH})(?:'?s?'?\s+time)?(?!\s+(?:after|before|of|earlier|ago)\b)",
        _counted(1),
    ),
    Wording(
        ANY,
        rf"(?:in\s+)?(?P<l>{LENGTH})\s+(?:from\s+(?:now|today)|later|hence|out|afterwards?"
        r"|from this moment)(?![a-z])",
        _counted(1),
    ),
    Wording(
        ANY,
        rf"(?:(?:about|around|approximately|roughly)\s+)?(?P<l>{LENGTH})\s+(?:ago|earlier|back"
        r"|before(?!\s+[a-z\d])|before now|prior)(?![a-z])",
        _counted(-1),
    ),
    Wording(
        "winu",
        r"(?:within|inside(?: of)?|in less than|in under|in no more than)\s+(?:the\s+)?(?:(?:next|coming"
        rf"|following)\s+)?(?P<l>{LENGTH})",
        _within,
    ),
    Wording(
        LETTERS,
        r"(?:(?:in|for|over|during|within)\s+)?(?:the\s+)?(?:next|coming|following|upcoming)\s+(?P<n>\d+"
        rf"|{NUMBER}|couple(?: of)?)\s+(?P<u>{UNIT})",
        _coming("C"),
    ),
    Wording(
        LETTERS,
        rf"(?:(?:in|for|over|during|within)\s+)?(?:the\s+)?(?:last|past|previous)\s+(?P<n>\d+|{NUMBER}"
        rf"|couple(?: of)?)\s+(?P<u>{UNIT})",
        _coming("P"),
    ),
    Wording("nlptfcu", r"(?:the\s+)?(?:next|coming|upcoming)\s+(?P<n>)(?P<u>hour|minute)\b", _coming("C")),
    Wording("nlptfcu", r"(?:the\s+)?(?:last|past|previous)\s+(?P<n>)(?P<u>hour)\b", _coming("P")),
    Wording("tnl", rf"(?:the\s+)?(?:next|last)\s+(?:\d+|{NUMBER})\s+(?:{WEEKDAY})s", _block),
    Wording(
        "tfl",
        rf"(?:the\s+)?(?P<w>first|last)\s+(?P<n>\d+|{NUMBER})\s+"
        r"(?P<u>days|weeks|months|quarters)\s+of(?:\s+the)?",
        _first_of,
    ),
    Wording("tdwm", r"(?:the\s+)?(day|week|month)(?=\s+(?:before|after|following|prior to)\s)", _one),
    Wording("atw", r"all day(?: long)?|the whole day|the entire day", kind("p")),
    # recurring
    Wording(
        "e",
        rf"(?:every|each)(?:\s+(?:other|second|single|last|\d+|{NUMBER}|{ORDINAL}"
        rf"|{NTH}))?\s+(?:(?:{REPEATED})s?(?:\s+(?:morning|afternoon|evening|night)s?)?|(?<=th )of the month)"
        r"(?:\s+of\s+(?:the|each|every)\s+(?:month|quarter|year|week))?",
        kind("r"),
    ),
    Wording("hdnwbfmqysae", rf"(?:{ADVERBS}|everyday){WHERE_ADVERB}", kind("r")),
    Wording(
        initials(("on", *WEEKDAYS)),
        rf"(?:on\s+)?(?:{'|'.join(d for d in WEEKDAYS if d.endswith('day'))})s\b(?!')(?!\s+ago)",
        kind("r"),
    ),
    Wording(
        "imaenwod",
        r"(?:(?:in the|on)\s+)?(?:mornings|afternoons|evenings|nights|weekdays|weekends|workdays)",
        kind("r"),
    ),
    Wording(
        ANY,
        r"(?:once|twice|thrice|\d+ times|three times)\s+(?:an?|per|every|each)\s+(?:day|week|month|year|quarter"
        r"|hour)",
        kind("r"),
    ),
    # small words
    Wording(initials(SMALL.split("|")), rf"(?:{SMALL})\b", _number),
    Wording("tu-~", r"(?:up )?to|through|thru|-{1,2}>?|~|up until", kind("-")),
    Wording("ut", r"until|till|til", kind("u")),
    Wording("fsb", r"from|starting(?: from| on| at)?|beginning(?: from| on)?", kind("F")),
    Wording("s", r"(?:ever )?since", kind("c")),
    Wording("b", r"between", kind("b")),
    Wording("a&o", r"and|&|or", kind("&")),
    Wording("oait@es", r"on|at|in|the|of|@|this|sharp|exactly|sometime", kind("o")),
    Wording("arcm", r"about|around|approximately|approx\.?|roughly|circa|maybe", kind("~")),
    Wording(
        "bnputldo",
        r"by(?: the)?|no later than|not later than|latest by|(?:on or )?before(?=\s+(?:the\s+)?(?:end|close|eod"
        r"|cob))|on or before|due(?: on| by)?",
        kind("D"),
    ),
    Wording("bp", r"before(?: the)?(?!\s*(?:the\s+)?(?:end|close|eod|cob)\b)|prior to", kind("Q")),
    Wording("af", r"after|following", kind("G")),
    Wording("oaf", r"or later|onwards?|and after|or after|forward", kind("e")),
    Wording("fl", r"for(?: about| around)?|lasting", kind("f")),
    Wording(
        "nsimracpow",
        r"no,? wait|no|sorry|i mean|i meant|make (?:it|that)|actually|correction|moved to|changed to"
        r"|postponed to|rescheduled to|pushed to|or rather|scratch that|wait",
        kind("!"),
    ),
    Wording("trb", r"(?:the\s+)?(?:rest|remainder) of (?:the|this) (day|week|month|quarter|year)", _rest),
    Wording("ymwq", r"(year|month|week|quarter)[- ]to[- ]date", _to_date),
    Wording("tw", r"(?:the\s+)?week\s+(?:of|beginning|starting|commencing)(?=\s)", kind("K")),
    Wording(FIGURES, r"\d+ (?:days|hours|hrs) (?:an?|per) (?:day|week|month|year)", _block),
    Wording("g", r"good\s+(?:morning|afternoon|evening|night)", _block),
    Wording("ulw", r"up to (?=\d+ (?!am|pm)[a-z])", _block),
)
