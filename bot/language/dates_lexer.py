"""From text to tokens: at every place the longest wording that a lexicon knows.

Characters keep their places: folding (capitals, full-width forms, traditional characters of the lexicon) goes
character by character. A wording that is understood but impossible (30 February) becomes a blocking token, so
that no shorter reading of its pieces slips through.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from bot.language.dates_when import Lasting, Length, Range, Scene, When

Value = When | Length | Range | Lasting | int | str | None
Build = Callable[["re.Match[str]", Scene], "Made | None"]  # None: this wording does not apply after all

TRADITIONAL = (
    "點鐘鍾號週禮後個兩聽尋時間節這過內從開晝緊幾來對見農曆臘慶勞動兒聖誕萬親師軍黨愛與將應該錯說變還結會飯課門歲無頭業關資約剛夠舊當終於東裡裏繼續連齡處淩餘邊祇衹廣場畫亞願為們嗎樣麼幫預訂種讓長僅達請爲產"
    "億倉價優倫體蘭況準減別務勢區廠廳歷雙發臺喫員團圍國塊復獎婦學寶宮層幣帳帶強總戶護報換數機殺權條櫃標棟樹檢樓氣沒漲遊滿熱獨貓現盤碼穌筆級紀線絡統編網營補裝議講許訪證識訴話語説調談諜賬貸費車轉輕較輩遲針問"
    "陽陰陣際險難韓項順題風餅館馬黃龍"
)
SIMPLIFIED = (
    "点钟钟号周礼后个两听寻时间节这过内从开昼紧几来对见农历腊庆劳动儿圣诞万亲师军党爱与将应该错说变还结会饭课门岁无头业关资约刚够旧当终于东里里继续连龄处凌余边只只广场画亚愿为们吗样么帮预订种让长仅达请为产"
    "亿仓价优伦体兰况准减别务势区厂厅历双发台吃员团围国块复奖妇学宝宫层币帐带强总户护报换数机杀权条柜标栋树检楼气没涨游满热独猫现盘码稣笔级纪线络统编网营补装议讲许访证识诉话语说调谈谍账贷费车转轻较辈迟针问"
    "阳阴阵际险难韩项顺题风饼馆马黄龙"
)
FOLD = (
    {ord(wide): chr(ord(wide) - 0xFEE0) for wide in map(chr, range(0xFF01, 0xFF5F))}
    | {ord(big): big.lower() for big in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    | {ord("　"): " ", ord("\u00a0"): " ", ord("’"): "'", ord("–"): "-", ord("—"): "-", ord("−"): "-", ord("～"): "~"}
    | {ord("＇"): "'", ord("‐"): "-", ord("‑"): "-", ord("﹣"): "-", ord("："): ":", ord("\t"): " ", ord("∶"): ":"}
    | dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True))
)


def fold(text: str) -> str:
    """The text in one script, lower case and half width, every character in its place."""
    return text.translate(FOLD)


@dataclass(frozen=True, slots=True)
class Made:
    """What a wording amounts to: a kind of token (see dates_joins) and its value."""

    kind: str
    value: Value = None


BLOCKED = Made("x")  # no date, whatever it looks like
IMPOSSIBLE = Made("X")  # a date that cannot be


def when(**said: object) -> Made:
    """A moment, by the fields of `When`."""
    return Made("W", When(**said))  # type: ignore[arg-type]


def named(days: tuple[date, date, str]) -> Made:
    """A stretch of days named outright."""
    return when(first=days[0], last=days[1], grain=days[2])


def moved(length: Length, scene: Scene) -> Made | None:
    """Now moved by a length: a day if it counts days, else a minute."""
    at = length.on(scene.now, scene.calendar)
    if at is None:
        return None
    if length.by_the_day:
        return named((at.date(), at.date(), "day"))
    return when(at=at.replace(second=0, microsecond=0))


def kind(letter: str) -> Build:
    """A small word: nothing but its kind."""
    return lambda match, scene: Made(letter, match[0])


@dataclass(slots=True)
class Token:
    """A run of the text and what it amounts to."""

    kind: str
    begin: int
    finish: int
    value: Value = None

    @property
    def when(self) -> When:
        """Its value as a moment."""
        assert isinstance(self.value, When)  # noqa: S101 - the kinds of dates_joins promise it
        return self.value

    @property
    def length(self) -> Length:
        """Its value as a length of time."""
        assert isinstance(self.value, Length)  # noqa: S101
        return self.value

    @property
    def number(self) -> int:
        """Its value as a whole number."""
        assert isinstance(self.value, int)  # noqa: S101
        return self.value


def over(tokens: Sequence[Token], kind: str, value: Value) -> Token:
    """A token over all of these."""
    return Token(kind, tokens[0].begin, tokens[-1].finish, value)


def moments(tokens: Sequence[Token]) -> list[Token]:
    """The moments and numbers among them."""
    return [token for token in tokens if token.kind in "WnNdm"]


Join = Callable[[list[Token], Scene], Token | list[Token] | None]  # None: these tokens do not go together


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern over folded text, the characters it may begin with, and what it amounts to."""

    starts: str
    pattern: str
    build: Build


