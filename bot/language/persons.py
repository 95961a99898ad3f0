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
    rf"|[，,。；;、（()）\s谈聊说讲送收催签问推看介商沟倾睇拿取要提对核来去想把给跟就答话见接带陪]))"
)
TITLE_SURNAMED = re.compile(
    rf"(?P<title>{word.POSITIONS})(?:是|叫)?姓(?P<person>[{SURNAMES}])|"
    rf"(?P<title2>{word.POSITIONS})(?:是|名叫|叫)(?P<person2>{BARE_NAME})"
)
CALLED = re.compile(rf"(?:名叫|叫做?|名字是)(?P<person>{BARE_NAME})(?=$|[，,。；;、\s刚是的])")
NAME_FIRST = re.compile(
    rf"(?P<person>{BARE_NAME})[，,、（(\s]+(?:[\u4e00-\u9fff]{{2,6}}(?:部|科|处|室))?(?P<title>{word.POSITIONS})"
)
TITLE_ALONE = re.compile(rf"(?P<title>{word.POSITIONS})")
FAMILIAR = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[的是跟和同见找搵与问给对叫长总室部])|(?<=采购|财务|会计|出纳|销售|生产))"
    rf"(?P<person>[小老阿][{SURNAMES}])(?![板婆公人家师客实是大化年时户心店区店企微样组])"
)
PLAIN_NAME = re.compile(rf"^(?P<person>{BARE_NAME})$")
# A full name without any title counts where somebody is said to have been met, or speaks.
NO_NAMES = (
    r"方案|方面|方便|高管|高层|高兴|高峰|金额|金融|余额|成本|成交|安排|安装|安全|平台|平均|平时|项目|程序|应收|应付|关于|关键|时间|时候|常规|计划|计算"
    r"|于是|钱款|经营|单位|任务|任何|路上|明天|明年|白天|石材|黄金|马上|许多|强调|何时|毛利|温度|车间|车队|左右|全部|包括|万元|施工|华东|华南|海外|海关"
    r"|向我|向他|谈了|解释|景气|简单|符合|易贷|宁愿|连续|贷款|水电|沈阳|和对|同意|和他|宣布|戴着|古代|双方|广告|双录|能不|别的|公司|公章|都见|都是|那边|那里"
)
WITH_NAME = re.compile(
    rf"(?:(?<=[跟和同与找搵揾见訪访])|(?<=见到|见了|见着|找到|访了|象是|的是|人是)|(?<=\s\s))(?!{NO_NAMES})(?P<person>{BARE_NAME})"
    r"(?=$|[，,。；;、\s]|谈|聊|倾|讲|说|话|对|沟通|商|见|一起|接待|电话|唔|不|要|问|想|表示|答应|的|"
    r"通|碰|吃|开|讨|过|就|把|也|都|确认|核|落实|商|洽|签|办|约|了解|汇报|解释|敲定|一起|一齐|一齊|去|"
    r"打|联)"
)
SPEAKING_NAME = re.compile(
    rf"(?:^|(?<=[，,。；;\s]))(?!{NO_NAMES})(?P<person>{BARE_NAME})(?=接待|说|话(?!题|费)|讲|表示|答应|同意|反映|问我?|觉得|提出|告诉)"
)
ENGLISH_TITLED = re.compile(
    rf"(?<![A-Za-z])(?i:{word.POSITIONS_ENGLISH})\s+(?P<person>(?!The|At|And|To|For|About|From|In|On|"
    rf"Of|Is|Was|Says)[A-Z][a-z'’-]+(?:\s+[A-Z][a-z'’-]+)?)"
)
ENGLISH_PERSON = re.compile(
    r"(?P<person>(?:(?:Mr|Mrs|Ms|Miss|Dr|Director|Manager|Chairman|President|Old"
    r"|Madam)\.?\s+)[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?)"
)
ENGLISH_NAME = re.compile(
    r"(?<![\w])(?!(?:Phoned|Met|Saw|Visited|Told|Called|Delivered|Dropped|Signing|Going|Our|The|Next|"
    r"Post|Lunch|Meeting|Asked"
    r"|Spoke|Rang|Chased|Collected|Introduced|After|Before|This|Today|Yesterday|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Nobody|Sign)\s)"
    r"(?P<person>[A-Z][a-z'’-]+\s+[A-Z][a-z'’-]+)(?![\w])"
)
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
        second = "2" if named.re is TITLE_SURNAMED and named["person2"] else ""
        person, position = said(named, "person" + second), said(named, "title" + second)
        return Met(person, said(department, "department"), position, tuple(spans))
    english = ENGLISH_PERSON.search(text) or ENGLISH_TITLED.search(text) or ENGLISH_NAME.search(text)
    title = ENGLISH_TITLE.search(plain)
    if english or (title and not re.search("[\u4e00-\u9fff]", plain)):
        unit = ENGLISH_DEPARTMENT.search(plain)
        where = said(unit, "department") or said(unit, "short")
        return Met(said(english, "person"), where, said(title, "title"), tuple(spans))
    familiar = (
        WITH_NAME.search(plain)
        or SPEAKING_NAME.search(plain)
        or FAMILIAR.search(plain)
        or CALLED.search(plain)
        or PLAIN_NAME.match(plain.strip())
    )
    alone = TITLE_ALONE.search(plain, after)
    if familiar or alone or department:
        return Met(said(familiar, "person"), said(department, "department"), said(alone, "title"), tuple(spans))
    return Met()


def _false_name(plain: str, found: re.Match[str]) -> bool:
    """Whether what looks like a name is the end of another word: 管理经理, 客户经理."""
    person = found["person"] or found["person2"]
    return bool(re.search(r"客户|管理|我行|我们|公司|企业|贷款|业务(?=经理)|大堂|行长", person)) or person in (
        "财务总监",
    )
