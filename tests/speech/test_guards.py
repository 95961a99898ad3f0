"""Nothing that nobody said: each guard on what it catches and on what it must let through."""

import pytest

from bot.rules.listening import Silent, Unclear
from bot.speech.guards import Segment, believed, doubt, joined
from bot.speech.whisper import cut, uncovered


def said(text: str, logprob: float | None = -0.3, no_speech: float | None = 0.05, seconds: float = 8.0) -> Segment:
    return Segment(text, 0.0, seconds, logprob, no_speech)


@pytest.mark.parametrize(
    "text",
    [
        "字幕由Amara.org社区提供",
        "中文字幕志愿者 李宗盛",
        "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目",
        "請不吝點贊 訂閱 轉發 打賞支持明鏡與點點欄目",
        "感谢观看",
        "謝謝大家收看",
        "这就是普通话的句子。",
        "优优独播剧场——YoYo Television Series Exclusive",
        "Thanks for watching!",
        "Thank you for watching.",
        "Please subscribe to my channel",
        "Subtitles by the Amara.org community",
    ],
)
def test_known_inventions_are_silence(text: str) -> None:
    assert doubt(said(text)) == "phantom"
    with pytest.raises(Silent) as no:
        believed([said(text)])
    assert not isinstance(no.value, Unclear)


@pytest.mark.parametrize("text", ["谢谢", "嗯", "Thank you.", "you", "(音乐)", "[Music]", "。", "", "♪♪♪"])
def test_what_is_said_to_noise_is_silence_when_it_stands_alone(text: str) -> None:
    with pytest.raises(Silent):
        believed([said(text)])


@pytest.mark.parametrize(
    "text",
    [
        "今天见到了财务经理，谢谢他的支持，下周再去",
        "谢谢王总，贷款资料已经收齐了",
        "他们订阅了我们的短信通知",
        "请把字样印在合同上",
        "I thanked Mr Wang and we will meet again next Tuesday.",
        "账号尾号八八八八八八八八",
        "哈哈哈哈哈哈哈哈他说没问题",
        "对对对对对对对对就是这个意思",
        "这家企业的产值是1000000000元",
    ],
)
def test_what_people_do_say_is_believed(text: str) -> None:
    assert believed([said(text)]) == (text, False)


@pytest.mark.parametrize("text", ["佳禾食品胡振东" + "佩" * 9, "我们一起去" * 5, "no way " * 8, "贷款" * 12])
def test_loops_are_not_words(text: str) -> None:
    assert doubt(said(text)) == "loop"
    with pytest.raises(Unclear):
        believed([said(text)])


def test_a_bad_stretch_between_good_ones_is_left_out_and_told() -> None:
    parts = [said("今天去了工厂"), said("的" * 20), said("下周再去")]
    assert believed(parts) == ("今天去了工厂，下周再去", True)


def test_uncertainty_and_silence() -> None:
    assert doubt(said("他们想贷款", logprob=-1.2)) == "unsure"
    assert doubt(said("他们想贷款", logprob=-0.8, no_speech=0.9)) == "silence"
    assert doubt(said("他们想贷款", logprob=-0.5, no_speech=0.9)) is None
    assert doubt(said("他们想贷款", logprob=None, no_speech=None)) is None
    with pytest.raises(Unclear):
        believed([said("他们想贷款", logprob=-1.2)])


def test_nobody_speaks_so_fast() -> None:
    assert doubt(said("他们想把三百万的贷款续一年下周四我把材料清单发给他", seconds=0.6)) == "hurry"


def test_segments_are_joined_as_their_language_is_written() -> None:
    assert joined([" I met him.", " We talked."]) == "I met him. We talked."
    assert joined(["见到了", "下周再去"]) == "见到了，下周再去"
    assert joined(["见到了。", "下周再去"]) == "见到了。下周再去"


def test_speech_that_the_engine_skipped_is_told() -> None:
    missed = Segment("", 8.0, 20.0, missed=True)
    assert believed([said("今天去了工厂"), missed]) == ("今天去了工厂", True)
    with pytest.raises(Unclear):
        believed([missed])


def test_what_was_skipped_is_what_no_segment_covers() -> None:
    found = [Segment("甲", 0.2, 10.0), Segment("乙", 20.0, 24.5)]
    assert uncovered([(0.0, 25.0), (26.0, 31.0)], found) == [(10.0, 20.0), (26.0, 31.0)]
    assert uncovered([(0.0, 10.5)], found) == []
    assert uncovered([], found) == []
    assert uncovered([(1.0, 9.0)], []) == [(1.0, 9.0)]


def test_long_recordings_are_cut_in_pauses() -> None:
    assert cut([(0.0, 20.0)], 22.0) == [(0.0, 22.0)]
    spoken = [(1.0, 25.0), (26.0, 50.0), (52.0, 76.0), (78.0, 90.0), (94.0, 150.0), (150.0, 170.0)]
    assert cut(spoken, 171.0) == [(0.0, 77.0), (77.0, 150.0), (150.0, 171.0)]
