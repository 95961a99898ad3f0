"""Who was met: department, person and position in what is said about somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language import blocks_words as word
from bot.language.companies import SURNAMES
from bot.language.script import fold

DOUBLE = "欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木"
GIVEN = r"(?![的了和在是我他她与跟同说找见去到们也都])[\u4e00-\u9fff]"
NAME = rf"(?:(?:{DOUBLE})(?:{GIVEN}){{0,2}}?|[{SURNAMES}](?:{GIVEN}){{0,2}}?)"
BARE_NAME = rf"(?:(?:{DOUBLE})(?:{GIVEN}){{1,2}}|[{SURNAMES}](?:{GIVEN}){{1,2}})"
DEPARTMENT = re.compile(rf"(?P<department>{word.DEPARTMENTS})")
TITLED = re.compile(rf"(?P<person>(?:(?:{NAME}|[小老阿][\u4e00-\u9fff])(?P<title>{word.POSITIONS}|{word.POLITE})))")
TITLE_FIRST = re.compile(
    rf"(?P<title>{word.POSITIONS})[，,、（(\s]*(?P<person>(?!.{{0,2}}(?:经理|主任|厂长|总监|会计|科长"
    rf"|部长|主管|先生|女士|总))(?:{BARE_NAME}|[小老阿][\u4e00-\u9fff])(?=$"
    rf"|[，,。；;、（()）\s谈聊说讲送收催签问推看介商沟倾睇拿取要提对核来去想把给跟就答话]))"
)
TITLE_SURNAMED = re.compile(rf"(?P<title>{word.POSITIONS})(?:是|叫)?姓(?P<person>[{SURNAMES}])(?=$|[，,。；;、的\s])")
NAME_FIRST = re.compile(
    rf"(?P<person>{BARE_NAME})[，,、（(\s]+(?:[\u4e00-\u9fff]{{2,6}}(?:部|科|处|室))?(?P<title>{word.POSITIONS})"
)
TITLE_ALONE = re.compile(rf"(?P<title>{word.POSITIONS})")
FAMILIAR = re.compile(r"(?<![\u4e00-\u9fff])(?P<person>[小老阿][\u4e00-\u9fff])(?=$|[，,。；;、\s谈聊说])")
PLAIN_NAME = re.compile(rf"^(?P<person>{BARE_NAME})$")
ENGLISH_PERSON = re.compile(
    r"(?P<person>(?:(?:Mr|Mrs|Ms|Miss|Dr|Director|Manager|Chairman|President"
    r"|Madam)\.?\s+)[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)"
)
ENGLISH_NAME = re.compile(r"(?<![\w])(?P<person>[A-Z][a-z'’-]+\s+[A-Z][a-z'’-]+)(?![\w])")
ENGLISH_TITLE = re.compile(rf"(?<![a-z])(?P<title>{word.POSITIONS_ENGLISH})(?![a-z])")
ENGLISH_DEPARTMENT = re.compile(
    rf"(?<![a-z])(?:(?P<department>(?:{word.DEPARTMENTS_ENGLISH})\s+(?:department|dept\.?|division|team|office))"
    rf"|(?:from|in|of|at)\s+(?:the\s+|their\s+)?(?P<short>{word.DEPARTMENTS_ENGLISH})(?![a-z]))"
)


@dataclass(frozen=True)
class Met:
    """Who was met, in the speaker's words; None where nothing was said. `spans` is where in the text it stands."""

    person: str | None = None
    department: str | None = None
    position: str | None = None
    spans: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.person or self.position or self.department)


def met(text: str) -> Met:
    """The first person that the text names, with department and position."""
    plain = fold(text)
    spans: list[tuple[int, int]] = []

    def said(found: re.Match[str] | None, group: str) -> str | None:
        if found is None or found[group] is None:
            return None
        spans.append(found.span(group))
        return text[found.start(group) : found.end(group)]

    departments = list(DEPARTMENT.finditer(plain))
    department = departments[0] if departments else None
    after = department.end() if department else 0
    named = next(
        (
            found
            for pattern in (TITLE_SURNAMED, TITLE_FIRST, NAME_FIRST, TITLED)
            for start in ([after, 0] if after else [0])
            if (found := pattern.search(plain, start)) and not _false_name(plain, found)
        ),
        None,
    )
    if named:
        department = next((each for each in reversed(departments) if each.end() <= named.end()), department)
        person, position = said(named, "person"), said(named, "title")
        return Met(person, said(department, "department"), position, tuple(spans))
    english = ENGLISH_PERSON.search(text) or next((m for m in ENGLISH_NAME.finditer(text)), None)
    title = ENGLISH_TITLE.search(plain)
    if english or (title and not re.search("[\u4e00-\u9fff]", plain)):
        unit = ENGLISH_DEPARTMENT.search(plain)
        where = said(unit, "department") or said(unit, "short")
        return Met(said(english, "person"), where, said(title, "title"), tuple(spans))
    familiar = FAMILIAR.search(plain) or PLAIN_NAME.match(plain.strip())
    alone = TITLE_ALONE.search(plain, after)
    if familiar or alone or department:
        return Met(said(familiar, "person"), said(department, "department"), said(alone, "title"), tuple(spans))
    return Met()


def _false_name(plain: str, found: re.Match[str]) -> bool:
    """Whether what looks like a name is the end of another word: 管理经理, 客户经理."""
    person = found["person"]
    return bool(re.search(r"客户|管理|我行|我们|公司|企业|贷款|业务(?=经理)|大堂|行长", person)) or person in (
        "财务总监",
    )
