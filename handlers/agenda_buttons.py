"""The buttons of agendas, for those who offer them."""

from bot.buttons import Button


class Show(Button, prefix="agendas.show"):
    """The agenda of this meeting."""

    call_id: int


class Sample(Button, prefix="agendas.sample"):
    """The quarter's sample of minutes, of a unit and those below it."""

    of: str
    span: str
    day: str
