"""The buttons of the team's board; others put them on their own cards as the way to a person."""

from bot.buttons import Button

SHOWN = ("overdue", "unexplained", "far", "at_client", "waiting", "late", "in", "on_duty", "on_leave", "off")
COUNTS = ("", *SHOWN)


class Board(Button, prefix="team.show"):
    """The board of those who belong to a unit itself (0: everybody one may see), at a page from 0, of one count."""

    unit_id: int = 0
    page: int = 0
    where: str = ""


class Someone(Button, prefix="team.person"):
    """A person, and which board leads back: its unit, and its page and count in one number."""

    person_id: int
    unit_id: int = 0
    back: int = 0


def someone(person_id: int, board: Board = Board()) -> Someone:  # noqa: B008
    """The way to a person from this board."""
    return Someone(
        person_id=person_id, unit_id=board.unit_id, back=board.page * len(COUNTS) + COUNTS.index(board.where)
    )


def board_of(button: Someone) -> Board:
    """The board that a person was tapped on."""
    page, where = divmod(max(button.back, 0), len(COUNTS))
    return Board(unit_id=button.unit_id, page=page, where=COUNTS[where])


class Map(Button, prefix="team_map.draw"):
    unit_id: int = 0
