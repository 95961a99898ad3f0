"""A correction of a record in words: "下次改成周四下午", "不是王总是李总", "金额改成三百万", "the result is: ...".

Only what the record holds is corrected: a time stands for the time of the next step, a sum for the sum, a name for a
name that is there or sounds like one that is there. What fits nothing is no correction.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.language import dates, matters
from bot.language.amounts import Amount, amounts
from bot.language.persons import met
from bot.language.script import fold, is_han
from bot.language.sound import near_readings

WHO, PURPOSE, RESULT, NEXT = "who", "purpose", "result", "next_step"
LONGEST = 120  # characters: longer than that somebody dictates, and does not correct


@dataclass(frozen=True)
class Corrected:
    """The blocks that change, with their new words. `choices` are what might be meant where it is not clear which."""

    blocks: Mapping[str, str]
    choices: tuple[str, ...] = ()


def looks(text: str) -> bool:
    """Whether a sentence may be a correction of a record at all; quick, for every sentence that is said."""
    plain = fold(text)
    return len(text) <= LONGEST and any(way.search(_head(plain)) for way in (SWAP, TURNED, INTO, FIELD))


def of_record(text: str) -> bool:
    """Whether a correction can only be one of a record: a bare time may be that of a return, too."""
    return not BARE_TIME.match(_head(fold(text)))


def read(text: str, blocks: Mapping[str, str], now: datetime, language: str | None = None) -> Corrected | None:
    """The record's blocks as the sentence corrects them; None where it corrects nothing in them. `now` is local."""
    if len(text) > LONGEST:
        return None
    said = text.strip()
    start = len(said) - len(_head(said))
    head, plain = said[start:], fold(said[start:])
    for found in (SWAP.search(plain), TURNED.search(plain)):
        if found and (changed := _swapped(head, found, blocks, now, language)):
            return changed
    named = FIELD.match(plain)
    if named:  # "利率改成…" names a field, also where the word stands in the record
        field = next(name for name, words in named.groupdict().items() if words and name in WORDS)
        return _field(field, _bare(head[named.end() :]), blocks, now, language)
    into = INTO.search(plain)
    if into and (changed := _swapped(head, into, blocks, now, language)):
        return changed
    only = ONLY.match(plain)
    if only:
        new = _bare(head[only.end() :])
        return _time(new, blocks, now, language, whole=True) or _sum(new, blocks, whole=True)
    return None


# ---------------------------------------------------------------- this instead of that


def _swapped(
    head: str, found: re.Match[str], blocks: Mapping[str, str], now: datetime, language: str | None
) -> Corrected | None:
    second = "2" if found["old"] is None else ""
    old, new = (_bare(head[slice(*found.span(group + second))]) for group in ("old", "new"))
    if not old or not new or len(old) > 30:
        return None
    changed = {name: words.replace(old, new) for name, words in blocks.items() if old in words}
    if changed:
        return Corrected(changed)
    return _same_sum(old, new, blocks) or _same_time(old, new, blocks, now, language) or _same_sound(old, new, blocks)


def _same_sum(old: str, new: str, blocks: Mapping[str, str]) -> Corrected | None:
    sought, put = amounts(old), amounts(new)
    if len(sought) != 1 or len(put) != 1:
        return None
    alike = {(sought[0].value, sought[0].unit)}
    return _with_sum(new, blocks, lambda each: (each.value, each.unit) in alike)


def _same_time(old: str, new: str, blocks: Mapping[str, str], now: datetime, language: str | None) -> Corrected | None:
    if not any(_covers(span, old) for span in dates.read(old, now, language)):
        return None
    return _time(new, blocks, now, language, whole=True)


def _same_sound(old: str, new: str, blocks: Mapping[str, str]) -> Corrected | None:
    """A name that the recogniser wrote otherwise, or another word for the person who was met."""
    size, sought = len(old), [near_readings(each) for each in fold(old)]
    for name, words in blocks.items():
        plain = fold(words)
        for begin in range(len(plain) - size + 1):
            heard = [near_readings(each) for each in plain[begin : begin + size]]
            if size > 1 and all(a & b for a, b in zip(heard, sought, strict=True)):
                return Corrected({name: words[:begin] + new + words[begin + size :]})
    who = blocks.get(WHO, "")
    person = met(who).person
    if person and met(new).person and fold(person)[:1] == fold(old)[:1]:
        return Corrected({WHO: who.replace(person, new)})
    return None


