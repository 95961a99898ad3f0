"""What the bot asks of the server: updates, webhooks, files, chats, and to leave."""

import re
from urllib.parse import urlsplit

import telegram

from bot.sandbox.parameters import Call, Described, Raw, chat, method, thing, truth, whole, words
from bot.sandbox.rejected import Json, Rejected, bad_request, conflict

LARGEST_DOWNLOAD = 20 * 1024 * 1024
LONGEST_POLL = 50.0  # seconds


@method("getUpdates", offset=whole, limit=whole, timeout=whole, allowed_updates=thing)
async def get_updates(call: Call) -> Raw:
    world = call.world
    if world.bot.webhook is not None:
        raise conflict(
            "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
        )
    _allow(call)
    limit = call.get("limit", 100)
    found = await world.updates.poll(
        call.get("offset", 0), limit if 1 <= limit <= 100 else 100, min(max(call.get("timeout", 0), 0), LONGEST_POLL)
    )
    return Raw(b"[" + b",".join([item.body for item in found]) + b"]", len(found))


@method(
    "setWebhook", url=words, secret_token=words, max_connections=whole, allowed_updates=thing,
    drop_pending_updates=truth, ip_address=words,
)  # fmt: skip
async def set_webhook(call: Call) -> Described:
    world = call.world
    url = call.get("url") or ""
    if not url:
        return await delete_webhook(call)
    address = urlsplit(url)
    near = address.hostname in ("127.0.0.1", "localhost", "::1")
    if address.scheme != "https" and not (address.scheme == "http" and near):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not near and address.port not in (None, 443, 80, 88, 8443):
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    secret = call.get("secret_token") or ""
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    connections = call.get("max_connections", 40)
    if not 1 <= connections <= 100:
        connections = 40
    _allow(call)
    if call.get("drop_pending_updates"):
        world.updates.clear()
    world.updates.interrupt(conflict("terminated by setWebhook request"))
    wanted = {"url": url, "secret_token": secret, "max_connections": connections}
    if wanted == world.bot.webhook:
        return Described(True, "Webhook is already set")
    world.bot.webhook = wanted
    world.touch("world", 0)
    await call.webhooks.start()
    return Described(True, "Webhook was set")


@method("deleteWebhook", drop_pending_updates=truth)
async def delete_webhook(call: Call) -> Described:
    had = call.world.bot.webhook is not None
    call.world.bot.webhook = None
    call.world.touch("world", 0)
    await call.webhooks.stop()
    if call.get("drop_pending_updates"):
        call.world.updates.clear()
    return Described(True, "Webhook was deleted" if had else "Webhook is already deleted")


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    world, hooks = call.world, call.webhooks
    webhook = world.bot.webhook or {}
    info = telegram.WebhookInfo(
        url=webhook.get("url", ""),
        has_custom_certificate=False,
        pending_update_count=len(world.updates.alive(1_000_000)),
        max_connections=webhook.get("max_connections"),
        allowed_updates=sorted(world.updates.allowed) if world.updates.allowed else None,
        last_error_date=hooks.last_error_at if webhook else None,
        last_error_message=hooks.last_error if webhook else None,
    )
    return info.to_dict()


@method("getFile", file_id=words)
def get_file(call: Call) -> Json:
    stored = call.world.files.get(call.need("file_id", "file_id is empty"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return telegram.File(stored.file_id, stored.file_unique_id, stored.size, stored.path).to_dict()


@method("getChat", chat_id=chat)
def get_chat(call: Call) -> Json:
    room = call.world.room(call.need("chat_id", "chat_id is empty"))
    gifts = telegram.AcceptedGiftTypes(True, True, True, True, True)
    private = room.type == "private"
    info = telegram.ChatFullInfo(
        room.id, room.type, accent_color_id=room.id % 7, max_reaction_count=11, accepted_gift_types=gifts,
        first_name=room.title if private else None, title=None if private else room.title,
    )  # fmt: skip
    return info.to_dict()


@method("leaveChat", chat_id=chat)
def leave_chat(call: Call) -> bool:
    world = call.world
    room = world.room(call.need("chat_id", "chat_id is empty"))
    if room.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    room.bot_present = False
    world.touch("room", room.id)
    bot = world.bot.user
    member, left = telegram.ChatMemberMember(bot), telegram.ChatMemberLeft(bot)
    change = telegram.ChatMemberUpdated(room.chat, bot, world.clock.now(), member, left)
    update = telegram.Update(world.updates.take_id(), my_chat_member=change)
    if world.updates.wants("my_chat_member"):
        world.updates.add("my_chat_member", f"chat:{room.id}", world.updates.now(), update.to_dict())
    return True


@method("logOut")
def log_out(call: Call) -> bool:
    """From now on every call is refused; the real server lets a bot come back here after ten minutes."""
    call.world.bot.logged_out = True
    call.world.touch("world", 0)
    return True


@method("close")
def close(call: Call) -> bool:
    call.world.updates.interrupt(Rejected(401, "Unauthorized"))
    return True


def _allow(call: Call) -> None:
    """`allowed_updates` holds until the next call that gives one; names Telegram doesn't know are passed over."""
    if call.get("allowed_updates") is None:
        return
    named = frozenset(call.given["allowed_updates"])
    call.drift += [
        f"allowed_updates: {name!r} isn't a kind of update" for name in named - set(telegram.Update.ALL_TYPES)
    ]
    if named != (call.world.updates.allowed or frozenset()):
        call.world.updates.allowed = named or None
        call.world.touch("world", 0)
