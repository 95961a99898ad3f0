"""What a person's own month shows of them: facts for /me, no judgement (A04, A05, A07, 5.3).

Everything here follows from the register as it stands; nothing is stored, so nothing can disagree with it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.rules.evidence import Grade
from bot.rules.outings import Outing, OutingPolicy, OutingStatus
from bot.rules.records import Record, RecordPolicy, RecordStatus, is_late
from bot.rules.returns import due_back
from bot.rules.visits import Visit

GONE = (OutingStatus.OUT, OutingStatus.RETURNED)
HANDED_IN = (RecordStatus.SUBMITTED, RecordStatus.REVIEWED)


@dataclass(frozen=True, slots=True)
class Flags:
    """Counts over some days."""

    visits: Mapping[Grade, int]  # by what speaks for them; grades that did not occur are 0
    records: int  # handed in
    records_late: int  # of those, after the end of the day (A07)
    records_missing: int  # the end of the day has passed, and they are owed, or owed again
    outings: int  # that somebody left for
    declared_late: int  # left before telling (A04)
    returned_late: int  # back, or still out, after the hour that binds (A05)
    returns_corrected: int  # the return was said afterwards


def flags(
    visits: Iterable[Visit],
    current: Mapping[int, Record],
    outings: Iterable[tuple[Outing, bool]],
    records: RecordPolicy,
    figures: OutingPolicy,
    zone: ZoneInfo,
    now: datetime,
) -> Flags:
    """Count what the register holds of one person; `current` has the record in force by visit id, and each outing
    comes with whether the hour of return binds."""
    visits = tuple(visits)
    done = [record for each in visits if (record := current.get(each.id)) and record.status in HANDED_IN]
    written = {record.visit_id for record in done}
    gone = [(outing, bound) for outing, bound in outings if outing.status in GONE]
    grades = Counter(each.grade for each in visits)
    return Flags(
        visits={grade: grades[grade] for grade in Grade},
        records=len(done),
        records_late=sum(record.late for record in done),
        records_missing=sum(each.id not in written and is_late(each.day, records, zone, now) for each in visits),
        outings=len(gone),
        declared_late=sum(outing.declared_late for outing, _ in gone),
        returned_late=sum(is_back_late(outing, bound, figures, zone, now) for outing, bound in gone),
        returns_corrected=sum(outing.return_corrected_at is not None for outing, _ in gone),
    )


def is_back_late(outing: Outing, bound: bool, figures: OutingPolicy, zone: ZoneInfo, now: datetime) -> bool:
    """Whether the hour that binds, or the one it was put off to, passed before the return."""
    due = due_back(outing, figures, zone, bound)
    return due is not None and (outing.returned_at or now) > due
