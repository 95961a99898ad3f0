"""When somebody who is going out leaves, as they mean it and not as a calendar would read it (A04)."""

import re
from datetime import datetime, timedelta

from bot.language import dates

A_DAY = re.compile(
    r"明|后天|後天|周|週|星期|礼拜|禮拜|聽日|听日|\d ?[号號日]|\d ?月|tomorrow|next|\b(?:mon|tue|wed|thu|fri|sat|sun)",
    re.I,
)
ALREADY = re.compile(
    r"已经|已經|已|刚|剛|就(?:出来|出來|走|出发|出發)了|\b(?:already|left|since|have been|just)\b", re.I
)


def as_meant(
    text: str, depart: datetime | None, back: datetime | None, now: datetime
) -> tuple[datetime | None, datetime | None]:
    """Departure and return as somebody going out means them; local, naive.

    A bare time means the next one to come; but "08:30出发" said at nine is no plan for tomorrow: the RM left
    before telling, and the register is to show it (A04).
    """
    if depart is None or A_DAY.search(text):
        return depart, back
    meant = depart
    if meant.date() > now.date():
        meant = datetime.combine(now.date(), meant.time())
    earlier = meant - timedelta(hours=12)
    if ALREADY.search(text) and meant > now and earlier.date() == now.date() and earlier <= now:
        meant = earlier
    if back is not None and meant != depart and back.date() > meant.date():
        back = datetime.combine(meant.date(), back.time())
    return meant, back


LEAVING = re.compile(r"出发|出發|动身|動身|启程|啟程|走|\b(?:leave|leaving|depart\w*|set (?:off|out))\b", re.I)
MOVING = re.compile(
    r"改|推迟|推遲|提前|提早|延后|延後|晚|早|挪|再走|\b(?:instead|later|earlier|move|change|postpone|push|now)", re.I
)
LATER, SOONER = re.compile(r"晚|推|延|later|postpone|push", re.I), re.compile(r"提前|早|earlier", re.I)
BACK = re.compile(r"回|返|back|return", re.I)


def new_departure(text: str, before: datetime, now: datetime, language: str) -> datetime | None:
    """The time to which a sentence moves a departure told for `before`: "改成三点出发", "晚一小时出发"; local."""
    if len(text) > 40 or BACK.search(text) or not (LEAVING.search(text) and MOVING.search(text)):
        return None
    for span in dates.read(text, now, language):
        if span.grain in ("hour", "minute") and span.start is not None:
            return datetime.combine(before.date(), span.start.time()) if not A_DAY.search(text) else span.start
        if span.duration is not None and span.start is None and LATER.search(text):
            return before + span.duration
        if span.duration is not None and span.start is None and SOONER.search(text):
            return before - span.duration
    return None
