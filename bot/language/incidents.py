"""What kind of incident a sentence tells of (H14, T01). The words decide; where none fits it is "other"."""

import re

from bot.rules.incidents import Sort

# The first kind that fits: what is graver or plainer comes first.
WORDS: tuple[tuple[Sort, str], ...] = (
    (
        Sort.BAD_LOAN,
        r"不良|逾期未还|还不上|還不上|欠息|垫款|墊款|违约|違約|\bnpl\b|non-?performing|default(?:ed|s)?\b|overdue loan",
    ),
    (
        Sort.REPRESENTATIVE,
        r"法定代表人|法人代表|法人(?:变更|變更|换|換)|(?:换|換)了?法人|实际控制人|實際控制人"
        r"|legal representative|new owner|change of control",
    ),
    (
        Sort.DISASTER,
        r"火灾|火災|着火|著火|失火|洪水|水灾|水災|水淹|台风|颱風|地震|泥石流|暴雨|fire\b|flood|typhoon|earthquake",
    ),
    (
        Sort.ACCIDENT,
        r"事故|爆炸|坍塌|倒塌|伤亡|傷亡|死亡|工伤|工傷|车祸|車禍|失联|失聯|跑路|accident|explosion|collapse|injur|death",
    ),
    (
        Sort.LEGAL,
        r"起诉|起訴|被告|诉讼|訴訟|查封|冻结|凍結|立案|调查|調查|处罚|處罰|被抓|拘留|sued|lawsuit|frozen|investigat|seized",
    ),
    (
        Sort.STANDSTILL,
        r"停产|停產|停工|停业|停業|歇业|歇業|倒闭|倒閉|破产|破產|欠薪|讨薪|討薪|罢工|罷工|裁员|裁員"
        r"|bankrupt|insolven|standstill|stopped production|shut ?down|unpaid wages|strike",
    ),
    (
        Sort.DECISION,
        r"重大决策|重大決策|并购|併購|收购|收購|重组|重組|增资|增資|减资|減資|股权|股權|上市|搬迁|搬遷|转产|轉產|对外担保|對外擔保"
        r"|merger|acqui|takeover|restructur|relocat|guarantee for",
    ),
)
PATTERNS = tuple((sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in WORDS)


def sort_in(text: str) -> Sort:
    """The kind of incident that a text tells of."""
    return next((sort for sort, pattern in PATTERNS if pattern.search(text)), Sort.OTHER)
