"""The words by which a piece of a spoken record shows its block: what the weighing in blocks_running goes by (A10).

Chinese is matched folded (script.fold), English in small letters.
"""

from __future__ import annotations

import re

from bot.language import blocks_words as word

DEED = re.compile(rf"(?:{word.PURPOSE})|(?<![a-z])(?:{word.PURPOSE_ENGLISH})(?![a-z])")
DEED_FIRST = re.compile(
    rf"(?:我们?|去|来|过去|过来|上门|帮他们?|给他们?|顺便|顺路|先|再)*(?:{word.PURPOSE})(?!到|起)|(?:{word.PURPOSE_ENGLISH})(?![a-z])"
    r"|to\s+(?!the\b|a\b|an\b|him\b|her\b|them\b|us\b|me\b|our\b|their\b|mr\b|ms\b|date\b|be\b|have\b)[a-z]{3,}"
    r"|(?:for\s+)?(?:post-?loan|annual|credit|site|routine|follow-?up|regular)\s+(?:check|review|visit|inspection)"
)
AIM = re.compile(
    r"的(?:事|事情|问题)$|目的|(?:事情|事由|事儿|谈的|聊的)(?:还)?是|为了|为的是|本来(?:是|想|打算)?|"
    r"来意|主要(?:是|想|为|说|谈|聊|讲|问)|这次(?:是|去|来)|此行|想(?:去|了解|问|看|推|争取|谈)|"
    r"去(?:是|主要)"
    r"|(?<![a-z])(?:purpose|in\s+order\s+to|wanted\s+to|was\s+there\s+to|went\s+(?:there\s+)?to|"
    r"the\s+(?:aim|point|idea)|came\s+to|reason\s+for)(?![a-z])"
)
MET = re.compile(rf"^(?:{word.MET}|(?:{word.MET_ENGLISH})(?![a-z]))")
WENT = re.compile(
    r"^(?:今天|今日|上午|下午|早上|中午|下昼|今早|刚才|刚刚|刚从?|头先|我们?|和|跟|与|同事|小\w|一起|主要|是|就是|本来|\s)*(?:去了?|到了?"
    r"|在|来到|走访了?|拜访了?|上门|从|探访了?)(?!年|期|位|账)|^(?:today\s+|this\s+(?:morning|afternoon)\s+|just\s+)?(?:i\s+|we\s+)?"
    r"(?:went\s+to|visited|was\s+at|were\s+at|came\s+out\s+of|at\s|saw|met)"
)
THEY = re.compile(
    rf"^(?![和跟与同见找去到拜会约在])(?:{word.THEY})(?!.{{0,3}}(?:一起|约))|^(?:{word.THEY_ENGLISH})(?![a-z])"
)
SAID = re.compile(
    r"(?:同意|答应|表示|[^电]话(?=[我佢他今下要唔冇没材报])|反映|反馈|提出|拒绝|抱怨|认为|觉得|承诺|告诉|提到|不同意|愿意|担心|感兴趣|透露|坦言|嫌|埋怨|认可"
    r"|(?:聊|谈|说|讲|提)(?:到|起)|(?<!听)(?<!主要)(?<!再)(?<!来)(?<!据)说(?!明|法|服|好下|清|一下|说))"
    r"|(?<![a-z])(?:agreed|agrees|said|says|told\s+(?:me|us)|promised|wants|complained|mentioned|"
    r"refused|declined|asked\s+(?:whether|if|for)|liked?|admitted|confirmed|insists?|worried)(?![a-z])"
)
FIRST = re.compile(r"^(?:我们?|咱们?|i|we)(?![a-z行])")
OUR_SIDE = re.compile(
    r"同事|科技部|产品经理|信贷经理|信贷部|风险经理|领导|我们?行|支行|总行|放款中心|国际部|"
    r"(?<![a-z])(?:our|colleagues?|my\s+boss|engineer|the\s+branch)(?![a-z])"
)
STATE = re.compile(r"(?<![a-z])(?:is|are|was|were)(?![a-z])")
OUR_TALK = re.compile(r"^(?:我们?|i|we)\s?.{0,4}(?:解释|说明|讲|介绍|表示|道歉|apologi|explain|told|introduc)")
TOLD_US = re.compile(
    r"(?:让|叫|约|要求|请|通知|催|要)我(?:们|行)?(?!们?放款|行?的)|(?:asked|told|wants?|"
    r"invited)\s+(?:me|us)\s+(?:to|for)|asked\s+for\s+a\b"
)
WE_PROMISED = re.compile(
    r"我(?:们)?(?:答应|承诺|应承|说好)|(?:i|we)\s+(?:promised|told\s+(?:him|her|them)\s+(?:i|we)(?:'d|\s+would))"
)
NEXT_STRONG = re.compile(
    r"请示|约(?:了|好|定|在)(?!一下)|返去|返行|翻去|(?<![a-z])(?:plan\s+is|due(?=\s)|going\s+back|"
    r"signing|(?:i|we)\s+(?:report|go|pick|send|draft|owe|visit|call|meet|check|prepare|submit)|"
    r"bringing|trying|calling|returning|preparing|submitting|following|meeting\s+about|"
    r"goes\s+to|back\s+to)(?![a-z])|下一?步|接下来|后续|回头|回去(?:以?后|再|就|要|跟|和|向|申请|"
    r"汇报)?|跟进|改天|改日|下次|下回|过(?:几|两)天|到时候?"
    r"|再(?:去|来|约|联系|拜访|跟|谈|打|送|拿|看|沟通|走访|问|催|确认|上门|访|议|碰|查|找|过去|睇|揾|"
    r"讲|说|定)|(?:给|畀|回|覆|答复|回复)(?:他|她|佢|对方|客户|人家)?(?:们)?(?:一个)?(?:答复|回话|"
    r"答覆|回复|消息|准信)|覆佢"
    r"|(?<![a-z])(?:next\s+step|follow[\s-]up|will\s+(?!be\b|not\b)|i'll|we'll|going\s+to|"
    r"to\s+be\s+(?:finished|sent|done)|need\s+to|have\s+to|try\s+again|want\s+to\s+(?:get|set|"
    r"arrange)|plan\s+to|let\s+me|due\s+to\s+(?:him|her|them)|answer\s+due|picking|taking|sending|"
    r"coming\s+back)(?![a-z])"
)
NEXT_WEAK = re.compile(rf"(?:{word.NEXT})|(?<![a-z])(?:{word.NEXT_ENGLISH})(?![a-z])")
MAYBE = re.compile(
    r"可能|也许|预计|估计|大概会|或者|(?<![a-z])(?:may|might|probably|expected|likely|cannot|can't|fears?)(?![a-z])"
)
SETTLED = re.compile(r"定在|定于|安排在")
ASKED_THEM = re.compile(
    r"^我(?:们)?(?:已经)?(?:让|叫|请)(?:他|她|佢|对方|客户|评估|同事|产品)|^(?:i|we)\s+(?:asked|"
    r"told)\s+(?:him|her|them)\s+to"
)
OUR_DEED = re.compile(
    r"^(?:just\s+|i\s+|we\s+)?(?!(?:agreed|accepted|refused|declined|promised|signed|approved|"
    r"rejected|completed|settled|received|wanted|planned"
    r"|needed|interested|delighted|insured|complained|mentioned|nobody)\b)[a-z]+ed\s+(?!by\b|on\b|for\b)"
)
LATER = re.compile(r"先(?:放|不动|等|缓|观望)|暂(?:时)?(?:放|不动|缓)|不再跟")
RESULT_CUE = re.compile(rf"(?:{word.RESULT})|(?<![a-z])(?:{word.RESULT_ENGLISH})(?![a-z])")
SURE_RESULT = re.compile(rf"(?:{word.SURE_RESULT})|(?<![a-z])(?:{word.SURE_RESULT_ENGLISH})(?![a-z])")
HOPED_CUE = re.compile(rf"^[我们\s]*(?:{word.HOPED})|(?<![a-z])(?:{word.HOPED_ENGLISH})(?![a-z])")
CAME_OF_IT = re.compile(
    r"结果(?!单)|没(?!问题再)|未(?!来)|冇|不在|唔|还(?:差|有|没|要等|不)|就差|差一|比.{0,8}(?:多|少|"
    r"高|低)|大[概约]|左右|好了|齐|[到完成好]了|推迟|签收|签的字|嬲|太(?:慢|高|贵|麻烦)"
    r"|百分之|%|万|亿|(?<![a-z])(?:no|not|nobody|still|already|everything|up|down|missing|million|"
    r"percent|unhappy|keen|almost|out|but)(?![a-z])"
)
BUSINESS = re.compile(
    r"经营|订单|库存|销售|账期|回款|应收|负债|生产|设备|现金流|资金|存款|利率|价格|产能|开工|停产|主体|厂房"
    r"|工人|原材料|营业|收入|成本|利润|orders?|sales|stock|inventory|cash|turnover|production|revenue|profit|deposits?"
)
# A few words without a verb that tells: what was talked about.
TOPIC = re.compile(r"^(?:[\u4e00-\u9fffa-z0-9]{2,9}|(?:the\s+|our\s+|their\s+)?(?:[a-z-]+\s+){0,3}[a-z-]+)$")
HAPPENED = re.compile(r"[\u4e00-\u9fff]了(?![吗解])|出问题|(?<![a-z])(?:ready|available|expires?|happened)(?![a-z])")
NOTHING_NEXT = re.compile(r"^(?:暂无|没有|无)(?:下一步|后续|安排|计划)|^(?:no|nothing)\s+(?:next|further|follow)")
PAST = re.compile(
    r"刚|以前|之前|去年|上(?:个?月|周|次)|[^好为除罢]了(?!解|吗)|过的|(?<![a-z])(?:last|ago|was|were|had|did)(?![a-z])"
)
SURNAME = re.compile(r"^(?:他|她)?(?:是)?(?:姓|叫)[\u4e00-\u9fff]{1,3}$")
SMALL = re.compile(
    r"^(?:天气|路上|辛苦|就这样|没了|完了|好了|大概就这些|先这样|汇报完毕|以上|跟你说|我跟你说|that's\s+(?:it|all)|over)"
)

LEAD_IN = re.compile(
    r"^(?:今天|今日|上午|下午|早上|刚才|刚刚|这次|本次|此次|主要|就|先|顺路|顺便|过去|是|嗯|呃|那个|不过|但是?|而且|所以|因为|另外|还有|然后|其中"
    r"|(?:today|this\s+(?:morning|afternoon)|but|so|and|then|also|however)\s+|[\s,，]+)+(?=.)"
)
