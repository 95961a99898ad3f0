"""The words of questions: subjects and their topics, kinds of credit, tiers, channels, who is asked about and how.

Every pattern is matched against folded text (script.fold: simplified, small letters, 冇 as 没, 咗 as 了) from which
names and dates have been taken out. The wordings of the status words stand in question_status.
"""

from __future__ import annotations

import re

SUBJECTS: dict[str, tuple[str, ...]] = {
    "people": ("out", "not_returned", "overdue_return", "at_client", "in_office", "on_duty", "unexplained"),
    "visits": ("done", "planned", "not_done", "unplanned", "weak_evidence", "contradicted"),
    "records": ("missing", "late", "unreviewed", "returned", "no_next_step"),
    "leave": ("active", "approved", "pending", "retroactive"),
    "clients": ("visited", "not_visited", "overdue", "due", "birthday", "new"),
    "credit": ("expiring", "expired", "shortfall", "notice_not_sent"),
    "rollcall": ("present", "late", "absent"),
    "opportunities": ("new", "waiting_feedback", "not_reported", "won"),
    "complaints": ("open", "closed"),
    "unknown": (),
}
KINDS = ("line", "loan", "rating", "interest", "reconciliation")
TIERS = ("diamond", "platinum", "platinum+", "gold")
CHANNELS = ("on_site", "phone", "sms", "online", "face_to_face")

NOT = r"(?:没有?|未|不|无|唔|缺|漏|忘|欠|仲未|零)"
NOT_EN = r"(?:not|n't|never|no|nobody|without|yet\s+to|fail(?:ed|s)?\s+to|has\s+yet|have\s+yet)"
CALL = (
    r"(?:拜访|走访|上门|登门|家访|访问|回访|到访|探访|拜会|外访|会面|面谈|见过?面|见客|见过|见到|联系|联络|打(?:过|了)?电话|致电|通话|通电话"
    r"|(?:发|发过|发了)(?:短信|微信)|接触|探[了过]|探(?=的?客)|(?<![专出])访(?!谈录))"
)
CALL_EN = (
    r"(?:visit(?:s|ed|ing)?|call(?:s|ed|ing)?\s+on|call(?:s|ed|ing)?(?!\s+(?:roll|register))|see(?:n|"
    r"s|ing)?|saw|met|meet(?:s|ing)?"
    r"|contact(?:s|ed|ing)?|phone[ds]?|phoning|rang|text(?:ed)?|reach(?:ed)?|dropped\s+in)"
)


def said(chinese: str, english: str = "") -> re.Pattern[str]:
    """A pattern of Chinese wordings, and of English ones at whole words."""
    return re.compile(chinese + (rf"|(?:(?<![a-z])|(?=n't))(?:{english})(?![a-z])" if english else ""))


# ── how much is asked, and in which tense ────────────────────────────────────────────────────────────

RATE = said(
    r"(?<![利汇费税频效])率|比例|占比|百分之几|百分比|几成",
    r"rate|rates|percent|percentage|share|ratio|proportion|coverage",
)
COUNT = said(
    r"多少(?!率)|几多|(?<![哪边这那前近最好十])几(?=[个位家笔次条份人名单项张户趟件宗间篇起场批回例]|天.{0,2}假)|总数|人数|数量|次数|户数|笔数|家数|有几|共计|合计|统计数",
    r"how\s+many|how\s+often|number\s+of|count|counts|total|tally",
)
DONE = said(
    r"[了过]|已|完成|做成|实际|去过|刚才",
    r"did|was|were|been|visited|called|saw|met|went|made|had|done|completed|has|have|contacted|phoned|took",
)
PRESENT = said(
    r"现在|目前|而家|依家|这会|此刻|当前|眼下|人呢", r"now|currently|at\s+the\s+moment|right\s+now|is|are|'s"
)
HISTORY = said(r"记录|情况|历史|台账|明细|统计", r"records?|history|register|figures|statistics")

# ── whom and where ───────────────────────────────────────────────────────────────────────────────────

