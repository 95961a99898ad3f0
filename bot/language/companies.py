"""What the names of companies are made of: a region, a proper name, a trade, a kind of organisation.

鼎盛 + 纺织 + 有限公司, Dingsheng + Textile + Co Ltd: people say any part of it. The tables are the lexicon, `parts`
takes a name apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise


def words(table: str) -> list[str]:
    """The words of a table that is written with spaces between them."""
    return table.split()


# One trade a line, Chinese words before the colon, English words behind it.
TRADES = """
纺织 织造 毛纺 棉纺 纺纱 布业: textile textiles weaving spinning fabric fabrics
化纤: fibre fibres fiber chemical-fibre
针织 毛衫: knitting knitwear
丝绸: silk
家纺: home-textiles textile textiles
印染 染整 漂染: dyeing printing-dyeing
服装 服饰 制衣 时装 成衣 衣业: garment garments clothing apparel fashion
皮革 皮具 箱包 皮业: leather
鞋业 制鞋: shoes footwear
机械 机床 重工 装备 精机: machinery machine machines mechanical equipment
机电: electromechanical machinery electrical
设备 仪器 仪表: equipment instruments instrument
精密 精工: precision
五金 紧固件 工具: hardware tools
模具: mould moulds mold molds
轴承: bearing bearings
阀门 泵业: valve valves pump pumps
物流 运输 货运 快递 速运 储运: logistics transport freight express forwarding
冷链 冷库: cold-chain cold-storage
仓储: warehousing storage
航运 船务 海运: marine shipping
船舶 造船: shipbuilding shipyard marine
供应链: supply-chain
贸易 商贸 经贸 外贸: trading trade
进出口: import export trading import-export
百货 零售 超市 便利店 商超: retail supermarket mart department-store
批发: wholesale
商业 实业 工贸: industrial industry industries enterprise enterprises commerce commercial
工业 制造 制品: industry industries industrial manufacturing
食品 食业 零食: food foods
粮油 米业 面业 粮食: grain oil rice flour food foods
调味品 酱菜 豆制品: seasoning sauces condiments
烘焙 糕点 面包: bakery
乳业 乳品 奶业: dairy milk
酒业 酿酒 啤酒 白酒 葡萄酒: wine brewery liquor distillery spirits
饮料 饮品: beverage beverages drinks
餐饮 饮食 面馆 火锅 饭庄 食府 饭店: catering restaurant restaurants dining
酒店 宾馆 旅馆 民宿: hotel hotels inn
旅游 旅行社 文旅: travel tourism
水产 海产 海鲜 渔业: seafood aquatic fishery fisheries
养殖 畜牧 牧业 禽业: breeding livestock farming
饲料: feed
农业 生态农业 农牧: agriculture agricultural agri farm farms
农资: agri-supplies
农机: farm-machinery
种业: seeds seed
果业 果蔬 蔬菜: fruit fruits vegetables
茶业 茶叶 茶庄: tea
花卉 苗木: flowers nursery
园林 绿化 园艺: garden gardens landscape landscaping
木业 竹业: wood timber
家具 家私 家俬 傢俬 家居 红木: furniture furnishing home
建材: materials building-materials
水泥: cement
石材 石业: stone marble
陶瓷 瓷业 砖业: ceramics ceramic tiles
玻璃: glass
门窗: windows doors
管业 管材: pipes pipe
建设 建筑 建工 基建: construction builders building
工程 路桥 市政: engineering
钢构: steel-structure steel
装饰 装修 幕墙: decoration interiors
地产 房产 置业 置地 房地产: property properties realty real-estate estate estates
物业: property-management property
钢铁 不锈钢 钢管 钢业: steel
金属 铝业 铜业: metal metals iron aluminium aluminum copper
铸造 锻造 冶金: foundry forging
矿业 矿产: mining minerals
煤业 煤炭: coal
化工 化学: chemical chemicals
涂料 颜料: paint paints coatings
日化: household-chemicals
塑料 塑胶 塑业: plastic plastics
橡胶 轮胎: rubber tyre tyres
包装 包材: packaging
纸业 造纸 纸品: paper
印刷 彩印 印务: printing
电子 微电子: electronics electronic
半导体 芯片 集成电路: semiconductor semiconductors chips
光电: optoelectronics photonics
电气 电力 开关: electric electrical power
电器 小家电 家电: appliance appliances electrical
电机: motors motor
电缆 线缆 电线: cable cables wire
电梯: elevator elevators lift lifts
照明 灯饰 灯具: lighting lamps
能源: energy
新能源 光伏 太阳能: solar new-energy energy
电池: battery batteries
燃气: gas
石油 石化 油品: oil petroleum petrochemical
环保 环境 再生资源: environmental recycling
水务 净水: water
新材料 材料 复合材料: materials new-materials
科技 技术 高科: technology technologies tech
软件: software
信息 数据 智能 数码: information data digital intelligence
网络 互联网: network internet
通信 通讯: telecom communications
生物: biotech bio
制药 药业 医药: pharma pharmaceutical pharmaceuticals medicine
药房 大药房: pharmacy drugstore
医疗 器械 医疗器械: medical medical-devices
医院 诊所 口腔 眼科 门诊: hospital clinic dental
养老 康养 护理 养老院: care eldercare nursing
健康: health healthcare
美容 美发: beauty hair
健身: fitness gym
化妆品: cosmetics
教育 培训: education training
学校 中学 小学 职校: school
幼儿园: kindergarten
文化 传媒 影视 出版: culture media film
广告: advertising
体育: sports
汽车: auto automobile automotive motors motor cars
汽配 汽修 零部件 配件: auto-parts parts automotive
汽贸 车业 4s店: auto automobile car-sales motors cars
玩具: toys toy
工艺品 工艺 礼品 文具: crafts gifts stationery
珠宝 首饰 黄金: jewellery jewelry gold
钟表: watches
投资 控股 资本 创投: investment investments holding holdings capital
基金: fund funds
担保: guarantee
租赁: leasing
小贷 典当: microcredit pawn
保险: insurance
安防 保安: security
家政 保洁 环卫: cleaning
劳务 人力: labour hr staffing
电商 电子商务: e-commerce ecommerce
水利 水电: hydropower
"""

ORGANISATIONS = words("""
有限责任公司 股份有限公司 有限公司 股份公司 集团公司 集团 总公司 分公司 子公司 公司 股份 企业 总厂 分厂 工厂 厂家 厂
总店 分店 门店 商店 商行 商场 店铺 店 经营部 门市部 合作社 农场 林场 渔场 事务所 工作室 个体户 学院 中心 会所 研究院
""")

ORGANISATION_WORDS = frozenset(
    words("co ltd limited inc company corp corporation group holdings plc llc gmbh & and of enterprise enterprises")
)

# What stands behind a name that is a road or a house and no company.
PLACE_TAILS = re.compile(
    r"大?(?:路|街|道|村(?!镇银行)|镇|乡|巷|弄|桥|苑|城(?!建|商)|湾|屯)|大厦|广场|花园|小区|家园|新村"
    r"|公园|地铁站|车站|机场|码头"
    r"|市场(?!部|营销)|商圈|社区|街道"
)

REGIONS = words("""
中国 全国 北京 上海 天津 重庆 香港 澳门 台湾 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南
广东 海南 四川 贵州 云南 陕西 甘肃 青海 内蒙古 广西 西藏 宁夏 新疆 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德
沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 沈阳
大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 延边 哈尔滨
齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城
扬州 镇江 泰州 宿迁 昆山 江阴 宜兴 常熟 张家港 太仓 如皋 启东 海门 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山
台州 丽水 义乌 余姚 慈溪 海宁 桐乡 诸暨 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州
池州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州
上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳
鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈
咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山
江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 南海 番禺 南宁 柳州 桂林 梧州 北海
防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充
眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理
拉萨 日喀则 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳
西宁 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 浦东 虹桥 松江 嘉定 九龙 新界 台北 高雄 台中 新竹
""")

# The first character of most Chinese personal names.
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏苏潘葛范彭郎鲁韦马苗凤方俞任袁柳唐罗薛"
    "雷贺倪汤滕殷毕郝邬安常乐于时傅齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄米明戴宋庞熊纪舒屈项祝董梁杜阮蓝闵季贾路江童颜郭梅"
    "林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房解应宗丁宣邓洪包左石崔龚程邢陆翁荀甄曲封储靳松段焦侯全班宫宁仇武刘景龙叶"
    "黎白蒲邰赖卓屠蒙池乔闻党翟谭申冉雍桑桂牛边燕尚农温庄晏柴阎连习艾容向古易廖耿匡文寇欧沙丰巢关查荆游权盖桓肖涂司"
)

PUNCTUATION = re.compile(r"[\s·・.,，、\-_—'’\"“”()（）\[\]【】《》&/]+")


@dataclass(frozen=True)
class Parts:
    """A folded name taken apart; `bare` is the name without its kind of organisation, `core` the proper name."""

    region: str
    core: str
    trades: frozenset[int]  # lines of TRADES
    bare: str


def parts(name: str) -> Parts:
    """Take a folded Chinese or English name apart. What is left as `core` is never empty for a name that is not."""
    name = re.sub(r"[(（【\[].*?[)）】\]]", "", name).strip() or name
    if re.search(r"[a-z]", name) and not re.search(r"[\u4e00-\u9fff]", name):
        return _english_parts(name)
    name = PUNCTUATION.sub("", name)
    region = next((r for r in _by_length(REGIONS) if name.startswith(r) and len(name) >= len(r) + 2), "")
    bare = _strip_end(name, ORGANISATIONS)
    core = re.sub(r"^(?:省|市|县)(?=..)", "", bare[len(region) :]) if len(bare) >= len(region) + 2 else bare
    while (shorter := _strip_end(core, trade_words())) != core:
        core = _strip_end(shorter, ORGANISATIONS)
    trades = trades_in(bare.partition(core)[2])
    core = core.removesuffix("大") if len(core) > 2 else core  # 明珠大酒店 is 明珠
    return Parts(region, core, trades, bare)


def trades_in(text: str) -> frozenset[int]:
    """The trades (lines of TRADES) that words of the folded text belong to."""
    if re.search(r"[a-z]", text):
        names = re.findall(r"[a-z]+(?:-[a-z]+)*", text)
        pairs = ["-".join(pair) for pair in pairwise(names)]
        return frozenset(line for word in [*names, *pairs] for line in english_trades().get(word, ()))
    found: set[int] = set()
    for word, lines in trade_words().items():
        if word in text:
            found |= lines
    return frozenset(found)


@cache
def trade_words() -> dict[str, frozenset[int]]:
    """Chinese trade word → lines of TRADES, longest words first."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(TRADES.strip().splitlines()):
        for word in line.split(":")[0].split():
            lines.setdefault(word, set()).add(number)
    return {word: frozenset(lines[word]) for word in _by_length(lines)}


