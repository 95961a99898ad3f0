"""The call-on record (走访记录): four mandated blocks, versions, late marks, review (A07, A10, C12, V21, S-11).

The bot asks only for blocks that are missing. Every saved change is a new version and the old one stays;
a late record is marked late and never back-dated.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.days import moment
from bot.rules.refusal import Refusal
from bot.rules.visits import Visit


class Block(StrEnum):
    """The four blocks of A10, in their order."""

    WHO = "who"  # client unit, person met, department, position
    PURPOSE = "purpose"  # main reason, purpose, result aimed at
    RESULT = "result"  # actual result and other information gathered
    NEXT = "next_step"


class RecordStatus(StrEnum):
    """The life-cycle of 5.3, as far as it concerns the record."""

    DRAFT = "draft"  # blocks are missing
    COMPLETE = "complete"  # nothing missing, not yet submitted
    SUBMITTED = "submitted"
    RETURNED = "returned"  # the supervisor asks for more
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One version of the record of a visit. The version with the highest number is the one in force (C12)."""

    id: int  # 0 until stored
    visit_id: int
    version: int  # 1, 2, 3
    person_id: int
    unit_id: int
    day: date  # of the visit, in the unit's zone
    status: RecordStatus
    who: str | None = None  # texts are already masked (C01–C03)
    purpose: str | None = None
    result: str | None = None
    next_step: str | None = None
    written_at: datetime
    written_by: int
    submitted_at: datetime | None = None
    first_submitted_at: datetime | None = None  # of this or an earlier version: lateness counts from it
    late: bool = False  # first submitted after the deadline (A07, C12)
    reviewed_by: int | None = None
    reviewed_at: datetime | None = None
    opinion: str | None = None  # the supervisor's words: opinion (A09), or what is still wanted
    entered_elsewhere_at: datetime | None = None  # the PCRM tick (V21)

    @property
    def blocks(self) -> dict[Block, str]:
        """The blocks that have been written."""
        texts = {
            Block.WHO: self.who,
            Block.PURPOSE: self.purpose,
            Block.RESULT: self.result,
            Block.NEXT: self.next_step,
        }
        return {block: text for block, text in texts.items() if text}


@dataclass(frozen=True, slots=True)
class RecordPolicy:
    """The bank's figures about records. Times are local to the unit."""

    required: tuple[Block, ...] = (Block.WHO, Block.PURPOSE, Block.RESULT, Block.NEXT)  # A10
    day_end: time = time(20)  # A07: same day, until this hour
    pcrm_tick: bool = True  # V21
    longest_block: int = 2000  # characters


def missing(blocks: Mapping[Block, str | None], policy: RecordPolicy) -> tuple[Block, ...]:
    """The mandated blocks that are empty, in their order: what the bot asks for, and nothing else (A10)."""
    return tuple(block for block in policy.required if not (blocks.get(block) or "").strip())


def write(
    visit: Visit,
    current: Record | None,
    blocks: Mapping[Block, str | None],
    policy: RecordPolicy,
    by: int,
    at: datetime,
) -> Record:
    """A new version of the record: the current one with these blocks written over it (A10, C12).

    A block not named stays as it was; naming it with nothing empties it. Only who made the visit writes. Each
    saved change is the next version, after a review too, when the reviewed one stays as it was reviewed.
    """
    if by != visit.person_id:
        raise Refusal("records-not-yours")
    merged = {**(current.blocks if current else {}), **blocks}
    texts = {block: (merged.get(block) or "").strip() or None for block in Block}
    for block, text in texts.items():
        if text and len(text) > policy.longest_block:
            raise Refusal("records-block-too-long", block=block.value, longest=policy.longest_block)
    if current is not None and texts == {block: current.blocks.get(block) for block in Block}:
        raise Refusal("records-nothing-changed")
    return Record(
        id=0,
        visit_id=visit.id,
        version=current.version + 1 if current else 1,
        person_id=visit.person_id,
        unit_id=visit.unit_id,
        day=visit.day,
        status=RecordStatus.DRAFT if missing(texts, policy) else RecordStatus.COMPLETE,
        who=texts[Block.WHO],
        purpose=texts[Block.PURPOSE],
        result=texts[Block.RESULT],
        next_step=texts[Block.NEXT],
        written_at=at,
        written_by=by,
        first_submitted_at=current.first_submitted_at if current else None,
        late=current.late if current else False,
        entered_elsewhere_at=current.entered_elsewhere_at if current else None,
    )


