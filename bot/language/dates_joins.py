"""From tokens to expressions: a cascade of rules over the kinds of tokens, alike for every language.

Kinds made by the lexicons: W a moment, N an n-th day "of", L a length, n a bare number, d two numbers with a dot, m a
meal or half a day, p all day, h the first so many of, K the week of, r a recurrence, I within a length, C the coming
and P the past length, - to, u until, F from, b between, B 之间, & and, o glue (的, of, at), ~ about, = is, < before
(behind its moment), D by and Q before (ahead of it), > after (behind it), G after and c since (ahead of it), i within
(behind it), e onwards, f for, s closing a range, Z until now, ! a correction, X an impossible date, x no date whatever
it looks like, "," "、" "." "(" ")" punctuation, _ any other text. Made here: S a range, E a deadline, A an open end,
T a moment with a length.

Each rule is a pattern over the kinds and a function from the matched tokens to what stands for them, or None.
"""

import re
from dataclasses import replace

from bot.language.dates_counted import first_of, moved_by, nth_from, unanchored
from bot.language.dates_lexer import Join, Token, moments, over
from bot.language.dates_ranges import (
    bare_hours,
    corrected,
    corrected_number,
    dated_range,
    lasting,
    listed,
    longer,
    month_days,
    ranging,
    since,
    until_now,
)
from bot.language.dates_stretches import DAY, shift_months, stretch
from bot.language.dates_when import Range, Scene, When, join, settle_days, without_time

COUNTED_WEEKS = re.compile(r"(?:周|星期|礼拜)(?:之|以|过)?后$|\bweeks?\b")
LEAVE = re.compile("(?:号|日)?(?:请|休|年假|事假|病假|调休|放假|出差)")
AWAY = re.compile("假|休|出差|外出|值班|不在|leave|off|away|trip")


def joined(tokens: list[Token], scene: Scene) -> list[Token]:
    """The expressions in the tokens, in order, among what is left of the others."""
    for pattern, build in RULES:
        kinds, place = "".join(token.kind for token in tokens), 0
        while match := pattern.search(kinds, place):
            made = build(tokens[match.start() : match.end()], scene)
            if made is None:
                place = match.start() + 1
                continue
            made = [made] if isinstance(made, Token) else made
            tokens[match.start() : match.end()] = made
            kinds = "".join(token.kind for token in tokens)
            place = max(0, match.start() - 3) if len(made) == 1 else match.start() + 1
    return tokens


# ── one moment ───────────────────────────────────────────────────────────────────────────────────────


def _join(tokens: list[Token], scene: Scene) -> Token | None:
    one, two = (token.when for token in moments(tokens))
    comma = any(token.kind == "," for token in tokens)
    if comma and not _across_comma(one, two, scene):
        return None
    bracketed = any(token.kind == "(" for token in tokens)
    if bracketed and not (_confirms(one, two) or (two.month and one.weekday is not None)):
        return None
    if two.at is not None or one.at is not None:
        return None
    both = _apposed(one, two, scene) or join(_week_around(one, two, tokens, scene), two)
    return over(tokens, "W", both) if both else None


def _week_around(one: When, two: When, tokens: list[Token], scene: Scene) -> When:
    """两周后的周一: counted in weeks, a weekday is one of that week, not of that very day."""
    if two.weekday is None or two.first or one.grain != "day" or one.first is None:
        return one
    if not COUNTED_WEEKS.search(scene.text[tokens[0].begin : tokens[0].finish]):
        return one
    first, last, grain = stretch(one.first, "week", 0)
    return replace(one, first=first, last=last, grain=grain)


def _across_comma(one: When, two: When, scene: Scene) -> bool:
    if one.dated and not one.timed and not one.part:
        year_alone = one.year is not None and one.month is None and one.first is None
        return not two.dated or year_alone or _confirms(one, two)
    if one.weekday is not None and one.first is None and one.day is None and two.day is not None and not two.timed:
        return True
    return not scene.chinese and two.dated and not two.timed and not one.dated


def _confirms(one: When, two: When) -> bool:
    """Whether one of them only gives the other's weekday."""
    return (two.weekday is not None and two.first is None) or (one.weekday is not None and one.first is None)


