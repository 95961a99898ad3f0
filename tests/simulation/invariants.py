"""What must hold after every seed, whatever went wrong; each line that is found says what and where."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from bot.rules.leave import Status
from bot.rules.outings import OutingStatus
from storage import audit, field as f, tables as t
from storage.engine import Database
from storage.trust_tables import audit_links

if TYPE_CHECKING:
    from tests.simulation.play import Game

LINES = {f.outings: "outing", f.visits: "visit", f.leaves: "leave", f.contacts: "contact", f.dictations: "dictation"}


async def look(game: "Game") -> list[str]:
    """Everything that is wrong."""
    database = Database(f"sqlite:///{game.file}")
    game.machine.revive()
    try:
        async with database.reading() as db:
            rows = {table: (await db.execute(select(table))).all() for table in WATCHED}
            chain = (await audit.verify(db))[1]
    finally:
        await database.close()
    found = [*updates(game, rows), *words(game, rows), *lines(rows), *states(rows), *ledger(rows), *reminders(rows)]
    found += [f"audit: {each.what} {each.audit_id}" for each in chain]
    found += [f"contract: {each}" for each in dict.fromkeys(game.telegram.oddities)]
    from tests.simulation import model

    async for each in model.compare(game, rows):
        found.append(each)
    return found


WATCHED = (
    t.updates,
    t.dead_letters,
    t.outbox,
    t.jobs,
    t.audit,
    t.conversations,
    f.outings,
    f.stops,
    f.visits,
    f.records,
    f.contacts,
    f.changes,
    f.leaves,
    f.absences,
    f.ledger,
    f.handovers,
    f.dictations,
    audit_links,
)
Rows = dict[Any, Any]


def updates(game: "Game", rows: Rows) -> Iterator[str]:
    """Every update took effect exactly once, and none broke."""
    effects = Counter(each.which for each in game.machine.history if each.what == "update")
    buried = Counter(each.update_id for each in rows[t.dead_letters])
    for number, raw in game.telegram.updates.items():
        unreadable = raw.get("message", {}).get("nonsense") is not None
        times = buried[number] if unreadable else effects[number]
        if times != 1:
            yield f"update {number} took effect {times} times: {str(raw)[:200]}"
    for row in rows[t.updates]:
        if row.failed not in (None, "unparsable"):
            yield f"update {row.update_id} broke: {row.failed}: {str(game.telegram.updates[row.update_id])[:300]}"
    for row in rows[t.jobs]:
        if row.failed is not None and row.action not in ("dictation.heard",):
            yield f"job {row.name} broke: {row.failed}"


def words(game: "Game", rows: Rows) -> Iterator[str]:
    """What was decided was said, once unless in doubt, and in its order."""
    said = Counter(each.row for each in game.telegram.said)
    for row in rows[t.outbox]:
        times, doubts = said[row.id], game.telegram.doubts[row.id]
        name = f"word {row.id} ({row.key} to {row.chat_id})"
        if row.state == "sent" and times == 0:
            yield f"{name} counts as said and was not"
        if row.state in ("pending", "sending") and row.due <= game.clock.now() - timedelta(minutes=10):
            yield f"{name} is still {row.state}, due {row.due}, attempts {row.attempts}"
        if row.state == "failed" and row.failed != "unreachable" and "query is too old" not in (row.failed or ""):
            yield f"{name} failed: {row.failed}"
        if row.state == "dropped" and times == 0 and row.failed not in ("superseded", "expired", "in doubt"):
            yield f"{name} was dropped: {row.failed}"
        if times > 1 + doubts:
            yield f"{name} was said {times} times, in doubt {doubts} times"
        game.report.repeated += max(0, times - 1)
    due = {row.id: row.due for row in rows[t.outbox]}
    latest: dict[int, int] = defaultdict(int)
    first: set[int] = set()
    for each in game.telegram.said:
        if each.row in first or not each.chat or each.row not in due:
            continue
        first.add(each.row)
        if each.row < latest[each.chat] and due[each.row] <= due[latest[each.chat]]:
            yield f"word {each.row} came to {each.chat} after {latest[each.chat]}"
        latest[each.chat] = max(latest[each.chat], each.row)


def lines(rows: Rows) -> Iterator[str]:
    """No record without its line."""
    about = {row.about for row in rows[t.audit]}
    for table, kind in LINES.items():
        for row in rows[table]:
            if f"{kind}:{row.id}" not in about and not declared_on_the_spot(table, row, rows):
                yield f"{kind}:{row.id} has no audit line"


def declared_on_the_spot(table: Any, row: Any, rows: Rows) -> bool:
    """An outing that a check-in declared, or a visit that stands behind a record: the line is the other's."""
    if table is f.outings:
        return any(visit.outing_id == row.id for visit in rows[f.visits])
    if table is f.visits:
        return any(line.facts.get("visit") == row.id for line in rows[t.audit])
    return False


