"""From tokens to expressions: a cascade of rules over the kinds of tokens, alike for every language.

Kinds: W a moment, N an n-th day "of", L a length, n a bare number, d two numbers that may be a date, m a meal, p all
day, r a recurrence, - to, u until, F from, b between, B 之间, & and, o glue (的, of, at, on), ~ about, = is, < before (behind its
moment), D before (ahead of it), > after (behind it), G after (ahead of it), i within (behind it), e onwards, f for,
s "until" closing a range, ! a correction, X an impossible date, x no date whatever it looks like, "," "、" "." "(" ")"
punctuation, _ any other text. Made here: S a range, E a deadline, A an open end, T a moment with a length; by the
lexers: I within a length, C the coming and P the past length. Q is "before" taken strictly, c "since".

Each rule is a pattern over the kinds and a function from the matched tokens to what stands for them, or None.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.language.dates_calendar import working_day
from bot.language.dates_holidays import break_of
from bot.language.dates_lexer import Token, Value
from bot.language.dates_when import (
    DAY_FIELDS,
    Lasting,
    Range,
    Scene,
    When,
    join,
    settle,
    settle_days,
    shift_months,
    stretch,
    strip,
    without_time,
)

SCORES = re.compile(
    r"\b(?:cut|reduced?|rose|raised?|went|increased?|dropp?e?d?|fell|lower(?:ed)?|rat(?:e|ing|ed)|score[sd]?|grew)\b"
)
AWAY = re.compile("假|休|出差|外出|值班|不在|leave|off|away|trip")
Join = Callable[[list[Token], Scene], "Token | list[Token] | None"]


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


def over(tokens: Sequence[Token], kind: str, value: Value) -> Token:
    """A token over all of these."""
    return Token(kind, tokens[0].begin, tokens[-1].finish, value)


def moments(tokens: Sequence[Token]) -> list[Token]:
    """The moments and numbers among them."""
    return [token for token in tokens if token.kind in "WnNdm"]


# ── one moment ───────────────────────────────────────────────────────────────────────────────────────


def _join(tokens: list[Token], scene: Scene) -> Token | None:
    one, two = (token.when for token in moments(tokens))
    comma = any(token.kind == "," for token in tokens)
    if comma and not _across_comma(one, two, scene):
        return None
    if any(token.kind == "(" for token in tokens) and not (
        _confirms(one, two) or (two.month and one.weekday is not None)
    ):
        return None
    if two.at is not None or one.at is not None:
        return None
    both = _apposed(one, two, scene) or join(one, two)
    return over(tokens, "W", both) if both else None


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
    if (
        two.part
        and two.first == scene.today
        and not two.timed
        and one.grain == "day"
        and not one.part
        and not one.timed
    ):
        return replace(one, part=two.part)
    if (
        two.first == scene.today
        and two.grain == "day"
        and not two.timed
        and one.grain in ("month", "year")
        and one.first
    ):
        if one.edge or one.day or one.month or one.nth or one.timed or one.part:
            return None
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
    """A bare number beside a day: "tomorrow 3", "9 tomorrow morning", 明天早上0900, "20 of next month"."""
    first_is_number = tokens[0].kind == "n"
    number, moment = (tokens[0], tokens[-1]) if first_is_number else (tokens[-1], tokens[0])
    when, size, value = moment.when, number.finish - number.begin, number.number
    if first_is_number and when.grain == "month" and any(token.kind == "o" for token in tokens) and when.day is None:
        return over(tokens, "W", replace(when, day=value)) if 1 <= value <= 31 else None
    if when.timed:
        return None
    if size == 4 and value < 2400 and value % 100 < 60 and (when.day or when.grain == "day" or when.part):
        clock = When(hour=value // 100, minute=value % 100, sure=value >= 1300 or value < 100)
    elif (size < 3 or number.kind == "n") and 1 <= value <= 12 and not scene.chinese and size < 7:
        if (
            when.month is not None
            or when.day is not None
            or not (when.part or when.grain == "day" or when.weekday is not None)
        ):
            return None
        clock = When(hour=value, sure=False)
    else:
        return None
    both = join(when, clock)
    return over(tokens, "W", both) if both else None


def _year_beside(tokens: list[Token], scene: Scene) -> Token | None:
    """A year behind a date with a time or an edge: Thu 6 Aug 17:53 2026, end of 2018."""
    number, when = tokens[-1].number, tokens[0].when
    if not 1950 <= number < 2100 or tokens[-1].finish - tokens[-1].begin != 4:
        return None
    if when.year is not None or when.first is not None or when.at is not None or when.part:
        return None
    if not (when.month or when.edge or when.holiday or when.nth or (when.timed and when.minute is not None)):
        return None
    return over(tokens, "W", replace(when, year=number))


def _dotted_day(tokens: list[Token], scene: Scene) -> Token | None:
    """Friday 7.6: whichever order has that weekday; 明天8.30: a time."""
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


def _dotted_range(tokens: list[Token], scene: Scene) -> Token | None:
    """5.8-5.10 beside a word of leave or travel."""
    if not (tokens[0].when.day and tokens[-1].when.day) or not AWAY.search(
        scene.text[max(0, tokens[0].begin - 8) : tokens[-1].finish + 8]
    ):
        return None
    return over(tokens, "S", Range(replace(tokens[0].when, either=None), replace(tokens[-1].when, either=None)))


def _meal(tokens: list[Token], scene: Scene) -> Token | None:
    both = join(tokens[0].when, tokens[-1].when)
    return over(tokens, "W", both) if both else None


def _all_day(tokens: list[Token], scene: Scene) -> Token | None:
    return over(tokens, tokens[0].kind, tokens[0].value)


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


# ── counted from a named moment ──────────────────────────────────────────────────────────────────────


def fixed(when: When, scene: Scene, last: bool = False) -> When | None:
    """The moment settled: its minute if it has a time, else its first (or last) day; a holiday's break counts as it."""
    if when.timed:
        found = settle(when, scene)
        return When(at=found.start, grain="minute") if found else None
    days = settle_days(without_time(when), scene)
    if days is None:
        return None
    day = days[1] if last else days[0]
    if when.holiday and (off := break_of(when.holiday, days[0].year)):
        day = off[1] if last else off[0]
    return When(first=day, last=day, grain="day", part=when.part)


