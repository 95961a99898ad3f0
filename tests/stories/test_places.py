"""Places: supervisors look at visits and accept where they were, clients learn their place, points are forgotten."""

from datetime import timedelta

import pytest

from bot.rules.evidence import Grade
from storage import field as f, tables as t
from tests.stage import MONDAY, Stage
from tests.stories.test_visits import AT, DINGSHENG, PLACELESS, goes_out, is_over, visits

DOOR = (30.6001, 114.2001)


async def visit_on(stage: Stage, days: int, latitude: float, longitude: float, client: int = PLACELESS) -> None:
    """Li visits a client for half an hour on a later day."""
    li = stage.actor("li")
    await stage.at("10:00", days=1)
    stage.actor("chen").skip()
    await goes_out(stage, "li", client, day=MONDAY + timedelta(days=days))
    await li.locates(latitude, longitude)
    await stage.at("10:30")
    await li.presses("menu-leave")
    li.skip()


async def test_a_client_without_a_place_learns_it_from_accepted_visits(stage: Stage) -> None:
    li, chen = stage.actor("li"), stage.actor("chen")
    for day, (north, east) in enumerate([(0.0, 0.0), (0.0002, 0.0001), (-0.0002, 0.0002)], 1):
        await visit_on(stage, day, DOOR[0] + north, DOOR[1] + east)
        assert "还没有已知地址" in chen.news[0].text
        chen.skip()
        await chen.taps("places.accept")
        if day < 3:
            chen.heard("places-accepted-so-far", "places-visit")
        else:
            chen.heard("places-learned", "places-visit")
        assert "已认可位置" in chen.last.text
    place = (await stage.rows(t.places, t.places.c.client_id == PLACELESS))[0]
    assert place.origin == "learned"
    assert (place.latitude, place.longitude) == pytest.approx((DOOR[0], DOOR[1] + 0.0001))
    assert 10 < place.spread_m < 40
    # From now on the place is known: compared with, and nobody needs to be asked.
    await visit_on(stage, 4, DOOR[0] + 0.0003, DOOR[1])
    chen.heard_nothing()
    last = (await visits(stage))[-1]
    assert last.grade is Grade.FAIR
    assert last.distance_m is not None
    assert last.distance_m < 60
    await is_over(li)


async def test_nobody_accepts_their_own_visit_or_that_of_strangers(stage: Stage) -> None:
    sun, chen, zhao, feng = (stage.actor(name) for name in ("sun", "chen", "zhao", "feng"))
    await stage.change(t.clients, t.clients.c.id == PLACELESS, keeper_id=5)
    await goes_out(stage, "sun", PLACELESS)
    await sun.locates(*DOOR)  # the deputy is an RM too (D32)
    chen.heard("places-visit")
    visit = (await visits(stage, "sun"))[0]
    sun.skip()
    await sun.taps_data(f"places.accept:{visit.id}")
    sun.heard("visits-own-acceptance")
    await zhao.taps_data(f"places.accept:{visit.id}")
    zhao.heard("places-not-yours")
    await zhao.taps_data(f"places.show:{visit.id}")
    zhao.heard("places-not-yours")
    await feng.taps_data(f"places.show:{visit.id}")  # an auditor looks and decides nothing
    assert "孙副主任" in feng.heard("places-visit")
    assert "places.accept" not in str(feng.buttons())
    await feng.taps_data(f"places.accept:{visit.id}")
    feng.heard("turn-not-allowed")
    await chen.taps_data("places.accept:99999")
    chen.heard("turn-button-over")
    await chen.taps("places.accept")
    chen.heard("places-accepted-so-far", "places-visit")
    assert (await visits(stage, "sun"))[0].accepted_by == 3
    # Twice, or by a second supervisor: one outcome, and the truth.
    await chen.taps_data(f"places.accept:{visit.id}")
    chen.heard("visits-already-accepted")
    qian = stage.actor("qian")
    await qian.taps_data(f"places.accept:{visit.id}")
    qian.heard("visits-already-accepted")


async def test_a_supervisor_looks_at_any_visit_of_theirs(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.locates(*AT[DINGSHENG])
    visit = (await visits(stage))[0]
    await chen.taps_data(f"places.show:{visit.id}")
    said = chen.heard("places-visit")
    assert "李伟" in said
    assert "一次性位置" in said
    await chen.taps("places.accept")
    chen.heard("places-accepted", "places-visit")
    assert (await stage.rows(t.places, t.places.c.client_id == DINGSHENG))[0].origin == "imported"
    await li.taps_data(f"places.show:{visit.id}")
    li.skip()
    assert li.last.key == "turn-not-allowed"


async def test_a_visit_without_a_point_can_not_be_accepted(stage: Stage) -> None:
    await goes_out(stage, "li", PLACELESS)
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.presses("menu-in")
    await li.presses("visits-no-place")
    chen.heard("places-visit")
    assert chen.buttons() == []
    await chen.taps_data(f"places.accept:{(await visits(stage))[0].id}")
    chen.heard("visits-no-point")


async def test_points_are_forgotten_after_the_policys_days(stage: Stage) -> None:
    li = stage.actor("li")
    await goes_out(stage, "li", DINGSHENG)
    await li.locates(*AT[DINGSHENG], live=900)
    await li.presses("menu-leave")
    await visit_on(stage, 1, 30.5002, 114.3002, client=DINGSHENG)
    await stage.at("12:00", days=29)  # thirty days after the first
    assert [each.latitude for each in await visits(stage)] == [AT[DINGSHENG][0], 30.5002]
    await stage.at("12:00", days=1)
    first, second = await visits(stage)
    assert (first.latitude, first.longitude, first.accuracy_m) == (None, None, None)
    assert first.grade is Grade.FAIR  # that they were there stays, with its grade
    assert second.latitude == 30.5002
    assert {row.visit_id for row in await stage.rows(f.points)} == {second.id}
    await stage.at("12:00", days=1)
    assert [each.latitude for each in await visits(stage)] == [None, None]
    assert await stage.rows(f.points) == []


async def test_clients_off_by_one_and_the_same_vector_make_the_datum_suspect(stage: Stage) -> None:
    """T39: said to the supervisor when the third client joins, and only then."""
    chen = stage.actor("chen")
    for day, client in enumerate((1, 2, 3), 1):
        latitude, longitude = AT[client]
        await visit_on(stage, day, latitude + 0.004, longitude + 0.004, client)
        chen.skip()
        await chen.taps_data(f"places.accept:{day}")
        said = [each.key for each in chen.news]
        assert ("places-same-shift" in said) is (client == 3), said
    assert "3 家客户" in next(each.text for each in chen.news if each.key == "places-same-shift")
