"""The buttons of reading and deciding on records; `queue` is 1 where the card is the queue's own message."""

from bot.buttons import Button


class Read(Button, prefix="reviews.read"):
    visit_id: int


class Sign(Button, prefix="reviews.sign"):
    record_id: int
    queue: int = 0


class Phrase(Button, prefix="reviews.phrase"):
    record_id: int
    phrase: int
    queue: int = 0


class Opine(Button, prefix="reviews.opine"):
    record_id: int
    queue: int = 0


class SendBack(Button, prefix="reviews.send_back"):
    record_id: int
    queue: int = 0


class TaskNext(Button, prefix="reviews.task_next"):
    record_id: int
    queue: int = 0


class Task(Button, prefix="reviews.task"):
    record_id: int
    queue: int = 0


class Queue(Button, prefix="review_queue.show"):
    page: int = 0


class Open(Button, prefix="review_queue.open"):
    visit_id: int


class Next(Button, prefix="review_queue.next_one"):
    visit_id: int


class Nudge(Button, prefix="review_queue.nudge"):
    visit_id: int
