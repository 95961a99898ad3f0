"""What plain sentences are about, in three languages; and that no command is ever taken for a sentence."""

import pytest
from hypothesis import example, given, strategies as st

from bot.language.intents import Intent, aside, intent, is_adding, is_no, is_yes

NOT_ONES_OWN_LEAVE = """
    去鼎盛纺织看厂房，他们明天放假，四点半回|鼎盛财务休假，改去华丰机械|见了王总，他说下周休年假|拜访鼎盛，李会计请假了，五点返
    |met Mr Wang, he said he is on annual leave next week
"""

SENTENCES = {
    Intent.OUTING: """
        去鼎盛纺织看厂房，四点半回|我要去华丰机械谈续贷，下午三点回来|拜访鼎盛，五点返|到鼎盛看厂房，四点半回|上门走访蓝海科技
        |去宏遠物流看倉庫，四點半返|落去鼎盛睇廠房，五點返|鼎盛纺织，看厂房，16:30回|外出|出去一趟|约了王总，去趟工地
        |visit Dingsheng re plant, back 16:30|off to Yongtai re plant, back 16:30
        |I'm going to see Bluesea about the loan
        |heading to Huafeng for the renewal, back by 5
        |meeting Mr Wang at Dingsheng, back around 4pm|going out
    """,
    Intent.ARRIVE: """
        到了|我到了|已到达|到客户那里了|到鼎盛了|到鼎盛纺织了|我已经到华丰机械了|到達鼎盛|到咗|签到|到鼎盛门口了
        |arrived|I'm here|arrived at Dingsheng|at Dingsheng|checking in at Huafeng|I've arrived
    """,
    Intent.LEAVE: """
        离开鼎盛了|从鼎盛出来了|谈完了|离开了|離開鼎盛|走了|签退|已离开客户|聊完了
        |left|leaving|left Dingsheng|leaving Dingsheng now|checked out|done here
    """,
    Intent.BACK: """
        我回来了|回来了|已返回|回到单位了|回行里了|返咗嚟|已回部门|我到单位了|外出结束，已回部门|我返回了。|嗯，我回来了！
        |back|I'm back|back at the office|I am back in the office now|returned|we're back
    """,
    Intent.EXTEND: """
        晚点回|我要晚点回来|延到18:00，客户没签完|延时到六点，路上堵车|来不及回来，还在盖章|可能要晚半小时回|晚到六点回来
        |I'll be late|running late|extend to 18:00, client still signing|will be late, traffic
    """,
    Intent.CHANGE: """
        改去华丰机械，鼎盛没人|换成华丰食品|临时改去蓝海|多去一家宏远|改地点
        |change to Huafeng|going to Huafeng instead|add another client
    """,
    Intent.CANCEL: """
        取消外出|取消今天的外出，客户有事|不去了|今天不去了|撤销登记|cancel|cancel my outing|not going
    """,
    Intent.RECORD: """
        记录：见王总，谈续贷|走访记录 王总|见了王总，财务部经理，谈了续贷，对方同意|拜访了华丰的李会计，确认了用款计划
        |客户表示下月续贷|写记录|补记录|met Mr Wang of finance, discussed the renewal
        |record: met Ms Li|visited Huafeng, they agreed to renew
    """,
    Intent.TIME_OFF: """
        明天请年假|我要请假|明天下午请半天事假，家里有事|5月8号到10号请年假，工作交给张敏|请两小时假，三点去医院|聽日請病假
        |下周一调休|申请陪产假|8月6号到8号休年假|身体不舒服，今天下午想请假
        |annual leave next Mon to Wed|sick leave today
        |half day off tomorrow morning|I'd like to take leave on Friday|PTO Thursday|time off in lieu on 12 August
    """,
    Intent.CONTACT: """
        给鼎盛打了电话，问续贷|电话联系华丰，通知送资料|微信联系了王总，发了产品资料|打电话给蓝海|发短信提醒华丰还款|致电鼎盛
        |called Dingsheng about the renewal|phoned Mr Wang|texted Huafeng the papers list
        |emailed Bluesea|phone: Dingsheng, renewal
    """,
    Intent.TODAY: "今天|我的今天|今日安排|今天有什么安排|看看今天的情况|我的日程|today|my day|what's my schedule",
    Intent.TEAM: "团队|谁在外面|谁还没回来|大家都在哪|團隊|团队情况|team|who is out|who's not back|where is everyone",
    Intent.AWAY: "谁请假|今天谁休假|这周谁不在|本月谁请假了|誰請假|who is away|who is on leave this week",
    Intent.DUTY: "坐班|坐班表|谁坐班|今天谁值班|值班表|duty|who is on duty|roster",
    Intent.HELP: "帮助|怎么用|你能做什么|幫助|help|what can you do|how does it work|menu",
    Intent.GREETING: "你好|您好！|早上好|hi|Hello|good morning|谢谢|thank you",
    Intent.NONE: "qwertyuiop|下雨了|哈哈|123|？|/out 去鼎盛|/help|the weather is fine|鼎盛纺织|四点半",
}
CASES = [
    (wanted, sentence.strip())
    for wanted, sentences in SENTENCES.items()
    for sentence in sentences.replace("\n", "").split("|")
]