# ---------------------------------------------------------------- a field by its name


def _field(field: str, new: str, blocks: Mapping[str, str], now: datetime, language: str | None) -> Corrected | None:
    if not new:
        return None
    match field:
        case "when":
            return _time(new, blocks, now, language, whole=False)
        case "next_step":
            return _time(new, blocks, now, language, whole=True) or Corrected({NEXT: new})
        case "amount":
            return _sum(new, blocks, whole=False)
        case "rate":  # of which people leave the percent unsaid
            ways = (new, f"百分之{new}", f"{new}%")
            return next((found for way in ways if (found := _sum(way, blocks, whole=False))), None)
        case "person" | "position" | "department":
            return _about_person(field, new, blocks)
        case _:
            return Corrected({field: new})


def _about_person(field: str, new: str, blocks: Mapping[str, str]) -> Corrected | None:
    who = blocks.get(WHO)
    if not who:
        return Corrected({WHO: new})
    known = met(who)
    old = {"person": known.person, "position": known.position, "department": known.department}[field]
    if old is None:
        return Corrected({WHO: f"{who}{'，' if is_han(new[0]) else ', '}{new}"})
    return Corrected({WHO: who.replace(old, new, 1)})


def _time(new: str, blocks: Mapping[str, str], now: datetime, language: str | None, *, whole: bool) -> Corrected | None:
    """The next step at another time; `whole` asks that the words are a time and nothing else."""
    spans = [span for span in dates.read(new, now, language) if span.grain != "length"]
    if not spans or (whole and not _covers(spans[0], new)):
        return None
    step = blocks.get(NEXT)
    if not step:
        return Corrected({NEXT: new})
    if not _covers(spans[0], new):  # "下次改成周四下午送合同": another step altogether
        return Corrected({NEXT: new})
    said: list[dates.Span | dates.Refused] = [
        *(each for each in dates.read(step, now, language) if each.grain != "length"),
        *dates.refused(step, now),
    ]
    # A promise in the step has a time of its own: "我答应周五前给方案，下周三再去" is another Wednesday's.
    promise = matters.read(step).promise or ""
    first = step.find(promise) if promise else -1
    own = [each for each in said if not first <= each.begin < first + len(promise)]
    old = min(own or said, key=lambda each: each.begin, default=None)
    if old is not None:
        return Corrected({NEXT: step[: old.begin] + new + step[old.finish :]})
    return Corrected({NEXT: f"{new}{step}" if is_han(new[0]) or is_han(step[0]) else f"{step} {new}"})


def _sum(new: str, blocks: Mapping[str, str], *, whole: bool) -> Corrected | None:
    """Another sum or rate, where the record holds one of its sort; where it holds several, which is asked."""
    put = amounts(new)
    if len(put) != 1 or (whole and _bare(new[: put[0].start] + new[put[0].end :])):
        return None
    sort = put[0].unit in ("%", "bp")
    held = {
        (each.value, each.unit): words[each.start : each.end]
        for words in blocks.values()
        for each in amounts(words)
        if (each.unit in ("%", "bp")) == sort
    }
    if len(held) > 1:
        return Corrected({}, tuple(held.values()))
    new = new[put[0].start : put[0].end]
    return _with_sum(new, blocks, lambda each: (each.value, each.unit) in held) if held else None


def _with_sum(new: str, blocks: Mapping[str, str], wanted: Callable[[Amount], bool]) -> Corrected | None:
    changed = {}
    for name, words in blocks.items():
        for each in reversed(amounts(words)):
            if wanted(each):
                words = words[: each.start] + new + words[each.end :]
        if words != blocks[name]:
            changed[name] = words
    return Corrected(changed) if changed else None


def _covers(span: dates.Span, words: str) -> bool:
    left = words[: span.begin] + words[span.finish :]
    return not re.sub(r"[的吧了啊呢去再来见面\s，,。.!！]|(?<![a-z])(?:on|at|instead|please|to)(?![a-z])", "", left)


