"""The buttons of leave. Those of a draft carry its number; those of a request carry the request."""

from bot.buttons import Button


class PickSort(Button, prefix="leave.pick_sort"):
    number: int
    sort: str


class PickWhen(Button, prefix="leave.pick_when"):
    number: int
    when: int


class PickHalf(Button, prefix="leave.pick_half"):
    number: int
    half: str


class PickStandin(Button, prefix="leave.pick_standin"):
    number: int
    person_id: int


class Redo(Button, prefix="leave.redo"):
    number: int
    field: str


class Confirm(Button, prefix="leave.confirm"):
    number: int


class LookAtPieces(Button, prefix="leave_pieces.look"):
    number: int


class Discard(Button, prefix="leave.discard"):
    number: int


class Withdraw(Button, prefix="own_leave.withdraw"):
    leave_id: int


class ComeBack(Button, prefix="own_leave.come_back"):
    leave_id: int
    whole: bool


class ReportBack(Button, prefix="own_leave.report"):
    leave_id: int


class Prove(Button, prefix="own_leave.prove"):
    leave_id: int


class Another(Button, prefix="handover.another"):
    leave_id: int
    person_id: int


class Accept(Button, prefix="handover.accept"):
    leave_id: int


class Refuse(Button, prefix="handover.refuse"):
    leave_id: int


class Approve(Button, prefix="deciding.approve"):
    leave_id: int


class Decline(Button, prefix="deciding.decline"):
    leave_id: int


class DeclineWhy(Button, prefix="deciding.decline_why"):
    leave_id: int
    reason: int


class AskBack(Button, prefix="deciding.ask_back"):
    leave_id: int


class AnswerBack(Button, prefix="own_leave.answer"):
    leave_id: int


class Change(Button, prefix="deciding.change"):
    leave_id: int
    agree: bool
