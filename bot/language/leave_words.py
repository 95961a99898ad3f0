"""The words of asking for leave: kinds, stand-ins, and what is only politeness. All patterns are for folded text."""

# ruff: noqa: E501 -- a pattern reads best in one line
import re

from bot.language.persons import BARE_NAME

# In the order of asking: 陪产假 is no 产假, and 补休 is no 休.
NAMED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("paternity", r"陪产(?:护理)?假?|侍产假?|护理假|\bpaternity(?: leave)?"),
        ("maternity", r"产假|产检假?|\bmaternity(?: leave)?"),
        ("work_injury", r"工伤(?:病?假)?|\bwork[- ]?(?:related )?injur(?:y|ies)(?: leave)?|\binjury leave"),
        ("marriage", r"婚假|\b(?:marriage|wedding) leave"),
        ("bereavement", r"丧假|\b(?:bereavement|compassionate|funeral)(?: leave)?"),
        (
            "annual",
            r"年休假|年假|年休|公休假?|带薪(?:休)?假|大假|\bannual(?: leave)?|\bvacation(?: leave)?|\bpto\b|\bal\b",
        ),
        ("sick", r"病假|\bsick[- ](?:leave|day)\b|\b(?:off|in|calling) sick\b|^sick\b"),
        ("personal", r"事假|私假|\bpersonal(?: leave| day)?\b"),
        (
            "compensatory",
            r"调休假?|补休假?|倒休假?|换休|补假|\bcomp(?:ensatory|ensation)?(?:[- ](?:leave|time|off|day)(?: off)?)+"
            r"|\btime (?:off )?in lieu|\btoil\b|\bcomp off\b",
        ),
        (
            "other",
            r"其他假|其它假|探亲假|育儿假|哺乳假|公假|学习假|考试假|护理老人假"
            r"|\b(?:study|parental|exam|other|family visit|childcare) leave",
        ),
    )
)

FAMILY = re.compile(
    r"孩子|儿子|女儿|宝宝|小孩|老人|父亲|母亲|爸|妈|爷爷|奶奶|外公|外婆|老婆|老公|妻子|丈夫|爱人|家人|家属|朋友"
    r"|\b(?:son|daughter|kid|child|children|wife|husband|mother|father|mum|mom|dad|parents?|family|friend)(?:'s)?\b"
)
IMPLIED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("bereavement", r"去世|过世|病故|奔丧|办丧|丧事|葬礼|\bpassed away|\bfuneral"),
        ("paternity", r"(?:老婆|妻子|爱人|媳妇)(?:要|快|即将)?(?:生|分娩|临盆)|\bwife(?:'s| is)? (?:giving birth|due)"),
        ("maternity", r"预产期|待产|生孩子|\bgiving birth|\bdue date"),
        ("marriage", r"(?:我|本人|自己)?(?:要|准备|去)?(?:结婚|领证|办婚礼)|\b(?:getting|get) married|\bmy wedding"),
        (
            "sick",
            r"发烧|发热|感冒|不舒服|生病|病了|看病|看医生|看牙|拉肚子|[头牙肚胃腰腿][痛疼]|住院|肠胃炎|流感|手术|体检异常"
            r"|去医院|上医院|到医院|就医|\b(?:flu|fever|ill|unwell|headache|migraine|dentist|doctor|hospital|surgery|a cold)\b"
            r"|\bsick\b|\bnot feeling well|\bmedical appointment",
        ),
    )
)  # fmt: skip

HAN_NAME = rf"(?:(?:{BARE_NAME})|[小老阿][\u4e00-\u9fff]|[\u4e00-\u9fff](?:经理|主任|主管|科长|哥|姐|工))"
SHORT_NAME = HAN_NAME.replace("){1,2})", "){1,2}?)")
LATIN_NAME = r"[a-z][a-z'’-]+(?: [a-z][a-z'’-]+){0,2}?"
TAKES = r"(?:来)?(?:先)?(?:暂时)?(?:代|接|顶|负责|跟进?|处理|照看|帮|盯|替|看着|对接|兼|管|协助)"
AFTER = rf"(?=$|[\s,，。;；.!！、)）]|{TAKES}|吧|了|啦|哈|哦|同志|同事|谢)"
WORK = r"(?:我的|手上的?|手头的?|期间的?|这段时间的?)*(?:工作|客户|业务|事情?|活儿?|单子|岗位)?(?:都|先|暂时|已经?|会)*"
LATIN_END = r"(?=$|[,.;!\n]| (?:will|is|to|while|during|for|as|please|thanks|from|on|when|until|has|can|agreed)\b)"

