"""Identity, account and telephone numbers and balances stay out: their columns are told by name and by content."""

import pytest
from hypothesis import given, strategies as st

from bot.imports.sensitive import check_sign, held_by, looks_like, luhn, named
from tests.imports.test_checks import check


@pytest.mark.parametrize(
    ("header", "holds"),
    [
        ("身份证号", "identity"),
        ("证件号码", "identity"),
        ("證件號碼", "identity"),
        ("统一社会信用代码", "identity"),
        ("ID Card No.", "identity"),
        ("idNumber", "identity"),
        ("Passport", "identity"),
        ("银行卡号", "account"),
        ("结算账号", "account"),
        ("帳號", "account"),
        ("Account No", "account"),
        ("IBAN", "account"),
        ("手机号码", "phone"),
        ("聯絡電話", "phone"),
        ("联系方式", "phone"),
        ("Mobile", "phone"),
        ("Tel.", "phone"),
        ("phone_number", "phone"),
        ("存款余额", "balance"),
        ("Balance", "balance"),
        ("备注", None),
        ("Hotel", None),
        ("Title", None),
        ("客户来源", None),
        ("Account Manager Name", "account"),
    ],
)
def test_by_name(header, holds):
    assert named(header) == holds


@pytest.mark.parametrize(
    ("value", "holds"),
    [
        ("11010119900307477X", None),  # wrong last sign
        ("110101199003074477", "identity"),
        ("110101 19900307 4477", "identity"),
        ("１１０１０１１９９００３０７４４７７", "identity"),
        ("110101900307447", "identity"),
        ("13912345678", "phone"),
        ("139-1234-5678", "phone"),
        ("+86 139 1234 5678", "phone"),
        ("0575-84123456", "phone"),
        ("057584123456", "phone"),
        ("010-62345678-801", "phone"),
        ("6222020200112231", None),  # no card: its check digit is wrong
        ("6222021234567894", "account"),
        ("33050165678900000012345", "account"),
        ("120.504312345678", None),
        ("K0000012", None),
        ("2026-01-31", None),
        ("2026-01-31 09:00:00", None),
        ("20000000001", None),
        ("鼎盛纺织有限公司第一分厂", None),
    ],
)
def test_by_content(value, holds):
    assert looks_like(value) == holds


def test_the_check_signs_agree_with_the_standards():
    assert check_sign("11010519491231002X") == "X"  # the example of GB 11643
    assert luhn("4111111111111111")
    assert not luhn("4111111111111112")


@given(st.integers(3, 9), st.integers(0, 10**9 - 1))
def test_any_mobile_number_is_a_telephone(second, rest):
    number = f"1{second}{rest:09d}"
    assert looks_like(number) == "phone"
    assert looks_like(f"{number[:3]} {number[3:7]} {number[7:]}") == "phone"


def test_a_third_of_a_column_is_enough_and_a_stray_value_is_not():
    phones = ["13912345678", "13812345678", "13712345678"]
    assert held_by([*phones, "x", "y", "z", "", ""]) == "phone"
    assert held_by(["13912345678"]) == "phone"
    assert held_by([*phones[:2], *"abcdefgh"]) is None
    assert held_by([]) is None


HEAD = "客户号,别名,条线,管户人"


@pytest.mark.parametrize(
    ("header", "value", "holds"),
    [
        ("手机", "", "phone"),
        ("备注", "13912345678", "phone"),
        ("说明", "110101199003074477", "identity"),
        ("别的", "6222021234567894", "account"),
        ("余额", "1,000", "balance"),
    ],
)
def test_such_a_column_stops_the_file_and_is_named(header, value, holds):
    report = check("clients", f'{HEAD},{header}\nK9,x,对公,1001,"{value}"\n')
    (refused,) = report.refused
    assert (refused.column, refused.holds) == (f"E ({header})", holds)
    assert not report.usable


def test_codes_that_are_identity_numbers_stop_the_file():
    report = check("clients", f"{HEAD}\n110101199003074477,x,对公,1001\n11010519491231002X,y,对公,1001\n")
    assert [each.holds for each in report.refused] == ["identity"]
