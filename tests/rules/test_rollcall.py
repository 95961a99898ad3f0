"""Roll calls and meetings: fair lateness, what explains, proposals, what gathers when (A01, L03, L05, M01–M06, D12)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.rules import meetings
from bot.rules.meetings import MeetingPolicy, Notice
from bot.rules.refusal import Refusal
from bot.rules.rollcall import (
    Answer,
    Gathering,
    Known,
    Mark,
    RollCall,
    RollCallPolicy,
    close,
    late_by,
    late_from,
    mark,
    proposals,
    sign_in,
    standing,
)

ZONE = ZoneInfo("Asia/Shanghai")
MONDAY = date(2026, 8, 3)
POLICY = RollCallPolicy()


def at(hour: int, minute: int = 0, second: int = 0) -> datetime:
    return datetime(2026, 8, 3, hour, minute, second, tzinfo=ZONE).astimezone(UTC)


CALL = RollCall(
    id=7,
    unit_id=3,
    day=MONDAY,
    gathering=Gathering.TRAINING,
    starts=at(8, 15),
    ends=at(9),
    opened_at=at(8),
)


def said(when: datetime) -> Answer:
    return Answer(roll_call_id=7, person_id=1, said_at=when, received_at=when)


@pytest.mark.parametrize(
    ("call", "when", "stands", "minutes"),
    [
        (CALL, at(8, 5), Mark.PRESENT, 0),
        (CALL, at(8, 15, 59), Mark.PRESENT, 0),  # whole minutes
        (CALL, at(8, 16), Mark.LATE, 1),
        (CALL, at(8, 40), Mark.LATE, 25),
        (replace(CALL, opened_at=at(8, 30)), at(8, 45), Mark.PRESENT, 0),  # asked late, after an outage
        (replace(CALL, opened_at=at(8, 30)), at(8, 50), Mark.LATE, 5),
    ],
)
def test_lateness_counts_by_when_it_was_said(call: RollCall, when: datetime, stands: Mark, minutes: int) -> None:
    assert mark(call, 1, said(when), Known(), POLICY) is stands
    assert late_by(call, said(when), POLICY) == minutes


def test_the_grace_of_the_bank_counts() -> None:
    assert mark(CALL, 1, said(at(8, 20)), Known(), RollCallPolicy(grace=timedelta(minutes=5))) is Mark.PRESENT


@pytest.mark.parametrize(
    ("known", "stands"),
    [
        (Known(on_leave={1}), Mark.ON_LEAVE),
        (Known(out={1}), Mark.OUT),
        (Known(on_duty={1}), Mark.ON_DUTY),
        (Known(not_enrolled={1}), Mark.NOT_ENROLLED),
        (Known(on_leave={1}, out={1}), Mark.ON_LEAVE),
        (Known(), Mark.UNEXPLAINED),
    ],
)
def test_only_the_unexplained_remain(known: Known, stands: Mark) -> None:
    assert mark(CALL, 1, None, known, POLICY) is stands
    assert mark(CALL, 1, said(at(8)), known, POLICY) is Mark.PRESENT


def test_late_and_absent_become_proposals_and_nobody_else() -> None:
    marks = dict(enumerate(Mark))
    assert [(marks[each], rule) for each, rule in proposals(marks)] == [(Mark.UNEXPLAINED, "L03"), (Mark.LATE, "L05")]


@pytest.mark.parametrize(
    ("call", "when", "why"),
    [
        (replace(CALL, opened_at=None), at(8), "rollcall-not-open"),
        (replace(CALL, closed_at=at(9)), at(9, 1), "rollcall-closed"),
        (replace(CALL, cancelled_at=at(7)), at(8), "rollcall-cancelled"),
    ],
)
def test_no_is_said_with_its_reason(call: RollCall, when: datetime, why: str) -> None:
    with pytest.raises(Refusal) as no:
        sign_in(call, 1, when, when, None)
    assert no.value.key == why


def test_a_word_from_before_the_close_counts_after_it_and_the_first_word_stays() -> None:
    closed = close(CALL, at(9))
    assert sign_in(closed, 1, at(8, 10), at(9, 30), None).said_at == at(8, 10)
    with pytest.raises(Refusal):
        sign_in(CALL, 1, at(8, 20), at(8, 20), said(at(8, 5)))
    with pytest.raises(Refusal):
        close(closed, at(10))


people = st.sets(st.integers(1, 12))


@given(people, people, people, people, st.dictionaries(st.integers(1, 12), st.integers(-30, 60)))
def test_everybody_stands_exactly_once_and_exceptions_first(
    everybody: set[int], away: set[int], out: set[int], duty: set[int], told: dict[int, int]
) -> None:
    answers = {each: said(CALL.starts + timedelta(minutes=minutes)) for each, minutes in told.items()}
    marks = standing(CALL, sorted(everybody), answers, Known(away, out, duty), POLICY)
    assert set(marks) == everybody
    order = [list(Mark).index(each) for each in marks.values()]
    assert order == sorted(order)
    for each, stands in marks.items():
        assert (stands in (Mark.PRESENT, Mark.LATE)) == (each in told)


@given(st.integers(-120, 120))
def test_whoever_was_asked_late_has_no_less_time(minutes: int) -> None:
    call = replace(CALL, opened_at=CALL.starts + timedelta(minutes=minutes))
    assert late_from(call, POLICY) >= CALL.starts
    assert call.opened_at is not None
    assert late_from(call, POLICY) >= call.opened_at + POLICY.opens_before or minutes <= -15


# ---------------------------------------------------------------- meetings


@pytest.mark.parametrize(
    ("day", "working", "policy", "gather"),
    [
        (MONDAY, True, MeetingPolicy(), [Gathering.TRAINING]),
        (MONDAY, False, MeetingPolicy(), []),  # a holiday
        (date(2026, 8, 5), True, MeetingPolicy(), [Gathering.WEEKLY]),  # D12
        (
            date(2026, 8, 5),
            True,
            MeetingPolicy(both_on_meeting_days=True),
            [Gathering.WEEKLY, Gathering.TRAINING],
        ),
        (date(2026, 8, 8), True, MeetingPolicy(), [Gathering.TRAINING]),  # a Saturday worked for a holiday
        (MONDAY, True, MeetingPolicy(training=False), []),
    ],
)
def test_what_gathers_on_a_day(day: date, working: bool, policy: MeetingPolicy, gather: list[Gathering]) -> None:
    assert [each for each, _, _ in meetings.of_day(day, working, policy, ZONE)] == gather


def test_when_a_meeting_is_told_opened_and_closed() -> None:
    wednesday = replace(CALL, day=date(2026, 8, 5), gathering=Gathering.WEEKLY)
    wednesday = replace(wednesday, starts=at(7, 30) + timedelta(days=2), ends=at(8) + timedelta(days=2))
    told = meetings.moments(wednesday, MeetingPolicy(), ZONE)
    assert told[Notice.EVENING] == at(17, 30) + timedelta(days=1)
    assert told[Notice.OPEN] == at(7, 15) + timedelta(days=2)
    assert told[Notice.CLOSE] == at(8, 15) + timedelta(days=2)


@pytest.mark.parametrize(
    ("starts", "ends", "why"),
    [
        (at(7), at(8), "meetings-in-the-past"),
        (at(9) + timedelta(days=90), at(10) + timedelta(days=90), "meetings-too-far"),
        (at(15), at(15, 5), "meetings-length"),
        (at(10), at(20), "meetings-length"),
        (at(8, 30), at(9, 30), "meetings-overlaps"),
    ],
)
def test_a_meeting_that_cannot_be_called(starts: datetime, ends: datetime, why: str) -> None:
    with pytest.raises(Refusal) as no:
        meetings.call_together(Gathering.ANALYSIS, 3, starts, ends, 1, at(8), ZONE, [CALL])
    assert no.value.key == why


def test_what_was_not_held_is_asked_for_from_the_twentieth_and_a_merged_one_counts() -> None:
    twentieth = date(2026, 8, 20)
    analysis = replace(CALL, gathering=Gathering.ANALYSIS, merged_with=Gathering.COMMUNICATION)
    assert meetings.not_held([analysis], MeetingPolicy(), MONDAY) == []
    assert meetings.not_held([analysis], MeetingPolicy(), twentieth) == [Gathering.DEPARTMENT_WORK]
    assert len(meetings.not_held([replace(analysis, cancelled_at=at(9))], MeetingPolicy(), twentieth)) == 3


def test_minutes_are_the_recorders_and_of_a_length() -> None:
    call = replace(CALL, recorder_id=1)
    assert meetings.keep_minutes(call, 1, " 传达文件 ", False, MeetingPolicy()) == "传达文件"
    for by, words, why in ((2, "x", "meetings-not-recorder"), (1, " ", "meetings-minutes-empty")):
        with pytest.raises(Refusal) as no:
            meetings.keep_minutes(call, by, words, False, MeetingPolicy())
        assert no.value.key == why
    with pytest.raises(Refusal):
        meetings.keep_minutes(call, 1, "x" * 3_001, False, MeetingPolicy())
    assert meetings.of_day(MONDAY, True, MeetingPolicy(training_start=time(8)), ZONE)[0][1] == at(8)
