"""One joined ranking: what weighs more, what climbs, what is new, and that nothing of it is lost (A16, 3.W)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.rules import briefing
from bot.rules.ranking import SORT_OF, Matter, RankingPolicy, Reason, Sort, nearness, rank, weight

TODAY = date(2026, 8, 3)
POLICY = RankingPolicy()


def matter(reason: Reason, days: int = 0, client: int | None = 1, *, source: int = 0, must: bool = False) -> Matter:
    return Matter(reason, "V01", TODAY + timedelta(days=days), client, source or (client or 0), 0, must)


@pytest.mark.parametrize(
    ("days", "near"), [(60, 25), (30, 25), (15, 63), (1, 98), (0, 100), (-1, 101), (-30, 150), (-60, 200), (-400, 200)]
)
def test_a_matter_weighs_more_each_day(days: int, near: int) -> None:
    assert nearness(days, POLICY) == near


def test_a_line_that_expires_climbs_as_the_days_pass() -> None:
    line = matter(Reason.LINE_FILE, 30, client=1, must=True)
    others = [matter(Reason.ON_SITE, -40, client=2, must=True), matter(Reason.PHONE, -3, client=3, must=True)]
    places = []
    for passed in range(0, 31, 5):
        order = [each.client_id for each in rank([line, *others], TODAY + timedelta(days=passed), POLICY)]
        places.append(order.index(1))
    assert places[0] > places[-1] == 0
    assert places == sorted(places, reverse=True)


def test_the_matters_of_a_client_make_one_line_and_weigh_together() -> None:
    expiry, promise, visit = matter(Reason.LINE_FILE, 0), matter(Reason.PROMISE, 0), matter(Reason.ON_SITE, -30)
    alone = matter(Reason.LINE_FILE, -5, client=2)
    first, second = rank([visit, alone, promise, expiry], TODAY, POLICY)
    assert (first.client_id, second.client_id) == (1, 2)
    assert [each.reason for each in first.matters] == [Reason.LINE_FILE, Reason.PROMISE, Reason.ON_SITE]
    assert first.weight == sum(weight(each, TODAY, POLICY) for each in first.matters)


def test_what_has_no_client_is_a_line_of_its_own() -> None:
    tasks = [matter(Reason.TASK, client=None, source=number) for number in (1, 2)]
    assert len(rank(tasks, TODAY, POLICY)) == 2


def test_the_tier_and_what_the_bank_wants_weigh_more() -> None:
    policy = RankingPolicy(tiers={"diamond": 40})
    plain, wanted = matter(Reason.PHONE), matter(Reason.PHONE, must=True)
    assert weight(wanted, TODAY, policy) > weight(plain, TODAY, policy)
    assert weight(plain, TODAY, policy, "diamond") == weight(plain, TODAY, policy) * 140 // 100


def test_what_is_new_since_yesterday_stands_first() -> None:
    old, new = matter(Reason.LINE_FILE, 0, client=1, must=True), matter(Reason.BIRTHDAY, 1, client=2)
    first, second = rank([old, new], TODAY, POLICY, known={old.mark})
    assert (first.client_id, first.new, second.new) == (2, True, False)
    assert not any(each.new for each in rank([old, new], TODAY, POLICY))


def test_every_reason_has_a_sort() -> None:
    assert set(SORT_OF) == set(Reason)
    assert set(SORT_OF.values()) == set(Sort)


matters = st.lists(
    st.builds(
        Matter,
        st.sampled_from(list(Reason)),
        st.sampled_from(["V01", "K11"]),
        st.dates(TODAY - timedelta(days=90), TODAY + timedelta(days=90)),
        st.none() | st.integers(1, 12),
        st.integers(1, 30),
        st.integers(-5, 90),
        st.booleans(),
    ),
    max_size=60,
)


@given(matters, st.integers(1, 9), st.data())
def test_every_must_item_is_on_a_page_or_behind_more(some: list[Matter], most: int, data: st.DataObject) -> None:
    aside = data.draw(st.sets(st.sampled_from([each.ref for each in some]))) if some else set()
    entries = rank(some, TODAY, POLICY, put_off=aside)
    pages = []
    number = 0
    while True:
        page = briefing.page(entries, most, number)
        assert len(page.shown) <= most
        assert page.first + len(page.shown) + page.more == page.total == len(entries)
        pages += page.shown
        if not page.more:
            break
        number += 1
    shown = {each.ref for entry in pages for each in entry.matters}
    assert shown == {each.ref for each in some} - aside


@given(matters, st.randoms())
def test_the_order_does_not_depend_on_the_order_of_the_facts(some: list[Matter], chance: object) -> None:
    once = {(each.reason, each.source_id, each.due, each.client_id): each for each in some}
    facts = list({each.ref: each for each in once.values()}.values())
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rank(facts, TODAY, POLICY) == rank(shuffled, TODAY, POLICY)


@given(st.sampled_from(list(Reason)), st.integers(-90, 90))
def test_a_day_later_nothing_weighs_less(reason: Reason, days: int) -> None:
    one = matter(reason, days)
    assert weight(one, TODAY + timedelta(days=1), POLICY) >= weight(one, TODAY, POLICY)
