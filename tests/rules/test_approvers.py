"""Whoever decides: never oneself, found at the moment of deciding, or honestly nobody (D40, S-11)."""

from datetime import UTC, datetime

from hypothesis import given, strategies as st

from bot.rules.approvers import approver, candidates
from bot.rules.people import Person, Unit, Units

WHEN = datetime(2026, 8, 3, tzinfo=UTC)
TREE = Units(
    [
        Unit(1, "HQ", "HQ", None, "head_office", "Asia/Shanghai", None, None),
        Unit(2, "BR", "BR", 1, "branch", "Asia/Shanghai", 6, None),
        Unit(3, "TA", "TA", 2, "department", "Asia/Shanghai", 3, 5),
    ]
)


def person(number: int, unit_id: int = 3) -> Person:
    return Person(number, f"S{number}", f"P{number}", unit_id, number, "zh-Hans")


def found(number: int, away: set[int] = frozenset(), **more: object) -> tuple[int, int | None] | None:  # type: ignore[assignment]
    one = approver(person(number), TREE, lambda each: each not in away, **more)  # type: ignore[arg-type]
    return (one.person_id, one.acting_for) if one else None


def test_head_then_deputy_then_the_next_unit_up() -> None:
    assert found(1) == (3, None)
    assert found(1, {3}) == (5, 3)
    assert found(1, {3, 5}) == (6, 3)
    assert found(1, {3}, deputies=False) == (6, 3)
    assert found(1, {3, 5, 6}) is None


def test_never_oneself_and_a_head_asks_the_next_unit() -> None:
    """The deputy stands in for the head towards others, and does not decide about the head."""
    assert found(3) == (6, None)
    assert found(3, deputies=False) == (6, None)
    assert found(5) == (3, None)


def test_the_next_level_is_above_the_unit_that_agreed() -> None:
    assert found(1, above=3) == (6, None)
    assert found(1, above=2) is None
    assert found(1, without={3}) == (5, None)


@st.composite
def trees(draw: st.DrawFn) -> Units:
    size = draw(st.integers(1, 7))
    ids = st.integers(1, 9)
    return Units(
        Unit(
            n, str(n), str(n), draw(st.none() | st.integers(1, size)), "unit", "UTC",
            draw(st.none() | ids), draw(st.none() | ids),
        )
        for n in range(1, size + 1)
    )  # fmt: skip


@given(trees(), st.integers(1, 9), st.sets(st.integers(1, 9)), st.integers(1, 7))
def test_it_always_ends_and_is_never_the_person_nor_somebody_away(
    units: Units, number: int, away: set[int], unit_id: int
) -> None:
    """Rings in the tree included; nobody is said only where everybody on the way up is away."""
    who = person(number, unit_id)
    one = approver(who, units, lambda each: each not in away)
    possible = {each for each, _ in candidates(who, units)}
    if one is None:
        assert possible <= away
    else:
        assert one.person_id in possible - away - {number}
        assert one.acting_for is None or one.acting_for in away
