"""Which kind of incident a sentence tells of (H14, T01)."""

import pytest

from bot.language.incidents import sort_in
from bot.rules.incidents import Sort


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("鼎盛纺织法定代表人变更", Sort.REPRESENTATIVE),
        ("鼎盛換了法人", Sort.REPRESENTATIVE),
        ("他们换法人了，新法人姓周", Sort.REPRESENTATIVE),
        ("仓库昨晚着火", Sort.DISASTER),
        ("倉庫失火，損失不明", Sort.DISASTER),
        ("车间发生爆炸，两人受伤", Sort.ACCIDENT),
        ("老板失联三天了", Sort.ACCIDENT),
        ("今天形成不良贷款120万", Sort.BAD_LOAN),
        ("這筆貸款違約了", Sort.BAD_LOAN),
        ("账户被法院冻结", Sort.LEGAL),
        ("被供应商起诉", Sort.LEGAL),
        ("工厂停产，欠薪两个月", Sort.STANDSTILL),
        ("宏远申请破产", Sort.STANDSTILL),
        ("董事会决定并购一家同行", Sort.DECISION),
        ("总部要搬迁到外省", Sort.DECISION),
        ("The warehouse burnt down in a fire", Sort.DISASTER),
        ("They have a new legal representative", Sort.REPRESENTATIVE),
        ("The loan defaulted today", Sort.BAD_LOAN),
        ("Accounts frozen by the court", Sort.LEGAL),
        ("客户要换个联系人", Sort.OTHER),
        ("老板说下周来签字", Sort.OTHER),
        ("", Sort.OTHER),
    ],
)
def test_the_words_decide(text: str, sort: Sort) -> None:
    assert sort_in(text) is sort
