"""Figures and words of banking life that are no dates: nothing is read into them."""

from datetime import datetime

import pytest

from bot.language.dates import read

NOW = datetime(2026, 5, 6, 10, 0)

AMOUNTS = ["{}万", "{}元", "{}亿元", "贷款{}万元", "{}块钱", "¥{}", "${},000", "授信{}百万"]
RATES = ["{}.1%", "利率{}.35%", "年化{}.5%", "上浮{}个基点", "{}.2‰", "{}bp", "百分之{}点一"]
CODES = [
    "工号{}0231",
    "合同号2023-{}01",
    "{}号楼",
    "人民路{}号",
    "第{}厂",
    "第{}支行",
    "{}楼会议室",
    "房间{}05",
    "编号A{}-05",
]
COUNTS = ["{}个人", "{}家企业", "{}笔业务", "{}位客户", "{}个产品", "第{}名", "{}级", "{}人", "{}份合同", "{}套房"]
NUMBERS = ["3", "4", "12", "18", "25"]

SENTENCES = [
    "我们三个人一起去",
    "客户在第五厂，联系人王主任",
    "贷款一百万，利率百分之四点一",
    "他想办三年期定存",
    "一年期LPR下调了十个基点",
    "网点24小时自助服务",
    "我有三点要求",
    "说两点意见",
    "这个方案一点都不好",
    "价格便宜一点就行",
    "电话 138 0013 8000",
    "座机0755-83210000",
    "卡号6222 0212 3456 7890 123",
    "身份证440301199001011234",
    "人民路15号3单元502",
    "第二批授信材料已经收齐",
    "早上好，李总",
    "下午好",
    "晚安",
    "喝了个下午茶",
    "日均存款下降",
    "月供压力大",
    "周行长说可以",
    "周总不在",
    "以后再联系",
    "回头再约",
    "改天拜访",
    "过几天再说",
    "马上到",
    "目标客户以前是建行的",
    "前台让等一下",
    "后续跟进",
    "分行要求尽快上报",
    "他从来不迟到",
    "资料到了没有",
    "利润翻了两番",
    "折扣九五折",
    "万分感谢",
    "比例3:2",
    "得分98.5",
    "版本2.3.1",
    "占三分之一",
    "三番五次催收",
    "十分满意",
    "一心一意服务客户",
    "一时想不起来名字",
    "同时办了两张卡",
    "和谐小区5号楼",
    "五星级酒店",
    "十八大报告",
    "七天无理由退货",
    "今日头条投了广告",
    "天天基金的客户",
    "He wants a loan of 2,000,000 at 4.1%",
    "Call 555-1234 or (206) 555-1212",
    "room 305, building 12",
    "two people came with him",
    "the second floor",
    "may I come in",
    "rule 004-D applies",
    " may not leave the branch",
    "one by one",
    "level Q by Q",
    "they march on",
    "he sat down",
    "the sun is out",
    "a 3-year loan",
    "our 12-month fixed deposit",
    "ratio 3:2, version 2.3",
    "open 24/7",
    "good morning Mr Chen",
    "good afternoon",
    "daily limit of 50,000",
    "the monthly payment is too high",
    "annual report",
    "the other day",
    "some day",
    "at 10 companies",
    "between 3 and 5 percent",
    "from 3 to 5 percent",
    "rate cut from 4 to 3",
    "Section 3-2-1",
    "I second that",
    "they are fast and second to none",
    "he now leads the branch",
    "account 6222021234567890",
    "三個人一齊去",
    "貸款一百萬，利率四點一厘",
    "我有三點要求",
    "佢話快啲一點",
    "早晨，陳生",
    "第五廠的客戶",
    "電話2868 1234 56",
    "上海道15號",
]


def shapes():
    for group in (AMOUNTS, RATES, CODES, COUNTS):
        for shape in group:
            for number in NUMBERS:
                yield shape.format(number)


@pytest.mark.parametrize("text", sorted(set(shapes())))
def test_figures_that_are_no_dates(text):
    assert read(text, NOW) == []


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences_without_a_date(text):
    assert read(text, NOW) == []


@pytest.mark.parametrize("text", SENTENCES)
def test_a_date_beside_such_words_is_still_read(text):
    chinese = any("一" <= c <= "鿿" for c in text)
    spans = read(f"{text}。明天下午三点去" if chinese else f"{text}. See him tomorrow at 3pm.", NOW)
    assert [span.start for span in spans] == [datetime(2026, 5, 7, 15)]
