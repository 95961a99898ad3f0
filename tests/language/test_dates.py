"""Tables of wordings in three languages, and the promises of `read` itself."""

import importlib.util
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import opencc
import pytest

from bot.language.dates import OfficeHours, Span, answered, described, read, refused

NOW = datetime(2026, 5, 6, 10, 0)  # a Wednesday


def cases():
    place = Path(__file__).with_name("dates_cases.py")
    spec = importlib.util.spec_from_file_location("dates_cases", place)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CASES = cases()


def day(moment):
    return f"{moment:%m-%d}" if moment.year == NOW.year else f"{moment:%Y-%m-%d}"


def said(span: Span) -> str:
    """A span in the notation of the tables."""
    if span.recurring:
        return "every"
    if span.duration is not None:
        return "=" + str(span.duration).replace(", ", "+").replace(" days", "d").replace(" day", "d")
    start, end = span.start, span.end
    if start is None:
        return f"..{day(end)} {end:%H:%M}"
    if end is None:
        return f"{day(start)} {start:%H:%M}" + (".." if span.grain == "since" else "")
    if start.time() == time() and end.time() == time(23, 59):
        return day(start) if start.date() == end.date() else f"{day(start)}..{day(end)}"
    return f"{day(start)} {start:%H:%M}..{day(end)} {end:%H:%M}"


def meaning(text: str, now: datetime = NOW, **more) -> str:
    return " + ".join(said(span) for span in read(text, now, **more))


@pytest.mark.parametrize(("text", "means"), CASES.SIMPLIFIED, ids=lambda x: x or "-")
def test_simplified(text, means):
    assert meaning(text) == means


@pytest.mark.parametrize(("text", "means"), CASES.TRADITIONAL, ids=lambda x: x or "-")
def test_traditional_and_cantonese(text, means):
    assert meaning(text) == means


@pytest.mark.parametrize("variant", ["s2t", "s2hk", "s2twp"])
def test_every_simplified_case_means_the_same_in_traditional_characters(variant):
    convert = opencc.OpenCC(variant).convert
    wrong = {
        (text, converted, found, means)
        for text, means in CASES.SIMPLIFIED
        if (found := meaning(converted := convert(text))) != means
    }
    assert not wrong


@pytest.mark.parametrize(("text", "means"), CASES.ENGLISH, ids=lambda x: x or "-")
def test_english(text, means):
    assert meaning(text) == means


@pytest.mark.parametrize(("text", "means"), CASES.ENGLISH, ids=lambda x: x or "-")
def test_english_inside_a_sentence_of_capitals_or_none(text, means):
    if text.split()[0] not in ("May", "march", "2025", "9-5", "2"):
        assert meaning(text.upper().replace("HARBOUR", "Harbour")) == means


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("我明天下午三点去工行，五点回来", ["明天下午三点", "五点"]),
        ("聽日下晝三點鐘去滙豐", ["聽日下晝三點鐘"]),
        ("Visit Mr Chen next Wednesday at 3pm, back by 5", ["next Wednesday at 3pm", "by 5"]),
        ("５月８号　下午３：３０开会", ["５月８号　下午３：３０"]),
        ("四点，不对，四点半回", ["四点，不对，四点半"]),
    ],
)
def test_spans_point_into_the_text_as_written(text, parts):
    spans = read(text, NOW)
    assert [span.text for span in spans] == parts
    assert all(text[span.begin : span.finish] == span.text for span in spans)


@pytest.mark.parametrize("zone", [ZoneInfo("Asia/Shanghai"), UTC, None])
def test_times_are_of_the_same_sort_as_now(zone):
    (span,) = read("明天下午三点", NOW.replace(tzinfo=zone))
    assert span.start == datetime(2026, 5, 7, 15, tzinfo=zone)
    assert span.start.tzinfo is zone


def test_a_time_already_past_is_the_next_one():
    assert meaning("早上八点", datetime(2026, 5, 6, 7)) == "05-06 08:00"
    assert meaning("早上八点", datetime(2026, 5, 6, 9)) == "05-07 08:00"
    assert meaning("三点", datetime(2026, 5, 6, 14)) == "05-06 15:00"
    assert meaning("三点", datetime(2026, 5, 6, 20)) == "05-07 15:00"
    assert meaning("5月1日") == "2027-05-01"
    assert meaning("周三", datetime(2026, 5, 6, 10)) == "05-06"
    assert meaning("周三下午三点", datetime(2026, 5, 6, 16)) == "05-13 15:00"


SHOP_DAYS = {date(2026, 5, 7): "店庆", date(2026, 5, 8): "店庆"}