STAND_INS = tuple(
    re.compile(way)
    for way in (
        rf"{WORK}(?:交接?给|移交给?|转交?给|交由|托付?给|委托给?|交代给|安排给|交接至)\s*(?P<name>{SHORT_NAME}){AFTER}"
        rf"(?:{TAKES}[^，,。;；\s]*)?",
        rf"{WORK}(?:由|请|让|叫|麻烦|拜托|托|已请|找|有)\s*(?P<name>{SHORT_NAME})(?={TAKES}){TAKES}[^，,。;；\s]*",
        rf"(?:代理人|接替人?|代班人?|替班人?|交接人|顶班人?|代岗人?|工作代理|b角)(?:员)?[是为:：\s]*(?P<name>{SHORT_NAME}){AFTER}",
        rf"(?:^|(?<=[,，。;；\s]))(?P<name>{SHORT_NAME})(?:同志|同事)?(?={TAKES}){TAKES}(?:班|理|我|岗|管|手|替|一下|进|接)[^，,。;；\s]*",
        rf"(?:cover(?:ed|ing|age)?(?: is)?(?: by| from|:)|(?:hand(?:ed|ing)?(?:[- ]?over)?|pass(?:ed|ing)?)(?: my| the)?(?: work| clients"
        rf"| things| tasks| everything| duties)?(?: over)? to|stand[- ]?in(?: is| will be|:)?|back-?up(?: is| will be|:)?"
        rf"|delegat(?:e|ed|ing) to|replaced by|(?:my )?(?:work|clients|tasks|duties) (?:goes?|go|is|are|will go)?(?: handed)?"
        rf" ?to|taken over by) (?P<name>{LATIN_NAME}|{HAN_NAME}){LATIN_END}",
        rf"(?:^|(?<=[,.;] )|(?<= and )|(?<=\n))(?:with )?(?P<name>{LATIN_NAME}|{HAN_NAME}) (?:will |is |to |can |has agreed to )?"
        rf"(?:cover(?:s|ing)?|stand(?:s|ing)? in|tak(?:e|es|ing) over|fill(?:s|ing)? in)(?: for me| my work| my clients)?\b",
    )
)
NO_NAME = re.compile(
    r"^(?:我|你|他|她|领导|主任|同事|别人|大家|for|me|my|the|a|you|someone|somebody|nobody|i|he|she|they|please|who)\b"
)

# What only asks, and says nothing about why.
ASKING = re.compile(
    r"请个?假|休个?假|请|想要?|申请|需要|需|打算|准备|要|休息?|补班|那天|补|报备|领导好?|主任好?|经理好?|您好|你好|我|本人|"
    r"一下|个|从|到|至|开始|起|止|共计?|总共|合计|一共|为期|期间|的|假条?|谢谢|请?批准|望批准|望批|特此|麻烦|可以吗|行吗|"
    r"好吗|能否|可否|能不能|可不可以|全天|整天|半天|半日|一整?天|吧|啊|呀|了|呢|吗|哈|在|是|给"
)
LINKS = re.compile(r"^(?:因为|由于|因|原因是?[:：]?|理由是?[:：]?|事由是?[:：]?|为了|为|[:：,，\s])+")
ASKING_ENGLISH = re.compile(
    r"\b(?:i|i'd|i'll|i'm|i am|we|would|like|to|want|need|take|taking|have|get|having|getting|apply|applying|request"
    r"|requesting|asking|ask|please|can|could|may|off|leave|on|for|from|of|a|an|the|day|days|and|my|be|will|is|in|at"
    r"|time|time off|half|hour|hours|hi|hello|boss|thanks|thank|you|me|some|as|it|due|because|since|so|must|should|"
    r"starting|through|until|till|with|out|put|down|book|booking|reason|this|that|full|all|whole|next|am|are|there|hey"
    r"|dear|manager|approve|grant|inclusive|going)\b"
)
EDGE_ENGLISH = re.compile(
    r"^(?:[\s,.;:!-]|\b(?:for|because of|because|due to|as|since|reason(?: is)?|and|so|on|in|from|i need|i want|i have to"
    r"|i must|i am|i'm|i'll be|i will be|i|please|a|an|the|my|off|leave|of|to take|take|request|need|want|would like|could"
    r"|can|have|hi|hello|boss|thanks|thank you|is|that|be|will|with|day|days|me|to be|hours?)\b)+"
    r"|(?:[\s,.;:!-]|\b(?:please|thanks|thank you|and|for|on|from|in|at|i|so|off|leave|a|the|take|need|to take|to|want"
    r"|request|my|is|of|have|will be|will|be|with)\b)+$"
)