@cache
def english_trades() -> dict[str, frozenset[int]]:
    """English trade word → lines of TRADES."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(TRADES.strip().splitlines()):
        for word in line.split(":")[1].split():
            lines.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


@cache
def tail() -> re.Pattern[str]:
    """Trades and kinds of organisation as they follow a Chinese proper name. 厂房 and 店里 are places, not kinds."""
    kinds = "|".join(_by_length(ORGANISATIONS))
    return re.compile(rf"(?:(?:{'|'.join(trade_words())})|(?:{kinds})(?![房区里址长面内子]))+")


def _english_parts(name: str) -> Parts:
    every = re.findall(r"[a-z0-9]+", name)
    bare = [word for word in every if word not in ORGANISATION_WORDS] or every
    core = list(bare)
    while len(core) > 1 and core[-1] in english_trades():
        core.pop()
    return Parts("", " ".join(core), trades_in(" ".join(bare[len(core) :])), " ".join(bare))


def _strip_end(name: str, endings: Iterable[str]) -> str:
    """The name without the longest of the endings, as long as two characters remain; 大酒店 is more than a 店."""
    longest = max((len(w) for w in trade_words() if name.endswith(w) and len(name) - len(w) >= 2), default=0)
    for ending in _by_length(endings):
        if name.endswith(ending) and len(name) - len(ending) >= 2 and len(ending) >= longest:
            return name[: -len(ending)]
    return name


def _by_length(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)