PUNCTUATION = {",": ",", "、": "、", ";": ".", "。": ".", ".": ".", "!": ".", "?": ".", "\n": ".", "(": "(", ")": ")"}
BLANK = re.compile(r"\s+")
WORD = re.compile(r"[%#$_=&]*[a-z]+\d*(?:'[a-z]+)?|[%#$_=&№]+\w+|\d+(?:[.,:/-]\d+)*[a-z]*")


class Lexicon:
    """Wordings by the character that they begin with."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self.table: dict[str, list[tuple[re.Pattern[str], Build]]] = {}
        for wording in wordings:
            entry = (re.compile(wording.pattern), wording.build)
            for start in wording.starts:
                self.table.setdefault(start, []).append(entry)

    def scan(self, text: str, scene: Scene) -> list[Token]:
        """The tokens of folded text; what no wording knows becomes gaps ("_") and punctuation."""
        tokens: list[Token] = []
        place, size, table = 0, len(text), self.table
        while place < size:
            char = text[place]
            entries = table.get(char)
            best: tuple[int, Made] | None = None
            if entries:
                for pattern, build in entries:
                    match = pattern.match(text, place)
                    if match is None or (best and match.end() <= best[0]) or match.end() == place:
                        continue
                    if splits_word(text, match.end()):
                        continue
                    made = build(match, scene)
                    if made is not None:
                        best = match.end(), made
            if best:
                tokens.append(Token(best[1].kind, place, best[0], best[1].value))
                place = best[0]
                continue
            if char.isspace() and char != "\n":
                place += 1
                continue
            word = WORD.match(text, place)
            finish = word.end() if word else place + 1
            kind = PUNCTUATION.get(char, "_")
            if kind == "_" and tokens and tokens[-1].kind == "_":
                tokens[-1].finish = finish
            else:
                tokens.append(Token(kind, place, finish))
            place = finish
        return tokens


def splits_word(text: str, place: int) -> bool:
    """Whether a Latin word or a number would be cut in two at `place`."""
    if place >= len(text) or place == 0:
        return False
    before, after = text[place - 1], text[place]
    if not (before.isascii() and after.isascii()):
        return False
    if before.isdigit():
        return after.isdigit() or (after in ".,:/" and text[place + 1 : place + 2].isdigit()) or after == "%"
    return before.isalpha() and after.isalnum()


@cache
def lexicon(language: str) -> Lexicon:
    """The wordings of "zh", "en" or "both", compiled when first asked for."""
    from bot.language import (
        dates_chinese,
        dates_chinese_hours,
        dates_echoes,
        dates_english,
        dates_english_hours,
        dates_numeric,
    )

    wordings: list[Wording] = list(dates_numeric.WORDINGS)
    if language in ("zh", "both"):
        wordings += (*dates_echoes.CHINESE_ECHOES, *dates_chinese.WORDINGS, *dates_chinese_hours.WORDINGS)
    if language in ("en", "both"):
        wordings += (*dates_echoes.ENGLISH_ECHOES, *dates_english.WORDINGS, *dates_english_hours.WORDINGS)
    return Lexicon((*wordings, *dates_numeric.BARE))
