"""What is no question about the field day: small talk, pay, the weather, orders to the bot, matters it must not tell.

Reading a filter into such words would answer something nobody asked. So they are recognised first, by what they are
about and by their form: an order begins with its verb, a question about how or why asks for an explanation.
"""

from __future__ import annotations

import re

from bot.language.question_words import said

# Politeness in front of a question; what stands behind it decides.
OPENING = re.compile(
    r"^(?:[\s,，.。!！~～…:：]|请问|请教|请|麻烦(?:你|您)?|劳驾|唔该|帮我|帮忙|同我|替我|给我|畀我|"
    r"你好|您好|hi|hello|hey|早上好|下午好|早晨|喂|嗨|那个|嗯|呃|额|哎|啊|就是|我想(?:问|知道|看|查|"
    r"了解|睇)(?:一?下|下)?|想(?:问|知道|睇|看|查)(?:一?下)?|我要(?:看|查|知道|睇)|"
    r"(?:你)?(?:能不能|可不可以|可以|可唔可以|能)(?:告诉我|帮我|话我知|查|看)?|告诉我|话我知|说说|"
    r"讲讲|(?:查|看|问|睇|列|数)(?:一?下|下|查|看|出|睇)?|了解一下|统计(?:一?下)?|列出|显示|看看|查查|"
    r"please|pls|kindly|can\s+you|could\s+you|would\s+you|will\s+you|tell\s+me|show\s+me|show|"
    r"give\s+me|list|let\s+me\s+(?:see|know)|i(?:'d|\s+would)\s+like\s+to\s+(?:know|see)|"
    r"i\s+(?:want|need)\s+to\s+(?:know|see)|do\s+you\s+know|any\s+idea|quick\s+question|check|"
    r"find(?:\s+out)?|get\s+me|bot|ok(?:ay)?|so|um|uh|well|just|and|now)+"
)