@pytest.mark.parametrize(("wanted", "sentence"), CASES, ids=[f"{wanted}:{sentence}" for wanted, sentence in CASES])
def test_what_is_said_is_what_is_meant(wanted: Intent, sentence: str) -> None:
    assert intent(sentence) is wanted


@pytest.mark.parametrize(
    "answer",
    [
        "看厂房",
        "谈续贷",
        "贷后检查",
        "送对账单",
        "客户还在盖章",
        "路上堵车",
        "16:30",
        "四点半",
        "鼎盛",
        "dszf",
        "re the plant",
        "back 16:30",
    ],
)
def test_an_answer_is_not_taken_for_another_wish(answer: str) -> None:
    """Inside a conversation only what is about something else as a whole leaves it."""
    assert aside(answer) is Intent.NONE


@given(st.text(max_size=60))
@example("out")
@example("back")
@example("今天")
def test_a_command_is_never_swallowed(words: str) -> None:
    for text in (f"/{words}", f"  /{words}", f"/out {words}"):
        assert intent(text) is Intent.NONE
        assert aside(text) is Intent.NONE


@given(st.text(max_size=4000))
def test_anything_at_all_gets_an_answer_quickly(words: str) -> None:
    assert intent(words) in Intent
    assert aside(words) in Intent


def test_long_texts_do_not_slow_the_rules_down() -> None:
    """No rule goes over a text again and again."""
    from time import perf_counter

    for piece in ("到", "a ", "的，", "延到", "我已经", " ", "。"):
        began = perf_counter()
        intent(piece * 2000)
        assert perf_counter() - began < 1.0, piece


def test_yes_no_and_more() -> None:
    for words in ("好", "好的", "确认", "对", "係", "yes", "OK", "Confirm.", "👌"):
        assert is_yes(words), words
        assert not is_no(words), words
    for words in ("算了", "取消", "不去了", "取消外出", "cancel", "never mind"):
        assert is_no(words), words
        assert not is_yes(words), words
    for words in ("好像不对", "不是", "改成五点", "五点", "去华丰"):
        assert not is_yes(words), words
        assert not is_no(words), words
    assert is_adding("加上华丰")
    assert is_adding("also Huafeng")
    assert not is_adding("不对，是华丰")


@pytest.mark.parametrize("text", [each.strip() for each in NOT_ONES_OWN_LEAVE.split("|")])
def test_a_clients_leave_is_not_ones_own(text: str) -> None:
    assert intent(text) not in (Intent.TIME_OFF, Intent.AWAY)
