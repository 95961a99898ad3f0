"""The words and numbers that go on the chart of a report, in the reader's language."""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.rules.people import Person
from bot.rules.reports import share
from bot.text import Line, render

MOST_PARTS = 12
INKS = {"strong": "GOOD", "fair": "BLUE", "weak": "WARN", "contradicted": "BAD"}


def facts_of(
    person: Person, zone: str, name: str, period: Line, counted: Any, first: date, last: date
) -> dict[str, Any]:
    """The facts of `bot/pictures/figures.py` for somebody who has been counted for."""

    def words(key: str, **facts: Any) -> str:
        return render(person.language, key, facts, zone=ZoneInfo(zone), html=False)

    f = counted.whole
    marks = [
        [words(f"reports-chart-{each.rule.lower()}"), share(each.reached, each.clients), round(100 * each.wanted),
         f"{each.reached}/{each.clients}"]
        for each in counted.rates
    ]  # fmt: skip
    plain = [
        ("reports-chart-plan", f.kept, f.planned),
        ("reports-chart-records", f.on_time, f.owed),
        ("reports-chart-read", f.reviewed, f.handed_in),
        ("reports-chart-rollcall", f.present + f.excused, f.called),
    ]
    marks += [[words(key), share(part, whole), None, f"{part}/{whole}"] for key, part, whole in plain if whole]
    length = (last - first).days + 1
    parts = sorted(counted.parts.items(), key=lambda each: -each[1].visits)[:MOST_PARTS]
    return {
        "language": person.language,
        "title": name,
        "under": words("reports-chart-under", period=period, people=counted.people)
        if counted.people
        else render(person.language, period.key, period.facts, zone=ZoneInfo(zone), html=False),
        "days": {
            "title": words("reports-chart-days"),
            "legend": [words("reports-chart-planned"), words("reports-chart-unplanned")],
            "bars": columns(counted.days, first, length) if length > 1 else [],
        },
        "rates": {"title": words("reports-chart-rates"), "bars": marks},
        "parts": {
            "title": words("reports-chart-evidence"),
            "of": [[words(f"evidence-grade-{grade}"), getattr(f, grade), ink] for grade, ink in INKS.items()]
            if f.visits
            else [],
        },
        "groups": {
            "title": words("reports-chart-parts"),
            "bars": [[counted.names.get(of, "?"), part.visits] for of, part in parts],
        },
        "stamp": words("reports-chart-stamp", name=person.name, code=person.code),
    }


def columns(days: Any, first: date, length: int) -> list[list[Any]]:
    """A column a day; in a quarter a column a week, named by its Monday."""
    by_week = length > 40
    made: dict[str, list[int]] = {}
    for number in range(length):
        day = first + timedelta(days=number)
        start = day - timedelta(days=day.weekday()) if by_week else day
        label = f"{start.month}/{start.day}" if by_week or length <= 7 else str(day.day)
        there, planned = days.get(day, (0, 0))
        column = made.setdefault(label, [0, 0])
        column[0] += planned
        column[1] += there - planned
    return [[label, *counts] for label, counts in made.items()]
