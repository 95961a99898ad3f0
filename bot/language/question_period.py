"""The days a question is about: read by the grammar of dates, turned back where the question looks back.

The grammar of dates means the next occurrence; a question about what was done means the last one: 周一谁没写记录
is about the Monday behind us, 下个月到期的授信 about the month to come. A bare length that is denied (两个月没拜访, not
visited for 30 days) is the stretch up to now. 现在 and a time of day without a day name no period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.language import dates

NUMBER = (
    r"(?:\d+|[一二两三四五六七八九十百半几]+|a|an|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|twelve|thirty|sixty|ninety)"
)
UNIT = (
    r"(?:个?(?:工作日|星期|礼拜|月|季度|小时)|天|日|周|年"
    r"|(?:working\s+|business\s+)?days?|weeks?|fortnights?|months?|quarters?|years?)"
)
LENGTH = re.compile(rf"(?P<length>{NUMBER}\s*(?:个\s*)?(?:多\s*)?(?:半\s*)?{UNIT})(?![a-z初底])")
BACK_BEFORE = re.compile(
    r"(?:超过|多于|大于|逾|已经?|整整|连续|快|将近|差不多|足足|满|有|over|more\s+than|for|after|"
    r"exceeding|at\s+least|nearly|almost|in|within|since|the)\s*(?:了|the)?\s*(?:over|more\s+than|"
    r"last|past|about)?\s*$"
)
BACK_BEHIND = re.compile(
    r"\s*(?:以?内|之内|以上|多|都|还|仍|来|以来|or\s+more|\+|里)*\s*(?:没|未|无|不|冇|唔|零|ago|without|no\s|not\s|unvisited)"
)
WITHIN = re.compile(r"\s*(?:以内|之内|内)")
GIVEN_DIRECTION = re.compile(
    r"(?:过去|最近|近|前|上|这|未来|接下来|今后|往后|后|下|last|past|next|previous|coming|recent|following)\s*(?:的)?\s*$"
)
# The last N units and a single unit in English, which the grammar of dates takes for the calendar's.
PAST_ONE = re.compile(r"(?:the\s+|over\s+the\s+|in\s+the\s+)*past\s+(week|month|quarter|year|fortnight)")
FROM_THEN_ON = re.compile(
    r"\s*(?:以来|起(?!来)|至今|到现在|到今天|到目前|为止|迄今|so\s+far|to\s+date|until\s+now|onwards?)"
)
SO_FAR = re.compile(
    r"(?:so\s+far|到目前(?:为止)?|截至(?:目前|今天|现在)|截止(?:目前|今天|现在)|迄今)\s*(?:in|during|for)?\s*[,，]?\s*$"
)
ANCHORED = re.compile(
    r"今|明|后天|大后|下|本|这|呢个|上|去年|前|昨|琴|寻日|听日|当天|同日|\d{4}|零[一二三]|年[初底末]|"
    r"next|this|last|tomorrow|yesterday|today|coming|past|previous|within|from\s+now|未来|内|after|后|"
    r"end\s+of\s+the"
)
DAY_WORDS = re.compile(
    r"[今明后昨前琴寻听当每]|周|星期|礼拜|月|号|日|天|年|季|旬|节|假|day|week|month|year|quarter|"
    r"[a-z]{3}\w*\s*\d|\d\s*[a-z]{3}|\d[-/.]\d|tonight|night|morning|noon|\d(?:st|nd|rd|th)|q[1-4]|"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
)
HALF_YEAR = re.compile(
    r"(?<![a-z])(?:the\s+)?(?:(first|second)\s+half(?:\s+of\s+(?:the\s+|this\s+)?year)?|"
    r"h([12]))(?![a-z0-9])"
)
THIS_HALF = re.compile(r"(?<![a-z])this\s+half(?:[\s-]+year)?(?![a-z])|本半年|这半年|这个半年")
TO_DATE = re.compile(r"(?<![a-z])(?:ytd|mtd|qtd)(?![a-z])")
THESE_DAYS = re.compile(r"(?:这|最近|近)(?P<n>[两二三几])天")
HIDDEN, NOTHING = "\ue004", "\ue000"
# What the grammar of dates would take for a part of a date: 名下 + 年底, due + this week.
NO_DATE = re.compile(
    r"(?<![a-z])due(?![a-z])|名下|手下|手上|旗下|底下|一共|总共|(?<![a-z])late(?![a-z])|点名|(?<=季度)(?:之内|以内|内)|晨训|晨会|"
    r"早会|早训|朝会|morning(?=\s+(?:roll|training|meeting|briefing|session|drill))"
)


@dataclass(frozen=True)
class Period:
    """Local days, both included; None where one end is left open (周五前 said of the past, from Monday on)."""

    start: date | None
    end: date | None


@dataclass(frozen=True)
class Days:
    """The days that a text names. `rest` is the text with them hidden; `settled` turns them the way it is asked."""

    rest: str
    spans: tuple[_Said, ...]
    now: datetime

    @property
    def spoken(self) -> bool:
        """Whether any day was named."""
        return bool(self.spans)

    @property
    def ahead(self) -> bool:
        """Whether a day was named that lies ahead by its own words: 明天, next week."""
        today = self.now.date()
        return any(said.anchored and said.days.start is not None and said.days.start > today for said in self.spans)

    @property
    def over(self) -> bool:
        """Whether days were named, and all of them are over by their own words."""
        found = self.settled(True)
        return found is not None and found.end is not None and found.end < self.now.date()

    def settled(self, ahead: bool) -> Period | None:
        """The period asked for; of several named, from the first to the last."""
        found = [said.turned(ahead, self.now) for said in self.spans]
        if not found:
            return None
        starts, ends = [each.start for each in found], [each.end for each in found]
        first = None if None in starts else min(day for day in starts if day)
        last = None if None in ends else max(day for day in ends if day)
        return Period(first, last)


@dataclass(frozen=True)
class _Said:
    """One expression and its days, as the grammar of dates means it."""

    text: str
    days: Period
    anchored: bool
    language: str | None
    within: bool = False  # "in 30 days", 两周内: forward or back, by what is asked
    from_then_on: bool = False

    def turned(self, ahead: bool, now: datetime) -> Period:
        """The days, moved back to their last occurrence where the question looks back."""
        today, days = now.date(), self.days
        if self.within:
            return _within(self.text, now, ahead, self.language) or days
        if not ahead and not self.anchored and days.start and days.start > today:
            for back in (timedelta(days=7), timedelta(days=31), timedelta(days=366)):
                earlier = _of_span(self.text, now - back, self.language)
                if earlier and earlier.start and earlier.start <= today:
                    days = earlier
                    break
        if self.from_then_on and days.start:
            return Period(days.start, today if days.start <= today else None)
        if days.start is None and days.end and days.end >= today:
            return Period(today, days.end)
        return days


def period(plain: str, now: datetime, language: str | None = None) -> Days:
    """The days named in folded words without names."""
    rest = plain
    spans: list[tuple[int, _Said]] = []

    def take(start: int, end: int, said: _Said) -> None:
        nonlocal rest
        spans.append((start, said))
        rest = rest[:start] + HIDDEN + "\ue000" * (end - start - 1) + rest[end:]

    for start, end, said in [*_halves(rest, now), *_lengths(rest, now, language)]:
        take(start, end, said)
    for span in dates.read(NO_DATE.sub(lambda said: NOTHING * len(said.group()), rest), now, language):
        days = _days(span, now)
        told = rest[span.begin : span.finish]
        if days is None or (
            span.grain in ("hour", "minute", "since", "deadline", "range") and not DAY_WORDS.search(told)
        ):
            if span.grain == "minute":
                rest = rest[: span.begin] + "\ue000" * (span.finish - span.begin) + rest[span.finish :]
            continue
        within = span.grain == "deadline" and span.start is not None
        behind = FROM_THEN_ON.match(rest, span.finish)
        since = bool(behind or SO_FAR.search(rest[: span.begin])) or span.grain == "since"
        said = _Said(told, days, bool(ANCHORED.search(told)), language, within, since)
        take(span.begin, behind.end() if behind else span.finish, said)
    return Days(rest, tuple(said for _, said in sorted(spans, key=lambda each: each[0])), now)


def _halves(plain: str, now: datetime) -> list[tuple[int, int, _Said]]:
    """Halves of the year, "year to date" in letters, and the past week, month or year up to now."""
    found = []
    today, year = now.date(), now.year
    for match in HALF_YEAR.finditer(plain):
        second = match[1] == "second" or match[2] == "2"
        days = Period(date(year, 7, 1), date(year, 12, 31)) if second else Period(date(year, 1, 1), date(year, 6, 30))
        found.append((match.start(), match.end(), _Said(match.group(), days, True, None)))
    for match in THIS_HALF.finditer(plain):
        first = now.month <= 6
        days = Period(date(year, 1, 1), date(year, 6, 30)) if first else Period(date(year, 7, 1), date(year, 12, 31))
        found.append((match.start(), match.end(), _Said(match.group(), days, True, None)))
    for match in TO_DATE.finditer(plain):
        month = {"y": 1, "m": now.month, "q": (now.month - 1) // 3 * 3 + 1}[match.group()[0]]
        found.append(
            (match.start(), match.end(), _Said(match.group(), Period(date(year, month, 1), today), True, None))
        )
    for match in PAST_ONE.finditer(plain):
        rolled = _of_span("the last 2 weeks" if match[1] == "fortnight" else f"the last 1 {match[1]}", now, "en")
        if rolled and match[1] != "quarter":
            found.append((match.start(), match.end(), _Said(match.group(), rolled, True, None)))
    for match in THESE_DAYS.finditer(plain):
        many = {"两": 2, "二": 2}.get(match["n"], 3)
        days = Period(today - timedelta(days=many - 1), today)
        found.append((match.start(), match.end(), _Said(match.group(), days, True, None)))
    return found


def _lengths(plain: str, now: datetime, language: str | None) -> list[tuple[int, int, _Said]]:
    """Lengths that are denied: the stretch up to now in which something did not happen."""
    found = []
    for match in LENGTH.finditer(plain):
        before, behind = plain[: match.start()], plain[match.end() :]
        if GIVEN_DIRECTION.search(before) or (
            match["length"].startswith(("半年", "a year")) and re.match(r"[^没未]*$", behind)
        ):
            continue
        denied = re.search(
            r"没|未|不|无|not|n't|unvisited|without|no\s|never|nobody|pending|open|waiting|outstanding|挂|拖|"
            r"积压",
            plain,
        )
        led = BACK_BEFORE.search(before)
        followed = BACK_BEHIND.match(behind)
        if not denied or not (led or followed):
            continue
        if WITHIN.match(behind) or (led and re.search(r"within\s*(?:the\s*)?$", before)):
            continue
        days = _up_to_now(match["length"], now, language)
        if days:
            start = led.start() if led else match.start()
            found.append((start, match.end(), _Said(match.group(), days, True, language)))
    return found


def _within(told: str, now: datetime, ahead: bool, language: str | None) -> Period | None:
    if ahead:
        return _of_span(told, now, language)
    length = LENGTH.search(told)
    return _up_to_now(length["length"], now, language) if length else None


def _up_to_now(length: str, now: datetime, language: str | None) -> Period | None:
    length = re.sub(r"多|几(?=个?[周月年天])", "", length)
    english = re.search("[a-z]", length)
    length = re.sub(r"^(?:a|an)(?=\s)", "1", length).replace("fortnight", "2 weeks") if english else length
    days = _of_span(f"the last {length}" if english else f"过去{length}", now, language)
    return days if days and days.start and days.start < now.date() else None


def _of_span(told: str, now: datetime, language: str | None) -> Period | None:
    spans = dates.read(told, now, language)
    return _days(spans[0], now) if spans else None


def _days(span: dates.Span, now: datetime) -> Period | None:
    """The days of an expression; None for a length, a recurrence and this very moment."""
    if span.recurring or span.grain == "length":
        return None
    if span.grain == "minute" and span.start and abs(span.start - now) < timedelta(minutes=1):
        return None
    if span.grain == "since":
        return Period(span.start.date(), None) if span.start else None
    start = span.start.date() if span.start else None
    end = span.end.date() if span.end else start
    return Period(start, end) if start or end else None
