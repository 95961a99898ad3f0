"""A dictated note closes a visit: who, what for, what came of it, what next, and what else matters."""

from __future__ import annotations

import io
import json
from datetime import datetime

import pytest
from hypothesis import given, strategies as st

from bot.cli.understand import run
from bot.language.amounts import amounts
from bot.language.clients import portfolio
from bot.language.notes import Note, read

NOW = datetime(2026, 8, 3, 16, 0)
BOOK = portfolio(
    (
        ("C1", "永泰纺织"),
        ("C2", "金禾食品"),
        ("C3", "金禾建材"),
        ("C4", "宏图机械"),
        ("C5", "瑞康医药"),
        ("C6", "Silverlake Foods"),
    )
)
PERSONS = {"C1": ["王建国", "李敏"], "C4": ["张伟"], "C6": ["Mary Lee"]}

NOTES: list[tuple[str, dict[str, object]]] = [
    (
        "今天去了永泰纺织见了财务部王经理主要谈流动资金贷款续贷的事希望能按时归还对方同意提供上半年报表"
        "下周三下午三点再去拿报表",
        {
            "client": "永泰纺织",
            "person": "王经理",
            "department": "财务部",
            "position": "经理",
            "purpose": "谈流动资金贷款续贷的事，希望能按时归还",
            "hoped_result": "希望能按时归还",
            "result": "对方同意提供上半年报表",
            "next_step": "下周三下午三点再去拿报表",
            "next_at": datetime(2026, 8, 12, 15),
            "missing": (),
        },
    ),
    (
        "刚从宏图机械出来，见的是厂长张伟，看新买的生产线，他想再贷五百万买设备，我跟他讲了风险，周五前给他答复",
        {
            "client": "宏图机械",
            "person": "张伟",
            "position": "厂长",
            "next_step": "周五前给他答复",
            "risk_disclosed": True,
            "opportunity": "他想再贷五百万买设备",
            "missing": (),
        },
    ),
    (
        "瑞康医药的采购经理陈丽，推荐理财产品，没来得及做风险揭示，她比较感兴趣，下次带产品经理过去",
        {
            "client": "瑞康医药",
            "person": "陈丽",
            "position": "采购经理",
            "risk_disclosed": False,
            "opportunity": "她比较感兴趣",
            "complaint": None,
        },
    ),
    (
        "金禾的李总抱怨我们放款太慢，他说再拖就转到别的银行去，电话13812345678",
        {
            "client": None,
            "person": "李总",
            "complaint": "金禾的李总抱怨我们放款太慢",
            "missing": ("purpose", "next_step"),
            "masked": ("mobile",),
        },
    ),
    (
        "到永泰，找王建果聊了聊续贷，他说没问题，下个星期二我再过去一趟",
        {"client": "永泰纺织", "person": "王建国", "result": "他说没问题", "next_at": datetime(2026, 8, 11)},
    ),
    (
        "永泰紡織財務部王經理，傾續貸，對方同意提供報表，下星期三下晝三點再去攞",
        {
            "client": "永泰纺织",
            "person": "王經理",
            "department": "財務部",
            "purpose": "傾續貸",
            "result": "對方同意提供報表",
            "next_at": datetime(2026, 8, 12, 15),
        },
    ),
    (
        "宏图机械张厂长来电说设备到位了请我们下周一去拍照",
        {
            "client": "宏图机械",
            "person": "张厂长",
            "result": "宏图机械张厂长来电说设备到位了",
            "next_step": "请我们下周一去拍照",
            "next_at": datetime(2026, 8, 10),
            "missing": ("purpose",),
        },
    ),
    (
        "咏泰纺织那边最近订单下滑，库存积压，下一步要加强贷后检查",
        {"client": "永泰纺织", "next_step": "加强贷后检查", "missing": ("whom", "purpose")},
    ),
    (
        "客户：金禾建材 人：赵总 目的：催收利息 结果：答应月底前还清12.6万 下一步：31号跟进",
        {"client": "金禾建材", "purpose": "催收利息", "next_step": "31号跟进", "next_at": datetime(2026, 8, 31)},
    ),
    (
        "Met Li Min, finance manager at Yongtai about the renewal. He agreed to provide statements. "
        "I'll go back next Wednesday at 3pm.",
        {
            "client": "永泰纺织",
            "person": "Li Min",
            "position": "finance manager",
            "purpose": "the renewal",
            "result": "He agreed to provide statements",
            "next_at": datetime(2026, 8, 12, 15),
            "missing": (),
        },
    ),
    (
        "Silverlake: saw Mary Lee, she complained that our approval is too slow, no complaints about pricing",
        {
            "client": "Silverlake Foods",
            "person": "Mary Lee",
            "complaint": "she complained that our approval is too slow",
        },
    ),
    ("没有投诉，客户暂无融资需求", {"complaint": None, "opportunity": None, "risk_disclosed": None}),
    ("", {"client": None, "person": None, "purpose": None, "next_at": None, "text": "", "amounts": ()}),
]


