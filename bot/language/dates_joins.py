"""From tokens to expressions: a cascade of rules over the kinds of tokens, alike for every language.

Kinds: W a moment, L a length, n a bare number, r a recurrence, - to, F from, b between, B 之间, & and, o glue
(的, of, at, on), ~ about, < before (behind its moment), > after (behind it), D before (ahead of its moment), G after
(ahead of it), i within (behind), e onwards, f for, s until the end of, ! a correction, N the n-th weekday of, X an
impossible date, x something else that is no date, "," "、" "." "(" ")" punctuation, _ any other text. Made here:
S a range, E a deadline, A an open end, T a moment with a length, I within a length, C the coming and P the past one.

Each rule is a pattern over the kinds and a function from the matched tokens to one token, or None to leave them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.language.dates_lexer import Token
from bot.language.dates_when import DAY_FIELDS, Length, Scene, When, join, settle_days, without_time

Rule = tuple["re.Pattern[str]", Callable[[list[Token], Scene], Token | None]]


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another."""

    first: When
    last: When


@dataclass(frozen=True, slots=True)
class Lasting:
    """A moment and how long it lasts."""

    when: When
    length: Length


def joined(tokens: list[Token], scene: Scene) -> list[Token]:
    """The expressions in the tokens, in order."""
    for pattern, build in RULES:
        place = 0
        kinds = "".join(token.kind for token in tokens)
        while match := pattern.search(kinds, place):
            made = build(tokens[match.start() : match.end()], scene)
            if made is None:
                place = match.start() + 1
                continue
            tokens[match.start() : match.end()] = [made]
            kinds = kinds[: match.start()] + made.kind + kinds[match.end() :]
            place = max(0, match.start() - 2)
    return tokens


def over(tokens: Sequence[Token], kind: str, value: object) -> Token:
    """A token over all of these."""
    return Token(kind, tokens[0].begin, tokens[-1].finish, value)  # type: ignore[arg-type]


# ── one moment ───────────────────────────────────────────────────────────────────────────────────────


def _join(tokens: list[Token], scene: Scene) -> Token | None:
    one, two = tokens[0].when, tokens[-1].when
    if any(token.kind == "," for token in tokens) and not _across_comma(one, two, scene):
        return None
    if len(tokens) == 4 and not _confirms(one, two):  # in parentheses
        return None
    both = _apposed(one, two) or join(one, two)
    return over(tokens, "W", both) if both else None


def _across_comma(one: When, two: When, scene: Scene) -> bool:
    if one.dated and not one.timed and not one.part:
        return (
            not two.dated or _confirms(one, two) or (one.year is not None and one.month is None and one.first is None)
        )
    return not scene.chinese and two.dated and not two.timed and not one.dated


def _confirms(one: When, two: When) -> bool:
    """Whether the second only gives the first's weekday (5月8日（周五）) or the other way round."""
    return (two.weekday is not None and two.first is None) or one.weekday is not None


def _apposed(one: When, two: When) -> When | None:
    """Two names of the same days: 今天周三, tomorrow (8 May). The weekday must agree, or nothing settles."""
    return None


