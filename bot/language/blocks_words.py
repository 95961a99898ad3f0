"""The words by which a call-on record shows which of its blocks a clause belongs to (A10).

Chinese words are Simplified, English ones in small letters; "_" stands for blanks. A word that a bank's people use and
that is missing belongs here.
"""

from __future__ import annotations

from bot.language.going import one_of

# ---- labels: "对象：...", "Result: ..." ----
LABELS = {
    "who": one_of(
        "对方 对象 走访对象 拜访对象 访问对象 访谈对象 会见对象 受访人 受访者 被访人 被访者 见面人 会见人"
        " 接待人 联系人 洽谈人 对接人"
        " 人员 参加人员 客户 客户名称 客户单位 单位 单位名称 走访单位 拜访单位 走访客户 拜访客户 见了谁"
        " 见谁 谁 拜访人 面谈人 人物"
        " who whom met person people contact client customer attendee attendees counterpart seen spoke_to"
        " spoke_with met_with"
    ),
    "person": one_of("姓名 name"),
    "department": one_of("部门 所在部门 department dept"),
    "position": one_of("职务 职位 岗位 position title job_title role"),
    "purpose": one_of(
        "目的 走访目的 拜访目的 访问目的 会见目的 来意 事由 主要事由 原因 主要原因 主题 议题 内容"
        " 谈话内容 洽谈内容 沟通内容 走访内容"
        " 拜访内容 任务 为什么去 目的和内容 谈什么 主要内容 事项"
        " purpose reason aim goal objective matter subject topic why agenda about intent"
    ),
    "hoped": one_of(
        "期望 期望结果 预期 预期结果 预期目标 希望 希望达到 希望结果 希望达成 目标 拟达成 拟达到"
        " 想达到的结果 期望效果 预期效果 想要的结果"
        " expected hoped_for hoped-for hope expected_result expected_outcome target desired_result"
        " desired_outcome hoped_result hoped-for_result"
    ),
    "result": one_of(
        "结果 实际结果 走访结果 拜访结果 访问结果 洽谈结果 沟通结果 会谈结果 谈判结果 情况 走访情况"
        " 洽谈情况 沟通情况 实际情况 基本情况 进展 成果"
        " 成效 效果 反馈 客户反馈 客户反映 收获 了解到的情况 其他信息 其它信息 信息 结论 谈得怎么样"
        " result results outcome outcomes finding findings feedback what_happened actual_result"
        " conclusion response notes progress"
    ),
    "next_step": one_of(
        "下一步 下步 下一步计划 下一步工作 下一步安排 下一步打算 下一步措施 下一步行动 下步计划 下步工作"
        " 下步打算 下步安排 后续 后续工作 后续计划"
        " 后续安排 后续跟进 跟进 跟进计划 跟进事项 计划 打算 安排 待办 待办事项 措施 接下来 接下来的计划"
        " 行动 下次 然后呢"
        " next next_step next_steps follow-up follow_up followup to_do todo action actions action_items"
        " plan then what_next"
    ),
}

# ---- who was met ----
DEPARTMENTS = (
    r"(?:计划财务|财务|采购|销售|生产|行政|人事|人力资源|人力|市场|营销|技术|研发|法务|融资|资金"
    r"|资金管理|国际业务|国际|外贸|进出口|设备|仓储|质检|质量|工程|综合"
    r"|综合管理|运营|物流|投资|证券|审计|风控|信息|后勤|党群|基建|安环|安全|供应链|供应|项目|客服|电商"
    r"|成本|结算|税务|贸易|业务|经营|企管|企划|总经理|董事会)"
    r"(?:部门?|科|处|室|中心|办公室|办)"
    r"|总经办|总办|办公室|财务(?=[\u4e00-\u9fff]{1,3}(?:总|经理|主管|科长|部长))|董办|车间|门卫室|会计室|财务上"
)
POSITIONS = (
    r"董事长助理|总经理助理|副?理事长|会长|董事长|副董事长|执行董事|董事|法定代表人|法人代表|法人|实际控制人|实控人"
    r"|总经理|副总经理|副总裁|总裁|副总|总监|副总监|总会计师|总工程师|总工"
    r"|财务总监|财务经理|财务主管|财务负责人|财务部长|财务科长|采购经理|销售经理|销售总监|厂长|副厂长"
    r"|部长|副部长|科长|副科长|处长|主任|副主任|主管|经理|副经理"
    r"|会计主管|主办会计|会计|出纳|老板娘|老板|股东|合伙人|负责人|经办人|业务员|采购员|店长|院长|校长"
    r"|园长|书记|村长|支书|社长|队长|班长|秘书|助理|文员|仓管|保管员|工程师|财务人员|财务"
)
POLITE = (
    r"先生|女士|小姐|太太|阿姨|师傅|老师|大哥|大姐|总(?![行部体共额计是])|董(?!事)|工(?![作厂人资程业期地商艺会况情序])"
    r"|哥|姐|叔|生(?!产|意|态|活|病|效)"
)
DEPARTMENTS_ENGLISH = (
    r"finance|purchasing|procurement|sales|accounting|accounts|treasury|legal|hr|human\s+resources"
    r"|production|operations|marketing|engineering|admin|administration"
    r"|export|import|logistics|warehouse|quality|technical|international|general\s+affairs|investment|planning"
)
POSITIONS_ENGLISH = (
    r"(?:(?:deputy|vice|assistant|senior|general|managing|executive|chief)\s+)*(?:(?:finance|financial"
    r"|sales|purchasing|procurement|accounting|operations|plant|factory|production"
    r"|office|marketing|export|warehouse|legal|hr|treasury|project|technical)\s+)*"
    r"(?:manager|director|officer|controller|president|chairman|chairwoman|chairperson|accountant"
    r"|bookkeeper|cashier|supervisor|head|assistant|secretary|owner|partner|shareholder"
    r"|legal\s+representative|boss|treasurer|engineer|clerk)|cfo|ceo|coo|cto|vp|gm|md"
)

