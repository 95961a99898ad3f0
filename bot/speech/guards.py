"""What is not believed of a recogniser: sentences that nobody said.

Recognisers of this family answer noise with sentences from their training (subtitles, thanks for watching), fall
into loops, and guess when they hear nothing. A segment that shows a sign of it is left out; if nothing is left the
recording counts as silent, or as unclear where somebody did speak.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.script import fold
from bot.rules.listening import Silent, Unclear

LEAST_LOGPROB = -1.0  # mean over a segment's tokens; clear speech has -0.1 to -0.6
NO_SPEECH = 0.6
DOUBTED_LOGPROB = -0.7  # with a high chance of no speech, a middling certainty is no certainty
MOST_CHARACTERS_A_SECOND = 20.0  # nobody speaks as fast; a quick speaker of Mandarin says seven syllables
MOST_REPEATS = 6

# A segment with one of these is invented, whatever stands around it.
MARKS = re.compile(
    r"amara\s*\.?\s*org|明镜与点点|字幕(?:由|志愿者|制作|组|提供|by)|中文字幕|请不吝点赞|打赏支持|点赞订阅|订阅转发|优优独播"
    r"|独播剧场|yoyotelevision|感谢(?:您的)?(?:观看|收看|收听)|谢谢(?:您的|大家)?(?:观看|收看|收听)|普通话的句子"
    r"|(?:like and |please )subscribe|thanks? (?:you )?for (?:watching|listening)|subtitles? by|transcription by"
    r"|多谢(?:您的)?(?:观看|收看)|(?:下期|下集)(?:视频)?(?:再见|再会)"
)
# A recording of which nothing but this is left was silent.
ALONE = re.compile(
    r"(?:谢谢(?:大家|你|您)?|多谢|再见|拜拜|嗯+|啊+|呃+|哦+|唔+|好|你|我|thank you(?: very much)?|thanks|bye|you|okay"
    r"|so|yeah|oh|uh|um|hmm|the|music|applause|字幕|音乐|掌声)"
)
NOT_WORDS = re.compile(r"[^\w\u3400-\u9fff]+")
LOOP = re.compile(rf"(?P<unit>\D{{1,4}}?)(?P=unit){{{MOST_REPEATS},}}|(?P<long>\D{{5,16}})(?P=long){{3,}}")
SAID_AGAIN = re.compile(r"[哈嘿呵对好嗯啊是零一二三四五六七八九幺]+$")
NOISES = re.compile(r"[\[(（【<♪][^\])）】>♪]{0,20}[\])）】>♪]")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of recognised speech: its seconds, and how certain the engine was (None where it doesn't say).

    `missed` is a stretch in which somebody spoke and the engine gave no words.
    """

    text: str
    start: float
    end: float
    logprob: float | None = None
    no_speech: float | None = None
    missed: bool = False


def believed(segments: Sequence[Segment]) -> tuple[str, bool]:
    """The words to be trusted, and whether something was left out between them. Raises Silent or Unclear."""
    kept = [segment for segment in segments if doubt(segment) is None]
    text = joined([NOISES.sub("", segment.text) for segment in kept])
    bare = NOT_WORDS.sub(" ", fold(text)).strip()
    if not bare or ALONE.fullmatch(bare):
        spoken = any(doubt(segment) in ("loop", "unsure") for segment in segments)
        raise Unclear() if spoken else Silent()
    return text, any(doubt(segment) in ("loop", "unsure") for segment in segments)


def doubt(segment: Segment) -> str | None:
    """The sign that a segment was invented (empty, phantom, loop, hurry, silence, unsure); None where none is seen."""
    if segment.missed:
        return "unsure"
    plain = fold(segment.text)
    bare = NOT_WORDS.sub("", plain)
    if not bare:
        return "empty"
    if MARKS.search(plain) or MARKS.search(bare):
        return "phantom"
    if loops(bare):
        return "loop"
    if len(bare) > MOST_CHARACTERS_A_SECOND * max(0.5, segment.end - segment.start):
        return "hurry"
    if segment.logprob is not None:
        if segment.no_speech is not None and segment.no_speech > NO_SPEECH and segment.logprob < DOUBTED_LOGPROB:
            return "silence"
        if segment.logprob < LEAST_LOGPROB:
            return "unsure"
    return None


def loops(bare: str) -> bool:
    """Whether a text without punctuation goes round in circles; figures and laughter may repeat."""
    return any(not SAID_AGAIN.fullmatch(match["unit"] or match["long"]) for match in LOOP.finditer(bare))


def joined(texts: Sequence[str]) -> str:
    """The segments as one text: Chinese ones without a space between them unless a pause would be lost."""
    whole = ""
    for text in (each.strip() for each in texts):
        if not text:
            continue
        if whole and re.search(r"[\u3400-\u9fff]$", whole) and re.match(r"[\u3400-\u9fff0-9]", text):
            whole += "，"
        elif whole and not re.search(r"[，。！？；：、]$", whole):
            whole += " "
        whole += text
    return whole
