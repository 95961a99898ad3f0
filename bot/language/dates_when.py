"""What words say about a moment, and the moment that they mean.

A `When` keeps only what was said (a month, a weekday, an hour, a part of the day); two of them join as long
as they do not speak about the same thing. `settle` turns one into a stretch of local time: what was left
unsaid is taken from the next time that it happens (future-first), weeks begin on Monday, parts of a day go
by the working hours. What cannot exist (30 February, a weekday that does not match its date) settles to None.
"""

from calendar import monthrange
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta

from bot.language import dates_holidays
from bot.language.dates_calendar import Calendar, working_day
from bot.language.dates_parts import HALVES, hour_in_part, suits, window
from bot.language.dates_stretches import DAY, edge_of, month_of, nth_of, shift_months, stretch

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class When:
    """What was said about a moment; None where nothing was said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # Monday is 0
    first: date | None = None  # a stretch of days named outright: tomorrow, next week, this quarter
    last: date | None = None
    grain: str | None = None  # of that stretch: day, week, month, quarter, year
    morrow: bool | None = None  # the day after the one spoken of
    holiday: str | None = None
    edge: str | None = (
        None  # of the stretch: start, middle, end, early (上旬), mid (中旬), late (下旬), half1, half2, a season
    )
    nth: tuple[int, str] | None = None  # (3, "6"): third Sunday; (-1, "day"): last day; also week, workday, quarter
    hour: int | None = None
    minute: int | None = None
    sure: bool | None = None  # the hour is one of 24 (16:30, 4 pm); otherwise either half of the day may be meant
    literal: bool | None = None  # written in figures with a colon: beside a full date 3:45 is the 24-hour time
    either: bool | None = None  # month and day may change places if a weekday demands it
    part: str | None = None  # a key of PARTS
    bound: str | None = None  # open or close: the working day's opening or closing
    at: datetime | None = None  # a moment counted from now

    @property
    def dated(self) -> bool:
        """Whether it names days."""
        return any(getattr(self, name) is not None for name in DAY_FIELDS)

    @property
    def timed(self) -> bool:
        """Whether it names a clock time."""
        return self.hour is not None or self.at is not None or self.bound is not None


DAY_FIELDS = ("year", "month", "day", "weekday", "first", "morrow", "holiday", "edge", "nth")
FIELDS = tuple(field.name for field in fields(When))


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time as said: months and working days keep their own measure."""

    months: float = 0
    days: float = 0
    workdays: int = 0
    seconds: float = 0

    def __add__(self, other: "Length") -> "Length":
        return Length(
            *(getattr(self, name) + getattr(other, name) for name in ("months", "days", "workdays", "seconds"))
        )

    def times(self, count: float) -> "Length":
        """`count` of it."""
        return Length(self.months * count, self.days * count, round(self.workdays * count), self.seconds * count)

    @property
    def span(self) -> timedelta:
        """In all, with months of 30 and years of 365 days."""
        years, months = divmod(self.months, 12)
        return timedelta(days=years * 365 + months * 30 + self.days + self.workdays, seconds=self.seconds)

    def on(self, moment: datetime, calendar: Calendar) -> datetime | None:
        """`moment` moved by it: whole months by the calendar, half a month as 15 days."""
        whole = int(self.months)
        try:
            moved = shift_months(moment, whole) + timedelta(
                days=(self.months - whole) * 30 + self.days, seconds=self.seconds
            )
        except (ValueError, OverflowError):
            return None
        if self.workdays:
            day = working_day(calendar, moved.date(), self.workdays) if abs(self.workdays) < 1000 else None
            return datetime.combine(day, moved.time()) if day else None
        return moved

    @property
    def by_the_day(self) -> bool:
        """Whether it counts days or more, so that moving by it lands on a day and not on a minute."""
        return not self.seconds


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