def states(rows: Rows) -> Iterator[str]:
    """Nobody is on two outings, and nothing ends before it begins.

    A visit whose end was forgotten stays open until its person has said when they left, also beside the next one.
    """
    outings = {row.id: row for row in rows[f.outings]}
    away = Counter(row.person_id for row in outings.values() if row.status is OutingStatus.OUT)
    for person, times in away.items():
        if times > 1:
            yield f"person {person} is on {times} outings at once"
    for visit in rows[f.visits]:
        if visit.left_at is not None and visit.left_at < visit.arrived_at:
            yield f"visit {visit.id} ends before it begins"
    versions = Counter((row.visit_id, row.version) for row in rows[f.records])
    for (visit_id, version), times in versions.items():
        if times > 1:
            yield f"visit {visit_id} has version {version} of its record {times} times"
    for row in outings.values():
        if row.status is OutingStatus.OUT and row.returned_at is not None:
            yield f"outing {row.id} is out and has returned"


def ledger(rows: Rows) -> Iterator[str]:
    """Each account holds for every leave just what its state says, in whole and once."""
    taken: dict[int, Fraction] = defaultdict(Fraction)
    references = Counter((row.person_id, row.account, row.reference) for row in rows[f.ledger])
    for which, times in references.items():
        if times > 1:
            yield f"{which} stands in the ledger {times} times"
    for row in rows[f.ledger]:
        parts = row.reference.split(":")
        if parts[0] == "leave" and len(parts) > 1 and parts[1].isdigit():
            taken[int(parts[1])] += row.days
    for leave in rows[f.leaves]:
        absent = [each for each in rows[f.absences] if each.person_id == leave.person_id and each.kind == "leave"]
        covered = any(each.starts < leave.ends and leave.starts < each.ends for each in absent)
        if leave.status is Status.APPROVED and not covered:
            yield f"leave {leave.id} is approved and nobody is away for it"
        if leave.status in (Status.DECLINED, Status.WITHDRAWN) and taken[leave.id] != 0:
            yield f"leave {leave.id} is {leave.status} and took {taken[leave.id]} days"


def reminders(rows: Rows) -> Iterator[str]:
    """Nobody is reminded twice of one thing, nor of what is done."""
    returned = {row.id: row.returned_at for row in rows[f.outings] if row.returned_at}
    seen: Counter[tuple[Any, ...]] = Counter()
    for row in rows[t.outbox]:
        if row.rank != 1 or not row.slot or row.method == "editMessageText":
            continue
        seen[row.chat_id, row.key, row.slot, row.made] += 1
        kind, _, number = row.slot.partition(":")
        if kind == "outing" and number.isdigit() and row.key == "returns-soon":
            back = returned.get(int(number))
            if back is not None and back < row.made:
                yield f"word {row.id} ({row.key}) came after the return"
    for which, times in seen.items():
        if times > 1:
            yield f"{which} was said {times} times in one turn"


async def nothing() -> AsyncIterator[str]:
    return
    yield ""
