"""The turn of a year in the accounts of annual leave: what is carried over, and what the new year grants (5.5).

Every row has a reference that is unique in its account, so a run may be repeated, or broken off and begun again.
"""

from fractions import Fraction

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.policy import Policies
from bot.rules.leave_types import Kind
from bot.rules.ledger import AccountPolicy, Row, allocation, carry_over, service_in
from bot.rules.people import Units
from storage import leave as store, people


async def turn_over(db: AsyncConnection, units: Units, policies: Policies, year: int) -> int:
    """Write a year's rows of everybody who has an account, or of whom it is known since when they have worked; returns
    how many rows were new."""
    everybody = await people.in_units(db, units.by_id)
    since = await store.worked_since(db, [each.id for each in everybody])
    accounts = await store.accounts_of(db, [each.id for each in everybody], Kind.ANNUAL)
    fresh: list[Row] = []
    for person in everybody:
        rows = accounts.get(person.id, [])
        if not rows and person.id not in since:
            continue
        path = tuple(unit.code for unit in reversed(list(units.path(person.unit_id))))
        policy: AccountPolicy = policies.of(path).rules.accounts
        fresh += carry_over(rows, year, policy.carry, policy.carry_until(year))
        if person.id in since:
            days = policy.annual_days(service_in(year, since[person.id]))
            granted = allocation(rows, person.id, Kind.ANNUAL, year, Fraction(days))
            fresh += [granted] if granted else []
    await store.write_all(db, fresh)
    return len(fresh)
