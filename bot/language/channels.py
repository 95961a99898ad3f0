"""How a client was reached, as a sentence says it: by phone, by SMS, online, by e-mail or by letter (V07, V33)."""

import re

from bot.language.script import fold
from bot.rules.contacts import Channel

# In the order of asking: "发短信说好打电话" is an SMS, "微信电话" is online, and bare "联系" says nothing.
WAYS: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    (Channel.SMS, re.compile(r"短信|简讯|\bsms\b|\bsmsed\b|\btext(?:ed|ing)?\b(?: message)?")),
    (Channel.EMAIL, re.compile(r"邮件|电邮|邮箱|伊妹儿|\be-?mail(?:ed|ing)?\b")),
    (
        Channel.ONLINE,
        re.compile(
            r"微信|企微|企业微信|钉钉|视频|线上|网上|在线|腾讯会议|"
            r"\bwechat(?:ted)?\b|\bwhatsapp(?:ed)?\b|\bonline\b|\bvideo\b|\bmessaged\b|\bzoom\b|\bteams\b"
        ),
    ),
    (
        Channel.MAIL,
        re.compile(
            r"寄(?:了?一?封)?信|信函|函件|寄送|寄(?:去|给|出|了)|\b(?:a|by|sent|posted) (?:a )?(?:letter|mail|post)\b"
        ),
    ),
    (
        Channel.PHONE,
        re.compile(
            r"电话|致电|来电|去电|通话|回电|拨打|拨通|手机|打给|打过去|"
            r"\b(?:phone|phoned|call|called|calling|rang|ring|dialled|dialed|tel|telephone|telephoned)\b"
        ),
    ),
)


def channel_in(text: str) -> Channel | None:
    """The way that a sentence names; None where it names none, or where meeting in person is meant."""
    said = fold(text)
    return next((channel for channel, words in WAYS if words.search(said)), None)
