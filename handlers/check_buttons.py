"""The buttons of a spot check: of whoever makes it, and of whoever answers."""

from bot.buttons import Button


class Draw(Button, prefix="checks.draw"):
    pass


class Choose(Button, prefix="checks.choose"):
    page: int = 0


class Toggle(Button, prefix="checks.toggle"):
    person_id: int


class Send(Button, prefix="checks.send"):
    pass


class Rates(Button, prefix="checks.rates"):
    pass


class Look(Button, prefix="checks.look"):
    check_id: int


class Seen(Button, prefix="checks.seen"):
    check_id: int
    person_id: int


class Judge(Button, prefix="checks.judge"):
    check_id: int
    person_id: int
    there: bool


class Answered(Button, prefix="checks.answered"):
    check_id: int


class Place(Button, prefix="checks.place"):
    check_id: int


class Speak(Button, prefix="checks.speak"):
    check_id: int
