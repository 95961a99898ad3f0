"""A calendar that other programs read (iCalendar, RFC 5545): who is away and when, without kind or reason."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.rules.leave import Leave
from bot.rules.leave_types import Unit

LONGEST_LINE = 73  # octets, as RFC 5545 wants, less the blank of a line that goes on


def feed(leaves: Iterable[Leave], names: Mapping[int, str]) -> str:
    """The calendar of these leaves. Whole days are days without an hour, parts of days are moments in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//waiqin//leave//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for each in leaves:
        whole = each.unit is Unit.DAY
        after = each.last + timedelta(days=1)
        lines += [
            "BEGIN:VEVENT",
            f"UID:leave-{each.id}@waiqin",
            f"DTSTAMP:{each.decided_at or each.asked_at:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{each.first:%Y%m%d}" if whole else f"DTSTART:{each.starts:%Y%m%dT%H%M%SZ}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}" if whole else f"DTEND:{each.ends:%Y%m%dT%H%M%SZ}",
            f"SUMMARY:{escaped(names.get(each.person_id, ''))}",
            "TRANSP:OPAQUE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def escaped(words: str) -> str:
    """Words as a value of a calendar; no line break can begin a property of its own."""
    plain = " ".join(words.split())
    return plain.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")


def folded(line: str) -> list[str]:
    """A line in pieces of at most 75 octets, never cut inside a letter."""
    parts, here = [], ""
    for letter in line:
        if len((here + letter).encode()) > LONGEST_LINE:
            parts.append(here)
            here = " "
        here += letter
    return [*parts, here]
