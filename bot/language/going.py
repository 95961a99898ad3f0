"""The words of going out: verbs of going and coming back, what is done at a client's, places, things said in passing.

Chinese words are Simplified as `script.fold` writes them; English ones are in small letters. `outing.py` reads
sentences with them; a word that a bank's people use and that is missing belongs here.
"""

from __future__ import annotations

from bot.language.companies import words


def one_of(*tables: str) -> str:
    """A pattern for any word of the tables, the longest first. "_" in an English entry stands for blanks."""
    every = {word for table in tables for word in words(table)}
    return "|".join(word.replace("_", r"\s+") for word in sorted(every, key=len, reverse=True))


# ---- said in passing ----
FILLERS = one_of(
    "那个 这个 嗯 嗯嗯 呃 额 唔 哦 噢 喔 诶 欸 哎 嗨 喂 啊 呀 就是说 怎么说呢 那什么 um uh er erm hmm"
    " well so like okay ok"
)
GREETINGS = one_of(
    "跟您报备 向您报备 跟领导报备 向领导报备 跟您说一声 和您说一声 跟领导说一声 如果顺利 顺利的话"
    " 不出意外 外访登记 外勤登记 外出申请 外出报告 外访 please_note please_note_that"
    " note_that kindly_note just_to_let_you_know for_your_information out_of_office out_of_the_office"
    " 改一下 变更一下 您好 你好 大家好 领导好 领导 报告领导 报告 汇报一下 跟您汇报一下 报备一下 报备"
    " 登记一下 登记外出"
    " 外出登记 外出报备 申请外出 请批准 请领导批准"
    " 请批示 望批准 特此报备 请知悉 谢谢 多谢 唔该 辛苦了 麻烦了 收到请回复 完毕 主任好 行长好 经理好"
    " 早 早上好 下午好 上午好 hi hello hey"
    " good_morning good_afternoon morning fyi please thanks thank_you boss dear_all hi_all everyone"
    " over ta cheers 不用等我了 不用等我 别等我 不用等 有事打我电话 有事打电话 电话联系"
)
SELF = one_of(
    "我们 我 咱们 咱 本人 俺 自己 我一个人 我自己 一个人 i i'm i’m im i_am i'll i’ll i_will we we're"
    " we’re we_are we'll we_will"
)
SOON = one_of(
    "现在 这会儿 这就 马上 立刻 立即 即刻 马上就 待会儿 待会 等会儿 等会 等一下 等下 等阵 一会儿 一会"
    " 稍后 晚点 晚些 晚些时候 刚刚 刚 正在 正要 正准备"
    " 先 首先 第一站 第二站 再 又 还 也 都 就 才 然后 接着 接下来 跟着 之后 随后 后来 最后 完了 回头"
    " 另外 顺便 顺路 顺道 同时 并且 并 而且 以及 还有"
    " 跟住 而家 宜家 阵间 即刻 抽空 有空 临时 赶紧 赶快 尽快 亲自 单独 专程 特意 直接 已经 今天"
    " 今日 今早 今晚 明天 明日 聽日 听日 后天 上午 下午"
    " now right_now just quickly today tomorrow first next then later afterwards after_that finally"
    " lastly also soon shortly currently again"
)
INTENT = one_of(
    "要 要去 想 想要 想去 需要 需 必须 得 应该 可能 大概 估计 预计 计划 打算 准备 会 将 将要 拟 可以"
    " 能 申请 主要 主要是 目的是 是为了 为了 为 是"
    " 因为 由于 关于 有关 事由 事项 内容 任务 安排 负责 系"
    " going_to will shall gonna going_to_be be am are is need_to needing_to have_to got_to gotta must"
    " want_to would_like_to plan_to planning_to"
    " intend_to hope_to trying_to due_to supposed_to"
)

