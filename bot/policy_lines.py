"""Which line of a TOML file says what: the line of every key and table, for sentences about mistakes.

`tomllib` reads values and forgets lines. This reads the same text a second time, only for its shape; it
is given text that `tomllib` has accepted, so it need not judge.
"""

import tomllib

Path = tuple[str | int, ...]


def lines_of(text: str) -> dict[Path, int]:
    """The first line (from 1) of every key and table of valid TOML, by its path; items of arrays by number."""
    return Shape(text).lines


class Shape:
    def __init__(self, text: str) -> None:
        self.text = text.replace("\r\n", "\n") + "\n"
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.counts: dict[Path, int] = {}  # arrays of tables: how many so far
        table: Path = ()
        while self.skip(" \t\n"):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)

    def skip(self, blanks: str) -> bool:
        """Goes past blanks and comments; says whether anything is left."""
        while self.at < len(self.text):
            if self.text[self.at] in blanks:
                self.at += 1
            elif self.text[self.at] == "#":
                self.at = self.text.index("\n", self.at)
            else:
                return True
        return False

    def mark(self, path: Path) -> None:
        line = self.text.count("\n", 0, self.at) + 1
        for length in range(1, len(path) + 1):
            self.lines.setdefault(path[:length], line)

    def header(self) -> Path:
        start, double = self.at, self.text.startswith("[[", self.at)
        self.at += 2 if double else 1
        names = self.name()
        self.at = self.text.index("]", self.at) + (2 if double else 1)
        path: Path = ()
        for number, name in enumerate(names, start=1):
            path = (*path, name)
            if double and number == len(names):
                self.counts[path] = self.counts.get(path, 0) + 1
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        after, self.at = self.at, start
        self.mark(path)
        self.at = after
        return path

    def name(self) -> list[str]:
        """A dotted key, bare or quoted."""
        names: list[str] = []
        while True:
            self.skip(" \t")
            start = self.at
            if self.text[self.at] in "\"'":
                self.string()
                names.append(next(iter(tomllib.loads(f"{self.text[start : self.at]} = 0"))))
            else:
                while self.text[self.at] not in " \t.=]\n":
                    self.at += 1
                names.append(self.text[start : self.at])
            self.skip(" \t")
            if self.text[self.at] != ".":
                return names
            self.at += 1

    def pair(self, table: Path) -> None:
        start = self.at
        path = (*table, *self.name())
        after, self.at = self.at, start
        self.mark(path)
        self.at = after + 1  # the equals sign
        self.skip(" \t")
        self.value(path)

    def value(self, path: Path) -> None:
        first = self.text[self.at]
        if first in "\"'":
            self.string()
        elif first == "[":
            self.array(path)
        elif first == "{":
            self.inline(path)
        else:
            while self.text[self.at] not in ",]}#\n":
                self.at += 1

    def array(self, path: Path) -> None:
        self.at += 1
        number = 0
        while self.skip(" \t\n") and self.text[self.at] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.mark((*path, number))
            self.value((*path, number))
            number += 1
        self.at += 1

    def inline(self, path: Path) -> None:
        self.at += 1
        while self.skip(" \t\n") and self.text[self.at] != "}":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.pair(path)
        self.at += 1

    def string(self) -> None:
        quote = self.text[self.at]
        long = self.text.startswith(quote * 3, self.at)
        end = quote * 3 if long else quote
        self.at += len(end)
        while not self.text.startswith(end, self.at):
            self.at += 2 if quote == '"' and self.text[self.at] == "\\" else 1
        self.at += len(end)
        while long and self.text[self.at] == quote:  # up to two quotes may stand before the closing three
            self.at += 1
