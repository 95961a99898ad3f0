"""A sandbox with a place on disk goes on where it stopped, also after being killed."""

from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.clock import Clock, StillClock
from bot.sandbox.server import Sandbox, start
from tests.sandbox.conftest import TOKEN, people


async def ask(sandbox: Sandbox, method: str, **params: object) -> dict[str, object]:
    address = f"{sandbox.url}/bot{TOKEN}/{method}"
    async with aiohttp.ClientSession() as session, session.post(address, json=params) as response:
        found: dict[str, object] = await response.json()
        return found


async def test_chats_updates_files_and_settings_come_back(tmp_path: Path, clock: StillClock) -> None:
    first = await start(clock=clock, bot_token=TOKEN, data_dir=tmp_path, people=people())
    lin = first.phone("lin")
    confirmed = lin.say("办完了")
    waiting = lin.share_live(31.2, 121.4, 900)
    voice = lin.send_media("voice", b"OggS", duration=2)
    markup = {"keyboard": [[{"text": "外出"}]]}
    await ask(first, "sendMessage", chat_id=101, text="菜单", reply_markup=markup)
    taps = {"inline_keyboard": [[{"text": "好", "callback_data": "a"}]]}
    await ask(first, "sendMessage", chat_id=101, text="选", reply_markup=taps)
    query = lin.tap("a")
    await ask(first, "setMyCommands", commands=[{"command": "out", "description": "外出"}])
    first.phone("chen").block()
    first.world.updates.slip_in(b'{"update_id": %d, "message": "\xff"}')
    updates = list(first.world.updates.pending)
    await ask(first, "getUpdates", offset=updates[1], limit=1)
    before = lin.messages
    # As after a kill: nobody calls close, another process opens the same place.
    second = await start(clock=clock, bot_token=TOKEN, data_dir=tmp_path, people=people())
    again = second.phone("lin")
    assert again.messages == before
    assert again.room.keyboard == lin.room.keyboard
    assert list(second.world.updates.pending) == updates[1:]
    assert second.world.updates.pending[updates[-1]] == first.world.updates.pending[updates[-1]]
    assert second.phone("chen").person.blocked
    assert second.world.bot.commands == {"default|": [{"command": "out", "description": "外出"}]}
    assert again.move(waiting, 31.3, 121.4)
    assert again.say("还在") > confirmed + 4
    assert (await ask(second, "answerCallbackQuery", callback_query_id=query))["ok"]
    assert second.world.contents[again.messages[voice - 1]["voice"]["file_unique_id"]] == b"OggS"
    assert list(second.world.updates.pending)[-1] > updates[-1]
    await second.close()
    await first.close()


async def test_the_webhook_goes_on_after_a_restart(tmp_path: Path, clock: StillClock) -> None:
    first = await start(clock=clock, bot_token=TOKEN, data_dir=tmp_path, people=people())
    await ask(first, "setWebhook", url="http://127.0.0.1:9/hook", secret_token="s")
    await first.close()
    second = await start(clock=clock, bot_token=TOKEN, data_dir=tmp_path, people=people())
    assert second.world.bot.webhook == {"url": "http://127.0.0.1:9/hook", "secret_token": "s", "max_connections": 40}
    await second.close()


async def test_the_clock_is_moved_ahead_again(tmp_path: Path) -> None:
    clock = Clock()
    first = await start(clock=clock, bot_token=TOKEN, data_dir=tmp_path, people=people())
    first.phones.move_clock(timedelta(hours=3))
    await first.close()
    fresh = Clock()
    second = await start(clock=fresh, bot_token=TOKEN, data_dir=tmp_path, people=people())
    assert abs(fresh.now() - clock.now()) < timedelta(seconds=1)
    await second.close()
