"""Where a team is at a moment, and what a day has held (A05, L06, 5.2)."""

from datetime import timedelta

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.board import BoardPolicy, Presence, Whereabouts, day_of_person, team, whereabouts
from bot.rules.evidence import Grade
from bot.rules.outings import OutingPolicy, OutingStatus, StopState
from bot.rules.records import Block, RecordPolicy
from bot.rules.workdays import WorkCalendar
from tests.rules.facts import ANNA, BORIS, DAY, ZONE, at, draft, out, stop, visit

OUTINGS, BOARD, RECORDS, WEEK = OutingPolicy(), BoardPolicy(), RecordPolicy(), WorkCalendar()
SATURDAY = DAY + timedelta(days=4)


def present(**facts):
    return Presence(**{"person_id": ANNA, **facts})


def where(person, now):
    return whereabouts(person, OUTINGS, BOARD, WEEK, ZONE, now)


WAITING = draft(status=OutingStatus.WAITING, declared_at=at(9))
LATER = draft(status=OutingStatus.DECLARED, declared_at=at(8), depart_at=at(14))
TOLD_YESTERDAY = draft(status=OutingStatus.DECLARED, declared_at=at(17, day=DAY - timedelta(days=1)), depart_at=at(14))
FORGOTTEN = out(day=DAY - timedelta(days=1), declared_at=at(9, day=DAY - timedelta(days=1)))
BACK = out(status=OutingStatus.RETURNED, returned_at=at(15))


@pytest.mark.parametrize(
    ("person", "now", "expected"),
    [
        (present(), at(8, 29), Whereabouts.OFF),  # before work starts nobody is unexplained
        (present(), at(8, 30), Whereabouts.UNEXPLAINED),
        (present(), at(20), Whereabouts.OFF),
        (present(), at(10, day=SATURDAY), Whereabouts.OFF),
        (present(seen_at=at(8, 15)), at(10), Whereabouts.IN),
        (present(leave_until=at(18)), at(10), Whereabouts.ON_LEAVE),
        (present(on_duty=True), at(10), Whereabouts.ON_DUTY),
        (present(on_duty=True, leave_until=at(18)), at(10), Whereabouts.ON_LEAVE),
        (present(outings=(out(),)), at(10), Whereabouts.OUT),
        (present(outings=(out(),), leave_until=at(18)), at(10), Whereabouts.OUT),
        (present(outings=(out(),)), at(16, 59), Whereabouts.OUT),
        (present(outings=(out(),)), at(17), Whereabouts.OVERDUE),
        (present(outings=(out(),), bound=False), at(18), Whereabouts.OUT),
        (present(outings=(out(),), visits=(visit(),)), at(10, 5), Whereabouts.AT_CLIENT),
        (present(outings=(out(),), visits=(visit(left_at=at(11)),)), at(11, 5), Whereabouts.OUT),
        (present(outings=(out(),), visits=(visit(),)), at(17, 5), Whereabouts.OVERDUE),
        (present(outings=(WAITING,)), at(9, 5), Whereabouts.WAITING),
        (present(outings=(LATER,)), at(13, 59), Whereabouts.IN),  # who declares has been heard of
        (present(outings=(TOLD_YESTERDAY,)), at(13, 59), Whereabouts.UNEXPLAINED),
        (present(outings=(LATER,)), at(14), Whereabouts.OUT),  # taken to have left as planned
        (present(outings=(BACK,)), at(16), Whereabouts.IN),
        (present(outings=(FORGOTTEN,)), at(10), Whereabouts.UNEXPLAINED),
    ],
)
def test_where_somebody_is(person, now, expected):
    assert where(person, now).where is expected


def test_a_make_up_day_is_worked_and_a_holiday_is_not():
    """5.5: nobody is missed on a holiday, and everybody on the Saturday worked for it."""
    calendar = WorkCalendar(holidays=frozenset({DAY}), make_ups=frozenset({SATURDAY}))
    for now, expected in ((at(10), Whereabouts.OFF), (at(10, day=SATURDAY), Whereabouts.UNEXPLAINED)):
        assert whereabouts(present(), OUTINGS, BOARD, calendar, ZONE, now).where is expected


