"""The buttons of one's own reminders."""

from bot.buttons import Button


class When(Button, prefix="reminders.when"):
    number: int
    minutes: int  # from now; 0 is tomorrow morning


class Later(Button, prefix="reminders.later"):
    """Half an hour later."""

    item_id: int
