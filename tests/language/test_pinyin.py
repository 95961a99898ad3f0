"""Pinyin from the table of characters: as pypinyin reads, but for the words of a bank, and without its phrases."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, strategies as st
from pypinyin import Style, pinyin

from bot.language.pinyin import readings, syllables

CHARACTERS = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF, exclude_characters="欸誒")


@given(CHARACTERS)
def test_a_character_reads_as_in_pypinyin(character: str) -> None:
    heard = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    assert readings(character) == (tuple(heard[0]) if heard else ())


@given(st.text(max_size=20))
def test_every_sign_has_its_syllable(text: str) -> None:
    found = syllables(text)
    assert len(found) == len(text)
    assert all(sound == "" or sound in readings(sign) for sign, sound in zip(text, found, strict=True))


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("银行", "yin hang"),
        ("行动", "xing dong"),
        ("支行行长", "zhi hang hang zhang"),
        ("会计", "kuai ji"),
        ("会议", "hui yi"),
        ("重庆", "chong qing"),
        ("还款", "huan kuan"),
        ("绿源", "lv yuan"),
    ],
)
def test_words_of_a_bank_are_read_as_they_are_spoken(words: str, spoken: str) -> None:
    assert " ".join(syllables(words)) == spoken


def test_the_table_of_phrases_stays_on_the_disk() -> None:
    program = (
        "import sys\n"
        "from bot.language.clients import portfolio\n"
        "portfolio((('C1', '鼎盛纺织'),)).mentions('去鼎胜')\n"
        "print([name for name in sys.modules if name.startswith('pypinyin')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