def _head(said: str) -> str:
    """The sentence without what only leads to it: 不对，那个，改一下。"""
    return LEADING.sub("", said)


def _bare(words: str) -> str:
    return ENDS.sub("", words).strip(" ，,。.;；!！\"“”「」'")


LEADING = re.compile(
    r"^(?:[\s，,。]|嗯+|呃|哦|啊|不对|错了|说错了|更正(?:一下)?|改(?:一下|下)|麻烦|请|帮我|把|那个|等一下|sorry|no|wait|please|actually"
    r"|correction)+[\s，,:：]*",
    re.IGNORECASE,
)
ENDS = re.compile(r"(?:吧|了|啊|呢|哈|呀|才对|\s+(?:instead|please))+[\s，,。.!！]*$", re.IGNORECASE)
CHANGES = r"(?:改成|改为|改到|改在|改做|换成|换到|更正为|调整为|调到|推到|推迟到|提前到|挪到|应该是|应为|应是|写成)"
CHANGES_ENGLISH = r"(?:should\s+be|is\s+now|changes?\s+to|to\s+be|becomes?)"
SWAP = re.compile(
    r"^(?:是|说的)?不是(?P<old>[^，,。是]{1,30}?)[，,\s]*(?:而|应该)?是(?P<new>.{1,60})$"
    r"|(?<![a-z])not\s+(?P<old2>[^,]{1,30}?),?\s+(?:but|it's|it\s+is|it\s+was)\s+(?P<new2>.{1,60})$"
)
TURNED = re.compile(
    r"^(?:应该)?是(?P<new>[^，,。]{1,40}?)[，,\s]*(?:而)?不是(?P<old>[^，,。]{1,30})$"
    r"|^it(?:'s|\s+is|\s+was)\s+(?P<new2>[^,]{1,40}?),?\s+not\s+(?P<old2>[^,]{1,30})$"
)
INTO = re.compile(
    rf"^(?P<old>[^，,。]{{1,30}}?){CHANGES}(?P<new>.{{1,60}})$"
    r"|^change\s+(?P<old2>.{1,30}?)\s+to\s+(?P<new2>.{1,60})$"
)
WORDS = {
    "when": r"下次(?:见面|拜访|走访|再去|去|会面|约)?(?:的?时间)?|下一步(?:的)?时间"
    r"|(?:回访|跟进|见面|预约|约定?|约好)的?(?:时间|日期)|时间|日期|预约"
    r"|(?:the\s+)?next\s+(?:time|visit|meeting|appointment)|(?:the\s+)?(?:date|time|appointment)",
    "next_step": r"下一步(?:计划|工作|安排)?|下步|后续|(?:the\s+)?next\s+steps?",
    "result": r"(?:实际|走访)?结果|(?:the\s+)?results?|(?:the\s+)?outcome",
    "purpose": r"(?:走访|拜访)?目的|(?:the\s+)?purpose",
    "who": r"对象|(?:走访|拜访)对象|见的(?:人)?|见面的人|(?:the\s+)?(?:whom|contact)",
    "person": r"姓名|名字|人名|(?:the\s+)?(?:name|person)",
    "position": r"职务|职位|岗位|(?:the\s+|his\s+|her\s+)?(?:title|position)",
    "department": r"部门|(?:the\s+)?department",
    "amount": r"(?:贷款|授信|存款|合同|续贷)?(?:金额|额度|数额|数)|(?:the\s+)?(?:amount|sum)",
    "rate": r"利率|费率|(?:the\s+)?(?:interest\s+)?rate",
}
FIELD = re.compile(
    "^(?:" + "|".join(f"(?P<{name}>{words})" for name, words in WORDS.items()) + ")"
    rf"\s*(?:{CHANGES}|{CHANGES_ENGLISH}|改[:：]?|是|为|is|to|[:：])\s*"
)
BARE_TIME = re.compile(rf"^(?:时间|日期|(?:the\s+)?(?:date|time))\s*(?:{CHANGES}|{CHANGES_ENGLISH}|改|是|:)")
ONLY = re.compile(rf"^(?:{CHANGES}|改|应该|it\s+{CHANGES_ENGLISH}|make\s+it|move\s+it\s+to)\s*")
