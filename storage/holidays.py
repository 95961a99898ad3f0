"""The table of working days of a country: public holidays and the days worked for them. China's, as published."""

from functools import cache

from bot.rules.workdays import WorkCalendar


@cache
def china(weekdays: frozenset[int]) -> WorkCalendar:
    """China's calendar over a week; it covers the years that the State Council has published."""
    from chinese_calendar import constants  # type: ignore[import-untyped]  # read with the first leave

    return WorkCalendar(
        weekdays=weekdays,
        holidays=frozenset(constants.holidays),
        make_ups=frozenset(constants.workdays),
        years=frozenset(day.year for day in constants.holidays),
    )
