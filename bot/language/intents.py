"""What a plain sentence outside any conversation is about: going out, arriving, a record, the day, or none of them.

Small rules in the order of how sure they are. `aside` knows only sentences that are about one thing as a whole
("我回来了"), so that it may be asked inside a conversation too; `intent` also looks for the words that tell one kind
of sentence from another. A command is never anything but a command.
"""

import re
from enum import StrEnum

from bot.language.script import fold


class Intent(StrEnum):
    """What somebody wants."""

    NONE = "none"
    OUTING = "outing"
    ARRIVE = "arrive"
    LEAVE = "leave"
    BACK = "back"
    EXTEND = "extend"
    CHANGE = "change"
    CANCEL = "cancel"
    RECORD = "record"
    CONTACT = "contact"
    TODAY = "today"
    TEAM = "team"
    DUTY = "duty"
    TIME_OFF = "time_off"
    AWAY = "away"
    PLAN = "plan"
    REMIND = "remind"
    CREDIT = "credit"
    HELP = "help"
    GREETING = "greeting"


def intent(text: str) -> Intent:
    """What a message wants; NONE for a command, for silence and for what no rule knows."""
    found = aside(text)
    if found is not Intent.NONE or text.lstrip().startswith("/"):
        return found
    said = spoken(text)
    return next((wanted for wanted, rule in TELLING if rule.search(said)), Intent.NONE)


def aside(text: str) -> Intent:
    """What a message wants when it is about one thing as a whole, and short; else NONE."""
    said = text.strip()
    if said.startswith("/") or len(said) > LONGEST_ASIDE:
        return Intent.NONE
    bare = EDGES.sub("", spoken(said)).strip()
    return next((wanted for wanted, rule in WHOLE if rule.fullmatch(bare)), Intent.NONE)


LONGEST_ASIDE = 40


def spoken(text: str) -> str:
    return re.sub(r"\s+", " ", fold(text).replace("’", "'")).strip()


def rule(*ways: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{way})" for way in ways))


# Said before or after without meaning anything: 嗯, 那个, 领导, 啊, !
EDGES = re.compile(
    r"^(?:[\W_]|嗯+|呃|那个|报告|领导[,，]?|主任[,，]?|ok\b|okay\b|so\b|well\b)+|(?:[\W_]|[啊呀哦喔吧呢哈啦])+$"
)

I = r"(?:我们?|咱们?|本人|i'?m|i am|we'?re|we are|i'?ve|i have|we'?ve|i|we)? ?"  # noqa: E741
NOW = r"(?:刚刚|刚|已经|已|现在|just|now|already|all)? ?"
OFFICE = r"(?:单位|行里?|部门|支行|分行|网点|办公室|公司|银行|岗位?|部里|所里)"
AT_OFFICE = r"(?: (?:in|at|to) (?:the |my )?(?:office|desk|branch|bank|base))?"

