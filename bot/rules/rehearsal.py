"""A rule tried out on paper: with another figure, whom would last month have flagged? (A05, A07, A13, L05)

Each question takes what one day held and the figure, and names a person for each finding. Nobody is flagged by it:
only numbers are shown, to those who lead the people concerned.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.days import moment
from bot.rules.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHeld:
    """What a day held in one zone, as far as a figure can look at it. Moments are aware UTC."""

    day: date
    zone: ZoneInfo
    returns: tuple[tuple[int, datetime, datetime | None], ...] = ()  # person, back at, put off to; only who is bound
    records: tuple[tuple[int, datetime], ...] = ()  # person, first handed in
    arrivals: tuple[tuple[int, int], ...] = ()  # person, metres from the client's place
    answers: tuple[tuple[int, datetime, datetime], ...] = ()  # person, roll call at, answered


@dataclass(frozen=True, slots=True)
class Changed:
    """One person under both figures."""

    person_id: int
    before: int
    after: int


def back_late(held: DayHeld, hour: time) -> Iterator[int]:
    """Returns after the hour, or after the one they were put off to (A05)."""
    due = moment(held.day, hour, held.zone)
    return (person for person, back, put_off in held.returns if back > max(due, put_off or due))


def written_late(held: DayHeld, hour: time) -> Iterator[int]:
    """Records first handed in after the day's end (A07)."""
    due = moment(held.day, hour, held.zone)
    return (person for person, handed_in in held.records if handed_in > due)


def off_place(held: DayHeld, metres: int) -> Iterator[int]:
    """Check-ins further from the client than the radius (A13)."""
    return (person for person, distance in held.arrivals if distance > metres)


def tardy(held: DayHeld, minutes: int) -> Iterator[int]:
    """Roll calls answered later than the minutes of grace (L05)."""
    grace = timedelta(minutes=minutes)
    return (person for person, starts, said in held.answers if said > starts + grace)


# Which figures can be tried out, by their key in the policy.
QUESTIONS: Mapping[str, Callable[[DayHeld, time], Iterator[int]] | Callable[[DayHeld, int], Iterator[int]]] = {
    "outing.return_time": back_late,
    "calendar.day_end": written_late,
    "evidence.radius_m": off_place,
    "training.late_grace_minutes": tardy,
}


def flagged(key: str, value: time | int, days: Iterable[DayHeld]) -> Counter[int]:
    """How often each person would have been flagged with this figure."""
    ask = QUESTIONS.get(key)
    if ask is None:
        raise Refusal("policy_views-cannot-try", what=key)
    return Counter(person for held in days for person in ask(held, value))  # type: ignore[arg-type]


def compared(before: Mapping[int, int], after: Mapping[int, int]) -> list[Changed]:
    """Everybody who was or would be flagged: those for whom most would change first."""
    people = {*before, *after}
    found = [Changed(each, before.get(each, 0), after.get(each, 0)) for each in people]
    return sorted(found, key=lambda each: (-abs(each.after - each.before), -each.after, each.person_id))
