"""A later return and why, in one sentence: "延到18:00，客户还在盖章", "back 18:00, still signing" (A05)."""

import re
from datetime import datetime

from bot.language import dates

BACK_THEN = re.compile(
    r"^[\s，,。；;:：]*(?:(?:以?后|左右|才|再)?(?:能|可以)?(?:回来?|返回?|归队|到)|back\b)?[\s，,。；;:：]*"
)
UP_TO = re.compile(
    r"[\s，,。；;]*(?:可能|大概|估计)?(?:要|得|会)?(?:延长?|推迟|晚|等)?(?:到|至)?\s*$|[\s,;]*\b(?:until|till|by|back)\s*$"
)
FILLING = "延长时间到至晚点些回来返要会得再才，。,.;； 到达我大概左右可能推迟改换成为"
FILLING_WORDS = frozenset(
    {"late", "later", "back", "until", "till", "by", "extend", "extension", "to", "i'll", "be", "will", "i", "running"}
    | {"change", "changed", "make", "time", "return", "it", "my"}
)


def read(text: str, now: datetime, language: str) -> tuple[datetime | None, str]:
    """Until when, and why; `now` is local and naive. None and "" where nothing was said of it."""
    for span in dates.read(text, now, language):
        said = now + span.duration if span.duration and not span.start else span.start or span.end
        if said is not None and span.grain in ("hour", "minute", "deadline", "length"):
            before, after = UP_TO.sub("", text[: span.begin]), BACK_THEN.sub("", text[span.finish :])
            reason = after if is_empty(before) else f"{before} {after}".strip()
            return said.replace(second=0, microsecond=0), "" if is_empty(reason) else reason.strip()
    return None, "" if is_empty(text) else text.strip()


def is_empty(words: str) -> bool:
    """Whether nothing is left but the words of staying longer."""
    return not words.strip(FILLING) or all(word in FILLING_WORDS for word in words.lower().strip(" ,.").split())
