"""What people read: Fluent texts, chosen by key, in the listener's language.

Values are escaped here and nowhere else. A missing key or variable raises: a half-said
sentence must never reach a phone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import FluentType
from fluent.syntax.ast import Junk

ROOT = Path(__file__).parents[1] / "locales"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
DEFAULT = "zh-Hans"
LONGEST = 4096  # UTF-16 units that Telegram takes in one message, tags not counted

WEEKDAYS = {
    "zh-Hans": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "zh-Hant": ("週一", "週二", "週三", "週四", "週五", "週六", "週日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Line:
    """A sentence inside a sentence: rendered in the listener's language when that is known."""

    key: str
    facts: Mapping[str, Any]

    def __init__(self, key: str, **facts: Any) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "facts", facts)


def render(language: str, key: str, facts: Mapping[str, Any], *, zone: ZoneInfo, html: bool = True) -> str:
    """The sentence of a key, as Telegram HTML (or plain, for buttons and pop-ups).

    Facts may be texts, numbers, dates, aware moments (shown in the zone), `Line`s, and lists of
    `Line`s (a line each). Raises KeyError for an unknown key and ValueError for a missing fact.
    """
    bundle = bundles()[language]
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(f"{language}: {key} has no text")
    values = {name: shown(language, value, zone, html) for name, value in facts.items()}
    text, errors = bundle.format_pattern(message.value, values)
    if errors:
        raise ValueError(f"{language}/{key}: {errors[0]}")
    return str(text)


def shown(language: str, value: Any, zone: ZoneInfo, html: bool) -> Any:
    """A fact as Fluent takes it."""
    if isinstance(value, Line):
        return render(language, value.key, value.facts, zone=zone, html=html)
    if isinstance(value, str):  # enums of texts too
        return escape(str(value), quote=False) if html else str(value)
    if isinstance(value, datetime):
        return Moment(value.astimezone(zone), language)
    if isinstance(value, date):
        return Moment(datetime(value.year, value.month, value.day, tzinfo=zone), language)
    if isinstance(value, timedelta):
        return round(value.total_seconds() / 60)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Iterable):
        return "\n".join(str(shown(language, each, zone, html)) for each in value)
    if value is None:
        return ""
    return value


class Moment(FluentType):
    """A local moment that TIME, DAY and MOMENT can show."""

    def __init__(self, local: datetime, language: str) -> None:
        self.local = local
        self.language = language

    def format(self, locale: Any) -> str:
        return f"{self.day()} {self.time()}"

    def __str__(self) -> str:
        return self.format(None)

    def time(self) -> str:
        return self.local.strftime("%H:%M")

    def day(self) -> str:
        weekday = WEEKDAYS[self.language][self.local.weekday()]
        if self.language == "en":
            return f"{weekday} {self.local.day} {MONTHS[self.local.month - 1]}"
        return f"{self.local.month}月{self.local.day}日({weekday})"


def time_of(moment: Any) -> str:
    """TIME($at): 16:30"""
    return moment.time() if isinstance(moment, Moment) else str(moment)


def day_of(moment: Any) -> str:
    """DAY($at): 11月21日(周六), Sat 21 Nov"""
    return moment.day() if isinstance(moment, Moment) else str(moment)


HOURS = {"zh-Hans": ("小时", "分钟"), "zh-Hant": ("小時", "分鐘"), "en": ("h", "min")}


def span_of(language: str, minutes: Any) -> str:
    """SPAN($minutes): 45 分钟, 6 小时 29 分钟"""
    hours, rest = divmod(int(minutes), 60)
    hour, minute = HOURS[language]
    return f"{hours} {hour} {rest} {minute}" if hours else f"{rest} {minute}"


def id_of(number: Any) -> str:
    """ID($n): a number without thousands marks."""
    return str(int(number))


@cache
def bundles() -> dict[str, FluentBundle]:
    """All languages, read once. A text that can't be parsed stops the program at its start."""
    made: dict[str, FluentBundle] = {}
    for language in LANGUAGES:
        functions: dict[str, Any] = {"TIME": time_of, "DAY": day_of, "ID": id_of, "SPAN": partial(span_of, language)}
        bundle = FluentBundle(
            [language.replace("zh-Hans", "zh-CN").replace("zh-Hant", "zh-TW")], functions=functions, use_isolating=False
        )
        for file in sorted((ROOT / language).glob("*.ftl")):
            resource = FluentResource(file.read_text("utf-8"))
            for entry in resource.body:
                if isinstance(entry, Junk):
                    raise ValueError(f"{language}/{file.name}: {(entry.content or '').strip()[:80]}")
            bundle.add_resource(resource)
        made[language] = bundle
    return made


@cache
def captions(key: str) -> frozenset[str]:
    """What a keyboard button may be called, in any language: keyboards outlive a change of language."""
    return frozenset(render(language, key, {}, zone=ZoneInfo("UTC"), html=False) for language in LANGUAGES)


def language_of(code: str | None) -> str:
    """Our language for the code of a Telegram client ("zh-hant", "zh-TW", "en-GB", none)."""
    code = (code or "").lower()
    if code.startswith("zh"):
        return "zh-Hant" if re.search(r"hant|tw|hk|mo", code) else "zh-Hans"
    return "en" if code.startswith("en") else DEFAULT


# ---------------------------------------------------------------- long texts

TAG = re.compile(r"<(/?)([a-z-]+)[^>]*>")


def split(html: str, limit: int = LONGEST) -> list[str]:
    """Cut a text into messages that Telegram takes, at line ends where there are any.

    Tags that are open at a cut are closed and opened again, and no entity is broken.
    """
    parts: list[str] = []
    rest = html
    while length(rest) > limit:
        cut = last_cut(rest, limit)
        head, rest = rest[:cut], rest[cut:].lstrip("\n")
        opened = open_tags(head)
        head += "".join(f"</{name}>" for name, _ in reversed(opened))
        rest = "".join(tag for _, tag in opened) + rest
        parts.append(head.rstrip("\n"))
    parts.append(rest)
    return [part for part in parts if TAG.sub("", part).strip()] or [html]


def length(html: str) -> int:
    """How long Telegram finds it: UTF-16 units without tags, an entity counting as its character."""
    plain = re.sub(r"&(?:#\d+|#x[0-9a-f]+|[a-z]+);", "x", TAG.sub("", html))
    return len(plain.encode("utf-16-le")) // 2


def last_cut(html: str, limit: int) -> int:
    """The index at which to cut so that what is before it fits."""
    used, index, line_end, word_end = 0, 0, 0, 0
    piece = re.compile(r"<[^>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+);|.", re.S)
    while match := piece.match(html, index):
        sign = match.group()
        cost = 0 if sign.startswith("<") and len(sign) > 1 else 1 if len(sign) > 1 or ord(sign) < 0x10000 else 2
        if used + cost > limit:
            break
        used, index = used + cost, match.end()
        if sign == "\n":
            line_end = index
        elif sign == " ":
            word_end = index
    return line_end or word_end or index


def open_tags(html: str) -> list[tuple[str, str]]:
    opened: list[tuple[str, str]] = []
    for match in TAG.finditer(html):
        if match.group(1):
            if opened and opened[-1][0] == match.group(2):
                opened.pop()
        else:
            opened.append((match.group(2), match.group(0)))
    return opened
