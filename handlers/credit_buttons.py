"""The buttons of the credit calendar. A step is carried by its name; whether it may be ticked is asked anew."""

from bot.buttons import Button


class Open(Button, prefix="credit.look"):
    """The card of an item."""

    item_id: int


class More(Button, prefix="credit.more"):
    page: int


class Ending(Button, prefix="credit_table.ending"):
    """What ends within the policy's months among the clients of a unit."""

    unit_id: int


class Tick(Button, prefix="credit.tick"):
    item_id: int
    step: str


class Plain(Button, prefix="credit.plain"):
    """The same without the number that was asked for."""

    item_id: int
    step: str


class Untick(Button, prefix="credit.untick"):
    item_id: int
    tick_id: int


class PickClient(Button, prefix="credit_entry.pick"):
    number: int
    client_id: int


class PickSort(Button, prefix="credit_entry.sort"):
    number: int
    sort: str


class PickLevel(Button, prefix="credit_entry.level"):
    number: int
    level: str


class Confirm(Button, prefix="credit_entry.confirm"):
    number: int


class Discard(Button, prefix="credit_entry.discard"):
    number: int
