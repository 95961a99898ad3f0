"""What a month shows of a person: counts that follow from the register (A04, A05, A07)."""

from dataclasses import replace
from datetime import date, timedelta

from bot.rules.evidence import Grade
from bot.rules.flags import Flags, flags
from bot.rules.outings import Outing, OutingPolicy, OutingStatus
from bot.rules.records import Record, RecordPolicy, RecordStatus
from bot.rules.visits import Visit
from tests.rules.facts import ANNA, DAY, ZONE, at, draft, out, visit

EVENING = at(19)


def record(of: int, **facts: object) -> Record:
    plain = Record(
        id=of,
        visit_id=of,
        version=1,
        person_id=ANNA,
        unit_id=9,
        day=DAY,
        status=RecordStatus.SUBMITTED,
        written_at=at(12),
        written_by=ANNA,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def count(visits: list[Visit], records: list[Record], outings: list[tuple[Outing, bool]], now: object = None) -> Flags:
    current = {each.visit_id: each for each in records}
    return flags(visits, current, outings, RecordPolicy(), OutingPolicy(), ZONE, now or EVENING)  # type: ignore[arg-type]


def test_an_empty_month_shows_noughts() -> None:
    found = count([], [], [])
    assert set(found.visits.values()) == {0}
    assert set(found.visits) == set(Grade)
    assert (found.records, found.outings, found.records_missing) == (0, 0, 0)


def test_visits_by_grade_and_records_in_time_late_sent_back_and_missing() -> None:
    """A07: a record is missing only once its day has ended; one sent back is owed again."""
    visits = [
        visit(id=1, grade=Grade.STRONG),
        visit(id=2, grade=Grade.STRONG),
        visit(id=3, grade=Grade.CONTRADICTED),
        visit(id=4, grade=Grade.WEAK),
    ]
    records = [record(1), record(2, late=True, status=RecordStatus.REVIEWED), record(3, status=RecordStatus.RETURNED)]
    found = count(visits, records, [])
    assert found.visits == {Grade.STRONG: 2, Grade.FAIR: 0, Grade.WEAK: 1, Grade.CONTRADICTED: 1}
    assert (found.records, found.records_late, found.records_missing) == (2, 1, 0)
    assert count(visits, records, [], at(21)).records_missing == 2


def test_outings_told_late_back_late_and_said_afterwards() -> None:
    """A04, A05, A06: nobody is late whom the hour does not bind, nor who put it off with a reason."""
    back = {"status": OutingStatus.RETURNED}
    in_time = out(**back, returned_at=at(16, 50))
    late = out(**back, returned_at=at(17, 30), declared_late=True)
    put_off = out(**back, returned_at=at(17, 30), extended_to=at(18), extension_reason="盖章")
    forgotten = out(**back, returned_at=at(17), return_corrected_at=at(8, day=date(2026, 8, 5)))
    still_out = out()
    called_off = draft(status=OutingStatus.CANCELLED, declared_late=True)
    all_bound = [(each, True) for each in (in_time, late, put_off, forgotten, still_out, called_off)]
    found = count([], [], all_bound)
    assert (found.outings, found.declared_late) == (5, 1)
    assert (found.returned_late, found.returns_corrected) == (2, 1)  # one came back late, one is still out
    assert count([], [], [(late, False)]).returned_late == 0
    assert count([], [], [(still_out, True)], EVENING - timedelta(hours=3)).returned_late == 0
