"""Every key and table of a TOML file knows its line."""

import tomllib

from hypothesis import given, strategies as st

from bot.policy_lines import lines_of

TEXT = '''# a comment with [brackets] and = signs
title = "one # not a comment"

[a]
b.c = 1          # [x]
"quoted \\"key\\" . " = """two
lines [not.a.table]
x = 1"""
d = [
  1, # one
  { e = "}", f = ["]", 2] },
]

[[rows]]
name = 'C:\\path'

[[rows]]
name = "second"
[rows.inner]
deep = 17:00:00

[ spaced . "out.dot" ]
k = \'\'\'it''s''\'\'\'
last = true'''


def test_a_file_with_every_shape():
    tomllib.loads(TEXT)
    lines = lines_of(TEXT)
    assert lines[("title",)] == 2
    assert lines[("a",)] == 4
    assert lines[("a", "b")] == lines[("a", "b", "c")] == 5
    assert lines[("a", 'quoted "key" . ')] == 6
    assert lines[("a", "d")] == 9
    assert lines[("a", "d", 0)] == 10
    assert lines[("a", "d", 1, "e")] == 11
    assert lines[("a", "d", 1, "f", 1)] == 11
    assert lines[("rows", 0, "name")] == 15
    assert lines[("rows", 1)] == 17
    assert lines[("rows", 1, "name")] == 18
    assert lines[("rows", 1, "inner", "deep")] == 20
    assert lines[("spaced", "out.dot")] == 22
    assert lines[("spaced", "out.dot", "k")] == 23
    assert lines[("spaced", "out.dot", "last")] == 24


def test_windows_line_ends_count_once():
    assert lines_of("a = 1\r\n[b]\r\nc = 2\r\n") == {("a",): 1, ("b",): 2, ("b", "c"): 3}


NAMES = st.text(alphabet="abcdefgh_-中文", min_size=1, max_size=6)
VALUES = st.one_of(
    st.integers(-99, 99).map(str),
    st.booleans().map(lambda said: "true" if said else "false"),
    st.text(alphabet="ab#]=[}'{ ,.", max_size=8).map(lambda said: f'"{said}"'),
    st.text(alphabet='ab#]=["', max_size=8).map(lambda said: f"'{said}'"),
    st.just('"""a\n[b]\n"""'),
    st.just("[ # why\n 1,\n [2, 3],\n]"),
    st.just("{ x = 1, y = [']'] }"),
)
TABLES = st.dictionaries(NAMES, st.dictionaries(NAMES, VALUES, max_size=4), max_size=4)


@given(TABLES, st.lists(st.integers(0, 2), max_size=30))
def test_lines_are_where_the_text_says(tables, gaps):
    rows: list[str] = []
    expected = {}
    spaces = iter(gaps)

    def write(text: str) -> int:
        rows.extend(["# gap [not] = this"] * next(spaces, 0))
        here = len(rows) + 1
        rows.extend(text.split("\n"))
        return here

    for number, (name, pairs) in enumerate(tables.items()):
        expected[(f"t{number}", name)] = write(f'[t{number}."{name}"]')
        for key, value in pairs.items():
            expected[(f"t{number}", name, key)] = write(f'"{key}" = {value}')
    text = "\n".join(rows)
    tomllib.loads(text)
    lines = lines_of(text)
    assert {path: lines[path] for path in expected} == expected
