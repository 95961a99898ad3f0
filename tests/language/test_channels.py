"""How a client was reached, in three scripts (V07, V33)."""

import pytest

from bot.language.channels import channel_in
from bot.rules.contacts import Channel


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("刚给华丰打电话，说好周五送资料", Channel.PHONE),
        ("致電鼎盛，約好下週三簽字", Channel.PHONE),
        ("called Dingsheng about the renewal", Channel.PHONE),
        ("rang Mr Wu, papers on Friday", Channel.PHONE),
        ("微信联系宏远，发了利率表", Channel.ONLINE),
        ("和蓝海开了视频会", Channel.ONLINE),
        ("messaged Blue Sea on WeChat", Channel.ONLINE),
        ("给宏远发了短信，提醒到期", Channel.SMS),
        ("給宏遠發了簡訊", Channel.SMS),
        ("texted Wu re papers", Channel.SMS),
        ("邮件发了合同草稿", Channel.EMAIL),
        ("e-mailed the draft to Dingsheng", Channel.EMAIL),
        ("给华丰寄了一封信", Channel.MAIL),
        ("sent Dingsheng a letter", Channel.MAIL),
        ("发短信说好明天打电话", Channel.SMS),
        ("和鼎盛聊了一下利率", None),
        ("met Dingsheng in their office", None),
        ("recalled the terms for Dingsheng", None),
        ("", None),
    ],
)
def test_the_way_is_read_where_it_is_said(said: str, channel: Channel | None) -> None:
    assert channel_in(said) is channel
