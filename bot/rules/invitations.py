"""Invitations: the only way in (SY36). One link, for one person of the name list, once, for a while."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from bot.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that was handed to somebody; only the hash of its token is kept."""

    id: int
    person_id: int
    expires: datetime
    used_at: datetime | None
    revoked_at: datetime | None


def fingerprint(token: str) -> str:
    """What is stored of a token: nobody who reads the database can enter with it."""
    return hashlib.sha256(token.encode()).hexdigest()


def enter(invitation: Invitation | None, *, already: int | None, now: datetime) -> int:
    """The id of the person whom this link lets in.

    `already` is the person behind this Telegram account, if there is one. Refuses with one honest
    sentence: a link that is not ours, was used, was replaced, has expired, or is somebody else's.
    """
    if invitation is None:
        raise Refusal("people-link-unknown")
    if already is not None and already != invitation.person_id:
        raise Refusal("people-link-of-another")
    if invitation.used_at is not None:
        raise Refusal("people-link-used")
    if invitation.revoked_at is not None:
        raise Refusal("people-link-replaced")
    if now >= invitation.expires:
        raise Refusal("people-link-expired")
    return invitation.person_id
