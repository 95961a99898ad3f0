"""The working days of a unit, for whoever plans something: holidays, make-up days, the bank's own word (A01, 5.5)."""

from bot.rules.workdays import WorkCalendar
from bot.turn import Turn
from storage import holidays


def calendar_of(turn: Turn, unit_id: int) -> WorkCalendar:
    """Which days are worked in a unit, and why not the others. Asks no question of the database: call it freely."""
    return holidays.calendar_of(turn.policy_of(unit_id), turn.units, unit_id)