def _apposed(one: When, two: When, scene: Scene) -> When | None:
    """Tomorrow this afternoon; 明年的今天."""
    if two.first != scene.today or two.grain != "day" or two.timed or one.timed or one.part or one.first is None:
        return None
    if not two.part and one.grain == "day":  # 一个月后的今天
        return one if one.first != scene.today else None
    if two.part and one.grain == "day":
        return replace(one, part=two.part)
    if one.grain in ("month", "year") and not (one.edge or one.day or one.month or one.nth):
        months = (one.first.year - scene.today.year) * 12
        months += 0 if one.grain == "year" else one.first.month - scene.today.month
        same = shift_months(scene.today, months)
        return replace(two, first=same, last=same)
    return None


def _dashed(tokens: list[Token], scene: Scene) -> Token | None:
    """2021-09-12-11:23: a date and its time, not a range."""
    one, two = tokens[0].when, tokens[-1].when
    if one.day is None or one.month is None or one.timed or one.part or two.dated or not two.literal:
        return None
    return over(tokens, "W", join(one, two))


def _nth_of(tokens: list[Token], scene: Scene) -> Token | None:
    one, two = tokens[0].when, tokens[-1].when
    nth, base = (one, two) if tokens[0].kind == "N" else (two, one)
    if base.timed or base.part or base.nth or base.day is not None or base.weekday is not None or base.grain == "day":
        return None
    both = join(base, nth)
    return over(tokens, "W", both) if both else None


def _next_day(tokens: list[Token], scene: Scene) -> Token | list[Token] | None:
    """第二天 without a day that it is the second of: the one after the day spoken of."""
    if not scene.chinese or tokens[0].when.nth != (2, "day"):
        return None
    if tokens[-1].kind == "W":
        both = join(When(morrow=True), tokens[-1].when) if not tokens[-1].when.dated else None
        return over(tokens, "W", both) if both else None
    return [over(tokens[:1], "W", When(morrow=True)), *tokens[1:]]


