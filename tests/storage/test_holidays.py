"""Whose public holidays count, and what they are (5.5)."""

from datetime import date

from bot.rules.workdays import Why
from storage.holidays import of_country

WEEK = frozenset(range(5))


def test_china_has_make_up_days() -> None:
    china = of_country("CN", WEEK)
    assert china.why(date(2026, 10, 1)) is Why.HOLIDAY
    assert china.why(date(2026, 10, 10)) is Why.MAKE_UP
    assert 2026 in china.years


def test_other_countries_and_parts_of_them() -> None:
    singapore, bavaria, berlin = (of_country(each, WEEK) for each in ("SG", "DE-BY", "DE-BE"))
    assert singapore.why(date(2027, 8, 9)) is Why.HOLIDAY
    assert bavaria.why(date(2026, 1, 6)) is Why.HOLIDAY
    assert berlin.why(date(2026, 1, 6)) is Why.WORKDAY
    assert 2030 in berlin.years
