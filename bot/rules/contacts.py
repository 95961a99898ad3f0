"""Contacts: a client reached by phone, SMS or online, noted in one line without an outing (V07, V30, 5.3).

A contact is not a visit: a phone call keeps a client warm and never counts as having been there (D03).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Channel(StrEnum):
    """How a client was met or reached (V07, V15, V23, V33)."""

    ON_SITE = "on_site"  # at the client's place 上门
    RECEPTION = "outlet_reception"  # received in the outlet 网点接待
    EVENT = "group_event"  # talk during a social or promotion event 活动
    PHONE = "phone"
    SMS = "sms"
    ONLINE = "online"  # messenger, video
    EMAIL = "email"
    MAIL = "mail"  # a letter


class Kind(StrEnum):
    """The two kinds of visit (V07)."""

    ROUTINE = "routine"  # 常规访问
    BUSINESS = "business"  # 业务访问: driven by an opportunity, on site only


class Measure(StrEnum):
    """What a contact or visit can count towards (D03, V12–V15)."""

    ON_SITE = "on_site"  # V13: only at the client's place
    FACE_TO_FACE = "face_to_face"  # V14, V15
    TOUCHED = "touched"  # V01–V11: reached in any way


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One line: who was reached, how, when, about what (V30). Exactly one of `client_id` and `lead` is given."""

    id: int  # 0 until stored
    person_id: int
    unit_id: int
    day: date  # of the unit's zone
    client_id: int | None
    lead: str | None
    channel: Channel
    at: datetime
    line: str  # already masked (C01–C03)


@dataclass(frozen=True, slots=True)
class ContactPolicy:
    """The bank's figures about contacts."""

    routine_channels: frozenset[Channel] = frozenset(
        {Channel.ON_SITE, Channel.PHONE, Channel.SMS, Channel.ONLINE}
    )  # V07
    business_on_site_only: bool = True  # V07
    face_to_face: frozenset[Channel] = frozenset({Channel.ON_SITE, Channel.RECEPTION, Channel.EVENT})  # V15
    longest_line: int = 300  # characters
