"""What a phone shows of a visit: adverse facts, live locations that are followed, the RM's own sentence (T1-T16)."""

from datetime import time, timedelta
from typing import Any

import pytest

from bot.rules.evidence import Grade, Reason
from bot.rules.visits import LeftHow
from storage import field as f, tables as t
from tests.stage import MONDAY, Stage, local
from tests.stories.test_visits import AT, DINGSHENG, HUAFENG, PLACELESS, goes_out, is_over, visits

FORWARDED = {"forward_origin": {"type": "hidden_user", "sender_user_name": "王芳", "date": 1_780_000_000}}
VIA = {"via_bot": {"id": 77, "is_bot": True, "first_name": "gps", "username": "gps_bot"}}
SCHEDULED = {"is_from_offline": True}


@pytest.mark.parametrize(
    ("how", "reason", "grade"),
    [
        (FORWARDED, Reason.FORWARDED, Grade.CONTRADICTED),
        (VIA, Reason.VIA_BOT, Grade.CONTRADICTED),
        (SCHEDULED, Reason.SCHEDULED, Grade.CONTRADICTED),
        ({"accuracy": 1200.0}, Reason.ACCURACY_POOR, Grade.WEAK),
        ({"accuracy": 240.0}, Reason.ACCURACY_LOW, Grade.FAIR),
    ],
)
async def test_what_speaks_against_a_location_is_said_and_never_refused(
    stage: Stage, how: dict[str, Any], reason: Reason, grade: Grade
) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await li.locates(*AT[DINGSHENG], **how)
    li.heard("visits-card")
    visit = (await visits(stage))[0]
    assert reason in visit.reasons
    assert visit.grade is grade
    if grade is Grade.CONTRADICTED:
        assert (visit.latitude, visit.longitude) == (None, None)  # not the phone's place: not kept
        assert await stage.rows(f.points) == []
        assert "存疑" in li.last.text


