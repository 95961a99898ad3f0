"""getUpdates: handed out until confirmed, one poller, filters, expiry, malformed neighbours."""

import asyncio
from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from bot.clock import StillClock
from bot.sandbox.server import Sandbox
from tests.sandbox.conftest import Raw


async def ids(raw: Raw, **params: object) -> list[int]:
    status, body = await raw("getUpdates", **params)
    assert status == 200, body
    return [update["update_id"] for update in body["result"]]


async def test_updates_come_again_until_an_offset_confirms_them(sandbox: Sandbox, raw: Raw) -> None:
    lin = sandbox.phone("lin")
    for text in ("一", "二", "三"):
        lin.say(text)
    first = await ids(raw)
    assert first == [first[0], first[0] + 1, first[0] + 2]
    assert await ids(raw, offset=first[0]) == first
    assert await ids(raw, offset=first[2]) == first[2:]
    assert await ids(raw, offset=first[2] + 1) == []
    assert await ids(raw, offset=first[0]) == []


async def test_the_same_offset_at_once_gets_one_update_only(sandbox: Sandbox, raw: Raw) -> None:
    for text in ("一", "二"):
        sandbox.phone("lin").say(text)
    first = await ids(raw, offset=0)
    assert len(first) == 2
    assert await ids(raw, offset=0) == first[:1]


async def test_a_negative_offset_counts_from_the_end(sandbox: Sandbox, raw: Raw) -> None:
    for text in ("一", "二", "三"):
        sandbox.phone("lin").say(text)
    last = await ids(raw, offset=-1)
    assert len(last) == 1
    assert len(sandbox.world.updates.pending) == 1


async def test_a_long_poll_wakes_when_somebody_speaks(sandbox: Sandbox, bot: Bot) -> None:
    async with asyncio.TaskGroup() as group:
        waiting = group.create_task(bot.get_updates(timeout=10))
        await asyncio.sleep(0.05)
        assert not waiting.done()
        sandbox.phone("lin").say("在吗")
    (update,) = waiting.result()
    assert update.message
    assert update.message.text == "在吗"
    assert update.message.from_user
    assert update.message.from_user.language_code == "zh-hans"


async def test_a_poll_with_nothing_to_hear_ends_after_its_timeout(raw: Raw) -> None:
    assert await ids(raw, timeout=1) == []


async def test_the_older_of_two_pollers_is_told_so(sandbox: Sandbox, bot: Bot, raw: Raw) -> None:
    async with asyncio.TaskGroup() as group:
        older = group.create_task(_conflict(bot))
        await asyncio.sleep(0.05)
        newer = group.create_task(ids(raw, timeout=5))
        await asyncio.sleep(0.05)
        sandbox.phone("lin").say("你好")
    assert "terminated by other getUpdates request" in older.result()
    assert len(newer.result()) == 1


async def _conflict(bot: Bot) -> str:
    with pytest.raises(TelegramConflictError) as caught:
        await bot.get_updates(timeout=5)
    return caught.value.message


async def test_a_poller_that_hangs_up_loses_nothing(sandbox: Sandbox, raw: Raw) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await raw("getUpdates", timeout=20)
    sandbox.phone("lin").say("还在")
    assert len(await ids(raw)) == 1


async def test_limit_and_allowed_updates(sandbox: Sandbox, raw: Raw) -> None:
    lin = sandbox.phone("lin")
    assert await ids(raw, allowed_updates=["message"]) == []
    lin.say("一")
    lin.block()
    lin.start()
    kinds = [sorted(update.keys() - {"update_id"}) for update in (await raw("getUpdates", offset=1))[1]["result"]]
    assert kinds == [["message"], ["message"]]
    assert len(await ids(raw, limit=1, offset=-2)) == 1
    await raw("getUpdates", allowed_updates=["my_chat_member"])
    lin.say("二")
    assert len(sandbox.world.updates.pending) == 2


async def test_messages_expire_after_a_day_and_taps_after_150_seconds(
    sandbox: Sandbox, raw: Raw, clock: StillClock
) -> None:
    lin = sandbox.phone("lin")
    await raw(
        "sendMessage",
        chat_id=101,
        text="选",
        reply_markup={"inline_keyboard": [[{"text": "好", "callback_data": "a"}]]},
    )
    lin.say("一")
    lin.tap("a")
    clock.shift(timedelta(seconds=149))
    assert len(await ids(raw)) == 2
    clock.shift(timedelta(seconds=2))
    assert len(await ids(raw, offset=1)) == 1
    clock.shift(timedelta(hours=24))
    assert await ids(raw, offset=2) == []


async def test_a_malformed_update_sits_among_good_ones(sandbox: Sandbox, raw: Raw) -> None:
    sandbox.phone("lin").say("前")
    broken = sandbox.world.updates.slip_in(b'{"update_id": %d, "message": {"message_id": "x"}}')
    sandbox.phone("lin").say("后")
    found = await ids(raw)
    assert found[1] == broken
    assert len(found) == 3


async def test_update_ids_may_jump(sandbox: Sandbox, raw: Raw) -> None:
    sandbox.phone("lin").say("前")
    sandbox.world.updates.next_id = 5
    (first,) = await ids(raw)
    await ids(raw, offset=first + 1)
    sandbox.phone("lin").say("后")
    assert await ids(raw) == [5]