# ---- going ----
GO = one_of(
    "至 去埋 改去 改到 换去 去紧 去了 出发 外出 外勤 出外勤 出去 出门 动身 启程 前往 赶往 赶到 赶去"
    " 赶赴 奔赴 过去 去到 去往 去一趟"
    " 去趟 去一下 去下 去一次 去 到 往 赴 来到 跑一趟 跑趟"
    " 跑一下 跑 走一趟 走趟 走一下 上门 登门 下户 到访 落去 过到 过来 出差去 直奔 开车去 开车到"
    " 打车去 坐车去 开车 打车 骑车 坐地铁 顺路去 再去 先去"
    " go gone going off heading heading_off heading_out heading_over head head_off head_out head_over out"
    " departing depart leaving leave travelling traveling travel"
    " driving drive on_my_way on_the_way en_route over up down stepping_out popping_out nipping_out"
    " nip pop popping running run go_and"
)
CALL_ON = one_of(
    "拜访 走访 探访 造访 拜会 拜望 探望 探 访问 访 回访 会见 见见 见一见 见一下 见 看望 看看 看一看"
    " 陌拜 看一下 看下 看 找 约见 约谈 约好了 约好 约了 约 联系 对接"
    " visit visiting paying_a_visit_to pay_a_visit_to see seeing meet meeting meeting_with meet_with"
    " meeting_up_with catch_up_with catching_up_with"
    " call_on calling_on call_at calling_at drop_by dropping_by drop_in_on drop_in_at dropping_in_on"
    " dropping_in_at drop_in drop_into stop_by"
    " stopping_by stop_at stopping_at stop_in_at swing_by swinging_by swing_past swinging_past"
    " pass_by passing_by nip_into nip_over_to pop_over_to popping_over_to"
    " pop_in_to popping_into pop_into pop_by pop_round_to"
    " look_in_on client_visit site_visit a_visit trip appointment_with appointment_at"
    " popping_round_to run_over_to see_to"
)
TOWARDS = one_of(
    "去 到 往 给 跟 和 与 同 及 对 向 替 为 陪 的 、 以及 还有 连同 在 于 位于"
    " to at in with and for the a an on by of into & near re: plus then_on_to onto from"
)
WHO = one_of(
    "客户 老客户 大客户 重点客户 存量客户 存量户 管户 我的客户 我客户 单位 企业 client clients"
    " customer our_client my_client the_client"
)
TITLES = one_of(
    "总 董 总经理 副总 经理 厂长 主任 老板 老板娘 会计 出纳 科长 处长 部长 行长 局长 书记 主席 校长"
    " 院长 村长 站长 店长 队长 组长 主管 财务 总监 董事长"
    " 先生 女士 小姐 太太 阿姨 师傅 老师 大哥 大姐 哥 姐 叔 工 生"
)
TOGETHER = (
    rf"(?:和|跟|同|与|带着?|陪同?"
    rf"|连同)(?:(?![去到])[\u4e00-\u9fff]){{0,4}}?(?:(?:(?![去到])[\u4e00-\u9fff]){{1,3}}?(?:{TITLES})"
    rf"|[小老阿](?:[\u4e00-\u9fff]|[a-z]{{2,10}})"
    rf"|同事|领导|徒弟|团队长?|主管){{1,2}}(?:一起|一块儿?|一同|一道|一齐|两个人?|俩)?(?=去|到|一|上"
    rf"|前往|拜访|走访|过|外|$)"
)

# ---- coming back ----
HOME = "(?:单位|行里?|部门|支行|分行|网点|办公室|银行|岗位?|部里|所里|中心|去|来|嚟|公司|黎|家)"
BACK = (
    rf"返回{HOME}?|返程|返岗|返工|返{HOME}?|归队|归来|归行|归(?!还|档|集|口|属|类|纳)|赶回{HOME}?"
    rf"|回{HOME}(?:来|去)?|回到{HOME}|回程|翻{HOME}|收工|结束|完事|搞定|办完|(?<!来)回(?![访款收购单复头执笼])"
)
BACK_ENGLISH = (
    r"(?:(?:will|shall|should|be|get|getting|come|coming|and|i'll|we'll|expect(?:ed)?|expecting"
    r"|planning|hope|to|head(?:ing)?|return)\s+)*"
    r"(?:back|bk|bck|return(?:ing|s)?|home|done|finish(?:ed|ing)?|wrap(?:ped|ping)?\s+up)"
    r"(?:\s+(?:in|at|to)\s+(?:the\s+|my\s+|our\s+)?(?:office|branch|bank|desk|base|department|work))?(?:\s+again)?"
)
UNTIL = r"一直到|(?:一直)?待到|一直呆到|一直忙到|呆到|忙到|弄到|搞到|坐到|聊到|谈到|做到|until|till|til|up\s+to"
LEAVE = (
    r"出发|动身|启程|出门|离开|离行|走(?!访)|leav(?:e|ing)|depart(?:ing|ure)?|set(?:ting)?\s+(?:off"
    r"|out)|head(?:ing)?\s+(?:out|off)|start(?:ing)?"
)
ABOUT = (
    r"(?:[\s,，:：]|大概|大约|差不多|预计|估计|预期|应该|可能|争取|最晚|最迟|不晚于|不迟于|约|会|要|将|得"
    r"|能|可以|就|才|再|在|是|为|时间|于|的|我|左右"
    r"|hopefully|probably|maybe|should\s+be|expected|expecting|latest|no\s+later\s+than|at|by|around"
    r"|about|before|b4|approx(?:imately)?\.?|roughly"
    r"|say|circa|@|~|is|in|within|for|be|will|i|i'll|we|time|the\s+office|again|and|or\s+so)"
)
AFTER_TIME = (
    r"(?:[\s,，]|左右|前后|之前|以前|前|钟|的时候|准时|那会儿|这样|样子|再|就|才|能|可以|应该|要|会"
    r"|准备|打算|争取|肯定|一定|得|必须|我|赶|我们|可|latest"
    r"|散会|开完会?|办完|谈完|看完|忙完|弄完|完事)"
)

