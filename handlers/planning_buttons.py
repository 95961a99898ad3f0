"""The buttons of plans. A day is carried as its ordinal; whether it is still to come is asked anew."""

from bot.buttons import Button


class View(Button, prefix="planning.view"):
    """A day, week or month of the plan."""

    span: str
    day: int


class Add(Button, prefix="planning.add"):
    day: int


class PlanClient(Button, prefix="planning.client"):
    """Plan a visit to a client: on which day?"""

    client_id: int


class ClientOn(Button, prefix="planning.client_on"):
    client_id: int
    day: int


class Pick(Button, prefix="planning.pick"):
    number: int
    client_id: int


class NoClient(Button, prefix="planning.no_client"):
    number: int


class OnDay(Button, prefix="planning.on_day"):
    number: int
    day: int


class Open(Button, prefix="planning.look"):
    item_id: int


class Go(Button, prefix="planning.go"):
    """The plan becomes an outing."""

    item_id: int


class Move(Button, prefix="plan_changes.move"):
    item_id: int


class Put(Button, prefix="plan_changes.put"):
    item_id: int
    day: int


class Drop(Button, prefix="plan_changes.drop"):
    item_id: int


class Because(Button, prefix="plan_changes.because"):
    item_id: int
    reason: int
