"""When a visit counts: its record has been handed in, and not been sent back since (A07, V07, V10)."""

from sqlalchemy import and_, exists

from bot.rules.records import RecordStatus
from storage.field import records, visits

HANDED_IN = (RecordStatus.SUBMITTED, RecordStatus.REVIEWED)

r, later = records.c, records.alias("later")

# Asked beside the table of visits.
DONE = exists().where(
    r.visit_id == visits.c.id,
    r.status.in_(HANDED_IN),
    ~exists().where(
        and_(later.c.visit_id == r.visit_id, later.c.version > r.version, later.c.status == RecordStatus.RETURNED)
    ),
)
