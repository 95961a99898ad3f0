"""The buttons under an answer: its pages, and what corrects the question."""

from bot.buttons import Button


class Show(Button, prefix="asking.show"):
    question: int
    page: int = 0


class Who(Button, prefix="asking.who"):
    question: int
    page: int = 0


class SetPerson(Button, prefix="asking.set_person"):
    question: int
    person_id: int


class When(Button, prefix="asking.when"):
    question: int


class SetWhen(Button, prefix="asking.set_when"):
    question: int
    when: int


class Tier(Button, prefix="asking.tier"):
    question: int


class SetTier(Button, prefix="asking.set_tier"):
    question: int
    tier: int


class Status(Button, prefix="asking.status"):
    question: int


class SetStatus(Button, prefix="asking.set_status"):
    question: int
    status: int
