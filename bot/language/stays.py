"""When somebody left a client, said afterwards: 四点二十, 16:20, 待了四十分钟, about half past four."""

import re
from datetime import datetime

from bot.language import dates

AROUND_A_TIME = re.compile(
    r"[\W_]|大概|大约|大約|左右|差不多|应该|應該|是|约|約|离开|離開|走|的|了|待|停留|我"
    r"|at|about|around|left|stayed|for|i|it was",
    re.IGNORECASE,
)
DAY_NAMED = re.compile(r"[日号號天]|昨|周|週|星期|/|day\b", re.IGNORECASE)  # else the day of the arrival is meant


def moment(text: str, arrived: datetime) -> datetime | None:
    """The moment that words mean, a time or how long it lasted; `arrived` and the answer are local and aware."""
    for span in dates.read(text, arrived):
        if span.duration is not None and span.start is None:
            return arrived + span.duration
        if span.start is not None and span.grain in ("hour", "minute"):
            if DAY_NAMED.search(text):
                return span.start
            return datetime.combine(arrived.date(), span.start.time(), arrived.tzinfo)
    return None


def is_bare(text: str, arrived: datetime) -> bool:
    """Whether a text says when, or how long, and nothing else."""
    rest = text
    for span in reversed(dates.read(text, arrived)):
        rest = rest[: span.begin] + rest[span.finish :]
    return rest != text and not AROUND_A_TIME.sub("", rest)
