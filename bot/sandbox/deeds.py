"""The phones' verbs: `POST /api/phones/<person>/<deed>` with a JSON body, turned into what `Phone` does."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.sandbox.phone import PLAIN, Manner, Phone
from bot.sandbox.rejected import Json, Unable

Deed = Callable[[Phone, Json], Json]
DEEDS: dict[str, Deed] = {}


def do(deed: str, phone: Phone, body: Json) -> Json:
    """Do it; the answer is what the contract adds to {"ok": true}. Raises `Unable`, KeyError, ValueError."""
    return DEEDS[deed](phone, body)


def deed(name: str) -> Callable[[Deed], Deed]:
    def declare(run: Deed) -> Deed:
        DEEDS[name] = run
        return run

    return declare


@deed("say")
def say(phone: Phone, body: Json) -> Json:
    return _sent(phone.say(str(body["text"]), **_where(body)))


@deed("start")
def start(phone: Phone, body: Json) -> Json:
    return _sent(phone.start(body.get("token") or None))


@deed("tap")
def tap(phone: Phone, body: Json) -> Json:
    chat = _chat(body)
    message_id = int(body["message_id"])
    if "data" in body:
        return {"query": phone.tap(str(body["data"]), message_id=message_id, chat=chat)}
    row, column = int(body["row"]), int(body.get("column", 0))
    button = phone.button(message_id, row, column, chat=chat)
    if "url" in button:
        return {"opens": button["url"]}
    if "copy_text" in button:
        return {"copied": button["copy_text"]["text"]}
    return {"query": phone.tap(message_id=message_id, row=row, column=column, chat=chat)}


@deed("press")
def press(phone: Phone, body: Json) -> Json:
    sent = phone.press(
        body.get("text"), row=int(body.get("row", 0)), column=int(body.get("column", 0)), location=body.get("location"),
        chat=_chat(body),
    )  # fmt: skip
    return {"unavailable": True} if sent is None else _sent(sent)


@deed("location")
def location(phone: Phone, body: Json) -> Json:
    return _sent(phone.send_location(*_point(body), _optional(float, body, "horizontal_accuracy"), **_where(body)))


@deed("live")
def live(phone: Phone, body: Json) -> Json:
    period = int(body.get("live_period", 900))
    return _sent(phone.share_live(*_point(body), period, *_fix(body), **_where(body)))


@deed("move")
def move(phone: Phone, body: Json) -> Json:
    return {"changed": phone.move(int(body["message_id"]), *_point(body), *_fix(body), chat=_chat(body))}


@deed("stop")
def stop(phone: Phone, body: Json) -> Json:
    phone.stop(int(body["message_id"]), chat=_chat(body))
    return {}


@deed("venue")
def venue(phone: Phone, body: Json) -> Json:
    return _sent(phone.send_venue(*_point(body), str(body["title"]), str(body["address"]), **_where(body)))


@deed("contact")
def contact(phone: Phone, body: Json) -> Json:
    return _sent(phone.send_contact(str(body["phone_number"]), str(body["first_name"]), **_where(body)))


@deed("media")
def media(phone: Phone, body: Json) -> Json:
    file = body["file"]
    kind = body["kind"]
    if kind not in ("voice", "audio", "video_note", "photo", "document", "video"):
        raise Unable("kind", "不认识的文件种类", "unknown kind of media")
    duration, width, height = (int(float(body.get(name) or 0)) for name in ("duration", "width", "height"))
    named = body.get("file_name") or (file["file_name"] if kind not in ("voice", "video_note", "photo") else None)
    return _sent(
        phone.send_media(
            kind,
            file["data"],
            duration=duration,
            width=width,
            height=height,
            caption=body.get("caption"),
            file_name=named,
            mime_type=body.get("mime_type") or file["mime_type"],
            **_where(body),
        )
    )


@deed("forward")
def forward(phone: Phone, body: Json) -> Json:
    author = bool(body.get("drop_author"))
    return _sent(phone.forward(int(body["from_chat"]), int(body["message_id"]), drop_author=author, chat=_chat(body)))


@deed("edit")
def edit(phone: Phone, body: Json) -> Json:
    phone.edit(int(body["message_id"]), str(body["text"]), chat=_chat(body))
    return {}


@deed("delete")
def delete(phone: Phone, body: Json) -> Json:
    phone.delete([int(one) for one in body["message_ids"]], chat=_chat(body))
    return {}


@deed("read")
def read(phone: Phone, body: Json) -> Json:
    phone.read(chat=_chat(body))
    return {}


@deed("block")
def block(phone: Phone, body: Json) -> Json:
    phone.block()
    return {}


@deed("unblock")
def unblock(phone: Phone, body: Json) -> Json:
    phone.unblock()
    return {}


@deed("device")
def device(phone: Phone, body: Json) -> Json:
    phone.use(str(body["device"]))
    return {}


def _sent(message_id: int) -> Json:
    return {"message_id": message_id}


def _chat(body: Json) -> int | None:
    chat: int | None = _optional(int, body, "chat")
    return chat


def _where(body: Json) -> dict[str, Any]:
    return {"chat": _chat(body), "manner": _manner(body.get("manner"))}


def _manner(given: Json | None) -> Manner:
    if not given:
        return PLAIN
    sent_at = datetime.fromisoformat(given["sent_at"]) if given.get("sent_at") else None
    if sent_at is not None and sent_at.tzinfo is None:
        raise Unable("sent_at", "时间缺少时区", "sent_at needs a time zone")
    return Manner(
        reply_to=_optional(int, given, "reply_to"), offline=bool(given.get("offline")),
        via_bot=given.get("via_bot") or None, forward=given.get("forward") or None, sent_at=sent_at,
    )  # fmt: skip


def _point(body: Json) -> tuple[float, float]:
    return float(body["latitude"]), float(body["longitude"])


def _fix(body: Json) -> tuple[float | None, int | None]:
    return _optional(float, body, "horizontal_accuracy"), _optional(int, body, "heading")


def _optional(kind: Callable[[Any], Any], body: Json, name: str) -> Any:
    value = body.get(name)
    return None if value is None else kind(value)
