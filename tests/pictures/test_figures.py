"""The chart of a report, by what is written on it; and the letters that write it."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.pictures import font
from bot.pictures.canvas import Canvas, written
from bot.pictures.figures import draw
from bot.pictures.port import Pictures
from bot.rules.refusal import Refusal

FACTS: dict[str, Any] = {
    "language": "zh-Hans",
    "title": "公司一部",
    "under": "2026年8月 · 3 人",
    "days": {"title": "走访次数", "legend": ["计划内", "计划外"], "bars": [["3", 2, 1], ["4", 0, 0]]},
    "rates": {
        "title": "完成与达标",
        "bars": [["铂金及以上上门率", 86, 90, "19/22"], ["计划完成率", None, None, "0/0"]],
    },
    "parts": {"title": "走访凭据", "of": [["可信", 2, "GOOD"], ["存疑", 1, "BAD"]]},
    "groups": {"title": "走访分布", "bars": [["李伟", 3], ["名字非常非常非常长的一位同事", 0]]},
    "stamp": "陈主任（S003）查看",
}


def test_every_label_and_count_is_on_the_picture() -> None:
    data, words = written(lambda: draw(FACTS))
    assert data.startswith(b"\x89PNG")
    for each in ("公司一部", "2026年8月 · 3 人", "走访次数", "计划外", "铂金及以上上门率", "86%", "19/22", "–",
                 "可信 2", "存疑 1", "李伟", "3", "陈主任（S003）查看"):  # fmt: skip
        assert each in words, each
    assert "名字非常非常非常长的一位同事" not in words, "a long name is cut, not drawn over its neighbour"
    picture = Image.open(BytesIO(data))
    assert picture.width == 1170
    assert picture.width + picture.height <= 10_000, "what Telegram takes as a photo"
    assert len(data) < 300_000


@pytest.mark.parametrize("missing", ["days", "rates", "parts", "groups"])
def test_a_part_without_rows_is_left_out(missing: str) -> None:
    facts = FACTS | {missing: {"title": "此处没有", "bars": [], "of": [], "legend": ["", ""]}}
    _, words = written(lambda: draw(facts))
    assert "此处没有" not in words


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_letter_that_we_write_has_a_shape(language: str) -> None:
    """A missing letter is drawn as the same box as one that no font has."""
    letters = font.letters(40, language, False)
    nothing = bytes(letters.getmask("\uffff\ue000"[1]))
    for letter in "鼎盛纺织紡織客户戶经理經理逾期囍㐂0aé%–…（）":
        assert bytes(letters.getmask(letter)) != nothing, letter


def test_words_are_cut_to_their_room_and_never_widened() -> None:
    sheet = Canvas(390, 60)
    for words in ("短", "这是一段很长很长很长的文字", "Wide words in English"):
        cut = sheet.cut(words, 60)
        assert sheet.width_of(cut) <= 60 or len(cut) <= 2
        assert cut == words or cut.endswith("…")


def test_the_banks_own_font_goes_before_ours_and_a_wrong_one_is_said(tmp_path: Any) -> None:
    own = tmp_path / "bank.ttf"
    own.write_bytes(b"")
    assert font.find(str(own)) == own
    with pytest.raises(font.NoFont, match="nowhere"):
        font.find(str(tmp_path / "nowhere.ttf"))
    assert font.find().name == font.FILE


async def test_what_cannot_be_drawn_is_a_refusal_that_can_be_said() -> None:
    pictures = Pictures()
    try:
        for kind, facts in (("nothing_of_the_kind", {}), ("figures", {"language": "en"}), ("../x", {})):
            with pytest.raises(Refusal, match="pictures-away"):
                await pictures.draw(kind, facts)
        assert (await pictures.draw("figures", FACTS)).startswith(b"\x89PNG")
    finally:
        await pictures.close()
