"""Numbers that name people and accounts are hidden; what a banker writes otherwise stays."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given, strategies as st

from bot.language.mask import mask

HIDDEN = [
    ("电话13812345678找他", "电话*********78找他", "mobile"),
    ("+86 138-1234-5678", "+***********78", "mobile"),
    ("１３８１２３４５６７８", "*********78", "mobile"),
    ("手机一三八幺二三四五六七八", "手机*********78", "mobile"),
    ("手機壹叁捌壹貳叄肆伍陸柒捌", "手機*********78", "mobile"),
    ("一三八1234五六七八", "*********78", "mobile"),
    ("周三13912345678打过", "周三*********78打过", "mobile"),
    ("one three eight one two three four five six seven eight", "*********78", "mobile"),
    ("身份证11010519491231002X。", "身份证****************2X。", "identity"),
    ("身份证110105 19491231 002x", "身份证****************2X", "identity"),
    ("号码 330106850715301 是老证", "号码 *************01 是老证", "identity"),
    ("卡号6222 0212 3456 7894", "卡号**************94", "card"),
    ("卡号6222—0212—3456—7890", "卡号**************90", "number"),
    ("6222.0212.3456.7890", "**************90", "number"),
    ("账号 3301040160000123456", "账号 *****************56", "number"),
    ("١٣٨١٢٣٤٥٦٧٨", "*********78", "mobile"),
    ("138\u200b1234\u200b5678", "*********78", "mobile"),
    ("固话(0571) 8888-6666", "固话(**********66", "number"),
    ("2026-08-10 13812345678", "2026-08-10 *********78", "mobile"),
    ("5,000,000 13812345678 3.85", "5,000,000 *********78 3.85", "mobile"),
]

STAYS = [
    "授信5,000,000元，敞口1.2亿，利率3.85%、4.1%",
    "贷款 12,345,678,901.50 元",
    "五百万，一千二百三十四万五千六百七十八元",
    "2026-08-10 14:30 到 2026-08-12 16:00",
    "2026/08/10 2026/08/12",
    "20260810-20260812",
    "2024 2025 2026 三年报表",
    "2019-2020-2021年",
    "1,2,3,4,5,6,7,8,9,10,11",
    "二〇二六年八月十日下午三点",
    "客户C00123，编号4711",
    "1. 500000\n2. 300000\n3. 400000",
    "two or three of them came, one left",
    "",
]


@pytest.mark.parametrize(("text", "stored", "kind"), HIDDEN)
def test_a_number_that_names_somebody_is_hidden(text: str, stored: str, kind: str) -> None:
    masked = mask(text)
    assert masked.text == stored
    assert masked.found == (kind,)


@pytest.mark.parametrize("text", STAYS)
def test_what_a_banker_writes_stays(text: str) -> None:
    assert mask(text).text == text
    assert mask(text).found == ()


def test_a_code_of_a_client_may_be_long() -> None:
    assert mask("客户 330001000012 来了", keep={"330001000012"}).text == "客户 330001000012 来了"
    assert mask("客户 330001000012 来了").found == ("number",)


def test_two_numbers_are_told_apart() -> None:
    assert mask("13812345678，身份证110105194912310021").found == ("mobile", "identity")


def test_the_bank_may_choose_shorter_runs() -> None:
    assert mask("电话 8888-6666", run_from=8).text == "电话 ******66"
    with pytest.raises(ValueError, match="five"):
        mask("1", run_from=4)


FIGURES = st.sampled_from(
    ["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"]
)
GAPS = st.sampled_from(["", " ", "-", " - ", "—", "\u3000", "\u200b", "·"])
WORDS = st.text(alphabet="客户在厂里说abc，。：\n", max_size=12)


@given(
    before=WORDS,
    after=WORDS,
    digits=st.lists(st.integers(0, 9), min_size=11, max_size=19),
    figures=FIGURES,
    gaps=st.lists(GAPS, min_size=18, max_size=18),
)
def test_no_long_run_survives(before: str, after: str, digits: list[int], figures: str, gaps: list[str]) -> None:
    number = "".join(figures[digit] + gap for digit, gap in zip(digits, gaps, strict=False))
    masked = mask(before + number.rstrip() + after)
    if masked.found:  # a run made of nothing but dates may stay
        assert _longest_run(masked.text) < 11
    else:
        assert all(re.match("19|20", group) for group in re.findall(r"\d{4,8}", _plain(number)))


@given(st.text(alphabet="0123456789一二三０９Xx -—.,/:年月日元abc\n", max_size=60))
def test_masking_twice_changes_nothing(text: str) -> None:
    once = mask(text).text
    assert mask(once).text == once


@given(st.text(alphabet=st.characters(blacklist_categories=("Nd", "No", "Nl", "Cs")), max_size=80))
def test_text_without_numbers_is_untouched(text: str) -> None:
    if not re.search(
        "[〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖幺两兩貳參叄陸]|(?i:one|two|three|four|five|six|seven)", text
    ):
        assert mask(text).text == text


@given(amount=st.integers(1, 10**14), day=st.dates(), hour=st.integers(0, 23))
def test_amounts_and_dates_stay(amount: int, day: object, hour: int) -> None:
    for text in (f"金额{amount:,}元", f"{day} {hour:02}:30", f"金额 {amount:,} {day}"):
        assert mask(text).text == text or str(day)[:2] not in ("19", "20")


def _plain(text: str) -> str:
    return "".join(str(unicodedata.digit(character, character)) for character in text)


def _longest_run(text: str) -> int:
    plain = re.sub(r"[ \-—\u3000\u200b·]", "", _plain(text))
    return max(map(len, re.findall(r"[\d〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖]+", plain)), default=0)
