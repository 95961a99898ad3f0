"""The turn of a year in the accounts of leave: by itself, and without harm however often it is run (5.5)."""

from datetime import date, datetime, time, timedelta

from bot.rules.days import moment
from bot.talk import Area
from bot.turn import Turn
from storage import leave_year as store

area = Area("leave_year")

NAME = "leave_year.open"
AT = time(1, 30)  # local: before anybody asks for leave
NIGHTS = 7  # of a new year in which it is run: whoever is imported late has their days soon


@area.standing
async def open(turn: Turn) -> None:
    """Carry over and allocate, where the bank wants the bot to keep the accounts; then wait for the next night."""
    turn.later("leave_year.open", name=NAME, due=next_time(turn))
    if not turn.policies.of(()).leave_accounts.yearly:
        return
    year = local(turn).year
    written = await store.turn_over(turn.db, turn.units, turn.policies, year)
    if written:
        turn.note("accounts", year=year, rows=written)


def next_time(turn: Turn) -> datetime:
    """The next of the first nights of a year, else the first night of the next month."""
    today = local(turn)
    first = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    soon = today.month == 1 and today.day < NIGHTS
    return moment(today + timedelta(days=1) if soon else first, AT, turn.zone)


def local(turn: Turn) -> date:
    return turn.now.astimezone(turn.zone).date()
