"""Leave asked for in a sentence: what kind, from when to when, who stands in, why, and what cannot be.

"明天下午请半天事假，工作交给张敏" and "annual leave next Mon to Wed" are read with the same rules: the stand-in first,
then the kind, then the times by the date grammar; what is left over is the reason. A date that does not exist is
never moved to one that does: it is named as a problem.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Literal

from bot.language import dates, leave_words as word
from bot.language.leave_dates import Problem, dated, problem
from bot.language.script import fold

Unit = Literal["day", "half", "hour"]
Half = Literal["am", "pm"]

DAY = timedelta(days=1)
NOON = time(12)
LAST_HOUR = time(17)
TURNED_ROUND = timedelta(days=200)  # a range that runs into the next year this far was meant the other way round


@dataclass(frozen=True, slots=True)
class Heard:
    """What a sentence says of a leave. `start` and `end` are local and naive: days, inclusive, or minutes."""

    start: datetime | None = None
    end: datetime | None = None
    unit: Unit | None = None
    half: Half | None = None  # of a single day
    start_half: Half | None = None  # of a longer run
    end_half: Half | None = None
    kind: str | None = None
    standin: str | None = None
    reason: str | None = None
    problem: Problem | None = None
    days: float | None = None  # a length that was said without its days


def read(text: str, now: datetime, lang: str | None = None) -> Heard:
    """What the text asks for. `now` is local and naive; `lang` is a hint only."""
    plain = fold(text)
    kind, named = kind_of(plain)
    standin, stood = standin_of(text, plain)
    after_a_length = [place for place in named if plain[: place[0]].endswith(("周", "月", "天", "年", "半"))]
    bare = blanked(text, [*after_a_length, *stood])  # 一周年假 is a week, and no anniversary
    wrong = problem(fold(bare), now)
    spans = [span for span in dates.read(bare, now, lang) if not span.recurring]
    heard = Heard(problem=wrong) if wrong else stretch(spans, bare, now)
    away = [*named, *stood, *((span.begin, span.finish) for span in spans), *(dated(fold(bare)) if wrong else [])]
    return replace(heard, kind=kind, standin=standin, reason=reason_of(text, plain, away))


def kind_of(plain: str) -> tuple[str | None, list[tuple[int, int]]]:
    """The kind of leave with the places where it is named; what somebody only implies is no name."""
    for kind, words in word.NAMED:
        found = [match.span() for match in words.finditer(plain)]
        if found:
            return kind, found
    family = word.FAMILY.search(plain)
    for kind, words in word.IMPLIED:
        if words.search(plain) and not (kind in ("sick", "marriage") and family):
            return kind, []
    return None, []


def standin_of(text: str, plain: str) -> tuple[str | None, list[tuple[int, int]]]:
    """Who takes the work over, as written, and the words that say so."""
    for way in word.STAND_INS:
        for match in way.finditer(plain):
            name = match["name"].strip()
            if word.NO_NAME.match(name):
                continue
            begin = match.start("name")
            return text[begin : begin + len(name)], [match.span()]
    return None, []


def blanked(text: str, places: list[tuple[int, int]]) -> str:
    """The text with stops in place of these, so that every other place stays where it was."""
    for begin, finish in places:
        text = text[:begin] + ";" * (finish - begin) + text[finish:]
    return text


# ── when ─────────────────────────────────────────────────────────────────────────────────────────────

CLOCK = re.compile(r"[点:：时]|\d ?[ap]\.?m|noon|o'clock")
HALVES = re.compile(
    r"上午|下午|早上|晌午|午后|午前|上昼|下昼|\b(?:morning|afternoon|am|pm|a\.m|p\.m)\b|前晌|后晌|forenoon"
)
FORENOON = re.compile(r"上午|早上|午前|上昼|前晌|\b(?:morning|am|a\.m|forenoon)\b")
HALF_DAY = re.compile(r"半天|半日|半个工作日|\bhalf[- ](?:a |an )?day")
UNTIL = re.compile(r"(?:到|至|直到|休到|until|till|through|thru|up to)\s*$")
BETWEEN = re.compile(r"^(?:[\s,，、&+;]|和|与|及|跟|还有|以及|and)*$")
NOTHING = re.compile(
    r"(?<![\d一-十])([\d一-十]+(?:点半?|[:：]\d\d)) *(?:到|至|-|–|~|to|until) *\1(?![\d半一-十])"
)  # 9点到9点
YEAR = re.compile(r"\d{4}|明年|后年|去年|next year|年")


def stretch(spans: list[dates.Span], text: str, now: datetime) -> Heard:
    """When: the first expression that names days, with the hours and the length beside it."""
    plain = fold(text)
    lengths = [span for span in spans if span.grain == "length" and span.duration]
    named = merged([ended_before_midnight(span) for span in spans if span.start is not None], plain)
    length = lengths[0].duration if lengths else None
    half_day = bool(HALF_DAY.search(plain)) and (length is None or length < DAY)
    if not named:
        return lone(length, half_day)
    coming = [span for span in named if span.start and span.start.date() >= now.date()]
    first = grafted(coming or named, plain, length)  # what happened yesterday is a reason
    if turned_round(first, plain):
        return Heard(problem="end_before_start")
    if is_timed(first, plain):
        return hours(first, length, plain)
    if length is not None and length < DAY and not half_day:
        return Heard(unit="hour", days=length / DAY)
    heard = by_days(first, plain, now)
    if half_day and heard.unit == "day" and heard.start == heard.end:
        return replace(heard, unit="half")
    if length is not None and length > DAY / 2 and not half_day and heard.start == heard.end:
        return lasting(heard, length)
    return heard


def lone(length: timedelta | None, half_day: bool) -> Heard:
    """Only how long, and not when."""
    if half_day:
        return Heard(unit="half", days=0.5)
    if length is None:
        return Heard()
    return Heard(unit="day" if length >= DAY else "hour", days=length / DAY)


def ended_before_midnight(span: dates.Span) -> dates.Span:
    """Days that end with the midnight after them end with their last minute: 明后两天."""
    if span.start and span.end and span.start.time() == span.end.time() == time() and span.end > span.start:
        return replace(span, end=span.end - timedelta(minutes=1))
    return span


def merged(spans: list[dates.Span], plain: str) -> list[dates.Span]:
    """Days named one after the other ("8号9号", "Wed and Thu") as one stretch."""
    found: list[dates.Span] = []
    for span in spans:
        last = found[-1] if found else None
        if (
            last
            and last.end
            and last.start
            and span.start
            and span.grain == last.grain == "day"
            and BETWEEN.match(plain[last.finish : span.begin])
            and last.end.date() + DAY == span.start.date()
        ):
            found[-1] = replace(last, end=span.end, finish=span.finish)
        else:
            found.append(span)
    return found


def grafted(named: list[dates.Span], plain: str, length: timedelta | None) -> dates.Span:
    """A day named first, with hours or a half named apart from it: "明天请假，下午两点到四点"."""
    first = named[0]
    if len(named) < 2 or first.start is None or (length is not None and length >= DAY):
        return first
    second = named[1]
    if second.start and UNTIL.search(plain[: second.begin]) and not (is_timed(first, plain) or is_timed(second, plain)):
        return replace(second, start=first.start, begin=first.begin)  # 从明天起请病假，直到周五
    one_day = first.grain in ("day", "since", "part", "half") and (
        first.end is None or first.end.date() == first.start.date()
    )
    if (is_timed(first, plain) and first.grain != "part") or second.start is None or not one_day:
        return first
    if not (is_timed(second, plain) or (second.grain == "half" and first.grain != "half")):
        return first
    shift = datetime.combine(first.start.date(), time()) - datetime.combine(second.start.date(), time())
    return replace(second, start=second.start + shift, end=second.end + shift if second.end else None)


def turned_round(span: dates.Span, plain: str) -> bool:
    """Whether the end was moved into the next year because it lies before the start."""
    if span.start is None or span.end is None or YEAR.search(plain[span.begin : span.finish]):
        return False
    return span.end.year > span.start.year and span.end - span.start > TURNED_ROUND


def is_timed(span: dates.Span, plain: str) -> bool:
    """Whether it names hours of the clock, or a part of a day that is no half of work."""
    words = plain[span.begin : span.finish]
    edges = {edge.time() for edge in (span.start, span.end) if edge}
    if edges == {time(0), time(23, 59)}:
        return False
    if span.grain in ("hour", "minute", "second", "part"):
        return True
    if (
        HALVES.search(words)
        and edges <= {time(9), NOON, LAST_HOUR, time(0), time(23, 59)}
        and not re.search(r"[点:：时]|\d ?[ap]\.?m\b", words)
    ):
        return False
    return bool(CLOCK.search(words)) and bool(edges - {time(0), time(23, 59)})


def hours(span: dates.Span, length: timedelta | None, plain: str) -> Heard:
    """Leave by the clock: to its end, for its length, or until work is over."""
    start = span.start
    if start is None:
        return Heard(unit="hour")
    if NOTHING.search(plain[span.begin : span.finish]):
        return Heard(problem="end_before_start")
    if span.end is not None:
        if span.end <= start:
            return Heard(problem="end_before_start")
        end = span.end + timedelta(minutes=1) if span.end.minute == 59 else span.end
    elif length is not None and length < DAY and not HALF_DAY.search(plain):
        end = start + length
    elif start.time() < LAST_HOUR:
        end = datetime.combine(start.date(), LAST_HOUR)
    else:
        return Heard(start=start, unit="hour")
    return Heard(start=start, end=end, unit="hour")


def by_days(span: dates.Span, plain: str, now: datetime) -> Heard:
    """Leave by days and half days."""
    start, end = span.start, span.end or span.start
    if start is None or end is None:
        return Heard()
    words = plain[span.begin : span.finish]
    first, last = midnight(start), midnight(end)
    if span.grain in ("day", "half") and UNTIL.search(plain[: span.begin]) and first > midnight(now):
        begins = midnight(now)
        return Heard(
            begins, last, "half" if span.grain == "half" and end.time() == NOON else "day",
            end_half="am" if span.grain == "half" and end.time() == NOON else None,
        )  # fmt: skip
    if not HALVES.search(words):
        return Heard(first, last, "day")
    begin_half: Half | None = None if start.time() == time() else "pm" if start.time() >= NOON else "am"
    end_half: Half | None = None if end.time() == time(23, 59) else "am" if end.time() <= NOON else "pm"
    if span.end is None:  # 从周四上午开始
        begin_half, end_half = ("am" if FORENOON.search(words) else "pm"), None
    if first == last:
        if begin_half == "pm" and end_half == "am":
            return Heard(problem="end_before_start")
        if begin_half == end_half or end_half is None or begin_half is None:
            return Heard(first, last, "half", half=begin_half or end_half)
        return Heard(first, last, "day")
    return Heard(first, last, "half", start_half=begin_half, end_half=end_half)


def lasting(heard: Heard, length: timedelta) -> Heard:
    """From a day on for so many days; a half beyond whole days is the last forenoon."""
    if heard.start is None:
        return heard
    halves = round(length / (DAY / 2))
    if halves <= 1:
        return heard
    if heard.half == "pm":
        ends, left = heard.start + (halves // 2) * DAY, halves % 2
        return Heard(heard.start, ends, "half", start_half="pm", end_half="pm" if left else "am")
    whole, left = divmod(halves, 2)
    ends = heard.start + (whole - 1 + left) * DAY
    if not left:
        return Heard(heard.start, ends, "day")
    return Heard(heard.start, ends, "half", start_half="am", end_half="am")


def midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date(), time())


# ── why ──────────────────────────────────────────────────────────────────────────────────────────────

STOPS = re.compile(r"[,，。;；!！?？\n\x00]+|\.(?=\s|$)| [-–—] ")
LONGEST_REASON = 100


def reason_of(text: str, plain: str, away: list[tuple[int, int]]) -> str | None:
    """What is left of the sentence when kind, times, stand-in and politeness are taken out."""
    marked = text
    for begin, finish in away:
        marked = marked[:begin] + "\x00" * (finish - begin) + marked[finish:]
    pieces = []
    for piece in STOPS.split(marked):
        folded = fold(piece)
        if re.search("[\u4e00-\u9fff]", folded):
            kept = word.ASKING.sub("", word.LINKS.sub("", folded))
            if len(re.findall(r"[\u4e00-\u9fffa-z0-9]", kept)) >= 2:
                pieces.append(trimmed(piece))
        elif not BACK_AGAIN.fullmatch(folded) and len(word.ASKING_ENGLISH.sub("", folded).strip(" ,.;:!'’-")) >= 3:
            edge = word.EDGE_ENGLISH.match(folded)
            rest = piece[edge.end() :] if edge else piece
            pieces.append(rest[: len(rest) - len(ended(fold(rest)))].strip())
    found = [piece for piece in pieces if piece.strip()]
    return found[0][:LONGEST_REASON] if found else None


BACK_AGAIN = re.compile(
    r"[\x00\s,.]*(?:i'?(?:ll|m)?\s+)?(?:will\s+)?(?:be\s+)?back(?:\s+(?:in|at\s+work|on))?[\x00\s,.]*"
)
HEAD = re.compile(
    r"^(?:[\s:：]|领导好?|主任好?|经理好?|您好|你好|我|本人|想要?|要|申请|需要?|打算|准备|请个?假|休个?假|请|休息?|的|假|从|起|开始|"
    r"没来上班|没来|没上班|没去|是因为|因为|由于|因|原因是?|理由是?|事由是?|为了|一下|个|共计?|到|至|半天|半日|一天|补)+"
)
TAIL = re.compile(r"(?:[\s]|请个?假|休个?假|请|想|要|申请|需要?|休|的|吧|啊|呀|哈|谢谢|望?批准|我|，|为由)+$")


def trimmed(piece: str) -> str:
    """A piece without the words of asking at its edges; a whole word is never cut in two."""
    head = HEAD.match(fold(piece))
    rest = piece[head.end() :] if head else piece
    tail = TAIL.search(fold(rest))
    return (rest[: tail.start()] if tail and tail.start() else rest).strip()


def ended(folded: str) -> str:
    match = re.search(r"(?:[\s,.;:!-]|\b(?:please|thanks|thank you|and|on|from|at|i|so)\b)+$", folded)
    return match.group() if match else ""


def described(heard: Heard) -> dict[str, object]:
    """The answer of `waiqin understand leave`: days as dates, hours as minutes."""

    def shown(moment: datetime | None) -> str | None:
        if moment is None:
            return None
        return moment.isoformat(timespec="minutes") if heard.unit == "hour" else moment.date().isoformat()

    return {
        "start": shown(heard.start),
        "end": shown(heard.end),
        "unit": heard.unit,
        "half": heard.half,
        "start_half": heard.start_half,
        "end_half": heard.end_half,
        "type": heard.kind,
        "standin": heard.standin,
        "reason": heard.reason,
        "problem": heard.problem,
    }


__all__ = ["Heard", "described", "read"]
