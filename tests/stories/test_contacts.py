"""A client reached by phone, SMS or online: one sentence, one touch; never a visit (V07, V30, D03)."""

from bot.rules.contacts import Channel, Contact
from storage import field as f, tables as t
from tests.stage import Actor, Stage

DINGSHENG, HUAFENG, FOOD = 1, 2, 3


async def contacts(stage: Stage) -> list[Contact]:
    return [Contact(**row._mapping) for row in await stage.rows(f.contacts)]


async def is_over(actor: Actor) -> None:
    actor.skip()
    await actor.says("qwertyuiop")
    actor.heard("fallback-words")


async def test_one_sentence_is_enough(stage: Stage) -> None:
    """One touch; no outing is needed, and nobody has been anywhere (D03)."""
    li = stage.actor("li")
    await stage.at("10:00")
    await li.says("刚给鼎盛纺织打电话，说好周五送资料")
    said = li.heard("contacts-noted")
    assert "鼎盛纺织 C001" in said
    assert "电话" in said
    (contact,) = await contacts(stage)
    assert (contact.client_id, contact.channel, contact.lead) == (DINGSHENG, Channel.PHONE, None)
    assert (contact.line, contact.at) == ("刚给鼎盛纺织打电话，说好周五送资料", stage.clock.now())
    assert await stage.rows(f.visits) == []
    assert await stage.rows(f.outings) == []
    await is_over(li)
    await li.says("/today")
    assert "说好周五送资料" in li.heard("boards-today")


async def test_taken_back_with_one_tap_on_its_day_only(stage: Stage) -> None:
    li, zhang = stage.actor("li"), stage.actor("zhang")
    await stage.at("10:00")
    await li.says("/contact 微信联系鼎盛纺织，约好周三见面")
    li.heard("contacts-noted")
    (contact,) = await contacts(stage)
    assert contact.channel is Channel.ONLINE
    await zhang.taps_data(f"contacts.undo:{contact.id}")
    zhang.heard("contacts-gone")  # somebody else's
    await li.taps("contacts.undo")
    li.heard("contacts-undone")
    await li.taps_data(f"contacts.undo:{contact.id}")
    li.heard("contacts-gone")
    assert await contacts(stage) == []
    assert [line.facts.get("undone") for line in await stage.rows(t.audit)] == [None, True]
    await li.says("给鼎盛纺织发了短信，提醒周五到期")
    (contact,) = await contacts(stage)
    assert contact.channel is Channel.SMS
    li.skip()
    await stage.at("09:00", days=1)
    await li.taps("contacts.undo")
    li.heard("contacts-stays")


async def test_a_name_that_fits_several_and_a_way_that_was_not_said(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("/contact")
    li.heard("contacts-ask-sentence")
    await li.says("和华丰说好周五送资料")
    li.heard("contacts-which-client")
    await li.taps("contacts.pick", "华丰机械")
    assert "华丰机械" in li.heard("contacts-ask-channel")
    await li.says("嗯哼")
    li.heard("contacts-channel-unclear")
    await li.taps("contacts.by", "电话")
    li.heard("contacts-noted")
    (contact,) = await contacts(stage)
    assert (contact.client_id, contact.channel) == (HUAFENG, Channel.PHONE)
    assert [each for each in li.buttons() if each] == [f"contacts.undo:{contact.id}"]
    await li.taps_data(f"contacts.pick:0:{FOOD}")  # that question is over
    li.heard("turn-button-over")
    assert len(await contacts(stage)) == 1
    await is_over(li)


async def test_asked_for_whom_and_about_what(stage: Stage) -> None:
    li = stage.actor("li")
    await li.says("/contact 打了个电话，问了续贷的事")
    assert "鼎盛纺织" in str(li.last.payload["reply_markup"])
    li.heard("contacts-ask-client")
    await li.says("C002")
    assert "华丰机械" in li.heard("contacts-noted")
    await li.says("/contact 鼎盛纺织")
    li.heard("contacts-ask-channel")
    await li.says("短信")
    li.heard("contacts-ask-line")
    await li.says("祝生日快乐")
    li.heard("contacts-noted")
    assert [each.line for each in await contacts(stage)] == ["打了个电话，问了续贷的事", "祝生日快乐"]
    await is_over(li)


async def test_only_own_clients_are_known_and_others_are_leads(stage: Stage) -> None:
    """C02: another RM's client is never found by name; a lead is noted by its name."""
    li = stage.actor("li")
    await li.says("/contact")
    await li.says("打电话给宏远物流谈存款")  # Zhang's client
    said = li.heard("contacts-ask-sentence", li.last.key)
    assert "C004" not in said
    assert "C004" not in str(li.last.payload)
    if li.last.key == "contacts-ask-client":
        await li.taps("contacts.new_lead")
        li.heard("contacts-ask-lead")
        await li.says("宏远")
    else:
        assert li.last.key == "contacts-unknown-client"
        await li.taps("contacts.new_lead")
    li.heard("contacts-noted")
    (contact,) = await contacts(stage)
    assert contact.client_id is None
    assert contact.lead is not None
    assert contact.lead.startswith("宏远")
    await li.taps_data("contacts.pick:1:4")
    li.heard("turn-button-over")
    await is_over(li)


async def test_numbers_are_hidden(stage: Stage) -> None:
    """C01-C03."""
    li = stage.actor("li")
    await li.says("打电话给鼎盛纺织，新号码13912345678，周五再联系")
    assert "13912345678" not in li.heard("words-masked", "contacts-noted")
    assert "13912345678" not in (await contacts(stage))[0].line


async def test_in_english_and_dropped(stage: Stage) -> None:
    wu = stage.actor("wu")
    await wu.says("/contact called 蓝海科技 about the renewal")
    assert "phone" in wu.heard("contacts-noted")
    await wu.says("/contact")
    await wu.says("never mind")
    wu.heard("contacts-ask-sentence", "contacts-dropped")
    await is_over(wu)
    await stage.actor("feng").says("/contact 打电话")
    stage.actor("feng").heard("turn-not-allowed")
