"""When clients were last seen and called: a call is no visit, and a visit counts once its record is in (D03, V07)."""

from datetime import date

from bot.policy import Policies
from bot.rules.cadence import Post
from bot.rules.contacts import Channel
from storage import cadence, calendar_tables as c, matters, people
from storage.holidays import china
from tests.stage import Actor, Stage
from tests.stories.test_records import FULL, visited

DINGSHENG = 1
MONDAY = date(2026, 8, 3)


async def visit(stage: Stage, actor: Actor) -> None:
    """A visit of this morning, with its record handed in."""
    await visited(stage, actor.name, DINGSHENG, "09:10", "09:40")
    actor.skip()
    await actor.says(f"记录：{FULL}")
    await actor.taps("records.save")


async def counted(stage: Stage) -> None:
    async with stage.app.database.writing() as db:
        await cadence.begin(db, [1, 2, 3, 4, 5, 6], date(2026, 7, 1))


async def last(stage: Stage) -> dict[Channel, date]:
    async with stage.app.database.reading() as db:
        return (await cadence.of_clients(db, [DINGSHENG]))[DINGSHENG].by_channel()


async def reasons(stage: Stage, day: date) -> set[tuple[str, str]]:
    """What the rhythm and credit say about this client on a day."""
    async with stage.app.database.reading() as db:
        li = await people.by_id(db, 1)
        assert li is not None
        found = await matters.matters_of(db, [li], Policies.load().of(), day, china(frozenset(range(5))))
    return {(each.rule, each.reason) for each in found.get(1, ()) if each.client_id == DINGSHENG}


async def test_a_call_is_no_visit_and_taking_it_back_counts(stage: Stage) -> None:
    """V01 and V02 are due; the call settles V02 alone, and undone it settles nothing."""
    await counted(stage)
    li = stage.actor("li")
    await stage.at("10:00")
    assert await reasons(stage, MONDAY) == {("V01", "on_site"), ("V02", "phone")}
    await li.says("刚给鼎盛纺织打电话，说好周五送资料")
    assert await last(stage) == {Channel.PHONE: MONDAY}
    assert await reasons(stage, MONDAY) == {("V01", "on_site")}
    await li.taps("contacts.undo")
    assert await last(stage) == {}
    assert await reasons(stage, MONDAY) == {("V01", "on_site"), ("V02", "phone")}


async def test_a_visit_counts_once_its_record_is_in(stage: Stage) -> None:
    """Being there is not enough; sent back it does not count until it is in again."""
    await counted(stage)
    li, chen = stage.actor("li"), stage.actor("chen")
    await stage.at("10:00")
    await visited(stage, "li", DINGSHENG, "09:10", "09:40")
    assert await last(stage) == {}
    await li.says(f"记录：{FULL}")
    assert await last(stage) == {}
    await li.taps("records.save")
    assert await last(stage) == {Channel.ON_SITE: MONDAY}
    assert await reasons(stage, MONDAY) == set()  # whoever is met need not be rung too, says the policy
    await chen.taps_data("reviews.send_back:1:1")
    if any(each.startswith("reviews.") for each in chen.buttons()):
        chen.skip()


async def test_a_supervisors_visit_is_their_own(stage: Stage) -> None:
    """V03: what who leads does with an RM's client does not settle the RM's V01."""
    await counted(stage)
    chen = stage.actor("chen")
    await stage.at("10:00")
    await visit(stage, chen)
    assert await last(stage) == {}
    async with stage.app.database.reading() as db:
        (done,) = await cadence.done_by(db, [3], MONDAY)
    assert (done.client_id, done.channel, done.day) == (DINGSHENG, Channel.ON_SITE, MONDAY)


async def test_nobody_is_behind_on_the_first_day(stage: Stage) -> None:
    """A client without a row is not counted; one counted from today owes nothing today."""
    policy = Policies.load().of().rules.cadence
    async with stage.app.database.writing() as db:
        assert await cadence.behind(db, [1], policy, Post.RM, MONDAY) == []
        await cadence.begin(db, [1, 2], MONDAY)
        await cadence.begin(db, [1, 2], date(2026, 1, 1))  # counted already: goes on
        assert await cadence.behind(db, [1], policy, Post.RM, MONDAY) == []
        assert [row.since for row in await db.execute(c.touches.select())] == [MONDAY, MONDAY]


async def test_the_quarterly_look_at_a_client_is_ticked(stage: Stage) -> None:
    """V16: a retail client's line goes with one tap, and comes back with another on the same day."""
    await counted(stage)
    shop = 6
    li, zhang = stage.actor("li"), stage.actor("zhang")
    async with stage.app.database.writing() as db:
        await db.execute(c.touches.update().values(since=date(2026, 1, 1)))

    async def owed() -> bool:
        async with stage.app.database.reading() as db:
            people_ = await people.by_ids(db, [1])
            found = await matters.matters_of(db, [people_[1]], Policies.load().of(), MONDAY, china(frozenset(range(5))))
        return any(each.rule == "V16" and each.client_id == shop for each in found.get(1, ()))

    assert await owed()
    await zhang.taps_data(f"analyses.done:{shop}")
    zhang.heard("turn-button-over")
    await li.taps_data(f"analyses.done:{shop}")
    li.heard("analyses-noted")
    assert not await owed()
    await li.taps_data(f"analyses.done:{shop}")
    li.heard("analyses-already")
    await li.taps("analyses.undo")
    li.heard("analyses-undone")
    assert await owed()
