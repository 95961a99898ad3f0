"""Workbooks, read back with another library than the one that writes them."""

import zipfile
from collections.abc import AsyncIterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from bot.exports import Exports
from bot.exports.book import Book, Column, Kind, Sheet

STAMP = "张敏（1001）2026-08-03 17:05 导出"
COLUMNS = (
    Column("序号", Kind.NUMBER, 6),
    Column("日期", Kind.DATE, 12),
    Column("离行", Kind.TIME, 8),
    Column("登记", Kind.MOMENT, 18),
    Column("事由", Kind.TEXT, 30, wrap=True),
    Column("完成率", Kind.RATE, 8),
)
BOOK = Book(
    (
        Sheet("外出登记簿", "客户经理外出登记簿", "公司部 · 2026年8月", COLUMNS),
        Sheet("空", "空", "", (Column("甲"), Column("乙"))),
    ),
    STAMP,
)
ROW = [1, "2026-08-03", "2026-08-03T09:30:00", "2026-08-03T09:21:00", "看厂房", 0.9]


@pytest.fixture
async def exports() -> AsyncIterator[Exports]:
    made = Exports()
    yield made
    await made.close()


async def written(exports: Exports, rows: list[list[Any]]) -> bytes:
    async def chunks() -> AsyncIterator[tuple[int, list[list[Any]]]]:
        for start in range(0, len(rows), 2):
            yield 0, rows[start : start + 2]

    return await exports.write(BOOK, chunks)


async def test_columns_are_typed_and_every_row_is_there(exports: Exports) -> None:
    data = await written(exports, [ROW, [2, None, None, None, "", None], ROW])
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    assert book.sheet_names == ["外出登记簿", "空"]
    rows = book.get_sheet_by_name("外出登记簿").to_python(skip_empty_area=False)
    assert rows[0][0] == "客户经理外出登记簿"
    assert rows[2][0] == STAMP
    assert rows[3] == ["序号", "日期", "离行", "登记", "事由", "完成率"]
    number, day, left, told, why, rate = rows[4]
    assert (number, why, rate) == (1, "看厂房", 0.9)
    assert day in (date(2026, 8, 3), datetime(2026, 8, 3))
    assert left in (time(9, 30), datetime(2026, 8, 3, 9, 30))
    assert told == datetime(2026, 8, 3, 9, 21)
    assert rows[5][0] == 2
    assert len(rows) == 7


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x","y")', "+1", "-1+2", "@SUM(A1)", "\t=1", "{=1}", "http://x.cn"]
)
async def test_what_people_wrote_never_becomes_a_formula_or_a_link(exports: Exports, text: str) -> None:
    data = await written(exports, [[*ROW[:4], text, 1]])
    cell = load_workbook(BytesIO(data))["外出登记簿"]["E5"]
    assert cell.data_type == "s"
    assert cell.value == text
    assert cell.hyperlink is None
    if text[0] in "=+-@\t":
        assert cell.quotePrefix, "it would become a formula as soon as somebody edits the cell"


async def test_it_prints_as_the_paper_does(exports: Exports) -> None:
    data = await written(exports, [ROW])
    sheet = load_workbook(BytesIO(data))["外出登记簿"]
    assert sheet.freeze_panes == "A5"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToHeight == 0
    assert "张敏" in sheet.oddFooter.left.text
    assert sheet.auto_filter.ref == "A4:F5"
    with zipfile.ZipFile(BytesIO(data)) as parts:
        assert any(name.startswith("xl/media/") for name in parts.namelist()), "the mark behind every page"


async def test_strange_letters_do_not_break_the_file(exports: Exports) -> None:
    data = await written(exports, [[*ROW[:4], "\x00\x07 喜😀" + "长" * 40000, 1]])
    rows = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert "喜\U0001f600" in rows[4][4]
