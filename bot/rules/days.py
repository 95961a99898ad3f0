"""Local days and hours: between the unit's clock on the wall and the moments that are stored (aware UTC)."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo


def day_of(at: datetime, zone: ZoneInfo) -> date:
    """The date on the wall at a moment."""
    return at.astimezone(zone).date()


def moment(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """The moment (aware UTC) at which the wall shows this hour on this day."""
    return datetime.combine(day, hour, zone).astimezone(UTC)
