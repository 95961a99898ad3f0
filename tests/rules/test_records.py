"""The call-on record: four blocks, versions, late marks, review (A07, A09, A10, C12, V21, S-11)."""

from contextlib import suppress
from datetime import timedelta
from itertools import chain, combinations

import pytest
from hypothesis import given, settings, strategies as st

from bot.rules.records import (
    Block,
    RecordPolicy,
    RecordStatus,
    ask_record,
    in_force,
    missing,
    owed,
    review,
    send_back,
    submit,
    tick,
    write,
)
from bot.rules.refusal import Refusal
from tests.rules.facts import ANNA, BORIS, CHEN, DAY, ZONE, at, visit

POLICY = RecordPolicy()
FOUR = {
    Block.WHO: "鼎盛纺织 王总 财务部 经理",
    Block.PURPOSE: "看厂房，谈续贷",
    Block.RESULT: "同意续贷",
    Block.NEXT: "周四送合同",
}
TOMORROW = DAY + timedelta(days=1)


def written(blocks=FOUR, current=None, when=None, by=ANNA):
    return write(visit(), current, blocks, POLICY, by, when or at(11))


def submitted(**facts):
    return submit(written(**facts), POLICY, ZONE, facts.get("when") or at(11))


@pytest.mark.parametrize("given_", list(chain.from_iterable(combinations(Block, n) for n in range(5))))
def test_exactly_the_empty_blocks_are_asked_for(given_):
    """A10."""
    record = written(
        {block: FOUR[block] for block in given_} | {Block.WHO: FOUR[Block.WHO] if Block.WHO in given_ else " "}
    )
    assert missing(record.blocks, POLICY) == tuple(block for block in Block if block not in given_)
    assert record.status is (RecordStatus.COMPLETE if len(given_) == 4 else RecordStatus.DRAFT)
    assert not missing({}, RecordPolicy(required=()))


def test_a_block_may_be_as_long_as_the_policy_says():
    assert len(written({Block.RESULT: "长" * 2000}).result) == 2000


def test_signed_without_words():
    assert review(submitted(), CHEN, " ", at(18)).opinion is None
    assert review(submitted(), CHEN, "抓紧", at(18)).opinion == "抓紧"


def test_saved_step_by_step():
    first = written({Block.WHO: FOUR[Block.WHO]})
    second = written({Block.PURPOSE: "谈续贷"}, current=first)
    assert (first.version, second.version) == (1, 2)
    assert second.blocks == {Block.WHO: FOUR[Block.WHO], Block.PURPOSE: "谈续贷"}


@pytest.mark.parametrize(
    ("when", "late"), [(at(11), False), (at(20), False), (at(20, 1), True), (at(8, day=TOMORROW), True)]
)
def test_late_is_marked_and_not_back_dated(when, late):
    """A07: the same day, until its end; C12."""
    record = submit(written(), POLICY, ZONE, when)
    assert (record.late, record.submitted_at, record.status) == (late, when, RecordStatus.SUBMITTED)


def test_a_better_version_of_one_that_came_in_time_is_not_late():
    again = write(visit(), submitted(), {Block.RESULT: "同意续贷三百万"}, POLICY, ANNA, at(9, day=TOMORROW))
    assert submit(again, POLICY, ZONE, at(9, day=TOMORROW)).late is False


def test_a_better_version_of_a_late_one_stays_late():
    late = submit(written(), POLICY, ZONE, at(9, day=TOMORROW))
    again = write(visit(), late, {Block.RESULT: "同意续贷三百万"}, POLICY, ANNA, at(10, day=TOMORROW))
    assert submit(again, POLICY, ZONE, at(10, day=TOMORROW)).late is True