WHOLE: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.GREETING,
        rule(
            r"(?:你|您|大家)好|嗨|哈喽|hi(?: there)?|hello(?: there)?|hey|早上好|早安|早|上午好|下午好|晚上好",
            r"在吗|在不在",
            r"good (?:morning|afternoon|evening|day)|morning|谢谢|多谢|谢了|辛苦了|thanks?(?: you)?|thx|cheers",
            r"再见|拜拜|bye",
        ),
    ),
    (
        Intent.HELP,
        rule(
            r"帮助|帮忙|帮帮我|救命|怎么用|如何使用|使用说明|说明书?|有什么功能|功能|菜单|你会什么|你能做什么",
            r"你可以做什么|我能做什么|怎么办",
            r"help(?: me)?|how (?:do|does) (?:i|it|this)(?: work| use (?:it|this))?|what can (?:you|i) do|menu",
            r"commands|usage",
        ),
    ),
    (
        Intent.TODAY,
        rule(
            r"(?:看看|看下|查看|查)?(?:我的?)?(?:今日|今天|当天)的?(?:情况|安排|日程|计划|工作|外勤|行程|记录|任务|有什么安排|我?有什么事)?",
            r"(?:我的)?(?:日程|行程)",
            r"(?:what's |whats |show me )?(?:my )?(?:today|day|schedule|plan)(?:'s plan)?|my day(?: today)?",
        ),
    ),
    (
        Intent.TEAM,
        rule(
            r"(?:看看|看下|查看|查)?(?:我们?)?(?:团队|部门|大家|人员|组里)(?:情况|动态|去向|都?在哪儿?里?|怎么样|谁在外面)?",
            r"谁在外面?|谁(?:还)?没回来?|都有谁在外面?|大家都?在哪儿?里?|人都?(?:去|在)哪儿?里?了?",
            r"(?:show me |my )?(?:the )?team(?: status| board)?",
            r"who(?: is|'s|s) (?:out|in|in the field|not back|where)(?: now| today)?|where is everyone",
        ),
    ),
    (
        Intent.AWAY,
        rule(
            r"(?:看看|查)?(?:今天|本周|这周|本月|这个月|最近)?(?:都有)?谁(?:在)?(?:请假|休假|不在)(?:了)?|请假情况|休假安排",
            r"who(?: is|'s) (?:away|on leave|off)(?: today| this week| this month)?",
        ),
    ),
    (
        Intent.DUTY,
        rule(
            r"(?:本周|这周|今天|今日)?(?:坐班|值班)(?:表|安排)?|(?:今天|本周)?谁(?:坐班|值班)|(?:duty )?roster",
            r"duty|who(?: is|'s) on duty",
        ),
    ),
    (
        Intent.BACK,
        rule(
            rf"{I}{NOW}(?:回来|返回|归队|归来|返岗|归行|回行|返行|回到?{OFFICE}|返回{OFFICE}|到{OFFICE}|返了?来|翻了?来|返到来?)(?:了|啦|喽|咯|咗)*",
            rf"{I}{NOW}(?:外勤|外出)?(?:结束|办完事?|忙完|收工)(?:了|回来了?|,? ?(?:已)?回{OFFICE}了?)",
            rf"{I}{NOW}back(?: now| already| again)?{AT_OFFICE}(?: now)?|{I}{NOW}returned{AT_OFFICE}",
            r"back at (?:the )?(?:office|desk|branch)",
        ),
    ),
    (
        Intent.ARRIVE,
        rule(
            rf"{I}{NOW}(?:到了|到达了?|到达|已到|到啦|到咗|抵达了?|签到|打卡|报到)(?:客户(?:那里?|处|公司)?了?)?",
            rf"{I}{NOW}(?:到|到达|到了|抵达)客户(?:那里?|这里?|处|公司|单位|现场)?了?",
            rf"{I}{NOW}(?:arrived|here|there|checking in|check(?:ed)? in|at the client'?s?)(?: now)?",
        ),
    ),
    (
        Intent.LEAVE,
        rule(
            rf"{I}{NOW}(?:离开|出来|谈完|聊完|走)(?:客户(?:那里?|处|公司)?)?(?:了|啦|咗)|签退",
            rf"{I}(?:已经?|刚刚?)?离开客户(?:那里?|处|公司)?",
            rf"{I}{NOW}(?:从客户(?:那里?|处|公司)?)(?:出来|离开|走)了?",
            rf"{I}{NOW}(?:leaving|left|check(?:ed|ing)? ?out|done here|finished here)(?: now| the client'?s?)?",
        ),
    ),
    (
        Intent.CANCEL,
        rule(
            r"(?:我)?(?:不去了|不出去了|去不了了?|今天不去了)",
            r"取消(?:这次|本次|今天的?)?(?:外出|外勤|行程|出行|登记)?",
            r"(?:please )?cancel(?: (?:the|my|this))?(?: (?:outing|trip|visit))?|not going(?: out)?(?: after all)?",
        ),
    ),
    (
        Intent.EXTEND,
        rule(
            r"(?:我)?(?:要|会|得|想|可能)?(?:晚点|晚些|迟点|迟些|推迟|延后|延时|延长|晚一点)(?:时间)?(?:再)?(?:回来?|返回|归队|回去)?",
            r"(?:i'?ll |i will |will )?(?:be )?(?:late|later|delayed|running late|back later)|extend|extension",
            r"need more time",
        ),
    ),
    (
        Intent.RECORD,
        rule(
            r"(?:写|补|填|做|录)?(?:一?下|个|一?份)?(?:走访|拜访|访谈|客户)?记录|(?:write |new |visit )?record",
            r"write (?:it )?up",
        ),
    ),
    (
        Intent.PLAN,
        rule(
            r"(?:看看|看下|查看|查)?(?:我的?)?(?:走访|拜访|本周|这周|下周|本月|这个月|下个?月|一?周|月)的?(?:走访|拜访)?(?:计划|安排)(?:表)?",
            r"(?:show me |my )?(?:the )?(?:visit |week(?:'s|ly)? |month(?:'s|ly)? )?plan(?: of visits)?"
            r"(?: for (?:the|this|next) (?:week|month))?",
        ),
    ),
    (Intent.REMIND, rule(r"(?:我的?)?(?:待?提醒)(?:事项|列表)?|设(?:个|一个)?提醒|(?:my |set a )?reminders?")),
    (
        Intent.CREDIT,
        rule(
            r"(?:看看|查看|查)?(?:我的?)?(?:信贷|授信|贷款|评级)(?:日历|到期|台账|到期表)",
            r"(?:my )?credit(?: calendar)?",
        ),
    ),
    (Intent.CONTACT, rule(r"(?:登记|记录?)(?:一?下)?(?:电话|联系|微信|短信)(?:联系)?|(?:log |new )?(?:contact|call)")),
    (
        Intent.OUTING,
        rule(
            r"(?:我)?(?:要|想)?(?:去)?(?:外出|出外勤|出门|外勤|出去)(?:登记|报备|一趟|一下|了)?",
            r"(?:go(?:ing)?|head(?:ing)?) out|outing|out",
        ),
    ),
)

