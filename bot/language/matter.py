"""What is going to be done: the speaker's own words, once everything else has been taken out of the sentence."""

from __future__ import annotations

import re

from bot.language import going
from bot.language.blocks_words import DEPARTMENTS
from bot.language.companies import SURNAMES
from bot.language.script import is_han
from bot.language.sentence import CLIENT, CUT, LEAD, MARKS, PLACE, STOPS, TIME, Sentence
from bot.language.trimming import BACK, trim

ONLY_BACK = re.compile(
    rf"(?:(?:今天|就|不|很快|快|尽量|直接|再|马上|立刻|尽快|尽早|早点|完|事|后|了|弄|谈|看|用|等|我|们"
    rf"|之|完事|结束|估计|可能|晚点|晚些|会|要|,|\s)*(?:{going.BACK})(?:[了来去吧啊]|一趟)*"
    rf"|(?:(?:and|then|will|be|i'll|i|we|straight|right|come|not"
    rf"|won't)\s+)*(?:{going.BACK_ENGLISH})(?:\s+(?:soon|later|after|afterwards|after\s+that|straight"
    rf"|away|asap|today|on|time|when|finished))*)"
)
GREETED = re.compile(rf"(?:{going.GREETINGS}|{going.FILLERS}|[\s,，.。!！])+")
PERSON_FIRST = re.compile(
    rf"(?:的|那边的?)?(?:他们|家)?(?:的)?[{SURNAMES}小老阿][\u4e00-\u9fff]{{0,2}}?(?:生(?!产|意|态|活)"
    rf"|总|董|经理|厂长|主任|老板|会计|行长|局长|科长|处长|董事长|先生|女士)(?=[\u4e00-\u9fff]{{2}})"
)
VISITED_PERSON = re.compile(
    r"(?:see|seeing|meet|meeting|visit|visiting|call on|catch up)\s+(?:with\s+)?(?:(?:mr|mrs|ms|miss"
    r"|dr|director|manager|the|their)\.?\s+)?[\w'’ ]{0,30}$"
)
ROLE_FIRST = re.compile(
    r"(?:['’]s\s+)?(?:the\s+|their\s+)?(?:cfo|ceo|coo|boss|owner|manager|director|chairman|accountant|treasurer"
    r"|team|people|management|(?:finance|general|plant|factory|sales)\s+(?:manager|director|team"
    r"|department)"
    r"|(?:mr|mrs|ms|miss|dr)\.?\s+\w+)\s+(?=(?:to|about|re|regarding|on|for)(?![a-z]))"
)
WHOSE = re.compile(r"(?:去|到|在)?(?:他们|她们|他|她|人家|对方)的?$")
THERE = re.compile(
    r"(?:(?:那度|度|处|那边|那里|那儿|家)(?![量数理置])|等?(?:[一二两三四五六七八九十几多]+|\d+)(?:家|个|户)"
    r"(?:重点|优质|老|大|存量|新)?(?:企业|客户|公司|单位|商户)|等)"
)
SLIGHT = re.compile(
    rf"[上下至落过入出来往]|新户|新客户|老客户|见面|见一?面|见(?:一?个|一下)?(?:新?客户?|人|朋友)"
    rf"|appointment|appt|碰面|碰头|会面|去一?下|一?趟"
    rf"|{DEPARTMENTS}|[一二两三四五六七八九十几]+家"
    rf"|[{SURNAMES}][\u4e00-\u9fff]{{0,2}}(?:{going.TITLES})|meet(?:ing)?|visit|trip|(?:the )?(?:cfo"
    rf"|ceo|coo|boss|owner|manager|director"
    rf"|accountant|team)(?: [a-z]+)?"
)
PRONOUNS = frozenset({"他", "她", "他们", "她们", "你", "您", "大家"})
LINKS = re.compile(rf"[{STOPS}]|(?:{going.GO})|[\ue001]|然后|再|(?<![a-z])(?:and|then)(?![a-z])")


def matter_of(sentence: Sentence) -> str | None:
    """The matter in the speaker's words, or None where none was said."""
    pieces: list[tuple[int, int]] = []
    for begin, end in sentence.chunks():
        words = sentence.plain[begin:end]
        if ONLY_BACK.fullmatch(words.strip()) or GREETED.fullmatch(words):
            continue
        follows = sentence.marked[end:].lstrip(CUT + " .")[:1]
        before_client = bool(follows) and follows in CLIENT + LEAD
        behind_client = begin > 0 and sentence.marked[begin - 1] in (CLIENT, LEAD)
        if behind_client and (person := PERSON_FIRST.match(words) or ROLE_FIRST.match(words.lstrip())):
            begin += person.end() + (len(words) - len(words.lstrip()) if person.re is ROLE_FIRST else 0)
            words = sentence.plain[begin:end]
        if behind_client and (there := THERE.match(words)):
            begin += there.end()
            words = sentence.plain[begin:end]
        first, last = trim(
            words, before_client, _possessed(sentence, end), before_time=bool(follows) and follows in TIME + CUT
        )
        if follows == PLACE and (whose := WHOSE.search(words[first:last])):
            last = first + whose.start()
        rest = words[first:last]
        if rest and rest not in PRONOUNS and not BACK.fullmatch(rest) and re.search(r"[^\W\d_]", rest):
            pieces.append((begin + first, begin + last))
    if len(pieces) > 1:
        kept = [piece for piece in pieces if not VISITED_PERSON.fullmatch(sentence.plain[slice(*piece)])]
        pieces = kept or pieces
    if len(pieces) > 1:
        pieces = [piece for piece in pieces if not _is_slight(sentence, pieces, piece)] or pieces
    return _joined(sentence, pieces)


def _is_slight(sentence: Sentence, pieces: list[tuple[int, int]], piece: tuple[int, int]) -> bool:
    """Whether a piece only says that somebody is met, and does not end what the piece before it began."""
    before = max((end for _, end in pieces if end <= piece[0]), default=None)
    goes_on = before is not None and not re.search(rf"[{STOPS}\ue001]", sentence.marked[before : piece[0]])
    return not goes_on and SLIGHT.fullmatch(sentence.plain[slice(*piece)]) is not None


def _possessed(sentence: Sentence, end: int) -> bool:
    """Whether the name behind `end` is followed by 的 and something that is looked at."""
    rest = re.match(rf"[{CLIENT}{LEAD}]+的(?=[^{MARKS}{STOPS}])", sentence.marked[end:])
    return rest is not None


def _joined(sentence: Sentence, pieces: list[tuple[int, int]]) -> str | None:
    text, done, parts = sentence.text, None, []
    for begin, end in pieces:
        words = text[begin:end].strip()
        if done is not None:
            between, chinese = sentence.marked[done:begin], is_han(words[0]) or is_han(text[done - 1])
            bare = text[done:begin].strip()
            if not re.search(f"[{MARKS}]", between) and re.fullmatch(rf"[{STOPS}.\s]*", bare):
                parts.append(text[done:begin])
            elif LINKS.search(between):
                parts.append("，" if chinese else ", ")
            else:
                parts.append("" if chinese else " ")
        parts.append(words)
        done = end
    matter = re.sub(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", "", "".join(parts)).strip(" ,，。.;；、:：-")
    return matter if len(matter) > 1 else None
