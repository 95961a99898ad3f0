"""What waits for whoever decides, in one order: the oldest deadline first (A05, A23, L01, C18, SY18, SY75)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Sort(StrEnum):
    """What kind of thing waits. The short words go into buttons."""

    LEAVE = "leave"
    CHANGE = "change"  # of a leave that runs
    OUTING = "outing"  # wants consent
    FLAG = "flag"  # a proposal
    STAY = "stay"  # a longer stay out, with a reason
    RETURN = "return"  # a return that was said afterwards
    LEFT = "left"  # a check-out that was said afterwards


DECIDED = frozenset({Sort.LEAVE, Sort.CHANGE, Sort.OUTING, Sort.FLAG})
SEEN = frozenset({Sort.STAY, Sort.RETURN, Sort.LEFT})  # the register has them already; a word on them is wanted


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing; `until` (UTC) is when it is too late to decide, `acting_for` whose turn it would be (代)."""

    sort: Sort
    number: int
    person_id: int
    unit_id: int
    until: datetime
    since: datetime
    acting_for: int | None = None


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """What has a decision to it first, then what wants a word; each by deadline, then by how long it waits."""
    return sorted(waiting, key=lambda each: (each.sort in SEEN, each.until, each.since, each.number))


def about(sort: Sort, number: int, extensions: int = 0) -> str:
    """What a supervisor's word is about, so that it is said once."""
    match sort:
        case Sort.STAY:
            return f"outing:{number}:extension:{extensions}"
        case Sort.RETURN:
            return f"outing:{number}:return"
        case _:
            return f"visit:{number}:left"
