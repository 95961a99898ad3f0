"""Columns that must not come near the bot: identity, account and telephone numbers, and balances (section 6.2).

A column is told by its name, or by what is in it: a third of a sample of its values is enough. Nothing here
ever repeats a value.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from bot.language.script import fold

SAMPLE = 2_000
ENOUGH = 0.3

NAMES = {
    "identity": "身份证 证件号 证件编号 护照 信用代码 税号 纳税人识别号 营业执照 执照号",
    "account": "账号 帐号 账户 帐户 卡号 银行卡 存折 合同号 借据号",
    "phone": "手机 电话 联系方式 联系号码 联络方式 座机 传真 微信",
    "balance": "余额 存款额 日均 资产规模 贷款额",
}
WORDS = {
    "identity": {"passport", "idcard", "idno", "idnumber", "identity", "ssn", "taxid", "licence", "license"},
    "account": {"account", "accountno", "accountnumber", "acct", "iban", "card", "cardno", "cardnumber"},
    "phone": {"phone", "mobile", "tel", "telephone", "cellphone", "cell", "fax", "wechat"},
    "balance": {"balance", "deposit", "deposits", "assets", "aum"},
}
PAIRS = {"id card": "identity", "id no": "identity", "id number": "identity", "tax id": "identity"}


def named(header: str) -> str | None:
    """What a column of this name holds that it must not, or None."""
    header = unicodedata.normalize("NFKC", header)
    folded = fold(header)
    for holds, names in NAMES.items():
        if any(name in folded for name in names.split()):
            return holds
    words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", header)
    lower = [word.lower() for word in words]
    for pair, holds in PAIRS.items():
        if pair in " ".join(lower):
            return holds
    return next((holds for holds, known in WORDS.items() if known & {*lower, "".join(lower)}), None)


def held_by(values: Iterable[str]) -> str | None:
    """What a third of these values look like, if that must not be kept."""
    sample = [value for value in values if value]
    found = Counter(holds for holds in map(looks_like, sample) if holds)
    for holds, count in found.most_common(1):
        if count >= ENOUGH * len(sample) and count >= min(3, len(sample)):
            return holds
    return None


LONG = re.compile(r"\+?[\dXx]{11,30}")
MOBILE = re.compile(r"(?:\+?86|0086)?1[3-9]\d{9}")
LANDLINE = re.compile(r"0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?")
OLD_IDENTITY = re.compile(r"[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}")
IDENTITY = re.compile(r"[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def looks_like(value: str) -> str | None:
    """What a single value looks like: identity, account or phone; None for anything harmless."""
    if len(value) < 10:
        return None
    folded = unicodedata.normalize("NFKC", value)
    if LANDLINE.fullmatch(folded.replace(" ", "")):
        return "phone"
    digits = re.sub(r"[\s-]", "", folded)
    if not LONG.fullmatch(digits):
        return None
    if MOBILE.fullmatch(digits):
        return "phone"
    if (IDENTITY.fullmatch(digits) and check_sign(digits) == digits[-1].upper()) or OLD_IDENTITY.fullmatch(digits):
        return "identity"
    if digits.isdigit() and (len(digits) >= 20 or (len(digits) in (16, 18, 19) and luhn(digits))):
        return "account"
    return None


def check_sign(digits: str) -> str:
    """The last sign of an eighteen-digit identity number."""
    return "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False)) % 11]


def luhn(digits: str) -> bool:
    """Whether the number could be that of a bank card."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = int(digit) * (1 + place % 2)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0
