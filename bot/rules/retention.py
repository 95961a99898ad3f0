"""How long things are kept, and what a hold keeps longer (C06, C14, C21, S-01).

What goes are words; the row with its ids, times and verdicts stays, so that figures of past years hold.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

RECORDING_LASTS = timedelta(hours=48)  # Telegram lets nobody delete what is older (T19)


class Kind(StrEnum):
    """What is purged together."""

    NOTE = "visit_note"  # the words of records, contacts, plans (C12)
    LEAVE = "leave"  # the words about leave
    PROOF = "leave_proof"  # Telegram's number of a certificate
    MESSAGE = "message_text"  # words on their way: payloads, updates that could not be read
    AUDIT = "audit"
    LEAVER = "leaver"  # what a person who left needs no more


@dataclass(frozen=True, slots=True)
class Gone:
    """What a purge came to for one kind."""

    kind: Kind
    before: datetime
    gone: int
    held: int  # rows that are old enough and stay, because of a hold


def cutoffs(days: Mapping[Kind, int], now: datetime) -> dict[Kind, datetime]:
    """Before which moment each kind goes; `days` as the bank's policy says."""
    return {kind: now - timedelta(days=count) for kind, count in days.items()}


def has_left(last_day: date | None, today: date) -> bool:
    """Whether a person's last day with access is over (S-01)."""
    return last_day is not None and last_day < today


def overdue(sent_at: datetime, now: datetime, allowed: timedelta) -> bool:
    """Whether a recording is in the chat for longer than it should be."""
    return now - sent_at > min(allowed, RECORDING_LASTS)