def submit(record: Record, policy: RecordPolicy, zone: ZoneInfo, at: datetime) -> Record:
    """Hand the record to the supervisor (5.3): complete only.

    First submitted after the deadline it is marked late (A07, C12); a better version of one that came in time
    is not.
    """
    if record.status in (RecordStatus.SUBMITTED, RecordStatus.REVIEWED):
        raise Refusal("records-already-submitted", at=record.submitted_at)
    if missing(record.blocks, policy):
        raise Refusal("records-incomplete")
    first = record.first_submitted_at or at
    return replace(
        record,
        status=RecordStatus.SUBMITTED,
        submitted_at=at,
        first_submitted_at=first,
        late=is_late(record.day, policy, zone, first),
    )


def review(record: Record, by: int, opinion: str | None, at: datetime) -> Record:
    """The supervisor has read it and signs, with or without words (A09). Nobody reviews their own (S-11)."""
    _refuse_review(record, by)
    return replace(
        record, status=RecordStatus.REVIEWED, reviewed_by=by, reviewed_at=at, opinion=(opinion or "").strip() or None
    )


def send_back(record: Record, by: int, wanted: str, at: datetime) -> Record:
    """The supervisor asks for more and says what (5.3)."""
    _refuse_review(record, by)
    if not wanted.strip():
        raise Refusal("records-return-needs-reason")
    return replace(record, status=RecordStatus.RETURNED, reviewed_by=by, reviewed_at=at, opinion=wanted.strip())


def tick(record: Record, by: int, at: datetime) -> Record:
    """ "Entered in PCRM" (V21): ticked by who wrote it, once."""
    if by != record.person_id:
        raise Refusal("records-not-yours")
    if record.entered_elsewhere_at is not None:
        raise Refusal("records-already-ticked", at=record.entered_elsewhere_at)
    return replace(record, entered_elsewhere_at=at)


def in_force(records: Iterable[Record]) -> Record | None:
    """Of all versions of one visit's record, the one that counts."""
    return max(records, key=lambda record: record.version, default=None)


def deadline(day: date, policy: RecordPolicy, zone: ZoneInfo) -> datetime:
    """Until when the record of a visit of this day is in time: the end of the same working day (A07)."""
    return moment(day, policy.day_end, zone)


def is_late(day: date, policy: RecordPolicy, zone: ZoneInfo, at: datetime) -> bool:
    """Whether a record of a visit of this day, submitted now, is marked late."""
    return at > deadline(day, policy, zone)


def owed(
    visits: Iterable[Visit], current: Mapping[int, Record], policy: RecordPolicy
) -> tuple[tuple[Visit, tuple[Block, ...]], ...]:
    """Visits whose record is still to be submitted, oldest first, with what is missing (A07, V30).

    `current` holds the record in force by visit id. A record sent back is owed again, with nothing missing
    unless a block is empty.
    """
    done = (RecordStatus.SUBMITTED, RecordStatus.REVIEWED)
    rows = []
    for visit in sorted(visits, key=lambda each: each.arrived_at):
        record = current.get(visit.id)
        if record is None or record.status not in done:
            rows.append((visit, missing(record.blocks if record else {}, policy)))
    return tuple(rows)


def ask_record(visit: Visit, record: Record | None) -> str | None:
    """Some time after leaving, and at the day's end: whether to remind of the record (A07)."""
    if visit.left_at is None or (record and record.status in (RecordStatus.SUBMITTED, RecordStatus.REVIEWED)):
        return None
    return "records-returned" if record and record.status is RecordStatus.RETURNED else "records-owed"


def _refuse_review(record: Record, by: int) -> None:
    if by == record.person_id:
        raise Refusal("records-own-review")
    if record.status is RecordStatus.REVIEWED:
        raise Refusal("records-already-reviewed", at=record.reviewed_at)
    if record.status is not RecordStatus.SUBMITTED:
        raise Refusal("records-not-submitted")
