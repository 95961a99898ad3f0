"""The same moment rendered in many ways reads back as that moment: over years, leap days and month ends included."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.language.dates import read

DAYS = st.dates(date(2023, 1, 1), date(2033, 12, 31))
EDGES = st.sampled_from(
    [date(2024, 2, 29), date(2028, 2, 29), date(2027, 2, 28), date(2026, 12, 31), date(2027, 1, 1), date(2026, 4, 30)]
)
NOWS = st.datetimes(datetime(2023, 1, 1), datetime(2032, 12, 1)).map(lambda m: m.replace(second=0, microsecond=0))
FIGURES = "零一二三四五六七八九"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def spoken(number: int) -> str:
    """1–99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if not tens:
        return FIGURES[ones]
    return ("" if tens == 1 else FIGURES[tens]) + "十" + (FIGURES[ones] if ones else "")


def digit_by_digit(number: int) -> str:
    return "".join(FIGURES[int(c)] for c in str(number))


def suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def full_dates(d: date) -> list[str]:
    name, day = MONTHS[d.month - 1], d.day
    return [
        f"{d.year}年{d.month}月{day}日",
        f"{d.year}年{d.month:02d}月{day:02d}号",
        f"{d.year}年{d.month}月{day}號",
        f"{digit_by_digit(d.year)}年{spoken(d.month)}月{spoken(day)}日",
        f"{d.year} 年 {d.month} 月 {day} 日",
        f"{d.year}-{d.month:02d}-{day:02d}",
        f"{d.year}/{d.month}/{day}",
        f"{d.year}.{d.month:02d}.{day:02d}",
        f"{d.year}年{d.month}月{day}日星期{'一二三四五六日'[d.weekday()]}",
        f"{d.year}年{d.month}月{day}日（周{'一二三四五六日'[d.weekday()]}）",
        f"{name} {day}, {d.year}",
        f"{day} {name} {d.year}",
        f"{name[:3]} {day}{suffix(day)} {d.year}",
        f"the {day}{suffix(day)} of {name} {d.year}",
        f"{WEEKDAYS[d.weekday()]}, {day} {name} {d.year}",
        f"{WEEKDAYS[d.weekday()][:3]} {name} {day} {d.year}",
        f"{day}-{name[:3]}-{d.year}",
    ]


def short_dates(d: date) -> list[str]:
    name, day = MONTHS[d.month - 1], d.day
    return [
        f"{d.month}月{day}日",
        f"{d.month}月{day}号",
        f"{spoken(d.month)}月{spoken(day)}号",
        f"{d.month}/{day}",
        f"{name} {day}",
        f"{day} {name[:3]}",
        f"{day}{suffix(day)} of {name}",
    ]


def clock_times(hour: int, minute: int) -> list[str]:
    part = "凌晨" if hour < 6 else "上午" if hour < 12 else "中午" if hour == 12 else "下午" if hour < 18 else "晚上"
    twelve, half = (hour - 1) % 12 + 1, "am" if hour < 12 else "pm"
    ways = [f"{hour}:{minute:02d}", f"{hour:02d}：{minute:02d}"] if hour > 12 else []
    ways += [f"{part}{twelve}:{minute:02d}", f"{twelve}:{minute:02d} {half}", f"{twelve}:{minute:02d}{half.upper()}"]
    if minute == 0:
        ways += [
            f"{part}{twelve}点",
            f"{part}{spoken(twelve)}点钟",
            f"{part}{twelve}點",
            f"{twelve}{half}",
            f"{twelve} {half}",
        ]
        ways += [f"{hour}点", f"{hour}时"] if hour > 12 else []
    else:
        said = spoken(minute) if minute > 9 else "零" + spoken(minute)
        ways += [f"{part}{twelve}点{minute}分", f"{part}{spoken(twelve)}点{said}分", f"{part}{spoken(twelve)}點{said}"]
    if minute == 30:
        ways += [f"{part}{twelve}点半", f"half past {twelve} {half}", f"{part}{spoken(twelve)}點半"]
    if minute in (15, 45):
        ways.append(f"{part}{twelve}点{'一三'[minute // 30]}刻")
    if minute == 45 and hour not in (11, 12, 23, 0):
        ways.append(f"quarter to {twelve + 1} {half}")
    return ways


def one(text: str, now: datetime):
    spans = read(text, now)
    assert len(spans) == 1, f"{text!r}: {spans}"
    return spans[0]


@settings(max_examples=60, deadline=None)
@given(day=DAYS | EDGES, now=NOWS)
def test_a_full_date_is_that_day_whenever_it_is_said(day, now):
    for text in full_dates(day):
        span = one(text, now)
        assert (span.start, span.end) == (datetime.combine(day, time()), datetime.combine(day, time(23, 59))), text


@settings(max_examples=60, deadline=None)
@given(now=NOWS, ahead=st.integers(0, 364))
def test_a_date_without_its_year_is_the_next_one(now, ahead):
    day = now.date() + timedelta(days=ahead)
    for text in short_dates(day):
        assert one(text, now).start.date() == day, text


@settings(max_examples=60, deadline=None)
@given(day=DAYS | EDGES, hour=st.integers(1, 23), minute=st.sampled_from([0, 5, 15, 20, 30, 45, 59]), now=NOWS)
def test_a_date_and_a_time_in_any_order_are_that_moment(day, hour, minute, now):
    moment = datetime.combine(day, time(hour, minute))
    for number, clock in enumerate(clock_times(hour, minute)):
        dates = full_dates(day)
        chinese = any("一" <= c <= "鿿" for c in clock)
        fitting = [d for d in dates if chinese == any("一" <= c <= "鿿" for c in d)]
        text = fitting[number % len(fitting)] + ("" if chinese else " ") + clock
        assert one(text, now).start == moment, text
        if not chinese:
            reverse = f"{clock} on {MONTHS[day.month - 1]} {day.day}, {day.year}"
            assert one(reverse, now).start == moment, reverse


