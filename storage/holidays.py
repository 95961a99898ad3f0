"""The working days of a unit: the country's public holidays and make-up days, changed by what the bank itself says.

China's table is the one that the State Council publishes each autumn for the year after; of other countries the
holidays are worked out. What the bank imports (`waiqin import holidays FILE`) goes before both.
"""

from datetime import date
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.policy_sections import WEEKDAYS, Policy
from bot.rules.people import Units
from bot.rules.workdays import WorkCalendar
from storage.leave_tables import own_days

WORKED_OUT = range(2015, 2051)  # the years for which other countries' holidays are worked out


def calendar_of(policy: Policy, units: Units, unit_id: int) -> WorkCalendar:
    """The working days of a unit; `policy` is the unit's own. Cheap: ask as often as you like."""
    weekdays = frozenset(WEEKDAYS.index(each) for each in policy.calendar.working_days)
    return changed(policy.calendar.country, weekdays, frozenset(units.days_of(unit_id).items()))


@lru_cache(maxsize=256)
def changed(country: str, weekdays: frozenset[int], own: frozenset[tuple[date, bool]]) -> WorkCalendar:
    return of_country(country, weekdays).overridden(dict(own))


@lru_cache(maxsize=64)
def of_country(country: str, weekdays: frozenset[int]) -> WorkCalendar:
    """The calendar of a country ("CN", "DE") or of a part of it ("DE-BY") over a week."""
    if country == "CN":
        return china(weekdays)
    from holidays import country_holidays

    land, _, part = country.partition("-")
    known = country_holidays(land, subdiv=part or None, years=WORKED_OUT)
    return WorkCalendar(weekdays=weekdays, holidays=frozenset(known), years=frozenset(WORKED_OUT))


@lru_cache(maxsize=64)
def china(weekdays: frozenset[int]) -> WorkCalendar:
    """China's calendar over a week; it covers the years that the State Council has published."""
    from chinese_calendar import constants  # type: ignore[import-untyped]  # read with the first question

    return WorkCalendar(
        weekdays=weekdays,
        holidays=frozenset(constants.holidays),
        make_ups=frozenset(constants.workdays),
        years=frozenset(day.year for day in constants.holidays),
    )


async def of_all_units(db: AsyncConnection) -> dict[int, dict[date, bool]]:
    """What the bank itself says of days, by unit; what holds for a unit holds for all below it."""
    found: dict[int, dict[date, bool]] = {}
    for row in await db.execute(select(own_days.c.unit_id, own_days.c.day, own_days.c.worked)):
        found.setdefault(row.unit_id, {})[row.day] = row.worked
    return found