def _moved(sign: int, base: int, length: int) -> Join:
    """国庆后三天, 春节前三天, two weeks after yesterday, the day before Christmas."""

    def build(tokens: list[Token], scene: Scene) -> Token | None:
        span, start = tokens[length].length.times(sign), fixed(tokens[base].when, scene, last=sign > 0)
        if start is None:
            return None
        if start.at is not None:
            at = span.on(start.at, scene.calendar)
            return over(tokens, "W", When(at=at, grain="minute")) if at else None
        if start.first is None or not span.by_the_day:
            return None
        at = span.on(datetime.combine(start.first, time()), scene.calendar)
        return over(tokens, "W", replace(start, first=at.date(), last=at.date())) if at else None

    return build


def _nth_from(sign: int, base: int, nth: int) -> Join:
    """国庆后第二天, 春节前最后一个工作日, the third Tuesday after Christmas."""

    def build(tokens: list[Token], scene: Scene) -> Token | None:
        said, start = tokens[nth].when.nth, fixed(without_time(tokens[base].when), scene, last=sign > 0)
        if said is None or start is None or start.first is None or said[0] * sign < 1:
            return None
        day = counted_on(start.first, said, scene)
        return over(tokens, "W", When(first=day, last=day, grain="day")) if day else None

    return build


