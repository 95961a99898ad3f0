"""The order of a person's list: cadence × expiry × promises × plan in one ranking (A16, 3.W, V01–V24, K01–K15).

A matter is one reason to act. The matters of a client make one line; a line weighs what its matters weigh together,
each by its sort (policy) and by how near or how long past its day is. What can't wait stands before what is due, that
before what is only behind its rhythm, and what has merely opened comes last, however many matters there are; within
each, what is new since the last briefing comes first, then what weighs most. Equal lines stand in a fixed order, so
that the same facts always give the same list.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple
from zlib import crc32


class Sort(StrEnum):
    """What a matter is about, for its weight."""

    CREDIT = "credit"  # ratings, lines, loans, interest, reconciliation
    PROMISE = "promise"  # something promised, or a next step with a date
    PLAN = "plan"  # a visit or call the person means to make, a task, a reminder of their own
    CADENCE = "cadence"  # contact that is due by the bank's rhythm
    CARE = "care"  # birthdays and important dates
    RECORD = "record"  # a record still owed


class Reason(StrEnum):
    """Why a matter is on the list; each has a sentence of its own, `briefing-reason-<reason>`."""

    RATING_NOTICE = "rating_notice"  # K03–K05: figure = days to expiry
    RATING_WINDOW = "rating_window"  # K02
    RATING_FILE = "rating_file"  # K06
    LINE_NOTICE = "line_notice"  # K08–K10
    LINE_FILE = "line_file"  # K11
    LOAN_NOTICE = "loan_notice"  # K13
    RELEND_TALK = "relend_talk"  # K14
    INTEREST = "interest"  # K12
    RECONCILIATION = "reconciliation"  # K15
    FOLLOW_UP = "follow_up"  # F-06, X09 and other clocks: figure = days left
    ON_SITE = "on_site"  # V01, V03, V05: figure = days since the last, -1 for never
    VISIT = "visit"  # V12–V15: figure = days since the last, -1 for never
    PHONE = "phone"  # V02, V04, V06, V11: figure = days since the last, -1 for never
    ANALYSIS = "analysis"  # V16
    BIRTHDAY = "birthday"  # V17: figure = days until
    IMPORTANT_DAY = "important_day"  # V17
    PROMISE = "promise"  # H07, of a record
    NEXT_STEP = "next_step"  # A10
    PLANNED_VISIT = "planned_visit"  # A13, V20
    CALL = "call"
    TASK = "task"  # A09, A14
    REMINDER = "reminder"
    RECORD_OWED = "record_owed"  # A07
    RECORD_RETURNED = "record_returned"  # A09


SORT_OF: Mapping[Reason, Sort] = {
    Reason.RATING_NOTICE: Sort.CREDIT,
    Reason.RATING_WINDOW: Sort.CREDIT,
    Reason.RATING_FILE: Sort.CREDIT,
    Reason.LINE_NOTICE: Sort.CREDIT,
    Reason.LINE_FILE: Sort.CREDIT,
    Reason.LOAN_NOTICE: Sort.CREDIT,
    Reason.RELEND_TALK: Sort.CREDIT,
    Reason.INTEREST: Sort.CREDIT,
    Reason.RECONCILIATION: Sort.CREDIT,
    Reason.FOLLOW_UP: Sort.PROMISE,
    Reason.ON_SITE: Sort.CADENCE,
    Reason.VISIT: Sort.CADENCE,
    Reason.PHONE: Sort.CADENCE,
    Reason.ANALYSIS: Sort.CADENCE,
    Reason.BIRTHDAY: Sort.CARE,
    Reason.IMPORTANT_DAY: Sort.CARE,
    Reason.PROMISE: Sort.PROMISE,
    Reason.NEXT_STEP: Sort.PROMISE,
    Reason.PLANNED_VISIT: Sort.PLAN,
    Reason.CALL: Sort.PLAN,
    Reason.TASK: Sort.PLAN,
    Reason.REMINDER: Sort.PLAN,
    Reason.RECORD_OWED: Sort.RECORD,
    Reason.RECORD_RETURNED: Sort.RECORD,
}


class Urgency(IntEnum):
    """How a matter stands in time. No number of matters lifts a line above one that is more urgent."""

    NOW = 0  # over or as good as over: an end within days, a promise that is late
    DUE = 1  # its day has come, or its end is near
    BEHIND = 2  # the rhythm wants it
    AHEAD = 3  # a lead time has begun; there are weeks yet


class Matter(NamedTuple):
    """One reason to act, for one person. A tuple, for there are hundreds of thousands of a morning."""

    reason: Reason
    rule: str  # the rule that says so, "V01"
    due: date  # the day by which it should be done
    client_id: int | None
    source_id: int  # the credit item, the agenda item, the visit; the client where the rhythm says so
    figure: int = 0  # what the sentence counts: see `Reason`
    must: bool = False  # the bank wants it; what is only wished for gives way to it
    text: str | None = None  # masked words of a person: a promise, a task

    @property
    def ref(self) -> str:
        """The name under which it is put off or done with. A new due day is a new matter."""
        return f"{self.reason}:{self.source_id}:{self.due.toordinal()}"

    @property
    def mark(self) -> int:
        """The same in four bytes, to remember what was named yesterday."""
        return crc32(self.ref.encode())


@dataclass(frozen=True, slots=True)
class RankingPolicy:
    """The bank's weights. A matter weighs its sort's weight × nearness; nearness is 1 on its day."""

    weights: Mapping[Sort, int] = field(
        default_factory=lambda: {
            Sort.CREDIT: 60,
            Sort.PROMISE: 40,
            Sort.PLAN: 50,
            Sort.CADENCE: 20,
            Sort.CARE: 15,
            Sort.RECORD: 30,
        }
    )
    tiers: Mapping[str, int] = field(default_factory=dict)  # per cent on top for a client of this tier
    must_extra: int = 25  # per cent on top for what the bank wants
    horizon_days: int = 30  # ahead: a matter this far away weighs a quarter
    overdue_days: int = 60  # past: what is this long overdue weighs twice, and no more
    now_days: int = 3  # an end this near can't wait
    soon_days: int = 30  # an end this near is due


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: a client, or something without one, with everything that is due about it."""

    client_id: int | None
    matters: tuple[Matter, ...]  # the most urgent first, then by their sort
    weight: int  # in hundredths
    urgency: Urgency  # of the most urgent
    new: bool  # something in it was not there at the last briefing

    @property
    def must(self) -> bool:
        return any(each.must for each in self.matters)


