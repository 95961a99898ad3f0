"""The buttons of incidents, for those who offer to report one."""

from bot.buttons import Button


class Begin(Button, prefix="incidents.begin"):
    """Report what was said of this visit (0: of nothing in particular)."""

    visit_id: int = 0


class TurnTo(Button, prefix="incidents.turn_to"):
    """Another kind of incident."""

    number: int
    sort: str


class Tell(Button, prefix="incidents.tell"):
    number: int


class Drop(Button, prefix="incidents.drop"):
    number: int


class Read(Button, prefix="incidents.read"):
    incident_id: int
