"""What else a record says, and how the agenda follows it (S-06, C11, C12, V27)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.rules.agenda import Item, ItemStatus, Sort
from bot.rules.appointments import ReminderPolicy, Wanted, follow, put_off, remind_at, still_due
from bot.rules.findings import Findings, Risk, answer_risk, ask_risk, joined
from bot.rules.refusal import Refusal

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 8, 3, 2, tzinfo=UTC)  # ten in the morning there
POLICY = ReminderPolicy()


def item(day: date = date(2026, 8, 5), at: datetime | None = None, **more: object) -> Item:
    told = {"id": 7, "person_id": 1, "unit_id": 3, "sort": Sort.NEXT_STEP, "text": "a", "made_by": 1, "made_at": NOW}
    return Item(day=day, at=at, **{**told, **more})  # type: ignore[arg-type]


def at(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZONE).astimezone(UTC)


@pytest.mark.parametrize(
    ("products", "risk", "wanted", "asked"),
    [
        ("理财", Risk.UNSAID, True, True),
        ("理财", Risk.UNSAID, False, False),
        (None, Risk.UNSAID, True, False),
        ("理财", Risk.DISCLOSED, True, False),
        ("理财", Risk.NOT_YET, True, False),
    ],
)
def test_the_risk_question_is_asked_where_products_were_talked_about(
    products: str | None, risk: Risk, wanted: bool, asked: bool
) -> None:
    """S-06."""
    assert ask_risk(Findings(record_id=1, products=products, risk=risk), wanted) is asked


def test_the_answer_bears_its_time_and_needs_a_product() -> None:
    answered = answer_risk(Findings(record_id=1, products="理财"), Risk.DISCLOSED, NOW)
    assert (answered.risk, answered.risk_at) == (Risk.DISCLOSED, NOW)
    with pytest.raises(Refusal):
        answer_risk(Findings(record_id=1), Risk.DISCLOSED, NOW)


def test_silence_takes_nothing_away() -> None:
    before = Findings(record_id=1, products="理财", risk=Risk.DISCLOSED, risk_at=NOW, complaint="太慢", promise="报价")
    assert joined(before, Findings(record_id=0)) == before
    assert joined(before, Findings(record_id=0, complaint="太贵")).complaint == "太贵"


@pytest.mark.parametrize(
    ("day", "hour", "reminded"),
    [
        (date(2026, 8, 5), None, at(date(2026, 8, 5), time(8, 30))),
        (date(2026, 8, 5), time(15), at(date(2026, 8, 5), time(14))),
        (date(2026, 8, 5), time(7, 30), at(date(2026, 8, 5), time(7))),  # S-03: not at half past six
        (date(2026, 8, 5), time(6), at(date(2026, 8, 4), time(21))),
        (date(2026, 8, 5), time(22, 30), at(date(2026, 8, 5), time(21))),
        (date(2026, 8, 3), time(10, 30), NOW),  # half an hour is left
        (date(2026, 8, 3), time(9), None),
        (date(2026, 8, 3), None, None),  # this morning is over
    ],
)
def test_when_to_remind(day: date, hour: time | None, reminded: datetime | None) -> None:
    assert remind_at(item(day, at(day, hour) if hour else None), POLICY, ZONE, NOW) == reminded


def test_what_somebody_asked_to_be_reminded_of_is_said_at_its_minute() -> None:
    night = at(date(2026, 8, 5), time(22, 30))
    assert remind_at(item(date(2026, 8, 5), night, sort=Sort.REMINDER), POLICY, ZONE, NOW) == night


@given(st.datetimes(datetime(2026, 8, 3, 3), datetime(2027, 8, 3)))
def test_no_reminder_in_the_quiet_hours_unless_it_is_late_already(moment: datetime) -> None:
    due_at = moment.replace(tzinfo=UTC)
    due = remind_at(item(due_at.astimezone(ZONE).date(), due_at), POLICY, ZONE, NOW)
    assert due is not None
    assert NOW <= due <= due_at
    assert due == NOW or POLICY.quiet_to <= due.astimezone(ZONE).time() <= POLICY.quiet_from


def test_what_is_done_moved_or_dropped_is_not_reminded_of() -> None:
    day = date(2026, 8, 5)
    assert still_due(item(), day, None)
    assert not still_due(None, day, None)
    assert not still_due(item(status=ItemStatus.DONE), day, None)
    assert not still_due(item(), day, NOW)
    assert remind_at(item(status=ItemStatus.DROPPED), POLICY, ZONE, NOW) is None


def test_put_off_keeps_the_hour_and_goes_never_into_the_past() -> None:
    moved = put_off(item(at=at(date(2026, 8, 5), time(15))), date(2026, 8, 6), ZONE, date(2026, 8, 5))
    assert (moved.day, moved.at, moved.moved) == (date(2026, 8, 6), at(date(2026, 8, 6), time(15)), 1)
    with pytest.raises(Refusal):
        put_off(item(), date(2026, 8, 2), ZONE, date(2026, 8, 3))


def wanted(day: date, text: str = "a", sort: Sort = Sort.NEXT_STEP) -> Wanted:
    return Wanted(sort, day, None, text)


def test_a_record_changed_later_changes_its_items() -> None:
    """C12: new, moved, off; and what has not changed is left as the agenda has it."""
    one, two = wanted(date(2026, 8, 5)), wanted(date(2026, 8, 6))
    assert follow((), (one,), (), 1, NOW).new == (one,)
    (changed,) = follow((one,), (two,), (item(),), 1, NOW).changed
    assert (changed.day, changed.moved, changed.id) == (two.day, 1, 7)
    (dropped,) = follow((one,), (), (item(),), 1, NOW).dropped
    assert (dropped.status, dropped.closed_at) == (ItemStatus.DROPPED, NOW)
    put = replace(item(), day=date(2026, 8, 9), moved=1)
    assert follow((one,), (one,), (put,), 1, NOW) == follow((), (), (), 1, NOW)
    done = item(status=ItemStatus.DONE)
    assert follow((one,), (two,), (done,), 1, NOW).new == (two,)
    assert follow((one,), (one,), (done,), 1, NOW).new == ()
    other = wanted(date(2026, 8, 7), "b", Sort.PROMISE)
    assert follow((one,), (one, other), (item(),), 1, NOW).new == (other,)
    assert timedelta(minutes=60) == POLICY.ahead