@dataclass(frozen=True, slots=True)
class Settled:
    """A stretch of local naive time; `end` is the last minute or moment included, None for a point in time."""

    start: datetime
    end: datetime | None
    grain: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What a reading depends on besides the words."""

    now: datetime  # naive local
    calendar: Calendar
    text: str = ""  # folded
    source: str = ""  # as written
    chinese: bool = True

    def ends(self, place: int) -> bool:
        """Whether nothing but punctuation stands at `place` of the text."""
        return not self.text[place:].lstrip()[:1].isalnum()

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()


def join(one: When, two: When) -> When | None:
    """Both together, unless they speak about the same thing."""
    said: dict[str, object] = {}
    for name in FIELDS:
        a, b = getattr(one, name), getattr(two, name)
        if a is not None and b is not None:
            return None
        said[name] = b if a is None else a
    both = When(**said)  # type: ignore[arg-type]
    if both.at is not None and (both.hour is not None or both.part or both.dated):
        return None
    if both.bound and (both.hour is not None or both.part):
        return None
    return both


def settle(when: When, scene: Scene, after: datetime | None = None) -> Settled | None:
    """The stretch of time that is meant; None if there is none.

    `after` is the moment spoken of just before: an undated clock time then belongs to that day, past that moment.
    """
    if when.at is not None:
        return Settled(when.at, None, when.grain or "minute")
    if when.morrow:
        day = (after or scene.now).date() + DAY
        when = replace(when, morrow=None, first=day, last=day, grain="day")
    if not when.dated:
        return settle_time(when, scene, after)
    if when.weekday == scene.today.weekday() and when.day is None and when.first is None and (when.timed or when.part):
        today = settle_hours(when, scene.today, scene, scene.now)
        if today is None or (today.end or today.start) > scene.now:
            return today
        return settle_hours(when, scene.today + DAY * 7, scene, None)
    days = settle_days(when, scene)
    if days is None:
        return None
    first, last, grain = days
    if when.hour is None and not when.part and not when.bound:
        return Settled(datetime.combine(first, time()), datetime.combine(last, LAST_MINUTE), grain)
    if first != last:
        return None
    return settle_hours(when, first, scene, after if after and after.date() == first else None)


def settle_time(when: When, scene: Scene, after: datetime | None) -> Settled | None:
    """A time of day without a date: its next occurrence, or on the day of `after`."""
    if after is not None and when.hour is not None:
        found = settle_hours(when, after.date(), scene, after)
        return found if found is None or found.start > after else settle_hours(when, after.date() + DAY, scene, None)
    today = settle_hours(when, after.date() if after else scene.today, scene, after or scene.now)
    if today is None or after:
        return today
    over = today.start < scene.now if when.hour is not None else (today.end or today.start) <= scene.now
    return settle_hours(when, scene.today + DAY, scene, None) if over else today


def settle_hours(when: When, day: date, scene: Scene, after: datetime | None) -> Settled | None:
    """A clock time or a part of `day`; of two possible halves the first past `after` in waking hours."""
    if when.bound:
        opening, closing = scene.calendar.hours
        return Settled(datetime.combine(day, opening if when.bound == "open" else closing), None, "minute")
    if when.hour is None:
        part = when.part or ""
        return Settled(*window(part, day, scene.calendar.hours), "half" if part in HALVES else "part")
    hour, minute = when.hour, when.minute or 0
    if when.part and not (when.sure and hour > 12):
        known = hour_in_part(hour, when.part)
        if known is None:
            return None
        hour = known
    elif when.part:
        if not suits(hour, when.part):
            return None
    elif not when.sure and 1 <= hour <= 11 and not (when.literal and when.year is not None):
        hour = likelier_half(hour, minute, day, after)
    if hour > 28 or (hour >= 24 and not when.part and minute) or minute > 59:
        return None
    start = datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)
    return Settled(start, None, "hour" if when.minute is None else "minute")


def likelier_half(hour: int, minute: int, day: date, after: datetime | None) -> int:
    """1–6 are meant after noon and 7–11 before it, unless only the other half is still to come."""
    usual = hour + 12 if hour <= 6 else hour
    if after is None or day != after.date():
        return usual
    for candidate in (hour, hour + 12):
        if candidate >= 6 and (candidate, minute) >= (after.hour, after.minute):
            return candidate
    return usual


# ── days ─────────────────────────────────────────────────────────────────────────────────────────────


def settle_days(when: When, scene: Scene) -> tuple[date, date, str] | None:
    """The first and last day meant, and what they make up; None if they do not exist."""
    try:
        return _settle_days(when, scene)
    except (ValueError, OverflowError):  # a date outside the calendar
        return None


def _settle_days(when: When, scene: Scene) -> tuple[date, date, str] | None:
    today = scene.today
    found: tuple[date, date, str] | None
    if when.holiday is not None:
        found = _holiday(when, scene)
    elif when.day is not None:
        found = _numbered_day(when, today)
    elif when.month is not None:
        found = _month(when, today)
    elif when.first is not None and when.last is not None:
        found = (when.first, when.last, when.grain or "day")
        if when.year is not None and not when.first.year <= when.year <= when.last.year:
            return None
    elif when.year is not None:
        found = (date(when.year, 1, 1), date(when.year, 12, 31), "year")
    else:
        found = None
    if when.nth is not None and when.edge and when.nth[1] in ("week", "quarter", "month"):
        found = _nth(found, when.nth, scene)
        return edge_of(found, when.edge) if found else None
    if found and when.edge:
        found = edge_of(found, when.edge)
    elif when.edge:
        found = edge_of(stretch(today, when.edge.partition("-")[0], 0), when.edge) if "-" in when.edge else None
    if when.nth is not None:
        found = _nth(found, when.nth, scene)
        if found is None:
            return None
    if when.weekday is not None and when.day is None:
        return _weekday(found, when.weekday, today)
    return found


def _nth(found: tuple[date, date, str] | None, nth: tuple[int, str], scene: Scene) -> tuple[date, date, str] | None:
    """The n-th something of what was found, else of this month (quarters: of this year)."""
    return nth_of(found or stretch(scene.today, "year" if nth[1] == "quarter" else "month", 0), nth, scene.calendar)


def _holiday(when: When, scene: Scene) -> tuple[date, date, str] | None:
    name = when.holiday or ""
    if when.year is not None or when.first is not None:
        year = when.year if when.year is not None else (when.first or scene.today).year
        found = dates_holidays.days_of(name, year)
        if found and when.first and when.last and not (found[0] <= when.last and found[1] >= when.first):
            return None
    else:
        years = (scene.today.year + n for n in range(3))
        known = (days for year in years if (days := dates_holidays.days_of(name, year)))
        found = next((days for days in known if days[1] >= scene.today), None)
    if not found or (when.day is not None and found[0].day != when.day):
        return None
    return (*found, "day")


def _numbered_day(when: When, today: date) -> tuple[date, date, str] | None:
    """A day of the month, with or without its month, year and weekday: the next one that fits."""
    day, lower, upper = when.day or 0, today, None
    if when.first is not None:
        lower, upper = when.first, when.last
    if when.year is not None:
        lower, upper = date(when.year, 1, 1), date(when.year, 12, 31)
    for months in range(12 * 40):
        year, month = divmod(lower.year * 12 + lower.month - 1 + months, 12)
        month += 1
        if upper and (year, month) > (upper.year, upper.month):
            return None
        if when.month is not None and month != when.month:
            continue
        if day > monthrange(year, month)[1]:
            continue
        found = date(year, month, day)
        if found < lower or (upper and found > upper):
            continue
        if when.weekday is not None and found.weekday() != when.weekday:
            if when.month is None:
                continue
            if when.either:
                return _numbered_day(replace(when, month=when.day, day=when.month, either=None), today)
            return None  # a full date with a weekday that is not its own
        return found, found, "day"
    return None


def _month(when: When, today: date) -> tuple[date, date, str] | None:
    month = when.month or 0
    if when.year is not None:
        return month_of(date(when.year, month, 1))
    lower = when.first or date(today.year, today.month, 1)
    year = lower.year if month >= lower.month else lower.year + 1
    found = month_of(date(year, month, 1))
    return None if when.last and found[0] > when.last else found


def _weekday(found: tuple[date, date, str] | None, weekday: int, today: date) -> tuple[date, date, str] | None:
    if found is None:
        day = today + DAY * ((weekday - today.weekday()) % 7)
    else:
        day = found[0] + DAY * ((weekday - found[0].weekday()) % 7)
        if day > found[1]:
            return None
        if found[2] not in ("day", "week") or (found[2] == "day" and found[0] != found[1]):
            return None
    return day, day, "day"


def without_time(when: When) -> When:
    """Only the days of it."""
    return replace(when, hour=None, minute=None, sure=None, literal=None, part=None, bound=None)


def strip(when: When) -> When:
    """Only the time of it."""
    blank = When()
    return replace(when, **{name: getattr(blank, name) for name in (*DAY_FIELDS, "last", "grain", "either")})