# ---- what is done there ----
DO = one_of(
    "谈 聊 商谈 商量 商讨 洽谈 洽 沟通 交流 对接 讨论 协商 磋商 了解 调查 调研 考察 参观 查看 察看"
    " 视察 巡查 看 核 检查 盘点 盘库 做 办 开 签 收 取 拿 领"
    " 送 递 交 催 追 清收 推介 推荐 营销 介绍 宣讲 宣传 维护 续 补 面签 面谈 尽调 尽职 贷前 贷中 贷后"
    " 验 抵押 登记 评估 参加 出席 培训 陪 接 解决 处理 协调"
    " 盯 打印 递交 递 核销 租 报送 报 修 定 订 敲 评 辅导 教 扫 测量 测 量 点 清点 清理 搬 监督 督导"
    " 买 挂 摸清 了结 撤 销"
    " 落实 跟进 汇报 演示 安装 装 换 改 帮 给 把 将 会 问 询问 打听 确认 审核 测算 收集 整理 采集"
    " 拍照 拍 双录 激活 吃饭 喝茶 庆祝 祝贺 慰问 走访 拜访 见 找"
    " 约 回访 为 对账 对 写 填 盖章 盖 复印 复核 复查 摸底 摸排 排查 监控 跟 和 与 同 听 学习 讲 说"
    " 带 押 调 存 取款 结 结算 倾 商 讨 进行 搞 弄 签约 道歉"
    " 挽留 争取 拉存款 拓展 发 卖 售 服务 提供 核实 核查 核保 核对 验收 验货 督促 督办 提醒 通知 送达"
    " 张贴 发放 申请 变更 注销 销户 开户 解除 解押 解付 贴现 承兑"
    " 付款 转账 汇款 缴 打款 放款 放贷 还款 续贷 续保 续授信 授信 用信 提款 支用 提前 走 查 追 上 落"
    " 补充 补签 敲定 商定 确定 签字 询价 报价 取证 取件 送件 送货"
    " 交接 移交 办理 需 想 用 请 借 还 催收 催款 催要 联络 拜年 探 安排 推 讨论 联系 组织 举办 开会 座谈"
)
# A word of the table above or below that begins one of these is no such word here.
WHOLE = one_of(
    "至今 至少 到期 到账 到帐 到位 到货 要求 要账 要件 会谈 会议 会面 会签 会商 会计 得知 为主 为期 能力 能源"
    " 想法 先进 先期 再贷 再融资 再保 过户 过桥 过会 过账"
    " 来料 来访 往来 正式 正常 将来 并购 并表 约谈 约见 约定 落实 落地 现场 现金 回款 回单 回收 回购"
    " 去库存 去年 去化 走账 走款 走流程 走货 访谈 对账 对接"
    " 对公 同业 同意 和解 跟进 跟踪 跟单 与会 还款 还贷 还息 还本 就业 就餐 需求 计划书 打算盘 准备金"
    " 今年 今后 是否 给付 向上 出具 出口 出库 出资 出货 出票"
    " 外汇 外币 外贸 上市 上线 下款 下单 一次性 年报 报表 报告 定期 订单 评级 点评 清单 量产 挂牌"
    " 租金 测算 买方 修改 了解 了结 等额 等级 好评 第一 可行 可研 应收"
    " 应付 应急 大额 为企业 为客户 为公司 见证 见面 见习 看样 看厂 处理 处置 一下子"
    " 找平 找零 联系人 联系单 联系函 对接会 约束 估计师 后续 先决 都市 安排表 任务书 内容物 关于"
    " 外勤费 系统 系列 申请书 申请表 申请贷款 再生 再担保 能耗 想定"
    " 需方 主要材料 主要设备 同步 都江 同城 为何 会展 将军 又一 还原 在建 在途 在产 往年 到访 给予"
)

