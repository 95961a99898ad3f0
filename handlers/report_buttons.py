"""The buttons of reports. `of` says whose figures: "u3" a unit and everything below it, "p7" a person."""

from bot.buttons import Button


class Show(Button, prefix="reports.show"):
    """Figures of a period: its letter, and any day in it as 20260803."""

    of: str
    span: str
    day: str


class Picture(Button, prefix="reports.picture"):
    of: str
    span: str
    day: str


class Rows(Button, prefix="reports.rows"):
    """The visits behind a number, at a page from 0."""

    of: str
    span: str
    day: str
    kind: str
    page: int = 0


class Registers(Button, prefix="registers.choose"):
    of: str
    span: str
    day: str


class Register(Button, prefix="registers.write"):
    """One register as a workbook, or "all"."""

    of: str
    span: str
    day: str
    form: str
