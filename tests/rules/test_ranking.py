"""One joined ranking: what weighs more, what climbs, what is new, and that nothing of it is lost (A16, 3.W)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from bot.rules import briefing
from bot.rules.ranking import SORT_OF, Matter, RankingPolicy, Reason, Sort, Urgency, nearness, rank, weight

TODAY = date(2026, 8, 3)
POLICY = RankingPolicy()


def matter(
    reason: Reason, days: int = 0, client: int | None = 1, *, source: int = 0, must: bool = False, left: int = 0
) -> Matter:
    """`days` until its day, `left` until a credit item ends."""
    return Matter(reason, "V01", TODAY + timedelta(days=days), client, source or (client or 0), left, must)


# The demo branch's morning, as a banker reads it: the order of these lines.
MORNING = {
    "天谷机械": [(Reason.RELEND_TALK, -44, 1), (Reason.ON_SITE, -3, 0), (Reason.PHONE, 0, 0)],  # loan: one day left
    "过期评级": [(Reason.RATING_FILE, -20, -5)],
    "迟了的承诺": [(Reason.PROMISE, -1, 0)],
    "华泽布业": [(Reason.LINE_FILE, -9, 21), (Reason.ON_SITE, -61, 0), (Reason.PROMISE, 0, 0)],
    "今天拜访": [(Reason.PLANNED_VISIT, 0, 0)],
    "宏图电子": [(Reason.ON_SITE, -27, 0), (Reason.PHONE, -3, 0)],
    "锦云丝绸": [(Reason.RATING_NOTICE, -5, 55), (Reason.LINE_NOTICE, 0, 92)],  # only just opened
}
BANDS = {
    Urgency.NOW: {"天谷机械", "过期评级", "迟了的承诺"},
    Urgency.DUE: {"华泽布业", "今天拜访"},
    Urgency.BEHIND: {"宏图电子"},
    Urgency.AHEAD: {"锦云丝绸"},
}


def test_the_order_is_a_banker_s() -> None:
    names = dict(enumerate(MORNING, 1))
    facts = [
        matter(reason, days, number, source=number * 10 + place, must=True, left=left)
        for number, name in names.items()
        for place, (reason, days, left) in enumerate(MORNING[name])
    ]
    entries = rank(facts, TODAY, POLICY)
    found = [(each.urgency, names[each.client_id or 0]) for each in entries]
    assert [urgency for urgency, _ in found] == sorted(urgency for urgency, _ in found)
    assert {band: {name for urgency, name in found if urgency is band} for band in BANDS} == BANDS
    assert [name for _, name in found][-1] == "锦云丝绸"


def test_many_mild_matters_do_not_outweigh_one_that_ends_tomorrow() -> None:
    tomorrow = matter(Reason.LOAN_NOTICE, -29, 1, left=1)
    mild = [matter(Reason.LINE_NOTICE, 0, 2, source=number, must=True, left=90) for number in range(20)]
    behind = [matter(Reason.ON_SITE, -40, 3, source=number, must=True) for number in range(20)]
    assert [each.client_id for each in rank([*mild, *behind, tomorrow], TODAY, POLICY)] == [1, 3, 2]


def test_what_is_new_breaks_ties_within_an_urgency_only() -> None:
    known_now, new_later = matter(Reason.LOAN_NOTICE, -29, 1, left=1), matter(Reason.LINE_NOTICE, 0, 2, left=90)
    known_later = matter(Reason.RATING_NOTICE, 0, 3, left=40, must=True)
    entries = rank([new_later, known_later, known_now], TODAY, POLICY, known={known_now.mark, known_later.mark})
    assert [(each.client_id, each.new) for each in entries] == [(1, False), (2, True), (3, False)]


@pytest.mark.parametrize(
    ("days", "near"), [(60, 25), (30, 25), (15, 37), (3, 62), (1, 81), (0, 100), (-1, 101), (-30, 150), (-400, 200)]
)
def test_a_matter_weighs_more_each_day(days: int, near: int) -> None:
    assert nearness(days, POLICY) == near


def test_a_line_that_expires_climbs_as_the_days_pass() -> None:
    places = []
    for left in range(60, -1, -5):
        line = matter(Reason.LINE_FILE, left - 30, client=1, must=True, left=left)
        others = [
            matter(Reason.ON_SITE, -40, client=2, must=True),
            matter(Reason.PROMISE, -1, client=3, must=True),
            matter(Reason.TASK, 0, client=4, must=True),
        ]
        places.append([each.client_id for each in rank([line, *others], TODAY, POLICY)].index(1))
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
    old, new = matter(Reason.TASK, 0, client=1, must=True), matter(Reason.BIRTHDAY, 0, client=2)
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
    one, later = matter(reason, days, left=days), matter(reason, days, left=days - 1)
    assert weight(later, TODAY + timedelta(days=1), POLICY) >= weight(one, TODAY, POLICY)