CLIENTS = said(
    r"客户|客人|顾客|[个位些的]客(?![户气观服流运栈车套])|户(?=[没未该])|钻石|白金|铂金|金卡|贵宾",
    r"clients?|customers?|diamond|platinum|gold|vips?|accounts",
)
PEOPLE = said(
    r"谁|边个|边位|哪些人|哪个人|哪位|哪几[个位]|几个人|多少人|几位|大家|所有人|全员|团队|员工|同事|人员|人手|经理|队员|组员|手下|下属|他|她|我们|部门|支行"
    r"|\ue001|\ue002|人(?=[还在没未])",
    r"who|who's|whom|anyone|anybody|everyone|everybody|team|people|staff|rms?|colleagues|managers?|"
    r"officers?|he|she|they|we|us|someone",
)
WHERE = said(
    r"在哪|去哪|哪去|去了哪|到哪|哪里|哪儿|边度|在边|去边|去了边|什么地方|何处|行踪|位置|下落|动向|动态|去向|人呢|看板|分布",
    r"where|whereabouts|where's|location|locations|board|status",
)
DOING = said(
    r"做了?(?:什么|啥|咩|乜)|干了?(?:什么|啥|嘛)|忙(?:什么|啥|些)|跑了?(?:哪|几|多少)",
    r"what\s+(?:did|has|is|was)|been\s+(?:doing|up\s+to)|up\s+to|doing",
)
RETURN = said(r"回|返|归", r"back|return\w*")
WAS_WHERE = said(r"(?:昨|前|上)\S{0,4}在哪", r"where\s+(?:was|were|did)")
WENT = said(r"去了|去过|[跑走]了|到过|去咗", r"did|has|have|been|went")
GOING = said(r"去|到|跑|约|见|谁来", r"go|goes|going|went|been\s+to|to|at")
PRESENT_AT = said(r"在|喺", r"at|with|in")
VISIT = said(
    rf"{CALL}|跑客户|跑了?[几多]|[跑走]了[几多]|上过门|见了|(?<![出哪边])去了|(?<!出)去过|(?<!出)去看|"
    rf"(?:要|会|准备|打算|计划)(?:去|见|跑)|计划|行程|日程|外勤.{{0,3}}次"
    r"|证据|定位|没去(?!世)|未去|爽约|面对面|电话|短信|线上|当面|打卡地|现场率|上门率|见(?=几|多少|哪|谁)|约(?:了|见)",
    rf"{CALL_EN}|went|on-?site|appointments?|plan(?:s|ned|ning)?|scheduled?|unplanned|itinerary|"
    rf"evidence|trips?|face\s+to\s+face"
    r"|face-to-face|in\s+person|go(?:ing|es)?\s+to|unvisited|evidenced",
)
WHICH_CLIENTS = said(
    r"(?:哪些|哪几个?|几[家个户位]|多少[家个户位]?|哪[家个位户]|什么|边[些个]|咩|"
    r"几多[家个户]?)(?:(?!电话|短信|微信|次|趟|谁)[^,，。？?]){0,6}(?:客户|客人|顾客|客(?=$|[?？呢呀啊])|企业|公司|"
    r"户(?![口型外]))(?!电话|拜访|走访|投诉)"
    r"|(?:客户|客人|顾客|企业)(?:有|是|都有|里|中|当中)?(?:哪些|哪几|几[家个户位]|多少|边[些个])"
    r"|(?:有|共)?(?:几|多少|几多)(?:户|家(?=没|未|还))(?!人)|(?:客户|客人|顾客)(?:数量|数|总数|名单)|的.{0,6}(?:客户|客人|顾客|客)(?:名单)?[?？]?$",
    r"(?:clients?|customers?)\s+(?:visited|seen|contacted|called|met|phoned|reached)|(?:which|what|"
    r"how\s+many|list|show|any)\b(?:(?!who\b|visits?\b|calls?\b)[\w\s+&'-]){0,40}\b(?:clients?|"
    r"customers?)(?!\s+(?:visits?|calls?|meetings?|complaints?))"
    r"|(?:clients?|customers?)\s+(?:visited|seen|contacted|called|met|phoned|reached)|(?:clients?|"
    r"customers?)\s+(?:that\s+|who\s+|which\s+)?(?:were|was|have\s+been|has\s+been|we\s+\w+|did)"
    r"|number\s+of\b[\w\s+]{0,24}\b(?:clients?|customers?)(?!\s+(?:visits?|calls?|meetings?|complaints?))",
)
WHO_DOES_NOT = said(
    rf"(?:谁|边个|边位|哪些人|哪位|哪些(?:客户)?经理|哪几[个位](?:客户)?经理|哪个(?:客户)?经理|几个人|多少人).{{0,12}}{NOT}.{{0,6}}(?:{CALL}|去|跑)(?!的)"
    rf"|(?:谁|边个|边位|哪些人|哪位).{{0,12}}(?:{CALL}|电话)(?:客户)?(?:都|也)(?:还)?{NOT}",
    r"who|who's|anyone|anybody|which\s+(?:rms?|managers?|relationship\s+managers?|people|staff)|how\s+many\s+people",
)
NOT_VISITED = said(
    rf"{NOT}(?:有|能|曾|去|人|被|怎么|安排|任何|过|再|还|做|进行|到|给|跟|同|\ue003|\ue000|\ue001){{0,4}}(?:{CALL}|电话|短信|面对面|当面|去过|去了?$|去的|见)"
    rf"|(?:{CALL}|电话|短信)(?:都|也|还|得)?(?:过|了)?{NOT}(?!完)|零走访|零拜访|未访|没人(?:跟|管|理|维护)|多久没|好久没|很久没|没去",
    rf"{NOT_EN}(?:\s+\w+){{0,5}}?\s+{CALL_EN}|n't(?:\s+\w+){{0,5}}?\s+{CALL_EN}|unvisited|"
    rf"no\s+(?:\w+\s+)?(?:visits?|calls?|contacts?)"
    r"|neglected|(?:not|n't)\s+(?:\w+\s+){0,4}(?:gone|been)\s+to|cold",
)
FULFILLED = said(r"完成|执行|落实|达成|兑现", r"complet\w*|fulfil\w*|done|made|kept")
TO_BE_SEEN = said(rf"要(?:去|被|上门)?{CALL}|要去", r"to\s+(?:be\s+)?(?:visit|see|call|seen|visited|called)")
# A question's form, and no denial: 有没有, 是不是; and what joins two status words.
WHETHER = re.compile(r"有没有?(?!去|写|交|回|拜|走|来|到)|有没有|是不是|是否|会不会|有无")
TOGETHER = re.compile(
    r"\s*的?\s*(?:和|或者?|以及|及|与|跟|还是|同埋|同|and|or|&|、|/)\s*(?:were\s+|was\s+|are\s+|is\s+|the\s+)?"
)
EVIDENCE = said(r"证据|定位|位置|矛盾|对[不唔]上", r"evidence|evidenced|contradict\w*|location|locations")
WHERE_IS = said(r"在哪|在边|人呢|在什么地方|位置", r"where\s+(?:is|are)|where's|whereabouts|now|currently")
AGAINST_PLAN = said(
    r"计划(?:和|与|跟|同|对)(?:比)?实际|对照计划", r"against\s+(?:the\s+)?plan|(?:vs|versus)\.?\s+(?:the\s+)?plan"
)
UNEXPLAINED = said(r"去向不明|下落不明", r"unexplained|unaccounted")
HOLIDAY_ALONE = said(r"放(?:紧|着|了|完|的|长|几天|大)*假")
WRITING = said(r"记录|日志|纪录", r"records?|logs?|write-?ups?")
BIRTHDAY = said(r"生日|生辰|寿辰|庆生|做寿", r"birthdays?|born")

