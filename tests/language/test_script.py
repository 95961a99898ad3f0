"""Two scripts, two widths, one meaning: the folded text keeps its places."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from bot.language.script import fold, in_script


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("鼎盛紡織", "鼎盛纺织"),
        ("喺客戶嘅廠房睇咗", "在客户的厂房看了"),
        ("臺灣", "台湾"),
        ("裏面 裡面", "里面 里面"),
        ("ＤＳＦＺ　１２：３０", "dsfz 12:30"),
        ("DingSheng", "dingsheng"),
        ("乾隆家具 乾燥", "乾隆家具 干燥"),
    ],
)
def test_one_form_for_matching(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=60))
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_people_read_their_own_script() -> None:
    assert in_script("贷后检查，厂里面", "zh-Hant") == "貸後檢查，廠裏面"
    assert in_script("貸後檢查", "zh-Hans") == "贷后检查"
    assert in_script("貸後檢查", "en") == "貸後檢查"
