"""The call-on record (走访记录): four mandated blocks, versions, late marks, review (A07, A10, C12, V21, S-11).

The bot asks only for blocks that are missing. Every saved change is a new version and the old one stays;
a late record is marked late and never back-dated.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


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
    late: bool = False  # submitted after the deadline (A07, C12)
    reviewed_by: int | None = None
    reviewed_at: datetime | None = None
    opinion: str | None = None  # the supervisor's words: opinion (A09), or what is still wanted
    entered_elsewhere_at: datetime | None = None  # the PCRM tick (V21)


@dataclass(frozen=True, slots=True)
class RecordPolicy:
    """The bank's figures about records. Times are local to the unit."""

    required: tuple[Block, ...] = (Block.WHO, Block.PURPOSE, Block.RESULT, Block.NEXT)  # A10
    day_end: time = time(20)  # A07: same day, until this hour
    pcrm_tick: bool = True  # V21
    longest_block: int = 2000  # characters
