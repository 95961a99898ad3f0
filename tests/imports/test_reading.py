"""Files come in many encodings and shapes; each becomes the same rows, or one sentence that says why not."""

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given, strategies as st
from openpyxl import Workbook, load_workbook

from bot.imports import Unreadable, read
from bot.imports.reading import csv_rows, decoded
from bot.imports.table import BROKEN, FORMULA, MOST_BYTES, ROUNDED, TOO_LONG, letter

ROWS = [("客户号", "别名"), ("K1", "鼎盛纺织"), ("K2", "王女士(白金)")]
TEXT = "\n".join(",".join(row) for row in ROWS) + "\n"


def cells(table):
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "；", "，", "|"])
def test_encodings_and_separators(tmp_path, encoding, separator):
    file = tmp_path / "clients.csv"
    file.write_bytes(TEXT.replace(",", separator).encode(encoding))
    assert cells(read(file)) == ROWS


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends(ending):
    rows = list(csv_rows(TEXT.replace("\n", ending)))
    assert [row.line for row in rows] == [1, 2, 3]


def test_lines_are_those_of_the_file():
    text = '编号,说明\n\n1,"两\n行"\n  ,  \n2,x\n'
    rows = list(csv_rows(text))
    assert [(row.line, row.cells[0]) for row in rows] == [(1, "编号"), (3, "1"), (6, "2")]


def test_a_separator_inside_quotes_is_no_separator():
    rows = list(csv_rows('a;"b,c,d,e";f\n1;2;3\n'))
    assert rows[0].cells == ("a", "b,c,d,e", "f")


def test_zeros_kept_as_text_formulas_and_rounded_numbers():
    rows = list(csv_rows('code,x\n="0012",=A1+1\n6.22202E+18,1E5\n'))
    assert rows[1].cells == ("0012", FORMULA)
    assert rows[2].cells == (ROUNDED, "1E5")


def test_full_width_blanks_around_a_cell_are_nothing():
    assert next(csv_rows("\u3000K1\u3000 ,x\n")).cells == ("K1", "x")


@pytest.mark.parametrize(
    ("content", "key", "line"),
    [
        (b'a,b\n1,"x\n2,y\n', "imports-quotes", 2),
        (b'a,b\n1,"x"y\n', "imports-quotes", 2),
        (b"a,b\n\xff\x00\x81,x\n" * 3000, "imports-not-text", None),
        (b"\x89PNG\r\n\x1a\n\xff\xff\xff", "imports-not-text", None),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "imports-old-workbook", None),
        (b"PK\x03\x04 and no more", "imports-broken-workbook", None),
        (b",".join([b"x"] * 101), "imports-too-many-columns", 1),
    ],
)
def test_files_that_can_not_be_read(tmp_path, content, key, line):
    file = tmp_path / "x.csv"
    file.write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read(file)
    assert (caught.value.key, caught.value.line) == (key, line)


def test_no_file(tmp_path):
    with pytest.raises(Unreadable) as caught:
        read(tmp_path / "none.csv")
    assert caught.value.key == "imports-no-file"


def test_a_file_too_large_is_not_read(tmp_path):
    file = tmp_path / "x.csv"
    with file.open("wb") as out:
        out.truncate(MOST_BYTES + 1)
    with pytest.raises(Unreadable) as caught:
        read(file)
    assert caught.value.key == "imports-file-too-large"


def test_a_cell_of_a_novel_is_too_long():
    assert next(csv_rows("x" * 2_001 + ",y\n")).cells == (TOO_LONG, "y")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw):
    with suppress(Unreadable):
        list(csv_rows(decoded(raw)))


@given(
    st.lists(st.lists(st.text(alphabet="ab1中，,;\"' \n", max_size=6), min_size=2, max_size=4), min_size=1, max_size=5)
)
def test_what_python_writes_is_read_back(rows):
    rows = [[f"x{cell}x" for cell in row] for row in rows]
    out = io.StringIO()
    csv.writer(out).writerows([["a", "b", "c", "d", "e", "f", "g", "h"], *rows])
    read_back = [row.cells for row in csv_rows(out.getvalue())]
    assert read_back[1:] == [tuple(row) for row in rows]