TIME = r"(?:\d{1,2}[:：点时]\d{0,2}|[一二三四五六七八九十两]{1,3}点半?|\d{1,2} ?[ap]m|\b(?:at|by|before|around) \d)"

KINDS = r"(?:年|病|事|婚|丧|产|产检|陪产|公|工伤|探亲|育儿|年休|带薪)"
HOW_LONG = r"(?:[一二两三四五六七八九十半\d.]+个?(?:半)?(?:天|日|周|月|星期|小时|钟头)(?:半)?的?)?"
TOLD_BY_OTHERS = (
    r"见了|见到|拜访了|走访了|谈了|聊了|对方|客户说|他说|她说|\bmet\b|\bdiscussed\b|\bsaid\b|假期贷|年假政策"
    r"|改去|改到|拜访|走访|上门|(?:总|经理|厂长|会计|财务|老板|对接人)(?:今天|明天|后天|下周|本周|在|正在|正)*(?:请|休)"
)
TIME_OFF = rule(
    rf"(?:请|休|补)(?:个|一下)?{HOW_LONG}{KINDS}?(?:休)?假",
    r"请.{0,14}(?:小时|天|日)(?:的)?假",
    rf"{KINDS}假(?!.{{0,6}}(?:政策|规定|制度|贷))",
    r"^(?:调休|补休|倒休)|(?:想|要|申请|请|休|去|上午|下午|天|日|号|[一二三四五])(?:调休|补休|倒休)(?!上班)",
    r"\b(?:annual|sick|personal|maternity|paternity|marriage|bereavement|compensatory|compassionate|injury|study"
    r"|parental) (?:leave|day)\b",
    r"\b(?:day|days|hour|hours|morning|afternoon) off\b|\bvacation\b|\bpto\b|\boff sick\b|\btime off\b",
    r"\b(?:take|request|apply for|asking for|need|want|day of|days of) (?:a |some )?leave\b|\bcomp (?:time|day|off)\b",
    r"\bleave (?:on|from|next|tomorrow|today)\b.*\b(?:because|for|due)\b",
)