class Branch:
    """A unit with a holiday on Thursday and Friday, a make-up Saturday, and hours of its own."""

    hours = (time(8, 30), time(17, 30))
    holidays = MappingProxyType(SHOP_DAYS)

    def is_working(self, day):
        return day == date(2026, 5, 9) or (day.weekday() < 5 and day not in self.holidays)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("下班前", "..05-06 17:30"),
        ("明天上午", "05-07 08:30..05-07 12:00"),
        ("明天下午", "05-07 12:00..05-07 17:30"),
        ("两个工作日内", "05-06 10:00..05-11 17:30"),
        ("下个工作日", "05-09"),
        ("节后第一天", "05-09"),
        ("节前最后一个工作日", "05-06"),
        ("in two business days", "05-11"),
        ("EOD", "05-06 17:30"),
    ],
)
def test_the_calendar_of_the_unit_decides(text, means):
    assert meaning(text, calendar=Branch()) == means


def test_half_days_fill_the_working_day():
    opening, closing = OfficeHours().hours
    (morning,), (afternoon,) = read("明天上午", NOW), read("明天下午", NOW)
    assert (morning.grain, afternoon.grain) == ("half", "half")
    assert morning.start.time() == opening
    assert morning.end == afternoon.start
    assert afternoon.end.time() == closing


def test_a_later_time_of_day_belongs_to_the_day_spoken_of():
    assert meaning("下周二两点去海关，四点半回") == "05-12 14:00 + 05-12 16:30"
    assert meaning("两点出门，五点半回") == "05-06 14:00 + 05-06 17:30"
    assert meaning("Friday at 2 to the port, back at 5") == "05-08 14:00 + 05-08 17:00"


def test_described_and_answered():
    question = {
        "id": "q1",
        "text": "明天下午三点，出去两个小时，每周三例会",
        "lang": "zh-Hans",
        "now": "2026-05-06T10:00",
    }
    answer = answered(question)
    assert answer["id"] == "q1"
    assert answer["spans"] == described(read(question["text"], NOW))
    assert answer["spans"] == [
        {
            "text": "明天下午三点",
            "start": "2026-05-07T15:00",
            "end": None,
            "grain": "hour",
            "duration": None,
            "recurring": False,
        },
        {"text": "两个小时", "start": None, "end": None, "grain": "length", "duration": 7200.0, "recurring": False},
        {"text": "每周三", "start": None, "end": None, "grain": "recurring", "duration": None, "recurring": True},
    ]


