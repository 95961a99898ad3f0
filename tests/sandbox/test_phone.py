"""What a person can do, as the bot gets to see it through aiogram's types."""

from datetime import timedelta

import pytest
from aiogram import Bot
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, MessageOriginUser, Update

from bot.clock import StillClock
from bot.sandbox.phone import Manner
from bot.sandbox.rejected import Unable
from bot.sandbox.server import Sandbox


async def news(bot: Bot, sandbox: Sandbox) -> list[Update]:
    """Everything unconfirmed, then confirmed."""
    found = await bot.get_updates()
    sandbox.world.updates.clear()
    return found


async def test_a_live_location_moves_and_stops(sandbox: Sandbox, bot: Bot, clock: StillClock) -> None:
    lin = sandbox.phone("lin")
    share = lin.share_live(31.2, 121.4, 900, 12.0, 90)
    clock.shift(timedelta(seconds=20))
    assert lin.move(share, 31.2001, 121.4, 15.0)
    assert not lin.move(share, 31.2001, 121.4, 15.0)
    lin.stop(share)
    with pytest.raises(Unable, match="not_live"):
        lin.move(share, 31.3, 121.4)
    first, moved, stopped = await news(bot, sandbox)
    assert first.message
    assert first.message.location
    assert (first.message.location.live_period, first.message.location.heading) == (900, 90)
    assert moved.edited_message
    assert moved.edited_message.location
    assert moved.edited_message.location.latitude == 31.2001
    assert moved.edited_message.location.horizontal_accuracy == 15.0
    assert moved.edited_message.edit_date
    assert stopped.edited_message
    assert stopped.edited_message.location
    assert stopped.edited_message.location.live_period is None
    assert stopped.edited_message.location.latitude == 31.2001


async def test_a_live_location_ends_by_itself(sandbox: Sandbox, bot: Bot, clock: StillClock) -> None:
    lin = sandbox.phone("lin")
    share = lin.share_live(31.2, 121.4, 60)
    clock.shift(timedelta(seconds=61))
    with pytest.raises(Unable, match="not_live"):
        lin.move(share, 31.3, 121.4)
    lin.say("到了", manner=Manner(reply_to=share))
    reply = (await news(bot, sandbox))[-1].message
    assert reply
    assert reply.reply_to_message
    assert reply.reply_to_message.location
    assert reply.reply_to_message.location.live_period is None


async def test_locations_that_are_no_evidence(sandbox: Sandbox, bot: Bot, clock: StillClock) -> None:
    lin = sandbox.phone("lin")
    lin.send_location(31.2, 121.4, manner=Manner(forward={"type": "hidden_user", "name": "王"}))
    lin.send_location(31.2, 121.4, 15.0, manner=Manner(via_bot="gif"))
    lin.send_location(31.2, 121.4, manner=Manner(offline=True, sent_at=clock.now() - timedelta(hours=2)))
    lin.send_venue(31.2, 121.4, "鼎盛纺织", "东路 1 号")
    forwarded, via, offline, venue = [update.message for update in await news(bot, sandbox)]
    assert forwarded
    assert forwarded.forward_origin
    assert forwarded.forward_origin.type == "hidden_user"
    assert via
    assert via.via_bot
    assert via.via_bot.is_bot
    assert offline
    assert offline.is_from_offline
    assert offline.date == clock.now() - timedelta(hours=2)
    assert venue
    assert venue.venue
    assert venue.location
    assert venue.venue.title == "鼎盛纺织"


async def test_forwarding_a_colleagues_point(sandbox: Sandbox, bot: Bot) -> None:
    lin, chen = sandbox.phone("lin"), sandbox.phone("chen")
    point = chen.send_location(31.2, 121.4)
    lin.forward(102, point)
    lin.forward(102, point, drop_author=True)
    _, honest, dropped = [update.message for update in await news(bot, sandbox)]
    assert honest
    assert isinstance(honest.forward_origin, MessageOriginUser)
    assert honest.forward_origin.sender_user.id == 102
    assert honest.location
    assert dropped
    assert dropped.location
    assert dropped.forward_origin is None
    secret = await bot.send_message(102, "机密", protect_content=True)
    with pytest.raises(Unable, match="protected"):
        chen.forward(102, secret.message_id)


async def test_a_forwarded_voice_keeps_its_unique_id(sandbox: Sandbox, bot: Bot) -> None:
    lin = sandbox.phone("lin")
    first = lin.send_media("voice", b"OggS", duration=3)
    lin.forward(101, first, drop_author=True)
    lin.send_media("voice", b"OggS", duration=3)
    ids = [update.message.voice.file_unique_id for update in await news(bot, sandbox) if update.message.voice]  # type: ignore[union-attr]
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize("kind", ["voice", "audio", "video_note", "photo", "document", "video"])
async def test_every_kind_of_media_arrives(sandbox: Sandbox, bot: Bot, kind: str) -> None:
    sandbox.phone("lin").send_media(kind, b"bytes", duration=2, caption="说明" if kind != "video_note" else None)  # type: ignore[arg-type]
    (update,) = await news(bot, sandbox)
    assert getattr(update.message, kind)


async def test_own_messages_can_be_rewritten(sandbox: Sandbox, bot: Bot) -> None:
    lin = sandbox.phone("lin")
    said = lin.say("去鼎胜")
    lin.edit(said, "去鼎盛 /out")
    edited = (await news(bot, sandbox))[-1].edited_message
    assert edited
    assert (edited.text, edited.edit_date is not None) == ("去鼎盛 /out", True)
    assert [one.type for one in edited.entities or []] == ["bot_command"]
    with pytest.raises(Unable, match="no_message"):
        lin.edit(999, "x")


async def test_blocking_and_starting_again(sandbox: Sandbox, bot: Bot) -> None:
    lin = sandbox.phone("lin")
    lin.block()
    with pytest.raises(Unable, match="blocked"):
        lin.say("喂")
    lin.start("TOKEN")
    blocked, back, start = await news(bot, sandbox)
    assert blocked.my_chat_member
    assert (blocked.my_chat_member.old_chat_member.status, blocked.my_chat_member.new_chat_member.status) == (
        "member",
        "kicked",
    )
    assert back.my_chat_member
    assert back.my_chat_member.new_chat_member.status == "member"
    assert start.message
    assert start.message.text == "/start TOKEN"
    assert [one.type for one in start.message.entities or []] == ["bot_command"]


async def test_taps_need_a_button_that_is_there(sandbox: Sandbox, bot: Bot) -> None:
    lin = sandbox.phone("lin")
    with pytest.raises(Unable, match="no_button"):
        lin.tap("yes")
    link = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="看", url="https://example.com")]])
    await bot.send_message(101, "链接", reply_markup=link)
    assert lin.tap(label="看") == ""
    assert await news(bot, sandbox) == []


async def test_groups_hear_commands_only(sandbox: Sandbox, bot: Bot) -> None:
    sandbox.world.add_group(-1001, "一组", [101, 102])
    lin = sandbox.phone("lin")
    lin.say("大家好", chat=-1001)
    lin.say("/team", chat=-1001)
    (update,) = await news(bot, sandbox)
    assert update.message
    assert (update.message.chat.id, update.message.text) == (-1001, "/team")
    sent = await bot.send_message(-1001, "都在")
    assert sandbox.phone("chen").world.rooms[-1001].messages[sent.message_id]["text"] == "都在"
    await bot.leave_chat(-1001)
    (left,) = await news(bot, sandbox)
    assert left.my_chat_member
    assert left.my_chat_member.new_chat_member.status == "left"
