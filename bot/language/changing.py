"""A change of what was declared, in one sentence: what it becomes, and why (A13).

"改去华丰，鼎盛没人", "事由改成续贷，客户要求", "Huafeng instead, nobody in at Dingsheng".
"""

import re
from dataclasses import dataclass

WHY = re.compile(r"[，,;；。]\s*(?:因为|由于|是因为)?|\s*(?:因为|由于)|\s*\b(?:because(?: of)?|since|as)\b")
FIELDS = {
    "matter": re.compile(
        r"(?:改(?:一下)?)?事由(?:改?(?:成|为|是))?[:：]?|\bmatter\b(?: (?:to|is|now))?:?", re.IGNORECASE
    ),
    "place": re.compile(
        r"(?:改(?:一下)?|换(?:个)?)?(?:地点|地方)(?:[改换]?(?:成|为|到|在|是))?[:：]?|\bplace\b(?: (?:to|is|now))?:?",
        re.IGNORECASE,
    ),
}
CHANGING = re.compile(
    r"^(?:(?:再|还|顺路|顺便)*(?:加|多)(?:去|跑)?(?:上|一[家个站])?(?:客户)?|[换改](?:成|到|去|为)?|\b(?:add|also|change|switch)\b)",
    re.IGNORECASE,
)
LEAD_IN = re.compile(r"^\s*(?:请|把|change|please|the|\s)+", re.IGNORECASE)


@dataclass(frozen=True)
class Change:
    """What a sentence changes: `field` is "matter" or "place" where it says so, with the new words; else None."""

    field: str | None
    words: str
    why: str | None


def read(text: str) -> Change:
    """Take a sentence apart; `words` is what comes before the reason, without the words of changing."""
    what, why = apart(text)
    for field, named in FIELDS.items():
        found = named.search(what)
        if found:
            words = (LEAD_IN.sub("", what[: found.start()]) + what[found.end() :]).strip()
            return Change(field, words, why)
    return Change(None, what.strip(), why)


def matter_left(matter: str | None) -> str | None:
    """The matter that a sentence of changing tells, without the words of changing ("加一家", "换成"); None for none."""
    left = CHANGING.sub("", matter or "").strip(" ，,。.!！")
    return left if len(left) > 1 else None


def apart(text: str) -> tuple[str, str | None]:
    """The sentence up to its first break, and what follows as the reason; none where nothing follows."""
    found = next((each for each in WHY.finditer(text) if text[: each.start()].strip()), None)
    if found is None:
        return text, None
    return text[: found.start()], text[found.end() :].strip(" ，,。.!！") or None