def counted_on(day: date, nth: tuple[int, str], scene: Scene) -> date | None:
    """The n-th (n-th last before, when negative) day, working day or weekday past `day`."""
    count, unit = nth
    if unit == "workday":
        return working_day(scene.calendar, day, count)
    if unit == "day":
        return day + timedelta(days=count)
    if not unit.isdigit():
        return None
    if count > 0:
        return day + timedelta(days=(int(unit) - day.weekday() - 1) % 7 + 1 + 7 * (count - 1))
    return day - timedelta(days=(day.weekday() - int(unit) - 1) % 7 + 1 + 7 * (-count - 1))


def _unanchored(tokens: list[Token], scene: Scene) -> Token | None:
    """会后一小时: counted from something that is no date."""
    return over(tokens, "x", None)


# ── ranges and lists ─────────────────────────────────────────────────────────────────────────────────


def _range(tokens: list[Token], scene: Scene) -> Token | None:
    ends = moments(tokens)
    if len(ends) != 2 or all(token.kind == "n" for token in ends):
        return None
    one, two = ends
    first = one.when if one.kind == "W" else as_end(one, two.when)
    last = two.when if two.kind == "W" else as_end(two, first) if first else None
    if first is None or last is None:
        return None
    late = first if scene.chinese and first.hour is not None and not first.dated else inherited(first, last)
    return over(tokens, "S", Range(late, inherited(last, first)))