# In the order of asking: what tells one kind of sentence from those that share its words comes first.
TELLING: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.REMIND,
        rule(
            r"(?:提醒|叫|喊)(?:一下|一声)?我|^设(?:个|一个)?提醒",
            r"(?:点|时|分|分钟后|小时后|上午|下午|[天日])(?:再)?提醒(?:一下)?(?!.{0,4}客户)",
            r"\bremind me\b|\bset a reminder\b",
        ),
    ),
    (
        Intent.PLAN,
        rule(
            r"^(?:计划|打算|安排|预定|准备)(?:在|于)?.{0,12}(?:去|走访|拜访|上门|看)|(?:列入|加入|放进|排进)(?:走访|拜访)?计划",
            r"^(?:i )?plan(?:ning)? (?:to |a visit|visits? )",
        ),
    ),
    (Intent.TIME_OFF, re.compile(rf"^(?!.*(?:{TOLD_BY_OTHERS})).*(?:{TIME_OFF.pattern})")),
    (
        Intent.RECORD,
        rule(
            r"^(?:走访|拜访|访谈|客户)?记录[:：,，\s]|^记一下|^补记|^(?:visit |call )?(?:record|report|note)s?[:：,]",
            r"(?:对象|拜访对象|受访人|事由|目的|结果|下一步|下步)[:：].*(?:结果|目的|下一步|下步|事由)[:：]",
            r"(?:whom?|met|purpose|result|outcome|next step)s?[:：].*(?:purpose|result|outcome|next step)s?[:：]",
        ),
    ),
    (
        Intent.CONTACT,
        rule(
            r"(?:打|回|接)(?:了|过)?(?:个|一个|通)?(?:电话|微信|视频)(?!会议).{0,6}|打电话|通了?电话",
            r"电话(?:联系|沟通|回访|告知|通知|问|提醒|访问|里)|致电",
            r"(?:微信|短信|企业微信|线上|网上|邮件)(?:上)?(?:联系|沟通|回复|告知|通知|提醒|问|发|聊|说)",
            r"发(?:了)?(?:个|条|一条)?(?:微信|短信|邮件|信息)",
            r"\b(?:called|phoned|rang|texted|messaged|emailed|e-mailed|wechatted|sms(?:ed)?)\b",
            r"\b(?:spoke|talked|chatted) (?:to|with) .* (?:by|on|over) (?:the )?(?:phone|wechat|sms|email)",
            r"^(?:phone|call|sms|wechat|email|online)[:：,]|\bby (?:phone|sms|wechat|email)\b",
        ),
    ),
    (
        Intent.EXTEND,
        rule(
            r"(?:晚|迟|推迟|延迟|延后|延时|延长)(?:点|些|一点|一些|半小时|半个小时|[一二两三\d]+个?(?:小时|分钟|点))?(?:到|至|才|再).{0,8}(?:回|返)",
            r"延(?:时|长|期|到|至).{0,12}(?:点|:|分钟|小时|回|返)",
            r"(?:来不及|赶不)(?:回|及)|(?:要|得|会)(?:晚|迟)(?:点|些|半|一|两)?.{0,8}(?:回|返|到)",
            r"(?:running|going to be|will be|i'll be) late|back late",
            r"stay(?:ing)? (?:out )?(?:until|till|longer)|extend",
        ),
    ),
    (
        Intent.CHANGE,
        rule(
            r"(?:改|换)(?:成|为|去|到|一下|个)|改(?:地点|客户|事由|时间)|换(?:客户|地点|地方)",
            r"临时(?:改|换|加|去|多)|(?:加|多)(?:一家|一个客户|一站|去一家)|顺路(?:再|还|多)?去",
            r"\b(?:change|switch)(?:d|ed|ing)?\b.*\bto\b|\binstead\b",
            r"\badd(?:ing)? (?:a|another|one more) (?:stop|client|visit)",
        ),
    ),
    (
        Intent.CANCEL,
        rule(
            r"(?:取消|撤销|作废)(?:这次|本次|今天的?)?(?:外出|外勤|行程|登记|拜访|走访)",
            r"(?:不|先不)(?:去|出去|外出)了|\bcancel",
        ),
    ),
    (
        Intent.BACK,
        rule(
            rf"^{I}{NOW}(?:回来|返回|归队|返岗|回到?{OFFICE})(?:了|啦)",
            rf"^{I}{NOW}back (?:at|in) (?:the )?(?:office|desk|branch|bank)",
        ),
    ),
    (
        Intent.LEAVE,
        rule(
            r"(?:离开|走出|出来|谈完|聊完|看完|办完|送完|走)(?:了|啦|咗)(?!.{0,4}再去)",
            r"(?:从|打).{1,20}(?:出来|离开|走)(?:了|啦)?$|^离开|签退",
            r"\b(?:left|leaving|checked out|checking out|done at|finished at|out of)\b(?!.*\bback\b)",
        ),
    ),
    (
        Intent.ARRIVE,
        rule(
            rf"^{I}{NOW}(?:到|到达|抵达|来到)(?:了)?(?!.*(?:回来|回行|回单位|回$|返回)).{{1,24}}(?:了|啦|门口|楼下|前台|现场)?$(?<!去)",
            r"(?:到了|到达|抵达|到啦|签到|到咗)|(?:在|已在).{1,20}(?:现场|门口|楼下|前台|厂区)(?:了)?$",
            r"\b(?:arrived|arriving|checking in|checked in|check in)\b",
            r"^(?:i'?m |we'?re )?(?:now )?at (?!\d)(?!.*\bback\b)",
        ),
    ),
    (
        Intent.RECORD,
        rule(
            r"(?:见|拜访|走访|访问|会见|约见|见到)(?:到)?(?:了|过).{2,}",
            r"(?:没有?)?见(?:到|着).{2,}|(?:去|來|来)(?:了|过).{2,}(?:见|谈|聊|他们|对方|客户(?:说|想|要))",
            r"(?:谈|聊|商量|沟通|介绍|了解|确认|核实)(?:到|妥|好|成)?(?:了|过).{4,}",
            r"(?:对方|客户)(?:表示|说|答应|同意|要求|希望|反馈|提出|愿意|拒绝)",
            r"\b(?:met|discussed|talked about|agreed|visited|he said|she said|they said)\b",
        ),
    ),
    (
        Intent.OUTING,
        rule(
            r"(?:去|赴|前往|拜访|走访|上门|外出|出发|跑一趟|下户|过去|出门|探访|回访|约了|约好|到访|看望|陪同|落去)",
            rf"{TIME}.{{0,4}}(?:回|返)|(?:回来|返回|回行|回单位).{{0,4}}{TIME}|^到.{{2,}}(?:回|返)",
            r"\b(?:visit|visiting|going|go|heading|head|off|leaving for|see|seeing|meet|meeting|driving|popping)\b",
            r"\b(?:drop(?:ping)? (?:by|in)|call(?:ing)? (?:on|at)|swing by|stop by)\b",
            rf"\bback\b.*{TIME}|\bback (?:at|by|around|in)\b|\breturn(?:ing)? (?:at|by|around)\b",
        ),
    ),
)