def test_importing_the_module_loads_nothing_else():
    script = (
        "import sys; import bot.language.dates; "
        "print([m for m in sys.modules if m.startswith(('dateparser', 'bot.language.dates_'))])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "['bot.language.dates_calendar']"


def test_prepared_the_first_reading_is_quick():
    script = (
        "import time; from datetime import datetime; from bot.language.dates import prepare, read; prepare(); "
        "began = time.process_time(); read('明天三点', datetime(2026, 5, 6)); read('tomorrow', datetime(2026, 5, 6)); "
        "print(time.process_time() - began < 0.05)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "True"


def test_reading_ordinary_dates_does_not_load_dateparser():
    script = (
        "import sys; from datetime import datetime; from bot.language.dates import read; "
        "read('tomorrow at 3pm, May 8 2026, 2026-05-08 14:30, 明天三点', datetime(2026, 5, 6)); "
        "print('dateparser' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "False"


def test_no_text_makes_it_fail():
    alphabet = [
        "明天",
        "三",
        "点",
        "半",
        "5",
        ":",
        "-",
        "月",
        "日",
        "到",
        "前",
        "后",
        "每",
        "周",
        "第",
        "不对",
        "，",
        " ",
        "to",
        "May",
        "at",
        "the",
    ]
    seed = 7
    for _ in range(3000):
        text = ""
        for _ in range(9):
            seed = (seed * 1103515245 + 12345) % 2**31
            text += alphabet[seed // 65536 % len(alphabet)] + (" " if seed % 3 else "")
        for span in read(text, NOW):
            assert text[span.begin : span.finish] == span.text
            if span.start and span.end:
                assert span.start <= span.end


def test_lengths_are_lengths():
    (span,) = read("两个小时", NOW)
    assert span == Span("两个小时", 0, 4, None, None, "length", timedelta(hours=2))


@pytest.mark.parametrize(
    ("text", "wording", "problem"),
    [
        ("2月30日请假", "2月30日", "impossible_date"),
        ("下周八见", "下周八", "impossible_date"),
        ("周三5月9号请假", "周三5月9号", "weekday_mismatch"),
        ("5月9日（周三）", "5月9日（周三）", "weekday_mismatch"),
        ("Wednesday 9 May 2026", "Wednesday 9 May 2026", "weekday_mismatch"),
        ("leave from 31 June to 2 July", "31 June to 2 July", "impossible_date"),
        ("从2026年5月10号到2026年5月8号", "从2026年5月10号到2026年5月8号", "end_before_start"),
        ("2026-05-10 to 2026-05-08", "2026-05-10 to 2026-05-08", "end_before_start"),
        ("5月10号到5月8号请假", "5月10号到5月8号", "end_before_start"),
    ],
)
def test_what_cannot_be_is_told(text, wording, problem):
    assert read(text, NOW) == []
    (found,) = refused(text, NOW)
    assert (found.text, found.problem) == (wording, problem)
    assert text[found.begin : found.finish] == wording


@pytest.mark.parametrize(("text", "means"), [*CASES.SIMPLIFIED, *CASES.ENGLISH])
def test_nothing_that_was_read_is_refused(text, means):
    assert not means or refused(text, NOW) == []


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("帮我记一下周二有个会", "05-12"),
        ("记一下下周二去海关", "05-12"),
        ("看一下午后的安排", "05-06 12:00..05-06 17:00"),
        ("王总说9点过去", "05-06 21:00"),
        ("王总说三点去他那里", "05-06 15:00"),
        ("明天前去拜访", "05-07"),
        ("年底前去拜访", "..12-31 23:59"),
        ("半小时前去过", "05-06 09:30"),
        ("三天前来过电话", "05-03"),
        ("16点30分之前回", "..05-06 16:30"),
        ("兩點三返公司", "05-06 14:15"),
        ("see him on the 8th at 3 please", "05-08 15:00"),
        ("back tomorrow 3, then the port", "05-07 15:00"),
        ("五月十五号以前提交授信材料", "..05-15 23:59"),
        ("半小时后来电", "05-06 10:30"),
        ("两周后的周一", "05-18"),
        ("一个月后的今天", "06-06"),
        ("月底到下月初", "05-31..06-01"),
        ("年底到明年初", "12-31..2027-01-01"),
        ("7、8月", "07-01..07-31 + 08-01..08-31"),
        ("98年开业", "1998-01-01..1998-12-31"),
        ("in two weeks on Friday", "05-22"),
        ("call me at ten to five", "05-06 16:50"),
        ("nine in the morning", "05-07 09:00"),
        ("from nine to five tomorrow", "05-07 09:00..05-07 17:00"),
        ("9 till 5", "05-06 09:00..05-06 17:00"),
        ("Monday the first", "06-01"),
        ("in the next two hours", "05-06 10:00..05-06 12:00"),
        ("a week tomorrow", "05-14"),
        ("every last Friday of the month", "every"),
        ("on the 1st of every month", "every"),
    ],
)
def test_neighbouring_words_do_not_get_in_the_way(text, means):
    assert meaning(text) == means


TWO_READINGS = {"一点见", "半年前"}  # 说一点, 一下半年: the neighbour belongs to another word
BEFORE_AND_AFTER = [("客户王总说", "去拜访"), ("请记一下", "有个会"), ("（", "）"), ("我和李行长", "见面。")]


@pytest.mark.parametrize(("before", "after"), BEFORE_AND_AFTER)
def test_a_moment_means_the_same_inside_a_sentence(before, after):
    moments = [(t, m) for t, m in CASES.SIMPLIFIED if m and " + " not in m and m != "every" and "=" not in m]
    wrong = {t: found for t, m in moments if (found := meaning(before + t + after)) != m}
    assert {text: found for text, found in wrong.items() if text not in TWO_READINGS} == {}


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("明天下午请半天事假，家里有事", "05-07 12:00..05-07 17:00 + =12:00:00"),
        ("5月8号到10号请年假，工作交给张敏", "05-08..05-10"),
        ("请两小时假，三点去医院", "=2:00:00 + 05-06 15:00"),
        ("下周一下午到周三请假", "05-11 12:00..05-13 23:59"),
        ("5月8日下午至5月11日上午年假", "05-08 12:00..05-11 12:00"),
        ("从下周三开始请三天年假", "05-13 00:00.. + =3d+0:00:00"),
        ("12月28号到1月3号请假", "12-28..2027-01-03"),
        ("下个月请一周年假", "06-01..06-30 + =7d+0:00:00"),
        ("5.8请假一天", "05-08 + =1d+0:00:00"),
        ("5.8-5.10请年假", "05-08..05-10"),
        ("明天早退一小时", "05-07 + =1:00:00"),
        ("5月8、9号请假", "05-08 + 05-09"),
        ("春节后第一周请假", "2027-02-08..2027-02-14"),
        ("聽日下晝請半日假", "05-07 12:00..05-07 17:00 + =12:00:00"),
        ("下個禮拜一至三放年假", "05-11..05-13"),
        ("annual leave next Mon to Wed", "05-11..05-13"),
        ("leave from May 8 pm to May 11 am", "05-08 12:00..05-11 12:00"),
        ("take Thursday and Friday off", "05-07 + 05-08"),
        ("three days off starting next Wednesday", "=3d+0:00:00 + 05-13 00:00.."),
    ],
)
def test_leave_in_one_sentence(text, means):
    assert meaning(text) == means
