"""The days of a question: those that were said, those meant where none were, and those offered to correct it."""

from datetime import date, timedelta

from bot.language.question import Question
from bot.text import Line
from storage.questions import Where

OFFERED = ("today", "yesterday", "week", "last-week", "month", "last-month", "next-week", "next-month", "quarter")
MONTH = timedelta(days=31)
FAR = timedelta(days=366)  # "since", "until": so far, where only one end was said


def of(question: Question, today: date) -> tuple[date, date]:
    """The first and the last day, both included."""
    if question.period is not None:
        said = question.period
        return said.start or today - FAR, said.end or today + FAR
    match question.subject:
        case "people" | "rollcall":
            return today, today
        case "visits":
            return (today, today) if "not_done" not in question.status else offered("week", today)
        case "leave":
            return (today, today) if question.status in ((), ("active",)) else (today - MONTH, today + 6 * MONTH)
        case "clients":
            ahead = "birthday" in question.status
            return (today, today + MONTH) if ahead else offered("month", today)
        case "credit":
            return today, today + MONTH
        case _:
            return today - MONTH, today


def offered(key: str, today: date) -> tuple[date, date]:
    """The days of a button."""
    monday = today - timedelta(days=today.weekday())
    first = today.replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    match key:
        case "today":
            return today, today
        case "yesterday":
            return today - timedelta(days=1), today - timedelta(days=1)
        case "week":
            return monday, monday + timedelta(days=6)
        case "last-week":
            return monday - timedelta(days=7), monday - timedelta(days=1)
        case "next-week":
            return monday + timedelta(days=7), monday + timedelta(days=13)
        case "month":
            return first, following - timedelta(days=1)
        case "last-month":
            return (first - timedelta(days=1)).replace(day=1), first - timedelta(days=1)
        case "next-month":
            return following, (following + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        case _:
            start = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
            return start, (start + timedelta(days=95)).replace(day=1) - timedelta(days=1)


def line(question: Question, where: Where, today: date) -> Line:
    """The days in words; now is now."""
    if question.subject == "people" and where.first <= today <= where.last:
        return Line("asking-now")
    if question.subject == "clients" and {"overdue", "due"} & set(question.status):
        return Line("asking-day", day=today)
    if "expired" in question.status:
        return Line("asking-until", day=min(where.last, today - timedelta(days=1)))
    if where.first == where.last:
        return Line("asking-day", day=where.first)
    return Line("asking-days", first=where.first, last=where.last)