def _hours(tokens: list[Token], scene: Scene) -> Token | None:
    """From 2 to 4, tomorrow 2-4: bare numbers that can only be hours."""
    first, last = (token.number for token in tokens if token.kind == "n")
    four = [token.finish - token.begin == 4 for token in tokens if token.kind == "n"]
    if all(four) and max(first, last) <= 2400 and first % 100 < 60 and last % 100 < 60:
        ends = [When(hour=number // 100, minute=number % 100, sure=True) for number in (first, last)]
        return over(tokens, "S", Range(*ends))
    if scene.chinese or not (1 <= first <= 12 and 1 <= last <= 12) or SCORES.search(scene.text):
        return None
    return over(tokens, "S", Range(When(hour=first, sure=False), When(hour=last, sure=False)))


def as_end(token: Token, other: When) -> When | None:
    """A bare number as the same sort of thing as the other end of its range."""
    number, size = token.number, token.finish - token.begin
    if other.hour is not None:
        if size == 4 and number % 100 < 60 and number <= 2400:
            return When(hour=number // 100, minute=number % 100, sure=other.sure)
        return When(hour=number, sure=number > 12) if number <= 24 else None
    if other.day is not None:
        return When(day=number) if 1 <= number <= 31 else None
    if other.month is not None:
        return When(month=number) if 1 <= number <= 12 else None
    if other.weekday is not None:
        return When(weekday=number - 1) if 1 <= number <= 7 and size < 2 else None
    return When(year=number) if other.year is not None and 1950 <= number < 2100 else None


def inherited(one: When, other: When) -> When:
    """One end of a range with what it leaves to the other: its date, month, year or week."""
    names: Sequence[str] = ()
    if not one.dated:
        names = (
            [*(name for name in DAY_FIELDS if name != "morrow"), "last", "grain"]
            if one.hour is not None or one.part or one.bound
            else ()
        )
    elif one.first is not None or one.holiday:
        return one
    elif one.day is not None and one.month is None and one.weekday is None:
        if other.grain in ("day", "week") and other.first is not None:
            return replace(one, year=other.first.year, month=other.first.month)
        names = ("year", "month", "first", "last", "grain")
    elif one.month is not None and one.year is None:
        names = ("year", "first", "last", "grain") if other.grain == "year" else ("year",)
    elif one.year is not None and one.month is None:
        names = ("month", "day")
    elif one.weekday is not None and one.day is None and other.grain == "week":
        names = ("first", "last", "grain")
    elif one.edge is not None or one.nth is not None:
        names = ("year", "month", "first", "last", "grain")
    return replace(one, **{name: getattr(other, name) for name in names if getattr(one, name) is None})


def _dated_range(tokens: list[Token], scene: Scene) -> Token | None:
    """A range of times with a date beside it: Tuesday from 2 to 3, 3–4 pm on 8 May, 早上五到六点."""
    moment, stretch = (tokens[0], tokens[-1]) if tokens[0].kind == "W" else (tokens[-1], tokens[0])
    if not isinstance(stretch.value, Range) or moment.when.timed:
        return None
    first = join(moment.when, stretch.value.first)
    last = join(moment.when, stretch.value.last) or (stretch.value.last if stretch.value.last.part else None)
    return over(tokens, "S", Range(first, last)) if first and last else None


def _list(tokens: list[Token], scene: Scene) -> list[Token] | None:
    """8号、9号; the first Monday of September or December: the later one takes over what it leaves unsaid."""
    one, two = moments(tokens)
    if two.kind == "n":  # May 8 and 9
        end = (
            as_end(two, one.when)
            if one.when.day is not None and one.when.month is not None and not scene.chinese
            else None
        )
        return [one, Token("W", two.begin, two.finish, inherited(end, one.when))] if end else None
    first = one.when if one.kind == "W" else as_end(one, two.when) if two.when.day is not None else None
    if first is None:
        return None
    last = two.when
    if last.month is not None and last.day is None and first.nth and not last.nth:
        last = replace(last, nth=first.nth)
    elif (last.day is not None and last.month is None and (first.month is not None or first.grain == "month")) or (last.day is None and last.weekday is not None and last.first is None and first.grain == "week"):
        last = inherited(last, first)
    elif one.kind == "W" and not (last.hour is not None and first.hour is None and not first.part):
        return None
    elif first.day is not None and one.kind == "n":
        first = inherited(first, last)
    if (
        last.hour is not None and first.dated and last.dated and not first.timed and not first.part
    ):  # the 8th or 9th at 3
        first = join(first, strip(last)) or first
    return [Token("W", one.begin, one.finish, first), Token("W", two.begin, two.finish, last)]


# ── lasting, recurring, corrected ────────────────────────────────────────────────────────────────────


def _lasting(tokens: list[Token], scene: Scene) -> Token | None:
    moment = next(token for token in tokens if token.kind == "W").when
    length = next(token for token in tokens if token.kind == "L").length
    if moment.hour is None and moment.at is None and (moment.part or not moment.dated or not length.by_the_day):
        return None
    return over(tokens, "T", Lasting(moment, length))


def _since(tokens: list[Token], scene: Scene) -> Token | None:
    """Since Monday: the past one."""
    when = tokens[-1].when
    if when.weekday is not None and when.first is None and when.day is None:
        day = counted_on(scene.today, (-1, str(when.weekday)), scene)
        when = replace(when, weekday=None, first=day, last=day, grain="day")
    elif when.month is not None and when.year is None and when.first is None:
        when = replace(when, year=scene.today.year - (when.month > scene.today.month))
    return over(tokens, "A", when)


def _longer(tokens: list[Token], scene: Scene) -> Token | None:
    """3–5天: the longer is taken."""
    return over(tokens, "L", tokens[-1].length)


def _corrected(tokens: list[Token], scene: Scene) -> Token | None:
    """Only the corrected wording counts; it keeps the day and part of the day that it does not mention."""
    old, new = tokens[0].value, tokens[-1].value
    if isinstance(old, When) and isinstance(new, When) and not new.dated and (new.timed or new.part):
        if old.dated:
            new = join(without_time(old), new) or new
        if new.hour is not None and not new.part and old.part and not new.sure:
            new = replace(new, part=old.part)
    return over(tokens, tokens[-1].kind, new)


def _corrected_number(tokens: list[Token], scene: Scene) -> Token | None:
    """Tomorrow at 3, make it 4."""
    new = as_end(tokens[-1], tokens[0].when)
    return (
        _corrected([tokens[0], over(tokens[-1:], "W", new)], scene) if new and tokens[0].when.hour is not None else None
    )


def rule(pattern: str, build: Join) -> tuple[re.Pattern[str], Join]:
    """A rule of the cascade."""
    return re.compile(pattern), build


recurring = _as("r", "r")
RULES: tuple[tuple[re.Pattern[str], Join], ...] = (
    rule(r"N[o~]*W|W[o,~]*N", _nth_of),
    rule(
        r"N[o~]*n",
        lambda tokens, scene: _year_beside(
            [Token("W", tokens[0].begin, tokens[0].finish, tokens[0].value), tokens[-1]], scene
        ),
    ),
    rule(r"(?<![<>oW])N[o~]*(?:W|$|[^<>GFoW])", _next_day),
    rule(r"r[o~]*[WrLN]|(?<![-u])W[o~]*r", recurring),
    rule(r"X[o,~]*[WX]|W[o~]*X", _refused),
    rule(r"Wd", _dotted_day),
    rule(r"od", _on_dotted),
    rule(r"d-d", _dotted_range),
    rule(r"W[o~]*m|m[o~]*W", _meal),
    rule(r"W[o~]*W|W,[o~]*W|W\([o]*W\)", _join),
    rule(r"Wi", _as("W")),
    rule(r"W[o~]*n(?=$|[.,-])|n[o~]*W", _number_beside),
    rule(r"Wo?n", _year_beside),
    rule(r"W[o~]*W", _join),
    rule(r"W-W", _dashed),
    rule(r"Ko*W", _week_of),
    rule(r"[WS]o*p", _all_day),
    rule(r"po*W", _as("W")),
    rule(r"fLFo*W", _lasting),
    # counted from a named moment
    rule(r"W>o?N", _nth_from(1, 0, -1)),
    rule(r"W<o?N", _nth_from(-1, 0, -1)),
    rule(r"N[GF]W", _nth_from(1, -1, 0)),
    rule(r"(?<![WS])[<>]o?L", _unanchored),
    rule(r"W>o?L(?![<>])", _moved(1, 0, -1)),
    rule(r"W<o?L(?![<>])", _moved(-1, 0, -1)),
    rule(r"L[GF]W", _moved(1, -1, 0)),
    rule(r"L[DQ]W", _moved(-1, -1, 0)),
    rule(r"W[o~]*W", _join),
    # ranges
    rule(r"n-L", _longer),
    rule(r"[XWn]-X|X-[Wn]", _refused),
    rule(r"bo?[Wn]o?[-&]o?[Wn]|[Fbo]*[Wn]o?[-&]o?[Wn]o?B", _range),
    rule(r"[Fb]?o*[Wn]e?[-u][o~]*[Wn]s?", _range),
    rule(r"[Fb]o?n[-&u]o?n(?=$|[,.]|o*W)|(?<=Wo)[Fb]?n[-&u]n|^n[-u]n$|(?<=W)o?n[-u]n(?=$|[,.])|n[-u]n(?=o?W)", _hours),
    rule(r"So?,?[oF]*W(?![-<u])|W[oF,]*S", _dated_range),
    rule(r"F?Se", _as("S", "S")),
    rule(r"[Wn][&、,]W|W(?:,|&|,&)n(?=$|[,.&-])", _list),
    # how long, until when, since when
    rule(r"W,?\(_?fL_?\)|W,?fL|WeL", _lasting),
    rule(r"r[o~]*[WSrL]|[WS][o~]*r", recurring),
    rule(r"-o?Ws", _as("E")),
    rule(r"Q[o~]*[WN]", _as("Q", "WN")),
    rule(r"Wo?<|[Du][o~]*[WN]", _as("E", "WN")),
    rule(r"c[o~]*W", _since),
    rule(r"Fo?We?|We|W>|Go*W", _as("A")),
    rule(r"W[,.]*!+[,.]*n(?=$|[,.])", _corrected_number),
    rule(r"![WSEA],?=[WSEA]", lambda tokens, scene: _corrected([tokens[1], tokens[-1]], scene)),
    rule(r"[WSEQATLr][,.]*(?:!+[,.o]*)+[WSEQATLr]", _corrected),
)