# ---------------------------------------------------------------- workbooks


def workbook(tmp_path, rows, **sheets):
    book = Workbook()
    book.active.title = "客户"
    for row in rows:
        book.active.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        for row in more:
            sheet.append(row)
    file = tmp_path / "clients.xlsx"
    book.save(file)
    return file


def test_a_workbook_gives_texts(tmp_path):
    rows = [["客户号", "纬度", "日期"], [1001, 30.091612, date(2026, 1, 31)], ["K2", True, datetime(2026, 2, 1, 9)]]
    table = read(workbook(tmp_path, rows, 说明=[["a"]]))
    assert cells(table)[1:] == [("1001", "30.091612", "2026-01-31"), ("K2", "true", "2026-02-01")]
    assert (table.sheet, table.other_sheets) == ("客户", 1)


def test_formulas_errors_and_rounded_numbers_are_told(tmp_path):
    rows = [["a", "b", "c", "d"], ["=A1&1", "#N/A", 6222021234567890123, "x" * 2_001], ["'=kept", None, None, None]]
    table = read(workbook(tmp_path, rows))
    assert cells(table)[1] == (FORMULA, BROKEN, ROUNDED, TOO_LONG)
    assert cells(table)[2] == ("'=kept",)


def test_rows_keep_their_number_and_empty_ones_are_left_out(tmp_path):
    table = read(workbook(tmp_path, [[], ["a", "b"], [], [], [None, "x", None]]))
    assert [(row.line, row.cells) for row in table.rows] == [(2, ("a", "b")), (5, ("", "x"))]


def test_a_hidden_sheet_is_not_the_one(tmp_path):
    file = workbook(tmp_path, [["hidden", "x"]], shown=[["a", "b"]])
    book = load_workbook(file)
    book["客户"].sheet_state = "hidden"
    book.active = 1
    book.save(file)
    assert read(file).sheet == "shown"


def test_one_cell_far_away_does_not_make_a_giant(tmp_path):
    book = Workbook()
    book.active["A1"], book.active["B1"] = "a", "b"
    book.active["XFD1"] = "far"
    file = tmp_path / "far.xlsx"
    book.save(file)
    assert cells(read(file)) == [("a", "b")]


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in parts.items():
            box.writestr(name, content)
    return out.getvalue()


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
PADDED = b"<!--" + b" " * 70_000 + b"-->" + ENTITIES


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"xl/worksheets/sheet1.xml": b"<x>" + b" " * 50_000_000}, "imports-workbook-bomb"),
        ({f"part{number}": b"" for number in range(2_001)}, "imports-workbook-bomb"),
        ({"[Content_Types].xml": ENTITIES}, "imports-workbook-bomb"),
        ({"xl/workbook.xml": PADDED}, "imports-workbook-bomb"),
        ({"xl/workbook.xml": ENTITIES.decode().encode("utf-16")}, "imports-workbook-bomb"),
        ({"readme.txt": b"no workbook at all"}, "imports-broken-workbook"),
    ],
)
def test_bombs_are_not_opened(tmp_path, parts, key):
    file = tmp_path / "bomb.xlsx"
    file.write_bytes(zipped(parts))
    with pytest.raises(Unreadable) as caught:
        read(file)
    assert caught.value.key == key


def test_a_damaged_workbook(tmp_path):
    file = workbook(tmp_path, [["a", "b"]])
    raw = bytearray(file.read_bytes())
    middle = len(raw) // 2
    raw[middle : middle + 400] = b"\x00" * 400
    file.write_bytes(raw)
    with pytest.raises(Unreadable) as caught:
        read(file)
    assert caught.value.key == "imports-broken-workbook"


@pytest.mark.parametrize(("number", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_as_in_a_spreadsheet(number, name):
    assert letter(number) == name
