"""Dates that cannot be: 6月31日, 下周八, 周三5月9号, 10号到8号. The date grammar refuses them; here it is said why."""

import re
from datetime import date, datetime
from itertools import pairwise
from typing import Literal

Problem = Literal["impossible_date", "weekday_mismatch", "end_before_start"]

N = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
CHINESE = re.compile(
    rf"(?:(?P<year>\d{{4}})年)?(?P<month>{N})月份?(?P<day>{N})(?:[日号]|(?![\d一二三四五六七八九十天个月年周点:]))"
)
INHERITED = re.compile(rf"^[日号]?\s*(?:到|至|[-–—~～])\s*(?P<day>{N})[日号](?!线)")
ALONE = re.compile(r"(?<![\d月.])(?P<day>\d{2}(?=号(?![线楼]))|3[2-9](?=日))")
MONTH_NAME = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
NUMERIC = re.compile(
    rf"(?<![\d.:/月-])(?<!{MONTH_NAME} )(?:(?P<year>\d{{4}})[-/.])?(?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})"
    rf"(?![\d.:/]|-\d(?!\d?[./])|\s*(?:天|日|号|小时|个|days?|h|(?:st|nd|rd|th)?\s*{MONTH_NAME}))"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
M = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
ENGLISH = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {M}\b(?:,? (?P<year>\d{{4}}))?"),
    re.compile(rf"\b{M} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:\d])(?:,? (?P<year>\d{{4}}))?"),
)
NO_WEEKDAY = re.compile(r"(?:周|星期|礼拜)[八九十0789](?!\d|[月点年天个周])")
NO_HOUR = re.compile(r"(?<![\d.:])(?:2[5-9]|[3-9]\d)(?:点(?!\d*%)|:[0-5]\d)|(?<!\d)(?:1[3-9]|2\d) ?[ap]m\b")
WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6} | {str(n + 1): n for n in range(6)}
WEEKDAY = r"(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天1-6])"
ENGLISH_WEEKDAY = r"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?\b\.?"
ENGLISH_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
BESIDE_AFTER = re.compile(rf"^\s*[,，(（]?\s*(?:的|是|{WEEKDAY}|{ENGLISH_WEEKDAY.replace('weekday', 'named')})")
BESIDE_BEFORE = re.compile(
    rf"(?:{WEEKDAY}|{ENGLISH_WEEKDAY.replace('weekday', 'named')})[\s,，、(（)）的]*(?:the |on )?$"
)
CLOCKS = re.compile(
    rf"(?P<part>上午|下午|早上|晚上)?(?P<one>{N})[点:时](?P<two>[0-5]\d|半)?分?\s*(?:到|至|[-–—~～])\s*"
    rf"(?P<later>上午|下午|早上|晚上|次日|第二天|明|后|凌晨)?(?P<three>{N})[点:时](?P<four>[0-5]\d|半)?"
)


def problem(plain: str, now: datetime) -> Problem | None:
    """What is wrong with the dates of a folded text, if anything."""
    if NO_WEEKDAY.search(plain) or NO_HOUR.search(plain):
        return "impossible_date"
    found = list(written(plain))
    days = [(begin, finish, day_of(year, month, day, now)) for begin, finish, year, month, day in found]
    if any(day is None for _, _, day in days) or any(int(match["day"]) > 31 for match in ALONE.finditer(plain)):
        return "impossible_date"
    for begin, finish, day in days:
        said = weekday_beside(plain, begin, finish)
        if (
            day is not None
            and said is not None
            and said != day.weekday()
            and not fits_another_year(found, begin, said, now)
        ):
            return "weekday_mismatch"
    return "end_before_start" if turned(plain, found) else None


def dated(plain: str) -> list[tuple[int, int]]:
    """Where a text names dates and weekdays, possible or not."""
    days = [(match.start(), match.end()) for match in ANY_DAY.finditer(plain)]
    return [(begin, finish) for begin, finish, *_ in written(plain)] + days


