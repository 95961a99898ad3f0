"""Whether words have the shape of a question about the team: for those who lead, before anything else is made of them.

A supervisor who goes out too says "去鼎盛纺织看厂房"; that is no question. "谁去了鼎盛纺织" is.
"""

import re

from bot.language.script import fold

LONGEST = 60  # characters; who says more tells rather than asks
SHAPE = re.compile(
    r"[?？]|[谁哪几]|多少|有没有|是不是|吗\s*$|名单|列出|比例|完成率|边个|有冇"
    r"|(?<![a-z])(?:who|whom|whose|which|where|how\s+(?:many|much|often)|list|show|any(?:one|body)|"
    r"are\s+there)(?![a-z])"
)
PLAIN = re.compile(
    r"[?？]\s*$|^\W*(?:谁|哪|几个|多少|边个|(?:who|whom|which|how\s+(?:many|much|often)|list|show)(?![a-z]))"
)


def is_asking(text: str, *, plainly: bool = False) -> bool:
    """Whether the words ask, rather than tell; `plainly` where they begin or end as a question does."""
    if plainly and not PLAIN.search(fold(text)):
        return False
    return len(text) <= LONGEST and not text.lstrip().startswith("/") and bool(SHAPE.search(fold(text)))
