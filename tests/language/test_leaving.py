"""When somebody leaves, and until when they stay, as they mean it (A04, A05)."""

from datetime import datetime

import pytest

from bot.language import staying
from bot.language.leaving import as_meant

NINE = datetime(2026, 8, 3, 9)


def at(hour: int, minute: int = 0, day: int = 3) -> datetime:
    return datetime(2026, 8, day, hour, minute)


@pytest.mark.parametrize(
    ("text", "depart", "back", "meant"),
    [
        ("08:30出发，四点半回", at(8, 30, 4), at(16, 30, 4), (at(8, 30), at(16, 30))),  # no plan for tomorrow
        ("八点半已经出发，四点半回", at(20, 30), at(16, 30, 4), (at(8, 30), at(16, 30))),
        ("left at 8:30 already, back 16:30", at(20, 30), at(16, 30, 4), (at(8, 30), at(16, 30))),
        ("明天08:30出发，四点半回", at(8, 30, 4), at(16, 30, 4), (at(8, 30, 4), at(16, 30, 4))),
        ("tomorrow 8:30, back 16:30", at(8, 30, 4), at(16, 30, 4), (at(8, 30, 4), at(16, 30, 4))),
        ("下午两点出发，五点回", at(14), at(17), (at(14), at(17))),
        ("四点半回", None, at(16, 30), (None, at(16, 30))),
    ],
)
def test_a_departure_is_meant_for_today(
    text: str, depart: datetime | None, back: datetime | None, meant: tuple[datetime | None, datetime | None]
) -> None:
    assert as_meant(text, depart, back, NINE) == meant


@pytest.mark.parametrize(
    ("text", "until", "reason"),
    [
        ("延到18:00，客户还在盖章", at(18), "客户还在盖章"),
        ("18:00 会议没开完", at(18), "会议没开完"),
        ("晚点回", None, ""),
        ("六点才能回，路上堵车", at(18), "路上堵车"),
        ("客户还没签完，要到18:30", at(18, 30), "客户还没签完"),
        ("still signing, back by 18:00", at(18), "still signing"),
        ("再要半小时", at(17, 10), ""),
        ("back 18:00, still signing", at(18), "still signing"),
        ("I'll be late", None, ""),
        ("路上堵车", None, "路上堵车"),
    ],
)
def test_a_later_return_and_why(text: str, until: datetime | None, reason: str) -> None:
    language = "en" if text.isascii() else "zh-Hans"
    assert staying.read(text, at(16, 40), language) == (until, reason)