# ---- places ----
AREA = one_of(
    "高新技术开发区 高新技术产业园 经济技术开发区 高新区 经开区 开发区 工业园区 工业园 工业区"
    " 产业园区 产业园 科技园 软件园 物流园 创业园 孵化园 科创园 园区 园 保税区 自贸区"
    " 示范区 新区 老城区 城区 市区 片区 街区 商务区 景区 厂区 库区 矿区 林区 社区 郊区 城郊 区 街道"
    " 大街 街 路口 路 大道 胡同 巷 里弄 弄 大厦 广场 商厦 写字楼 大楼 楼"
    " 中心城 商城 百货大楼 批发市场 农贸市场 市场 商圈 步行街 码头 港区 港口 港 机场 火车站 高铁站"
    " 汽车站 车站 站 新城 新村 镇上 镇 乡下 乡里 乡 村里 村 县城 县里 县 市里"
    " 市 省城 省里 东郊 南郊 西郊 北郊 城东 城西 城南 城北 城里 小区 花园 公寓 别墅 楼下 基地 工地 项目部 项目现场"
    " 施工现场 现场 桥 桥头 湾 岛 山 河 湖 公园 度假村 酒店 宾馆 饭店 餐厅 茶楼 茶馆"
    " 咖啡厅 咖啡馆 咖啡店 会展中心 国际中心 服务中心 登记中心 办事大厅 政务大厅 行政中心 交易中心"
    " 中心 法院 检察院 公证处 派出所 管委会 居委会 村委会 村委 委员会 政府 "
    " 市场监督管理局 市场监管局 监管局 管理局 税务局 工商局 房管局 国土局 财政局 海关 车管所"
    " 不动产登记中心 局 所 医院 学校 大学 学院 商会"
    " 协会 总行 分行 支行 省行 市行 省分行 市分行 上级行 人行 人民银行 银监局 总部 北门 南门 东门 西门 门口"
)
SPOT = one_of(
    "厂里面 厂里 厂内 厂部 厂区 新厂区 老厂区 新厂 老厂 新厂房 厂房 厂子 车间 货仓 仓库 新仓库 库房"
    " 冷库 货场 堆场 工地 工地上 项目部 项目现场 现场 总部 办公室 办公楼 会议室"
    " 接待室 展厅 门店 店里 店面 店铺 分店 总店 旗舰店 售楼处 营业部 营业厅 专柜 柜台 家里 家中 家"
    " 基地 养殖场 农场 大棚 田头 地头 矿上 码头 船上 院里 楼下 门口 公司总部 客户处 客户现场"
    " 公司里 单位里 工厂里 工厂 屋企 写字楼 铺头 厂度 公司度"
)
NOWHERE = one_of(
    "那边 那里 那儿 这边 这里 他们那 他们那边 他们那里 他们家 他们 它们 她们 人家 对方 那家 公司 单位"
    " 企业 客户那边 客户那里 客户那 客户 外面 外边 外头 那度"
)
# What a name of a company is not, though it follows a verb of going.
NOT_A_NAME = one_of(
    "一家 一个 一间 某 某家 几家 几个 两家 三家 多家 各 各家 这家 那家 这个 那个 他们 客户 对方 附近"
    " 周边 辖内 辖区 当地 园区 本地 外地 新 老 大 小 小微 中小 民营 上市 龙头"
    " 担保 评估 会计师 律师 保险 证券 基金 物业 中介 第三方 合作 同业 兄弟 上游 下游 上下游 关联 母"
    " 子 总 分 其他 另外 外面 外地 外边 现场 公司 单位 企业 工厂 客户那边 银行 行里"
    " 家里 那边 那里 这边 几个地方 下面 一线 基层 饭局 应酬 办事 出差 开会 培训 学习 见面 吃饭 喝茶"
    " 打球 送货 趟 一趟 一下 下 上 里 外 前 后 里面 商户 业主 股东 供应商 经销商 厂商"
    " 商家 农户 村民 居民 个体户 借款人 担保人 老板 老总 财务 会计 厂长 法人 朋友 同学 同事 领导 面 点 事"
)
PLACE_ENGLISH = one_of(
    "district park zone road street avenue plaza tower building mall market port harbour harbor"
    " airport station village town city county factory plant"
    " warehouse site office offices headquarters hq shop store workshop premises campus centre center"
    " terminal showroom yard mill farm hotel house home"
    " lobby construction_site depot dock docks pier estate square pier quay court bureau hall canteen"
    " restaurant cafe works branch_office complex"
    " cold_store cold_storage registry land_registry embassy consulate customs tax_office"
    " police_station school hospital"
    " exhibition fair industrial_estate industrial_park business_park science_park"
)
NEW_CLIENT = (
    r"(?:一个|一家|一位|个|某)?(?:新客(?!户)仔?|新客户|新户|新的?企业|新商户|新增客户|潜在客户"
    r"|潜力客户|意向客户|目标客户|陌生客户|准客户"
    r"|待开发客户|拓展客户|新拓客户)(?:那边|那里|那儿|处)?(?:[，,]?\s*(?:叫做?|是|名叫|名为|[:：])|[，,]\s*)?"
    r"|(?:a\s+|the\s+|our\s+)?(?:brand\s+)?(?:(?:new|potential|prospective)\s+(?:client|lead|prospect"
    r"|customer|account|company)|prospect|lead)s?(?![a-z])"
    r"(?:\s*[:,]|\s+(?:called|named|by\s+the\s+name\s+of))?"
)