async def test_a_place_from_the_list_is_not_where_the_phone_is(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    latitude, longitude = AT[DINGSHENG]
    point = {"latitude": latitude, "longitude": longitude}
    await li.sends(location=point, venue={"location": point, "title": "鼎盛纺织", "address": "江城路 1 号"})
    assert "地点列表" in li.heard("visits-card")
    visit = (await visits(stage))[0]
    assert (visit.grade, visit.latitude) == (Grade.WEAK, None)
    # The phone's own place makes up for it.
    await li.locates(*AT[DINGSHENG])
    li.heard("visits-card")
    assert (await visits(stage))[0].grade is Grade.FAIR


async def test_the_same_coordinates_to_the_last_digit_again(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await li.locates(*AT[DINGSHENG])
    await stage.at("09:30")
    await li.presses("menu-leave")
    await stage.at("10:00", days=1)
    await goes_out(stage, "li", DINGSHENG, day=MONDAY + timedelta(days=1))
    li.skip()
    await li.locates(*AT[DINGSHENG])
    assert "坐标完全相同" in li.heard("visits-card")
    assert (await visits(stage))[1].grade is Grade.WEAK


async def test_faster_than_anybody_travels(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG, HUAFENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    await li.presses("menu-leave")
    await stage.at("10:01")
    li.skip()
    await li.locates(*AT[HUAFENG])  # 3.6 km in a minute
    assert "这么短的时间到不了" in li.heard("visits-card")
    assert (await visits(stage))[1].grade is Grade.CONTRADICTED


async def test_a_live_walk_is_followed_and_becomes_strong_with_one_change_of_the_card(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    message = await li.locates(*AT[DINGSHENG], live=1800)
    said = li.heard("visits-card")
    assert "没有注明精度" in said
    assert (await visits(stage))[0].grade is Grade.FAIR
    for minute in range(1, 15):
        await stage.at(f"10:{minute:02}")
        await li.moves(message, 30.5001 + minute / 1e6, 114.3001, live=1800)
    edits = [each.key for each in li.news]
    assert edits == ["visits-card"]  # one edit when the grade changed, no flood
    assert li.news[0].method == "editMessageText"
    assert li.sees("可信")
    li.skip()
    visit = (await visits(stage))[0]
    assert visit.grade is Grade.STRONG
    assert Reason.DWELT in visit.reasons
    assert visit.dwell == timedelta(minutes=14)
    assert len(await stage.rows(f.points)) == 8  # thinned: one in two minutes of fourteen, and the first
    # Walking away is noticed, and asked about once.
    for minute in (15, 17, 19, 21):
        await stage.at(f"10:{minute}")
        await li.moves(message, 30.5101 + minute / 1e4, 114.31, live=1800)
    assert "10:15" in li.heard("departures-moved-off")
    await li.taps("departures.gone")
    assert "10:00–10:15" in li.heard("departures-left")
    visit = (await visits(stage))[0]
    assert (visit.left_at, visit.left_how) == (local(MONDAY, time(10, 15)), LeftHow.LIVE)
    await stage.at("10:45")
    li.heard_nothing()  # the share's end is no news any more
    await li.taps_data(f"departures.still:{visit.id}")
    li.heard("visits-already-left")
    await is_over(li)


async def test_a_live_location_that_ends_asks_once(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    message = await li.locates(*AT[DINGSHENG], live=900, accuracy=20.0)
    assert "可信" in li.heard("visits-card")
    await stage.at("10:20")
    li.heard("departures-share-over")  # Telegram does not say so; the clock does
    await li.moves(message, *AT[HUAFENG], live=None)  # after its end: not followed
    li.heard_nothing()
    await li.taps("departures.still")
    li.heard("departures-stays")
    await stage.at("10:50")
    await li.taps_data(f"departures.gone:{(await visits(stage))[0].id}:0")
    assert "停留 50 分钟" in li.heard("departures-left")


async def test_a_live_location_that_is_stopped_asks_once(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    message = await li.locates(*AT[DINGSHENG], live=900)
    li.skip()
    await stage.at("09:05")
    await li.moves(message, 30.5002, 114.3001, live=None)
    li.heard("departures-share-over")
    await stage.at("09:30")
    li.heard_nothing()
    assert (await visits(stage))[0].live_message_id is None
    await li.moves(message, 30.6, 114.4)
    li.heard_nothing()


async def test_a_live_location_started_later_strengthens_the_visit(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("10:00")
    await li.locates(*AT[DINGSHENG])
    li.skip()
    message = await li.locates(30.50011, 114.30011, live=3600)
    li.heard("evidence-following")
    for minute in (3, 6, 9, 12):
        await stage.at(f"10:{minute:02}")
        await li.moves(message, 30.5001 + minute / 1e6, 114.3001, live=3600)
    li.heard("visits-card")
    assert (await visits(stage))[0].grade is Grade.STRONG
    assert len(await visits(stage)) == 1


async def test_a_question_of_yesterdays_share_asks_for_the_time(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.at("15:00")
    await li.locates(*AT[DINGSHENG], live=900)
    await stage.at("08:00", days=1)
    li.skip()
    await li.taps("departures.gone")  # "just left", said a day later
    li.heard("visits-when-left")
    assert (await visits(stage))[0].left_at is None


async def test_a_moving_place_of_somebody_who_visits_nobody_is_no_news(stage: Stage) -> None:
    li, admin = stage.actor("li"), stage.actor("admin")
    await li.moves(4711, *AT[DINGSHENG])
    await admin.moves(4712, *AT[DINGSHENG])
    li.heard_nothing()
    admin.heard_nothing()


async def test_the_rm_adds_a_sentence_that_the_supervisor_sees_too(stage: Stage) -> None:
    await goes_out(stage, "li", PLACELESS)
    li, chen = stage.actor("li"), stage.actor("chen")
    await li.locates(30.6, 114.2)
    li.heard("visits-card")
    chen.heard("places-visit")
    await li.taps("evidence.remark")
    li.heard("evidence-ask-remark")
    await li.says("地下车库没有信号")
    assert "地下车库没有信号" in li.heard("evidence-remark-kept", "visits-card")
    assert "地下车库没有信号" in chen.heard("places-visit")
    assert chen.last.method == "editMessageText"
    assert (await visits(stage))[0].remark == "地下车库没有信号"
    await is_over(li)


async def test_a_command_leaves_the_question_about_the_sentence(stage: Stage) -> None:
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await li.locates(*AT[DINGSHENG])
    await li.taps("evidence.remark")
    li.skip()
    await li.presses("menu-leave")
    li.heard("departures-left")
    assert (await visits(stage))[0].remark is None
    await is_over(li)


async def test_a_map_of_another_datum_is_suspected_not_the_person(stage: Stage) -> None:
    """A place imported as GPS figures that were GCJ-02 lies half a kilometre off (T39)."""
    await goes_out(stage, "li", DINGSHENG)
    li = stage.actor("li")
    await stage.change(t.places, t.places.c.client_id == DINGSHENG, latitude=30.4979, longitude=114.3056)
    await li.locates(*AT[DINGSHENG])
    said = li.heard("visits-card")
    assert "坐标系" in said
    assert (await visits(stage))[0].grade is Grade.WEAK
