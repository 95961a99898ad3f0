"""What an RM who comes back still owes: a check-out, a record (A07)."""

from bot.rules import records as record_rules
from bot.rules.outings import Outing
from bot.rules.records import Record, RecordStatus
from bot.text import Line
from bot.turn import Turn
from handlers import departures
from handlers.draft import name_of
from storage import records, visits
from storage.clients import clients_by_id


async def ask_open_visits(turn: Turn, outing: Outing) -> None:
    """A return is never stopped by a check-out that was forgotten: it is asked about now."""
    for visit in await visits.open_of(turn.db, turn.me.id):
        if visit.outing_id == outing.id:
            await departures.ask_when_left(turn, visit)


async def lines_of(turn: Turn) -> list[Line]:
    """A line for each visit whose record is still owed, or one that nothing is."""
    unwritten = await records.unwritten(turn.db, turn.me.id)
    in_force = await records.in_force(turn.db, [visit.id for visit in unwritten])
    owed = record_rules.owed(unwritten, in_force, turn.policy.rules.records)
    if not owed:
        return [Line("returns-nothing-owed")]
    clients = await clients_by_id(turn.db, [visit.client_id for visit, _ in owed])
    return [
        Line(
            "returns-record-sent-back" if is_returned(in_force.get(visit.id)) else "returns-record-owed",
            whom=Line("outings-lead-name", name=visit.lead)
            if visit.lead
            else name_of(clients.get(visit.client_id or 0), turn.policy),
            at=visit.arrived_at,
        )
        for visit, _ in owed[:8]
    ]


def is_returned(record: Record | None) -> bool:
    """Whether the supervisor has sent the record back."""
    return record is not None and record.status is RecordStatus.RETURNED