@pytest.mark.parametrize(("text", "expected"), NOTES)
def test_a_note_is_understood(text: str, expected: dict[str, object]) -> None:
    note = read(text, NOW, BOOK, PERSONS)
    got = {name: getattr(note, name) for name in expected}
    if note.client and "client" in got:
        got["client"] = note.client.alias
    assert got == expected


def test_a_name_that_fits_two_is_offered() -> None:
    note = read("今天到金禾，见了李总", NOW, BOOK)
    assert note.client is None
    assert [client.alias for client in note.candidates] == ["金禾食品", "金禾建材"]


def test_a_person_alone_names_no_client() -> None:
    assert read("见了王建国，谈续贷", NOW, BOOK, PERSONS).client is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("贷五百万", [(5_000_000, "CNY")]),
        ("1.2亿的授信，用了1,200万元", [(120_000_000, "CNY"), (12_000_000, "CNY")]),
        ("利率百分之四点一，降了30个基点", [(4.1, "%"), (30, "bp")]),
        ("两百五十万美元，三万五", [(2_500_000, "USD"), (35_000, "CNY")]),
        ("一千二百三十四万五千六百元", [(12_345_600, "CNY")]),
        ("两亿五，一亿两千万", [(250_000_000, "CNY"), (120_000_000, "CNY")]),
        ("5 million RMB at 3.85%", [(5_000_000, "CNY"), (3.85, "%")]),
        ("USD 200k, half a million", [(200_000, "USD"), (500_000, "CNY")]),
        ("下午三点到五点，二十个人，两千吨，100万台，万一不行", []),
        ("八月五号两点，低五个点，200", []),
    ],
)
def test_sums_and_rates_are_read(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(amount.value, amount.unit) for amount in amounts(text)] == expected


@given(
    st.integers(1, 99_999),
    st.sampled_from(["万", "亿"]),
    st.sampled_from([("元", "CNY"), ("美元", "USD"), ("", "CNY")]),
)
def test_a_written_sum_keeps_its_value(figure: int, scale: str, currency: tuple[str, str]) -> None:
    (amount,) = amounts(f"金额{figure}{scale}{currency[0]}左右")
    assert (amount.value, amount.unit) == (figure * {"万": 10**4, "亿": 10**8}[scale], currency[1])


@given(st.text(max_size=100))
def test_any_text_is_a_note(text: str) -> None:
    note = read(text, NOW, BOOK, PERSONS)
    assert isinstance(note, Note)
    assert set(note.missing) <= {"whom", "purpose", "result", "next_step"}


def test_scripts_get_the_note_as_json() -> None:
    question = {
        "id": 1,
        "text": "见了永泰的王经理，谈续贷，对方同意，下周三再去，卡号6222021234567894",
        "lang": "zh-Hans",
        "now": "2026-08-03T16:00",
        "portfolio": [{"code": "C1", "alias": "永泰纺织", "persons": ["王建国"]}],
    }
    out = io.StringIO()
    assert run("note", io.StringIO(json.dumps(question)), out) == 0
    answer = json.loads(out.getvalue())
    assert (answer["client"], answer["person"], answer["next_at"]) == ("永泰纺织", "王经理", "2026-08-12T00:00")
    assert answer["masked"] == ["card"]
    assert "62220" not in answer["text"]
    assert answer["missing"] == []


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("见了永泰的王经理，谈续贷，他同意，以后我每个月跟他联系一次", "每个月"),
        ("Met Mr Wang, discussed renewal, he agreed, I will call him every Monday", "every Monday"),
        ("见了永泰的王经理，谈续贷，他同意，下周三再去", None),
    ],
)
def test_a_next_step_that_recurs_says_so(text: str, every: str | None) -> None:
    note = read(text, NOW, BOOK)
    assert note.next_every == every
    assert (note.next_at is None) == (every is not None)


def test_a_correction_of_the_client_is_heard() -> None:
    note = read("去了永泰，不对，是宏图机械，见了张厂长，谈设备贷款", NOW, BOOK)
    assert note.client is not None
    assert note.client.alias == "宏图机械"


def test_who_was_away_or_came_along_was_not_met() -> None:
    assert read("去永泰，王建国不在，见了会计，对账", NOW, BOOK, PERSONS).person is None
    assert read("跟小李一起去永泰，见了王经理，谈续贷", NOW, BOOK).person == "王经理"