ANY_DAY = re.compile(
    rf"(?:[这本下上]+个?)?(?:周|星期|礼拜)[一二三四五六日天八九十]|{ENGLISH_WEEKDAY}|\d{{1,2}}[日号]|[日号]?\s*[到至]\s*(?=;|$|\d)"
    rf"|{NO_HOUR.pattern}"
)


def written(plain: str) -> list[tuple[int, int, int | None, int, int]]:
    """Every date written out: begin, finish, year, month, day."""
    found = []
    for pattern in (CHINESE, NUMERIC, *ENGLISH):
        for match in pattern.finditer(plain):
            month = match["month"]
            number = MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else figure(month)
            year = int(match["year"]) if match["year"] else None
            if pattern is NUMERIC and year is None and number > 12:
                continue  # 13.5 is no date
            found.append((match.start(), match.end(), year, number, figure(match["day"])))
            onward = INHERITED.match(plain[match.end() :]) if pattern is CHINESE else None
            if onward:
                found.append(
                    (match.end() + onward.start("day"), match.end() + onward.end(), year, number, figure(onward["day"]))
                )
    return sorted(found, key=lambda each: each[0])


def day_of(year: int | None, month: int, day: int, now: datetime) -> date | None:
    """The day meant: of the year said, else the next one; None where there is none."""
    try:
        if year is not None:
            return date(year, month, day)
        this = date(now.year, month, day)
        return this if this >= now.date() else date(now.year + 1, month, day)
    except ValueError:
        return None


def fits_another_year(found: list[tuple[int, int, int | None, int, int]], begin: int, said: int, now: datetime) -> bool:
    """Whether a date without a year was meant in this one: 上周三7月29号."""
    year, month, day = next((each[2], each[3], each[4]) for each in found if each[0] == begin)
    return year is None and date(now.year, month, day).weekday() == said


def weekday_beside(plain: str, begin: int, finish: int) -> int | None:
    """The weekday that stands right beside a date."""
    for match in (BESIDE_BEFORE.search(plain[:begin]), BESIDE_AFTER.match(plain[finish:])):
        if match and match["weekday"]:
            return WEEKDAYS[match["weekday"]]
        if match and match["named"]:
            return ENGLISH_DAYS.index(match["named"])
    return None


def turned(plain: str, found: list[tuple[int, int, int | None, int, int]]) -> bool:
    """Whether two dates of one month, or two clock times of one half day, stand the wrong way round."""
    for one, two in pairwise(found):
        joined = re.fullmatch(r"[日号]?\s*(?:到|至|[-–—~～]|to|until|till|through)\s*", plain[one[1] : two[0]])
        if (joined or two[0] <= one[1] + 2) and one[2] == two[2]:
            months = two[3] - one[3]
            if (months == 0 and two[4] < one[4]) or -6 < months < 0:
                return True
        if joined and one[2] and two[2] and (two[2], two[3], two[4]) < (one[2], one[3], one[4]):
            return True
    clocks = CLOCKS.search(plain)
    if clocks is None or clocks["later"] in ("次日", "第二天", "明", "后", "凌晨"):
        return False
    late = ("下午", "晚上")
    one_hour, two_hour = figure(clocks["one"]), figure(clocks["three"])
    if clocks["part"] in late and one_hour < 12:
        one_hour += 12
        two_hour += 12 if two_hour < 12 and clocks["later"] not in ("上午", "早上") else 0
    elif two_hour < one_hour and (clocks["part"] is None or clocks["later"] in late):
        two_hour += 12
    return (two_hour, minutes(clocks["four"])) < (one_hour, minutes(clocks["two"]))


def minutes(said: str | None) -> int:
    return 30 if said == "半" else int(said or 0)


def figure(said: str) -> int:
    """A number up to 99 in digits or Chinese characters."""
    if said.isdigit():
        return int(said)
    tens, _, ones = said.rpartition("十") if "十" in said else ("", "", said)
    digits = {each: n for n, each in enumerate("一二三四五六七八九", start=1)} | {"两": 2}
    return (digits.get(tens, 1) * 10 if "十" in said else 0) + digits.get(ones, 0)
