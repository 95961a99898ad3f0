"""Banking words that a recogniser writes with other characters of the same sound: 财料清单 is 材料清单.

Only words of three syllables and more are put right, three where they sound exactly the same and longer ones also
where a neighbour was heard (zh/z, n/l, ing/in); shorter ones have too many honest homophones. Where two terms fit one
place, or the place already is a term, nothing is changed.
"""

from __future__ import annotations

from functools import cache

from bot.language.pinyin import syllables
from bot.language.script import fold, in_script, is_han
from bot.language.sound import near

TERMS = """
财务经理 财务总监 财务主管 财务报表 财务会计 总经理 副总经理 董事长 法定代表人 实际控制人 办公室主任 采购经理 销售经理
业务经理 项目经理 客户经理 法务经理 出纳员 会计主管 资金部 财务部 采购部 销售部 信贷部 公司部 风控部
材料清单 资料清单 申请材料 申请资料 贷款材料 贷款资料 贷款合同 借款合同 担保合同 抵押合同 购销合同 采购合同 签合同
贷款利率 存款利率 年化利率 固定利率 浮动利率 基准利率 贷款额度 授信额度 授信方案 授信审批 综合授信 敞口额度
流动资金 流动资金贷款 固定资产 固定资产贷款 经营性贷款 项目贷款 并购贷款 信用贷款 抵押贷款 质押贷款 小微贷款
普惠贷款 无还本续贷 贷款展期 贷款到期 到期还款 提前还款 分期还款 还款计划 还款来源 还本付息 逾期贷款 不良贷款
应收账款 应付账款 预付账款 保理业务 供应链金融 银行承兑汇票 商业承兑汇票 承兑汇票 电子汇票 票据贴现 贴现利率
信用证 国内信用证 进口信用证 出口信用证 履约保函 投标保函 预付款保函 质量保函 保证金 保证金比例 担保公司
代发工资 代发业务 对公账户 基本户 一般户 结算账户 企业网银 手机银行 网上银行 现金管理 账户管理 开户资料 收单业务
结构性存款 大额存单 定期存款 活期存款 通知存款 协定存款 理财产品 风险揭示 风险评级 风险测评 国债逆回购 基金定投
外汇业务 结售汇 远期结汇 跨境结算 进出口业务 国际结算 贸易融资 汇率风险 人民币 美元贷款
营业执照 公司章程 股东会决议 董事会决议 审计报告 资产负债表 利润表 现金流量表 纳税申报表 增值税发票 验资报告
土地证 房产证 不动产权证 评估报告 抵押登记 抵押物 质押物 保险单 环评批复 尽职调查 贷后检查 贷前调查 双人调查
征信报告 征信授权书 资金用途 受托支付 自主支付 资金监管 专项资金 政府补贴 贴息政策 专精特新 高新技术企业
回款周期 订单融资 设备采购 厂房扩建 产能利用率 上下游 原材料价格 原材料 库存商品 销售收入 营业收入 净利润
资产负债率 毛利率 市场份额 下半年 上半年 本季度 下季度 年底前 月底前 下周一 下周二 下周三 下周四 下周五 星期一
星期二 星期三 星期四 星期五 明天上午 明天下午 后天上午 后天下午 打电话 发邮件 上门拜访
"""
SHORTEST, EXACT, LONGEST = 3, 3, 8


def repaired(text: str) -> str:
    """The text with banking words in their own characters; its length and everything else stay."""
    folded = fold(text)
    runs = _runs(folded)
    for start, end in runs:
        sounds = _sounds(folded[start:end])
        at = start
        while at <= end - SHORTEST:
            for size in range(min(LONGEST, end - at), SHORTEST - 1, -1):
                heard = folded[at : at + size]
                term = _meant(heard, sounds[at - start : at - start + size])
                if term is not None:
                    if term != heard:
                        text = text[:at] + term + text[at + size :]
                    at += size - 1
                    break
            at += 1
    return text


def written(text: str, language: str) -> str:
    """Recognised words as the person reads them: banking words in their own characters, in the person's script.

    Chinese that somebody spoke whose language is English is written in simplified characters.
    """
    return in_script(repaired(text), "zh-Hans" if language == "en" else language) if any(map(is_han, text)) else text


def _meant(heard: str, sounds: tuple[str, ...]) -> str | None:
    """The one term that sounds like this, or the term that it is."""
    if heard in _terms():
        return heard
    exact, close = _index()
    fitting = exact.get(sounds) or (close.get(tuple(map(near, sounds))) if len(sounds) > EXACT else None) or []
    return fitting[0] if len(fitting) == 1 else None


def _runs(text: str) -> list[tuple[int, int]]:
    """Where Chinese characters stand without anything between them."""
    runs, start = [], None
    for index, sign in enumerate(text + " "):
        if is_han(sign):
            start = index if start is None else start
        elif start is not None:
            runs.append((start, index))
            start = None
    return runs


def _sounds(han: str) -> tuple[str, ...]:
    return tuple(syllables(han))


@cache
def _terms() -> frozenset[str]:
    return frozenset(term for term in TERMS.split() if len(term) >= SHORTEST)


@cache
def _index() -> tuple[dict[tuple[str, ...], list[str]], dict[tuple[str, ...], list[str]]]:
    """Terms by their sounds, and by their sounds with neighbours taken as one."""
    exact: dict[tuple[str, ...], list[str]] = {}
    close: dict[tuple[str, ...], list[str]] = {}
    for term in sorted(_terms()):
        sounds = _sounds(term)
        exact.setdefault(sounds, []).append(term)
        close.setdefault(tuple(map(near, sounds)), []).append(term)
    return exact, close
