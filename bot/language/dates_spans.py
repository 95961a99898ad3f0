"""What the joined tokens mean: their stretch of local time, one after the other.

A time of day without a date belongs to the day spoken of just before ("明天两点去，五点回"), past that moment.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from bot.language.dates_holidays import break_of
from bot.language.dates_lexer import Token
from bot.language.dates_stretches import DAY
from bot.language.dates_when import (
    LAST_MINUTE,
    Lasting,
    Length,
    Range,
    Scene,
    Settled,
    When,
    settle,
    strip,
    without_time,
)

HALF_A_YEAR = 183  # days
KINDS = "WSEQATLrpICP"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A token's stretch of time: see `Span` in dates."""

    start: datetime | None = None
    end: datetime | None = None
    grain: str = "day"
    duration: timedelta | None = None
    recurring: bool = False


def meanings(tokens: list[Token], scene: Scene) -> list[tuple[Token, Meaning | str]]:
    """The tokens that mean a time, with what they mean, or why they cannot be (see `problem`)."""
    found: list[tuple[Token, Meaning | str]] = []
    talked: datetime | None = None
    for token in tokens:
        meaning = meant(token, scene, talked) if token.kind in KINDS else None
        if meaning is not None:
            found.append((token, meaning))
            talked = spoken_of(token, meaning) or talked
        elif (why := problem(token, scene)) is not None:
            found.append((token, why))
    return found


def problem(token: Token, scene: Scene) -> str | None:
    """Why an expression means no time: impossible_date, weekday_mismatch or end_before_start."""
    if token.kind == "X":
        return "impossible_date"
    value = token.value
    if isinstance(value, Range):
        wrong = [why for when in (value.first, value.last) if (why := contradiction(when, scene))]
        return wrong[0] if wrong else "end_before_start"
    return contradiction(value, scene) if isinstance(value, When) and token.kind in KINDS else None


def contradiction(when: When, scene: Scene) -> str | None:
    """What keeps a moment from being: its weekday, or the date itself."""
    if settle(when, scene) is not None:
        return None
    other_day = replace(without_time(when), weekday=None)
    return "weekday_mismatch" if when.weekday is not None and settle(other_day, scene) else "impossible_date"


def spoken_of(token: Token, meaning: Meaning) -> datetime | None:
    """The moment that a later time of day in the same text follows: on a single day, none for a longer stretch."""
    moment = meaning.end if token.kind in "SEQT" else meaning.start
    if moment is None or token.kind not in "WSEQTA" or (token.kind == "W" and token.when.at is not None):
        return None
    if meaning.start and meaning.end and meaning.start.date() != meaning.end.date():
        return None
    if meaning.grain == "day" or (token.kind == "S" and meaning.end and meaning.end.time() == LAST_MINUTE):
        return datetime.combine(moment.date(), time())
    return moment


def meant(token: Token, scene: Scene, talked: datetime | None) -> Meaning | None:
    """What one token means; None if it cannot be."""
    kind, value = token.kind, token.value
    if kind == "r":
        return Meaning(grain="recurring", recurring=True)
    if kind == "p":
        return Meaning(grain="length", duration=DAY)
    if isinstance(value, Length):
        return Meaning(grain="length", duration=value.span) if kind == "L" else counted(kind, value, scene)
    if isinstance(value, Range):
        return between(value, scene, talked)
    if isinstance(value, Lasting):
        return lasting(value, scene, talked)
    if not isinstance(value, When):
        return None
    if value.nth and not value.dated:
        return None
    found = settle(value, scene, talked)
    if found is None:
        return None
    if (
        kind == "Q" and found.end and not value.part and not value.holiday
    ):  # before Friday, in English, leaves Friday out
        return Meaning(end=found.start - timedelta(minutes=1), grain="deadline")
    if kind in "EQ":
        return Meaning(end=due(value, found), grain="deadline")
    if kind == "A":
        return Meaning(start=past(value, found), grain="since")
    return Meaning(found.start, found.end, found.grain)


def due(when: When, found: Settled) -> datetime:
    """The last moment of a deadline: what is named counts in (月底前, 周五前), a holiday and an evening do not."""
    if when.holiday and not when.timed and (off := break_of(when.holiday, found.start.year)):
        return datetime.combine(off[0] - DAY, LAST_MINUTE)
    if when.part and when.hour is None:
        return found.end if found.end and found.grain == "half" else found.start
    return found.end or found.start


def past(when: When, found: Settled) -> datetime:
    """Where an open end begins: with a day or hour itself, past a part of the day or a holiday."""
    if when.holiday and not when.timed and (off := break_of(when.holiday, found.start.year)):
        return datetime.combine(off[1] + DAY, time())
    over = when.part not in ("evening", "night", "late") and when.hour is None
    return found.end if when.part and over and found.end else found.start