def _number_beside(tokens: list[Token], scene: Scene) -> Token | None:
    """A bare number beside a day: "tomorrow 4", "10 tomorrow morning", 后天上午0930, "12 of next month"."""
    first_is_number = tokens[0].kind == "n"
    number, moment = (tokens[0], tokens[-1]) if first_is_number else (tokens[-1], tokens[0])
    when, size, value = moment.when, number.finish - number.begin, number.number
    if first_is_number and when.grain == "month" and any(token.kind == "o" for token in tokens) and when.day is None:
        return over(tokens, "W", replace(when, day=value)) if 1 <= value <= 31 else None
    if when.timed or (size < 4 and tokens[0].kind == "W" and not scene.ends(number.finish)):
        return None
    if not scene.text[number.begin].isdigit():
        size = 1  # spelled out
    if size == 4 and value < 2400 and value % 100 < 60 and (when.day or when.grain == "day" or when.part):
        clock = When(hour=value // 100, minute=value % 100, sure=value >= 1300 or value < 100)
    elif (size < 3 or number.kind == "n") and 1 <= value <= 12 and not scene.chinese and size < 7:
        single = when.part or when.grain == "day" or when.weekday is not None
        if when.month is not None or when.day is not None or not single:
            return None
        clock = When(hour=value, sure=False)
    else:
        return None
    both = join(when, clock)
    return over(tokens, "W", both) if both else None


def _year_beside(tokens: list[Token], scene: Scene) -> Token | None:
    """A year behind a date with a time or an edge: Thu 6 Aug 17:53 2026, end of 2027."""
    number, when = tokens[-1].number, tokens[0].when
    if not 1950 <= number < 2100 or tokens[-1].finish - tokens[-1].begin != 4:
        return None
    if when.year is not None or when.first is not None or when.at is not None or when.part:
        return None
    if not (when.month or when.edge or when.holiday or when.nth or (when.timed and when.minute is not None)):
        return None
    return over(tokens, "W", replace(when, year=number))


def _dotted_day(tokens: list[Token], scene: Scene) -> Token | None:
    """Friday 8.5: whichever order has that weekday; 后天9.30: a time."""
    one, two = tokens[0].when, tokens[-1].when
    if one.timed:
        return None
    if one.weekday is not None and not one.first and two.day is not None:
        both = join(one, two)
        if both and settle_days(both, scene):
            return over(tokens, "W", both)
    hour, _, minute = scene.text[tokens[-1].begin : tokens[-1].finish].partition(".")
    if len(minute) != 2 or int(minute) > 59 or int(hour) > 24 or one.grain not in ("day", "week", None):
        return None
    both = join(one, When(hour=int(hour), minute=int(minute), sure=int(hour) > 12))
    return over(tokens, "W", both) if both else None


def _on_dotted(tokens: list[Token], scene: Scene) -> Token | None:
    """On 4.22."""
    said_on = scene.text[tokens[0].begin : tokens[0].finish] == "on"
    return over(tokens, "W", tokens[-1].value) if said_on and tokens[-1].when.day else None


def _dotted_part(tokens: list[Token], scene: Scene) -> Token | None:
    """5.8上午: a date beside a part of the day."""
    one, two = tokens[0].when, tokens[-1].when
    before = scene.text[: tokens[0].begin].rstrip()
    fits = one.day and two.part and not two.dated and (not before or not before[-1].isalnum())
    both = join(one, two) if fits and scene.chinese else None
    return over(tokens, "W", both) if both else None


def _dotted_leave(tokens: list[Token], scene: Scene) -> Token | None:
    """5.8请假."""
    ranged = scene.text[: tokens[0].begin].endswith("-")
    away = tokens[0].when.day and LEAVE.match(scene.text, tokens[0].finish) and not ranged
    return over(tokens, "W", tokens[0].when) if away else None


def _dotted_range(tokens: list[Token], scene: Scene) -> Token | None:
    """5.8-5.10 beside a word of leave or travel."""
    first, last = tokens[0].when, tokens[-1].when
    around = scene.text[max(0, tokens[0].begin - 8) : tokens[-1].finish + 8]
    if not (first.day and last.day and AWAY.search(around)):
        return None
    return over(tokens, "S", Range(replace(first, either=None), replace(last, either=None)))


def _meal(tokens: list[Token], scene: Scene) -> Token | None:
    both = join(tokens[0].when, tokens[-1].when)
    return over(tokens, "W", both) if both else None


def _all_day(tokens: list[Token], scene: Scene) -> Token | None:
    return over(tokens, tokens[0].kind, tokens[0].value)


def _due(tokens: list[Token], scene: Scene) -> Token | None:
    """A deadline; in 明天前去拜访 the 前 belongs to the going."""
    when = next(token for token in tokens if token.kind in "WN").when
    going = tokens[-1].kind == "<" and scene.text[tokens[-1].finish - 1 :].startswith("前去")
    if going and when.grain == "day" and not when.timed and not when.part:
        return None
    return over(tokens, "E", when)


def _weeks_today(tokens: list[Token], scene: Scene) -> Token | list[Token] | None:
    """A week tomorrow, two weeks today."""
    length, when = tokens[0].length, tokens[-1].when
    weeks = length.by_the_day and not length.months and length.days and length.days % 7 == 0
    near = when.grain == "day" and when.first in (scene.today, scene.today + DAY)
    return moved_by(1, -1, 0)(tokens, scene) if weeks and near and not scene.chinese else None


def _closed(tokens: list[Token], scene: Scene) -> Token | None:
    """到5月8号为止, 5月20日截止."""
    when = next(token for token in tokens if token.kind == "W").when
    return over(tokens, "E", when) if scene.chinese else None


def _week_of(tokens: list[Token], scene: Scene) -> Token | None:
    """The week of 6 October."""
    days = settle_days(without_time(tokens[-1].when), scene)
    if days is None:
        return None
    first, last, grain = stretch(days[0], "week", 0)
    return over(tokens, "W", When(first=first, last=last, grain=grain))


def _refused(tokens: list[Token], scene: Scene) -> Token | None:
    return over(tokens, "X", None)


def _as(kind: str, wanted: str = "W") -> Join:
    """The one token of the wanted kinds, over all of them."""

    def build(tokens: list[Token], scene: Scene) -> Token | None:
        return over(tokens, kind, next(token.value for token in tokens if token.kind in wanted))

    return build


def rule(pattern: str, build: Join) -> tuple[re.Pattern[str], Join]:
    """A rule of the cascade."""
    return re.compile(pattern), build


recurring = _as("r", "r")
RULES: tuple[tuple[re.Pattern[str], Join], ...] = (
    rule(r"N[o~]*W|W[o,~]*N", _nth_of),
    rule(r"N[o~]*n", _year_beside),
    rule(r"(?<![<>oW])N[o~]*(?:W|$|[^<>GFoW])", _next_day),
    rule(r"r[o~]*[WrLN]|(?<![-u])W[o~]*r", recurring),
    rule(r"X[o,~]*[WX]|W[o~]*X", _refused),
    rule(r"Wd", _dotted_day),
    rule(r"d[o~]*W", _dotted_part),
    rule(r"od", _on_dotted),
    rule(r"d(?!-)", _dotted_leave),
    rule(r"d-d", _dotted_range),
    rule(r"W[o~]*m|m[o~]*W", _meal),
    rule(r"W[o~]*W|W,[o~]*W|W\([o]*W\)", _join),
    rule(r"Wi", _as("W")),
    rule(r"W[o~]*n(?=$|[.,)-])|n[o~]*W|Wn(?=_)", _number_beside),
    rule(r"Wo?n", _year_beside),
    rule(r"W[o~]*W", _join),
    rule(r"W-W", _dashed),
    rule(r"Ko*W", _week_of),
    rule(r"[WS]o*p", _all_day),
    rule(r"po*W", _as("W")),
    rule(r"fLFo*W", lasting),
    # counted from a named moment
    rule(r"W>o?N", nth_from(1, 0, -1)),
    rule(r"W<o?N", nth_from(-1, 0, -1)),
    rule(r"N[GF]W", nth_from(1, -1, 0)),
    rule(r"Wo*h|ho*W", first_of),
    rule(r"(?<![WS])[<>]o?L", unanchored),
    rule(r"W>o?L(?![<>])", moved_by(1, 0, -1)),
    rule(r"W<o?L(?![<>])", moved_by(-1, 0, -1)),
    rule(r"L[GF]W", moved_by(1, -1, 0)),
    rule(r"L[DQ]W", moved_by(-1, -1, 0)),
    rule(r"LW", _weeks_today),
    rule(r"W[o~]*W", _join),
    # ranges
    rule(r"n-L", longer),
    rule(r"[XWn]-X|X-[Wn]", _refused),
    rule(r"bo?[Wn]o?[-&]o?[Wn]|[Fbo]*[Wn]o?[-&]o?[Wn]o?B", ranging),
    rule(r"[Fb]?o*n[-&u]o*no*W", month_days),
    rule(r"[Fb]?o*[Wn]e?[-u][o~]*[Wn]s?", ranging),
    rule(
        r"[Fb]o?n[-&u]o?n(?=$|[,.]|o*W)|(?<=Wo)[Fb]?n[-&u]n|^n[-u]n$|(?<=W)o?n[-u]n(?=$|[,.])|n[-u]n(?=o?W)", bare_hours
    ),
    rule(r"So?,?[oF]*W(?![-<u])|W[oF,]*S", dated_range),
    rule(r"F?Se", _as("S", "S")),
    rule(r"[Wn][&、,]W|W(?:,|&|,&)n(?=$|[,.&-])", listed),
    # how long, until when, since when
    rule(r"W,?\(_?fL_?\)|W,?fL|WeL", lasting),
    rule(r"r[o~]*[WSrL]|[WS][o~]*r|r[-&、u,]o?W", recurring),
    rule(r"FWZ|WZ", until_now),
    rule(r"-o?Ws|Ws|WD(?![o~]*W)", _closed),
    rule(r"Q[o~]*[WN]", _as("Q", "WN")),
    rule(r"Wo?<|[Du][o~]*[WN]", _due),
    rule(r"c[o~]*W", since),
    rule(r"Fo?We?|We|W>|Go*W", _as("A")),
    rule(r"W[,.]*!+[,.]*n(?=$|[,.])", corrected_number),
    rule(r"![WSEA],?=[WSEA]", lambda tokens, scene: corrected([tokens[1], tokens[-1]], scene)),
    rule(r"[WSEQATLr][,.]*(?:!+[,.o]*)+[WSEQATLr]", corrected),
)