def rank(
    matters: Iterable[Matter],
    today: date,
    policy: RankingPolicy,
    *,
    known: Collection[int] | None = None,
    put_off: Collection[str] = frozenset(),
    tiers: Mapping[int, str | None] | None = None,
) -> list[Entry]:
    """The lines in their order.

    `known` are the marks of the last briefing (None: there was none, and nothing is called new), `put_off` those that
    the person has put off or said are not needed; they are left out. `tiers` are those of the clients.
    """
    lines: dict[tuple[int | None, str], list[tuple[int, Matter]]] = {}
    for each in matters:
        ref = each.ref if put_off or each.client_id is None else ""
        if put_off and ref in put_off:
            continue
        tier = tiers.get(each.client_id) if tiers and each.client_id else None
        about = (each.client_id, "") if each.client_id is not None else (None, ref)
        lines.setdefault(about, []).append((weight(each, today, policy, tier), each))
    entries = []
    for (client_id, _), weighed in lines.items():
        own = tuple(sorted((each for _, each in weighed), key=lambda each: place_of(each, today, policy)))
        fresh = known is not None and any(each.mark not in known for each in own)
        entries.append(
            Entry(client_id, own, sum(points for points, _ in weighed), urgency(own[0], today, policy), fresh)
        )
    entries.sort(key=order_of)
    return entries


def place_of(matter: Matter, today: date, policy: RankingPolicy) -> tuple[Urgency, int, date, Reason, int, str]:
    """Where a matter stands in its line."""
    weight_of_sort = policy.weights[SORT_OF[matter.reason]]
    return urgency(matter, today, policy), -weight_of_sort, matter.due, matter.reason, matter.source_id, matter.rule


def order_of(entry: Entry) -> tuple[Urgency, bool, int, date, int, int]:
    first = entry.matters[0]
    return entry.urgency, not entry.new, -entry.weight, first.due, entry.client_id or 0, first.source_id


def urgency(matter: Matter, today: date, policy: RankingPolicy) -> Urgency:
    """How a matter stands in time: credit by its end, promises and plans by their day, the rhythm by how long it is
    behind."""
    sort = SORT_OF[matter.reason]
    late = (today - matter.due).days
    if sort is Sort.CREDIT:
        if matter.figure <= policy.now_days:
            return Urgency.NOW
        return Urgency.DUE if matter.figure <= policy.soon_days else Urgency.AHEAD
    if sort is Sort.PROMISE:
        return Urgency.NOW if late > 0 else Urgency.DUE if late == 0 else Urgency.AHEAD
    if sort in (Sort.PLAN, Sort.RECORD):
        return Urgency.DUE if late >= 0 else Urgency.AHEAD
    if sort is Sort.CARE:
        return Urgency.DUE if matter.figure <= 0 else Urgency.AHEAD
    if late >= policy.overdue_days:
        return Urgency.DUE
    return Urgency.BEHIND if late >= 0 else Urgency.AHEAD


def weight(matter: Matter, today: date, policy: RankingPolicy, tier: str | None = None) -> int:
    """What a matter weighs today, in hundredths: more each day as its day comes near and passes, never less."""
    sort = SORT_OF[matter.reason]
    days = matter.figure if sort is Sort.CREDIT else (matter.due - today).days
    points = policy.weights[sort] * nearness(days, policy)
    if matter.must:
        points += points * policy.must_extra // 100
    if tier is not None and tier in policy.tiers:
        points += points * policy.tiers[tier] // 100
    return points


def nearness(days: int, policy: RankingPolicy) -> int:
    """100 on the day itself, falling steeply to 25 at the horizon ahead, rising to 200 where it is long overdue."""
    if days >= 0:
        return 25 + 225 // (days + 3) if days < policy.horizon_days else 25
    return 100 + 100 * min(-days, policy.overdue_days) // max(policy.overdue_days, 1)
