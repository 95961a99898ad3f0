"""When an outing begins and when it ends, from the times that its sentence holds.

A time belongs to the return if a word of returning stands by it, to the departure if a word of leaving does or the way
to the first client follows it. A length counts from the departure. What is neither stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.language import dates, going
from bot.language.sentence import CLIENT, CUT, LEAD, TIME, Found, Sentence
from bot.language.trimming import slips

T = f"{TIME}+"
GAP = r"[\s,，:：]*"
RETURN_BEFORE = re.compile(
    rf"(?:{going.BACK}|(?<![a-z])(?:{going.BACK_ENGLISH})|{going.UNTIL}|至|到)(?:{going.ABOUT})*(?={TIME})"
)
RETURN_AFTER = re.compile(
    rf"(?:{going.AFTER_TIME})*(?:(?:到|至)(?:行里?|单位|网点|支行|分行|部门|办公室|岗|家)|完(?!成|善|整|工|税)"
    rf"|(?:{going.BACK})(?:[来去了]|一趟)*)|\s*(?:latest\s+"
    rf"|and\s+)?(?:{going.BACK_ENGLISH})(?![a-z])(?!\s*(?:{TIME}|(?:at|by|in|around)(?![a-z])))"
)
LEAVE_BEFORE = re.compile(rf"(?:(?<![a-z])(?:{going.LEAVE})|{going.LEAVE})(?:{going.ABOUT})*(?={TIME})")
LEAVE_AFTER = re.compile(rf"(?:{going.AFTER_TIME})*(?:(?:{going.LEAVE})(?![a-z]))")
DEADLINE_BEFORE = re.compile(r"(?<![a-z])(?:by|before|b4|no\s+later\s+than|until|till|latest)\s*$")
LASTING_BEFORE = re.compile(
    r"(?<![a-z])(?:for|about|around|takes?|taking|out|need|需要?|大概|大约|估计|预计|差不多|要|用)\s*$"
)
NOT_A_TIME = re.compile(r"(?:建议|意见|要求|问题|想法|原因|说明|共识|的(?!时候)|期|度|利率|%|％)")
AT = re.compile(r"(?<![a-z])(?:at|@)\s*$")
IN = re.compile(r"(?<![a-z])in\s+(?:about\s+|around\s+)?$")
NOT_BACK = re.compile(rf"[\s,，]*(?:就|可能|应该|都|我)*(?:不|唔|没法|没办法)(?:再)?(?:{going.BACK})[了来]*")
FIGURES = re.compile(
    r"(?<![\w.,:])(?P<half>half\s+)?(?P<hour>[0-5]?\d)[:.：]?(?P<minute>[0-5]\d)?(?:ish)?(?![\w%:]|[.,]\d)"
)
LONGEST = timedelta(hours=12)
MIDDAY_HALF = ("half", "part", "day", "hour", "minute", "second", "deadline", "since", "range", "length")


@dataclass(frozen=True)
class Times:
    """When out, when back: local and naive, to the minute; None where it was not said."""

    depart: datetime | None = None
    back: datetime | None = None


@dataclass
class _Told:
    """A time of the sentence with the part that it plays: back, leave, or none yet."""

    span: dates.Span
    found: Found
    role: str = ""


class Clock:
    """The times of one sentence: marked first, given their roles once the clients are known."""

    def __init__(self, sentence: Sentence, now: datetime, language: str) -> None:
        self.sentence = sentence
        self.now = now.replace(second=0, microsecond=0)
        self.told: list[_Told] = []
        for span in dates.read(sentence.text, now, language):
            begin, finish = _bare(sentence.text, span)
            if self._belongs(span, begin, finish):
                found = Found(TIME, begin, finish)
                sentence.take(found)
                self.told.append(_Told(span, found))
        self._read_figures(language)
        self._mend(language)

    def _read_figures(self, language: str) -> None:
        """ "back 4", "1630返": bare figures beside a word of leaving or returning are a time of day."""
        sentence = self.sentence
        for figures in FIGURES.finditer(sentence.marked):
            begin, end = figures.span()
            after, before = sentence.marked[end:], sentence.marked[:begin] + TIME
            if (
                AT.search(before[:-1])
                or RETURN_AFTER.match(after)
                or LEAVE_AFTER.match(after)
                or any(_last(leads, before, begin) is not None for leads in (RETURN_BEFORE, LEAVE_BEFORE))
            ):
                clock = f"{figures['hour']}:{figures['minute'] or ('30' if figures['half'] else '00')}"
                if IN.search(before[:-1]) and not figures["minute"]:
                    clock = f"in {figures['hour']} minutes"
                days = [told.span.start for told in self.told if told.span.grain == "day" and told.found.end <= begin]
                for span in dates.read(clock, (days or [self.now])[-1] or self.now, language)[:1]:
                    found = Found(TIME, begin, end)
                    sentence.take(found)
                    self.told.append(_Told(span, found))
        self.told.sort(key=lambda told: told.found.start)

    def roles(self, labels: list[tuple[int, str]]) -> None:
        """Decide which time is which, and take the words of leaving and returning out of the sentence.

        `labels` say where a label ("返回：") gives the time that follows its role.
        """
        sentence = self.sentence
        for told in self.told:
            start, end = told.found.start, told.found.end
            told.role = told.role or next((role for value, role in labels if 0 <= start - value <= 3), "")
            before, after = sentence.marked[: start + 1], sentence.marked[end:]
            for role, leads in (("back", RETURN_BEFORE), ("leave", LEAVE_BEFORE)):
                if not told.role and (lead := _last(leads, before, start)) is not None:
                    told.role = role
                    sentence.mark(CUT, lead, start)
            if not told.role and (never := NOT_BACK.match(after)):
                told.role = "never"
                sentence.mark(CUT, end, end + never.end())
            for role, follows in (("back", RETURN_AFTER), ("leave", LEAVE_AFTER)):
                if not told.role and (follow := follows.match(after)):
                    told.role = role
                    sentence.mark(CUT, end, end + follow.end())

    def times(self) -> Times:
        """Departure and return, as far as they were said; asked when the clients are known."""
        self._by_place()
        depart = back = None
        lasting: timedelta | None = None
        for told in self.told:
            span = told.span
            if span.grain == "length":
                lasting = span.duration
            elif span.grain == "range" and not told.role:
                depart, back = _minute(span.start), _minute(span.end)
            elif told.role == "leave":
                depart = _minute(span.start) or _minute(span.end)
        for told in self.told:
            if told.role == "back" and told.span.grain != "length":
                back = self._back(told.span, depart)
        if back is None and lasting is not None:
            back = (depart or self.now) + lasting
        return Times(depart, back)

    def _back(self, span: dates.Span, depart: datetime | None) -> datetime | None:
        moment = _minute(span.end) if span.grain in ("deadline", "range") else _minute(span.start)
        if span.grain == "day":
            return None
        if span.grain in ("half", "part"):
            return (
                moment
                if span.start and span.start.time() == time(12) and "下" not in span.text and "after" not in span.text
                else None
            )
        if moment and depart and moment <= depart:
            counted = span.start is not None and re.search(r"[后後]$|later$|^in\s", span.text)
            moment = depart + (moment - self.now) if counted else moment + timedelta(hours=12)
            if moment <= depart:
                moment += timedelta(hours=12)
        elif (
            moment
            and depart
            and re.search(
                r"(?:小时|小時|分钟|分鐘|钟头|鐘頭|个钟|個鐘|刻钟)[之以]?[后後]$|(?:hours?|minutes?)\s+later$",
                span.text,
            )
        ):
            moment = depart + (moment - self.now)
        return moment

    def _belongs(self, span: dates.Span, begin: int, finish: int) -> bool:
        """Whether a time tells when somebody goes: 三季度 in 收三季度报表 does not."""
        if span.recurring or span.grain not in MIDDAY_HALF or NOT_A_TIME.match(self.sentence.plain, finish):
            return False
        if span.grain == "length":
            return span.duration is not None and span.duration <= LONGEST
        first, last = span.start or span.end, span.end or span.start
        if first is None or last is None or last < self.now - timedelta(hours=12):
            return False
        return span.grain != "range" or last - first <= LONGEST

    def _mend(self, language: str) -> None:
        """ "四点，不对，四点半": what was taken back is no time, and its words are no matter."""
        sentence = self.sentence
        for slip in list(slips(sentence.plain)):
            later = next((told for told in self.told if 0 <= told.found.start - slip.end() <= 4), None)
            if later is None:
                continue
            earlier = [told for told in self.told if 0 <= slip.start() - told.found.end <= 4]
            if earlier and later.span.grain != "day":
                self.told.remove(earlier[-1])
                sentence.drop(earlier[-1].found)
                later.role = later.role or self._role_behind(earlier[-1].found, slip.start())
            for span in dates.read(sentence.text[: slip.start()], self.now, language):
                if 0 <= slip.start() - span.finish <= 6 and TIME not in sentence.marked[span.begin : span.finish]:
                    dropped = Found(TIME, span.begin, span.finish)
                    later.role = later.role or self._role_behind(dropped, slip.start())
                    sentence.mark(CUT, span.begin, slip.end())
            sentence.mark(CUT, slip.start(), slip.end())

    def _role_behind(self, found: Found, until: int) -> str:
        words = self.sentence.plain[found.end : until]
        if RETURN_AFTER.match(words):
            self.sentence.mark(CUT, found.end, until)
            return "back"
        return ""

    def _by_place(self) -> None:
        """The parts that times play by where they stand: before the first client they are the departure."""
        named = [found.start for found in self.sentence.found if found.kind in (CLIENT, LEAD)]
        first = min(named, default=len(self.sentence.text))
        leaving = any(told.role == "leave" for told in self.told)
        open_ = [
            told
            for told in self.told
            if not told.role and told.span.grain not in ("length", "range", "day", "half", "part")
        ]
        for told in open_:
            due = told.span.grain == "deadline" or DEADLINE_BEFORE.search(self.sentence.plain[: told.found.start])
            behind = told.found.start > first
            if due and not any(other.role == "back" for other in self.told):
                told.role = "back"
            elif not leaving and not due and (not behind or self._is_appointment(told)):
                told.role, leaving = "leave", True
            elif behind and not any(other.role == "back" for other in self.told) and self._ends_sentence(told):
                told.role = "back"

    def _is_appointment(self, told: _Told) -> bool:
        """ "at 3", "约了三点": the time that one is expected there."""
        before = self.sentence.plain[: told.found.start]
        if any(found.kind in (CLIENT, LEAD) and found.end <= told.found.start for found in self.sentence.found):
            nth = sum(found.kind in (CLIENT, LEAD) and found.end <= told.found.start for found in self.sentence.found)
            if re.search(r"(?:再|然后|之后|接着)\s*$", before) and nth:
                return False
        return bool(
            re.search(r"(?:(?<![a-z])(?:at|from|for|@)\s*|约了?好?|定在|订在|在|见面)$", before)
        ) or not self._ends_sentence(told)

    def _ends_sentence(self, told: _Told) -> bool:
        rest = re.sub(rf"^(?:{going.AFTER_TIME})*", "", self.sentence.marked[told.found.end :])
        return not re.search(r"\w", rest.replace(CUT, ""))


def _bare(text: str, span: dates.Span) -> tuple[int, int]:
    """Where the words of the span stand without blanks around them."""
    words = text[span.begin : span.finish]
    begin = span.begin + len(words) - len(words.lstrip())
    return begin, span.finish - (len(words) - len(words.rstrip()))


def _minute(moment: datetime | None) -> datetime | None:
    return moment.replace(second=0, microsecond=0) if moment else None


def _last(pattern: re.Pattern[str], before: str, start: int) -> int | None:
    """Where the words lead to the time from that begins at `start`; None if they do not."""
    for found in pattern.finditer(before):
        if found.end() == start:
            return found.start()
    return None