def test_what_the_row_of_somebody_out_says():
    """Where, since, back by."""
    row = where(
        present(outings=(out(),), stops=(stop(state=StopState.VISITED), stop(id=2, position=2, client_id=51))), at(11)
    )
    assert (row.client_id, row.since, row.back_by, row.outing_id) == (51, at(9), at(16, 30), 7)


def test_what_the_row_of_somebody_at_a_client_says():
    row = where(present(outings=(out(declared_late=True),), visits=(visit(grade=Grade.FAIR),)), at(17, 25))
    assert (row.client_id, row.since, row.grade) == (50, at(10), Grade.FAIR)
    assert (row.overdue_minutes, row.declared_late) == (25, True)


def test_who_is_back_is_in_since_then():
    assert where(present(outings=(BACK,), seen_at=at(8)), at(16)).since == at(15)


def test_counts_first_and_what_wants_attention_on_top():
    people = [
        present(person_id=4, seen_at=at(8)),
        present(person_id=ANNA, outings=(out(extended_to=at(17, 5)),)),
        present(person_id=5),
        present(person_id=BORIS, outings=(out(id=8),)),
    ]
    board = team(people, OUTINGS, BOARD, WEEK, ZONE, at(17, 10))
    assert [row.person_id for row in board.rows] == [BORIS, ANNA, 5, 4]
    assert board.counts == {Whereabouts.OVERDUE: 2, Whereabouts.UNEXPLAINED: 1, Whereabouts.IN: 1}


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.builds(
            Presence,
            st.integers(1, 99),
            st.sampled_from([(), (out(),), (WAITING,), (LATER,), (BACK,), (BACK, LATER)]),
            st.just((stop(),)),
            st.sampled_from([(), (visit(),), (visit(left_at=at(11)),)]),
            st.booleans(),
            st.sampled_from([None, at(18)]),
            st.booleans(),
            st.sampled_from([None, at(8)]),
        ),
        max_size=6,
    ),
    st.integers(0, 23),
)
def test_everybody_is_somewhere_exactly_once(people, hour):
    board = team(people, OUTINGS, BOARD, WEEK, ZONE, at(hour))
    assert sum(board.counts.values()) == len(board.rows) == len(people)
    assert sorted(row.person_id for row in board.rows) == sorted(each.person_id for each in people)
    early = not 8 < hour < 20
    assert not (early and board.counts.get(Whereabouts.UNEXPLAINED))


def day(person, now, open_visits=(), unwritten=(), records=None):
    return day_of_person(person, open_visits, unwritten, records or {}, OUTINGS, RECORDS, ZONE, now)


class TestToday:
    def test_on_the_way(self):
        stops = (stop(state=StopState.VISITED), stop(id=2, position=2, client_id=51))
        facts = day(
            present(outings=(BACK, out(id=7)), stops=stops, visits=(visit(),)), at(10, 5), (visit(),), (visit(),)
        )
        assert (facts.outing, facts.at_client, facts.ahead) == (out(id=7), visit(), stops[1:])
        assert (facts.back_by, facts.overdue, facts.to_answer) == (at(16, 30), None, ())
        assert facts.to_write == ((visit(), tuple(Block)),)

    def test_yesterdays_open_visit_is_a_question_and_not_where_one_is(self):
        yesterday = visit(id=1, day=DAY - timedelta(days=1))
        facts = day(present(), at(8, 35), (yesterday,))
        assert (facts.at_client, facts.to_answer, facts.outing) == (None, (yesterday,), None)

    def test_back_with_a_visit_left_open(self):
        facts = day(present(outings=(BACK,), visits=(visit(),)), at(15, 5), (visit(),))
        assert (facts.at_client, facts.to_answer, facts.back_by) == (None, (visit(),), None)

    def test_overdue(self):
        assert day(present(outings=(out(),)), at(17, 10)).overdue == timedelta(minutes=10)

    def test_what_is_only_being_prepared_is_not_an_outing_yet(self):
        assert day(present(outings=(draft(),)), at(9)).outing is None
