"""The page about scale says what the arithmetic says."""

from pathlib import Path

from benchmarks.scale import said_within, table

PAGE = Path(__file__).parent.parent.parent / "docs" / "scale.md"


def test_the_page_holds_the_table_as_it_is_printed() -> None:
    assert table() in PAGE.read_text("utf-8"), "print it anew: python -m benchmarks.scale"


def test_a_minute_of_briefings_stays_below_telegrams_limit() -> None:
    assert 60 * 26 <= said_within(60) <= 60 * 30
