"""Penalties, spot checks, the risk of records, and what waits: cases and properties (L03-L11, A17, C18, C25)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.rules import approvals, penalties, review_risk, spot_checks
from bot.rules.approvals import Sort, Waiting
from bot.rules.board import Whereabouts
from bot.rules.datum import Point
from bot.rules.evidence import Grade
from bot.rules.penalties import Measure, PenaltyPolicy, Proposal, ProposalStatus, Rule
from bot.rules.records import Record, RecordStatus
from bot.rules.refusal import Refusal
from bot.rules.review_risk import Facts, Reason, ReviewPolicy
from bot.rules.spot_checks import Asked, Check, Result, SpotCheckPolicy
from bot.rules.visits import Visit

NOW = datetime(2026, 8, 3, 2, 0, tzinfo=UTC)
DAY = date(2026, 8, 3)
HERE = Point(30.5, 114.3)


def proposal(**more: object) -> Proposal:
    usual = {
        "id": 1, "person_id": 7, "unit_id": 3, "rule": Rule.POST, "about": "check:1", "day": DAY,
        "measure": Measure.FINE, "amount": 200, "step": 1, "found_at": NOW,
    }  # fmt: skip
    return Proposal(**(usual | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "earlier", "expected"),
    [
        (Rule.ABSENT, 0, (Rule.ABSENT, Measure.FINE, 50, False)),  # L03
        (Rule.LATE, 0, (Rule.LATE, Measure.FINE, 50, False)),  # L05
        (Rule.LATE, 9, (Rule.LATE, Measure.FINE, 50, False)),  # L05: each
        (Rule.POST, 0, (Rule.POST, Measure.FINE, 200, False)),  # L06
        (Rule.OUTING, 0, (Rule.OUTING, Measure.FINE, 100, False)),  # L07
        (Rule.OUTING, 1, (Rule.OUTING_AGAIN, Measure.STANDBY, None, False)),  # L08
        (Rule.CONDUCT, 0, (Rule.CONDUCT, Measure.CAUTION, None, False)),  # L09
        (Rule.CONDUCT, 1, (Rule.CONDUCT, Measure.WARNING, None, True)),
        (Rule.CONDUCT, 2, (Rule.CONDUCT, Measure.STANDBY, None, False)),
        (Rule.CONDUCT, 5, (Rule.CONDUCT, Measure.STANDBY, None, False)),
        (Rule.CREDIT_OVERDUE, 0, (Rule.CREDIT_OVERDUE, Measure.WARNING, None, True)),  # L10
        (Rule.CREDIT_OVERDUE, 1, (Rule.CREDIT_OVERDUE, Measure.FINE, 100, False)),
        (Rule.ARCHIVE_LATE, 3, (Rule.ARCHIVE_LATE, Measure.FINE, 50, False)),  # L11
    ],
)
def test_what_the_papers_attach(rule: Rule, earlier: int, expected: tuple[Rule, Measure, int | None, bool]) -> None:
    found = penalties.consequence(rule, earlier, DAY, PenaltyPolicy())
    assert (found.rule, found.measure, found.amount, found.deadline is not None) == expected
    assert found.step == earlier + 1


@given(st.sampled_from(Rule), st.integers(0, 20))
def test_switched_off_nothing_is_proposed_but_the_finding(rule: Rule, earlier: int) -> None:
    found = penalties.consequence(rule, earlier, DAY, PenaltyPolicy(enabled=False))
    assert (found.measure, found.amount, found.deadline) == (Measure.NONE, None, None)


@given(st.sampled_from(ProposalStatus), st.booleans(), st.integers(1, 9), st.text(max_size=5))
def test_a_flag_is_decided_once_by_another_and_against_a_contest_with_a_reason(
    status: ProposalStatus, stands: bool, by: int, reason: str
) -> None:
    """C18, S-11: whatever order people act in."""
    before = proposal(status=status, decided_at=NOW, contested_at=NOW)
    try:
        after = penalties.decide(before, by, stands, reason, NOW)
    except Refusal:
        own, over = by == before.person_id, status not in penalties.WAITING
        wordless = stands and status is ProposalStatus.CONTESTED and not reason.strip()
        assert own or over or wordless
        return
    assert by != before.person_id
    assert status in penalties.WAITING
    assert after.status is (ProposalStatus.UPHELD if stands else ProposalStatus.WITHDRAWN)
    assert (after.amount, after.measure) == (before.amount, before.measure)  # a decision never makes a sum
    with pytest.raises(Refusal):
        penalties.contest(after, 7, "no", NOW)


@pytest.mark.parametrize(
    ("by", "words", "status", "reason"),
    [
        (8, "x", ProposalStatus.PROPOSED, "proposals-not-yours"),
        (7, " ", ProposalStatus.PROPOSED, "proposals-contest-needs-reason"),
        (7, "x", ProposalStatus.CONTESTED, "proposals-contested-already"),
        (7, "x", ProposalStatus.UPHELD, "proposals-is-upheld"),
    ],
)
def test_a_contest_is_the_persons_own_with_a_reason_and_in_time(
    by: int, words: str, status: ProposalStatus, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        penalties.contest(proposal(status=status), by, words, NOW)


@given(st.lists(st.tuples(st.sampled_from(Rule), st.sampled_from(ProposalStatus)), max_size=30))
def test_the_tally_loses_nothing(flags: list[tuple[Rule, ProposalStatus]]) -> None:
    found = penalties.tally(proposal(rule=rule, status=status) for rule, status in flags)
    assert sum(each.made for each in found) == len(flags)
    assert all(each.made == each.waiting + each.upheld + each.withdrawn for each in found)
    assert all(each.false_alarms is None or 0 <= each.false_alarms <= 100 for each in found)


# ---------------------------------------------------------------- spot checks

CHECK = Check(id=1, unit_id=3, made_by=3, made_at=NOW, answer_by=NOW + timedelta(minutes=10), drawn=False)


def asked(where: Whereabouts, **more: object) -> Asked:
    return Asked(id=1, check_id=1, person_id=7, unit_id=3, registered=where, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("where", "point", "expected"),
    [
        (Whereabouts.IN, None, Result.PRESENT),
        (Whereabouts.UNEXPLAINED, None, Result.PRESENT),
        (Whereabouts.UNEXPLAINED, Point(31.5, 114.3), Result.PRESENT),  # no place of the office is known
        (Whereabouts.OUT, None, Result.OUT),
        (Whereabouts.OUT, HERE, Result.OUT),
        (Whereabouts.AT_CLIENT, Point(30.6, 114.3), Result.WRONG_PLACE),  # 11 km away
    ],
)
def test_what_an_answer_shows(where: Whereabouts, point: Point | None, expected: Result) -> None:
    found = spot_checks.respond(asked(where), CHECK, None, point, [HERE], SpotCheckPolicy(), NOW)
    assert found.result is expected


def test_without_a_known_place_nothing_is_wrong() -> None:
    found = spot_checks.respond(asked(Whereabouts.OUT), CHECK, None, HERE, [], SpotCheckPolicy(), NOW)
    assert (found.result, found.distance_m) == (Result.OUT, None)


@pytest.mark.parametrize(
    ("where", "rule"),
    [
        (Whereabouts.UNEXPLAINED, Rule.POST),
        (Whereabouts.IN, Rule.POST),
        (Whereabouts.ON_DUTY, Rule.POST),
        (Whereabouts.OUT, None),  # may be with the client
        (Whereabouts.AT_CLIENT, None),
        (Whereabouts.ON_LEAVE, None),
        (Whereabouts.OFF, None),
    ],
)
def test_whose_silence_is_a_finding(where: Whereabouts, rule: Rule | None) -> None:
    """L06: of those who should be at their post."""
    before = spot_checks.ask(7, 3, where)
    after = spot_checks.timed_out(before, CHECK, CHECK.answer_by)
    assert spot_checks.finding(after) is rule
    assert spot_checks.timed_out(before, CHECK, CHECK.answer_by - timedelta(seconds=1)) is before


@given(st.sets(st.integers(1, 200), min_size=1, max_size=60), st.integers(0, 70), st.text(max_size=8))
def test_a_draw_is_of_those_there_and_fair_to_the_seed(people: set[int], many: int, seed: str) -> None:
    """A17: as many as wanted, nobody twice, the same for the same seed."""
    drawn = spot_checks.drawn(people, many, seed)
    assert len(drawn) == len(set(drawn)) == min(many, len(people))
    assert set(drawn) <= people
    assert drawn == spot_checks.drawn(sorted(people, reverse=True), many, seed)


def test_nobody_checks_or_judges_themselves() -> None:
    """S-11."""
    with pytest.raises(Refusal, match="checks-not-oneself"):
        spot_checks.refuse([3, 7], 3, SpotCheckPolicy())
    with pytest.raises(Refusal, match="checks-not-oneself"):
        spot_checks.judge(asked(Whereabouts.IN), True, 7, NOW)


# ---------------------------------------------------------------- records by risk


def visit(**more: object) -> Visit:
    usual = {
        "id": 1, "person_id": 7, "unit_id": 3, "day": DAY, "arrived_at": NOW, "outing_id": 1, "grade": Grade.STRONG,
        "left_at": NOW + timedelta(minutes=40),
    }  # fmt: skip
    return Visit(**(usual | more))  # type: ignore[arg-type]


def record(**more: object) -> Record:
    usual = {
        "id": 1, "visit_id": 1, "version": 1, "person_id": 7, "unit_id": 3, "day": DAY,
        "status": RecordStatus.SUBMITTED, "purpose": "谈续贷", "result": "同意按原额度续做，利率待定，材料本周送齐",
        "next_step": "下周三送资料", "written_at": NOW, "written_by": 7,
    }  # fmt: skip
    return Record(**(usual | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (Facts(visit(), record()), ()),
        (Facts(visit(grade=Grade.CONTRADICTED), record()), (Reason.CONTRADICTED,)),
        (Facts(visit(grade=Grade.WEAK), record(late=True)), (Reason.WEAK, Reason.LATE)),
        (Facts(visit(planned=False), record()), (Reason.UNPLANNED,)),
        (Facts(visit(), None), (Reason.MISSING,)),
        (Facts(visit(), record(), alike=93), (Reason.COPY,)),
        (Facts(visit(), record(), alike=89), ()),
        (Facts(visit(), record(), dated=False), (Reason.NO_NEXT_STEP,)),
        (Facts(visit(), record(next_step=None)), (Reason.NO_NEXT_STEP,)),
        (Facts(visit(), record(), complaint=True), (Reason.COMPLAINT,)),
        (Facts(visit(left_at=NOW + timedelta(minutes=2)), record(result="长" * 200)), (Reason.SHORT_STAY,)),
        (Facts(visit(left_at=NOW + timedelta(minutes=90)), record(result="还行")), (Reason.THIN,)),
        (Facts(visit(left_at=None), record(result="长" * 900)), ()),  # how long it was nobody knows
    ],
)
def test_why_a_record_stands_where_it_stands(facts: Facts, expected: tuple[Reason, ...]) -> None:
    """C25, SY12."""
    assert review_risk.judge(facts, ReviewPolicy()).reasons == expected


GRADES = {True: Grade.WEAK, False: Grade.STRONG}
ENTRIES = st.lists(
    st.builds(
        lambda number, weak, sampled, days: review_risk.judge(
            Facts(visit(id=number, grade=GRADES[weak], day=DAY - timedelta(days=days)), record()),
            ReviewPolicy(),
            sampled,
        ),
        st.integers(1, 10_000), st.booleans(), st.booleans(), st.integers(0, 30),
    ),
    max_size=30,
    unique_by=lambda each: each.visit_id,
)  # fmt: skip


@given(ENTRIES, st.integers(2, 6))
def test_the_queue_loses_nobody_and_mixes_the_sample_in(entries: list[review_risk.Entry], every: int) -> None:
    """A17: riskiest first, and no more than `every` places without a calm sampled one while there are any."""
    queue = review_risk.in_order(entries, every)
    assert sorted(each.visit_id for each in queue) == sorted(each.visit_id for each in entries)
    risky = [each.score for each in queue if each.score > 0]
    assert risky == sorted(risky, reverse=True)
    calm = {each.visit_id for each in entries if Reason.SAMPLE in each.reasons and each.score == 0}
    first = next((n for n, each in enumerate(queue) if each.visit_id in calm), None)
    assert first is None or first < every


# ---------------------------------------------------------------- what waits

WAITING = st.builds(
    Waiting, st.sampled_from(Sort), st.integers(1, 99), st.just(7), st.just(3),
    st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)),
)  # fmt: skip


@given(st.lists(WAITING, max_size=20))
def test_the_oldest_deadline_first_and_decisions_before_words(waiting: list[Waiting]) -> None:
    order = approvals.in_order(waiting)
    assert len(order) == len(waiting)
    words = [each.sort in approvals.SEEN for each in order]
    assert words == sorted(words)
    for group in (False, True):
        until = [each.until for each in order if (each.sort in approvals.SEEN) is group]
        assert until == sorted(until)