# ---------------------------------------------------------------- answers to a card

YES = rule(
    r"(?:是的?|对的?|好的?|行|可以|没错|没问题|正确|确认|确定|同意|嗯+|登记|提交|保存|存吧|就这样|係|系|啱)(?:啊|呀|了|吧|外出|登记)?",
    r"y|yes|yep|yeah|ok|okay|sure|right|correct|confirm(?:ed)?|go(?: ahead)?|fine|save(?: it)?|👌|👍|✅",
)
NO = rule(
    r"取消(?:外出|登记)?|算了|不去了|不用了|放弃|作废|不登记了|不要了|撤销",
    r"cancel|never ?mind|forget it|drop it|discard|stop|abort",
)
ADDING = rule(r"加上|还有|再加|另外|以及|也去|加一家|顺路|顺便", r"\b(?:also|add|plus|as well|and then)\b")


def is_yes(text: str) -> bool:
    """Whether a short answer agrees."""
    bare = spoken(text).strip(" ，。！!,.~")
    return YES.fullmatch(bare) is not None


def is_no(text: str) -> bool:
    """Whether a short answer gives up what is being told."""
    bare = EDGES.sub("", spoken(text)).strip()
    return NO.fullmatch(bare) is not None


def is_adding(text: str) -> bool:
    """Whether a sentence adds to what was told, instead of putting something in its place."""
    return ADDING.search(spoken(text)) is not None
