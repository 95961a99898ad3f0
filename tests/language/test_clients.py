"""A client is found by any part of the name that people say, and never guessed."""

from __future__ import annotations

import random
import time
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from bot.language.clients import Client, Portfolio, portfolio
from bot.language.companies import parts

BOOK = (
    ("C0001", "永泰纺织"),
    ("C0002", "金禾食品"),
    ("C0003", "金禾建材"),
    ("C0004", "宏图机械"),
    ("C0005", "长兴纺织"),
    ("C0006", "宁波远航国际物流有限公司"),
    ("C0007", "周明轩"),
    ("C0008", "Silverlake Foods Ltd"),
    ("C0009", "新天地百货"),
    ("K-2031", "精英教育"),
    ("C0011", "吕氏酒业"),
    ("C0012", "重阳药业"),
)
CLIENTS = portfolio(BOOK)

ONE = [
    ("去永泰纺织看厂房", "永泰纺织", "永泰纺织"),
    ("永泰那边约了三点", "永泰", "永泰纺织"),
    ("去永泰纺织厂里", "永泰纺织", "永泰纺织"),
    ("拜访永泰公司", "永泰公司", "永泰纺织"),
    ("去金禾食品厂收资料", "金禾食品厂", "金禾食品"),
    ("去永泰紡織談續貸", "永泰紡織", "永泰纺织"),
    ("去ＹＴＦＺ看看", "ＹＴＦＺ", "永泰纺织"),
    ("去yongtai看看", "yongtai", "永泰纺织"),
    ("visit Yongtai Textile at 3", "Yongtai Textile", "永泰纺织"),
    ("visit Yong Tai", "Yong Tai", "永泰纺织"),
    ("Yongtai's plant", "Yongtai", "永泰纺织"),
    ("off to Yongtai Textiles Co. Ltd now", "Yongtai Textiles Co. Ltd", "永泰纺织"),
    ("去咏泰纺织", "咏泰纺织", "永泰纺织"),
    ("c0004 三点", "c0004", "宏图机械"),
    ("k2031 的续贷", "k2031", "精英教育"),
    ("远航物流的车队", "远航物流", "宁波远航国际物流有限公司"),
    ("去宁波远航", "宁波远航", "宁波远航国际物流有限公司"),
    ("找周明轩签字", "周明轩", "周明轩"),
    ("silverlake foods", "silverlake foods", "Silverlake Foods Ltd"),
    ("See Silverlake tomorrow", "Silverlake", "Silverlake Foods Ltd"),
    ("去长兴", "长兴", "长兴纺织"),
    ("zhangxing fangzhi", "zhangxing fangzhi", "长兴纺织"),
    ("lvshi jiuye", "lvshi jiuye", "吕氏酒业"),
    ("zhongyang yaoye", "zhongyang yaoye", "重阳药业"),
    ("chongyang yaoye", "chongyang yaoye", "重阳药业"),
]

SEVERAL = [
    ("去金禾谈续贷", "金禾", {"金禾食品", "金禾建材"}),
    ("meet Jinhe about renewal", "Jinhe", {"金禾食品", "金禾建材"}),
]

NOBODY = [
    "谈经营情况和下一步计划",  # sounds like 精英
    "永泰路上堵车",
    "永泰大厦对面",
    "去永泰物流谈开户",  # another company
    "visit Yongtai Logistics",
    "华夏基金",
    "看了纺织机械设备的抵押情况",
    "the food was good",
]


@pytest.mark.parametrize(("text", "said", "alias"), ONE)
def test_a_part_of_a_name_is_enough(text: str, said: str, alias: str) -> None:
    (mention,) = [mention for mention in CLIENTS.mentions(text) if mention.one]
    assert text[mention.start : mention.end].rstrip("'s") == said.rstrip("'s")
    assert mention.one is not None
    assert mention.one.alias == alias


@pytest.mark.parametrize(("text", "said", "aliases"), SEVERAL)
def test_a_name_that_fits_two_is_not_decided(text: str, said: str, aliases: set[str]) -> None:
    (mention,) = CLIENTS.mentions(text)
    assert text[mention.start : mention.end] == said
    assert mention.one is None
    assert {client.alias for client in mention.clients} == aliases


@pytest.mark.parametrize("text", NOBODY)
def test_what_only_looks_like_a_client_is_none(text: str) -> None:
    assert [mention for mention in CLIENTS.mentions(text) if mention.firm and mention.how != "trade"] == []


def test_a_trade_names_nobody_for_sure() -> None:
    (mention,) = CLIENTS.mentions("去纺织厂")
    assert {client.alias for client in mention.clients} == {"永泰纺织", "长兴纺织"}
    assert not mention.firm
    (lonely,) = CLIENTS.mentions("去机械厂")
    assert lonely.one is None


