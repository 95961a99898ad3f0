"""Questions in plain words: a table of what they ask for, and what holds for all of them."""

from __future__ import annotations

import io
import json
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.cli.understand import run
from bot.language.question import SUBJECTS, Asked, Period, Question, described, from_described, named, read
from tests.language.questions import NOW, SCENES, SIMPLIFIED, Case, table, wrong

TABLE = tuple(table())
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def test_the_table_is_long_and_in_three_languages() -> None:
    for language in SCENES:
        assert sum(case.language == language for case in TABLE) >= 100
    assert {case.expected.subject for case in TABLE} == set(SUBJECTS)


@pytest.mark.parametrize("case", TABLE, ids=[case.text for case in TABLE])
def test_a_question_asks_for_its_filter(case: Case) -> None:
    assert wrong(case) == {}


@settings(deadline=None)  # the first reading compiles the wordings of dates
@given(st.sampled_from(TABLE), st.sampled_from(["", "？", "?", "。", "！"]), st.sampled_from(["", " ", "\n"]))
def test_how_a_question_ends_and_begins_changes_nothing(case: Case, end: str, before: str) -> None:
    bare = case.text.rstrip("？?。.!！")
    asked = SCENES[case.language]
    assert read(before + bare + end, NOW, asked) == read(bare, NOW, asked)


@settings(deadline=None)  # the first reading compiles the wordings of dates
@given(st.sampled_from(TABLE))
def test_only_words_of_the_interface_are_answered(case: Case) -> None:
    asked = SCENES[case.language]
    question = read(case.text, NOW, asked, case.language)
    assert set(question.status) <= set(SUBJECTS[question.subject])
    assert question.person in (None, *(name for name, _ in asked.staff))
    assert question.unit in (None, *asked.units)
    assert question.client in (None, *(alias for _, alias in asked.clients))
    assert (question.aggregate is None) == (question.subject == "unknown")
    assert from_described(json.loads(json.dumps(described(question)))) == question


@settings(deadline=None)  # the first reading compiles the wordings of dates
@given(st.text(max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    assert read(text, NOW, SIMPLIFIED).subject in SUBJECTS


@settings(deadline=None)  # the first reading compiles the wordings of dates
@given(st.sampled_from(TABLE))
def test_nobody_outside_the_scope_is_named(case: Case) -> None:
    question = read(case.text, NOW, Asked(), case.language)
    assert (question.person, question.unit, question.client) == (None, None, None)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.sampled_from(["昨天", "琴日", "yesterday"]))
def test_yesterday_is_the_day_before(day: date, word: str) -> None:
    now = datetime.combine(day, time(10))
    text = f"who was absent {word}" if word.isascii() else f"{word}谁没写记录"
    before = day - timedelta(days=1)
    assert read(text, now, Asked()).period == Period(before, before)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_the_last_one_for_what_was_done_and_the_next_one_for_what_expires(day: date, weekday: int) -> None:
    now = datetime.combine(day, time(10))
    name = "周" + "一二三四五六日"[weekday]
    past = read(f"{name}谁没写记录", now, Asked()).period
    ahead = read(f"{name}到期的贷款", now, Asked()).period
    assert past is not None
    assert ahead is not None
    assert past.start is not None
    assert ahead.start is not None
    assert past.start.weekday() == ahead.start.weekday() == weekday
    assert day - timedelta(days=7) <= past.start <= day <= ahead.start <= day + timedelta(days=7)


@settings(max_examples=60, deadline=None)
@given(DAYS, st.integers(1, 12))
def test_a_month_is_the_last_one_for_what_was_done(day: date, month: int) -> None:
    now = datetime.combine(day, time(10))
    period = read(f"{month}月的投诉有多少", now, Asked()).period
    assert period is not None
    assert period.start is not None
    assert period.end is not None
    assert (period.start.month, period.start.day, period.end.month) == (month, 1, month)
    assert period.start <= day < period.start + timedelta(days=370)


NAMES = ("张敏", "李建国", "欧阳静", "陈志强")
ROUND_A_NAME = ("{}昨天去了哪", "昨天{}去了哪", "问一下{}昨天去了哪些地方", "{}的昨天走访", "昨天谁没写记录，{}吗")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("frame", ROUND_A_NAME)
def test_a_name_is_found_wherever_it_stands(name: str, frame: str) -> None:
    assert read(frame.format(name), NOW, SIMPLIFIED).person == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("章敏昨天去了哪", "张敏"),
        ("张民昨天去了哪", "张敏"),
        ("张闽昨天去了哪", "张敏"),
        ("李建果昨天去了哪", "李建国"),
        ("陈自强昨天去了哪", "陈志强"),
        ("小李昨天去了哪", "李建国"),
        ("张敏经理昨天去了哪", "张敏"),
        ("where did Zhang Min go yesterday", "张敏"),
        ("where did Jianguo Li go yesterday", "李建国"),
        ("where did Zhang Mn go yesterday", "张敏"),
        ("張敏琴日去咗邊", "张敏"),
        ("小张昨天去了哪", None),
        ("周杰昨天去了哪", None),
    ],
)
def test_a_name_is_heard_but_never_guessed(said: str, name: str | None) -> None:
    assert read(said, NOW, SIMPLIFIED).person == name


