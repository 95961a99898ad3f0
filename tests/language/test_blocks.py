"""A record in one message falls into its four blocks, however it is written (A10)."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, strategies as st

from bot.language.blocks import Blocks, read

# text | whom | purpose | result | next step
RECORDS = [
    (
        "见了财务部王经理，谈续贷，对方同意提供报表，下周三再去拿",
        ("财务部王经理", "谈续贷", "对方同意提供报表", "下周三再去拿"),
    ),
    (
        "见了财务部王经理谈续贷对方同意提供报表下周三再去拿",
        ("财务部王经理", "谈续贷", "对方同意提供报表", "下周三再去拿"),
    ),
    (
        "对象：财务部王经理；目的：谈续贷；结果：同意提供报表；下一步：下周三去拿",
        ("财务部王经理", "谈续贷", "同意提供报表", "下周三去拿"),
    ),
    (
        "下一步：下周三去拿报表\n结果：同意续贷\n对象：王经理\n目的：谈续贷",
        ("王经理", "谈续贷", "同意续贷", "下周三去拿报表"),
    ),
    (
        "1.永泰财务部王经理 2.谈续贷 3.对方同意提供报表 4.下周三去拿",
        ("永泰财务部王经理", "谈续贷", "对方同意提供报表", "下周三去拿"),
    ),
    (
        "①财务总监刘敏 ②推荐跨境结算产品 ③客户比较感兴趣，担心费率 ④下周一带产品经理上门",
        ("财务总监刘敏", "推荐跨境结算产品", "客户比较感兴趣，担心费率", "下周一带产品经理上门"),
    ),
    (
        "生产部李部长\n看新生产线\n设备已到位\n下月再来拍照",
        ("生产部李部长", "看新生产线", "设备已到位", "下月再来拍照"),
    ),
    ("王总，续贷，没问题，下周签合同", ("王总", "续贷", "没问题", "下周签合同")),
    (
        "今天去了永泰，见到采购科陈科长，主要是想了解原材料采购情况。"
        "陈科长说票据都在别家贴，利率低5个点。下一步回去申请优惠利率，周五前答复",
        (
            "永泰，采购科陈科长",
            "了解原材料采购情况",
            "陈科长说票据都在别家贴，利率低5个点",
            "回去申请优惠利率，周五前答复",
        ),
    ),
    (
        "嗯今天那个见了一下他们新来的财务总监，聊了一下供应链产品，"
        "他觉得还行，说要回去研究一下，然后我下周四再去跟他碰一下",
        ("新来的财务总监", "聊了一下供应链产品", "他觉得还行，说要回去研究一下", "我下周四再去跟他碰一下"),
    ),
    ("今天主要去收报表，王会计不在，没收到，明天再去", (None, "收报表", "王会计不在，没收到", "明天再去")),
    ("对方同意续贷", (None, None, "对方同意续贷", None)),
    ("下周三再去拿报表", (None, None, None, "下周三再去拿报表")),
    ("谈续贷", (None, "谈续贷", None, None)),
    ("财务部王经理", ("财务部王经理", None, None, None)),
    ("拜访了老板娘，聊了聊代发工资，她说要跟老板商量", ("老板娘", "聊了聊代发工资", "她说要跟老板商量", None)),
    (
        "和李总谈了授信额度的事，他希望增加到500万，他答应月底前给报表。我下周二上门取",
        ("李总", "谈了授信额度的事", "他希望增加到500万，他答应月底前给报表", "我下周二上门取"),
    ),
    (
        "對象：財務部王經理；目的：談續貸；結果：對方同意提供報表；下一步：下星期三再去攞",
        ("財務部王經理", "談續貸", "對方同意提供報表", "下星期三再去攞"),
    ),
    (
        "搵咗財務陳經理傾續貸，佢話要同老闆商量，下星期一再打電話畀佢",
        ("財務陳經理", "傾續貸", "佢話要同老闆商量", "下星期一再打電話畀佢"),
    ),
    (
        "Met Mr Wang from finance about renewal, he agreed to provide statements, will pick them up next Wednesday",
        ("Mr Wang from finance", "renewal", "he agreed to provide statements", "will pick them up next Wednesday"),
    ),
    (
        "Who: CFO Li Min. Purpose: renewal. Result: agreed to provide statements. Next: collect on Wednesday",
        ("CFO Li Min", "renewal", "agreed to provide statements", "collect on Wednesday"),
    ),
    (
        "Saw the finance director Mary Lee. We discussed the FX line. She wants a lower spread. I'll call"
        " her on Friday.",
        ("the finance director Mary Lee", "the FX line", "She wants a lower spread", "I'll call her on Friday"),
    ),
    (
        "Person: David Wong, general manager\nReason: annual review\nOutcome: sales up 12%\nNext steps:"
        " send term sheet",
        ("David Wong, general manager", "annual review", "sales up 12%", "send term sheet"),
    ),
]


@pytest.mark.parametrize(("text", "blocks"), RECORDS)
def test_a_record_falls_into_its_blocks(text: str, blocks: tuple[str | None, ...]) -> None:
    found = read(text)
    assert (found.who, found.purpose, found.result, found.next_step) == blocks
    names = ("whom", "purpose", "result", "next_step")
    assert found.missing == tuple(name for name, said in zip(names, blocks, strict=True) if said is None)


@pytest.mark.parametrize(
    ("text", "person", "department", "position"),
    [
        ("见了财务部王经理", "王经理", "财务部", "经理"),
        ("财务总监李敏", "李敏", None, "财务总监"),
        ("李敏（财务总监）", "李敏", None, "财务总监"),
        ("财务王经理", "王经理", "财务", "经理"),
        ("会计小张", "小张", None, "会计"),
        ("见了老板娘", None, None, "老板娘"),
        ("受访人：陈志强，职务：总经理，部门：总经办", "陈志强", "总经办", "总经理"),
        ("Met Ms Chen, purchasing manager", "Ms Chen", None, "purchasing manager"),
        ("Who: CFO Li Min", "Li Min", None, "CFO"),
        ("met the CFO", None, None, "CFO"),
    ],
)
def test_a_person_is_taken_apart(text: str, person: str | None, department: str | None, position: str | None) -> None:
    met = read(text).met
    assert (met.person, met.department, met.position) == (person, department, position)


def test_the_hoped_for_result_belongs_to_the_purpose() -> None:
    found = read("目的：贷后检查；期望结果：争取追加存款；结果：老板同意转入200万")
    assert found.hoped == "争取追加存款"
    assert found.purpose == "贷后检查，争取追加存款"


def test_the_time_of_the_next_step_is_named() -> None:
    assert read("下一步：下周三下午三点去拿报表").next_when == "下周三下午三点"
    assert read("下一步：去拿报表").next_when is None


def test_words_without_a_block_are_kept() -> None:
    assert read("天气不错").rest == "天气不错"
    assert read("") == Blocks()


LABELS = {
    "who": ["对象：", "见面人：", "Who: ", "對象："],
    "purpose": ["目的：", "事由：", "Purpose: "],
    "result": ["结果：", "情况：", "Result: ", "實際結果："],
    "next_step": ["下一步：", "后续：", "Next step: ", "下步計劃："],
}
WORDS = {
    "who": ["财务部王经理", "李总", "采购科陈科长", "Mr Wong"],
    "purpose": ["谈续贷", "贷后检查", "推荐代发工资", "annual review"],
    "result": ["同意提供报表", "库存偏高", "不感兴趣", "sales are up"],
    "next_step": ["下周三去拿", "补充资料", "周五前答复", "call again"],
}


@given(st.data())
def test_labelled_blocks_come_out_in_any_order(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(list(LABELS)), unique=True, min_size=1))
    written = {name: data.draw(st.sampled_from(WORDS[name])) for name in names}
    joint = data.draw(st.sampled_from(["；", "\n", "。", "; "]))
    text = joint.join(data.draw(st.sampled_from(LABELS[name])) + words for name, words in written.items())
    found = read(text)
    for name in LABELS:
        assert getattr(found, name) == written.get(name)
    assert found.rest == ""


@given(st.text(alphabet="见了财务部王经理谈续贷同意下周三再去，。；\nabc 12:：", max_size=60))
def test_any_text_can_be_read_and_no_figure_is_lost(text: str) -> None:
    found = read(text)
    kept = "".join(filter(None, (found.who, found.purpose, found.result, found.next_step, found.rest)))
    if not any(mark in text for mark in "1２2:："):
        assert set("财务续贷") & set(text) <= set(kept)


def test_four_blocks_spoken_in_any_mixture() -> None:
    chance = random.Random(3)
    who = ["见了财务部王经理", "拜访了李总", "见到采购科陈科长"]
    purpose = ["谈续贷", "了解一下资金需求", "推荐结算产品", "做贷后检查"]
    result = ["对方同意提供报表", "他说要考虑一下", "客户比较满意", "经营正常，订单稳定"]
    next_step = ["下周三再去拿", "回去后补充资料", "下一步跟行里申请", "周五前给他答复"]
    for _ in range(60):
        said = [chance.choice(words) for words in (who, purpose, result, next_step)]
        found = read("，".join(said))
        assert found.missing == (), said
        assert found.rest == ""
        assert found.result == said[2]
