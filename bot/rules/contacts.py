"""Contacts: a client reached by phone, SMS or online, noted in one line without an outing (V07, V30, 5.3).

A contact is not a visit: a phone call keeps a client warm and never counts as having been there (D03).
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.rules.days import day_of
from bot.rules.refusal import Refusal


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


REMOTE = frozenset({Channel.PHONE, Channel.SMS, Channel.ONLINE, Channel.EMAIL, Channel.MAIL})


def note(
    person_id: int,
    unit_id: int,
    client_id: int | None,
    lead: str | None,
    channel: Channel,
    line: str,
    policy: ContactPolicy,
    zone: ZoneInfo,
    at: datetime,
) -> Contact:
    """Note a contact in one line (V30); no outing is needed (5.3). Meeting in person is a visit and refused here."""
    if channel not in REMOTE:
        raise Refusal("contacts-is-a-visit")
    if channel not in policy.routine_channels:
        raise Refusal("contacts-channel-unknown")
    if client_id is None and not lead:
        raise Refusal("contacts-with-whom")
    words = " ".join(line.split())
    if not words:
        raise Refusal("contacts-about-what")
    if len(words) > policy.longest_line:
        raise Refusal("contacts-line-too-long", longest=policy.longest_line)
    return Contact(
        id=0,
        person_id=person_id,
        unit_id=unit_id,
        day=day_of(at, zone),
        client_id=client_id,
        lead=lead,
        channel=channel,
        at=at,
        line=words,
    )


def fits(kind: Kind, channel: Channel, policy: ContactPolicy) -> bool:
    """Whether a visit of this kind may be held this way: business on site only, routine in any known way (V07)."""
    if kind is Kind.BUSINESS and policy.business_on_site_only:
        return channel is Channel.ON_SITE
    return channel in policy.routine_channels or channel in policy.face_to_face


def counts_for(channel: Channel, measure: Measure, policy: ContactPolicy) -> bool:
    """Whether something held this way counts towards a measure (D03, V12–V15). A call is never on site."""
    if measure is Measure.ON_SITE:
        return channel is Channel.ON_SITE
    if measure is Measure.FACE_TO_FACE:
        return channel in policy.face_to_face - REMOTE
    return True