def test_two_who_fit_equally_are_offered() -> None:
    assert named("小张昨天去了哪", SIMPLIFIED).people == ("张敏", "张伟")


@pytest.mark.parametrize(
    ("said", "unit"),
    [
        ("成东支行谁还没回来", "城东支行"),
        ("1部谁还没回来", "公司业务一部"),
        ("公司二部谁还没回来", "公司业务二部"),
        ("Chengdong 谁还没回来", "城东支行"),
        ("我们部门谁还没回来", "公司业务部"),
        ("三部谁还没回来", None),
    ],
)
def test_a_unit_is_found_by_a_part_or_by_sound(said: str, unit: str | None) -> None:
    assert read(said, NOW, SIMPLIFIED).unit == unit


def test_the_interface_takes_json_lines() -> None:
    question = {
        "id": "q1",
        "text": "张敏昨天上门拜访了几次",
        "lang": "zh-Hans",
        "now": "2026-08-05T10:00",
        "context": {
            "asker": "王芳",
            "unit": "公司业务部",
            "units": ["公司业务部"],
            "staff": [{"name": "张敏", "unit": "公司业务部"}],
            "clients": [{"code": "C1", "alias": "鼎盛纺织"}, "宏图玻璃"],
        },
    }
    out = io.StringIO()
    assert run("question", io.StringIO(json.dumps(question)), out) == 0
    assert json.loads(out.getvalue()) == {
        "id": "q1",
        "subject": "visits",
        "person": "张敏",
        "unit": None,
        "client": None,
        "status": ["done"],
        "kind": None,
        "tier": None,
        "channel": "on_site",
        "period": {"start": "2026-08-04", "end": "2026-08-04"},
        "aggregate": "count",
    }


def test_a_question_without_context_is_answered() -> None:
    out = io.StringIO()
    line = {"id": 1, "text": "谁还没回来", "now": "2026-08-05T10:00"}
    assert run("question", io.StringIO(json.dumps(line)), out) == 0
    assert json.loads(out.getvalue())["status"] == ["not_returned"]


def test_an_unknown_question_is_empty() -> None:
    assert read("今天天气怎么样", NOW, SIMPLIFIED) == Question()


def test_a_name_that_is_a_word_counts_with_a_capital_alone() -> None:
    asked = Asked(staff=(("Will Chan", "Team"),))
    assert read("who will be on leave next week", NOW, asked).person is None
    assert read("where is Will", NOW, asked).person == "Will Chan"


def test_names_are_looked_up_and_not_tried_one_by_one() -> None:
    from time import perf_counter

    staff = tuple(
        (f"{one}{two}{three}", "公司部")
        for one in "赵钱孙李周吴郑王冯陈"
        for two in "敏伟芳娜强"
        for three in "磊军洋勇艳杰"
    )
    asked = Asked(staff=staff)
    read("赵敏磊昨天去了哪", NOW, asked)
    start = perf_counter()
    for _ in range(20):
        assert read("赵敏磊昨天去了哪", NOW, asked).person == "赵敏磊"
    assert (perf_counter() - start) / 20 < 0.1  # a few milliseconds on a quiet machine