# ---- correcting oneself ----
CORRECTION = (
    r"(?:[\s,，。、]|哦|噢|呃|啊|哎|喔)*(?:不是(?=[，,、\s]|应该)|唔系(?!去)|唔对|唔刚|搞错了?"
    r"|不对不对|不对|说错了|说错|讲错了?|讲错|错了|更正一下?|更正|纠正一下?|改成|改为|不不|应该是"
    r"|不(?=[，,\s])|no(?=\s*,)"
    r"|no\s*,?\s*wait|wait\s*,?\s*no|wait|no\s*,?\s*sorry"
    r"|sorry|scratch\s+that|i\s+mean(?:t)?|make\s+that|correction|or\s+rather|rather|no\s*,\s*actually"
    r"|actually\s+no|actually)(?:[\s,，。:：]|了|啊|是|应该|我?说?的?是|应该是)*"
)
NOT_BUT = (
    r"(?:不是|不去|不用去|不到|唔系|唔去|(?<![a-z])not(?![a-z]))\s*(?:去|到|拜访|找|见|要去"
    r"|(?:going\s+)?(?:to|at)(?![a-z])|visit(?:ing)?|\s)*"
)

# ---- labels ----
LABELS = {
    "client": one_of(
        "客户 客户名称 客户名 对象 走访对象 拜访对象 拜访客户 走访客户 单位 企业 拜访单位 去向 外出 去哪"
        " 去哪家 外勤 client clients customer visiting whom who visit client_visit site_visit"
        " prospect_visit prospect new_client new_prospect 客户单位 拜访企业 外访"
    ),
    "matter": one_of(
        "事由 外出事由 事项 办理事项 目的 拜访目的 走访目的 内容 工作内容 原因 任务 主题 议题 干什么"
        " 做什么 matter purpose reason re regarding subject task topic agenda why"
    ),
    "place": one_of(
        "地点 外出地点 拜访地点 地址 位置 场所 去处 目的地 在哪 place location venue address where destination"
    ),
    "leave": one_of(
        "时间 外出时间 出发时间 出发 离开时间 开始时间 起 去程 depart departure leave leaving out start"
        " time from departing when"
    ),
    "back": one_of(
        "返回 返回时间 预计返回 预计返回时间 预计回行 预计回来 回行 回行时间 回来 回来时间 返岗 返岗时间"
        " 归 返 结束时间 结束 止 back return returning until"
        " return_time back_by eta end expected_back expected_return"
    ),
}
