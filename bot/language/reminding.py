"""What a sentence asks to be reminded of, and when: "三点提醒我给王总打电话", "remind me at 3 to call Wang" (V20, V27).

The time is found by the grammar of dates; what is left without the words of asking is what the reminder will say.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from bot.language import dates

ASKING = re.compile(
    r"(?:请|麻烦|帮我|记得|到时候?|届时|到点)*(?:再)?(?:提醒|叫|喊|催)(?:一下|一声)?(?:我)?(?:一下|一声)?|設個提醒|设个?提醒"
    r"|(?:please )?remind me(?: again)?(?: to| that| about)?|(?:set )?a reminder(?: to| for| about)?",
    re.IGNORECASE,
)
EDGES = re.compile(
    r"^(?:[\s,，。.!！:：;；]|在|到|的时候|時候|要|去(?=给)|to\b|at\b|on\b|that\b)+"
    r"|(?:[\s,，。.!！;；]|\b(?:at|on|by|in))+$",
    re.IGNORECASE,
)
HOURS = ("hour", "minute", "second", "length", "since")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A reminder as far as it was said. `at` is local and naive; a day without an hour has only `day`."""

    what: str
    day: date | None = None
    at: datetime | None = None
    recurring: bool = False


def read(text: str, now: datetime, language: str) -> Wanted:
    """What is to be reminded of, said at `now` (local, naive)."""
    asked = ASKING.search(text)
    # The time beside the asking is the reminder's; another one belongs to what is to be done.
    spans = [
        each for each in dates.read(text, now, language) if each.duration or each.start or each.end or each.recurring
    ]
    chosen = min(spans, key=lambda each: distance(each, asked)) if spans else None
    rest = without(text, [each for each in (asked, chosen) if each is not None])
    if chosen is None:
        return Wanted(rest)
    if chosen.recurring:
        return Wanted(rest, recurring=True)
    if chosen.duration and not chosen.start and not chosen.end:
        at = (now + chosen.duration).replace(second=0, microsecond=0)
        return Wanted(rest, at.date(), at)
    at_ = chosen.start or chosen.end
    if at_ is None:
        return Wanted(rest)
    if chosen.grain in HOURS or (chosen.grain == "deadline" and (at_.hour, at_.minute) != (23, 59)):
        return Wanted(rest, at_.date(), at_.replace(second=0, microsecond=0))
    return Wanted(rest, at_.date())


def distance(span: dates.Span, asked: "re.Match[str] | None") -> int:
    """How far a time stands from the words of asking; the first one where there are none."""
    if asked is None:
        return span.begin
    return max(asked.start() - span.finish, span.begin - asked.end(), 0)


def without(text: str, taken: "list[re.Match[str] | dates.Span]") -> str:
    """The text without what has been understood."""
    ends = [(each.start(), each.end()) if isinstance(each, re.Match) else (each.begin, each.finish) for each in taken]
    for begin, finish in sorted(ends, reverse=True):
        text = f"{text[:begin]} {text[finish:]}"
    rest = re.sub(r"\s+", " ", text).strip()
    while (shorter := EDGES.sub("", rest)) != rest:
        rest = shorter
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", rest)