def _clock_number(tokens: list[Token], scene: Scene) -> Token | None:
    """A bare number beside a day is an hour in "tomorrow 3" and "9 tomorrow morning"."""
    number = tokens[-1] if tokens[0].kind == "W" else tokens[0]
    moment = tokens[0] if tokens[0].kind == "W" else tokens[-1]
    when, size = moment.when, number.finish - number.begin
    if when.timed or not isinstance(number.value, int):
        return None
    if size == 4 and number.value < 2400 and number.value % 100 < 60:
        clock = When(hour=number.value // 100, minute=number.value % 100, sure=number.value >= 1300)
    elif (
        size < 3
        and 1 <= number.value <= 12
        and not scene.chinese
        and (when.part or when.grain == "day" or when.weekday is not None)
    ):
        if when.month is not None or when.day is not None:
            return None
        clock = When(hour=number.value, sure=False)
    else:
        return None
    both = join(when, clock)
    return over(tokens, "W", both) if both else None


def _year_number(tokens: list[Token], scene: Scene) -> Token | None:
    """A year behind a date with a time: Thu 6 Aug 17:53 2026."""
    number = tokens[-1]
    if not isinstance(number.value, int) or not 1950 <= number.value < 2100 or number.finish - number.begin != 4:
        return None
    when = tokens[0].when
    if when.year is not None or when.first is not None or not (when.month or (when.timed and when.sure)) or when.at:
        return None
    return over(tokens, "W", replace(when, year=number.value))


def _drop(tokens: list[Token], scene: Scene) -> Token | None:
    return over(tokens, "X", None)


# ── counted from a named moment ──────────────────────────────────────────────────────────────────────


def fixed(when: When, scene: Scene, edge: str = "first") -> When | None:
    """The moment's first (or last) day settled, with its time if it has one."""
    from bot.language.dates_when import settle

    if when.timed:
        found = settle(when, scene)
        return When(at=found.start, grain="minute") if found else None
    days = settle_days(without_time(when), scene)
    if days is None:
        return None
    day = days[0] if edge == "first" else days[1]
    return When(first=day, last=day, grain="day", part=when.part)


def moved(when: When, length: Length, scene: Scene, edge: str = "first") -> When | None:
    """The moment moved by a length: by days for a day, to the minute for a clock time."""
    from datetime import datetime, time

    base = fixed(when, scene, edge)
    if base is None:
        return None
    if base.at is not None:
        at = length.on(base.at, scene.calendar)
        return When(at=at, grain="minute") if at else None
    if base.first is None or not length.by_the_day:
        return None
    at = length.on(datetime.combine(base.first, time()), scene.calendar)
    return replace(base, first=at.date(), last=at.date()) if at else None


def _after_moment(tokens: list[Token], scene: Scene) -> Token | None:
    """国庆后三天, 下周三之后两天."""
    found = moved(tokens[0].when, tokens[-1].length, scene, "last")
    return over(tokens, "W", found) if found else None


def _before_moment(tokens: list[Token], scene: Scene) -> Token | None:
    """春节前三天, 教师节前一天."""
    found = moved(tokens[0].when, tokens[-1].length.times(-1), scene, "first")
    return over(tokens, "W", found) if found else None


def _nth_after(tokens: list[Token], scene: Scene) -> Token | None:
    """国庆后第二天: the n-th day, weekday or working day past the moment."""
    nth, base = tokens[-1].when.nth, fixed(without_time(tokens[0].when), scene, "last")
    if nth is None or base is None or base.first is None or tokens[-1].when.first or nth[0] < 1:
        return None
    return _counted_on(tokens, base, nth, 1, scene)


def _nth_before(tokens: list[Token], scene: Scene) -> Token | None:
    """春节前最后一个工作日."""
    nth, base = tokens[-1].when.nth, fixed(without_time(tokens[0].when), scene, "first")
    if nth is None or base is None or base.first is None or nth[0] > 0:
        return None
    return _counted_on(tokens, base, (-nth[0], nth[1]), -1, scene)


def _counted_on(tokens: list[Token], base: When, nth: tuple[int, str], sign: int, scene: Scene) -> Token | None:
    from datetime import timedelta

    from bot.language.dates_calendar import working_day

    count, unit = nth
    assert base.first is not None  # noqa: S101
    if unit == "workday":
        day = working_day(scene.calendar, base.first, sign * count)
    elif unit == "day":
        day = base.first + timedelta(days=sign * count)
    elif unit.isdigit():
        step = (
            (int(unit) - base.first.weekday() - 1) % 7 + 1
            if sign > 0
            else -((base.first.weekday() - int(unit) - 1) % 7 + 1)
        )
        day = base.first + timedelta(days=step + sign * 7 * (count - 1))
    else:
        return None
    return over(tokens, "W", When(first=day, last=day, grain="day")) if day else None


def _length_after(tokens: list[Token], scene: Scene) -> Token | None:
    """Two weeks after yesterday."""
    return over(tokens, "W", found) if (found := moved(tokens[-1].when, tokens[0].length, scene, "last")) else None


def _length_before(tokens: list[Token], scene: Scene) -> Token | None:
    """The day before Christmas."""
    found = moved(tokens[-1].when, tokens[0].length.times(-1), scene)
    return over(tokens, "W", found) if found else None


def _unanchored(tokens: list[Token], scene: Scene) -> Token | None:
    """会后一小时: counted from something that is no date."""
    return over(tokens, "x", None)


# ── ranges ───────────────────────────────────────────────────────────────────────────────────────────


def _range(tokens: list[Token], scene: Scene) -> Token | None:
    ends = [token for token in tokens if token.kind in "Wn"]
    if len(ends) != 2 or all(token.kind == "n" for token in ends):
        return None
    one, two = ends
    first = one.when if one.kind == "W" else as_end(one, two.when)
    last = two.when if two.kind == "W" else as_end(two, first) if first else None
    if first is None or last is None or (first.at is not None and last.at is None and not last.timed):
        return None
    first, last = inherited(first, last), inherited(last, first)
    return over(tokens, "S", Range(first, last))


def as_end(token: Token, other: When) -> When | None:
    """A bare number as the same kind of thing as the other end."""
    number, size = token.number, token.finish - token.begin
    if other.hour is not None:
        if size == 4 and number % 100 < 60 and number <= 2400:
            return When(hour=number // 100, minute=number % 100, sure=other.sure)
        return When(hour=number, sure=number > 12) if size < 3 and number <= 24 else None
    if other.day is not None:
        return When(day=number) if size < 3 and 1 <= number <= 31 else None
    if other.month is not None:
        return When(month=number) if size < 3 and 1 <= number <= 12 else None
    return None


def inherited(one: When, other: When) -> When:
    """One end of a range with what it leaves to the other: its date, month, year or week."""
    said: dict[str, object] = {}
    if not one.dated:
        said = {name: getattr(other, name) for name in (*DAY_FIELDS, "last", "grain")}
        if other.at is not None:
            said = {}
    elif one.first is not None or one.holiday:
        return one
    elif one.day is not None and one.month is None and one.weekday is None:
        if other.month is not None or other.first is not None or other.year is not None:
            said = {
                "month": other.month,
                "year": one.year or other.year,
                "first": other.first,
                "last": other.last,
                "grain": other.grain,
            }
            if other.grain in ("day", "week"):
                said |= {
                    "month": (other.first or other.last).month,
                    "year": (other.first or other.last).year,
                    "first": None,
                    "last": None,
                }  # type: ignore[union-attr]
    elif one.month is not None and one.year is None:
        said = {"year": other.year}
        if other.grain == "year":
            said |= {"first": other.first, "last": other.last, "grain": other.grain}
    elif one.year is not None and one.month is None:
        said = {"month": other.month, "day": other.day}
    elif one.weekday is not None and other.grain == "week":
        said = {"first": other.first, "last": other.last, "grain": "week"}
    elif one.edge is not None or one.nth is not None:
        said = {name: getattr(other, name) for name in ("year", "month", "first", "last", "grain")}
    if not one.timed and not one.part and other.part and one.hour is not None:
        said["part"] = other.part
    return replace(one, **{k: v for k, v in said.items() if v is not None})  # type: ignore[arg-type]


def _dated_range(tokens: list[Token], scene: Scene) -> Token | None:
    """A range of times with a date beside it: Tuesday from 2 to 3, 3–4 pm on 8 May."""
    ends = [token for token in tokens if token.kind in "WS"]
    moment, stretch = (ends[0], ends[1]) if ends[0].kind == "W" else (ends[1], ends[0])
    if not isinstance(stretch.value, Range) or moment.when.timed:
        return None
    both = [join(moment.when, end) for end in (stretch.value.first, stretch.value.last)]
    if both[0] is None:
        return None
    last = both[1] or (stretch.value.last if stretch.value.last.dated and moment.when.part else None)
    return over(tokens, "S", Range(both[0], last)) if last else None


# ── deadlines, lasting, recurring, corrected ─────────────────────────────────────────────────────────


def _as(kind: str, index: int) -> Callable[[list[Token], Scene], Token | None]:
    def build(tokens: list[Token], scene: Scene) -> Token | None:
        return over(tokens, kind, tokens[index].value)

    return build


def _since(tokens: list[Token], scene: Scene) -> Token | None:
    when = next(token for token in tokens if token.kind == "W").when
    return over(tokens, "A", when)


def _lasting(tokens: list[Token], scene: Scene) -> Token | None:
    moment = next(token for token in tokens if token.kind in "W")
    length = next(token for token in tokens if token.kind == "L")
    if moment.when.part and moment.when.hour is None:
        return None
    return over(tokens, "T", Lasting(moment.when, length.length))


def _corrected(tokens: list[Token], scene: Scene) -> Token | None:
    """Only the corrected wording counts; it keeps the date that it does not mention."""
    first, last = tokens[0], tokens[-1]
    value = last.value
    if isinstance(first.value, When) and isinstance(value, When):
        if value.timed and not value.dated and first.value.dated:
            value = join(without_time(first.value), value) or value
            if value.hour is not None and not value.part and first.value.part and not value.sure:
                value = replace(value, part=first.value.part)
        elif value.hour is not None and not value.dated and not value.part and first.value.part and not value.sure:
            value = replace(value, part=first.value.part)
    return Token(last.kind, last.begin, last.finish, value)


def _recurring(tokens: list[Token], scene: Scene) -> Token | None:
    return over(tokens, "r", None)


def rule(pattern: str, build: Callable[[list[Token], Scene], Token | None]) -> Rule:
    """A rule of the cascade."""
    return re.compile(pattern), build


RULES: tuple[Rule, ...] = (
    rule(r"r[o~]*[WrL]|[W][o~]*r", _recurring),
    rule(r"X[o,~]*W|W[o~]*X", _drop),
    rule(r"W[o~]*W", _join),
    rule(r"W,[o~]*W", _join),
    rule(r"W\([^)]?W\)|W\(W\)", _join),
    rule(r"W[o~]*n(?=$|[.,-])|n[o~]*W", _clock_number),
    rule(r"Wn", _year_number),
    rule(r"W[o~]*W", _join),
    # counted from a named moment
    rule(r"(?<![WLS)])>[o]?L", _unanchored),
    rule(r"W>[o]?L(?![<>])", _after_moment),
    rule(r"W<[o]?L(?![<>])", _before_moment),
    rule(r"N[GD]W", _nth_after),
    rule(r"LGW", _length_after),
    rule(r"LDW", _length_before),
    rule(r"W[o~]*W", _join),
    # ranges
    rule(r"X-[WnX]|[Wn]-X", _drop),
    rule(r"b[o]?[Wn][-&][o]?[Wn]", _range),
    rule(r"[Fbo]*W[o]?[-&][o]?[Wn]o?B|[Fbo]*n[-&]WoB?B", _range),
    rule(r"F?[o]?[Wn]e?-[o~]*[Wn]s?", _range),
    rule(r"S[o,]*W(?![-<])|W[oF,]*S", _dated_range),
    rule(r"F?Se", _as("S", -2)),
    # how long, until when, since when
    rule(r"fLF[o]?W|L?fLF[o]?W", _lasting),
    rule(r"W[,]?\([_]?fL[_]?\)|W[,]?fL|WeL", _lasting),
    rule(r"r[o~]*[WSrL]|[WS][o~]*r", _recurring),
    rule(r"W[o]?<|D[o~]*W", _as("E", 0)),
    rule(r"F[o]?We?|We|W>", _since),
    rule(r"[WSEATLr][,.]*(?:!+[,.o]*)+[WSEATLr]", _corrected),
)


def _first_when(kind: str) -> Callable[[list[Token], Scene], Token | None]:
    def build(tokens: list[Token], scene: Scene) -> Token | None:
        return over(tokens, kind, next(token for token in tokens if token.kind == "W").value)

    return build


RULES = tuple(
    (pattern, _first_when("E") if pattern.pattern == r"W[o]?<|D[o~]*W" else build) for pattern, build in RULES
)
