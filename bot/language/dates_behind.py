"""dateparser, behind the grammar: asked only for a delimited date with a month's name in an order we do not read.

It is imported when first asked. Its answer counts only if every digit of the text is accounted for by it; if not,
the text is refused rather than guessed.
"""

import re
from datetime import date


def ask(text: str) -> date | None:
    """The date that dateparser reads in `text` (English month names), or None."""
    from dateparser import parse

    found = parse(text, languages=["en"], settings={"STRICT_PARSING": True, "PREFER_DATES_FROM": "future"})
    return found.date() if found and accounted(text, found.date()) else None


def accounted(text: str, day: date) -> bool:
    """Whether the numbers in the text are exactly the day and the year (in four figures or two) of `day`."""
    said = sorted(int(number) for number in re.findall(r"\d+", text))
    return said in (sorted((day.day, day.year)), sorted((day.day, day.year % 100)))
