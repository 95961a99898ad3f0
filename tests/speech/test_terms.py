"""Banking words in their own characters: what is put right, and what is left as it was said."""

import pytest

from bot.speech.terms import repaired, written


@pytest.mark.parametrize(
    ("heard", "right"),
    [
        ("下周四我把财料清单发给他", "下周四我把材料清单发给他"),
        ("见到财务经历沈国栋", "见到财务经理沈国栋"),
        ("他们的应收帐款有两千万", "他们的应收账款有两千万"),
        ("想做流动自金贷款", "想做流动资金贷款"),
        ("银行成对汇票快到期了", "银行承兑汇票快到期了"),
        ("问了收信额度，又问了收信额度", "问了授信额度，又问了授信额度"),
        ("見到財務經歷", "見到财务经理"),
    ],
)
def test_it_is_put_right(heard: str, right: str) -> None:
    assert repaired(heard) == right


@pytest.mark.parametrize(
    "said",
    [
        "今天去了工厂，老板不在",
        "他的经历很丰富",
        "材料清单已经发了，贷款利率没有谈",
        "财料，清单",
        "上个月的报表还没有出来，会计说下周给",
        "I met the finance manager 财务经理 today",
        "喺廠度見咗佢哋老闆",
        "",
    ],
)
def test_it_is_left_alone(said: str) -> None:
    assert repaired(said) == said


def test_the_script_is_the_persons() -> None:
    assert written("見到財務經歷", "zh-Hans") == "见到财务经理"
    assert written("見到財務經歷", "zh-Hant") == "見到財務經理"
    assert written("見到財務經歷", "en") == "见到财务经理"
    assert written("I met him.", "en") == "I met him."


def test_the_length_stays() -> None:
    text = "说财务经历要把财料清单和300万贷款资料发来"
    assert len(repaired(text)) == len(text)