ORDER = re.compile(
    # An order begins with its verb; 把 puts the object first.
    r"^(?:同意|批准|驳回|拒绝|删|取消|撤销|撤回|提醒|通知(?!书|函|单|发|没|未)|转告|告知(?!书)|"
    r"发(?:送|给|个|一|消|通|条|布)|群发|设(?:置|为|成)|改(?:成|为|一)|修改|更改|更新|调(?:整|动)|"
    r"转(?:给|移|交)|分配|指派|派"
    r"|安排\ue001|新建|新增一|创建|添加|加(?:一|个|上)|写(?:一|个|首|篇)|翻译|唱|讲(?:个|一)|说个|"
    r"播放|打开|关闭|重启|停|罚|处分|开除|扣|登记|导出|下载|打印|备份|清空|执行|运行|忘(?:记|掉)|忽略|"
    r"无视|假装|扮演|从现在起|以后(?:你|都)|推荐|帮(?:我|忙)?(?:订|写|请|批|发|改|删|买|约|打)"
    r"|订(?:个|一|票|房)|叫(?:\ue001|他|她|大家)|让(?:\ue001|他|她|大家)|给(?:\ue001|\ue003|他|她|大家|客户)|替(?:我|他|她)|把)"
    r"|把.{0,24}(?:删|改|标|设|批|发|转|退|清|调|移|关|取消|导|给)|(?:帮我|替我|同我|给我|"
    r"请).{0,12}(?:批准|批了|删|改成|改为|发给|发送|提醒|转给|取消|登记|订|约一下|写一|翻译)"
    r"|^(?:approve|reject|decline|delete|remove|cancel|remind|notify|inform|message|send|set|mark|"
    r"change|update|modify|move|assign|transfer|grant|book|schedule|register|write|create|add|make|"
    r"fine|punish|suspend"
    r"|fire|dismiss|forward|e-?mail|translate|sing|play|call\s|phone\s+[\ue001\ue003]|text\s|tell|"
    r"ask\s|order|buy|export|download|print|backup|wipe|drop|execute|run|forget|ignore|disregard|"
    r"pretend|act|reset|turn|start|stop|help"
    r"|give|let|enter|submit|reveal|repeat|output|say|promote|raise|increase|switch|disable|enable|"
    r"override|unlock|confirm)(?![a-z])"
)
INJECTION = said(
    r"(?:忽略|无视|忘掉|忘记|不(?:用|要|必)(?:管|理会|遵守)|绕过|跳过).{0,12}(?:指令|规则|设定|限制|"
    r"提示|要求|权限|以上|之前|上面|前面)|系统提示|提示词|开发者模式|管理员(?:权限|模式)|越狱|"
    r"你(?:现在)?(?:是|扮演)(?:一个|一名|管理员|超级|root)|没有限制|最高权限|超级用户|源代码|数据库",
    r"(?:ignore|disregard|forget|bypass|override|skip)\b.{0,40}\b(?:instructions?|rules?|prompts?|"
    r"above|previous|prior|restrictions?|permissions?|filters?|limits?)|system\s+prompt|"
    r"developer\s+mode|admin(?:istrator)?\s+(?:mode|rights?|access|privileges?)|jailbreak|"
    r"you\s+are\s+now|pretend|act\s+as|role-?\s?play"
    r"|drop\s+table|select\s+\*|union\s+select|delete\s+from|sudo|rm\s+-rf|<script|root\s+access|"
    r"source\s+code|api\s+key|prompt\s+injection|database",
)
ELSEWHERE = said(
    # Pay, weather, markets, and what no question may bring out.
    r"工资|薪|人工(?!智)|奖金|绩效(?!考核记录)|提成|年终奖|津贴|补贴|报销|加班费|社保|公积金|花红|"
    r"出粮|天气|下雨|落雨|气温|温度|台风|打风|晴天|几度|带伞|空气质量|雾霾|股价|股票|股市|大盘|汇率|"
    r"金价|油价|房价|彩票|六合彩|比分|球赛|新闻|电影|笑话|唱歌|吃什么|吃饭|食咩|食乜|午饭|晚饭|外卖|"
    r"咖啡|食堂|点餐"
    r"|身份证|手机号|电话号码|银行卡|卡号|账号|住址|家庭|密码|口令|验证码|私人|隐私|结婚|女朋友|男朋友|老婆|老公|几岁|年龄|星座|减肥|长得|帅|漂亮|靓|八卦|性格|喜欢|讨厌|坏话"
    r"|最(?:好|棒|帅|美|聪明|懒|努力|差|牛|厉害|优秀|勤快|靠谱|烂)|存款余额|多少钱|几多钱|多少万|"
    r"多少亿|升职|晋升|裁员|跳槽|离职|辞职|年假(?:还)?(?:剩|有)|(?:还)?(?:剩|有)(?:几|多少)天.{0,3}假|"
    r"剩余.{0,3}假|假期余额|写代码|作文|诗|翻译",
    r"salar(?:y|ies)|wages?|bonus(?:es)?|payslips?|paychecks?|payday|payroll|pay\s+(?:rise|raise|"
    r"grade|level|cut)|commissions?|earns?|earning|earned|get(?:s)?\s+paid|how\s+much\s+(?:is|does|do|"
    r"did)\b.{0,30}\b(?:paid|make|get|earn)|(?:his|her|their|my|'s)\s+pay|expenses?|reimburse\w*|"
    r"weather|rain(?:ing|y)?|temperature|umbrella|sunny|typhoon|snow(?:ing)?|forecast|"
    r"stock\s+(?:price|market)|shares?\s+price|exchange\s+rate|gold\s+price|price\s+of"
    r"|lottery|news|movie|football|joke|jokes|poem|song|lunch|dinner|breakfast|coffee|restaurant|"
    r"recipe|canteen|id\s+(?:number|card)s?|identity\s+card|phone\s+numbers?|mobile\s+numbers?|"
    r"account\s+(?:number|balance)s?|card\s+numbers?|passwords?|passcode|pin\s+code|home\s+address|"
    r"address\s+of|balance|balances|married|girlfriend|boyfriend|wife|husband|how\s+old|age\s+of|"
    r"handsome|pretty|beautiful|like\s+me|gossip"
    r"|best|worst|laziest|smartest|favou?rite|nicest|promot(?:ed|ion)|resign\w*|quit(?:ting)?|fired|"
    r"laid\s+off|leave\s+(?:days\s+)?(?:balance|left)|days\s+(?:of\s+)?(?:\w+\s+)?leave\s+(?:do|are|"
    r"have|left|does)|how\s+much\s+(?:annual\s+)?leave|meaning\s+of\s+life|capital\s+of|python|code",
)
EXPLAIN = said(
    r"要多久|多长时间|花多久|怎么(?!样)(?:办|写|做|请|填|用|登记|操作|报|申请|算|走访|拜访|才能|设|查)|如何(?!$)|怎样|为什么|"
    r"为何|点解|点样|什么是|是什么意思|啥意思|什么意思|咩意思|何谓|的定义|有什么(?:用|好处|区别|规定)|"
    r"应该怎|谈谈|介绍一下|规定是",
    r"how\s+long(?!\s+(?:since|ago|has|have))|how\s+(?:do|does|to|can|should|would|could|come|"
    r"are\s+you|is\s+it\s+going|about)|why|"
    r"what\s+(?:is|are|'s)\s+an?|what's\s+an?|what\s+does|what\s+do\s+you|explain|define|mean(?:s|"
    r"ing)?(?!\s+of)|should\s+i|do\s+i\s+need|am\s+i\s+allowed|can\s+i|may\s+i|what\s+happens|advice|"
    r"recommend\w*|suggest\w*",
)
SMALL_TALK = said(
    r"你是谁|你叫|你几|你在(?:吗|干|做|哪)|你会|你(?:能|可以)做|你觉得|你是(?:不是)?|你喜欢|你吃|你累|"
    r"你今天|你开心|你多大|你还|你真|你好(?:吗|厉害|棒|笨)|谢谢|多谢|辛苦|再见|拜拜|晚安|周末愉快|"
    r"节日快乐|新年快乐|生日快乐|早唞|哈哈|呵呵|测试$|试试|加油|在吗|好无聊|好累|我累|心情|无聊|"
    r"聊聊天|陪我",
    r"who\s+are\s+you|what\s+are\s+you|are\s+you|your\s+name|how\s+are\s+you|how's\s+it\s+going|"
    r"what's\s+up|thanks?|thank\s+you|bye|goodbye|good\s+night|good\s+morning(?!\s+(?:roll|meeting))|"
    r"happy\s+(?:birthday|new\s+year)|lol|haha\w*|nice\s+to|i'm\s+(?:tired|bored|happy|sad)|"
    r"i\s+am\s+(?:tired|bored)|love\s+you|well\s+done|congratulations|do\s+you\s+(?:like|think|feel|"
    r"want)|tired|bored|chat|weekend\s+plans?|have\s+a\s+(?:nice|good|great)",
)
# A sentence of one's own: what I do or want is told, not asked.
TOLD = re.compile(
    r"^(?:我|俺|本人)(?:[今明后]天|下午|上午|\ue004|\ue000|现在|刚|刚刚|准备|马上|这就|就|在|已经?|想|"
    r"要|得|要去)*(?:请\S{0,3}假|休假|去|到(?!期)|回来|返来|出发|出去|走|拜访|走访|见|外出|申请|谈|"
    r"不舒服|生病|迟到|病了|放假)"
    r"|^(?:i|i'm|i'll|we've|i've|i'd|im)\s+(?:am\s+)?(?:just\s+)?(?:going|want|need|would|will|"
    r"visited|met|went|back|at|on|leaving|heading|'ll|out|off|taking|have|had|arrived|feel|"
    r"sick)(?![a-z])"
    r"|^(?:visiting|going|heading|meeting|seeing|leaving|off\s+to|on\s+my\s+way|back\s)"
    r"|^.{0,8}我(?:想|要|打算|得|可能|准备|[今明后]天|下\S{1,3})*(?:请.{0,3}假|休.{0,2}假|休息)|"
    r"^(?:去(?!向|过|年|的)|到了|到达|刚到|回来了|返来了|走了|见了|见到|谈完)"
)
ASKED = said(
    r"谁|哪|几|多少|什么|啥|吗|么|呢|没有$|是否|有没有|有无|何时|怎么样|咩|乜|边[个位度些]|几多|有否|是不是|名单|清单|列表|情况",
    r"who|who's|which|what|what's|when|where|where's|how|any|is|are|did|does|do|has|have|was|were|list|show|whose",
)


def no_question(said_so: str, plain: str) -> bool:
    """Whether the folded words are anything but a question about the field day; `plain` is without their names."""
    if INJECTION.search(plain) or SMALL_TALK.search(plain):
        return True
    credit = re.search(r"授信|贷款|利息|loan|credit|interest", plain)
    if ELSEWHERE.search(plain) and not (credit and re.search(r"不足|缺口|余额不|balances?\s+(?:too|not|short)", plain)):
        return True
    if EXPLAIN.search(plain):
        return True
    bare = OPENING.sub("", plain)
    if ORDER.search(bare) or ORDER.search(plain):
        return True
    return bool(TOLD.search(OPENING.sub("", said_so)) and not ASKED.search(said_so))