# ── the subjects with a name of their own ────────────────────────────────────────────────────────────

TOPIC: dict[str, re.Pattern[str]] = {
    "complaints": said(r"投诉|客诉|申诉|抱怨", r"complain(?:t|ts|ed|s|ing)?|grievances?"),
    "opportunities": said(
        r"商机|机会|线索|潜在业务", r"opportunit(?:y|ies)|deals?|leads(?!\s+the)|new\s+lead|pipeline|prospects?"
    ),
    "leave": said(
        r"请(?:了|过|紧|着|的|咗)?.{0,5}假|休.{0,3}假|拿(?:了|紧)?.{0,2}假|放(?:紧|着|了|完|的|长|几天|大)*假|年假|病假|事假|"
        r"产假|婚假|丧假|陪产假|调休|补休|补假|销假|假条|假单|告假|批.{0,2}假|度假|的假|休息(?!室)|"
        r"休(?=的?人|几天)",
        r"(?:\ue001\ue000*|on|sick|annual|maternity|their|approved?|pending|retroactive|for|of|take|taking|taken|took|"
        r"unpaid|casual|his|her|requested|any|no|'s"
        r"|parental|paternity|marriage|personal|the|request|waiting|compassionate|backdated|"
        r"study)\s+leaves?(?!\s+(?:the|a|at|early)\b)"
        r"|leaves?\s+(?:requests?|applications?|approvals?|records?|is|was|were|are|that|this|next|last|"
        r"today|tomorrow|pending|waiting|awaiting|of|still|not|has|have|taken|list|calendar|asked|filed)"
        r"|^leave\b(?!\s+(?:the|for|a|at))|holidays?|vacation|days?\s+off|time\s+off|off\s+sick|sick|"
        r"is\s+off|be\s+off|are\s+off|who's\s+off|off\s+work"
        r"|off\s+\ue004|off\s*(?:today|tomorrow|next|this)|was\s+off|were\s+off|away\s+on\s+leave",
    ),
    "rollcall": said(
        r"晨训|晨会|早会|晨课|朝会|点名|签到|打卡(?!地|位置|点)|考勤|迟到|缺勤|缺席|旷工|出勤|出席|早训|到岗率|应到|实到|到会",
        r"roll-?\s?call|morning\s+(?:training|meeting|briefing|session|drill)|attend(?:ance|ed|s|ing|"
        r"ees?)?|late\s+(?:for|to|in)(?:\s+\w+){0,3}|absent\w*"
        r"|(?:was|were|came|come|arrived?|turned\s+up|showed\s+up)\s+late|turn(?:ed)?\s+up|"
        r"show(?:ed)?\s+up|signed?\s+in|no-?shows?|latecomers?|present|register\s+call|absence|absences|"
        r"(?:skipped|missed|attend\w*)\s+(?:the\s+)?(?:training|briefing)",
    ),
    "credit": said(
        r"授信|贷款|信贷|额度|评级|信用等级|利息|结息|付息|还息|扣息|欠息|对账|对帐|借款|本息|还款|融资|还贷|敞口|复评|年审|通知书|通知函|到期通知|贷(?=到期|要到)",
        r"loans?|credit|facilit(?:y|ies)|lines?|ratings?|interest(?!ed)|reconcil\w*|limits?|overdrafts?|"
        r"borrow(?:ings?|ers?)|repayments?|mortgages?|notices?",
    ),
    "records": said(
        r"记录|日志|纪录|日报|走访表|小结|下一步|下步",
        r"records?|recorded|logs?|notes?|write-?ups?|written\s+up|reports?|diar(?:y|ies)|journals?|"
        r"next\s+steps?|paperwork",
    ),
}

KIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("reconciliation", said(r"对账|对帐", r"reconcil\w*")),
    ("rating", said(r"评级|信用等级|复评|重评|覆检", r"ratings?|rated")),
    ("interest", said(r"利息|结息|付息|还息|扣息|欠息", r"interest")),
    ("loan", said(r"贷款|借款|还贷|还款|贷(?=到期|要到)", r"loans?|borrowings?|mortgages?|repayments?")),
    ("line", said(r"授信|额度", r"lines?|limits?|facilit(?:y|ies)")),
)

TIER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "platinum+",
        said(
            r"(?:白金|铂金)(?:卡|级|客户|级别|等级)?(?:及|或|和|与|跟|同|、|\s)*(?:以上|钻石|更高|往上|起)|"
            r"钻石(?:卡|级|客户)?(?:和|及|与|跟|、|或|同|,|，|\s)+(?:白金|铂金)|(?:白金|铂金)\+|(?:不低于|"
            r"至少是?|高于等于)(?:白金|铂金)|以上.{0,2}白金",
            r"platinum\s*(?:plus|\+)|platinum\+?(?:\s+(?:clients?|customers?|tier|level))?\s+(?:and|"
            r"or)\s+(?:above|higher|better|up|over|upwards?|diamond)|diamond\s+(?:and|or|&)\s+platinum|"
            r"(?:at\s+least|from|minimum)\s+platinum|platinum\s+upwards?",
        ),
    ),
    ("platinum+", re.compile(r"platinum\s*\+")),
    ("diamond", said(r"钻石|钻卡|钻级", r"diamonds?")),
    ("platinum", said(r"白金|铂金", r"platinum")),
    ("gold", said(r"金卡|黄金|(?<![白铂])金(?:级|牌)|(?<![白铂资现奖基佣])金客户", r"gold(?!en)")),
)

CHANNEL: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "face_to_face",
        said(
            r"面对面|当面|面谈|见过?面|面访|面见|会面|亲自见", r"face\s*-?\s*to\s*-?\s*face|in\s+person|f2f|in-person"
        ),
    ),
    (
        "on_site",
        said(
            r"上过?门|登门|现场|实地|到户|家访|到厂|下户",
            r"on-?\s?site|site\s+visits?|at\s+(?:the\s+|their\s+)?(?:client's\s+|clients'\s+)?(?:premises|"
            r"place)|on\s+the\s+spot|door-?to-?door",
        ),
    ),
    ("sms", said(r"短信|简讯|信息群发", r"sms|text(?:s|ed|ing)?(?:\s+messages?)?")),
    (
        "online",
        said(r"微信|线上|视频|网上|在线|钉钉|企微|远程", r"online|video|wechat|whatsapp|remote(?:ly)?|virtual(?:ly)?"),
    ),
    (
        "phone",
        said(
            r"电话|致电|通话|打给|电联|电访",
            r"phone[ds]?|phoning|telephone\w*|by\s+call|rang|rung|phone\s+calls?|calls?(?!\s+on)|"
            r"called(?!\s+on)",
        ),
    ),
)
