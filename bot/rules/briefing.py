"""The briefing: a ranked list that is cut short, today's visits in a sensible order, and when it is told (A16, 5.1).

Nothing that must be done is lost by the cut: what does not fit stands behind "+N more". A briefing that could not be
sent in time says that it is late, and one that is stale is not sent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.rules.datum import Point, distance_m
from bot.rules.ranking import Entry, Matter

LATE_AFTER = timedelta(minutes=10)


class When(StrEnum):
    """What a moment means for a briefing of a day."""

    EARLY = "early"
    NOW = "now"
    LATE = "late"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of a list: the entries shown, where they begin, and how many there are."""

    shown: tuple[Entry, ...]
    first: int  # 0 for the first
    total: int

    @property
    def before(self) -> bool:
        return self.first > 0

    @property
    def more(self) -> int:
        return self.total - self.first - len(self.shown)


def page(entries: Sequence[Entry], most: int, number: int = 0) -> Page:
    """The page of this number (from 0), as long as the cap; a number that is too high gives the last page."""
    last = max(0, (len(entries) - 1) // most)
    first = min(max(number, 0), last) * most
    return Page(tuple(entries[first : first + most]), first, len(entries))


def when(now: datetime, at: datetime, stale_after: timedelta) -> When:
    """Whether a briefing of this moment is told now."""
    if now < at:
        return When.EARLY
    if now >= at + stale_after:
        return When.STALE
    return When.LATE if now >= at + LATE_AFTER else When.NOW


def route(stops: Iterable[tuple[int, datetime | None]], places: Mapping[int, Point], start: Point | None) -> list[int]:
    """Clients to be visited in a sensible order: hours that are agreed stay in their order, the others go where the
    way is short: to the nearest from where one is. Clients without a known place come last."""
    hours = sorted(((at, client) for client, at in stops if at is not None), key=lambda each: each[0])
    free = [client for client, at in stops if at is None]
    placed = [each for each in free if each in places]
    here = start
    order: list[int] = []
    # Before an agreed hour nothing is squeezed in: how long a stay takes is not known. They come first, in their order.
    for _, client in hours:
        order.append(client)
        here = places.get(client, here)
    while placed:
        nearest = min(placed, key=lambda each: (distance_m(here, places[each]) if here else 0.0, each))
        placed.remove(nearest)
        order.append(nearest)
        here = places[nearest]
    return order + [each for each in free if each not in places]


def marks(entries: Iterable[Entry]) -> list[int]:
    """By what the matters of a list are remembered until tomorrow."""
    return [each.mark for entry in entries for each in entry.matters]


def must(matters: Iterable[Matter]) -> list[Matter]:
    """What the bank wants done."""
    return [each for each in matters if each.must]
