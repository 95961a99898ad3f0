"""Reminders: never in quiet hours without bypass, never when stale, put off so often, escalated once (S-03, A09)."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from bot.rules.refusal import Refusal
from bot.rules.reminding import (
    Hearing,
    QuietHours,
    Reminder,
    RemindingPolicy,
    State,
    Volume,
    choices,
    decide,
    due_now,
    escalates,
    heard,
    is_quiet,
    put_off,
    quiet_until,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")
ZONES = [SHANGHAI, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Kathmandu")]
POLICY = RemindingPolicy()


def at(hour: int, minute: int = 0, day: int = 3) -> datetime:
    return datetime(2026, 8, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)


HALF_PAST_FOUR = at(16, 30)


def reminder(moment: datetime = HALF_PAST_FOUR, **more: object) -> Reminder:
    return Reminder(id=1, person_id=1, kind="return", about="outing:1", moment=moment, due=moment, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("now", "wish", "level", "on_leave", "bypass", "state"),
    [
        (at(16, 29), Volume.ALL, Volume.MUST, False, False, State.WAITING),  # before its moment
        (at(16, 30), Volume.ALL, Volume.MUST, False, False, State.SAID),
        (at(16, 30), Volume.MUST, Volume.IMPORTANT, False, False, State.MUTED),
        (at(16, 30), Volume.MUST, Volume.MUST, False, False, State.SAID),
        (at(16, 30), Volume.IMPORTANT, Volume.ALL, False, False, State.MUTED),
        (at(16, 30), Volume.ALL, Volume.MUST, True, False, State.AWAY),
        (at(22, 0), Volume.ALL, Volume.MUST, False, False, State.WAITING),  # S-03
        (at(22, 0), Volume.ALL, Volume.MUST, False, True, State.SAID),  # M01
    ],
)
def test_what_becomes_of_a_reminder(
    now: datetime, wish: Volume, level: Volume, on_leave: bool, bypass: bool, state: State
) -> None:
    hearing = Hearing(now, SHANGHAI, wish, on_leave)
    assert decide(reminder(), level, hearing, POLICY, bypass=bypass).state is state


def test_held_back_until_the_quiet_hours_end_or_stale_by_then() -> None:
    held = decide(reminder(), Volume.MUST, Hearing(at(22), SHANGHAI), POLICY)
    assert held.due == at(7, day=4)
    stale = decide(reminder(), Volume.MUST, Hearing(at(22), SHANGHAI), POLICY, stale=at(23, 59))
    assert stale.state is State.STALE


def test_the_bank_says_how_little_one_may_hear() -> None:
    assert heard(Volume.MUST, Volume.IMPORTANT) is Volume.IMPORTANT
    assert heard(Volume.ALL, Volume.IMPORTANT) is Volume.ALL
    assert choices(RemindingPolicy(least=Volume.IMPORTANT)) == [Volume.ALL, Volume.IMPORTANT]


def test_later_so_often_and_never_into_the_past() -> None:
    said = reminder(state=State.SAID, said_at=at(16, 30))
    again = put_off(said, at(17), at(16, 31), POLICY)
    assert (again.state, again.due, again.moment) == (State.WAITING, at(17), at(16, 30))
    for broken, until in ((reminder(), at(17)), (said, at(16)), (replace(said, put_off=3), at(17))):
        with pytest.raises(Refusal):
            put_off(broken, until, at(16, 31), POLICY)


def test_escalated_once_and_only_while_it_is_open() -> None:
    said = reminder(state=State.SAID, said_at=at(16, 30))
    later = at(4, 30, day=4)
    assert escalates(said, True, later, POLICY)
    assert not escalates(said, True, later - timedelta(minutes=1), POLICY)
    assert not escalates(said, False, later, POLICY)
    assert not escalates(replace(said, escalated_at=later), True, later, POLICY)


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)).map(lambda each: each.replace(tzinfo=UTC))
hours = st.builds(QuietHours, st.times(), st.times())


@given(moments, hours, st.sampled_from(ZONES), st.sampled_from(list(Volume)), st.sampled_from(list(Volume)))
def test_nothing_is_said_in_quiet_hours_without_bypass(
    now: datetime, quiet: QuietHours, zone: ZoneInfo, wish: Volume, level: Volume
) -> None:
    decided = decide(reminder(now), level, Hearing(now, zone, wish), RemindingPolicy(quiet=quiet))
    assert not (decided.state is State.SAID and is_quiet(now, quiet, zone))
    if decided.state is State.WAITING:
        assert decided.due > now
        assert not is_quiet(decided.due, quiet, zone)


@given(moments, hours, st.sampled_from(ZONES))
def test_quiet_hours_end(now: datetime, quiet: QuietHours, zone: ZoneInfo) -> None:
    until = quiet_until(now, quiet, zone)
    assert now <= until <= now + timedelta(hours=26)
    assert not is_quiet(until, quiet, zone)


@given(st.lists(moments, min_size=1, max_size=20), moments)
def test_each_is_said_at_most_once_however_often_it_is_asked(asked: list[datetime], moment: datetime) -> None:
    """As the store keeps it: whatever the clock does, a reminder that was said is not said again."""
    row, times = reminder(moment), 0
    for now in asked:
        before = row.state
        row = decide(row, Volume.MUST, Hearing(now, SHANGHAI), RemindingPolicy(quiet=QuietHours(time(0), time(0))))
        times += before is State.WAITING and row.state is State.SAID
    assert times <= 1


def test_what_falls_together_is_in_the_order_of_its_moments() -> None:
    rows = [replace(reminder(at(17)), id=2), replace(reminder(at(16)), id=3), replace(reminder(at(18)), id=4)]
    assert [each.id for each in due_now(rows, at(17))] == [3, 2]