def counted(kind: str, length: Length, scene: Scene) -> Meaning | None:
    """I: within a length from now, C: the coming one, P: the past one; by whole days where it counts days."""
    now = scene.now.replace(second=0, microsecond=0)
    moved = length.times(-1 if kind == "P" else 1).on(now, scene.calendar)
    if moved is None:
        return None
    if length.by_the_day and length.workdays and not (length.days or length.months):
        moved = datetime.combine(moved.date(), scene.calendar.hours[1])
    elif length.by_the_day:
        moved = datetime.combine(moved.date(), time() if kind == "P" else LAST_MINUTE)
    if kind == "P":
        return Meaning(moved, now, "range")
    tomorrow = kind == "C" and length.by_the_day
    start = datetime.combine(now.date() + DAY, time()) if tomorrow else now
    return Meaning(start, moved, "deadline" if kind == "I" else "range")


def lasting(value: Lasting, scene: Scene, talked: datetime | None) -> Meaning | None:
    """A moment and its length: for days, whole days."""
    begin = settle(value.when, scene, talked)
    end = value.length.on(begin.start, scene.calendar) if begin else None
    if begin is None or end is None:
        return None
    return Meaning(begin.start, end - timedelta(minutes=1) if value.length.by_the_day else end, "range")


# ── ranges ───────────────────────────────────────────────────────────────────────────────────────────


def between(value: Range, scene: Scene, talked: datetime | None) -> Meaning | None:
    """From one moment to the other; None if it runs backwards. A range of hours that is under way is today's."""
    if not (value.first.dated or value.last.dated or talked or value.first.at or value.last.at):
        early = _between(value, replace(scene, now=datetime.combine(scene.today, time())), None)
        if early and early.end and early.end > scene.now:
            return early
    return _between(value, scene, talked)


def _between(value: Range, scene: Scene, talked: datetime | None) -> Meaning | None:
    first, last = value.first, value.last
    if first.weekday is not None and first.first is None and first.day is None:
        begin = settle(first, replace(scene, now=scene.now - DAY), talked)  # today's weekday may begin a range
    else:
        begin = settle(first, scene, talked)
    if begin is None:
        return None
    if last.hour is not None and (not last.dated or same_days(first, last)):
        return within_days(first, last, begin, scene)
    finish = settle(last, scene, begin.start)
    if finish is not None and (finish.end or finish.start) < begin.start:
        finish = rolled(last, begin, scene)
    return Meaning(begin.start, finish.end or finish.start, "range") if finish else None


def within_days(first: When, last: When, begin: Settled, scene: Scene) -> Meaning | None:
    """Between two clock times of one day, the second on the next day if it must be: 10 pm to 2 am."""
    day = begin.start.date()
    end = replace(strip(last), first=day, last=day, grain="day")
    if last.part is None and first.part and not last.sure and first.hour is not None and last.hour is not None:
        end = replace(end, part=first.part) if last.hour >= first.hour or first.hour == 12 else end
    if first.hour is not None and not first.sure and not first.part and (last.sure or last.part):
        begin = closest(first, end, begin, scene)
    finish = settle(end, scene, begin.start)
    if finish is None and end.part != last.part:
        finish = settle(replace(end, part=last.part), scene, begin.start)
    if finish is None:
        return None
    stop = finish.start
    if stop <= begin.start and not last.sure and not last.part:
        stop += DAY / 2
    while stop <= begin.start:
        stop += DAY
    return Meaning(begin.start, stop, "range")


def closest(first: When, last: When, begin: Settled, scene: Scene) -> Settled:
    """8–11 pm: the half of the day that brings the first hour closest before the second."""
    finish, hour = settle(last, scene), first.hour or 0
    if finish is None or not 1 <= hour <= 12:
        return begin
    midnight = datetime.combine(begin.start.date(), time())
    starts = [midnight + timedelta(hours=hour % 12 + half, minutes=first.minute or 0) for half in (0, 12)]
    earlier = [start for start in starts if start < finish.start]
    return replace(begin, start=earlier[-1]) if earlier else begin


def same_days(first: When, last: When) -> bool:
    """Whether both ends name the same days."""
    return replace(without_time(first), literal=None) == replace(without_time(last), literal=None)


def rolled(last: When, begin: Settled, scene: Scene) -> Settled | None:
    """The end of a range moved past its beginning, where its words leave the year or week open: 12月28日到1月3日.

    By half a year at most: 5月10日到5月8日 runs backwards.
    """
    if last.first is not None or last.year is not None or not last.dated:
        return None
    found = settle(last, replace(scene, now=begin.start), None)
    if found is None or (found.end or found.start) < begin.start:
        return None
    return found if (found.start - begin.start).days <= HALF_A_YEAR else None