# ---- what a clause does ----
MET = (
    r"(?:今天|下午|上午|刚才|刚刚|这次|我们?|和|跟|与|同|一起|那个|嗯|呃|就|去|\s)*(?:(?:见|会|访"
    r"|拜访)了?一下|见到了?|见了|会见了?|会了|拜访了?|走访了?|访问了?|探访了?|约见了?|碰到了?|遇到了?"
    r"|接待(?:我们?)?的是|接待人(?:是|为)"
    r"|对接的是|出面的是|见的人?(?:是|有)|见着了?|见过|在场的?(?:有|是)|参加的?(?:有|是)|见面的(?:是"
    r"|有)|面见了?|面谈了?|找了|找到了?)(?:他们的?|她们的?|对方的?)?"
)
MET_ENGLISH = (
    r"(?:(?:today|just|i|we|also|have|had)\s+)*(?:met(?:\s+(?:up\s+)?with)?|saw|seen|visited"
    r"|called\s+on|spoke\s+(?:to|with)|talked\s+(?:to|with)|had\s+a\s+(?:meeting|talk|chat)\s+with"
    r"|sat\s+down\s+with|was\s+received\s+by|received\s+by|caught\s+up\s+with|meeting\s+with|with)"
)
PURPOSE = (
    r"目的|为了|主要(?:是|为|谈|聊|去|想)|想(?:谈|了解|问|推|看|让|请|跟|确认|收|签|催)|去(?:谈|聊|问"
    r"|催|收|送|推|了解|看|做|办|签)|来意|关于|就.{1,12}(?:进行|做|问题|事宜|事项)|围绕"
    r"|谈(?!妥|成|好|完|拢|崩|得|定|下来)|聊|商谈|商量|商讨|洽谈|沟通(?!情况|结果)|讨论|了解(?!到)"
    r"|推介|推荐|营销|介绍|催收|催要|催(?!他)|做(?:了)?(?:贷后|贷前|尽调|尽职|调查|检查)|贷后检查"
    r"|贷前调查|贷后(?:管理)?|回访|例行|常规走访|续贷|对账|盘点|核查|核对|检查|调研|考察|询问"
    r"|问(?:了?一?下|了?问)|核实|认识一?下|(?:联络|加深|增进)(?:一下)?(?:感情|了解)|摸底|争取(?!在|"
    r"下周|明天|到了)|拍照|确认(?![了过无没好])|走走|对接|坐了?坐|路过|顺道|[跟和同]?(?:他|她|对方|佢)?说一声|通知(?!书)|告知|"
    r"话[畀给][佢他她]知|账对|探(?!望)|看望|参加|推(?!迟|后|荐|进|脱)|宣传|谈谈|对了?一?下?账|睇|推广|"
    r"问了?一?下|看了?一?下|看(?!到|来|法|好|样|不|上|重|中|似|着)|查看|走访了解|送(?!了)|收(?!到|了"
    r"|入|成|益)|签(?!了|好|完)|倾"
)
PURPOSE_ENGLISH = (
    r"(?:to\s+(?:discuss|talk|ask|check|review|collect|promote|introduce|sign|chase|follow|find|see"
    r"|learn|pick|deliver|inspect|verify|explain|present|go|get|sell|pitch|confirm|negotiate)"
    r"|about|regarding|re|concerning|purpose|in\s+order\s+to|discussed|talked\s+about|discussing"
    r"|reviewed|introduc(?:ed|ing)|pitch(?:ed|ing)|present(?:ed|ing)|collecting|chasing|checking|"
    r"dropping|delivering|discussing|reviewing|inspecting|talking\s+about|to\s+(?:hear|pitch|drop|"
    r"look|talk|chase|set|understand|explore|offer|sort|work|catch|update|check|say)|the\s+aim|"
    r"we\s+discussed|aimed\s+to|wanted\s+to|asked\s+about|for\s+(?:a|an|the)|delivered|"
    r"dropped\s+(?:in|off|by)|popped\s+in|phoned|handed\s+over|brought|inspected|verified|"
    r"checked\s+on|reconciling|went\s+over|picked\s+up|collected|asked|chased|catching\s+up)"
)
HOPED = (
    r"希望(?!.{0,4}(?:我行|我们|银行|能给|给予|利率))|期望|争取(?!在|下周|明天)|力争|想让(?:他|客户"
    r"|对方)|想请(?:他|客户|对方)|目标是|预期|打算让|盼"
)
HOPED_ENGLISH = (
    r"(?:hoping|hoped|hope|aiming|aim|expecting|expected|want(?:ed)?\s+them|the\s+goal|target(?:ing)?|ideally)"
)
THEY = (
    r"对方|客户|他们?|她们?|佢哋?|企业|公司|厂里|该公司|该企业|该客户|人家|[\u4e00-\u9fff]{1,2}(?:总"
    r"|董|经理|厂长|主任|老板|会计|科长|主管|总监)|老板|负责人|财务|(?:说|表示|觉得|讲|话)(?!服|明|法"
    r"|题|课|费)"
)
THEY_ENGLISH = (
    r"(?:he|she|they|client|customer|the\s+(?:client|customer|company|boss|owner|manager|cfo"
    r"|accountant)|(?:mr|mrs|ms|miss|dr)\.?\s+[a-z]+|both|everyone)"
)
RESULT = (
    r"(?:看|查|核|盘|点)过?了$|都在|都好|齐了|结果|同意|答应|表示|反映|反馈|提出|要求|拒绝|不同意|不愿"
    r"|愿意|有意向|有意|没意见|没有意见|无异议"
    r"|认可|考虑|接受|承诺|确认|说|话(?!题|费)|讲|讲到|提到|透露|告诉|坦言|抱怨|担心|犹豫|嫌|不满|满意"
    r"|已经?|完成|签了|签好|签完|收到|收了|拿到|拿了|谈妥|谈好|谈成|谈下来|谈得|达成|没谈"
    r"|没有?(?!问题再)|未|发现|了解到|得知|看到|获悉|目前|现在|经营|生产|订单|库存|存货|销售|账期|回款"
    r"|应收|负债"
    r"|正常|稳定|下降|上升|增长|下滑|紧张|困难|停产|亏损|盈利|基本|顺利|成功|失败|不错|一般|较好|良好"
    r"|很好|比较|还可以|没问题|属实|一致|齐全|缺|不齐|到位|办好|办妥|办完|开好|开通|成交|敲定|定了"
    r"|定下"
)
RESULT_ENGLISH = (
    r"(?:agreed|agrees|accepted|refused|declined|promised|said|says|told|confirmed|signed|collected"
    r"|received|got|found|learned|learnt|mentioned|complained|wants|want|wanted|needs|asked\s+for"
    r"|is\s+(?:interested|happy|willing|considering|unhappy|worried|planning|running|ready)"
    r"|are\s+(?:interested|happy|willing|considering|running|planning|ready)|interested"
    r"|not\s+interested|no\s+(?:problem|issue|objection|change|decision)"
    r"|result|outcome|went\s+well|completed|done|settled|approved|rejected|provided|gave|handed|is|are"
    r"|was|were|has|have|had|did|didn't|does|doesn't|will\s+(?:provide|send|consider|think|let|pay"
    r"|sign|give|prepare|get|come|move|open)"
    r"|business|orders|sales|cash|inventory|stock|turnover)"
)
SURE_RESULT = (
    r"同意|答应|拒绝|不同意|无异议|没意见|有意向|已经|已(?=[签收办完开拿取提])|完成|签了|签好|收到"
    r"|拿到|谈妥|谈好|谈成|达成|办好|办妥|敲定|没谈成|不愿|没有意愿|属实|齐全"
)
SURE_RESULT_ENGLISH = (
    r"agreed|refused|declined|signed|collected|received|completed|settled|approved|rejected"
    r"|no\s+objection|not\s+interested|result"
)
NEXT = (
    r"下一步|下步|下次|下回|接下来|后续|之后(?:再|会|要|需)|回头|回去(?:后|以后|再|就|要)?|回行(?:后"
    r"|以后|再|就|要)?|准备(?!好|金|充分|工作)|打算|计划(?!财务|书|部)|拟(?!上市)|待(?!遇|岗)|跟进"
    r"|继续|需要?(?:我|补|尽快|再|跟|提交|上报|准备|安排|联系)"
    r"|要(?:尽快|再|去|补|跟|把|给|向|约|帮|抓紧|及时)|我(?:们)?(?:会|要|将|去|再|来|先|得|负责|尽快)"
    r"|再(?:去|来|约|联系|拜访|跟|谈|打|送|拿|看|沟通|走访|问|催|确认|上门|访|议|碰)|约(?:了|好"
    r"|定)?(?:下|明|后|周|星期|礼拜|\d|他|对方|客户)"
    r"|将(?!近)|尽快|抓紧|安排(?!好了)|让我(?:们)?|叫我(?:们)?|约我(?:们)?|由我(?:行|们)?|我行(?:将|会"
    r"|再|拟|尽快)|上报|报(?:批|审批|送)|提交审批|发起"
)
NEXT_ENGLISH = (
    r"(?:next(?:\s+step)?|follow(?:ing)?[\s-]up|i(?:'ll|\s+will|\s+need|\s+have\s+to|\s+am\s+going"
    r"|'m\s+going)|we(?:'ll|\s+will|\s+need|\s+agreed\s+to\s+meet)|will\s+(?:call|send|visit|go|come"
    r"|prepare|arrange|follow|check|submit|pick|collect|draft|revert|report|meet|see|get\s+back|bring"
    r"|email|write|drop|return|ask|chase)"
    r"|to\s+do|todo|going\s+to|plan(?:ning)?\s+to|need\s+to|must|should|then\s+i|back\s+(?:there"
    r"|to\s+them)|again|schedule[d]?|arrange|prepare|send\s+(?:them|him|her|the)|call\s+(?:them|him"
    r"|her|back)|visit\s+(?:them|him|her|again)|submit|draft|report\s+to|remind|get\s+back)"
)
FIRM_THEY_DO = r"(?:会|将|要|答应|同意|承诺|准备|打算|计划|愿意|说|表示|考虑)"
SPLITS = (
    r"(?:[请让叫约]我们?(?=去|来|过|再|下|明|后|周|\d|提)|对方|客户(?=表示|同意|说|反映|答应|提出|要求"
    r"|希望|已|没|不|愿|认可|觉得|目前)|他们?(?=说|同意"
    r"|表示|答应|愿|不|要|觉得|目前)|她(?=说|同意|表示|答应|不)|结果(?!单)|下一步|下步|下次|下回"
    r"|接下来|回去以?后|回头|然后再?|最后|后续|目的是|主要是|希望(?=能|他|客户|对方))"
)
SPLITS_MATTER = (
    r"(?<![a-z])(?:to\s+discuss|to\s+talk\s+about|to\s+go\s+over|to\s+review|about|regarding|re|concerning)(?![a-z])"
)
SPLITS_ENGLISH = (
    r"(?<![a-z])(?:he\s+(?:agreed|said|will|promised|wants|complained|asked|mentioned|needs|is|has"
    r"|refused|told)|she\s+(?:agreed|said|will|promised|wants|complained|asked|mentioned|needs|is|has"
    r"|refused|told)"
    r"|they\s+(?:agreed|said|will|promised|want|are|have|need|complained|asked|mentioned|refused|told)"
    r"|i\s+(?:explained|told|asked|promised)"
    r"|and\s+asked\s+(?:me\s+|us\s+)?(?:for|to)|next\s+step|i(?:'ll|\s+will)|we(?:'ll|\s+will)|"
    r"will\s+(?:call|send|visit|go|pick|collect"
    r"|follow)|hoping\s+to|in\s+order\s+to|then\s+i)(?![a-z])"
)
NUMBERING = r"(?:[（(]?(?:[1-9]|[一二三四五六])[)）.、．:：]|[①②③④⑤⑥]|[-*•·])"
