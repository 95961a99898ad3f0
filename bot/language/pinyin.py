"""Toneless pinyin of Chinese characters, from pypinyin's table of characters alone.

pypinyin's table of phrases, which tells 银行 from 行走, costs 44 MiB and a third of a second; a bank's words need a few
dozen of its 47,000. So only the file of characters is read, beside the package, and the words stand here.
"""

from __future__ import annotations

import importlib.util
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType

# Words in which a character is not read as it mostly is, with the sound of that character.
WORDS = """
银行 hang 分行 hang 支行 hang 总行 hang 商行 hang 农行 hang 工行 hang 建行 hang 中行 hang 交行 hang 招行 hang
我行 hang 他行 hang 同行 hang 本行 hang 行长 hang 行业 hang 行情 hang 行里 hang 行内 hang 车行 hang 洋行 hang
会计 kuai 目的 di 的确 di 了解 liao 了结 liao 不了 liao 为了 le 还款 huan 还贷 huan 还本 huan 还息 huan
归还 huan 偿还 huan 还清 huan 返还 huan 重庆 chong 重新 chong 重组 chong 重复 chong 重启 chong 重签 chong
重整 chong 长沙 chang 长春 chang 长兴 chang 长江 chang 长城 chang 长安 chang 长宁 chang 长虹 chang 长丰 chang
长海 chang 长青 chang 长期 chang 长远 chang 长乐 chang 特长 chang 擅长 chang 成都 du 首都 du 都市 du 西藏 zang
藏品 cang 佛山 fo 厦门 xia 六安 lu 番禺 pan 蚌埠 beng 漯河 luo 畜牧 xu 模具 mu 模样 mu 出差 chai 差旅 chai
音乐 yue 乐器 yue 调整 tiao 调味 tiao 协调 tiao 调试 tiao 空调 tiao 调解 tiao 给付 ji 给予 ji 供给 ji 自给 ji
薄弱 bo 今朝 zhao 朝阳 chao 着火 zhao 着急 zhao 厂家 chang 大厦 sha 大夫 dai 便宜 pian 银色 se 角色 jue
"""


@lru_cache(maxsize=20_000)
def readings(character: str) -> tuple[str, ...]:
    """Every toneless reading of a character, the commonest first; nothing for any other sign."""
    written = _characters().get(ord(character), "") if len(character) == 1 else ""
    return tuple(dict.fromkeys(_toneless(sound) for sound in written.split(",") if sound))


def syllables(text: str) -> list[str]:
    """One syllable for each sign of the text, "" for a sign that is no Chinese character."""
    heard = [next(iter(readings(sign)), "") for sign in text]
    words = _words()
    for start in range(len(text) - 1):
        for place, sound in words.get(text[start : start + 2], ()):
            heard[start + place] = sound
    return heard


@cache
def _words() -> dict[str, tuple[tuple[int, str], ...]]:
    """The words of `WORDS`, each with the places of the characters that they read in their own way."""
    cells = WORDS.split()
    return {
        word: tuple((place, sound) for place, sign in enumerate(word) if sound in readings(sign))[:1]
        for word, sound in zip(cells[::2], cells[1::2], strict=True)
    }


@cache
def _characters() -> dict[int, str]:
    """Code points and their readings with tones: xíng,háng."""
    package = importlib.util.find_spec("pypinyin")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("pypinyin is not installed")
    file = Path(package.submodule_search_locations[0], "pinyin_dict.py")
    spec = importlib.util.spec_from_file_location("pinyin_characters", file)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"{file} is missing")
    table: ModuleType = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(table)
    found: dict[int, str] = table.pinyin_dict
    return found


def _toneless(sound: str) -> str:
    """xíng → xing, lǜ → lv."""
    bare = "".join(
        sign for sign in unicodedata.normalize("NFD", sound) if not unicodedata.combining(sign) or sign == "\u0308"
    )
    return unicodedata.normalize("NFC", bare).replace("ü", "v")
