"""A recording on its way to becoming words (C12, V30): kept from the moment it arrives, heard once, then forgotten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

KEPT_IN_CHAT = timedelta(hours=36)  # Telegram lets a bot delete only what is younger than 48 hours (T19)


class DictationStatus(StrEnum):
    """How far a recording has come."""

    LISTENING = "listening"
    HEARD = "heard"
    UNHEARD = "unheard"  # no words came of it, and the person was told why


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictation:
    """One recording. The sound is never stored here, and its words only until they are in their rooms."""

    id: int  # 0 until stored
    person_id: int
    message_id: int  # in the person's chat
    file_id: str
    file_unique_id: str  # the same recording, also when it is sent again (T20)
    status: DictationStatus
    sent_at: datetime  # when the phone sent it: what it says counts from then
    heard_at: datetime | None = None
    seconds: int | None = None  # as the phone says; the sound itself is measured when it is heard
    erased_at: datetime | None = None  # deleted from the chat


def repeated(earlier: Iterable[Dictation], file_unique_id: str) -> Dictation | None:
    """The recording that this one repeats, if it was taken before and is not without words (T20)."""
    return next(
        (
            each
            for each in earlier
            if each.file_unique_id == file_unique_id and each.status is not DictationStatus.UNHEARD
        ),
        None,
    )


def erase_at(dictation: Dictation) -> datetime:
    """When the recording leaves the chat: well inside the time in which Telegram still allows it (T19)."""
    return dictation.sent_at + KEPT_IN_CHAT


def erase_after(dictation: Dictation, confirmed_at: datetime, kept: timedelta) -> datetime:
    """The same once what was said has been confirmed: so long after that as the policy keeps it, never later."""
    return min(confirmed_at + kept, erase_at(dictation))