@settings(max_examples=60, deadline=None)
@given(now=NOWS, days=st.integers(1, 60), hours=st.integers(1, 47), minutes=st.integers(2, 59))
def test_counted_from_now(now, days, hours, minutes):
    assert one(f"{days}天后", now).start.date() == now.date() + timedelta(days=days)
    assert one(f"{days} days ago", now).start.date() == now.date() - timedelta(days=days)
    assert one(f"{spoken(days)}天前", now).start.date() == now.date() - timedelta(days=days)
    assert one(f"in {days} days", now).start.date() == now.date() + timedelta(days=days)
    assert one(f"{hours}个小时后", now).start == now + timedelta(hours=hours)
    assert one(f"{hours}小時{minutes}分鐘後", now).start == now + timedelta(hours=hours, minutes=minutes)
    assert one(f"in {hours} hours and {minutes} minutes", now).start == now + timedelta(hours=hours, minutes=minutes)
    assert one(f"{minutes} minutes from now", now).start == now + timedelta(minutes=minutes)
    assert one(f"{spoken(minutes)}分钟", now).duration == timedelta(minutes=minutes)
    assert one(f"{days} days", now).duration == timedelta(days=days)


@settings(max_examples=60, deadline=None)
@given(now=NOWS, weekday=st.integers(0, 6))
def test_weekdays_go_by_calendar_weeks_from_monday(now, weekday):
    monday = now.date() - timedelta(days=now.weekday())
    zh, en = "一二三四五六日"[weekday], WEEKDAYS[weekday]
    for words, weeks in (
        ((f"这周{zh}", f"本周{zh}", f"this {en}", f"今個禮拜{zh}"), 0),
        ((f"下周{zh}", f"下个星期{zh}", f"next {en}", f"下禮拜{zh}", f"{en} next week"), 1),
        ((f"上周{zh}", f"last {en}", f"上星期{zh}"), -1),
        ((f"下下周{zh}",), 2),
    ):
        for text in words:
            assert one(text, now).start.date() == monday + timedelta(days=weekday, weeks=weeks), text
    for text in (f"周{zh}", f"星期{zh}", f"禮拜{zh}", en, f"on {en}"):
        found = one(text, now).start.date()
        assert found.weekday() == weekday, text
        assert 0 <= (found - now.date()).days < 7, text


@settings(max_examples=60, deadline=None)
@given(now=NOWS, first=st.integers(0, 300), length=st.integers(1, 20))
def test_ranges_of_days_keep_both_ends(now, first, length):
    start = now.date() + timedelta(days=first)
    end = start + timedelta(days=length)
    full = [f"{start.year}年{start.month}月{start.day}日至{end.year}年{end.month}月{end.day}日", f"{start}~{end}"]
    short = [
        f"{start.month}月{start.day}号到{end.month}月{end.day}号",
        f"from {MONTHS[start.month - 1]} {start.day} to {MONTHS[end.month - 1]} {end.day}",
    ]
    if start.month == end.month:
        short += [
            f"{start.month}月{start.day}日到{end.day}日",
            f"{start.month}月{start.day}-{end.day}号",
            f"{MONTHS[start.month - 1]} {start.day}-{end.day}",
            f"{start.day} to {end.day} {MONTHS[start.month - 1]}",
        ]
    for text in full + (short if first + length < 360 else []):
        span = one(text, now)
        assert (span.start.date(), span.end.date()) == (start, end), text


@settings(max_examples=60, deadline=None)
@given(day=DAYS, first=st.integers(7, 20), length=st.integers(1, 3), now=NOWS)
def test_ranges_of_hours_keep_both_ends(day, first, length, now):
    last = first + length
    for text in (
        f"{day.year}年{day.month}月{day.day}日{first}:00到{last}:00",
        f"{day.year}年{day.month}月{day.day}日{first:02d}点至{last}点"
        if first > 12
        else f"{day} {first:02d}:00-{last:02d}:00",
        f"{MONTHS[day.month - 1]} {day.day} {day.year} from {first}:00 to {last}:00",
    ):
        span = one(text, now)
        assert span.start == datetime.combine(day, time(first)), text
        assert span.end == datetime.combine(day, time(last)), text


IMPOSSIBLE = [
    (month, day) for month in range(1, 14) for day in (0, 29, 30, 31, 32) if month == 13 or day in (0, 32) or day > 28
]


@pytest.mark.parametrize(("month", "day"), IMPOSSIBLE)
def test_days_that_do_not_exist_are_refused_and_never_shifted(month, day):
    try:
        there = date(2027, month, day)
    except ValueError:
        there = None
    for text in (f"2027年{month}月{day}日", f"2027-{month:02d}-{day:02d}", f"2027/{month}/{day}"):
        spans = read(text, datetime(2026, 5, 6, 10))
        if there is None:
            assert spans == [], text
        else:
            assert [span.start.date() for span in spans] == [there], text
    after = read(f"2027年{month}月{day}日下午三点", datetime(2026, 5, 6, 10))
    assert [span.start for span in after] == ([datetime.combine(there, time(15))] if there else [])
