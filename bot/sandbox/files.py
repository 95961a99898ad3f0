"""Files as they stand in messages: where they are kept, and the python-telegram-bot object for each kind."""

from typing import Any, Literal

import telegram

from bot.sandbox.rejected import Json
from bot.sandbox.telegram import Stored

Kind = Literal["voice", "audio", "video_note", "photo", "document", "video"]
# The folder in the path that getFile answers, and the MIME type when the sender claims none.
FOLDERS: dict[str, tuple[str, str]] = {
    "voice": ("voice", "audio/ogg"),
    "audio": ("music", "audio/mpeg"),
    "video_note": ("video_notes", "video/mp4"),
    "photo": ("photos", "image/jpeg"),
    "document": ("documents", "application/octet-stream"),
    "video": ("videos", "video/mp4"),
}
# What a forwarded or copied message takes along.
CONTENT = (
    "text", "entities", "caption", "caption_entities", "location", "venue", "contact", *FOLDERS,
)  # fmt: skip


def file_content(
    kind: str, stored: Stored, *, duration: int = 0, width: int = 0, height: int = 0, performer: str | None = None,
    title: str | None = None,
) -> Any:  # fmt: skip
    """The value of the message's field `kind`; seconds and pixels are claims, 0 = not said."""
    ids: Json = {"file_id": stored.file_id, "file_unique_id": stored.file_unique_id, "file_size": stored.size}
    named: Json = {"file_name": stored.file_name, "mime_type": stored.mime_type}
    match kind:
        case "voice":
            return telegram.Voice(**ids, duration=duration, mime_type=stored.mime_type)
        case "audio":
            return telegram.Audio(**ids, **named, duration=duration, performer=performer, title=title)
        case "video_note":
            return telegram.VideoNote(**ids, length=width or 240, duration=duration)
        case "photo":
            return [telegram.PhotoSize(**ids, width=width or 1280, height=height or 960)]
        case "video":
            return telegram.Video(**ids, **named, width=width or 640, height=height or 480, duration=duration)
    return telegram.Document(**ids, **named)


def picture_size(data: bytes) -> tuple[int, int]:
    """Width and height from the header of a PNG or JPEG; (0, 0) when it is neither."""
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])
    at = 2
    while data[:2] == b"\xff\xd8" and at + 9 < len(data) and data[at] == 0xFF:
        if data[at + 1] in (0xC0, 0xC1, 0xC2):
            return int.from_bytes(data[at + 7 : at + 9]), int.from_bytes(data[at + 5 : at + 7])
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return 0, 0