def test_two_characters_that_only_sound_alike_are_not_firm() -> None:
    (mention,) = CLIENTS.mentions("去咏太")
    assert mention.one == Client("C0001", "永泰纺织")
    assert not mention.firm


def test_a_slip_of_the_finger_is_understood_but_not_firm() -> None:
    (mention,) = CLIENTS.mentions("visit Yongati today")
    assert mention.one == Client("C0001", "永泰纺织")
    assert (mention.how, mention.firm) == ("typing", False)


def test_several_clients_in_one_sentence() -> None:
    found = CLIENTS.mentions("先去永泰收资料，再去宏图和远航，最后到Silverlake")
    assert [mention.one.alias if mention.one else None for mention in found] == [
        "永泰纺织",
        "宏图机械",
        "宁波远航国际物流有限公司",
        "Silverlake Foods Ltd",
    ]


@pytest.mark.parametrize(
    ("letters", "first"),
    [
        ("yt", "永泰纺织"),
        ("ytfz", "永泰纺织"),
        ("永", "永泰纺织"),
        ("紡", "永泰纺织"),
        ("C0004", "宏图机械"),
        ("0004", "宏图机械"),
        ("9999", None),
        ("hongtu", "宏图机械"),
        ("hongtoo", None),
        ("yuanh", "宁波远航国际物流有限公司"),
        ("silv", "Silverlake Foods Ltd"),
        ("咏泰", "永泰纺织"),
        ("永纺", "永泰纺织"),
        ("zmx", "周明轩"),
        ("", None),
        ("、", None),
    ],
)
def test_a_few_letters_find_a_client(letters: str, first: str | None) -> None:
    assert next((client.alias for client in CLIENTS.search(letters)), None) == first


def test_search_says_all_that_fit_and_no_more_than_asked() -> None:
    assert [client.alias for client in CLIENTS.search("jh")] == ["金禾食品", "金禾建材"]
    assert len(CLIENTS.search("C", limit=3)) == 3


def test_a_name_close_to_a_client_is_perhaps_that_client() -> None:
    assert [client.alias for client in CLIENTS.nearest("咏泰仿织")] == ["永泰纺织"]
    assert [client.alias for client in CLIENTS.nearest("新天百货")] == ["新天地百货"]
    assert CLIENTS.nearest("蓝天物流") == []
    assert CLIENTS.nearest("永恒纺织") == []  # another company


@pytest.mark.parametrize(
    ("name", "core", "region"),
    [
        ("宁波远航国际物流有限公司", "远航国际", "宁波"),
        ("永泰纺织", "永泰", ""),
        ("宏图机械制造厂", "宏图", ""),
        ("周明轩", "周明轩", ""),
        ("江苏省大地种业（南通店）", "大地", "江苏"),
        ("silverlake foods ltd", "silverlake", ""),
    ],
)
def test_a_company_name_comes_apart(name: str, core: str, region: str) -> None:
    taken = parts(name)
    assert (taken.core, taken.region) == (core, region)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    mentions = CLIENTS.mentions(text)
    assert all(one.end <= other.start for one, other in pairwise(mentions))
    assert all(0 <= mention.start < mention.end <= len(text) and mention.clients for mention in mentions)
    CLIENTS.search(text)


@given(st.sampled_from(BOOK), st.sampled_from(["去{}看看", "{}，三点", "跟{}谈续贷", "visit {} at 3"]))
def test_the_whole_alias_and_the_code_are_always_sure(client: tuple[str, str], frame: str) -> None:
    code, alias = client
    for name in (alias, code, code.lower()):
        (mention,) = [mention for mention in CLIENTS.mentions(frame.format(name)) if mention.firm]
        assert mention.one == Client(code, alias)


def test_three_hundred_clients_are_searched_in_a_blink() -> None:
    chance = random.Random(7)
    cores = "永泰金禾宏图长兴远航新天地明轩安阳光大利达通顺和平祥瑞福康宁嘉美佳信德仁义"
    trades = ["纺织", "食品", "机械", "物流", "贸易", "科技", "电子", "化工", "建材", "服饰"]
    book = Portfolio(Client(f"C{n:05}", "".join(chance.sample(cores, 2)) + chance.choice(trades)) for n in range(300))
    sentence = "我下午两点去{}和{}谈一下续贷的事情，顺便看看他们的厂房和仓库，五点前回来"
    book.mentions(sentence)  # the first one loads the dictionaries
    took = []
    for _ in range(30):
        said = sentence.format(chance.choice(book.clients).alias, chance.choice(book.clients).alias[:2])
        began = time.perf_counter()
        book.mentions(said)
        took.append(time.perf_counter() - began)
    assert sorted(took)[15] < 0.020
