"""The chain as plain functions: every kind of meddling is found where it was done (C06, C14)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.rules import chain
from bot.rules.chain import Finding, Line, Link, Seal

DAY = date(2026, 8, 3)
NOON = datetime(2026, 8, 3, 4, 0, tzinfo=UTC)


def a_day(count: int) -> tuple[list[Link], dict[int, Line], Seal]:
    """An untouched day of so many lines, linked and sealed."""
    links: list[Link] = []
    lines: dict[int, Line] = {}
    previous = chain.START
    for n in range(1, count + 1):
        line = Line(n * 3, NOON + timedelta(minutes=n), 7, "visits.stay", f"visit:{n}", {"grade": "fair", "n": n})
        previous = chain.link_hash(previous, line)
        lines[line.id] = line
        links.append(Link(line.id, n, previous))
    return links, lines, Seal(1, 3, DAY, count, previous, chain.seal_hash(chain.START, 3, DAY, count, previous))


def look(links: list[Link], lines: dict[int, Line], seal: Seal | None) -> list[tuple[str, int | None]]:
    return [(each.what, each.position) for each in chain.examine_day(3, DAY, links, lines, seal)]


def test_an_untouched_day_is_fine() -> None:
    assert look(*a_day(20)) == []
    assert look([], {}, None) == []


@given(st.integers(1, 12), st.data())
def test_one_changed_line_is_one_finding_and_names_the_line(count: int, data: st.DataObject) -> None:
    links, lines, seal = a_day(count)
    which = data.draw(st.sampled_from(links))
    field = data.draw(st.sampled_from(["action", "about", "at", "person_id", "facts"]))
    value = {"action": "x.y", "about": None, "at": NOON, "person_id": None, "facts": {"grade": "strong"}}[field]
    lines[which.audit_id] = replace(lines[which.audit_id], **{field: value})  # type: ignore[arg-type]
    assert look(links, lines, seal) == [("changed", which.position)]


@given(st.integers(1, 12), st.data())
def test_a_missing_line_is_found_with_and_without_its_link(count: int, data: st.DataObject) -> None:
    links, lines, seal = a_day(count)
    which = data.draw(st.sampled_from(links))
    without = {number: line for number, line in lines.items() if number != which.audit_id}
    assert look(links, without, seal) == [("missing", which.position)]
    assert look([each for each in links if each != which], without, seal) == [("missing", which.position)]


def test_a_line_appended_to_a_sealed_day_is_found() -> None:
    links, lines, seal = a_day(4)
    more_links, more_lines, _ = a_day(5)
    assert look(more_links, more_lines, seal) == [("inserted", 5)]
    assert look(links, lines, seal) == []


def test_a_day_rewritten_with_all_its_hashes_differs_from_its_seal() -> None:
    _, _, seal = a_day(3)
    previous = chain.START
    links, lines = [], {}
    for n in range(1, 4):
        line = Line(n * 3, NOON, 8, "visits.stay", None, {})
        previous = chain.link_hash(previous, line)
        links.append(Link(line.id, n, previous))
        lines[line.id] = line
    assert look(links, lines, seal) == [("seal", None)]


def test_seals_are_one_chain_and_codes_told_to_people_must_be_in_it() -> None:
    first = a_day(3)[2]
    second = replace(first, id=2, unit_id=4, hash=chain.seal_hash(first.hash, 4, DAY, 3, first.head))
    assert chain.examine_seals([first, second], [chain.code(second.hash)]) == []
    assert chain.examine_seals([second]) == [Finding("seal", 4, DAY)]
    assert chain.examine_seals([first], [chain.code(second.hash)]) == [Finding("code")]
    assert chain.examine_seals([first], [""]) == [Finding("code")]


@pytest.mark.parametrize("facts", [{"a": 1, "b": [1.5, None]}, {"鼎": "盛"}, {}])
def test_the_hash_does_not_depend_on_the_order_of_facts(facts: dict[str, object]) -> None:
    line = Line(1, NOON, None, "a.b", None, facts)
    turned = Line(1, NOON.astimezone(), None, "a.b", None, dict(reversed(list(facts.items()))))
    assert chain.link_hash(chain.START, line) == chain.link_hash(chain.START, turned)