def test_after_a_review_a_change_is_a_new_version_and_the_reviewed_one_stays():
    """C12."""
    read = review(submitted(), CHEN, "抓紧", at(18))
    changed = write(visit(), read, {Block.NEXT: "周五送合同"}, POLICY, ANNA, at(18, 30))
    assert (changed.version, changed.status, changed.reviewed_by, changed.opinion) == (
        2,
        RecordStatus.COMPLETE,
        None,
        None,
    )
    assert in_force([changed, read]) is changed
    assert (read.status, read.next_step) == (RecordStatus.REVIEWED, "周四送合同")
    assert in_force([]) is None


def test_the_supervisor_asks_for_more():
    back = send_back(submitted(), CHEN, " 请写明金额 ", at(18))
    assert (back.status, back.opinion) == (RecordStatus.RETURNED, "请写明金额")
    assert submit(back, POLICY, ZONE, at(19)).status is RecordStatus.SUBMITTED


@pytest.mark.parametrize(
    ("act", "key"),
    [
        (lambda: written(by=BORIS), "records-not-yours"),
        (lambda: written({Block.WHO: "长" * 2001}), "records-block-too-long"),
        (lambda: written(current=written()), "records-nothing-changed"),
        (lambda: submit(written({}), POLICY, ZONE, at(11)), "records-incomplete"),
        (lambda: submit(submitted(), POLICY, ZONE, at(11)), "records-already-submitted"),
        (lambda: review(submitted(), ANNA, None, at(18)), "records-own-review"),
        (lambda: send_back(submitted(), ANNA, "金额", at(18)), "records-own-review"),
        (lambda: review(written(), CHEN, None, at(18)), "records-not-submitted"),
        (lambda: review(review(submitted(), CHEN, None, at(18)), CHEN, None, at(19)), "records-already-reviewed"),
        (lambda: send_back(submitted(), CHEN, " ", at(18)), "records-return-needs-reason"),
        (lambda: tick(submitted(), BORIS, at(18)), "records-not-yours"),
        (lambda: tick(tick(submitted(), ANNA, at(18)), ANNA, at(18)), "records-already-ticked"),
    ],
)
def test_refused(act, key):
    with pytest.raises(Refusal, match=key):
        act()


def test_the_tick_survives_a_new_version():
    """V21."""
    ticked = tick(submitted(), ANNA, at(12))
    assert written({Block.NEXT: "周五"}, current=ticked).entered_elsewhere_at == at(12)


def test_what_is_owed():
    """A07, V30: oldest first, with what is missing."""
    early, mid, late = visit(id=1, arrived_at=at(9)), visit(id=2), visit(id=3, arrived_at=at(14))
    current = {1: submitted(), 3: written({Block.WHO: "王总"})}
    assert owed([late, mid, early], current, POLICY) == (
        (mid, tuple(Block)),
        (late, (Block.PURPOSE, Block.RESULT, Block.NEXT)),
    )


@pytest.mark.parametrize(
    ("stay", "record", "said"),
    [
        (visit(), None, None),
        (visit(left_at=at(11)), None, "records-owed"),
        (visit(left_at=at(11)), written(), "records-owed"),
        (visit(left_at=at(11)), submitted(), None),
        (visit(left_at=at(11)), review(submitted(), CHEN, None, at(18)), None),
        (visit(left_at=at(11)), send_back(submitted(), CHEN, "金额", at(18)), "records-returned"),
    ],
)
def test_what_is_said_about_a_record(stay, record, said):
    assert ask_record(stay, record) == said


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.dictionaries(st.sampled_from(Block), st.sampled_from(["", " ", "甲", "乙"]), min_size=1), max_size=6)
)
def test_versions_count_up_and_lose_nothing(edits):
    versions, expected = [], {}
    for edit in edits:
        with suppress(Refusal):  # an edit that changes nothing makes no version
            versions.append(written(edit, current=in_force(versions)))
        expected |= {block: text.strip() for block, text in edit.items()}
    assert [record.version for record in versions] == list(range(1, len(versions) + 1))
    latest = in_force(versions)
    assert latest is None or latest.blocks == {block: text for block, text in expected.items() if text}
