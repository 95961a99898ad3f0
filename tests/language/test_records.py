"""The corpus of dictated records: how much of it is read right, per field, is at least what was reached."""

from __future__ import annotations

import pytest

from tests.language.records import BLOCKS, FIELDS, corpus, wrong

READ = [(said, wrong(said)) for said in corpus()]
# The shares that are not to be lost again. The issue asks for as much on texts nobody here wrote, and for 97 % of the
# missing blocks: whether a record without a word about it had a purpose is where our own labels waver, too.
REACHED = {
    "client": 0.97, "person": 0.95, "next_at": 0.95, "missing": 0.86, "invented": 1.0,
    "purpose": 0.92, "hoped": 0.92, "result": 0.92, "next": 0.92, "department": 0.92, "position": 0.92,
}  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_as_many_records_are_read_right_as_were(field: str, language: str) -> None:
    mine = [(said, miss) for said, miss in READ if said.language == language]
    asked = [miss for said, miss in mine if field not in BLOCKS or field in said.cells]
    wrong_ones = [said.text for said, miss in mine if field in miss]
    assert len(wrong_ones) <= (1 - REACHED[field]) * max(len(asked), 1) + 0.999, wrong_ones
